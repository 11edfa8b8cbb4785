package grid

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"unicode/utf8"

	"waymark/model"
	"waymark/rubrics/exchange"
	"waymark/rubrics/exchange/internal/workbook"
	"waymark/rubrics/exchange/yaml"
)

// nth is the key of a row by its count.
func nth(n int) string { return fmt.Sprintf("#%d", n) }

// heading is what a heading says, without what was added for people.
func heading(cell string) string {
	name, _, _ := strings.Cut(cell, ":")
	return strings.ToLower(exchange.Line(name))
}

// records reads a sheet of one record a row. key is the code of a record.
func records[T any](b *book, name string, columns []column[*T], key func(*T) string) []T {
	var all []T
	rows := 0
	if t, ok := b.tables[name]; ok {
		rows = max(0, len(t.Rows)-1)
	}
	all = make([]T, rows)
	fillIn(b, name, columns, pointers(all), key)
	return all
}

// fillIn is records for records that are there already, one for each row.
func fillIn[T any](b *book, name string, columns []column[T], all []T, key func(T) string) {
	t, ok := b.tables[name]
	if !ok || len(t.Rows) == 0 {
		return
	}
	names, fields := make([]string, len(columns)), make([]string, len(columns))
	for i, c := range columns {
		names[i], fields[i] = c.name, c.field
	}
	places, used := headings(b, t, names, fields)
	b.at[name] = map[string]spot{"": {t.Rows[0].Number, places}}
	for i, row := range t.Rows[1:] {
		for j, c := range columns {
			column, there := used[j]
			if !there {
				continue
			}
			if err := c.set(all[i], row.Cells[column]); err != nil && row.Cells[column] != "" {
				b.fault(t.Name, row.Number, column, sentence(err.Error()), "")
			}
		}
		at := spot{row.Number, places}
		b.at[name][nth(i+1)] = at
		if key != nil {
			b.at[name][key(all[i])] = at
		}
	}
}

// sentence makes an error a sentence for people.
func sentence(s string) string {
	_, n := utf8.DecodeRuneInString(s)
	return strings.ToUpper(s[:n]) + s[n:] + "."
}

// headings finds the columns by their headings: where each field stands, and
// which column of the sheet each name is. One that is not known is a fault
// when something stands under it.
func headings(b *book, t workbook.Table, names, fields []string) (places map[string]int, used map[int]int) {
	places, used = map[string]int{}, map[int]int{}
	known := map[string]int{}
	for i, name := range names {
		known[heading(name)] = i
	}
	top := t.Rows[0]
	for _, at := range slices.Sorted(maps.Keys(top.Cells)) {
		i, ok := known[heading(top.Cells[at])]
		switch _, doubled := used[i]; {
		case ok && doubled:
			b.fault(t.Name, top.Number, at, fmt.Sprintf("The heading %s stands twice.", exchange.Quote(top.Cells[at])), "Delete one of the two columns.")
		case ok:
			used[i], places[fields[i]] = at, at
		case filled(t, at):
			b.fault(t.Name, top.Number, at, fmt.Sprintf("No column of this sheet is called %s.", exchange.Quote(top.Cells[at])),
				"Use one of these or delete the column: "+strings.Join(names, ", ")+".")
		}
	}
	for _, row := range t.Rows[1:] {
		for at := range row.Cells {
			if top.Cells[at] == "" {
				b.fault(t.Name, row.Number, at, "This text stands in a column without a heading.", "Move it, delete it or give the column its heading.")
				return places, used
			}
		}
	}
	return places, used
}

// filled reports whether anything stands under the heading of a column.
func filled(t workbook.Table, column int) bool {
	return slices.ContainsFunc(t.Rows[1:], func(r workbook.Row) bool { return r.Cells[column] != "" })
}

// where is the place in the workbook of a place in a rubric.
func (b *book) where(p yaml.Place) (sheet string, row int, column string) {
	name, key, field := sheetRubric, p.Field, p.Field
	switch p.In {
	case yaml.InArea:
		name, key = sheetAreas, p.ID
	case yaml.InItem:
		name, key = sheetItems, p.ID
	case yaml.InGroup:
		name, key = sheetGroups, p.ID
	default:
		if level, ok := strings.CutPrefix(p.Field, "scale level"); ok {
			number, entry, _ := strings.Cut(strings.TrimPrefix(level, " "), " ")
			name, key, field = sheetLevels, nth(levelNumber(number)), entry
		}
	}
	if p.Nth > 0 {
		key = nth(p.Nth)
	}
	sheets := b.at[name]
	at, ok := sheets[key]
	if !ok {
		return name, sheets[""].row, ""
	}
	for field != "" {
		if c, ok := at.columns[field]; ok {
			return name, at.row, exchange.Letter(c)
		}
		field = field[:max(strings.LastIndex(field, " "), 0)]
	}
	return name, at.row, ""
}

// head reads the sheet of the rubric itself, where the names stand in the first
// column.
func (b *book) head() model.Rubric {
	var r model.Rubric
	t, ok := b.tables[sheetRubric]
	if !ok {
		b.fault("", 0, -1, "This workbook has no sheet called Rubric.",
			"Start from one that Waymark made: waymark rubric export whole-school --format xlsx.")
		return r
	}
	columns := headColumns()
	b.at[sheetRubric] = map[string]spot{}
	for _, row := range t.Rows {
		i := slices.IndexFunc(columns, func(c column[*model.Rubric]) bool { return heading(c.name) == heading(row.Cells[0]) })
		if i < 0 {
			b.notHead(t.Name, row, columns)
			continue
		}
		c := columns[i]
		if _, doubled := b.at[sheetRubric][c.field]; doubled {
			b.fault(t.Name, row.Number, 0, fmt.Sprintf("%s stands twice.", exchange.Quote(row.Cells[0])), "Keep one of the two rows.")
		}
		b.at[sheetRubric][c.field] = spot{row.Number, map[string]int{c.field: 1}}
		if err := c.set(&r, row.Cells[1]); err != nil {
			b.fault(t.Name, row.Number, 1, sentence(err.Error()), "")
		}
	}
	return r
}

// notHead is a row that says nothing about the rubric: the heading, or a fault.
func (b *book) notHead(sheet string, row workbook.Row, columns []column[*model.Rubric]) {
	if heading(row.Cells[0]) == "what" && heading(row.Cells[1]) == "text" || row.Cells[1] == "" {
		return
	}
	var names []string
	for _, c := range columns {
		names = append(names, c.name)
	}
	b.fault(sheet, row.Number, 0, fmt.Sprintf("%s is nothing that a rubric has.", exchange.Quote(row.Cells[0])), "Use one of these: "+strings.Join(names, ", ")+".")
}

// levels reads the scale, lowest level first.
func (b *book) levels() ([]model.LevelName, model.Level) {
	var names []model.LevelName
	expected := model.Level(0)
	for i, l := range records(b, sheetLevels, levelColumns(), nil) {
		at := b.at[sheetLevels][nth(i+1)]
		if l.number != "" && levelNumber(l.number) != i+1 {
			b.fault(sheetLevels, at.row, at.columns["number"], fmt.Sprintf("This row should be level %d and says %s.", i+1, exchange.Quote(l.number)), "Number the levels 1, 2, 3 and so on, lowest first.")
		}
		if l.expected && expected > 0 {
			b.fault(sheetLevels, at.row, at.columns["expected"], "Two levels are marked as expected.", "Write yes beside one.")
		}
		if l.expected {
			expected = model.Level(i + 1)
		}
		names = append(names, model.LevelName{Name: l.name, Meaning: l.meaning})
	}
	return names, expected
}
