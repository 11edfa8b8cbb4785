package model

import (
	"encoding/json"
	"fmt"
	"strings"
)

// describeMeeting says what a step of a visit or a team meeting does. A vote
// is told without its level: who may see it is not the history's to decide.
func (s Step) describeMeeting() string {
	back := s.After == "null"
	parts := strings.Split(string(s.Subject), "/")
	part := func(i int) string {
		if i < len(parts) {
			return parts[i]
		}
		return ""
	}
	switch s.Kind {
	case KindGlance:
		return fmt.Sprintf("%s: looked at the school’s level early", part(3))
	case KindDisagreement:
		return part(3) + takenBack(": recorded as not agreed", back)
	case KindVote:
		return part(2) + takenBack(": level given", back)
	case KindRound:
		return part(2) + ": " + s.describeRound()
	case KindOutcome:
		return part(2) + takenBack(s.describeOutcome(), back)
	case KindVisitStatus:
		if strings.Contains(s.After, "true") {
			return "visit closed"
		}
		return "visit opened again"
	case KindSeal:
		if strings.Contains(s.After, `"lifted"`) {
			return "seal on the school’s levels lifted"
		}
		return "school’s levels sealed"
	case KindSignature:
		if s.Before != "null" {
			return part(3) + " name corrected"
		}
		return part(3) + " signed"
	default:
		return takenBack(visitWords(s.Kind), back)
	}
}

func takenBack(words string, back bool) string {
	if back {
		return words + ", taken back"
	}
	return words
}

func (s Step) describeRound() string {
	var r Round
	_ = json.Unmarshal([]byte(s.After), &r) // an unreadable round is still a round
	if r.Shown {
		return "levels shown"
	}
	return "rated again"
}

func (s Step) describeOutcome() string {
	value := s.After
	if value == "null" {
		value = s.Before
	}
	var o Outcome
	_ = json.Unmarshal([]byte(value), &o) // nor does an unreadable outcome say a level
	switch {
	case o.Later:
		return ": come back later"
	case o.Level > 0:
		return fmt.Sprintf(": the team recorded %d", o.Level)
	default:
		return ": outcome"
	}
}

func visitWords(k EventKind) string {
	words := map[EventKind]string{
		KindVisiting: "visit planned", KindVisitTeam: "visit team", KindFocus: "visit focus", KindVisitEmphasis: "visit emphasis",
		KindSlot: "stop of the visit", KindWhereabouts: "moved to a stop", KindClaim: "what the school said", KindRoom: "room",
		KindWatching: "role in a room", KindObservation: "seen in a room", KindPoint: "message of the visit", KindClosing: "end of the visit",
		KindMeeting: "team meeting started",
	}
	return words[k]
}
