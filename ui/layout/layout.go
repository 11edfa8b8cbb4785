// Package layout measures and divides the cells of a terminal. Space comes
// from splits of a rectangle, never from subtracting borders by hand, and
// every text is measured by what it takes on screen, not by its bytes.
//
// It imports only the standard library and x/ansi.
package layout

import (
	"strings"
	"unicode"

	"github.com/charmbracelet/x/ansi"
)

// Size is a rectangle in cells.
type Size struct{ W, H int }

// Class is how much room there is, and so which shape a screen takes.
type Class int

// The size ladder. Base is 80x24; Wide is a second column's worth more.
const (
	Tiny Class = iota
	Narrow
	Base
	Wide
	Wall
)

// Class of the whole window.
func (s Size) Class() Class {
	switch {
	case s.W < 50 || s.H < 14:
		return Tiny
	case s.W < 72 || s.H < 22:
		return Narrow
	case s.W < 110:
		return Base
	case s.W < 160 || s.H < 45:
		return Wide
	}
	return Wall
}

// MaxW and MaxH bound every window. A terminal, or what claims to be one, can
// announce a size whose cells would not fit in memory.
const (
	MaxW = 400
	MaxH = 200
)

// Clamp brings an announced size within what is drawn.
func Clamp(w, h int) (int, int) { return min(max(w, 1), MaxW), min(max(h, 1), MaxH) }

// TextWidth is the widest a column of running text gets.
const TextWidth = 72

// Width is how many cells s takes.
func Width(s string) int { return ansi.StringWidth(s) }

// Cut shortens s to w cells, with an ellipsis where something is missing.
func Cut(s string, w int) string {
	if Width(s) <= w {
		return s
	}
	if w <= 0 {
		return ""
	}
	return ansi.Truncate(s, w, "…")
}

// Pad makes s exactly w cells wide.
func Pad(s string, w int) string {
	s = Cut(s, w)
	return s + strings.Repeat(" ", max(0, w-Width(s)))
}

// Ends puts left and right at the two ends of w cells. Where both do not fit,
// right stays whole and left is cut.
func Ends(left, right string, w int) string {
	room := w - Width(right)
	if right != "" {
		room--
	}
	if room <= 0 {
		return Pad(right, w)
	}
	if right == "" {
		return Pad(left, w)
	}
	return Pad(left, room) + " " + right
}

// Wrap breaks text into lines of at most w cells at spaces. A word longer than
// a line is broken, so that nothing is ever lost at the edge. Line breaks in
// text stay.
func Wrap(text string, w int) []string {
	if w <= 0 {
		return nil
	}
	lines := strings.Split(ansi.Wrap(text, w, ""), "\n")
	for i, l := range lines {
		lines[i] = strings.TrimRight(l, " ")
	}
	return lines
}

// Fit makes lines exactly the size: cut where they are longer, filled where
// they are shorter.
func Fit(lines []string, s Size) []string {
	out := make([]string, s.H)
	blank := strings.Repeat(" ", s.W)
	for i := range out {
		if i < len(lines) {
			out[i] = Pad(lines[i], s.W)
		} else {
			out[i] = blank
		}
	}
	return out
}

// Beside sets columns of lines side by side with gap cells between them. Each
// column is as wide as widths says.
func Beside(gap int, widths []int, columns ...[]string) []string {
	tall := 0
	for _, c := range columns {
		tall = max(tall, len(c))
	}
	out := make([]string, tall)
	for y := range out {
		var b strings.Builder
		for i, c := range columns {
			if i > 0 {
				b.WriteString(strings.Repeat(" ", gap))
			}
			line := ""
			if y < len(c) {
				line = c[y]
			}
			b.WriteString(Pad(line, widths[i]))
		}
		out[y] = strings.TrimRight(b.String(), " ")
	}
	return out
}

// Indent moves every line n cells to the right.
func Indent(n int, lines []string) []string {
	out := make([]string, len(lines))
	for i, l := range lines {
		if l != "" {
			out[i] = strings.Repeat(" ", n) + l
		}
	}
	return out
}

// Window returns the first index of a run of h rows out of n that keeps the
// row at cursor in view, moving from the earlier first as little as it must.
func Window(first, cursor, n, h int) int {
	if h <= 0 || n <= h {
		return 0
	}
	first = min(first, n-h)
	if cursor < first {
		return max(0, cursor)
	}
	if cursor >= first+h {
		return cursor - h + 1
	}
	return max(0, first)
}

// Words counts the words of text: runs with a letter or a digit in them.
func Words(text string) int {
	n := 0
	for _, f := range strings.Fields(text) {
		if strings.ContainsFunc(f, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }) {
			n++
		}
	}
	return n
}
