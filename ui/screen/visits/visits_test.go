package visits_test

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"waymark/model"
	"waymark/ui"
	"waymark/ui/env"
	"waymark/ui/jot"
	"waymark/ui/nav"
	"waymark/ui/screen/visits"
	"waymark/ui/uitest"
)

func school(t *testing.T) *uitest.Driver {
	t.Helper()
	return uitest.NewEnv(t).Begin().Judge(strings.Repeat("4", 41))
}

func run(d *uitest.Driver) *uitest.Driver {
	open := func(r nav.Route) ui.Screen {
		if r, ok := r.(nav.Visits); ok {
			return visits.New(d.Env, r)
		}
		return &uitest.Place{Route: r}
	}
	d.Run(open, nav.Home{}, 80, 24)
	return d.Press("g", "v")
}

func visit(d *uitest.Driver, id model.VisitID) model.Visit {
	v, _ := d.Env.Desk.Book.Visit(id)
	return v
}

// several is a school with a closed visit, one under way with a team, and one
// planned by peers.
func several(t *testing.T) *uitest.Driver {
	t.Helper()
	d := school(t)
	d.PlanVisit("old", "2026-03-05", []model.AreaID{"1.1"})
	d.Do(d.Env.Desk.Book.CloseVisit(model.Voice{Person: uitest.Reviewer, Role: model.Reviewer}, "old", "The head was called away"))
	d.PlanVisit(uitest.VisitID, "2026-09-24", []model.AreaID{"1.1", "1.2", "2.1"})
	b, v := d.Env.Desk.Book, model.Voice{Person: uitest.Reviewer, Role: model.Reviewer}
	d.Do([]model.Change{model.NamePerson(model.Person{ID: "shah", Name: "A. Shah"}, nil)}, nil)
	d.Do(b.SetTeam(v, uitest.VisitID, []model.Member{{Person: "shah"}}))
	d.Do(b.WriteNote(v, "n", model.NoteText{Text: "Calm start", Seen: model.Seen{Visit: uitest.VisitID}}))
	d.Do(b.StartVisit(v, "peers", model.Visiting{Date: "2026-11-12", Lead: "shah", From: "Fern Bank Primary"}))
	return d
}

func TestTheFirstVisitIsOneKeyAway(t *testing.T) {
	d := run(school(t))
	d.See("No visits yet", "On a visit a reviewer looks at some areas", "► Plan a new visit", "Enter plan a visit").Golden("empty-80x24").AtEverySize()
	d.Press("enter").See("nav.StartVisit{}")
	run(school(t)).Press("+").See("nav.StartVisit{}")
}

func TestVisitsAreListedNewestFirst(t *testing.T) {
	d := run(several(t))
	d.See("12 Nov 2026 A. Shah from Fern Bank Primary", "planned", "24 Sep 2026 R. Okafor", "under way, 1 note", "5 Mar 2026", "closed", "Plan a new visit")
	d.See("► 24 Sep 2026", "One day, 3 areas to look at, 2 people").Golden("80x24").AtEverySize()
	d.Resize(120, 30)
	d.Exact().Golden("120x30")
	d.Resize(80, 24)
	d.Press("down").See("Why: The head was called away", "This visit is closed. Press Enter to read it.")
}

func TestOpeningPutsTheReviewerAtTheDesk(t *testing.T) {
	d := several(t)
	kept := env.Visiting{}
	d.Env.KeepVisiting = func(_ model.EvaluationID, v env.Visiting) error { kept = v; return nil }
	run(d).Press("up", "enter").See("nav.Home{}")
	if d.Env.Desk.Voice != (model.Voice{Person: "shah", Role: model.Reviewer}) || !d.Env.Desk.Book.Blind() || kept.Visit != "peers" {
		t.Fatalf("at the desk: %+v, remembered %+v", d.Env.Desk.Voice, kept)
	}
}

func TestATeamIsAskedWhoIsHere(t *testing.T) {
	d := run(several(t))
	d.Press("enter").See("Who is at this computer?", "► 1  R. Okafor", "leads the visit", "2  A. Shah").AtEverySize()
	d.Press("esc", "enter", "2").See("nav.Home{}")
	if d.Env.Desk.Voice.Person != "shah" || d.Env.Visiting.Visit != uitest.VisitID {
		t.Fatalf("at the desk: %+v", d.Env.Desk.Voice)
	}
}

func TestSealingAndLifting(t *testing.T) {
	d := run(several(t))
	d.Press("m").See("Seal the school’s levels for the visit").Press("2").See("Sealed. Give the reviewer the words", "sealed", "Seal: ", "No level has changed since.")
	if !visit(d, uitest.VisitID).Sealed() {
		t.Fatal("not sealed")
	}
	d.Press("m").See("Lift the seal on the school’s levels").Press("2").See("Why is the seal lifted before the visit is closed?").Golden("lift-80x24").AtEverySize()
	d.Press("enter").See("Say why the levels are opened before the visit is closed. Nothing has changed.")
	d.Type("A wrong level").Press("esc").See("Nothing has changed.")
	if len(d.Env.Unfiled) != 1 {
		t.Fatal("the reason is not kept")
	}
	d.Press("m", "2").See("A wrong level").Press("ctrl+z", "ctrl+y", "enter").See("The seal is lifted.", "Lifted: A wrong level")
	if visit(d, uitest.VisitID).Sealed() || len(d.Env.Unfiled) != 0 {
		t.Fatal("not lifted")
	}
	d.Do(d.Env.Desk.Book.GiveLevel(d.Env.Desk.Voice, "1.2", 2))
	d.Press("u", "U").See("Changed since: 1.2.")
}

func TestOpeningAClosedVisitAgain(t *testing.T) {
	d := run(several(t))
	d.Press("end", "up", "m").See("Open the visit again").Press("2").See("Why is the visit opened again?").Type("One area was left out").Press("enter").See("The visit is open again.", "► 5 Mar 2026")
	if visit(d, "old").Closed {
		t.Fatal("still closed")
	}
}

func TestGoingBackAsksWhileAreasAreNotJudged(t *testing.T) {
	d := several(t)
	d.Env.Enter(env.Visiting{Visit: uitest.VisitID, Voice: model.Voice{Person: uitest.Reviewer, Role: model.Reviewer}})
	run(d).See("open here now", "This visit is open here now.").SeeNot("Plan a new visit", "Seal the", "Sharing")
	d.Press("m").See("Go back to the school’s own view").SeeNot("Seal the school’s levels").Press("1")
	d.See("3 focus areas are not judged yet. The school’s own view shows its levels.", "Enter go back   Esc stay").Golden("leave-80x24").AtEverySize()
	d.Press("esc")
	if d.Env.Desk.Voice.Role != model.Reviewer {
		t.Fatal("Esc went back")
	}
	d.Press("m", "1", "enter").See("nav.Home{}", "This is the school’s own view again.")
	if d.Env.Desk.Voice.Role != model.Self || d.Env.Visiting.Visit != "" {
		t.Fatalf("at the desk: %+v", d.Env.Desk.Voice)
	}
}

func TestTheDayAsksAtOnceWhetherToGoBack(t *testing.T) {
	d := several(t)
	d.Env.Enter(env.Visiting{Visit: uitest.VisitID, Voice: model.Voice{Person: uitest.Reviewer, Role: model.Reviewer}})
	run(d)
	d.Env.Nav.Push(nav.Visits{Leave: true})
	d.Press("up").See("Go back to the school’s own view?", "3 focus areas are not judged yet.").Press("esc").See("open here now")
	if d.Env.Desk.Voice.Role != model.Reviewer {
		t.Fatal("Esc went back")
	}
	d.Env.Nav.Push(nav.Visits{Leave: true})
	d.Press("up", "enter").See("This is the school’s own view again.")
	if d.Env.Desk.Voice.Role != model.Self {
		t.Fatal("still visiting")
	}
}

func TestGoingBackDoesNotAskWhenAllIsJudged(t *testing.T) {
	d := several(t)
	d.Env.Enter(env.Visiting{Visit: uitest.VisitID, Voice: model.Voice{Person: uitest.Reviewer, Role: model.Reviewer}})
	for _, a := range []model.AreaID{"1.1", "1.2", "2.1"} {
		d.Do(d.Env.Desk.Book.GiveLevel(d.Env.Desk.Voice, a, 2))
	}
	run(d).Press("m", "1").See("nav.Home{}")
	if d.Env.Desk.Voice.Role != model.Self {
		t.Fatal("still visiting")
	}
}

func TestReadOnlyPlansAndSealsNothing(t *testing.T) {
	d := run(several(t).ReadOnly())
	d.SeeNot("Plan a new visit").Press("m").SeeNot("Seal the", "Open the visit again", "Plan a new").Press("esc", "up", "enter")
	if d.Env.Desk.Voice.Role != model.Reviewer {
		t.Fatal("a visit cannot be read")
	}
	run(school(t).ReadOnly()).See("No visits yet").AtEverySize().Press("enter").See("No visits yet")
}

func TestManyVisitsAndLongNames(t *testing.T) {
	d := school(t)
	for i := range 30 {
		id := model.VisitID(strings.Repeat("v", i+1))
		d.Do(d.Env.Desk.Book.StartVisit(d.Env.Desk.Voice, id, model.Visiting{Date: "2026-10-01", Lead: uitest.Reviewer, From: strings.Repeat("A school with a long name ", 5)}))
	}
	run(d).AtEverySize()
	for range 31 {
		d.Press("down").Exact()
	}
	d.See("► Plan a new visit").Press("esc").See("nav.Home{}")
}

func TestTheMouseOpensAVisit(t *testing.T) {
	d := run(several(t))
	for y, l := range d.Lines() {
		if strings.Contains(l, "5 Mar 2026") {
			d.Click(10, y).See("► 5 Mar 2026")
			break
		}
	}
	d.Send(tea.MouseWheelMsg{Button: tea.MouseWheelUp})
	d.See("► 24 Sep 2026").Press("m", "1").See("nav.Triads{}")
}

func TestAReasonSurvivesAStop(t *testing.T) {
	d := several(t)
	d.Do(d.Env.Desk.Book.SealLevels(d.Env.Desk.Voice, uitest.VisitID))
	run(d).Press("m", "2").Type("half a rea")
	key := jot.Key(d.Env.Desk.Book, uitest.VisitID, "lift")
	if d.Env.Unfiled[key].Text != "half a rea" {
		t.Fatalf("kept %v", d.Env.Unfiled)
	}
}
