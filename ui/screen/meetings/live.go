package meetings

import (
	"fmt"

	"waymark/ui/keys"
	"waymark/ui/widget"
)

// Live is what can be done here.
func (s *Screen) Live() []keys.Live {
	switch {
	case s.blind():
		return []keys.Live{{Action: keys.Back, Words: "back", Footer: true}}
	case s.stage == onPeople && s.people.typing:
		return s.liveTyping()
	case s.stage == onPeople:
		return s.livePeople()
	case s.stage == onAreas:
		return s.liveAreas()
	}
	enter := "start a meeting"
	if m, ok := s.chosen(); ok {
		enter = "look at it"
		if next, open := m.Next(""); open {
			enter = "go on at " + string(next)
		}
	}
	live := []keys.Live{{Action: keys.Enter, Words: enter, Footer: true}}
	live = append(live, widget.Moving()...)
	return append(live,
		keys.Live{Action: keys.Add, Words: "new meeting", Footer: true},
		keys.Live{Action: keys.Back, Words: "back", Footer: true},
		keys.Live{Action: keys.NewMeeting},
		keys.Live{Action: keys.Level, Shown: fmt.Sprintf("1-%d", min(9, s.list.N)), Words: "choose that row"},
	)
}

func (s *Screen) liveTyping() []keys.Live {
	enter := "add"
	if s.people.line.Empty() {
		enter = s.onWords()
	}
	live := []keys.Live{{Action: keys.Enter, Words: enter, Footer: true}}
	if len(s.people.all) > 0 {
		live = append(live, keys.Live{Action: keys.Up, Words: "to the list", Footer: true}, keys.Live{Action: keys.NextPart, Words: "to the list"}, keys.Live{Action: keys.PartBefore, Words: "to the list"})
	}
	return append(live,
		keys.Live{Action: keys.Back, Words: "back", Footer: true},
		keys.Live{Action: keys.Undo, Shown: "Ctrl+Z", Words: "undo typing"})
}

// onWords is how many people the meeting goes on with.
func (s *Screen) onWords() string {
	if n := len(s.people.seats); n >= fewest {
		return fmt.Sprintf("go on with %d people", n)
	}
	return "go on"
}

func (s *Screen) livePeople() []keys.Live {
	p := s.people
	enter, tick := s.onWords(), "is here"
	if p.list.Cursor == len(p.all) {
		enter, tick = "give a name", "give a name"
	}
	live := []keys.Live{{Action: keys.Enter, Words: enter, Footer: true}, {Action: keys.Tick, Words: tick, Footer: true}}
	live = append(live, widget.Moving()...)
	return append(live,
		keys.Live{Action: keys.Back, Words: "back", Footer: true},
		keys.Live{Action: keys.Add, Words: "somebody else"},
		keys.Live{Action: keys.NextPart, Words: "somebody else"},
		keys.Live{Action: keys.Level, Shown: fmt.Sprintf("1-%d", min(9, p.list.N)), Words: "choose that row; again ticks it"},
	)
}

func (s *Screen) liveAreas() []keys.Live {
	enter := "start"
	if n := len(s.areas.chosen()); n > 0 {
		enter = "start with " + widget.Count(n, "area", "areas")
	}
	live := []keys.Live{{Action: keys.Enter, Words: enter, Footer: true}, {Action: keys.Tick, Words: "tick", Footer: true}}
	live = append(live, widget.Moving()...)
	return append(live,
		keys.Live{Action: keys.Back, Words: "back", Footer: true},
		keys.Live{Action: keys.Right, Words: "tick"},
		keys.Live{Action: keys.Left, Words: "take the tick off"},
		keys.Live{Action: keys.Level, Shown: fmt.Sprintf("1-%d", min(9, len(s.book().Rubric().Groups))), Words: s.env.Say("go to that group")},
	)
}

// Status says what to do next, or why it could not be done.
func (s *Screen) Status() string {
	switch {
	case s.status != "":
		return s.status
	case s.blind():
		return notYours
	case s.problem != "":
		return "Nothing has been lost."
	case s.stage == onPeople && s.people.typing && s.people.line.Found():
		return "This is what you were typing. Enter adds it, Ctrl+Z takes it out."
	case s.stage == onPeople && s.people.typing && s.people.line.Empty() && len(s.people.seats) >= fewest:
		return "Type the next name, or press Enter when everybody is there."
	case s.stage == onPeople && s.people.typing:
		return "Names stay on this computer. They can be left out of reports."
	case s.stage == onPeople:
		return "Space says who is here, in the order in which you sit."
	case s.stage == onAreas:
		return s.statusAreas()
	case len(s.meetings) == 0:
		return "No meetings yet. Press Enter to start one."
	}
	return s.statusList()
}

func (s *Screen) statusAreas() string {
	if len(s.areas.chosen()) == 0 {
		return "Nothing is ticked yet. Space ticks the area you are on."
	}
	return s.areas.minutes() + ". Press Enter to start."
}

func (s *Screen) statusList() string {
	m, ok := s.chosen()
	if !ok {
		return "Choose who is there and what to talk about. It takes a minute."
	}
	if next, open := m.Next(""); open {
		return fmt.Sprintf("Not finished. Press Enter to go on at %s.", next)
	}
	return "Every area of this meeting is settled or left for another day."
}
