package agreement

import (
	"slices"

	"waymark/model"
	"waymark/model/arrange"
)

// most is how many levels a scale can have.
const most = model.MaxLevels

// AC is Gwet's coefficient: AC1 with [Identity] weights and AC2 with others.
// Each row of counts says how many raters gave one area each level; areas may
// have any number of raters, and empty rows change nothing. There are as many
// levels as weights, and at most [model.MaxLevels]. It has no value when no area
// has two raters.
func AC(counts [][]int, w Weights) (value float64, ok bool) {
	g := newGwet(counts, w)
	var s sample
	for u := range g.units {
		g.add(&s, u)
	}
	return g.of(&s)
}

// gwet holds what each area adds to the coefficient.
type gwet struct {
	levels int
	chance float64 // agreement by chance, as a share of how evenly levels are used
	units  []unit
}

// unit is what one area adds: its share of each level and, when it has two
// raters or more, how far they are apart as a share of how far they could be.
type unit struct {
	shares [most]float64
	apart  float64
	paired bool
}

// sample is what the areas of one resample add up to.
type sample struct {
	shares       [most]float64
	apart        float64
	paired, size int
}

func newGwet(counts [][]int, w Weights) *gwet {
	counts = rated(counts)
	g := &gwet{levels: len(w), units: make([]unit, len(counts))}
	greatest := w.greatest()
	if pairs := greatest * g.levels * (g.levels - 1); pairs > 0 {
		g.chance = float64(pairs+greatest*g.levels-w.apart(ones(g.levels))) / float64(pairs)
	}
	for u, row := range counts {
		g.units[u] = w.unit(row, greatest)
	}
	return g
}

func (w Weights) unit(counts []int, greatest int) unit {
	var u unit
	raters := sum(counts)
	for k, n := range counts {
		u.shares[k] = float64(n) / float64(raters)
	}
	if raters > 1 {
		u.paired = true
		u.apart = float64(w.apart(counts)) / float64(greatest*raters*(raters-1))
	}
	return u
}

func (g *gwet) add(s *sample, u int) {
	unit := &g.units[u]
	for k := range g.levels {
		s.shares[k] += unit.shares[k]
	}
	s.size++
	if unit.paired {
		s.apart += unit.apart
		s.paired++
	}
}

// of is one less how far the raters are apart over how far chance would have
// put them, which is the usual coefficient with fewer subtractions.
func (g *gwet) of(s *sample) (value float64, ok bool) {
	if s.paired == 0 || g.chance == 0 {
		return 0, false
	}
	apart := s.apart / float64(s.paired)
	squares := 0.0
	for k := range g.levels {
		share := s.shares[k] / float64(s.size)
		squares += float64(share * share) // rounded on its own: some processors would fuse it with the sum
	}
	return 1 - apart/(1-float64(g.chance*(1-squares))), true
}

// rated are the rows that are not empty, in one order whatever order they came
// in, so that sums and draws are the same too.
func rated(counts [][]int) [][]int {
	rows := make([][]int, 0, len(counts))
	for _, row := range counts {
		if sum(row) > 0 {
			rows = append(rows, row)
		}
	}
	arrange.By(rows, slices.Compare[[]int])
	return rows
}

func ones(n int) []int {
	row := make([]int, n)
	for i := range row {
		row[i] = 1
	}
	return row
}

func sum(row []int) int {
	n := 0
	for _, x := range row {
		n += x
	}
	return n
}
