package agreement

import (
	"math/bits"
	"math/rand/v2"
	"slices"
)

// Resamples is how often the areas are drawn anew for the interval.
const Resamples = 2000

// Seed and SeedStream start the draws. They never change.
const (
	Seed       uint64 = 41
	SeedStream uint64 = 0x9E3779B97F4A7C15
)

// interval is the coefficient and where 95 of 100 resamples of the areas put
// it, as doc.go sets out.
func (g *gwet) interval() *Interval {
	var all sample
	for u := range g.units {
		g.add(&all, u)
	}
	value, ok := g.of(&all)
	values := g.resample()
	if !ok || len(values) == 0 {
		return nil
	}
	slices.Sort(values)
	cut := len(values) / 40
	return &Interval{
		Value: rounded(value),
		Low:   rounded(values[cut]),
		High:  rounded(values[len(values)-1-cut]),
	}
}

func (g *gwet) resample() []float64 {
	pcg := rand.NewPCG(Seed, SeedStream)
	values := make([]float64, 0, Resamples)
	n := uint64(len(g.units))
	for range Resamples {
		var s sample
		for range n {
			u, _ := bits.Mul64(pcg.Uint64(), n)
			g.add(&s, int(u))
		}
		if value, ok := g.of(&s); ok {
			values = append(values, value)
		}
	}
	return values
}
