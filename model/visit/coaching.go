package visit

import "fmt"

// Turn is one round of a coaching triad: one person coaches another, and the
// third watches and says afterwards what they noticed.
type Turn struct{ Coach, Coached, Observer string }

// Coaching gives three people the three roles in turn, so that each has each
// role once and is coached once by somebody else.
func Coaching(names [3]string) []Turn {
	turns := make([]Turn, len(names))
	for i := range names {
		turns[i] = Turn{Coach: names[i], Coached: names[(i+1)%len(names)], Observer: names[(i+2)%len(names)]}
	}
	return turns
}

// Words says who does what: "A. Shah coaches B. Lee. C. Diaz observes."
func (t Turn) Words() string {
	return fmt.Sprintf("%s coaches %s. %s observes.", t.Coach, t.Coached, t.Observer)
}
