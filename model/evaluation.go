package model

import (
	"slices"

	"waymark/model/arrange"
)

// Start is the value that opens an evaluation. It names one edition of one
// rubric by the hash of its whole text and never changes.
type Start struct {
	Title  string   `json:"title"`
	Year   Year     `json:"year"`
	Rubric string   `json:"rubric"` // Rubric.Hash
	Areas  []AreaID `json:"areas,omitempty"`
}

// Status says whether an evaluation is finished.
type Status struct {
	Finished bool `json:"finished"`
}

// Removal says whether an evaluation was put among the recently deleted.
type Removal struct {
	Removed bool `json:"removed"`
}

// Flag says that somebody wants to talk about an area.
type Flag struct {
	On bool `json:"on"`
}

// Fewer is why a plan has fewer than three priorities.
type Fewer struct {
	Reason string `json:"reason"`
}

// Evaluation is the folded picture of one evaluation: what every voice says now.
type Evaluation struct {
	Start
	ID         EvaluationID
	School     SchoolID
	StartedAt  int64
	Finished   bool
	FinishedAt int64
	Removed    bool
	RemovedAt  int64
	Moved      *Move      // how it came from another edition, nil when it did not
	Priorities []Priority // in plan order
	Fewer      string
	Notes      []Note    // of the school as a whole, oldest first
	Visits     []Visit   // in the order they were planned for
	Meetings   []Meeting // in the order they began
	top        Level
	areas      map[AreaID]*AreaState
}

// AreaState is everything said of one area.
type AreaState struct {
	ID         AreaID
	Judgements []Judgement // by role, then person
	Notes      []Note      // oldest first
	// Behind is what the school had agreed among itself where a visit agreed a
	// level since; it counts again should that be taken back.
	Behind   []Judgement
	Flags    []PersonID
	Emphasis Emphasis
	// Emphases holds every emphasis while copies that were changed apart wait
	// for a decision. Until then the first of them counts.
	Emphases []Emphasis
	// Reread says that the school's answer came from an edition with other words,
	// and that nobody has answered since: please re-read.
	Reread bool
}

// Area is the state of id; an area nobody has touched has an empty state.
func (e Evaluation) Area(id AreaID) AreaState {
	if a, ok := e.areas[id]; ok {
		return *a
	}
	return AreaState{ID: id}
}

// By is the judgement of one voice. The agreed judgement belongs to everybody.
func (a AreaState) By(v Voice) (Judgement, bool) {
	for _, j := range a.Judgements {
		if j.Role == v.Role && (v.Role == Agreed || j.Person == v.Person) {
			return j, true
		}
	}
	return Judgement{}, false
}

// InRole lists the judgements given in one role.
func (a AreaState) InRole(r Role) []Judgement {
	var in []Judgement
	for _, j := range a.Judgements {
		if j.Role == r {
			in = append(in, j)
		}
	}
	return in
}

// SchoolSays is what the school's own lists show: the agreed judgement, else
// what the team recorded together, that of person, else the first colleague's.
func (a AreaState) SchoolSays(person PersonID) (Judgement, bool) {
	if j, ok := a.By(Voice{Role: Agreed}); ok {
		return j, true
	}
	if j, ok := a.Team(); ok {
		return j, true
	}
	if j, ok := a.By(Voice{Person: person, Role: Self}); ok {
		return j, true
	}
	if in := a.InRole(Self); len(in) > 0 {
		return in[0], true
	}
	return Judgement{}, false
}

// Standing is the judgement an area is remembered by from year to year: the
// agreed one, else the first reviewer's, else the first of the school's
// (METHOD section 1).
func (a AreaState) Standing() (Judgement, bool) {
	for _, role := range []Role{Agreed, Reviewer, Self} {
		if in := a.InRole(role); len(in) > 0 {
			if j, ok := a.Team(); ok && role == Self {
				return j, true
			}
			return in[0], true
		}
	}
	return Judgement{}, false
}

// Team is what a team meeting recorded: where it did, it is what the school
// says, and the first levels of its members stay beside it.
func (a AreaState) Team() (Judgement, bool) { return a.By(Voice{Person: TeamPerson, Role: Self}) }

// Disagree reports whether the school itself says different things of the
// area and nothing has been agreed.
func (a AreaState) Disagree() bool {
	if agreed := a.InRole(Agreed); len(agreed) == 1 {
		return false
	} else if len(agreed) > 1 {
		return true
	}
	if _, ok := a.Team(); ok {
		return false
	}
	in := a.InRole(Self)
	for _, j := range in[min(1, len(in)):] {
		if j.State != in[0].State || j.Level != in[0].Level {
			return true
		}
	}
	return false
}

// Contested reports whether copies of the evaluation were changed apart and the
// school's own answer on the area waits for a decision.
func (a AreaState) Contested() bool {
	contested := func(j Judgement) bool { return j.Contested }
	if agreed := a.InRole(Agreed); len(agreed) > 0 {
		return slices.ContainsFunc(agreed, contested)
	}
	return slices.ContainsFunc(a.InRole(Self), contested)
}

// Flagged reports whether anybody wants to talk about the area.
func (a AreaState) Flagged() bool { return len(a.Flags) > 0 }

// VisitNotes lists the notes taken on a visit, oldest first.
func (e Evaluation) VisitNotes(id VisitID) []Note {
	var all []Note
	for _, n := range e.AllNotes() {
		if n.Visit == id {
			all = append(all, n)
		}
	}
	return all
}

// AllNotes lists every note, of the school as a whole and of areas, oldest first.
func (e Evaluation) AllNotes() []Note {
	all := slices.Clone(e.Notes)
	for _, a := range e.areas {
		all = append(all, a.Notes...)
	}
	arrange.By(all, compareNotes)
	return all
}
