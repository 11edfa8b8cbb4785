// Package canvas writes and reads rubrics in the table with commas that Canvas
// exchanges, which is also the easiest rubric to type into a spreadsheet: a row
// an area, and a name, a description and points for each level.
//
// It promises that no cell it writes becomes a formula in a spreadsheet, that a
// text comes back as it was, and that a table from elsewhere is taken whole or
// refused whole with the row and the column of each fault. Canvas knows areas
// and levels alone; Write says what it leaves out. It imports only the standard
// library, waymark/model and the packages of rubrics.
package canvas
