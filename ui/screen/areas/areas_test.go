package areas_test

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"

	"waymark/model"
	"waymark/ui"
	"waymark/ui/env"
	"waymark/ui/nav"
	"waymark/ui/screen/areas"
	"waymark/ui/uitest"
)

func run(t *testing.T, d *uitest.Driver, hash string) *uitest.Driver {
	t.Helper()
	d.Run(func(r nav.Route) ui.Screen {
		if r, ok := r.(nav.Areas); ok {
			return areas.New(d.Env, r)
		}
		return &uitest.Place{Route: r}
	}, nav.Welcome{}, 80, 24)
	d.Env.Nav.Push(nav.Areas{Rubric: hash})
	d.Send(nil)
	return d
}

func start(t *testing.T) *uitest.Driver {
	t.Helper()
	d := uitest.NewEnv(t)
	return run(t, d, d.Shelf.Rubric.Hash())
}

func TestTheListAndTheText(t *testing.T) {
	d := start(t)
	d.See("► About this rubric", "1  Curriculum depth and breadth", "1.1 Breadth and fair access")
	d.Golden("areas-80").AtEverySize()
	d.Press("down", "down").See("Which pupils are missing part of the curriculum, and who has noticed?", "1 of 41")
	d.Press("enter").See("What it covers", "Why it matters", "The levels", "1  Early  ■□□□", "There is more below.")
	d.Golden("areas-text-80").AtEverySize()
	d.Resize(120, 30)
	d.Golden("areas-120")
	d.Press("esc").See("► ").Press("esc").See("nav.Welcome{}")
}

func TestEnterAloneReadsEverything(t *testing.T) {
	d := start(t)
	d.Press("enter")
	r := d.Shelf.Rubric
	seen := map[string]bool{}
	for range 600 {
		f := d.Frame()
		for _, a := range r.Areas {
			if strings.Contains(f, a.Name()) {
				seen[string(a.ID)] = true
			}
		}
		if strings.Contains(f, "41 of 41") && strings.Contains(f, "Enter to the list") {
			break
		}
		d.Press("enter")
	}
	if len(seen) != len(r.Areas) {
		t.Fatalf("%d of %d areas were read", len(seen), len(r.Areas))
	}
	d.Press("enter").See("► ", "Enter read")
}

func TestWhatItDoesNotCoverIsSaid(t *testing.T) {
	d := start(t)
	d.Press("enter").See("The whole school", "41 areas in 7 groups, 4 levels")
	var all strings.Builder
	for range 80 {
		all.WriteString(d.Frame())
		d.Press("down")
	}
	for _, want := range append(d.Shelf.Rubric.NotCovered, "What it does not cover", "Where a topic is judged", "Licence") {
		if !strings.Contains(all.String(), want[:min(30, len(want))]) {
			t.Errorf("%q is not said", want)
		}
	}
}

func TestScrollingEndsAtBothEnds(t *testing.T) {
	d := start(t)
	d.Press("3").See("► 3  Pedagogy").Press("down", "enter").See("3.1")
	d.Press("end").See("That is all of it.", "Questions to ask", "Enter next").Press("down").See("That is all of it.")
	d.Press("home").See("What it covers").Press("pgdown").SeeNot("What it covers").Press("pgup").See("What it covers")
	d.Press("]").See("3.2 Building on").Press("[", "[").See("7 areas").Press("enter").See("Enter")
}

func TestTheMouse(t *testing.T) {
	d := start(t)
	y := lineOf(t, d, "1.3 Content")
	d.Click(10, y).See("► ", "Enter read").Click(10, y).See("What it covers", "1.3 Content").Click(10, y).See("What it covers")
	d.Resize(120, 30)
	d.Press("esc").Click(10, lineOf(t, d, "1.1 Breadth")).See("Enter read", "1.1 Breadth")
	d.Click(100, 10).See("Enter read")
}

func TestARubricThatIsNotThereSaysSo(t *testing.T) {
	d := uitest.NewEnv(t)
	run(t, d, "nothing").See("This rubric could not be read. Your work is safe. Press Esc to go back.").AtEverySize()
	d.Press("enter", "down", "esc").See("nav.Welcome{}")
}

func TestTheRubricOnTheDeskIsReadEvenWhenTheShelfFails(t *testing.T) {
	d := uitest.NewEnv(t).Begin()
	d.Env.Shelf = failing{d.Shelf}
	run(t, d, d.Shelf.Rubric.Hash()).See("1.1 Breadth and fair access")
}

type failing struct{ *uitest.Shelf }

func (failing) Rubrics(context.Context) ([]env.RubricEntry, error) {
	return nil, errors.New("disk")
}

func TestEveryAreaFitsEverySize(t *testing.T) {
	d := start(t)
	d.Press("enter")
	for i := range len(d.Shelf.Rubric.Areas) + len(d.Shelf.Rubric.Groups) {
		for _, s := range [][2]int{{120, 30}, {80, 24}, {50, 14}} {
			d.Resize(s[0], s[1])
			d.Exact()
		}
		if d.Press("]"); t.Failed() {
			t.Fatal(fmt.Sprint("at row ", i))
		}
	}
}

func lineOf(t *testing.T, d *uitest.Driver, text string) int {
	t.Helper()
	for y, l := range d.Lines() {
		if strings.Contains(l, text) {
			return y
		}
	}
	t.Fatalf("no line says %q:\n%s", text, d.Frame())
	return 0
}

func TestTheWholePageOfAnArea(t *testing.T) {
	d := start(t).Press("v").SeeNot("nav.AreaPage").Press("3", "down").See("v whole page").Press("v")
	d.Resize(160, 45)
	want := fmt.Sprintf("nav.AreaPage{Rubric:%q, Area:%q, ", d.Shelf.Rubric.Hash(), "3.1")
	d.See(want).Press("esc", "enter", "v").See(want)
}

func TestAPulseIsReadThroughItsStatements(t *testing.T) {
	d := uitest.NewEnv(t)
	r := model.Rubric{
		ID: "pulse", Title: "A pulse", Kind: model.KindPulse,
		Groups: []model.Group{{ID: "1", Title: "Rest", Items: []model.Item{{ID: "1.s1", Asks: model.AskStaff, Text: "I rest."}, {ID: "1.v1", Text: "Doors are open."}}}},
	}
	d.Env.Shelf = only{d.Shelf, r}
	run(t, d, r.Hash()).Press("enter").See("2 statements in 1 group").Press("]").See("2 statements", "For staff: I rest.", "– Doors are open.").SeeNot("no areas", "v whole page")
	d.AtEverySize()
}

type only struct {
	*uitest.Shelf
	r model.Rubric
}

func (o only) Rubrics(context.Context) ([]env.RubricEntry, error) {
	return []env.RubricEntry{{Hash: o.r.Hash(), Rubric: o.r}}, nil
}
