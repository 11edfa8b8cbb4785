package agree

import (
	"fmt"
	"strings"

	"waymark/model"
	"waymark/model/visit"
	"waymark/ui/layout"
	"waymark/ui/visiting"
)

// widest is how wide the list of areas gets.
const widest = 104

// listHead is how many lines stand above the list.
func (s *Screen) listHead() int {
	switch {
	case s.narrow():
		return 0
	case s.page == allAreas:
		return 3
	}
	return 1
}

// lines is how many rows the page that is shown has.
func (s *Screen) lines() int {
	if s.page == howFar {
		return len(s.howFar())
	}
	return len(s.rows)
}

// viewAll lists the areas, the widest gap first.
func (s *Screen) viewAll() []string {
	t := s.env.Theme
	var lines []string
	if !s.narrow() {
		name, side := s.columns()
		head := "    " + layout.Pad("The widest gap first", name) + "  " + layout.Pad("School", side) + "  " + layout.Pad("Reviewer", side)
		lines = append(lines, "", t.Muted.Render(layout.Cut(head, s.size.W-2)), "")
	}
	room := s.size.H - len(lines)
	if s.tally.Waiting > 0 && room > 3 {
		room -= 2
	}
	s.list.Set(len(s.rows), max(1, room))
	s.top = len(lines)
	for i := s.list.First(); i < s.list.Last(); i++ {
		row := s.listed(s.rows[i])
		if i == s.list.Cursor {
			lines = append(lines, "  "+t.Selected.Render(t.Glyph.Mark+" "+layout.Pad(row, s.size.W-6)))
			continue
		}
		lines = append(lines, "    "+layout.Cut(row, s.size.W-6))
	}
	if w := s.waiting(); w != "" && len(lines)+2 <= s.size.H {
		lines = append(lines, "", "  "+w)
	}
	return lines
}

// columns are the widths of the area's name and of each side's level.
func (s *Screen) columns() (name, side int) {
	side = 12
	if s.narrow() {
		side = 2
	}
	return max(6, min(widest, s.size.W-6)-2*side-24), side
}

func (s *Screen) listed(r visit.Row) string {
	name, side := s.columns()
	a, _ := s.book().Rubric().Area(r.Area)
	return layout.Pad(a.Name(), name) + "  " + layout.Pad(s.short(r.School, side), side) + "  " +
		layout.Pad(s.short(r.Reviewer, side), side) + "  " + s.outcome(r)
}

// short is one side's answer in w cells.
func (s *Screen) short(j *model.Judgement, w int) string {
	switch {
	case j == nil || j.State != model.Rated:
		return "–"
	case w < 4:
		return fmt.Sprint(int(j.Level))
	}
	return visiting.Level(s.scale(), j.Level)
}

// outcome is what became of a row.
func (s *Screen) outcome(r visit.Row) string {
	switch {
	case r.Agreed != nil:
		return fmt.Sprintf("agreed %d", r.Agreed.Level)
	case r.Apart != nil:
		return "not agreed"
	case r.Both():
		return visit.GapWords(r.Gap)
	case r.State == visit.NotSeen:
		return "not seen enough"
	case r.State == visit.NotApplicable:
		return "does not apply"
	}
	return "school gave no level"
}

// viewHowFar says in words how far both agreed before they talked.
func (s *Screen) viewHowFar() []string {
	all := s.howFar()
	room := s.size.H - s.listHead()
	s.list.Set(len(all), max(1, room))
	var lines []string
	if !s.narrow() {
		lines = append(lines, "")
	}
	first := min(s.list.Cursor, max(0, len(all)-room))
	return append(lines, all[first:min(len(all), first+room)]...)
}

// howFar is the agreement in words, the counts first; the figures come last.
func (s *Screen) howFar() []string {
	t, w := s.env.Theme, min(layout.TextWidth, s.size.W-6)
	lines := []string{"  " + t.Bold.Render("How far you agreed before you talked"), ""}
	r := s.agreement
	if s.failed {
		return append(lines, layout.Indent(2, layout.Wrap("This could not be worked out. Your levels are safe.", w))...)
	}
	for _, said := range r.Words("the school", visiting.Reviewer(s.book(), s.visit())) {
		lines = append(lines, hung(said, w)...)
	}
	lines = append(lines, "", "  "+t.Bold.Render("For the annex"))
	lines = append(lines, hung(figure("Kappa with quadratic weights", r.KappaQuadratic, r.Reason.KappaQuadratic), w)...)
	lines = append(lines, hung(figure("Krippendorff’s alpha, ordinal", r.AlphaOrdinal, r.Reason.AlphaOrdinal), w)...)
	if words := s.waiting(); words != "" {
		lines = append(lines, "", "  "+words)
	}
	return lines
}

// hung is a sentence that stands out by its dash.
func hung(text string, w int) []string {
	lines := layout.Wrap(text, max(8, w-2))
	for i := range lines {
		mark := "    "
		if i == 0 {
			mark = "  – "
		}
		lines[i] = mark + lines[i]
	}
	return lines
}

func figure(name string, value *float64, why string) string {
	if value == nil {
		return name + ": none, " + why
	}
	return strings.Replace(fmt.Sprintf("%s: %.2f", name, *value), "-", "−", 1)
}
