package lint

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// The shape of a descriptor that can be read beside three others.
const (
	minWords    = 30
	maxWords    = 55
	maxFirst    = 110 // characters in the first sentence
	maxJoins    = 3   // in one sentence
	maxJoinsAll = 8   // in one descriptor
)

// shape looks at lengths, which any language has.
func (l *linter) shape(t *text) {
	switch n := count(t.body); {
	case n < minWords:
		l.at("length", t, "", say("%s has %d words, fewer than %d.", t.name(), n, minWords))
	case n > maxWords:
		l.at("length", t, "", say("%s has %d words, more than %d.", t.name(), n, maxWords))
	}
	first := strings.TrimRight(sentences(t.body)[0], ".")
	if n := utf8.RuneCountInString(first); n >= maxFirst {
		l.at("first-sentence", t, "", say("%s opens with a sentence of %d characters; under %d is shown whole.", t.name(), n, maxFirst))
	}
}

func (l *linter) age(t *text) {
	var own []string
	for i := range l.texts[:t.order] {
		if before := &l.texts[t.order-1-i]; before.kind == title {
			own = before.words
			break
		}
	}
	if age := readingAge(t.body, own); age > maxAge {
		l.at("reading-age", t, "", say("%s reads as if written for someone of about %d; aim for 12 to 14.", t.name(), int(age+0.5)))
	}
}

// constructs finds sentences and descriptors that join too much.
func (l *linter) constructs(t *text) {
	all := 0
	for _, s := range sentences(t.body) {
		n := l.joined(wordsOf(s))
		all += n
		if n > maxJoins {
			l.at("several-constructs", t, strings.Join(firstWords(s, 4), " "), say("%s joins %d things in one sentence: %s.", t.name(), n+1, quote(s)))
			return
		}
	}
	if all > maxJoinsAll {
		l.at("several-constructs", t, "", say("%s joins things %d times.", t.name(), all))
	}
}

func (l *linter) joined(words []string) (n int) {
	for i := range words {
		n += one(l.words.joins.length(words[i:]) > 0)
	}
	return n
}

func firstWords(s string, n int) []string {
	words := wordsOf(s)
	return words[:min(n, len(words))]
}

// topics finds a title that joins fields of work which no one thing describes.
func (l *linter) topics(t *text) {
	joined := slices.ContainsFunc(t.words, func(w string) bool { return w == "and" }) || strings.ContainsAny(t.body, "&/,")
	if !joined {
		return
	}
	var fields, words []string
	for _, w := range t.words {
		for _, name := range l.fieldNames() {
			if l.words.fields[name].length([]string{w}) > 0 && !slices.Contains(fields, name) {
				fields = append(fields, name)
				words = append(words, w)
			}
		}
	}
	if len(fields) > 1 {
		l.at("several-topics", t, words[0], say("%s joins %s.", t.name(), quoteAll(words)))
	}
}

func (l *linter) fieldNames() []string {
	var names []string
	for name := range l.words.fields {
		names = append(names, name)
	}
	slices.Sort(names)
	return names
}

// openings looks at how sentences begin.
func (l *linter) openings(t *text) {
	all := sentences(t.body)
	for _, s := range all {
		words := wordsOf(s)
		if n := l.words.emptyStart.length(words); n > 0 {
			start := strings.Join(words[:n], " ")
			l.at("empty-opening", t, start, say("%s has a sentence that starts %s.", t.name(), quote(start)))
			return
		}
	}
	if start := l.passive(all[0]); start != "" {
		l.at("passive-opening", t, start, say("%s opens with %s and does not say who does it.", t.name(), quote(start)))
	}
}

// reach is how many words a subject may have before the verb that makes a
// sentence passive.
const reach = 6

// passive is the verb that makes the opening of s passive, or "". A word that
// opens a clause of its own ends the search: in "pupils who are taught at home
// read" nobody is hidden.
func (l *linter) passive(s string) string {
	if head, rest, ok := strings.Cut(s, ", "); ok && count(head) <= 5 && startsAside(head) {
		s = rest
	}
	s, _, _ = strings.Cut(s, ",")
	words := wordsOf(s)
	for i := 1; i < len(words) && i <= reach; i++ {
		if n := l.words.auxiliaries.length(words[i:]); n > 0 {
			return l.participle(words, i, i+n)
		}
		if w := words[i]; w != "and" && l.words.subordinators.length([]string{w}) > 0 {
			return ""
		}
	}
	return ""
}

// participle is the verb from verb on, when a participle follows at next.
func (l *linter) participle(words []string, verb, next int) string {
	for next < len(words) && (strings.HasSuffix(words[next], "ly") || words[next] == "not" || words[next] == "often" || words[next] == "also") {
		next++
	}
	if next >= len(words) {
		return ""
	}
	w := []string{words[next]}
	if l.words.adjectives.length(w) > 0 || (!strings.HasSuffix(words[next], "ed") && l.words.participles.length(w) == 0) {
		return ""
	}
	return strings.Join(words[verb:next+1], " ")
}

// startsAside reports whether s says where or when before a sentence begins.
func startsAside(s string) bool {
	first := firstWords(s, 1)
	return len(first) == 1 && slices.Contains([]string{
		"in", "across", "at", "on", "for", "by", "during", "each", "within", "over", "before", "after", "from", "now", "here", "sometimes", "often", "usually",
	}, first[0])
}
