// Package checklist is what the screens of rooms know of the list that a visit
// uses there: how it is read, what its answers mean, and which of its lines
// look at pupils.
//
// It imports waymark/model and the leaves of ui; never a screen.
package checklist

import (
	"errors"

	tea "charm.land/bubbletea/v2"

	"waymark/model"
	"waymark/ui/env"
)

// shipped is the list of a visit that names none.
const shipped = "lesson-visit"

// ErrAway says that the list is not on this computer.
var ErrAway = errors.New("the checklist of this visit is not on this computer")

// Msg brings the list of the visit in progress to the screens that asked.
type Msg struct {
	of   string
	list model.Rubric
	err  error
}

// Of is the list of the visit in progress; ok is false until it has been read.
func Of(e *env.Env) (l List, ok bool) {
	v, _ := e.Visit()
	r, ok := e.Checklists[v.Checklist]
	return List{Rubric: r, Three: e.Vocabulary.Prose(threePupils)}, ok
}

// Read reads the list of the visit in progress, unless it is here already.
func Read(e *env.Env) tea.Cmd {
	v, on := e.Visit()
	if _, have := Of(e); have || !on {
		return nil
	}
	shelf, ctx, of := e.Shelf, e.Ctx, v.Checklist
	return func() tea.Msg {
		all, err := shelf.Rubrics(ctx)
		if err != nil {
			return Msg{of: of, err: err}
		}
		for _, r := range all {
			if r.Rubric.Kind == model.KindVisit && (r.Hash == of || of == "" && r.Rubric.ID == shipped) {
				return Msg{of: of, list: r.Rubric}
			}
		}
		return Msg{of: of, err: ErrAway}
	}
}

// Take puts the list that has come where Of finds it, or says why there is none.
func (m Msg) Take(e *env.Env) error {
	if m.err != nil {
		return m.err
	}
	if e.Checklists == nil {
		e.Checklists = map[string]model.Rubric{}
	}
	e.Checklists[m.of] = m.list
	return nil
}

// Why is a list that cannot be read, in words.
func Why(err error) string {
	if errors.Is(err, ErrAway) {
		return "The checklist of this visit is not on this computer. Install the file it came from. Your work is safe."
	}
	return "The checklist could not be read. Your work is safe. Go back and open this again."
}
