package priority

import "waymark/model"

// Spread is how plausible each level of a is, lowest first, as the choosing
// reads it; nil when nobody has judged it. The shares add up to 1.
func Spread(a Area, s model.Scale) []float64 {
	voices := a.voices()
	if len(voices) == 0 {
		return nil
	}
	b := believe(voices, s.Top())
	shares := make([]float64, 0, s.Top())
	for t := model.Level(1); t <= s.Top(); t++ {
		shares = append(shares, b.share(b.mass[t]))
	}
	return shares
}
