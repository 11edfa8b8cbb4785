package model

import (
	"slices"
)

// DeepestUndo is how many acts one key can take back.
const DeepestUndo = 200

// Taken is an act to be taken back or done again, ready to be signed: pass
// Does and Of on in the Act, and Changes to the pen.
type Taken struct {
	Does    Does
	Of      string
	Changes []Change
	Steps   []Step // what it does, for saying so
}

// Step is one subject's move from one value to another.
type Step struct {
	Kind    EventKind
	Subject Subject
	Area    AreaID
	Role    Role
	Person  PersonID
	Before  string // JSON, "null" when there was none
	After   string
}

// act is a group of records written together.
type act struct {
	id      string
	does    Does
	of      string
	records []folded
}

// acts lists the acts of this evaluation written by devices of which mine is
// true, in the order this machine learned of them.
func (b *Book) acts(mine func(DeviceID) bool) []act {
	var all []act
	at := map[string]int{}
	for _, id := range b.fold.order {
		r := b.fold.records[id]
		if r.Evaluation != b.evaluation || !undoable(r.Kind) || r.Erased() || !mine(r.Device) {
			continue
		}
		i, ok := at[r.Act]
		if !ok {
			i = len(all)
			at[r.Act] = i
			all = append(all, act{id: r.Act, does: r.Does, of: r.Of})
		}
		all[i].records = append(all[i].records, r)
	}
	return all
}

// stacks replays the acts into what can be undone and what can be redone,
// last one last. It is derived from the log, so it survives a restart.
func (b *Book) stacks(mine func(DeviceID) bool) (undo, redo []act) {
	acts := b.acts(mine)
	byID := make(map[string]act, len(acts))
	for _, a := range acts {
		byID[a.id] = a
		switch a.does {
		case Undo:
			undo = without(undo, a.of)
			redo = append(redo, byID[a.of])
		case Redo:
			redo = without(redo, a.of)
			undo = append(undo, byID[a.of])
		default:
			undo, redo = append(undo, a), nil
		}
	}
	if len(undo) > DeepestUndo {
		undo = undo[len(undo)-DeepestUndo:]
	}
	return undo, redo
}

func without(acts []act, id string) []act {
	return slices.DeleteFunc(slices.Clone(acts), func(a act) bool { return a.id == id })
}

// Undo takes back the last act that was done on this machine and not taken
// back yet. It returns ErrNothing when there is none.
func (b *Book) Undo(mine func(DeviceID) bool) (Taken, error) {
	undo, _ := b.stacks(mine)
	if len(undo) == 0 {
		return Taken{}, ErrNothing
	}
	last := undo[len(undo)-1]
	t := Taken{Does: Undo, Of: last.id}
	for _, r := range slices.Backward(last.records) {
		t.add(b, r, b.before(r))
	}
	return t, nil
}

// Redo does again the last act that was taken back, unless something else was
// done since. It returns ErrNothing when there is none.
func (b *Book) Redo(mine func(DeviceID) bool) (Taken, error) {
	_, redo := b.stacks(mine)
	if len(redo) == 0 {
		return Taken{}, ErrNothing
	}
	last := redo[len(redo)-1]
	t := Taken{Does: Redo, Of: last.id}
	for _, r := range last.records {
		t.add(b, r, []folded{r})
	}
	return t, nil
}

// before lists the values that r superseded: none, one, or the several
// between which it decided.
func (b *Book) before(r folded) []folded {
	var was []folded
	for _, id := range r.Seen {
		if old, ok := b.fold.records[id]; ok {
			was = append(was, old)
		}
	}
	return was
}

// add restores the given values of r's subject. Restoring several brings the
// open choice between them back, because all of them see the same heads.
func (t *Taken) add(b *Book, r folded, values []folded) {
	heads := b.fold.Heads(r.Evaluation, r.Subject)
	base := Change{Evaluation: r.Evaluation, Role: r.Role, Kind: r.Kind, Subject: r.Subject, Seen: heads, Person: r.Person}
	now := "null"
	if len(heads) > 0 {
		now = string(b.fold.records[heads[0]].Value)
	}
	if len(values) == 0 {
		t.step(base, now, "null")
		return
	}
	for _, v := range values {
		c := base
		c.Person = v.Person
		if !v.withdrawn() {
			c.Value = v.Value
		}
		t.step(c, now, string(v.Value))
	}
}

func (t *Taken) step(c Change, before, after string) {
	t.Changes = append(t.Changes, c)
	t.Steps = append(t.Steps, Step{Kind: c.Kind, Subject: c.Subject, Area: c.Subject.area(), Role: c.Role, Person: c.Person, Before: before, After: after})
}
