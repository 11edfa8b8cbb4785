package priority

import "waymark/model"

// hundred is the whole of one judgement's belief. Beliefs are kept as whole
// hundredths so that neither the order of raters nor the platform can change
// the last bit of a sum.
const hundred = 100

// belief is how plausible each level of one area is: mass[t] out of whole.
type belief struct {
	mass  [model.MaxLevels + 1]int
	whole int
}

// spread is how much of a judgement lies one level to each side, in hundredths.
func (c Confidence) spread() int {
	switch c {
	case Low:
		return 25
	case High:
		return 3
	case Medium:
	}
	return 10
}

// believe pools the judgements an area is read from, each counting equally, so
// that disagreement stays visible as spread. Mass that would fall off the scale
// stays where it was.
func believe(voices []Judgement, top model.Level) belief {
	var b belief
	for _, j := range voices {
		h := j.Confidence.spread()
		for _, near := range [2]model.Level{j.Level - 1, j.Level + 1} {
			if near < 1 || near > top {
				near = j.Level
			}
			b.mass[near] += h
		}
		b.mass[j.Level] += hundred - 2*h
		b.whole += hundred
	}
	return b
}

// below is the mass under level t.
func (b *belief) below(t model.Level) int {
	sum := 0
	for l := model.Level(1); l < t; l++ {
		sum += b.mass[l]
	}
	return sum
}

// share is a mass as a share of the whole.
func (b *belief) share(mass int) float64 { return float64(mass) / float64(b.whole) }
