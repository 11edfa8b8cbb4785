package visit

import (
	"fmt"
	"strconv"
	"strings"

	"waymark/model"
)

// Term is one of the three terms of a school year.
type Term string

// The terms, in the order of the year.
const (
	Autumn Term = "Autumn"
	Spring Term = "Spring"
	Summer Term = "Summer"
)

// Terms lists the terms in order.
func Terms() []Term { return []Term{Autumn, Spring, Summer} }

// Directed is one visit from one school of a triad to another. Week is a
// suggestion, counted in school weeks from the start of the half-term: the
// schools know their own dates.
type Directed struct {
	Term      Term
	Year      int // the calendar year of the term
	Half      int // of the term, 1 or 2
	Week      int
	Visitor   string
	Host      string
	Questions []string // put to the host at the start
}

// When is the suggestion in words: "Autumn term 2026, first half, week 3".
func (d Directed) When() string {
	half := "first half"
	if d.Half == 2 {
		half = "second half"
	}
	term := string(d.Term) + " term"
	if d.Year > 0 {
		term += " " + strconv.Itoa(d.Year)
	}
	return fmt.Sprintf("%s, %s, week %d", term, half, d.Week)
}

// Words says who visits whom: "Oak School visits Elm School".
func (d Directed) Words() string { return d.Visitor + " visits " + d.Host }

// firstWeek leaves the first two weeks of a half-term to settle in.
const firstWeek = 3

// Triad plans a year in which each of three schools visits each of the others
// once a term: six visits a term, eighteen a year. In each half of a term every
// school hosts once and visits once, and a different school begins each term.
// Without questions the visits open with DefaultQuestions.
func Triad(schools [3]string, year model.Year, questions []string) []Directed {
	if len(questions) == 0 {
		questions = DefaultQuestions()
	}
	from, _ := strconv.Atoi(strings.SplitN(string(year), "-", 2)[0])
	var plan []Directed
	for t, term := range Terms() {
		calendar := from
		if calendar > 0 && term != Autumn {
			calendar++
		}
		for half := 1; half <= 2; half++ {
			for i := range schools {
				visitor := (t + i) % len(schools)
				plan = append(plan, Directed{
					Term: term, Year: calendar, Half: half, Week: firstWeek + i,
					Visitor: schools[visitor], Host: schools[(visitor+half)%len(schools)],
					Questions: append([]string(nil), questions...),
				})
			}
		}
	}
	return plan
}

// CheckTriad returns the names cleaned, or a *model.FieldError when one is
// missing or there twice.
func CheckTriad(schools [3]string) ([3]string, error) {
	seen := map[string]bool{}
	for i, s := range schools {
		schools[i] = model.CleanLine(s)
		key := strings.ToLower(schools[i])
		switch {
		case key == "":
			return schools, &model.FieldError{Field: "schools", Problem: "Enter the names of three schools"}
		case seen[key]:
			return schools, &model.FieldError{Field: "schools", Problem: schools[i] + " is there twice. Enter three different schools"}
		}
		seen[key] = true
	}
	return schools, nil
}

// DefaultQuestions are what a visiting school asks first when nothing else has
// been agreed.
func DefaultQuestions() []string {
	return []string{
		"What is hardest for you at the moment?",
		"What have you tried, and what did it change for pupils?",
		"What should we look at today that you cannot see for yourselves?",
	}
}
