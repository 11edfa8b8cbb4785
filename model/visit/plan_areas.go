package visit

import (
	"cmp"
	"slices"

	"waymark/model"
	"waymark/model/arrange"
)

// Most is how many areas one stop looks at before another that suits takes them.
const Most = 6

// roomy is how many areas a stop may have and still take one a second time.
const roomy = 4

// placing puts focus areas to the stops of a visit.
type placing struct {
	slots []model.Slot
	stops []int // where evidence is gathered, as places in slots
	areas []model.Area
	fits  [][]int // how well areas[i] suits stops[j]; more is better, 0 is not at all
	at    [][]int // which areas are at stops[j]
}

// placeAreas gives every focus area a stop, and those that are hard to see a
// second one of another kind where there is room.
func placeAreas(slots []model.Slot, focus []model.AreaID, r model.Rubric) {
	p := newPlacing(slots, focus, r)
	if len(p.stops) == 0 {
		return
	}
	p.placeOnce()
	p.level()
	p.placeTwice()
	for j, s := range p.stops {
		slices.Sort(p.at[j])
		for _, i := range p.at[j] {
			slots[s].Areas = append(slots[s].Areas, p.areas[i].ID)
		}
	}
}

func newPlacing(slots []model.Slot, focus []model.AreaID, r model.Rubric) *placing {
	p := &placing{slots: slots}
	for i, s := range slots {
		if s.Kind.Gathers() {
			p.stops = append(p.stops, i)
		}
	}
	p.at = make([][]int, len(p.stops))
	for _, a := range r.Areas {
		if !slices.Contains(focus, a.ID) {
			continue
		}
		found := whereFound(a)
		fits := make([]int, len(p.stops))
		for j, s := range p.stops {
			fits[j] = found[slots[s].Kind]
		}
		if len(fits) > 0 && slices.Max(fits) == 0 {
			for j := range fits {
				fits[j] = 1 // nothing here suits it, so anywhere will have to do
			}
		}
		p.areas, p.fits = append(p.areas, a), append(p.fits, fits)
	}
	return p
}

// placeOnce takes the areas with the fewest stops to choose from first.
func (p *placing) placeOnce() {
	order := make([]int, len(p.areas))
	for i := range order {
		order[i] = i
	}
	choices := func(i int) int {
		n := 0
		for _, fit := range p.fits[i] {
			n += min(fit, 1)
		}
		return n
	}
	arrange.By(order, func(x, y int) int { return cmp.Compare(choices(x), choices(y)) })
	for _, i := range order {
		best := -1
		for j := range p.stops {
			if p.fits[i][j] > 0 && (best < 0 || p.worth(i, j) > p.worth(i, best)) {
				best = j
			}
		}
		p.at[best] = append(p.at[best], i)
	}
}

// worth weighs how well a stop suits against how much it has to do already.
func (p *placing) worth(i, j int) int { return p.fits[i][j] - 2*len(p.at[j]) }

// level moves areas from stops with too many to others that suit and have fewer.
func (p *placing) level() {
	for p.moveOne() {
	}
}

func (p *placing) moveOne() bool {
	for j := range p.stops {
		if len(p.at[j]) <= Most {
			continue
		}
		for k, i := range p.at[j] {
			for to := range p.stops {
				if p.fits[i][to] > 0 && len(p.at[to]) < len(p.at[j])-1 {
					p.at[to] = append(p.at[to], i)
					p.at[j] = slices.Delete(p.at[j], k, k+1)
					return true
				}
			}
		}
	}
	return false
}

// placeTwice gives what is hard to see a second stop that finds out in another way.
func (p *placing) placeTwice() {
	for i, a := range p.areas {
		if !hardToSee(a) {
			continue
		}
		first := slices.IndexFunc(p.at, func(at []int) bool { return slices.Contains(at, i) })
		best := -1
		for j := range p.stops {
			other := p.kind(j).Fact() != p.kind(first).Fact() && p.fits[i][j] > 0
			if other && len(p.at[j]) < roomy && (best < 0 || p.worth(i, j) > p.worth(i, best)) {
				best = j
			}
		}
		if best >= 0 {
			p.at[best] = append(p.at[best], i)
		}
	}
}

func (p *placing) kind(j int) model.SlotKind { return p.slots[p.stops[j]].Kind }
