package model

import (
	"cmp"
	"encoding/json"
	"slices"
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
	Priorities []Priority // in plan order
	Fewer      string
	Notes      []Note // of the school as a whole, oldest first
	areas      map[AreaID]*AreaState
}

// AreaState is everything said of one area.
type AreaState struct {
	ID         AreaID
	Judgements []Judgement // by role, then person
	Notes      []Note      // oldest first
	Flags      []PersonID
	Emphasis   Emphasis
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
// that of person, else the first colleague's.
func (a AreaState) SchoolSays(person PersonID) (Judgement, bool) {
	if j, ok := a.By(Voice{Role: Agreed}); ok {
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
			return in[0], true
		}
	}
	return Judgement{}, false
}

// Disagree reports whether the school itself says different things of the
// area and nothing has been agreed.
func (a AreaState) Disagree() bool {
	if agreed := a.InRole(Agreed); len(agreed) == 1 {
		return false
	} else if len(agreed) > 1 {
		return true
	}
	in := a.InRole(Self)
	for _, j := range in[min(1, len(in)):] {
		if j.State != in[0].State || j.Level != in[0].Level {
			return true
		}
	}
	return false
}

// Flagged reports whether anybody wants to talk about the area.
func (a AreaState) Flagged() bool { return len(a.Flags) > 0 }

// pictureOf interprets the heads of one evaluation.
func pictureOf(f *Fold, id EvaluationID) Evaluation {
	e := Evaluation{ID: id, areas: map[AreaID]*AreaState{}}
	for _, h := range f.All(id) {
		if h.Withdrawn() {
			continue
		}
		e.take(h, len(f.heads[f.key(h.Event)]) > 1)
	}
	for _, a := range e.areas {
		slices.SortStableFunc(a.Judgements, func(x, y Judgement) int {
			return cmp.Or(cmp.Compare(x.Role, y.Role), cmp.Compare(x.Person, y.Person))
		})
	}
	slices.SortStableFunc(e.Priorities, func(x, y Priority) int {
		return cmp.Or(cmp.Compare(x.Place, y.Place), cmp.Compare(x.ID, y.ID))
	})
	return e
}

func (e *Evaluation) area(id AreaID) *AreaState {
	if e.areas[id] == nil {
		e.areas[id] = &AreaState{ID: id}
	}
	return e.areas[id]
}

// take reads one head into the picture. A value that cannot be read, or whose
// kind is unknown, says nothing: it stays in the log and in the history.
func (e *Evaluation) take(h Head, contested bool) {
	switch h.Kind {
	case KindStart:
		if read(h, &e.Start) {
			e.School, e.StartedAt = h.School, h.Wall
		}
	case KindStatus:
		var s Status
		if read(h, &s) && s.Finished {
			e.Finished, e.FinishedAt = true, h.Wall
		}
	case KindRemoval:
		var r Removal
		if read(h, &r) && r.Removed {
			e.Removed, e.RemovedAt = true, h.Wall
		}
	case KindFewer:
		var f Fewer
		if read(h, &f) {
			e.Fewer = f.Reason
		}
	default:
		e.takeArea(h, contested)
	}
}

func (e *Evaluation) takeArea(h Head, contested bool) {
	switch h.Kind {
	case KindJudgement:
		j := Judgement{Area: h.Subject.area(), Role: h.Role, Person: h.Person, At: h.Wall, Event: h.ID, Contested: contested}
		if read(h, &j.Opinion) {
			e.area(j.Area).Judgements = append(e.area(j.Area).Judgements, j)
		}
	case KindFlag:
		var f Flag
		if read(h, &f) && f.On {
			a := e.area(h.Subject.area())
			a.Flags = append(a.Flags, h.Person)
		}
	case KindEmphasis:
		var m Emphasis
		if read(h, &m) {
			e.area(h.Subject.area()).Emphasis = m
		}
	case KindNote:
		n := Note{ID: NoteID(h.Subject.last()), Role: h.Role, Person: h.Person, At: h.Wall, Event: h.ID, Contested: contested}
		if !read(h, &n.NoteText) {
			return
		}
		if n.Area == "" {
			e.Notes = append(e.Notes, n)
			return
		}
		e.area(n.Area).Notes = append(e.area(n.Area).Notes, n)
	case KindPriority:
		p := Priority{ID: PriorityID(h.Subject.last()), Person: h.Person, At: h.Wall, Event: h.ID, Contested: contested}
		if read(h, &p.PriorityText) {
			e.Priorities = append(e.Priorities, p)
		}
	}
}

func read(h Head, v any) bool { return json.Unmarshal(h.Value, v) == nil }
