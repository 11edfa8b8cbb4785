package priorities

import (
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"

	"waymark/ui/layout"
)

// line is one row of the list.
func (s *Screen) line(i int, r row) string {
	t, w := s.env.Theme, s.size.W
	if i == s.list.Cursor && r.kind == aside {
		r.note = "" // it is said in full below
	}
	text := s.shown(r, w-6)
	if i == s.list.Cursor {
		return "  " + t.Selected.Render(layout.Pad(t.Glyph.Mark+" "+text, w-4))
	}
	return "    " + text
}

// shown is a priority in one line of w cells: number, title, areas.
func (s *Screen) shown(r row, w int) string {
	number := "   "
	if r.number > 0 {
		number = fmt.Sprintf("%d  ", r.number)
	}
	switch r.kind {
	case write:
		if r.text.Title == "" {
			return layout.Pad("+  Write your own priority", w)
		}
		return layout.Pad(r.text.Title, w)
	case carryOn, anyway:
		return layout.Ends(r.text.Title, r.note, w)
	case aside:
		if w < 66 {
			return layout.Pad(string(r.lead())+"  "+r.text.Title, w)
		}
		return layout.Pad(layout.Pad(string(r.lead())+"  "+r.text.Title, w-30)+"  "+r.note, w)
	case found, grow, pinned:
		return layout.Pad(string(r.lead())+"  "+r.text.Title, w)
	default:
	}
	c := codesWidth(w + 6)
	return layout.Pad(number+layout.Pad(r.text.Title, w-c-5)+"  "+layout.Pad(coded(r.text.Areas, c), c), w)
}

// text wraps a sentence at the reading width, indented by n.
func (s *Screen) text(n int, text string) []string {
	return layout.Indent(n, layout.Wrap(text, min(layout.TextWidth, s.size.W-n-2)))
}

// window keeps the cursor's row and its details in view.
func (s *Screen) window(p *sheet) []string {
	from, to := 0, 0
	for y, row := range p.rows {
		if row == s.list.Cursor {
			if to == 0 {
				from = y
			}
			to = y + 1
		}
	}
	if s.list.Cursor == 0 {
		from = 0
	}
	h := s.size.H
	s.first = min(max(s.first, to-h), from)
	s.first = max(0, min(s.first, len(p.lines)-h))
	end := min(len(p.lines), s.first+h)
	s.at = map[int]int{}
	for y := s.first; y < end; y++ {
		if p.rows[y] >= 0 {
			s.at[y-s.first] = p.rows[y]
		}
	}
	lines := append([]string(nil), p.lines[s.first:end]...)
	if end < len(p.lines) && len(lines) > 1 {
		lines[len(lines)-1] = s.more(lines[len(lines)-1])
	}
	return lines
}

// more marks the last line when there is more below it.
func (s *Screen) more(line string) string {
	mark := s.env.Theme.Glyph.Down + " more"
	if line = strings.TrimRight(line, " "); layout.Width(line)+layout.Width(mark)+2 > s.size.W-2 {
		line = ""
	}
	return layout.Ends(line, s.env.Theme.Muted.Render(mark), s.size.W-2)
}

// Click chooses the row under the mouse; a second click does its main act.
func (s *Screen) Click(_, y int) tea.Cmd {
	if s.page != nil {
		s.page.click(y)
		return nil
	}
	i, ok := s.at[y]
	if !ok {
		return nil
	}
	s.status = ""
	if i == s.list.Cursor {
		s.enter(s.rows[i])
		return nil
	}
	s.list.Cursor = i
	return nil
}

// Wheel moves the cursor.
func (s *Screen) Wheel(down bool) tea.Cmd {
	by := -1
	if down {
		by = 1
	}
	if s.page != nil {
		s.page.wheel(by)
		return nil
	}
	s.list.Move(by)
	return nil
}
