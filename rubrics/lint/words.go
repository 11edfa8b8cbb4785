package lint

import (
	"regexp"
	"slices"
	"strings"
	"unicode"

	"waymark/model"
)

// text holds one text to every rule that needs nothing but the text.
func (l *linter) text(t *text) {
	if t.kind == descriptor {
		l.shape(t)
	}
	if !l.english {
		return
	}
	l.inspection(t)
	l.shaming(t)
	if t.kind == levelName {
		return
	}
	l.acronyms(t)
	switch t.kind {
	case title:
		l.topics(t)
	case descriptor:
		l.openings(t)
		l.counts(t)
		l.claims(t)
		l.missingPupils(t)
		l.age(t)
		l.constructs(t)
	default: // other texts are held to the rules above alone
	}
}

func (l *linter) inspection(t *text) {
	words := l.words.inspection.find(t.words)
	if t.kind == descriptor || t.kind == title {
		words = append(words, l.words.asGrade.find(t.words)...)
	}
	if t.kind == levelName && len(t.words) == 1 && t.words[0] == "good" {
		words = append(words, "good")
	}
	if len(words) > 0 {
		l.at("inspection-words", t, words[0], say("%s uses %s.", t.name(), quoteAll(words)))
	}
}

func (l *linter) shaming(t *text) {
	if words := l.words.shaming.find(t.words); len(words) > 0 {
		l.at("shaming-words", t, words[0], say("%s uses %s.", t.name(), quoteAll(words)))
	}
}

// claims finds promises in the name of all, and about all.
func (l *linter) claims(t *text) {
	if words := l.words.we.find(wordsOf(unspoken(t.body))); len(words) > 0 {
		l.at("we-claim", t, words[0], say("%s speaks as %s.", t.name(), quoteAll(words)))
	}
	if words := l.words.allPupils.find(t.words); len(words) > 0 {
		l.at("all-pupils", t, words[0], say("%s claims something of %s.", t.name(), quoteAll(words)))
	}
}

var speech = regexp.MustCompile(`"[^"]*"|“[^”]*”`)

// unspoken is s without what somebody is quoted as saying.
func unspoken(s string) string { return speech.ReplaceAllString(s, " ") }

func (l *linter) missingPupils(t *text) {
	if l.r.Kind != model.KindSchool && l.r.Kind != model.KindTeacher {
		return
	}
	if t.level >= l.expected() && len(l.words.pupils.find(t.words)) == 0 {
		l.at("missing-pupils", t, "", say("%s says nothing about what pupils say or do.", t.name()))
	}
}

// counts finds numbers, shares, frequencies and marking codes.
func (l *linter) counts(t *text) {
	found := l.words.codes.find(t.words)
	found = append(found, l.words.frequency.find(t.words)...)
	for i, w := range t.words {
		if phrase := l.number(t.words, i, w); phrase != "" {
			found = append(found, phrase)
		}
	}
	if strings.Contains(t.body, "%") {
		found = append(found, "%")
	}
	if len(found) > 0 {
		l.at("counts", t, found[0], say("%s counts: %s.", t.name(), quoteAll(found[:min(len(found), 4)])))
	}
}

// number is the count that starts at words[i], or "".
func (l *linter) number(words []string, i int, w string) string {
	rest := words[i+1:]
	if w[0] >= '0' && w[0] <= '9' {
		if i > 0 && numbered(words[:i]) {
			return ""
		}
		return w
	}
	if l.words.numbers.length(words[i:]) == 0 || len(rest) == 0 {
		return ""
	}
	if n := l.words.units.length(rest); n > 0 {
		return strings.Join(words[i:i+1+n], " ")
	}
	if len(rest) > 1 && (rest[0] == "in" || rest[0] == "of" || rest[0] == "out") {
		for _, next := range rest[1:min(len(rest), 3)] {
			if next != "of" && l.words.numbers.length([]string{next}) > 0 {
				return strings.Join([]string{w, rest[0], next}, " ")
			}
		}
	}
	return ""
}

// numbered reports whether the words before a number make it a name, as in
// "Year 7" and "Years 5 and 6".
func numbered(before []string) bool {
	for i := len(before) - 1; i >= 0; i-- {
		switch w := before[i]; {
		case slices.Contains([]string{"year", "years", "stage", "stages", "age", "ages", "level", "tier", "wave"}, w):
			return true
		case w != "to" && w != "and" && w != "or" && !unicode.IsDigit(rune(w[0])):
			return false
		}
	}
	return false
}

var capitals = regexp.MustCompile(`\b[A-Z][A-Z&]*[A-Z]s?[0-9]*\b`)

// acronyms finds letters that are neither in the glossary nor explained.
func (l *linter) acronyms(t *text) {
	var unknown []string
	for _, w := range capitals.FindAllString(t.body, -1) {
		if !l.isKnown(t, w) && !slices.Contains(unknown, w) {
			unknown = append(unknown, w)
		}
	}
	if len(unknown) > 0 {
		l.at("acronym", t, unknown[0], say("%s uses %s without saying what it stands for.", t.name(), quoteAll(unknown)))
	}
}

func (l *linter) isKnown(t *text, w string) bool {
	bare := strings.TrimSuffix(strings.TrimRight(w, "0123456789"), "s")
	lower := []string{strings.ToLower(bare)}
	return l.words.known.length(lower) > 0 || l.words.codes.length(lower) > 0 ||
		strings.Trim(bare, "IVX") == "" || l.spelled[t.area][bare]
}

var explained = regexp.MustCompile(`\pL+[ -]\pL+ \(([A-Z][A-Z&]*[A-Z])s?\)`)

// spelledOut lists the acronyms that each area writes out, "words (ABC)".
func (l *linter) spelledOut() map[model.AreaID]map[string]bool {
	all := map[model.AreaID]map[string]bool{}
	for _, t := range l.texts {
		if !strings.Contains(t.body, "(") {
			continue
		}
		for _, m := range explained.FindAllStringSubmatch(t.body, -1) {
			if all[t.area] == nil {
				all[t.area] = map[string]bool{}
			}
			all[t.area][m[1]] = true
		}
	}
	return all
}
