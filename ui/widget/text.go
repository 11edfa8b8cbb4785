package widget

import (
	"strconv"
	"strings"

	"waymark/ui/layout"
)

// Lead is as many whole sentences of text as fit into w by h cells, at least
// the first, and an ellipsis when something was left for the full text.
func Lead(text string, w, h int) []string {
	text = strings.Join(strings.Fields(text), " ")
	all := layout.Wrap(text, w)
	if len(all) <= h {
		return all
	}
	best := ""
	for i := 0; i < len(text); {
		end := sentenceEnd(text, i)
		candidate := text[:end] + " …"
		if best != "" && len(layout.Wrap(candidate, w)) > h {
			break
		}
		best, i = candidate, end
	}
	lines := layout.Wrap(best, w)
	if len(lines) > h && h > 0 {
		lines = lines[:h]
		lines[h-1] = layout.Cut(strings.TrimRight(strings.TrimSuffix(lines[h-1], "…"), " ")+" …", w)
	}
	return lines
}

// sentenceEnd is the index after the sentence that starts at or after i.
func sentenceEnd(text string, i int) int {
	for j := i; j < len(text); j++ {
		if strings.IndexByte(".?!", text[j]) >= 0 && (j+1 == len(text) || text[j+1] == ' ') {
			return j + 1
		}
	}
	return len(text)
}

// Count is a number with its noun, "1 note" or "3 notes", or "no notes".
func Count(n int, one, many string) string {
	switch n {
	case 0:
		return "no " + many
	case 1:
		return "1 " + one
	}
	return strconv.Itoa(n) + " " + many
}
