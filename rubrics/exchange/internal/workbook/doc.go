// Package workbook writes and reads the few parts of an Excel workbook that a
// rubric needs: sheets of typed texts, a heading that stays in view, and lists
// to choose from.
//
// It promises that what it writes holds texts and nothing that a spreadsheet
// would run, the same bytes for the same sheets; and that reading costs no more
// than the limits below, whatever a file claims about itself. It is here in place
// of a library of thirty times its size, which would cost every start of the
// program two milliseconds. It imports only the standard library and
// waymark/rubrics/exchange.
package workbook

// The limits on what is read.
const (
	mostBytes = 8 << 20   // of the file
	mostPlain = 24 << 20  // of everything in it that is read
	mostParts = 300       // files in the zip
	mostRatio = 200       // of a large part to what it takes in the zip
	mostCells = 500_000   // empty ones too
	mostText  = 32_767    // characters in a cell, as Excel counts them
	largePart = 256 << 10 // from here on the ratio counts
)

// Sheet is one sheet as it is written. The first row is its heading.
type Sheet struct {
	Name   string
	Widths []int // of the columns, in characters
	Rows   [][]string
	Lists  []List
}

// List lets a person choose what stands in the cells of a column, from row From
// to row To, both counted from 1: one of Choices, or what the cells of another
// sheet that Source names hold.
type List struct {
	Column   int
	From, To int
	Choices  []string
	Source   string
}

// Read sheets hold only the rows and cells that have a text.
type (
	// Table is one sheet as it is read.
	Table struct {
		Name string
		Rows []Row
	}
	// Row is one of its rows, counted from 1.
	Row struct {
		Number int
		Cells  map[int]string // by column, counted from 0
	}
)
