// Package visiting holds what the screens from judging to sign-off share: the
// sentence asked for on an area, notes as rows, and the words for people and
// failures.
//
// It imports waymark/model and its subpackages, and the leaves of ui; never a
// screen.
package visiting

import (
	"fmt"

	"waymark/model"
	"waymark/ui/env"
	"waymark/ui/jot"
)

// Line is a sentence being typed about something that may be filed already. It
// knows whether it says anything new.
type Line struct {
	*jot.Line
	base  string
	found bool
}

// NewLine opens the line for what in the visit in progress, on area or on none.
// Base is what is filed already. Words that were typed here before and not
// filed come back instead of it.
func NewLine(e *env.Env, area model.AreaID, what, base string) *Line {
	key := fmt.Sprintf("%s/%s/%s@%s", e.Desk.Book.EvaluationID(), area, what, e.Visiting.Visit)
	l := &Line{Line: jot.New(e, key, base), base: base}
	l.found = l.Kept()
	return l
}

// Found reports whether unfiled words came back when the line was opened.
func (l *Line) Found() bool { return l.found }

// Changed reports whether the line says something else than what is filed.
func (l *Line) Changed() bool { return l.Text() != model.CleanLine(l.base) }

// Kept reports whether the line holds words that are kept and not filed.
func (l *Line) Kept() bool { return l.Drafts() > 0 }

// Filed says that the words are filed as they stand.
func (l *Line) Filed() {
	l.base, l.found = l.Value(), false
	l.Drop()
}

// Forget empties the line once its words are filed elsewhere.
func (l *Line) Forget() {
	l.base, l.found = "", false
	l.Clear()
}
