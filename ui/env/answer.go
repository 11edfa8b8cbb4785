package env

import (
	"errors"

	"waymark/model"
	"waymark/model/priority"
)

// ErrExists says that there is a file of that name already.
var ErrExists = errors.New("there is a file of that name already")

// answerCache keeps the last suggestion with the picture it was made from.
type answerCache struct {
	version string
	answer  priority.Answer
	err     error
}

// Answer is the suggestion for the open evaluation as it stands. It is worked
// out again only when something it rests on has changed.
func (e *Env) Answer() (priority.Answer, error) {
	in := priority.FromBook(e.Desk.Book, e.Before())
	if v := in.Version(); v != e.answer.version {
		e.answer.version = v
		e.answer.answer, e.answer.err = priority.Suggest(in)
	}
	return e.answer.answer, e.answer.err
}

// Before is the newest earlier evaluation's levels that can be set beside the
// present ones, or nil. A reviewer is told none for areas still to be judged.
func (e *Env) Before() map[model.AreaID]model.Level {
	if len(e.Earlier) == 0 {
		return nil
	}
	all := e.Earlier[0].Levels
	if e.Desk == nil || !e.Desk.Book.Blind() {
		return all
	}
	seen := map[model.AreaID]model.Level{}
	for a, l := range all {
		if _, hidden := e.Desk.Book.Hidden(a); !hidden {
			seen[a] = l
		}
	}
	return seen
}

// LastYear is the level of area in the newest comparable earlier evaluation.
func (e *Env) LastYear(a model.AreaID) (model.Level, bool) {
	l, ok := e.Before()[a]
	return l, ok
}
