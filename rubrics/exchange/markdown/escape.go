package markdown

import (
	"regexp"
	"strings"

	"waymark/model"
)

// marks could become markup anywhere in a line.
func marks() *strings.Replacer {
	var pairs []string
	for _, c := range "\\`*_{}[]<>#|~&!" {
		pairs = append(pairs, string(c), `\`+string(c))
	}
	return strings.NewReplacer(append(pairs, "://", `:\//`)...)
}

// begins could become a list, a rule or a heading at the start of a line; the
// sign in the second pair of brackets is what makes it one.
var begins = regexp.MustCompile(`^(\d*)([.)])(?:\s|$)|^()([-+=:])`)

// escape makes one line of words that stay words: no mark, no link, no picture,
// and nothing that a terminal would obey.
func escape(s string) string { return marks().Replace(model.CleanLine(s)) }

func escapeStart(s string, first bool) string {
	s = escape(s)
	at := begins.FindStringSubmatchIndex(s)
	if !first || at == nil {
		return s
	}
	sign := max(at[4], at[8])
	return s[:sign] + `\` + s[sign:]
}
