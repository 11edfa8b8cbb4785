package rubrics

import (
	"errors"
	"fmt"
	"strings"

	"go.yaml.in/yaml/v4"
)

// slip is a place where YAML stopped, with the lines around it, so that the
// fault can be told as what the author did and not as what the parser expected.
type slip struct {
	message      string
	line, column int
	fromLine     int // where the construct that was being read began, or 0
	fromColumn   int
	lines        []string
}

// syntax turns the parser's error into a fault.
func (f *finder) syntax(text string, err error) {
	s := slip{line: 1, column: 1, lines: splitLines(text)}
	var load *yaml.LoadError
	if !errors.As(err, &load) {
		f.fault(1, 1, "This file cannot be read as YAML: "+err.Error()+".", "Check its first lines.")
		return
	}
	s.message = load.Message
	s.line, s.column = max(load.Mark.Line, 1), max(load.Mark.Column, 1)
	s.fromLine, s.fromColumn = load.ContextMark.Line, load.ContextMark.Column
	problem, fix := s.explain()
	f.fault(s.line, s.column, problem, fix)
}

func (s *slip) explain() (problem, fix string) {
	has := func(part string) bool { return strings.Contains(s.message, part) }
	if has("mapping values") || has("expected key") || has("could not find expected ':'") {
		if problem, fix, ok := s.earlier(); ok {
			return problem, fix
		}
	}
	switch {
	case has(errTooDeep.Error()), has("exceeded max depth"):
		return fmt.Sprintf("Entries are nested more than %d deep here.", maxDepth), "A rubric needs 10; check that this is the right file."
	case has("mapping values are not allowed"):
		return s.colon()
	case has("cannot start any token"), has("tab character"):
		return s.badStart()
	case has("did not find expected key"):
		return s.expectedKey()
	case has("could not find expected ':'"):
		return s.stray()
	case has("unknown anchor"):
		return "Text cannot start with * here.", s.quoted()
	case has("unexpected end of stream"), has("unexpected document indicator"):
		s.line, s.column = s.from()
		return "A quotation mark opens here and is never closed.", "Close it at the end of the text, or take it away."
	case has("expected '-' indicator"):
		return "This line does not line up with the list around it.", s.lineUp()
	case has("',' or ']'"), has("',' or '}'"):
		s.line, s.column = s.from()
		return "A bracket opens here and is not closed properly.", `Write a list as ["1.1", "2.3"], or put the text in double quotation marks.`
	case has("escape"), has("hexadecimal"):
		return "A backslash has a meaning of its own inside double quotation marks.", `Write \\ for each \, or use single quotation marks.`
	case has("comment or line break"):
		return "Nothing may follow | or > on the same line.", "Start the text on the next line, two spaces further in."
	case has("sequence entries are not allowed"):
		return "A list cannot start on the same line as its name.", "Start it on the next line: the name and a colon, then - and the text."
	case has("expected node content"), has("mapping keys are not allowed"), has("scanning a tag"):
		return fmt.Sprintf("Text cannot start with %s here.", s.char()), s.quoted()
	}
	return fmt.Sprintf("YAML cannot be read here (%s).", s.message),
		"Check the quotation marks, colons and indentation of this line and the one above."
}

func (s *slip) from() (line, column int) {
	if s.fromLine > 0 {
		return s.fromLine, s.fromColumn
	}
	return s.line, s.column
}

func (s *slip) text(line int) string {
	if line < 1 || line > len(s.lines) {
		return ""
	}
	return s.lines[line-1]
}

func (s *slip) char() string {
	runes := []rune(s.text(s.line))
	if s.column > len(runes) {
		return "nothing"
	}
	return string(runes[s.column-1])
}

// entry splits a line "  - key: value" into its parts. ok is false when the
// line names no entry.
func entry(line string) (lead, key, value string, ok bool) {
	rest := strings.TrimLeft(line, " \t")
	for strings.HasPrefix(rest, "- ") {
		rest = strings.TrimLeft(rest[2:], " ")
	}
	lead = line[:len(line)-len(rest)]
	key, value, ok = strings.Cut(rest, ": ")
	if !ok || key == "" || strings.ContainsAny(key, `"' `) {
		return lead, "", rest, false
	}
	return lead, key, strings.TrimSpace(value), true
}

// quoted is the advice to put the value of the line in quotation marks, with
// the line to write when it is short enough to read.
func (s *slip) quoted() string {
	_, key, value, ok := entry(s.text(s.line))
	if !ok {
		return "Put the text in double quotation marks: " + shortLine(quotedYAML(value)) + "."
	}
	return "Write " + shortLine(key+": "+quotedYAML(value)) + "."
}

func (s *slip) colon() (problem, fix string) {
	line := s.text(s.line)
	if _, key, value, ok := entry(line); ok && len([]rune(line[:strings.Index(line, key)]))+len([]rune(key))+1 < s.column {
		if strings.ContainsAny(value, "“”") {
			return fmt.Sprintf("The text of %s has a colon in it and curly quotation marks, which YAML does not know.", quote(key)),
				"Write straight ones: " + shortLine(key+": "+quotedYAML(strings.Trim(value, "“”"))) + "."
		}
		return fmt.Sprintf("The text of %s has a colon in it, so it needs quotation marks.", quote(key)), s.quoted()
	}
	if indent(line) > indent(s.text(s.line-1)) {
		s.column = indent(line) + 1
		return "This line starts further in than the line it belongs with.", s.lineUp()
	}
	return "A colon stands here where YAML does not expect one.", "Put the text in double quotation marks, or check that this line starts in the same column as its neighbours."
}

func (s *slip) badStart() (problem, fix string) {
	if strings.Contains(s.message, "tab") || s.char() == "\t" {
		return "A tab stands where spaces are needed.", "Replace it with two spaces for each step."
	}
	return fmt.Sprintf("Text cannot start with %s unless it is in quotation marks.", s.char()), s.quoted()
}

func (s *slip) expectedKey() (problem, fix string) {
	before := []rune(s.text(s.line))
	before = before[:min(s.column-1, len(before))]
	if strings.ContainsAny(string(before), `"'`) {
		_, key, value, _ := entry(s.text(s.line))
		if strings.HasPrefix(value, "'") {
			inner := strings.TrimSuffix(strings.TrimPrefix(value, "'"), "'")
			return "An apostrophe ends this text too early.", "Write " + shortLine(key+": "+quotedYAML(inner)) + "."
		}
		return "Text goes on after its closing quotation mark.", `Put the whole text inside the marks, and write \" for a mark within it.`
	}
	return "This line does not line up with the entries around it.", s.lineUp()
}

func (s *slip) lineUp() string {
	if lead, _, _, ok := entry(s.text(s.line - 1)); ok {
		return fmt.Sprintf("Start it in column %d, like the entry above it.", len(lead)+1)
	}
	if s.fromLine > 0 && s.fromLine < s.line {
		return fmt.Sprintf("Start it in column %d, like line %d, or further in if it belongs to the line above.", s.fromColumn, s.fromLine)
	}
	return fmt.Sprintf("Start it in column %d, like the line above.", indent(s.text(s.line-1))+1)
}

func (s *slip) stray() (problem, fix string) {
	s.line, s.column = s.from()
	return "This line belongs to no entry: it has no name with a colon, and it is not far enough in to go on with the text above.",
		"Start it two spaces further in than the name of the entry it belongs to."
}

func indent(line string) int { return len(line) - len(strings.TrimLeft(line, " ")) }
