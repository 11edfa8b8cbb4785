package agreement_test

import (
	"math"
	"math/bits"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"waymark/model/agreement"
)

// documented draws as doc.go says, with the exported coefficient.
func documented(in agreement.Input) (values []float64) {
	var counts [][]int
	for i, row := range countsOf(in) {
		if raters(in.Units[i].Levels) > 0 {
			counts = append(counts, row)
		}
	}
	slices.SortFunc(counts, slices.Compare[[]int])
	pcg := rand.NewPCG(agreement.Seed, agreement.SeedStream)
	for range agreement.Resamples {
		drawn := make([][]int, len(counts))
		for i := range drawn {
			at, _ := bits.Mul64(pcg.Uint64(), uint64(len(counts)))
			drawn[i] = counts[at]
		}
		if value, ok := agreement.AC(drawn, agreement.Quadratic(in.Levels)); ok {
			values = append(values, value)
		}
	}
	slices.Sort(values)
	return values
}

// Only a few areas have two levels, so that a resample may have none: such a
// one is left out, and the cut is of those that are left.
func TestResamplesWithoutPairsAreLeftOut(t *testing.T) {
	in := of(4, strings.Repeat("3", 49), "23233214"+strings.Repeat("-", 41))
	values := documented(in)
	if len(values) == agreement.Resamples {
		t.Fatal("every resample has a pair: the test tests nothing")
	}
	cut := len(values) / 40
	low, high := values[cut], values[len(values)-1-cut]
	got := measure(t, in).AC2
	if math.Abs(got.Low-low) > 1e-6 || math.Abs(got.High-high) > 1e-6 {
		t.Errorf("%v, want %v to %v", *got, low, high)
	}
}
