package model

import (
	"slices"
	"strconv"
	"strings"
)

// One key takes back the vote that was just given, and no other. A vote that
// something followed is changed by its voter, who gives another; once its round
// is shown it stays.

// shownSince reports whether an act holds a vote of a round that is shown, or
// past: neither undo nor redo may change what the table has seen.
func (b *Book) shownSince(a act) bool {
	return slices.ContainsFunc(a.records, func(r folded) bool { return r.Kind == KindVote && !b.stillCovered(r.Subject) })
}

// stillCovered reports whether the vote of that subject is of its area's
// present round, which nobody has seen.
func (b *Book) stillCovered(s Subject) bool {
	parts := strings.Split(string(s), "/")
	if len(parts) != 6 {
		return false
	}
	m, err := b.Meeting(MeetingID(parts[1]))
	if err != nil {
		return false
	}
	a, ok := m.Area(AreaID(parts[2]))
	return ok && !a.Round.Shown && strconv.Itoa(a.Round.Number) == parts[4]
}

// withoutVotes leaves out acts that hold a vote.
func withoutVotes(acts []act) []act {
	return slices.DeleteFunc(acts, func(a act) bool {
		return slices.ContainsFunc(a.records, func(r folded) bool { return r.Kind == KindVote })
	})
}

// covered is the step without the levels of a vote: who may see those is for
// the picture to decide.
func covered(s Step) Step {
	if s.Kind != KindVote {
		return s
	}
	for _, value := range []*string{&s.Before, &s.After} {
		if *value != "null" {
			*value = "{}"
		}
	}
	return s
}
