package find

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"
)

// near is the query with each word that matches nothing replaced by the
// nearest word of the rubric and the notes, or "" when there is none.
func near(all []entry, want []string) string {
	out := slices.Clone(want)
	changed := false
	for i, q := range want {
		if slices.ContainsFunc(all, func(x entry) bool { return x.has(q) }) {
			continue
		}
		best := nearest(all, q)
		if best == "" {
			return ""
		}
		out[i], changed = best, true
	}
	if !changed {
		return ""
	}
	return strings.Join(out, " ")
}

// candidate is a word that might have been meant.
type candidate struct {
	word  string
	away  int
	areas int
}

// nearest is the word of the texts that takes the fewest slips of a finger to
// become q; of several, the one that most areas use.
func nearest(all []entry, q string) string {
	slips := 2
	if utf8.RuneCountInString(q) <= 4 {
		slips = 1
	}
	met := map[string]*candidate{}
	for _, x := range all {
		here := map[string]bool{}
		for _, t := range append([]text{x.name}, x.texts...) {
			for _, w := range t.words {
				if here[w.fold] || utf8.RuneCountInString(w.fold) < 3 {
					continue
				}
				here[w.fold] = true
				if c := met[w.fold]; c != nil {
					c.areas++
				} else if d := distance(q, w.fold, slips); d <= slips {
					met[w.fold] = &candidate{w.fold, d, 1}
				}
			}
		}
	}
	var best []candidate
	for _, c := range met {
		best = append(best, *c)
	}
	if len(best) == 0 {
		return ""
	}
	return slices.MinFunc(best, func(a, b candidate) int {
		return cmp.Or(cmp.Compare(a.away, b.away), cmp.Compare(b.areas, a.areas), cmp.Compare(a.word, b.word))
	}).word
}

// distance counts the letters to add, drop, change or swap with their
// neighbour to make a into b; anything above most is most+1.
func distance(a, b string, most int) int {
	x, y := []rune(a), []rune(b)
	if d := len(x) - len(y); d > most || -d > most {
		return most + 1
	}
	before, last, row := make([]int, len(y)+1), make([]int, len(y)+1), make([]int, len(y)+1)
	for j := range last {
		last[j] = j
	}
	for i := 1; i <= len(x); i++ {
		row[0] = i
		for j := 1; j <= len(y); j++ {
			change := last[j-1]
			if x[i-1] != y[j-1] {
				change++
			}
			row[j] = min(change, last[j]+1, row[j-1]+1)
			if i > 1 && j > 1 && x[i-1] == y[j-2] && x[i-2] == y[j-1] {
				row[j] = min(row[j], before[j-2]+1)
			}
		}
		before, last, row = last, row, before
	}
	return min(last[len(y)], most+1)
}
