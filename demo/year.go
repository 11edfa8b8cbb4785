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
	onVisits   = 20 * time.Second // what an act takes there
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
	w.now = w.now.Add(w.takes)
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
	switch i {
	case years - 1:
		w.later(3)
		w.second()
		w.later(1)
		w.meet()
		w.thisVisit()
	case years - 2:
		w.later(3)
		w.lastVisit()
		w.later(1)
		w.finish(i)
	default:
		w.later(1)
		w.finish(i)
	}
	return w.fail
}

func (w *writer) judge(i int, a story) {
	o := model.Opinion{State: model.Rated, Level: a.levels[i]}
	if l, other := lastOwn()[a.area]; other && i == years-2 {
		o.Level = l
	}
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
		return b.WriteNote(v, id, model.NoteText{Area: n.area, Text: n.text, Kind: n.kind, Source: n.source, Private: n.private, Seen: n.seen})
	})
}

// second is the deputy's look at a few areas in the third year.
func (w *writer) second() {
	for _, s := range secondLooks() {
		w.do(voice(Deputy, model.Self), func(b *model.Book, v model.Voice) ([]model.Change, error) {
			return b.Judge(v, s.area, model.Opinion{State: model.Rated, Level: s.level})
		})
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
