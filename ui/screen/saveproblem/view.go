package saveproblem

import (
	"fmt"

	tea "charm.land/bubbletea/v2"

	"waymark/ui/keys"
	"waymark/ui/layout"
	"waymark/ui/widget"
)

// Resize takes the body's size.
func (s *Screen) Resize(size layout.Size) { s.size = size }

func (s *Screen) width() int { return min(layout.TextWidth, s.size.W-4) }

func (s *Screen) wrap(text string) []string {
	return layout.Indent(2, layout.Wrap(text, s.width()))
}

// View says what happened, that it is safe, what can be done, and what waits.
// Where there is little room the comfort gives way, never the choices.
func (s *Screen) View() []string {
	t := s.env.Theme
	if s.saved() {
		return append([]string{""}, s.wrap("Everything is in the file. Nothing needs doing.")...)
	}
	banner := "   There is a problem: " + s.unsaved() + " not in the file yet"
	if layout.Width(banner) > s.size.W {
		banner = " A problem: " + s.unsaved() + " not saved yet"
	}
	lines := []string{t.Banner.Render(layout.Pad(banner, s.size.W))}
	lines = append(lines, s.wrap(s.reason())...)
	if s.details {
		lines = append(append(lines, ""), s.wrap("For IT support")...)
		for _, l := range s.support() {
			lines = append(lines, layout.Indent(2, s.wrap(l))...)
		}
		return lines[:min(len(lines), s.size.H)]
	}
	safe := s.wrap("Your work is safe. Waymark is keeping it in a second place on this computer and will try again by itself. You can carry on working.")
	if s.size.H < 12 {
		safe = s.wrap("Your work is safe. You can carry on.")
	} else {
		lines = append(lines, "")
	}
	lines = append(append(lines, safe...), "")
	s.at = len(lines)
	for i, c := range choices() {
		lines = append(lines, s.row(i, c))
	}
	if s.copied != "" {
		lines = append(lines, s.wrap("A copy is here: "+s.copied)...)
	}
	return s.rest(lines)
}

// unsaved counts what is waiting, as the subject of a sentence.
func (s *Screen) unsaved() string {
	if n := len(s.waiting); n > 1 {
		return fmt.Sprintf("your last %d changes are", n)
	}
	return "your last change is"
}

func (s *Screen) row(i int, words string) string {
	t := s.env.Theme
	if i == s.list.Cursor {
		return "  " + t.Selected.Render(layout.Pad(t.Glyph.Mark+" "+words, s.width()))
	}
	return layout.Cut("    "+words, s.size.W-2)
}

// rest lists what is waiting, the newest where not all fit, and promises it.
func (s *Screen) rest(lines []string) []string {
	promise := append([]string{""}, s.wrap(fmt.Sprintf("If you close the window now, %s offered back to you when you next open Waymark.", s.these()))...)
	room := s.size.H - len(lines) - 2
	if room < 1 {
		return lines[:min(len(lines), s.size.H)]
	}
	if room-len(promise) < min(2, len(s.waiting)) {
		promise = nil
	}
	room -= len(promise)
	lines = append(lines, "", "  "+s.env.Theme.Bold.Render("What is waiting to be saved"))
	show := s.waiting
	if len(show) > room {
		show = show[len(show)-max(0, room-1):]
		lines = append(lines, fmt.Sprintf("    %s before these", widget.Count(len(s.waiting)-len(show), "change", "changes")))
	}
	for _, c := range show {
		lines = append(lines, "  "+layout.Ends("  "+c.words, clock(c.at), s.width()))
	}
	lines = append(lines, promise...)
	return lines[:min(len(lines), s.size.H)]
}

func (s *Screen) these() string {
	if n := len(s.waiting); n > 1 {
		return fmt.Sprintf("these %d changes will be", n)
	}
	return "this change will be"
}

// Click chooses the way under the mouse; a second click takes it.
func (s *Screen) Click(_, y int) tea.Cmd {
	i := y - s.at
	if s.saved() || s.details || i < 0 || i >= s.list.N {
		return nil
	}
	if i == s.list.Cursor {
		return s.choose()
	}
	s.list.Cursor = i
	return nil
}

// Wheel moves over the ways on.
func (s *Screen) Wheel(down bool) tea.Cmd {
	a := keys.Up
	if down {
		a = keys.Down
	}
	s.list.Act(keys.Press{Action: a})
	return nil
}
