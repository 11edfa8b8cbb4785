package visit

import (
	"cmp"
	"slices"

	"waymark/model"
	"waymark/model/arrange"
)

// Finder knows the words of a rubric and finds the areas that a note may be
// about. Make one for a rubric and ask it at every pause.
type Finder struct {
	areas []model.AreaID
	words []map[string]int // for each area, how much each stem tells of it
	in    map[string]int   // in how many areas a stem is
}

// How much a word tells by where an area has it.
const (
	inTitle    = 6
	inRuling   = 6
	inScope    = 4
	inQuestion = 2
	inLookFors = 1
)

// fine keeps whole numbers fine enough when a word is shared by many areas.
const fine = 1000

// faint is how many times better the best match may be than one still named.
const faint = 4

// NewFinder reads the words of r.
func NewFinder(r model.Rubric) *Finder {
	f := &Finder{in: map[string]int{}}
	for _, a := range r.Areas {
		words := map[string]int{}
		weigh(words, inTitle, a.Title)
		weigh(words, inScope, a.Scope)
		weigh(words, inQuestion, a.Question)
		weigh(words, inLookFors, a.LookFors...)
		weigh(words, inLookFors, a.LookAgains...)
		for _, p := range a.Evidence {
			weigh(words, inLookFors, p.Text)
		}
		for _, rule := range r.Rulings {
			if rule.Area == a.ID {
				weigh(words, inRuling, rule.Topic)
			}
		}
		f.areas, f.words = append(f.areas, a.ID), append(f.words, words)
		for w := range words {
			f.in[w]++
		}
	}
	return f
}

// weigh keeps the best place in which an area has a word.
func weigh(words map[string]int, weight int, texts ...string) {
	for _, text := range texts {
		for _, w := range stems(text) {
			words[w] = max(words[w], weight)
		}
	}
}

// Suggest is up to n areas whose words best match a note's, the best first.
// Areas among those given come before others that match nearly as well; areas
// that match equally keep their order. None match a text that shares no telling
// word with the rubric.
func (f *Finder) Suggest(text string, among []model.AreaID, n int) []model.AreaID {
	var telling []string
	for _, w := range stems(meant(text)) {
		common := len(f.areas) > 3 && f.in[w]*2 > len(f.areas)
		if f.in[w] > 0 && !common && !slices.Contains(telling, w) {
			telling = append(telling, w)
		}
	}
	type match struct{ area, sum int }
	var found []match
	for i, words := range f.words {
		sum := 0
		for _, w := range telling {
			sum += words[w] * fine / f.in[w]
		}
		if slices.Contains(among, f.areas[i]) {
			sum += sum / 2
		}
		if sum > 0 {
			found = append(found, match{i, sum})
		}
	}
	arrange.By(found, func(a, b match) int { return cmp.Compare(b.sum, a.sum) })
	var best []model.AreaID
	for _, m := range found[:min(max(n, 0), len(found))] {
		if m.sum*faint < found[0].sum {
			break
		}
		best = append(best, f.areas[m.area])
	}
	return best
}

// Suggest is NewFinder and Finder.Suggest, for asking once.
func Suggest(r model.Rubric, text string, among []model.AreaID, n int) []model.AreaID {
	return NewFinder(r).Suggest(text, among, n)
}
