package priority

import (
	"cmp"
	"math"

	"waymark/model"
	"waymark/model/arrange"
)

// Check is an area worth checking first. VOI is how far confirming which side
// of expected the area is on would move the choice.
type Check struct {
	Area model.AreaID `json:"area"`
	VOI  float64      `json:"voi"`
}

// voi is the value of checking area a: the chance of either side of expected,
// times how much the chances of being chosen differ between the two sides.
func (r *readings) voi(a int) float64 {
	under, over := r.below[a], r.drawn-r.below[a]
	if under == 0 || over == 0 {
		return 0
	}
	n := len(r.need)
	sum := 0.0
	for x, led := range r.led {
		with := r.both[x*n+a]
		sum += math.Abs(float64(with)/float64(under) - float64(led-with)/float64(over))
	}
	return r.of(under) * r.of(over) * sum
}

// checkFirst lists the areas that would change the choice, the most first.
func (r *readings) checkFirst(in *Input) []Check {
	list := []Check{}
	for a := range in.Areas {
		if v := rounded(r.voi(a)); v > 0 {
			list = append(list, Check{Area: in.Areas[a].ID, VOI: v})
		}
	}
	arrange.By(list, func(a, b Check) int { return cmp.Compare(b.VOI, a.VOI) })
	return list
}
