package model

import "strings"

// CleanLine makes one line of text from outside safe to store and show: one
// space between words, nothing that could move a cursor, reorder letters or
// hide. Honest letters of every script are kept.
func CleanLine(s string) string {
	return strings.Join(strings.Fields(safeBlock(s)), " ")
}

// CleanBlock does the same for text of several lines and tidies it, as it
// comes from a paste out of Word, Excel or an e-mail: line ends become \n, tabs
// and no-break spaces become spaces, list marks at the start of a line become
// "- ", and more than two blank lines become one. Quotes, dashes and accents stay.
func CleanBlock(s string) string {
	s = safeBlock(s)
	lines := strings.Split(s, "\n")
	var out []string
	blank := 0
	for _, line := range lines {
		line = bullet(strings.TrimRight(line, " "))
		if line == "" {
			blank++
			continue
		}
		if len(out) > 0 {
			for range collapse(blank) {
				out = append(out, "")
			}
		}
		out, blank = append(out, line), 0
	}
	return strings.Join(out, "\n")
}

// collapse turns more than two blank lines into one.
func collapse(blank int) int {
	if blank > 2 {
		return 1
	}
	return blank
}

func bullet(line string) string {
	trimmed := strings.TrimLeft(line, " ")
	for _, mark := range []string{"•", "·", "▪", "◦", "\uf0b7", "\uf0a7", "o ", "– "} {
		if rest, ok := strings.CutPrefix(trimmed, mark); ok && (strings.HasPrefix(rest, " ") || strings.HasSuffix(mark, " ")) {
			return "- " + strings.TrimLeft(rest, " ")
		}
	}
	return line
}
