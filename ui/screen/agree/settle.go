package agree

import (
	"errors"
	"fmt"

	"waymark/model"
	"waymark/model/visit"
	"waymark/ui/nav"
	"waymark/ui/visiting"
)

// enter records what both sides say, or asks for what is still missing.
func (s *Screen) enter() {
	r, ok := s.row()
	switch {
	case !ok:
		s.judgeFirst()
	case !s.may(), s.unchanged(r):
		s.goOn()
	case s.apart:
		s.enterApart()
	case s.level == 0:
		s.part, s.status = atLevel, "Press the number you both agree on, or Tab if you do not agree."
	case !s.same(r) && s.why.Empty() && !s.asked:
		s.part, s.asked, s.status = atWhy, true, ""
	default:
		s.agree(r)
	}
}

// same reports whether both gave the level that is to be agreed, which needs no
// reason.
func (s *Screen) same(r visit.Row) bool {
	return r.State == visit.Match && r.School.Level == s.level
}

// goOn leaves a row that needs nothing.
func (s *Screen) goOn() {
	if s.left() {
		s.next()
		return
	}
	s.env.Nav.Replace(nav.Points{})
}

func (s *Screen) judgeFirst() {
	if _, on := s.env.Visit(); on {
		s.env.Nav.Replace(nav.VisitJudge{})
	}
}

// unchanged reports whether the row is settled just as the screen shows it.
func (s *Screen) unchanged(r visit.Row) bool {
	switch {
	case s.apart:
		return r.Apart != nil && !s.school.Changed() && !s.review.Changed() && s.part == atLevel
	case r.Agreed != nil:
		return s.level == r.Agreed.Level && !s.why.Changed()
	}
	return false
}

// agree records the level with its reason.
func (s *Screen) agree(r visit.Row) {
	err := s.env.Desk.Do(s.book().Agree(s.env.Desk.Voice, s.visit().ID, r.Area, s.level, s.why.Value()))
	if !s.done(err) {
		return
	}
	s.why.Filed()
	said := fmt.Sprintf("Agreed: %s is %s.", r.Area, visiting.Level(s.scale(), s.level))
	s.settled(r.Area, said)
}

// enterApart asks for the sentence of each side, then records both.
func (s *Screen) enterApart() {
	r, _ := s.row()
	switch {
	case s.part != atSchool && s.part != atReviewer, s.part == atReviewer && s.school.Empty():
		s.part, s.status = atSchool, ""
	case s.part == atSchool && s.school.Empty():
		s.status = "Enter one sentence for the school."
	case s.part == atSchool:
		s.part, s.status = atReviewer, ""
	case s.review.Empty():
		s.status = "Enter one sentence for the reviewer."
	default:
		d := model.Apart{School: s.school.Value(), Reviewer: s.review.Value()}
		if s.done(s.env.Desk.Do(s.book().Disagree(s.env.Desk.Voice, s.visit().ID, r.Area, d))) {
			s.school.Filed()
			s.review.Filed()
			s.settled(r.Area, fmt.Sprintf("Recorded: you do not agree on %s. Both sentences are kept.", r.Area))
		}
	}
}

// done reports whether a rule was carried out, and says why not.
func (s *Screen) done(err error) bool {
	if err == nil || errors.Is(err, model.ErrNothing) {
		return true
	}
	s.status = visiting.Why(err)
	return false
}

// settled goes on from an area to the next that is not.
func (s *Screen) settled(a model.AreaID, said string) {
	s.again(a)
	s.next()
	if s.status == "" && s.left() {
		s.status = said
	}
}

// agreeAll agrees every area on which both gave the same level, in one act.
func (s *Screen) agreeAll() {
	same := visit.Matching(s.rows)
	err := s.env.Desk.Do(s.book().AgreeAll(s.env.Desk.Voice, s.visit().ID, same))
	if !s.done(err) {
		return
	}
	s.again(s.Area())
	if r, ok := s.row(); ok && !r.Open() {
		s.next()
	}
	s.status = fmt.Sprintf("%d areas agreed as both gave the same level. u takes it back.", len(same))
	if len(same) == 1 {
		s.status = "1 area agreed as both gave the same level. u takes it back."
	}
}
