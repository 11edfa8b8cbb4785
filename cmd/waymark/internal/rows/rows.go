// Package rows reads tables that people save out of a spreadsheet: commas,
// semicolons or tabs, with or without a byte order mark, in UTF-8 or in the
// code page Excel uses here.
//
// It promises that a row is read whole or named in an error, and that nothing
// larger than Most bytes is read. It imports only the standard library.
package rows

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"strings"
)

// Most is how many bytes a table may have.
const Most = 4 << 20

// The reasons why a table cannot be read at all.
var (
	ErrEmpty = errors.New("there is nothing in it")
	ErrLong  = errors.New("it is longer than 4 MB")
	ErrZip   = errors.New("it is a workbook; save it as CSV first")
)

// Row is one row by the names of its columns. Number counts as a spreadsheet
// does: the heading is row 1.
type Row struct {
	Number int
	cells  map[string]string
}

// Get is the cell under a heading, without spaces around it.
func (r Row) Get(column string) string { return strings.TrimSpace(r.cells[column]) }

// Table is everything that was read.
type Table struct {
	Columns []string // lower case, in the order of the file
	Rows    []Row
	// Decoded says that the bytes were not UTF-8 and were read as Windows-1252.
	Decoded bool
}

// Has reports whether there is a column of that name.
func (t Table) Has(column string) bool {
	for _, c := range t.Columns {
		if c == column {
			return true
		}
	}
	return false
}

// Read reads a table with a heading.
func Read(r io.Reader) (Table, error) {
	raw, err := io.ReadAll(io.LimitReader(r, Most+1))
	if err != nil {
		return Table{}, fmt.Errorf("read rows: %w", err)
	}
	if len(raw) > Most {
		return Table{}, ErrLong
	}
	text, decoded, err := decode(raw)
	if err != nil {
		return Table{}, err
	}
	records, err := parse(text)
	if err != nil {
		return Table{}, err
	}
	if len(records) == 0 {
		return Table{}, ErrEmpty
	}
	t := Table{Decoded: decoded}
	for _, name := range records[0].cells {
		t.Columns = append(t.Columns, strings.ToLower(strings.TrimSpace(name)))
	}
	for _, r := range records[1:] {
		if row, ok := t.row(r.number, r.cells); ok {
			t.Rows = append(t.Rows, row)
		}
	}
	return t, nil
}

// row names the cells; ok is false for a row with nothing in it.
func (t Table) row(number int, record []string) (row Row, ok bool) {
	row = Row{Number: number, cells: map[string]string{}}
	for i, cell := range record {
		ok = ok || strings.TrimSpace(cell) != ""
		if i < len(t.Columns) {
			row.cells[t.Columns[i]] = cell
		}
	}
	return row, ok
}

// record is one row as it was read, with the number a spreadsheet gives it.
type record struct {
	number int
	cells  []string
}

func parse(text []byte) ([]record, error) {
	heading, _, _ := bytes.Cut(bytes.TrimLeft(text, "\r\n"), []byte("\n"))
	r := csv.NewReader(bytes.NewReader(text))
	r.Comma = separator(heading)
	r.FieldsPerRecord = -1
	r.TrimLeadingSpace = true
	var all []record
	number, next := 1, 1 // the row and the line that would come next
	for {
		cells, err := r.Read()
		var bad *csv.ParseError
		switch {
		case errors.Is(err, io.EOF):
			return all, nil
		case errors.As(err, &bad):
			return nil, &QuoteError{Line: bad.StartLine}
		case err != nil:
			return nil, fmt.Errorf("read rows: %w", err)
		}
		start, _ := r.FieldPos(0)
		number += start - next // blank lines are rows too
		all = append(all, record{number, cells})
		number, next = number+1, start+1+strings.Count(strings.Join(cells, ""), "\n")
	}
}

// QuoteError says that a quotation mark in a cell has no partner.
type QuoteError struct{ Line int }

func (e *QuoteError) Error() string {
	return fmt.Sprintf("the quotation marks of line %d do not match", e.Line)
}

// separator is what stands most often between the headings.
func separator(heading []byte) rune {
	best, most := ',', 0
	for _, sep := range ",;\t" {
		if n := bytes.Count(heading, []byte(string(sep))); n > most {
			best, most = sep, n
		}
	}
	return best
}
