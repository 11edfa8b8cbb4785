package task

import (
	"slices"
	"strings"
)

// Apart is what was kept for one place by several runs of the program, without
// what another of them goes on from: a run that is cut short after it brought
// words back leaves both what it found and what became of it. Joint is what
// joins texts where several are brought back together.
func Apart(texts []string, joint string) []string {
	var all []string
	for i, t := range texts {
		if slices.Contains(all, t) || slices.ContainsFunc(texts, func(o string) bool { return o != t && within(t, o, joint) }) {
			continue
		}
		all = append(all, texts[i])
	}
	return all
}

// within reports whether long begins with text, or has it as one of its parts.
func within(text, long, joint string) bool {
	return strings.HasPrefix(long, text) || strings.Contains(long, joint+text)
}
