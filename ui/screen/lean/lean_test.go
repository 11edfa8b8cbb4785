package lean_test

import (
	"fmt"
	"strings"
	"testing"

	"waymark/model"
	"waymark/ui"
	"waymark/ui/env"
	"waymark/ui/nav"
	"waymark/ui/screen/lean"
	"waymark/ui/uitest"
)

// begin is a reviewer at the desk of a school whose levels are given one by one.
func begin(t *testing.T, school string) *uitest.Driver {
	t.Helper()
	return uitest.NewEnv(t).Begin().Judge(school).Visit(nil)
}

// judge gives the reviewer's levels, area by area.
func judge(d *uitest.Driver, levels string) *uitest.Driver {
	b, v := d.Env.Desk.Book, d.Env.Desk.Voice
	for i, c := range levels {
		d.Do(b.GiveLevel(v, b.Rubric().Areas[i].ID, model.Level(c-'0')))
	}
	return d
}

func run(d *uitest.Driver) *uitest.Driver {
	open := func(r nav.Route) ui.Screen {
		if r, ok := r.(nav.Lean); ok {
			return lean.New(d.Env, r)
		}
		return &uitest.Place{Route: r}
	}
	d.Run(open, nav.Home{}, 80, 24)
	d.Env.Nav.Push(nav.Lean{})
	d.Send(struct{}{})
	return d
}

func TestItIsSaidInWords(t *testing.T) {
	d := run(judge(begin(t, strings.Repeat("3", 41)), strings.Repeat("2", 20)+"34"))
	d.See("Visit › How my levels lean", "For you alone", "Over 22 areas your levels lay about half a level below the middle of", "Area by area: above the middle of everybody’s", "in 1, on it in 1, below it in 20.",
		"This is no judgement", "nobody else is shown it", "calibrate")
	d.Exact().Golden("80x24").AtEverySize()
	d.Resize(120, 30)
	d.Exact().Golden("120x30")
	d.Env.Prefs.Roomy = true
	d.AtEverySize()
}

func TestEnterLeadsToCalibration(t *testing.T) {
	d := run(judge(begin(t, strings.Repeat("3", 41)), "222222222"))
	d.Resize(120, 30)
	d.Press("enter").See("nav.Calibrate{Rubric:" + fmt.Sprintf("%q", d.Env.Desk.Book.Evaluation().Rubric)).Press("esc").See("How my levels lean").Press("esc").See("nav.Home{}")
}

func TestFewAreasAreOnlyCounted(t *testing.T) {
	d := run(judge(begin(t, strings.Repeat("3", 41)), "2222222"))
	d.See("Over 7 areas: above the middle of everybody’s in none, on it in none,", "below it in 7.", "Under 8 areas nothing more is told.").SeeNot("half a level")
	d.Golden("few-80x24").AtEverySize()
	run(begin(t, strings.Repeat("3", 41))).See("There is no area yet with a level of yours").SeeNot("The middle of an area").AtEverySize()
}

// The school's levels of areas still to judge change nothing on any screen, and
// another reviewer's lean is not told.
func TestNothingElseIsTold(t *testing.T) {
	frame := func(rest, other string) string {
		d := judge(begin(t, strings.Repeat("3", 9)+strings.Repeat(rest, 32)), "222222223")
		b, shah := d.Env.SchoolBook(), model.Voice{Person: "shah", Role: model.Reviewer}
		d.Do([]model.Change{model.NamePerson(model.Person{ID: "shah", Name: "A. Shah"}, nil)}, nil)
		d.Do(b.SetTeam(d.Env.Desk.Voice, uitest.VisitID, []model.Member{{Person: "shah"}}))
		for i, a := range b.Rubric().Areas[9:20] {
			d.Do(b.GiveLevel(shah, a.ID, model.Level(1+(i+len(other))%4)))
		}
		run(d).SeeNot("Shah", "Embedded", "■")
		return d.Frame()
	}
	if one, two := frame("4", "x"), frame("1", "xx"); one != two {
		t.Errorf("it tells of areas still to judge:\n%s\n%s", one, two)
	}
}

func TestEachReviewerIsToldTheirOwn(t *testing.T) {
	d := judge(begin(t, strings.Repeat("2", 41)), "444444444")
	shah := model.Voice{Person: "shah", Role: model.Reviewer}
	d.Do(d.Env.Desk.Book.SetTeam(d.Env.Desk.Voice, uitest.VisitID, []model.Member{{Person: "shah"}}))
	d.Env.Enter(env.Visiting{Visit: uitest.VisitID, Voice: shah})
	judge(d, "333333333")
	run(d).See("your levels lay all in all on the middle")
	d.Env.Enter(env.Visiting{Visit: uitest.VisitID, Voice: model.Voice{Person: uitest.Reviewer, Role: model.Reviewer}})
	run(d).See("your levels lay about a level above the middle")
}

func TestItFollowsWhatIsUndone(t *testing.T) {
	d := run(judge(begin(t, strings.Repeat("3", 41)), "22222222")).See("Over 8 areas your levels")
	d.Press("u").See("Over 7 areas:")
}

func TestASmallWindowScrolls(t *testing.T) {
	d := run(judge(begin(t, strings.Repeat("3", 41)), "22222222"))
	d.Resize(50, 14)
	d.See("Over 8 areas").SeeNot("The library has it too")
	d.Press("end").See("The library has it too").Press("home").See("Over 8 areas").Press("down").Exact()
}

func TestWithoutAVisitThereIsAWayToTheList(t *testing.T) {
	run(uitest.NewEnv(t).Begin()).See("No visit is open here").AtEverySize().Press("enter").See("nav.Visits{")
}
