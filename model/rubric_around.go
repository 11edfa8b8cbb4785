package model

import "slices"

// Phase is an age range or kind of school in which an area looks different.
type Phase string

// The phases, youngest first. Special stands for special schools and
// alternative provision.
const (
	PhaseEarly     Phase = "early"
	PhasePrimary   Phase = "primary"
	PhaseSecondary Phase = "secondary"
	PhasePost16    Phase = "post16"
	PhaseSpecial   Phase = "special"
)

// Phases lists every phase, youngest first.
func Phases() []Phase {
	return []Phase{PhaseEarly, PhasePrimary, PhaseSecondary, PhasePost16, PhaseSpecial}
}

// InPhase is what to look for in one phase beyond what holds in all.
type InPhase struct {
	Phase    Phase    `json:"phase"`
	LookFors []string `json:"look_fors"`
}

// Effort is how much a next step takes.
type Effort string

// The sizes of a step: a half-term and few people, a term or two, a year.
const (
	EffortSmall  Effort = "S"
	EffortMedium Effort = "M"
	EffortLarge  Effort = "L"
)

// NextStep is one move a school can make. Area names the area that is usually the
// real obstacle, when it is another.
type NextStep struct {
	Do     string `json:"do"`
	Effort Effort `json:"effort"`
	Area   AreaID `json:"area,omitempty"`
}

// Boundary is the steps that take an area from one level to the next.
type Boundary struct {
	From  Level      `json:"from"`
	To    Level      `json:"to"`
	Steps []NextStep `json:"steps"`
}

// Research is something worth reading, and what it adds.
type Research struct {
	Title string `json:"title"`
	URL   string `json:"url"`
	Why   string `json:"why"`
}

// Tags say where other frameworks look at the same thing. They are names to
// find an area by and carry no judgement.
type Tags struct {
	Inspection []string `json:"inspection,omitempty"`
	CST        []string `json:"cst,omitempty"`
}

// Crossing says that From, an area or a group of this rubric, is about the same
// thing as To in the other rubric called Rubric.
type Crossing struct {
	Rubric string `json:"rubric"`
	From   string `json:"from"`
	To     string `json:"to"`
}

// Resource is something that a trust or school keeps and points to.
type Resource struct {
	Title   string `json:"title"`
	Address string `json:"address,omitempty"`
	Note    string `json:"note,omitempty"`
}

// Local is what one overlay adds to an area.
type Local struct {
	Overlay     string
	LookFors    []string
	Resources   []Resource
	CaseStudies []string
}

// StepsFrom is the steps that lead on from level l, or nothing at the top.
func (a Area) StepsFrom(l Level) []NextStep {
	for _, b := range a.NextSteps {
		if b.From == l {
			return b.Steps
		}
	}
	return nil
}

// LookForsIn is what to look for in phase p beyond LookFors.
func (a Area) LookForsIn(p Phase) []string {
	i := slices.IndexFunc(a.Phases, func(in InPhase) bool { return in.Phase == p })
	if i < 0 {
		return nil
	}
	return a.Phases[i].LookFors
}

// Exemplar is the short story of level l, or "" when the area tells none.
func (a Area) Exemplar(l Level) string {
	if l < 1 || int(l) > len(a.Exemplars) {
		return ""
	}
	return a.Exemplars[l-1]
}

// crosses reports whether id can stand at this end of a crossing.
func (r Rubric) crosses(id string) bool {
	_, group := r.Group(GroupID(id))
	return group || r.Index(AreaID(id)) >= 0
}
