package vote

import (
	"fmt"
	"slices"
	"strings"

	"waymark/model"
	"waymark/model/meeting"
	"waymark/ui/keys"
)

// choice is one way for the talk to end. The zero choice is none of them.
type choice struct {
	level model.Level
	again bool
	later bool
}

// words is the choice as it stands in the line of choices.
func (c choice) words(s model.Scale) string {
	switch {
	case c.again:
		return "Rate again"
	case c.later:
		return "Come back later"
	}
	return fmt.Sprintf("%d %s", c.level, s.Name(c.level))
}

// choices lists what the team can end with: every level from the lowest to the
// highest given, any other that somebody asked for by its number, and the two
// ways not to decide now.
func (s *Screen) choices(v meeting.View) []choice {
	var all []choice
	asked := s.choice.level
	for l := model.Level(1); l <= s.top(); l++ {
		if v.Given > 0 && l >= v.Low && l <= v.High || l == asked || l == s.recorded() {
			all = append(all, choice{level: l})
		}
	}
	return append(all, choice{again: true}, choice{later: true})
}

// recorded is the level that the team has recorded in this meeting, 0 for none.
func (s *Screen) recorded() model.Level {
	if _, t, _, ok := s.found(); ok && t.Outcome != nil {
		return t.Outcome.Level
	}
	return 0
}

// chosen is the choice with the mark. Until somebody moves it, it stands on
// what was recorded before, else on the middle level, where talk can start.
func (s *Screen) chosen(v meeting.View) choice {
	switch l := s.recorded(); {
	case s.choice != (choice{}):
		return s.choice
	case l > 0:
		return choice{level: l}
	case v.Middle > 0:
		return choice{level: v.Middle}
	}
	return choice{later: true}
}

// actShown acts once levels are shown.
func (s *Screen) actShown(p keys.Press, v meeting.View) {
	switch p.Action {
	case keys.Level:
		s.pick(p.N)
	case keys.Left, keys.Up:
		s.move(v, -1)
	case keys.Right, keys.Down:
		s.move(v, 1)
	case keys.Replace:
		s.again()
	case keys.Aside:
		s.comeBack()
	case keys.Show:
		s.hide = !s.hide
	case keys.Enter:
		s.settle(s.chosen(v))
	}
}

// pick puts the mark on a level by its number. Only Enter records it.
func (s *Screen) pick(n int) {
	if n > int(s.top()) {
		s.status = fmt.Sprintf("Press a number from 1 to %d.", s.top())
		return
	}
	s.choice = choice{level: model.Level(n)}
}

func (s *Screen) move(v meeting.View, by int) {
	all := s.choices(v)
	i := slices.Index(all, s.chosen(v)) + by
	s.choice = all[min(max(0, i), len(all)-1)]
}

// settle does what was chosen.
func (s *Screen) settle(c choice) {
	switch {
	case c.again:
		s.again()
	case c.later:
		s.comeBack()
	default:
		s.record(c.level)
	}
}

// record makes the level the school's judgement and goes on.
func (s *Screen) record(l model.Level) {
	if s.do(s.book().RecordLevel(s.env.Desk.Voice, s.id, s.area.ID, l, "")) {
		s.goOn(fmt.Sprintf("%s recorded as %d %s.", s.area.ID, l, s.book().Rubric().Scale.Name(l)))
	}
}

func (s *Screen) comeBack() {
	if s.do(s.book().ComeBack(s.env.Desk.Voice, s.id, s.area.ID, "")) {
		s.goOn(fmt.Sprintf("%s is left for another day.", s.area.ID))
	}
}

// again covers the area for another round.
func (s *Screen) again() {
	if s.do(s.book().RateAgain(s.env.Desk.Voice, s.id, s.area.ID)) {
		s.person, s.look, s.choice = "", 0, choice{}
		s.bar()
		s.status = "Rate it again. The levels given before are kept."
	}
}

// goOn opens the next area that is not settled; after the last one the meeting
// is left.
func (s *Screen) goOn(said string) {
	m, _, _, _ := s.found()
	next, ok := m.Next(s.area.ID)
	if !ok {
		s.env.Nav.Pop()
		s.env.Nav.Say(said + " That was the last area. u takes it back.")
		s.choice = choice{}
		return
	}
	s.open(next)
	s.status = said + " u takes it back."
}

// asks are the questions to both ends of the spread, the low end first. With
// names left out they go to whoever gave the level.
func (s *Screen) asks(m model.Meeting, v meeting.View) []string {
	var all []string
	for _, a := range v.Asks(s.labels(m)) {
		words := a.Words
		if i := strings.Index(words, ", what "); s.hide && i >= 0 {
			words = fmt.Sprintf("Whoever gave %d%s", a.Level, words[i:])
		}
		all = append(all, words)
	}
	return all
}
