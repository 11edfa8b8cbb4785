package agreement_test

import (
	"errors"
	"math"
	"slices"
	"strconv"
	"strings"
	"testing"

	"waymark/model"
	"waymark/model/agreement"
)

// of is an input of two raters or more from lines such as "3332 3322": a digit
// an area, "-" for a gap. Every second area is in group B.
func of(levels int, raters ...string) agreement.Input {
	in := agreement.Input{Levels: levels, Raters: len(raters)}
	for i := range raters[0] {
		u := agreement.Unit{ID: model.AreaID("a" + strconv.Itoa(i+1)), Group: model.GroupID("AB"[i%2 : i%2+1])}
		for _, line := range raters {
			u.Levels = append(u.Levels, model.Level(max(0, int(line[i])-'0')))
		}
		in.Units = append(in.Units, u)
	}
	return in
}

func TestCountsByHand(t *testing.T) {
	r := measure(t, of(4, "3342-14", "333421-"))
	if r.N != 5 || r.Same != 3 || r.WithinOne != 4 || r.FirstHigher != 1 || r.SecondHigher != 1 || *r.MeanDifference != -0.2 {
		t.Errorf("%+v, mean %v", r.Counts, *r.MeanDifference)
	}
	if !slices.Equal(r.TwoOrMore, []model.AreaID{"a4"}) {
		t.Errorf("far apart: %v", r.TwoOrMore)
	}
	a, b := r.ByGroup[0], r.ByGroup[1]
	if a.Group != "A" || a.Title != "A" || a.N != 2 || a.Same != 1 || *a.MeanDifference != 0.5 || a.Direction != agreement.FirstHigher {
		t.Errorf("group A: %+v", a)
	}
	if b.N != 3 || b.WithinOne != 2 || *b.MeanDifference != -0.666667 || b.Direction != agreement.SecondHigher {
		t.Errorf("group B: %+v", b)
	}
	if len(r.Pairs) != 0 {
		t.Errorf("pairs of two raters: %v", r.Pairs)
	}
}

func TestThreeRatersByHand(t *testing.T) {
	r := measure(t, of(4, "333-2", "332-2", "324--"))
	if r.N != 4 || r.Same != 2 || r.WithinOne != 3 || r.MeanDifference != nil || r.ByGroup[0].Direction != "" {
		t.Errorf("%+v", r.Counts)
	}
	// Means of the areas: 3, 8/3, 3, none, 2. The first lies 0, 1/3, 0, 0 above.
	for rater, want := range []agreement.Lean{{N: 4}, {N: 4}, {N: 3}} {
		mean := []float64{1. / 12, (1./3 - 1) / 4, (1 - 2./3) / 3}[rater]
		if got := r.Lean[rater]; got.Rater != rater || got.N != want.N || math.Abs(*got.Mean-mean) > 0.5e-6 {
			t.Errorf("rater %d: %+v, mean %v, want %v", rater, got, *got.Mean, mean)
		}
	}
	last := r.Pairs[2]
	if len(r.Pairs) != 3 || last.First != 1 || last.Second != 2 || last.N != 3 || last.Same != 1 || last.WithinOne != 2 || *last.MeanDifference != -0.333333 || last.Reason != agreement.TooFew {
		t.Errorf("the last of %d pairs: %+v", len(r.Pairs), last)
	}
}

func TestFiguresThatWouldMeanNothing(t *testing.T) {
	for _, c := range []struct {
		name   string
		in     agreement.Input
		reason string
	}{
		{"nothing at all", agreement.Input{Levels: 4, Raters: 2}, agreement.TooFew},
		{"seven areas", of(4, "3323232", "3333222"), agreement.TooFew},
		{"seven of nine", of(4, "3323232-3", "33332221-"), agreement.TooFew},
		{"all the same", of(4, "33333333", "33333333"), agreement.AllSame},
		{"all the same where both judged", of(4, "333333332", "33333333-"), agreement.AllSame},
		{"eight areas", of(4, "33232323", "33332223"), ""},
		{"one rater uses one level", of(4, "33333333", "33333332"), ""},
	} {
		r := measure(t, c.in)
		undefined := c.reason != ""
		if r.Reason != (agreement.Reasons{AC2: c.reason, KappaQuadratic: c.reason, AlphaOrdinal: c.reason}) {
			t.Errorf("%s: %+v", c.name, r.Reason)
		}
		if (r.AC2 == nil) != undefined || (r.KappaQuadratic == nil) != undefined || (r.AlphaOrdinal == nil) != undefined {
			t.Errorf("%s: %v %v %v", c.name, r.AC2, r.KappaQuadratic, r.AlphaOrdinal)
		}
	}
}

// Where most levels are alike kappa falls to nothing; AC2 does not.
func TestMostLevelsAlike(t *testing.T) {
	threes := strings.Repeat("3", 37)
	in := of(4, threes+"3333", threes+"4422")
	r := measure(t, in)
	if *r.KappaQuadratic != 0 || math.Abs(r.AC2.Value-0.988) > 0.0005 {
		t.Errorf("kappa %v, AC2 %v", *r.KappaQuadratic, r.AC2.Value)
	}
	if plain, ok := agreement.AC(countsOf(in), agreement.Identity(4)); !ok || math.Abs(plain-0.899) > 0.0005 {
		t.Errorf("AC1 %v", plain)
	}
}

func TestTheIntervalNarrowsWithMoreAreas(t *testing.T) {
	few := measure(t, of(4, strings.Repeat("3232", 3), strings.Repeat("3332", 3)))
	many := measure(t, of(4, strings.Repeat("3232", 30), strings.Repeat("3332", 30)))
	if few.AC2.Value != many.AC2.Value {
		t.Errorf("figures %v and %v", few.AC2.Value, many.AC2.Value)
	}
	if few.AC2.High-few.AC2.Low <= 2*(many.AC2.High-many.AC2.Low) {
		t.Errorf("intervals %v and %v", *few.AC2, *many.AC2)
	}
	if !(many.AC2.Low < many.AC2.Value && many.AC2.Value < many.AC2.High) {
		t.Errorf("%v is outside", *many.AC2)
	}
}

// Nine areas have two levels, but the third rater shares one or two with each.
func TestPairsThatShareFewAreas(t *testing.T) {
	r := measure(t, of(4, "332323323", "33222332-", "-------23"))
	if r.N != 9 || r.AC2 == nil || r.Pairs[0].KappaQuadratic == nil || r.Pairs[0].Reason != "" {
		t.Errorf("%+v, %v, %+v", r.Counts, r.AC2, r.Pairs[0])
	}
	for _, p := range r.Pairs[1:] {
		if p.KappaQuadratic != nil || p.Reason != agreement.TooFew {
			t.Errorf("%+v", p)
		}
	}
}

func TestWhatCannotBeCompared(t *testing.T) {
	good := of(4, "33", "32")
	for _, c := range []struct {
		name   string
		change func(in *agreement.Input)
		area   model.AreaID
		says   string
	}{
		{"one level", func(in *agreement.Input) { in.Levels = 1 }, "", "scale of 1 level"},
		{"ten levels", func(in *agreement.Input) { in.Levels = 10 }, "", "scale of 10 levels"},
		{"one rater", func(in *agreement.Input) { in.Raters = 1 }, "", "1 raters"},
		{"more raters than levels", func(in *agreement.Input) { in.Raters = 3 }, "a1", "2 levels for 3 raters"},
		{"off the scale", func(in *agreement.Input) { in.Units[1].Levels[0] = 5 }, "a2", "level 5 is not on the scale of 4"},
		{"below the scale", func(in *agreement.Input) { in.Units[1].Levels[0] = -1 }, "a2", "level -1"},
		{"twice", func(in *agreement.Input) { in.Units[1].ID = "a1" }, "a1", "twice"},
		{"far too many", func(in *agreement.Input) { in.Raters = agreement.MaxJudgements }, "", "too many"},
	} {
		in := clone(good)
		c.change(&in)
		_, err := agreement.Measure(in)
		var bad *agreement.BadInput
		if !errors.As(err, &bad) || bad.Area != c.area || !strings.Contains(err.Error(), c.says) || !strings.Contains(err.Error(), string(c.area)) {
			t.Errorf("%s: %v", c.name, err)
		}
	}
}

func TestNoValue(t *testing.T) {
	if v, ok := agreement.Kappa([][]int{{0, 0}, {0, 9}}, agreement.Identity(2)); ok {
		t.Errorf("kappa of one level: %v", v)
	}
	if v, ok := agreement.AC([][]int{{1, 0}, {0, 1}}, agreement.Identity(2)); ok {
		t.Errorf("AC1 without pairs: %v", v)
	}
	if v, ok := agreement.AC([][]int{{2}}, agreement.Identity(1)); ok {
		t.Errorf("AC1 of a scale of one level: %v", v)
	}
	if v, ok := agreement.Alpha(nil, agreement.Identity(2)); ok {
		t.Errorf("alpha of nothing: %v", v)
	}
	if v, ok := agreement.AlphaOrdinal([][]int{{0, 2}, {0, 2}, {1, 0}}); ok {
		t.Errorf("alpha of one level: %v", v)
	}
}
