package arrange_test

import (
	"cmp"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"waymark/model/arrange"
)

type pair struct{ key, place int }

func byKey(a, b pair) int { return cmp.Compare(a.key, b.key) }

func TestByIsTheStableOrderOfSlices(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var list []pair
		for i, k := range rapid.SliceOf(rapid.IntRange(0, 5)).Draw(t, "keys") {
			list = append(list, pair{k, i})
		}
		want := slices.Clone(list)
		slices.SortStableFunc(want, byKey)
		if arrange.By(list, byKey); !slices.Equal(list, want) {
			t.Fatalf("%v, want %v", list, want)
		}
	})
}
