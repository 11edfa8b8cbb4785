package agreement

// Kappa is Cohen's kappa, weighted: table[i][j] counts the areas to which the
// first rater gave level i+1 and the second level j+1. It has no value when no
// disagreement could have been expected, as when both used one level only.
//
// All sums are of whole numbers, so that exchanging the raters changes nothing.
func Kappa(table [][]int, w Weights) (value float64, ok bool) {
	rows, columns, n := totals(table)
	seen, expected := 0, 0
	for i := range table {
		for j, count := range table[i] {
			seen += w[i][j] * count
			expected += w[i][j] * rows[i] * columns[j]
		}
	}
	if expected == 0 {
		return 0, false
	}
	return float64(expected-n*seen) / float64(expected), true
}

func totals(table [][]int) (rows, columns []int, n int) {
	rows, columns = make([]int, len(table)), make([]int, len(table))
	for i := range table {
		for j, count := range table[i] {
			rows[i] += count
			columns[j] += count
			n += count
		}
	}
	return rows, columns, n
}

// Counted writes a table of two raters area by area, as [AC] and [Alpha] read
// it: each row says how many raters gave the area each level.
func Counted(table [][]int) [][]int {
	var counts [][]int
	for i := range table {
		for j, n := range table[i] {
			for range n {
				row := make([]int, len(table))
				row[i]++
				row[j]++
				counts = append(counts, row)
			}
		}
	}
	return counts
}
