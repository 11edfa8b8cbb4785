package report

import (
	_ "embed"
	"fmt"
	"io"
)

//go:embed style.css
var style fixed

// head says of the page what is the same for every document.
const head fixed = `<meta charset="utf-8"/>
<meta name="viewport" content="width=device-width, initial-scale=1"/>
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:"/>
`

// HTML writes d as one web page that needs nothing else: no script, no picture,
// no request. It prints on A4, and it is written so that it is well-formed XML.
func HTML(w io.Writer, d Document) error {
	p := &page{}
	p.top(d)
	for _, s := range d.Sections {
		if err := p.section(s); err != nil {
			return fmt.Errorf("write document as a web page: %w", err)
		}
	}
	p.bottom(d)
	if _, err := p.WriteTo(w); err != nil {
		return fmt.Errorf("write document as a web page: %w", err)
	}
	return nil
}

func (p *page) top(d Document) {
	p.raw("<!DOCTYPE html>\n")
	p.start("html", at{"lang", d.Language})
	p.raw("\n")
	p.start("head")
	p.raw("\n" + head)
	p.line("title", d.Title)
	p.raw("<style>\n" + style + "</style>\n")
	p.endLine()
	p.start("body", at{"class", string(d.Kind)})
	p.raw("\n")
	p.line("a", "Skip to the content", class("skip"), at{"href", "#main"})
	p.start("header")
	p.raw("\n")
	p.line("h1", d.Title)
	p.pairs("facts", d.Meta)
	p.raw("\n")
	p.endLine()
	if d.Kind == KindFull {
		p.contents(d.Sections)
	}
	p.start("main", at{"id", "main"})
	p.raw("\n")
}

func (p *page) contents(sections []Section) {
	p.start("nav", at{"aria-label", "Contents"})
	p.raw("\n")
	p.line("h2", "Contents")
	p.start("ul")
	for _, s := range sections {
		p.raw("\n")
		p.start("li")
		p.leaf("a", s.Title, at{"href", "#" + s.ID})
		p.end()
	}
	p.raw("\n")
	p.endLine()
	p.endLine()
}

func (p *page) section(s Section) error {
	title := s.ID + "-title"
	p.start("section", at{"id", s.ID}, at{"aria-labelledby", title})
	p.raw("\n")
	p.line("h2", s.Title, at{"id", title})
	for _, b := range s.Blocks {
		if err := p.block(b); err != nil {
			return err
		}
	}
	p.endLine()
	return nil
}

func (p *page) bottom(d Document) {
	p.endLine() // main
	p.start("footer")
	for _, line := range d.Foot {
		p.raw("\n")
		p.leaf("p", line)
	}
	p.raw("\n")
	p.endLine()
	p.endLine() // body
	p.endLine() // html
}
