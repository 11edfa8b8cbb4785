package model

import (
	"cmp"
	"slices"

	"waymark/model/arrange"
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
	Erased  bool // its words were erased, so Before and After cannot tell
}

// act is a group of records written together.
type act struct {
	id      string
	does    Does
	of      string
	records []folded
}

// acts lists the acts of this evaluation written by devices of which mine is
// true, oldest first.
func (b *Book) acts(mine func(DeviceID) bool) []act {
	var all []act
	at := map[string]int{}
	for _, r := range b.written(mine) {
		if r.Evaluation != b.evaluation || !undoable(r.Kind) || r.Erased() {
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
	return slices.DeleteFunc(all, func(a act) bool { return b.theirs(a) || b.shownSince(a) })
}

// written lists the records of the devices of which mine is true, in the order
// this machine learned of them, but each device's own in the order it wrote
// them, whatever order they were read in.
func (b *Book) written(mine func(DeviceID) bool) []folded {
	var all []folded
	chains := map[DeviceID][]folded{}
	for _, id := range b.fold.order {
		if r := b.fold.records[id]; mine(r.Device) {
			all = append(all, r)
			chains[r.Device] = append(chains[r.Device], r)
		}
	}
	for _, chain := range chains {
		arrange.By(chain, func(x, y folded) int { return cmp.Compare(x.Seq, y.Seq) })
	}
	for i, r := range all {
		all[i], chains[r.Device] = chains[r.Device][0], chains[r.Device][1:]
	}
	return all
}

// stacks replays the acts into what can be undone and what can be redone,
// last one last. It is derived from the log, so it survives a restart. An act
// to redo stands there as the act that took it back.
func (b *Book) stacks(mine func(DeviceID) bool) (undo, redo []act) {
	acts := b.acts(mine)
	byID := make(map[string]act, len(acts))
	for _, a := range acts {
		byID[a.id] = a
		switch a.does {
		case Undo:
			undo = without(undo, a.of)
			if _, known := byID[a.of]; known { // not when its words were erased since: then it stays undone
				redo = append(redo, a)
			}
		case Redo:
			redo = slices.DeleteFunc(redo, func(u act) bool { return u.of == a.of })
			if of, known := byID[a.of]; known {
				undo = append(undo, of)
			}
		default:
			undo, redo = append(withoutVotes(undo), a), nil
		}
	}
	if most := max(0, DeepestUndo-len(redo)); len(undo) > most {
		undo = undo[len(undo)-most:]
	}
	return undo, redo
}

// fixed refuses to move the school's own levels under an evaluation that
// somebody, perhaps on another machine, has finished or deleted since.
func (b *Book) fixed(a act) error {
	opens := slices.ContainsFunc(a.records, func(r folded) bool { return r.Kind == KindStatus || r.Kind == KindRemoval })
	if opens {
		return b.settledVisit(a)
	}
	if slices.ContainsFunc(a.records, func(r folded) bool { return r.Subject.ownLevel() }) && b.sealed() {
		return ErrSealed
	}
	moves := slices.ContainsFunc(a.records, func(r folded) bool {
		return r.Kind == KindJudgement && r.Role == Self || r.Kind == KindVote || r.Kind == KindOutcome
	})
	if err := b.open(); moves && err != nil {
		return err
	}
	return b.settledVisit(a)
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
	if err := b.fixed(last); err != nil {
		return Taken{}, err
	}
	return b.take(last, Taken{Does: Undo, Of: last.id}), nil
}

// Redo does again the last act that was taken back, unless something else was
// done since. It returns ErrNothing when there is none.
func (b *Book) Redo(mine func(DeviceID) bool) (Taken, error) {
	_, redo := b.stacks(mine)
	if len(redo) == 0 {
		return Taken{}, ErrNothing
	}
	last := redo[len(redo)-1]
	if err := b.fixed(last); err != nil {
		return Taken{}, err
	}
	return b.take(last, Taken{Does: Redo, Of: last.of}), nil
}

// take fills t with what puts everything back to before a. To redo is to take
// the undo back, so that it brings back whatever the undo put an end to.
func (b *Book) take(a act, t Taken) Taken {
	if slices.ContainsFunc(a.records, func(r folded) bool { return r.Kind == KindMove }) {
		return b.moveBack(t)
	}
	for _, same := range slices.Backward(a.subjects()) {
		t.add(b, same, b.earlier(same))
	}
	return t
}

// moveBack takes back the move to another edition: the evaluation that it
// started goes among the recently deleted, and the one it came from is what it
// always was.
func (b *Book) moveBack(t Taken) Taken {
	t.Changes = []Change{{
		Evaluation: b.evaluation, Kind: KindRemoval, Subject: removalSubject,
		Value: Removal{Removed: true}, Seen: b.fold.Heads(b.evaluation, removalSubject),
	}}
	t.Steps = []Step{{Kind: KindMove, Subject: editionSubject, Before: "{}", After: "null"}}
	return t
}

// subjects groups the records of an act by what they speak of.
func (a act) subjects() [][]folded {
	var groups [][]folded
	at := map[Subject]int{}
	for _, r := range a.records {
		i, ok := at[r.Subject]
		if !ok {
			i = len(groups)
			at[r.Subject] = i
			groups = append(groups, nil)
		}
		groups[i] = append(groups[i], r)
	}
	return groups
}

// earlier lists what the records of one subject superseded, leaving out what
// they said themselves.
func (b *Book) earlier(same []folded) []folded {
	var was []folded
	for _, r := range same {
		for _, old := range b.before(r) {
			if !holds(same, old.ID) && !holds(was, old.ID) {
				was = append(was, old)
			}
		}
	}
	return was
}

func holds(records []folded, id EventID) bool {
	return slices.ContainsFunc(records, func(r folded) bool { return r.ID == id })
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

// add restores the given values of the subject of which an act's records are
// the same. Restoring several brings the open choice between them back,
// because all of them see the same heads.
func (t *Taken) add(b *Book, same, values []folded) {
	r := same[0]
	heads := b.heirs(same)
	base := Change{Evaluation: r.Evaluation, Role: r.Role, Kind: r.Kind, Subject: r.Subject, Seen: heads, Person: r.Person}
	var ends []folded
	for _, id := range heads {
		ends = append(ends, b.fold.records[id])
	}
	now := firstValue(ends)
	if len(values) == 0 {
		t.step(base, now, "null")
		return
	}
	for _, v := range values {
		c := base
		c.Person, c.From = v.Person, v.ID
		if !v.withdrawn() {
			c.Value = v.Value
		}
		t.step(c, now, string(v.Value))
	}
}

// heirs lists the heads that come from the given records of one subject: what
// taking those back puts an end to. A value that somebody else gave apart from
// them is not theirs to take.
func (b *Book) heirs(same []folded) []EventID {
	return slices.DeleteFunc(b.fold.Heads(same[0].Evaluation, same[0].Subject), func(head EventID) bool {
		return !b.comesFrom(head, same)
	})
}

func (b *Book) comesFrom(head EventID, same []folded) bool {
	met := map[EventID]bool{}
	for queue := []EventID{head}; len(queue) > 0; queue = queue[1:] {
		id := queue[0]
		if holds(same, id) {
			return true
		}
		if r := b.fold.records[id]; !met[id] && r.Subject == same[0].Subject {
			queue = append(queue, r.Seen...)
		}
		met[id] = true
	}
	return false
}

func (t *Taken) step(c Change, before, after string) {
	t.Changes = append(t.Changes, c)
	t.Steps = append(t.Steps, covered(Step{Kind: c.Kind, Subject: c.Subject, Area: c.Subject.area(), Role: c.Role, Person: c.Person, Before: before, After: after}))
}
