package widget_test

import (
	"strings"
	"testing"

	"waymark/ui/layout"
	"waymark/ui/theme"
	"waymark/ui/widget"
)

func page(chosen int) *widget.Page {
	p := widget.NewPage(theme.New(theme.Options{Mode: theme.None, Depth: theme.Dumb}), 40, false)
	p.Heading("Heading")
	p.Gap()
	p.Hint("A hint")
	for i := range 6 {
		p.Row(i, i == chosen, "row "+string(rune('a'+i)), "note")
		p.Gap()
	}
	return p
}

func TestAPageGivesUpGapsThenHintsThenScrolls(t *testing.T) {
	for _, c := range []struct {
		h    int
		gaps int
		hint bool
	}{{15, 7, true}, {10, 2, true}, {8, 0, true}, {7, 0, false}, {3, 0, false}, {1, 0, false}} {
		p := page(4)
		lines := p.Fit(c.h)
		text := strings.Join(lines, "\n")
		gaps := 0
		for _, l := range lines {
			if l == "" {
				gaps++
			}
		}
		if len(lines) > c.h || gaps != c.gaps || strings.Contains(text, "A hint") != c.hint || !strings.Contains(text, "► row e") {
			t.Errorf("in %d lines, %d gaps:\n%s", c.h, gaps, text)
		}
		for y, l := range lines {
			if id, ok := p.At(y); strings.Contains(l, "row e") != (ok && id == 4) {
				t.Errorf("line %d of %d is said to be row %d", y, c.h, id)
			}
		}
	}
}

func TestARowKeepsItsTextBeforeItsNote(t *testing.T) {
	th := theme.New(theme.Options{Mode: theme.None, Depth: theme.Dumb})
	for _, c := range []struct {
		w    int
		want string
	}{{40, "  ► A school of a name   made up"}, {33, "  ► A school of a name  made up"}, {24, "  ► A school of a name"}, {16, "  ► A school …"}} {
		got := widget.Row(th, c.w, true, "A school of a name", "made up")
		if layout.Width(got) != c.w-2 || !strings.HasPrefix(strings.TrimSpace(got), "►") {
			t.Errorf("row is %d wide in %d: %q", layout.Width(got), c.w, got)
		}
		if fields := strings.Join(strings.Fields(got), " "); fields != strings.Join(strings.Fields(c.want), " ") {
			t.Errorf("in %d: %q, want %q", c.w, got, c.want)
		}
	}
}

func TestHintsGoAsAWholeAndChoicesWrap(t *testing.T) {
	th := theme.New(theme.Options{Mode: theme.None, Depth: theme.Dumb})
	build := func() *widget.Page {
		p := widget.NewPage(th, 40, false)
		p.Heading("Heading")
		p.Hint("A hint that is far too long for a single line of forty cells")
		p.Choice(0, true, "A choice that is far too long for a single line")
		p.Choice(1, false, "Another")
		return p
	}
	if got := strings.Join(build().Fit(6), "\n"); !strings.Contains(got, "A hint") || !strings.Contains(got, "    a single line") {
		t.Errorf("with room:\n%s", got)
	}
	p := build()
	got := p.Fit(5)
	if text := strings.Join(got, "\n"); strings.Contains(text, "forty") || strings.Contains(text, "A hint") || len(got) != 4 {
		t.Errorf("half a hint is left:\n%s", text)
	}
	for y, want := range []int{-1, 0, 0, 1} {
		if id, ok := p.At(y); ok != (want >= 0) || ok && id != want {
			t.Errorf("line %d is row %d, %v", y, id, ok)
		}
	}
}
