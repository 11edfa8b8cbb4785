package model

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// PriorityID names one priority of one evaluation.
type PriorityID string

// MostPriorities is how many priorities a plan can have. Fewer is better.
const MostPriorities = 5

// FewPriorities is how many are usual; a plan with fewer carries a reason.
const FewPriorities = 3

// LongestTitle is how many characters the title of a priority may have.
const LongestTitle = 200

// MostSteps is how many first steps can be adopted into one priority.
const MostSteps = 6

// LongestStep is how many characters one step may have.
const LongestStep = 400

// PriorityText is the value of a priority: what the school decided to work on.
type PriorityText struct {
	Title string   `json:"title"`
	Areas []AreaID `json:"areas"` // the area it is about first, then those it helps
	Own   bool     `json:"own,omitempty"`
	Place int64    `json:"place"` // order in the plan; the lower the earlier
	// Steps are what the school will do first, in the order they were adopted.
	Steps []string `json:"steps,omitempty"`
}

// Priority is a priority as it stands in an evaluation.
type Priority struct {
	PriorityText
	ID        PriorityID
	Person    PersonID
	At        int64
	Event     EventID
	Contested bool
}

// Covers reports whether the priority is about area.
func (p Priority) Covers(area AreaID) bool { return slices.Contains(p.Areas, area) }

func (p PriorityText) check(r Rubric) (PriorityText, error) {
	p.Title = CleanLine(p.Title)
	switch {
	case p.Title == "":
		return p, &FieldError{Field: "title", Problem: "Enter what you will work on, starting with a verb"}
	case utf8.RuneCountInString(p.Title) > LongestTitle:
		return p, &FieldError{Field: "title", Problem: "A priority must be 200 characters or fewer"}
	}
	for _, a := range p.Areas {
		if r.Index(a) < 0 {
			return p, &FieldError{Field: "areas", Problem: "There is no area " + string(a) + " in this rubric"}
		}
	}
	return p.checkSteps()
}

func (p PriorityText) checkSteps() (PriorityText, error) {
	p.Steps = slices.Clone(p.Steps)
	for i, text := range p.Steps {
		text = CleanLine(text)
		switch {
		case text == "":
			return p, &FieldError{Field: "step", Problem: "Enter what you will do first, starting with a verb"}
		case utf8.RuneCountInString(text) > LongestStep:
			return p, &FieldError{Field: "step", Problem: "A step must be 400 characters or fewer"}
		}
		p.Steps[i] = text
	}
	return p, nil
}

// HasStep reports whether text is one of the steps, whatever its case.
func (p PriorityText) HasStep(text string) bool { return p.step(text) >= 0 }

func (p PriorityText) step(text string) int {
	text = CleanLine(text)
	return slices.IndexFunc(p.Steps, func(have string) bool { return strings.EqualFold(have, text) })
}

// Importance is how much an area matters to this school this year.
type Importance string

// The degrees of importance (METHOD section 1: 0.5, 1 and 2).
const (
	Minor  Importance = "minor"
	Normal Importance = "normal"
	Vital  Importance = "vital"
)

// Reach is how many pupils an area touches.
type Reach string

// The reaches (METHOD section 1: 0.25, 0.5, 0.75 and 1).
const (
	Few      Reach = "few"
	AGroup   Reach = "group"
	APhase   Reach = "phase"
	Everyone Reach = "everyone"
)

// Emphasis is what the school itself says of an area before priorities are
// suggested. The zero value says nothing. Excluded puts the area on the
// "not now" list, with a reason and a time to look again if the school gave them.
type Emphasis struct {
	Importance Importance `json:"importance,omitempty"`
	Reach      Reach      `json:"reach,omitempty"`
	Pinned     bool       `json:"pinned,omitempty"`
	Excluded   bool       `json:"excluded,omitempty"`
	Reason     string     `json:"reason,omitempty"`
	Revisit    string     `json:"revisit,omitempty"`
}

func (m Emphasis) check() (Emphasis, error) {
	m.Reason, m.Revisit = CleanLine(m.Reason), CleanLine(m.Revisit)
	switch m.Importance {
	case "", Minor, Normal, Vital:
	default:
		return m, &FieldError{Field: "importance", Problem: "Importance must be minor, normal or vital"}
	}
	switch m.Reach {
	case "", Few, AGroup, APhase, Everyone:
	default:
		return m, &FieldError{Field: "reach", Problem: "Reach must be few, group, phase or everyone"}
	}
	if m.Pinned && m.Excluded {
		return m, &FieldError{Field: "pin", Problem: "An area can be pinned or set aside, not both"}
	}
	return m, nil
}
