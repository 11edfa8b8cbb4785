package report_test

import (
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"
	"unicode"
	"unicode/utf8"

	"pgregory.net/rapid"

	"waymark/report"
)

func TestFileNames(t *testing.T) {
	for _, c := range []struct{ school, want string }{
		{"Alder Lane", "Alder Lane priorities 2026-09-24.html"},
		{"St. Mary’s C of E", "St Marys C of E priorities 2026-09-24.html"},
		{"CON", "CON priorities 2026-09-24.html"},
		{"con.txt", "contxt priorities 2026-09-24.html"},
		{"../../etc/passwd", "etc passwd priorities 2026-09-24.html"},
		{`C:\Windows`, "C Windows priorities 2026-09-24.html"},
		{"-rf ~", "rf priorities 2026-09-24.html"},
		{"Ysgol Bro W\u0302nog", "Ysgol Bro Ŵnog priorities 2026-09-24.html"},
		{"Ysgol Tŷ’r Ŵyl", "Ysgol Tŷr Ŵyl priorities 2026-09-24.html"},
		{"   ", "School priorities 2026-09-24.html"},
		{"🏫", "School priorities 2026-09-24.html"},
		{"a\u202egnp.exe", "agnpexe priorities 2026-09-24.html"},
		{strings.Repeat("Long ", 40), "Long Long Long Long Long Long Long Long Long Long priorities 2026-09-24.html"},
	} {
		if got := report.FileName(c.school, "priorities", made, ".html"); got != c.want {
			t.Errorf("FileName(%q) = %q, want %q", c.school, got, c.want)
		}
	}
}

func TestFileNamesAreLegalEverywhere(t *testing.T) {
	reserved := regexp.MustCompile(`(?i)^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])$`)
	rapid.Check(t, func(t *rapid.T) {
		name := report.FileName(rapid.String().Draw(t, "school"), rapid.String().Draw(t, "what"), time.Time{}, rapid.SampledFrom([]string{".md", "html", ".json"}).Draw(t, "ext"))
		before, _, _ := strings.Cut(name, ".")
		switch {
		case utf8.RuneCountInString(name) > 80 || len(name) > 200:
			t.Fatalf("%q is too long", name)
		case reserved.MatchString(strings.TrimSpace(before)):
			t.Fatalf("%q names a device", name)
		case !filepath.IsLocal(name) || strings.ContainsAny(name, `/\:*?"<>|`):
			t.Fatalf("%q is not a plain name", name)
		case strings.HasPrefix(name, "-") || strings.HasPrefix(name, ".") || strings.HasSuffix(name, ".") || strings.HasSuffix(name, " "):
			t.Fatalf("%q begins or ends badly", name)
		case strings.ContainsFunc(name, unicode.IsControl) || !utf8.ValidString(name):
			t.Fatalf("%q holds what nobody can see", name)
		}
	})
}
