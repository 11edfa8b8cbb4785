package workbook

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"regexp"
	"strconv"
	"strings"

	"waymark/rubrics/exchange"
)

// reader gathers the cells of all sheets and what is wrong with them.
type reader struct {
	shared []string
	left   int // cells that may still come
	faults []exchange.Fault
}

// cell is a cell as a spreadsheet writes it.
type cell struct {
	at, kind string
	value    string // as it stands
	inline   string // with the looks of its parts taken away
	formula  bool
}

// sheet reads one sheet, a cell at a time.
func (in *reader) sheet(name string, text []byte) (Table, *exchange.Fault) {
	t := Table{Name: name}
	d := xml.NewDecoder(bytes.NewReader(text))
	row, next := Row{}, 0
	keep := func() {
		if len(row.Cells) > 0 {
			t.Rows = append(t.Rows, row)
		}
	}
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			keep()
			return t, nil
		}
		if err != nil {
			return t, damaged(name)
		}
		start, ok := token.(xml.StartElement)
		switch {
		case ok && start.Name.Local == "row":
			keep()
			row, next = Row{Number: numberOf(start, row.Number+1), Cells: map[int]string{}}, 0
		case ok && start.Name.Local == "c" && row.Cells != nil:
			c, err := cellOf(d, start)
			if err != nil {
				return t, damaged(name)
			}
			next = in.cell(name, row, c, next)
		}
		if in.left < 0 {
			return t, refuse(fmt.Sprintf("This workbook has more than %d cells, which no rubric needs.", mostCells), "Check that it is the right file.")
		}
	}
}

// cellOf reads a cell to its end.
func cellOf(d *xml.Decoder, start xml.StartElement) (cell, error) {
	c := cell{at: attribute(start, "r"), kind: attribute(start, "t")}
	var value, inline []byte
	err := inside(d, func(name string, said []byte) {
		switch name {
		case "f":
			c.formula = true
		case "v":
			value = append(value, said...)
		case "t":
			inline = append(inline, said...)
		}
	})
	c.value, c.inline = string(value), string(inline)
	return c, err
}

// numberOf is the number that a row gives itself, or next.
func numberOf(row xml.StartElement, next int) int {
	if n, err := strconv.Atoi(attribute(row, "r")); err == nil && n > 0 && n <= 1<<20 {
		return n
	}
	return next
}

func damaged(name string) *exchange.Fault {
	return refuse(fmt.Sprintf("The sheet %s is damaged.", exchange.Quote(name)), exportAgain)
}

// cell keeps what a cell says and returns the column after it.
func (in *reader) cell(sheet string, row Row, c cell, next int) int {
	in.left--
	column := columnOf(c.at, next)
	text, problem, fix := in.text(c)
	if problem != "" && len(in.faults) <= exchange.MostFaults {
		in.faults = append(in.faults, exchange.Fault{Sheet: sheet, Row: row.Number, Column: exchange.Letter(column), Problem: problem, Fix: fix})
	}
	if strings.TrimSpace(text) != "" {
		row.Cells[column] = text
	}
	return column + 1
}

// columnOf is the column that a cell says it stands in, counted from 0.
func columnOf(at string, next int) int {
	column := 0
	for _, r := range at {
		if r < 'A' || r > 'Z' {
			break
		}
		if column = column*26 + int(r-'A') + 1; column > 16_384 {
			return next
		}
	}
	if column == 0 {
		return next
	}
	return column - 1
}

// text is what a cell shows, and what is wrong with it.
func (in *reader) text(c cell) (text, problem, fix string) {
	if c.formula {
		return "", "This cell holds a formula, which is not read.", "Copy the cell and paste it over itself as values."
	}
	text = c.value
	switch c.kind {
	case "s":
		i, err := strconv.Atoi(strings.TrimSpace(c.value))
		if err != nil || i < 0 || i >= len(in.shared) {
			return "", "This cell refers to a text that is not in the workbook.", exportAgain
		}
		text = in.shared[i]
	case "inlineStr":
		text = unspelled(c.inline)
	case "str":
		text = unspelled(text)
	case "b":
		text = map[string]string{"1": "yes", "0": "no"}[strings.TrimSpace(text)]
	case "e":
		return "", fmt.Sprintf("This cell shows the error %s.", exchange.Quote(text)), "Type its text again."
	default:
		text = number(text)
	}
	if name, r := exchange.Hidden(text); name != "" {
		return "", fmt.Sprintf("A %s (U+%04X) stands in this cell; it cannot be seen.", name, r), "Type the text again."
	}
	return text, "", ""
}

// number is a number as a spreadsheet shows it, not as it stores it: 1.1 and not
// 1.1000000000000001.
func number(s string) string {
	s = strings.TrimSpace(s)
	f, err := strconv.ParseFloat(s, 64)
	if err != nil {
		return s
	}
	return strconv.FormatFloat(f, 'f', -1, 64)
}

// spelled is Excel's spelling of a character that XML cannot hold.
var spelled = regexp.MustCompile(`_x[0-9A-Fa-f]{4}_`)

func unspelled(s string) string {
	if !strings.Contains(s, "_x") {
		return s
	}
	return spelled.ReplaceAllStringFunc(s, func(m string) string {
		n, err := strconv.ParseUint(m[2:6], 16, 32)
		if err != nil {
			return m // unreachable: the expression lets only such digits through
		}
		return string(rune(n))
	})
}
