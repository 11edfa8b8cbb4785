package priorities

import (
	"fmt"
	"slices"
	"strings"

	"waymark/model"
	"waymark/ui/layout"
)

// sheet collects the lines of the list and which row each belongs to.
type sheet struct {
	lines []string
	rows  []int // the row of each line, -1 for none
}

func (p *sheet) add(row int, lines ...string) {
	for _, l := range lines {
		p.lines = append(p.lines, l)
		p.rows = append(p.rows, row)
	}
}

// gap adds a blank line unless there is one already.
func (p *sheet) gap() {
	if n := len(p.lines); n > 0 && p.lines[n-1] != "" {
		p.add(-1, "")
	}
}

// View draws the page that asks something, or the list.
func (s *Screen) View() []string {
	if s.page != nil {
		return s.page.view(s.size)
	}
	return s.window(s.sheet())
}

// sheet is the whole list, longer perhaps than the window.
func (s *Screen) sheet() *sheet {
	p := &sheet{}
	if s.size.H >= 14 {
		p.add(-1, "")
	}
	s.intro(p)
	last := kind(-1)
	for i, r := range s.rows {
		if r.kind != last {
			s.between(p, last, r.kind)
			last = r.kind
		}
		p.add(i, s.line(i, r))
		if i == s.list.Cursor {
			p.add(i, s.detail(r)...)
		}
		if s.env.Prefs.Roomy {
			p.gap()
		}
	}
	s.between(p, last, kind(-1))
	return p
}

// intro says what this is and what the suggestion rests on.
func (s *Screen) intro(p *sheet) {
	t, w := s.env.Theme, s.size.W
	accepted := len(s.planned())
	if s.waiting(accepted) {
		judged, of := s.book().Progress()
		p.add(-1, "  "+t.Bold.Render("No priorities yet"), "")
		text := fmt.Sprintf("You have judged %d of %d areas. Waymark suggests priorities when every area has a level, so that nothing is missed.", judged, of)
		p.add(-1, s.text(2, text)...)
		p.add(-1, "")
		return
	}
	right := "Choose 3 to 5. You have accepted " + fmt.Sprint(accepted)
	if w < 72 {
		right = fmt.Sprintf("%d accepted", accepted)
	}
	p.add(-1, "  "+layout.Cut(t.Bold.Render(layout.Pad("Suggested priorities", 26))+right, w-4))
	switch {
	case s.err != nil:
		p.add(-1, s.text(2, cannotSuggest(s.err))...)
	case s.answer.NotRated > 0:
		p.add(-1, s.text(2, s.basis())...)
	}
}

// basis is what the suggestion rests on, in words.
func (s *Screen) basis() string {
	a := s.answer
	text := fmt.Sprintf("Based on %d of %d areas", a.Rated, a.Rated+a.NotApplicable+a.NotRated)
	var rest []string
	if a.NotApplicable > 0 {
		rest = append(rest, fmt.Sprintf("%d not applicable", a.NotApplicable))
	}
	if a.NotRated > 0 {
		rest = append(rest, fmt.Sprintf("%d not rated", a.NotRated))
	}
	return text + "; " + strings.Join(rest, ", ") + "."
}

// between ends one kind of rows and heads the next.
func (s *Screen) between(p *sheet, ended, begins kind) {
	t := s.env.Theme
	if why := s.book().Evaluation().Fewer; ended == plan && why != "" && len(s.planned()) < model.FewPriorities {
		p.add(-1, s.text(7, "Why fewer: "+why)...)
	}
	if ended == write && !s.waiting(0) {
		s.closing(p)
	}
	head := func(text string) {
		p.gap()
		p.add(-1, "  "+t.Bold.Render(text))
	}
	switch begins {
	case plan:
		head("Accepted")
	case offer:
		head("Suggested")
	case write:
		s.noneLeft(p)
	case pinned:
		head("Must be a priority")
	case found:
		head("Find out first")
	case grow:
		p.gap()
		p.add(-1, s.text(2, s.growWords())...)
		p.add(-1, "  "+t.Bold.Render("Areas to grow"))
	case aside:
		head("Not now")
	default: // what can be done at the start needs no heading
	}
}

// noneLeft says why there is nothing more to accept, where that is so.
func (s *Screen) noneLeft(p *sheet) {
	if s.waiting(0) || len(s.offers()) > 0 || s.err != nil {
		return
	}
	p.gap()
	switch {
	case s.answer.Rated == 0:
		p.add(-1, s.text(2, "No area has a level yet, so there is nothing to suggest.")...)
	case s.answer.Needy == 0:
		p.add(-1, s.text(2, "No area is below "+s.expected()+", the expected level.")...)
	default:
		p.add(-1, s.text(2, "You have accepted everything suggested.")...)
	}
}

func (s *Screen) expected() string {
	scale := s.rubric().Scale
	return fmt.Sprintf("%d %s", scale.Expected, scale.Name(scale.Expected))
}

// growWords says why areas that are well on their way are offered.
func (s *Screen) growWords() string {
	switch s.answer.Needy {
	case 0:
		return "You could make one of these even stronger."
	case 1:
		return "Only 1 area is below " + s.expected() + ", so there are fewer suggestions. You could also grow one of these."
	}
	return fmt.Sprintf("Only %d areas are below %s, so there are fewer suggestions. You could also grow one of these.", s.answer.Needy, s.expected())
}

// closing says what is not suggested and why fewer is better.
func (s *Screen) closing(p *sheet) {
	if s.err != nil {
		return
	}
	if left := s.leftOut(); len(left) > 0 {
		p.gap()
		hint := "press w to see why"
		w := min(layout.TextWidth, s.size.W-4)
		lines := layout.Wrap(strings.Join(left, ", "), w-15)
		if last := len(lines) - 1; layout.Width(lines[last]+"   "+hint) <= w-15 {
			lines[last] += "   " + hint
		} else {
			lines = append(lines, hint)
		}
		for i, l := range lines {
			label := ""
			if i == 0 {
				label = "Not suggested"
			}
			lines[i] = layout.Pad(label, 15) + l
		}
		p.add(-1, layout.Indent(2, lines)...)
	}
	if len(s.planned())+len(s.offers()) > 0 {
		p.add(-1, s.text(2, "Fewer is better. Each one you add gives the others less time.")...)
	}
}

// leftOut lists the codes of the areas below expected that are not on the
// screen in any other way.
func (s *Screen) leftOut() []string {
	var codes []string
	for _, n := range s.answer.NotChosen {
		if !s.emphasis(n.Area).Excluded && !s.covered(n.Area) && !slices.Contains(s.answer.FindOutFirst, n.Area) {
			codes = append(codes, string(n.Area))
		}
	}
	return codes
}
