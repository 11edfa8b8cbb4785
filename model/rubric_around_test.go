package model_test

import (
	"errors"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"

	"waymark/model"
)

// full is the test rubric with everything that can stand around a descriptor.
func full() model.Rubric {
	r := rubric()
	r.Areas[0].Vision = "It is plain to everyone."
	r.Areas[0].LookFors = []string{"A plan on the wall."}
	r.Areas[0].LookAgains = []string{"Nobody reads the wall."}
	r.Areas[0].Phases = []model.InPhase{
		{Phase: model.PhaseEarly, LookFors: []string{"Play."}}, {Phase: model.PhaseSpecial, LookFors: []string{"Signs.", "Sounds."}},
	}
	r.Areas[0].NextSteps = []model.Boundary{
		{From: 1, To: 2, Steps: []model.NextStep{{Do: "Ask one class.", Effort: model.EffortSmall}, {Do: "Ask all.", Effort: model.EffortMedium, Area: "2.2"}}},
		{From: 3, To: 4, Steps: []model.NextStep{{Do: "Invite others.", Effort: model.EffortLarge}}},
	}
	r.Areas[0].Research = []model.Research{{Title: "A guide", URL: "https://example.org/guide", Why: "It helps."}}
	r.Areas[0].Tags = model.Tags{Inspection: []string{"inclusion"}}
	r.Areas[0].Exemplars = []string{"One day.", "Two days.", "Three days.", "Four days."}
	r.Crosswalk = []model.Crossing{{Rubric: "other", From: "1", To: "a"}, {Rubric: "other", From: "2.3", To: "b"}}
	return r
}

func TestCheckFindsEachFaultAroundTheDescriptors(t *testing.T) {
	if err := full().Check(); err != nil {
		t.Fatalf("a sound rubric is refused: %v", err)
	}
	for want, spoil := range map[string]func(*model.Rubric, *model.Area){
		"area 1.1: this rubric has 4 levels but the area has 3 exemplars; write one for each level or none": func(_ *model.Rubric, a *model.Area) { a.Exemplars = a.Exemplars[:3] },
		"area 1.1: exemplar 2 is empty":                                                                  func(_ *model.Rubric, a *model.Area) { a.Exemplars[1] = " " },
		"area 1.1: look-for 1 is empty":                                                                  func(_ *model.Rubric, a *model.Area) { a.LookFors[0] = "" },
		"area 1.1: look-again 1 is empty":                                                                func(_ *model.Rubric, a *model.Area) { a.LookAgains[0] = "" },
		`area 1.1: there is no phase "infant"`:                                                           func(_ *model.Rubric, a *model.Area) { a.Phases[0].Phase = "infant" },
		"area 1.1: phase early stands twice or out of order":                                             func(_ *model.Rubric, a *model.Area) { slices.Reverse(a.Phases) },
		"area 1.1: phase special stands twice or out of order":                                           func(_ *model.Rubric, a *model.Area) { a.Phases[0] = a.Phases[1]; a.Phases[0].Phase = "special" },
		"area 1.1: phase early has no look-fors":                                                         func(_ *model.Rubric, a *model.Area) { a.Phases[0].LookFors = nil },
		"area 1.1: special look-for 2 is empty":                                                          func(_ *model.Rubric, a *model.Area) { a.Phases[1].LookFors[1] = "" },
		"area 1.1: next steps lead from level 1 to 3; they lead from one level of the scale to the next": func(_ *model.Rubric, a *model.Area) { a.NextSteps[0].To = 3 },
		"area 1.1: next steps lead from level 4 to 5; they lead from one level of the scale to the next": func(_ *model.Rubric, a *model.Area) { a.NextSteps[1].From, a.NextSteps[1].To = 4, 5 },
		"area 1.1: next steps lead from level 0 to 1; they lead from one level of the scale to the next": func(_ *model.Rubric, a *model.Area) { a.NextSteps[0].From, a.NextSteps[0].To = 0, 1 },
		"area 1.1: next steps from level 1 stand twice or out of order":                                  func(_ *model.Rubric, a *model.Area) { a.NextSteps[1] = a.NextSteps[0] },
		"area 1.1: there are no next steps from level 3":                                                 func(_ *model.Rubric, a *model.Area) { a.NextSteps[1].Steps = nil },
		"area 1.1: next step 2 from level 1 is empty":                                                    func(_ *model.Rubric, a *model.Area) { a.NextSteps[0].Steps[1].Do = "" },
		`area 1.1: next step 1 from level 3 has the effort "XL"; it is S, M or L`:                        func(_ *model.Rubric, a *model.Area) { a.NextSteps[1].Steps[0].Effort = "XL" },
		`area 1.1: next step 2 from level 1 names area "9.9", which is not there`:                        func(_ *model.Rubric, a *model.Area) { a.NextSteps[0].Steps[1].Area = nobody },
		"area 1.1: research 1 needs a title and an address that starts with https://":                    func(_ *model.Rubric, a *model.Area) { a.Research[0].URL = "http://example.org" },
		"crosswalk from 1: name the other rubric and the place in it":                                    func(r *model.Rubric, _ *model.Area) { r.Crosswalk[0].To = "" },
		"crosswalk from 1: it leads to this same rubric":                                                 func(r *model.Rubric, _ *model.Area) { r.Crosswalk[0].Rubric = "test" },
		"crosswalk from 9: there is no such area or group":                                               func(r *model.Rubric, _ *model.Area) { r.Crosswalk[0].From = "9" },
		"rubric: only a pulse or a visit has items":                                                      func(r *model.Rubric, _ *model.Area) { r.Groups[0].Items = pulse().Groups[0].Items },
		"rubric: only a visit has answers, roles and positions":                                          func(r *model.Rubric, _ *model.Area) { r.Answers = []string{"seen", "not seen"} },
	} {
		r := full()
		spoil(&r, &r.Areas[0])
		wantFault(t, r, want)
	}
}

func wantFault(t *testing.T, r model.Rubric, want string) {
	t.Helper()
	var faults model.RubricFaults
	if err := r.Check(); !errors.As(err, &faults) || !slices.Contains(strings.Split(err.Error(), "\n"), want) {
		t.Errorf("got %v\nwant %s", err, want)
	}
}

// An evaluation names its rubric by its hash, so a rubric that says nothing of
// what came later must keep the hash it had before.
func TestARubricWithoutExtrasKeepsItsHash(t *testing.T) {
	if got := rubric().Hash(); got != "a738609792ac95cf2632be9bacf75a68b3773cb5c66d51e178d8ee44182dd552" {
		t.Errorf("the hash is now %s", got)
	}
}

func TestWhatIsAddedHereIsNoPartOfTheRubric(t *testing.T) {
	r := full()
	before := r.Hash()
	r.Areas[0].Local = []model.Local{{Overlay: "ours", LookFors: []string{"The bell."}}}
	if r.Hash() != before {
		t.Errorf("an addition changed the hash")
	}
}

func TestEverythingAroundSurvivesBeingStored(t *testing.T) {
	for _, r := range []model.Rubric{full(), pulse(), visit()} {
		text, err := r.Canonical()
		if err != nil {
			t.Fatal(err)
		}
		back, err := model.RubricFromCanonical(text)
		if err != nil {
			t.Fatal(err)
		}
		if !reflect.DeepEqual(back, r) || back.Hash() != r.Hash() {
			t.Errorf("it changed:\n got %+v\nwant %+v", back, r)
		}
	}
}

func TestLookupsAroundTheDescriptors(t *testing.T) {
	a := full().Areas[0]
	got := fmt.Sprint(len(a.StepsFrom(1)), len(a.StepsFrom(2)), len(a.StepsFrom(3)), len(a.StepsFrom(4)),
		a.LookForsIn(model.PhaseSpecial), a.LookForsIn(model.PhasePrimary), a.Exemplar(0), a.Exemplar(2), a.Exemplar(5))
	if want := "2 0 1 0 [Signs. Sounds.] []Two days."; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestOnlyLeavesNoStepOrCrossingBehind(t *testing.T) {
	r := full()
	cut := r.Only([]model.AreaID{"1.1"})
	if err := cut.Check(); err != nil {
		t.Fatal(err)
	}
	if s := cut.Areas[0].StepsFrom(1)[1]; s.Area != "" || s.Do != "Ask all." {
		t.Errorf("the step is now %+v", s)
	}
	if want := []model.Crossing{{Rubric: "other", From: "1", To: "a"}}; !slices.Equal(cut.Crosswalk, want) {
		t.Errorf("got %v, want %v", cut.Crosswalk, want)
	}
	if r.Areas[0].NextSteps[0].Steps[1].Area != "2.2" {
		t.Errorf("cutting changed the rubric itself")
	}
}
