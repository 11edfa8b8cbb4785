package calibrate

import (
	"cmp"
	"fmt"
	"hash/fnv"
	"strings"

	"waymark/model"
	"waymark/ui/layout"
)

// compareMixed orders a and b by what seed makes of them.
func compareMixed(seed string, a, b int) int {
	return cmp.Or(cmp.Compare(mixed(seed, a), mixed(seed, b)), cmp.Compare(a, b))
}

func mixed(seed string, i int) uint64 {
	h := fnv.New64a()
	fmt.Fprintf(h, "%d/%s/%d", i, seed, i)
	return h.Sum64()
}

// flat wraps text as one paragraph.
func flat(text string, w int) []string {
	return layout.Wrap(strings.Join(strings.Fields(text), " "), max(10, min(layout.TextWidth, w)))
}

// prose adds a paragraph set in by n cells.
func (p *sheet) prose(n int, text string, w int) {
	p.add(-1, layout.Indent(n, flat(text, w-n-2))...)
}

// heading adds a line that stands out.
func (s *Screen) heading(p *sheet, text string, w int) {
	for _, l := range flat(text, w-4) {
		p.add(-1, "  "+s.env.Theme.Bold.Render(l))
	}
}

// gap adds a blank line where there is room for such.
func (s *Screen) gap(p *sheet) {
	if s.size.H >= 12 {
		p.add(-1, "")
	}
}

// named is a level as digit, word and meter.
func (s *Screen) named(l model.Level) string {
	scale := s.rubric.Scale
	return fmt.Sprintf("%d %s %s", l, scale.Name(l), s.env.Theme.Meter(l, int(scale.Top())))
}

// chosen marks lines of w cells as those under the cursor.
func (s *Screen) chosen(lines []string, w int) []string {
	t := s.env.Theme
	out := make([]string, len(lines))
	for i, l := range lines {
		mark := strings.Repeat(" ", layout.Width(t.Glyph.Mark))
		if i == 0 {
			mark = t.Glyph.Mark
		}
		out[i] = "  " + t.Selected.Render(mark+" "+layout.Pad(l, w-6))
	}
	return out
}

// rowOf is lines as a row, marked when the cursor is on it.
func (s *Screen) rowOf(on bool, lines []string, w int) []string {
	if on {
		return s.chosen(lines, w)
	}
	out := make([]string, len(lines))
	for i, l := range lines {
		out[i] = "    " + layout.Cut(l, w-6)
	}
	return out
}
