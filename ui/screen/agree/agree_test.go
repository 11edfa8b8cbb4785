package agree_test

import (
	"fmt"
	"strings"
	"testing"

	"waymark/model"
	"waymark/ui"
	"waymark/ui/env"
	"waymark/ui/layout"
	"waymark/ui/nav"
	"waymark/ui/screen/agree"
	"waymark/ui/uitest"
)

const theVisit = model.VisitID("visit-1")

func reviewer() model.Voice { return model.Voice{Person: "okafor", Role: model.Reviewer} }

// visiting is a school with the given levels, and a visit to as many areas as
// theirs has characters: a digit is the reviewer's level, x is not enough seen,
// a space is not judged yet.
func visiting(t *testing.T, ours, theirs string) *uitest.Driver {
	t.Helper()
	return visitingOn(t, uitest.NewEnv(t), ours, theirs)
}

func visitingOn(t *testing.T, d *uitest.Driver, ours, theirs string) *uitest.Driver {
	t.Helper()
	d.Begin().Judge(ours)
	b, me := d.Env.Desk.Book, d.Env.Desk.Voice
	must := must(t, d)
	must([]model.Change{model.NamePerson(model.Person{ID: "okafor", Name: "R. Okafor"}, nil)}, nil)
	must(b.StartVisit(me, theVisit, model.Visiting{Date: "2026-09-24", Lead: "okafor"}))
	var focus []model.AreaID
	for i := range theirs {
		focus = append(focus, b.Rubric().Areas[i].ID)
	}
	must(b.SetFocus(me, theVisit, focus))
	d.Env.Enter(env.Visiting{Visit: theVisit, Voice: reviewer()})
	b = d.Env.Desk.Book
	for i, c := range theirs {
		switch {
		case c == 'x':
			must(b.Judge(reviewer(), focus[i], model.Opinion{State: model.NoEvidence}))
		case c != ' ':
			must(b.GiveLevel(reviewer(), focus[i], model.Level(c-'0')))
		}
	}
	return d
}

func must(t *testing.T, d *uitest.Driver) func([]model.Change, error) {
	return func(changes []model.Change, err error) {
		t.Helper()
		if err := d.Env.Desk.Do(changes, err); err != nil {
			t.Fatal(err)
		}
	}
}

func run(d *uitest.Driver, a model.AreaID) *uitest.Driver {
	r := nav.Agree{Area: a}
	return d.Run(uitest.Single(func() ui.Screen { return agree.New(d.Env, r) }), r, 80, 24)
}

func agreed(d *uitest.Driver, a model.AreaID) model.Judgement {
	j, _ := d.Env.SchoolBook().Evaluation().Area(a).By(model.Voice{Role: model.Agreed})
	return j
}

func theVisitNow(d *uitest.Driver) model.Visit { return d.Env.SchoolBook().Evaluation().Visits[0] }

// usual: 1.1 two apart, 1.2 matches, 1.3 one apart, 1.4 not seen, 1.5 matches,
// 1.6 not judged by the reviewer, whom nothing may tell of its 4.
func usual(t *testing.T) *uitest.Driver {
	d := visiting(t, "424324", "223x2 ")
	school := d.Env.SchoolBook()
	must(t, d)(school.WriteNote(model.Voice{Person: "me", Role: model.Self}, "n1", model.NoteText{Area: "1.1", Text: "Pupils seek feedback in English, and staff meet each half term to compare books."}))
	must(t, d)(school.WriteNote(reviewer(), "n2", model.NoteText{Area: "1.1", Text: "Maths books show ticks only in two of six sets.", Seen: model.Seen{Visit: theVisit, Mark: model.MarkNextStep, N: 2, Of: 6}}))
	must(t, d)(school.WriteNote(reviewer(), "n3", model.NoteText{Area: "1.1", Text: "Keep this to yourself", Private: true, Seen: model.Seen{Visit: theVisit}}))
	return d
}

func TestBothSidesStandBesideEachOther(t *testing.T) {
	d := run(usual(t), "").See("1.1  Breadth and fair access", "School said", "Reviewer said", "two levels apart", "4 of 6 to agree", "with leaders",
		"2 of 6 match. 1 is one level apart, 1 is two apart, 1 not seen enough", "Pupils seek feedback", "Maths books show ticks", "Both original levels and notes are kept.")
	d.SeeNot("Keep this to yourself").Exact().Golden("agree-80x24")
	d.Resize(120, 30)
	d.Exact().Golden("agree-120x30")
	d.AtEverySize()
	d.Resize(60, 18)
	d.Golden("agree-60x18")
}

func TestAgreeingALevelAsksWhyAndGoesToTheNextGap(t *testing.T) {
	d := run(usual(t), "")
	d.Press("enter").See("Press the number you both agree on, or Tab if you do not agree.")
	d.Press("3").See("■■■□ 3 Embedded").Press("enter").See("Why, in one sentence? Enter files it with the level.")
	d.Type("Strong practice in English; maths feedback is next.").AtEverySize().Press("enter")
	d.See("1.3  ", "one level apart", "3 of 6 to agree", "Agreed: 1.1 is 3 Embedded.")
	if j := agreed(d, "1.1"); j.Level != 3 || j.Reason != "Strong practice in English; maths feedback is next." || j.Visit != theVisit {
		t.Fatalf("agreed %+v", j)
	}
	e := d.Env.SchoolBook().Evaluation().Area("1.1")
	own, _ := e.SchoolOwn()
	theirs, _ := e.Reviewed("okafor")
	if own.Level != 4 || theirs.Level != 2 || len(d.Env.Unfiled) != 0 {
		t.Fatalf("first levels %d and %d, drafts %v", own.Level, theirs.Level, d.Env.Unfiled)
	}
	if d.Press("u").See("1.1  ", "Undid"); agreed(d, "1.1").Level != 0 {
		t.Fatal("undo left the agreed level")
	}
}

func TestAReasonCanBeLeftOut(t *testing.T) {
	d := run(usual(t), "1.3")
	d.Press("right", "enter", "enter")
	if j := agreed(d, "1.3"); j.Level != 4 || j.Reason != "" {
		t.Fatalf("agreed %+v", j)
	}
}

func TestAllThatMatchTakeThreeKeys(t *testing.T) {
	d := run(usual(t), "")
	d.Press("m").See("1  Agree all areas that match (2)").Press("1")
	d.See("2 areas agreed as both gave the same level. u takes it back.", "1.1  ")
	if d.Press("enter"); d.Keys != 3 {
		t.Fatalf("took %d keys", d.Keys)
	}
	if agreed(d, "1.2").Level != 2 || agreed(d, "1.5").Level != 2 || agreed(d, "1.1").Level != 0 {
		t.Fatal("the wrong areas were agreed")
	}
	d.Press("u")
	if agreed(d, "1.2").Level != 0 || agreed(d, "1.5").Level != 0 {
		t.Fatal("one undo did not take one act back")
	}
}

func TestNotAgreeingIsRecordedWithBothSentences(t *testing.T) {
	d := run(usual(t), "")
	d.Press("tab").See("► Not yet", "The school says, in one sentence").Press("enter").See("Enter one sentence for the school.")
	d.Type("English shows what we can do").Press("enter").See("What does the reviewer say?").AtEverySize()
	d.Golden("apart-80x24")
	d.Type("Maths is not there yet").Press("enter").See("1.3  ", "you do not agree on 1.1. Both sentences are kept.")
	a, ok := theVisitNow(d).Disagreed("1.1")
	if !ok || a.School != "English shows what we can do" || a.Reviewer != "Maths is not there yet" || len(d.Env.Unfiled) != 0 {
		t.Fatalf("%+v %v", a, d.Env.Unfiled)
	}
	d.Press("[").See("1.1  ", "Recorded. Not agreeing is a normal outcome.", "English shows what we can do").Golden("recorded-80x24")
	d.Press("3", "enter", "enter")
	if _, still := theVisitNow(d).Disagreed("1.1"); still || agreed(d, "1.1").Level != 3 {
		t.Fatal("an agreed level left the disagreement")
	}
}

func TestTheSchoolsLevelStandsWhereLittleWasSeen(t *testing.T) {
	d := run(usual(t), "1.4")
	d.See("R. Okafor did not see enough to say. The school’s level stands.", "There is nothing to agree here.").Exact().Golden("notseen-80x24")
	d.SeeNot("Agreed level").Press("3").Press("enter").See("1.5  ")
	if agreed(d, "1.4").Level != 0 {
		t.Fatal("something was agreed")
	}
}

func TestWhatTheReviewerHasNotJudgedIsOnlyCounted(t *testing.T) {
	d := run(usual(t), "1.6")
	d.See("1.1  ").Press("v").See("1 area waits for your level.", "The widest gap first", "two levels apart", "not seen enough").SeeNot("1.6 ", "1.6  ")
	d.Exact().Golden("all-80x24")
	d.AtEverySize()
	d.Press("down", "enter").See("1.3  ")
	d.Press("w").SeeNot("1.6").Press("esc")
}

func TestWhileNothingIsJudgedNothingIsShown(t *testing.T) {
	d := run(visiting(t, "444", "   "), "")
	d.See("No area has your level yet", "3 areas wait for your level.").SeeNot("Sharing").AtEverySize()
	d.Press("enter").See("nav.VisitJudge")
}

func TestEverythingSettledLeadsOn(t *testing.T) {
	d := run(visiting(t, "23", "22"), "")
	d.Press("2", "enter").Type("Fair").Press("enter").See("1.1  ").Press("enter")
	d.See("Everything is settled. Press Enter to choose strengths and next steps.").Press("enter").See("nav.Points{}")
	if agreed(d, "1.1").Level != 2 || agreed(d, "1.2").Level != 2 {
		t.Fatal("not agreed")
	}
}

func TestAreasThatWaitForALevelAreNotCalledSettled(t *testing.T) {
	d := run(visiting(t, "22", "2 "), "")
	d.Press("enter").See("All of these are settled. 1 area waits for your level. Enter goes on.").SeeNot("Everything is settled")
}

func TestMarksStandUnderTheDigitsOfALongScale(t *testing.T) {
	d := uitest.NewEnv(t)
	d.Shelf.Rubric.Scale = model.Scale{ID: "s", Title: "S", Expected: 2}
	for i := range 9 {
		d.Shelf.Rubric.Scale.Levels = append(d.Shelf.Rubric.Scale.Levels, model.LevelName{Name: fmt.Sprintf("Stage %d", i+1)})
	}
	for i := range d.Shelf.Rubric.Areas {
		d.Shelf.Rubric.Areas[i].Levels = make([]string, 9)
	}
	lines := strings.Split(run(visitingOn(t, d, "1", "9"), "").See("eight levels apart").Frame(), "\n")
	under := func(row int, sign, digit string) bool {
		at := func(line, text string) int { return layout.Width(line[:strings.Index(line, text)]) }
		return at(lines[row], sign) == at(lines[5], digit)
	}
	if !under(6, "●", "1") || !under(7, "○", "9") {
		t.Fatalf("marks are beside their digits:\n%s", strings.Join(lines[5:8], "\n"))
	}
}

func TestHowFarIsSaidInWordsFirst(t *testing.T) {
	d := run(visiting(t, "3323423332", "2323332232"), "")
	d.Press("w").See("How far you agreed before you talked", "Same level in 5 of 10 areas.", "Within one level in 10 of 10 areas.", "The school’s levels were")
	d.Exact().Golden("howfar-80x24")
	d.AtEverySize()
	d.Press("end").See("For the annex", "Kappa with quadratic weights").Press("esc").See("School said")
	run(visiting(t, "33", "33"), "").Press("w").See("only counts are given")
}

func TestWordsTypedAreKept(t *testing.T) {
	d := run(usual(t), "")
	d.Press("3", "enter").Type("Half a sen").Press("esc", "]", "[")
	d.See("This is what you were typing.", "Half a sen").Press("tab").Type("Ours").Press("esc")
	if len(d.Env.Unfiled) != 2 {
		t.Fatalf("kept %v", d.Env.Unfiled)
	}
	d.Press("]", "[").See("► Not yet", "Ours").Press("shift+tab").See("Half a sen")
}

func TestWordsAreTakenBackAndPutAgain(t *testing.T) {
	d := run(usual(t), "")
	d.Press("3", "enter").Type("Fair enough").Press("ctrl+z").SeeNot("enough").Press("ctrl+y").See("Fair enough")
	if agreed(d, "1.1").Level != 0 {
		t.Fatal("redo reached past the field")
	}
}

func TestRefusalsAreSentences(t *testing.T) {
	d := usual(t)
	must(t, d)(d.Env.Desk.Book.CloseVisit(reviewer(), theVisit, "Snow"))
	run(d, "").See("This visit is closed. You can read it. Open it again under Visits (g v).").SeeNot("agreed level", "not agreed", "agree, next").Press("3", "tab", "down").See("This visit is closed. You can read it. Open it again under Visits (g v).", "v all")
	run(usual(t).ReadOnly(), "1.2").Press("enter").See("This was opened to read only. Nothing has changed.")
	run(uitest.NewEnv(t).Begin(), "").See("There is no visit in progress here.").AtEverySize()
	run(usual(t), "").Press("9").See("Press a number from 1 to 4.")
}

func TestEndlessTextsFit(t *testing.T) {
	d := usual(t)
	long := strings.Repeat("Wordwithoutend 界 and more. ", 60)
	must(t, d)(d.Env.SchoolBook().WriteNote(reviewer(), "n9", model.NoteText{Area: "1.1", Text: long, Seen: model.Seen{Visit: theVisit}}))
	run(d, "").AtEverySize().Press("3", "enter").Paste(long).AtEverySize()
}
