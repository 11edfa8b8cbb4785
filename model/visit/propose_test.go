package visit_test

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"waymark/model"
	"waymark/model/priority"
	"waymark/model/visit"
)

func proposed(all []visit.Proposal) []model.AreaID {
	var areas []model.AreaID
	for _, p := range all {
		areas = append(areas, p.Area)
	}
	return areas
}

func reasonsOf(all []visit.Proposal, a model.AreaID) (kinds []visit.ReasonKind, words []string) {
	for _, p := range all {
		if p.Area == a {
			for _, r := range p.Reasons {
				kinds, words = append(kinds, r.Kind), append(words, r.Words())
			}
		}
	}
	return kinds, words
}

// wellKnown gives every area of an evaluation a level that nobody doubts, and evidence.
func wellKnown(t *testing.T, areas int) *evaluated {
	t.Helper()
	d := newEvaluated(t, madeUp(areas))
	for _, a := range areaIDs(d.book.Rubric()) {
		d.judge(a, model.Opinion{Level: 3})
		d.note(headVoice(), model.NoteText{Area: a, Text: "Seen.", Kind: model.FromVisit})
		d.note(headVoice(), model.NoteText{Area: a, Text: "Read.", Kind: model.FromWork})
	}
	return d
}

func TestProposeSaysWhy(t *testing.T) {
	d := wellKnown(t, 10)
	d.judge("1.1", model.Opinion{Level: 3, Confidence: model.Low})
	d.do(d.book.SetFlag(headVoice(), "1.2", true))
	d.judge("1.3", model.Opinion{Level: 4})
	before := map[model.AreaID]model.Level{"1.3": 2, "1.4": 2}
	got := visit.Propose(d.book, before, []priority.Check{{Area: "2.2", VOI: 0.4}, {Area: "2.1", VOI: 0.2}}, 8, d.now)
	if want := []model.AreaID{"2.2", "2.1", "1.2", "1.3", "1.1", "1.4", "1.5", "2.3"}; !slices.Equal(proposed(got), want) {
		t.Fatalf("got %v, want %v", proposed(got), want)
	}
	for a, want := range map[model.AreaID]string{
		"2.2": "would change the priorities most",
		"1.2": "somebody at the school wants to talk about it",
		"1.3": "moved from Developing to Sharing since last time",
		"1.1": "the school is not sure of its level",
		"1.4": "there is room for it",
	} {
		if _, words := reasonsOf(got, a); !slices.Equal(words, []string{want}) {
			t.Errorf("%s: got %v, want %q", a, words, want)
		}
	}
}

func TestProposeLooksAtTheEvidence(t *testing.T) {
	d := newEvaluated(t, madeUp(5))
	note := func(a model.AreaID, kind model.NoteKind) {
		t.Helper()
		d.note(headVoice(), model.NoteText{Area: a, Text: "A note.", Kind: kind})
	}
	note("1.2", model.FromVisit)
	note("1.3", model.FromVisit)
	note("1.3", model.FromVisit)
	note("1.4", model.FromVisit)
	note("1.4", model.FromData)
	got := visit.Propose(d.book, nil, nil, 5, d.now)
	for a, want := range map[model.AreaID]string{
		"1.1": "thin evidence: no notes",
		"1.2": "thin evidence: 1 note",
		"1.3": "thin evidence: all 2 notes are of one kind",
		"1.4": "there is room for it",
	} {
		if _, words := reasonsOf(got, a); !slices.Equal(words, []string{want}) {
			t.Errorf("%s: got %v, want %q", a, words, want)
		}
	}
	later := visit.Propose(d.book, nil, nil, 5, d.now.AddDate(1, 0, 1))
	if kinds, _ := reasonsOf(later, "1.4"); !slices.Equal(kinds, []visit.ReasonKind{visit.OldEvidence}) {
		t.Errorf("a year on: %v", kinds)
	}
	if kinds, _ := reasonsOf(later, "1.1"); slices.Contains(kinds, visit.OldEvidence) {
		t.Errorf("no notes at all are not old: %v", kinds)
	}
}

func TestProposeLeavesOutWhatIsSetAside(t *testing.T) {
	d := newEvaluated(t, madeUp(5))
	d.do(d.book.Emphasise("1.1", model.Emphasis{Excluded: true, Reason: "Not this year"}))
	d.do(d.book.Judge(headVoice(), "1.2", model.Opinion{State: model.NotApplicable}))
	got := proposed(visit.Propose(d.book, nil, []priority.Check{{Area: "1.2", VOI: 1}}, 5, d.now))
	if want := []model.AreaID{"1.3", "1.4", "1.5"}; !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}

func TestProposeTellsAReviewerNothing(t *testing.T) {
	d := wellKnown(t, 5)
	d.judge("1.3", model.Opinion{Level: 4, Confidence: model.Low})
	d.judge("1.4", model.Opinion{Level: 1})
	for _, p := range visit.Propose(d.book, map[model.AreaID]model.Level{"1.3": 1, "1.4": 4}, nil, 5, d.now) {
		for _, words := range p.Quiet() {
			for _, level := range d.book.Rubric().Scale.Levels {
				if strings.Contains(words, level.Name) {
					t.Errorf("%s: %q", p.Area, words)
				}
			}
		}
		if moved := p.Area == "1.3" || p.Area == "1.4"; moved && !slices.Equal(p.Quiet(), []string{"worth a second look"}) {
			t.Errorf("%s: %q tells up from down or how sure the school is", p.Area, p.Quiet())
		}
	}
}

func TestProposeLaws(t *testing.T) {
	d := newEvaluated(t, madeUp(23))
	all := areaIDs(d.book.Rubric())
	rapid.Check(t, func(t *rapid.T) {
		var check []priority.Check
		for _, i := range rapid.Permutation(all).Draw(t, "check")[:rapid.IntRange(0, 23).Draw(t, "how many")] {
			check = append(check, priority.Check{Area: i, VOI: 0.5})
		}
		n := rapid.IntRange(1, 30).Draw(t, "n")
		got := visit.Propose(d.book, nil, check, n, d.now)
		if len(got) != min(n, 23) {
			t.Fatalf("%d asked for, %d proposed", n, len(got))
		}
		groups, seen := map[model.GroupID]bool{}, map[model.AreaID]bool{}
		for _, p := range got {
			a, _ := d.book.Rubric().Area(p.Area)
			groups[a.Group], seen[p.Area] = true, true
			if len(p.Reasons) == 0 {
				t.Fatalf("no reason for %s", p.Area)
			}
		}
		if len(seen) != len(got) || (n >= 5 && len(groups) != 5) {
			t.Fatalf("%d areas, %d of them different, in %d groups", len(got), len(seen), len(groups))
		}
		if len(check) > 0 && n >= 2 && got[0].Area != check[0].Area {
			t.Fatalf("%s comes before %s, which would change the priorities most", got[0].Area, check[0].Area)
		}
	})
}

func BenchmarkPropose500(b *testing.B) {
	d := newEvaluated(b, madeUp(500))
	for b.Loop() {
		visit.Propose(d.book, nil, nil, 22, d.now)
	}
}
