package grid_test

import (
	"bytes"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
	"pgregory.net/rapid"

	"waymark/model"
	"waymark/rubrics"
	"waymark/rubrics/exchange"
	"waymark/rubrics/exchange/grid"
	"waymark/rubrics/exchange/internal/sample"
)

// written is r as a workbook, of which nothing may be left out but want.
func written(t interface{ Fatalf(string, ...any) }, r model.Rubric, want ...string) []byte {
	var b bytes.Buffer
	left, err := grid.Write(&b, r)
	if err != nil || strings.Join(left, "; ") != strings.Join(want, "; ") {
		t.Fatalf("left %q, %v", left, err)
	}
	return b.Bytes()
}

func read(t interface{ Fatalf(string, ...any) }, book []byte) model.Rubric {
	r, faults, err := grid.Read(bytes.NewReader(book))
	if err != nil || len(faults) > 0 {
		t.Fatalf("refused: %v %v", faults, err)
	}
	return r
}

func shipped(t *testing.T) model.Rubric {
	t.Helper()
	r, err := rubrics.Load("whole-school")
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// few is the shipped rubric cut down to what tests that write it often need.
func few(t *testing.T) model.Rubric {
	t.Helper()
	return shipped(t).Only([]model.AreaID{"1.1", "1.2", "2.3"})
}

func TestRoundTripLosesNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		for _, r := range []model.Rubric{sample.Rubric(t), sample.Pulse(t)} {
			book := written(t, r)
			if back := read(t, book); back.Hash() != r.Hash() {
				t.Fatalf("got\n%+v\nwant\n%+v", back, r)
			}
			if again := written(t, r); !bytes.Equal(book, again) {
				t.Fatalf("the same rubric makes another file")
			}
		}
	})
}

func TestShippedRubricsRoundTrip(t *testing.T) {
	all, err := rubrics.Shipped()
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range all {
		if back := read(t, written(t, r)); back.Hash() != r.Hash() {
			t.Errorf("%s came back otherwise", r.ID)
		}
	}
}

func TestBreaksWithinListsAreSaidToBeLost(t *testing.T) {
	r := shipped(t)
	r.Areas[1].Ask = []string{"One.\n\nTwo."}
	written(t, r, "the guiding questions of 1 area")
}

// Another program opens the workbook, sees texts only, and what it saves with
// shared texts instead of our own is read alike.
func TestAnotherReaderOpensIt(t *testing.T) {
	r := shipped(t)
	r.Areas[0].Title, r.Areas[1].Title = `=HYPERLINK("https://example.org")`, "0012"
	f, err := excelize.OpenReader(bytes.NewReader(written(t, r)))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if got := strings.Join(f.GetSheetList(), ","); got != "Start here,Rubric,Levels,Groups,Areas,Rulings" {
		t.Errorf("sheets %s", got)
	}
	for cell, want := range map[string]string{"A2": "1.1", "C2": r.Areas[0].Title, "C3": "0012", "A42": "7.5", "G1": "Level 1: Early", "G2": r.Areas[0].Levels[0]} {
		kind, _ := f.GetCellType("Areas", cell)
		formula, _ := f.GetCellFormula("Areas", cell)
		if got, err := f.GetCellValue("Areas", cell); got != want || err != nil || formula != "" || kind != excelize.CellTypeInlineString {
			t.Errorf("%s is %q of type %v with formula %q, %v", cell, got, kind, formula, err)
		}
	}
	lists, err := f.GetDataValidations("Areas")
	if err != nil || len(lists) != 1 || lists[0].Formula1 != "Groups!$A$2:$A$8" {
		t.Errorf("lists %+v, %v", lists, err)
	}
	if kinds, _ := f.GetDataValidations("Rubric"); len(kinds) != 1 || !strings.Contains(kinds[0].Formula1, "school,teacher") {
		t.Errorf("kinds %+v", kinds)
	}
	style, _ := f.GetCellStyle("Areas", "A2")
	if s, err := f.GetStyle(style); err != nil || s.NumFmt != 49 {
		t.Errorf("the code of an area is not set as text: %+v, %v", s, err)
	}
	if back := read(t, resaved(t, f)); back.Hash() != r.Hash() {
		t.Errorf("saved by another program it is read otherwise")
	}
}

// resaved is every cell written anew by the other program.
func resaved(t *testing.T, f *excelize.File) []byte {
	t.Helper()
	g := excelize.NewFile()
	for _, sheet := range f.GetSheetList() {
		if _, err := g.NewSheet(sheet); err != nil {
			t.Fatal(err)
		}
		rows, err := f.GetRows(sheet)
		if err != nil {
			t.Fatal(err)
		}
		for y, row := range rows {
			for x, text := range row {
				cell, _ := excelize.CoordinatesToCellName(x+1, y+1)
				if text != "" {
					if err := g.SetCellStr(sheet, cell, text); err != nil {
						t.Fatal(err)
					}
				}
			}
		}
	}
	b, err := g.WriteToBuffer()
	if err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// changed is the shipped workbook after somebody worked on it in another
// program.
func changed(t *testing.T, change func(*excelize.File) error) []byte {
	t.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(written(t, few(t))))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if err := change(f); err != nil {
		t.Fatal(err)
	}
	b, err := f.WriteToBuffer()
	if err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestEveryFaultNamesItsCell(t *testing.T) {
	set := func(sheet, cell string, value any) func(*excelize.File) error {
		return func(f *excelize.File) error { return f.SetCellValue(sheet, cell, value) }
	}
	for want, change := range map[string]func(*excelize.File) error{
		"sheet Areas, row 3, column A: The code “1.1” stands twice.":                    set("Areas", "A3", "1.1"),
		"sheet Areas, row 3, column A: This area has no code.":                          set("Areas", "A3", ""),
		"sheet Areas, row 3, column A: “1/2” cannot be the code":                        set("Areas", "A3", "1/2"),
		"sheet Areas, row 3, column B: Area “1.2” is in group “9”":                      set("Areas", "B3", "9"),
		"sheet Areas, row 3, column C: Area “1.2” has no title.":                        set("Areas", "C3", ""),
		"sheet Areas, row 3, column H: Area “1.2” does not describe level 2.":           set("Areas", "H3", ""),
		"sheet Areas, row 2, column G: This cell holds a formula":                       func(f *excelize.File) error { return f.SetCellFormula("Areas", "G2", "=1+1") },
		"sheet Areas, row 1, column D: No column of this sheet is called “Skope”.":      set("Areas", "D1", "Skope"),
		"sheet Areas, row 1, column D: The heading “Title” stands twice.":               set("Areas", "D1", "Title"),
		"sheet Areas, row 4, column BZ: This text stands in a column without a heading": set("Areas", "BZ4", "stray"),
		"sheet Areas, row 2, column P: Area 1.1 names area 9.9":                         set("Areas", "P2", "9.9"),
		"sheet Areas, row 2, column G: A mark that turns the direction":                 set("Areas", "G2", "a\u202eb"),
		"sheet Areas, row 2, column G: A code that acts on a terminal (U+001B)":         set("Areas", "G2", "a_x001B_[2J"),
		"sheet Areas, row 2, column F: “question” of area 1.1 has":                      set("Areas", "F2", strings.Repeat("long ", 100)),
		"sheet Levels, row 3, column B: Level 2 has no name.":                           set("Levels", "B3", ""),
		"sheet Levels, row 3, column A: This row should be level 2 and says “7”.":       set("Levels", "A3", 7),
		"sheet Levels, row 3, column D: This is neither yes nor empty.":                 set("Levels", "D3", "perhaps"),
		"sheet Levels, row 5, column D: Two levels are marked as expected.":             set("Levels", "D5", "yes"),
		"sheet Groups, row 2, column B: Group “1” has no title.":                        set("Groups", "B2", ""),
		"sheet Groups, row 4, column A: Group “8” is empty.": func(f *excelize.File) error {
			return f.SetSheetRow("Groups", "A4", &[]any{"8", "Eight"})
		},
		"sheet Rubric, row 4, column B: The rubric has no title.":           set("Rubric", "B4", ""),
		"sheet Rubric, row 6, column B: “shool” is not a kind of rubric.":   set("Rubric", "B6", "shool"),
		"sheet Rubric, row 3, column A: “Edishun” is nothing that a rubric": set("Rubric", "A3", "Edishun"),
		"This workbook has no sheet called Rubric.":                         func(f *excelize.File) error { return f.DeleteSheet("Rubric") },
		"This workbook has no sheet called Areas":                           func(f *excelize.File) error { return f.DeleteSheet("Areas") },
	} {
		r, faults, err := grid.Read(bytes.NewReader(changed(t, change)))
		if err != nil || len(faults) == 0 || !strings.HasPrefix(faults[0].String(), want) || len(r.Areas) > 0 {
			t.Errorf("got  %v, %v\nwant %s", faults, err, want)
		}
	}
}

func TestStepsAndResearchMustBeComplete(t *testing.T) {
	r := few(t)
	r.Areas = append([]model.Area(nil), r.Areas...)
	r.Areas[0].NextSteps = []model.Boundary{{From: 1, To: 2, Steps: []model.NextStep{{Do: "Begin.", Effort: model.EffortSmall}}}}
	r.Areas[0].Research = []model.Research{{Title: "A guide", URL: "https://example.org"}}
	book := written(t, r)
	for from, want := range map[string]string{"Begin. (S)": "The step “Begin.” does not say how much it takes.", "https://example.org | A guide": "A guide” needs an address"} {
		f, err := excelize.OpenReader(bytes.NewReader(book))
		if err != nil {
			t.Fatal(err)
		}
		cells, err := f.SearchSheet("Areas", "- "+from)
		if err != nil || len(cells) != 1 {
			t.Fatalf("%s stands in %v, %v", from, cells, err)
		}
		short, _, _ := strings.Cut(from, " (")
		_, short, _ = strings.Cut("| "+short, "| ")
		if i := strings.LastIndex(short, "| "); i >= 0 {
			short = short[i+2:]
		}
		if err := f.SetCellStr("Areas", cells[0], short); err != nil {
			t.Fatal(err)
		}
		b, _ := f.WriteToBuffer()
		_, faults, err := grid.Read(b)
		if err != nil || len(faults) != 1 || !strings.Contains(faults[0].String(), want) {
			t.Errorf("got %v, want %s", faults, want)
		}
	}
}

func TestPeopleWriteFreely(t *testing.T) {
	book := changed(t, func(f *excelize.File) error {
		for cell, value := range map[string]any{"A2": 1.1, "B2": 1, "P3": "1.1; 2.3"} {
			if err := f.SetCellValue("Areas", cell, value); err != nil {
				return err
			}
		}
		if _, err := f.NewSheet("Our notes"); err != nil {
			return err
		}
		if err := f.SetCellRichText("Areas", "C2", []excelize.RichTextRun{{Text: "Breadth"}, {Text: " for all", Font: &excelize.Font{Bold: true}}}); err != nil {
			return err
		}
		return f.SetSheetName("Areas", "areas ")
	})
	r, notes, faults, err := grid.ReadWithNotes(bytes.NewReader(book))
	if err != nil || len(faults) > 0 {
		t.Fatalf("refused: %v %v", faults, err)
	}
	if r.Areas[0].ID != "1.1" || r.Areas[0].Title != "Breadth for all" || len(r.NeedsFirst("1.2")) != 2 {
		t.Errorf("got %+v", r.Areas[0])
	}
	if strings.Join(notes, " ") != "The sheet “Our notes” was left alone." {
		t.Errorf("notes %q", notes)
	}
	if len(exchange.Lost(few(t), r)) != 1 {
		t.Errorf("more than the title changed: %v", exchange.Lost(few(t), r))
	}
}
