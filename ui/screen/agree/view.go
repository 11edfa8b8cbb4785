package agree

import (
	"fmt"
	"strings"

	"waymark/model"
	"waymark/model/visit"
	"waymark/ui/layout"
	"waymark/ui/visiting"
)

// The room of the parts.
const (
	labels    = 14 // in front of the two scales
	boxWidth  = layout.TextWidth + 4
	leastText = 2 // lines of what each side noted, below which there are none
)

func (s *Screen) narrow() bool { return s.size.W < 72 || s.size.H < 17 }

// View draws the area, the list of them or how far both agree.
func (s *Screen) View() []string {
	var lines []string
	switch {
	case len(s.rows) == 0:
		lines = s.viewNone()
	case s.page == allAreas:
		lines = s.viewAll()
	case s.page == howFar:
		lines = s.viewHowFar()
	default:
		lines = s.viewArea()
	}
	return lines[:min(len(lines), s.size.H)]
}

func (s *Screen) viewNone() []string {
	if _, on := s.env.Visit(); !on {
		return []string{"", "  There is no visit in progress here."}
	}
	lines := []string{"", "  " + s.env.Theme.Bold.Render("No area has your level yet")}
	lines = append(lines, layout.Indent(2, layout.Wrap("You compare with the school once you have given your own level.", min(layout.TextWidth, s.size.W-4)))...)
	return append(lines, "", "  "+s.waiting())
}

// waiting counts the areas of which nothing may be shown yet.
func (s *Screen) waiting() string {
	switch s.tally.Waiting {
	case 0:
		return ""
	case 1:
		return "1 area waits for your level."
	}
	return fmt.Sprintf("%d areas wait for your level.", s.tally.Waiting)
}

// viewArea draws one area: both levels, both texts, and what is agreed.
func (s *Screen) viewArea() []string {
	r, _ := s.row()
	gap := func(lines []string) []string {
		if s.narrow() {
			return lines
		}
		return append(lines, "")
	}
	head := gap(append(gap(nil), s.title(r)))
	head = gap(append(head, s.scales(r)...))
	foot, at := s.lower(r)
	room := s.size.H - len(head) - len(foot)
	if !s.narrow() {
		room--
	}
	if room >= leastText {
		head = gap(append(head, s.texts(r, room)...))
	}
	s.field = len(head) + at
	return append(head, foot...)
}

func (s *Screen) title(r visit.Row) string {
	a, _ := s.book().Rubric().Area(r.Area)
	name := "  " + s.env.Theme.Bold.Render(string(a.ID)+"  "+a.Title)
	return layout.Ends(name, fmt.Sprintf("%d of %d to agree", s.tally.Open, s.tally.Areas), s.size.W-2)
}

// scales sets the two levels above each other, and says how far apart they are.
func (s *Screen) scales(r visit.Row) []string {
	t := s.env.Theme
	if s.narrow() || s.cell() < 6 {
		return []string{
			"  School    " + s.meter(r.School), "  Reviewer  " + s.meter(r.Reviewer), "  " + layout.Cut(s.gapWords(r), s.size.W-4),
		}
	}
	names := strings.Repeat(" ", labels)
	for l := model.Level(1); l <= s.highest(); l++ {
		names += layout.Pad(s.levelName(l), s.cell())
	}
	return []string{
		strings.TrimRight(names, " "),
		"    School    " + s.onLine(r.School, t.Glyph.Chosen),
		"    Reviewer  " + s.onLine(r.Reviewer, t.Glyph.Open),
		s.between(r),
	}
}

// cell is how wide one level of a scale is drawn.
func (s *Screen) cell() int { return min(layout.TextWidth, s.size.W-labels-4) / int(s.highest()) }

// levelName heads a level's column: its digit alone where the names do not fit.
func (s *Screen) levelName(l model.Level) string {
	for i := model.Level(1); i <= s.highest(); i++ {
		if layout.Width(visiting.Level(s.scale(), i)) >= s.cell() {
			return fmt.Sprintf(" %d", l) // under the digit is room for a mark with its gap
		}
	}
	return visiting.Level(s.scale(), l)
}

// onLine is one side's level as a mark on a line, or its answer in words.
func (s *Screen) onLine(j *model.Judgement, mark string) string {
	if j == nil {
		return "not judged"
	}
	if j.State != model.Rated {
		return visiting.Answer(s.scale(), *j)
	}
	t := s.env.Theme
	before, all := s.middle(j.Level)-1, s.cell()*int(s.highest())
	line := func(n int) string { return t.Border.Render(strings.Repeat(t.Glyph.Rule, max(0, n))) }
	return line(before) + " " + t.Bold.Render(mark) + " " + line(all-before-3)
}

// middle is the cell under the middle of a level's name.
func (s *Screen) middle(l model.Level) int {
	return (int(l)-1)*s.cell() + min(s.cell()/2, max(1, layout.Width(s.levelName(l))/2))
}

// between says how far apart the two are, between their marks.
func (s *Screen) between(r visit.Row) string {
	words := s.gapWords(r)
	if r.Both() {
		at := labels + (s.middle(r.School.Level)+s.middle(r.Reviewer.Level))/2 - layout.Width(words)/2
		return strings.Repeat(" ", min(max(2, at), max(2, s.size.W-2-layout.Width(words)))) + words
	}
	return "    " + layout.Cut(words, s.size.W-6)
}

func (s *Screen) gapWords(r visit.Row) string {
	if r.Both() {
		return visit.GapWords(r.Gap)
	}
	return r.Words(s.scale(), visiting.Reviewer(s.book(), s.visit()))
}

// meter is one side's level as squares, digit and word.
func (s *Screen) meter(j *model.Judgement) string {
	switch {
	case j == nil:
		return "not judged"
	case j.State != model.Rated:
		return visiting.Answer(s.scale(), *j)
	}
	return s.env.Theme.Meter(j.Level, int(s.highest())) + " " + layout.Cut(visiting.Answer(s.scale(), *j), max(4, s.size.W-14-int(s.highest())))
}

// texts sets what both noted beside each other, in h lines.
func (s *Screen) texts(r visit.Row, h int) []string {
	t := s.env.Theme
	w := (min(s.size.W-4, 2*layout.TextWidth) - 3) / 2
	if s.narrow() {
		w = s.size.W - 4
		half := max(1, h/2)
		lines := layout.Indent(2, cutTo(paragraphs("School: ", s.schoolNotes(r), w), half, w))
		return append(lines, layout.Indent(2, cutTo(paragraphs("Reviewer: ", s.reviewerNotes(r), w), h-half, w))...)
	}
	ours := cutTo(paragraphs("", s.schoolNotes(r), w), h-1, w)
	theirs := cutTo(paragraphs("", s.reviewerNotes(r), w), h-1, w)
	return layout.Indent(2, layout.Beside(3, []int{w, w},
		append([]string{t.Bold.Render("School said")}, ours...),
		append([]string{t.Bold.Render("Reviewer said")}, theirs...)))
}

func (s *Screen) schoolNotes(r visit.Row) []string {
	var all []string
	for _, n := range visiting.OfSchool(s.book(), r.Area) {
		all = append(all, visiting.Words(n))
	}
	return all
}

func (s *Screen) reviewerNotes(r visit.Row) []string {
	var all []string
	for _, n := range visiting.ToShare(visiting.On(s.book(), s.visit().ID, r.Area)) {
		all = append(all, strings.TrimSpace(n.Mark.Sign()+" "+visiting.Words(n)))
	}
	return all
}

// paragraphs wraps texts below each other, or says that there are none.
func paragraphs(label string, texts []string, w int) []string {
	if len(texts) == 0 {
		return []string{label + "no note on this area"}
	}
	var lines []string
	for _, text := range texts {
		lines = append(lines, layout.Wrap(label+text, w)...)
		label = ""
	}
	return lines
}

func cutTo(lines []string, h, w int) []string {
	if len(lines) <= h {
		return lines
	}
	lines = lines[:h]
	lines[h-1] = layout.Cut(lines[h-1]+" …", w)
	return lines
}

// lower is the lower part: what is agreed, or what each side says. At is the
// line of it that holds the field with the focus.
func (s *Screen) lower(r visit.Row) (lines []string, at int) {
	if !s.settles() {
		return s.stands(), 0
	}
	lines = append(lines, s.question())
	if s.apart {
		for i, f := range []struct {
			title string
			part  part
			text  string
		}{{"The school says", atSchool, s.school.Value()}, {"The reviewer says", atReviewer, s.review.Value()}} {
			if s.part == f.part || s.part == atLevel && i == 0 && s.school.Empty() {
				at = len(lines) + 1
				lines = append(lines, s.box(f.title+", in one sentence", s.lineOf(f.part))...)
				continue
			}
			lines = append(lines, "  "+layout.Cut(layout.Pad(f.title, 19)+f.text, s.size.W-4))
		}
	} else {
		at = len(lines) + 1
		lines = append(lines, s.box("Why, in one sentence", s.why)...)
	}
	if !s.narrow() {
		lines = append(lines, "  "+s.env.Theme.Muted.Render(s.kept(r)))
	}
	return lines, at
}

// stands is what is said where there is nothing to agree.
func (s *Screen) stands() []string {
	text := "There is nothing to agree here. Press Enter for the next area."
	return layout.Indent(2, layout.Wrap(text, min(layout.TextWidth, s.size.W-4)))
}

func (s *Screen) lineOf(p part) *visiting.Line {
	if p == atReviewer {
		return s.review
	}
	return s.school
}

func (s *Screen) box(title string, l *visiting.Line) []string {
	w := max(12, min(boxWidth, s.size.W-4))
	l.Resize(layout.Size{W: w - 4, H: 1})
	return layout.Indent(2, visiting.Titled(s.env.Theme, title, l.View(), w))
}

// question is the agreed level, and whether both agree.
func (s *Screen) question() string {
	t := s.env.Theme
	level := fmt.Sprintf("press 1-%d", s.highest())
	switch {
	case s.apart:
		level = "not agreed"
	case s.level != 0:
		level = visiting.Level(s.scale(), s.level)
		if !s.narrow() {
			level = t.Meter(s.level, int(s.highest())) + " " + level
		}
	}
	yes, no := t.Selected.Render(t.Glyph.Mark+" Yes "), "  Not yet "
	if s.apart {
		yes, no = "  Yes ", t.Selected.Render(t.Glyph.Mark+" Not yet ")
	}
	if s.narrow() {
		return layout.Cut("  Agreed  "+level+"   both? "+yes+no, s.size.W-1)
	}
	left := "  Agreed level    " + layout.Pad(level, min(22, s.size.W/3))
	return layout.Cut(left+"  Agreed by both?  "+yes+" "+no, s.size.W-1)
}

// kept says what stays whatever is agreed.
func (s *Screen) kept(r visit.Row) string {
	switch {
	case r.Agreed != nil:
		return "Agreed. Both original levels and notes are kept as well."
	case r.Apart != nil:
		return "Recorded. Not agreeing is a normal outcome. Both levels are kept."
	}
	return "Both original levels and notes are kept. Nothing is overwritten."
}

// Point is where the cursor of the field is.
func (s *Screen) Point() (x, y int, ok bool) {
	f := s.focus()
	if f == nil || len(s.rows) == 0 {
		return 0, 0, false
	}
	x, y = f.Point()
	return x + 4, s.field + y, s.field+y < s.size.H
}
