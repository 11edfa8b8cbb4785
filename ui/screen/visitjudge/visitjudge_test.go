package visitjudge_test

import (
	"fmt"
	"strings"
	"testing"

	"waymark/model"
	"waymark/ui"
	"waymark/ui/env"
	"waymark/ui/nav"
	"waymark/ui/screen/visitjudge"
	"waymark/ui/uitest"
)

const theVisit = model.VisitID("visit-1")

func reviewer() model.Voice { return model.Voice{Person: "okafor", Role: model.Reviewer} }

// visiting is a school whose levels are all 4 Sharing, with a visit to the first
// focus areas under way and the reviewer at the desk.
func visiting(t *testing.T, focus ...model.AreaID) *uitest.Driver {
	t.Helper()
	d := uitest.NewEnv(t).Begin().Judge(strings.Repeat("4", 41))
	must := func(changes []model.Change, err error) {
		t.Helper()
		if err := d.Env.Desk.Do(changes, err); err != nil {
			t.Fatal(err)
		}
	}
	b, me := d.Env.Desk.Book, d.Env.Desk.Voice
	must(b.WriteNote(me, "school-note", model.NoteText{Area: focus[0], Text: "Every subject has a map of what comes when"}))
	must([]model.Change{model.NamePerson(model.Person{ID: "okafor", Name: "R. Okafor"}, nil)}, nil)
	must(b.StartVisit(me, theVisit, model.Visiting{Date: "2026-09-24", Lead: "okafor"}))
	must(b.SetFocus(me, theVisit, focus))
	must(b.SetSlots(me, theVisit, []model.Slot{{ID: "1-1", Stop: model.Stop{Day: 1, Start: 600, Minutes: 45, Kind: model.SlotWork}}}))
	d.Env.Enter(env.Visiting{Visit: theVisit, Voice: reviewer()})
	b = d.Env.Desk.Book
	must(b.GoTo(reviewer(), theVisit, "1-1"))
	return d
}

func note(t *testing.T, d *uitest.Driver, id, line string, a model.AreaID) {
	t.Helper()
	n := model.ParseLine(line, d.Env.Desk.Book.Rubric())
	n.Area, n.Visit, n.Slot = a, theVisit, "1-1"
	if err := d.Env.Desk.Do(d.Env.Desk.Book.WriteNote(reviewer(), model.NoteID(id), n)); err != nil {
		t.Fatal(err)
	}
}

func run(d *uitest.Driver, a model.AreaID) *uitest.Driver {
	r := nav.VisitJudge{Area: a}
	return d.Run(uitest.Single(func() ui.Screen { return visitjudge.New(d.Env, r) }), r, 80, 24)
}

func blind(d *uitest.Driver) *uitest.Driver {
	return d.SeeNot("School’s level: 4", "■■■■ 4", "Every subject has a map")
}

func said(d *uitest.Driver, a model.AreaID) model.Judgement {
	j, _ := d.Env.SchoolBook().Evaluation().Area(a).By(reviewer())
	return j
}

func TestEvidenceComesFirst(t *testing.T) {
	d := visiting(t, "1.1", "1.2", "1.3")
	note(t, d, "a", "+ Green-pen replies show pupils acting on comments, Y5 English", "1.1")
	note(t, d, "b", "> Maths feedback is ticks only in two of six sets of books", "1.1")
	run(d, "").See("1.1  Breadth and fair access", "School’s level: hidden", "1 of 3", "+  ", "Green-pen replies", "counted: 2 of 6 in all",
		"Which level fits what you saw?", "5  Not enough evidence to say", "The school’s level stays hidden until you have given yours.",
		"Give your level first. Then press s to see the school’s.")
	blind(d).Exact().Golden("judge-80x24")
	d.Resize(120, 30)
	d.Exact().Golden("judge-120x30")
	d.Press("down")
	d.AtEverySize()
	blind(d)
}

func TestWithoutEvidenceThePromptsStandThere(t *testing.T) {
	d := run(visiting(t, "1.1", "1.2"), "1.2")
	d.See("No evidence noted yet for this area.", "See:").Golden("none-80x24")
	d.AtEverySize()
}

func TestANumberJudgesAndEnterGoesToTheNextWithoutALevel(t *testing.T) {
	d := run(visiting(t, "1.1", "1.2", "2.3"), "")
	d.Press("3").See("Chosen: 3 Embedded. Press Enter to go to 1.2.", "School’s level: press s", "Sure?  medium")
	d.SeeNot("School’s level: 4")
	d.Press("enter").See("1.2  ", "School’s level: hidden", "2 of 3")
	d.Press("]").See("2.3  ", "3 of 3").Press("5").See("Chosen: not enough evidence to say")
	d.Press("enter").See("1.2  ").Press("2", "enter").See("nav.Agree{Area:\"\"}")
	if j := said(d, "1.1"); j.Level != 3 || j.Confidence != model.Medium {
		t.Fatalf("1.1 is %+v", j)
	}
	if j := said(d, "2.3"); j.State != model.NoEvidence {
		t.Fatalf("2.3 is %+v", j)
	}
	if d.Keys != 7 {
		t.Fatalf("took %d keys", d.Keys)
	}
}

func TestEveryFocusAreaTakesTwoKeys(t *testing.T) {
	d := visiting(t, "1.1", "1.2", "1.3", "1.4", "1.5", "2.1", "2.2")
	run(d, "")
	for i := range 7 {
		blind(d)
		d.Press(fmt.Sprint(i%3+1), "enter")
	}
	if d.See("nav.Agree"); d.Keys != 14 {
		t.Fatalf("took %d keys", d.Keys)
	}
}

func TestArrowsAndEnterAlone(t *testing.T) {
	d := run(visiting(t, "1.1", "1.2"), "")
	d.Press("down", "down").See("Press Enter to choose 2 Developing and go on.").Press("enter").See("1.2  ")
	d.Press("down", "down", "down", "down", "down").See("Press Enter to say that you did not see enough").Press("enter").See("nav.Agree")
	if said(d, "1.1").Level != 2 || said(d, "1.2").State != model.NoEvidence {
		t.Fatalf("%+v %+v", said(d, "1.1"), said(d, "1.2"))
	}
}

func TestTheSchoolsLevelIsShownAfterYours(t *testing.T) {
	d := run(visiting(t, "1.1", "1.2"), "")
	d.Press("2", "s").See("School’s level: 4 Sharing ■■■■", "The school noted", "Every subject has a map")
	if n := len(d.Env.Desk.Book.Evaluation().Visits[0].Glances); n != 0 {
		t.Fatalf("%d early looks recorded", n)
	}
	d.Press("s").SeeNot("School’s level: 4")
	d.Press("s", "0").See("School’s level: hidden").SeeNot("School’s level: 4")
}

func TestLookingEarlyIsAskedAndRecorded(t *testing.T) {
	d := run(visiting(t, "1.1", "1.2"), "")
	d.Press("s").See("Give your level first? Looking now is recorded.", "Enter look", "Esc do not look")
	blind(d)
	d.Press("esc").See("School’s level: hidden")
	if len(d.Env.Desk.Book.Evaluation().Visits[0].Glances) != 0 {
		t.Fatal("a look was recorded that never was")
	}
	d.Press("s", "enter").See("School’s level: 4 Sharing", "It is recorded that you looked")
	if g := d.Env.Desk.Book.Evaluation().Visits[0].Glances; len(g) != 1 || g[0].Area != "1.1" || g[0].Person != "okafor" {
		t.Fatalf("recorded %+v", g)
	}
	blind(d.Press("]"))
}

func TestANoteCarriesTheVisitAndTheStop(t *testing.T) {
	d := run(visiting(t, "1.1", "1.2"), "")
	d.Press("n").See("Enter files the note on 1.1", "+  strength", "designated safeguarding lead")
	d.Type("+ 3 of 4 books show redrafts, q?").Press("enter").See("Filed on 1.1", "3 of 4 books show redrafts")
	notes := d.Env.Desk.Book.Evaluation().VisitNotes(theVisit)
	if len(notes) != 1 {
		t.Fatalf("%d notes", len(notes))
	}
	n := notes[0]
	if n.Area != "1.1" || n.Slot != "1-1" || n.Fact != model.FactRead || n.Mark != model.MarkStrength || n.N != 3 || n.Of != 4 || n.Time != "" {
		t.Fatalf("%+v", n)
	}
	if d.Keys != 2 {
		t.Fatalf("a note took %d keys", d.Keys)
	}
	if d.Press("u").SeeNot("redrafts"); len(d.Env.Desk.Book.Evaluation().VisitNotes(theVisit)) != 0 {
		t.Fatal("undo left the note")
	}
}

func TestWhatWasTypedIsKept(t *testing.T) {
	d := run(visiting(t, "1.1", "1.2"), "")
	d.Press("n").Type("history books jump from Ro")
	if len(d.Env.Unfiled) != 1 {
		t.Fatalf("kept %+v", d.Env.Unfiled)
	}
	d.AtEverySize()
	d.Press("esc").See("What you typed is kept. n brings you back to it.").Press("]", "[")
	d.See("This is what you were typing.", "history books jump from Ro").Golden("note-80x24")
	d.Type("mans").Press("enter")
	if n := d.Env.Desk.Book.Evaluation().VisitNotes(theVisit); len(n) != 1 || n[0].Text != "history books jump from Romans" || len(d.Env.Unfiled) != 0 {
		t.Fatalf("%+v %+v", n, d.Env.Unfiled)
	}
}

func TestConfidenceAndOffAndUndo(t *testing.T) {
	d := run(visiting(t, "1.1", "1.2"), "")
	d.Press("3", "c").See("Sure?  high", "How sure you are about 1.1: high.").Press("u", "u")
	d.See("School’s level: hidden", "Undid: 1.1 from 3 back to not judged")
	d.Press("9").See("Press a number from 1 to 5.")
	d.Press("m").See("This area does not apply here", "Not enough evidence to say")
}

func TestRefusalsAreSentences(t *testing.T) {
	d := visiting(t, "1.1", "1.2")
	if err := d.Env.Desk.Do(d.Env.Desk.Book.CloseVisit(reviewer(), theVisit, "Snow")); err != nil {
		t.Fatal(err)
	}
	run(d, "").Press("3").See("This visit is closed. You can read it. Open it again under Visits (g v).", "Enter next").SeeNot("1-5 level", "n note").Press("n", "s").See("This visit is closed. You can read it. Open it again under Visits (g v).").SeeNot("Enter looks")
	d = run(visiting(t, "1.1", "1.2").ReadOnly(), "")
	d.Press("3").See("This was opened to read only. Nothing has changed.")
	d.Press("n").See("This was opened to read only.")
}

func TestWithoutAVisitItSaysSo(t *testing.T) {
	d := run(uitest.NewEnv(t).Begin(), "")
	d.See("There is no visit in progress here.").AtEverySize()
}

func TestAScaleOfNineLevelsAndEndlessNames(t *testing.T) {
	d := uitest.NewEnv(t)
	r := d.Shelf.Rubric
	r.Scale.Levels = nil
	for i := range 9 {
		r.Scale.Levels = append(r.Scale.Levels, model.LevelName{Name: fmt.Sprintf("Level name %d without end", i+1)})
	}
	r.Areas = append([]model.Area(nil), r.Areas...)
	for i := range r.Areas {
		r.Areas[i].Title, r.Areas[i].Levels = strings.Repeat("界 Ünbelievably long title ", 6), make([]string, 9)
		for l := range r.Areas[i].Levels {
			r.Areas[i].Levels[l] = strings.Repeat("wordwithoutend", 12) + " and pupils"
		}
	}
	d.Shelf.Rubric = r
	o, err := d.Shelf.Begin(t.Context(), env.Beginning{Name: strings.Repeat("Long school ", 6), Rubric: r.Hash(), Year: "2026-27"})
	if err != nil {
		t.Fatal(err)
	}
	d.Env.Take(o)
	b, me := d.Env.Desk.Book, d.Env.Desk.Voice
	for _, do := range []func() ([]model.Change, error){
		func() ([]model.Change, error) {
			return b.StartVisit(me, theVisit, model.Visiting{Date: "2026-09-24", Lead: "okafor"})
		},
		func() ([]model.Change, error) { return b.SetFocus(me, theVisit, []model.AreaID{"1.1"}) },
	} {
		if err := d.Env.Desk.Do(do()); err != nil {
			t.Fatal(err)
		}
	}
	d.Env.Enter(env.Visiting{Visit: theVisit, Voice: reviewer()})
	run(d, "").AtEverySize()
	for range 10 {
		d.Press("down").AtEverySize()
	}
	d.See("Press Enter to say that you did not see enough").Press("enter").See("nav.Agree")
}
