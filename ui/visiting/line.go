// Package visiting holds what the screens of a visit share: a line whose words
// survive whatever happens, notes as rows, and the words for people and
// failures.
//
// It imports waymark/model and its subpackages, and the leaves of ui; never a
// screen.
package visiting

import (
	"fmt"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"waymark/model"
	"waymark/ui/env"
	"waymark/ui/task"
	"waymark/ui/widget"
)

// Line is a sentence being typed. Its words are journalled at every key and
// come back when the place is opened again, until Filed says that they have
// become what they were typed for.
type Line struct {
	*widget.Field
	env   *env.Env
	key   string
	area  model.AreaID
	base  string
	found bool
}

// NewLine opens the line for what in the visit in progress, on area or on none.
// Base is what is filed already. Words that were typed here before and not
// filed come back instead of it.
func NewLine(e *env.Env, area model.AreaID, what, base string) *Line {
	book := e.Desk.Book.EvaluationID()
	l := &Line{
		Field: widget.NewLine(), env: e, area: area, base: base,
		key: fmt.Sprintf("%s/%s/%s@%s", book, area, what, e.Visiting.Visit),
	}
	l.SetValue(base)
	if !e.Desk.ReadOnly() {
		l.bringBack()
	}
	return l
}

// Found reports whether unfiled words came back when the line was opened.
func (l *Line) Found() bool { return l.found }

// Changed reports whether the line says something else than what is filed.
func (l *Line) Changed() bool { return model.CleanLine(l.Value()) != model.CleanLine(l.base) }

// Kept reports whether the line holds words that are kept and not filed.
func (l *Line) Kept() bool {
	_, kept := l.env.Unfiled[l.key]
	return kept
}

// Update takes a key or a paste and keeps what stands then. It returns how many
// words a paste brought in.
func (l *Line) Update(msg tea.Msg) (pasted int) {
	pasted = l.Field.Update(msg)
	l.keep()
	return pasted
}

// Undo takes back the last word or paste.
func (l *Line) Undo() bool {
	did := l.Field.Undo()
	l.keep()
	return did
}

// Put replaces the words in one undo step.
func (l *Line) Put(text string) {
	l.Replace(text)
	l.keep()
}

// Filed says that the words are filed as they stand.
func (l *Line) Filed() {
	l.base, l.found = l.Value(), false
	l.drop()
}

// Forget empties the line once its words are filed elsewhere.
func (l *Line) Forget() {
	l.base, l.found = "", false
	l.SetValue("")
	l.drop()
}

func (l *Line) keep() {
	if !l.Changed() {
		l.drop()
		return
	}
	d := task.Draft{Key: l.key, Evaluation: l.env.Desk.Book.EvaluationID(), Area: l.area, Text: l.Value(), At: l.env.Clock().UnixMilli()}
	if l.env.Unfiled == nil {
		l.env.Unfiled = map[string]task.Draft{}
	}
	l.env.Unfiled[l.key] = d
	if l.env.Drafts != nil {
		l.env.Drafts.Keep(d)
	}
}

func (l *Line) drop() {
	if !l.Kept() {
		return
	}
	delete(l.env.Unfiled, l.key)
	if l.env.Drafts != nil {
		l.env.Drafts.Drop(l.key)
	}
}

// bringBack puts words that were typed here and never filed into the line. One
// Ctrl+Z shows what is filed.
func (l *Line) bringBack() {
	var texts []string
	if d, ok := l.env.Unfiled[l.key]; ok {
		texts = append(texts, d.Text)
	}
	if b := l.env.Brought; b != nil {
		mine := func(d task.Draft) bool { return d.Key == l.key }
		for _, d := range b.Drafts {
			if mine(d) && !slices.Contains(texts, d.Text) {
				texts = append(texts, d.Text)
			}
		}
		b.Drafts = slices.DeleteFunc(slices.Clone(b.Drafts), mine)
	}
	if len(texts) == 0 {
		return
	}
	l.found = true
	l.Put(model.CleanLine(strings.Join(texts, " ")))
}
