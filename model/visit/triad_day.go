package visit

import (
	"strings"
	"time"

	"waymark/model"
)

// halfTerms is when the two halves of each term usually begin. Schools know
// their own dates, so it is only where the choice starts.
func halfTerms(t Term) [2]time.Time {
	on := func(m time.Month, day int) time.Time { return time.Date(0, m, day, 0, 0, 0, 0, time.UTC) }
	switch t {
	case Spring:
		return [2]time.Time{on(time.January, 4), on(time.February, 21)}
	case Summer:
		return [2]time.Time{on(time.April, 14), on(time.June, 1)}
	default: // Autumn
		return [2]time.Time{on(time.September, 1), on(time.November, 1)}
	}
}

const (
	week = 7
	// apart is how far the day of a visit may be moved and the visit still be the
	// one meant: one school visits another once a term.
	apart = 45 * 24 * time.Hour
)

// Day suggests a day for the visit: the Thursday of its week, counted from the
// first Monday of its half-term.
func (d Directed) Day() time.Time {
	begins := halfTerms(d.Term)[min(max(0, d.Half-1), 1)]
	at := time.Date(d.Year, begins.Month(), begins.Day(), 0, 0, 0, 0, time.UTC)
	toMonday := (int(time.Monday) - int(at.Weekday()) + week) % week
	return at.AddDate(0, 0, toMonday+week*(d.Week-1)+int(time.Thursday-time.Monday))
}

// SameVisit reports whether v, which a school wrote down, is the visit of a
// plan by visitor on day.
func SameVisit(v model.Visit, visitor string, day time.Time) bool {
	on, err := time.Parse(time.DateOnly, v.Date)
	return err == nil && strings.EqualFold(v.From, visitor) && day.Sub(on).Abs() <= apart
}
