package priority_test

import (
	"math"
	"math/rand/v2"
	"sort"

	"waymark/model"
	"waymark/model/priority"
)

// This is a second, slow and plain account of the method, written from its
// wording and sharing nothing with the package but the types and the documented
// order of draws. compare_test.go holds the package against it.

type id = model.AreaID

type reference struct {
	in    priority.Input
	area  map[id]priority.Area
	place map[id]int
}

type outcome struct {
	order, find []id
	gain        []float64
	total       float64
	k           int
}

type firmness struct {
	led, theme, voi map[id]float64
}

func newReference(in priority.Input) reference {
	r := reference{in: in, area: map[id]priority.Area{}, place: map[id]int{}}
	for i, a := range in.Areas {
		r.area[a.ID], r.place[a.ID] = a, i
	}
	return r
}

func (r reference) judgements(a priority.Area) []priority.Judgement {
	if a.Agreed != nil {
		return []priority.Judgement{*a.Agreed}
	}
	return a.Judgements
}

func (r reference) low(x id) bool {
	for _, j := range r.judgements(r.area[x]) {
		if j.Confidence != priority.Low {
			return false
		}
	}
	return len(r.judgements(r.area[x])) > 0
}

// belief is b(t), as a list from level 1.
func (r reference) belief(a priority.Area) []float64 {
	q := len(r.in.Scale.Levels)
	b := make([]float64, q)
	all := r.judgements(a)
	for _, j := range all {
		h := map[priority.Confidence]float64{priority.Low: .25, priority.Medium: .10, priority.High: .03}[j.Confidence]
		kernel := make([]float64, q+2)
		kernel[j.Level-1], kernel[j.Level], kernel[j.Level+1] = h, 1-2*h, h
		kernel[j.Level] += kernel[0] + kernel[q+1]
		if j.Level == 1 || int(j.Level) == q {
			kernel[0], kernel[q+1] = 0, 0
		}
		for t := 1; t <= q; t++ {
			b[t-1] += kernel[t] / float64(len(all))
		}
	}
	return b
}

func (r reference) weight(a priority.Area) float64 {
	m, reach, slip := a.Importance, a.Reach, 1.0
	if m == 0 {
		m = 1
	}
	if reach == 0 {
		reach = 1
	}
	if a.Slipping {
		slip = 1.25
	}
	return m * reach * slip
}

func (r reference) n(t int) float64 {
	e := float64(r.in.Scale.Expected)
	return math.Max(0, e-float64(t)) / (e - 1)
}

// needs is N for every needy area that counts.
func (r reference) needs() map[id]float64 {
	needs := map[id]float64{}
	for _, a := range r.in.Areas {
		if a.NotApplicable || a.Excluded || len(r.judgements(a)) == 0 {
			continue
		}
		chance, mean := 0.0, 0.0
		for i, b := range r.belief(a) {
			mean += b * r.n(i+1)
			if i+1 < int(r.in.Scale.Expected) {
				chance += b
			}
		}
		if chance >= 0.5-1e-9 {
			needs[a.ID] = r.weight(a) * mean
		}
	}
	return needs
}

func (r reference) cover(s, a id) float64 {
	if s == a {
		return 1
	}
	for _, e := range r.in.Edges {
		if e.Before == s && e.After == a {
			return 0.5
		}
	}
	return 0
}

func (r reference) gain(needs map[id]float64, chosen []id, s id) float64 {
	sum := 0.0
	for _, a := range r.in.Areas {
		best := 0.0
		for _, c := range chosen {
			best = math.Max(best, r.cover(c, a.ID))
		}
		sum += needs[a.ID] * math.Max(0, r.cover(s, a.ID)-best)
	}
	return sum
}

type passing struct {
	area  id
	place int
	gain  float64
}

// choose is section 4 under the rule of section 6. An unsure area that comes up
// and may not lead is put by, and the next takes its place.
func (r reference) choose(needs map[id]float64, most int) (order []id, gains []float64, passed []passing) {
	sure := 0
	for x := range needs {
		if !r.low(x) {
			sure++
		}
	}
	gone := map[id]bool{}
	for len(order) < most {
		lead, lot, pinned := id(""), -1.0, false
		for _, a := range r.in.Areas {
			pin := a.Pinned && !a.Excluded && !a.NotApplicable
			_, needy := needs[a.ID]
			if gone[a.ID] || (!pin && !needy) || (pinned && !pin) {
				continue
			}
			g := r.gain(needs, order, a.ID)
			if (pin && !pinned) || g > lot+1e-12 {
				lead, lot, pinned = a.ID, g, pin
			}
		}
		if lead == "" {
			break
		}
		gone[lead] = true
		if !pinned && r.low(lead) && (sure >= 3 || len(order) >= 3) {
			passed = append(passed, passing{lead, len(order), lot})
			continue
		}
		order, gains = append(order, lead), append(gains, lot)
	}
	return order, gains, passed
}

func (r reference) suggest() outcome {
	needs := r.needs()
	o := outcome{find: []id{}}
	for _, a := range r.in.Areas {
		o.total += needs[a.ID]
	}
	var passed []passing
	o.order, o.gain, passed = r.choose(needs, 5)
	start := max(3, len(r.pins()), r.in.K)
	o.k = min(start, len(o.order))
	if r.in.K == 0 && o.k == start {
		for o.k < len(o.order) && o.gain[o.k] >= 0.08*o.total-1e-12 {
			o.k++
		}
	}
	for _, p := range passed {
		earned := r.in.K == 0 && p.place <= o.k && p.gain >= 0.08*o.total-1e-12
		if p.place < start || earned {
			o.find = append(o.find, p.area)
		}
	}
	return o
}

func (r reference) pins() []id {
	var pins []id
	for _, a := range r.in.Areas {
		if a.Pinned && !a.Excluded && !a.NotApplicable {
			pins = append(pins, a.ID)
		}
	}
	return pins
}

// supporting is which areas stand around each of the suggested ones.
func (r reference) supporting(o outcome) map[id][]id {
	needs, around := r.needs(), map[id][]id{}
	chosen := map[id]bool{}
	for _, s := range o.order[:o.k] {
		around[s], chosen[s] = []id{}, true
	}
	for _, a := range r.in.Areas {
		if _, needy := needs[a.ID]; !needy || chosen[a.ID] {
			continue
		}
		for _, s := range o.order[:o.k] {
			if r.cover(s, a.ID) == 0.5 {
				around[s] = append(around[s], a.ID)
				break
			}
		}
	}
	return around
}

// read draws the readings, keeps every one of them, and counts afterwards.
func (r reference) read(o outcome, seed uint64, n int) firmness {
	rng := rand.New(rand.NewPCG(seed, priority.SeedStream))
	var below, chosen []map[id]bool
	for range n {
		under, needs := map[id]bool{}, map[id]float64{}
		for _, a := range r.in.Areas {
			if a.NotApplicable || len(r.judgements(a)) == 0 {
				continue
			}
			x, u := rng.Float64(), rng.Float64()-0.5
			t, sum := 0, 0.0
			for _, b := range r.belief(a) {
				t++
				if sum += b; x < sum {
					break
				}
			}
			if t < int(r.in.Scale.Expected) && !a.Excluded {
				under[a.ID] = true
				needs[a.ID] = r.weight(a) * math.Exp2(u) * r.n(t)
			}
		}
		leads, _, _ := r.choose(needs, o.k)
		set := map[id]bool{}
		for _, s := range leads {
			set[s] = true
		}
		below, chosen = append(below, under), append(chosen, set)
	}
	f := firmness{led: map[id]float64{}, theme: map[id]float64{}, voi: map[id]float64{}}
	around := r.supporting(o)
	for _, s := range o.order[:o.k] {
		f.led[s] = fraction(chosen, func(c map[id]bool) bool { return c[s] })
		f.theme[s] = fraction(chosen, func(c map[id]bool) bool {
			hit := c[s]
			for _, a := range around[s] {
				hit = hit || c[a]
			}
			return hit
		})
	}
	for _, a := range r.in.Areas {
		if v := r.voi(a.ID, below, chosen); v > 0 {
			f.voi[a.ID] = v
		}
	}
	return f
}

func fraction(readings []map[id]bool, holds func(map[id]bool) bool) float64 {
	n := 0
	for _, c := range readings {
		if holds(c) {
			n++
		}
	}
	return float64(n) / float64(len(readings))
}

func (r reference) voi(a id, below, chosen []map[id]bool) float64 {
	var with, without []map[id]bool
	for i, b := range below {
		if b[a] {
			with = append(with, chosen[i])
		} else {
			without = append(without, chosen[i])
		}
	}
	if len(with) == 0 || len(without) == 0 {
		return 0
	}
	p := float64(len(with)) / float64(len(below))
	sum := 0.0
	for _, x := range r.in.Areas {
		is := func(c map[id]bool) bool { return c[x.ID] }
		sum += math.Abs(fraction(with, is) - fraction(without, is))
	}
	return p * (1 - p) * sum
}

// takesOff tries every single change, smallest first, until s is off the list.
func (r reference) takesOff(s id) *priority.Change {
	type try struct {
		change priority.Change
		in     priority.Input
		rank   [4]int
	}
	var tries []try
	for i, a := range r.in.Areas {
		if a.NotApplicable || len(r.judgements(a)) == 0 {
			continue
		}
		for to := model.Level(1); to <= r.in.Scale.Top(); to++ {
			from, size := to, 0
			for _, j := range r.judgements(a) {
				d := int(math.Abs(float64(j.Level - to)))
				if d > size || (d == size && d > 0 && j.Level < from) {
					from, size = j.Level, d
				}
			}
			own := 1
			if a.ID == s {
				own = 0
			}
			if size > 0 {
				c := priority.Change{Area: a.ID, From: from, To: to}
				tries = append(tries, try{c, r.with(i, to), [4]int{size, own, i, -int(to)}})
			}
		}
	}
	sort.Slice(tries, func(x, y int) bool {
		for n := range 3 {
			if tries[x].rank[n] != tries[y].rank[n] {
				return tries[x].rank[n] < tries[y].rank[n]
			}
		}
		return tries[x].rank[3] < tries[y].rank[3]
	})
	for _, t := range tries {
		o := newReference(t.in).suggest()
		still := false
		for _, x := range o.order[:o.k] {
			still = still || x == s
		}
		if !still {
			return &t.change
		}
	}
	return nil
}

// with is the input with every judgement of area i moved to one level.
func (r reference) with(i int, to model.Level) priority.Input {
	in := r.in
	in.Areas = append([]priority.Area(nil), r.in.Areas...)
	a := &in.Areas[i]
	if a.Agreed != nil {
		j := *a.Agreed
		j.Level = to
		a.Agreed = &j
		return in
	}
	a.Judgements = append([]priority.Judgement(nil), a.Judgements...)
	for n := range a.Judgements {
		a.Judgements[n].Level = to
	}
	return in
}
