package model

import (
	"fmt"
	"strings"
	"time"
	"unicode/utf8"
)

// SchoolID names one school in this database and in every file that leaves it.
type SchoolID string

// EvaluationID names one evaluation of one school.
type EvaluationID string

// School is what Waymark knows of a school: what its head typed, no more.
type School struct {
	ID     SchoolID `json:"id"`
	Name   string   `json:"name"`
	Phase  string   `json:"phase,omitempty"`
	Pupils int      `json:"pupils,omitempty"`
	// Example marks the made-up school, so that every screen can say so.
	Example bool `json:"example,omitempty"`
}

// LongestName is how many characters a school's name may have.
const LongestName = 80

// CheckSchool returns s with its name trimmed, or a *FieldError in words for
// the person who typed it.
func CheckSchool(s School) (School, error) {
	s.Name, s.Phase = CleanLine(s.Name), CleanLine(s.Phase)
	switch {
	case s.Name == "":
		return s, &FieldError{Field: "name", Problem: "Enter the name of your school"}
	case utf8.RuneCountInString(s.Name) > LongestName:
		return s, &FieldError{Field: "name", Problem: fmt.Sprintf("School name must be %d characters or fewer", LongestName)}
	case s.Pupils < 0:
		return s, &FieldError{Field: "pupils", Problem: "Number of pupils must be 0 or more"}
	}
	return s, nil
}

// Year is a school year, spelled "2026-27". It starts on 1 September.
type Year string

// YearOf is the school year in which t falls.
func YearOf(t time.Time) Year {
	y := t.Year()
	if t.Month() < time.September {
		y--
	}
	return Year(fmt.Sprintf("%04d-%02d", y, (y+1)%100))
}

// firstYear and lastYear are the school years that can be meant: anything else is a slip.
const (
	firstYear = 1900
	lastYear  = 2199
)

// ParseYear reads "2026-27", "2026/27", "2026–27", "2026 - 27" or "2026-2027".
func ParseYear(typed string) (Year, error) {
	s := strings.NewReplacer("/", "-", "–", "-", "\u2011", "-", " ", "").Replace(CleanLine(typed))
	var from, to int
	if n, err := fmt.Sscanf(s, "%4d-%d", &from, &to); err != nil || n != 2 || from < firstYear || from > lastYear {
		return "", &FieldError{Field: "year", Problem: "School year must look like 2026-27"}
	}
	y := Year(fmt.Sprintf("%04d-%02d", from, (from+1)%100))
	if s != string(y) && s != fmt.Sprintf("%04d-%04d", from, from+1) {
		return "", &FieldError{Field: "year", Problem: "School year must be two years that follow each other, like 2026-27"}
	}
	return y, nil
}

// Shown is the year with an en dash, as people write it: "2026–27".
func (y Year) Shown() string { return strings.Replace(string(y), "-", "–", 1) }
