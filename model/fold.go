package model

import (
	"cmp"
	"encoding/json"
	"slices"

	"waymark/model/arrange"
)

// Fold is the state of a set of records. Adding is idempotent, commutative and
// associative: any order, any repeats, any grouping give the same fold. The
// heads of a subject are its records that no other record of it has seen.
type Fold struct {
	records map[EventID]folded
	order   []EventID // as added; used for undo on this machine, never for values
	heads   map[EvaluationID]map[Subject][]EventID
	seen    map[sighting]bool
	changes int                   // how often the set has changed
	moves   map[EvaluationID]Move // of the evaluations that came from another edition
}

// sighting is an event superseded within its own subject. An event cannot
// supersede what another voice said, whatever its Seen claims.
type sighting struct {
	evaluation EvaluationID
	subject    Subject
	id         EventID
}

type folded struct {
	Record
	envelope
}

// NewFold returns the fold of records.
func NewFold(records ...Record) (*Fold, error) {
	f := &Fold{records: map[EventID]folded{}, heads: map[EvaluationID]map[Subject][]EventID{}, seen: map[sighting]bool{}, moves: map[EvaluationID]Move{}}
	for _, r := range records {
		if err := f.Add(r); err != nil {
			return nil, err
		}
	}
	return f, nil
}

// Add puts r into the set. It fails when the payload cannot be read, and then
// changes nothing. A record whose words were erased replaces the same record
// with its words, never the other way round.
func (f *Fold) Add(r Record) error {
	if old, ok := f.records[r.ID]; ok {
		if r.Erased() && !old.Erased() {
			f.records[r.ID] = folded{r, envelope{Does: Do, Value: null()}}
			f.changes++
			f.noticeMove(r)
		}
		return nil
	}
	e, err := r.open()
	if err != nil {
		return err
	}
	f.records[r.ID] = folded{r, e}
	f.order = append(f.order, r.ID)
	f.changes++
	for _, id := range r.Seen {
		f.seen[sighting{r.Evaluation, r.Subject, id}] = true
	}
	if f.heads[r.Evaluation] == nil {
		f.heads[r.Evaluation] = map[Subject][]EventID{}
	}
	heads := append(f.heads[r.Evaluation][r.Subject], r.ID)
	heads = slices.DeleteFunc(heads, func(id EventID) bool { return f.seen[sighting{r.Evaluation, r.Subject, id}] })
	slices.Sort(heads)
	f.heads[r.Evaluation][r.Subject] = heads
	f.noticeMove(r)
	return nil
}

// noticeMove keeps what says how an evaluation came from another edition, which
// every value carried is read with.
func (f *Fold) noticeMove(r Record) {
	if r.Subject == editionSubject {
		f.moves[r.Evaluation] = f.movedOf(r.Evaluation)
	}
}

// Len is how many records the set has.
func (f *Fold) Len() int { return len(f.order) }

// Has reports whether the record is in the set.
func (f *Fold) Has(id EventID) bool { _, ok := f.records[id]; return ok }

// Records lists the set in the order it was added.
func (f *Fold) Records() []Record {
	all := make([]Record, len(f.order))
	for i, id := range f.order {
		all[i] = f.records[id].Record
	}
	return all
}

// Heads are the ids of the current values of a subject, sorted: none, one, or
// several when copies were changed apart and nobody has decided yet.
func (f *Fold) Heads(evaluation EvaluationID, s Subject) []EventID {
	return slices.Clone(f.heads[evaluation][s])
}

// Head is one current value of a subject.
type Head struct {
	Record
	Value json.RawMessage // null when it was taken back
}

// Withdrawn reports whether the head says that the subject has no value.
func (h Head) Withdrawn() bool { return string(h.Value) == "null" }

// All lists the heads of every subject of an evaluation, in the order of
// wall time, device and sequence, so that listings are the same everywhere.
func (f *Fold) All(evaluation EvaluationID) []Head {
	var all []Head
	for _, ids := range f.heads[evaluation] {
		for _, id := range ids {
			r := f.records[id]
			all = append(all, Head{r.Record, r.Value})
		}
	}
	arrange.By(all, func(a, b Head) int { return compareRecords(a.Record, b.Record) })
	return all
}

// compareRecords orders records for listing only.
func compareRecords(a, b Record) int {
	return cmp.Or(cmp.Compare(a.Wall, b.Wall), cmp.Compare(a.Device, b.Device), cmp.Compare(a.Seq, b.Seq), cmp.Compare(a.ID, b.ID))
}
