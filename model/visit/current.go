package visit

import (
	"time"

	"waymark/model"
)

// Current is the place in all of the visit that is most likely meant on the day
// of now: the last open one of today or before, else the next one that is
// planned, else the last that was closed. It is -1 when there are none.
func Current(all []model.Visit, now time.Time) int {
	today := now.Format(time.DateOnly)
	rank := func(v model.Visit) int {
		switch {
		case v.Closed:
			return 0
		case v.Date > today:
			return 1
		}
		return 2
	}
	best := -1
	for i, v := range all {
		if best < 0 {
			best = i
			continue
		}
		b := all[best]
		switch mine, other := rank(v), rank(b); {
		case mine > other, mine == other && mine == 1 && v.Date < b.Date, mine == other && mine != 1 && v.Date >= b.Date:
			best = i
		}
	}
	return best
}
