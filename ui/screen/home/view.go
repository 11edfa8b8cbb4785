package home

import (
	"fmt"

	tea "charm.land/bubbletea/v2"

	"waymark/ui/layout"
)

// Resize takes the body's size.
func (s *Screen) Resize(size layout.Size) { s.size = size }

// View draws progress and the tasks. On a small window the blank lines and
// then the headings go first; the rows always stay.
func (s *Screen) View() []string {
	lines := s.lines(true, true)
	if len(lines) > s.size.H {
		lines = s.lines(false, true)
	}
	if len(lines) > s.size.H {
		lines = s.lines(false, false)
	}
	if len(lines) > s.size.H {
		return s.scrolled(lines)
	}
	return lines
}

func (s *Screen) lines(airy, headed bool) []string {
	s.at = map[int]int{}
	var lines []string
	if airy {
		lines = append(lines, "")
	}
	lines = append(lines, s.progress())
	if airy || headed {
		lines = append(lines, "")
	}
	for i, t := range s.tasks {
		if t.heading != "" && headed {
			if airy && i > 0 && s.roomy() {
				lines = append(lines, "")
			}
			lines = append(lines, "  "+s.env.Theme.Bold.Render(t.heading))
		}
		s.at[len(lines)] = i
		lines = append(lines, s.row(i, t))
	}
	return lines
}

func (s *Screen) roomy() bool { return s.env.Prefs.Roomy || s.size.H > len(s.tasks)+8 }

// scrolled keeps the chosen row in view on a very small window.
func (s *Screen) scrolled(lines []string) []string {
	cursor := 0
	for y, i := range s.at {
		if i == s.list.Cursor {
			cursor = y
		}
	}
	first := layout.Window(0, cursor, len(lines), s.size.H)
	moved := map[int]int{}
	for y, i := range s.at {
		moved[y-first] = i
	}
	s.at = moved
	return lines[first : first+s.size.H]
}

func (s *Screen) progress() string {
	judged, of := s.book().Progress()
	t := s.env.Theme
	text := fmt.Sprintf("You have judged %d of %d areas", judged, of)
	if s.size.W < 72 {
		return "  " + text
	}
	pct := fmt.Sprintf("%3d%%", judged*100/max(1, of))
	bar := t.Bar(judged, of, min(48, s.size.W-layout.Width(text)-16))
	return "  " + layout.Pad(t.Bold.Render(text), layout.Width(text)+6) + t.Accent.Render(bar) + " " + pct
}

func (s *Screen) row(i int, t task) string {
	th := s.env.Theme
	w := s.size.W
	title := layout.Pad(fmt.Sprintf("%-3s %s", t.key, t.title), min(40, max(20, w-34)))
	middle, note := "", t.note
	if t.of > 0 {
		middle = layout.Pad(fmt.Sprintf("%d of %d", t.done, t.of), 8)
		if w >= 72 {
			middle = th.Bar(t.done, t.of, 10) + "  " + middle
		}
	}
	if i == s.list.Cursor {
		return "  " + th.Selected.Render(layout.Pad(th.Glyph.Mark+" "+title+" "+middle+note, w-4))
	}
	if t.of > 0 && t.done == t.of {
		note = th.Muted.Render(note)
	}
	return layout.Cut("    "+title+" "+middle+note, w-2)
}

// Click chooses the row under the mouse; a second click opens it.
func (s *Screen) Click(_, y int) tea.Cmd {
	i, ok := s.at[y]
	if !ok {
		return nil
	}
	if i == s.list.Cursor {
		s.env.Nav.Push(s.tasks[i].open)
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
	s.list.Move(by)
	return nil
}
