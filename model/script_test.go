package model_test

import (
	"fmt"
	"slices"

	"pgregory.net/rapid"

	"waymark/model"
)

// op is one thing that happens at one desk. What it means is worked out from
// the book when it is done, so a script can be played again under other clocks.
type op struct {
	Desk, Kind, Area, Value, Place int
	Wall                           int64
}

const opKinds = 16

func ops(desks int) *rapid.Generator[op] {
	return rapid.Custom(func(t *rapid.T) op {
		return op{
			Desk: rapid.IntRange(0, desks-1).Draw(t, "desk"), Kind: rapid.IntRange(0, opKinds-1).Draw(t, "kind"),
			Area: rapid.IntRange(0, 2).Draw(t, "area"), Value: rapid.IntRange(0, 5).Draw(t, "value"),
			Place: rapid.IntRange(0, 4).Draw(t, "place"), Wall: rapid.Int64Range(1, 1<<40).Draw(t, "wall"),
		}
	})
}

func script(desks, most int) *rapid.Generator[[]op] { return rapid.SliceOfN(ops(desks), 1, most) }

// desksOf are people at the same school who have nothing yet but its start.
func desksOf(t failer, n int) []*desk {
	var all []*desk
	for i := range n {
		all = append(all, newDesk(t, fmt.Sprintf("desk%d", i)))
	}
	return all
}

// play does the ops; wall says what the clock shows at each.
func play(all []*desk, ops []op, wall func(i int, o op) int64) {
	for i, o := range ops {
		d := all[o.Desk]
		d.now = wall(i, o)
		if o.Kind == 0 {
			d.hear(all[(o.Desk+1+o.Value)%len(all)])
			continue
		}
		d.act(o)
	}
}

// act does one op that is not about hearing others; false when it was refused.
func (d *desk) act(o op) bool {
	a := rubric().Areas[o.Area].ID
	switch o.Kind {
	case 1, 2, 3:
		return d.try(d.book.GiveLevel(d.self(), a, model.Level(o.Value)))
	case 4:
		return d.try(d.book.Judge(d.agreed(), a, model.Opinion{State: model.Rated, Level: model.Level(o.Value), Confidence: model.High}))
	case 5:
		return d.try(d.book.Judge(d.self(), a, model.Opinion{State: []model.State{model.NotApplicable, model.NoEvidence}[o.Value%2]}))
	case 6:
		return d.try(d.book.TakeOff(d.self(), a))
	case 7:
		return d.try(d.book.SetFlag(d.self(), a, o.Value%2 == 0))
	case 8, 9:
		return d.try(d.book.WriteNote(d.self(), model.NoteID(fmt.Sprintf("note%d", o.Place)), model.NoteText{Area: a, Text: fmt.Sprintf("Saw %d", o.Value)}))
	case 10:
		return d.try(d.book.RemoveNote(d.self(), model.NoteID(fmt.Sprintf("note%d", o.Place))))
	case 11:
		return d.try(d.book.Emphasise(a, model.Emphasis{Importance: []model.Importance{"", model.Minor, model.Vital}[o.Value%3], Pinned: o.Value == 4}))
	}
	return d.plan(o, a)
}

func (d *desk) plan(o op, a model.AreaID) bool {
	id := model.PriorityID(fmt.Sprintf("p%d", o.Place))
	switch o.Kind {
	case 12:
		return d.try(d.book.AddPriority(id, model.PriorityText{Title: fmt.Sprintf("Mend %d", o.Value), Areas: []model.AreaID{a}}))
	case 13:
		if o.Value == 0 {
			return d.try(d.book.Drop(id))
		}
		return d.try(d.book.MovePriority(id, 1-2*(o.Value%2)))
	case 14:
		return d.try(d.book.ExplainFewer([]string{"", "Two are big", "We are new"}[o.Value%3]))
	}
	take, does := d.book.Undo, model.Undo
	if o.Value%2 == 1 {
		take, does = d.book.Redo, model.Redo
	}
	t, err := take(d.mine)
	if err != nil {
		return false
	}
	d.sign(model.Act{Does: does, Of: t.Of}, t.Changes)
	return true
}

// union is every record that any desk knows.
func union(all []*desk) []model.Record {
	var records []model.Record
	for _, d := range all {
		for _, r := range d.log {
			if !slices.ContainsFunc(records, func(x model.Record) bool { return x.ID == r.ID }) {
				records = append(records, r)
			}
		}
	}
	return records
}

func byScript(_ int, o op) int64 { return o.Wall }

func folded(t failer, records []model.Record) *model.Fold {
	t.Helper()
	f, err := model.NewFold(records...)
	if err != nil {
		t.Fatalf("fold: %v", err)
	}
	return f
}

// headsOf lists the heads of every subject among records.
func headsOf(f *model.Fold, records []model.Record) map[model.Subject][]model.EventID {
	heads := map[model.Subject][]model.EventID{}
	for _, r := range records {
		heads[model.Subject(r.Evaluation)+" "+r.Subject] = f.Heads(r.Evaluation, r.Subject)
	}
	return heads
}
