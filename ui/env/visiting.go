package env

import (
	tea "charm.land/bubbletea/v2"

	"waymark/model"
	"waymark/ui/nav"
)

// Visiting is a visit in progress and who is at the desk for it.
type Visiting struct {
	Visit model.VisitID `json:"visit"`
	Voice model.Voice   `json:"voice"`
}

// Enter puts a reviewer at the desk. From now on every screen shows only what
// the reviewer may see, and everything is said in the reviewer's voice. The
// command remembers it for the next start.
func (e *Env) Enter(v Visiting) tea.Cmd {
	if e.school == nil {
		e.school = e.Desk
	}
	e.Desk, e.Visiting = e.school.As(v.Voice), v
	e.answer, e.Quick = answerCache{}, false
	return e.rememberVisiting()
}

// Return puts the school back at its own desk.
func (e *Env) Return() tea.Cmd {
	if e.school == nil {
		return nil
	}
	e.Desk, e.school, e.Visiting = e.school, nil, Visiting{}
	e.answer = answerCache{}
	return e.rememberVisiting()
}

// SchoolBook is the school's own book, with nothing kept from the reader: what
// a visit is planned from, and what is compared once both have judged. Nothing
// drawn from it may be shown to a reviewer who has not judged.
func (e *Env) SchoolBook() *model.Book {
	if e.school != nil {
		return e.school.Book
	}
	return e.Desk.Book
}

// Visit is the visit in progress as it stands; ok is false outside one.
func (e *Env) Visit() (v model.Visit, ok bool) {
	if e.Desk == nil || e.Visiting.Visit == "" {
		return model.Visit{}, false
	}
	v, err := e.Desk.Book.Visit(e.Visiting.Visit)
	return v, err == nil
}

// QuickNote is where a note from anywhere is written.
func (e *Env) QuickNote() nav.Route {
	if v, ok := e.Visit(); ok && !v.Closed {
		return nav.Quick{}
	}
	return nav.Note{}
}

// resume goes on with the visit that was in progress when work stopped, unless
// it has gone or was closed since.
func (e *Env) resume(v Visiting) {
	if v.Visit == "" || e.Desk == nil {
		return
	}
	visit, err := e.Desk.Book.Visit(v.Visit)
	if err != nil || visit.Closed || !visit.On(v.Voice.Person) {
		return
	}
	e.school = e.Desk
	e.Desk, e.Visiting = e.school.As(v.Voice), v
}

func (e *Env) rememberVisiting() tea.Cmd {
	keep, id, v := e.KeepVisiting, e.Desk.Book.EvaluationID(), e.Visiting
	if keep == nil {
		return nil
	}
	return func() tea.Msg {
		_ = keep(id, v) // without it the next start asks who is visiting
		return nil
	}
}
