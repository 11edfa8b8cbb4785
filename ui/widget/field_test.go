package widget_test

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"pgregory.net/rapid"

	"waymark/ui/layout"
	"waymark/ui/widget"
)

func typed(f *widget.Field, text string) {
	for _, r := range text {
		if r == '\n' {
			f.Update(tea.KeyPressMsg{Code: tea.KeyEnter})
			continue
		}
		f.Update(tea.KeyPressMsg{Code: r, Text: string(r)})
	}
}

func box() *widget.Field {
	f := widget.NewBox()
	f.Resize(layout.Size{W: 20, H: 4})
	return f
}

func TestABoxMakesLinesAndALineDoesNot(t *testing.T) {
	f := box()
	typed(f, "one\ntwo")
	if f.Value() != "one\ntwo" {
		t.Fatalf("box holds %q", f.Value())
	}
	l := widget.NewLine()
	l.Resize(layout.Size{W: 20, H: 1})
	typed(l, "one\ntwo")
	if l.Value() != "onetwo" {
		t.Fatalf("line holds %q", l.Value())
	}
}

func TestUndoTakesBackAWordAtATime(t *testing.T) {
	f := box()
	typed(f, "half a sentence is fine")
	var got []string
	for f.Undo() {
		got = append(got, f.Value())
	}
	if len(got) != 5 || got[0] != "half a sentence is" || got[4] != "" {
		t.Fatalf("undo went through %q", got)
	}
}

func TestAPasteIsOneStepAndIsCleaned(t *testing.T) {
	f := box()
	typed(f, "Seen: ")
	n := f.Update(tea.PasteMsg{Content: "•\tdepth\r\n• \x1b[31mpace\u202e\u00a0two"})
	if n != 3 || f.Value() != "Seen: • depth\n- pace two" && f.Value() != "Seen: - depth\n- pace two" {
		t.Fatalf("pasted %d words: %q", n, f.Value())
	}
	if !f.Undo() || f.Value() != "Seen: " && f.Value() != "Seen:" {
		t.Fatalf("after undo %q", f.Value())
	}
}

func TestALongLineNeverHoldsTheCursorFast(t *testing.T) {
	f := box()
	typed(f, strings.Repeat("a", 20)+"\n"+strings.Repeat("b", 20)+"\nend")
	for range 10 {
		f.Update(tea.KeyPressMsg{Code: tea.KeyUp})
	}
	for range 12 {
		f.Update(tea.KeyPressMsg{Code: tea.KeyDown})
	}
	typed(f, "!")
	if i := strings.IndexByte(f.Value(), '!'); i < strings.LastIndexByte(f.Value(), '\n') {
		t.Fatalf("down never reached the last line: %q", f.Value())
	}
}

func TestTypingLosesNoLetter(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.StringMatching(`([a-z éŵ’]{0,30}\n){0,4}[a-z ]{0,60}`).Draw(t, "text")
		f := box()
		typed(f, text)
		if f.Value() != text {
			t.Fatalf("typed %q, holds %q", text, f.Value())
		}
		f.Resize(layout.Size{W: rapid.IntRange(8, 60).Draw(t, "w"), H: 3})
		if f.Value() != text {
			t.Fatalf("resizing changed %q to %q", text, f.Value())
		}
		for _, l := range f.View() {
			if layout.Width(l) > 60 {
				t.Fatalf("line %q is too wide", l)
			}
		}
	})
}

func TestUndoPutsTheCursorBack(t *testing.T) {
	f := box()
	typed(f, "one two\nthree four")
	f.Update(tea.KeyPressMsg{Code: tea.KeyUp})
	f.Update(tea.KeyPressMsg{Code: tea.KeyHome})
	f.Update(tea.PasteMsg{Content: "zero"})
	f.Undo()
	typed(f, "X")
	if !strings.HasPrefix(f.Value(), "X") {
		t.Fatalf("after undo typing went into %q", f.Value())
	}
}

func TestLeadShowsWholeSentences(t *testing.T) {
	text := "Teachers compare books each term. They change what comes next because of it. Pupils can say why."
	for h := 1; h <= 8; h++ {
		lines := widget.Lead(text, 30, h)
		if len(lines) > h {
			t.Fatalf("%d lines in a room of %d: %q", len(lines), h, lines)
		}
		joined := strings.Join(lines, " ")
		if h >= 2 && !strings.HasPrefix(joined, "Teachers compare books each term.") {
			t.Errorf("in %d lines the first sentence is cut: %q", h, joined)
		}
	}
	for _, tight := range []string{"Teachers compare", "Teachers compare books each term"} {
		if last := widget.Lead(text, len(tight), 1)[0]; !strings.HasSuffix(last, "…") || strings.Contains(last, "……") || strings.Contains(last, "… …") {
			t.Errorf("a cut line ends as %q", last)
		}
	}
	if got := strings.Join(widget.Lead(text, 30, 8), " "); got != text {
		t.Errorf("with room for all it says %q", got)
	}
}
