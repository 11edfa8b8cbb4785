package model

import (
	"bytes"
	"cmp"
	"encoding/json"
	"maps"
	"slices"

	"waymark/model/arrange"
)

// choice is one current value of a subject. Copies that say the same make one
// choice, because nobody has anything to decide between them.
type choice struct {
	Head
	contested bool
	since     int64   // when the value was first given, for showing only
	origin    EventID // the event of another evaluation that it was carried from, or ""
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
	carried := f.moves[evaluation].Carried
	for _, id := range f.heads[evaluation][s] {
		r := f.records[id]
		one := choice{Head: Head{r.Record, r.Value}, since: f.since(r), origin: f.origin(r)}
		if at, ok := carried[one.origin]; ok {
			one.since = at
		} else {
			one.origin = ""
		}
		all = append(all, one)
	}
	if len(all) > 1 {
		arrange.By(all, func(x, y choice) int {
			return cmp.Or(compareChoices(x, y), cmp.Compare(x.Person, y.Person), cmp.Compare(x.origin, y.origin), cmp.Compare(x.since, y.since), compareRecords(x.Record, y.Record))
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
	switch {
	case r.Kind == KindClaim, r.Kind == KindRoom, r.Kind == KindNote && bytes.Contains(r.Value, []byte(`"visit":`)):
		return f.written(r)
	}
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

// written is when a note, a claim or a room of a visit was first written down:
// rewording it, or tidying it up at lunch, does not move it in the day. Which event was first is told by what each has
// seen, not by their clocks.
func (f *Fold) written(r folded) int64 {
	var firsts []int64
	for met, queue := map[EventID]bool{}, []folded{r}; len(queue) > 0; queue = queue[1:] {
		first := true
		for _, id := range queue[0].Seen {
			next, ok := f.records[id]
			if !ok || next.Evaluation != r.Evaluation || next.Subject != r.Subject {
				continue
			}
			first = false
			if !met[id] {
				met[id] = true
				queue = append(queue, next)
			}
		}
		if first {
			firsts = append(firsts, queue[0].Wall)
		}
	}
	if len(firsts) == 0 {
		return r.Wall
	}
	return slices.Min(firsts)
}

// origin is the event of another evaluation whose value r brings here, however
// often undo and redo took it away and brought it back; "" when r was said here.
func (f *Fold) origin(r folded) EventID {
	for from := r; from.From != ""; {
		was, ok := f.records[from.From]
		switch {
		case !ok || was.Evaluation != r.Evaluation:
			return from.From
		case was.Subject != r.Subject || !bytes.Equal(was.Value, r.Value):
			return ""
		}
		from = was
	}
	return ""
}

// movedOf is how an evaluation came from another edition; the zero Move when it
// did not. Should several say so, it is the first by what they say.
func (f *Fold) movedOf(evaluation EvaluationID) Move {
	var all []folded
	for _, id := range f.heads[evaluation][editionSubject] {
		if r := f.records[id]; r.Kind == KindMove && !r.withdrawn() {
			all = append(all, r)
		}
	}
	arrange.By(all, func(x, y folded) int { return bytes.Compare(x.Value, y.Value) })
	for _, r := range all {
		var m Move
		if json.Unmarshal(r.Value, &m) == nil && m.From != "" {
			return m
		}
	}
	return Move{}
}
