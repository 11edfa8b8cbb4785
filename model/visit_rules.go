package model

import (
	"errors"
	"fmt"
	"slices"
	"time"
)

// ErrVisitClosed says that a closed visit has to be opened again before it changes.
var ErrVisitClosed = errors.New("this visit is closed")

// ErrSealed says that the school's levels are locked until the visit is closed.
var ErrSealed = errors.New("the school’s levels are sealed for a visit")

// Visit is the visit called id; it fails with ErrNotFound.
func (b *Book) Visit(id VisitID) (Visit, error) {
	for _, v := range b.Evaluation().Visits {
		if v.ID == id {
			return v, nil
		}
	}
	return Visit{}, fmt.Errorf("visit: %w", ErrNotFound)
}

// visiting is the visit called id, refused when it cannot be changed.
func (b *Book) visiting(v Voice, id VisitID) (Visit, error) {
	if err := v.check(); err != nil {
		return Visit{}, err
	}
	visit, err := b.Visit(id)
	switch {
	case err != nil:
		return visit, err
	case b.Evaluation().Removed:
		return visit, ErrRemoved
	case visit.Closed:
		return visit, ErrVisitClosed
	}
	return visit, nil
}

// StartVisit opens a visit, or plans one for a day to come. Lead is who leads
// it and becomes known by name with NamePerson.
func (b *Book) StartVisit(v Voice, id VisitID, s Visiting) ([]Change, error) {
	if err := v.check(); err != nil {
		return nil, err
	}
	s.From, s.Template = CleanLine(s.From), CleanLine(s.Template)
	if _, err := time.Parse(time.DateOnly, s.Date); err != nil {
		return nil, &FieldError{Field: "date", Problem: "Date must be like 2026-09-24"}
	}
	if s.Lead == "" {
		return nil, &FieldError{Field: "lead", Problem: "Enter the name of the lead reviewer"}
	}
	s.Questions = slices.Clone(s.Questions)
	for i, q := range s.Questions {
		s.Questions[i] = CleanLine(q)
	}
	s.Questions = slices.DeleteFunc(s.Questions, func(q string) bool { return q == "" })
	if _, err := b.Visit(id); err == nil {
		return nil, ErrNothing
	}
	return b.single(b.change(v, KindVisiting, visitSubject(id, "start"), s))
}

// SetTeam says who visits beside the lead.
func (b *Book) SetTeam(v Voice, id VisitID, members []Member) ([]Change, error) {
	if _, err := b.visiting(v, id); err != nil {
		return nil, err
	}
	return b.single(b.change(v, KindVisitTeam, visitSubject(id, "team"), VisitTeam{Members: members}))
}

// SetFocus says which areas the visit looks at and judges. At least one.
func (b *Book) SetFocus(v Voice, id VisitID, areas []AreaID) ([]Change, error) {
	if _, err := b.visiting(v, id); err != nil {
		return nil, err
	}
	if len(areas) == 0 {
		return nil, &FieldError{Field: "focus", Problem: "Choose at least one area to look at"}
	}
	if err := knownAreas(b.rubric, areas); err != nil {
		return nil, err
	}
	return b.single(b.change(v, KindFocus, visitSubject(id, "focus"), Focus{Areas: b.inOrder(areas)}))
}

// inOrder lists areas once each in the order of the rubric.
func (b *Book) inOrder(areas []AreaID) []AreaID {
	var all []AreaID
	for _, a := range b.rubric.Areas {
		if slices.Contains(areas, a.ID) {
			all = append(all, a.ID)
		}
	}
	return all
}

// SetVisitEmphasis says what the school asks the visit to look at within its focus.
func (b *Book) SetVisitEmphasis(v Voice, id VisitID, m VisitEmphasis) ([]Change, error) {
	if _, err := b.visiting(v, id); err != nil {
		return nil, err
	}
	m.Text = CleanLine(m.Text)
	if err := knownAreas(b.rubric, m.Areas); err != nil {
		return nil, err
	}
	m.Areas = b.inOrder(m.Areas)
	return b.single(b.change(v, KindVisitEmphasis, visitSubject(id, "emphasis"), m))
}

// SetSlot adds a stop to the day, or changes the one of that id.
func (b *Book) SetSlot(v Voice, id VisitID, slot SlotID, s Stop) ([]Change, error) {
	if _, err := b.visiting(v, id); err != nil {
		return nil, err
	}
	s, err := s.check(b.rubric)
	if err != nil {
		return nil, err
	}
	return b.single(b.change(v, KindSlot, visitSubject(id, "slot", string(slot)), s))
}

// SetSlots does SetSlot for every slot given, as one act, leaving out those
// that stay as they are.
func (b *Book) SetSlots(v Voice, id VisitID, slots []Slot) ([]Change, error) {
	return oneAct(len(slots), func(i int) ([]Change, error) { return b.SetSlot(v, id, slots[i].ID, slots[i].Stop) })
}

// oneAct joins the changes of n rules into one act, leaving out those that
// change nothing. It returns ErrNothing when none changes anything.
func oneAct(n int, rule func(i int) ([]Change, error)) ([]Change, error) {
	var all []Change
	for i := range n {
		changes, err := rule(i)
		switch {
		case errors.Is(err, ErrNothing):
		case err != nil:
			return nil, err
		default:
			all = append(all, changes...)
		}
	}
	if len(all) == 0 {
		return nil, ErrNothing
	}
	return all, nil
}

// RemoveSlot takes a stop out of the day. Notes taken there stay.
func (b *Book) RemoveSlot(v Voice, id VisitID, slot SlotID) ([]Change, error) {
	if _, err := b.visiting(v, id); err != nil {
		return nil, err
	}
	return b.single(b.change(v, KindSlot, visitSubject(id, "slot", string(slot)), nil))
}

// GoTo says that this person is at a stop now.
func (b *Book) GoTo(v Voice, id VisitID, slot SlotID) ([]Change, error) {
	visit, err := b.visiting(v, id)
	if err != nil {
		return nil, err
	}
	if _, ok := visit.Slot(slot); !ok {
		return nil, fmt.Errorf("stop %s: %w", slot, ErrNotFound)
	}
	return b.single(b.change(v, KindWhereabouts, visitSubject(id, "at", string(v.Person)), Whereabouts{Slot: slot}))
}

// SetClaim writes down what was said at the start, or says how it looks since.
func (b *Book) SetClaim(v Voice, id VisitID, claim ClaimID, c ClaimText) ([]Change, error) {
	if _, err := b.visiting(v, id); err != nil {
		return nil, err
	}
	c, err := c.check(b.rubric)
	if err != nil {
		return nil, err
	}
	return b.single(b.change(v, KindClaim, visitSubject(id, "claim", string(claim)), c))
}

// RemoveClaim takes a claim back.
func (b *Book) RemoveClaim(v Voice, id VisitID, claim ClaimID) ([]Change, error) {
	if _, err := b.visiting(v, id); err != nil {
		return nil, err
	}
	return b.single(b.change(v, KindClaim, visitSubject(id, "claim", string(claim)), nil))
}

// SetRoom enters a room, or says more of the one of that id.
func (b *Book) SetRoom(v Voice, id VisitID, room RoomID, r RoomText) ([]Change, error) {
	if _, err := b.visiting(v, id); err != nil {
		return nil, err
	}
	r, err := r.check()
	if err != nil {
		return nil, err
	}
	return b.single(b.change(v, KindRoom, visitSubject(id, "room", string(room)), r))
}

// RemoveRoom takes a room out of the visit.
func (b *Book) RemoveRoom(v Voice, id VisitID, room RoomID) ([]Change, error) {
	if err := b.inRoom(v, id, room); err != nil {
		return nil, err
	}
	return b.single(b.change(v, KindRoom, visitSubject(id, "room", string(room)), nil))
}

// inRoom fails unless something can be said of a room.
func (b *Book) inRoom(v Voice, id VisitID, room RoomID) error {
	visit, err := b.visiting(v, id)
	if err != nil {
		return err
	}
	if _, ok := visit.Room(room); !ok {
		return fmt.Errorf("room: %w", ErrNotFound)
	}
	return nil
}

// Watch says which role and position this person has in a room.
func (b *Book) Watch(v Voice, id VisitID, room RoomID, w Watching) ([]Change, error) {
	if err := b.inRoom(v, id, room); err != nil {
		return nil, err
	}
	return b.single(b.change(v, KindWatching, visitSubject(id, "room", string(room), "watching", string(v.Person)), w))
}

// Observe is this person's answer to an item of the checklist in a room. The
// zero Observation takes it back.
func (b *Book) Observe(v Voice, id VisitID, room RoomID, checklist Rubric, item ItemID, o Observation) ([]Change, error) {
	if err := b.inRoom(v, id, room); err != nil {
		return nil, err
	}
	if !slices.ContainsFunc(checklist.Items(), func(i Item) bool { return i.ID == item }) {
		return nil, fmt.Errorf("item %s: %w", item, ErrNotFound)
	}
	subject := visitSubject(id, "room", string(room), "seen", string(v.Person), string(item))
	if o == (Observation{}) {
		return b.single(b.change(v, KindObservation, subject, nil))
	}
	o, err := o.check(checklist)
	if err != nil {
		return nil, err
	}
	return b.single(b.change(v, KindObservation, subject, o))
}

// visitOver reports whether every visit that person was on is closed, and there
// was one: what was signed does not move.
func (b *Book) visitOver(person PersonID) bool {
	over := false
	for _, v := range b.Evaluation().Visits {
		switch {
		case !v.On(person):
		case !v.Closed:
			return false
		default:
			over = true
		}
	}
	return over
}

// settledVisit refuses to take back an act of a visit that was closed since.
func (b *Book) settledVisit(a act) error {
	for _, r := range a.records {
		closed := r.Kind == KindJudgement && r.Role == Reviewer && b.visitOver(r.Person)
		if id, ok := r.Subject.visit(); ok {
			v, err := b.Visit(id)
			closed = err == nil && v.Closed
		}
		if closed {
			return ErrVisitClosed
		}
	}
	return nil
}
