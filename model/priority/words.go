package priority

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"waymark/model"
)

// mostWords is the longest a reason may be.
const mostWords = 24

// fits reports whether a sentence is short enough to be read at a glance.
func fits(sentence string) bool { return len(strings.Fields(sentence)) <= mostWords }

// shortest is the first of the sentences that fits, else the last.
func shortest(sentences ...string) string {
	for _, s := range sentences {
		if fits(s) {
			return s
		}
	}
	return sentences[len(sentences)-1]
}

// count is a whole number in words while it is small.
func count(n int) string {
	small := [...]string{
		"no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
	}
	if n >= 0 && n < len(small) {
		return small[n]
	}
	return strconv.Itoa(n)
}

// counted is "one level" or "two levels".
func counted(n int, one, many string) string {
	if n == 1 {
		return count(n) + " " + one
	}
	return count(n) + " " + many
}

// and joins names as people say them: "a", "a and b", "a, b and c".
func and(names []string) string {
	if len(names) < 2 {
		return strings.Join(names, "")
	}
	last := len(names) - 1
	return strings.Join(names[:last], ", ") + " and " + names[last]
}

// sentence gives a clause its capital and its full stop.
func sentence(clause string) string {
	r, size := utf8.DecodeRuneInString(clause)
	if size == 0 {
		return ""
	}
	return string(unicode.ToUpper(r)) + clause[size:] + "."
}

// called is a level as people read it: "2 Developing".
func called(s model.Scale, l model.Level) string {
	number := strconv.Itoa(int(l))
	if name := s.Name(l); name != "" {
		return number + " " + name
	}
	return number
}

// against says how far a level is from the expected one.
func against(s model.Scale, l model.Level) string {
	switch {
	case l < s.Expected:
		return counted(int(s.Expected-l), "level", "levels") + " below expected (" + called(s, s.Expected) + ")"
	case l > s.Expected:
		return counted(int(l-s.Expected), "level", "levels") + " above expected (" + called(s, s.Expected) + ")"
	}
	return "which is the expected level"
}
