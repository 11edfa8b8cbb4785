// Package signoff is the screen with which a visit ends: what is left to do,
// what the school will receive, and the names of those who have read it.
//
// It imports the leaves of ui, waymark/model and its subpackages; never another
// screen.
package signoff

import (
	"errors"
	"time"

	tea "charm.land/bubbletea/v2"

	"waymark/model"
	"waymark/model/visit"
	"waymark/ui"
	"waymark/ui/env"
	"waymark/ui/layout"
	"waymark/ui/nav"
	"waymark/ui/visiting"
	"waymark/ui/widget"
)

// Screen lists what is left to do, or asks for a name or a reason.
type Screen struct {
	env    *env.Env
	rows   []row
	list   widget.List
	form   *form // nil while the list is shown
	page   *widget.Page
	status string
	size   layout.Size
}

// row is one line that can be chosen: a task, a side's name, or the way on.
type row struct {
	task visit.Task
	side model.Side // "" for a task
	on   bool       // to what the visit changed
}

// New opens the list at the first thing that is left to do.
func New(e *env.Env, _ nav.SignOff) *Screen {
	s := &Screen{env: e}
	s.refresh()
	s.toNext()
	s.resume()
	return s
}

func (s *Screen) book() *model.Book { return s.env.Desk.Book }

func (s *Screen) visit() model.Visit {
	v, _ := s.env.Visit()
	return v
}

// on reports whether there is a visit in progress here.
func (s *Screen) on() bool { _, on := s.env.Visit(); return on }

// refresh reads what is left to do again.
func (s *Screen) refresh() {
	v := s.visit()
	s.rows = s.rows[:0]
	if v.Closed {
		s.rows = append(s.rows, row{on: true})
	}
	for _, t := range visit.ToDo(s.book(), v) {
		s.rows = append(s.rows, row{task: t})
	}
	s.rows = append(s.rows, row{side: model.SideReviewer}, row{side: model.SideSchool})
	s.list.Set(len(s.rows), len(s.rows))
}

// toNext moves to the first row that waits for somebody.
func (s *Screen) toNext() {
	for i, r := range s.rows {
		_, signed := s.visit().Signature(r.side)
		if r.on || r.side == "" && !r.task.Done && r.task.Place != visit.PlaceNames || r.side != "" && !signed {
			s.list.Cursor = i
			return
		}
	}
	s.list.Cursor = 0
}

// Init needs nothing.
func (s *Screen) Init() tea.Cmd { return nil }

// Update takes typing and pastes, and reads the list again on return.
func (s *Screen) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case nav.ReturnedMsg:
		s.refresh()
		s.status = ""
		if s.form == nil {
			s.toNext()
		}
	case tea.KeyPressMsg, tea.PasteMsg:
		if s.form != nil {
			s.status = ""
			s.form.line().Update(msg)
		}
	}
	return nil
}

// enter does what the row under the cursor asks for.
func (s *Screen) enter() {
	r := s.rows[s.list.Cursor]
	switch {
	case r.on:
		s.env.Nav.Push(nav.Changed{})
	case r.side != "":
		s.ask(s.signing(r.side))
	case r.task.Place == visit.PlaceNames:
		side := model.SideReviewer
		if _, signed := s.visit().Signature(side); signed {
			side = model.SideSchool
		}
		s.ask(s.signing(side))
	default:
		s.env.Nav.Push(place(r.task))
	}
}

// place is where a task is done.
func place(t visit.Task) nav.Route {
	var area model.AreaID
	if len(t.Areas) > 0 {
		area = t.Areas[0]
	}
	switch t.Place {
	case visit.PlaceTidy:
		return nav.Tidy{}
	case visit.PlaceJudge:
		return nav.VisitJudge{Area: area}
	case visit.PlaceAgree:
		return nav.Agree{Area: area}
	default: // visit.PlacePoints and visit.PlaceClosing are one place
		return nav.Points{}
	}
}

// ask shows a form, unless nothing can be changed here.
func (s *Screen) ask(f *form) {
	if s.env.Desk.ReadOnly() {
		s.status = "This was opened to read only. Nothing has changed."
		return
	}
	s.form, s.status = f, ""
}

// do carries out a rule and reports whether it could be.
func (s *Screen) do(changes []model.Change, err error) bool {
	err = s.env.Desk.Do(changes, err)
	if err != nil && !errors.Is(err, model.ErrNothing) {
		s.status = visiting.Why(err)
		return false
	}
	return true
}

// file carries out what the form asks for, once it is all there.
func (s *Screen) file() {
	f := s.form
	if f.at+1 < len(f.fields) {
		f.at, s.status = f.at+1, ""
		return
	}
	v, id := s.env.Desk.Voice, s.visit().ID
	var said string
	switch {
	case f.side != "":
		if !s.do(s.book().Sign(v, id, f.side, f.signature())) {
			return
		}
		said = f.name() + " has read it. It is recorded."
		switch {
		case f.corrects():
			said = "The name is corrected. The one before is kept."
		case s.visit().Closed:
			said = "Both have read it, so the visit is closed. Enter shows what it changes."
		}
	case f.closes:
		if !s.do(s.book().CloseVisit(v, id, f.value(0))) {
			return
		}
		said = "The visit is closed. Reopening it is recorded."
	default:
		if !s.do(s.book().ReopenVisit(v, id, f.value(0))) {
			return
		}
		said = "The visit is open again. That is recorded."
	}
	for _, field := range f.fields {
		field.line.Filed()
	}
	s.form = nil
	s.refresh()
	s.toNext()
	if f.side != "" && !s.visit().Closed {
		s.toSignature() // the laptop is handed over now
	}
	s.status = said
}

// toSignature moves to the side that has not signed yet.
func (s *Screen) toSignature() {
	for i, r := range s.rows {
		if _, signed := s.visit().Signature(r.side); r.side != "" && !signed {
			s.list.Cursor = i
		}
	}
}

// keep leaves the form; what is typed is there again next time.
func (s *Screen) keep() {
	s.status = ""
	if s.Drafts() > 0 {
		s.status = "What you typed is kept. Enter on the same row brings you back to it."
	}
	s.form = nil
}

// TakesText reports whether letters are letters now.
func (s *Screen) TakesText() bool { return s.form != nil }

// Drafts counts what is typed and not filed yet.
func (s *Screen) Drafts() int {
	n := 0
	if s.form != nil {
		for _, f := range s.form.fields {
			if f.line.Kept() {
				n++
			}
		}
	}
	return n
}

// Head is where this belongs.
func (s *Screen) Head() ui.Head { return ui.Head{Crumbs: []string{"Visit", "Sign off"}} }

// HelpTitle names the screen in the help.
func (s *Screen) HelpTitle() string { return "signing off a visit" }

// Status says what signing does.
func (s *Screen) Status() string {
	switch {
	case s.status != "":
		return s.status
	case !s.on():
		return "Choose a visit first. Press g, then v."
	case s.form != nil:
		return s.formStatus()
	case s.visit().Closed:
		return "The visit is closed. Enter shows what it changes in the priorities."
	case len(s.visit().Signed) == 2:
		return "Both have signed. Close the visit again from the menu (m)."
	}
	return "When both have signed, the visit closes. Reopening it is recorded."
}

// formStatus says what Enter does. The second name closes the visit, so that it
// tells what would stay undone.
func (s *Screen) formStatus() string {
	f := s.form
	if f.side == "" || f.corrects() || f.at+1 < len(f.fields) || len(s.visit().Signed) == 0 {
		return f.status()
	}
	left := 0
	for _, r := range s.rows {
		if r.side == "" && !r.task.Done && r.task.Place != visit.PlaceNames {
			left++
		}
	}
	if left == 0 {
		return "Enter records it and closes the visit."
	}
	return "Enter records it and closes the visit. " + widget.Count(left, "thing is", "things are") + " still to do."
}

// when is a moment as people write it: "24 September, 15:42".
func when(ms int64) string { return time.UnixMilli(ms).Local().Format("2 January, 15:04") }

var (
	_ ui.Screen     = (*Screen)(nil)
	_ ui.Texting    = (*Screen)(nil)
	_ ui.Pointing   = (*Screen)(nil)
	_ ui.Clicking   = (*Screen)(nil)
	_ ui.Unfinished = (*Screen)(nil)
)
