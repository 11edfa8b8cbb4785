package find

import (
	"fmt"
	"strings"

	"waymark/model"
	"waymark/ui/layout"
	"waymark/ui/widget"
)

const (
	label      = 9 // "  Find   "
	mostField  = 34
	mostTitle  = 56
	levelWords = 15
	noteWords  = 8
)

// Resize takes the body's size.
func (s *Screen) Resize(size layout.Size) {
	s.size = size
	s.field.Resize(layout.Size{W: s.fieldWidth(), H: 1})
	at := s.list.Cursor
	s.narrow()
	s.list.Move(at)
}

func (s *Screen) fieldWidth() int { return max(4, min(mostField, s.size.W-label-20)) }
func (s *Screen) quoteWidth() int { return max(10, min(layout.TextWidth, s.size.W-12)) }
func (s *Screen) airy() bool      { return s.size.H >= 17 }

// top is how many lines stand above the list.
func (s *Screen) top() int {
	if s.airy() {
		return 5
	}
	return 2
}

// listHeight is how many areas surely fit, for moving by a page.
func (s *Screen) listHeight() int { return max(1, (s.size.H-s.top())/2) }

// Point is where the cursor is.
func (s *Screen) Point() (x, y int, ok bool) {
	x, _ = s.field.Point()
	if s.airy() {
		y = 1
	}
	return label + x, y, !s.choosing
}

// View draws the line, the filters and the list.
func (s *Screen) View() []string {
	var lines []string
	if s.airy() {
		lines = append(lines, "", s.line(), "", s.filterRow(), "")
	} else {
		lines = append(lines, s.line(), s.filterRow())
	}
	if len(s.rows) == 0 {
		return append(lines, layout.Indent(4, layout.Wrap(s.nothing(), min(layout.TextWidth, s.size.W-6)))...)
	}
	room := s.size.H - len(lines)
	if s.field.Empty() && s.filter == every && len(s.rows) < room-2 || s.airy() && len(s.rows) < room/3 {
		room -= 2
		list := s.listed(room)
		return append(append(lines, list...), "", "  "+s.env.Theme.Muted.Render(layout.Cut("Finds words in area names, level descriptions and your own notes.", s.size.W-4)))
	}
	return append(lines, s.listed(room)...)
}

func (s *Screen) line() string {
	t := s.env.Theme
	count := matches(len(s.rows))
	if len(s.rows) == 0 {
		count = "no areas match"
	}
	return "  " + t.Bold.Render(layout.Pad("Find", label-2)) + t.Field.Render(layout.Pad(s.field.View()[0], s.fieldWidth())) + "  " + count
}

// filterRow shows every filter with the chosen one marked, or only that one
// where there is no room.
func (s *Screen) filterRow() string {
	t := s.env.Theme
	one := func(f filter) string {
		switch {
		case f == s.filter && s.choosing:
			return t.Selected.Render(t.Glyph.Mark + " " + f.words())
		case f == s.filter:
			return t.Glyph.Chosen + " " + t.Bold.Render(f.words())
		}
		return "  " + f.words()
	}
	start := "  " + t.Bold.Render(layout.Pad("Show", label-2))
	if s.size.W < 76 {
		return start + one(s.filter) + t.Muted.Render(fmt.Sprintf("   %d of %d filters", int(s.filter)+1, int(filters)))
	}
	var b strings.Builder
	for f := every; f < filters; f++ {
		b.WriteString(one(f))
	}
	return start + b.String()
}

// listed draws as many areas as fit into room lines, the chosen one among
// them. An area that did not match by name has its quote below it.
func (s *Screen) listed(room int) []string {
	tall := func(i int) int {
		h := 1
		if s.rows[i].rank != byName {
			h++
		}
		if s.env.Prefs.Roomy && s.airy() {
			h++
		}
		return h
	}
	first, used := s.list.Cursor, tall(s.list.Cursor)
	for first > 0 && used+tall(first-1) <= room*2/3 {
		first--
		used += tall(first)
	}
	for end := s.list.Cursor + 1; end < len(s.rows) && used < room; end++ {
		used += tall(end)
	}
	for first > 0 && used+tall(first-1) <= room {
		first--
		used += tall(first)
	}
	var lines []string
	for i := first; i < len(s.rows) && len(lines) < room; i++ {
		lines = append(lines, s.row(i)...)
		if s.env.Prefs.Roomy && s.airy() {
			lines = append(lines, "")
		}
	}
	return lines[:min(len(lines), room)]
}

func (s *Screen) row(i int) []string {
	t, r := s.env.Theme, s.rows[i]
	w := s.size.W - 3
	line := s.columns(r.area, w-2)
	lines := []string{"    " + line}
	if i == s.list.Cursor {
		lines[0] = "  " + t.Selected.Render(layout.Pad(t.Glyph.Mark+" "+line, w))
	}
	if r.rank != byName {
		q := r.quote
		who := ""
		if q.label != "" {
			who = q.label + ": "
		}
		lines = append(lines, layout.Cut("        "+who+"“"+q.before+t.Bold.Render(q.in)+q.then+"”", s.size.W-2))
	}
	return lines
}

// columns is an area on one line of w cells: what it is called, how it was
// judged, and how many notes it has. The last columns go first when narrow.
func (s *Screen) columns(a model.Area, w int) string {
	t := s.env.Theme
	n := int(s.book().Rubric().Scale.Top())
	state := s.book().Evaluation().Area(a.ID)
	j, judged := state.SchoolSays(s.env.Desk.Voice.Person)
	marks := ""
	if state.Flagged() {
		marks += "*"
	}
	if judged && j.Confidence == model.Low {
		marks += "?"
	}
	level, words := model.Level(0), "not judged"
	switch {
	case judged && j.State == model.Rated:
		level, words = j.Level, s.book().Rubric().Scale.Name(j.Level)
	case judged && j.State == model.NotApplicable:
		words = "does not apply"
	case judged:
		words = "no evidence yet"
	}
	digit := marks
	if level > 0 {
		digit = fmt.Sprintf("%d%s", level, marks)
	}
	right := t.Meter(level, n) + "  "
	switch {
	case w < 68:
		right += layout.Pad(digit, 3)
	case level > 0 || marks != "":
		right += layout.Pad(fmt.Sprintf("%-2s %s", digit, words), levelWords)
	default:
		right += layout.Pad(words, levelWords)
	}
	if w >= 74 {
		right += "  " + layout.Pad(widget.Count(len(state.Notes), "note", "notes"), noteWords)
	}
	if w >= 110 {
		right += "  " + said(state.Flagged(), judged && j.Confidence == model.Low)
	}
	code := layout.Pad(string(a.ID), 5)
	room := min(mostTitle, max(6, w-layout.Width(right)-layout.Width(code)-2))
	return code + layout.Pad(a.Title, room) + "  " + right
}

// said spells out what the marks mean, where there is room for it.
func said(flagged, low bool) string {
	switch {
	case flagged && low:
		return "flagged, low confidence"
	case flagged:
		return "flagged"
	case low:
		return "low confidence"
	}
	return ""
}
