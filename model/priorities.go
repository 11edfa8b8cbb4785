package model

import (
	"errors"
	"fmt"
	"slices"
)

// AddPriority puts a priority at the end of the plan. It fails with a
// *FullError when there are five already.
func (b *Book) AddPriority(id PriorityID, p PriorityText) ([]Change, error) {
	have := b.planned()
	if len(have) >= MostPriorities {
		return nil, &FullError{Have: len(have)}
	}
	p, err := p.check(b.rubric)
	if err != nil {
		return nil, err
	}
	p.Place = b.lastPlace() + 1
	return b.single(b.change(Voice{Role: Self}, KindPriority, prioritySubject(id), p))
}

// planned is the plan with each priority once, though copies may word it twice.
func (b *Book) planned() []Priority {
	var all []Priority
	for _, p := range b.Evaluation().Priorities {
		if !slices.ContainsFunc(all, func(q Priority) bool { return q.ID == p.ID }) {
			all = append(all, p)
		}
	}
	return all
}

func (b *Book) lastPlace() int64 {
	var last int64
	for _, p := range b.Evaluation().Priorities {
		last = max(last, p.Place)
	}
	return last
}

func (b *Book) priority(id PriorityID) (Priority, error) {
	for _, p := range b.Evaluation().Priorities {
		if p.ID == id {
			return p, nil
		}
	}
	return Priority{}, fmt.Errorf("priority: %w", ErrNotFound)
}

// Reword changes a priority's title.
func (b *Book) Reword(id PriorityID, title string) ([]Change, error) {
	p, err := b.priority(id)
	if err != nil {
		return nil, err
	}
	p.Title = title
	return b.write(id, p.PriorityText)
}

// AdoptStep puts a step at the end of what a priority begins with. It returns
// ErrNothing when the priority has that step already.
func (b *Book) AdoptStep(id PriorityID, text string) ([]Change, error) {
	p, err := b.settled(id)
	switch {
	case err != nil:
		return nil, err
	case p.HasStep(text):
		return nil, ErrNothing
	case len(p.Steps) >= MostSteps:
		return nil, &FieldError{Field: "step", Problem: "This priority has 6 first steps, which is the most. Take one out first"}
	}
	p.Steps = append(slices.Clone(p.Steps), text)
	return b.write(id, p.PriorityText)
}

// DropStep takes a step out of a priority again. It returns ErrNothing when
// the priority has no such step.
func (b *Book) DropStep(id PriorityID, text string) ([]Change, error) {
	p, err := b.settled(id)
	if err != nil {
		return nil, err
	}
	i := p.step(text)
	if i < 0 {
		return nil, ErrNothing
	}
	p.Steps = slices.Delete(slices.Clone(p.Steps), i, i+1)
	return b.write(id, p.PriorityText)
}

// settled is a priority whose words are not waiting for a choice.
func (b *Book) settled(id PriorityID) (Priority, error) {
	p, err := b.priority(id)
	if err == nil && p.Contested {
		err = undecided()
	}
	return p, err
}

// Drop takes a priority out of the plan.
func (b *Book) Drop(id PriorityID) ([]Change, error) {
	if _, err := b.priority(id); err != nil {
		return nil, err
	}
	return b.single(b.change(Voice{Role: Self}, KindPriority, prioritySubject(id), nil))
}

// Replace puts another area's priority in the place of one already there.
func (b *Book) Replace(id PriorityID, with PriorityText) ([]Change, error) {
	p, err := b.priority(id)
	if err != nil {
		return nil, err
	}
	with.Place = p.Place
	return b.write(id, with)
}

// MovePriority moves a priority up (-1) or down (+1) past its neighbour.
func (b *Book) MovePriority(id PriorityID, by int) ([]Change, error) {
	all := b.planned()
	i := slices.IndexFunc(all, func(p Priority) bool { return p.ID == id })
	j := i + by
	if i < 0 || j < 0 || j >= len(all) || i == j {
		return nil, ErrNothing
	}
	places := placesOf(all)
	all[i], all[j] = all[j], all[i]
	var moved []Change
	for at, p := range all {
		if p.Place == places[at] {
			continue
		}
		if p.Contested {
			return nil, undecided()
		}
		p.Place = places[at]
		c, err := b.write(p.ID, p.PriorityText)
		if err != nil {
			return nil, err
		}
		moved = append(moved, c...)
	}
	return moved, nil
}

// placesOf are the places that the priorities fill, in order. Two copies that
// each added one may have given both the same place; then they are counted anew.
func placesOf(all []Priority) []int64 {
	places := make([]int64, len(all))
	rising := true
	for i, p := range all {
		places[i] = p.Place
		rising = rising && (i == 0 || places[i-1] < p.Place)
	}
	for i := range places {
		if !rising {
			places[i] = int64(i + 1)
		}
	}
	return places
}

// undecided refuses what would choose between two wordings without saying so.
func undecided() error {
	return &FieldError{Field: "priority", Problem: "This priority was changed on two computers. Choose its words first"}
}

// Merge puts other into id: one priority with both areas and the first steps of
// both, the title given, in id's place. Taking it back with undo splits them
// again.
func (b *Book) Merge(id, other PriorityID, title string) ([]Change, error) {
	p, err := b.priority(id)
	if err != nil {
		return nil, err
	}
	o, err := b.priority(other)
	if err != nil {
		return nil, err
	}
	if id == other {
		return nil, &FieldError{Field: "priority", Problem: "Choose two different priorities to put together"}
	}
	if p.Contested || o.Contested {
		return nil, undecided()
	}
	p.Title = title
	p.Areas = slices.Clone(p.Areas)
	for _, a := range o.Areas {
		if !p.Covers(a) {
			p.Areas = append(p.Areas, a)
		}
	}
	p.Steps = slices.Clone(p.Steps)
	for _, text := range o.Steps {
		if !p.HasStep(text) {
			p.Steps = append(p.Steps, text)
		}
	}
	p.Own = p.Own && o.Own
	merged, err := b.write(id, p.PriorityText)
	if err != nil && !errors.Is(err, ErrNothing) { // it may already say all that it will
		return nil, err
	}
	return append(merged, b.change(Voice{Role: Self}, KindPriority, prioritySubject(other), nil)), nil
}

// ExplainFewer records why the plan has fewer than three priorities.
func (b *Book) ExplainFewer(reason string) ([]Change, error) {
	var value any
	if reason = CleanLine(reason); reason != "" {
		value = Fewer{Reason: reason}
	}
	return b.single(b.change(Voice{Role: Self}, KindFewer, fewerSubject, value))
}

func (b *Book) write(id PriorityID, p PriorityText) ([]Change, error) {
	p, err := p.check(b.rubric)
	if err != nil {
		return nil, err
	}
	return b.single(b.change(Voice{Role: Self}, KindPriority, prioritySubject(id), p))
}
