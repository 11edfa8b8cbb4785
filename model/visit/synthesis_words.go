package visit

import (
	"fmt"
	"strings"
	"time"

	"waymark/model"
)

// Words says how often something was seen: "Seen in 7 of 9 rooms where it
// could have been seen, partly in 1 more".
func (s Seen) Words() string {
	switch {
	case s.Could() == 0 && s.Outside == 0:
		return "Not answered in any room yet"
	case s.Could() == 0:
		return "Could not have been seen in any room"
	}
	words := fmt.Sprintf("Seen in %d of %s where it could have been seen", s.Full, countWords(s.Could(), "room", "rooms"))
	if s.Partly > 0 {
		words += fmt.Sprintf(", partly in %d", s.Partly)
		if s.Full > 0 {
			words += " more"
		}
	}
	return words
}

// Words is what can be said of one item, a sentence a line.
func (l ItemLine) Words(compared string) []string {
	said := []string{l.Seen.Words() + "."}
	if words := l.phases(); words != "" {
		said = append(said, words)
	}
	if l.Pupils.Of > 0 {
		said = append(said, l.Pupils.Words()+".")
	}
	if words := l.trend(compared); words != "" {
		said = append(said, words+".")
	}
	return said
}

// Words is the pupils in one line: "5 of 9 pupils looked at".
func (p Pupils) Words() string {
	return fmt.Sprintf("%d of %s looked at", p.Doing, countWords(p.Of, "pupil", "pupils"))
}

// phases tells the phases apart where there is more than one.
func (l ItemLine) phases() string {
	if len(l.Phases) < 2 {
		return ""
	}
	var parts []string
	for _, p := range l.Phases {
		if p.Could() > 0 {
			parts = append(parts, fmt.Sprintf("%s %d of %d", PhaseWords(p.Phase), p.Full, p.Could()))
		}
	}
	if len(parts) < 2 {
		return ""
	}
	return upperFirst(strings.Join(parts, ", ")) + "."
}

// PhaseWords is a phase as people read it.
func PhaseWords(p model.Phase) string {
	switch p {
	case model.PhaseEarly:
		return "early years"
	case model.PhasePost16:
		return "post-16"
	case "":
		return "no phase given"
	default:
		return string(p)
	}
}

// trend sets an item beside the earlier visit of that date.
func (l ItemLine) trend(compared string) string {
	switch {
	case l.Before == nil:
		return ""
	case l.Trend == Unclaimed:
		return NoTrend
	}
	than := " than on "
	if l.Trend == AsOften {
		than = " as on "
	}
	return fmt.Sprintf("Seen %s%s%s, when it was %d of %d", l.Trend, than, dayWords(compared), l.Before.Full, l.Before.Could())
}

// dayWords is a date as people read it, or as it is stored when it is none.
func dayWords(date string) string {
	t, err := time.Parse(time.DateOnly, date)
	if err != nil {
		return date
	}
	return t.Format("2 January 2006")
}

// Words is what was seen in a room, which is known by phase and subject and
// never by who teaches there: "Maths, primary: seen 1.1, 2.3 and 4.1".
func (r RoomLine) Words() string {
	switch {
	case !r.Observed:
		return r.Room.Name() + ": no answers yet"
	case len(r.Lines) == 0:
		return r.Room.Name() + ": no line of the checklist seen"
	}
	return r.Room.Name() + ": seen " + inSentence(itemNames(r.Lines))
}
