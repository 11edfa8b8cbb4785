package meeting

import (
	"strconv"

	"waymark/model"
)

// Naming is how people are called on a screen or in a report.
type Naming string

// The ways to call people.
const (
	ByPost Naming = "post" // by what they do, else "Person 2"
	ByName Naming = "name" // by name, else as ByPost
	Hidden Naming = "hidden"
)

// Labels says what to call each of the people, who are given in the order in
// which they sit: no two are called the same, and nobody by their id. Whoever
// is hidden, or has no post, is called by where they sit.
func Labels(people []model.Person, n Naming) map[model.PersonID]string {
	wanted := make([]string, len(people))
	times := map[string]int{}
	for i, p := range people {
		wanted[i] = n.of(p)
		times[wanted[i]]++
	}
	labels, taken, count := map[model.PersonID]string{}, map[string]bool{}, map[string]int{}
	for i, p := range people {
		label := wanted[i]
		switch {
		case label == "":
			label = "Person " + strconv.Itoa(i+1)
		case times[label] > 1:
			count[label]++
			label += " " + strconv.Itoa(count[label])
		}
		for n, base := 2, label; taken[label]; n++ {
			label = base + " " + strconv.Itoa(n)
		}
		taken[label] = true
		labels[p.ID] = label
	}
	return labels
}

// of is what this person would be called if they were alone, "" for by seat.
func (n Naming) of(p model.Person) string {
	switch {
	case n == ByName && p.Name != "":
		return p.Name
	case n == ByName || n == ByPost:
		return p.Post
	}
	return ""
}

// Seated are the people of a meeting in the order in which they sit.
func Seated(b *model.Book, m model.Meeting) []model.Person {
	all := make([]model.Person, len(m.People))
	for i, id := range m.People {
		all[i] = b.Who(id)
	}
	return all
}
