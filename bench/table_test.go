//go:build !windows

package bench_test

import (
	"fmt"
	"slices"
	"strings"
)

// row is one line of the table: what was measured, what it was, and what it
// may be. A row without a limit is told for its own sake.
type row struct {
	what         string
	value, limit float64
	unit         string
	against      float64 // what the ratio is to, 0 for the limit alone
	note         string
}

type table struct{ rows []row }

// under adds a figure with a limit of its own.
func (t *table) under(what string, value, limit float64, unit string) {
	t.rows = append(t.rows, row{what: what, value: value, limit: limit, unit: unit})
}

// times adds a figure that may be so many times another.
func (t *table) times(what string, value, other, ratio float64, unit string) {
	t.rows = append(t.rows, row{what: what, value: value, limit: ratio * other, unit: unit, against: other})
}

// says adds a figure without a limit.
func (t *table) says(what string, value float64, unit, note string) {
	t.rows = append(t.rows, row{what: what, value: value, unit: unit, note: note})
}

func (t *table) String() string {
	var b strings.Builder
	fmt.Fprintf(&b, "\n%-52s %12s %12s %7s\n", "figure", "value", "limit", "ratio")
	for _, r := range t.rows {
		limit, ratio, verdict := "", "", r.note
		if r.limit > 0 {
			limit = fmt.Sprintf("%.2f %s", r.limit, r.unit)
			verdict = "within"
			if r.value > r.limit {
				verdict = "OVER"
			}
			over := r.limit
			if r.against > 0 {
				over = r.against
			}
			ratio = fmt.Sprintf("%.2f", r.value/over)
		}
		fmt.Fprintf(&b, "%-52s %12s %12s %7s  %s\n", r.what, fmt.Sprintf("%.2f %s", r.value, r.unit), limit, ratio, verdict)
	}
	b.WriteString("\nThe ratio is to the floor or the bare commit where the figure names one, else to the limit.\n")
	return b.String()
}

// at is the value below which a share of all lies.
func at(share float64, all []float64) float64 {
	if len(all) == 0 {
		return 0
	}
	sorted := slices.Sorted(slices.Values(all))
	return sorted[min(len(sorted)-1, int(share*float64(len(sorted))))]
}

func median(all []float64) float64 { return at(0.5, all) }
