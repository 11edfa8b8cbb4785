package points_test

import (
	"fmt"
	"strings"
	"testing"

	"waymark/model"
	"waymark/ui"
	"waymark/ui/env"
	"waymark/ui/nav"
	"waymark/ui/screen/points"
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

// visiting is a visit under way with notes; the school's levels are all 4.
func visiting(t *testing.T, lines ...string) *uitest.Driver {
	t.Helper()
	d := uitest.NewEnv(t).Begin().Judge(strings.Repeat("4", 41))
	b, me, must := d.Env.Desk.Book, d.Env.Desk.Voice, must(t, d)
	must([]model.Change{model.NamePerson(model.Person{ID: "okafor", Name: "R. Okafor"}, nil)}, nil)
	must(b.StartVisit(me, theVisit, model.Visiting{Date: "2026-09-24", Lead: "okafor"}))
	must(b.SetFocus(me, theVisit, []model.AreaID{"1.1", "2.3", "4.1"}))
	d.Env.Enter(env.Visiting{Visit: theVisit, Voice: reviewer()})
	for i, line := range lines {
		n := model.ParseLine(line, b.Rubric())
		n.Visit, n.Private = theVisit, strings.HasPrefix(n.Text, "Private")
		must(d.Env.Desk.Book.WriteNote(reviewer(), model.NoteID(fmt.Sprint("note-", i)), n))
	}
	return d
}

func usual(t *testing.T) *uitest.Driver {
	return visiting(t,
		"Geography lead could explain the order of units and why @2.3",
		"> Maths feedback is ticks only in two of six sets of books @4.1",
		"+ Green-pen replies show pupils acting on comments, Y5 English @4.1",
		"* Ask who checks the science overview between units",
		"+ Pupils wanted to show me their rivers project unprompted",
		"Private thought about the day")
}

func run(d *uitest.Driver) *uitest.Driver {
	return d.Run(uitest.Single(func() ui.Screen { return points.New(d.Env, nav.Points{}) }), nav.Points{}, 80, 24)
}

func visitNow(d *uitest.Driver) model.Visit { return d.Env.SchoolBook().Evaluation().Visits[0] }

func TestAStrengthIsPickedFromNotes(t *testing.T) {
	d := run(usual(t)).See("Strengths   0 of 3", "Next steps   0 of 3", "Bright spots", "Strengths first: up to three", "If you took over as headteacher here tomorrow")
	d.SeeNot("4 Sharing").Exact()
	d.Press("enter").See("A strength", "What it rests on   0 of 5 notes, 1 private one left out", "Space picks what this rests on").SeeNot("Private thought")
	d.Press("space").See("● + Green-pen replies").Press("down", "space").Exact().Golden("pick-80x24")
	d.Press("enter").See("┌─ In one sentence", "Green-pen replies show pupils acting on comments, Y5 English").Press("enter")
	d.See("Strengths   1 of 3", "1  Green-pen replies", "4.1, 2 notes", "Chosen: a strength. u takes it out.")
	p := visitNow(d).Of(model.Strength)
	if len(p) != 1 || p[0].Area != "4.1" || len(p[0].Notes) != 2 || p[0].Text != "Green-pen replies show pupils acting on comments, Y5 English" || len(d.Env.Unfiled) != 0 {
		t.Fatalf("%+v %v", p, d.Env.Unfiled)
	}
	if d.Press("u").See("Strengths   0 of 3"); len(visitNow(d).Points) != 0 {
		t.Fatal("undo left it")
	}
}

func TestANextStepSaysWhoCouldLeadIt(t *testing.T) {
	d := run(usual(t))
	d.Press("down", "enter").See("A next step", "○ > Maths feedback").Press("space", "enter", "enter").See("┌─ Who in the school could lead it, by post")
	d.Type("maths lead").Press("enter").See("Next steps   1 of 3")
	p := visitNow(d).Of(model.NextStepTo)
	if len(p) != 1 || p[0].Lead != "maths lead" || p[0].Area != "4.1" {
		t.Fatalf("%+v", p)
	}
}

func TestThreeOfEachAreAFewKeys(t *testing.T) {
	d := run(usual(t))
	for range 3 {
		d.Press("enter", "space", "enter", "enter")
	}
	d.See("Strengths   3 of 3").SeeNot("+  Add a strength")
	for range 3 {
		d.Press("enter", "space", "enter", "enter", "enter")
	}
	d.Press("up").See("Next steps   3 of 3", "Say of one next step or more who in the school could lead it.", "no lead")
	d.Exact().Golden("points-80x24")
	d.Resize(120, 30)
	d.Exact().Golden("points-120x30")
	d.AtEverySize()
	d.Press("home", "+").See("There are 3 already. Take one out first")
	if d.Keys != 12+15+3 {
		t.Fatalf("took %d keys", d.Keys)
	}
}

func TestABrightSpotNeedsConsent(t *testing.T) {
	d := run(usual(t))
	d.Press("down", "down", "enter").See("A bright spot").Press("space", "enter", "enter").See("Who could come and see it")
	d.Type("Year 5 teachers of the trust").Press("enter").See("shared only when those concerned agree", "is shared:  no")
	d.AtEverySize()
	d.Press("space").See("is shared:  yes").Press("enter")
	p := visitNow(d).Of(model.BrightSpot)
	if len(p) != 1 || !p[0].Consent || p[0].Viewers != "Year 5 teachers of the trust" {
		t.Fatalf("%+v", p)
	}
	d.See("+  Add a bright spot")
}

func TestTheLastWords(t *testing.T) {
	d := run(usual(t))
	d.Press("down", "down", "down", "enter").See("If you took over as headteacher here tomorrow, what would you do first?")
	d.Type("Give maths feedback one staff meeting").Press("enter").See("Give maths feedback one staff meeting")
	d.Press("enter").See("What did the school ask of us?").Type("A partner school").Press("enter", "enter").See("A date, or when in words")
	d.Type("First week of spring").Press("enter").See("Go on to the sign-off").Press("enter").See("nav.SignOff{}")
	if c := visitNow(d).Closing; c != (model.Closing{First: "Give maths feedback one staff meeting", Asked: "A partner school", FollowUp: "First week of spring"}) {
		t.Fatalf("%+v", c)
	}
}

func TestAnAreaCanBeTyped(t *testing.T) {
	d := run(visiting(t))
	d.Press("enter").Type("@3.2 Lessons begin with what was learned before").See("A strength on 3.2").Press("enter")
	if p := visitNow(d).Of(model.Strength); len(p) != 1 || p[0].Area != "3.2" || p[0].Text != "Lessons begin with what was learned before" {
		t.Fatalf("%+v", p)
	}
}

func TestRewordingAndTakingOut(t *testing.T) {
	d := run(usual(t))
	d.Press("enter", "space", "enter", "enter", "home", "enter").See("In one sentence").Type(" too").Press("enter").See("Reworded.")
	p := visitNow(d).Of(model.Strength)
	if len(p) != 1 || !strings.HasSuffix(p[0].Text, "English too") || len(p[0].Notes) != 1 {
		t.Fatalf("%+v", p)
	}
	d.Press("home", "m").See("Take this out again").Press("1")
	if d.See("Taken out. u brings it back."); len(visitNow(d).Points) != 0 {
		t.Fatal("still there")
	}
}

func TestWhatIsTypedAndPickedIsKept(t *testing.T) {
	d := run(usual(t))
	d.Press("enter", "space", "enter").Type(" and").Press("esc").See("What you typed is kept.")
	if len(d.Env.Unfiled) != 1 {
		t.Fatalf("%v", d.Env.Unfiled)
	}
	d.Press("enter").See("This is what you were typing.", "Y5 English and", "1 of 5 notes").AtEverySize()
	d.Press("enter")
	if p := visitNow(d).Of(model.Strength); len(p) != 1 || len(p[0].Notes) != 1 || !strings.HasSuffix(p[0].Text, " and") {
		t.Fatalf("%+v", p)
	}
}

func TestWithoutNotesASentenceIsEnough(t *testing.T) {
	d := run(visiting(t))
	d.Press("enter").See("No notes of this visit can be shared yet.").AtEverySize()
	d.Press("enter").See("Enter it in one sentence.").Type("Calm corridors").Press("tab", "enter")
	if p := visitNow(d).Of(model.Strength); len(p) != 1 || p[0].Text != "Calm corridors" {
		t.Fatalf("%+v", p)
	}
}

func TestRefusalsAreSentences(t *testing.T) {
	d := run(usual(t)).Press("enter", "space", "enter")
	must(t, d)(d.Env.Desk.Book.CloseVisit(reviewer(), theVisit, "Snow"))
	d.Press("enter").See("This visit is closed.", "Green-pen replies")
	run(usual(t).ReadOnly()).Press("enter").See("This was opened to read only. Nothing has changed.")
	run(uitest.NewEnv(t).Begin()).See("There is no visit in progress here.").AtEverySize()
}

func TestEndlessTextsFit(t *testing.T) {
	long := strings.Repeat("Wordwithoutend 界 and more. ", 40)
	d := run(visiting(t, "+ "+long, "+ "+long))
	d.Press("enter").AtEverySize().Press("space", "enter").AtEverySize().Press("enter").AtEverySize()
	if p := visitNow(d).Of(model.Strength); len(p) != 1 {
		t.Fatalf("%+v", p)
	}
}

func TestAClosedVisitIsRead(t *testing.T) {
	d := usual(t)
	must(t, d)(d.Env.Desk.Book.CloseVisit(reviewer(), theVisit, "Snow"))
	run(d).See("This visit is closed. You can read it.").SeeNot("+ add", "Enter add").Press("+", "enter").See("This visit is closed.")
	d.Press("end").See("Enter sign-off").Press("enter").See("nav.SignOff{}")
}
