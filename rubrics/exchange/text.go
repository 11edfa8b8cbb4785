package exchange

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Paragraphs is a text in the one form that rubrics keep: one space between
// words and one empty line between paragraphs. A line break of any kind ends a
// paragraph, because people break lines in a cell only where they mean to.
func Paragraphs(s string) string {
	s = strings.NewReplacer("\r\n", "\n", "\r", "\n", "\v", "\n").Replace(s)
	var kept []string
	for part := range strings.SplitSeq(s, "\n") {
		if words := strings.Fields(part); len(words) > 0 {
			kept = append(kept, strings.Join(words, " "))
		}
	}
	return strings.Join(kept, "\n\n")
}

// Line is a text as one line.
func Line(s string) string { return strings.Join(strings.Fields(s), " ") }

// Hidden is what the first character of s is called that nobody can see and
// that could act on a terminal or hide words, with the character; or "".
func Hidden(s string) (string, rune) {
	for _, r := range s {
		if name := hiddenName(r); name != "" {
			return name, r
		}
	}
	return "", 0
}

func hiddenName(r rune) string {
	switch {
	case r >= 0x20 && r < 0x7f, r == '\n', r == '\t', r == '\r':
		return ""
	case r == 0x1b:
		return "code that acts on a terminal"
	case unicode.IsControl(r):
		return "control character"
	case r == 0x061c, r == 0x200e, r == 0x200f, r >= 0x202a && r <= 0x202e, r >= 0x2066 && r <= 0x2069:
		return "mark that turns the direction of writing"
	case r == 0x00ad, r >= 0x200b && r <= 0x200d, r >= 0x2060 && r <= 0x2064, r == 0xfeff, r == 0x034f, r == 0x180e:
		return "character without width"
	case r == 0x2028, r == 0x2029:
		return "hidden line break"
	case r >= 0xe0000 && r <= 0xe0fff, r&0xfffe == 0xfffe, r >= 0xfdd0 && r <= 0xfdef, unicode.Is(unicode.Co, r):
		return "hidden character"
	}
	return ""
}

var (
	idShape  = regexp.MustCompile(`^[a-z0-9][a-z0-9._-]{0,63}$`)
	notInIDs = regexp.MustCompile(`[^a-z0-9]+`)
)

// ID is typed as an id of a rubric, area or group, or "" when it cannot be one.
func ID(typed string) string {
	typed = strings.ToLower(Line(typed))
	if idShape.MatchString(typed) {
		return typed
	}
	return ""
}

// Slug makes an id out of a title, or returns the other when no letter is left.
func Slug(title, other string) string {
	s := strings.Trim(notInIDs.ReplaceAllString(strings.ToLower(title), "-"), "-")
	s = strings.TrimRight(s[:min(len(s), 60)], "-")
	if s == "" {
		return other
	}
	return s
}

// WrongFile names a file that is plainly something else than want, such as "a
// CSV file", and says what to do.
func WrongFile(raw []byte, want string) (problem, fix string) {
	again := "Choose the file itself, or export it again as " + want + "."
	start := strings.ToLower(strings.TrimLeft(string(raw[:min(len(raw), 512)]), "\ufeff \t\r\n"))
	has := func(prefixes ...string) bool {
		for _, p := range prefixes {
			if strings.HasPrefix(start, p) {
				return true
			}
		}
		return false
	}
	switch {
	case len(raw) == 0 || start == "" && len(raw) <= 512:
		return "This file is empty.", again
	case has("<!doctype html", "<html", "<head"):
		return "This is a web page, perhaps a sign-in page saved in place of the file.", "Sign in and download the file again."
	case has("%pdf-"):
		return "This is a PDF, not " + want + ".", again
	case strings.HasPrefix(string(raw[:min(len(raw), 4)]), "\xd0\xcf\x11\xe0"):
		return "This is an older Office document, or one that a password protects.", "Take the password away and save it again as " + want + "."
	case has("sqlite format 3\x00", "\x89png", "gif8"):
		return "This is not " + want + ".", again
	}
	return "", ""
}

// NotUTF8 is the place of the first byte that is not UTF-8 text, as a line and a
// column from 1, and whether there is one.
func NotUTF8(raw []byte) (line, column int, bad bool) {
	line, column = 1, 1
	for i := 0; i < len(raw); {
		r, size := utf8.DecodeRune(raw[i:])
		switch {
		case r == utf8.RuneError && size == 1:
			return line, column, true
		case r == '\n':
			line, column = line+1, 1
		default:
			column++
		}
		i += size
	}
	return 0, 0, false
}

// LooksLikeFormula reports whether a spreadsheet could take s for a formula when
// somebody types it.
func LooksLikeFormula(s string) bool {
	s = strings.TrimLeft(s, " \u00a0")
	if s == "" {
		return false
	}
	r, _ := utf8.DecodeRuneInString(s)
	return strings.ContainsRune("=+-@\t\x00＝＋－＠", r)
}
