package priority

import "slices"

// The lines that say why an area below expected is not suggested.
const (
	whySetAside  = "you set it aside"
	whyFindOut   = "find out first: all judgements are low confidence"
	whyPinsFirst = "the areas you pinned come first"
	whyEqual     = "equal need, and later in the rubric"
	whySmaller   = "smaller need"
	whyLessHangs = "less depends on it"
)

// notChosen gives every area below expected that is not suggested its line, in
// rubric order.
func (p *picture) notChosen() []NotChosen {
	list := []NotChosen{}
	left := p.remaining()
	for i := range p.in.Areas {
		s := int32(i)
		if p.raw[i] > 0 && !p.plan.has(s) {
			list = append(list, NotChosen{Area: p.id(s), Why: p.whyNot(s, left)})
		}
	}
	return list
}

// remaining is the chooser as it stood just before the last suggested area was
// taken: what that area was compared with.
func (p *picture) remaining() *chooser {
	c := newChooser(p.in, p.links)
	c.begin(p.need)
	for i, s := range p.plan.leads() {
		if i < p.plan.k-1 {
			c.take(s, p.plan.gain[i])
		}
	}
	return c
}

func (p *picture) whyNot(s int32, left *chooser) string {
	last := p.plan.k - 1
	switch {
	case p.in.Areas[s].Excluded:
		return whySetAside
	case slices.Contains(p.plan.found, s):
		return whyFindOut
	case p.theme[s] >= 0:
		return "already helped by " + string(p.id(p.plan.order[p.theme[s]]))
	case last < 0 || left.pinned[p.plan.order[last]]:
		return whyPinsFirst
	}
	if left.reaches(s) >= p.plan.gain[last]-tie {
		return whyEqual
	}
	if p.need[s] > p.need[p.plan.order[last]]+tie {
		return whyLessHangs
	}
	return whySmaller
}
