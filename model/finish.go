package model

import "fmt"

// Problem is one thing that stands between an evaluation and its end.
type Problem struct {
	Area    AreaID
	Problem string // the whole sentence, starting with the area's name
}

// Problems lists what still needs somebody, in rubric order.
func (b *Book) Problems() []Problem {
	e := b.Evaluation()
	var all []Problem
	for _, a := range b.rubric.Areas {
		s := e.Area(a.ID)
		switch {
		case s.Contested():
			all = append(all, Problem{a.ID, a.Name() + ": changed on two computers. Choose one level"})
		case s.Disagree():
			all = append(all, Problem{a.ID, a.Name() + ": two people disagree. Agree one level"})
		case s.Reread:
			all = append(all, Problem{a.ID, a.Name() + ": its words have changed. Please re-read it and choose a level"})
		case len(s.InRole(Self)) == 0 && len(s.InRole(Agreed)) == 0:
			all = append(all, Problem{a.ID, fmt.Sprintf("%s: choose a level, or mark it ‘not this time’", a.Name())})
		}
	}
	return all
}

// Finish closes the evaluation. It fails with an *IncompleteError while any
// area needs somebody.
func (b *Book) Finish() ([]Change, error) {
	if problems := b.Problems(); len(problems) > 0 {
		return nil, &IncompleteError{Problems: problems}
	}
	return b.single(b.change(Voice{}, KindStatus, statusSubject, Status{Finished: true}))
}

// Reopen lets a finished evaluation be changed again. It is recorded.
func (b *Book) Reopen() ([]Change, error) {
	if !b.Evaluation().Finished {
		return nil, ErrNothing
	}
	return b.single(b.change(Voice{}, KindStatus, statusSubject, Status{}))
}

// Progress counts areas: with an answer of the school, and in all.
func (b *Book) Progress() (judged, of int) {
	e := b.Evaluation()
	for _, a := range b.rubric.Areas {
		if s := e.Area(a.ID); len(s.InRole(Self))+len(s.InRole(Agreed)) > 0 {
			judged++
		}
	}
	return judged, len(b.rubric.Areas)
}

// NextUnjudged is the first area without an answer of v after from, in rubric
// order and round to the start; ok is false when every area has one.
func (b *Book) NextUnjudged(v Voice, from AreaID) (id AreaID, ok bool) {
	n := len(b.rubric.Areas)
	start := b.rubric.Index(from)
	e := b.Evaluation()
	for i := 1; i <= n; i++ {
		a := b.rubric.Areas[(start+i+n)%n]
		if _, judged := e.Area(a.ID).By(v); !judged {
			return a.ID, true
		}
	}
	return "", false
}
