package changed_test

import (
	"strings"
	"testing"

	"waymark/model"
	"waymark/ui"
	"waymark/ui/env"
	"waymark/ui/nav"
	"waymark/ui/screen/changed"
	"waymark/ui/uitest"
)

const theVisit = model.VisitID("visit-1")

func reviewer() model.Voice { return model.Voice{Person: "okafor", Role: model.Reviewer} }

func must(t *testing.T, d *uitest.Driver) func([]model.Change, error) {
	return func(changes []model.Change, err error) {
		t.Helper()
		if err := d.Env.Desk.Do(changes, err); err != nil {
			t.Fatal(err)
		}
	}
}

// visiting is a school that sees itself at 3 but for three areas, and a reviewer
// who finds 4.1 far lower and 1.1 as it should be.
func visiting(t *testing.T) *uitest.Driver {
	t.Helper()
	d := uitest.NewEnv(t).Begin().Judge("1" + strings.Repeat("3", 5) + "1" + strings.Repeat("3", 20) + "2" + strings.Repeat("3", 13))
	b, me, must := d.Env.Desk.Book, d.Env.Desk.Voice, must(t, d)
	must([]model.Change{model.NamePerson(model.Person{ID: "okafor", Name: "R. Okafor"}, nil)}, nil)
	must(b.StartVisit(me, theVisit, model.Visiting{Date: "2026-09-24", Lead: "okafor"}))
	must(b.SetFocus(me, theVisit, []model.AreaID{"1.1", "4.1"}))
	d.Env.Enter(env.Visiting{Visit: theVisit, Voice: reviewer()})
	b = d.Env.Desk.Book
	must(b.GiveLevel(reviewer(), "1.1", 3))
	must(b.GiveLevel(reviewer(), "4.1", 1))
	must(b.Agree(reviewer(), theVisit, "1.1", 3, "It has moved on"))
	must(b.Agree(reviewer(), theVisit, "4.1", 1, "Seen in six rooms"))
	return d
}

func closed(t *testing.T) *uitest.Driver {
	d := visiting(t)
	must(t, d)(d.Env.Desk.Book.CloseVisit(reviewer(), theVisit, "Snow"))
	return d
}

// other is a place of another type than the home page's.
type other struct{ uitest.Place }

func run(d *uitest.Driver) *uitest.Driver {
	return d.Run(func(r nav.Route) ui.Screen {
		switch r := r.(type) {
		case nav.Changed:
			return changed.New(d.Env, r)
		case nav.Priorities:
			return &other{uitest.Place{Route: r}}
		default:
			return &uitest.Place{Route: r}
		}
	}, nav.Changed{}, 80, 24)
}

func TestBothListsStandBesideEachOther(t *testing.T) {
	d := run(closed(t)).See("What the visit changes", "4.1 comes in; 1.1 goes.", "Before the visit", "Now", "Comes in",
		"The reviewer and the school agreed Early for 4.1; the school had said Embedded.")
	d.Exact().Golden("changed-80x24")
	d.Press("end").See("Stays").Press("home").See("Before the visit")
	d.Resize(120, 30)
	d.Exact().Golden("changed-120x30")
	d.AtEverySize()
	d.Resize(60, 18)
	d.Golden("changed-60x18")
}

func TestEnterOpensThePrioritiesInTheSchoolsOwnView(t *testing.T) {
	d := run(closed(t))
	d.Press("enter").See("nav.Priorities{}")
	if d.Env.Visiting.Visit != "" || d.Env.Desk.Book.Blind() {
		t.Fatal("still the reviewer's view")
	}
}

func TestUntilTheVisitIsClosedNothingIsTold(t *testing.T) {
	d := run(visiting(t)).See("is shown when the visit is closed").SeeNot("Before the visit", "4.1", "1.1")
	d.AtEverySize()
	d.Press("enter").See("nav.SignOff{}")
	run(uitest.NewEnv(t).Begin()).See("is shown when the visit is closed").AtEverySize()
}

func TestTheSchoolSeesItToo(t *testing.T) {
	d := closed(t)
	d.Env.Return()
	run(d).See("4.1 comes in; 1.1 goes.").Press("enter").See("nav.Priorities{}")
}

func TestItCanBeCopied(t *testing.T) {
	d := run(closed(t))
	d.Press("y").See("Copied.")
	for _, want := range []string{"Before the visit\n1  ", "Comes in\n- 4.1 ", "Goes\n- 1.1 "} {
		if !strings.Contains(d.Files.Copied, want) {
			t.Errorf("%q is not in\n%s", want, d.Files.Copied)
		}
	}
}
