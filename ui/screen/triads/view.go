package triads

import (
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"

	"waymark/model/visit"
	"waymark/ui/keys"
	"waymark/ui/layout"
	"waymark/ui/widget"
)

// Resize takes the body's size.
func (s *Screen) Resize(size layout.Size) { s.size = size }

// View draws the present page.
func (s *Screen) View() []string {
	if s.stage == onPlan {
		return s.viewPlan()
	}
	p := widget.NewPage(s.env.Theme, s.size.W, s.env.Prefs.Roomy && s.stage == onDates)
	if s.stage == onDates {
		s.viewDates(p)
	} else {
		s.viewForm(p)
	}
	s.page = p
	return p.Fit(s.size.H)
}

func (s *Screen) viewForm(p *widget.Page) {
	p.Gap()
	if s.problem != "" {
		p.ProblemAbove(s.problem)
	}
	p.Heading("Which three schools visit each other?")
	p.Gap()
	p.Prose("School 1    " + layout.Cut(s.here(), s.size.W-16))
	for i := range others {
		s.field(p, i, fmt.Sprintf("School %d", i+2))
	}
	p.Gap()
	p.Heading("Three questions, put at the start of every visit")
	for i := others; i < len(s.fields); i++ {
		s.field(p, i, fmt.Sprintf("Question %d", i-others+1))
	}
	p.Gap()
	p.Hint("Each school visits the other two every term: 18 visits in a year.")
}

// field draws a field in its frame while it is typed in, and its text alone
// otherwise: there is at most one box on a screen.
func (s *Screen) field(p *widget.Page, i int, label string) {
	f := s.fields[i]
	if i == s.at {
		if s.problem != "" && i == s.wrong {
			p.Error(s.problem)
		}
		p.Say("  " + label)
		p.Field(i, f.Field, true)
		return
	}
	text := f.Value()
	if f.Empty() {
		text = s.env.Theme.Muted.Render("not given")
	}
	p.Put(i, "  "+layout.Pad(label, 12)+layout.Cut(text, max(4, s.size.W-16)))
}

// viewPlan is the year, as a page to scroll.
func (s *Screen) viewPlan() []string {
	lines := s.planLines()
	s.last = max(0, len(lines)-s.size.H)
	s.first = min(s.first, s.last)
	return lines[s.first:min(len(lines), s.first+s.size.H)]
}

// planLines is the whole plan. A wide window has what goes with every visit
// beside the terms.
func (s *Screen) planLines() []string {
	lines := []string{"", "  " + s.env.Theme.Bold.Render("18 visits in "+s.year.Shown()), "  Each term every school visits twice and hosts twice.", ""}
	if s.size.W < 110 {
		return append(append(lines, s.terms(s.size.W)...), s.beside(s.size.W)...)
	}
	left := layout.TextWidth + 4
	right := s.size.W - left - 2
	return append(lines, layout.Beside(0, []int{left, right}, s.terms(left), s.beside(right))...)
}

// terms is every term, one below the other, in at most w cells.
func (s *Screen) terms(w int) []string {
	var lines []string
	for _, term := range visit.Terms() {
		lines = append(append(lines, s.term(term, w-4)...), "")
	}
	return lines
}

// beside is what goes with every visit, in at most w cells.
func (s *Screen) beside(w int) []string {
	t := s.env.Theme
	lines := []string{"  " + t.Bold.Render("Questions at the start of each visit")}
	for i, q := range s.plan[0].Questions {
		lines = append(lines, wrapped(fmt.Sprintf("%d  ", i+1), q, w)...)
	}
	lines = append(lines, "", "  "+t.Bold.Render("Coaching in turn, a role each term"))
	for i, turn := range visit.Coaching(s.names()) {
		lines = append(lines, wrapped(layout.Pad(string(visit.Terms()[i]), 8), turn.Words(), w)...)
	}
	return lines
}

// wrapped is text after a label, in lines that stay under each other.
func wrapped(label, text string, w int) []string {
	var lines []string
	for i, l := range layout.Wrap(text, max(10, min(layout.TextWidth, w-6-layout.Width(label)))) {
		if i > 0 {
			label = strings.Repeat(" ", layout.Width(label))
		}
		lines = append(lines, "    "+label+l)
	}
	return lines
}

// term is one term's visits in at most w cells.
func (s *Screen) term(term visit.Term, w int) []string {
	var lines []string
	for _, d := range s.plan {
		if d.Term != term {
			continue
		}
		if lines == nil {
			lines = append(lines, "  "+s.env.Theme.Bold.Render(fmt.Sprintf("%s term %d", d.Term, d.Year)))
		}
		lines = append(lines, s.row(d, w)...)
	}
	return lines
}

// row is one visit, on as many lines as the names of the schools need.
func (s *Screen) row(d visit.Directed, w int) []string {
	const host = "you host"
	note := ""
	if d.Host == s.names()[0] {
		note = host
	}
	when := fmt.Sprintf("half %d week %d  ", d.Half, d.Week)
	room := max(20, min(w-2-layout.Width(when), layout.TextWidth))
	var lines []string
	for i, l := range layout.Wrap(d.Words(), max(10, room-layout.Width(host)-2)) {
		if i > 0 {
			when, note = strings.Repeat(" ", layout.Width(when)), ""
		}
		lines = append(lines, "    "+s.env.Theme.Muted.Render(when)+layout.Ends(l, note, room))
	}
	return lines
}

func (s *Screen) viewDates(p *widget.Page) {
	p.Gap()
	if s.problem != "" {
		p.Problem(s.problem)
	}
	p.Heading("When do the others visit " + s.here() + "?")
	p.Hint("Ticked visits are planned in this self-evaluation, with the questions. The dates are suggestions.")
	p.Gap()
	s.list.Set(len(s.hosted), max(1, s.size.H-p.Len()))
	for i := s.list.First(); i < s.list.Last(); i++ {
		h := s.hosted[i]
		box, note := "[ ]", fmt.Sprintf("%s, half %d week %d", h.Term, h.Half, h.Week)
		if h.wanted {
			box = "[x]"
		}
		if h.there {
			note = "planned already"
		}
		p.Row(i, i == s.list.Cursor, fmt.Sprintf("%s %s  %s", box, layout.Pad(h.date.Format("Mon 2 January 2006"), 21), h.Visitor), note)
	}
}

// Click chooses the visit under the mouse; a second click ticks it.
func (s *Screen) Click(_, y int) tea.Cmd {
	if s.stage != onDates || s.page == nil {
		return nil
	}
	if i, ok := s.page.At(y); ok {
		s.status, s.problem = "", ""
		if s.list.Cursor == i {
			s.actDates(keys.Press{Action: keys.Tick})
		}
		s.list.Cursor = i
	}
	return nil
}

// Wheel scrolls the plan, or moves the cursor.
func (s *Screen) Wheel(down bool) tea.Cmd {
	by := -1
	if down {
		by = 1
	}
	switch s.stage {
	case onPlan:
		s.scroll(by)
	case onDates:
		s.list.Move(by)
	default: // nothing moves while something is typed
	}
	return nil
}

// Point is where the cursor is.
func (s *Screen) Point() (x, y int, ok bool) {
	if s.page == nil || s.stage != onForm {
		return 0, 0, false
	}
	return s.page.Point(s.at, s.fields[s.at].Field)
}

// text is the plan to paste elsewhere.
func (s *Screen) text() string {
	var b strings.Builder
	fmt.Fprintf(&b, "Visits between three schools, %s\n", s.year.Shown())
	for i, d := range s.plan {
		if i == 0 || s.plan[i-1].Term != d.Term {
			fmt.Fprintf(&b, "\n%s term %d\n", d.Term, d.Year)
		}
		fmt.Fprintf(&b, "- half %d, week %d: %s\n", d.Half, d.Week, d.Words())
	}
	b.WriteString("\nQuestions at the start of each visit\n")
	for _, q := range s.plan[0].Questions {
		fmt.Fprintf(&b, "- %s\n", q)
	}
	b.WriteString("\nCoaching in turn\n")
	for i, turn := range visit.Coaching(s.names()) {
		fmt.Fprintf(&b, "- %s: %s\n", visit.Terms()[i], turn.Words())
	}
	return b.String()
}
