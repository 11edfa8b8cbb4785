package changed

import (
	"fmt"
	"strings"

	"waymark/model"
	"waymark/model/priority"
	"waymark/model/visit"
	"waymark/ui/layout"
)

// widest is how wide the two lists get together.
const widest = 2 * layout.TextWidth

// leastFirm is the least width of a list in which its words stand beside names.
const leastFirm = 44

// View draws both lists, and below them why each priority moved.
func (s *Screen) View() []string {
	switch {
	case !s.closed:
		return s.alone("What the visit changes", "What changes in the priorities is shown when the visit is closed. Until then it would tell what the school said.")
	case s.trouble != "":
		return s.alone("What the visit changes", s.trouble)
	}
	lines := s.lines()
	first := 0
	if over := len(lines) - s.size.H; over > 0 {
		s.scroll.Set(over+1, 1)
		first = min(s.scroll.Cursor, over)
	} else {
		s.scroll.Set(1, 1)
	}
	return lines[first:min(len(lines), first+s.size.H)]
}

func (s *Screen) alone(title, text string) []string {
	lines := []string{"", "  " + s.env.Theme.Bold.Render(title)}
	lines = append(lines, layout.Indent(2, layout.Wrap(text, s.width()))...)
	return lines[:min(len(lines), s.size.H)]
}

func (s *Screen) width() int { return max(10, min(layout.TextWidth, s.size.W-4)) }

// lines is the whole page, however much of it fits.
func (s *Screen) lines() []string {
	t := s.env.Theme
	lines := []string{"", "  " + t.Bold.Render("What the visit changes")}
	lines = append(lines, layout.Indent(2, layout.Wrap(s.changes.Words(), s.width()))...)
	lines = append(lines, "")
	before := s.column("Before the visit", s.was)
	after := s.column("Now", s.now)
	if s.size.W < 72 {
		lines = append(lines, layout.Indent(2, append(append(before, ""), after...))...)
	} else {
		w := s.side()
		lines = append(lines, layout.Indent(2, layout.Beside(4, []int{w, w}, before, after))...)
	}
	for _, part := range s.parts() {
		lines = append(lines, "", "  "+t.Bold.Render(part.title))
		for _, m := range part.moved {
			lines = append(lines, "    "+layout.Cut(s.name(m.Area), s.size.W-6))
			for _, l := range layout.Wrap(m.Why, max(10, min(layout.TextWidth, s.size.W-8))) {
				lines = append(lines, "      "+t.Muted.Render(l))
			}
		}
	}
	return lines
}

// side is how wide one of the two lists is.
func (s *Screen) side() int {
	if s.size.W < 72 {
		return s.size.W - 4
	}
	return (min(widest, s.size.W-4) - 4) / 2
}

// column is one suggestion: its areas in order, with how firm each is where the
// names leave room for it.
func (s *Screen) column(title string, a priority.Answer) []string {
	lines := []string{s.env.Theme.Bold.Render(title)}
	for i, id := range a.Suggested() {
		firm := a.Words[id]
		if s.side() < leastFirm {
			firm = ""
		}
		lines = append(lines, layout.Ends(fmt.Sprintf("%d  %s", i+1, s.name(id)), firm, s.side()))
	}
	if a.K == 0 {
		lines = append(lines, "Nothing is suggested.")
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

// part is one heading with what is below it.
type part struct {
	title string
	moved []visit.Moved
}

// parts lists what moved, leaving out what is empty.
func (s *Screen) parts() []part {
	var all []part
	for _, p := range []part{{"Comes in", s.changes.In}, {"Goes", s.changes.Out}, {"Stays", s.changes.Stay}} {
		if len(p.moved) > 0 {
			all = append(all, p)
		}
	}
	return all
}

// text is the page to paste elsewhere.
func (s *Screen) text() string {
	var b strings.Builder
	b.WriteString("What the visit changes\n" + s.changes.Words() + "\n")
	for _, list := range []struct {
		title  string
		answer priority.Answer
	}{{"Before the visit", s.was}, {"Now", s.now}} {
		b.WriteString("\n" + list.title + "\n")
		for i, id := range list.answer.Suggested() {
			fmt.Fprintf(&b, "%d  %s (%s)\n", i+1, s.name(id), list.answer.Words[id])
		}
	}
	for _, p := range s.parts() {
		b.WriteString("\n" + p.title + "\n")
		for _, m := range p.moved {
			fmt.Fprintf(&b, "- %s. %s\n", s.name(m.Area), m.Why)
		}
	}
	return b.String()
}
