package visit

import (
	"slices"
	"strconv"

	"waymark/model"
)

// step is what lengths are rounded to, so that stops begin at times people say.
const step = 5

// fitDay chooses the stops of a day of that many minutes and how long each is.
// Together they last exactly as long as the day.
func fitDay(day []usual, minutes int) ([]usual, error) {
	stops := chosen(day, minutes)
	if least := total(stops, leastOf); least > minutes {
		return nil, &model.FieldError{
			Field: "minutes", Problem: "A visit like this needs " + strconv.Itoa(least) + " minutes a day or more. Choose a shorter one",
		}
	}
	usually := total(stops, usualOf)
	if minutes >= usually {
		lengthen(stops, minutes-usually)
		return stops, nil
	}
	short := usually - minutes
	pad := (step - short%step) % step
	if total(stops, leastOf)+pad > minutes {
		pad = 0
	}
	shorten(stops, short+pad)
	stops[len(stops)-1].minutes += pad
	return stops, nil
}

// chosen leaves out what there is no time for: the stops of longer days when
// the day is too short for all at their usual length, and what can be spared
// when a fifth of the usual length would have to go.
func chosen(day []usual, minutes int) []usual {
	stops := slices.Clone(day)
	for {
		most := 0
		for _, u := range stops {
			most = max(most, u.spare)
		}
		usually := total(stops, usualOf)
		if most == 0 || usually <= minutes || (most < extra && usually*4 <= minutes*5) {
			return stops
		}
		stops = slices.DeleteFunc(stops, func(u usual) bool { return u.spare == most })
	}
}

func usualOf(u usual) int { return u.minutes }

func leastOf(u usual) int { return min(u.minutes, leastMinutes(u.kind)) }

func total(stops []usual, of func(usual) int) int {
	sum := 0
	for _, u := range stops {
		sum += of(u)
	}
	return sum
}

// shorten takes minutes from the stops, from each as it has more than it needs.
func shorten(stops []usual, minutes int) {
	for minutes > 0 {
		most := 0
		for i, u := range stops {
			if u.slack() > stops[most].slack() {
				most = i
			}
		}
		by := min(step, minutes, stops[most].minutes-leastOf(stops[most]))
		stops[most].minutes -= by
		minutes -= by
	}
}

// slack is how much of its length a stop could spare, in thousandths.
func (u usual) slack() int { return (u.minutes - leastOf(u)) * 1000 / u.minutes }

// lengthen shares minutes among the stops where evidence is gathered or
// judgements are agreed, to each as it is long already. What is no whole step
// goes to the last of the day.
func lengthen(stops []usual, minutes int) {
	was := slices.Clone(stops)
	for minutes >= step {
		next := -1
		for i, u := range stops {
			if u.grows() && (next < 0 || u.minutes*was[next].minutes < stops[next].minutes*was[i].minutes) {
				next = i
			}
		}
		if next < 0 {
			break
		}
		stops[next].minutes += step
		minutes -= step
	}
	stops[len(stops)-1].minutes += minutes
}

func (u usual) grows() bool { return u.kind.Gathers() || u.kind == model.SlotAgree }
