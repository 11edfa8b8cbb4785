package visit_test

import (
	"encoding/json"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"

	"waymark/model"
	"waymark/model/agreement"
	"waymark/model/visit"
)

func (o *office) leanOf(voice model.Voice) visit.RaterLean {
	o.t.Helper()
	l, err := visit.LeanOf(o.book.As(voice), o.visiting(), voice)
	if err != nil {
		o.t.Fatalf("lean: %v", err)
	}
	return l
}

// The figures of the fixture come from a program of their own.
func TestRaterLeansAreThoseOfTheLevels(t *testing.T) {
	text, err := os.ReadFile("../agreement/testdata/expected.json")
	if err != nil {
		t.Fatal(err)
	}
	var want map[string]struct{ Lean []agreement.Lean }
	if err := json.Unmarshal(text, &want); err != nil {
		t.Fatal(err)
	}
	for name, in := range want {
		o := filled(t, name)
		leans, err := visit.RaterLeans(o.book, o.visiting())
		if err != nil {
			t.Fatal(err)
		}
		if len(leans) != len(in.Lean) {
			t.Fatalf("%s: %d leans, want %d", name, len(leans), len(in.Lean))
		}
		for i, w := range in.Lean {
			if l := leans[i]; l.N != w.N || *l.Mean != *w.Mean || l.Above+l.On+l.Below != l.N {
				t.Errorf("%s: rater %d leans %+v (%v), want %+v (%v)", name, i, l, *l.Mean, w, *w.Mean)
			}
		}
	}
}

func TestEachIsToldOfThemselvesAlone(t *testing.T) {
	o := filled(t, "three-raters")
	all, err := visit.RaterLeans(o.book, o.visiting())
	if err != nil {
		t.Fatal(err)
	}
	for i, voice := range []model.Voice{school(), reviewer(guest), reviewer(aide)} {
		got := o.leanOf(voice)
		if got.Person != all[i].Person || got.N != all[i].N || *got.Mean != *all[i].Mean {
			t.Errorf("%v is told %+v, want %+v", voice, got, all[i])
		}
	}
	if l := o.leanOf(reviewer("p-else")); l.N != 0 || l.Mean != nil || l.Person != "p-else" {
		t.Errorf("somebody who judged nothing is told %+v", l)
	}
}

// Whatever the school says of an area that a reviewer has still to judge, and
// whatever others say of it, the lean of that reviewer is the same.
func TestALeanTellsNothingOfAnAreaStillToJudge(t *testing.T) {
	tell := func(hidden model.Level) visit.RaterLean {
		o := newOffice(t, comparedRubric(2, 6))
		var focus []model.AreaID
		for _, a := range o.book.Rubric().Areas {
			focus = append(focus, a.ID)
		}
		o.begin(focus...)
		for i, a := range focus {
			if i > 9 {
				o.says(a, hidden)
				o.judge(reviewer(aide), a, rated(5-hidden))
				continue
			}
			o.says(a, 3)
			o.sees(a, 2)
		}
		o.do(o.book.Glimpse(reviewer(guest), theVisit, focus[11]))
		return o.leanOf(reviewer(guest))
	}
	low, high := tell(1), tell(4)
	if low.N != 10 || high.N != 10 || *low.Mean != *high.Mean || low.Below != 10 {
		t.Errorf("%+v with low levels kept, %+v with high ones", low, high)
	}
}

// Two reviewers can be compared where the school is silent, and the lead's "not
// enough to say" takes nothing from the other.
func TestALeanCountsWhateverTwoHaveJudged(t *testing.T) {
	o := newOffice(t, comparedRubric(1, 3))
	o.begin("1.1", "1.2", "1.3")
	o.says("1.1", 3)
	o.judge(reviewer(guest), "1.1", model.Opinion{State: model.NoEvidence})
	o.judge(reviewer(aide), "1.1", rated(4))
	o.sees("1.2", 1)
	o.judge(reviewer(aide), "1.2", rated(2))
	o.judge(school(), "1.3", model.Opinion{State: model.NotApplicable})
	o.sees("1.3", 1)
	l := o.leanOf(reviewer(aide))
	if l.N != 2 || l.Above != 2 || *l.Mean != 0.5 {
		t.Errorf("%+v", l)
	}
	if l := o.leanOf(reviewer(guest)); l.N != 1 || l.Below != 1 {
		t.Errorf("the lead: %+v", l)
	}
}

func leaning(n int, mean float64) visit.RaterLean {
	return visit.RaterLean{Person: guest, Lean: agreement.Lean{N: n, Above: 1, On: 2, Below: n - 3, Mean: &mean}}
}

func TestALeanInWords(t *testing.T) {
	for mean, want := range map[float64]string{
		0: "all in all on the", -0.03: "all in all almost on the", 0.1: "a little above the", -0.25: "about a quarter of a level below the", 0.33: "about a third of a level above the",
		-0.52: "about half a level below the", 0.66: "about two thirds of a level above the", -0.8: "about three quarters of a level below the",
		1: "about a level above the", -1.5: "about a level and a half below the", 2.9: "about 3 levels above the",
	} {
		got := leaning(22, mean).Words()
		if got[0] != "Over 22 areas your levels lay "+want+" middle of everybody’s." || got[1] != "Area by area: above the middle of everybody’s in 1, on it in 2, below it in 19." {
			t.Errorf("%v: %q", mean, got)
		}
	}
	ours := leaning(22, -0.5)
	ours.Person = ""
	if got := ours.Words()[0]; got != "Over 22 areas the school’s levels lay about half a level below the middle of everybody’s." {
		t.Errorf("the school: %q", got)
	}
}

func TestFewAreasAreCountedAndNothingMore(t *testing.T) {
	for n := 3; n < agreement.Fewest; n++ {
		l := leaning(n, -0.5)
		below := "none"
		if n > 3 {
			below = strconv.Itoa(n - 3)
		}
		said := strings.Join(l.Words(), " ")
		want := []string{"Over " + strconv.Itoa(n) + " areas: above the middle of everybody’s in 1, on it in 2, below it in " + below + ".", "Under 8 areas nothing more is told."}
		if l.Told() || !slices.Equal(l.Words(), want) || strings.Contains(said, "half") {
			t.Errorf("%d: %q", n, said)
		}
	}
	if !leaning(agreement.Fewest, 0.5).Told() {
		t.Error("eight areas are enough")
	}
	none := visit.RaterLean{Person: guest}
	if got := none.Words(); len(got) != 1 || got[0] != "There is no area yet with a level of yours and one of somebody else." {
		t.Errorf("none: %q", got)
	}
	none.Person = ""
	if got := none.Words(); got[0] != "There is no area yet with a level of the school’s and one of somebody else." {
		t.Errorf("none: %q", got)
	}
}
