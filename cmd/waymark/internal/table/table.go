// Package table writes rows for people, aligned, and for scripts, with tabs.
//
// It imports only the standard library, charmbracelet/x/ansi for the width of
// text, and waymark/model for cleaning it.
package table

import (
	"fmt"
	"io"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"waymark/model"
)

// Table is a list with a heading over each column.
type Table struct {
	Columns []string
	Rows    [][]string
}

// Add puts a row at the end. Each cell is made one safe line.
func (t *Table) Add(cells ...string) {
	row := make([]string, len(cells))
	for i, cell := range cells {
		row[i] = model.CleanLine(cell)
	}
	t.Rows = append(t.Rows, row)
}

// Plain writes the rows with tabs between and no heading.
func (t *Table) Plain(w io.Writer) {
	for _, row := range t.Rows {
		fmt.Fprintln(w, strings.Join(row, "\t"))
	}
}

// Aligned writes the headings and the rows in columns, the headings through
// head, which may make them bold.
func (t *Table) Aligned(w io.Writer, head func(string) string) {
	if len(t.Rows) == 0 {
		return
	}
	widths := make([]int, len(t.Columns))
	for _, row := range append([][]string{t.Columns}, t.Rows...) {
		for i, cell := range row {
			widths[i] = max(widths[i], ansi.StringWidth(cell))
		}
	}
	fmt.Fprintln(w, head(line(t.Columns, widths)))
	for _, row := range t.Rows {
		fmt.Fprintln(w, line(row, widths))
	}
}

// line sets cells into columns, without spaces at the end.
func line(cells []string, widths []int) string {
	var b strings.Builder
	for i, cell := range cells {
		b.WriteString(cell)
		if i < len(cells)-1 {
			b.WriteString(strings.Repeat(" ", widths[i]-ansi.StringWidth(cell)+2))
		}
	}
	return strings.TrimRight(b.String(), " ")
}
