package visit_test

import (
	"testing"
	"time"

	"pgregory.net/rapid"

	"waymark/model"
	"waymark/model/visit"
)

func TestASuggestedDay(t *testing.T) {
	for _, c := range []struct {
		d    visit.Directed
		want string
	}{
		{visit.Directed{Term: visit.Autumn, Year: 2026, Half: 1, Week: 1}, "2026-09-10"}, // 1 September is a Tuesday
		{visit.Directed{Term: visit.Autumn, Year: 2026, Half: 2, Week: 3}, "2026-11-19"},
		{visit.Directed{Term: visit.Spring, Year: 2027, Half: 1, Week: 1}, "2027-01-07"}, // 4 January is a Monday
		{visit.Directed{Term: visit.Spring, Year: 2027, Half: 2, Week: 4}, "2027-03-18"},
		{visit.Directed{Term: visit.Summer, Year: 2027, Half: 1, Week: 2}, "2027-04-29"},
		{visit.Directed{Term: visit.Summer, Year: 2027, Half: 2, Week: 5}, "2027-07-08"},
	} {
		if got := c.d.Day().Format(time.DateOnly); got != c.want {
			t.Errorf("%s: %s, want %s", c.d.When(), got, c.want)
		}
	}
}

func TestTheDaysOfAPlanFollowEachOther(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		year := model.Year([]string{"2024-25", "2025-26", "2026-27", "2027-28", "2028-29", "2029-30", "2030-31"}[rapid.IntRange(0, 6).Draw(t, "year")])
		var last time.Time
		for _, d := range visit.Triad([3]string{"Oak", "Elm", "Ash"}, year, nil) {
			day := d.Day()
			if day.Weekday() != time.Thursday || !day.After(last) {
				t.Fatalf("%s is on %s, after %s", d.When(), day, last)
			}
			last = day
		}
	})
}

func TestAVisitIsTheOnePlannedNearItsDay(t *testing.T) {
	day := time.Date(2026, time.October, 8, 0, 0, 0, 0, time.UTC)
	for _, c := range []struct {
		from, date string
		want       bool
	}{
		{"Oak School", "2026-10-08", true},
		{"OAK school", "2026-11-22", true},
		{"Oak School", "2026-08-24", true},
		{"Oak School", "2026-11-23", false},
		{"Elm School", "2026-10-08", false},
		{"Oak School", "soon", false},
	} {
		v := model.Visit{Visiting: model.Visiting{From: c.from, Date: c.date}}
		if got := visit.SameVisit(v, "Oak School", day); got != c.want {
			t.Errorf("%s on %s: %v", c.from, c.date, got)
		}
	}
}
