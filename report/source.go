package report

import (
	"time"

	"waymark/model"
	"waymark/model/priority"
)

// Source is the folded picture a document is built from. Person is whose own
// judgements stand for the school where nothing is agreed. People looks a person
// up; it may be nil. Made is when, in the time zone that dates are shown in.
type Source struct {
	School     model.School
	Evaluation model.Evaluation
	Rubric     model.Rubric
	People     func(model.PersonID) model.Person
	Answer     priority.Answer
	Previous   *Earlier
	Made       time.Time
	Person     model.PersonID
	Vocabulary model.Vocabulary // of the document's own words; the rubric has its own
	Visit      *Visited         // the visit it is about or rests on too, nil without one
}

// Earlier is an earlier evaluation on a comparable edition of the rubric. Row
// has the areas of Source.Rubric, in its order; a row of another length is not used.
type Earlier struct {
	Year model.Year
	Row  model.Row
}

// LeaveOut says what a document does not hold: true leaves it out.
type LeaveOut struct {
	PrivateNotes bool
	Names        bool
	Confidence   bool
}

// builder gathers what all parts of a document need.
type builder struct {
	Source
	out   LeaveOut
	scale model.Scale
	mask  mask
	seen  map[model.AreaID]model.AreaState
	roomy bool // there is room for names where the one page has codes
}

func newBuilder(s Source, out LeaveOut) *builder {
	s.Rubric = s.Rubric.Only(s.Evaluation.Areas)
	if s.Previous != nil && len(s.Previous.Row) != len(s.Rubric.Areas) {
		s.Previous = nil
	}
	b := &builder{Source: s, out: out, scale: s.Rubric.Scale, seen: map[model.AreaID]model.AreaState{}}
	for _, a := range s.Rubric.Areas {
		b.seen[a.ID] = s.Evaluation.Area(a.ID)
	}
	if out.Names {
		b.mask = newMask(b.everybody())
	}
	return b
}

// person looks somebody up; one nobody has named has no name to show.
func (b *builder) person(id model.PersonID) model.Person {
	if b.People == nil {
		return model.Person{ID: id}
	}
	return b.People(id)
}

// everybody is whoever appears anywhere in the evaluation.
func (b *builder) everybody() []model.Person {
	var all []model.Person
	met := map[model.PersonID]bool{}
	add := func(id model.PersonID) {
		if id != "" && !met[id] {
			met[id] = true
			all = append(all, b.person(id))
		}
	}
	add(b.Person)
	for _, a := range b.Rubric.Areas {
		s := b.seen[a.ID]
		for _, j := range s.Judgements {
			add(j.Person)
		}
		for _, n := range s.Notes {
			add(n.Person)
		}
		for _, id := range s.Flags {
			add(id)
		}
	}
	for _, n := range b.Evaluation.Notes {
		add(n.Person)
	}
	for _, p := range b.Evaluation.Priorities {
		add(p.Person)
	}
	if b.Visit == nil {
		return all
	}
	add(b.Visit.Lead)
	for _, m := range b.Visit.Team {
		add(m.Person)
	}
	for _, s := range b.Visit.Signed {
		all = append(all, model.Person{Name: s.Name})
	}
	return all
}

// line is one line of somebody's words, safe to show and without the names that
// are left out.
func (b *builder) line(s string) string { return b.mask.cover(model.CleanLine(s)) }

// say is one of the document's own texts in the words used here.
func (b *builder) say(s string) string { return b.Vocabulary.Words(s) }

// text is the same for several lines.
func (b *builder) text(s string) string { return b.mask.cover(model.CleanBlock(s)) }

// ref names an area; one the rubric does not have keeps its code.
func (b *builder) ref(id model.AreaID) Ref {
	a, _ := b.Rubric.Area(id)
	return Ref{ID: id, Title: a.Title}
}

func (b *builder) refs(ids []model.AreaID) []Ref {
	refs := make([]Ref, 0, len(ids))
	for _, id := range ids {
		refs = append(refs, b.ref(id))
	}
	return refs
}

// says is what stands for an area: what the school says, else what a reviewer does.
func (b *builder) says(id model.AreaID) (model.Judgement, bool) {
	s := b.seen[id]
	if j, ok := s.SchoolSays(b.Person); ok {
		return j, true
	}
	return s.Standing()
}

// mark is the level that stands for an area.
func (b *builder) mark(id model.AreaID) Mark {
	j, ok := b.says(id)
	return mark(b.scale, j.Opinion, ok)
}

// was is the area's level in the earlier evaluation.
func (b *builder) was(id model.AreaID) (model.Level, bool) {
	if b.Previous == nil {
		return 0, false
	}
	l, ok := b.Previous.Row.Level(b.Rubric.Index(id))
	return l, ok && b.scale.Has(l)
}

// moved is by how many levels the level that is shown has moved since the
// earlier evaluation.
func (b *builder) moved(id model.AreaID) int {
	was, before := b.was(id)
	now, ok := b.says(id)
	if !before || !ok || now.State != model.Rated {
		return 0
	}
	return int(now.Level - was)
}
