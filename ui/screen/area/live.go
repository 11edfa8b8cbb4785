package area

import (
	"fmt"

	"waymark/ui/keys"
	"waymark/ui/widget"
)

// Live is what can be done here.
func (s *Screen) Live() []keys.Live {
	back := keys.Live{Action: keys.Back, Words: "back", Footer: true}
	switch {
	case s.ask != nil:
		return s.ask.live()
	case !s.ready:
		return []keys.Live{back}
	}
	live := append([]keys.Live{{Action: keys.Enter, Words: s.enterWords(), Footer: true}}, widget.Moving()...)
	if it, ok := s.on(); ok && it.step != "" {
		does := s.enterWords()
		live = append(live, keys.Live{Action: keys.Tick, Words: does}, keys.Live{Action: keys.Edit, Words: does})
	}
	if s.tour {
		live = append(live, keys.Live{Action: keys.Tick, Words: "mark as read"})
	}
	if len(s.phases()) > 0 {
		live = append(live, keys.Live{Action: keys.NextPart, Words: "phase", Footer: true}, keys.Live{Action: keys.PartBefore, Words: "the phase before"})
	}
	return append(live,
		keys.Live{Action: keys.After, Shown: "[ ]", Words: "areas", Footer: true},
		keys.Live{Action: keys.Before, Words: "the area before"},
		keys.Live{Action: keys.Copy, Words: "copy this page"},
		back,
	)
}

func (s *Screen) enterWords() string {
	it, ok := s.on()
	switch {
	case ok && it.step != "" && s.holds(it.step) > 0:
		return "take it out"
	case ok && it.step != "":
		return "adopt"
	case ok:
		return "open " + string(it.area)
	case s.first < s.over():
		return "read on"
	case s.tour:
		return "mark as read, go on"
	}
	return "go back"
}

// Status says what the cursor is on, or how much is left to read.
func (s *Screen) Status() string {
	it, on := s.on()
	switch {
	case s.status != "":
		return s.status
	case s.ask != nil:
		return s.ask.says
	case !s.ready:
		return "Reading the rubric…"
	case on && it.step != "" && s.holds(it.step) > 0:
		return fmt.Sprintf("This step is in priority %d of your plan.", s.holds(it.step))
	case on && it.step != "":
		return "Enter puts this step into a priority of your plan."
	case on:
		return "Enter opens the page of " + string(it.area) + "."
	case s.first < s.over():
		return "There is more below. Press Enter or ↓ to read on."
	}
	if s.tour {
		return "That is all of it. Enter marks it as read and goes on to the next area."
	}
	return "That is all of it. Press Esc to go back."
}
