package vote

import (
	"fmt"
	"time"

	tea "charm.land/bubbletea/v2"

	"waymark/model/meeting"
)

// talkTime is how long the timer runs. It informs; nothing happens at its end.
const talkTime = meeting.DefaultMinutes * time.Minute

// minute says that another minute of a timer has gone by.
type minute struct{ beat int }

// time starts the timer, or puts it away.
func (s *Screen) time() tea.Cmd {
	if !s.timer.IsZero() {
		s.timer = time.Time{}
		return nil
	}
	s.timer = s.env.Clock()
	s.beat++
	return s.later()
}

// later asks for the screen to be drawn again when a minute has gone by.
func (s *Screen) later() tea.Cmd { return s.env.InAMinute(minute{s.beat}) }

// nextMinute goes on until the timer's end has been shown.
func (s *Screen) nextMinute(m minute) tea.Cmd {
	if m.beat != s.beat || s.timer.IsZero() || s.env.Clock().Sub(s.timer) > talkTime {
		return nil
	}
	return s.later()
}

// timeWords says how much of the time is left, "" without a timer.
func (s *Screen) timeWords() string {
	if s.timer.IsZero() {
		return ""
	}
	left := talkTime - s.env.Clock().Sub(s.timer)
	if left <= 0 {
		return fmt.Sprintf("%d minutes have gone, no hurry", meeting.DefaultMinutes)
	}
	return fmt.Sprintf("%d of %d minutes left", int((left+time.Minute-1)/time.Minute), meeting.DefaultMinutes)
}
