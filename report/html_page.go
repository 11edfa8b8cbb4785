package report

import (
	"bytes"
	"fmt"
	"html"
)

// fixed is markup, or a name in it, that is our own. A constant becomes one by
// itself and a text never does, so words from outside cannot pass for markup.
type fixed string

// at is an attribute of an element.
type at struct {
	name  fixed
	value string
}

// page is a web page being written. Its elements end in the order in which they
// were opened, and every word and attribute in it is escaped. It is written by
// hand because a template package calls methods by name, for which the linker
// keeps every method of the program.
type page struct {
	bytes.Buffer
	open []fixed
}

// raw writes markup as it is.
func (p *page) raw(m fixed) { p.WriteString(string(m)) }

// text writes words, which stay words.
func (p *page) text(words string) { p.WriteString(html.EscapeString(words)) }

// start opens an element; end closes the last that was opened.
func (p *page) start(name fixed, attrs ...at) {
	p.raw("<" + name)
	for _, a := range attrs {
		p.raw(" " + a.name + `="`)
		p.text(a.value)
		p.raw(`"`)
	}
	p.raw(">")
	p.open = append(p.open, name)
}

func (p *page) end() {
	last := len(p.open) - 1
	p.raw("</" + p.open[last] + ">")
	p.open = p.open[:last]
}

// leaf is an element with words and nothing else.
func (p *page) leaf(name fixed, words string, attrs ...at) {
	p.start(name, attrs...)
	p.text(words)
	p.end()
}

// line is a leaf that ends its line.
func (p *page) line(name fixed, words string, attrs ...at) {
	p.leaf(name, words, attrs...)
	p.raw("\n")
}

// endLine closes the last element that was opened, and ends the line.
func (p *page) endLine() {
	p.end()
	p.raw("\n")
}

// class is the attribute that style.css goes by.
func class(name fixed) at { return at{"class", string(name)} }

// numbered is a name with a number after it, as "priority-2".
func numbered(name fixed, n int) string { return fmt.Sprintf("%s%d", name, n) }
