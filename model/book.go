package model

import (
	"cmp"
	"slices"

	"waymark/model/arrange"
)

// Book is one school's log opened at one evaluation: what screens, commands
// and line mode all act through. Its rules return the changes to sign; it
// alters itself only when the signed records are added.
type Book struct {
	fold       *Fold
	whole      Rubric
	rubric     Rubric
	school     SchoolID
	evaluation EvaluationID
	picture    *Evaluation
	drawn      int                 // how far the log was when the picture was drawn
	reader     Voice               // who reads; see As
	behind     *Evaluation         // the picture with nothing kept from the reader
	laid       int                 // how far the log was when that was drawn
	words      func(Rubric) Rubric // how the rubric is read, nil for as it is
	vocabulary Vocabulary          // of the program's own words
}

// OpenBook folds records, which are the school's own and those of evaluation.
// The rubric is the one the evaluation was started with, whole.
func OpenBook(school SchoolID, evaluation EvaluationID, rubric Rubric, records []Record) (*Book, error) {
	f, err := NewFold(records...)
	if err != nil {
		return nil, err
	}
	b := &Book{fold: f, whole: rubric, school: school, evaluation: evaluation}
	b.rubric = b.reading()
	return b, nil
}

// Add takes signed records in. It changes nothing when one cannot be read.
func (b *Book) Add(records ...Record) error {
	for _, r := range records {
		if _, err := r.open(); err != nil {
			return err
		}
	}
	for _, r := range records {
		if err := b.fold.Add(r); err != nil {
			return err
		}
	}
	if slices.ContainsFunc(records, func(r Record) bool { return r.Kind == KindStart }) {
		b.rubric = b.reading()
	}
	return nil
}

// Has reports whether the book already holds the record.
func (b *Book) Has(id EventID) bool { return b.fold.Has(id) }

// Len is how many records the book holds.
func (b *Book) Len() int { return b.fold.Len() }

// Rubric is what is judged here: the areas this evaluation was started with.
func (b *Book) Rubric() Rubric { return b.rubric }

// EvaluationID is the evaluation the book is opened at.
func (b *Book) EvaluationID() EvaluationID { return b.evaluation }

// SchoolID is the school the book belongs to.
func (b *Book) SchoolID() SchoolID { return b.school }

// Evaluation is the present picture. It is computed once for each change.
func (b *Book) Evaluation() Evaluation {
	if b.picture == nil || b.drawn != b.fold.changes {
		p := b.veil(b.all())
		b.picture, b.drawn = &p, b.fold.changes
	}
	return *b.picture
}

// School is the school's profile as it stands.
func (b *Book) School() School {
	for _, c := range b.fold.choices("", schoolSubject) {
		var s School
		if c.Kind == KindSchoolInfo && read(c, &s) {
			s.ID = b.school
			return s
		}
	}
	return School{ID: b.school}
}

// People lists everybody who has been named, once each, by name.
func (b *Book) People() []Person {
	var all []Person
	for _, s := range b.fold.subjects("") {
		for _, c := range b.fold.choices("", s) {
			var p Person
			if c.Kind == KindPerson && read(c, &p) && personSubject(p.ID) == s {
				all = append(all, p)
				break
			}
		}
	}
	arrange.By(all, func(x, y Person) int { return cmp.Or(cmp.Compare(x.Name, y.Name), cmp.Compare(x.ID, y.ID)) })
	return all
}

// Who is the person called id, or one with only that id when nobody said more.
func (b *Book) Who(id PersonID) Person {
	for _, p := range b.People() {
		if p.ID == id {
			return p
		}
	}
	if id == TeamPerson {
		return Person{ID: id, Name: "The team"}
	}
	return Person{ID: id}
}

// change makes a change of this evaluation, in the name of the voice, that
// supersedes what stands now.
func (b *Book) change(v Voice, k EventKind, s Subject, value any) Change {
	return Change{Evaluation: b.evaluation, Person: v.Person, Role: v.Role, Kind: k, Subject: s, Value: value, Seen: b.fold.Heads(b.evaluation, s)}
}

// single returns c alone, or ErrNothing when the subject already says so. An
// evaluation among the recently deleted has to be brought back before it changes.
func (b *Book) single(c Change) ([]Change, error) {
	if b.Evaluation().Removed && c.Kind != KindRemoval {
		return nil, ErrRemoved
	}
	if b.says(c) && !b.rereads(c) {
		return nil, ErrNothing
	}
	return []Change{c}, nil
}

// says reports whether the subject's only head already has the change's value.
func (b *Book) says(c Change) bool {
	want := null()
	if c.Value != nil {
		var err error
		if want, err = canonicalJSON(c.Value); err != nil {
			return false
		}
	}
	if len(c.Seen) == 0 {
		return string(want) == "null"
	}
	return len(c.Seen) == 1 && string(b.fold.records[c.Seen[0]].Value) == string(want)
}

// rereads reports whether the change answers again what was carried from an
// edition with other words: that it stays as it was is news then.
func (b *Book) rereads(c Change) bool {
	if c.Kind != KindJudgement || c.Value == nil {
		return false
	}
	for _, j := range b.Evaluation().Area(c.Subject.area()).Judgements {
		if j.Reread && slices.Contains(c.Seen, j.Event) {
			return true
		}
	}
	return false
}
