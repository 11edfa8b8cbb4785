package jot_test

import (
	"errors"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"waymark/model"
	"waymark/model/desk"
	"waymark/ui/env"
	"waymark/ui/jot"
	"waymark/ui/task"
	"waymark/ui/theme"
	"waymark/ui/uitest"
)

func begin(t *testing.T) *uitest.Driver {
	t.Helper()
	stop := func(id model.SlotID, start int, kind model.SlotKind, areas ...model.AreaID) model.Slot {
		return model.Slot{ID: id, Stop: model.Stop{Day: 1, Start: start, Minutes: 30, Kind: kind, Areas: areas}}
	}
	return uitest.NewEnv(t).Begin().Visit([]model.AreaID{"1.1", "4.1"}, stop("1-1", 540, model.SlotWalk, "1.2"), stop("1-2", 600, model.SlotBreak))
}

func typed(l *jot.Line, text string) {
	for _, r := range text {
		l.Update(uitest.Key(string(r)))
	}
}

func line(d *uitest.Driver) *jot.Line {
	return jot.New(d.Env, jot.Key(d.Env.Desk.Book, uitest.VisitID, jot.TheLine), "")
}

func TestWhatIsTypedInOnePlaceGoesOnInTheNext(t *testing.T) {
	d := begin(t)
	kept, dropped := map[string]string{}, 0
	written := make(chan struct{}, 100)
	d.Env.Drafts = task.NewJournal(func(x task.Draft) error { kept[x.Key] = x.Text; written <- struct{}{}; return nil }, func(string) error { dropped++; return nil })
	a, b := line(d), line(d)
	typed(a, "half")
	<-written
	if b.Reload(); b.Value() != "half" || b.Drafts() != 1 {
		t.Fatalf("%q", b.Value())
	}
	typed(b, "!")
	if at, ok := b.Kept(); !ok || !at.Equal(d.Env.Clock()) {
		t.Fatalf("kept %v at %v", ok, at)
	}
	b.Clear()
	if a.Reload(); a.Value() != "" || a.Drafts() != 0 {
		t.Fatalf("%q", a.Value())
	}
	d.Env.Drafts.Close()
	if key := jot.Key(d.Env.Desk.Book, uitest.VisitID, jot.TheLine); kept[key] == "" || dropped == 0 {
		t.Fatalf("journalled %v, dropped %d", kept, dropped)
	}
}

func TestDraftsOfACrashComeBackOnce(t *testing.T) {
	d := begin(t)
	key := jot.Key(d.Env.Desk.Book, uitest.VisitID, jot.TheLine)
	d.Env.Brought = &env.Brought{Drafts: []task.Draft{{Key: key, Text: "one\ntwo"}, {Key: "other", Text: "x"}, {Key: key, Text: "three"}, {Key: key, Text: "  "}}}
	if l := line(d); l.Value() != "one two; three" || len(d.Env.Brought.Drafts) != 1 || l.Drafts() != 1 {
		t.Fatalf("%q, %d left", l.Value(), len(d.Env.Brought.Drafts))
	}
}

func TestKeysTellWhatADraftIs(t *testing.T) {
	d := begin(t)
	for _, what := range []string{jot.TheLine, jot.Quick, jot.Reword("n-1")} {
		if v, w, ok := jot.Of(jot.Key(d.Env.Desk.Book, "v-1", what)); !ok || v != "v-1" || w != what {
			t.Errorf("%s: %q %q %v", what, v, w, ok)
		}
	}
	for _, key := range []string{"", "e/1.1/n", "e/1.1", "a/b/c/d@v"} {
		if _, _, ok := jot.Of(key); ok {
			t.Errorf("%q is taken for a visit's", key)
		}
	}
}

func TestUndoAndRedoFollowTheDraft(t *testing.T) {
	d := begin(t)
	l := line(d)
	typed(l, "one two")
	if !l.Undo() || l.Value() != "one" || !l.Redo() || l.Value() != "one two" || l.Redo() {
		t.Fatalf("%q", l.Value())
	}
	for l.Undo() {
	}
	if l.Drafts() != 0 || !l.Empty() {
		t.Fatalf("%q is kept", l.Value())
	}
	l.Put("@1.1 linked")
	if l.Text() != "@1.1 linked" || l.Drafts() != 1 || !l.Undo() || !l.Empty() {
		t.Fatalf("%q", l.Value())
	}
}

func TestFilingCarriesVisitStopAndKind(t *testing.T) {
	d := begin(t)
	v, _ := d.Env.Visit()
	n, err := jot.File(d.Env, v, "1-1", "* @4.1 Ask about two of six", true)
	want := model.NoteText{Text: "Ask about two of six", Area: "4.1", Seen: model.Seen{Visit: uitest.VisitID, Slot: "1-1", Mark: model.MarkFollowUp, Fact: model.FactSeen, N: 2, Of: 6}}
	if err != nil || n != want {
		t.Fatalf("%+v, %v", n, err)
	}
	v, _ = d.Env.Visit()
	here, ok := jot.Here(v, uitest.Reviewer)
	if !ok || here.ID != "1-1" || len(d.Env.Desk.Book.Evaluation().VisitNotes(uitest.VisitID)) != 1 {
		t.Fatalf("at %+v", here)
	}
	if _, err := d.Env.Desk.Undo(); err != nil {
		t.Fatal(err)
	}
	v, _ = d.Env.Visit()
	if _, ok := jot.Here(v, uitest.Reviewer); ok {
		t.Fatal("filing and beginning are not one act")
	}
	if words := jot.Words(n); words != "follow up, 4.1, 2 of 6" {
		t.Fatal(words)
	}
	d.Do(d.Env.Desk.Book.CloseVisit(d.Env.Desk.Voice, uitest.VisitID, "over"))
	v, _ = d.Env.Visit()
	if _, err := jot.File(d.Env, v, "1-1", "late", false); !errors.Is(err, model.ErrVisitClosed) {
		t.Fatal(err)
	}
}

// What a note says can be typed again and says the same.
func TestTypedAndReadIsTheSame(t *testing.T) {
	r := uitest.NewEnv(t).Shelf.Rubric
	rapid.Check(t, func(t *rapid.T) {
		words := rapid.SliceOfN(rapid.SampledFrom([]string{"pupils", "two", "of", "six", "books", "–", "Y4", "+1"}), 1, 8).Draw(t, "words")
		n := model.NoteText{Text: strings.Join(words, " ")}
		n.Text = strings.TrimPrefix(n.Text, "+")
		if rapid.Bool().Draw(t, "linked") {
			n.Area = r.Areas[rapid.IntRange(0, len(r.Areas)-1).Draw(t, "area")].ID
		}
		n.Mark = rapid.SampledFrom([]model.Mark{"", model.MarkStrength, model.MarkNextStep, model.MarkFollowUp}).Draw(t, "mark")
		n.Private, n.Time, n.Slot = true, "10:16", "1-1"
		again := jot.Reworded(n, jot.Typed(n), r)
		again.N, again.Of = 0, 0
		if again != n {
			t.Fatalf("typed %q: %+v, want %+v", jot.Typed(n), again, n)
		}
		linked := model.ParseLine(jot.Linked(jot.Typed(n), "1.1", r), r)
		if linked.Area != "1.1" || linked.Mark != n.Mark || linked.Text != n.Text {
			t.Fatalf("linked: %+v", linked)
		}
	})
}

func TestThePickerOffersWhatTheWordsSpeakOfFirst(t *testing.T) {
	d := begin(t)
	v, _ := d.Env.Visit()
	slot, _ := v.Slot("1-1")
	r := d.Env.Desk.Book.Rubric()
	p := jot.NewPicker(r, "", slot, v)
	view := strings.Join(p.View(theme.New(theme.Options{Mode: theme.None}), 80, 12), "\n")
	if !strings.Contains(view, "1  1.2") || !strings.Contains(view, "2  1.1") || !strings.Contains(view, "3  4.1") {
		t.Fatal(view)
	}
	if id, ok := p.Update(uitest.Key("2")); !ok || id != "1.1" {
		t.Fatalf("2 chose %q", id)
	}
	for _, k := range "feedback" {
		p.Update(uitest.Key(string(k)))
	}
	if id, ok := p.Chosen(); !ok || !strings.Contains(strings.ToLower(area(r, id)), "feedback") {
		t.Fatalf("letters led to %q", id)
	}
	if id, ok := p.Update(uitest.Key("9")); ok {
		t.Fatalf("a number that is not shown chose %q", id)
	}
}

func area(r model.Rubric, id model.AreaID) string {
	a, _ := r.Area(id)
	return a.Title
}

func TestEveryFailureSaysThatTheWordsAreSafe(t *testing.T) {
	for _, err := range []error{model.ErrVisitClosed, desk.ErrReadOnly, model.ErrRemoved, &model.FieldError{Problem: "Enter it. And more"}, errors.New("sqlite: disk I/O error")} {
		if said := jot.Why(err); !strings.Contains(said, "our text is kept") || strings.Contains(said, "sqlite") || len([]rune(said)) > 76 {
			t.Errorf("%v: %q", err, said)
		}
	}
	if jot.Why(nil) != "" || jot.Why(model.ErrNothing) != "" {
		t.Error("nothing is said to be wrong")
	}
}

func TestProposalsAreMadeFromTheSchoolsBook(t *testing.T) {
	d := begin(t)
	blind, err := jot.Propose(d.Env, 5)
	d.Env.Return()
	open, also := jot.Propose(d.Env, 5)
	if err != nil || also != nil || len(blind) != 5 || len(open) != 5 || blind[0].Area != open[0].Area {
		t.Fatalf("%v %v, %d and %d", err, also, len(blind), len(open))
	}
	v, _ := d.Env.Desk.Book.Visit(uitest.VisitID)
	if left := jot.Unjudged(d.Env.Desk.Book, v, model.Voice{Person: uitest.Reviewer, Role: model.Reviewer}); len(left) != 2 {
		t.Fatal(left)
	}
}
