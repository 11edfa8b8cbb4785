package report

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"waymark/model"
)

// lookedAt counts where the team was and whom they met: stops and rooms as they
// were written down, pupils and books where a note counted them.
func (v *visitBuilder) lookedAt() string {
	stops := 0
	for _, s := range v.visit.Slots {
		if s.Kind.Gathers() && !s.Dropped {
			stops++
		}
	}
	heard, books := v.counted()
	var all []string
	for _, c := range []struct {
		n         int
		one, many string
	}{
		{stops, "stop", "stops"},
		{len(v.visit.Rooms), "room", "rooms"},
		{v.watched(), v.say("pupil watched in a room"), v.say("pupils watched in rooms")},
		{heard, v.say("pupil counted in notes"), v.say("pupils counted in notes")},
		{books, "book", "books"},
		{len(v.open()), "note", "notes"},
	} {
		if c.n > 0 {
			all = append(all, count(c.n, c.one, c.many))
		}
	}
	return stopped(strings.Join(all, ", "))
}

// watched is how many pupils were sampled in rooms.
func (v *visitBuilder) watched() int {
	n := 0
	for _, r := range v.visit.Rooms {
		if slices.ContainsFunc(r.Observed, func(o model.Observed) bool { return o.Pupils != nil }) {
			n += model.Sampled
		}
	}
	return n
}

// ofWhat is "of 6 pupils" or "of the six books".
var ofWhat = regexp.MustCompile(`(?i)\bof (?:the )?(\d{1,3}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve) (?:\pL+ ){0,2}?(pupils?|children|child|students?|books?)\b`)

// counted is of how many pupils and of how many books notes tell. At one stop
// the same ones are met again, so that the largest count there stands for all.
func (v *visitBuilder) counted() (pupils, books int) {
	heard, read := map[model.SlotID]int{}, map[model.SlotID]int{}
	for _, n := range v.open() {
		for _, m := range ofWhat.FindAllStringSubmatch(n.Text, -1) {
			into := heard
			if strings.HasPrefix(strings.ToLower(m[2]), "book") {
				into = read
			}
			into[n.Slot] = max(into[n.Slot], whole(m[1]))
		}
	}
	for _, n := range heard {
		pupils += n
	}
	for _, n := range read {
		books += n
	}
	return pupils, books
}

// whole is a number in figures or in letters.
func whole(typed string) int {
	if n, err := strconv.Atoi(typed); err == nil {
		return n
	}
	words := []string{"", "", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"}
	return slices.Index(words, strings.ToLower(typed))
}
