package confirm

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"waymark/model"
	"waymark/ui/layout"
	"waymark/ui/widget"
)

// Where the box stands, and how far its text is from the body's edge.
const (
	boxTop    = 2
	boxMargin = 3
)

// View draws the question in the one box of the screen, or without it where
// there is too little room.
func (s *Screen) View() []string {
	lines := s.lines(min(layout.TextWidth, s.size.W-4-2*boxMargin))
	if len(lines)+boxTop+4 <= s.size.H {
		return s.boxed(lines)
	}
	p := widget.NewPage(s.env.Theme, s.size.W, false)
	for i, l := range lines {
		switch {
		case l == "":
			p.Gap()
		case i == len(lines)-1:
			p.Put(0, "  "+l)
		default:
			p.Say("  " + l)
		}
	}
	return p.Fit(s.size.H)
}

func (s *Screen) boxed(lines []string) []string {
	t, g := s.env.Theme, s.env.Theme.Glyph
	w := min(layout.TextWidth+4, s.size.W-4)
	rule := strings.Repeat(g.Rule, w-2)
	side := t.Border.Render(g.Side)
	out := make([]string, boxTop, len(lines)+boxTop+4)
	add := func(l string) {
		out = append(out, "  "+side+layout.Pad("  "+l, w-2)+side)
	}
	out = append(out, "  "+t.Border.Render(g.TopLeft+rule+g.TopRight))
	add("")
	for _, l := range lines {
		add(l)
	}
	add("")
	return append(out, "  "+t.Border.Render(g.BottomLeft+rule+g.BottomRight))
}

// lines is the question, what deleting means, and the answers, w cells wide.
func (s *Screen) lines(w int) []string {
	if !s.asked() {
		return []string{"That year is not open", "", "Nothing has changed."}
	}
	t := s.env.Theme
	var lines []string
	for _, l := range layout.Wrap("Delete “"+s.env.Desk.Book.Evaluation().Title+"”?", w) {
		lines = append(lines, t.Bold.Render(l))
	}
	add := func(text string) {
		lines = append(lines, layout.Wrap(text, w)...)
	}
	lines = append(lines, "")
	add(takesAway(s.env.Desk.Book))
	if s.trend != "" {
		add("Change over time will start from " + s.trend.Shown() + " instead.")
	}
	lines = append(lines, "")
	add("It goes to Recently deleted for 30 days. After that it cannot be brought back. No other year or school is changed.")
	return append(lines, "", s.answers())
}

// takesAway counts what would go, in words.
func takesAway(b *model.Book) string {
	e := b.Evaluation()
	people := map[model.PersonID]bool{}
	judgements, notes := 0, 0
	note := func(all []model.Note) {
		for _, n := range all {
			notes++
			people[n.Person] = true
		}
	}
	note(e.Notes)
	for _, a := range b.Rubric().Areas {
		state := e.Area(a.ID)
		note(state.Notes)
		for _, j := range state.Judgements {
			judgements++
			people[j.Person] = true
		}
	}
	return inWords(judgements, notes, len(e.Priorities), len(people))
}

func inWords(judgements, notes, priorities, people int) string {
	var parts []string
	for _, p := range []struct {
		n         int
		one, many string
	}{{judgements, "judgement", "judgements"}, {notes, "note", "notes"}, {priorities, "priority", "priorities"}} {
		if p.n > 0 {
			parts = append(parts, widget.Count(p.n, p.one, p.many))
		}
	}
	if len(parts) == 0 {
		return "Nothing has been judged or noted in it yet."
	}
	last := len(parts) - 1
	words := parts[last]
	if last > 0 {
		words = strings.Join(parts[:last], ", ") + " and " + words
	}
	if people > 0 {
		words += " by " + widget.Count(people, "person", "people")
	}
	return "This takes away " + words + "."
}

func (s *Screen) answers() string {
	t := s.env.Theme
	keep, remove := "  Keep it ", "  Delete it "
	if s.remove {
		remove = t.Selected.Render(t.Glyph.Mark + remove[1:])
	} else {
		keep = t.Selected.Render(t.Glyph.Mark + keep[1:])
	}
	return keep + strings.Repeat(" ", 9) + remove
}

// Click chooses the answer under the mouse; a second click gives it.
func (s *Screen) Click(x, y int) tea.Cmd {
	lines := s.lines(min(layout.TextWidth, s.size.W-4-2*boxMargin))
	if len(lines)+boxTop+4 > s.size.H || y != boxTop+1+len(lines) || !s.asked() {
		return nil
	}
	s.status = ""
	const left = 2 + boxMargin
	switch x -= left; {
	case x >= 0 && x < 10 && !s.remove:
		s.keep()
	case x >= 0 && x < 10:
		s.remove = false
	case x >= 19 && x < 31 && s.remove:
		s.delete()
	case x >= 19 && x < 31:
		s.remove = true
	}
	return nil
}

// Wheel does nothing: an answer is never chosen by scrolling.
func (s *Screen) Wheel(bool) tea.Cmd { return nil }
