package checklist

import (
	"cmp"
	"slices"
	"strings"

	"waymark/model"
	"waymark/model/arrange"
)

// List is a checklist: groups of lines, and the answers to each, the fullest
// first.
type List struct {
	model.Rubric
	// Three is how the lines speak of the three pupils chosen by seat where a
	// trust has words of its own; "" for the usual words.
	Three string
}

// Within are the answers that say how far a line was seen, the fullest first.
func (l List) Within() []string {
	return slices.DeleteFunc(slices.Clone(l.Answers), Outside)
}

// Outside reports whether an answer says that a line did not apply.
func Outside(answer string) bool {
	return slices.Contains([]string{"not applicable", "does not apply", "n/a", "na"}, strings.ToLower(strings.TrimSpace(answer)))
}

// NotApplicable is the answer that a line did not apply, "" where there is none.
func (l List) NotApplicable() string {
	if i := slices.IndexFunc(l.Answers, Outside); i >= 0 {
		return l.Answers[i]
	}
	return ""
}

// threePupils is how a line names those it looks at.
const threePupils = "three pupils"

// Samples reports whether a line looks at the three pupils chosen by seat.
func (l List) Samples(item model.Item) bool {
	text := strings.ToLower(item.Text)
	return strings.Contains(text, threePupils) || l.Three != "" && strings.Contains(text, strings.ToLower(l.Three))
}

// Sampled is the answer that so many of the three pupils stand for.
func (l List) Sampled(pupils int) string {
	all := l.Within()
	switch {
	case len(all) == 0:
		return ""
	case pupils == model.Sampled:
		return all[0]
	case pupils == 0 || len(all) == 2:
		return all[len(all)-1]
	}
	return all[min(1, len(all)-1)]
}

// Digit is the number that an answer has on the keyboard, 0 for none.
func (l List) Digit(answer string) int { return slices.Index(l.Answers, answer) + 1 }

// Role is the title of a role, or its id where the list has none of that id.
func (l List) Role(id string) string {
	for _, r := range l.Roles {
		if r.ID == id {
			return r.Title
		}
	}
	return id
}

// Position is the title of a position, or its id where the list has none.
func (l List) Position(id string) string {
	for _, p := range l.Positions {
		if p.ID == id {
			return p.Title
		}
	}
	return id
}

// PlaceOf is where somebody in a role usually is: the list names positions in
// the order of its roles.
func (l List) PlaceOf(role string) string {
	i := slices.IndexFunc(l.Roles, func(r model.VisitRole) bool { return r.ID == role })
	if i < 0 || len(l.Roles) != len(l.Positions) {
		return ""
	}
	return l.Positions[i].ID
}

// Rooms lists the rooms of a visit in the order in which they were entered, and
// keeps it when more is said of one later: ids are given in order of time.
func Rooms(v model.Visit) []model.Room {
	rooms := slices.Clone(v.Rooms)
	arrange.By(rooms, func(x, y model.Room) int { return cmp.Compare(x.ID, y.ID) })
	return rooms
}

// Answered is how many lines of the list somebody has answered in a room.
func (l List) Answered(r model.Room, person model.PersonID) int {
	n := 0
	for _, item := range l.Items() {
		if _, ok := r.By(person, item.ID); ok {
			n++
		}
	}
	return n
}
