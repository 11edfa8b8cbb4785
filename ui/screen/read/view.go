package read

import (
	"fmt"
	"strings"

	"waymark/model"
	"waymark/ui/layout"
)

// narrowest is the least width at which a level can be read in a column, and
// widest the window from which all of them stand beside each other.
const (
	narrowest = 24
	widest    = 110
	gap       = 3
)

// Resize takes the body's size and keeps what was looked at in view.
func (s *Screen) Resize(size layout.Size) {
	s.size = size
	s.frame()
	s.first = max(0, min(s.first, s.over()))
}

// columns is how many levels stand beside each other.
func (s *Screen) columns() int {
	n := int(s.top())
	switch {
	case s.size.W < 72 || s.size.H < 17:
		return 1
	case s.size.W >= widest && s.columnWidth(n) >= narrowest:
		return n
	}
	return min(2, n)
}

// columnWidth is the width of each of n columns, beside the scroll bar.
func (s *Screen) columnWidth(n int) int {
	return min(layout.TextWidth, (s.size.W-6-gap*(n-1))/n)
}

// View draws the area's name and its levels, and below them everything else,
// scrolled, with a bar that says how far.
func (s *Screen) View() []string {
	lines := s.head()
	body, room := s.body(), s.room()
	first := max(0, min(s.first, len(body)-room))
	bar := s.bar(first, len(body), room)
	for y := range room {
		line := ""
		if first+y < len(body) {
			line = body[first+y]
		}
		if bar != nil {
			line = layout.Pad(line, s.size.W-2) + bar[y]
		}
		lines = append(lines, line)
	}
	return lines
}

// room is how many lines of the body fit.
func (s *Screen) room() int { return max(1, s.size.H-len(s.head())) }

// head is what stays when the text is scrolled.
func (s *Screen) head() []string {
	t := s.env.Theme
	n := s.columns()
	ask := "Which of these is closest to your school?"
	if n == 2 {
		ask = "Which of these two is closer to your school?"
	}
	name := "  " + t.Bold.Render(string(s.area.ID)+"  "+s.area.Title)
	var lines []string
	switch {
	case n == 1 && s.size.H < 19:
	case layout.Width(name)+layout.Width(ask)+4 > s.size.W:
		lines = append(lines, "", layout.Cut(name, s.size.W-2), "  "+layout.Cut(ask, s.size.W-4), "")
	default:
		lines = append(lines, "", name+"    "+ask, "")
	}
	w := s.columnWidth(n)
	cells := make([]string, n)
	for i := range cells {
		cells[i] = s.levelLine(s.from+model.Level(i), w)
	}
	return append(lines, "  "+strings.Join(cells, strings.Repeat(" ", gap)))
}

// levelLine is digit, word and meter: marked when it is looked at, and with a
// dot when it is the level this person has chosen.
func (s *Screen) levelLine(l model.Level, w int) string {
	t := s.env.Theme
	dot := " "
	if j, ok := s.chosen(); ok && j.Level == l {
		dot = t.Glyph.Chosen
	}
	name := s.scale().Name(l)
	room := w - 8 - int(s.top())
	text := fmt.Sprintf("%s %d  %s  %s", dot, l, layout.Pad(name, max(0, min(16, room))), t.Meter(l, int(s.top())))
	if l == s.at {
		return t.Selected.Render(layout.Pad(t.Glyph.Mark+text, w))
	}
	return layout.Pad(" "+text, w)
}

// body is everything that scrolls.
func (s *Screen) body() []string {
	n := s.columns()
	w := s.columnWidth(n)
	columns, widths := make([][]string, n), make([]int, n)
	for i := range columns {
		text := strings.Join(strings.Fields(s.area.Descriptor(s.from+model.Level(i))), " ")
		columns[i], widths[i] = layout.Wrap(text, w), w
	}
	lines := layout.Indent(2, layout.Beside(gap, widths, columns...))
	return append(lines, s.about()...)
}

// about is the rest of what the rubric says of the area: on a wide window in
// two columns, of about the same height.
func (s *Screen) about() []string {
	if s.size.W < widest {
		return layout.Indent(2, flow(s.sections(min(layout.TextWidth, s.size.W-6))))
	}
	w := min(layout.TextWidth, (s.size.W-6-gap)/2)
	all := s.sections(w)
	total := 0
	for _, b := range all {
		total += len(b) + 1
	}
	cut, tall := 0, 0
	for cut < len(all) && tall+len(all[cut])/2 < total/2 {
		tall += len(all[cut]) + 1
		cut++
	}
	return layout.Indent(2, layout.Beside(gap, []int{w, w}, flow(all[:cut]), flow(all[cut:])))
}

// flow sets blocks below each other with a line between them.
func flow(blocks [][]string) []string {
	var lines []string
	for _, b := range blocks {
		lines = append(append(lines, ""), b...)
	}
	return lines
}

// sections are the parts of the area's text, none of them empty.
func (s *Screen) sections(w int) [][]string {
	var all [][]string
	add := func(heading string, lines []string) {
		if len(lines) > 0 {
			all = append(all, append([]string{s.env.Theme.Bold.Render(heading)}, lines...))
		}
	}
	r := s.book().Rubric()
	add("Ask yourself", paragraph(s.area.Question, w))
	add("Why it matters", paragraph(s.area.Why, w))
	add("What it covers", paragraph(s.area.Scope, w))
	var ask, look []string
	for _, q := range s.area.Ask {
		ask = append(ask, hanging("-", 2, q, w)...)
	}
	for _, p := range s.area.Evidence {
		look = append(look, hanging(strings.ToUpper(string(p.Kind)[:1])+string(p.Kind)[1:], 7, p.Text, w)...)
	}
	add("Questions to talk about", ask)
	add("Where to look", look)
	add("Usually needs to be in place first", s.areas(r.NeedsFirst(s.area.ID), w))
	add("See also", s.areas(r.SeeAlso(s.area.ID), w))
	return all
}

func paragraph(text string, w int) []string {
	if text = strings.Join(strings.Fields(text), " "); text == "" {
		return nil
	}
	return layout.Wrap(text, w)
}

// hanging sets text beside a label that stands free on the left.
func hanging(label string, indent int, text string, w int) []string {
	lines := layout.Indent(indent, paragraph(text, w-indent))
	if len(lines) > 0 {
		lines[0] = layout.Pad(label, indent) + lines[0][indent:]
	}
	return lines
}

// areas lists other areas with the level this person has given them.
func (s *Screen) areas(ids []model.AreaID, w int) []string {
	var lines []string
	for _, id := range ids {
		a, ok := s.book().Rubric().Area(id)
		if !ok {
			continue
		}
		level := s.env.Theme.Meter(0, int(s.top()))
		if j, ok := s.given(id); ok {
			level = fmt.Sprintf("%s %d", s.env.Theme.Meter(j.Level, int(s.top())), j.Level)
		}
		room := max(4, w-int(s.top())-4)
		lines = append(lines, layout.Pad(a.Name(), min(room, 52))+"  "+level)
	}
	return lines
}

// bar is the scroll bar, or nil where everything fits.
func (s *Screen) bar(first, total, room int) []string {
	if total <= room {
		return nil
	}
	g := s.env.Theme.Glyph
	size := max(1, room*room/total)
	at := first * (room - size) / (total - room)
	out := make([]string, room)
	for y := range out {
		out[y] = s.env.Theme.Border.Render(g.Track)
		if y >= at && y < at+size {
			out[y] = g.Thumb
		}
	}
	return out
}

// text is the whole area as it is copied.
func (s *Screen) text() string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s\n", s.area.Name())
	for i, text := range s.area.Levels {
		fmt.Fprintf(&b, "\n%d %s\n%s\n", i+1, s.scale().Name(model.Level(i+1)), strings.Join(strings.Fields(text), " "))
	}
	add := func(heading string, lines ...string) {
		if len(lines) > 0 && lines[0] != "" {
			fmt.Fprintf(&b, "\n%s\n%s\n", heading, strings.Join(lines, "\n"))
		}
	}
	add("Ask yourself", s.area.Question)
	add("Why it matters", strings.Join(strings.Fields(s.area.Why), " "))
	add("What it covers", strings.Join(strings.Fields(s.area.Scope), " "))
	add("Questions to talk about", s.area.Ask...)
	var look []string
	for _, p := range s.area.Evidence {
		look = append(look, string(p.Kind)+": "+strings.Join(strings.Fields(p.Text), " "))
	}
	add("Where to look", look...)
	return b.String()
}
