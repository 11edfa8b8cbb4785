// Package years lists a school's evaluations: it opens one, starts the next
// year's, and brings back one that was deleted lately.
//
// It imports the leaves of ui and waymark/model; never another screen.
package years

import (
	"errors"
	"fmt"
	"slices"
	"time"

	tea "charm.land/bubbletea/v2"

	"waymark/model"
	"waymark/ui"
	"waymark/ui/env"
	"waymark/ui/keys"
	"waymark/ui/layout"
	"waymark/ui/nav"
	"waymark/ui/widget"
)

// kept is how long a deleted evaluation can be brought back.
const kept = 30 * 24 * time.Hour

// Screen is the list, with what was deleted lately at its end.
type Screen struct {
	env     *env.Env
	read    []model.Summary // newest first, as the shelf has them
	list    widget.List
	opening bool
	status  string
	size    layout.Size
	page    *widget.Page
}

// found is the schools on this computer.
type found struct {
	schools []env.SchoolEntry
	err     error
}

// opened is the answer to opening an evaluation.
type opened struct {
	env.Opened
	back  bool // it was deleted and is wanted back
	title string
	err   error
}

// New lists the evaluations of the school on the desk.
func New(e *env.Env, _ nav.Years) *Screen {
	s := &Screen{env: e}
	for _, earlier := range e.Earlier {
		s.read = append(s.read, earlier.Summary)
	}
	s.place()
	return s
}

// place puts the cursor on the evaluation that is open, or what comes first.
func (s *Screen) place() {
	rows := s.rows()
	s.list.Set(len(rows), len(rows))
	if i := slices.IndexFunc(rows, func(r row) bool { return r.what == present && r.ID == s.book().EvaluationID() }); i >= 0 {
		s.list.Cursor = i
	}
}

func (s *Screen) book() *model.Book { return s.env.Desk.Book }

// Init reads which evaluations there are.
func (s *Screen) Init() tea.Cmd {
	shelf, ctx := s.env.Shelf, s.env.Ctx
	return func() tea.Msg {
		all, err := shelf.Schools(ctx)
		return found{all, err}
	}
}

// Update takes what was read and what was opened.
func (s *Screen) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case nav.ReturnedMsg, nav.UndoneMsg:
		s.status = ""
		s.place()
		return s.Init()
	case found:
		s.found(msg)
	case opened:
		s.opened(msg)
	}
	return nil
}

func (s *Screen) found(msg found) {
	i := slices.IndexFunc(msg.schools, func(e env.SchoolEntry) bool { return e.ID == s.book().SchoolID() })
	if i >= 0 {
		s.read = msg.schools[i].Summaries
	}
	if msg.err != nil {
		s.status = env.Why(msg.err, "The other years could not be read. Your work is safe. Go back and try again.")
	}
	s.place()
}

func (s *Screen) opened(msg opened) {
	s.opening = false
	s.env.Nav.Release()
	if msg.err != nil {
		s.status = env.Why(msg.err, "It could not be opened. Your work is safe. Press Enter to try again.")
		return
	}
	if !msg.back {
		s.env.Arrive(msg.Opened, nil)
		return
	}
	if err := msg.Desk.Do(msg.Desk.Book.SetRemoved(false)); err != nil && !errors.Is(err, model.ErrNothing) {
		s.status = env.Why(err, "It could not be brought back. Nothing has changed. Press Enter to try again.")
		return
	}
	s.env.Arrive(msg.Opened, nil)
	s.env.Nav.Say(broughtBack(msg.title))
}

func broughtBack(title string) string {
	return layout.Cut(title, 30) + " is brought back, with everything in it."
}

// what a row stands for.
type what int

const (
	present what = iota
	start
	deleted
)

// row is an evaluation, or the way to a new one.
type row struct {
	model.Summary
	what   what
	judged int
	of     int
}

// rows lists the evaluations newest first, then a new one, then those deleted
// lately. What is open is listed as it stands on the desk, not as last saved.
func (s *Screen) rows() []row {
	var live, gone []row
	for _, m := range s.summaries() {
		r := row{Summary: m, judged: m.Row.Judged(), of: len(m.Row)}
		if m.ID == s.book().EvaluationID() {
			r.judged, r.of = s.book().Progress()
		}
		switch {
		case !m.Removed:
			live = append(live, r)
		case time.UnixMilli(m.RemovedAt).Add(kept).After(s.env.Clock()):
			r.what = deleted
			gone = append(gone, r)
		}
	}
	if !s.env.Desk.ReadOnly() {
		live = append(live, row{what: start, Summary: model.Summary{Year: s.next(live)}})
	}
	return append(live, gone...)
}

func (s *Screen) summaries() []model.Summary {
	e := s.book().Evaluation()
	here := model.Summary{
		ID: s.book().EvaluationID(), School: s.book().SchoolID(), Title: e.Title, Year: e.Year, Finished: e.Finished,
		FinishedAt: e.FinishedAt, Removed: e.Removed, RemovedAt: e.RemovedAt,
	}
	all := slices.Clone(s.read)
	if i := slices.IndexFunc(all, func(m model.Summary) bool { return m.ID == here.ID }); i >= 0 {
		all[i] = here
		return all
	}
	i := slices.IndexFunc(all, func(m model.Summary) bool { return m.Year < here.Year })
	if i < 0 {
		i = len(all)
	}
	return slices.Insert(all, i, here)
}

// next is the school year to start: the present one, or the one after the
// newest there is.
func (s *Screen) next(live []row) model.Year {
	year := model.YearOf(s.env.Clock().Local())
	for _, r := range live {
		if r.Year >= year {
			year = after(r.Year)
		}
	}
	return year
}

func after(y model.Year) model.Year {
	var from int
	if _, err := fmt.Sscanf(string(y), "%4d", &from); err != nil {
		return y
	}
	return model.YearOf(time.Date(from+1, time.October, 1, 0, 0, 0, 0, time.UTC))
}

// Act carries out one action.
func (s *Screen) Act(p keys.Press) tea.Cmd {
	s.status = ""
	if s.list.Act(p) {
		return nil
	}
	switch p.Action {
	case keys.Enter:
		return s.enter()
	case keys.Back:
		return s.back()
	case keys.Level:
		if p.N > len(s.rows()) {
			return nil
		}
		if s.list.Cursor == p.N-1 {
			return s.enter()
		}
		s.list.Cursor = p.N - 1
	case keys.BringBack:
		return s.bringBack(s.chosen())
	case keys.Delete:
		s.env.Nav.Push(nav.Confirm{What: nav.Destruction{DeleteEvaluation: s.book().EvaluationID()}})
	case keys.OtherSchool:
		s.env.Nav.Push(nav.SchoolName{})
	}
	return nil
}

func (s *Screen) chosen() row {
	rows := s.rows()
	if len(rows) == 0 {
		return row{what: start, Summary: model.Summary{Year: s.next(nil)}}
	}
	return rows[min(s.list.Cursor, len(rows)-1)]
}

func (s *Screen) enter() tea.Cmd {
	r := s.chosen()
	if s.closedTo(r) {
		s.status = schoolsOwn
		return nil
	}
	switch r.what {
	case start:
		s.env.Nav.Push(nav.ChooseRubric{School: s.book().SchoolID(), Name: s.book().School().Name, Year: r.Year})
		return nil
	case deleted:
		return s.bringBack(r)
	default:
		return s.open(r)
	}
}

// schoolsOwn is why a reviewer cannot open another year.
const schoolsOwn = "Other years are open in the school’s own view. Press g, then v, to go back to it."

// closedTo reports whether a row is kept from whoever sits here: another year
// tells a reviewer what the school said before, and a new one what it says now.
func (s *Screen) closedTo(r row) bool {
	return s.book().Blind() && (r.what != present || r.ID != s.book().EvaluationID())
}

func (s *Screen) open(r row) tea.Cmd {
	if r.ID == s.book().EvaluationID() {
		s.env.Nav.Home(nil)
		return nil
	}
	return s.fetch(r, false)
}

func (s *Screen) bringBack(r row) tea.Cmd {
	if s.closedTo(r) {
		s.status = schoolsOwn
		return nil
	}
	if r.ID != s.book().EvaluationID() {
		return s.fetch(r, true)
	}
	if err := s.env.Desk.Do(s.book().SetRemoved(false)); err != nil {
		s.status = env.Why(err, "It could not be brought back. Nothing has changed. Press Enter to try again.")
		return nil
	}
	s.env.Nav.Home(nil)
	s.env.Nav.Say(broughtBack(r.Title))
	return nil
}

func (s *Screen) fetch(r row, back bool) tea.Cmd {
	if s.opening {
		return nil
	}
	s.opening = true
	s.env.Nav.Hold()
	shelf, ctx, school := s.env.Shelf, s.env.Ctx, s.book().SchoolID()
	return func() tea.Msg {
		o, err := shelf.Open(ctx, school, r.ID)
		return opened{o, back, r.Title, err}
	}
}

// back goes back; from a deleted evaluation, to the newest that is not.
func (s *Screen) back() tea.Cmd {
	if !s.book().Evaluation().Removed {
		s.env.Nav.Pop()
		return nil
	}
	for _, r := range s.rows() {
		if r.what == present {
			return s.open(r)
		}
	}
	s.status = "Start a new one, bring this one back, or choose another school (g s)."
	return nil
}

var _ ui.Screen = (*Screen)(nil)
