package exchange

import (
	"fmt"
	"strings"
	"unicode"
)

// Fault is one reason why a file cannot be taken as a rubric. Problem says in a
// sentence what is wrong, Fix what to change. Row counts from 1 as the program
// that made the file does; Column is the letter of a sheet's column, or the
// number of a character in a line of text. Sheet is the sheet of a workbook.
// Row 0 means the file as a whole.
type Fault struct {
	Sheet   string
	Row     int
	Column  string
	Problem string
	Fix     string
}

// String is the fault on one line, its place first.
func (f Fault) String() string {
	said := strings.TrimSpace(f.Problem + " " + f.Fix)
	if where := f.where(); where != "" {
		return where + ": " + said
	}
	return said
}

// where is the place in the words of the program that shows it.
func (f Fault) where() string {
	var parts []string
	if f.Sheet != "" {
		parts = append(parts, "sheet "+f.Sheet)
	}
	if f.Row > 0 {
		word := "row"
		if f.Column != "" && unicode.IsDigit(rune(f.Column[0])) {
			word = "line" // of a text
		}
		parts = append(parts, fmt.Sprintf("%s %d", word, f.Row))
	}
	if f.Column != "" {
		parts = append(parts, "column "+f.Column)
	}
	return strings.Join(parts, ", ")
}

// MostFaults is how many faults one refusal lists.
const MostFaults = 20

// Cut keeps the first faults and says how many there are beyond them.
func Cut(all []Fault) []Fault {
	if len(all) <= MostFaults {
		return all
	}
	more := Fault{Problem: fmt.Sprintf("There are %d more.", len(all)-MostFaults), Fix: "Mend these first; they often cause the rest."}
	return append(all[:MostFaults:MostFaults], more)
}

// Letter is the letter of a sheet's column, counted from 0: A, B, … Z, AA.
func Letter(column int) string {
	s := ""
	for column++; column > 0; column = (column - 1) / 26 {
		s = string(rune('A'+(column-1)%26)) + s
	}
	return s
}

// Quote shows a few words of somebody's file inside a message: short, on one
// line, and without anything that a terminal would obey.
func Quote(s string) string {
	runes := []rune(strings.Join(strings.Fields(s), " "))
	if len(runes) > 40 {
		runes = append(runes[:39], '…')
	}
	for i, r := range runes {
		if !unicode.IsPrint(r) {
			runes[i] = unicode.ReplacementChar
		}
	}
	return "“" + string(runes) + "”"
}
