package priority

import "waymark/model"

// Change is one area judged at another level. From is the judgement that moves
// furthest.
type Change struct {
	Area model.AreaID `json:"area"`
	From model.Level  `json:"from"`
	To   model.Level  `json:"to"`
}

// move is a change being tried.
type move struct {
	area     int32
	from, to model.Level
}

func (m move) size() int { return int(max(m.from-m.to, m.to-m.from)) }

// takesOff finds, for each lead, the smallest move after which the same choosing
// no longer suggests it; nil where no single move does.
func takesOff(in *Input, c *chooser, need []float64, p *plan) []*move {
	best := make([]*move, p.k)
	trial := make([]float64, len(need))
	for i := range in.Areas {
		if a := &in.Areas[i]; !a.rated() || a.Excluded {
			continue
		}
		for to := in.Scale.Top(); to >= 1; to-- {
			m := move{area: int32(i), from: furthest(in.Areas[i].voices(), to), to: to}
			if m.from == to {
				continue
			}
			copy(trial, need)
			trial[i] = in.needOf(&in.Areas[i], moved(in.Areas[i].voices(), to))
			after := c.decide(trial, in.K)
			for place, s := range p.leads() {
				if !after.has(s) && smaller(m, best[place], s) {
					best[place] = &m
				}
			}
		}
	}
	return best
}

// smaller reports whether m beats the best move found so far for taking s off.
// Moves are tried in rubric order and from the top level down, so an equal that
// comes later never wins, unless it is in the priority's own area.
func smaller(m move, best *move, s int32) bool {
	switch {
	case best == nil || m.size() < best.size():
		return true
	case m.size() > best.size():
		return false
	}
	return m.area == s && best.area != s
}

// furthest is the judged level that is furthest from to, the lower of equals.
func furthest(voices []Judgement, to model.Level) model.Level {
	far := move{from: to, to: to}
	for _, j := range voices {
		m := move{from: j.Level, to: to}
		if m.size() > far.size() || (m.size() == far.size() && m.from < far.from) {
			far = m
		}
	}
	return far.from
}

func moved(voices []Judgement, to model.Level) []Judgement {
	all := make([]Judgement, len(voices))
	for i, j := range voices {
		j.Level = to
		all[i] = j
	}
	return all
}
