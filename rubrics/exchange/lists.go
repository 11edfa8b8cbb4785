package exchange

import (
	"fmt"
	"regexp"
	"strings"

	"waymark/model"
)

// mark begins each entry of a list that stands in one cell, a line each.
const mark = "- "

// Entries writes a list into one cell.
func Entries(list []string) string {
	lines := make([]string, len(list))
	for i, entry := range list {
		lines[i] = mark + Line(entry)
	}
	return strings.Join(lines, "\n")
}

// ParseEntries reads such a cell. People also type other marks or none; exactly
// one mark is taken from each line, so that an entry keeps a dash of its own.
func ParseEntries(cell string) []string {
	var list []string
	for line := range strings.SplitSeq(strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(cell), "\n") {
		line = strings.TrimSpace(line)
		for _, m := range []string{mark, "• ", "* "} {
			if rest, ok := strings.CutPrefix(line, m); ok {
				line = rest
				break
			}
		}
		if line = Line(line); line != "" && line != "-" {
			list = append(list, line)
		}
	}
	return list
}

// Steps writes next steps into one cell: each with its size in brackets at its
// end and, after a semicolon, the area it usually waits for.
func Steps(steps []model.NextStep) string {
	list := make([]string, len(steps))
	for i, s := range steps {
		end := string(s.Effort)
		if s.Area != "" {
			end += "; " + string(s.Area)
		}
		list[i] = fmt.Sprintf("%s (%s)", Line(s.Do), end)
	}
	return Entries(list)
}

var stepShape = regexp.MustCompile(`^(.+?)\s*\(\s*([SMLsml])\s*(?:;\s*([^();\s]+)\s*)?\)$`)

// ParseSteps reads such a cell. A step without its size is the fault.
func ParseSteps(cell string) ([]model.NextStep, error) {
	var steps []model.NextStep
	for _, entry := range ParseEntries(cell) {
		parts := stepShape.FindStringSubmatch(entry)
		if parts == nil {
			return nil, fmt.Errorf("the step %s does not say how much it takes", Quote(entry))
		}
		steps = append(steps, model.NextStep{Do: parts[1], Effort: model.Effort(strings.ToUpper(parts[2])), Area: model.AreaID(strings.ToLower(parts[3]))})
	}
	return steps, nil
}

// bar stands between the parts of an entry that has several.
const bar = " | "

// Reading writes a list of research into one cell: address, title, why.
func Reading(all []model.Research) string {
	list := make([]string, len(all))
	for i, r := range all {
		list[i] = r.URL + bar + r.Title
		if r.Why != "" {
			list[i] += bar + r.Why
		}
	}
	return Entries(list)
}

// ParseReading reads such a cell.
func ParseReading(cell string) ([]model.Research, error) {
	var all []model.Research
	for _, entry := range ParseEntries(cell) {
		url, rest, _ := strings.Cut(entry, bar)
		title, why, _ := strings.Cut(rest, bar)
		if !strings.HasPrefix(url, "https://") || title == "" {
			return nil, fmt.Errorf("%s needs an address that starts with https:// and a title", Quote(entry))
		}
		all = append(all, model.Research{Title: title, URL: url, Why: why})
	}
	return all, nil
}
