package report

import (
	"fmt"
	"strings"
)

func (p *page) block(b Block) error {
	switch {
	case b.Heading != nil:
		p.line("h3", b.Heading.Text)
	case b.Paragraph != nil:
		p.paragraphs(b.Paragraph.Text)
	case b.Remark != nil:
		p.line("p", b.Remark.Text, class("remark"))
	case b.List != nil:
		p.list(*b.List)
	case b.Card != nil:
		p.card(*b.Card)
	case b.Area != nil:
		p.area(*b.Area)
	case b.Note != nil:
		p.note(*b.Note)
	case b.Table != nil:
		p.table(*b.Table)
	case b.HeatMap != nil:
		return p.heat(*b.HeatMap)
	case b.NeedCurve != nil:
		if err := p.picture(b.NeedCurve.About, curveSVG(*b.NeedCurve)); err != nil {
			return err
		}
		p.table(b.NeedCurve.Table)
	}
	return nil
}

func (p *page) heat(h HeatMap) error {
	if err := p.picture(h.About, heatSVG(h)); err != nil {
		return err
	}
	p.legend(h)
	p.table(h.Table)
	return nil
}

// picture writes a sentence and the drawing that shows the same. The drawing
// comes from an XML encoder, which escapes every text in it.
func (p *page) picture(about string, draw drawing) error {
	p.paragraphs(about)
	if err := draw(p); err != nil {
		return err
	}
	p.raw("\n")
	return nil
}

// paragraphs writes each line of text as a paragraph.
func (p *page) paragraphs(text string) {
	for line := range strings.Lines(text) {
		if line = strings.TrimSpace(line); line != "" {
			p.line("p", line)
		}
	}
}

func (p *page) list(l List) {
	if l.Label != "" {
		p.line("p", l.Label, class("label"))
	}
	p.start("ul")
	for _, i := range l.Items {
		p.raw("\n")
		p.start("li")
		if i.Label != "" {
			p.leaf("b", i.Label+":")
			p.raw(" ")
		}
		p.text(i.Text)
		p.end()
	}
	p.raw("\n")
	p.endLine()
}

func (p *page) card(c Card) {
	id := numbered("priority-", c.Place)
	p.start("article", class("card"), at{"aria-labelledby", id})
	p.raw("\n")
	p.start("h3", at{"id", id})
	p.text(fmt.Sprintf("%d. %s", c.Place, c.Title))
	if codes := c.Codes(); codes != "" {
		p.raw(" ")
		p.leaf("span", "("+codes+")", class("codes"))
	}
	p.endLine()
	p.pairs("lines", c.Lines)
	p.raw("\n")
	p.start("ul", class("fill"))
	for _, f := range c.Fill {
		p.raw("\n")
		p.leaf("li", f)
	}
	p.raw("\n")
	p.endLine()
	p.endLine()
}

// pairs is a list of short texts, each behind the word it is found by.
func (p *page) pairs(kind fixed, lines []Line) {
	p.start("dl", class(kind))
	for _, l := range lines {
		p.raw("\n")
		p.start("div")
		p.leaf("dt", l.Label)
		p.raw(" ")
		p.leaf("dd", l.Text)
		p.end()
	}
	p.raw("\n")
	p.end()
}

func (p *page) table(t Table) {
	p.start("div", class("wide"), at{"role", "region"}, at{"aria-label", t.Caption}, at{"tabindex", "0"})
	p.raw("\n")
	p.start("table", class("stack"), at{"role", "table"})
	p.raw("\n")
	p.line("caption", t.Caption)
	p.start("thead", at{"role", "rowgroup"})
	p.start("tr", at{"role", "row"})
	for _, c := range t.Columns {
		p.leaf("th", c, at{"scope", "col"}, at{"role", "columnheader"})
	}
	p.end()
	p.endLine()
	p.start("tbody", at{"role", "rowgroup"})
	for _, r := range t.Rows {
		p.raw("\n")
		p.row(t.Columns, r)
	}
	p.raw("\n")
	p.endLine()
	p.endLine()
	p.endLine()
}

// row is one row of a table. On a narrow screen, where cells stand below one
// another, each says its column.
func (p *page) row(columns, cells []string) {
	p.start("tr", at{"role", "row"})
	for i, c := range cells {
		if i == 0 {
			p.leaf("th", c, at{"scope", "row"}, at{"role", "rowheader"})
			continue
		}
		column := ""
		if i < len(columns) {
			column = columns[i]
		}
		p.leaf("td", c, at{"role", "cell"}, at{"data-label", column})
	}
	p.end()
}
