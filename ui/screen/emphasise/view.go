package emphasise

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	tea "charm.land/bubbletea/v2"

	"waymark/model"
	"waymark/ui/layout"
	"waymark/ui/widget"
)

// labelWidth is the room for what a row asks.
const labelWidth = 22

// labels are what the rows ask.
func labels() []string {
	return []string{"How important is it", "Whom it reaches", "Make it a priority", "Not this year", "Why not now", "When to look again"}
}

// View draws the rows and, below them, what they would do.
func (s *Screen) View() []string {
	t, w := s.env.Theme, min(s.size.W, 116)
	tight := s.size.H < 16
	s.at = map[int]int{}
	var lines []string
	if !tight {
		lines = append(lines, "")
	}
	lines = append(lines, layout.Ends("  "+t.Bold.Render(layout.Cut(s.area.Name(), w-24)), s.stands(), w-2))
	if !tight {
		lines = append(lines, "")
	}
	for i := range s.list.N {
		s.at[len(lines)] = i
		lines = append(lines, s.row(i, w, len(lines))...)
	}
	if !tight || len(lines)+4 < s.size.H {
		lines = append(lines, "")
	}
	lines = append(lines, s.effectLines(w)...)
	return lines[:min(len(lines), s.size.H)]
}

// stands is the area's level now.
func (s *Screen) stands() string {
	scale := s.book().Rubric().Scale
	j, ok := s.book().Evaluation().Area(s.area.ID).SchoolSays(s.env.Desk.Voice.Person)
	if !ok || j.State != model.Rated {
		return s.env.Theme.Meter(0, int(scale.Top())) + " no level"
	}
	return fmt.Sprintf("%s %d %s", s.env.Theme.Meter(j.Level, int(scale.Top())), j.Level, scale.Name(j.Level))
}

// row is one question with its answers, or a field, drawn from body line y.
func (s *Screen) row(i, w, y int) []string {
	t := s.env.Theme
	label := layout.Pad(labels()[i], labelWidth)
	if s.options(i) == nil {
		return s.fieldRow(i, label, w, y)
	}
	text := label + s.answers(i, w-4-2-labelWidth)
	if i == s.list.Cursor {
		return []string{"  " + t.Selected.Render(layout.Pad(t.Glyph.Mark+" "+text, w-4))}
	}
	return []string{"    " + layout.Cut(text, w-6)}
}

// answers are the options of a row beside each other, or only the chosen one
// where there is no room.
func (s *Screen) answers(i, w int) string {
	g := s.env.Theme.Glyph
	var parts []string
	chosen := ""
	for n, o := range s.options(i) {
		mark := g.Open
		if o.is(s.m) {
			mark = g.Chosen
			chosen = fmt.Sprintf("%s %s   %d of %d", g.Chosen, o.words, n+1, len(s.options(i)))
		}
		parts = append(parts, mark+" "+o.words)
	}
	for _, gap := range []string{"    ", "  "} {
		if all := strings.Join(parts, gap); layout.Width(all) <= w {
			return all
		}
	}
	return layout.Cut(chosen, w)
}

// fieldRow is a field with the focus in its box, or what it says.
func (s *Screen) fieldRow(i int, label string, w, y int) []string {
	t, f := s.env.Theme, s.fields()[i-rowWhy]
	if i != s.list.Cursor {
		text := f.Value()
		if strings.TrimSpace(text) == "" {
			text = "–"
		}
		return []string{"    " + layout.Cut(label+text, w-6)}
	}
	wide := min(w-4, layout.TextWidth+4)
	tall := min(2, 1+utf8.RuneCountInString(f.Value())/max(1, wide-5))
	f.Resize(layout.Size{W: wide - 4, H: tall})
	hint := "you can leave this empty"
	if i == rowAgain {
		hint = "for example: next spring"
	}
	s.boxAt = y + 2
	lines := []string{"  " + layout.Ends(t.Bold.Render(t.Glyph.Mark+" "+strings.TrimRight(label, " ")), t.Muted.Render(hint), wide)}
	return append(lines, layout.Indent(2, widget.Boxed(t, f.View(), wide))...)
}

// effectLines say what the choices would do to the suggestion.
func (s *Screen) effectLines(w int) []string {
	t := s.env.Theme
	lines := layout.Indent(2, layout.Wrap(s.effect.words, min(layout.TextWidth, w-4)))
	for i := range lines {
		lines[i] = t.Bold.Render(lines[i])
	}
	if len(s.effect.then) == 0 {
		return lines
	}
	heading := "Suggested then"
	if s.m == s.was {
		heading = "Suggested now"
	}
	lines = append(lines, "  "+t.Muted.Render(heading))
	for i, id := range s.effect.then {
		mark := ""
		if slices.Contains(s.effect.comes, id) {
			mark = "comes in"
		}
		lines = append(lines, "    "+layout.Ends(fmt.Sprintf("%d  %s", i+1, s.name(id)), mark, min(w-6, layout.TextWidth)))
	}
	for _, id := range s.effect.leaves {
		lines = append(lines, "    "+layout.Ends("–  "+s.name(id), "leaves the list", min(w-6, layout.TextWidth)))
	}
	return lines
}

func (s *Screen) name(id model.AreaID) string {
	a, ok := s.book().Rubric().Area(id)
	if !ok {
		return string(id)
	}
	return a.Name()
}

// Click chooses the row under the mouse; a second click changes it.
func (s *Screen) Click(_, y int) tea.Cmd {
	i, ok := s.at[y]
	if !ok {
		return nil
	}
	s.status = ""
	if n := len(s.options(i)); i == s.list.Cursor && n > 0 {
		s.choose((s.chosen() + 1) % n)
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
