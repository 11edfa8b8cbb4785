package grid

import (
	"fmt"
	"io"
	"strings"

	"waymark/model"
	"waymark/rubrics/exchange"
	"waymark/rubrics/exchange/internal/workbook"
	"waymark/rubrics/exchange/strict"
)

// Read reads a workbook whole, or refuses it with every fault.
func Read(r io.Reader) (model.Rubric, []exchange.Fault, error) {
	rubric, _, faults, err := ReadWithNotes(r)
	return rubric, faults, err
}

// ReadWithNotes is Read with what to know about a workbook that was taken.
func ReadWithNotes(r io.Reader) (model.Rubric, []string, []exchange.Fault, error) {
	tables, faults, err := workbook.Read(r)
	if err != nil {
		return model.Rubric{}, nil, nil, fmt.Errorf("read rubric: %w", err)
	}
	if len(faults) > 0 {
		return model.Rubric{}, nil, exchange.Cut(faults), nil
	}
	b := &book{tables: map[string]workbook.Table{}, at: map[string]map[string]spot{}}
	for _, t := range tables {
		b.add(t)
	}
	rubric := b.rubric()
	if len(b.faults) > 0 {
		return model.Rubric{}, nil, exchange.Cut(b.faults), nil
	}
	settled, notes, faults := strict.Settle(rubric, b.where)
	if len(faults) > 0 {
		return model.Rubric{}, nil, faults, nil
	}
	return settled, append(b.notes, notes...), nil, nil
}

// book is a workbook while it is read.
type book struct {
	tables map[string]workbook.Table
	at     map[string]map[string]spot // where things stand: by sheet, then by code or count
	faults []exchange.Fault
	notes  []string
}

// spot is a row and the columns of its sheet by field.
type spot struct {
	row     int
	columns map[string]int
}

func (b *book) fault(sheet string, row int, column int, problem, fix string) {
	letter := ""
	if column >= 0 {
		letter = exchange.Letter(column)
	}
	b.faults = append(b.faults, exchange.Fault{Sheet: sheet, Row: row, Column: letter, Problem: problem, Fix: fix})
}

// add takes a sheet by its name, however it is written.
func (b *book) add(t workbook.Table) {
	for _, name := range []string{sheetStart, sheetRubric, sheetLevels, sheetGroups, sheetAreas, sheetItems, sheetRulings, sheetCross, sheetVisit} {
		if !strings.EqualFold(strings.TrimSpace(t.Name), name) {
			continue
		}
		if _, doubled := b.tables[name]; doubled {
			b.fault(t.Name, 0, -1, "There are two sheets of this name.", "Delete or rename one of them.")
		}
		b.tables[name] = t
		return
	}
	b.notes = append(b.notes, fmt.Sprintf("The sheet %s was left alone.", exchange.Quote(t.Name)))
}

func (b *book) rubric() model.Rubric {
	r := b.head()
	r.Scale.Levels, r.Scale.Expected = b.levels()
	r.Groups = records(b, sheetGroups, groupColumns(), codeOf)
	areas := records(b, sheetAreas, areaColumns(len(r.Scale.Levels)), func(a *areaRow) string { return string(a.ID) })
	items := records(b, sheetItems, itemColumns(), func(i *itemRow) string { return string(i.ID) })
	if len(areas)+len(items) == 0 && len(b.faults) == 0 {
		b.fault("", 0, -1, "This workbook has no sheet called Areas with a row for each area.",
			"Start from one that Waymark made: waymark rubric export whole-school --format xlsx.")
	}
	b.areas(&r, areas)
	b.items(&r, items)
	r.Rulings = records(b, sheetRulings, rulingColumns(), nil)
	r.Crosswalk = records(b, sheetCross, crossColumns(), nil)
	for _, p := range records(b, sheetVisit, postColumns(), nil) {
		if p.kind == "role" {
			r.Roles = append(r.Roles, model.VisitRole{ID: p.id, Title: p.title, Does: p.text})
		} else {
			r.Positions = append(r.Positions, model.VisitPosition{ID: p.id, Title: p.title, Where: p.text})
		}
	}
	return r
}

func codeOf(g *model.Group) string { return string(g.ID) }

func (b *book) areas(r *model.Rubric, rows []areaRow) {
	for _, row := range rows {
		if row.Levels == nil {
			row.Levels = make([]string, len(r.Scale.Levels))
		}
		r.Areas = append(r.Areas, row.Area)
		for _, id := range row.needs {
			r.Edges = append(r.Edges, model.Edge{Before: model.AreaID(id), After: row.ID})
		}
		for _, id := range row.seeAlso {
			r.Related = append(r.Related, model.Pair{A: row.ID, B: model.AreaID(id)})
		}
	}
}

// items puts each item into its group.
func (b *book) items(r *model.Rubric, rows []itemRow) {
	for i, row := range rows {
		found := false
		for g := range r.Groups {
			if r.Groups[g].ID == row.group && !found {
				r.Groups[g].Items = append(r.Groups[g].Items, row.Item)
				found = true
			}
		}
		if s := b.at[sheetItems][nth(i+1)]; !found {
			b.fault(sheetItems, s.row, s.columns["group"], fmt.Sprintf("There is no group %s.", exchange.Quote(string(row.group))), "Write the code of a group, or add the group.")
		}
	}
}
