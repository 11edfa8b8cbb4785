package priorities

import (
	"fmt"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

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
	}
	if ended == plan && s.book().Evaluation().Fewer != "" && len(s.planned()) < model.FewPriorities {
		at := len(p.lines) - 2 // below the plan, above the next heading
		why := s.text(7, "Why fewer: "+s.book().Evaluation().Fewer)
		p.insert(max(0, at), why)
	}
}

func (p *sheet) insert(at int, lines []string) {
	tail, rows := append([]string(nil), p.lines[at:]...), append([]int(nil), p.rows[at:]...)
	p.lines, p.rows = p.lines[:at], p.rows[:at]
	p.add(-1, lines...)
	p.lines, p.rows = append(p.lines, tail...), append(p.rows, rows...)
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
