package visiting

import (
	"cmp"
	"errors"

	"waymark/model"
	"waymark/ui/env"
)

// Reviewer is what to call whoever leads a visit.
func Reviewer(b *model.Book, v model.Visit) string {
	return cmp.Or(model.CleanLine(b.Who(v.Lead).Name), "The reviewer")
}

// Closed is said on every page of a visit that is closed.
const Closed = "This visit is closed. You can read it. Open it again under Visits (g v)."

// Why is a failure as a status line: what happened, and that nothing is lost.
func Why(err error) string {
	if errors.Is(err, model.ErrVisitClosed) {
		return Closed
	}
	return env.Why(err, "That could not be kept. Nothing has changed. What you typed is still here.")
}

// Answer is a judgement in words: "3 Embedded".
func Answer(s model.Scale, j model.Judgement) string {
	switch j.State {
	case model.NotApplicable:
		return "does not apply"
	case model.NoEvidence:
		return "not enough evidence to say"
	default: // model.Rated
		return Level(s, j.Level)
	}
}
