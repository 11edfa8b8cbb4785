package model

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// safeBlock takes out of a text what could move a cursor, reorder letters or
// hide, and leaves every word as it was typed.
func safeBlock(s string) string {
	s = strings.ToValidUTF8(s, "\uFFFD")
	s = strings.NewReplacer(
		"\r\n", "\n", "\r", "\n", "\v", "\n", "\f", "\n", "\u0085", "\n", "\u2028", "\n", "\u2029", "\n\n",
	).Replace(s)
	s = stripEscapes(s)
	if !strings.ContainsRune(s, flag) {
		return strings.Map(cleanRune, s)
	}
	var b strings.Builder
	for s != "" {
		before, rest, _ := strings.Cut(s, string(flag))
		b.WriteString(strings.Map(cleanRune, before))
		if len(before) == len(s) {
			break
		}
		n := tagsLen(rest)
		b.WriteString(string(flag) + rest[:n])
		s = rest[n:]
	}
	return b.String()
}

// flag begins the flags of England, Scotland and Wales, which are spelled in
// tag characters. Anywhere else those could hide words.
const (
	flag   = '\U0001F3F4'
	endTag = '\U000E007F'
)

// tagsLen is the length of the tags that spell a flag at the start of s: up to
// six letters or digits and the end, or nothing.
func tagsLen(s string) int {
	count := 0
	for i, r := range s {
		switch {
		case r == endTag && count > 0:
			return i + utf8.RuneLen(r)
		case count < 6 && (r >= 0xe0030 && r <= 0xe0039 || r >= 0xe0061 && r <= 0xe007a):
			count++
		default:
			return 0
		}
	}
	return 0
}

// stripEscapes takes out whole terminal sequences, so that "ESC [ 31 m" does
// not leave "[31m" behind.
func stripEscapes(s string) string {
	if !strings.ContainsAny(s, "\x1b\u0090\u0098\u009b\u009d\u009e\u009f") {
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
		case 0x90, 0x98, 0x9d, 0x9e, 0x9f:
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
	if s[n] < 0x21 || s[n] > 0x2f {
		return n
	}
	for i := n + 1; i < len(s); i++ { // such as ESC ( B, which chooses letters
		if s[i] < 0x20 || s[i] > 0x2f {
			if s[i] >= 0x30 && s[i] <= 0x7e {
				return i + 1
			}
			break
		}
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
		case strings.HasPrefix(s[i:], "\u009c"):
			return i + len("\u009c")
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
	case r == 0x200b, r == 0xfeff, r == 0x00ad, r >= 0xe0000 && r <= 0xe007f:
		return -1
	case r >= 0x2060 && r <= 0x2064, r >= 0x206a && r <= 0x206f, r >= 0xfff9 && r <= 0xfffb:
		return -1
	case r >= 0xfdd0 && r <= 0xfdef, r&0xfffe == 0xfffe:
		return -1
	}
	return r
}
