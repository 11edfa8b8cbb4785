package model

import (
	"fmt"
	"regexp"
	"strings"
)

// SlotID names one stop of a visit's day.
type SlotID string

// SlotKind says what happens at a stop.
type SlotKind string

// The kinds of stop.
const (
	SlotBrief      SlotKind = "team-brief"
	SlotOpening    SlotKind = "opening"
	SlotWalk       SlotKind = "learning-walk"
	SlotWork       SlotKind = "book-look"
	SlotPupils     SlotKind = "pupil-voice"
	SlotStaff      SlotKind = "staff-voice"
	SlotData       SlotKind = "data"
	SlotLeaders    SlotKind = "leadership-meeting"
	SlotCatchUp    SlotKind = "catch-up"
	SlotBreak      SlotKind = "break"
	SlotAgree      SlotKind = "agree"
	SlotFeedback   SlotKind = "feedback"
	slotKindsTyped          = "team-brief, opening, learning-walk, book-look, pupil-voice, staff-voice, data, leadership-meeting, catch-up, break, agree or feedback"
)

// SlotKinds lists the kinds of stop in the order of a usual day.
func SlotKinds() []SlotKind {
	return []SlotKind{SlotBrief, SlotOpening, SlotWalk, SlotWork, SlotPupils, SlotStaff, SlotData, SlotLeaders, SlotCatchUp, SlotBreak, SlotAgree, SlotFeedback}
}

// Words is the kind as people read it.
func (k SlotKind) Words() string {
	switch k {
	case SlotBrief:
		return "Team brief"
	case SlotOpening:
		return "Meet the headteacher"
	case SlotWalk:
		return "Learning walk"
	case SlotWork:
		return "Book look"
	case SlotPupils:
		return "Pupils"
	case SlotStaff:
		return "Staff"
	case SlotData:
		return "Data"
	case SlotLeaders:
		return "Leaders"
	case SlotCatchUp:
		return "Catch up on notes"
	case SlotBreak:
		return "Lunch and catch up on notes"
	case SlotAgree:
		return "Agree judgements with leaders"
	case SlotFeedback:
		return "Feedback"
	default: // from a later version
		return "Stop"
	}
}

// Gathers reports whether evidence is looked for at stops of this kind.
func (k SlotKind) Gathers() bool {
	switch k {
	case SlotWalk, SlotWork, SlotPupils, SlotStaff, SlotData, SlotLeaders:
		return true
	default:
		return false
	}
}

// Fact is how what is noted at such a stop usually came to be known.
func (k SlotKind) Fact() FactKind {
	switch k {
	case SlotWalk:
		return FactSeen
	case SlotWork:
		return FactRead
	case SlotData:
		return FactCounted
	case SlotOpening, SlotPupils, SlotStaff, SlotLeaders:
		return FactHeard
	default:
		return ""
	}
}

// ParseSlotKind reads the stored or the shown spelling of a kind.
func ParseSlotKind(typed string) (SlotKind, error) {
	typed = strings.ToLower(strings.TrimSpace(typed))
	for _, k := range SlotKinds() {
		if typed == string(k) || typed == strings.ToLower(k.Words()) {
			return k, nil
		}
	}
	return "", &FieldError{Field: "kind", Problem: "Kind must be " + slotKindsTyped}
}

// Stop is the value of a slot: what happens when, for how long and about what.
type Stop struct {
	Day     int      `json:"day"`   // from 1
	Start   int      `json:"start"` // minutes after midnight
	Minutes int      `json:"minutes"`
	Kind    SlotKind `json:"kind"`
	Title   string   `json:"title,omitempty"`
	Place   string   `json:"place,omitempty"`
	Areas   []AreaID `json:"areas,omitempty"`
	Dropped bool     `json:"dropped,omitempty"` // there was no time for it
}

// Slot is a stop as it stands in a visit.
type Slot struct {
	Stop
	ID        SlotID
	Contested bool
}

// End is when the stop ends, in minutes after midnight.
func (s Stop) End() int { return s.Start + s.Minutes }

// Name is the title of the stop, or what is usual there, with its place.
func (s Stop) Name() string {
	name := s.Title
	if name == "" {
		name = s.Kind.Words()
	}
	if s.Place != "" {
		name += ": " + s.Place
	}
	return name
}

// Clock is minutes after midnight as a time of day: "09:30".
func Clock(minutes int) string { return fmt.Sprintf("%02d:%02d", minutes/60, minutes%60) }

// ParseClock reads a time of day such as "9:30", "09:30" or "9.30" into minutes
// after midnight.
func ParseClock(typed string) (int, error) {
	parts := clock.FindStringSubmatch(strings.TrimSpace(typed))
	if parts == nil {
		return 0, &FieldError{Field: "time", Problem: "Time must be like 09:30"}
	}
	return number(parts[1])*60 + number(parts[2]), nil
}

var clock = regexp.MustCompile(`^([01]?\d|2[0-3])[:.]([0-5]\d)$`)

// LongestDay is the last minute at which a stop may end.
const LongestDay = 24 * 60

func (s Stop) check(r Rubric) (Stop, error) {
	s.Title, s.Place = CleanLine(s.Title), CleanLine(s.Place)
	kind, err := ParseSlotKind(string(s.Kind))
	if err != nil {
		return s, err
	}
	s.Kind = kind
	switch {
	case s.Day < 1 || s.Day > 9:
		return s, &FieldError{Field: "day", Problem: "Day must be from 1 to 9"}
	case s.Minutes < 1:
		return s, &FieldError{Field: "minutes", Problem: "A stop must last 1 minute or more"}
	case s.Start < 0 || s.End() > LongestDay:
		return s, &FieldError{Field: "time", Problem: "A stop must begin and end on the same day"}
	}
	return s, knownAreas(r, s.Areas)
}

func knownAreas(r Rubric, areas []AreaID) error {
	for _, a := range areas {
		if r.Index(a) < 0 {
			return &FieldError{Field: "areas", Problem: "There is no area " + string(a) + " in this rubric"}
		}
	}
	return nil
}
