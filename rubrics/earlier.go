package rubrics

import (
	"regexp"
	"strings"
)

var noSpace = regexp.MustCompile(`^ *(- )*([a-z_]+):([^ ].*)$`)

// earlier looks for the slips that YAML notices only some lines after they
// were made: a mark that never closes, a comment that cut a text in two, a
// colon without a space.
func (s *slip) earlier() (problem, fix string, ok bool) {
	if line, column := s.openQuote(); line > 0 {
		s.line, s.column = line, column
		return "A quotation mark opens here and is not closed.", "Close it at the end of the text, or take it away.", true
	}
	started, _ := s.from()
	if strings.Contains(s.message, "mapping") || strings.Contains(s.message, "expected key") {
		started = s.line
	}
	for line := started; line >= max(started-1, 1); line-- {
		if parts := noSpace.FindStringSubmatch(s.text(line)); parts != nil {
			s.line, s.column = line, 1+indent(s.text(line))
			return "A space is needed after the colon.", "Write " + shortLine(parts[2]+": "+parts[3]) + ".", true
		}
	}
	if _, _, _, named := entry(s.text(started)); named {
		return "", "", false
	}
	above := s.text(started - 1)
	if hash := strings.Index(above, " #"); hash >= 0 {
		s.line, s.column = started-1, len([]rune(above[:hash]))+2
		return "The text is cut off here: YAML reads everything after # as a comment.",
			"Put the text in double quotation marks, or write it under >- on lines of its own.", true
	}
	return "", "", false
}

// openQuote finds the nearest text above that opens a quotation mark which the
// first mark on a later line cannot have been meant to close.
func (s *slip) openQuote() (line, column int) {
	for at := s.line; at >= 1; at-- {
		lead, key, value, named := entry(s.text(at))
		if !named || value == "" || !strings.ContainsAny(value[:1], `"'`) || strings.Count(value, value[:1]) != 1 {
			continue
		}
		for later := at + 1; later <= s.line; later++ {
			switch strings.Count(s.text(later), value[:1]) {
			case 0:
				continue
			case 1:
				return 0, 0
			}
			return at, len([]rune(lead+key)) + 3
		}
		return 0, 0
	}
	return 0, 0
}
