package grid

import (
	"waymark/model"
	"waymark/rubrics/exchange/internal/workbook"
)

// start is the sheet that explains the others.
func start(r model.Rubric) workbook.Sheet {
	rows := [][]string{
		{"How to use this workbook", ""},
		{"What it is", r.Title + ", edition " + r.Edition + ", as a workbook to read, print and change."},
		{"Rubric", "Its name and where it comes from. Keep the names in the first column; change the texts beside them. A changed rubric needs an edition of its own."},
		{"Levels", "The levels from lowest to highest, two to nine of them, a row each. Write yes beside the one that a competent school is expected to reach."},
		{"Groups", "What the areas are gathered under, a row each."},
		{"Areas", "A row for each area, from its code to its exemplars. Area, Group, Title and a text for each level are needed; everything else may be empty."},
		{"Codes", "An area's code, such as 1.3, is how others refer to it. The columns are set as text, so that 1.10 does not become 1.1; keep them so."},
		{"Lists in a cell", "One entry a line, each after a dash. Alt and Enter begin a new line in Excel, Ctrl and Enter in LibreOffice."},
		{"Next steps", "Each step ends with how much it takes: (S) for a half-term and few people, (M) for a term or two, (L) for a year. (S; 2.3) says that it usually waits for area 2.3."},
		{"Research", "One a line: https://… | its title | why it helps."},
		{"Needs first, See also", "Codes of other areas with commas between. Needs first names what usually has to be in place before."},
		{"Rulings", "Topics that several areas could claim, and the one in which each is judged."},
		{"Formulas", "They are not read. Paste them as values first."},
		{"Your own sheets", "Sheets with other names are left alone."},
		{"Back into Waymark", "Save the workbook as .xlsx, then: waymark rubric import FILE. If something has to change, it names the sheet, the row and the column. Nothing is taken by halves."},
	}
	return workbook.Sheet{Name: sheetStart, Widths: []int{24, 110}, Rows: rows}
}
