package agreement_test

import (
	"math"
	"strconv"
	"testing"

	"pgregory.net/rapid"

	"waymark/model"
	"waymark/model/agreement"
)

// anyInput has gaps, areas nobody judged and raters who lean; up to most raters.
func anyInput(most int) *rapid.Generator[agreement.Input] {
	return rapid.Custom(func(t *rapid.T) agreement.Input {
		in := agreement.Input{Levels: rapid.IntRange(2, 9).Draw(t, "levels"), Raters: rapid.IntRange(2, most).Draw(t, "raters")}
		top := rapid.IntRange(1, in.Levels).Draw(t, "highest level used")
		for i := range rapid.IntRange(0, 45).Draw(t, "areas") {
			u := agreement.Unit{ID: model.AreaID(strconv.Itoa(i)), Group: model.GroupID(strconv.Itoa(i % 4))}
			for range in.Raters {
				u.Levels = append(u.Levels, model.Level(rapid.IntRange(-1, top).Draw(t, "level")))
			}
			for k, l := range u.Levels {
				u.Levels[k] = max(l, 0)
			}
			in.Units = append(in.Units, u)
		}
		return in
	})
}

// twoLevels counts the areas with two levels or more and the levels used there.
func twoLevels(in agreement.Input) (n, used int) {
	seen := map[model.Level]bool{}
	for _, u := range in.Units {
		if raters(u.Levels) < 2 {
			continue
		}
		n++
		for _, l := range u.Levels {
			if l > 0 {
				seen[l] = true
			}
		}
	}
	return n, len(seen)
}

func TestAgainstExactFractions(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		in := anyInput(5).Draw(t, "input")
		counts := countsOf(in)
		got, ok := agreement.AC(counts, agreement.Quadratic(in.Levels))
		equal(t, "AC2", got, ok, plainAC2(in))
		got, ok = agreement.AlphaOrdinal(counts)
		equal(t, "alpha", got, ok, plainAlpha(in))
		got, ok = agreement.Kappa(tableOf(in), agreement.Quadratic(in.Levels))
		equal(t, "kappa", got, ok, plainKappa(in))
	})
}

func TestMeasureGivesTheSameFigures(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		in := anyInput(4).Draw(t, "input")
		r := measure(t, in)
		n, used := twoLevels(in)
		if n < agreement.Fewest || used < 2 {
			want := agreement.TooFew
			if n >= agreement.Fewest {
				want = agreement.AllSame
			}
			if r.AC2 != nil || r.KappaQuadratic != nil || r.AlphaOrdinal != nil || r.Reason != (agreement.Reasons{AC2: want, KappaQuadratic: want, AlphaOrdinal: want}) {
				t.Errorf("%d areas, %d levels: %+v", n, used, r)
			}
			return
		}
		shown(t, "AC2", &r.AC2.Value, plainAC2(in))
		shown(t, "alpha", r.AlphaOrdinal, plainAlpha(in))
		if in.Raters == 2 {
			shown(t, "kappa", r.KappaQuadratic, plainKappa(in))
		} else if r.KappaQuadratic != nil || r.Reason.KappaQuadratic != agreement.ForPairs {
			t.Errorf("kappa of %d raters: %v, %q", in.Raters, r.KappaQuadratic, r.Reason.KappaQuadratic)
		}
	})
}

type reporter interface {
	Helper()
	Errorf(format string, args ...any)
	Fatalf(format string, args ...any)
}

func measure(t reporter, in agreement.Input) agreement.Result {
	t.Helper()
	r, err := agreement.Measure(in)
	if err != nil {
		t.Fatalf("measure: %v", err)
	}
	return r
}

// equal allows for a few roundings of the last bit.
func equal(t reporter, name string, got float64, ok bool, want fraction) {
	t.Helper()
	if want == nil {
		if ok {
			t.Errorf("%s is %v, and should have no value", name, got)
		}
		return
	}
	if w, _ := want.Float64(); !ok || !(math.Abs(got-w) <= 1e-13*max(1, math.Abs(w))) {
		t.Errorf("%s: %v %v, want %v", name, got, ok, w)
	}
}

// shown allows for the rounding to six decimals.
func shown(t reporter, name string, got *float64, want fraction) {
	t.Helper()
	w, _ := want.Float64()
	if got == nil || !(math.Abs(*got-w) <= 0.5e-6+1e-12) {
		t.Errorf("%s: %v, want %v", name, got, w)
	}
}

func countsOf(in agreement.Input) [][]int {
	counts := make([][]int, len(in.Units))
	for i, u := range in.Units {
		for k := 1; k <= in.Levels; k++ {
			counts[i] = append(counts[i], timesGiven(u.Levels, k))
		}
	}
	return counts
}

func tableOf(in agreement.Input) [][]int {
	table := make([][]int, in.Levels)
	for i := range table {
		table[i] = make([]int, in.Levels)
	}
	for _, u := range in.Units {
		if u.Levels[0] > 0 && u.Levels[1] > 0 {
			table[u.Levels[0]-1][u.Levels[1]-1]++
		}
	}
	return table
}
