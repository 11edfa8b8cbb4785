package model

import "slices"

// As is the book as v reads it and works in it, over the same log: what is
// added to either is in both. To a reviewer it does not say what the school
// answered on areas that the reviewer has not judged, nor what its meetings
// said; neither the picture, nor the history, nor anything made from them can
// tell. Undo takes back what this voice did, not what the other side did.
func (b *Book) As(v Voice) *Book {
	c := *b
	c.reader, c.picture, c.behind = v, nil, nil
	return &c
}

// Reader is the voice that the book is read as; the zero Voice sees everything.
func (b *Book) Reader() Voice { return b.reader }

// Blind reports whether the book is read as a reviewer.
func (b *Book) Blind() bool { return b.reader.Role == Reviewer }

// Hidden says whether the school's answers on area are kept from the reader,
// and whether there are any.
func (b *Book) Hidden(area AreaID) (given, hidden bool) {
	if !b.Blind() {
		return false, false
	}
	if b.behind == nil || b.laid != b.fold.changes {
		e := b.all()
		b.behind, b.laid = &e, b.fold.changes
	}
	s := b.behind.Area(area)
	return len(s.InRole(Self))+len(s.InRole(Agreed)) > 0, b.kept(*b.behind, area)
}

// kept reports whether the reader has neither judged area nor looked.
func (b *Book) kept(e Evaluation, area AreaID) bool {
	if _, judged := e.Area(area).By(b.reader); judged {
		return false
	}
	return !slices.ContainsFunc(e.Visits, func(v Visit) bool { return v.Looked(area, b.reader.Person) })
}

// all is the picture with nothing kept from anyone.
func (b *Book) all() Evaluation { return pictureOf(b.fold, b.evaluation, b.whole.Scale.Top()) }

// veil takes out of e what the reader may not see yet.
func (b *Book) veil(e Evaluation) Evaluation {
	if !b.Blind() {
		return e
	}
	e.Meetings, e.Fewer = nil, ""
	e.Priorities = slices.DeleteFunc(e.Priorities, func(p Priority) bool { // what is worked on is what is low
		return slices.ContainsFunc(p.Areas, func(a AreaID) bool { return b.kept(e, a) })
	})
	for i := range e.Visits {
		e.Visits[i].Apart = slices.DeleteFunc(e.Visits[i].Apart, func(d Disagreement) bool { return b.kept(e, d.Area) })
	}
	for id, a := range e.areas {
		if !b.kept(e, id) {
			continue
		}
		a.Judgements = slices.DeleteFunc(a.Judgements, func(j Judgement) bool { return j.Role != Reviewer })
		a.Reread, a.Behind = false, nil
	}
	return e
}

// tells reports whether a step of the history may be told to the reader.
func (b *Book) tells(e Evaluation, s Step) bool {
	if !b.Blind() {
		return true
	}
	switch s.Kind {
	case KindMeeting, KindVote, KindRound, KindOutcome:
		return false
	case KindPriority, KindFewer:
		return s.Person == b.reader.Person
	case KindJudgement:
		return s.Role == Reviewer || !b.kept(e, s.Area)
	default:
		return true
	}
}

// theirs reports whether an act belongs to the other side of a visit than the
// reader, who may not take it back.
func (b *Book) theirs(a act) bool {
	switch b.reader.Role {
	case Reviewer:
		return slices.ContainsFunc(a.records, func(r folded) bool { return r.Person != b.reader.Person })
	case Self:
		return slices.ContainsFunc(a.records, func(r folded) bool { return r.Role == Reviewer && r.Person != b.reader.Person })
	default:
		return false
	}
}
