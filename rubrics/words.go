package rubrics

import (
	"strconv"
	"strings"
	"unicode"
)

// quote shows a few words of somebody's file inside a message: short, on one
// line, and without anything that a terminal would obey.
func quote(s string) string { return "“" + short(s, 40) + "”" }

func short(s string, most int) string {
	runes := []rune(strings.Join(strings.Fields(s), " "))
	if len(runes) > most {
		runes = append(runes[:most-1], '…')
	}
	for i, r := range runes {
		if !unicode.IsPrint(r) {
			runes[i] = unicode.ReplacementChar
		}
	}
	return string(runes)
}

// shortLine is a line to write, cut when it is too long to be of use.
func shortLine(s string) string { return short(s, 72) }

// quotedYAML is s as YAML writes text that must stay text.
func quotedYAML(s string) string {
	return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`).Replace(s) + `"`
}

// closest is the known word that was probably meant, or "" when none is near
// or two are equally so.
func closest(typed string, known []string) string {
	typed = strings.ToLower(typed)
	if len(typed) > 40 {
		return ""
	}
	if meant := otherWord(typed, known); meant != "" {
		return meant
	}
	best, distance := "", 3
	for _, word := range known {
		switch d := edits(typed, strings.ToLower(word)); {
		case d >= len(word):
		case d < distance:
			best, distance = word, d
		case d == distance:
			best = ""
		}
	}
	return best
}

// otherWord knows what authors of other rubrics call our entries.
func otherWord(typed string, known []string) string {
	meant := map[string]string{
		"name": "title", "descriptors": "levels", "description": "scope", "version": "edition",
		"questions": "ask", "guiding_questions": "ask", "prerequisites": "needs", "requires": "needs",
		"related": "see_also", "tags": "lens", "strands": "groups", "domains": "groups", "criteria": "areas",
	}[typed]
	for _, word := range known {
		if word == meant {
			return word
		}
	}
	return ""
}

// edits counts the letters to add, drop, change or swap to turn a into b.
func edits(a, b string) int {
	x, y := []rune(a), []rune(b)
	rows := [3][]int{}
	for i := range rows {
		rows[i] = make([]int, len(y)+1)
	}
	for j := range rows[1] {
		rows[1][j] = j
	}
	for i := 1; i <= len(x); i++ {
		before, last, row := rows[0], rows[1], rows[2]
		row[0] = i
		for j := 1; j <= len(y); j++ {
			cost := 1
			if x[i-1] == y[j-1] {
				cost = 0
			}
			row[j] = min(last[j]+1, row[j-1]+1, last[j-1]+cost)
			if i > 1 && j > 1 && x[i-1] == y[j-2] && x[i-2] == y[j-1] {
				row[j] = min(row[j], before[j-2]+1)
			}
		}
		rows[0], rows[1], rows[2] = last, row, before
	}
	return rows[1][len(y)]
}

// list joins words as people do: "1, 2 and 4".
func list(words []string) string {
	if len(words) < 2 {
		return strings.Join(words, "")
	}
	return strings.Join(words[:len(words)-1], ", ") + " and " + words[len(words)-1]
}

func numbers(ns []int) []string {
	words := make([]string, len(ns))
	for i, n := range ns {
		words[i] = strconv.Itoa(n)
	}
	return words
}

// gradeIn is the inspection grade that a level name uses, or "". Such names
// turn a conversation about practice into one about a verdict.
func gradeIn(name string) string {
	words := " " + strings.Join(strings.FieldsFunc(strings.ToLower(name), func(r rune) bool { return !unicode.IsLetter(r) }), " ") + " "
	for _, grade := range []string{
		"outstanding", "good", "requires improvement", "inadequate", "special measures", "serious weaknesses",
		"exceptional", "strong standard", "expected standard", "needs attention", "urgent improvement",
		"secure fit", "world class", "excellence", "perfect",
	} {
		if strings.Contains(words, " "+grade+" ") {
			return grade
		}
	}
	return ""
}
