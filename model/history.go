package model

import "slices"

// Entry is one act in the history of an evaluation.
type Entry struct {
	Act    string
	Does   Does
	Device DeviceID
	Person PersonID
	Wall   int64
	Steps  []Step
}

// History lists every act of the evaluation, newest first.
func (b *Book) History() []Entry {
	var all []Entry
	at := map[string]int{}
	for _, id := range b.fold.order {
		r := b.fold.records[id]
		if r.Evaluation != b.evaluation {
			continue
		}
		i, ok := at[r.Act]
		if !ok {
			i = len(all)
			at[r.Act] = i
			all = append(all, Entry{Act: r.Act, Does: r.Does, Device: r.Device, Person: r.Person, Wall: r.Wall})
		}
		before := "null"
		if was := b.before(r); len(was) > 0 {
			before = string(was[0].Value)
		}
		all[i].Steps = append(all[i].Steps, Step{
			Kind: r.Kind, Subject: r.Subject, Area: r.Subject.area(), Role: r.Role, Person: r.Person,
			Before: before, After: string(r.Value),
		})
	}
	slices.SortStableFunc(all, func(x, y Entry) int { return int(min(1, max(-1, y.Wall-x.Wall))) })
	return all
}
