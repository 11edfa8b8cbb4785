package model

import (
	"slices"
	"strings"
)

// Prose is a rubric's own sentence with the words of the product renamed where
// they are meant. A year group is no group of the rubric, an area of the
// playground no area of it, and people who trust each other are no trust. What
// the vocabulary renames as several words is always meant.
func (v Vocabulary) Prose(text string) string { return v.renamed(text, meantInProse) }

// meantInProse reports whether one word of a sentence is the product's.
func meantInProse(text string, found []span, i int) bool {
	word := func(i int) string {
		if i < 0 || i >= len(found) {
			return ""
		}
		return strings.ToLower(text[found[i].start:found[i].end])
	}
	switch word(i) {
	case "group", "groups", "area", "areas", "level", "levels":
		return false
	case "trust":
		return oneOf(word(i-1), beforeATrust) || oneOf(word(i+1), afterATrust) || ofSchools(word(i-2), word(i-1))
	case "trusts":
		return !oneOf(word(i+1), "a an the them him her it us me you their his our your each every one")
	}
	return true
}

// What stands before the body called a trust and not before the verb or the
// feeling, and what stands after it.
const (
	beforeATrust = "a an the this that our your their its my each every any another other whole same"
	afterATrust  = "s leader leaders staff colleague colleagues meeting meetings survey surveys programme board boards plan plans office team teams wide central school schools"
)

// ofSchools reports whether a trust is named beside schools: "school and trust".
func ofSchools(before, joint string) bool {
	return oneOf(joint, "school schools") || oneOf(joint, "and or") && oneOf(before, "school schools head heads")
}

func oneOf(word, words string) bool {
	return word != "" && slices.Contains(strings.Fields(words), word)
}
