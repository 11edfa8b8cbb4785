package note_test

import (
	"errors"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"waymark/model"
	"waymark/ui"
	"waymark/ui/env"
	"waymark/ui/nav"
	"waymark/ui/screen/note"
	"waymark/ui/task"
	"waymark/ui/uitest"
)

func begin(t *testing.T) *uitest.Driver {
	t.Helper()
	return uitest.NewEnv(t).Begin()
}

// open shows the note screen above a plain place, so that Esc has somewhere to go.
func open(d *uitest.Driver, r nav.Note) *uitest.Driver {
	d.Run(func(r nav.Route) ui.Screen {
		if n, ok := r.(nav.Note); ok {
			return note.New(d.Env, n)
		}
		return &uitest.Place{Route: r}
	}, nav.Home{}, 80, 24)
	return again(d, r)
}

// again goes to the screen from wherever the app is.
func again(d *uitest.Driver, r nav.Note) *uitest.Driver {
	d.Env.Nav.Push(r)
	d.Send(struct{}{})
	return d
}

func write(t *testing.T, d *uitest.Driver, id string, n model.NoteText) {
	t.Helper()
	if err := d.Env.Desk.Do(d.Env.Desk.Book.WriteNote(d.Env.Desk.Voice, model.NoteID(id), n)); err != nil {
		t.Fatal(err)
	}
}

func notes(d *uitest.Driver, a model.AreaID) []model.Note {
	e := d.Env.Desk.Book.Evaluation()
	if a == "" {
		return e.Notes
	}
	return e.Area(a).Notes
}

func TestWordsAndEscAreANote(t *testing.T) {
	d := open(begin(t), nav.Note{Area: "1.3"})
	d.See("What did you see, hear or read?", "Leave out pupils’ names.", "Earlier notes")
	d.Type("Year 4 fractions: pupils who finished early had a real stretch task.\nYear 6 waited")
	d.See("15 words. You can paste from Word. Esc keeps what you have typed.")
	d.Press("esc").See("Home", "Kept 15 words as a note on 1.3. u takes it out.")
	if d.Keys != 1 {
		t.Fatalf("filing took %d keys, want 1", d.Keys)
	}
	got := notes(d, "1.3")
	if len(got) != 1 || got[0].Text != "Year 4 fractions: pupils who finished early had a real stretch task.\nYear 6 waited" {
		t.Fatalf("notes are %+v", got)
	}
	before := d.Env.Desk.Book.Len()
	d.Press("u").See("Undid: note on 1.3")
	if len(notes(d, "1.3")) != 0 || d.Env.Desk.Book.Len() != before+1 {
		t.Fatal("one undo did not take the whole note out in one act")
	}
}

func TestNothingTypedIsNoNote(t *testing.T) {
	for _, typed := range []string{"", "  \n "} {
		d := open(begin(t), nav.Note{Area: "1.3"})
		before := d.Env.Desk.Book.Len()
		d.Type(typed).Press("esc").See("Home")
		if d.Env.Desk.Book.Len() != before {
			t.Fatalf("typing %q wrote something", typed)
		}
	}
}

func TestLettersAreLetters(t *testing.T) {
	d := open(begin(t), nav.Note{Area: "1.3"})
	d.Type("quick q? m: /3 u d").Press("esc")
	if got := notes(d, "1.3"); len(got) != 1 || got[0].Text != "quick q? m: /3 u d" {
		t.Fatalf("notes are %+v", got)
	}
}

func TestKindSourceAndPrivate(t *testing.T) {
	d := open(begin(t), nav.Note{Area: "1.3"})
	d.Type("Depth tasks in 7 of 10 books")
	d.Press("tab", "2").See("● Pupils’ work")
	d.Press("right", "right", "left").See("● Pupil voice")
	d.Press("tab").See("A document’s title")
	d.Type("Book look, staff drive").Press("enter").See("Private")
	d.Press("space").See("Private  yes")
	d.Press("esc")
	want := model.NoteText{Area: "1.3", Text: "Depth tasks in 7 of 10 books", Kind: model.FromPupils, Source: "Book look, staff drive", Private: true}
	if got := notes(d, "1.3"); len(got) != 1 || got[0].NoteText != want {
		t.Fatalf("notes are %+v, want %+v", got, want)
	}
}

func TestArrowsAndEnterAloneReachEverything(t *testing.T) {
	d := begin(t)
	write(t, d, "old", model.NoteText{Area: "1.3", Text: "An earlier note"})
	open(d, nav.Note{Area: "1.3"})
	d.Type("Seen").Press("down").See("► Kind")
	d.Press("right", "down").See("► Source")
	d.Press("down").See("► Private").Press("right", "down").See("►", "Enter rewords a note")
	d.Press("up").See("► Private").Press("up", "up", "up").See("1 word.")
	d.Press("down", "down", "down", "down", "enter").See("a note reworded", "Kept 1 word as a note on 1.3.")
	if got := notes(d, "1.3"); len(got) != 2 || got[1].Text != "Seen" || got[1].Kind != model.FromVisit || !got[1].Private {
		t.Fatalf("notes are %+v", got)
	}
}

func TestAnEarlierNoteIsReworded(t *testing.T) {
	d := begin(t)
	write(t, d, "first", model.NoteText{Area: "1.3", Text: "The oldest"})
	write(t, d, "second", model.NoteText{Area: "1.3", Text: "Staff survey: planning time", Kind: model.FromData, Source: "Survey", Private: true})
	open(d, nav.Note{Area: "1.3"})
	d.See("2 notes", "24 Sep", "private  Staff survey", "The oldest")
	d.Press("shift+tab", "e").See("a note reworded", "● Data", "Survey", "Private  yes")
	d.Type(" is the barrier").Press("esc").See("Reworded. u brings the words before back.")
	got := notes(d, "1.3")
	if len(got) != 2 || got[1].ID != "second" || got[1].Text != "Staff survey: planning time is the barrier" || got[1].Source != "Survey" {
		t.Fatalf("notes are %+v", got)
	}
	before := d.Env.Desk.Book.Len()
	again(d, nav.Note{Area: "1.3", Note: "second"}).Press("esc").See("Home")
	if d.Env.Desk.Book.Len() != before {
		t.Fatal("an unchanged note was filed again")
	}
}

func TestANoteCanBeTakenOut(t *testing.T) {
	d := begin(t)
	write(t, d, "old", model.NoteText{Area: "1.3", Text: "An earlier note"})
	open(d, nav.Note{Area: "1.3"}).Press("shift+tab", "m").See("Take this note out").Press("1")
	d.See("The note is taken out. u brings it back.", "none yet")
	d.Press("u").See("An earlier note")
}

func TestEmptyingANoteLeavesItAsItWas(t *testing.T) {
	d := begin(t)
	write(t, d, "old", model.NoteText{Area: "1.3", Text: "Words"})
	open(d, nav.Note{Area: "1.3", Note: "old"}).Press("backspace", "backspace", "backspace", "backspace", "backspace", "esc")
	d.See("The note is as it was.")
	if got := notes(d, "1.3"); len(got) != 1 || got[0].Text != "Words" {
		t.Fatalf("notes are %+v", got)
	}
}

func TestUndoTakesBackAWordAndRedoPutsItBack(t *testing.T) {
	d := open(begin(t), nav.Note{Area: "1.3"}).Type("one two three")
	d.Press("ctrl+z").See("2 words.").SeeNot("three")
	d.Press("ctrl+z", "ctrl+y", "ctrl+y").See("3 words.", "one two three")
	d.Press("ctrl+y").See("There is nothing to do again here.")
	d.Press("ctrl+z", "ctrl+z", "ctrl+z", "ctrl+z").See("There is nothing more to take back here.")
}

func TestAPasteIsCleanedCountedAndOneStep(t *testing.T) {
	d := open(begin(t), nav.Note{Area: "1.3"}).Type("Seen: ")
	d.Paste("• books\r\n• displays\x1b[31m and\u00a0walls").See("Pasted 4 words. Ctrl+Z takes it out.", "- displays and walls")
	d.Press("ctrl+z").SeeNot("displays").See("Seen:")
}

func TestATableIsOffered(t *testing.T) {
	d := open(begin(t), nav.Note{Area: "1.3"})
	d.Paste("Year\tOn track\r\n4\t61%\r\n5\t58%\r\n").See("Pasted a table of 3 rows. Enter keeps it as a table", "Enter keep as a table")
	d.Press("enter").See("Kept as a table of 3 rows.", "Year | On track", "4    | 61%").Press("esc")
	if got := notes(d, "1.3"); got[0].Text != "Year | On track\n4    | 61%\n5    | 58%" {
		t.Fatalf("the note is %q", got[0].Text)
	}
	d = open(begin(t), nav.Note{Area: "1.3"})
	d.Paste("a\tb\nc\td").Type(" and").Press("enter").Type("on").Press("esc")
	if got := notes(d, "1.3"); got[0].Text != "a b\nc d and\non" {
		t.Fatalf("typing on did not decline the table: %q", got[0].Text)
	}
}

func TestMoreThanANoteHoldsIsSplitOrKept(t *testing.T) {
	long := strings.TrimSpace(strings.Repeat("Pupils explain why. ", 2300)) // 45,999 characters
	d := open(begin(t), nav.Note{Area: "1.3"}).Paste(long)
	d.Press("esc").See("A note holds 20,000 characters. Enter splits this into 3 notes.", "Enter split into 3 notes")
	d.Press("enter").See("Home", "Kept as 3 notes on 1.3.")
	got := notes(d, "1.3")
	if len(got) != 3 {
		t.Fatalf("%d notes, want 3", len(got))
	}
	if all := got[0].Text + " " + got[1].Text + " " + got[2].Text; all != long {
		t.Fatalf("%d characters came back of %d", len(all), len(long))
	}
	d.Press("u")
	if len(notes(d, "1.3")) != 0 {
		t.Fatal("one undo did not take all three out")
	}

	d = open(begin(t), nav.Note{Area: "1.3"}).Paste(long)
	d.Press("esc", "esc").See("Home", "It is kept as an unfinished note.")
	if kept := d.Env.Unfiled[string(d.Env.Desk.Book.EvaluationID())+"/1.3/"]; kept.Text != long {
		t.Fatalf("%d characters are kept of %d", len(kept.Text), len(long))
	}
}

func TestQuickNoteFindsItsArea(t *testing.T) {
	d := open(begin(t), nav.Note{})
	d.Type("Corridor talk: pupils were asked to explain the vocabulary of rivers").Press("tab")
	d.See("1  ", "the school as a whole")
	d.Press("1").SeeNot("the school as a whole")
	d.Press("left", "right", "esc").See("as a note on ")
	found := 0
	for _, a := range d.Env.Desk.Book.Rubric().Areas {
		found += len(notes(d, a.ID))
	}
	if found != 1 || len(notes(d, "")) != 0 {
		t.Fatalf("%d notes on areas, %d on the school", found, len(notes(d, "")))
	}
	d = open(begin(t), nav.Note{}).Type("General")
	d.Press("esc").See("Kept 1 word as a note. u takes it out.")
	if len(notes(d, "")) != 1 {
		t.Fatal("a quick note without an area is not on the school as a whole")
	}
}

// draftLog is a drafts file in memory.
type draftLog struct{ all []string }

func (l *draftLog) journal() *task.Journal {
	return task.NewJournal(
		func(d task.Draft) error { l.all = append(l.all, d.Key+"="+d.Text); return nil },
		func(key string) error { l.all = append(l.all, key+" dropped"); return nil },
	)
}

func TestEveryChangeIsJournalledAndDroppedWhenFiled(t *testing.T) {
	var log draftLog
	d := begin(t)
	d.Env.Drafts = log.journal()
	key := string(d.Env.Desk.Book.EvaluationID()) + "/1.3/"
	open(d, nav.Note{Area: "1.3"}).Type("Half a sen")
	if got := d.Env.Unfiled[key].Text; got != "Half a sen" {
		t.Fatalf("%q is kept", got)
	}
	d.Press("esc")
	d.Env.Drafts.Close()
	if n := len(log.all); n == 0 || log.all[n-1] != key+" dropped" {
		t.Fatalf("the journal is %q", log.all)
	}
	if len(d.Env.Unfiled) != 0 {
		t.Fatalf("%v is still kept", d.Env.Unfiled)
	}
}

func TestADraftOfAnEarlierRunIsOfferedBack(t *testing.T) {
	var log draftLog
	d := begin(t)
	d.Env.Drafts = log.journal()
	key := string(d.Env.Desk.Book.EvaluationID()) + "/1.3/"
	d.Env.Brought = &env.Brought{Drafts: []task.Draft{{Key: key, Text: "since Easter the mor"}, {Key: "other", Text: "elsewhere"}}}
	open(d, nav.Note{Area: "1.3"}).See("since Easter the mor", "This is what you were typing. Esc keeps it, Ctrl+Z takes it out.")
	if len(d.Env.Brought.Drafts) != 1 {
		t.Fatal("the draft is still offered elsewhere")
	}
	d.Press("ctrl+z").SeeNot("since Easter").Press("esc").See("Home")
	if len(notes(d, "1.3")) != 0 {
		t.Fatal("what was taken out was filed")
	}
}

func TestTextLeftBehindIsThereAgain(t *testing.T) {
	d := open(begin(t), nav.Note{Area: "1.3"}).Type("Left behind")
	d.Press("tab", "g", "h").See("Home")
	again(d, nav.Note{Area: "1.3"}).See("Left behind", "This is what you were typing.")
}

func TestTheBiggerEditorNeverLosesText(t *testing.T) {
	d := open(begin(t), nav.Note{Area: "1.3"}).Type("Seen")
	d.Press("ctrl+e").See("From the editor", "Back from nano with 4 words. Ctrl+Z returns to the text before.")
	d.Press("ctrl+z").SeeNot("From the editor").See("Seen")
	for _, c := range []struct {
		back env.EditedMsg
		see  []string
	}{
		{env.EditedMsg{Text: "", Editor: "vi"}, []string{"vi came back empty. Your note is kept as it was.", "Seen"}},
		{env.EditedMsg{Text: "", Err: errors.New("exit 1")}, []string{"The editor did not finish. Your note is kept as it was.", "Seen"}},
		{env.EditedMsg{Text: "Half", Editor: "vi", Err: errors.New("exit 1")}, []string{"vi did not finish. Both texts are here; keep what you want.", "Seen", "Half"}},
	} {
		d := begin(t)
		d.Env.Files = editing{d.Files, c.back}
		open(d, nav.Note{Area: "1.3"}).Type("Seen").Press("ctrl+e").See(c.see...)
	}
}

type editing struct {
	*uitest.Files
	back env.EditedMsg
}

func (e editing) Editor(string) tea.Cmd { return func() tea.Msg { return e.back } }

func TestAFailedSaveKeepsTheNote(t *testing.T) {
	d := begin(t)
	d.Shelf.Fail = errors.New("disk full")
	open(d, nav.Note{Area: "1.3"}).Type("Seen").Press("esc").See("Not saved since")
	if len(notes(d, "1.3")) != 1 {
		t.Fatal("the note is gone")
	}
}

func TestADeletedEvaluationKeepsTheTextAsADraft(t *testing.T) {
	d := begin(t)
	open(d, nav.Note{Area: "1.3"}).Type("Seen")
	if err := d.Env.Desk.Do(d.Env.Desk.Book.SetRemoved(true)); err != nil {
		t.Fatal(err)
	}
	d.Press("esc").See("This self-evaluation was deleted. Your text is kept; Esc goes back.", "Seen")
	d.Press("esc").See("Home", "It is kept as an unfinished note.")
	if len(d.Env.Unfiled) != 1 {
		t.Fatal("the text is not kept")
	}
}

func TestASourceAloneIsAskedAboutOnce(t *testing.T) {
	d := open(begin(t), nav.Note{Area: "1.3"}).Press("tab", "tab").Type("Survey").Press("esc")
	d.See("A source needs a note with it. Esc again goes back without.").Press("esc").See("Home")
}

func TestFrames(t *testing.T) {
	d := begin(t).Judge("  3")
	write(t, d, "a", model.NoteText{Area: "1.3", Text: "Staff survey: planning time is the main barrier", Kind: model.FromData})
	write(t, d, "b", model.NoteText{Area: "1.3", Text: "Book look, Y3 and Y5 maths: depth tasks in 7 of 10 books, and the pupils I asked could say what each of them was for", Private: true})
	open(d, nav.Note{Area: "1.3"}).Type("Year 4 fractions: pupils who finished early had a real stretch task. Year 6 set 2 waited for answers. Look again at")
	d.Golden("note-80x24").AtEverySize()
	d.Resize(120, 30)
	d.Golden("note-120x30")
	d.Resize(60, 18)
	d.Golden("note-60x18")
	d.Resize(80, 24)
	d.Press("tab", "1").AtEverySize()
	d.Press("tab").Type(strings.Repeat("long ", 40)).AtEverySize()
	d.Press("tab", "tab").Golden("note-earlier-80x24").AtEverySize()
	d.Resize(50, 14)
	d.Golden("note-earlier-50x14")

	q := open(begin(t), nav.Note{}).Type("corridor display updated by pupils each week, see Year 2").Press("tab")
	q.Golden("quick-80x24").AtEverySize()
}

func TestLongNamesFit(t *testing.T) {
	d := begin(t)
	long := strings.Repeat("Very long name of a person ", 4)
	d.Env.Desk.Voice.Person = "p"
	if err := d.Env.Desk.Do([]model.Change{model.NamePerson(model.Person{ID: "p", Name: long}, nil)}, nil); err != nil {
		t.Fatal(err)
	}
	write(t, d, "a", model.NoteText{Area: "1.3", Text: strings.Repeat("wordwithoutend", 30), Source: strings.Repeat("place ", 60)})
	open(d, nav.Note{Area: "1.3"}).Press("shift+tab").AtEverySize()
}

func TestRewordingANoteOfAVisitLeavesItInTheVisit(t *testing.T) {
	d := uitest.NewEnv(t).Begin()
	seen := model.Seen{Visit: "v", Slot: "1-2", Mark: model.MarkStrength, Fact: model.FactSeen, N: 2, Of: 6}
	if err := d.Env.Desk.Do(d.Env.Desk.Book.WriteNote(d.Env.Desk.Voice, "n1", model.NoteText{Area: "1.2", Text: "Two of six", Seen: seen})); err != nil {
		t.Fatal(err)
	}
	d.Run(uitest.Single(func() ui.Screen { return note.New(d.Env, nav.Note{Area: "1.2", Note: "n1"}) }), nav.Note{Area: "1.2", Note: "n1"}, 80, 24)
	d.Type(" rooms").Press("esc")
	got := d.Env.Desk.Book.Evaluation().Area("1.2").Notes
	if len(got) != 1 || got[0].Text != "Two of six rooms" || got[0].Seen != seen {
		t.Fatalf("%+v", got)
	}
}
