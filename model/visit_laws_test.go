package model_test

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"waymark/model"
)

func visitScript(desks, most int) *rapid.Generator[[]op] {
	return rapid.SliceOfN(visitOps(desks), 1, most)
}

func drawVisitLog(t *rapid.T) []model.Record {
	all := visitDesks(t, 3)
	playVisits(all, visitScript(3, 40).Draw(t, "script"), byScript)
	return union(all)
}

func TestVisitsAreOfTheSetOfRecords(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		records := drawVisitLog(t)
		mixed := slices.Clone(records)
		for _, i := range rapid.SliceOfDistinct(rapid.IntRange(0, len(records)-1), rapid.ID[int]).Draw(t, "erased") {
			mixed = append(mixed, erase(records[i]))
		}
		want := folded(t, mixed)
		got := folded(t, rapid.Permutation(mixed).Draw(t, "order"))
		sameFold(t, records, got, want)
		a, b := toldWithTimes(t, model.FoldEvaluation(got, evaluation)), toldWithTimes(t, model.FoldEvaluation(want, evaluation))
		if a != b {
			t.Fatalf("visits depend on how records came:\n%s\n%s", a, b)
		}
	})
}

func TestClocksNeverDecideAVisit(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		ops := rapid.SliceOfN(visitOps(3), 15, 40).Draw(t, "script")
		walls := rapid.SliceOfN(rapid.Int64Range(-1000, 1<<40), len(ops), len(ops)).Draw(t, "other clocks")
		one, two := visitDesks(t, 3), visitDesks(t, 3)
		playVisits(one, ops, byScript)
		playVisits(two, ops, func(i int, _ op) int64 { return walls[i] })
		for i := range one {
			if a, b := told(t, one[i].book.Evaluation()), told(t, two[i].book.Evaluation()); a != b {
				t.Fatalf("another clock gave another day:\n%s\n%s", a, b)
			}
		}
		a, b := folded(t, union(one)), folded(t, union(two))
		if x, y := told(t, model.FoldEvaluation(a, evaluation)), told(t, model.FoldEvaluation(b, evaluation)); x != y {
			t.Fatalf("another clock gave another day of the union:\n%s\n%s", x, y)
		}
	})
}

func TestTakingTurnsNeverConflictsOnAVisit(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		all := visitDesks(t, 2)
		for _, o := range visitScript(2, 40).Draw(t, "script") {
			d, other := all[o.Desk], all[1-o.Desk]
			d.hear(other)
			d.now = o.Wall
			d.actVisit(o)
			for key, ids := range headsOf(folded(t, d.log), d.log) {
				if len(ids) != 1 {
					t.Fatalf("%s has %d heads after taking turns", key, len(ids))
				}
			}
		}
		if text := told(t, all[0].book.Evaluation()); strings.Contains(text, "Contested\":true") {
			t.Fatalf("taking turns left an open choice:\n%s", text)
		}
	})
}

func TestEveryoneWhoHearsEveryoneSeesTheSameVisit(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		all := visitDesks(t, 3)
		playVisits(all, visitScript(3, 40).Draw(t, "script"), byScript)
		for range 2 {
			for _, d := range all {
				for _, other := range all {
					d.hear(other)
				}
			}
		}
		want := toldWithTimes(t, all[0].book.Evaluation())
		for _, d := range all[1:] {
			if got := toldWithTimes(t, d.book.Evaluation()); got != want {
				t.Fatalf("two copies of the same log differ:\n%s\n%s", got, want)
			}
		}
	})
}

func TestUndoThenRedoIsIdentityOnAVisit(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		all := visitDesks(t, 2)
		playVisits(all, visitScript(2, 30).Draw(t, "script"), byScript)
		d := all[0]
		before := toldWithTimes(t, d.book.Evaluation())
		if _, err := d.book.Undo(d.mine); err != nil {
			return // nothing to take back, or a closed visit, a seal or a finished evaluation in the way
		}
		d.undo()
		d.redo()
		if after := toldWithTimes(t, d.book.Evaluation()); after != before {
			t.Fatalf("undo then redo changed something:\n%s\n%s", before, after)
		}
	})
}

// binds lists the kinds of op that no key takes back, or that a key takes back
// only at once.
func binds(kind int) bool {
	switch k := kind - visitFirst; k {
	case 19, 20, 21, 22, 23, 24, 25, 26:
		return true
	default:
		return kind == 0 || kind == opKinds-1
	}
}

// Alone at a desk, every act of a day that binds nobody can be taken back one by
// one to where it began, and done again one by one, with restarts between.
func TestUndoAllThenRedoAllOfAVisitsDay(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := visitDesks(t, 1)[0]
		pictures := []string{toldWithTimes(t, d.book.Evaluation())}
		for _, o := range visitScript(1, 30).Draw(t, "script") {
			d.now = o.Wall
			if !binds(o.Kind) && d.actVisit(o) {
				pictures = append(pictures, toldWithTimes(t, d.book.Evaluation()))
			}
		}
		acts := len(pictures) - 1
		for i := acts - 1; i >= 0; i-- {
			if rapid.Bool().Draw(t, "restart") {
				d.restart()
			}
			d.undo()
			if got := toldWithTimes(t, d.book.Evaluation()); got != pictures[i] {
				t.Fatalf("undo to act %d of %d gave\n%s\nwant\n%s", i, acts, got, pictures[i])
			}
		}
		_, err := d.book.Undo(d.mine)
		wantErr(t, err, model.ErrNothing)
		for i := 1; i <= acts; i++ {
			d.redo()
			if got := toldWithTimes(t, d.book.Evaluation()); got != pictures[i] {
				t.Fatalf("redo to act %d of %d gave\n%s\nwant\n%s", i, acts, got, pictures[i])
			}
		}
	})
}

// Nothing of a visit disappears by hearing: what only one copy said stands in
// the union.
func TestNothingOfAVisitDisappearsByHearing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		all := visitDesks(t, 2)
		playVisits(all, visitScript(2, 30).Draw(t, "script"), byScript)
		f := folded(t, union(all))
		for _, d := range all {
			own := folded(t, d.log)
			for key, ids := range headsOf(own, d.log) {
				for _, id := range ids {
					if !slices.Contains(headsOf(f, union(all))[key], id) && !supersedes(union(all), id) {
						t.Fatalf("a value of %s disappeared", key)
					}
				}
			}
		}
	})
}

func supersedes(records []model.Record, id model.EventID) bool {
	return slices.ContainsFunc(records, func(r model.Record) bool { return slices.Contains(r.Seen, id) })
}
