package triads

import (
	"waymark/ui/keys"
	"waymark/ui/widget"
)

// Live is what can be done here.
func (s *Screen) Live() []keys.Live {
	switch s.stage {
	case onPlan:
		return s.livePlan()
	case onDates:
		return s.liveDates()
	default: // the form
		return s.liveForm()
	}
}

func (s *Screen) liveForm() []keys.Live {
	enter := "next"
	if s.at == len(s.fields)-1 {
		enter = "make the plan"
	}
	return []keys.Live{
		{Action: keys.Enter, Words: enter, Footer: true},
		{Action: keys.Up, Shown: "↑↓", Words: "fields", Footer: true},
		{Action: keys.Down, Words: "field below"},
		{Action: keys.NextPart, Words: "next field"},
		{Action: keys.PartBefore, Words: "field before"},
		{Action: keys.Back, Words: "back", Footer: true},
		{Action: keys.Undo, Shown: "Ctrl+Z", Words: "undo typing"},
	}
}

func (s *Screen) livePlan() []keys.Live {
	live := []keys.Live{
		{Action: keys.Enter, Words: "set dates", Long: "set dates for the visits you host", Footer: true},
		{Action: keys.Copy, Words: "copy", Long: "copy the plan as text", Footer: true},
	}
	if s.last > 0 {
		scroll := widget.Moving()
		scroll[0].Words = "scroll"
		live = append(live, scroll...)
	}
	return append(live,
		keys.Live{Action: keys.Left, Shown: "← →", Words: "year", Long: "another school year", Footer: true},
		keys.Live{Action: keys.Right}, keys.Live{Action: keys.Before, Words: "the year before"}, keys.Live{Action: keys.After, Words: "the year after"},
		keys.Live{Action: keys.Back, Words: "back", Footer: true},
	)
}

func (s *Screen) liveDates() []keys.Live {
	enter := "plan them"
	if n := s.wanted(); n > 0 {
		enter = "plan " + widget.Count(n, "visit", "visits")
	}
	live := []keys.Live{
		{Action: keys.Enter, Words: enter, Footer: true},
		{Action: keys.Tick, Words: "tick", Footer: true},
		{Action: keys.Left, Shown: "← →", Words: "a week", Long: "a week earlier or later", Footer: true},
		{Action: keys.Right},
		{Action: keys.Before},
		{Action: keys.After},
		{Action: keys.Add, Shown: "+ -", Words: "a day", Long: "a day later or earlier", Footer: true},
		{Action: keys.Aside, Words: "a day earlier"},
	}
	moving := widget.Moving()
	moving[0].Footer = false
	return append(append(live, moving...),
		keys.Live{Action: keys.Copy, Words: "copy the plan as text"},
		keys.Live{Action: keys.Back, Words: "back", Footer: true})
}

// Status says what to do next, or why it could not be done.
func (s *Screen) Status() string {
	switch {
	case s.status != "":
		return s.status
	case s.problem != "":
		return "Nothing has been lost."
	case s.stage == onPlan:
		return "Weeks are suggestions. Each school knows its own dates."
	case s.stage == onDates && s.wanted() == 0:
		return "Nothing is ticked. Space ticks the visit you are on."
	case s.stage == onDates:
		return "Nothing is written until you press Enter. A visit can be filled in later."
	case s.fields[s.at].Found():
		return "This is what you were typing. Ctrl+Z takes it out."
	case s.at < others:
		return "Use the names that people know the schools by."
	}
	return "Change the words, or press Enter to keep them."
}
