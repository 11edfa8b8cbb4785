package tidy_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"waymark/model"
	"waymark/ui"
	"waymark/ui/env"
	"waymark/ui/jot"
	"waymark/ui/nav"
	"waymark/ui/screen/tidy"
	"waymark/ui/task"
	"waymark/ui/uitest"
)

func aDay() []model.Slot {
	return []model.Slot{
		{ID: "1-1", Stop: model.Stop{Day: 1, Start: 540, Minutes: 30, Kind: model.SlotWork, Title: "Book look with subject leads", Areas: []model.AreaID{"2.1", "4.1"}}},
		{ID: "1-2", Stop: model.Stop{Day: 1, Start: 600, Minutes: 30, Kind: model.SlotPupils}},
	}
}

// begin is a reviewer after the first stop; every level of the school is 4.
func begin(t *testing.T, lines ...string) *uitest.Driver {
	t.Helper()
	d := uitest.NewEnv(t).Begin().Judge(strings.Repeat("4", 41)).Visit([]model.AreaID{"2.3", "4.1"}, aDay()...)
	d.Do(d.Env.Desk.Book.GoTo(d.Env.Desk.Voice, uitest.VisitID, "1-1"))
	v, _ := d.Env.Visit()
	for i, line := range lines {
		d.Do(d.Env.Desk.Book.WriteNote(d.Env.Desk.Voice, model.NoteID(fmt.Sprintf("n%02d", i)), jot.Note(d.Env.Desk.Book, v, "1-1", line)))
		d.Wait(2 * time.Minute)
	}
	return d
}

func usual(t *testing.T) *uitest.Driver {
	return begin(t,
		"* Ask: how is subject leadership checked between phases?",
		"+ @4.1 Green-pen replies show pupils acting on comments",
		"Tea was kind",
		"Marking in 2 of 6 sets of books gives pupils feedback")
}

func run(d *uitest.Driver) *uitest.Driver {
	open := func(r nav.Route) ui.Screen {
		if r, ok := r.(nav.Tidy); ok {
			return tidy.New(d.Env, r)
		}
		return &uitest.Place{Route: r}
	}
	d.Run(open, nav.Home{}, 80, 24)
	d.Keys = 0
	d.Env.Nav.Push(nav.Tidy{})
	d.Send(struct{}{})
	return d
}

func note(t *testing.T, d *uitest.Driver, id string) model.Note {
	t.Helper()
	for _, n := range d.Env.Desk.Book.Evaluation().VisitNotes(uitest.VisitID) {
		if string(n.ID) == id {
			return n
		}
	}
	t.Fatalf("no note %s", id)
	return model.Note{}
}

func draft(d *uitest.Driver, what, text string) string {
	key := jot.Key(d.Env.Desk.Book, uitest.VisitID, what)
	if d.Env.Unfiled == nil {
		d.Env.Unfiled = map[string]task.Draft{}
	}
	d.Env.Unfiled[key] = task.Draft{Key: key, Evaluation: d.Env.Desk.Book.EvaluationID(), Text: text, At: uitest.Start().UnixMilli()}
	return key
}

func TestOneKeyANote(t *testing.T) {
	d := run(usual(t))
	d.See("Visit › Tidy up notes", "1 of 4", "10:42   follow up   read   Book look with subject leads", "* Ask: how is subject leadership", "What is it about?",
		"1    2.3 Subject and phase leadership", "from its words", "its stop looks at it", "It belongs to no area", "► ", "Leave it for now")
	d.Exact().Golden("80x24").AtEverySize()
	d.Press("1").See("Linked to 2.3. u undoes it.", "2 of 4", "Tea was kind").Press("-").See("Left without an area.", "3 of 4", "2 of 6").Press("1")
	d.See("4 of 4. Nothing left to tidy.").AtEverySize()
	if d.Keys != 3 {
		t.Fatalf("%d keys for 3 notes", d.Keys)
	}
	if n := note(t, d, "n00"); n.Area != "2.3" || n.Mark != model.MarkFollowUp || n.Slot != "1-1" || n.Fact != model.FactRead || n.General {
		t.Fatalf("%+v", n)
	}
	if n := note(t, d, "n02"); n.Area != "" || !n.General {
		t.Fatalf("%+v", n)
	}
	d.Press("u", "u").See("2 of 4", "Tea was kind", "Undid").Press("-", "1", "enter").See("nav.Home{}")
}

func TestEnterLeavesANoteForNow(t *testing.T) {
	d := run(usual(t)).Press("enter").See("Tea was kind").Press("enter").See("2 of 6").Press("enter").See("That was the last. 3 are left", "Ask: how is")
	if note(t, d, "n00").Area != "" {
		t.Fatal("changed")
	}
	for range 9 {
		d.Press("up")
	}
	d.See("► 1    2.3").Press("enter").See("Linked to 2.3.") // arrows and Enter are enough
	d.Press("9").See("Press one of the numbers shown, or Tab for another area.")
}

func TestAnyAreaCanBePicked(t *testing.T) {
	d := run(usual(t)).Press("tab").See("Link to an area", "“Ask: how is").AtEverySize().Type("trusted").Press("enter")
	if n := note(t, d, "n00"); !strings.HasPrefix(string(n.Area), "7.") {
		t.Fatalf("%+v", n)
	}
	d.See("Tea was kind").Press("tab").Press("esc").See("What is it about?")
}

func TestMarksAndHowItIsKnown(t *testing.T) {
	d := run(usual(t)).Press("+").See("Marked as a strength.", "+ Ask: how").Press(">").See("Marked as a next step.").Press("*").See("Marked to follow up.").Press("*").See("The mark is taken off.")
	d.Press("right").See("How it is known: counted.").Press("right").See("How it is known: not said.").Press("left", "left").See("How it is known: read.")
	if n := note(t, d, "n00"); n.Mark != "" || n.Fact != model.FactRead {
		t.Fatalf("%+v", n)
	}
	d.See("Ask: how is", "1 of 4") // a note that is changed keeps its place
	d.Press("u").See("Ask: how is")
}

func TestWordsAreChanged(t *testing.T) {
	d := run(usual(t)).Press("e").See("┌─ The words", "* Ask: how is").Type(" Which leader?").Exact().Golden("words-80x24")
	d.AtEverySize().Press("enter").See("Filed. u brings back what was there before.", "Which leader?")
	if n := note(t, d, "n00"); !strings.HasSuffix(n.Text, "phases? Which leader?") || n.Mark != model.MarkFollowUp || len(d.Env.Unfiled) != 0 {
		t.Fatalf("%+v %v", n, d.Env.Unfiled)
	}
	d.Press("e").Type(" half").Press("esc").See("Your new words are kept. Enter files them.", "New words for a note", "half")
	if len(d.Env.Unfiled) != 1 || strings.Contains(note(t, d, "n00").Text, "half") {
		t.Fatal("not a draft")
	}
	d.Press("enter").See("Filed. Now say what it is about")
	if !strings.HasSuffix(note(t, d, "n00").Text, "half") || len(d.Env.Unfiled) != 0 {
		t.Fatal("not filed")
	}
	d.Press("e").Type(" @2.3").Press("enter").See("2 of 4", "Tea was kind")
	d.Press("e").Type("x").Press("ctrl+z").Press("ctrl+y", "ctrl+z", "esc").See("Tea was kind")
}

func TestUnfinishedWordsAreFiled(t *testing.T) {
	d := usual(t)
	draft(d, jot.TheLine, "> history sequence not clear in Y4, jumps in 2 of 6")
	draft(d, jot.Quick, "corridor display @7.1")
	other := draft(d, "why", "a sentence of another screen")
	d = run(d).See("1 of 6", "Not filed yet   typed at 10:42", "These words were never filed.").Exact().Golden("draft-80x24")
	d.AtEverySize()
	first := "history"
	if strings.Contains(d.Frame(), "corridor") {
		first = "corridor"
	}
	if first == "history" {
		d.Press("up", "enter") // leave it for now
	}
	d.See("corridor display", "1    7.1").Press("enter").See("Filed. u takes it back.", "2 of 6") // it says its area itself
	for !strings.Contains(d.Frame(), "history sequence") {
		d.Press("enter")
	}
	d.Press("enter").See("Filed. Now say what it is about, or leave it for now.", "> history sequence", "next step").Press("1").See("Linked to")
	if _, kept := d.Env.Unfiled[other]; len(d.Env.Unfiled) != 1 || !kept {
		t.Fatalf("%v", d.Env.Unfiled)
	}
	var filed []model.Note
	for _, n := range d.Env.Desk.Book.Evaluation().VisitNotes(uitest.VisitID) {
		if !strings.HasPrefix(string(n.ID), "n0") {
			filed = append(filed, n)
		}
	}
	if len(filed) != 2 || filed[0].Area != "7.1" || filed[0].Slot != "1-1" || filed[0].Fact != model.FactRead || filed[1].Of != 6 || filed[1].Mark != model.MarkNextStep {
		t.Fatalf("%+v", filed)
	}
}

func TestUnfinishedWordsOfACrashAreHereToo(t *testing.T) {
	d := begin(t)
	key := jot.Key(d.Env.Desk.Book, uitest.VisitID, jot.TheLine)
	d.Env.Brought = &env.Brought{Drafts: []task.Draft{{Key: key, Evaluation: d.Env.Desk.Book.EvaluationID(), Text: "half a sent"}, {Key: "x//line@other", Text: "elsewhere"}}}
	d = run(d).See("0 of 1", "half a sent").Press("e").See("What was being typed").Type("ence").Press("enter").See("half a sentence", "Filed.")
	d.Press("-").See("1 of 1. Nothing left to tidy.")
	if len(d.Env.Unfiled) != 0 || len(d.Env.Brought.Drafts) != 1 {
		t.Fatalf("%v %v", d.Env.Unfiled, d.Env.Brought.Drafts)
	}
}

func TestUnfinishedWordsCanBeEmptied(t *testing.T) {
	d := begin(t)
	draft(d, jot.TheLine, "ab")
	run(d).Press("e", "backspace", "backspace", "enter").See("The unfinished words are taken out.", "No notes yet")
	if len(d.Env.Unfiled) != 0 {
		t.Fatal("kept")
	}
	run(usual(t)).Press("e").Press("backspace").See("Book look")
	run(begin(t, "a")).Press("e", "backspace", "enter").See("A note needs words.")
}

func TestANoteIsTakenOutAndKeptPrivate(t *testing.T) {
	d := run(usual(t))
	fromMenu(t, d, "Keep this note private")
	if d.See("Private now.", "private"); !note(t, d, "n00").Private {
		t.Fatal("not private")
	}
	fromMenu(t, d, "Take this note out")
	d.See("The note is taken out. u brings it back.", "1 of 3").Press("u").See("1 of 4", "Ask: how is")
}

// fromMenu chooses an act from the menu of words.
func fromMenu(t *testing.T, d *uitest.Driver, words string) {
	t.Helper()
	d.Press("m")
	for range 40 {
		for _, l := range d.Lines() {
			if strings.Contains(l, "►") && strings.Contains(l, words) {
				d.Press("enter")
				return
			}
		}
		d.Press("down")
	}
	t.Fatalf("the menu has no “%s”:\n%s", words, d.Frame())
}

func TestNothingOfTheSchoolsLevelsShows(t *testing.T) {
	d := run(usual(t))
	for _, k := range []string{"tab", "esc", "e", "esc", "m", "esc", "?", "esc", "1", "-"} {
		d.Press(k).SeeNot("Sharing", "■■■■", "level 4")
	}
}

func TestRefusals(t *testing.T) {
	d := usual(t)
	d.Do(d.Env.Desk.Book.CloseVisit(d.Env.Desk.Voice, uitest.VisitID, "Snow"))
	run(d).See("This visit is closed. You can read it.").Press("1", "-", "+").AtEverySize().Press("enter").See("Tea was kind")
	if note(t, d, "n00").Area != "" {
		t.Fatal("changed")
	}
	run(usual(t).ReadOnly()).See("This was opened to read only.").Press("1", "e").See("1 of 4")
	run(begin(t)).See("No notes yet").AtEverySize().Press("enter").See("nav.Home{}")
	run(uitest.NewEnv(t).Begin()).See("No visit is open here").AtEverySize().Press("enter").See("nav.Visits{")
}

func TestEndlessWordsFit(t *testing.T) {
	d := run(begin(t, strings.Repeat("Wordwithoutend 界 books ", 90))).AtEverySize().Press("e").AtEverySize().Press("esc", "tab").AtEverySize()
	d.Resize(120, 30)
	d.Press("esc").Exact().SeeNot("┌")
}

func TestWide(t *testing.T) {
	d := run(usual(t))
	d.Resize(120, 30)
	d.Exact().Golden("120x30")
	for y, l := range d.Lines() {
		if strings.Contains(l, "It belongs to no area") {
			d.Click(10, y).Click(10, y).See("Left without an area.")
			return
		}
	}
}
