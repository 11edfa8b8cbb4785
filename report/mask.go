package report

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"waymark/model"
	"waymark/model/arrange"
)

// somebody stands in for a name that is left out.
const somebody = "a colleague"

// mask takes the names it knows out of running text. The zero mask takes none out.
type mask struct{ known *regexp.Regexp }

// shortestName is how long a name must be to be looked for on its own: shorter
// ones are too often ordinary words.
const shortestName = 3

// newMask looks for each person's whole name, and for the surname alone or after
// a title, an initial or a first name.
func newMask(people []model.Person) mask {
	var names []string
	for _, p := range people {
		words := strings.Fields(model.CleanLine(p.Name))
		if len(words) == 0 {
			continue
		}
		spaced := make([]string, len(words))
		for i, w := range words {
			spaced[i] = regexp.QuoteMeta(w)
		}
		names = append(names, `(?i:`+strings.Join(spaced, `\s+`)+`)`)
		if last := words[len(words)-1]; utf8.RuneCountInString(last) >= shortestName {
			names = append(names, `(?:(?:Mr|Mrs|Ms|Miss|Mx|Dr|Sir|Prof)\.?\s+|\p{Lu}\.\s*|`+spaced[0]+`\s+)*`+spaced[len(spaced)-1])
		}
	}
	if len(names) == 0 {
		return mask{}
	}
	arrange.By(names, func(a, b string) int { return len(b) - len(a) })
	return mask{regexp.MustCompile(`(^|[^\p{L}\p{N}])(?:` + strings.Join(names, "|") + `)($|[^\p{L}\p{N}])`)}
}

// cover replaces every known name.
func (m mask) cover(s string) string {
	if m.known == nil {
		return s
	}
	for range 2 { // two names side by side share the space between them
		s = m.known.ReplaceAllString(s, "${1}"+somebody+"${2}")
	}
	return s
}
