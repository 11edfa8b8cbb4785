package visit

import (
	"fmt"
	"math"
	"slices"
	"strconv"

	"waymark/model"
	"waymark/model/agreement"
)

// RaterLean is how far one of those who judged lies above the middle of
// everybody's levels, over the areas that they and somebody else judged. Person
// is "" for the school. It is for that person's eyes.
type RaterLean struct {
	Person model.PersonID
	agreement.Lean
}

// RaterLeans says for the school and each reviewer, in that order, how far their
// levels lie from the middle of everybody's. An area counts as soon as two of
// them gave a level there, whatever the others said of it.
func RaterLeans(b *model.Book, v model.Visit) ([]RaterLean, error) {
	rows := slices.DeleteFunc(Compare(b, v), func(r Row) bool { return r.State == Waiting })
	people := raters(b, v, rows)
	if len(people) == 0 {
		return nil, nil
	}
	leans, err := agreement.Leans(everyInput(b, v, rows, people))
	if err != nil {
		return nil, fmt.Errorf("work out how levels lean: %w", err)
	}
	all := []RaterLean{{Lean: leans[0]}}
	for i, p := range people {
		all = append(all, RaterLean{Person: p, Lean: leans[i+1]})
	}
	return all, nil
}

// LeanOf is how far one voice leans: that of a reviewer, or the school's. It
// tells of nobody else, and counts only areas on which that voice gave a level.
func LeanOf(b *model.Book, v model.Visit, voice model.Voice) (RaterLean, error) {
	own := RaterLean{}
	if voice.Role == model.Reviewer {
		own.Person = voice.Person
	}
	all, err := RaterLeans(b, v)
	if err != nil {
		return own, err
	}
	if i := slices.IndexFunc(all, func(l RaterLean) bool { return l.Person == own.Person }); i >= 0 {
		own = all[i]
	}
	return own, nil
}

// Told reports whether there are enough areas to say more than counts.
func (l RaterLean) Told() bool { return l.N >= agreement.Fewest && l.Mean != nil }

// Words is the lean in plain sentences, said to the rater: first how far, where
// there are enough areas to say so, then in how many areas which way.
func (l RaterLean) Words() []string {
	if l.N == 0 {
		return []string{"There is no area yet with a level of " + l.yours() + " and one of somebody else."}
	}
	counts := fmt.Sprintf("above the middle of everybody’s in %s, on it in %s, below it in %s.", some(l.Above), some(l.On), some(l.Below))
	over := "Over " + countWords(l.N, "area", "areas")
	if !l.Told() {
		return []string{over + ": " + counts, fmt.Sprintf("Under %d areas nothing more is told.", agreement.Fewest)}
	}
	return []string{
		fmt.Sprintf("%s %s levels lay %s the middle of everybody’s.", over, l.whose(), leaning(*l.Mean)),
		"Area by area: " + counts,
	}
}

func some(n int) string {
	if n == 0 {
		return "none"
	}
	return strconv.Itoa(n)
}

func (l RaterLean) whose() string {
	if l.Person == "" {
		return "the school’s"
	}
	return "your"
}

func (l RaterLean) yours() string {
	if l.Person == "" {
		return "the school’s"
	}
	return "yours"
}

// leaning is a mean of levels as people say it, with the side it lies on.
func leaning(mean float64) string {
	side := " above"
	if mean < 0 {
		side = " below"
	}
	by := math.Abs(mean)
	switch {
	case by == 0:
		return "all in all on"
	case by < 0.05:
		return "all in all almost on"
	case by < 0.2:
		return "a little" + side
	case by < 0.3:
		return "about a quarter of a level" + side
	case by < 0.42:
		return "about a third of a level" + side
	case by < 0.59:
		return "about half a level" + side
	case by < 0.71:
		return "about two thirds of a level" + side
	case by < 0.88:
		return "about three quarters of a level" + side
	case by < 1.25:
		return "about a level" + side
	case by < 1.75:
		return "about a level and a half" + side
	}
	return fmt.Sprintf("about %.0f levels%s", by, side)
}
