package area

import (
	"fmt"

	tea "charm.land/bubbletea/v2"

	"waymark/model"
)

// kept is the answer to remembering what has been read.
type kept struct {
	area model.AreaID
	err  error
}

// markRead marks the area as read and remembers it, then goes on. Keys wait
// until it is kept, so that marks are written in the order they were made.
func (s *Screen) markRead() tea.Cmd {
	id := s.area.ID
	if s.env.Prefs.HasRead(s.hash, id) || s.env.Keep == nil {
		s.env.Prefs = s.env.Prefs.Reading(s.hash, id)
		s.goOn("")
		return nil
	}
	s.env.Prefs = s.env.Prefs.Reading(s.hash, id)
	s.env.Nav.Hold()
	keep, prefs := s.env.Keep, s.env.Prefs
	return func() tea.Msg { return kept{id, keep(prefs)} }
}

func (s *Screen) kept(msg kept) {
	if !s.tour || msg.area != s.area.ID {
		return
	}
	s.env.Nav.Release()
	said := ""
	if msg.err != nil {
		said = "Marked for now; it could not be kept for next time. Your work is safe."
	}
	s.goOn(said)
}

// goOn opens the next area; after the last the tour is over.
func (s *Screen) goOn(said string) {
	if s.rubric.Index(s.area.ID) < len(s.rubric.Areas)-1 {
		s.step(1)
		s.status = said
		return
	}
	s.env.Nav.Pop()
	if left := len(s.rubric.Areas) - s.readSoFar(); said == "" && left > 0 {
		said = fmt.Sprintf("That was the last one. %d left to read.", left)
	}
	if said == "" {
		said = fmt.Sprintf("You have read all %d areas.", len(s.rubric.Areas))
	}
	s.env.Nav.Say(said)
}

// readSoFar counts the areas of this rubric that are marked as read.
func (s *Screen) readSoFar() int {
	n := 0
	for _, a := range s.rubric.Areas {
		if s.env.Prefs.HasRead(s.hash, a.ID) {
			n++
		}
	}
	return n
}
