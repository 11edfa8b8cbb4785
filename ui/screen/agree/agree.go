// Package agree is the screen on which a reviewer and the school's leaders talk
// through what each said of an area, and agree a level or record that they do
// not. Both first levels stay.
//
// It imports the leaves of ui, waymark/model and its subpackages; never another
// screen.
package agree

import (
	"cmp"
	"fmt"
	"slices"

	tea "charm.land/bubbletea/v2"

	"waymark/model"
	"waymark/model/agreement"
	"waymark/model/visit"
	"waymark/ui"
	"waymark/ui/env"
	"waymark/ui/keys"
	"waymark/ui/layout"
	"waymark/ui/nav"
	"waymark/ui/visiting"
	"waymark/ui/widget"
)

// part is what the keys act on.
type part int

const (
	atLevel    part = iota
	atWhy           // why this level, in one sentence
	atSchool        // what the school says where they do not agree
	atReviewer      // what the reviewer says
)

// page is what the screen shows.
type page int

const (
	oneArea page = iota
	allAreas
	howFar
)

// Screen sets one area at a time before both sides, the widest gap first.
type Screen struct {
	env   *env.Env
	rows  []visit.Row // those that the reviewer has judged
	tally visit.Counts
	at    int
	page  page
	part  part

	level          model.Level // to be agreed, 0 for none chosen
	apart          bool        // they do not agree
	asked          bool        // the reason was asked for
	why            *visiting.Line
	school, review *visiting.Line // the sentences of the two sides

	agreement agreement.Result // as it was when its page was opened
	failed    bool             // it could not be worked out

	list   widget.List
	status string
	size   layout.Size
	field  int // the body line of the field with the focus, as last drawn
	top    int // the body line of the first row of the list, as last drawn
}

// New opens the screen at an area, else at the widest gap that is not settled.
func New(e *env.Env, r nav.Agree) *Screen {
	s := &Screen{env: e}
	s.compare()
	i := slices.IndexFunc(s.rows, func(row visit.Row) bool { return row.Area == r.Area })
	if i < 0 {
		i = max(0, slices.IndexFunc(s.rows, visit.Row.Open))
	}
	s.open(i)
	return s
}

func (s *Screen) book() *model.Book    { return s.env.Desk.Book }
func (s *Screen) scale() model.Scale   { return s.book().Rubric().Scale }
func (s *Screen) highest() model.Level { return s.scale().Top() }

func (s *Screen) visit() model.Visit {
	v, _ := s.env.Visit()
	return v
}

// compare reads both sides again. Areas without the reviewer's judgement are
// counted and not shown.
func (s *Screen) compare() {
	rows := visit.Compare(s.book(), s.visit())
	s.tally = visit.Tally(rows)
	s.rows = slices.DeleteFunc(rows, func(r visit.Row) bool { return r.State == visit.Waiting })
	s.list.Set(len(s.rows), s.list.Height)
}

// row is the area being talked about; ok is false when there is none.
func (s *Screen) row() (r visit.Row, ok bool) {
	if s.at < 0 || s.at >= len(s.rows) {
		return visit.Row{}, false
	}
	return s.rows[s.at], true
}

// Area is the area being talked about.
func (s *Screen) Area() model.AreaID {
	r, _ := s.row()
	return r.Area
}

// open takes up the row at i as it stands, with what was being typed there.
func (s *Screen) open(i int) {
	s.at, s.part, s.status, s.asked = i, atLevel, "", false
	s.level, s.apart = 0, false
	r, ok := s.row()
	if !ok {
		return
	}
	s.list.Cursor = i
	reason, d := "", model.Apart{}
	switch {
	case r.Agreed != nil:
		s.level, reason = r.Agreed.Level, r.Agreed.Reason
	case r.Apart != nil:
		s.apart, d = true, r.Apart.Apart
	case r.State == visit.Match:
		s.level = r.School.Level
	}
	s.why = visiting.NewLine(s.env, r.Area, "why", reason)
	s.school = visiting.NewLine(s.env, r.Area, "school-says", d.School)
	s.review = visiting.NewLine(s.env, r.Area, "reviewer-says", d.Reviewer)
	s.resume(r)
}

// resume puts the focus where something was being typed.
func (s *Screen) resume(r visit.Row) {
	switch {
	case r.Agreed == nil && (s.school.Found() || s.review.Found()):
		s.apart, s.part = true, atSchool
		if s.review.Found() { // it comes after the school's
			s.part = atReviewer
		}
	case r.Apart == nil && s.why.Found():
		s.part, s.asked = atWhy, true
	default:
		return
	}
	s.status = "This is what you were typing. It is kept until you file it."
}

// settles reports whether there is something to settle here, or was.
func (s *Screen) settles() bool {
	r, ok := s.row()
	return ok && (r.Open() || r.Settled())
}

// may reports whether what is settled here can still change.
func (s *Screen) may() bool { return s.settles() && !s.visit().Closed }

// next goes to the next row that is not settled, in the order of the gaps.
func (s *Screen) next() {
	for k := 1; k <= len(s.rows); k++ {
		if i := (s.at + k) % len(s.rows); s.rows[i].Open() {
			s.open(i)
			return
		}
	}
	s.part = atLevel
	if r, ok := s.row(); ok {
		s.open(slices.IndexFunc(s.rows, func(o visit.Row) bool { return o.Area == r.Area }))
	}
}

// left reports whether any row waits to be settled.
func (s *Screen) left() bool { return slices.ContainsFunc(s.rows, visit.Row.Open) }

// step goes to the row before or after.
func (s *Screen) step(by int) {
	if i := s.at + by; i >= 0 && i < len(s.rows) {
		s.open(i)
		return
	}
	s.status = "There are no more areas this way."
}

// Init needs nothing.
func (s *Screen) Init() tea.Cmd { return nil }

// Update takes typing and pastes, and reads both sides again on return.
func (s *Screen) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case nav.ReturnedMsg:
		s.again(s.Area())
	case nav.UndoneMsg:
		s.follow(msg.Steps)
	case tea.KeyPressMsg, tea.PasteMsg:
		if f := s.focus(); f != nil {
			s.status = ""
			if n := f.Update(msg); n > 0 {
				s.status = fmt.Sprintf("Pasted %d words. Ctrl+Z takes them out.", n)
			}
		}
	}
	return nil
}

// again compares anew and stays with an area.
func (s *Screen) again(a model.AreaID) {
	s.compare()
	s.open(max(0, slices.IndexFunc(s.rows, func(r visit.Row) bool { return r.Area == a })))
}

// follow goes to the area that undo has changed, so that a slip is seen.
func (s *Screen) follow(steps []model.Step) {
	for _, step := range steps {
		if len(steps) == 1 && step.Kind == model.KindJudgement {
			s.again(step.Area)
		}
	}
}

// focus is the line being typed in, nil for none.
func (s *Screen) focus() *visiting.Line {
	if s.page != oneArea {
		return nil
	}
	switch s.part {
	case atWhy:
		return s.why
	case atSchool:
		return s.school
	case atReviewer:
		return s.review
	default: // nothing is typed at the level
		return nil
	}
}

// TakesText reports whether letters are letters now.
func (s *Screen) TakesText() bool { return s.focus() != nil }

// Drafts counts the sentences that are not filed yet.
func (s *Screen) Drafts() int {
	n := 0
	for _, l := range []*visiting.Line{s.why, s.school, s.review} {
		if l != nil && l.Kept() {
			n++
		}
	}
	return n
}

// Resize takes the body's size.
func (s *Screen) Resize(size layout.Size) {
	s.size = size
	s.list.Set(s.lines(), max(1, size.H-s.listHead()))
}

// Head says that leaders are reading too.
func (s *Screen) Head() ui.Head {
	return ui.Head{Crumbs: []string{"Visit", "Agree judgements"}, Place: "with leaders"}
}

// HelpTitle names the screen in the help.
func (s *Screen) HelpTitle() string { return "agreeing judgements" }

// Status is how the areas lie to each other, or what comes next.
func (s *Screen) Status() string {
	r, ok := s.row()
	switch {
	case s.status != "":
		return s.status
	case !ok:
		return cmp.Or(s.nothing(), "There is nothing to agree here.")
	case s.page == oneArea && s.part == atLevel && s.visit().Closed:
		return visiting.Closed
	case s.page == howFar:
		return "This describes the levels, not the people. Esc goes back."
	case s.page == allAreas:
		return s.tallied()
	case s.part == atWhy:
		return "Why, in one sentence? Enter files it with the level."
	case s.part == atSchool:
		return "What does the school say? One sentence, then Enter."
	case s.part == atReviewer:
		return "What does the reviewer say? Enter records both sentences."
	case !s.left() && (r.Settled() || !r.Open()):
		return s.onward()
	}
	return s.tallied()
}

// onward says what comes once all is settled, and what could not be set side by side yet.
func (s *Screen) onward() string {
	if s.tally.Waiting > 0 {
		return "All of these are settled. " + s.waiting() + " Enter goes on."
	}
	return "Everything is settled. Press Enter to choose strengths and next steps."
}

// tallied is the count of the rows, as much of it as the line holds.
func (s *Screen) tallied() string {
	said, judged := s.tally.Words(), s.tally
	judged.Waiting = 0
	for _, shorter := range []string{judged.Words(), fmt.Sprintf("%d of %d match. %d still to agree.", s.tally.Match, s.tally.Areas, s.tally.Open)} {
		if layout.Width(said) > s.size.W-2 {
			said = shorter
		}
	}
	return said
}

// nothing says why there is no area here, "" when there is one.
func (s *Screen) nothing() string {
	if _, on := s.env.Visit(); !on {
		return "Choose a visit first. Press g, then v."
	}
	if len(s.rows) == 0 {
		return "Enter goes to the areas to judge."
	}
	return ""
}

// Click chooses a row of the list; a second click opens it.
func (s *Screen) Click(_, y int) tea.Cmd {
	i := y - s.top + s.list.First()
	if s.page != allAreas || y < s.top || i >= s.list.Last() {
		return nil
	}
	if i == s.list.Cursor {
		return s.Act(keys.Press{Action: keys.Enter})
	}
	s.list.Cursor = i
	return nil
}

// Wheel moves over the list, or over the areas.
func (s *Screen) Wheel(down bool) tea.Cmd {
	by := -1
	if down {
		by = 1
	}
	switch {
	case s.page != oneArea:
		s.list.Move(by)
	case s.focus() == nil && len(s.rows) > 0:
		s.step(by)
	}
	return nil
}

var (
	_ ui.Screen     = (*Screen)(nil)
	_ ui.Texting    = (*Screen)(nil)
	_ ui.Pointing   = (*Screen)(nil)
	_ ui.Clicking   = (*Screen)(nil)
	_ ui.Unfinished = (*Screen)(nil)
)
