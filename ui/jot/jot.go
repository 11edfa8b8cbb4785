// Package jot is the typing line of a visit: text that is kept at every key
// and brought back wherever it was left, until it is filed as a note of the
// visit. The agenda, the stops, the quick note and the sentences asked for on
// the way share it, so that a line begun in one place goes on in the next.
//
// It imports the leaves of ui, waymark/model and model/visit; never a screen.
package jot

import (
	"fmt"
	"slices"
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"

	"waymark/model"
	"waymark/ui/env"
	"waymark/ui/task"
	"waymark/ui/widget"
)

// Key is the key of the draft of what somebody types on a visit. The same what
// overwrites itself, also after a restart; two places never share one unless
// they mean to.
func Key(b *model.Book, v model.VisitID, what string) string {
	return fmt.Sprintf("%s//%s@%s", b.EvaluationID(), what, v)
}

// Of says what a draft belongs to; ok is false for drafts that were not typed
// on a visit.
func Of(key string) (v model.VisitID, what string, ok bool) {
	parts := strings.Split(key, "/")
	if len(parts) != 3 {
		return "", "", false
	}
	what, id, ok := strings.Cut(parts[2], "@")
	return model.VisitID(id), what, ok
}

// What is typed on a visit and kept under a key of its own.
const (
	TheLine = "line"  // of the day: the agenda's and every stop's
	Quick   = "quick" // from anywhere
)

// joint joins texts that several runs left in one place.
const joint = "; "

// Reword is what the rewording of a note is kept as.
func Reword(id model.NoteID) string { return "note-" + string(id) }

// Line is one line being typed.
type Line struct {
	*widget.Field
	env    *env.Env
	key    string
	base   string // what it said before anybody typed
	kept   time.Time
	undone []string
}

// New is the line kept under key, with what was typed there before and not
// filed, or else base.
func New(e *env.Env, key, base string) *Line {
	l := &Line{Field: widget.NewLine(), env: e, key: key, base: base}
	l.SetValue(base)
	l.Reload()
	return l
}

// Reload takes in what was typed or filed under the same key elsewhere.
func (l *Line) Reload() {
	text, at, found := l.left()
	if !found {
		text, at = l.base, time.Time{}
	}
	if text != l.Value() {
		l.SetValue(text)
		l.undone = nil
	}
	l.kept = at
}

// left is the text left under the key. Texts that an earlier run of the program
// left become this run's, so that they are dropped together.
func (l *Line) left() (text string, at time.Time, found bool) {
	var texts []string
	if d, ok := l.env.Unfiled[l.key]; ok {
		texts, at = append(texts, d.Text), time.UnixMilli(d.At)
	}
	mine := func(d task.Draft) bool { return d.Key == l.key }
	b := l.env.Brought
	if b == nil || !slices.ContainsFunc(b.Drafts, mine) {
		return strings.Join(texts, joint), at, len(texts) > 0
	}
	for _, d := range b.Drafts {
		if clean := model.CleanLine(d.Text); mine(d) && clean != "" && !slices.Contains(texts, clean) {
			texts, at = append(texts, clean), time.UnixMilli(d.At)
		}
	}
	b.Drafts = slices.DeleteFunc(slices.Clone(b.Drafts), mine)
	text = strings.Join(task.Apart(texts, joint), joint)
	if text != "" {
		l.hold(text)
	}
	return text, at, text != ""
}

// Update takes a key or a paste and keeps what the line says then. It returns
// how many words a paste brought in.
func (l *Line) Update(msg tea.Msg) (pasted int) {
	pasted = l.Field.Update(msg)
	l.undone = nil
	l.Keep()
	return pasted
}

// Keep journals the line as it stands, or forgets the draft when there is
// nothing that could be lost.
func (l *Line) Keep() {
	if l.Empty() || l.Value() == l.base {
		l.Drop()
		return
	}
	l.kept = l.env.Clock()
	l.hold(l.Value())
}

func (l *Line) hold(text string) {
	d := task.Draft{Key: l.key, Evaluation: l.env.Desk.Book.EvaluationID(), Text: text, At: l.env.Clock().UnixMilli()}
	if l.env.Unfiled == nil {
		l.env.Unfiled = map[string]task.Draft{}
	}
	l.env.Unfiled[l.key] = d
	if l.env.Drafts != nil {
		l.env.Drafts.Keep(d)
	}
}

// Drop forgets the draft: the text has been filed, or taken out.
func (l *Line) Drop() {
	l.kept = time.Time{}
	if _, held := l.env.Unfiled[l.key]; !held {
		return
	}
	delete(l.env.Unfiled, l.key)
	if l.env.Drafts != nil {
		l.env.Drafts.Drop(l.key)
	}
}

// Clear empties the line once it has been filed.
func (l *Line) Clear() {
	l.base, l.undone = "", nil
	l.SetValue("")
	l.Drop()
}

// Put replaces the text in one step of undo.
func (l *Line) Put(text string) {
	l.Replace(text)
	l.undone = nil
	l.Keep()
}

// Undo takes back the last word typed, and Redo puts it there again. Both
// report whether there was one.
func (l *Line) Undo() bool {
	was := l.Value()
	if !l.Field.Undo() {
		return false
	}
	l.undone = append(l.undone, was)
	l.Keep()
	return true
}

// Redo puts back what Undo took last.
func (l *Line) Redo() bool {
	n := len(l.undone)
	if n == 0 {
		return false
	}
	rest := l.undone[:n-1]
	l.Put(l.undone[n-1])
	l.undone = rest
	return true
}

// Text is the line as it would be filed.
func (l *Line) Text() string { return model.CleanLine(l.Value()) }

// Kept is when the draft was kept last; ok is false when there is none.
func (l *Line) Kept() (at time.Time, ok bool) {
	_, held := l.env.Unfiled[l.key]
	return l.kept, held && !l.kept.IsZero()
}

// Drafts is how many unfinished texts the line holds.
func (l *Line) Drafts() int {
	if _, held := l.env.Unfiled[l.key]; held {
		return 1
	}
	return 0
}
