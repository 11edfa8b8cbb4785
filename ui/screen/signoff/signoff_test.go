package signoff_test

import (
	"strings"
	"testing"

	"waymark/model"
	"waymark/ui"
	"waymark/ui/env"
	"waymark/ui/nav"
	"waymark/ui/screen/signoff"
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

// visiting is a day nearly over: 1.1 agreed, 1.2 one level apart, 1.3 not judged.
func visiting(t *testing.T) *uitest.Driver {
	t.Helper()
	d := uitest.NewEnv(t).Begin().Judge("334")
	b, me, must := d.Env.Desk.Book, d.Env.Desk.Voice, must(t, d)
	must([]model.Change{
		model.NamePerson(model.Person{ID: "okafor", Name: "R. Okafor", Post: "lead reviewer"}, nil),
		model.NamePerson(model.Person{ID: "nguyen", Name: "T. Nguyen", Post: "headteacher"}, nil),
	}, nil)
	must(b.StartVisit(me, theVisit, model.Visiting{Date: "2026-09-24", Lead: "okafor"}))
	must(b.SetFocus(me, theVisit, []model.AreaID{"1.1", "1.2", "1.3"}))
	d.Env.Enter(env.Visiting{Visit: theVisit, Voice: reviewer()})
	b = d.Env.Desk.Book
	must(b.GiveLevel(reviewer(), "1.1", 3))
	must(b.GiveLevel(reviewer(), "1.2", 2))
	must(b.Agree(reviewer(), theVisit, "1.1", 3, ""))
	must(b.WriteNote(reviewer(), "n1", model.NoteText{Area: "1.1", Text: "Seen", Private: true, Seen: model.Seen{Visit: theVisit}}))
	must(b.WriteNote(reviewer(), "n2", model.NoteText{Text: "Untidy", Seen: model.Seen{Visit: theVisit}}))
	return d
}

func run(d *uitest.Driver) *uitest.Driver {
	return d.Run(uitest.Single(func() ui.Screen { return signoff.New(d.Env, nav.SignOff{}) }), nav.SignOff{}, 80, 24)
}

func now(d *uitest.Driver) model.Visit { return d.Env.SchoolBook().Evaluation().Visits[0] }

func TestWhatIsLeftToDo(t *testing.T) {
	d := run(visiting(t)).See("Before you leave the school", "► To do", "Tidy unfinished notes", "1 of 2", "Choose 3 strengths and 3 next steps", "0 of 3, 0 of 3",
		"2-page summary: strengths first", "1 note is marked private.", "R. Okafor, lead reviewer", "T. Nguyen, headteacher", "not signed yet",
		"It does not mean both agree.", "When both have signed, the visit closes.")
	d.SeeNot("Sharing").Exact().Golden("signoff-80x24")
	d.Resize(120, 30)
	d.Exact().Golden("signoff-120x30")
	d.AtEverySize()
}

func TestEnterGoesWhereTheTaskIsDone(t *testing.T) {
	for i, want := range []string{"nav.Tidy{}", "nav.VisitJudge{Area:\"1.3\"}", "nav.Agree{Area:\"1.2\"}", "nav.Points{}", "nav.Points{}"} {
		d := run(visiting(t))
		d.Press("home")
		for range i {
			d.Press("down")
		}
		d.Press("enter").See(want)
	}
}

func TestTheLeaveBehindIsTwoKeys(t *testing.T) {
	d := run(visiting(t))
	if d.Press("x").See("nav.Export{Document:\"visit\"}"); d.Keys != 1 {
		t.Fatalf("took %d keys before the one that makes it", d.Keys)
	}
}

func TestBothSignAndTheVisitCloses(t *testing.T) {
	d := run(visiting(t))
	d.Press("end", "up", "enter").See("Who has read this for the reviewers?", "R. Okafor", "┌─ Name").Exact().Golden("sign-80x24")
	d.AtEverySize()
	d.Press("enter", "enter").See("R. Okafor has read it. It is recorded.", "read 24 September, 10:42", "► School")
	d.Press("enter").See("T. Nguyen").Press("enter").See("Enter records it and closes the visit. 5 things are still to do.").Press("enter").See("The visit is closed", "Both have read it, so the visit is closed.", "See what the visit changes")
	v := now(d)
	if !v.Closed || len(v.Signed) != 2 || v.Signed[0].Name != "T. Nguyen" || v.Signed[1].Post != "lead reviewer" {
		t.Fatalf("%+v", v)
	}
	d.Exact().Golden("closed-80x24")
	d.AtEverySize()
	d.Press("enter").See("nav.Changed{}")
}

func TestANameIsCorrectedWithAReason(t *testing.T) {
	d := visiting(t)
	must(t, d)(d.Env.Desk.Book.Sign(reviewer(), theVisit, model.SideSchool, model.Signature{Name: "T. Nguyen"}))
	must(t, d)(d.Env.Desk.Book.Sign(reviewer(), theVisit, model.SideReviewer, model.Signature{Name: "R. Okafor"}))
	run(d).Press("end", "enter").See("Correct the name for the school").Type("!").Press("enter", "enter", "enter")
	d.See("Say why the name is corrected").Type("Misspelt").Press("enter").See("The name is corrected.", "corrected 24 September, 10:42")
	if sig, _ := now(d).Signature(model.SideSchool); sig.Name != "T. Nguyen!" || sig.Reason != "Misspelt" || !now(d).Closed {
		t.Fatalf("%+v", sig)
	}
}

func TestClosingWithoutNamesAndOpeningAgainTakeAReason(t *testing.T) {
	d := run(visiting(t))
	d.Press("m").See("Close the visit").Press("1").See("Why it is closed without both names").Press("enter").See("Both sides have not signed.")
	d.Type("Snow").AtEverySize().Press("enter").See("The visit is closed", "It was closed without both names: Snow")
	if v := now(d); !v.Closed || v.Reason != "Snow" {
		t.Fatalf("%+v", v)
	}
	d.Press("m").See("Open the visit again").Press("1", "enter").See("Say why the visit is opened again.").Type("A level was missed").Press("enter")
	if d.See("The visit is open again."); now(d).Closed {
		t.Fatal("still closed")
	}
}

func TestAReopenedVisitSaysHowItIsClosedAgain(t *testing.T) {
	d := visiting(t)
	must(t, d)(d.Env.Desk.Book.Sign(reviewer(), theVisit, model.SideSchool, model.Signature{Name: "T. Nguyen"}))
	must(t, d)(d.Env.Desk.Book.Sign(reviewer(), theVisit, model.SideReviewer, model.Signature{Name: "R. Okafor"}))
	must(t, d)(d.Env.Desk.Book.ReopenVisit(reviewer(), theVisit, "A level was missed"))
	run(d).See("Both have signed. Close the visit again from the menu (m).").Press("m", "1", "enter")
	if !now(d).Closed {
		t.Fatal("not closed")
	}
}

func TestWhatIsTypedIsKept(t *testing.T) {
	d := run(visiting(t))
	d.Press("end", "enter").Type(" and others").Press("esc").See("What you typed is kept.").Press("end", "enter").See("T. Nguyen and others")
	if len(d.Env.Unfiled) != 1 {
		t.Fatalf("%v", d.Env.Unfiled)
	}
}

func TestRefusals(t *testing.T) {
	run(visiting(t).ReadOnly()).Press("end", "enter").See("This was opened to read only. Nothing has changed.")
	run(uitest.NewEnv(t).Begin()).See("There is no visit in progress here.").AtEverySize()
	d := run(visiting(t))
	d.Press("end", "enter").Press("ctrl+z").Paste(strings.Repeat("Long name ", 40)).AtEverySize()
}
