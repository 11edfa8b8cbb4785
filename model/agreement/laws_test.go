package agreement_test

import (
	"encoding/json"
	"slices"
	"strconv"
	"testing"

	"pgregory.net/rapid"

	"waymark/model"
	"waymark/model/agreement"
)

// figures is what must not depend on who is first.
func figures(t reporter, r agreement.Result) string {
	t.Helper()
	return text(t, []any{r.N, r.Same, r.WithinOne, r.TwoOrMore, r.AC2, r.KappaQuadratic, r.AlphaOrdinal, r.Reason})
}

func text(t reporter, v any) string {
	t.Helper()
	b, err := json.Marshal(v)
	if err != nil {
		t.Fatalf("marshal: %v", err)
	}
	return string(b)
}

// clone copies an input so that a law can change it.
func clone(in agreement.Input) agreement.Input {
	in.Units = slices.Clone(in.Units)
	for i := range in.Units {
		in.Units[i].Levels = slices.Clone(in.Units[i].Levels)
	}
	return in
}

func TestSwappingRatersNegatesTheDifference(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		in := anyInput(2).Draw(t, "input")
		swapped := clone(in)
		for i := range swapped.Units {
			slices.Reverse(swapped.Units[i].Levels)
		}
		a, b := measure(t, in), measure(t, swapped)
		if x, y := figures(t, a), figures(t, b); x != y {
			t.Errorf("figures differ:\n%s\n%s", x, y)
		}
		opposite(t, a.Counts, b.Counts)
		for i := range a.ByGroup {
			opposite(t, a.ByGroup[i].Counts, b.ByGroup[i].Counts)
			turned := map[agreement.Direction]agreement.Direction{agreement.FirstHigher: agreement.SecondHigher, agreement.SecondHigher: agreement.FirstHigher}
			if want, ok := turned[a.ByGroup[i].Direction]; ok && b.ByGroup[i].Direction != want {
				t.Errorf("directions %q and %q", a.ByGroup[i].Direction, b.ByGroup[i].Direction)
			}
		}
	})
}

func opposite(t reporter, a, b agreement.Counts) {
	t.Helper()
	if a.FirstHigher != b.SecondHigher || a.SecondHigher != b.FirstHigher || a.FirstHigher+a.SecondHigher+a.Same != a.N {
		t.Errorf("who is higher: %s and %s", text(t, a), text(t, b))
	}
	if (a.MeanDifference == nil) != (b.MeanDifference == nil) || a.MeanDifference != nil && *a.MeanDifference != -*b.MeanDifference {
		t.Errorf("mean differences %v and %v", text(t, a), text(t, b))
	}
}

func TestTheOrderOfRatersDoesNotMatter(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		in := anyInput(5).Draw(t, "input")
		order := rapid.Permutation(upTo(in.Raters)).Draw(t, "order")
		moved := clone(in)
		for i, u := range in.Units {
			for to, from := range order {
				moved.Units[i].Levels[to] = u.Levels[from]
			}
		}
		a, b := measure(t, in), measure(t, moved)
		if x, y := figures(t, a), figures(t, b); x != y {
			t.Errorf("figures differ:\n%s\n%s", x, y)
		}
		for to, from := range order {
			if text(t, a.Lean[from].Mean) != text(t, b.Lean[to].Mean) {
				t.Errorf("rater %d leans %s, and in place %d %s", from, text(t, a.Lean[from]), to, text(t, b.Lean[to]))
			}
		}
	})
}

func upTo(n int) []int {
	all := make([]int, n)
	for i := range all {
		all[i] = i
	}
	return all
}

func TestTheOrderAndNamesOfAreasDoNotMatter(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		in := anyInput(4).Draw(t, "input")
		moved := clone(in)
		moved.Units = rapid.Permutation(moved.Units).Draw(t, "order")
		for i := range moved.Units {
			moved.Units[i].ID = model.AreaID("other " + strconv.Itoa(i))
		}
		a, b := measure(t, in), measure(t, moved)
		if len(a.TwoOrMore) != len(b.TwoOrMore) {
			t.Errorf("far apart: %v and %v", a.TwoOrMore, b.TwoOrMore)
		}
		a.TwoOrMore, b.TwoOrMore = nil, nil
		a.ByGroup, b.ByGroup = nil, nil
		if x, y := text(t, a), text(t, b); x != y {
			t.Errorf("results differ:\n%s\n%s", x, y)
		}
	})
}

func TestAnAreaNobodyJudgedChangesNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		in := anyInput(4).Draw(t, "input")
		more := clone(in)
		at := rapid.IntRange(0, len(in.Units)).Draw(t, "at")
		more.Units = slices.Insert(more.Units, at, agreement.Unit{ID: "new", Group: "0", Levels: make([]model.Level, in.Raters)})
		a, b := measure(t, in), measure(t, more)
		a.ByGroup, b.ByGroup = nil, nil // an empty group may appear
		if x, y := text(t, a), text(t, b); x != y {
			t.Errorf("results differ:\n%s\n%s", x, y)
		}
	})
}

func TestFullAgreementIsOne(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		in := anyInput(4).Draw(t, "input")
		for i := range in.Units {
			levels := in.Units[i].Levels
			one := max(slices.Max(levels), 1)
			for k := range levels {
				if levels[k] > 0 {
					levels[k] = one
				}
			}
		}
		r := measure(t, in)
		if r.Same != r.N || r.WithinOne != r.N || len(r.TwoOrMore) != 0 {
			t.Errorf("%+v", r.Counts)
		}
		if r.AC2 == nil {
			return
		}
		if *r.AC2 != (agreement.Interval{Value: 1, Low: 1, High: 1}) || *r.AlphaOrdinal != 1 {
			t.Errorf("AC2 %v, alpha %v", *r.AC2, *r.AlphaOrdinal)
		}
		if in.Raters == 2 && *r.KappaQuadratic != 1 {
			t.Errorf("kappa %v", *r.KappaQuadratic)
		}
	})
}

func TestBounds(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		in := anyInput(4).Draw(t, "input")
		r := measure(t, in)
		if !(0 <= r.Same && r.Same <= r.WithinOne && r.WithinOne+len(r.TwoOrMore) == r.N && r.N <= len(in.Units)) {
			t.Errorf("%+v, %d far apart", r.Counts, len(r.TwoOrMore))
		}
		var sum agreement.Counts
		for _, g := range r.ByGroup {
			sum.N, sum.Same, sum.WithinOne = sum.N+g.N, sum.Same+g.Same, sum.WithinOne+g.WithinOne
		}
		if sum.N != r.N || sum.Same != r.Same || sum.WithinOne != r.WithinOne {
			t.Errorf("groups add up to %+v, not %+v", sum, r.Counts)
		}
		if r.AC2 != nil && !(r.AC2.Low <= r.AC2.High && r.AC2.High <= 1 && r.AC2.Value <= 1) {
			t.Errorf("AC2 %+v", *r.AC2)
		}
		if k := r.KappaQuadratic; k != nil && !(*k >= -1 && *k <= 1) {
			t.Errorf("kappa %v", *k)
		}
		if a := r.AlphaOrdinal; a != nil && !(*a <= 1) {
			t.Errorf("alpha %v", *a)
		}
		leansCancel(t, in, r)
	})
}

// leansCancel checks that deviations from the mean of each area cancel out.
func leansCancel(t reporter, in agreement.Input, r agreement.Result) {
	t.Helper()
	if alone, err := agreement.Leans(in); err != nil || text(t, alone) != text(t, r.Lean) {
		t.Errorf("leans alone are %s, %v", text(t, alone), err)
	}
	total, judged := 0.0, 0
	for _, l := range r.Lean {
		if (l.Mean == nil) != (l.N == 0) || l.Above+l.On+l.Below != l.N {
			t.Errorf("lean %+v", l)
		}
		if l.Mean != nil && (*l.Mean > 0 && l.Above == 0 || *l.Mean < 0 && l.Below == 0) {
			t.Errorf("lean %+v (%v)", l, *l.Mean)
		}
		if l.Mean != nil {
			total += *l.Mean * float64(l.N)
			judged += l.N
		}
	}
	if bound := 1e-6 * float64(judged+1); total > bound || total < -bound {
		t.Errorf("leans add up to %v in %v", total, in)
	}
}

func TestMeasureLeavesItsInputAlone(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		in := anyInput(3).Draw(t, "input")
		before := text(t, in)
		measure(t, in)
		if after := text(t, in); after != before {
			t.Errorf("the input changed:\n%s\n%s", before, after)
		}
	})
}
