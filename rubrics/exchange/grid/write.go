package grid

import (
	"bytes"
	"fmt"
	"io"
	"strconv"
	"strings"

	"waymark/model"
	"waymark/rubrics/exchange"
	"waymark/rubrics/exchange/internal/workbook"
)

// The names of the sheets.
const (
	sheetStart   = "Start here"
	sheetRubric  = "Rubric"
	sheetLevels  = "Levels"
	sheetGroups  = "Groups"
	sheetAreas   = "Areas"
	sheetItems   = "Items"
	sheetRulings = "Rulings"
	sheetCross   = "Crosswalk"
	sheetVisit   = "Visit"
)

// Write writes r as a workbook. The list says in words what a workbook could not
// hold.
func Write(w io.Writer, r model.Rubric) ([]string, error) {
	var b bytes.Buffer
	if err := workbook.Write(&b, sheets(r)); err != nil {
		return nil, fmt.Errorf("write rubric %s as a workbook: %w", r.ID, err)
	}
	back, faults, err := Read(bytes.NewReader(b.Bytes()))
	if err == nil && len(faults) > 0 {
		err = fmt.Errorf("%s", faults[0])
	}
	if err != nil {
		return nil, fmt.Errorf("write rubric %s as a workbook: %w", r.ID, err)
	}
	if _, err := w.Write(b.Bytes()); err != nil {
		return nil, fmt.Errorf("write rubric %s as a workbook: %w", r.ID, err)
	}
	return exchange.Lost(r, back), nil
}

func sheets(r model.Rubric) []workbook.Sheet {
	all := []workbook.Sheet{start(r), headSheet(r)}
	if len(r.Scale.Levels) > 0 {
		all = append(all, levelSheet(r.Scale))
	}
	all = append(all, sheet(sheetGroups, groupColumns(), pointers(r.Groups)))
	last := len(r.Groups) + 1
	groups := fmt.Sprintf("%s!$A$2:$A$%d", sheetGroups, last)
	if len(r.Areas) > 0 {
		s := sheet(sheetAreas, areaColumns(len(r.Scale.Levels)), pointers(areaRows(r)))
		for i, c := range s.Rows[0] {
			if name := strings.TrimPrefix(c, "Level "); name != c {
				s.Rows[0][i] = c + ": " + r.Scale.Name(model.Level(levelNumber(name)))
			}
		}
		s.Lists = []workbook.List{{Column: 1, From: 2, To: len(r.Areas) + room, Source: groups}}
		all = append(all, s)
	}
	if items := itemRows(r); len(items) > 0 {
		s := sheet(sheetItems, itemColumns(), pointers(items))
		s.Lists = []workbook.List{
			{Column: 1, From: 2, To: len(items) + room, Source: groups},
			{Column: 2, From: 2, To: len(items) + room, Choices: []string{string(model.AskStaff), string(model.AskPupils), string(model.AskFamilies)}},
		}
		all = append(all, s)
	}
	all = append(all, sheet(sheetRulings, rulingColumns(), pointers(r.Rulings)))
	if len(r.Crosswalk) > 0 {
		all = append(all, sheet(sheetCross, crossColumns(), pointers(r.Crosswalk)))
	}
	if posts := postRows(r); len(posts) > 0 {
		s := sheet(sheetVisit, postColumns(), pointers(posts))
		s.Lists = []workbook.List{{Column: 0, From: 2, To: len(posts) + room, Choices: []string{"role", "position"}}}
		all = append(all, s)
	}
	return all
}

// room is how many more rows the lists to choose from are for.
const room = 100

// pointers is where each of all stands.
func pointers[T any](all []T) []*T {
	at := make([]*T, len(all))
	for i := range all {
		at[i] = &all[i]
	}
	return at
}

// sheet writes a row for each of all.
func sheet[T any](name string, columns []column[T], all []T) workbook.Sheet {
	s := workbook.Sheet{Name: name, Rows: [][]string{nil}}
	for _, c := range columns {
		s.Rows[0] = append(s.Rows[0], c.name)
		s.Widths = append(s.Widths, c.width)
	}
	for _, one := range all {
		row := make([]string, len(columns))
		for i, c := range columns {
			row[i] = c.get(one)
		}
		s.Rows = append(s.Rows, row)
	}
	return s
}

func headSheet(r model.Rubric) workbook.Sheet {
	s := workbook.Sheet{Name: sheetRubric, Widths: []int{24, 100}, Rows: [][]string{{"What", "Text"}}}
	for _, c := range headColumns() {
		s.Rows = append(s.Rows, []string{c.name, c.get(&r)})
		if c.field == "kind" {
			kinds := []string{
				string(model.KindSchool), string(model.KindTeacher), string(model.KindProcess),
				string(model.KindTrust), string(model.KindPulse), string(model.KindVisit),
			}
			s.Lists = []workbook.List{{Column: 1, From: len(s.Rows), To: len(s.Rows), Choices: kinds}}
		}
	}
	return s
}

func levelSheet(s model.Scale) workbook.Sheet {
	var all []level
	for i, l := range s.Levels {
		all = append(all, level{strconv.Itoa(i + 1), l.Name, l.Meaning, s.Expected == model.Level(i+1)})
	}
	out := sheet(sheetLevels, levelColumns(), pointers(all))
	out.Lists = []workbook.List{{Column: 3, From: 2, To: len(all) + 1, Choices: []string{"yes"}}}
	return out
}

func areaRows(r model.Rubric) []areaRow {
	var all []areaRow
	for _, a := range r.Areas {
		row := areaRow{Area: a}
		for _, id := range r.NeedsFirst(a.ID) {
			row.needs = append(row.needs, string(id))
		}
		for _, p := range r.Related {
			if p.A == a.ID {
				row.seeAlso = append(row.seeAlso, string(p.B))
			}
		}
		all = append(all, row)
	}
	return all
}

func itemRows(r model.Rubric) []itemRow {
	var all []itemRow
	for _, g := range r.Groups {
		for _, i := range g.Items {
			all = append(all, itemRow{i, g.ID})
		}
	}
	return all
}

func postRows(r model.Rubric) []post {
	var all []post
	for _, role := range r.Roles {
		all = append(all, post{"role", role.ID, role.Title, role.Does})
	}
	for _, p := range r.Positions {
		all = append(all, post{"position", p.ID, p.Title, p.Where})
	}
	return all
}
