package priority

import (
	"math"
	"testing"

	"waymark/model"
)

func TestPow2IsAccurate(t *testing.T) {
	for i := -50000; i <= 50000; i++ {
		u := float64(i) / 100000
		want := math.Exp2(u)
		if got := pow2(u); math.Abs(got-want) > 1e-15*want {
			t.Fatalf("pow2(%v) = %v, want %v", u, got, want)
		}
	}
}

func TestPow2HasTheSameBitsEverywhere(t *testing.T) {
	sum := uint64(0)
	for i := range 1000 {
		sum = sum*1099511628211 ^ math.Float64bits(pow2(float64(i)/1000-0.5))
	}
	if want := uint64(0xe59a0d6706aa5c4e); sum != want {
		t.Errorf("bits fold to %#x, want %#x", sum, want)
	}
}

// B reaches .1 + .2/2 + .2/2, which floating point makes a hair more than the .3
// of A. They are equal, and A is first in rubric order.
func TestAHairIsATie(t *testing.T) {
	in := &Input{Areas: []Area{{ID: "A"}, {ID: "B"}, {ID: "C"}, {ID: "D"}}}
	in.Edges = []model.Edge{{Before: "B", After: "C"}, {Before: "B", After: "D"}}
	l, err := link(in)
	if err != nil {
		t.Fatal(err)
	}
	c := newChooser(in, l)
	c.choose([]float64{.3, .1, .2, .2}, 1)
	if c.order[0] != 0 {
		t.Errorf("area %d leads", c.order[0])
	}
}

func TestReadingsAllocateNothing(t *testing.T) {
	in := &Input{Scale: model.Scale{Levels: make([]model.LevelName, 4), Expected: 3}}
	for _, id := range []model.AreaID{"A", "B", "C", "D"} {
		in.Areas = append(in.Areas, Area{ID: id, Judgements: []Judgement{{Level: 2}}})
	}
	l, err := link(in)
	if err != nil {
		t.Fatal(err)
	}
	c := newChooser(in, l)
	r := newReadings(in, c, 3, []int32{0, 1, 2, -1})
	few := testing.AllocsPerRun(5, func() { r.run(1, 1) })
	if many := testing.AllocsPerRun(5, func() { r.run(1, 1000) }); many > few {
		t.Errorf("%v allocations for 1 reading, %v for 1,000", few, many)
	}
}
