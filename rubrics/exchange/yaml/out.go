package yaml

import (
	"encoding/json"
	"strings"
	"unicode/utf8"
)

// wide is where long texts are broken, and short what stays beside its name.
const (
	wide  = 120
	short = 80
)

// out gathers lines and remembers what each is about.
type out struct {
	b      strings.Builder
	places []Place
	at     Place
	under  string // the names that the next ones stand under, for their places
}

func (o *out) put(indent int, line string) {
	if line != "" {
		o.b.WriteString(strings.Repeat(" ", indent) + line)
	}
	o.b.WriteByte('\n')
	o.places = append(o.places, o.at)
}

// key is a name under which more follows.
func (o *out) key(indent int, name string) {
	o.at.Field = o.under + strings.Trim(name, `"`)
	o.put(indent, name+":")
}

// within writes what stands under a name, whose places begin with that name.
func (o *out) within(name string, write func()) {
	before := o.under
	o.under += strings.Trim(name, `"`) + " "
	write()
	o.under = before
}

// entry begins a new entry of a list with its first name.
func (o *out) entry(indent int, name, text string) { o.value(indent, "- ", name, text) }

func (o *out) text(indent int, name, text string) { o.value(indent, "", name, text) }

func (o *out) maybe(indent int, name, text string) {
	if text != "" {
		o.text(indent, name, text)
	}
}

func (o *out) list(indent int, name string, texts []string) {
	if len(texts) == 0 {
		return
	}
	o.key(indent, name)
	for _, text := range texts {
		o.value(indent+2, "- ", "", text)
	}
}

// value writes a text beside its name when it is short, and else under it.
func (o *out) value(indent int, lead, name, text string) {
	before := lead
	if name != "" {
		o.at.Field = o.under + name
		before += name + ": "
	}
	if utf8.RuneCountInString(text) <= short || !foldable(text) {
		o.put(indent, before+quoted(text))
		return
	}
	o.put(indent, before+">-")
	in := indent + len(lead) + 2
	for i, paragraph := range strings.Split(text, "\n\n") {
		if i > 0 {
			o.put(0, "")
		}
		for _, line := range fold(paragraph, wide-in) {
			o.put(in, line)
		}
	}
}

// foldable reports whether a text can be broken into lines and read back: words
// with one space between, paragraphs with one empty line, nothing hidden.
func foldable(text string) bool {
	for paragraph := range strings.SplitSeq(text, "\n\n") {
		if paragraph == "" || paragraph != strings.Join(strings.Fields(paragraph), " ") {
			return false
		}
	}
	return utf8.ValidString(text) && !strings.ContainsFunc(text, func(r rune) bool {
		return r < ' ' && r != '\n' || r >= 0x7f && r < 0xa0 || r == 0x2028 || r == 0x2029 || r == 0xfeff || r&0xfffe == 0xfffe
	})
}

func fold(text string, most int) []string {
	var lines []string
	line, width := "", 0
	for word := range strings.SplitSeq(text, " ") {
		w := utf8.RuneCountInString(word)
		if line != "" && width+1+w > most {
			lines = append(lines, line)
			line, width = "", 0
		}
		if line != "" {
			line += " "
			width++
		}
		line += word
		width += w
	}
	return append(lines, line)
}

// quoted is a text that YAML cannot take for anything else. JSON's spelling of
// a text is also YAML's.
func quoted(text string) string {
	var b strings.Builder
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(text); err != nil {
		return `""` // unreachable: every string can be written
	}
	return strings.TrimSuffix(b.String(), "\n")
}
