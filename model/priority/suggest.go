package priority

import (
	"cmp"
	"slices"

	"waymark/model"
	"waymark/model/arrange"
)

// picture is everything worked out before words are found for it.
type picture struct {
	in    *Input
	links links
	need  []float64 // 0 for areas that do not count
	raw   []float64 // need as if nothing were set aside
	plan  plan
	theme []int32 // see chooser.supports
	drawn *readings
	off   []*move
}

// Suggest works out the priorities. It refuses only inputs that cannot be, with
// a *BadInput or a *TooManyPins.
func Suggest(in Input) (Answer, error) {
	if err := in.check(); err != nil {
		return Answer{}, err
	}
	l, err := link(&in)
	if err != nil {
		return Answer{}, err
	}
	if in.Seed == 0 {
		in.Seed = DefaultSeed
	}
	if in.Readings == 0 {
		in.Readings = DefaultReadings
	}
	return work(&in, l).answer(), nil
}

func work(in *Input, l links) *picture {
	p := &picture{in: in, links: l, need: make([]float64, len(in.Areas)), raw: make([]float64, len(in.Areas))}
	for i := range in.Areas {
		a := &in.Areas[i]
		p.raw[i] = in.needOf(a, a.voices())
		if a.open() {
			p.need[i] = p.raw[i]
		}
	}
	c := newChooser(in, l)
	p.plan = c.decide(p.need, in.K)
	p.plan.found = c.findOutFirst(p.need, &p.plan, in.K)
	p.theme = c.supports(p.need, &p.plan)
	p.off = takesOff(in, c, p.need, &p.plan)
	p.drawn = newReadings(in, c, p.plan.k, p.theme)
	p.drawn.run(in.Seed, in.Readings)
	return p
}

func (p *picture) id(i int32) model.AreaID { return p.in.Areas[i].ID }

func (p *picture) ids(places []int32) []model.AreaID {
	ids := make([]model.AreaID, len(places))
	for n, i := range places {
		ids[n] = p.id(i)
	}
	return ids
}

func (p *picture) answer() Answer {
	in := p.in
	a := Answer{
		Levels: int(in.Scale.Top()), Expected: in.Scale.Expected, TotalNeed: p.plan.total, K: p.plan.k,
		Order: p.ids(p.plan.order), Gain: []float64{}, Curve: []float64{},
		FindOutFirst: p.ids(p.plan.found), CheckFirst: p.drawn.checkFirst(in), NotChosen: p.notChosen(),
		Seed: in.Seed, Readings: in.Readings,
	}
	reached := 0.0
	for _, g := range p.plan.gain {
		reached += g
		a.Gain = append(a.Gain, rounded(share(g, p.plan.total)))
		a.Curve = append(a.Curve, rounded(share(reached, p.plan.total)))
	}
	p.tally(&a)
	p.explain(&a)
	a.Grow = p.grow(a.Needy)
	return a
}

// tally counts the areas and lists what each carries.
func (p *picture) tally(a *Answer) {
	for i := range p.in.Areas {
		area := &p.in.Areas[i]
		switch {
		case area.NotApplicable:
			a.NotApplicable++
		case area.rated():
			a.Rated++
		default:
			a.NotRated++
		}
		if p.need[i] > 0 {
			a.Needy++
		}
		a.Needs = append(a.Needs, Need{
			Area: area.ID, Need: p.need[i], Share: rounded(share(p.need[i], p.plan.total)), Unsure: area.rated() && area.unsure(),
		})
	}
}

// explain fills in what is said about each suggested area.
func (p *picture) explain(a *Answer) {
	a.Led, a.Theme = map[model.AreaID]float64{}, map[model.AreaID]float64{}
	a.Words, a.Reasons = map[model.AreaID]string{}, map[model.AreaID][]string{}
	a.Supporting, a.TakesItOff = map[model.AreaID][]model.AreaID{}, map[model.AreaID]*Change{}
	for place, s := range p.plan.leads() {
		id, theme := p.id(s), p.drawn.of(p.drawn.themes[place])
		a.Led[id] = rounded(p.drawn.of(p.drawn.led[s]))
		a.Theme[id] = rounded(theme)
		a.Words[id] = Word(theme)
		a.Supporting[id] = []model.AreaID{}
		a.TakesItOff[id] = nil
		if m := p.off[place]; m != nil {
			a.TakesItOff[id] = &Change{Area: p.id(m.area), From: m.from, To: m.to}
		}
		a.Reasons[id] = p.reasons(place, theme)
	}
	for i, place := range p.theme {
		if s := int32(i); place >= 0 && p.plan.order[place] != s {
			lead := p.id(p.plan.order[place])
			a.Supporting[lead] = append(a.Supporting[lead], p.id(s))
		}
	}
}

// grow offers areas at the expected level, below the top, when there is little
// need: slipping ones first, then those judged with the least confidence.
func (p *picture) grow(needy int) []model.AreaID {
	e := p.in.Scale.Expected
	var ready []int32
	for i := range p.in.Areas {
		a := &p.in.Areas[i]
		at := a.rated() && !a.Excluded && !p.plan.has(int32(i)) && a.standing() == e
		if at && p.need[i] == 0 && e < p.in.Scale.Top() && needy < fewest {
			ready = append(ready, int32(i))
		}
	}
	arrange.By(ready, func(x, y int32) int {
		a, b := &p.in.Areas[x], &p.in.Areas[y]
		if a.Slipping != b.Slipping {
			if a.Slipping {
				return -1
			}
			return 1
		}
		return cmp.Compare(a.surety(), b.surety())
	})
	return p.ids(ready[:min(len(ready), 3)])
}

// standing is the level an area stands at: the middle of the levels it is read
// from, the lower of two middles.
func (a *Area) standing() model.Level {
	var levels []model.Level
	for _, j := range a.voices() {
		levels = append(levels, j.Level)
	}
	slices.Sort(levels)
	return levels[(len(levels)-1)/2]
}

// surety orders areas by the least confidence they are read with.
func (a *Area) surety() int {
	least := 0
	for _, j := range a.voices() {
		least = min(least, -j.Confidence.spread())
	}
	return least
}
