package quick

import (
	"fmt"
	"strings"

	"waymark/model"
	"waymark/ui/jot"
	"waymark/ui/keys"
	"waymark/ui/layout"
)

// The room of the parts.
const (
	boxWidth  = layout.TextWidth + 4
	labels    = 11
	mostLines = 4 // of the line that is typed on
)

// Live is what can be done in the part that has the focus.
func (s *Screen) Live() []keys.Live {
	if _, on := s.env.Visit(); !on {
		return []keys.Live{{Action: keys.Enter, Words: "write a note for the school", Footer: true}, {Action: keys.Back, Words: "back", Footer: true}}
	}
	back := keys.Live{Action: keys.Back, Words: "keep draft and return", Footer: true}
	if s.line.Empty() {
		back.Words = "return"
	}
	live := []keys.Live{{Action: keys.Enter, Words: "file and return", Footer: true}}
	live = append(live, keys.Live{Action: keys.NextPart, Words: "next field", Footer: true}, keys.Live{Action: keys.PartBefore, Words: "field before"})
	switch s.part {
	case onSlot:
		live = append(live, keys.Live{Action: keys.Right, Shown: "←→", Words: "change", Footer: true}, keys.Live{Action: keys.Left},
			keys.Live{Action: keys.Up, Words: "stop before"}, keys.Live{Action: keys.Down, Words: "stop after"}, keys.Live{Action: keys.Note, Words: "back to the words"})
	case onLink:
		if n := len(s.likely); n > 0 {
			live = append(live, keys.Live{Action: keys.Level, Shown: numbers(n), Words: "link", Footer: true})
		}
		live = append(live, keys.Live{Action: keys.Right, Shown: "←→", Words: "change", Footer: true}, keys.Live{Action: keys.Left},
			keys.Live{Action: keys.LevelOff, Words: "take the link off"}, keys.Live{Action: keys.Note, Words: "back to the words"})
	default: // onLine
		if !s.line.Empty() {
			live = append(live, keys.Live{Action: keys.Undo, Shown: "Ctrl+Z", Words: "undo"}, keys.Live{Action: keys.Redo, Shown: "Ctrl+Y", Words: "put the word back"})
		}
	}
	return append(live, back)
}

func numbers(n int) string {
	if n == 1 {
		return "1"
	}
	return fmt.Sprintf("1-%d", n)
}

// Resize takes the body's size.
func (s *Screen) Resize(size layout.Size) {
	s.size = size
	s.arrange()
}

func (s *Screen) boxW() int { return max(16, min(boxWidth, s.size.W-4)) }

// arrange gives the line as many rows as its words need.
func (s *Screen) arrange() {
	if s.size.W == 0 {
		return
	}
	w := s.boxW() - 6
	most := mostLines
	if s.size.H < 12 {
		most = 1
	}
	s.line.Resize(layout.Size{W: w, H: min(most, 1+layout.Width(s.line.Value())/max(1, w))})
	s.line.Settle()
}

// View draws the box. Where there is little room its blank lines go first, then
// what Enter does.
func (s *Screen) View() []string {
	airy := s.size.H >= 14
	text := s.line.View()
	for i := range text {
		text[i] = s.env.Theme.Field.Render(text[i])
	}
	inside := append([]string{}, text...)
	inside = append(inside, "")
	inside = append(inside, s.goes(), s.links())
	inside = append(append(inside, s.suggested()...), "", s.ends())
	if !airy {
		inside = append(append([]string{}, text...), s.goes(), s.links())
	} else {
		inside = append(append([]string{""}, inside...), "")
	}
	above := 0
	if airy {
		above = max(1, min(4, (s.size.H-len(inside)-2)/2))
	}
	lines := make([]string, above, s.size.H+above)
	lines = append(lines, s.boxed(inside)...)
	s.lineAt = above + 1
	if airy {
		s.lineAt++
	}
	return lines[:min(len(lines), s.size.H)]
}

// boxed draws lines in a frame with what it is in the upper edge.
func (s *Screen) boxed(lines []string) []string {
	t, w := s.env.Theme, s.boxW()
	g := t.Glyph
	title := " Quick note "
	top := t.Border.Render(g.TopLeft+g.Rule) + t.Bold.Render(title) + t.Border.Render(strings.Repeat(g.Rule, max(0, w-3-layout.Width(title)))+g.TopRight)
	out := []string{"  " + top}
	for _, l := range lines {
		out = append(out, "  "+t.Border.Render(g.Side)+layout.Pad("  "+l, w-2)+t.Border.Render(g.Side))
	}
	return append(out, "  "+t.Border.Render(g.BottomLeft+strings.Repeat(g.Rule, max(0, w-2))+g.BottomRight))
}

// row is one of the things chosen beside the words, filled when it has the focus.
func (s *Screen) row(p part, label, text, hint string) string {
	w := s.boxW() - 6
	if s.part == p {
		return s.env.Theme.Selected.Render(s.env.Theme.Glyph.Mark + " " + layout.Pad(layout.Pad(label, labels-2)+text, w-2))
	}
	return layout.Ends(layout.Pad(label, labels)+text, hint, w)
}

func (s *Screen) goes() string {
	v, _ := s.env.Visit()
	where := "the visit as a whole"
	if slot, ok := v.Slot(s.slot); ok {
		where = model.Clock(slot.Start) + " " + slot.Name()
		if slot.Day > 1 {
			where = fmt.Sprintf("day %d, %s", slot.Day, where)
		}
	}
	hint := ""
	if s.part == onLine {
		hint = s.env.Theme.Muted.Render("Tab to change")
	}
	return s.row(onSlot, "Goes to", where, hint)
}

func (s *Screen) links() string {
	r := s.env.Desk.Book.Rubric()
	text := "no area yet"
	if a, ok := r.Area(s.linked()); ok {
		text = a.Name()
	}
	return s.row(onLink, "Link to", text, "")
}

// suggested is the areas that the words speak of, always as many lines.
func (s *Screen) suggested() []string {
	t, w := s.env.Theme, s.boxW()-6-labels
	lines := make([]string, mostLikely)
	if len(s.likely) == 0 {
		lines[0] = t.Muted.Render(layout.Cut("Areas are suggested here as you type.", w))
	}
	for i, id := range s.likely {
		a, _ := s.env.Desk.Book.Rubric().Area(id)
		lines[i] = layout.Cut(fmt.Sprintf("%d  %s", i+1, a.Name()), w)
	}
	return layout.Indent(labels, lines)
}

func (s *Screen) ends() string {
	t := s.env.Theme
	words := jot.Words(model.ParseLine(s.line.Value(), s.env.Desk.Book.Rubric()))
	said := "Press Enter to file it. Esc keeps it as a draft."
	if at, ok := s.line.Kept(); ok {
		said = "Draft kept " + at.Local().Format("15:04:05") + ". Enter files it."
		if words != "" {
			said += "   " + words
		}
	}
	return t.Muted.Render(layout.Cut(said, s.boxW()-6))
}

// Point is where the cursor is.
func (s *Screen) Point() (x, y int, ok bool) {
	if s.part != onLine {
		return 0, 0, false
	}
	x, y = s.line.Point()
	return x + 5, y + s.lineAt, true
}
