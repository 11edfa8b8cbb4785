package check_test

import (
	"strings"
	"testing"

	"waymark/model"
	"waymark/ui"
	"waymark/ui/nav"
	"waymark/ui/screen/check"
	"waymark/ui/uitest"
)

func run(t *testing.T, levels string) *uitest.Driver {
	t.Helper()
	d := uitest.NewEnv(t).Begin().Judge(levels)
	return show(d)
}

func show(d *uitest.Driver) *uitest.Driver {
	open := func(r nav.Route) ui.Screen {
		if c, ok := r.(nav.Check); ok {
			return check.New(d.Env, c)
		}
		return &uitest.Place{Route: r}
	}
	return d.Run(open, nav.Check{}, 80, 24)
}

func TestProblemsComeFirstAndEnterChangesThem(t *testing.T) {
	d := run(t, strings.Repeat("3", 16)+" "+strings.Repeat("2", 23))
	d.See("There is a problem: 2 things need you before you finish", "► 3.5 Task design and challenge: choose a level, or mark it ‘not this time’", "39 of 41 ready", "Not given")
	d.Press("]").See("Not given").Press("enter").See(`nav.Judge{Area:"7.5", Once:true}`)
	d.Press("esc").Press("tab", "enter").See("2 things need you before you finish. Nothing has been lost.")
	if d.Env.Desk.Book.Evaluation().Finished {
		t.Fatal("an incomplete evaluation was finished")
	}
}

func TestDisagreementIsAProblem(t *testing.T) {
	d := uitest.NewEnv(t).Begin().Judge(strings.Repeat("3", 41))
	other := model.Voice{Person: "deputy", Role: model.Self}
	if err := d.Env.Desk.Do(d.Env.Desk.Book.GiveLevel(other, "5.2", 2)); err != nil {
		t.Fatal(err)
	}
	show(d).See("1 thing needs you before you finish", "5.2 Access to the same curriculum: two people disagree. Agree one level")
}

func TestFinishingTakesTwoKeys(t *testing.T) {
	d := run(t, strings.Repeat("3", 41))
	d.See("41 of 41 ready", "41 areas have no notes. You can finish without them.")
	d.Press("tab", "enter").See("nav.Done{}")
	if !d.Env.Desk.Book.Evaluation().Finished {
		t.Fatal("not finished")
	}
}

func TestOrders(t *testing.T) {
	d := run(t, strings.Repeat("3", 40))
	d.Press("o").See("Sorted what needs you first.")
	if rows := strings.Index(d.Frame(), "7.5 Families"); rows > strings.Index(d.Frame(), "1.1 Breadth") {
		t.Fatalf("the problem is not first:\n%s", d.Frame())
	}
	d.Press("o").See("Sorted least sure first.").Press("o", "o").See("Sorted in rubric order.")
}

func TestArrowsReachTheButton(t *testing.T) {
	d := run(t, strings.Repeat("3", 41))
	d.Press("end", "down").See("Press Enter to finish.").Press("up").See("Enter changes a row")
}

func TestFrames(t *testing.T) {
	d := run(t, strings.Repeat("3", 16)+" "+strings.Repeat("2", 23))
	d.AtEverySize().Golden("80x24")
	d.Resize(120, 30)
	d.Golden("120x30")
}
