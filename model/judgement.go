package model

import "fmt"

// State is what a judgement says: a level, or one of two honest other answers.
// None of them is level 0, and an area without a judgement is a fourth thing.
type State string

// The answers a person can give on an area.
const (
	Rated         State = "level"
	NotApplicable State = "not-applicable"
	NoEvidence    State = "no-evidence"
)

// Confidence is how sure a rater says they are. Medium unless they say otherwise.
type Confidence string

// The three degrees of confidence.
const (
	Low    Confidence = "low"
	Medium Confidence = "medium"
	High   Confidence = "high"
)

// Direction is where the rater says an area is heading; "" when they did not say.
type Direction string

// The directions of travel.
const (
	Improving Direction = "improving"
	Steady    Direction = "steady"
	Slipping  Direction = "slipping"
)

// Opinion is the value of a judgement: what one voice says of one area.
type Opinion struct {
	State      State      `json:"state"`
	Level      Level      `json:"level,omitempty"`
	Confidence Confidence `json:"confidence,omitempty"`
	Direction  Direction  `json:"direction,omitempty"`
	// Reason is why an agreed level was agreed. Raters put their reasons in notes.
	Reason string `json:"reason,omitempty"`
	// Visit is the visit in which a level was agreed with a reviewer.
	Visit VisitID `json:"visit,omitempty"`
}

// Judgement is an opinion as it stands in an evaluation.
type Judgement struct {
	Opinion
	Area   AreaID
	Role   Role
	Person PersonID
	At     int64 // UTC milliseconds, for showing only
	Event  EventID
	// Contested says that copies of this evaluation were changed apart, and
	// that this is one of several values waiting for a decision.
	Contested bool
	// Reread says that it was carried from an edition with other words, and
	// that this voice has not judged the area again since.
	Reread bool
}

// possible reports whether o is an answer that a scale of levels up to top could
// hold. Records from elsewhere may say anything.
func (o Opinion) possible(top Level) bool {
	switch o.State {
	case Rated:
		return o.Level >= 1 && o.Level <= top
	case NotApplicable, NoEvidence:
		return true
	}
	return false
}

// check fills in the defaults of o and refuses what the scale cannot hold.
func (o Opinion) check(s Scale) (Opinion, error) {
	o.Reason = CleanLine(o.Reason)
	switch o.State {
	case Rated:
		if !s.Has(o.Level) {
			return o, &FieldError{Field: "level", Problem: fmt.Sprintf("Level must be from 1 to %d", s.Top())}
		}
	case NotApplicable, NoEvidence:
		o.Level, o.Confidence, o.Direction = 0, "", ""
		return o, nil
	default:
		return o, &FieldError{Field: "level", Problem: fmt.Sprintf("Level must be from 1 to %d, not-applicable or no-evidence", s.Top())}
	}
	switch o.Confidence {
	case "":
		o.Confidence = Medium
	case Low, Medium, High:
	default:
		return o, &FieldError{Field: "confidence", Problem: "Confidence must be low, medium or high"}
	}
	switch o.Direction {
	case "", Improving, Steady, Slipping:
	default:
		return o, &FieldError{Field: "direction", Problem: "Direction must be improving, steady or slipping"}
	}
	return o, nil
}
