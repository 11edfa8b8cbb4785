package rubrics_test

import (
	"bytes"
	"errors"
	"fmt"
	"strconv"
	"strings"
	"testing"
	"unicode/utf16"

	"waymark/rubrics"
)

func manyKeys(n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, "%x:\n", 0x1000+i)
	}
	return b.String()
}

// slips are what authors do. Each changes the small rubric in one place; line
// and column are where the fault must be found, and says is a part of its text.
var slips = []struct {
	name, from, to string
	line, column   int
	says           string
}{
	// The ten commonest.
	{"unquoted colon", "title: A small rubric", "title: Small: a rubric", 5, 13, `needs quotation marks. Write title: "Small: a rubric".`},
	{"unquoted colon in a list", "- What would we stop?", "- Stop: what?", 44, 13, `put it in double quotation marks: "Stop: what?".`},
	{"tab", "    title: Plans", "\ttitle: Plans", 24, 1, "A tab stands where spaces are needed. Replace it with two spaces"},
	{"curly quotes", `id: "1.10"`, `id: “1.10”`, 51, 13, `The curly quotation marks around 1.10 would be part of the code. Write id: "1.10".`},
	{"curly quotes and a colon", "title: Doing it", "title: “Doing: it”", 65, 22, `curly quotation marks, which YAML does not know. Write straight ones: title: "Doing: it".`},
	{"at sign", "title: Deeds", "title: @Deeds", 62, 12, `Text cannot start with @ unless it is in quotation marks. Write title: "@Deeds".`},
	{"per cent", "title: Deeds", "title: %Deeds", 62, 12, `Write title: "%Deeds".`},
	{"backquote", "title: Deeds", "title: `Deeds`", 62, 12, "Text cannot start with `"},
	{"hash cuts text", "1: Nobody looks again.", "1: Nobody # looks again.", 56, 14, "stops at “# looks again.”"},
	{"hash cuts everything", "1: Nobody looks again.", "1: #nobody looks again.", 56, 13, "YAML reads everything after # as a comment"},
	{"yes for text", "title: Deeds", "title: true", 62, 12, `some programs read true as yes or no. Write title: "true".`},
	{"one point ten", `id: "1.10"`, `id: 1.10`, 51, 13, `some programs read 1.10 as a number. Write id: "1.10".`},
	{"one point ten in needs", `needs: ["1.10", "1.1"]`, `needs: [1.10, "1.1"]`, 72, 17, `Write "1.10".`},
	{"edition as a number", `edition: "1"`, `edition: 2026`, 4, 10, `Write edition: "2026".`},
	{"edition as a date", `edition: "1"`, `edition: 2026-09-01`, 4, 10, `as a date. Write edition: "2026-09-01".`},
	{"further in", "    summary: What is planned.", "      summary: What is planned.", 25, 7, "starts further in than the line it belongs with. Start it in column 5"},
	{"further in after quotes", "    title: Deeds", "      title: Deeds", 62, 7, "does not line up with the entries around it. Start it in column 5"},
	{"less far in", "    title: Deeds", "   title: Deeds", 62, 4, "does not line up with the list around it. Start it in column 5"},
	{"missing level", "          2: One person looks again.\n", "", 56, 11, "Area 1.10 describes 2 levels; this rubric has 3. Add level 2."},
	{"missing last level", "          3: A group looks again, and says what it changed.\n", "", 56, 11, "Area 1.10 describes 2 levels; this rubric has 3. Add level 3."},
	{"missing two levels", "          1: Nobody looks again.\n          2: One person looks again.\n", "", 56, 11, "Area 1.10 describes 1 level; this rubric has 3. Add levels 1 and 2."},
	{"doubled area", `- id: "2.1"`, `- id: "1.10"`, 64, 13, "Area 1.10 stands twice; it was already given on line 51."},

	// Quotation marks and other marks.
	{"apostrophe", "title: Deeds", "title: 'It's done'", 62, 16, `An apostrophe ends this text too early. Write title: "It's done".`},
	{"text after the quotes", "title: Deeds", `title: "Deeds" done`, 62, 20, "goes on after its closing quotation mark"},
	{"open quote", "title: Deeds", `title: "Deeds`, 62, 12, "A quotation mark opens here and is not closed"},
	{"bold", "title: Deeds", "title: *Deeds*", 62, 12, `Text cannot start with * here. Write title: "*Deeds*".`},
	{"reference", "title: Plans\n    summary: What is planned.", "title: &p Plans\n    summary: *p", 24, 12, "cannot start with &"},
	{"exclamation mark", "title: Deeds", "title: !Deeds now", 62, 12, "cannot start with !"},
	{"binary", "title: Deeds", "title: !!binary RGVlZHM=", 62, 12, "“!!binary” as the name of a type"},
	{"merge", "    title: Deeds", "    <<: {title: Deeds}", 62, 5, "cannot be merged"},
	{"backslash", "title: Deeds", `title: "a\q"`, 62, 14, "backslash has a meaning of its own"},
	{"escape character in quotes", "title: Deeds", `title: "\e[31mDeeds"`, 62, 12, "control character (U+001B), written with a backslash"},
	{"open bracket", `needs: ["1.1"]`, `needs: ["1.1"`, 59, 16, "A bracket opens here and is not closed"},
	{"list on the line of its name", "title: Deeds", "title: - Deeds", 62, 12, "A list cannot start on the same line"},
	{"text after the block mark", "          3: >-\n", "          3: >- People\n", 39, 0, "Nothing may follow | or >"},
	{"block not far enough in", "            People can say what the plan is\n            and why.", "          People can say what the plan is", 40, 11, "belongs to no entry"},
	{"no space after a colon", "id: small", "id:small", 3, 1, "A space is needed after the colon. Write id: small."},
	{"cut text that goes on", "          2: One person looks again.", "          2: One # person\n            looks again.", 57, 18, "reads everything after # as a comment"},

	// What the file says it is.
	{"a newer form", "waymark: rubric/1", "waymark: rubric/2", 2, 10, "written for another Waymark"},
	{"another file of ours", "waymark: rubric/1", "waymark: plan/1", 2, 10, "says it is “plan/1”, not a rubric"},
	{"no first line", "waymark: rubric/1\n", "", 2, 1, "does not say that it is a rubric. Write waymark: rubric/1"},
	{"second document", "not_covered:", "---\nnot_covered:", 78, 1, "A second document starts here"},

	// Names and types.
	{"unknown entry", "    summary: What is planned.", "    summry: What is planned.", 25, 5, "Group 1 cannot have an entry called “summry”. Did you mean “summary”?"},
	{"unknown entry that others use", "    title: Deeds", "    name: Deeds", 62, 5, "Did you mean “title”?"},
	{"unknown entry far off", "title: Deeds", "title: Deeds\n    colour: red", 63, 5, "Use one of these or delete it: id, title"},
	{"doubled entry", "    title: Deeds", "    title: Deeds\n    title: Acts", 63, 5, "“title” stands twice here; it was already given on line 62."},
	{"doubled group", `  - id: "2"`, `  - id: "1"`, 61, 9, "Group 1 stands twice"},
	{"capitals in an id", "id: small", "id: Small Rubric", 3, 5, `Write id: "small-rubric".`},
	{"accent in an id", "id: small", "id: smâl", 3, 5, "lower-case letters, digits"},
	{"missing id", `id: "2.1"`, `scoped: it`, 64, 9, "Area on line 64 has no “id”."},
	{"missing title", "        title: Doing it\n", "", 64, 9, "Area 2.1 has no “title”."},
	{"missing levels", "        levels:\n          1: Little is done.\n          2: Some of it is done.\n          3: It is done, and it is known to be done.\n", "", 64, 9, "Area 2.1 has no “levels”."},
	{"levels as a list", "          1: Little is done.\n          2: Some of it is done.\n          3: It", "          - Little is done.\n          - Some of it is done.\n          - It", 69, 11, "must be numbered"},
	{"too many levels", "          3: It is done, and it is known to be done.", "          3: It is done.\n          4: It is known to be done.", 69, 11, "describes level 4, but the scale of this rubric ends at 3"},
	{"level zero", "          1: Little is done.", "          0: Nothing is done.\n          1: Little is done.", 69, 11, "has a level called “0”"},
	{"levels out of order", "          1: Little is done.\n          2: Some of it is done.", "          2: Some of it is done.\n          1: Little is done.", 70, 11, "level 1 after level 2"},
	{"empty level", "1: Little is done.", `1: ""`, 69, 14, "“level 1” of area 2.1 is empty"},
	{"scope of two paragraphs", "scope: What is planned is done.", `scope: "One\ntwo"`, 66, 16, "must be one line"},
	{"kind", "kind: process", "kind: exam", 7, 7, "not a kind of rubric"},
	{"language", "language: en-GB", "language: English", 8, 11, "not the code of a language"},
	{"one level", "    - name: Begun\n    - name: Settled\n", "", 18, 5, "The scale has 1 levels; it needs 2 to 9"},
	{"expected beyond the scale", "expected: 2", "expected: 4", 16, 13, "is 4, but the scale has 3 levels. Choose a number from 2 to 3."},
	{"expected lowest", "expected: 2", "expected: 1", 16, 13, "Choose a number from 2 to 3."},
	{"expected not a number", "expected: 2", "expected: .nan", 16, 13, "must be a whole number"},
	{"expected huge", "expected: 2", "expected: 1e999", 16, 13, "must be a whole number"},
	{"expected of 41 digits", "expected: 2", "expected: " + strings.Repeat("9", 41), 16, 13, "must be a whole number"},
	{"expected in octal", "expected: 2", "expected: 0o2", 16, 13, "must be a whole number"},
	{"list for text", "title: Deeds", "title: [Deeds]", 62, 12, "must be text, not a list"},
	{"text for a list", `needs: ["1.1"]`, `needs: "1.1"`, 59, 16, `must be a list. Write needs: ["1.1"].`},
	{"null", "title: Deeds", "title: ~", 62, 12, "is empty"},
	{"group without areas", "rulings:", "  - id: \"3\"\n    title: Empty\n    areas: []\nrulings:", 75, 12, "Group 3 has no areas"},

	// What leads nowhere.
	{"dangling need", `needs: ["1.10", "1.1"]`, `needs: ["1.10", "7.7"]`, 72, 25, "Area 2.1 names area 7.7, which is not in this rubric. Write the id of another area"},
	{"dangling see also", `see_also: ["1.10"]`, `see_also: ["1.100"]`, 49, 20, "Did you mean 1.10?"},
	{"need of itself", `needs: ["1.10", "1.1"]`, `needs: ["2.1"]`, 72, 17, "Area 2.1 names itself"},
	{"doubled need", `needs: ["1.10", "1.1"]`, `needs: ["1.1", "1.1"]`, 72, 24, "names 1.1 twice"},
	{"circle", "needs: []", `needs: ["2.1"]`, 48, 17, "in a circle: 1.1 needs 2.1 needs 1.1. Take out"},
	{"dangling ruling", "  - topic: budgets\n    area: \"1.1\"", "  - topic: budgets\n    area: \"8.8\"", 75, 11, "This ruling names area 8.8"},
	{"ruling without an area", "    note: Nobody can help it.\n", "", 76, 5, "says neither in which area"},
	{"lens", "lens: [reading]", "lens: [Reading]", 50, 15, "“Reading” cannot stand in “lens”"},
	{"unknown evidence", "          see: A meeting.", "          sea: A meeting.", 47, 11, "Did you mean “see”?"},

	// What cannot be seen.
	{"escape", "title: Deeds", "title: De\x1beds", 62, 14, "control character (U+001B)"},
	{"turned writing", "title: Deeds", "title: De\u202eeds", 62, 14, "turns the direction of writing (U+202E)"},
	{"zero width", "title: Deeds", "title: De\u200beds", 62, 14, "character without width (U+200B)"},
	{"soft hyphen", "title: Deeds", "title: De\u00adeds", 62, 14, "soft hyphen"},
	{"hidden line break", "title: Deeds", "title: De\u2028eds", 62, 14, "hidden line break"},
	{"not UTF-8", "title: Deeds", "title: It\x92s done", 62, 14, "not saved as UTF-8: byte 92"},
	{"merge marks", "    title: Deeds\n", "<<<<<<< HEAD\n    title: Deeds\n=======\n", 62, 1, "Two versions of this file were merged"},
}

func TestSlips(t *testing.T) {
	for _, s := range slips {
		t.Run(s.name, func(t *testing.T) {
			_, err := rubrics.Read("mine.yaml", strings.NewReader(changed(t, small(t), s.from, s.to)))
			wantFault(t, err, s.line, s.column, s.says)
		})
	}
}

// changed is the text with the first from replaced.
func changed(t *testing.T, text, from, to string) string {
	t.Helper()
	if !strings.Contains(text, from) {
		t.Fatalf("the file does not say %q", from)
	}
	return strings.Replace(text, from, to, 1)
}

// wantFault looks for a fault at a place; line or column 0 means anywhere.
func wantFault(t *testing.T, err error, line, column int, says string) {
	t.Helper()
	var faults *rubrics.Faults
	if !errors.As(err, &faults) {
		t.Fatalf("error is %v", err)
	}
	for _, f := range faults.List {
		if strings.Contains(f.String(), says) && (line == 0 || f.Line == line) && (column == 0 || f.Column == column) {
			return
		}
	}
	t.Errorf("no fault at %d:%d says %q, but:\n%v", line, column, says, err)
}

func TestWrongFiles(t *testing.T) {
	utf16le := func(s string) string {
		var b bytes.Buffer
		for _, u := range utf16.Encode([]rune(s)) {
			b.WriteByte(byte(u))
			b.WriteByte(byte(u >> 8))
		}
		return b.String()
	}
	for _, c := range []struct{ name, text, says string }{
		{"empty", "", "This file is empty"},
		{"blank", " \n\n\t\n", "This file is empty"},
		{"only a mark", "\ufeff", "This file is empty"},
		{"comments", "# nothing here\n", "holds only comments"},
		{"web page", "\n<!DOCTYPE html>\n<html><head>", "This is a web page"},
		{"Word", "PK\x03\x04\x14\x00word/document.xml", "Word document"},
		{"Excel", "PK\x03\x04\x14\x00xl/workbook.xml", "Excel workbook"},
		{"zip", "PK\x03\x04\x14\x00a.txt", "zip file"},
		{"PDF", "%PDF-1.7\n%\xe2\xe3", "This is a PDF"},
		{"old Word", "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "older Word or Excel"},
		{"rich text", `{\rtf1\ansi hello}`, "rich text"},
		{"picture", "\x89PNG\r\n\x1a\n", "picture"},
		{"database", "SQLite format 3\x00", "database"},
		{"UTF-16 with a mark", "\xff\xfe" + utf16le("waymark: rubric/1"), "saved as UTF-16"},
		{"UTF-16 without", utf16le("waymark: rubric/1\n"), "saved as UTF-16"},
		{"NUL", "waymark: rubric/1\nid: a\x00b\n", "NUL characters"},
		{"text", "Dear colleagues,\n\nhere is our rubric.\n", "does not say that it is a rubric"},
		{"a list", "- one\n- two\n", "does not say that it is a rubric"},
		{"other settings", "name: x\nversion: 1\njobs: {}\n", "does not say that it is a rubric"},
		{"too large", strings.Repeat("# words\n", 600_000), "larger than 4 MiB"},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := rubrics.Read("mine.yaml", strings.NewReader(c.text))
			var faults *rubrics.Faults
			if !errors.As(err, &faults) {
				t.Fatalf("error is %v", err)
			}
			if len(faults.List) != 1 || !strings.Contains(faults.List[0].Problem, c.says) || faults.List[0].Fix == "" {
				t.Errorf("want one fault that says %q, got:\n%v", c.says, err)
			}
		})
	}
}

// countingReader says how much was taken from an endless file.
type countingReader struct{ read int }

func (c *countingReader) Read(p []byte) (int, error) {
	for i := range p {
		p[i] = '#'
	}
	c.read += len(p)
	return len(p), nil
}

func TestAnEndlessFileIsNotReadToItsEnd(t *testing.T) {
	var c countingReader
	if _, err := rubrics.Read("mine.yaml", &c); err == nil || !strings.Contains(err.Error(), "4 MiB") {
		t.Fatalf("error is %v", err)
	}
	if c.read > 8<<20 {
		t.Errorf("%d bytes were read before the file was refused", c.read)
	}
}

// maxBytes is the size of the largest file that is read.
const maxBytes = 4 << 20

// hostile files are made to be slow. Each is under 4 MiB.
func hostile() map[string]string {
	head := "waymark: rubric/1\n"
	pad := func(unit string) string { return strings.Repeat(unit, (maxBytes-len(head)-64)/len(unit)) }
	bomb := head + "a: &a [x,x,x,x,x,x,x,x,x]\n"
	for c := 'b'; c < 'k'; c++ {
		bomb += fmt.Sprintf("%c: &%c [%s]\n", c, c, strings.TrimSuffix(strings.Repeat("*"+string(c-1)+",", 9), ","))
	}
	var doubled strings.Builder
	for i := range 140_000 {
		doubled.WriteString(strconv.Itoa(i%70_000) + ":\n")
	}
	return map[string]string{
		"keys":             head + pad(manyKeys(60_000)),
		"doubled keys":     head + doubled.String(),
		"keys in a flow":   head + "a: {" + pad("a,") + "}",
		"flow list":        head + "a: [" + pad("x,") + "]",
		"brackets":         head + "a: " + pad("["),
		"dashes":           head + pad("- "),
		"alias bomb":       bomb,
		"anchors":          head + pad("- &a x\n"),
		"one long word":    head + "title: " + pad("x"),
		"long quotes":      head + "title: \"" + pad(`\x41`) + "\"",
		"comments":         head + pad("#\n"),
		"comments after":   head + pad("a: b #\n"),
		"questions":        head + pad("? a\n"),
		"colons":           head + pad(": "),
		"empty lines":      head + "title: |\n" + pad("\n") + "x",
		"long key":         head + pad("x") + ": 1",
		"marks":            head + "title: " + pad("e\u0301"),
		"documents":        head + pad("---\na\n"),
		"marks at the cap": head + "a: {" + strings.Repeat("a,", 299_000) + "}",
		"nodes at the cap": head + "a: [" + strings.Repeat("x,", 199_000) + "]",
		"texts at the cap": head + "a: [" + strings.Repeat("\"a word\",", 199_000) + "]",
		"keys at the cap":  head + strings.Repeat("a: b #\n", 99_000),
		"unknown names":    head + manyKeys(95_000),
		"empty areas":      head + "groups:\n- areas: [" + strings.Repeat("{},", 74_000) + "]",
		"wrong ids":        head + "groups:\n- areas:\n  - needs: [" + strings.Repeat("É,", 190_000) + "]",
		"blocks":           head + strings.Repeat("a: |\n  b\n", 99_000),
		"indentation":      head + pad(" ") + "a: 1",
	}
}

// The slowest of them, keys with comments up to the cap on marks, took 270 ms and
// 210 MB of short-lived memory on one core of a small server (BenchmarkRefuse), and
// a flow of two million keys 12 ms, because its marks are counted first: slow enough
// to notice is a second, so the reader needs no deadline of its own.
func TestHostileFilesAreRefused(t *testing.T) {
	for name, text := range hostile() {
		if len(text) > maxBytes {
			t.Errorf("%s has %d bytes", name, len(text))
		}
		_, err := rubrics.Read("mine.yaml", strings.NewReader(text))
		var faults *rubrics.Faults
		if !errors.As(err, &faults) {
			t.Errorf("%s: error is %v", name, err)
			continue
		}
		if n := len(err.Error()); n > 16<<10 {
			t.Errorf("%s: the refusal has %d bytes", name, n)
		}
	}
}

func BenchmarkRefuse(b *testing.B) {
	for name, text := range hostile() {
		b.Run(strings.ReplaceAll(name, " ", "-"), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if _, err := rubrics.Read("mine.yaml", strings.NewReader(text)); err == nil {
					b.Fatal("it was accepted")
				}
			}
		})
	}
}
