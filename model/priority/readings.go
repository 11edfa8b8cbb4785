package priority

import (
	"math/rand/v2"

	"waymark/model"
)

// SeedStream is the second half of the generator's seed. It never changes.
const SeedStream uint64 = 0x9E3779B97F4A7C15

// dice is what a reading needs to draw one area: the chance of being at or
// under each level below expected, and the need at each.
type dice struct {
	area int32
	open bool // set-aside areas are drawn too, so that setting one aside moves no other draw
	upTo [model.MaxLevels + 1]float64
	need [model.MaxLevels + 1]float64
}

// readings draws plausible readings and keeps whole-number counts of them.
type readings struct {
	c        *chooser
	k        int
	expected model.Level
	dice     []dice
	theme    []int32
	need     []float64
	under    []int32 // areas below expected in this reading

	drawn  int
	led    []int // readings that choose the area
	themes [MaxPriorities]int
	below  []int // readings that put the area below expected
	both   []int // both[x*n+a]: readings that choose x with a below expected
}

func newReadings(in *Input, c *chooser, k int, theme []int32) *readings {
	n := len(in.Areas)
	r := &readings{
		c: c, k: k, expected: in.Scale.Expected, theme: theme, need: make([]float64, n), under: make([]int32, 0, n),
		led: make([]int, n), below: make([]int, n), both: make([]int, n*n),
	}
	for i := range in.Areas {
		if in.Areas[i].rated() {
			r.dice = append(r.dice, in.dice(i))
		}
	}
	return r
}

func (in *Input) dice(i int) dice {
	a := &in.Areas[i]
	e := in.Scale.Expected
	b := believe(a.voices(), in.Scale.Top())
	d := dice{area: int32(i), open: a.open()}
	for t := model.Level(1); t < e; t++ {
		d.upTo[t] = b.share(b.below(t + 1))
		d.need[t] = a.weight() * (float64(e-t) / float64(e-1))
	}
	return d
}

// run draws n readings. Nothing is allocated while it runs.
func (r *readings) run(seed uint64, n int) {
	pcg := rand.NewPCG(seed, SeedStream)
	for range n {
		r.draw(pcg)
		r.c.choose(r.need, r.k)
		r.count()
	}
	r.drawn = n
}

// draw gives every area a level and a weight, as doc.go sets out.
func (r *readings) draw(pcg *rand.PCG) {
	r.under = r.under[:0]
	for i := range r.dice {
		d := &r.dice[i]
		x, u := unit(pcg), unit(pcg)-0.5
		if !d.open {
			continue
		}
		if x >= d.upTo[r.expected-1] {
			r.need[d.area] = 0
			continue
		}
		t := 1
		for x >= d.upTo[t] {
			t++
		}
		r.need[d.area] = d.need[t] * pow2(u)
		r.under = append(r.under, d.area)
	}
}

// unit is the next number in [0, 1).
func unit(pcg *rand.PCG) float64 {
	return float64(pcg.Uint64()<<11>>11) / (1 << 53)
}

func (r *readings) count() {
	n := len(r.need)
	var hit [MaxPriorities]bool
	for _, x := range r.c.order[:r.c.n] {
		r.led[x]++
		if place := r.theme[x]; place >= 0 {
			hit[place] = true
		}
		row := r.both[int(x)*n : int(x)*n+n]
		for _, a := range r.under {
			row[a]++
		}
	}
	for place, h := range hit {
		if h {
			r.themes[place]++
		}
	}
	for _, a := range r.under {
		r.below[a]++
	}
}

// of is a count as a share of the readings drawn.
func (r *readings) of(count int) float64 {
	return share(float64(count), float64(r.drawn))
}
