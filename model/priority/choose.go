package priority

import "waymark/model"

// tie is how close two gains must be to count as the same.
const tie = 1e-12

// links lists, for each area, the areas that directly depend on it.
type links struct {
	first []int32 // first[s]:first[s+1] are the places in after of s
	after []int32
}

func (l *links) of(s int32) []int32 { return l.after[l.first[s]:l.first[s+1]] }

// link compiles edges. Repeated edges count once, and an area does not depend
// on itself.
func link(in *Input) (links, error) {
	place := make(map[model.AreaID]int32, len(in.Areas))
	for i := range in.Areas {
		if _, twice := place[in.Areas[i].ID]; twice {
			return links{}, &BadInput{Area: in.Areas[i].ID, Why: "listed twice"}
		}
		place[in.Areas[i].ID] = int32(i)
	}
	after := make([][]int32, len(in.Areas))
	seen := make(map[[2]int32]bool, len(in.Edges))
	for _, e := range in.Edges {
		p, okP := place[e.Before]
		a, okA := place[e.After]
		if !okP || !okA {
			return links{}, &BadInput{Why: "an edge from " + string(e.Before) + " to " + string(e.After) + " names no area"}
		}
		if p != a && !seen[[2]int32{p, a}] {
			seen[[2]int32{p, a}] = true
			after[p] = append(after[p], a)
		}
	}
	l := links{first: make([]int32, 1, len(after)+1)}
	for _, as := range after {
		l.after = append(l.after, as...)
		l.first = append(l.first, int32(len(l.after)))
	}
	return l, nil
}

// chooser takes leads one at a time. It is reused for every reading, and after
// newChooser it allocates nothing.
type chooser struct {
	links  links
	pinned []bool
	unsure []bool
	pins   []int32

	need  []float64
	own   []float64 // what an area would still reach of its own need
	half  []float64 // what it would still give to an area it depends on
	taken []bool
	cand  []int32 // needy areas that may lead, in rubric order
	sure  int     // needy areas judged with more than low confidence

	order [MaxPriorities]int32
	gain  [MaxPriorities]float64
	n     int
}

func newChooser(in *Input, l links) *chooser {
	n := len(in.Areas)
	c := &chooser{
		links: l, pinned: make([]bool, n), unsure: make([]bool, n),
		own: make([]float64, n), half: make([]float64, n), taken: make([]bool, n), cand: make([]int32, 0, n),
	}
	for i := range in.Areas {
		c.pinned[i], c.unsure[i] = in.Areas[i].pin(), in.Areas[i].unsure()
		if c.pinned[i] {
			c.pins = append(c.pins, int32(i))
		}
	}
	return c
}

// choose takes up to limit leads: the pinned areas first, then needy ones, each
// time the one that reaches the most need still unreached. An area is needy
// exactly when its need is above 0. Both the suggestion and every reading come
// through here, so the rule about unsure areas is the same in both. need must
// stay as it is until the next call.
func (c *chooser) choose(need []float64, limit int) {
	c.begin(need)
	for c.n < limit {
		from := c.cand
		if c.n < len(c.pins) {
			from = c.pins
		}
		s, gain := c.greatest(from)
		if s < 0 {
			return
		}
		c.take(s, gain)
	}
}

func (c *chooser) begin(need []float64) {
	c.need, c.n, c.sure, c.cand = need, 0, 0, c.cand[:0]
	for i, x := range need {
		c.own[i], c.half[i], c.taken[i] = x, x/2, false
		if x > 0 && !c.unsure[i] {
			c.sure++
		}
	}
	for i, x := range need {
		if x > 0 && (!c.unsure[i] || c.sure < fewest) {
			c.cand = append(c.cand, int32(i))
		}
	}
}

// barred reports whether area s is kept from the next place because every
// judgement of it is low.
func (c *chooser) barred(s int32) bool {
	return c.unsure[s] && !c.pinned[s] && (c.sure >= fewest || c.n >= fewest)
}

// greatest is the area with the greatest gain among from, the first of equals;
// -1 when none is left.
func (c *chooser) greatest(from []int32) (int32, float64) {
	lead, most := int32(-1), 0.0
	for _, s := range from {
		if c.taken[s] || c.barred(s) {
			continue
		}
		if g := c.reaches(s); lead < 0 || g > most+tie {
			lead, most = s, g
		}
	}
	return lead, most
}

// reaches is the gain of taking s next. Halving is exact, so no product here
// can differ between platforms.
func (c *chooser) reaches(s int32) float64 {
	sum := c.own[s]
	for _, a := range c.links.of(s) {
		sum += c.half[a]
	}
	return sum
}

func (c *chooser) take(s int32, gain float64) {
	c.order[c.n], c.gain[c.n] = s, gain
	c.n++
	c.taken[s], c.own[s], c.half[s] = true, 0, 0
	for _, a := range c.links.of(s) {
		if c.half[a] > 0 {
			c.own[a], c.half[a] = c.half[a], 0
		}
	}
}
