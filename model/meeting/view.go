package meeting

import (
	"fmt"
	"slices"
	"strconv"

	"waymark/model"
)

// Column is one level and those who chose it, in the order in which they sit.
type Column struct {
	Level  model.Level
	People []model.PersonID
}

// View is one round of one area as it may be seen. While the round is covered
// it says who is in and nothing else.
type View struct {
	Shown   bool
	In      []model.PersonID // who has answered, in the order in which they sit
	Waiting []model.PersonID // who has not
	Columns []Column         // one for each level of the scale, lowest first
	Passed  []model.PersonID
	Low     model.Level // the lowest level given, 0 without any
	High    model.Level
	Middle  model.Level // the middle level given, the lower of two; 0 without any
	Given   int         // how many gave a level
}

// Now is the present round of an area.
func Now(m model.Meeting, t model.Talk, top model.Level) View {
	return Round(m, t, t.Round.Number, top)
}

// Round is one round of an area, counted from 1: the levels that people gave
// first are kept, whatever they gave since.
func Round(m model.Meeting, t model.Talk, number int, top model.Level) View {
	v := View{Shown: number < t.Round.Number || number == t.Round.Number && t.Round.Shown}
	var votes []model.Cast
	if number >= 1 && number <= len(t.Rounds) {
		votes = t.Rounds[number-1]
	}
	for l := model.Level(1); l <= top; l++ {
		v.Columns = append(v.Columns, Column{Level: l})
	}
	for _, p := range seats(m, votes) {
		i := slices.IndexFunc(votes, func(c model.Cast) bool { return c.Person == p })
		if i < 0 {
			v.Waiting = append(v.Waiting, p)
			continue
		}
		v.In = append(v.In, p)
		if v.Shown {
			v = v.with(votes[i])
		}
	}
	return v.measured()
}

// seats are those in the meeting, and after them anybody else who voted: votes
// that were gathered on another laptop are not lost.
func seats(m model.Meeting, votes []model.Cast) []model.PersonID {
	all := slices.Clone(m.People)
	for _, c := range votes {
		if !slices.Contains(all, c.Person) {
			all = append(all, c.Person)
		}
	}
	return all
}

func (v View) with(c model.Cast) View {
	switch {
	case c.Pass:
		v.Passed = append(v.Passed, c.Person)
	case c.Level >= 1 && int(c.Level) <= len(v.Columns):
		at := &v.Columns[c.Level-1]
		at.People = append(at.People, c.Person)
	}
	return v
}

func (v View) measured() View {
	var given []model.Level
	for _, c := range v.Columns {
		for range c.People {
			given = append(given, c.Level)
		}
	}
	if v.Given = len(given); v.Given > 0 {
		v.Low, v.High, v.Middle = given[0], given[len(given)-1], given[(len(given)-1)/2]
	}
	return v
}

// AllSame reports whether two people or more gave a level, and all the same.
func (v View) AllSame() bool { return v.Given > 1 && v.Low == v.High }

// Spread says how the levels lie: "Spread: 1 to 3".
func (v View) Spread() string {
	switch {
	case !v.Shown:
		return v.Came()
	case v.Given == 0:
		return "Nobody gave a level"
	case v.Low == v.High && v.Given == 1:
		return fmt.Sprintf("One level given: %d", v.Low)
	case v.Low == v.High:
		return fmt.Sprintf("All said %d", v.Low)
	}
	return fmt.Sprintf("Spread: %d to %d", v.Low, v.High)
}

// Came says how many have answered: "4 of 6 in".
func (v View) Came() string { return fmt.Sprintf("%d of %d in", len(v.In), len(v.In)+len(v.Waiting)) }

// Counts says how many people chose a level: "1 person", "3 people".
func (c Column) Counts() string {
	if len(c.People) == 1 {
		return "1 person"
	}
	return strconv.Itoa(len(c.People)) + " people"
}

// MiddleWords offers the middle level for what it is, or says "" without one.
func (v View) MiddleWords() string {
	if v.Middle == 0 {
		return ""
	}
	return fmt.Sprintf("The middle view is %d. It is a starting point for talk, not the answer.", v.Middle)
}

// Next is whose turn it is: the first person, as they sit, who has not answered.
func (v View) Next() (model.PersonID, bool) {
	if v.Shown || len(v.Waiting) == 0 {
		return "", false
	}
	return v.Waiting[0], true
}
