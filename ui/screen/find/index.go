package find

import (
	"strings"
	"unicode"

	"waymark/model"
	"waymark/ui/layout"
)

// entry is one area with everything that can be searched.
type entry struct {
	area  model.Area
	name  text
	texts []text
}

// text is something to be searched, with its words.
type text struct {
	label string // who says it: "" for the rubric, "your note"
	whole string
	words []word
}

// word is where a word stands, and how it is compared.
type word struct {
	from, to int
	fold     string
}

// newIndex gathers the texts of every area.
func newIndex(b *model.Book) []entry {
	r, e := b.Rubric(), b.Evaluation()
	all := make([]entry, len(r.Areas))
	for i, a := range r.Areas {
		x := entry{area: a, name: newText("", a.Title)}
		for _, t := range append([]string{a.Question, a.Scope, a.Why}, a.Levels...) {
			x.texts = append(x.texts, newText("", t))
		}
		for _, n := range e.Area(a.ID).Notes {
			x.texts = append(x.texts, newText("your note", n.Text))
		}
		all[i] = x
	}
	return all
}

func newText(label, s string) text {
	s = strings.Join(strings.Fields(s), " ")
	t := text{label: label, whole: s, words: make([]word, 0, strings.Count(s, " ")+2)} // a dash parts words too
	from := -1
	for i, r := range s + " " {
		switch in := letter(r) || r == '\'' || r == '’'; {
		case in && from < 0:
			from = i
		case !in && from >= 0:
			t.words = append(t.words, word{from, i, fold(s[from:i])})
			from = -1
		}
	}
	return t
}

func letter(r rune) bool {
	if r < unicode.MaxASCII { // nearly all of them, and the index has a million
		return 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || '0' <= r && r <= '9'
	}
	return unicode.IsLetter(r) || unicode.IsDigit(r)
}

// fold makes spellings alike that a person would not tell apart.
func fold(s string) string {
	return strings.Trim(strings.ReplaceAll(strings.ToLower(s), "’", "'"), "'")
}

// typed splits what was typed into words to look for.
func typed(query string) []string {
	var out []string
	for _, w := range strings.Fields(query) {
		if w = strings.TrimRight(fold(w), ".,;:!?"); strings.ContainsFunc(w, letter) {
			out = append(out, w)
		}
	}
	return out
}

// how closely a word matches.
const (
	begins  = 1 // it begins with what was typed
	exactly = 2 // it is what was typed
)

// best is the word of t that matches want most closely, the first of several,
// and how closely; 0 is not at all.
func (t text) best(want string) (at, how int) {
	at = -1
	for i, w := range t.words {
		switch {
		case w.fold == want:
			return i, exactly
		case at < 0 && strings.HasPrefix(w.fold, want):
			at, how = i, begins
		}
	}
	return at, how
}

// rank is where a match stands in the list.
type rank int

const (
	byName  rank = iota // every word is in the area's code or name
	byNote              // somebody's own note says it
	byWord              // the rubric says exactly that word
	byStart             // the rubric says words that begin so
)

// found is how an area matched: by its name alone, or by the words quoted.
type found struct {
	rank  rank
	quote quote
}

// quote is the words around a match.
type quote struct {
	label            string
	before, in, then string
}

// match reports whether every word looked for begins a word of the area, and
// quotes the text that says it most closely.
func (x entry) match(want []string, w int) (found, bool) {
	named := 0
	for _, q := range want {
		switch {
		case x.named(q):
			named++
		case !x.has(q):
			return found{}, false
		}
	}
	if named == len(want) {
		return found{}, true
	}
	best, most, f := 0, 0, found{rank: byStart}
	for i, t := range x.texts {
		n := t.closeness(want)
		if t.label != "" && n > 0 {
			n, f.rank = n+exactly*len(want), byNote
		}
		if n > most {
			best, most = i, n
		}
	}
	if f.rank == byStart && most >= exactly*(len(want)-named) {
		f.rank = byWord
	}
	f.quote = x.texts[best].quoted(want, w)
	return f, true
}

// closeness adds up how closely t says each word looked for.
func (t text) closeness(want []string) int {
	n := 0
	for _, q := range want {
		_, how := t.best(q)
		n += how
	}
	return n
}

// named reports whether q begins the area's code or a word of its name.
func (x entry) named(q string) bool {
	_, how := x.name.best(q)
	return how > 0 || strings.HasPrefix(fold(string(x.area.ID)), q)
}

// has reports whether anything of the area says q.
func (x entry) has(q string) bool {
	if x.named(q) {
		return true
	}
	for _, t := range x.texts {
		if _, how := t.best(q); how > 0 {
			return true
		}
	}
	return false
}

// lead is how many words are quoted before the one that matched.
const lead = 3

// quoted cuts t down to w cells around the first word looked for.
func (t text) quoted(want []string, w int) quote {
	at := -1
	for _, q := range want {
		if i, how := t.best(q); how > 0 && (at < 0 || i < at) {
			at = i
		}
	}
	q := quote{label: t.label}
	m := t.words[at]
	from := t.words[max(0, at-lead)].from
	if at <= lead {
		from = 0
	}
	if from > 0 {
		q.before = "…"
	}
	q.before += t.whole[from:m.from]
	q.in = t.whole[m.from:m.to]
	room := w - layout.Width(t.label+": “…”"+q.before+q.in)
	to := m.to
	for _, next := range t.words[at+1:] {
		if layout.Width(t.whole[m.to:next.to]) > room {
			break
		}
		to = next.to
	}
	q.then = t.whole[m.to:to]
	if rest := t.whole[to:]; len(rest) > 1 {
		q.then += "…"
	} else {
		q.then += rest
	}
	return q
}
