package find

import (
	"waymark/model"
)

// filter is which areas are listed.
type filter int

const (
	every filter = iota
	notJudged
	flagged
	lowConfidence
	noEvidence
	changed
	filters // how many there are
)

// words is what a filter is called.
func (f filter) words() string {
	return [...]string{"All", "Not judged", "Flagged", "Low confidence", "No evidence", "Changed"}[f]
}

// lets reports whether a filter lets an area through.
func (s *Screen) lets(id model.AreaID) bool {
	a := s.book().Evaluation().Area(id)
	j, judged := a.SchoolSays(s.env.Desk.Voice.Person)
	switch s.filter {
	case notJudged:
		return !judged
	case flagged:
		return a.Flagged()
	case lowConfidence:
		return judged && j.Confidence == model.Low
	case noEvidence:
		return len(a.Notes) == 0 || j.State == model.NoEvidence
	case changed:
		last, ok := s.env.LastYear(id)
		return ok && judged && j.State == model.Rated && j.Level != last
	default: // every
		return true
	}
}

// none says why a filter lists nothing at all.
func (s *Screen) none() string {
	switch s.filter {
	case notJudged:
		return "Every area has an answer."
	case flagged:
		return "No areas are flagged yet. Press f on an area to flag it to talk about."
	case lowConfidence:
		return "No level was given with low confidence."
	case noEvidence:
		return "Every area has a note."
	case changed:
		if len(s.env.Earlier) == 0 {
			return "This is your first year. Change over time appears when you have two."
		}
		return "No level differs from last year, as far as you have judged."
	default: // every
		return "This rubric has no areas."
	}
}
