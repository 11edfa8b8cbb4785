package lint

import (
	"slices"
	"strings"

	"waymark/model"
)

// How alike neighbouring levels may be, and how alike sentences must be to make
// two words in them a ladder.
const (
	maxAlike  = 0.6
	ladderFit = 0.7
	maxRatio  = 2
	// compared is how many sentences of a level are held against its
	// neighbour's. No level that can be read has more.
	compared = 12
)

// levels looks at the levels of each area beside each other.
func (l *linter) levels() {
	for _, a := range l.r.Areas {
		ts := l.byArea[a.ID]
		if len(ts) < 2 || ts[0].area != a.ID {
			continue
		}
		l.praise(ts)
		ladder := l.ladders(ts)
		for i := 1; i < len(ts); i++ {
			s := similarity(ts[i-1].words, ts[i].words)
			l.alike[ts[i].path] = ladder[i] || s > maxAlike
			if s > maxAlike && !ladder[i] {
				l.at("near-identical", ts[i], "", say("%s and level %d share %d in 100 of their words.", ts[i].name(), ts[i-1].level, int(100*s)), ts[i-1])
			}
		}
		l.ratio(ts)
		delete(l.byArea, a.ID) // an id given twice is looked at once
	}
}

// rung is one pair of sentences that differ by a word of amount.
type rung struct {
	rule  string
	words []string
}

// ladders finds levels that differ by adverb or amount while the rest is alike,
// and tells which pairs do, by the index of the upper one.
func (l *linter) ladders(ts []*text) map[int]bool {
	pairs := map[int]bool{}
	if !l.english {
		return pairs
	}
	steps := map[string][]string{}
	first := map[string]int{}
	var order []string
	for i := 1; i < len(ts); i++ {
		r, ok := l.rung(ts[i-1], ts[i])
		if !ok {
			continue
		}
		pairs[i] = true
		if _, known := first[r.rule]; !known {
			first[r.rule] = i
			order = append(order, r.rule)
		}
		for _, w := range r.words {
			if !slices.Contains(steps[r.rule], w) {
				steps[r.rule] = append(steps[r.rule], w)
			}
		}
	}
	for _, rule := range order {
		t, words := ts[first[rule]], steps[rule]
		l.at(rule, t, words[len(words)-1], say("%s says what level %d says with %s in it.", t.name(), ts[first[rule]-1].level, quoteAll(words)), ts[first[rule]-1])
	}
	return pairs
}

// rung compares two levels as wholes and sentence by sentence.
func (l *linter) rung(lower, upper *text) (rung, bool) {
	if r, ok := l.step(lower.words, upper.words); ok {
		return r, true
	}
	below, above := l.cut(lower), l.cut(upper)
	for _, a := range below {
		for _, b := range above {
			if r, ok := l.step(a, b); ok {
				return r, true
			}
		}
	}
	return rung{}, false
}

func (l *linter) cut(t *text) [][]string {
	var all [][]string
	for _, s := range sentences(t.body) {
		if len(all) == compared {
			break
		}
		all = append(all, wordsOf(s))
	}
	return all
}

// step reports whether a and b are alike but for words of amount.
func (l *linter) step(a, b []string) (rung, bool) {
	if min(len(a), len(b)) < 4 {
		return rung{}, false
	}
	for _, try := range []struct {
		rule  string
		words lexicon
	}{{"adverb-ladder", l.words.often}, {"amount-ladder", l.words.amount}} {
		x, y := try.words.find(a), try.words.find(b)
		if slices.Equal(x, y) || len(x)+len(y) == 0 {
			continue
		}
		if similarity(l.without(a), l.without(b)) >= ladderFit {
			return rung{try.rule, differing(x, y)}, true
		}
	}
	return rung{}, false
}

// without is words less those of amount.
func (l *linter) without(words []string) []string {
	var rest []string
	for i := 0; i < len(words); i++ {
		if n := max(l.words.often.length(words[i:]), l.words.amount.length(words[i:])); n > 0 {
			i += n - 1
			continue
		}
		rest = append(rest, words[i])
	}
	return rest
}

// differing is what only one of a and b has, or both when they differ in order.
func differing(a, b []string) []string {
	var only []string
	for _, w := range a {
		if !slices.Contains(b, w) {
			only = append(only, w)
		}
	}
	for _, w := range b {
		if !slices.Contains(a, w) {
			only = append(only, w)
		}
	}
	if only == nil {
		return b
	}
	return only
}

// ratio finds levels of very unlike length, and speaks for the length rule there.
func (l *linter) ratio(ts []*text) {
	long, shortest := ts[0], ts[0]
	for _, t := range ts {
		if l.quiet[silence{"length-ratio", t.path}] {
			continue
		}
		if count(t.body) > count(long.body) {
			long = t
		}
		if count(t.body) < count(shortest.body) || l.quiet[silence{"length-ratio", shortest.path}] {
			shortest = t
		}
	}
	most, least := count(long.body), count(shortest.body)
	if l.quiet[silence{"length-ratio", shortest.path}] || most <= maxRatio*least {
		return
	}
	t := long
	if middle := median(ts); float64(middle)/float64(least) > float64(most)/float64(middle) {
		t = shortest
	}
	l.at("length-ratio", t, "", say("Level %d of area %s has %d words and level %d has %d, more than twice as many.",
		shortest.level, short(string(t.area), 20), least, long.level, most), long, shortest)
	l.hush(long, "length")
	l.hush(shortest, "length")
}

func median(ts []*text) int {
	var counts []int
	for _, t := range ts {
		counts = append(counts, count(t.body))
	}
	slices.Sort(counts)
	return counts[len(counts)/2]
}

// praise finds levels of little but praise. What else could be said about their
// shape follows from that, so it is not said.
func (l *linter) praise(ts []*text) {
	if !l.english {
		return
	}
	for _, t := range ts {
		praised := l.words.praise.find(t.words)
		n := l.words.praise.share(t.words)
		if len(praised) < 2 || (len(praised) < 4 && float64(n) < 0.15*float64(len(t.words))) {
			continue
		}
		l.at("praise-only", t, praised[0], say("%s praises more than it describes: %s.", t.name(), quoteAll(praised[:min(len(praised), 4)])))
		l.hush(t, "length", "length-ratio", "missing-pupils", "first-sentence", "reading-age", "several-constructs")
	}
}

// repeats finds descriptors that stand nearly word for word in two places.
func (l *linter) repeats() {
	const (
		gram     = 4   // words that must stand in the same order to be compared at all
		holders  = 8   // how many texts are remembered for each such run
		repeated = 0.8 // how alike two texts are that repeat each other
	)
	seen := map[string][]*text{}
	for i := range l.texts {
		t := &l.texts[i]
		if !t.isDescriptor() {
			continue
		}
		held := map[*text]bool{}
		said := false
		for j := 0; j+gram <= len(t.words); j++ {
			run := strings.Join(t.words[j:j+gram], " ")
			for _, before := range seen[run] {
				if held[before] || said || l.compared(before, t) {
					continue
				}
				held[before] = true
				if similarity(before.words, t.words) >= repeated {
					said = true
					l.at("repeated-text", t, "", say("%s says nearly the same as level %d of area %s.", t.name(), before.level, short(string(before.area), 20)), before)
				}
			}
			if !slices.Contains(seen[run], t) && len(seen[run]) < holders {
				seen[run] = append(seen[run], t)
			}
		}
	}
}

// compared reports whether another rule looks at how alike two descriptors are,
// or has said that t is like the level below it.
func (l *linter) compared(before, t *text) bool {
	return before.area == t.area && (t.level-before.level <= 1 || l.alike[t.path])
}

// expected is the level from which pupils must be seen.
func (l *linter) expected() model.Level {
	if e := l.r.Scale.Expected; e > 1 && l.r.Scale.Has(e) {
		return e
	}
	return 3
}
