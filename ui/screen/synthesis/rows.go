package synthesis

import (
	"fmt"
	"strings"

	"waymark/model/visit"
	"waymark/ui/checklist"
	"waymark/ui/layout"
)

// row is one row of the page.
type row struct {
	text  string
	entry int // -1 for a heading or a gap
}

// window is the rows around the entry under the cursor.
func (s *Screen) window(room int) []string {
	rows := s.rows()
	from, to := -1, -1
	for i, r := range rows {
		if r.entry == s.at {
			to = i
			if from < 0 {
				from = i
			}
		}
	}
	for from > 0 && rows[from-1].entry < 0 {
		from-- // with its headings
	}
	first := max(0, min((from+to+1)/2-room/2, len(rows)-room))
	if to >= first+room {
		first = to - room + 1
	}
	rows = rows[first:min(len(rows), first+room)]
	lines := make([]string, len(rows))
	s.drawn.rows = make([]int, len(rows))
	for i, r := range rows {
		lines[i], s.drawn.rows[i] = r.text, r.entry
	}
	return lines
}

// rows are all entries under their headings; the one under the cursor is
// followed by what can be said of it.
func (s *Screen) rows() []row {
	var rows []row
	for i, e := range s.entries {
		if head := s.heading(i); head != "" {
			if i > 0 && e.part != theLines {
				rows = append(rows, row{"", -1})
			}
			rows = append(rows, row{"  " + s.env.Theme.Bold.Render(layout.Cut(head, s.size.W-4)), -1})
		}
		text, more := s.entry(e)
		chosen := i == s.at
		rows = append(rows, row{s.paint(text, chosen), i})
		for _, m := range more {
			if !chosen || strings.HasSuffix(text, m) && layout.Width(text) <= s.rowW() {
				continue // the row says it
			}
			for _, l := range layout.Wrap(m, max(10, min(layout.TextWidth, s.size.W-6-codes))) {
				rows = append(rows, row{strings.Repeat(" ", 4+codes) + s.env.Theme.Muted.Render(l), i})
			}
		}
	}
	return rows
}

func (s *Screen) paint(text string, chosen bool) string {
	t, w := s.env.Theme, s.rowW()
	if chosen {
		return "  " + t.Selected.Render(t.Glyph.Mark+" "+layout.Pad(text, w))
	}
	return "    " + layout.Cut(text, w)
}

// rowW is how wide a row is: as wide as the grid, so that its ends align.
func (s *Screen) rowW() int {
	if s.columns == 0 {
		return s.size.W - 6
	}
	return min(s.size.W-6, codes+s.textW()+2+s.columns*s.cell()+seenWidth)
}

// heading is what stands above an entry that begins a section or a technique.
func (s *Screen) heading(i int) string {
	e := s.entries[i]
	first := i == 0 || s.entries[i-1].part != e.part
	switch {
	case e.part == theLines:
		group := s.found.Items[e.n].Group
		if i > 0 && s.found.Items[s.entries[i-1].n].Group == group {
			return ""
		}
		l, _ := checklist.Of(s.env)
		g, _ := l.Group(group)
		return string(g.ID) + "  " + g.Title
	case !first:
		return ""
	case e.part == theRooms:
		return "Rooms"
	case e.part == brightSpots:
		return "Bright spots   shared once those concerned agree"
	}
	return "Time in rooms"
}

// entry is the row of an entry, and what follows it under the cursor.
func (s *Screen) entry(e entry) (text string, more []string) {
	switch e.part {
	case theLines:
		return s.line(s.found.Items[e.n])
	case theRooms:
		r := s.found.Rooms[e.n]
		text = layout.Pad(fmt.Sprint(e.n+1), codes) + r.Words()
		more = append(more, r.Words())
		if words := r.Together.Words(); words != "" {
			more = append(more, words)
		}
		if r.Room.Chosen {
			more = append(more, "The school chose it as a possible example.")
		}
		return text, more
	case brightSpots:
		if e.point.ID == "" {
			words := s.found.Examples[e.n].Words()
			return s.env.Theme.Glyph.Open + "    Possible: " + words, []string{words}
		}
		mark, said := s.env.Theme.Glyph.Open, "Not to share yet."
		if e.point.Consent {
			mark, said = s.env.Theme.Glyph.Chosen, "Those concerned agree that it is shared."
		}
		return mark + "    " + e.point.Text, []string{e.point.Text, said}
	default: // theTime
		return s.found.Teachers[e.n].Words(), nil
	}
}

// line is one line of the checklist beside the rooms.
func (s *Screen) line(l visit.ItemLine) (text string, more []string) {
	seen := ""
	if l.Seen.Could() > 0 {
		seen = fmt.Sprintf("%d of %d", l.Seen.Full, l.Seen.Could())
	}
	text = layout.Pad(string(l.Item.ID), codes) + layout.Pad(l.Item.Text, s.textW())
	if s.columns > 0 {
		text += "  " + s.cells(l)
	}
	text += strings.Repeat(" ", max(1, seenWidth-layout.Width(seen))) + seen
	if layout.Width(l.Item.Text) > s.textW() {
		more = append(more, l.Item.Text)
	}
	for _, said := range l.Words(s.found.Compared) {
		more = append(more, s.env.Say(said))
	}
	return text, more
}

// cells is a line's answers in the rooms in view.
func (s *Screen) cells(l visit.ItemLine) string {
	list, _ := checklist.Of(s.env)
	var b strings.Builder
	for _, a := range l.Answers[s.column : s.column+s.columns] {
		mark := s.env.Theme.Glyph.Dot
		switch n := list.Digit(a); {
		case checklist.Outside(a):
			mark = "–"
		case n > 0:
			mark = fmt.Sprint(n)
		}
		b.WriteString(layout.Pad(mark, s.cell()))
	}
	return b.String()
}
