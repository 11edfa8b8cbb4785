package demo

import (
	"fmt"
	"time"

	"waymark/model"
)

// The school works in three sittings, the first daysAgo days before today.
const (
	daysAgo    = 12
	perSitting = 21 // areas
	actTakes   = 2 * time.Minute
)

// voice is who acts, in which role.
func voice(who model.PersonID, role model.Role) model.Voice {
	return model.Voice{Person: who, Role: role}
}

// do carries out one act in a voice, unless an earlier one failed.
func (w *writer) do(v model.Voice, what func(*model.Book, model.Voice) ([]model.Change, error)) {
	if w.fail != nil {
		return
	}
	w.now = w.now.Add(actTakes)
	w.desk.Voice = v
	if err := w.desk.Do(what(w.desk.Book, v)); err != nil {
		w.fail = err
	}
}

// later goes on at eight in the morning, so many days on.
func (w *writer) later(days int) {
	w.now = w.now.Truncate(24*time.Hour).AddDate(0, 0, days).Add(8 * time.Hour)
}

// year writes the i-th evaluation.
func (w *writer) year(i int) error {
	if err := w.open(i); err != nil {
		return err
	}
	for n, a := range levels() {
		if n > 0 && n%perSitting == 0 {
			w.later(1)
		}
		w.judge(i, a)
	}
	w.later(2)
	for _, n := range notesOf(i) {
		w.note(n)
	}
	if i == years-1 {
		w.later(3)
		w.visit()
	} else {
		w.later(1)
		w.finish(i)
	}
	return w.fail
}

func (w *writer) judge(i int, a story) {
	o := model.Opinion{State: model.Rated, Level: a.levels[i]}
	if i == years-1 {
		o.Confidence, o.Direction = a.sure, a.heading
		if a.absent {
			o = model.Opinion{State: model.NotApplicable}
		}
	}
	head := voice(Head, model.Self)
	w.do(head, func(b *model.Book, v model.Voice) ([]model.Change, error) { return b.Judge(v, a.area, o) })
	if i == years-1 && a.flagged {
		w.do(head, func(b *model.Book, v model.Voice) ([]model.Change, error) { return b.SetFlag(v, a.area, true) })
	}
}

func (w *writer) note(n note) {
	who := n.voice()
	id := model.NoteID(w.newID())
	w.do(who, func(b *model.Book, v model.Voice) ([]model.Change, error) {
		return b.WriteNote(v, id, model.NoteText{Area: n.area, Text: n.text, Kind: n.kind, Source: n.source, Private: n.private})
	})
}

// visit is the third year's second look: the deputy's on a few areas, the
// reviewer's on fifteen, and what was agreed afterwards.
func (w *writer) visit() {
	rated := func(v model.Voice, a model.AreaID, l model.Level, why string) {
		w.do(v, func(b *model.Book, v model.Voice) ([]model.Change, error) {
			return b.Judge(v, a, model.Opinion{State: model.Rated, Level: l, Reason: why})
		})
	}
	for _, s := range secondLooks() {
		rated(voice(Deputy, model.Self), s.area, s.level, "")
	}
	w.later(1)
	for _, s := range reviewed() {
		rated(voice(Reviewer, model.Reviewer), s.area, s.level, "")
	}
	w.later(1)
	for _, s := range agreed() {
		rated(voice(Head, model.Agreed), s.area, s.level, s.why)
	}
}

// finish closes a year. In last year's the school had chosen four priorities.
func (w *writer) finish(i int) {
	head := voice(Head, model.Self)
	if i == years-2 {
		for _, p := range chosen() {
			id := model.PriorityID(w.newID())
			w.do(head, func(b *model.Book, _ model.Voice) ([]model.Change, error) { return b.AddPriority(id, p) })
		}
	}
	w.do(head, func(b *model.Book, _ model.Voice) ([]model.Change, error) { return b.Finish() })
	if w.fail != nil {
		w.fail = fmt.Errorf("finish: %w", w.fail)
	}
}
