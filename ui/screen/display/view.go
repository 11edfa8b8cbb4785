package display

import (
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"

	"waymark/model"
	"waymark/ui/keys"
	"waymark/ui/layout"
)

// labels is the width of the names of the rows.
const labels = 11

// Resize takes the body's size.
func (s *Screen) Resize(size layout.Size) { s.size = size }

// short reports whether the sample gives way to the rows.
func (s *Screen) short() bool { return s.size.H < 17 || s.size.W < 72 }

// View draws the rows and the sample.
func (s *Screen) View() []string {
	t := s.env.Theme
	var lines []string
	if !s.short() {
		lines = append(lines, "", layout.Ends("  "+t.Bold.Render("Make Waymark easier to read"), t.Muted.Render("changes show at once"), min(s.size.W-2, 74)), "")
	}
	s.zones = s.zones[:0]
	for i := range s.rows {
		lines = append(lines, s.row(i, len(lines)))
		if s.env.Prefs.Roomy && !s.short() {
			lines = append(lines, "")
		}
	}
	sample := append([]string{""}, s.sample()...)
	if s.env.Prefs.Roomy && !s.short() {
		sample = sample[1:] // the last row has a blank line already
	}
	if room := s.size.H - len(lines); room < len(sample) {
		sample = sample[:max(0, room)]
	}
	lines = append(lines, sample...)
	return lines[:min(len(lines), s.size.H)]
}

// row is a row of options with the chosen one marked, or only that one where
// there is no room for all.
func (s *Screen) row(i, y int) string {
	t, r := s.env.Theme, s.rows[i]
	chosen := r.get(s.env.Prefs)
	w := min(s.size.W-2, 76)
	text := layout.Pad(r.label, labels)
	if s.short() {
		text += fmt.Sprintf("%s %s   %d of %d", t.Glyph.Chosen, r.options[chosen], chosen+1, len(r.options))
	} else {
		for k, o := range r.options {
			mark := t.Glyph.Open
			if k == chosen {
				mark = t.Glyph.Chosen
			}
			s.zones = append(s.zones, zone{2 + layout.Width(text), y, layout.Width(o) + 2, i, k})
			text += mark + " " + o + "  "
		}
		text += " " + r.hint
	}
	text = strings.TrimRight(text, " ")
	if i == s.cursor {
		return t.Selected.Render(layout.Pad(t.Glyph.Mark+" "+text, w))
	}
	return layout.Cut("  "+text, w)
}

// sample shows what every token looks like with these choices.
func (s *Screen) sample() []string {
	t, g := s.env.Theme, s.env.Theme.Glyph
	lines := []string{"  " + t.Bold.Render("Sample")}
	lines = append(lines, s.levels()...)
	lines = append(lines, s.flow([]string{
		t.Text.Render("Text"), t.Muted.Render("Quieter text"), t.Accent.Render("Link or key"), t.Good.Render("Saved"),
		t.Warn.Render("Take a look"), t.Problem.Render("There is a problem"),
	})...)
	edge := strings.Repeat(g.Rule, 9)
	return append(lines,
		"    "+t.Selected.Render(layout.Pad(g.Mark+" The chosen row", min(40, max(0, s.size.W-6)))),
		"    "+t.Border.Render(g.TopLeft+edge+g.TopRight),
		"    "+t.Border.Render(g.Side)+t.Field.Render("  A box  ")+t.Border.Render(g.Side)+layout.Cut("   Broken corners? Choose Plain.", max(0, s.size.W-18)),
		"    "+t.Border.Render(g.BottomLeft+edge+g.BottomRight),
	)
}

// levels is the open rubric's scale, or that of the shipped one.
func (s *Screen) levels() []string {
	t := s.env.Theme
	names := []string{"Early", "Developing", "Embedded", "Sharing"}
	if s.env.Desk != nil {
		names = names[:0]
		for _, l := range s.env.Desk.Book.Rubric().Scale.Levels {
			names = append(names, l.Name)
		}
	}
	cells := make([]string, len(names))
	for i, name := range names {
		l := model.Level(i + 1)
		cells[i] = t.Cell(fmt.Sprintf(" %d ", l), l, len(names)) + " " + t.Meter(l, len(names)) + " " + name
	}
	return s.flow(cells)
}

// flow sets cells beside each other, as many to a line as fit.
func (s *Screen) flow(cells []string) []string {
	const indent, between = "    ", "  "
	lines := []string{indent}
	for _, c := range cells {
		last := len(lines) - 1
		if w := layout.Width(lines[last]); w > len(indent) && w+layout.Width(c) > s.size.W-1 {
			lines = append(lines, indent)
			last++
		}
		lines[last] += c + between
	}
	for i := range lines {
		lines[i] = layout.Cut(strings.TrimRight(lines[i], " "), s.size.W)
	}
	return lines
}

// Click chooses the option under the mouse, which shows at once.
func (s *Screen) Click(x, y int) tea.Cmd {
	for _, z := range s.zones {
		if y == z.y && x >= z.x && x < z.x+z.w {
			s.cursor = z.row
			s.option(z.row, z.option)
		}
	}
	return nil
}

// Wheel moves over the rows.
func (s *Screen) Wheel(down bool) tea.Cmd {
	a := keys.Up
	if down {
		a = keys.Down
	}
	return s.Act(keys.Press{Action: a})
}
