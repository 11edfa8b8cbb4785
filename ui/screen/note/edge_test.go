package note_test

import (
	"crypto/ed25519"
	"fmt"
	"strings"
	"testing"

	"waymark/model"
	"waymark/model/desk"
	"waymark/ui/env"
	"waymark/ui/nav"
	"waymark/ui/task"
	"waymark/ui/uitest"
)

func TestReadOnlyNotesCanBeReadAndNothingElse(t *testing.T) {
	d := begin(t)
	write(t, d, "a", model.NoteText{Area: "1.3", Text: strings.Repeat("A long note about the books of Year 4. ", 9), Source: "Book look, staff drive"})
	write(t, d, "b", model.NoteText{Area: "1.3", Text: "Short"})
	d.Env.Desk = desk.New(d.Env.Desk.Book, d.Env.Desk.Voice, desk.Tools{Clock: d.Env.Clock, NewID: d.Env.NewID})
	before := d.Env.Desk.Book.Len()
	open(d, nav.Note{Area: "1.3"}).See("This was opened to read only.", "► 24 Sep  Short", "Read only")
	d.Type("x").Press("down").See("Source: Book look, staff drive").Golden("read-only-80x24").AtEverySize()
	d.Press("enter", "e", "tab").SeeNot("reworded").Press("esc").See("Home")
	if d.Env.Desk.Book.Len() != before {
		t.Fatal("something was written")
	}
}

func TestAFinishedEvaluationStillTakesNotes(t *testing.T) {
	d := begin(t).Judge(strings.Repeat("3", 41))
	if err := d.Env.Desk.Do(d.Env.Desk.Book.Finish()); err != nil {
		t.Fatal(err)
	}
	open(d, nav.Note{Area: "1.3"}).Type("Seen later").Press("esc").See("Kept 2 words as a note on 1.3.")
}

// apart rewords a note on another computer that has the same log.
func apart(t *testing.T, d *uitest.Driver, id, text string) {
	t.Helper()
	b := d.Env.Desk.Book
	other, err := model.OpenBook(b.SchoolID(), b.EvaluationID(), d.Shelf.Rubric, d.Shelf.Log)
	if err != nil {
		t.Fatal(err)
	}
	ids := 0
	pen := model.NewPen(ed25519.NewKeyFromSeed([]byte(strings.Repeat("k", ed25519.SeedSize))), b.SchoolID(), model.Tip{}, func() []byte { return []byte("0123456789abcdef") })
	there := desk.New(other, d.Env.Desk.Voice, desk.Tools{
		Pen: pen, Clock: d.Env.Clock, Mine: func(model.DeviceID) bool { return true },
		NewID: func() string { ids++; return fmt.Sprintf("there-%d", ids) },
		Save:  func(r []model.Record) { d.Shelf.Log = append(d.Shelf.Log, r...) },
	})
	from := len(d.Shelf.Log)
	if err := there.Do(other.WriteNote(there.Voice, model.NoteID(id), model.NoteText{Area: "1.3", Text: text})); err != nil {
		t.Fatal(err)
	}
	written := d.Shelf.Log[from:len(d.Shelf.Log):len(d.Shelf.Log)]
	write(t, d, id, model.NoteText{Area: "1.3", Text: "Worded here"})
	if err := b.Add(written...); err != nil {
		t.Fatal(err)
	}
}

func TestTwoWordingsAreBothThere(t *testing.T) {
	d := begin(t)
	write(t, d, "n", model.NoteText{Area: "1.3", Text: "First"})
	apart(t, d, "n", "Worded there")
	open(d, nav.Note{Area: "1.3", Note: "n"}).See("This note was changed on two computers. Both wordings are here.", "Worded here", "Worded there")
	d.Press("esc")
	got := notes(d, "1.3")
	if len(got) != 1 || got[0].Contested || !strings.Contains(got[0].Text, "Worded here") || !strings.Contains(got[0].Text, "Worded there") {
		t.Fatalf("notes are %+v", got)
	}
}

func TestTwoDraftsOfOnePlaceAreBothOffered(t *testing.T) {
	d := begin(t)
	key := string(d.Env.Desk.Book.EvaluationID()) + "/1.3/"
	d.Env.Brought = &env.Brought{Drafts: []task.Draft{{Key: key, Text: "From one window"}, {Key: key, Text: "From another"}, {Key: key, Text: "From one window"}}}
	open(d, nav.Note{Area: "1.3"}).See("Two unfinished texts were kept here. Both are below.", "From one window", "From another").Press("esc")
	if got := notes(d, "1.3"); len(got) != 1 || got[0].Text != "From one window\n\nFrom another" {
		t.Fatalf("notes are %+v", got)
	}
}

func TestADraftOfARewordingComesBackToItsNote(t *testing.T) {
	d := begin(t)
	write(t, d, "n", model.NoteText{Area: "1.3", Text: "First"})
	key := string(d.Env.Desk.Book.EvaluationID()) + "/1.3/n"
	d.Env.Brought = &env.Brought{Drafts: []task.Draft{{Key: key, Text: "First, and more"}}}
	open(d, nav.Note{Area: "1.3", Note: "n"}).See("First, and more").Press("esc")
	if got := notes(d, "1.3"); len(got) != 1 || got[0].Text != "First, and more" {
		t.Fatalf("notes are %+v", got)
	}
}

func TestTabsOfAPasteThatLooksLikeTypingAreSpaces(t *testing.T) {
	d := open(begin(t), nav.Note{Area: "1.3"})
	for _, k := range []string{"Y", "4", "tab", "6", "1", "enter", "Y", "5"} { // all at one moment
		d.Send(uitest.Key(k))
	}
	d.Wait(1e9)
	d.Press("tab", "esc")
	if got := notes(d, "1.3"); len(got) != 1 || got[0].Text != "Y4 61\nY5" {
		t.Fatalf("notes are %+v", got)
	}
}

func TestAnUnknownNoteOrAreaOpensANewNote(t *testing.T) {
	open(begin(t), nav.Note{Area: "9.9"}).See("Quick note")
	open(begin(t), nav.Note{Area: "1.3", Note: "gone"}).See("1.3  Content pinned down").SeeNot("reworded")
}

func TestEveryScriptFitsTheBox(t *testing.T) {
	d := open(begin(t), nav.Note{Area: "1.3"})
	text := "Łódź, naïve, 学校は静かだった, 👩‍🏫 مدرسة, e\u0301te\u0301 " + strings.Repeat("界", 90)
	d.Paste(text).AtEverySize()
	d.Press("tab", "tab").Paste(text).AtEverySize().Press("esc")
	if got := notes(d, "1.3"); len(got) != 1 || got[0].Text != strings.TrimSpace(text) || got[0].Source != text {
		t.Fatalf("notes are %+v", got)
	}
}

func TestSixEscsReachHomeFromAnyState(t *testing.T) {
	for _, keys := range [][]string{{"tab"}, {"tab", "tab"}, {"tab", "tab", "x"}, {"ctrl+e"}, {"f1"}, {"tab", "m"}, {"shift+tab"}} {
		d := open(begin(t), nav.Note{Area: "1.3"}).Press(keys...)
		for range 6 {
			d.Press("esc")
		}
		d.See("Home")
	}
}
