package priority

import (
	"cmp"
	"slices"

	"waymark/model/arrange"
)

// enough is the share of the total need that a fourth and a fifth must reach.
const enough = 0.08

// plan is the outcome of the choosing: up to five areas in order, of which the
// first k are suggested.
type plan struct {
	order []int32
	gain  []float64
	total float64
	k     int
	found []int32 // to find out first
}

// decide chooses for the given needs and settles how many.
func (c *chooser) decide(need []float64, asked int) plan {
	p := plan{}
	for _, x := range need {
		p.total += x
	}
	c.choose(need, MaxPriorities)
	p.order = slices.Clone(c.order[:c.n])
	p.gain = slices.Clone(c.gain[:c.n])
	p.k = howMany(p.gain, p.total, c.target(asked), asked)
	return p
}

// target is how many are suggested without having to prove themselves.
func (c *chooser) target(asked int) int {
	return max(fewest, asked, len(c.pins))
}

// worthwhile reports whether a gain earns a fourth or fifth place.
func worthwhile(gain, total float64) bool {
	return gain >= float64(enough*total)-tie
}

func howMany(gain []float64, total float64, target, asked int) int {
	k := min(target, len(gain))
	if asked != 0 || k < target {
		return k
	}
	for k < len(gain) && worthwhile(gain[k], total) {
		k++
	}
	return k
}

// findOutFirst lists the unsure areas that would have been suggested had anyone
// been surer of them: those that beat the area that took a suggested place, and
// those that would have filled the place after the last.
func (c *chooser) findOutFirst(need []float64, p *plan, asked int) []int32 {
	var found []int32
	target := c.target(asked)
	c.begin(need)
	for c.n <= len(p.order) && c.n < MaxPriorities {
		always := c.n < target
		if !always && (asked != 0 || c.n > p.k) {
			break
		}
		winner, gain := int32(-1), 0.0
		if c.n < len(p.order) {
			winner, gain = p.order[c.n], p.gain[c.n]
		}
		if winner < 0 || !c.pinned[winner] {
			found = append(found, c.passedOver(found, winner, gain, func(g float64) bool {
				return always || worthwhile(g, p.total)
			})...)
		}
		if winner < 0 {
			break
		}
		c.take(winner, gain)
	}
	return found
}

// passedOver lists the barred areas that beat winner, greatest gain first,
// leaving out those already found.
func (c *chooser) passedOver(found []int32, winner int32, gain float64, counts func(float64) bool) []int32 {
	type passed struct {
		area int32
		gain float64
	}
	var over []passed
	for i, x := range c.need {
		s := int32(i)
		if x <= 0 || c.taken[s] || !c.barred(s) || slices.Contains(found, s) {
			continue
		}
		g := c.reaches(s)
		beats := winner < 0 || g > gain+tie || (g >= gain-tie && s < winner)
		if beats && counts(g) {
			over = append(over, passed{s, g})
		}
	}
	arrange.By(over, func(a, b passed) int { return cmp.Compare(b.gain, a.gain) })
	areas := make([]int32, len(over))
	for i, o := range over {
		areas[i] = o.area
	}
	return areas
}

// leads are the areas suggested.
func (p *plan) leads() []int32 { return p.order[:p.k] }

// has reports whether area s is suggested.
func (p *plan) has(s int32) bool { return slices.Contains(p.leads(), s) }

// supports gives, for every area, the place of the lead whose theme it belongs
// to: a lead's own, else for a needy area the earliest lead it depends on, else
// -1.
func (c *chooser) supports(need []float64, p *plan) []int32 {
	theme := make([]int32, len(need))
	for i := range theme {
		theme[i] = -1
	}
	for place, s := range p.leads() {
		theme[s] = int32(place)
	}
	for place, s := range p.leads() {
		for _, a := range c.links.of(s) {
			if need[a] > 0 && theme[a] < 0 {
				theme[a] = int32(place)
			}
		}
	}
	return theme
}
