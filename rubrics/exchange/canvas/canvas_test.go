package canvas_test

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"waymark/model"
	"waymark/rubrics"
	"waymark/rubrics/exchange/canvas"
	"waymark/rubrics/exchange/internal/sample"
)

// held is what a table can hold of a rubric, as one text.
func held(r model.Rubric) string {
	var b strings.Builder
	fmt.Fprintln(&b, r.Title)
	for _, l := range r.Scale.Levels {
		fmt.Fprintln(&b, l.Name)
	}
	for _, a := range r.Areas {
		fmt.Fprintf(&b, "%s|%s|%s|%q\n", a.ID, a.Title, a.Scope, a.Levels)
	}
	return b.String()
}

func read(t interface{ Fatalf(string, ...any) }, text string) model.Rubric {
	r, faults, err := canvas.Read(strings.NewReader(text))
	if err != nil || len(faults) > 0 {
		t.Fatalf("refused: %v %v\n%s", faults, err, text)
	}
	return r
}

func written(t interface{ Fatalf(string, ...any) }, r model.Rubric) (string, []string) {
	var b bytes.Buffer
	left, err := canvas.Write(&b, r)
	if err != nil {
		t.Fatalf("%v", err)
	}
	return b.String(), left
}

func TestRoundTripKeepsWhatATableHolds(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r := sample.Rubric(t)
		text, _ := written(t, r)
		if back := read(t, text); held(back) != held(r) {
			t.Fatalf("got\n%s\nwant\n%s", held(back), held(r))
		}
		rows, err := csv.NewReader(strings.NewReader(strings.TrimPrefix(text, "\ufeff"))).ReadAll()
		if err != nil || len(rows) != len(r.Areas)+1 {
			t.Fatalf("%d rows, %v", len(rows), err)
		}
		for _, row := range rows {
			for _, cell := range row {
				if strings.ContainsAny(cell[:min(len(cell), 1)], "=@") || strings.HasPrefix(cell, "+44 ") {
					t.Fatalf("a spreadsheet could run %q", cell)
				}
			}
		}
	})
}

// Apart from tables, any text at all comes back as it was.
func TestApostrophesComeBack(t *testing.T) {
	for _, text := range []string{"=1+1", "'=1+1", "''=1+1", "-1", "'-1", "+44 20", "@x", "＝1", "'quoted'", "- dash", "-inf", "1e5", "0012", "a,b", `say "so"`, "one\n\ntwo"} {
		r := small(t)
		r.Areas[0].Levels = []string{text, "B."}
		table, _ := written(t, r)
		if got := read(t, table).Areas[0].Levels[0]; got != text {
			t.Errorf("%q came back as %q", text, got)
		}
	}
}

const head = "Rubric Name,Criteria Name,Criteria Description,Criteria Enable Range,Rating Name,Rating Description,Rating Points,Rating Name,Rating Description,Rating Points\n"

func small(t *testing.T) model.Rubric {
	t.Helper()
	return read(t, head+"Ours,1.1 First,What it is,false,Yes,It is.,2,No,It is not.,1\nOurs,1.2 Second,,false,Yes,It is.,2,No,It is not.,1\n")
}

func TestPeopleAndOtherProgramsWriteFreely(t *testing.T) {
	want := held(small(t))
	for name, text := range map[string]string{
		"mark and CR LF":   "\ufeff" + strings.ReplaceAll(head+"Ours,1.1 First,What it is,false,Yes,It is.,2,No,It is not.,1\nOurs,1.2 Second,,false,Yes,It is.,2,No,It is not.,1\n", "\n", "\r\n"),
		"name once":        head + "Ours,1.1 First,What it is,,Yes,It is.,2,No,It is not.,1\n,1.2 Second,,,Yes,It is.,2,No,It is not.,1\n",
		"lowest first":     head + "Ours,1.1 First,What it is,,No,It is not.,0,Yes,It is.,10\n,1.2 Second,,,No,It is not.,0,Yes,It is.,10\n",
		"no points":        head + "Ours,1.1 First,What it is,,No,It is not.,,Yes,It is.\n,1.2 Second,,,No,It is not.,,Yes,It is.,\n\n,,,\n",
		"ragged":           head + "Ours,1.1 First,What it is,,No,It is not.,,Yes,It is.,,,,,,\n,1.2 Second,,,No,It is not.,,Yes,It is.\n",
		"numbered":         strings.Replace(strings.Replace(head, "Rating Name,Rating Description,Rating Points", "Rating Name 1,Rating Description 1,Rating Points 1", 1), "Name,Rating Description,Rating Points\n", "Name 2,Rating Description 2,Rating Points 2\n", 1) + "Ours,1.1 First,What it is,,No,It is not.,1,Yes,It is.,2\n,1.2 Second,,,No,It is not.,1,Yes,It is.,2\n",
		"headings once":    "Rubric Name,Criteria Name,Criteria Description,Criteria Enable Range,Rating Name,Rating Description,Rating Points\nOurs,1.1 First,What it is,,No,It is not.,1,Yes,It is.,2\n,1.2 Second,,,No,It is not.,1,Yes,It is.,2\n",
		"semicolons":       strings.ReplaceAll(head+"Ours,1.1 First,What it is,,No,It is not.,1,Yes,It is.,2\n,1.2 Second,,,No,It is not.,1,Yes,It is.,2\n", ",", ";"),
		"without codes":    head + "Ours,First,What it is,,No,It is not.,1,Yes,It is.,2\n,Second,,,No,It is not.,1,Yes,It is.,2\n",
		"points by halves": head + "Ours,1.1 First,What it is,,No,It is not.,0.5,Yes,It is.,1.5\n,1.2 Second,,,No,It is not.,0.5,Yes,It is.,1.5\n",
	} {
		r, _, faults, err := canvas.ReadWithNotes(strings.NewReader(text))
		if err != nil || len(faults) > 0 || held(r) != want {
			t.Errorf("%s: got %v, %v\n%s\nwant\n%s", name, faults, err, held(r), want)
		}
	}
}

func TestANumberAtTheStartIsACodeOnlyWhereAllHaveOne(t *testing.T) {
	r := read(t, head+"Ours,3 ways to read,,,No,a,1,Yes,b,2\nOurs,Talk,,,No,a,1,Yes,b,2\n")
	if r.Areas[0].Title != "3 ways to read" || r.Areas[0].ID != "1.1" {
		t.Errorf("got %s %s", r.Areas[0].ID, r.Areas[0].Title)
	}
	r = read(t, head+"Ours,1 Read,,,No,a,1,Yes,b,2\nOurs,2 Talk,,,No,a,1,Yes,b,2\n")
	if r.Areas[1].ID != "2" || len(r.Groups) != 1 || r.Groups[0].Title != "Ours" {
		t.Errorf("got %+v", r)
	}
}

func TestWhatATableLeavesOutIsSaid(t *testing.T) {
	r, err := rubrics.Load("whole-school")
	if err != nil {
		t.Fatal(err)
	}
	text, left := written(t, r)
	all := "; " + strings.Join(left, "; ") + ";"
	for _, want := range []string{"the summary", "what the levels mean", "the groups and their names", "what usually comes first", "which areas to see also", "the rulings", "why it matters of 41 areas", "the question of 41 areas", "where to find evidence of 41 areas"} {
		if !strings.Contains(all, "; "+want+";") {
			t.Errorf("%q is not said to be left out: %s", want, all)
		}
	}
	for _, kept := range []string{"the title", "the names of the levels", "the descriptions", "the scope", "which areas there are"} {
		if strings.Contains(all, "; "+kept) {
			t.Errorf("%q is said to be left out", kept)
		}
	}
	if !strings.HasPrefix(text, "\ufeff\"Rubric Name\",") || !strings.Contains(text, "\r\n\"The whole school\",\"1.1 Breadth") || !strings.Contains(text, `"Sharing",`) {
		t.Errorf("not as Canvas has it: %.300s", text)
	}
	if _, err := canvas.Write(&bytes.Buffer{}, model.Rubric{ID: "pulse", Kind: model.KindPulse}); err == nil {
		t.Errorf("a rubric without areas was written")
	}
}

func TestEveryFaultNamesItsCell(t *testing.T) {
	good := "Ours,1.1 First,What,false,No,It is not.,1,Yes,It is.,2\n"
	for want, text := range map[string]string{
		"row 3, column E: Level 1 is called “Nope” here and “No” in the first area.": head + good + "Ours,1.2 B,,,Nope,a,1,Yes,b,2\n",
		"row 3, column H: This area has 1 rating and the first one has 2.":           head + good + "Ours,1.2 B,,,No,a,1\n",
		"row 3, column B: The code “1.1” stands twice.":                              head + good + "Ours,1.1 B,,,No,a,1,Yes,b,2\n",
		"row 3, column I: Area “1.2” does not describe level 2.":                     head + good + "Ours,1.2 B,,,No,a,1,Yes,,2\n",
		"row 3, column B: Area “1.2” has no title.":                                  head + good + "Ours,,,,No,a,1,Yes,b,2\n",
		"row 3, column A: A second rubric called “Theirs” begins here.":              head + good + "Theirs,1.2 B,,,No,a,1,Yes,b,2\n",
		"row 3, column G: “=1+1” is not a number of points.":                         head + good + "Ours,1.2 B,,,No,a,=1+1,Yes,b,2\n",
		"row 2, column H: Two ratings have the same points":                          head + "Ours,1.1 A,,,No,a,1,Yes,b,1\n",
		"row 2, column A: The rubric has no title.":                                  head + ",1.1 A,,,No,a,1,Yes,b,2\n",
		"row 2, column H: Level 2 has no name.":                                      head + "Ours,1.1 A,,,No,a,1,,b,2\n",
		"row 2, column C: “scope” of area 1.1 has":                                   head + "Ours,1.1 A," + strings.Repeat("long ", 100) + ",,No,a,1,Yes,b,2\n",
		"row 2, column F: A code that acts on a terminal (U+001B)":                   head + "Ours,1.1 A,,,No,a\x1b[2J,1,Yes,b,2\n",
		"row 2, column B: A mark that turns":                                         head + "Ours,1.1 A\u202e,,,No,a,1,Yes,b,2\n",
		"row 1, column C: “Notes” is not a heading of a Canvas rubric.":              strings.Replace(head, "Criteria Description", "Notes", 1) + good,
		"row 1: There is no column called “Criteria Name”.":                          strings.Replace(head, "Criteria Name", "", 1) + "Ours,,,,No,a,1,Yes,b,2\n",
		"row 1: There is no area below the headings.":                                head,
		"row 1, column E: This heading stands before the first Rating Name.":         "Rubric Name,Criteria Name,Criteria Description,Criteria Enable Range,Rating Points,Rating Name\nOurs,A,,,1,b\n",
		"line 2, column 15: A quotation mark":                                        head + "Ours,1.1 A,\"so\"x,,No,a,1,Yes,b,2\n",
		"Line 2, character 7 is not UTF-8 text":                                      head + "Ours,A\x92s,,,No,a,1,Yes,b,2\n",
		"This is a web page":                                                         "<html>",
		"This is an Excel workbook or another zip file, not a CSV file.":             "PK\x03\x04....",
		"This file is saved as UTF-16":                                               "\xff\xfeR\x00",
		"This file is empty.":                                                        "",
		"row 1, column J: There are texts in columns without a heading.":             strings.TrimSuffix(strings.TrimSuffix(head, "\n"), ",Rating Points") + "\nOurs,1.1 A,,,No,a,1,Yes,b,2,,stray\n",
	} {
		r, faults, err := canvas.Read(strings.NewReader(text))
		if err != nil || len(faults) == 0 || !strings.HasPrefix(faults[0].String(), want) || r.ID != "" {
			t.Errorf("got  %v, %v\nwant %s", faults, err, want)
		}
	}
	if _, faults, _ := canvas.Read(bytes.NewReader(make([]byte, 5<<20))); len(faults) != 1 || !strings.Contains(faults[0].Problem, "larger than 4 MB") {
		t.Errorf("got %v", faults)
	}
}

// FuzzRead gives the reader any bytes. It must neither panic nor take what does
// not work, and what it takes comes back.
func FuzzRead(f *testing.F) {
	f.Add(head + "Ours,1.1 First,What it is,false,Yes,It is.,2,No,It is not.,1\n")
	f.Add("\ufeff" + strings.ReplaceAll(head, ",", ";") + "Ours;'=1;;;a;b;2;c;d\n;5 x;;;a;b;2;c;d;;;\n")
	f.Add("\"Rubric Name\",\"x\nRating Name 1\tCriteria Name")
	f.Fuzz(func(t *testing.T, text string) {
		r, faults, err := canvas.Read(strings.NewReader(text))
		if err != nil {
			t.Fatal(err)
		}
		if len(faults) == 0 {
			table, _ := written(t, r)
			if back := read(t, table); held(back) != held(r) {
				t.Fatalf("got\n%s\nwant\n%s", held(back), held(r))
			}
		}
		for _, fault := range faults {
			if fault.Problem == "" || fault.Fix == "" || strings.ContainsFunc(fault.String(), func(r rune) bool { return r < ' ' || r >= 0x7f && r < 0xa0 || r == 0x202e }) {
				t.Errorf("a fault without words or with a control character: %q", fault)
			}
		}
	})
}
