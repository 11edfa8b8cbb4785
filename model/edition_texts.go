package model

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"unicode"
)

// rewordings names the texts of two areas that differ: those that say what a
// level means, and what stands beside them.
func rewordings(was, is Area) (reworded, beside []string) {
	reworded, beside = []string{}, []string{}
	meaning := func(name, a, b string) {
		switch {
		case a == b:
		case sameWords(a, b):
			beside = append(beside, "punctuation of "+name)
		default:
			reworded = append(reworded, name)
		}
	}
	meaning("title", was.Title, is.Title)
	meaning("scope", was.Scope, is.Scope)
	meaning("question", was.Question, is.Question)
	for l := Level(1); int(l) <= max(len(was.Levels), len(is.Levels)); l++ {
		meaning(fmt.Sprintf("level %d", l), was.Descriptor(l), is.Descriptor(l))
	}
	for _, part := range []struct {
		name string
		a, b any
	}{
		{"why it matters", was.Why, is.Why},
		{"questions to ask", was.Ask, is.Ask},
		{"where to look", was.Evidence, is.Evidence},
		{"lenses", was.Lens, is.Lens},
		{"vision", was.Vision, is.Vision},
		{"look-fors", was.LookFors, is.LookFors},
		{"look-agains", was.LookAgains, is.LookAgains},
		{"phases", was.Phases, is.Phases},
		{"next steps", was.NextSteps, is.NextSteps},
		{"research", was.Research, is.Research},
		{"tags", was.Tags, is.Tags},
		{"exemplars", was.Exemplars, is.Exemplars},
	} {
		if !sameValue(part.a, part.b) {
			beside = append(beside, part.name)
		}
	}
	return reworded, beside
}

// sameValue compares two values by their one spelling, in which nothing and an
// empty list are the same.
func sameValue(a, b any) bool {
	x, errX := canonicalJSON(a)
	y, errY := canonicalJSON(b)
	none := func(text []byte) bool { return string(text) == "null" || string(text) == "[]" }
	return errX == nil && errY == nil && (bytes.Equal(x, y) || none(x) && none(y))
}

// sameWords reports whether two texts have the same words in the same order,
// whatever their punctuation and capitals.
func sameWords(a, b string) bool { return slices.Equal(wordsOf(a), wordsOf(b)) }

// wordsOf splits a text into its words, in lower case.
func wordsOf(text string) []string {
	text = strings.NewReplacer("’", "", "'", "").Replace(strings.ToLower(text))
	return strings.FieldsFunc(text, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsNumber(r) })
}

// smallWords stand in every text and tell none from another.
const smallWords = " a about after all an and any are as at be because been before between but by can do does each for from had has have how if in into is it its" +
	" more most no not of on one only or other others out over own same so some such than that the their them then there these they this to up was were what when where which who why will with without you your "

// wordSet is the words that tell a text from others.
type wordSet map[string]bool

// wordsOfArea is what an area is recognised by.
func wordsOfArea(a Area) wordSet {
	set := wordSet{}
	for _, text := range append([]string{a.Title, a.Scope, a.Question}, a.Levels...) {
		for _, w := range wordsOf(text) {
			if !strings.Contains(smallWords, " "+w+" ") {
				set[w] = true
			}
		}
	}
	return set
}

// with is both sets together.
func (s wordSet) with(other wordSet) wordSet {
	both := make(wordSet, len(s)+len(other))
	for w := range s {
		both[w] = true
	}
	for w := range other {
		both[w] = true
	}
	return both
}

func (s wordSet) common(other wordSet) int {
	n := 0
	for w := range s {
		if other[w] {
			n++
		}
	}
	return n
}

// likeness is the share of the words of two sets that both have (Jaccard), from
// 0 to 1. Two empty sets have nothing in common.
func (s wordSet) likeness(other wordSet) float64 {
	n := s.common(other)
	if all := len(s) + len(other) - n; all > 0 {
		return float64(n) / float64(all)
	}
	return 0
}

// within is the share of the words of s that other has too.
func (s wordSet) within(other wordSet) float64 {
	if len(s) == 0 {
		return 0
	}
	return float64(s.common(other)) / float64(len(s))
}
