package vote

import (
	"fmt"
	"slices"

	"waymark/model"
	"waymark/model/meeting"
	"waymark/ui/keys"
)

// actCovered acts while levels are covered.
func (s *Screen) actCovered(p keys.Press, v meeting.View) {
	asked := s.asking
	s.asking = false
	switch p.Action {
	case keys.Level:
		s.give(p.N)
	case keys.Pass:
		s.give(s.pass())
	case keys.Left, keys.Right:
		s.lookAround(p.Action)
	case keys.Up, keys.PartBefore:
		s.turnTo(-1)
	case keys.Down, keys.NextPart:
		s.turnTo(1)
	case keys.Edit:
		s.slips, s.look = !s.slips, 0
	case keys.Show:
		s.show(v)
	case keys.Enter:
		s.enterCovered(v, asked)
	}
}

// enterCovered answers the question, gives the level under the mark, shows
// levels when all are in, or ends the slips.
func (s *Screen) enterCovered(v meeting.View, asked bool) {
	switch {
	case asked:
		s.reveal(true)
	case s.look > 0:
		s.give(s.look)
	case len(v.Waiting) == 0:
		s.reveal(false)
	default:
		s.slips = false
	}
}

// pass is the number after the last level.
func (s *Screen) pass() int { return int(s.top()) + 1 }

// turn is whose level is asked for: whoever was chosen, else who waits next.
func (s *Screen) turn(m model.Meeting, v meeting.View) model.PersonID {
	if slices.Contains(m.People, s.person) {
		return s.person
	}
	p, _ := v.Next()
	return p
}

// give takes a number for whoever's turn it is, and covers it at once.
func (s *Screen) give(n int) {
	m, _, v, _ := s.found()
	who := s.turn(m, v)
	switch {
	case n > s.pass():
		s.status = fmt.Sprintf("Press a number from 1 to %d, or %d to pass.", s.top(), s.pass())
		return
	case who == "":
		s.status = "Everybody is in. Use ↑ ↓ to choose a person who wants to change theirs."
		return
	}
	vote := model.Vote{Level: model.Level(n)}
	if n == s.pass() {
		vote = model.Vote{Pass: true}
	}
	s.look = 0
	if !s.do(s.book().CastVote(who, s.id, s.area.ID, vote)) {
		return
	}
	s.person = s.waitsAfter(m, who)
}

// waitsAfter is who waits next after who, as they sit; "" for nobody.
func (s *Screen) waitsAfter(m model.Meeting, who model.PersonID) model.PersonID {
	t, _ := m.Area(s.area.ID)
	if now, err := s.book().Meeting(s.id); err == nil {
		t, _ = now.Area(s.area.ID)
	}
	at := slices.Index(m.People, who)
	for i := range m.People {
		if p := m.People[(at+1+i)%len(m.People)]; !t.In(p) {
			return p
		}
	}
	return ""
}

// lookAround moves the mark over the answers. It always starts from the same
// one, so that where it stands tells nothing of the person before.
func (s *Screen) lookAround(a keys.Action) {
	switch {
	case s.look == 0:
		s.look = 1
	case a == keys.Left:
		s.look = max(1, s.look-1)
	default:
		s.look = min(s.pass(), s.look+1)
	}
}

// turnTo gives the turn to the person before or after.
func (s *Screen) turnTo(by int) {
	m, _, v, _ := s.found()
	if len(m.People) == 0 {
		return
	}
	s.look = 0
	at := slices.Index(m.People, s.turn(m, v))
	switch {
	case at < 0 && by < 0:
		at = len(m.People) - 1
	case at < 0:
		at = 0
	default:
		at = (at + by + len(m.People)) % len(m.People)
	}
	s.person = m.People[at]
}

// show shows every level together; it asks first while somebody is missing.
func (s *Screen) show(v meeting.View) {
	switch {
	case len(v.In) == 0:
		s.status = "Nobody has given a level yet. The first person presses a number."
	case len(v.Waiting) > 0:
		s.asking = true
	default:
		s.reveal(false)
	}
}

func (s *Screen) reveal(insist bool) {
	if s.do(s.book().Reveal(s.env.Desk.Voice, s.id, s.area.ID, insist)) {
		s.person, s.look, s.slips, s.choice = "", 0, false, choice{}
		s.bar()
	}
}
