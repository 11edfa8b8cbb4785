package overview

import (
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"

	"waymark/model"
	"waymark/ui/layout"
)

// cellWidth is a gap or bracket, a digit and two signs.
const cellWidth = 4

// gutter stands between the last column and the middle level.
const gutter = 2

// Resize takes the body's size.
func (s *Screen) Resize(size layout.Size) { s.size = size }

// gap3 stands before a last column.
const gap3 = "   "

// shape is how the columns of the map are set.
type shape struct {
	name   int // cells for a group's title, 0 when only its code is shown
	middle int
	span   bool
	cols   int // columns in view
}

func (s *Screen) shape() shape {
	most := 0
	title := 0
	for _, g := range s.groups {
		most, title = max(most, len(g.areas)), max(title, layout.Width(g.Title))
	}
	sh := shape{middle: int(s.rubric().Scale.Top()) + 4}
	fixed := 2 + 3 + 1 + gutter + sh.middle
	if s.size.W >= 110 {
		sh.span = true
		fixed += 11
	}
	room := s.size.W - 2 - fixed
	sh.name = min(title, room-most*cellWidth)
	if sh.name < 16 || s.env.Window.Class() <= layout.Narrow {
		sh.name = 0
	}
	sh.cols = min(most, max(1, (room-sh.name)/cellWidth))
	return sh
}

// View draws the map, the legend, and in a large window the group in words.
func (s *Screen) View() []string {
	sh, legend := s.shape(), s.legend()
	gap, worded, airy := s.spacing(len(legend))
	var detail []string
	if worded {
		detail = s.detail()
	}
	var lines []string
	if airy {
		lines = append(lines, "")
	}
	s.left = layout.Window(s.left, s.col, s.most(), sh.cols)
	lines = append(lines, s.header(sh))
	room := max(1, (s.size.H-len(lines)-len(legend)-len(detail))/gap)
	s.top = layout.Window(s.top, s.row, len(s.groups), room)
	s.cells = s.cells[:0]
	for i := s.top; i < min(len(s.groups), s.top+room); i++ {
		lines = append(lines, s.line(i, len(lines), sh))
		if gap == 2 {
			lines = append(lines, "")
		}
	}
	if gap == 1 && len(lines)+1+len(legend)+len(detail) <= s.size.H {
		lines = append(lines, "")
	}
	lines = append(lines, legend...)
	return append(lines, detail...)
}

// spacing tries the roomiest layout first: a blank line between groups, and the
// group in words below. It depends on the window alone, so that nothing jumps
// when the cursor moves.
func (s *Screen) spacing(legend int) (gap int, worded, airy bool) {
	words := s.most() + 2
	if s.size.W < 110 {
		words = s.size.H
	}
	for _, try := range []struct{ gap, words int }{{2, words}, {1, words}, {2, 0}, {1, 0}} {
		if 2+len(s.groups)*try.gap+legend+try.words <= s.size.H {
			return try.gap, try.words > 0, true
		}
	}
	return 1, false, false
}

func (s *Screen) most() int {
	n := 0
	for _, g := range s.groups {
		n = max(n, len(g.areas))
	}
	return n
}

// header numbers the columns, or says how they are sorted.
func (s *Screen) header(sh shape) string {
	t := s.env.Theme
	var b strings.Builder
	for c := s.left; c < s.left+sh.cols; c++ {
		b.WriteString(layout.Pad(fmt.Sprintf(" %d", c+1), cellWidth))
	}
	middle := b.String()
	if s.order != inRubricOrder {
		words := map[order]string{byLevel: "lowest … highest", bySureness: "least … most sure"}[s.order]
		middle = " " + layout.Pad(layout.Cut(words, sh.cols*cellWidth-1), sh.cols*cellWidth-1)
	}
	line := strings.Repeat(" ", s.lead(sh)) + middle + strings.Repeat(" ", gutter) + layout.Pad("Middle", sh.middle)
	if sh.span {
		line += gap3 + "From, to"
	}
	return t.Muted.Render(layout.Cut(strings.TrimRight(line, " "), s.size.W-2))
}

// lead is how many cells stand before the first column.
func (s *Screen) lead(sh shape) int {
	if sh.name == 0 {
		return 2 + 3
	}
	return 2 + 3 + sh.name + 1
}

// line is one group: its name, its cells, its middle level.
func (s *Screen) line(i, y int, sh shape) string {
	t, g := s.env.Theme, s.groups[i]
	name := "  " + layout.Pad(string(g.ID), 3)
	if sh.name > 0 {
		name += layout.Pad(g.Title, sh.name) + " "
	}
	if i == s.row {
		name = t.Bold.Render(name)
	}
	var b strings.Builder
	open := " "
	for c := s.left; c < s.left+sh.cols; c++ {
		if c >= len(g.areas) {
			b.WriteString(open + strings.Repeat(" ", cellWidth-1))
			open = " "
			continue
		}
		s.cells = append(s.cells, spot{s.lead(sh) + (c-s.left)*cellWidth, y, i, c})
		cell, next := s.drawn(g.areas[c].ID, i == s.row && c == s.col, open)
		b.WriteString(cell)
		open = next
	}
	low, high := s.middle(g.areas)
	line := name + b.String() + layout.Pad(open, gutter) + layout.Pad(s.middleWords(low, high), sh.middle)
	if sh.span {
		line += gap3 + s.span(g.areas)
	}
	return line
}

// drawn is one cell. The cursor's brackets stand in the gaps, so that nothing
// moves: open is what belongs in the gap before, next in the gap after.
func (s *Screen) drawn(id model.AreaID, cursor bool, open string) (cell, next string) {
	t := s.env.Theme
	text, level := s.cell(id)
	signs := s.signs(id)
	rest := cellWidth - 1 - layout.Width(text)
	painted := t.Cell(text, level, int(s.rubric().Scale.Top()))
	if !cursor {
		return open + painted + layout.Pad(signs, rest), " "
	}
	if layout.Width(signs) == rest {
		return t.Bold.Render("[") + painted + t.Bold.Render(signs), "]"
	}
	return t.Bold.Render("[") + painted + t.Bold.Render(layout.Pad(signs+"]", rest)), " "
}

// middleWords is the middle level as a meter and a digit, or both digits when
// two levels share the middle.
func (s *Screen) middleWords(low, high model.Level) string {
	top := int(s.rubric().Scale.Top())
	switch {
	case low == 0:
		return s.env.Theme.Meter(0, top)
	case low != high:
		return fmt.Sprintf("%s %d–%d", s.env.Theme.Meter(low, top), low, high)
	}
	return fmt.Sprintf("%s %d", s.env.Theme.Meter(low, top), low)
}

// span is the lowest and the highest level of a group.
func (s *Screen) span(areas []model.Area) string {
	all := s.levels(areas)
	switch {
	case len(all) == 0:
		return ""
	case all[0] == all[len(all)-1]:
		return fmt.Sprintf("all %d", all[0])
	}
	return fmt.Sprintf("%d to %d", all[0], all[len(all)-1])
}

// legend says what the cells mean.
func (s *Screen) legend() []string {
	scale, t := s.rubric().Scale, s.env.Theme
	var parts []string
	for i, l := range scale.Levels {
		parts = append(parts, fmt.Sprintf("%d %s", i+1, l.Name))
	}
	parts = append(parts, "* flagged", "? not sure", t.Glyph.Dot+" no level yet", "– does not apply")
	var lines []string
	line := ""
	for _, p := range parts {
		if line != "" && layout.Width(line)+3+layout.Width(p) > s.size.W-4 {
			lines, line = append(lines, line), ""
		}
		if line != "" {
			line += "   "
		}
		line += p
	}
	lines = append(lines, line)
	for i := range lines {
		lines[i] = "  " + t.Muted.Render(layout.Cut(lines[i], s.size.W-4))
	}
	return lines
}

// detail is the cursor's group with its areas' titles.
func (s *Screen) detail() []string {
	t, g := s.env.Theme, s.groups[s.row]
	lines := []string{"", "  " + t.Bold.Render(string(g.ID)+"  "+g.Title)}
	top := int(s.rubric().Scale.Top())
	title := min(56, s.size.W-50)
	for k, a := range g.areas {
		j, ok := s.says(a.ID)
		level := j.Level
		if !ok || j.State != model.Rated {
			level = 0
		}
		signs := layout.Pad(s.signs(a.ID), 3)
		text := layout.Pad(a.Name(), title) + "  " + t.Meter(level, top) + "  " + signs + s.level(j, ok) + "." + s.was(a.ID)
		if k == s.col {
			lines = append(lines, "  "+t.Selected.Render(layout.Pad(t.Glyph.Mark+" "+text, min(s.size.W-4, 116))))
			continue
		}
		lines = append(lines, "    "+layout.Cut(text, s.size.W-6))
	}
	return lines
}

// Click moves the cursor to the cell under the mouse; a second click opens it.
func (s *Screen) Click(x, y int) tea.Cmd {
	for _, c := range s.cells {
		if y != c.y || x < c.x || x >= c.x+cellWidth {
			continue
		}
		if c.row == s.row && c.col == s.col {
			return s.Act(enter())
		}
		s.to(c.row, c.col)
		s.status = ""
	}
	return nil
}

// Wheel moves from group to group.
func (s *Screen) Wheel(down bool) tea.Cmd {
	by := -1
	if down {
		by = 1
	}
	s.to(s.row+by, s.col)
	return nil
}
