package report_test

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"waymark/report"
)

func plainly(t *testing.T, d report.Document) string {
	t.Helper()
	var b strings.Builder
	if err := report.Plain(&b, d); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestPlainHasNoMarksAndKeepsToTheScreen(t *testing.T) {
	for _, d := range documents(decided(t)) {
		text := plainly(t, d)
		if i := strings.IndexAny(text, "#*\\`|<>_"); i >= 0 && text[i] != '*' { // * flags an area
			t.Errorf("%s: a mark is left: %q", d.Kind, text[max(0, i-30):min(len(text), i+30)])
		}
		if strings.Contains(text, "**") || strings.Contains(text, "\n\n\n") {
			t.Errorf("%s: bold marks or two empty lines:\n%s", d.Kind, text)
		}
		for line := range strings.Lines(text) {
			if line = strings.TrimRight(line, "\n"); utf8.RuneCountInString(line) > 76 || strings.HasSuffix(line, " ") {
				t.Errorf("%s: %d columns: %q", d.Kind, utf8.RuneCountInString(line), line)
			}
		}
	}
}

// Whatever the plain text that is kept says, the one to look at says too.
func TestPlainSaysWhatPlainTextSays(t *testing.T) {
	words := func(text string) string {
		text = strings.Map(func(r rune) rune {
			if strings.ContainsRune("#*\\`|-–─━>:;", r) {
				return ' '
			}
			return r
		}, text)
		return flat(text)
	}
	for _, d := range documents(decided(t)) {
		text := words(plainly(t, d))
		for _, w := range strings.Fields(words(render(t, "markdown", d))) {
			if !strings.Contains(text, w) {
				t.Errorf("%s: %q is missing", d.Kind, w)
			}
		}
	}
}

func TestPlainShowsWordsAsTheyWereTyped(t *testing.T) {
	for _, d := range documents(everywhere(t)) {
		text := plainly(t, d)
		if !strings.Contains(flat(text), "`code` **bold** _it_ |a|b|") {
			t.Errorf("%s: words were changed:\n%.1500s", d.Kind, text)
		}
		if strings.ContainsFunc(text, func(r rune) bool { return r != '\n' && unicode.IsControl(r) || r == 0x202e || r == 0xfffe }) {
			t.Errorf("%s lets a control character out", d.Kind)
		}
	}
}

func TestPlainSaysWideTablesInWords(t *testing.T) {
	wide := strings.TrimSpace(strings.Repeat("word ", 20))
	d := report.Document{Title: "T", Sections: []report.Section{{Title: "S", Blocks: []report.Block{
		{Table: &report.Table{Caption: "Small", Columns: []string{"Level", "Areas"}, Rows: [][]string{{"2 Developing", "14"}, {"3", "1"}}}},
		{Table: &report.Table{Caption: "Two", Columns: []string{"Level", "Meaning"}, Rows: [][]string{{"2 Developing", wide}}}},
		{Table: &report.Table{Caption: "Wide", Columns: []string{"Level", "Meaning", "More"}, Rows: [][]string{{"2 Developing", wide, ""}, {"3", "m", "n"}}}},
	}}}}
	text := plainly(t, d)
	for _, want := range []string{
		"T\n━\n\nS\n─\n\nSmall\n\nLevel         Areas\n2 Developing  14\n3             1\n\nTwo\n\n– 2 Developing: word word",
		"\nWide\n\n– 2 Developing: Meaning word word", "\n– 3: Meaning m; More n\n",
	} {
		if !strings.Contains(text, want) {
			t.Errorf("%q is missing in\n%s", want, text)
		}
	}
}

func TestPlainWithNoRoom(t *testing.T) {
	if err := report.Plain(full{}, report.Priorities(decided(t), report.LeaveOut{})); err == nil {
		t.Error("a failed write is not told")
	}
}
