package report

import (
	"strings"
	"unicode"
)

// pageWidth is how many columns plain text may take: an A4 page in a
// typewriter face.
const pageWidth = 96

// wrap breaks text into lines that fit after the given indents, and never
// begins a line with what Markdown would read as a mark.
func wrap(text, first, rest string) string {
	var b strings.Builder
	line, used := first, columns(first)
	empty := true
	for _, word := range strings.Fields(text) {
		if !empty && used+1+columns(word) > pageWidth {
			b.WriteString(line + "\n")
			line, used, empty = rest, columns(rest), true
		}
		if empty {
			word = guard(word, b.Len() == 0)
		} else {
			line, used = line+" ", used+1
		}
		line, used, empty = line+word, used+columns(word), false
	}
	b.WriteString(strings.TrimRight(line, " ") + "\n")
	return b.String()
}

// guard escapes a word at the start of a line that would start a heading, a
// list, a rule or a quotation. Only a list from 1 can begin within a paragraph.
func guard(word string, first bool) string {
	switch {
	case strings.Trim(word, "#") == "", strings.Trim(word, "=") == "", strings.Trim(word, "-") == "",
		word[0] == '-', word[0] == '+', word[0] == ':', word[0] == '#':
		return `\` + word
	}
	digits := strings.TrimLeftFunc(word, unicode.IsDigit)
	if number := strings.TrimSuffix(word, digits); number != "" && (digits == "." || digits == ")") && (first || strings.TrimLeft(number, "0") == "1") {
		return word[:len(word)-1] + `\` + digits
	}
	return word
}

// columns is how wide text stands in a typewriter face: wide letters take two
// columns, and marks that sit on the letter before take none.
func columns(s string) int {
	n := 0
	for _, r := range s {
		switch {
		case unicode.In(r, unicode.Mn, unicode.Me, unicode.Cf):
		case r >= 0x1100 && r <= 0x115f, r >= 0x2e80 && r <= 0xa4cf, r >= 0xac00 && r <= 0xd7a3,
			r >= 0xf900 && r <= 0xfaff, r >= 0xfe30 && r <= 0xfe6f, r >= 0xff00 && r <= 0xff60,
			r >= 0xffe0 && r <= 0xffe6, r >= 0x1f300 && r <= 0x1faff, r >= 0x20000 && r <= 0x3fffd:
			n += 2
		default:
			n++
		}
	}
	return n
}
