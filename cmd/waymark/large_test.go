//go:build !windows

package main

import (
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"waymark/model"
	"waymark/ui/env"
	"waymark/ui/nav"
	"waymark/ui/uitest"
)

// largeRubric is as large as a rubric can be: 500 areas with nine levels each,
// and with everything around them that can be written.
func largeRubric() model.Rubric {
	const prose = "Pupils talk, write and build on what they know, and adults notice what follows from it and say so to them, in words that each can use."
	r := model.Rubric{ID: "large", Edition: "1", Title: "Large", Kind: model.KindSchool, Language: "en-GB", Summary: prose}
	r.Scale = model.Scale{ID: "nine", Title: "Nine", Expected: 6}
	for l := range model.MaxLevels {
		r.Scale.Levels = append(r.Scale.Levels, model.LevelName{Name: fmt.Sprint("Level ", l+1), Meaning: "What it means."})
	}
	for g := range 25 {
		id := model.GroupID(fmt.Sprint(g + 1))
		r.Groups = append(r.Groups, model.Group{ID: id, Title: fmt.Sprint("The group called ", g+1), Summary: prose})
		for a := range 20 {
			r.Areas = append(r.Areas, largeArea(id, model.AreaID(fmt.Sprintf("%d.%d", g+1, a+1)), prose))
		}
	}
	for i := range r.Areas[2:] {
		r.Edges = append(r.Edges, model.Edge{Before: r.Areas[i].ID, After: r.Areas[i+2].ID}, model.Edge{Before: r.Areas[i+1].ID, After: r.Areas[i+2].ID})
	}
	return r
}

func largeArea(group model.GroupID, id model.AreaID, prose string) model.Area {
	a := model.Area{
		ID: id, Group: group, Title: fmt.Sprintf("What goes on in area %s", id), Scope: prose, Why: prose, Question: "How is it?", Vision: prose,
		Ask: []string{prose, prose}, LookFors: []string{prose, prose, prose, prose}, LookAgains: []string{prose, prose},
	}
	for l := range model.MaxLevels {
		a.Levels = append(a.Levels, fmt.Sprintf("Level %d. %s", l+1, prose))
		a.Exemplars = append(a.Exemplars, prose)
	}
	for _, kind := range []model.EvidenceKind{model.See, model.Hear, model.Read, model.Count} {
		a.Evidence = append(a.Evidence, model.Prompt{Kind: kind, Text: prose})
	}
	for l := model.Level(1); l < model.MaxLevels; l++ {
		steps := []model.NextStep{{Do: prose, Effort: model.EffortSmall}, {Do: prose, Effort: model.EffortLarge}}
		a.NextSteps = append(a.NextSteps, model.Boundary{From: l, To: l + 1, Steps: steps})
	}
	return a
}

// large is the app on the large rubric at a place, half of it judged.
func large(t testing.TB, at func(*env.Env) nav.Route) *uitest.Driver {
	t.Helper()
	d := uitest.NewEnv(t)
	d.Shelf.Rubric = largeRubric()
	d.Begin()
	for i, a := range d.Env.Desk.Book.Rubric().Areas {
		if i%2 == 0 {
			if err := d.Env.Desk.Do(d.Env.Desk.Book.GiveLevel(d.Env.Desk.Voice, a.ID, model.Level(1+i%9))); err != nil {
				t.Fatal(err)
			}
		}
	}
	return d.Run(opener(d.Env), at(d.Env), 120, 40)
}

// largePlaces are what people do where there is much of it: where, and the keys
// that are pressed over and over.
func largePlaces() map[string]struct {
	at   func(*env.Env) nav.Route
	keys []string
} {
	type place = struct {
		at   func(*env.Env) nav.Route
		keys []string
	}
	in := func(r nav.Route) func(*env.Env) nav.Route { return func(*env.Env) nav.Route { return r } }
	down := []string{"down"}
	return map[string]place{
		"home":   {in(nav.Home{}), down},
		"judge":  {in(nav.Judge{Area: "1.1"}), []string{"down", "down", "]", "up", "pgdown"}},
		"levels": {in(nav.Judge{Area: "1.2"}), []string{"5", "enter", "6", "]"}},
		"areas":  {func(e *env.Env) nav.Route { return nav.Areas{Rubric: e.Desk.Book.Rubric().Hash()} }, append([]string{"end"}, down...)},
		"read":   {in(nav.Read{Area: "1.1"}), []string{"down", "pgdown", "]"}},
		"page":   {in(nav.AreaPage{Area: "13.1"}), []string{"down", "pgdown", "]"}},
		"tour": {func(e *env.Env) nav.Route {
			return nav.AreaPage{Rubric: e.Desk.Book.Rubric().Hash(), Area: "1.1", Tour: true}
		}, []string{"down", "enter"}},
		"overview":   {in(nav.Overview{}), []string{"down", "right", "right", "o"}},
		"find":       {in(nav.Find{}), []string{"w", "h", "a", "t", "down", "backspace", "backspace", "backspace", "backspace"}},
		"library":    {in(nav.Library{}), []string{"down", "/", "a", "r", "backspace", "backspace", "esc"}},
		"check":      {in(nav.Check{}), down},
		"priorities": {in(nav.Priorities{}), []string{"down", "up"}},
		"working":    {in(nav.Working{}), []string{"down", "pgdown", "up"}},
	}
}

// TestTheLargestRubricIsDrawn holds the benchmarks to places that are there.
func TestTheLargestRubricIsDrawn(t *testing.T) {
	says := map[string]string{
		"home": "250 of 500", "judge": "9 Level 9", "levels": "9 Level 9", "areas": "500 areas in 25 groups, 9 levels", "read": "Levels 1 and 2 of 9", "page": "13.1  What goes on",
		"tour": "1.1  What goes on", "overview": "1.20 What goes on in area 1.20", "find": "500 areas", "library": "Large", "check": "250", "priorities": "You have judged 250 of 500 areas", "working": "1.1 What goes on",
	}
	for name, place := range largePlaces() {
		t.Run(name, func(t *testing.T) {
			d := large(t, place.at)
			d.Resize(120, 60)
			d.Exact().See(says[name])
			d.Resize(80, 24)
			d.Exact()
			d.Press(place.keys...)
			d.Exact()
		})
	}
}

func TestARubricTooLongToKeepSaysSo(t *testing.T) {
	b := newBench(t)
	r := largeRubric()
	for i := range r.Areas {
		r.Areas[i].Vision = strings.Repeat("\" ", 2000)
	}
	var field *model.FieldError
	if _, err := b.ws.installRubric(t.Context(), r); !errors.As(err, &field) || !strings.Contains(field.Problem, "too long to keep") {
		t.Errorf("a rubric that does not fit is refused with %v", err)
	}
}

// BenchmarkLarge is what one key costs, with the frame that answers it, on the
// largest rubric there can be.
func BenchmarkLarge(b *testing.B) {
	for name, place := range largePlaces() {
		b.Run(name, func(b *testing.B) {
			d := large(b, place.at)
			d.Press(place.keys...)
			i, worst := 0, time.Duration(0)
			for b.Loop() {
				began := time.Now()
				d.Press(place.keys[i%len(place.keys)])
				_ = d.App.View()
				worst = max(worst, time.Since(began))
				i++
			}
			b.ReportMetric(float64(worst)/1e6, "ms/worst")
		})
	}
}

// BenchmarkLargePlace is what opening a place costs, with its first frame.
func BenchmarkLargePlace(b *testing.B) {
	for name, place := range largePlaces() {
		b.Run(name, func(b *testing.B) {
			d := large(b, func(*env.Env) nav.Route { return nav.Home{} })
			for i := 0; b.Loop(); i++ { // after a level has changed, as when somebody has been at work
				b.StopTimer()
				if err := d.Env.Desk.Do(d.Env.Desk.Book.GiveLevel(d.Env.Desk.Voice, "1.1", model.Level(1+i%9))); err != nil && i > 0 {
					b.Fatal(err)
				}
				b.StartTimer()
				d.Run(opener(d.Env), place.at(d.Env), 120, 40)
				_ = d.App.View()
			}
		})
	}
}

// BenchmarkLargeOpens is what comes between Enter and the first frame of an
// evaluation on the largest rubric, from the file.
func BenchmarkLargeOpens(b *testing.B) {
	app := newBench(b)
	r := largeRubric()
	if _, err := app.ws.installRubric(b.Context(), r); err != nil {
		b.Fatal(err)
	}
	o, err := app.shelf.Begin(b.Context(), env.Beginning{Name: "Alder Lane", Rubric: r.Hash(), Year: "2026-27"})
	if err != nil {
		b.Fatal(err)
	}
	school, id := o.Desk.Book.SchoolID(), o.Desk.Book.EvaluationID()
	for b.Loop() {
		app.ws.rubrics = map[string]model.Rubric{}
		if _, err := app.shelf.Open(b.Context(), school, id); err != nil {
			b.Fatal(err)
		}
	}
}
