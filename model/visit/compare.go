package visit

import (
	"cmp"
	"slices"

	"waymark/model"
	"waymark/model/arrange"
)

// State says how the school's word on an area and the reviewer's lie to each
// other.
type State string

// The states of a row.
const (
	// Match: both gave the same level.
	Match State = "match"
	// Differ: they gave different levels.
	Differ State = "differ"
	// NotSeen: the reviewer did not see enough to say, so the school's level stands.
	NotSeen State = "not-seen"
	// NotApplicable: one of them, or both, said that the area does not apply.
	NotApplicable State = "not-applicable"
	// SchoolSilent: the reviewer gave a level and the school gave none.
	SchoolSilent State = "school-silent"
	// Waiting: the reviewer has still to judge, so nothing of the school is told.
	Waiting State = "waiting"
)

// Row sets the two words on one area side by side. What was not said is nil.
// Gap is how many levels lie between them, 0 where either gave none. While a
// row is Waiting it says nothing at all beside its area.
type Row struct {
	Area     model.AreaID
	School   *model.Judgement // the school's own, whatever was agreed since
	Reviewer *model.Judgement
	Agreed   *model.Judgement // agreed in this visit
	Apart    *model.Disagreement
	Gap      int
	State    State
}

// Compare has a row for each area that the visit looks at and for every other
// that its reviewers judged: the widest gap first, then in rubric order. A row
// that has been settled keeps its place.
func Compare(b *model.Book, v model.Visit) []Row {
	e, focus := b.Evaluation(), v.Areas()
	var rows []Row
	for _, a := range b.Rubric().Areas {
		s := e.Area(a.ID)
		said := reviewed(e, v, s)
		if said == nil && !slices.Contains(focus, a.ID) {
			continue
		}
		row := Row{Area: a.ID, State: Waiting}
		if said != nil && !kept(b, e, s) {
			row = row.fill(v, s, said)
		}
		rows = append(rows, row)
	}
	arrange.By(rows, func(x, y Row) int { return cmp.Compare(y.Gap, x.Gap) })
	return rows
}

// kept reports whether what others said of an area is kept from whoever reads
// the book, as Book.Hidden does, from the picture that is drawn already.
func kept(b *model.Book, e model.Evaluation, s model.AreaState) bool {
	if !b.Blind() {
		return false
	}
	_, judged := s.By(b.Reader())
	looked := func(v model.Visit) bool { return v.Looked(s.ID, b.Reader().Person) }
	return !judged && !slices.ContainsFunc(e.Visits, looked)
}

func (r Row) fill(v model.Visit, s model.AreaState, said *model.Judgement) Row {
	r.Reviewer = said
	if j, ok := s.SchoolOwn(); ok {
		r.School = &j
	}
	for _, j := range s.InRole(model.Agreed) {
		if j.Visit == v.ID && v.ID != "" {
			r.Agreed = &j
			break
		}
	}
	if d, ok := v.Disagreed(r.Area); ok {
		r.Apart = &d
	}
	r.State = r.state()
	if r.State == Differ {
		r.Gap = max(int(r.School.Level-r.Reviewer.Level), int(r.Reviewer.Level-r.School.Level))
	}
	return r
}

func (r Row) state() State {
	switch {
	case r.Reviewer.State == model.NoEvidence:
		return NotSeen
	case r.Reviewer.State == model.NotApplicable, r.School != nil && r.School.State == model.NotApplicable:
		return NotApplicable
	case r.School == nil || r.School.State != model.Rated:
		return SchoolSilent
	case r.School.Level == r.Reviewer.Level:
		return Match
	}
	return Differ
}

// reviewed is what this visit's reviewers say of an area: the lead's word, else
// that of the first of the others. Who came on another visit only is left to it.
func reviewed(e model.Evaluation, v model.Visit, s model.AreaState) *model.Judgement {
	in := reviewers(e, v, s)
	if len(in) == 0 {
		return nil
	}
	return &in[0]
}

// reviewers are the judgements of this visit's reviewers, the lead's first.
func reviewers(e model.Evaluation, v model.Visit, s model.AreaState) []model.Judgement {
	in := slices.DeleteFunc(s.InRole(model.Reviewer), func(j model.Judgement) bool {
		elsewhere := func(o model.Visit) bool { return o.ID != v.ID && o.On(j.Person) }
		return !v.On(j.Person) && slices.ContainsFunc(e.Visits, elsewhere)
	})
	arrange.By(in, func(x, y model.Judgement) int { return rankOn(v, x.Person) - rankOn(v, y.Person) })
	return in
}

func rankOn(v model.Visit, p model.PersonID) int {
	switch {
	case p == v.Lead:
		return 0
	case v.On(p):
		return 1
	}
	return 2
}

// Settled reports whether the row is agreed or recorded as not agreed.
func (r Row) Settled() bool { return r.Agreed != nil || r.Apart != nil }

// Open reports whether the two sides have still to talk about the row: both
// spoke, there is something to settle, and it is not settled.
func (r Row) Open() bool {
	switch {
	case r.Settled():
		return false
	case r.State == Match || r.State == Differ:
		return true
	}
	return r.State == NotApplicable && r.School != nil && r.School.State != r.Reviewer.State
}

// Both reports whether both sides gave a level.
func (r Row) Both() bool { return r.State == Match || r.State == Differ }

// Matching lists the areas that one act can agree: both gave the same level,
// and nothing has been settled.
func Matching(rows []Row) []model.AreaID {
	var areas []model.AreaID
	for _, r := range rows {
		if r.State == Match && r.Open() {
			areas = append(areas, r.Area)
		}
	}
	return areas
}
