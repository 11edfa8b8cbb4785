package model

import (
	"bytes"
	"cmp"
	"maps"
	"slices"
)

// choice is one current value of a subject. Copies that say the same make one
// choice, because nobody has anything to decide between them.
type choice struct {
	Head
	contested bool
	since     int64 // when the value was first given, for showing only
}

// subjects lists what has been spoken of in an evaluation, in one order
// everywhere.
func (f *Fold) subjects(evaluation EvaluationID) []Subject {
	return slices.Sorted(maps.Keys(f.heads[evaluation]))
}

// choices lists the different values a subject has now, none when it was taken
// back. They are ordered by what they say, never by when it was said.
func (f *Fold) choices(evaluation EvaluationID, s Subject) []choice {
	var all []choice
	for _, id := range f.heads[evaluation][s] {
		r := f.records[id]
		all = append(all, choice{Head: Head{r.Record, r.Value}, since: f.since(r)})
	}
	if len(all) > 1 {
		slices.SortFunc(all, func(x, y choice) int {
			return cmp.Or(compareChoices(x, y), cmp.Compare(x.Person, y.Person), cmp.Compare(x.since, y.since), compareRecords(x.Record, y.Record))
		})
		all = slices.CompactFunc(all, func(x, y choice) bool { return compareChoices(x, y) == 0 })
	}
	for i := range all {
		all[i].contested = len(all) > 1
	}
	return slices.DeleteFunc(all, func(c choice) bool { return c.Withdrawn() })
}

func compareChoices(x, y choice) int {
	return cmp.Or(bytes.Compare(x.Value, y.Value), cmp.Compare(x.Kind, y.Kind), cmp.Compare(x.Role, y.Role))
}

// since is when r's value was given. What undo and redo bring back keeps the
// time at which its author gave it, however often it went and came.
func (f *Fold) since(r folded) int64 {
	for from := r; from.From != ""; { // ends: an event cannot name one that names it
		was, ok := f.records[from.From]
		if !ok || was.Evaluation != r.Evaluation || was.Subject != r.Subject || was.Person != r.Person || !bytes.Equal(was.Value, r.Value) {
			return r.Wall
		}
		if was.From == "" {
			return was.Wall
		}
		from = was
	}
	return r.Wall
}
