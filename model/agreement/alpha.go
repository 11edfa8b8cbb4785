package agreement

// Alpha is Krippendorff's alpha. Each row of counts says how many raters gave
// one area each level; areas with fewer than two raters change nothing.
// [Identity] weights make it the nominal form and [Quadratic] ones the interval
// form. It has no value when no area has two raters, or all gave one level.
func Alpha(counts [][]int, w Weights) (value float64, ok bool) {
	used := pairable(counts)
	expected := float64(w.apart(used))
	if expected == 0 {
		return 0, false
	}
	seen := 0.0
	for raters, apart := range apartByRaters(counts, w) {
		if raters > 1 {
			seen += float64(apart) / float64(raters-1)
		}
	}
	return 1 - float64(float64(sum(used)-1)*seen)/expected, true
}

// AlphaOrdinal is [Alpha] for ordered levels: two levels are as far apart as
// the judgements between them are many, squared.
func AlphaOrdinal(counts [][]int) (value float64, ok bool) {
	return Alpha(counts, ranks(pairable(counts)))
}

// ranks are the distances of ordered levels, from how often each was used. They
// are twice the usual ones before squaring, to stay whole numbers.
func ranks(used []int) Weights {
	w := Identity(len(used))
	for k := range used {
		between := 0
		for l := k + 1; l < len(used); l++ {
			between += used[l-1] + used[l]
			w[k][l], w[l][k] = between*between, between*between
		}
	}
	return w
}

// pairable is how often each level was used in areas with two raters or more.
func pairable(counts [][]int) []int {
	if len(counts) == 0 {
		return nil
	}
	used := make([]int, len(counts[0]))
	for _, row := range counts {
		if sum(row) > 1 {
			for k, n := range row {
				used[k] += n
			}
		}
	}
	return used
}

// apartByRaters adds up how far areas are apart, by how many raters they have:
// whole numbers, so that the order of the areas does not matter.
func apartByRaters(counts [][]int, w Weights) []int {
	var apart []int
	for _, row := range counts {
		raters := sum(row)
		for len(apart) <= raters {
			apart = append(apart, 0)
		}
		apart[raters] += w.apart(row)
	}
	return apart
}
