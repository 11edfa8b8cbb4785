package model

import (
	"unicode/utf8"
)

// ClaimID names one thing said at the start of a visit.
type ClaimID string

// ClaimKind says what was asked for.
type ClaimKind string

// What is said at the start: three claims, a worry, and the answers to the
// questions agreed in advance.
const (
	Claimed  ClaimKind = "claim"
	Worry    ClaimKind = "worry"
	Answered ClaimKind = "answer"
)

// Verdict is how a claim looks halfway through.
type Verdict string

// The verdicts of the mid-visit check; "" before there is one.
const (
	Confirmed    Verdict = "confirmed"
	Unclear      Verdict = "unclear"
	Contradicted Verdict = "contradicted"
)

// ClaimText is the value of a claim, in the words in which it was said.
type ClaimText struct {
	Kind     ClaimKind `json:"kind"`
	Question string    `json:"question,omitempty"` // what was asked, for an answer
	Text     string    `json:"text"`
	Areas    []AreaID  `json:"areas,omitempty"`
	Verdict  Verdict   `json:"verdict,omitempty"`
	Change   string    `json:"change,omitempty"` // what would change our mind
}

// Claim is a claim as it stands in a visit.
type Claim struct {
	ClaimText
	ID        ClaimID
	At        int64
	Contested bool
}

// PointID names one thing that a visit leaves behind.
type PointID string

// PointKind says which list a point is in.
type PointKind string

// The lists of a leave-behind, in the order they are read.
const (
	Strength   PointKind = "strength"
	NextStepTo PointKind = "next-step"
	BrightSpot PointKind = "bright-spot"
)

// MostPoints is how many strengths, and how many next steps, a visit leaves.
const MostPoints = 3

// PointText is the value of a point.
type PointText struct {
	Kind    PointKind `json:"kind"`
	Text    string    `json:"text"`
	Area    AreaID    `json:"area,omitempty"`
	Notes   []NoteID  `json:"notes,omitempty"` // the evidence for it
	Lead    string    `json:"lead,omitempty"`  // who in the school could lead a next step, by post
	Viewers string    `json:"viewers,omitempty"`
	Consent bool      `json:"consent,omitempty"` // those concerned agreed that a bright spot is shared
	Place   int64     `json:"place"`
}

// Point is a point as it stands in a visit.
type Point struct {
	PointText
	ID        PointID
	Contested bool
}

func (p PointText) check(r Rubric) (PointText, error) {
	p.Text, p.Lead, p.Viewers = CleanLine(p.Text), CleanLine(p.Lead), CleanLine(p.Viewers)
	switch {
	case p.Kind != Strength && p.Kind != NextStepTo && p.Kind != BrightSpot:
		return p, &FieldError{Field: "kind", Problem: "Kind must be strength, next-step or bright-spot"}
	case p.Text == "":
		return p, &FieldError{Field: "text", Problem: "Enter it in one sentence"}
	case utf8.RuneCountInString(p.Text) > LongestStep:
		return p, &FieldError{Field: "text", Problem: "It must be 400 characters or fewer"}
	}
	if p.Area != "" {
		return p, knownAreas(r, []AreaID{p.Area})
	}
	return p, nil
}

func (c ClaimText) check(r Rubric) (ClaimText, error) {
	c.Text, c.Question, c.Change = CleanLine(c.Text), CleanLine(c.Question), CleanLine(c.Change)
	switch {
	case c.Kind != Claimed && c.Kind != Worry && c.Kind != Answered:
		return c, &FieldError{Field: "kind", Problem: "Kind must be claim, worry or answer"}
	case c.Text == "":
		return c, &FieldError{Field: "text", Problem: "Enter what was said, in their words"}
	case utf8.RuneCountInString(c.Text) > LongestNote:
		return c, &FieldError{Field: "text", Problem: "It must be 20,000 characters or fewer"}
	}
	switch c.Verdict {
	case "", Confirmed, Unclear, Contradicted:
	default:
		return c, &FieldError{Field: "verdict", Problem: "Say confirmed, unclear or contradicted"}
	}
	return c, knownAreas(r, c.Areas)
}
