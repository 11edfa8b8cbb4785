package sheet

import (
	"fmt"

	"waymark/model"
	"waymark/ui/visiting"
)

// answer takes a number: an answer of the checklist, or how many of the three
// pupils.
func (s *Screen) answer(n int) {
	item, ok := s.item()
	if !ok {
		return
	}
	l := s.list()
	outside := l.Digit(l.NotApplicable())
	switch {
	case s.list().Samples(item) && n >= 0 && n <= model.Sampled:
		s.observe(item, model.Observation{Answer: l.Sampled(n), Pupils: &n})
	case s.list().Samples(item) && n == outside:
		s.observe(item, model.Observation{Answer: l.NotApplicable()})
	case s.list().Samples(item):
		s.status = s.env.Say("Press 0 to 3 for how many of the three pupils, or - if it did not apply.")
	case n > len(l.Answers):
		s.status = fmt.Sprintf("Press a number from 1 to %d.", len(l.Answers))
	default:
		s.observe(item, model.Observation{Answer: l.Answers[n-1]})
	}
}

// none is the number 0: no pupil, or no answer after all.
func (s *Screen) none() {
	item, ok := s.item()
	switch {
	case !ok:
	case s.list().Samples(item):
		s.answer(0)
	default:
		s.takeOff()
	}
}

// outside says that the line did not apply: the visit missed that part.
func (s *Screen) outside() {
	item, ok := s.item()
	if answer := s.list().NotApplicable(); ok && answer != "" {
		s.observe(item, model.Observation{Answer: answer})
	}
}

// observe files an answer, with the words noted on the line, and moves on.
func (s *Screen) observe(item model.Item, o model.Observation) {
	was, _ := s.mine(item.ID)
	words := s.words(item, was)
	o.Note = words.Value()
	if !s.do(s.book().Observe(s.env.Desk.Voice, s.visit().ID, s.id, s.list().Rubric, item.ID, o)) {
		return
	}
	words.Filed()
	delete(s.waiting, item.ID)
	s.goOn()
}

// words is the note on a line as filed, or as typed and not filed yet.
func (s *Screen) words(item model.Item, was model.Observed) *visiting.Line {
	return visiting.NewLine(s.env, "", "room-"+string(s.id)+"-"+string(item.ID), was.Note)
}

// goOn moves to the next line, and from the last one to the first that was left
// out.
func (s *Screen) goOn() {
	if s.at+1 < len(s.list().Items()) {
		s.at++
		return
	}
	n, of := s.answered()
	if s.toOpen(0) {
		s.status = fmt.Sprintf("%d of %d are answered. This is the first one left.", n, of)
	}
}

// takeOff takes the answer of the line back.
func (s *Screen) takeOff() {
	item, ok := s.item()
	was, answered := s.mine(item.ID)
	if !ok || !answered {
		s.status = "There is no answer to take off here."
		return
	}
	if !s.do(s.book().Observe(s.env.Desk.Voice, s.visit().ID, s.id, s.list().Rubric, item.ID, model.Observation{})) {
		return
	}
	s.status = "The answer is taken off. u brings it back."
	if was.Note != "" {
		s.status = "The answer and its note are taken off. u brings both back."
	}
}

// next goes to the next line without an answer; when there is none it goes back
// to the rooms.
func (s *Screen) next() {
	if !s.toOpen(s.at + 1) {
		s.leave()
	}
}

// openNote takes a note on the line.
func (s *Screen) openNote() {
	item, ok := s.item()
	if !ok {
		return
	}
	was, _ := s.mine(item.ID)
	s.note, s.part, s.status = s.words(item, was), inNote, ""
}

// fileNote files the note with the line's answer; before there is one the words
// wait for it.
func (s *Screen) fileNote() {
	item, _ := s.item()
	was, answered := s.mine(item.ID)
	if !answered {
		kept := s.note.Kept()
		s.closeNote()
		if kept {
			s.status = "Your words are kept. Answer the line, and they are filed with it."
		}
		return
	}
	o := was.Observation
	o.Note = s.note.Value()
	if !s.do(s.book().Observe(s.env.Desk.Voice, s.visit().ID, s.id, s.list().Rubric, item.ID, o)) {
		return
	}
	s.note.Filed()
	s.closeNote()
	delete(s.waiting, item.ID)
	s.status = "The note is kept with the line. u takes it back."
}

func (s *Screen) closeNote() {
	if item, ok := s.item(); ok && s.note.Kept() {
		s.waiting[item.ID] = s.note.Value()
	}
	s.note, s.part = nil, inList
}

// keepNote leaves the note; what is typed is there again.
func (s *Screen) keepNote() {
	kept := s.note.Kept()
	s.closeNote()
	if kept {
		s.status = "What you typed is kept. Press n to go on with it."
	}
}
