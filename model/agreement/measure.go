package agreement

import "waymark/model"

// Measure compares the raters. It leaves the input as it is. The error is a
// *BadInput.
func Measure(in Input) (Result, error) {
	if err := in.check(); err != nil {
		return Result{}, err
	}
	counts := in.counts()
	r := Result{Levels: in.Levels, Raters: in.Raters, Lean: in.lean(), Pairs: []Pair{}, TwoOrMore: []model.AreaID{}}
	r.Counts = in.count(in.everyone(), in.Units)
	r.ByGroup = in.byGroup()
	for i := range in.Units {
		if apart, two := spread(in.Units[i].Levels); two && apart >= 2 {
			r.TwoOrMore = append(r.TwoOrMore, in.Units[i].ID)
		}
	}
	in.pairs(&r)
	in.figures(&r, counts)
	return r, nil
}

func (in *Input) figures(r *Result, counts [][]int) {
	if why := why(r.N, pairable(counts)); why != "" {
		r.Reason = Reasons{AC2: why, KappaQuadratic: why, AlphaOrdinal: why}
		return
	}
	r.AC2 = newGwet(counts, Quadratic(in.Levels)).interval()
	r.AlphaOrdinal = figure(AlphaOrdinal(counts))
	if in.Raters > 2 {
		r.Reason.KappaQuadratic = ForPairs
		return
	}
	r.KappaQuadratic = figure(Kappa(in.table(0, 1), Quadratic(in.Levels)))
}

// why says why nothing but counts is given, or "".
func why(n int, used []int) string {
	if n < Fewest {
		return TooFew
	}
	levels := 0
	for _, times := range used {
		if times > 0 {
			levels++
		}
	}
	if levels == 1 {
		return AllSame
	}
	return ""
}

func (in *Input) pairs(r *Result) {
	if in.Raters == 2 {
		return
	}
	for i := range in.Raters {
		for j := i + 1; j < in.Raters; j++ {
			p := Pair{First: i, Second: j, Counts: in.count([]int{i, j}, in.Units)}
			table := in.table(i, j)
			p.Reason = why(p.N, pairable(Counted(table)))
			if p.Reason == "" {
				p.KappaQuadratic = figure(Kappa(table, Quadratic(in.Levels)))
			}
			r.Pairs = append(r.Pairs, p)
		}
	}
}

func (in *Input) everyone() []int {
	all := make([]int, in.Raters)
	for i := range all {
		all[i] = i
	}
	return all
}

// count tells the plain facts about some areas as these raters judged them.
func (in *Input) count(raters []int, units []Unit) Counts {
	var c Counts
	difference := 0
	levels := make([]model.Level, len(raters))
	for i := range units {
		for at, rater := range raters {
			levels[at] = units[i].Levels[rater]
		}
		apart, two := spread(levels)
		if !two {
			continue
		}
		c.N++
		c.Same += one(apart == 0)
		c.WithinOne += one(apart <= 1)
		if len(raters) == 2 {
			difference += int(levels[0] - levels[1])
			c.FirstHigher += one(levels[0] > levels[1])
			c.SecondHigher += one(levels[0] < levels[1])
		}
	}
	if len(raters) == 2 && c.N > 0 {
		c.MeanDifference = figure(float64(difference)/float64(c.N), true)
	}
	return c
}

func one(yes bool) int {
	if yes {
		return 1
	}
	return 0
}

// spread is how far the highest and the lowest level are apart; two reports
// whether there are two levels at all.
func spread(levels []model.Level) (apart int, two bool) {
	given, low, high := 0, model.Level(model.MaxLevels), model.Level(0)
	for _, l := range levels {
		if l > 0 {
			given++
			low, high = min(low, l), max(high, l)
		}
	}
	return int(high - low), given > 1
}

// byGroup keeps the groups in the order in which they first appear.
func (in *Input) byGroup() []GroupResult {
	groups := []GroupResult{}
	place := map[model.GroupID]int{}
	var units [][]Unit
	for _, u := range in.Units {
		at, known := place[u.Group]
		if !known {
			at = len(groups)
			place[u.Group] = at
			groups = append(groups, GroupResult{Group: u.Group, Title: string(u.Group)})
			units = append(units, nil)
		}
		if u.GroupTitle != "" {
			groups[at].Title = u.GroupTitle
		}
		units[at] = append(units[at], u)
	}
	for at := range groups {
		groups[at].Counts = in.count(in.everyone(), units[at])
		groups[at].Direction = groups[at].Counts.Direction()
	}
	return groups
}
