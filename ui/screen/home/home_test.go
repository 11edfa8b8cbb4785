package home_test

import (
	"strings"
	"testing"

	"waymark/ui"
	"waymark/ui/nav"
	"waymark/ui/screen/home"
	"waymark/ui/uitest"
)

func run(t *testing.T, levels string) *uitest.Driver {
	t.Helper()
	d := uitest.NewEnv(t).Begin().Judge(levels)
	open := func(r nav.Route) ui.Screen {
		if h, ok := r.(nav.Home); ok {
			return home.New(d.Env, h)
		}
		return &uitest.Place{Route: r}
	}
	return d.Run(open, nav.Home{}, 80, 24)
}

func all(level string) string { return strings.Repeat(level, 41) }

func TestItOpensWhereJudgingGoesOn(t *testing.T) {
	d := run(t, "3333333333333333")
	d.See("You have judged 16 of 41 areas", "7 of 7", "Done", "4 of 7", "In progress", "Not started", "Next: 3.5 Task design and challenge.", "Enter carry on at 3.5")
	d.Press("enter").See(`nav.Judge{Area:"3.5"`)
}

func TestCarryingOnTakesOneKey(t *testing.T) {
	d := run(t, "")
	d.Press("enter").See(`nav.Judge{Area:"1.1"`)
	if d.Keys != 1 {
		t.Fatalf("carrying on took %d keys", d.Keys)
	}
}

func TestFinishedWorkPointsToPriorities(t *testing.T) {
	d := run(t, all("3"))
	d.See("Every area has an answer. Next: check and finish.", "ready to finish")
	d.Press("enter").See("nav.Check{}")
	if err := d.Env.Desk.Do(d.Env.Desk.Book.Finish()); err != nil {
		t.Fatal(err)
	}
	d.Press("esc").See("Finished. Next: choose 3 to 5 priorities.")
	d.Press("m").See("Open it again to change levels")
	d.Press("1").See("Open again. Every change is recorded.")
	if d.Env.Desk.Book.Evaluation().Finished {
		t.Fatal("reopening did nothing")
	}
}

func TestEveryTaskOpensItsPlace(t *testing.T) {
	for _, c := range []struct {
		keys []string
		want string
	}{
		{[]string{"g", "o"}, "nav.Overview{}"},
		{[]string{"g", "p"}, "nav.Priorities{}"},
		{[]string{"x"}, "nav.Export{"},
		{[]string{"/"}, "nav.Find{}"},
		{[]string{"d"}, "nav.Display{}"},
		{[]string{"a"}, "nav.Note{"},
		{[]string{"4", "4"}, `nav.Judge{Area:"4.1"`},
		{[]string{"end", "enter"}, "nav.Meetings{}"},
		{[]string{"end", "up", "enter"}, "nav.Visits{"},
		{[]string{"end", "up", "up", "enter"}, "nav.Export{"},
		{[]string{"g", "v"}, "nav.Visits{"},
		{[]string{"g", "m"}, "nav.Meetings{}"},
		{[]string{".", "esc"}, "You have judged"},
	} {
		d := run(t, "")
		d.Press(c.keys...).See(c.want)
	}
}

func TestDeletingTakesAtLeastFourKeys(t *testing.T) {
	d := run(t, "")
	d.Press("m").See("Delete this self-evaluation").Press("4").See("nav.Confirm{")
}

func TestFlagsAreCounted(t *testing.T) {
	d := uitest.NewEnv(t).Begin()
	if err := d.Env.Desk.Do(d.Env.Desk.Book.SetFlag(d.Env.Desk.Voice, "1.1", true)); err != nil {
		t.Fatal(err)
	}
	d.Run(func(nav.Route) ui.Screen { return home.New(d.Env, nav.Home{}) }, nav.Home{}, 80, 24)
	d.See("1 flagged to talk about.")
}

func TestFrames(t *testing.T) {
	d := run(t, "33333333333333332")
	d.AtEverySize().Golden("80x24")
	d.Resize(120, 30)
	d.Golden("120x30")
	d.Resize(50, 14)
	d.See("Not started")
}

func TestAClickChoosesAndASecondOpens(t *testing.T) {
	d := run(t, "")
	for y, l := range d.Lines() {
		if strings.Contains(l, "Inclusion") {
			d.Click(10, y).See("Enter carry on at 5.1")
			d.Click(10, y).See(`nav.Judge{Area:"5.1"`)
		}
	}
}
