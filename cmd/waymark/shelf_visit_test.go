package main

import (
	"path/filepath"
	"testing"

	"waymark/model"
	"waymark/ui/env"
)

// Whoever --as names works on the visit in progress in their own name, and only
// somebody who is on it.
func TestTheVisitGoesOnForWhoeverIsNamed(t *testing.T) {
	b := newBench(t)
	o := b.begin("Alder Lane")
	lead := model.Voice{Person: "okafor", Role: model.Reviewer}
	d := o.Desk.As(lead)
	for _, rule := range []func() ([]model.Change, error){
		func() ([]model.Change, error) {
			return []model.Change{
				model.NamePerson(model.Person{ID: "okafor", Name: "R. Okafor"}, nil),
				model.NamePerson(model.Person{ID: "shah", Name: "A. Shah"}, nil),
				model.NamePerson(model.Person{ID: "nguyen", Name: "T. Nguyen"}, nil),
			}, nil
		},
		func() ([]model.Change, error) {
			return d.Book.StartVisit(lead, "v1", model.Visiting{Date: "2026-09-24", Lead: "okafor"})
		},
		func() ([]model.Change, error) { return d.Book.SetTeam(lead, "v1", []model.Member{{Person: "shah"}}) },
	} {
		if err := d.Do(rule()); err != nil {
			t.Fatal(err)
		}
	}
	if err := b.keepVisiting(o.Desk.Book.EvaluationID(), env.Visiting{Visit: "v1", Voice: lead}); err != nil {
		t.Fatal(err)
	}
	b.stop()
	for as, want := range map[string]model.Voice{
		"":          lead,
		"R. Okafor": lead,
		"a. shah":   {Person: "shah", Role: model.Reviewer},
		"T. Nguyen": {Person: "nguyen", Role: model.Self},
	} {
		again := reopen(t, b.folder, globals{db: filepath.Join(b.folder, "data", "waymark.db"), as: as})
		if _, err := again.open(t.Context(), nil); err != nil {
			t.Fatal(err)
		}
		if got := again.env.Desk.Voice; got != want || (again.env.Visiting.Visit == "v1") != (want.Role == model.Reviewer) {
			t.Errorf("--as %q is %+v on %q, want %+v", as, got, again.env.Visiting.Visit, want)
		}
		again.stop()
	}
}
