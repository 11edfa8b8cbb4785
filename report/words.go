package report

import (
	"fmt"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"waymark/model"
)

// count is "1 area" or "3 areas".
func count(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, many)
}

// and joins as people say it: "a, b and c".
func and(words []string) string {
	if len(words) < 2 {
		return strings.Join(words, "")
	}
	last := len(words) - 1
	return strings.Join(words[:last], ", ") + " and " + words[last]
}

// capital gives s a capital first letter.
func capital(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	if n == 0 {
		return ""
	}
	return string(unicode.ToUpper(r)) + s[n:]
}

// small gives s a small first letter, unless its first word is all capitals.
func small(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	next, _ := utf8.DecodeRuneInString(s[n:])
	if n == 0 || unicode.IsUpper(next) {
		return s
	}
	return string(unicode.ToLower(r)) + s[n:]
}

// stopped ends s with a full stop.
func stopped(s string) string {
	if s == "" || strings.ContainsAny(s[len(s)-1:], ".?!") || strings.HasSuffix(s, "…") {
		return s
	}
	return s + "."
}

// day is a date as people write it: "24 September 2026".
func day(t time.Time) string { return t.Format("2 January 2006") }

// on is the day of a wall time, in the zone of the document.
func (b *builder) on(wall int64) string {
	return day(time.UnixMilli(wall).In(b.Made.Location()))
}

func names(refs []Ref) []string {
	all := make([]string, len(refs))
	for i, r := range refs {
		all[i] = r.Name()
	}
	return all
}

func codes(ids []model.AreaID) []string {
	all := make([]string, len(ids))
	for i, id := range ids {
		all[i] = string(id)
	}
	return all
}

// level is a level of the rubric as people read it: "3 Embedded".
func (b *builder) level(l model.Level) string {
	return strings.TrimSpace(fmt.Sprintf("%d %s", l, model.CleanLine(b.scale.Name(l))))
}

// expected is the expected level as people read it.
func (b *builder) expected() string { return b.level(b.scale.Expected) }
