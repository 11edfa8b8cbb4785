package canvas

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"regexp"
	"strings"

	"waymark/model"
	"waymark/rubrics/exchange"
	"waymark/rubrics/exchange/strict"
)

// The limits on what is read.
const (
	mostBytes = 4 << 20
	mostRows  = 2000
	mostCells = 100 // in a row
)

// Read reads a table whole, or refuses it with every fault.
func Read(r io.Reader) (model.Rubric, []exchange.Fault, error) {
	rubric, _, faults, err := ReadWithNotes(r)
	return rubric, faults, err
}

// ReadWithNotes is Read with what to know about a table that was taken.
func ReadWithNotes(r io.Reader) (model.Rubric, []string, []exchange.Fault, error) {
	raw, err := io.ReadAll(io.LimitReader(r, mostBytes+1))
	if err != nil {
		return model.Rubric{}, nil, nil, fmt.Errorf("read rubric: %w", err)
	}
	t, fault := parse(raw)
	if fault != nil {
		return model.Rubric{}, nil, []exchange.Fault{*fault}, nil
	}
	rubric := t.rubric()
	if len(t.faults) > 0 {
		return model.Rubric{}, nil, exchange.Cut(t.faults), nil
	}
	settled, notes, faults := strict.Settle(rubric, t.where)
	if len(faults) > 0 {
		return model.Rubric{}, nil, faults, nil
	}
	return settled, append(t.notes, notes...), nil, nil
}

// table is the rows of a file. Row 1 is the heading.
type table struct {
	rows   [][]string
	at     map[string]int // columns by heading, for those that stand once
	rates  []rate         // the columns of each rating
	areas  []int          // the row of each area
	bare   bool           // codes may be plain numbers, because each area has one
	order  []int          // which rating each level is, lowest first
	faults []exchange.Fault
	notes  []string
}

// rate is where a rating's name, description and points stand; -1 for nowhere.
type rate struct{ name, text, points int }

func (t *table) fault(row, column int, problem, fix string) {
	letter := ""
	if column >= 0 {
		letter = exchange.Letter(column)
	}
	t.faults = append(t.faults, exchange.Fault{Row: row + 1, Column: letter, Problem: problem, Fix: fix})
}

func refuse(row int, column, problem, fix string) *exchange.Fault {
	return &exchange.Fault{Row: row, Column: column, Problem: problem, Fix: fix}
}

// parse cuts a file into its cells.
func parse(raw []byte) (*table, *exchange.Fault) {
	if problem, fix := notATable(raw); problem != "" {
		return nil, refuse(0, "", problem, fix)
	}
	raw = bytes.TrimPrefix(raw, []byte("\ufeff"))
	c := csv.NewReader(bytes.NewReader(raw))
	c.Comma = comma(raw)
	c.FieldsPerRecord = -1
	c.LazyQuotes = false
	t := &table{}
	for {
		cells, err := c.Read()
		if errors.Is(err, io.EOF) {
			return t, nil
		}
		if err != nil {
			return nil, notCut(err)
		}
		if len(t.rows) > mostRows || len(cells) > mostCells {
			return nil, refuse(len(t.rows)+1, "", "This table is larger than any rubric needs.", "Check that it is the right file.")
		}
		if fault := unseen(cells, len(t.rows)+1); fault != nil {
			return nil, fault
		}
		t.rows = append(t.rows, cells)
	}
}

func notATable(raw []byte) (problem, fix string) {
	if len(raw) > mostBytes {
		return "This file is larger than 4 MB, which no rubric needs.", "Check that it is the right file."
	}
	if problem, fix := exchange.WrongFile(raw, "a CSV file"); problem != "" {
		return problem, fix
	}
	if bytes.HasPrefix(raw, []byte("PK\x03\x04")) {
		return "This is an Excel workbook or another zip file, not a CSV file.", "Import it with --format xlsx, or save it as CSV UTF-8."
	}
	if bytes.HasPrefix(raw, []byte("\xff\xfe")) || bytes.HasPrefix(raw, []byte("\xfe\xff")) || bytes.IndexByte(raw, 0) >= 0 {
		return "This file is saved as UTF-16 or is not plain text.", "Save it again as CSV UTF-8."
	}
	if line, column, bad := exchange.NotUTF8(raw); bad {
		return fmt.Sprintf("Line %d, character %d is not UTF-8 text; accents and quotation marks would be lost.", line, column), "Save it again as CSV UTF-8."
	}
	return "", ""
}

// comma is what stands between cells: spreadsheets of other languages use a
// semicolon, and what is copied out of one has tabs.
func comma(raw []byte) rune {
	top, _, _ := bytes.Cut(raw, []byte("\n"))
	best := ','
	for _, r := range []rune{';', '\t'} {
		if bytes.Count(top, []byte(string(r))) > bytes.Count(top, []byte(string(best))) {
			best = r
		}
	}
	return best
}

// notCut says why a file could not be cut into cells, in the words of the
// person who made it.
func notCut(err error) *exchange.Fault {
	var p *csv.ParseError
	if !errors.As(err, &p) {
		return refuse(0, "", "This file is not a table with commas.", "Save it again as CSV UTF-8.")
	}
	where := fmt.Sprintf("%d", p.Column)
	if errors.Is(err, csv.ErrQuote) {
		return refuse(p.Line, where, "A quotation mark that opens a cell is not closed, or has more text after it.", `Write a quotation mark within a cell twice: "".`)
	}
	return refuse(p.Line, where, "A quotation mark stands in the middle of a cell.", `Put the whole cell in quotation marks and write the mark twice: "".`)
}

// unseen refuses what nobody can see in a cell.
func unseen(cells []string, row int) *exchange.Fault {
	for i, cell := range cells {
		if name, r := exchange.Hidden(cell); name != "" {
			return refuse(row, exchange.Letter(i), fmt.Sprintf("A %s (U+%04X) stands in this cell; it cannot be seen.", name, r), "Type the text again.")
		}
	}
	return nil
}

var numbered = regexp.MustCompile(`\s*\d+$`)

// headings finds the columns. Canvas also numbers those that come again.
func (t *table) headings() bool {
	t.at = map[string]int{}
	for column, cell := range t.rows[0] {
		name := strings.ToLower(exchange.Line(cell))
		switch bare := numbered.ReplaceAllString(name, ""); bare {
		case strings.ToLower(ratingName):
			t.rates = append(t.rates, rate{column, -1, -1})
		case strings.ToLower(ratingText), strings.ToLower(points):
			t.ofRating(bare, column)
		case strings.ToLower(rubricName), strings.ToLower(areaName), strings.ToLower(description), strings.ToLower(enableRange):
			if _, doubled := t.at[bare]; doubled {
				t.fault(0, column, fmt.Sprintf("The heading %s stands twice.", exchange.Quote(cell)), "Delete one of the two columns.")
			}
			t.at[bare] = column
		default:
			if t.filled(column) {
				t.fault(0, column, fmt.Sprintf("%s is not a heading of a Canvas rubric.", exchange.Quote(cell)), "Use "+strings.Join(heading(1), ", ")+", the last three again for each rating; or delete the column.")
			}
		}
	}
	for _, name := range []string{rubricName, areaName, ratingName} {
		_, ok := t.at[strings.ToLower(name)]
		if name == ratingName {
			ok = len(t.rates) > 0
		}
		if !ok {
			t.fault(0, -1, fmt.Sprintf("There is no column called %s.", exchange.Quote(name)), "Write the headings into the first row: "+strings.Join(heading(1), ", ")+", the last three again for each rating.")
		}
	}
	t.more()
	return len(t.faults) == 0
}

// more takes ratings beyond the headings, where rows are longer than the first:
// they come in threes like those before.
func (t *table) more() {
	if len(t.rates) == 0 {
		return
	}
	longest := 0
	for row := range t.rows {
		for column := range t.rows[row] {
			if t.cell(row, column) != "" {
				longest = max(longest, column+1)
			}
		}
	}
	last := t.rates[len(t.rates)-1]
	at := len(t.rows[0])
	if longest > at && (last.text != last.name+1 || last.points != last.name+2 || last.points != at-1) {
		t.fault(0, at, "There are texts in columns without a heading.", "Give them their headings, or delete them.")
		return
	}
	for ; at < longest; at += 3 {
		t.rates = append(t.rates, rate{at, at + 1, at + 2})
	}
}

func (t *table) ofRating(name string, column int) {
	if len(t.rates) == 0 {
		t.fault(0, column, "This heading stands before the first Rating Name.", "Put Rating Name, Rating Description and Rating Points in this order for each rating.")
		return
	}
	last := &t.rates[len(t.rates)-1]
	at := &last.points
	if name == strings.ToLower(ratingText) {
		at = &last.text
	}
	if *at >= 0 {
		t.fault(0, column, "This heading comes again before the next Rating Name.", "Put Rating Name, Rating Description and Rating Points in this order for each rating.")
	}
	*at = column
}

// filled reports whether anything stands in a column under its heading.
func (t *table) filled(column int) bool {
	for row := range t.rows[1:] {
		if t.cell(row+1, column) != "" {
			return true
		}
	}
	return false
}

// cell is the text of a cell; rows may be shorter than the heading.
func (t *table) cell(row, column int) string {
	if column < 0 || column >= len(t.rows[row]) {
		return ""
	}
	return exchange.Paragraphs(unshield(strings.TrimSpace(t.rows[row][column])))
}
