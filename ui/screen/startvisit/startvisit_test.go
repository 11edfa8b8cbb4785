package startvisit_test

import (
	"context"
	"errors"
	"strings"
	"testing"
	"time"

	"waymark/model"
	"waymark/ui"
	"waymark/ui/env"
	"waymark/ui/nav"
	"waymark/ui/screen/startvisit"
	"waymark/ui/uitest"
)

func school(t *testing.T) *uitest.Driver {
	t.Helper()
	return uitest.NewEnv(t).Begin().Judge(strings.Repeat("34224", 9))
}

func run(d *uitest.Driver) *uitest.Driver {
	open := func(r nav.Route) ui.Screen {
		if r, ok := r.(nav.StartVisit); ok {
			return startvisit.New(d.Env, r)
		}
		return &uitest.Place{Route: r}
	}
	d.Run(open, nav.Home{}, 80, 24)
	d.Env.Nav.Push(nav.StartVisit{})
	d.Send(struct{}{})
	return d
}

func TestPlanningAheadTellsTheWayBack(t *testing.T) {
	d := run(school(t))
	d.Type("R. Okafor").Press("enter", "enter", "ctrl+u").Type("1 October 2026").Press("enter", "enter", "enter", "enter", "enter", "enter")
	d.See("The visit is planned. Esc, then m, leads back to the school’s own view.")
	if planned(t, d).Date != "2026-10-01" {
		t.Fatal("planned for another day")
	}
}

func TestAReasonIsReadWholeOnTheStatusLine(t *testing.T) {
	d := run(school(t))
	d.Type("R").Press("enter", "enter", "enter", "enter", "down").See(": would change the priorities most, thin evidence.")
	d.Press("end").See("15 of 41 areas; one day suits about 15.")
}

func planned(t *testing.T, d *uitest.Driver) model.Visit {
	t.Helper()
	all := d.Env.SchoolBook().Evaluation().Visits
	if len(all) != 1 {
		t.Fatalf("%d visits are planned", len(all))
	}
	return all[0]
}

func TestAVisitIsPlannedWithANameAndEnter(t *testing.T) {
	d := run(school(t))
	d.See("Plan a visit to Alder Lane Primary", "Lead reviewer", "Thursday 24 September 2026", "One day", "15 of 41 areas: ", "The school asks", "left open", "Enter go on").Golden("80x24").AtEverySize()
	d.Type("R. Okafor").Press("enter").Type("Trust adviser")
	for range 6 {
		d.Press("enter")
	}
	d.See("Press Enter to plan the visit and open its day.", "Enter plan the visit").Press("enter").See("nav.Home{}", "The visit is planned. Levels are hidden until the reviewer has given theirs.")
	if d.Keys > 8 {
		t.Errorf("%d keys", d.Keys)
	}
	v := planned(t, d)
	if v.Date != "2026-09-24" || v.Template != "one-day" || len(v.Focus) != 15 || len(v.Slots) != 9 || v.Slots[0].ID != "1-1" || v.Sealed() || v.Emphasis.Text != "" {
		t.Fatalf("planned %+v", v)
	}
	who := d.Env.Desk.Book.Who(v.Lead)
	if who.Name != "R. Okafor" || who.Post != "Trust adviser" || d.Env.Desk.Voice != (model.Voice{Person: v.Lead, Role: model.Reviewer}) || !d.Env.Desk.Book.Blind() {
		t.Fatalf("led by %+v, at the desk %+v", who, d.Env.Desk.Voice)
	}
}

func TestTheStepsAreThoseOfTheCommandLine(t *testing.T) {
	d := run(school(t))
	before := len(d.Shelf.Log)
	d.Type("R. Okafor")
	for range 5 {
		d.Press("enter")
	}
	d.Type("Look at early reading").Press("enter", "space", "enter", "enter")
	var kinds []model.EventKind
	for _, r := range d.Shelf.Log[before:] {
		if n := len(kinds); n == 0 || kinds[n-1] != r.Kind {
			kinds = append(kinds, r.Kind)
		}
	}
	want := []model.EventKind{model.KindPerson, model.KindVisiting, model.KindFocus, model.KindSlot, model.KindVisitEmphasis, model.KindSeal}
	if len(kinds) != len(want) {
		t.Fatalf("written: %v", kinds)
	}
	for i := range want {
		if kinds[i] != want[i] {
			t.Fatalf("written: %v", kinds)
		}
	}
	if v := planned(t, d); !v.Sealed() || v.Emphasis.Text != "Look at early reading" || len(d.Env.Unfiled) != 0 {
		t.Fatalf("planned %+v", v)
	}
}

func TestNoFrameTellsALevelOrHowFarItMoved(t *testing.T) {
	d := school(t)
	d.Env.Earlier = []env.Earlier{{Levels: map[model.AreaID]model.Level{"1.1": 1, "1.2": 1, "1.3": 4}}}
	run(d).Type("R")
	for range 4 {
		d.Press("enter")
		d.SeeNot("Sharing", "Embedded", "Developing", "Early", "■", "level 4", "levels since")
	}
	for range 41 {
		d.Press("down").SeeNot("Sharing", "Embedded", "■", "moved from")
	}
}

func TestAreasAreChosenFromWhatIsProposed(t *testing.T) {
	d := run(school(t))
	d.Type("R").Press("enter", "enter", "enter", "enter").See("Areas to look at", "15 of 41 areas; one day suits about 15.", "● ", "would change the priorities most").Golden("areas-80x24").AtEverySize()
	d.Resize(120, 30)
	d.Exact().Golden("areas-120x30")
	d.Resize(80, 24)
	d.Press("space").See("14 of 41 areas").Press("end", "space").See("15 of 41 areas").Press("shift+tab", "1").See("Half a day").Press("tab").See("15 of 41 areas. That is a lot: half a day suits about 8.")
	for range 45 {
		d.Press("down")
	}
	d.See("left open")
}

func TestAnotherLengthProposesAnew(t *testing.T) {
	d := run(school(t))
	d.Type("R").Press("enter", "enter", "enter").See("2 of 4", "Enter go on   ←→ change").Press("right").See("Two days", "22 of 41 areas:").Press("left", "left").See("Half a day", "8 of 41 areas:").Press("4").See("Peers over three days")
}

func TestDatesAsPeopleTypeThem(t *testing.T) {
	for typed, want := range map[string]string{
		"24/9": "2026-09-24", "1.10.26": "2026-10-01", "2026-11-12": "2026-11-12", "5 Mar": "2027-03-05", "6 October": "2026-10-06", "12/11/2026": "2026-11-12", "31/12": "2026-12-31",
	} {
		d := run(school(t))
		d.Env.SetTyped("visit date", typed)
		d.Press("esc")
		d.Env.Nav.Push(nav.StartVisit{})
		d.Send(struct{}{})
		day, err := time.Parse(time.DateOnly, want)
		if err != nil {
			t.Fatal(err)
		}
		d.See(day.Format("Monday 2 January 2006"))
	}
}

func TestWhatIsMissingIsSaidAtItsField(t *testing.T) {
	d := run(school(t))
	d.Press("enter").See("Error: Enter the name of the lead reviewer", "Nothing has been lost.").Golden("problem-80x24").AtEverySize()
	d.Press("tab", "tab").Type("x").Press("enter").See("Error: Date must be like 24/9 or 24 September 2026")
	d.Press("backspace").Press("tab", "tab", "tab", "tab", "tab", "enter").See("Error: Enter the name of the lead reviewer")
}

func TestSomebodyKnownIsNotNamedTwice(t *testing.T) {
	d := school(t)
	d.Do([]model.Change{model.NamePerson(model.Person{ID: "okafor", Name: "R. Okafor", Post: "Trust adviser"}, nil)}, nil)
	run(d).Type("r. okafor").See("R. Okafor, Trust adviser, is known here already.")
	for range 8 {
		d.Press("enter")
	}
	if v := planned(t, d); v.Lead != "okafor" {
		t.Fatalf("led by %s", v.Lead)
	}
}

func TestEscKeepsWhatIsTyped(t *testing.T) {
	d := run(school(t))
	d.Type("R. Oka").Press("tab", "tab", "tab", "tab", "tab").Type("Early read").Press("esc").See("nav.Home{}")
	if len(d.Env.Unfiled) != 1 {
		t.Fatalf("kept %v", d.Env.Unfiled)
	}
	d.Env.Nav.Push(nav.StartVisit{})
	d.Send(struct{}{})
	d.See("R. Oka", "Early read").Press("tab", "tab", "tab", "tab", "tab").Type("ing").Press("ctrl+z").See("Early read").SeeNot("reading")
}

// shelf cannot be read until it is mended.
type shelf struct {
	env.Shelf
	fail    error
	rubrics []env.RubricEntry
}

func (s *shelf) Rubrics(ctx context.Context) ([]env.RubricEntry, error) {
	if s.fail != nil {
		return nil, s.fail
	}
	all, err := s.Shelf.Rubrics(ctx)
	return append(all, s.rubrics...), err
}

func TestTheChecklistIsTheOneShipped(t *testing.T) {
	d := school(t)
	s := &shelf{Shelf: d.Shelf, fail: errors.New("disk I/O error"), rubrics: []env.RubricEntry{
		{Hash: "mine", Rubric: model.Rubric{ID: "lesson-visit"}}, {Hash: "shipped", Rubric: model.Rubric{ID: "lesson-visit"}, Shipped: true},
	}}
	d.Env.Shelf = s
	run(d).Type("R. Okafor")
	for range 8 {
		d.Press("enter")
	}
	d.See("The checklists could not be read. What you typed is safe.")
	s.fail = nil
	if d.Press("enter"); planned(t, d).Checklist != "shipped" {
		t.Fatalf("checklist %q", planned(t, d).Checklist)
	}
}

func TestReadOnlyPlansNothing(t *testing.T) {
	d := run(school(t).ReadOnly())
	d.Type("R. Okafor")
	for range 8 {
		d.Press("enter")
	}
	d.See("This was opened to read only. What you typed is safe.").AtEverySize()
}

func TestSealingNeedsLevels(t *testing.T) {
	d := run(uitest.NewEnv(t).Begin())
	d.Type("R. Okafor")
	for range 6 {
		d.Press("enter")
	}
	d.Press("space").See("sealed until the visit is closed", "Space leave them open").Press("enter").See("Error: There are no levels to seal yet", "Nothing has been lost.")
	d.Press("tab", "enter").See("Error: There are no levels to seal yet").AtEverySize()
	if n := len(d.Env.SchoolBook().Evaluation().Visits); n != 0 {
		t.Fatalf("%d visits are half planned", n)
	}
}

func TestLongNamesFit(t *testing.T) {
	d := run(school(t))
	d.Paste(strings.Repeat("A very long name ", 20)).AtEverySize().Press("tab").AtEverySize()
}
