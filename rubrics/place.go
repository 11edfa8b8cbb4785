package rubrics

import "strings"

// place is a position in a text, counted in characters from 1. Lines end at
// CR LF, LF or CR, as they do in YAML.
type place struct {
	line, column int
	afterCR      bool
}

// pass moves the place past r.
func (p *place) pass(r rune) {
	switch {
	case r == '\n' && p.afterCR:
		p.afterCR = false
	case r == '\n', r == '\r':
		p.line++
		p.column = 1
		p.afterCR = r == '\r'
	default:
		p.column++
		p.afterCR = false
	}
}

// splitLines cuts a text into its lines, however they end.
func splitLines(text string) []string {
	text = strings.ReplaceAll(text, "\r\n", "\n")
	return strings.Split(strings.ReplaceAll(text, "\r", "\n"), "\n")
}
