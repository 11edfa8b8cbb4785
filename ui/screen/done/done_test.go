package done_test

import (
	"strings"
	"testing"

	"waymark/model"
	"waymark/ui"
	"waymark/ui/env"
	"waymark/ui/nav"
	"waymark/ui/screen/done"
	"waymark/ui/uitest"
)

func run(t *testing.T, levels string) *uitest.Driver {
	t.Helper()
	d := uitest.NewEnv(t)
	d.Shelf.Earlier = []env.Earlier{{Levels: map[model.AreaID]model.Level{"1.1": 2, "1.2": 4}}}
	d.Begin().Judge(levels)
	if err := d.Env.Desk.Do(d.Env.Desk.Book.Finish()); err != nil {
		t.Fatal(err)
	}
	open := func(r nav.Route) ui.Screen {
		if c, ok := r.(nav.Done); ok {
			return done.New(d.Env, c)
		}
		return &uitest.Place{Route: r}
	}
	return d.Run(open, nav.Done{}, 80, 24)
}

func TestStrengthsComeFirst(t *testing.T) {
	run(t, "44"+strings.Repeat("2", 39)).See("Self-evaluation complete", "41 areas judged. Finished Thursday 24 September 2026", "1.1 Breadth and fair access to every subject and 1.2 Order and end points are at level 4, Sharing.", "1 area is stronger than last year.")
	run(t, "3"+strings.Repeat("2", 40)).See("1.1 Breadth and fair access to every subject is at level 3, Embedded.")
	run(t, strings.Repeat("1", 41)).See("You have looked honestly at every area.").SeeNot("stronger")
}

func TestItLeadsOn(t *testing.T) {
	run(t, strings.Repeat("3", 41)).Press("enter").See("nav.Priorities{}")
	run(t, strings.Repeat("3", 41)).Press("down", "enter").See("nav.Overview{}")
	run(t, strings.Repeat("3", 41)).Press("4", "enter").See("nav.Visits{")
	run(t, strings.Repeat("3", 41)).Press("x").See("nav.Export{")
}

func TestUndoOpensTheEvaluationAgain(t *testing.T) {
	d := run(t, strings.Repeat("3", 41)).Press("u").See("nav.Check{}")
	if d.Env.Desk.Book.Evaluation().Finished {
		t.Fatal("undo did not open it again")
	}
}

func TestFrames(t *testing.T) {
	d := run(t, "4444"+strings.Repeat("3", 37))
	d.AtEverySize().Golden("80x24")
}
