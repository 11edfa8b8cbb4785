package priority_test

import (
	"math"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"waymark/model/priority"
)

// near compares shares, which answers round to six decimals.
func near(a, b float64) bool { return math.Abs(a-b) < 1e-6 }

func TestAgreesWithTheReference(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		in := anyInput(9).Draw(t, "input")
		got, err := priority.Suggest(in)
		if err != nil {
			t.Fatalf("suggest: %v", err)
		}
		compare(t, in, got)
	})
}

func TestAgreesWithTheReferenceOnAWholeSchool(t *testing.T) {
	for n := range uint64(6) {
		in := school(t, n)
		in.Readings, in.Seed = 40, n+1
		compare(t, in, suggest(t, in))
	}
}

type reporter interface {
	Helper()
	Errorf(format string, args ...any)
}

func compare(t reporter, in priority.Input, got priority.Answer) {
	t.Helper()
	r := newReference(in)
	want := r.suggest()
	if diff := cmp.Diff(want.order, got.Order); diff != "" && len(want.order)+len(got.Order) > 0 {
		t.Errorf("order (-reference +package):\n%s", diff)
		return
	}
	if got.K != want.k || !near(got.TotalNeed, want.total) {
		t.Errorf("k %d and total %v, reference %d and %v", got.K, got.TotalNeed, want.k, want.total)
		return
	}
	for i, g := range want.gain {
		if want.total > 0 && !near(got.Gain[i], g/want.total) {
			t.Errorf("gain %d is %v, reference %v", i, got.Gain[i], g/want.total)
		}
	}
	if diff := cmp.Diff(want.find, got.FindOutFirst); diff != "" {
		t.Errorf("find out first (-reference +package):\n%s", diff)
	}
	if diff := cmp.Diff(r.supporting(want), got.Supporting); diff != "" {
		t.Errorf("supporting (-reference +package):\n%s", diff)
	}
	compareReadings(t, r.read(want, in.Seed, in.Readings), got)
	for _, s := range got.Suggested() {
		if diff := cmp.Diff(r.takesOff(s), got.TakesItOff[s]); diff != "" {
			t.Errorf("takes %s off (-reference +package):\n%s", s, diff)
		}
	}
}

func compareReadings(t reporter, want firmness, got priority.Answer) {
	t.Helper()
	about := cmp.Comparer(near)
	if diff := cmp.Diff(want.led, got.Led, about); diff != "" {
		t.Errorf("led (-reference +package):\n%s", diff)
	}
	if diff := cmp.Diff(want.theme, got.Theme, about); diff != "" {
		t.Errorf("theme (-reference +package):\n%s", diff)
	}
	voi := map[id]float64{}
	for _, c := range got.CheckFirst {
		voi[c.Area] = c.VOI
	}
	if diff := cmp.Diff(want.voi, voi, about); diff != "" {
		t.Errorf("check first (-reference +package):\n%s", diff)
	}
	if !slices.IsSortedFunc(got.CheckFirst, func(a, b priority.Check) int {
		switch {
		case a.VOI > b.VOI:
			return -1
		case a.VOI < b.VOI:
			return 1
		}
		return 0
	}) {
		t.Errorf("check first is not highest first: %v", got.CheckFirst)
	}
}
