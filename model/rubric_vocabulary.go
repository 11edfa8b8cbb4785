package model

import (
	"cmp"
	"strings"
	"unicode"
	"unicode/utf8"

	"waymark/model/arrange"
)

// Term is a word of the product and what a trust says in its place. Both may be
// several words with single spaces between them.
type Term struct {
	From string
	To   string
}

// Vocabulary renames the product's words in what is shown and exported. The
// zero value renames nothing.
type Vocabulary struct {
	byFirst map[string][]renaming // by the first word of From, lower case, longest first
}

type renaming struct {
	words []string
	to    string
}

// NewVocabulary is the vocabulary of the terms, of which the first wins where two
// rename the same words. Each form, such as the plural, is a term of its own.
func NewVocabulary(terms []Term) Vocabulary {
	v := Vocabulary{byFirst: map[string][]renaming{}}
	for _, t := range terms {
		words := strings.Fields(t.From)
		if len(words) == 0 {
			continue
		}
		first := strings.ToLower(words[0])
		v.byFirst[first] = append(v.byFirst[first], renaming{words: words, to: t.To})
	}
	for _, rs := range v.byFirst {
		arrange.By(rs, func(a, b renaming) int { return cmp.Compare(len(b.words), len(a.words)) })
	}
	return v
}

// Words is text with every whole word renamed once. A word that starts with a
// capital, or is all capitals, stays so; everything between words is untouched.
// It is meant for the program's and a rubric's own words, never for what people
// have typed.
func (v Vocabulary) Words(text string) string { return v.renamed(text, nil) }

// renamed renames every whole word that meant, when given, does not set aside.
func (v Vocabulary) renamed(text string, meant func(text string, found []span, i int) bool) string {
	if len(v.byFirst) == 0 {
		return text
	}
	found := spans(text)
	var b strings.Builder
	at := 0
	for i := 0; i < len(found); i++ {
		to, many := v.rename(text, found[i:])
		if many == 0 || many == 1 && meant != nil && !meant(text, found, i) {
			continue
		}
		end := found[i+many-1].end
		b.WriteString(text[at:found[i].start])
		b.WriteString(likeCase(text[found[i].start:end], to))
		at = end
		i += many - 1
	}
	b.WriteString(text[at:])
	return b.String()
}

// span is where one word stands in a text.
type span struct{ start, end int }

func spans(text string) []span {
	var all []span
	start := -1
	for i, r := range text {
		switch {
		case inWord(r) && start < 0:
			start = i
		case !inWord(r) && start >= 0:
			all, start = append(all, span{start, i}), -1
		}
	}
	if start >= 0 {
		all = append(all, span{start, len(text)})
	}
	return all
}

func inWord(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) || r == '_'
}

// rename is what the words that start here become, and how many of them do.
func (v Vocabulary) rename(text string, found []span) (to string, many int) {
	word := func(i int) string { return text[found[i].start:found[i].end] }
	for _, r := range v.byFirst[strings.ToLower(word(0))] {
		if len(r.words) > len(found) {
			continue
		}
		same := true
		for i, want := range r.words {
			same = same && strings.EqualFold(word(i), want) && (i == 0 || text[found[i-1].end:found[i].start] == " ")
		}
		if same {
			return r.to, len(r.words)
		}
	}
	return "", 0
}

// likeCase gives to the capitals that was had.
func likeCase(was, to string) string {
	first, size := utf8.DecodeRuneInString(was)
	switch {
	case !unicode.IsUpper(first) || to == "":
		return to
	case len(was) > size && was == strings.ToUpper(was):
		return strings.ToUpper(to)
	}
	head, size := utf8.DecodeRuneInString(to)
	return string(unicode.ToUpper(head)) + to[size:]
}
