package lean

import (
	"strings"

	"waymark/ui/layout"
)

// View draws what there is to say, or the part of it that fits.
func (s *Screen) View() []string {
	lines := s.lines()
	over := max(0, len(lines)-s.size.H)
	s.scroll.Set(over+1, 1)
	first := min(s.scroll.Cursor, over)
	return lines[first:min(len(lines), first+s.size.H)]
}

// lines is the whole page, however much of it fits.
func (s *Screen) lines() []string {
	bold := s.env.Theme.Bold.Render
	switch {
	case !s.on:
		return s.page(bold("No visit is open here"), "How levels lean is told once a visit has begun. Press Enter to open one from the list, or to plan a new one.")
	case s.failed:
		return s.page(bold("How my levels lean"), "It could not be worked out. Your work is safe.")
	}
	parts := append([]string{bold("How my levels lean")}, s.told()...)
	return s.page(parts...)
}

// told is what is said of the levels, what it means, and what it is good for.
func (s *Screen) told() []string {
	middle := "The middle of an area is the mean of all levels given on it, yours among them. " +
		"Only areas that you have judged are counted, with the levels as they were before any was agreed."
	not := "This is no judgement: nobody knows the true level of an area, and yours may be the one that fits best. " +
		"It is there to calibrate by. It is in no document, and nobody else is shown it here."
	try := "To calibrate, press Enter: sort levels and judge short stories. The library has it too, under “Try your eye”."
	parts := s.own.Words()
	if !s.own.Told() {
		parts = []string{strings.Join(parts, " ")}
	}
	if s.own.N > 0 {
		parts = append(parts, middle)
	}
	return append(parts, not, try)
}

// page sets paragraphs below each other.
func (s *Screen) page(parts ...string) []string {
	w := max(10, min(layout.TextWidth, s.size.W-4))
	var lines []string
	for i, p := range parts {
		if i != 1 || s.size.H >= 12 {
			lines = append(lines, "")
		}
		lines = append(lines, layout.Indent(2, layout.Wrap(p, w))...)
	}
	return lines
}
