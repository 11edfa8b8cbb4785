// Package triads plans a year in which three schools visit each other: who
// goes where each term, what is asked first, and who coaches whom. What this
// school hosts can be written down as planned visits.
//
// It shows no level of any school. It imports the leaves of ui, waymark/model
// and waymark/model/visit; never another screen.
package triads

import (
	"cmp"
	"fmt"
	"slices"

	tea "charm.land/bubbletea/v2"

	"waymark/model"
	"waymark/model/visit"
	"waymark/ui"
	"waymark/ui/env"
	"waymark/ui/keys"
	"waymark/ui/layout"
	"waymark/ui/nav"
	"waymark/ui/visiting"
	"waymark/ui/widget"
)

// stage is one of the three pages.
type stage int

const (
	onForm stage = iota
	onPlan
	onDates
)

// Fields of the form: the two other schools, then the questions.
const (
	others    = 2
	questions = 3
)

// Screen is the form, the plan made from it, or the dates of what is hosted.
type Screen struct {
	env       *env.Env
	stage     stage
	year      model.Year
	checklist string // hash of the list used in lessons, "" until it is found
	fields    []*visiting.Line
	at        int // the field with the cursor
	plan      []visit.Directed
	first     int // the first line of the plan in view
	last      int // which it may be at most
	hosted    []hosted
	list      widget.List
	problem   string
	wrong     int // the field that the problem is in
	status    string
	size      layout.Size
	page      *widget.Page
}

// found is the rubrics on this computer.
type found struct{ rubrics []env.RubricEntry }

// copied is the answer to copy.
type copied struct {
	said string
	err  error
}

// New opens the form with the schools that have visited this year and the
// questions that are put when nothing else was agreed.
func New(e *env.Env, _ nav.Triads) *Screen {
	s := &Screen{env: e, year: e.Desk.Book.Evaluation().Year}
	known := visitors(e.Desk.Book)
	for i := range others {
		s.fields = append(s.fields, visiting.NewLine(e, "", fmt.Sprintf("triad-school-%d", i+2), known[i]))
	}
	for i, q := range visit.DefaultQuestions()[:questions] {
		s.fields = append(s.fields, visiting.NewLine(e, "", fmt.Sprintf("triad-question-%d", i+1), e.Say(q)))
	}
	return s
}

// visitors are the two schools that planned visits come from. In a plan the
// third school is the first to come here.
func visitors(b *model.Book) [others]string {
	var names []string
	for _, v := range b.Evaluation().Visits {
		if v.From != "" && len(names) < others && !slices.Contains(names, v.From) {
			names = append(names, v.From)
		}
	}
	var all [others]string
	slices.Reverse(names)
	copy(all[:], names)
	return all
}

func (s *Screen) book() *model.Book { return s.env.Desk.Book }
func (s *Screen) here() string      { return cmp.Or(s.book().School().Name, "This school") }

// Init looks for the list that is used in lessons.
func (s *Screen) Init() tea.Cmd {
	shelf, ctx := s.env.Shelf, s.env.Ctx
	return func() tea.Msg {
		all, _ := shelf.Rubrics(ctx) // without the list a visit can still be planned
		return found{all}
	}
}

// Update takes what is typed, and the answers to commands.
func (s *Screen) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case tea.KeyPressMsg, tea.PasteMsg:
		s.status, s.problem = "", ""
		s.fields[s.at].Update(msg)
	case nav.ReturnedMsg:
		s.status = ""
	case found:
		for _, r := range msg.rubrics {
			if r.Shipped && r.Rubric.ID == "lesson-visit" {
				s.checklist = r.Hash
			}
		}
	case copied:
		s.status = cmp.Or(msg.said, "Copied.")
		if msg.err != nil {
			s.status = "Nothing could be copied. To select text with the mouse, hold Shift and drag."
		}
	}
	return nil
}

// Act carries out one action.
func (s *Screen) Act(p keys.Press) tea.Cmd {
	s.status = ""
	switch {
	case p.Action == keys.Back:
		s.back()
	case p.Action == keys.Copy:
		return s.copy()
	case s.stage == onPlan:
		s.actPlan(p)
	case s.stage == onDates:
		s.actDates(p)
	default:
		s.actForm(p)
	}
	return nil
}

// back goes back one page; what was typed stays.
func (s *Screen) back() {
	s.problem = ""
	if s.stage == onForm {
		s.env.Nav.Pop()
		return
	}
	s.stage--
}

func (s *Screen) actForm(p keys.Press) {
	switch p.Action {
	case keys.Enter:
		if s.at == len(s.fields)-1 {
			s.toPlan()
			return
		}
		s.at++
	case keys.NextPart, keys.Down:
		s.at = min(s.at+1, len(s.fields)-1)
	case keys.PartBefore, keys.Up:
		s.at = max(s.at-1, 0)
	case keys.Undo:
		s.fields[s.at].Undo()
	default: // letters are letters
	}
}

// schools are the names as they will be written, or why they cannot be used
// and in which field.
func (s *Screen) schools() (names [3]string, field int, err error) {
	names = [3]string{s.here(), s.fields[0].Value(), s.fields[1].Value()}
	for i := range others {
		if s.fields[i].Empty() {
			return names, i, &model.FieldError{Field: "schools", Problem: "Enter the name of the school"}
		}
	}
	names, err = visit.CheckTriad(names)
	return names, others - 1, err
}

// asked are the questions as typed, those of the planner when all are empty.
func (s *Screen) asked() []string {
	var all []string
	for _, f := range s.fields[others:] {
		if q := model.CleanLine(f.Value()); q != "" {
			all = append(all, q)
		}
	}
	return all
}

func (s *Screen) toPlan() {
	names, field, err := s.schools()
	if err != nil {
		s.problem, s.at, s.wrong = err.Error(), field, field
		return
	}
	s.plan = visit.Triad(names, s.year, s.asked())
	s.stage, s.first, s.problem = onPlan, 0, ""
}

func (s *Screen) actPlan(p keys.Press) {
	switch p.Action {
	case keys.Enter:
		s.toDates()
	case keys.Up:
		s.scroll(-1)
	case keys.Down:
		s.scroll(1)
	case keys.PageUp:
		s.scroll(1 - s.size.H)
	case keys.PageDown:
		s.scroll(s.size.H - 1)
	case keys.Home:
		s.first = 0
	case keys.End:
		s.scroll(len(s.planLines()))
	case keys.Left, keys.Before:
		s.shiftYear(-1)
	case keys.Right, keys.After:
		s.shiftYear(1)
	default: // nothing else acts on the plan
	}
}

func (s *Screen) scroll(by int) {
	s.last = max(0, len(s.planLines())-s.size.H)
	s.first = min(max(0, s.first+by), s.last)
}

// shiftYear plans for the year before or after, one either way of this one.
func (s *Screen) shiftYear(by int) {
	now := s.env.Clock().Local()
	var years []model.Year
	for i := -1; i <= 1; i++ {
		years = append(years, model.YearOf(now.AddDate(i, 0, 0)))
	}
	if own := s.book().Evaluation().Year; !slices.Contains(years, own) {
		years = append(years, own)
		slices.Sort(years)
	}
	i := min(max(0, slices.Index(years, s.year)+by), len(years)-1)
	s.year = years[i]
	s.toPlan()
}

func (s *Screen) copy() tea.Cmd {
	if s.stage == onForm {
		return nil
	}
	text, files, ctx := s.text(), s.env.Files, s.env.Ctx
	return func() tea.Msg {
		said, err := files.Copy(ctx, text)
		return copied{said, err}
	}
}

// Drafts counts what is typed here and in no visit yet.
func (s *Screen) Drafts() int {
	if slices.ContainsFunc(s.fields, (*visiting.Line).Kept) {
		return 1
	}
	return 0
}

// TakesText reports whether letters are letters now.
func (s *Screen) TakesText() bool { return s.stage == onForm }

// HelpTitle names the screen in the help.
func (s *Screen) HelpTitle() string { return "visits between three schools" }

// Head names the school and the year.
func (s *Screen) Head() ui.Head {
	return ui.Head{Crumbs: []string{s.here(), "Visits between three schools"}, Place: s.year.Shown()}
}

var (
	_ ui.Screen     = (*Screen)(nil)
	_ ui.Texting    = (*Screen)(nil)
	_ ui.Pointing   = (*Screen)(nil)
	_ ui.Clicking   = (*Screen)(nil)
	_ ui.Unfinished = (*Screen)(nil)
)
