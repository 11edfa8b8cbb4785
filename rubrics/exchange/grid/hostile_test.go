package grid_test

import (
	"archive/zip"
	"bytes"
	"encoding/binary"
	"io"
	"runtime"
	"strings"
	"testing"

	"waymark/rubrics/exchange/grid"
)

// zipped makes a zip of parts, a name and a text by turns.
func zipped(t testing.TB, parts ...string) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for i := 0; i < len(parts); i += 2 {
		w, err := z.Create(parts[i])
		if err == nil {
			_, err = io.WriteString(w, parts[i+1])
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

const (
	oneSheet = `<workbook xmlns:r="x"><sheets><sheet name="Areas" sheetId="1" r:id="rId1"/></sheets></workbook>`
	oneLink  = `<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>`
)

// bookOf is a workbook of one sheet of areas.
func bookOf(t testing.TB, sheet string, more ...string) []byte {
	t.Helper()
	return zipped(t, append([]string{"xl/workbook.xml", oneSheet, "xl/_rels/workbook.xml.rels", oneLink, "xl/worksheets/sheet1.xml", sheet}, more...)...)
}

// claiming makes the first part of a zip say that it unpacks to size bytes.
func claiming(book []byte, size uint32) []byte {
	book = bytes.Clone(book)
	at := bytes.Index(book, []byte("PK\x01\x02"))
	binary.LittleEndian.PutUint32(book[at+24:], size)
	return book
}

func hostile(t testing.TB) map[string][]byte {
	t.Helper()
	cells := strings.Repeat(`<c><v>1</v></c>`, 600_000)
	return map[string][]byte{
		"This file is empty.":                                              nil,
		"This is a web page":                                               []byte("<!DOCTYPE html><html><body>Sign in"),
		"This is a PDF, not an Excel workbook (.xlsx).":                    []byte("%PDF-1.7\n"),
		"one that a password protects":                                     []byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"),
		"This is not an Excel workbook, or it did not arrive whole.":       bookOf(t, "<worksheet/>")[:300],
		"This is a zip file, but not an Excel workbook.":                   zipped(t, "word/document.xml", "<w/>"),
		"The sheet “Areas” is missing":                                     zipped(t, "xl/workbook.xml", oneSheet, "xl/_rels/workbook.xml.rels", oneLink),
		"The sheet “Areas” is damaged.":                                    bookOf(t, "<worksheet><sheetData><row><c></row>"),
		"two files of the same name":                                       bookOf(t, "<worksheet/>", `XL\workbook.xml`, oneSheet),
		"more than 500000 cells":                                           bookOf(t, "<worksheet><sheetData><row>"+varied(cells)+"</row></sheetData></worksheet>"),
		"would unpack to far more than a rubric needs. It was not opened.": bookOf(t, strings.Repeat(" ", 20<<20)),
		"It was not opened.":                                               claiming(bookOf(t, "<worksheet/>"), 4_000_000_000),
		"This cell holds a formula":                                        bookOf(t, `<worksheet><sheetData><row r="7"><c r="C7"><f>1+1</f><v>2</v></c></row></sheetData></worksheet>`),
		"This cell shows the error “#REF!”.":                               bookOf(t, `<worksheet><sheetData><row r="7"><c r="C7" t="e"><v>#REF!</v></c></row></sheetData></worksheet>`),
		"A code that acts on a terminal (U+001B) stands in this cell":      bookOf(t, `<worksheet><sheetData><row r="7"><c r="C7" t="str"><v>_x001B_]52;c;aGk=</v></c></row></sheetData></worksheet>`),
		"refers to a text that is not in the workbook":                     bookOf(t, `<worksheet><sheetData><row r="7"><c r="C7" t="s"><v>99</v></c></row></sheetData></worksheet>`),
		"defines words of its own":                                         bookOf(t, `<!DOCTYPE x [<!ENTITY a "aaaa">]><worksheet>&a;</worksheet>`),
	}
}

// varied keeps a text from packing so well that it is refused for that alone.
func varied(s string) string {
	var b strings.Builder
	n := uint32(1)
	for i := 0; i < len(s); i += 15 {
		n = n*1664525 + 1013904223
		b.WriteString(s[i:i+6] + string(rune('0'+n>>28%10)) + s[i+7:i+15])
	}
	return b.String()
}

func TestHostileFilesAreRefusedInWords(t *testing.T) {
	files := hostile(t)
	var many []string
	for i := range 301 {
		many = append(many, strings.Repeat("n", i+1), "")
	}
	files["made of 301 files"] = zipped(t, many...)
	files["larger than 8 MB"] = make([]byte, 9<<20)
	for want, file := range files {
		r, faults, err := grid.Read(bytes.NewReader(file))
		if err != nil || len(faults) == 0 || !strings.Contains(faults[0].String(), want) || faults[0].Fix == "" || r.ID != "" {
			t.Errorf("got %v, %v\nwant %s", faults, err, want)
		}
	}
	_, faults, _ := grid.Read(bytes.NewReader(files["This cell holds a formula"]))
	if f := faults[0]; f.Sheet != "Areas" || f.Row != 7 || f.Column != "C" {
		t.Errorf("the place of the formula is %+v", f)
	}
}

// A part that claims to be small and is not costs no more than it claims.
func TestLyingSizesCostNothing(t *testing.T) {
	book := bookOf(t, "<worksheet>"+strings.Repeat(" ", 100<<20)+"</worksheet>")
	at := bytes.LastIndex(book, []byte("PK\x01\x02"))
	binary.LittleEndian.PutUint32(book[at+24:], 1000)
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	_, faults, err := grid.Read(bytes.NewReader(book))
	runtime.ReadMemStats(&after)
	if err != nil || len(faults) == 0 {
		t.Fatalf("taken: %v, %v", faults, err)
	}
	if used := (after.TotalAlloc - before.TotalAlloc) >> 20; used > 100 {
		t.Errorf("it cost %d MB", used)
	}
}

// FuzzRead gives the reader any bytes. It must neither panic nor take what does
// not work, and every refusal must have words.
func FuzzRead(f *testing.F) {
	for _, file := range hostile(f) {
		if len(file) < 64<<10 {
			f.Add(file)
		}
	}
	f.Add(bookOf(f, `<worksheet><sheetData><row><c t="inlineStr"><is><t>Area</t></is></c><c t="inlineStr"><is><r><t>Title</t></r></is></c></row><row><c><v>1.1</v></c></row></sheetData></worksheet>`))
	f.Fuzz(func(t *testing.T, file []byte) {
		r, faults, err := grid.Read(bytes.NewReader(file))
		if err != nil {
			t.Fatal(err)
		}
		if len(faults) == 0 {
			written(t, r)
		}
		for _, fault := range faults {
			if fault.Problem == "" || strings.ContainsFunc(fault.String(), func(r rune) bool { return r < ' ' || r >= 0x7f && r < 0xa0 || r == 0x202e }) {
				t.Errorf("a fault without words or with a control character: %q", fault)
			}
		}
	})
}

// FuzzSheet gives the reader a workbook of a rubric with any XML as its areas.
func FuzzSheet(f *testing.F) {
	cell := func(texts ...string) string {
		s := "<row>"
		for _, text := range texts {
			s += `<c t="inlineStr"><is><t>` + text + `</t></is></c>`
		}
		return s + "</row>"
	}
	sheet := func(rows ...string) string {
		return `<worksheet><sheetData>` + strings.Join(rows, "") + `</sheetData></worksheet>`
	}
	f.Add(sheet(cell("Area", "Group", "Title", "Level 1", "Level 2: B", "Steps 1 to 2", "Needs first"), cell("1.1", "1", "One", "a", "b", "- do (S)"), cell("1.2", "1", "Two", "a", "b", "", "1.1")))
	names, links := "", ""
	for i, name := range []string{"Rubric", "Levels", "Groups", "Areas"} {
		id := string(rune('1' + i))
		names += `<sheet name="` + name + `" r:id="rId` + id + `"/>`
		links += `<Relationship Id="rId` + id + `" Target="worksheets/sheet` + id + `.xml"/>`
	}
	f.Fuzz(func(t *testing.T, areas string) {
		r, faults, err := grid.Read(bytes.NewReader(zipped(t,
			"xl/workbook.xml", `<workbook xmlns:r="x"><sheets>`+names+`</sheets></workbook>`, "xl/_rels/workbook.xml.rels", `<Relationships>`+links+`</Relationships>`,
			"xl/worksheets/sheet1.xml", sheet(cell("Title", "A rubric")), "xl/worksheets/sheet2.xml", sheet(cell("Level", "Name"), cell("1", "A"), cell("2", "B")),
			"xl/worksheets/sheet3.xml", sheet(cell("Group", "Title"), cell("1", "Things")), "xl/worksheets/sheet4.xml", areas)))
		if err != nil {
			t.Fatal(err)
		}
		if len(faults) > 0 {
			return
		}
		if len(r.Areas) == 0 {
			t.Fatalf("taken without areas")
		}
		written(t, r)
	})
}
