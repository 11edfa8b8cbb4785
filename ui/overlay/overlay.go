// Package overlay holds the few things drawn above a screen: the help, the
// menu of words, and the one-line questions of going and leaving. An overlay
// is told keys and answers with a decision; it never changes anything itself.
//
// It imports the leaves of ui below it and bubbletea's key messages.
package overlay

import (
	"strings"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"waymark/ui/keys"
	"waymark/ui/layout"
	"waymark/ui/nav"
	"waymark/ui/theme"
)

// Decision is what the person decided. The zero Decision closes the overlay.
type Decision struct {
	Stay  bool       // not decided yet
	Press keys.Press // do this on the screen below
	Place nav.Route  // go there
	Quit  bool
	Keep  string // keep this text as a note
}

// Overlay is drawn above the body of a screen until it decides.
type Overlay interface {
	Key(k tea.KeyPressMsg) Decision
	Click(x, y int) Decision
	Resize(s layout.Size)
	// Over draws the overlay onto a finished body of the last Resize's size.
	Over(body []string) []string
	Status() string
	Footer() []keys.Live
}

// box draws lines in a frame with a title in its upper edge and a hint in its
// lower edge, width cells wide.
func box(t *theme.Theme, title, hint string, lines []string, width int) []string {
	g := t.Glyph
	inner := width - 2
	edge := func(left, right, word string, end bool) string {
		if word != "" {
			word = " " + layout.Cut(word, inner-4) + " "
		}
		fill := strings.Repeat(g.Rule, max(0, inner-layout.Width(word)-2))
		if end {
			return t.Border.Render(left+fill) + word + t.Border.Render(strings.Repeat(g.Rule, 2)+right)
		}
		return t.Border.Render(left+g.Rule) + t.Bold.Render(word) + t.Border.Render(fill+g.Rule+right)
	}
	out := []string{edge(g.TopLeft, g.TopRight, title, false)}
	for _, l := range lines {
		out = append(out, t.Border.Render(g.Side)+layout.Pad("  "+l, inner)+t.Border.Render(g.Side))
	}
	return append(out, edge(g.BottomLeft, g.BottomRight, hint, hint != ""))
}

// onto lays lines over the body from row y, x cells in.
func onto(body, lines []string, x, y int) []string {
	out := append([]string(nil), body...)
	for i, l := range lines {
		if y+i >= len(out) {
			break
		}
		under := out[y+i]
		w := layout.Width(l)
		out[y+i] = ansi.Cut(under, 0, x) + "\x1b[m" + l + "\x1b[m" + ansi.Cut(under, x+w, layout.Width(under))
	}
	return out
}

// boxWidth is how wide a box is in a body of size s.
func boxWidth(s layout.Size) int { return min(76, s.W-4) }

// list is a column of choices with a marker, one of them chosen.
type list struct {
	rows   []string
	cursor int
	first  int
	height int
}

func (l *list) move(by int) {
	l.cursor = min(max(0, l.cursor+by), max(0, len(l.rows)-1))
	l.first = layout.Window(l.first, l.cursor, len(l.rows), l.height)
}

func (l *list) view(t *theme.Theme, w int) []string {
	l.first = layout.Window(l.first, l.cursor, len(l.rows), l.height)
	var out []string
	for i := l.first; i < len(l.rows) && i < l.first+l.height; i++ {
		if i == l.cursor {
			out = append(out, t.Selected.Render(layout.Pad(t.Glyph.Mark+" "+l.rows[i], w)))
			continue
		}
		out = append(out, "  "+layout.Cut(l.rows[i], w-2))
	}
	return out
}
