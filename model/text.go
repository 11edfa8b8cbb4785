package model

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// CleanLine makes one line of text from outside safe to store and show: one
// space between words, nothing that could move a cursor, reorder letters or
// hide. Honest letters of every script are kept.
func CleanLine(s string) string {
	return strings.Join(strings.Fields(CleanBlock(s)), " ")
}

// CleanBlock does the same for text of several lines, as it comes from a paste
// out of Word, Excel or an e-mail: line ends become \n, tabs and no-break
// spaces become spaces, list marks at the start of a line become "- ", and
// more than two blank lines become one. Quotes, dashes and accents stay.
func CleanBlock(s string) string {
	s = strings.ToValidUTF8(s, "\uFFFD")
	s = strings.NewReplacer("\r\n", "\n", "\r", "\n", "\u2028", "\n", "\u2029", "\n\n").Replace(s)
	s = stripEscapes(s)
	s = strings.Map(cleanRune, s)
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
	for _, mark := range []string{"•", "·", "▪", "o ", "– "} {
		if rest, ok := strings.CutPrefix(trimmed, mark); ok && (strings.HasPrefix(rest, " ") || strings.HasSuffix(mark, " ")) {
			return "- " + strings.TrimLeft(rest, " ")
		}
	}
	return line
}

// stripEscapes takes out whole terminal sequences, so that "ESC [ 31 m" does
// not leave "[31m" behind.
func stripEscapes(s string) string {
	if !strings.ContainsAny(s, "\x1b\u009b\u009d\u0090") {
		return s
	}
	var b strings.Builder
	for i := 0; i < len(s); {
		r, n := utf8.DecodeRuneInString(s[i:])
		skip := 0
		switch r {
		case 0x1b:
			skip = escapeLen(s[i:], n)
		case 0x9b:
			skip = n + csiLen(s[i+n:])
		case 0x9d, 0x90:
			skip = n + stringLen(s[i+n:])
		}
		if skip > 0 {
			i += skip
			continue
		}
		b.WriteString(s[i : i+n])
		i += n
	}
	return b.String()
}

func escapeLen(s string, n int) int {
	if len(s) == n {
		return n
	}
	switch s[n] {
	case '[':
		return n + 1 + csiLen(s[n+1:])
	case ']', 'P', 'X', '^', '_':
		return n + 1 + stringLen(s[n+1:])
	}
	return n
}

// csiLen is the length of a control sequence after its introducer.
func csiLen(s string) int {
	for i := 0; i < len(s); i++ {
		if s[i] >= 0x40 && s[i] <= 0x7e {
			return i + 1
		}
		if s[i] < 0x20 || s[i] > 0x7e {
			return i
		}
	}
	return len(s)
}

// stringLen is the length of a control string with its terminator. One that
// never ends takes its line with it and no more.
func stringLen(s string) int {
	for i := 0; i < len(s); i++ {
		switch {
		case s[i] == 0x07:
			return i + 1
		case s[i] == 0x1b:
			if i+1 < len(s) && s[i+1] == '\\' {
				return i + 2
			}
			return i
		case s[i] == '\n':
			return i
		}
	}
	return len(s)
}

func cleanRune(r rune) rune {
	switch {
	case r == '\n':
		return r
	case r == '\t', r == '\u00a0', r == '\u202f', r == '\u2007':
		return ' '
	case unicode.IsControl(r):
		return -1
	case r >= 0x202a && r <= 0x202e, r >= 0x2066 && r <= 0x2069, r == 0x200e, r == 0x200f, r == 0x061c:
		return -1
	case r == 0x200b, r == 0xfeff, r == 0x2060, r >= 0xe0000 && r <= 0xe007f:
		return -1
	case r >= 0xfdd0 && r <= 0xfdef, r&0xfffe == 0xfffe:
		return -1
	}
	return r
}
