package model_test

import (
	"reflect"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"waymark/model"
)

// drawLog plays a script at three desks and returns all they know, some of it
// with the words erased.
func drawLog(t *rapid.T) []model.Record {
	all := desksOf(t, 3)
	play(all, script(3, 30).Draw(t, "script"), byScript)
	return union(all)
}

func erase(r model.Record) model.Record {
	r.Salt, r.Payload = nil, nil
	return r
}

func sameFold(t failer, records []model.Record, got, want *model.Fold) {
	t.Helper()
	if g, w := headsOf(got, records), headsOf(want, records); !reflect.DeepEqual(g, w) {
		t.Fatalf("heads differ:\n%v\n%v", g, w)
	}
	if got.Len() != want.Len() {
		t.Fatalf("%d records, want %d", got.Len(), want.Len())
	}
	for _, id := range []model.EvaluationID{evaluation, ""} {
		if g, w := dated(model.FoldEvaluation(got, id)), dated(model.FoldEvaluation(want, id)); g != w {
			t.Fatalf("the picture depends on how records came:\n%s\n%s", g, w)
		}
	}
	if g, w := got.All(evaluation), want.All(evaluation); !reflect.DeepEqual(g, w) {
		t.Fatalf("the listing depends on how records came")
	}
}

func TestFoldIsOfTheSet(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		records := drawLog(t)
		some := rapid.SliceOfDistinct(rapid.IntRange(0, len(records)-1), rapid.ID[int]).Draw(t, "erased")
		mixed := slices.Clone(records)
		for _, i := range some {
			mixed = append(mixed, erase(records[i]))
		}
		mixed = append(mixed, rapid.SliceOf(rapid.SampledFrom(mixed)).Draw(t, "repeats")...)
		want := folded(t, mixed)
		sameFold(t, records, folded(t, rapid.Permutation(mixed).Draw(t, "order")), want)
		twice := folded(t, mixed)
		for _, r := range mixed {
			if err := twice.Add(r); err != nil {
				t.Fatalf("add again: %v", err)
			}
		}
		sameFold(t, records, twice, want)
	})
}

func TestFoldGroupsAnyhow(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		records := drawLog(t)
		i := rapid.IntRange(0, len(records)).Draw(t, "first cut")
		j := rapid.IntRange(i, len(records)).Draw(t, "second cut")
		join := func(a, b *model.Fold) *model.Fold { return folded(t, slices.Concat(a.Records(), b.Records())) }
		a, b, c := folded(t, records[:i]), folded(t, records[i:j]), folded(t, records[j:])
		sameFold(t, records, join(join(a, b), c), join(a, join(b, c)))
		sameFold(t, records, join(join(c, a), b), folded(t, records))
	})
}

func TestNothingDisappearsByAdding(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		records := rapid.Permutation(drawLog(t)).Draw(t, "order")
		f := folded(t, nil)
		for i, r := range records {
			before := headsOf(f, records)
			if err := f.Add(r); err != nil {
				t.Fatalf("add: %v", err)
			}
			if f.Len() != i+1 {
				t.Fatalf("%d records after adding %d", f.Len(), i+1)
			}
			for key, ids := range before {
				after := headsOf(f, records)[key]
				for _, id := range ids {
					own := model.Subject(r.Evaluation)+" "+r.Subject == key
					if !slices.Contains(after, id) && !(own && slices.Contains(r.Seen, id)) {
						t.Fatalf("adding %s %s made a value of %s disappear", r.Kind, r.Subject, key)
					}
				}
			}
		}
		for _, r := range records {
			if !f.Has(r.ID) {
				t.Fatalf("record %s is gone", r.ID)
			}
		}
	})
}

func TestClocksNeverDecide(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		ops := rapid.SliceOfN(ops(3), 15, 40).Draw(t, "script")
		walls := rapid.SliceOfN(rapid.Int64Range(1, 1<<40), len(ops), len(ops)).Draw(t, "other clocks")
		one, two := desksOf(t, 3), desksOf(t, 3)
		play(one, ops, byScript)
		play(two, ops, func(i int, _ op) int64 { return walls[i] })
		for i := range one {
			if a, b := picture(one[i].book.Evaluation()), picture(two[i].book.Evaluation()); a != b {
				t.Fatalf("another clock gave another picture:\n%s\n%s", a, b)
			}
		}
		a, b := folded(t, union(one)), folded(t, union(two))
		if x, y := picture(model.FoldEvaluation(a, evaluation)), picture(model.FoldEvaluation(b, evaluation)); x != y {
			t.Fatalf("another clock gave another picture of the union:\n%s\n%s", x, y)
		}
	})
}

func TestTakingTurnsNeverConflicts(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		all := desksOf(t, 2)
		for _, o := range script(2, 40).Draw(t, "script") {
			d, other := all[o.Desk], all[1-o.Desk]
			d.hear(other)
			d.now = o.Wall
			d.act(o)
			for key, ids := range headsOf(folded(t, d.log), d.log) {
				if len(ids) != 1 {
					t.Fatalf("%s has %d heads after taking turns", key, len(ids))
				}
			}
		}
	})
}

func TestEveryoneWhoHearsEveryoneSeesTheSame(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		all := desksOf(t, 3)
		play(all, script(3, 30).Draw(t, "script"), byScript)
		for range 2 {
			for _, d := range all {
				for _, other := range all {
					d.hear(other)
				}
			}
		}
		want := dated(all[0].book.Evaluation())
		for _, d := range all[1:] {
			if got := dated(d.book.Evaluation()); got != want {
				t.Fatalf("two copies of the same log differ:\n%s\n%s", got, want)
			}
		}
	})
}

func TestNoSubjectReachesIntoAnother(t *testing.T) {
	d, thief := newDesk(t, "amy"), newDesk(t, "bob")
	d.do(d.book.GiveLevel(d.self(), "1.1", 3))
	d.do(d.book.WriteNote(d.self(), "n1", model.NoteText{Area: "1.1", Text: "Books show it"}))
	thief.hear(d)
	before := picture(d.book.Evaluation())
	var every []model.EventID
	for _, r := range d.log {
		every = append(every, r.ID)
	}
	d.take(thief.sign(model.Act{}, []model.Change{
		{Evaluation: evaluation, Kind: "odd", Subject: "odd/thing", Value: 1, Seen: every},
		{Evaluation: evaluation + "|self", Kind: model.KindNote, Subject: "note/n1", Seen: every},
		{Evaluation: "another", Role: model.Self, Kind: model.KindNote, Subject: "self/note/n1", Seen: every},
	}))
	if after := picture(d.book.Evaluation()); after != before {
		t.Fatalf("an event of one subject changed another:\n%s\n%s", before, after)
	}
	f := folded(t, d.log)
	if h := f.Heads(evaluation, "self|odd/thing"); len(h) != 0 {
		t.Fatalf("a subject nobody wrote has heads %v", h)
	}
	if h := f.Heads(evaluation+"|self", "note/n1"); len(h) != 1 {
		t.Fatalf("got %d heads, want 1", len(h))
	}
	thiefFirst := slices.Clone(d.log)
	slices.Reverse(thiefFirst)
	if after := picture(open(t, thiefFirst).Evaluation()); after != before {
		t.Fatalf("an event that came first changed another subject:\n%s\n%s", before, after)
	}
	// The name of an evaluation and a subject must not run into each other.
	d.take(thief.sign(model.Act{}, []model.Change{{Evaluation: evaluation, Kind: "odd", Subject: "self|note/n1", Value: 1}}))
	if h := folded(t, d.log).Heads(evaluation+"|self", "note/n1"); len(h) != 1 {
		t.Fatalf("got %d heads, want the 1 of this evaluation", len(h))
	}
}

func TestErasureIsForGood(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		records := drawLog(t)
		i := rapid.IntRange(0, len(records)-1).Draw(t, "erased")
		gone := erase(records[i])
		if err := gone.VerifyHash(); err != nil {
			t.Fatalf("an erased record no longer verifies: %v", err)
		}
		f := folded(t, records)
		before := headsOf(f, records)
		for _, r := range []model.Record{gone, records[i], gone, records[i]} {
			if err := f.Add(r); err != nil {
				t.Fatalf("add: %v", err)
			}
			at := slices.IndexFunc(f.Records(), func(r model.Record) bool { return r.ID == gone.ID })
			if kept := f.Records()[at]; !kept.Erased() || kept.Salt != nil {
				t.Fatalf("the erased words are back")
			}
		}
		if after := headsOf(f, records); !reflect.DeepEqual(after, before) {
			t.Fatalf("erasing words moved heads")
		}
		sameFold(t, records, folded(t, slices.Concat([]model.Record{gone}, records)), f)
	})
}
