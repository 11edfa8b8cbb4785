package visiting_test

import (
	"strings"
	"testing"

	"waymark/model"
	"waymark/ui/env"
	"waymark/ui/task"
	"waymark/ui/theme"
	"waymark/ui/uitest"
	"waymark/ui/visiting"
)

func begin(t *testing.T) *env.Env {
	t.Helper()
	e := uitest.NewEnv(t).Begin().Env
	e.Visiting.Visit = "v"
	return e
}

func typed(l *visiting.Line, text string) {
	for _, r := range text {
		l.Update(uitest.Key(string(r)))
	}
}

func TestWordsComeBackUntilTheyAreFiled(t *testing.T) {
	e := begin(t)
	l := visiting.NewLine(e, "1.1", "why", "as it was")
	if l.Value() != "as it was" || l.Kept() || l.Changed() || l.Found() {
		t.Fatalf("%q kept %v", l.Value(), l.Kept())
	}
	typed(l, " once")
	again := visiting.NewLine(e, "1.1", "why", "as it was")
	if !again.Found() || again.Value() != "as it was once" || visiting.NewLine(e, "1.2", "why", "").Found() {
		t.Fatalf("%q", again.Value())
	}
	if l.Undo(); l.Value() != "as it was" || l.Kept() {
		t.Fatalf("%q after undo, kept %v", l.Value(), l.Kept())
	}
	typed(again, "!")
	if again.Filed(); again.Kept() || again.Changed() || visiting.NewLine(e, "1.1", "why", "as it was once!").Found() {
		t.Fatal("still a draft")
	}
}

func TestWordsOfACrashComeBackToo(t *testing.T) {
	e := begin(t)
	key := string(e.Desk.Book.EvaluationID()) + "/1.1/why@v"
	e.Brought = &env.Brought{Drafts: []task.Draft{{Key: key, Text: "half a\nsentence"}, {Key: "other"}}}
	l := visiting.NewLine(e, "1.1", "why", "")
	if l.Value() != "half a sentence" || len(e.Brought.Drafts) != 1 || !l.Kept() {
		t.Fatalf("%q, %d left", l.Value(), len(e.Brought.Drafts))
	}
	if l.Forget(); l.Value() != "" || l.Kept() {
		t.Fatal("not forgotten")
	}
}

func TestANoteAsARow(t *testing.T) {
	th := theme.New(theme.Options{Mode: theme.None, Depth: theme.Dumb})
	n := model.Note{NoteText: model.NoteText{Text: "Books\nshow six drafts", Seen: model.Seen{Mark: model.MarkStrength, Time: "9:05", N: 2, Of: 6}}}
	rows := visiting.Rows(th, n, 80, 2)
	if len(rows) != 1 || rows[0] != "+  09:05  Books show six drafts (2 of 6)" {
		t.Fatalf("%q", rows)
	}
	if n.Text = "Jumps in two of the six sets"; strings.Contains(visiting.Words(n), "(") {
		t.Fatalf("a count in words is told twice: %q", visiting.Words(n))
	}
	n.Text = strings.Repeat("wordwithoutend", 30)
	if rows := visiting.Rows(th, n, 40, 2); len(rows) != 2 || !strings.HasSuffix(rows[1], "…") {
		t.Fatalf("%q", rows)
	}
}
