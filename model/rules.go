package model

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
)

// RegisterSchool is the change that records a school's profile.
func RegisterSchool(s School, seen []EventID) (Change, error) {
	s, err := CheckSchool(s)
	if err != nil {
		return Change{}, err
	}
	return Change{Kind: KindSchoolInfo, Subject: schoolSubject, Value: s, Seen: seen}, nil
}

// NamePerson is the change that records somebody's name and post.
func NamePerson(p Person, seen []EventID) Change {
	p.Name, p.Post = CleanLine(p.Name), CleanLine(p.Post)
	return Change{Kind: KindPerson, Subject: personSubject(p.ID), Value: p, Seen: seen}
}

// StartEvaluation is the change that opens an evaluation of r, which must be
// one that is judged area by area.
func StartEvaluation(id EvaluationID, title string, y Year, r Rubric, areas []AreaID) (Change, error) {
	if !r.Kind.Judged() || len(r.Areas) == 0 {
		return Change{}, &FieldError{Field: "rubric", Problem: CleanLine(r.Title) + " is not judged area by area. Choose another rubric"}
	}
	for _, a := range areas {
		if r.Index(a) < 0 {
			return Change{}, fmt.Errorf("start evaluation: area %s: %w", a, ErrNotFound)
		}
	}
	return Change{Evaluation: id, Kind: KindStart, Subject: startSubject, Value: Start{Title: CleanLine(title), Year: y, Rubric: r.Hash(), Areas: areas}}, nil
}

// open refuses changes to an evaluation that is finished or removed.
func (b *Book) open() error {
	e := b.Evaluation()
	switch {
	case e.Removed:
		return ErrRemoved
	case e.Finished:
		return ErrFinished
	}
	return nil
}

func (b *Book) known(a AreaID) error {
	if b.rubric.Index(a) < 0 {
		return fmt.Errorf("area %s: %w", a, ErrNotFound)
	}
	return nil
}

// heard refuses an area that is not judged here and a voice that cannot be.
func (b *Book) heard(v Voice, a AreaID) error {
	if err := b.known(a); err != nil {
		return err
	}
	return v.check()
}

// Judge gives an area an opinion in one voice. Judging a finished evaluation
// is allowed in the roles of reviewer and agreed, whose turn comes after it;
// the school's own levels are fixed until it is reopened.
func (b *Book) Judge(v Voice, a AreaID, o Opinion) ([]Change, error) {
	if err := b.heard(v, a); err != nil {
		return nil, err
	}
	if v.Role == Self {
		if err := b.open(); err != nil {
			return nil, err
		}
		if b.sealed() {
			return nil, ErrSealed
		}
	}
	if v.Role == Reviewer && b.visitOver(v.Person) {
		return nil, ErrVisitClosed
	}
	o, err := o.check(b.rubric.Scale)
	if err != nil {
		return nil, err
	}
	switch {
	case v.Role == Agreed:
		return b.settle(v, a, o)
	case v.Role == Self && v.Person != TeamPerson:
		return b.speakUp(v, a, o)
	default:
		return b.single(b.change(v, KindJudgement, judgementSubject(v, a), o))
	}
}

// speakUp is what a person of the school says of an area. Whoever answers anew
// after the team recorded a level moves the school's answer: what the team had
// recorded is taken back by the same act, and stays in the history.
func (b *Book) speakUp(v Voice, a AreaID, o Opinion) ([]Change, error) {
	changes, err := b.single(b.change(v, KindJudgement, judgementSubject(v, a), o))
	return b.notTheTeam(v, a, changes, err)
}

// notTheTeam takes back what the team recorded of an area, beside the changes
// that a person of the school makes to it.
func (b *Book) notTheTeam(v Voice, a AreaID, changes []Change, err error) ([]Change, error) {
	_, recorded := b.Evaluation().Area(a).Team()
	if !recorded || v.Role != Self || v.Person == TeamPerson || err != nil && !errors.Is(err, ErrNothing) {
		return changes, err
	}
	team := Voice{Person: TeamPerson, Role: Self}
	return append(changes, b.change(team, KindJudgement, judgementSubject(team, a), nil)), nil
}

// settle records what was agreed of an area: in a visit, in front of what the
// school had agreed among itself; else in place of both.
func (b *Book) settle(v Voice, a AreaID, o Opinion) ([]Change, error) {
	if o.Visit != "" {
		return b.single(b.change(v, KindJudgement, visitLevelSubject(o.Visit, a), o))
	}
	if b.sealed() {
		return nil, ErrSealed
	}
	changes, err := b.single(b.change(v, KindJudgement, judgementSubject(v, a), o))
	if err != nil && !errors.Is(err, ErrNothing) {
		return nil, err
	}
	if changes = append(changes, b.unsettle(v, a)...); len(changes) == 0 {
		return nil, ErrNothing
	}
	return changes, nil
}

// unsettle takes back what visits agreed of an area.
func (b *Book) unsettle(v Voice, a AreaID) []Change {
	var changes []Change
	done := map[VisitID]bool{"": true}
	for _, j := range b.Evaluation().Area(a).InRole(Agreed) {
		if !done[j.Visit] {
			done[j.Visit] = true
			changes = append(changes, b.change(v, KindJudgement, visitLevelSubject(j.Visit, a), nil))
		}
	}
	return changes
}

// GiveLevel gives an area a level and keeps the confidence and direction that
// this voice has already stated for it.
func (b *Book) GiveLevel(v Voice, a AreaID, l Level) ([]Change, error) {
	o := Opinion{State: Rated, Level: l}
	if was, ok := b.Evaluation().Area(a).By(v); ok && was.State == Rated {
		o.Confidence, o.Direction, o.Reason = was.Confidence, was.Direction, was.Reason
	}
	return b.Judge(v, a, o)
}

// TakeOff withdraws this voice's judgement of an area.
func (b *Book) TakeOff(v Voice, a AreaID) ([]Change, error) {
	if err := b.heard(v, a); err != nil {
		return nil, err
	}
	if err := b.open(); err != nil && v.Role == Self {
		return nil, err
	}
	if v.Role == Reviewer && b.visitOver(v.Person) {
		return nil, ErrVisitClosed
	}
	if back := b.unsettle(v, a); v.Role == Agreed && len(back) > 0 && !b.Evaluation().Removed {
		return back, nil
	}
	if b.sealed() && v.Role != Reviewer {
		return nil, ErrSealed
	}
	changes, err := b.single(b.change(v, KindJudgement, judgementSubject(v, a), nil))
	return b.notTheTeam(v, a, changes, err)
}

// SetConfidence changes how sure this voice is. There must be a level to be sure of.
func (b *Book) SetConfidence(v Voice, a AreaID, c Confidence) ([]Change, error) {
	return b.amend(v, a, func(o *Opinion) { o.Confidence = c })
}

// SetDirection changes where this voice says the area is heading.
func (b *Book) SetDirection(v Voice, a AreaID, d Direction) ([]Change, error) {
	return b.amend(v, a, func(o *Opinion) { o.Direction = d })
}

func (b *Book) amend(v Voice, a AreaID, alter func(*Opinion)) ([]Change, error) {
	if err := b.heard(v, a); err != nil {
		return nil, err
	}
	was, ok := b.Evaluation().Area(a).By(v)
	if team, recorded := b.Evaluation().Area(a).Team(); recorded && v.Role == Self {
		was, ok = team, true
	}
	if !ok || was.State != Rated || was.Contested {
		return nil, &FieldError{Field: "level", Problem: "Choose a level first"}
	}
	o := was.Opinion
	alter(&o)
	return b.Judge(v, a, o)
}

// SetFlag says whether this voice wants to talk about an area.
func (b *Book) SetFlag(v Voice, a AreaID, on bool) ([]Change, error) {
	if err := b.heard(v, a); err != nil {
		return nil, err
	}
	var value any
	if on {
		value = Flag{On: true}
	}
	return b.single(b.change(v, KindFlag, flagSubject(v, a), value))
}

// WriteNote adds a note, or rewords the one of that id. Notes can be added to
// a finished evaluation: what was seen stays true.
func (b *Book) WriteNote(v Voice, id NoteID, n NoteText) ([]Change, error) {
	if err := v.check(); err != nil {
		return nil, err
	}
	n, err := n.check(b.rubric)
	if err != nil {
		return nil, err
	}
	c := b.change(v, KindNote, noteSubject(v, id), n)
	c.Person = cmp.Or(b.author(c.Seen), v.Person)
	return b.single(c)
}

// RemoveNote takes a note back. Its words stay in the history.
func (b *Book) RemoveNote(v Voice, id NoteID) ([]Change, error) {
	if err := v.check(); err != nil {
		return nil, err
	}
	c := b.change(v, KindNote, noteSubject(v, id), nil)
	c.Person = cmp.Or(b.author(c.Seen), v.Person)
	return b.single(c)
}

// author keeps a reworded note with the person who first wrote it. Where copies
// name two, the choice must not hang on a hash, and so on a clock.
func (b *Book) author(seen []EventID) PersonID {
	var all []PersonID
	for _, id := range seen {
		all = append(all, b.fold.records[id].Person)
	}
	if len(all) == 0 {
		return ""
	}
	return slices.Min(all)
}

// Emphasise sets what the school says of an area before priorities are
// suggested. The zero Emphasis takes everything back.
func (b *Book) Emphasise(a AreaID, m Emphasis) ([]Change, error) {
	if err := b.known(a); err != nil {
		return nil, err
	}
	m, err := m.check()
	if err != nil {
		return nil, err
	}
	if m.Pinned && b.pinnedBeside(a) >= MostPriorities {
		return nil, &FullError{Have: MostPriorities}
	}
	var value any
	if m != (Emphasis{}) {
		value = m
	}
	return b.single(b.change(Voice{Role: Self}, KindEmphasis, emphasisSubject(a), value))
}

func (b *Book) pinnedBeside(a AreaID) int {
	n := 0
	for _, other := range b.rubric.Areas {
		if other.ID != a && b.Evaluation().Area(other.ID).Emphasis.Pinned {
			n++
		}
	}
	return n
}

// SetRemoved puts the evaluation among the recently deleted, or brings it back.
func (b *Book) SetRemoved(on bool) ([]Change, error) {
	var value any
	if on {
		value = Removal{Removed: true}
	}
	return b.single(b.change(Voice{}, KindRemoval, removalSubject, value))
}
