package priority

import "waymark/model"

// slippingWeight is how much more a slipping area weighs.
const slippingWeight = 1.25

// weight is importance times reach, and more when the area is slipping.
func (a *Area) weight() float64 {
	w := orOne(a.Importance) * orOne(a.Reach)
	if a.Slipping {
		w *= slippingWeight
	}
	return w
}

func orOne(x float64) float64 {
	if x == 0 {
		return 1
	}
	return x
}

// need is what an area with this belief and weight carries, whether or not it
// counts this year; 0 when it is not needy. At least half of the belief below
// expected makes an area needy. The masses are whole numbers, so the half is
// met exactly and needs no tolerance.
func need(b *belief, weight float64, expected model.Level) float64 {
	if 2*b.below(expected) < b.whole || b.whole == 0 {
		return 0
	}
	gap := 0
	for t := model.Level(1); t < expected; t++ {
		gap += b.mass[t] * int(expected-t)
	}
	return weight * (float64(gap) / float64(b.whole*int(expected-1)))
}

// needOf is the need of area a when it is read from the given judgements.
func (in *Input) needOf(a *Area, voices []Judgement) float64 {
	if a.NotApplicable || len(voices) == 0 {
		return 0
	}
	b := believe(voices, in.Scale.Top())
	return need(&b, a.weight(), in.Scale.Expected)
}
