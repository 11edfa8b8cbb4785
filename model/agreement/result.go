package agreement

import (
	"math"

	"waymark/model"
)

// Fewest is how many areas must have two levels before any figure but a count
// is given.
const Fewest = 8

// The reasons why a figure is left out.
const (
	TooFew   = "fewer than 8 areas were judged by two raters"
	AllSame  = "all the same"
	ForPairs = "kappa is for two raters; see the pairs"
)

// Result is how far raters agree. Its JSON form is the public one. Means and
// figures are rounded to six decimals; one that would mean nothing is nil, and
// Reason says why. Lists are never nil, but Pairs is empty for two raters.
type Result struct {
	Levels int `json:"levels"`
	Raters int `json:"raters"`

	Counts
	ByGroup   []GroupResult  `json:"by_group"`
	TwoOrMore []model.AreaID `json:"two_or_more"`

	AC2            *Interval `json:"ac2"`
	KappaQuadratic *float64  `json:"kappa_quadratic"`
	AlphaOrdinal   *float64  `json:"alpha_ordinal"`
	Reason         Reasons   `json:"reason"`

	Lean  []Lean `json:"lean"`
	Pairs []Pair `json:"pairs"`
}

// Counts are the plain facts about some areas: how many have two levels or
// more, and in how many of these the levels are the same or within one. For two
// raters they also say in how many each is higher, and by how much the first is
// on average; the mean is nil when there is no such area or there are more
// raters.
type Counts struct {
	N              int      `json:"n"`
	Same           int      `json:"same"`
	WithinOne      int      `json:"within_one"`
	FirstHigher    int      `json:"first_higher"`
	SecondHigher   int      `json:"second_higher"`
	MeanDifference *float64 `json:"mean_difference"`
}

// Direction is which of two raters is higher on average.
type Direction string

// The directions. There is none, "", where there is no mean difference.
const (
	FirstHigher  Direction = "first higher"
	SecondHigher Direction = "second higher"
	NeitherLeans Direction = "neither"
)

// GroupResult is the facts about one group of areas, in rubric order. Title is
// what people call it, the id when nothing else is known.
type GroupResult struct {
	Group model.GroupID `json:"group"`
	Title string        `json:"title"`
	Counts
	Direction Direction `json:"direction"`
}

// Interval is a figure and the bounds between which 95 of 100 resamples of the
// areas put it.
type Interval struct {
	Value float64 `json:"value"`
	Low   float64 `json:"low"`
	High  float64 `json:"high"`
}

// Reasons says why each figure is nil; "" for those that are not.
type Reasons struct {
	AC2            string `json:"ac2,omitempty"`
	KappaQuadratic string `json:"kappa_quadratic,omitempty"`
	AlphaOrdinal   string `json:"alpha_ordinal,omitempty"`
}

// Pair compares two of more than two raters, counted from 0, over the areas
// that both judged.
type Pair struct {
	First  int `json:"first"`
	Second int `json:"second"`
	Counts
	KappaQuadratic *float64 `json:"kappa_quadratic"`
	Reason         string   `json:"reason,omitempty"`
}

// Direction is which rater the mean difference favours.
func (c Counts) Direction() Direction {
	switch {
	case c.MeanDifference == nil:
		return ""
	case *c.MeanDifference > 0:
		return FirstHigher
	case *c.MeanDifference < 0:
		return SecondHigher
	}
	return NeitherLeans
}

func rounded(x float64) float64 { return math.Round(x*1e6) / 1e6 }

// figure is x as it is shown, or nil when it has no value.
func figure(x float64, ok bool) *float64 {
	if !ok {
		return nil
	}
	x = rounded(x)
	return &x
}
