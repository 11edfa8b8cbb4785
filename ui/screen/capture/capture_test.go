package capture_test

import (
	"errors"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"waymark/model"
	"waymark/ui"
	"waymark/ui/env"
	"waymark/ui/jot"
	"waymark/ui/nav"
	"waymark/ui/screen/capture"
	"waymark/ui/task"
	"waymark/ui/uitest"
)

func aDay() []model.Slot {
	at := func(id model.SlotID, start int, kind model.SlotKind, title string, areas ...model.AreaID) model.Slot {
		return model.Slot{ID: id, Stop: model.Stop{Day: 1, Start: start, Minutes: 30, Kind: kind, Title: title, Areas: areas}}
	}
	return []model.Slot{
		at("1-1", 9*60, model.SlotOpening, ""),
		at("1-2", 10*60+15, model.SlotWork, "Book look with subject leads", "2.1", "2.3", "4.1"),
		at("1-3", 10*60+45, model.SlotPupils, "Year 5 group", "7.1", "7.3", "6.5"),
	}
}

// begin is a reviewer twelve minutes into the book look; every level of the
// school is 4.
func begin(t *testing.T) *uitest.Driver {
	t.Helper()
	d := uitest.NewEnv(t).Begin().Judge(strings.Repeat("4", 41)).Visit([]model.AreaID{"2.1", "2.3", "4.1", "7.1", "7.3"}, aDay()...)
	d.Wait(-27 * time.Minute)
	return d.Do(d.Env.Desk.Book.GoTo(d.Env.Desk.Voice, uitest.VisitID, "1-2"))
}

// noted files the notes of the mock-up.
func noted(t *testing.T) *uitest.Driver {
	t.Helper()
	d := begin(t)
	v, _ := d.Env.Visit()
	for i, line := range []string{
		"+ @4.1 Green-pen replies show pupils acting on comments, Y5 English", "* @2.3 Ask: who checks the science overview between units?",
		"> @4.1 Maths feedback is ticks only in two of six sets of books", "@2.1 Geography lead could explain the order of units and why", "+ Pupils wanted to show me their rivers project unprompted",
	} {
		d.Wait(2 * time.Minute)
		d.Do(d.Env.Desk.Book.WriteNote(d.Env.Desk.Voice, model.NoteID(rune('a'+i)), jot.Note(d.Env.Desk.Book, v, "1-2", line)))
	}
	d.Wait(2 * time.Minute)
	return d
}

func run(d *uitest.Driver, slot model.SlotID) *uitest.Driver {
	open := func(r nav.Route) ui.Screen {
		if r, ok := r.(nav.Capture); ok {
			return capture.New(d.Env, r)
		}
		return &uitest.Place{Route: r}
	}
	d.Run(open, nav.Home{}, 80, 24)
	d.Env.Nav.Push(nav.Capture{Slot: slot})
	d.Send(struct{}{})
	return d
}

func notes(d *uitest.Driver) []model.Note {
	return d.Env.Desk.Book.Evaluation().VisitNotes(uitest.VisitID)
}

func note(t *testing.T, d *uitest.Driver, id model.NoteID) model.Note {
	t.Helper()
	for _, n := range notes(d) {
		if n.ID == id {
			return n
		}
	}
	t.Fatalf("note %s is gone", id)
	return model.Note{}
}

func TestTheStopIsReadyToType(t *testing.T) {
	d := run(noted(t), "")
	d.See("Visit › 10:15 Book look with subject leads", "12 of 30 min", "Focus: 2.1  2.3  4.1",
		"10:17  +  4.1  Green-pen replies show pupils acting on comments, Y5 English", "2 of 6",
		"Start with  + strength > next step * follow up @2.1 link to an area",
		"Safeguarding: tell the designated safeguarding lead now, in person. Do not write it here.",
		"Unfinished notes are kept too. They wait in the tidy-up list at lunch.", "Enter file note   Esc browse   ↑ edit last   Tab link to area")
	d.Type("> @2.3 history sequence not clear in Y4, books jump from Romans to").See("draft kept 10:27:", "next step, 2.3 Subject and phase leadership", "Ctrl+Z undo")
	d.Exact().Golden("80x24").AtEverySize()
	d.Resize(120, 30)
	d.Exact().Golden("120x30")
}

func TestNoFrameTellsTheSchoolsLevels(t *testing.T) {
	d := run(noted(t), "")
	for _, k := range []string{"", "tab", "esc", "esc", "m", "esc", "tab"} {
		if k != "" {
			d.Press(k)
		}
		d.SeeNot("Sharing", "■■■■", "level 4")
	}
}

func TestFilingKeepsWhatTheWordsSay(t *testing.T) {
	d := run(begin(t), "")
	d.Type("> @2.3 jumps in 2 of 6 sets").Press("enter").See("Filed: next step, 2.3, 2 of 6. Ctrl+Z takes it back.", "jumps in 2 of 6 sets")
	want := model.Seen{Visit: uitest.VisitID, Slot: "1-2", Mark: model.MarkNextStep, Fact: model.FactRead, N: 2, Of: 6}
	if n := notes(d)[0]; n.Seen != want || n.Area != "2.3" || d.Keys != 1 {
		t.Fatalf("filed %+v with %d keys", n, d.Keys)
	}
	d.Press("enter").See("Type what you saw, heard or read.")
	d.Press("ctrl+z").See("Undid")
	if len(notes(d)) != 0 {
		t.Fatal("the note was not taken back")
	}
}

func TestWordsAreTakenBackOneByOne(t *testing.T) {
	d := run(begin(t), "")
	d.Type("one two three").Press("ctrl+z").See("│ one two").SeeNot("three").Press("ctrl+y").See("one two three")
	d.Press("ctrl+z", "ctrl+z", "ctrl+z")
	if len(d.Env.Unfiled) != 0 {
		t.Fatalf("an empty line is kept: %v", d.Env.Unfiled)
	}
}

func TestUpOnAnEmptyLineRewordsTheLastNote(t *testing.T) {
	d := run(noted(t), "")
	d.Press("up").See("rewording the note of", "+ Pupils wanted to show me", "Esc leave it as it was")
	d.Type(" again").Press("enter").See("Reworded. Ctrl+Z brings the words before back.")
	n := note(t, d, "e")
	if !strings.HasSuffix(n.Text, "unprompted again") || n.Mark != model.MarkStrength || n.Slot != "1-2" || n.Visit != uitest.VisitID || n.Fact != model.FactRead {
		t.Fatalf("reworded to %+v", n)
	}
	d.Press("ctrl+z")
	if n := note(t, d, "e"); strings.HasSuffix(n.Text, "again") {
		t.Fatalf("not undone: %q", n.Text)
	}
}

func TestALeftRewordingIsKept(t *testing.T) {
	d := run(noted(t), "")
	d.Press("up").Type(" and then").Press("esc").See("Your new words are kept").Type("new note").Press("enter")
	d.Press("esc", "up", "e").See("unprompted and then").Press("esc")
	if len(notes(d)) != 6 || strings.Contains(note(t, d, "e").Text, "and then") {
		t.Fatal("the rewording was filed although it was left")
	}
}

func TestTabLinksTheLineToAnArea(t *testing.T) {
	d := run(begin(t), "")
	d.Type("> leaders know their subjects and check the sequence").Press("tab").See("Link to an area", "from your words", "this stop looks at it", "“> leaders know").Golden("link-80x24").AtEverySize()
	d.Press("down", "enter").See("Ctrl+Z takes the link out.")
	d.Press("enter")
	if n := notes(d)[0]; n.Area == "" || n.Mark != model.MarkNextStep || n.Text != "leaders know their subjects and check the sequence" {
		t.Fatalf("filed %+v", n)
	}
	d.Type("feedback").Press("tab").Type("pupils act").See("Areas with “pupils act”").Press("esc", "enter")
	if n := notes(d)[1]; n.Area != "" {
		t.Fatalf("a choice that was left linked to %s", n.Area)
	}
	d.Type("x").Press("tab").Type("zzzz").See("No area has these words").Press("enter", "backspace", "backspace", "backspace", "backspace", "1").See("Linked to")
}

func TestBrowsingActsOnOneNote(t *testing.T) {
	d := run(noted(t), "")
	d.Press("esc").See("► 10:25", "Pupils wanted to show me", "no area yet, read", "Enter reword it").Golden("browse-80x24").AtEverySize()
	d.Press("up", "-").See("Left without an area.")
	if n := note(t, d, "d"); !n.General || n.Area != "" {
		t.Fatalf("%+v", n)
	}
	d.Press("tab", "1").See("Linked to")
	if n := note(t, d, "d"); n.General || n.Area == "" {
		t.Fatalf("%+v", n)
	}
	d.Press("m").See("Keep this note private", "Take this note out").Press("1").See("Private now.", "private")
	if !note(t, d, "d").Private {
		t.Fatal("not private")
	}
	d.Press("m", "2").See("The note is taken out. u brings it back.")
	if len(notes(d)) != 4 {
		t.Fatal("not taken out")
	}
	d.Press("u")
	if len(notes(d)) != 5 {
		t.Fatal("not brought back")
	}
}

func TestEscEscGoesBackAndKeepsTheLine(t *testing.T) {
	d := run(noted(t), "")
	d.Type("half").Press("esc").Press("q").See("1 unfinished note").Press("esc", "esc").See("nav.Home{}")
	d.Env.Nav.Push(nav.Capture{})
	d.Send(struct{}{})
	d.See("This is what you were typing.", "│ half")
}

func TestAfterACrashTheWordsAreBack(t *testing.T) {
	d := begin(t)
	key := jot.Key(d.Env.Desk.Book, uitest.VisitID, jot.TheLine)
	d.Env.Brought = &env.Brought{Drafts: []task.Draft{{Key: key, Text: "one window"}, {Key: key, Text: "another"}, {Key: key, Text: "one window"}}}
	run(d, "").See("This is what you were typing.", "one window; another").Press("enter")
	if len(d.Env.Brought.Drafts)+len(d.Env.Unfiled) != 0 {
		t.Fatal("the drafts are still there")
	}
}

func TestAStopElsewhereTakesItsOwnNotes(t *testing.T) {
	d := run(begin(t), "1-3")
	d.See("Visit › 10:45 Year 5 group", "What to look for here", "Notes go to 10:45. You are at 10:15").Golden("empty-80x24")
	d.Type("Calm").Press("enter")
	n := notes(d)[0]
	v, _ := d.Env.Visit()
	if at, _ := v.At(uitest.Reviewer); n.Slot != "1-3" || n.Fact != model.FactHeard || at.Slot != "1-2" {
		t.Fatalf("noted at %s as %s, reviewer at %s", n.Slot, n.Fact, at.Slot)
	}
}

func TestTheFirstNoteBeginsTheDay(t *testing.T) {
	d := uitest.NewEnv(t).Begin().Visit([]model.AreaID{"2.1"}, aDay()...)
	run(d, "").See("The first note begins this stop.").Type("Welcome").Press("enter")
	v, _ := d.Env.Visit()
	if at, _ := v.At(uitest.Reviewer); at.Slot != "1-1" {
		t.Fatalf("at %q", at.Slot)
	}
}

func TestAVisitWithoutStopsStillTakesNotes(t *testing.T) {
	d := uitest.NewEnv(t).Begin().Visit([]model.AreaID{"2.1"})
	run(d, "").See("Notes of the visit").AtEverySize().Type("Seen in passing").Press("enter").See("Seen in passing")
}

func TestClosedAndReadOnlyCanBeRead(t *testing.T) {
	d := noted(t)
	d.Do(d.Env.Desk.Book.CloseVisit(d.Env.Desk.Voice, uitest.VisitID, "no time"))
	run(d, "1-2").See("This visit is closed. You can read it.").SeeNot("reword it").Press("up", "n", "-", "enter", "e").SeeNot("Left without")
	d = noted(t).ReadOnly()
	before := d.Env.Desk.Book.Len()
	run(d, "1-2").See("This was opened to read only.").Press("up", "n", "-", "enter", "tab", "m", "1").AtEverySize()
	if d.Env.Desk.Book.Len() != before {
		t.Fatal("something was written")
	}
}

func TestWithoutAVisitTheWayIsShown(t *testing.T) {
	d := uitest.NewEnv(t).Begin()
	run(d, "").See("No visit is open here").AtEverySize()
	d.Press("enter").See("nav.Visits{")
}

func TestAFailingDiskLosesNoWords(t *testing.T) {
	d := begin(t)
	d.Shelf.Fail = errors.New("disk is full")
	run(d, "").Type("kept").Press("enter").See("Not saved since")
	if notes(d)[0].Text != "kept" {
		t.Fatal("not noted")
	}
}

func TestTooLongATextStaysOnTheLine(t *testing.T) {
	d := run(begin(t), "")
	d.Paste(strings.Repeat("word ", 4100)).See("Pasted 4100 words.").Press("enter").See("A note must be 20,000 characters or fewer. Your text is kept.")
	if len(notes(d)) != 0 || len(d.Env.Unfiled) != 1 {
		t.Fatal("the text is not kept")
	}
	d.AtEverySize()
}

func TestManyNotesScrollWithTheNewestInView(t *testing.T) {
	d := begin(t)
	v, _ := d.Env.Visit()
	for i := range 60 {
		d.Wait(time.Second)
		d.Do(d.Env.Desk.Book.WriteNote(d.Env.Desk.Voice, model.NoteID(strings.Repeat("n", i+1)), jot.Note(d.Env.Desk.Book, v, "1-2", "Note number "+strings.Repeat("1", i+1))))
	}
	run(d, "").See("Note number " + strings.Repeat("1", 40)).AtEverySize()
	d.Press("esc", "home").See("► 10:15", "Note number 1 ").AtEverySize()
}

func TestEveryScriptFitsTheLine(t *testing.T) {
	d := run(begin(t), "")
	text := "Łódź, 学校は静かだった, 👩‍🏫 مدرسة " + strings.Repeat("界", 60)
	d.Paste(text).AtEverySize().Press("enter")
	if got := notes(d)[0].Text; got != model.CleanLine(text) {
		t.Fatalf("noted %q", got)
	}
	d.AtEverySize()
}

func TestTheMouseChoosesANote(t *testing.T) {
	d := run(noted(t), "").Press("esc")
	for y, l := range d.Lines() {
		if strings.Contains(l, "science overview") {
			d.Click(20, y).See("► 10:19")
			d.Click(20, y).See("rewording the note of 10:19")
			break
		}
	}
}

func TestTheMenuLeadsOn(t *testing.T) {
	d := run(noted(t), "").Press("esc", "x")
	d.See(`nav.Export{Document:"visit"}`)
	d = run(noted(t), "").Press("esc", "m", "3")
	d.See("nav.Tidy{}")
	d = run(noted(t), "").Press("esc", "m", "4")
	d.See("nav.VisitJudge{")
}

func TestTheMinuteMovesByItselfAndNothingElse(t *testing.T) {
	d := noted(t)
	var waiting []tea.Msg
	d.Env.Wait = func(_ time.Duration, msg tea.Msg) tea.Cmd { waiting = append(waiting, msg); return nil }
	run(d, "").See("12 of 30 min")
	d.Wait(time.Minute)
	d.Send(waiting[0])
	d.See("13 of 30 min")
	if len(waiting) != 2 {
		t.Fatalf("%d minutes are waited for", len(waiting))
	}
}
