package model

import (
	"cmp"
	"slices"

	"waymark/model/arrange"
)

// Entry is one act in the history of an evaluation.
type Entry struct {
	Act    string // "" when its words were erased
	Does   Does
	Device DeviceID
	Person PersonID
	Wall   int64
	Steps  []Step
}

// History lists every act of the evaluation, newest first, in the same order
// on every machine.
func (b *Book) History() []Entry {
	var records []folded
	for _, id := range b.fold.order {
		if r := b.fold.records[id]; r.Evaluation == b.evaluation {
			records = append(records, r)
		}
	}
	arrange.By(records, func(x, y folded) int { return compareRecords(x.Record, y.Record) })
	var e Evaluation
	if b.Blind() {
		e = b.all()
	}
	var all []Entry
	at := map[string]int{}
	for _, r := range records {
		key := string(r.Device) + " " + cmp.Or(r.Act, string(r.ID)) // which act erased words were part of is gone with them
		i, ok := at[key]
		if !ok {
			i = len(all)
			at[key] = i
			all = append(all, Entry{Act: r.Act, Does: r.Does, Device: r.Device, Person: r.Person, Wall: r.Wall})
		}
		if s := b.stepOf(r); b.tells(e, s) {
			all[i].Steps = append(all[i].Steps, s)
		}
	}
	all = slices.DeleteFunc(all, func(e Entry) bool { return len(e.Steps) == 0 })
	slices.Reverse(all)
	return all
}

func (b *Book) stepOf(r folded) Step {
	return covered(Step{
		Kind: r.Kind, Subject: r.Subject, Area: r.Subject.area(), Role: r.Role, Person: r.Person,
		Before: firstValue(b.before(r)), After: string(r.Value), Erased: r.Erased(),
	})
}

// firstValue is the value of one of several records: the first by what they say,
// never by their ids, which hang on a clock; "null" when there are none.
func firstValue(records []folded) string {
	first := "null"
	for i, r := range records {
		if value := string(r.Value); i == 0 || value < first {
			first = value
		}
	}
	return first
}
