package report

import (
	"bytes"
	"fmt"
	"io"
	"strings"
)

// plainWidth is how many columns a text keeps to that is read on a screen.
const plainWidth = 76

// Plain writes d as lines to read on a screen, within 76 columns. It has no
// marks of any notation: words stand as they were typed. It is for a look at a
// document and no format to keep one in.
func Plain(w io.Writer, d Document) error {
	var p lines
	p.heading(d.Title, "━")
	for _, l := range d.Meta {
		p.entry("", l)
	}
	for _, s := range d.Sections {
		p.heading(s.Title, "─")
		for _, b := range s.Blocks {
			p.block(b)
		}
	}
	p.gap()
	for _, l := range d.Foot {
		p.paragraph(l)
	}
	if _, err := w.Write(p.Bytes()); err != nil {
		return fmt.Errorf("write document to read: %w", err)
	}
	return nil
}

// lines gathers what is read on a screen.
type lines struct{ bytes.Buffer }

// gap makes sure that one empty line is above what comes next.
func (p *lines) gap() {
	if p.Len() > 0 && !bytes.HasSuffix(p.Bytes(), []byte("\n\n")) {
		p.WriteByte('\n')
	}
}

// fold breaks text into lines that fit after the given indents.
func (p *lines) fold(text, first, rest string) {
	line, empty := first, true
	for word := range strings.FieldsSeq(text) {
		if !empty && columns(line)+1+columns(word) > plainWidth {
			p.WriteString(line + "\n")
			line, empty = rest, true
		}
		if !empty {
			line += " "
		}
		line, empty = line+word, false
	}
	if !empty {
		p.WriteString(line + "\n")
	}
}

// heading is a title with a line under it, unless under is "".
func (p *lines) heading(title, under string) {
	p.gap()
	from := p.Len()
	p.fold(title, "", "")
	if under != "" {
		last := bytes.TrimRight(p.Bytes()[from:], "\n")
		last = last[bytes.LastIndexByte(last, '\n')+1:]
		p.WriteString(strings.Repeat(under, columns(string(last))) + "\n")
	}
	p.gap()
}

func (p *lines) paragraph(text string) {
	for line := range strings.Lines(text) {
		if strings.TrimSpace(line) != "" {
			p.gap()
			p.fold(line, "", "")
		}
	}
}

// entry is one line of a list, its label in front.
func (p *lines) entry(indent string, l Line) {
	text := l.Text
	if l.Label != "" {
		text = l.Label + ": " + text
	}
	p.fold(text, indent+"– ", indent+"  ")
}

func (p *lines) block(b Block) {
	switch {
	case b.Heading != nil:
		p.heading(b.Heading.Text, "")
	case b.Paragraph != nil:
		p.paragraph(b.Paragraph.Text)
	case b.Remark != nil:
		p.paragraph(b.Remark.Text)
	case b.List != nil:
		p.list(*b.List)
	case b.Card != nil:
		p.card(*b.Card)
	case b.Area != nil:
		p.area(*b.Area)
	case b.Note != nil:
		p.gap()
		p.note("", *b.Note)
	case b.Table != nil:
		p.table(*b.Table)
	case b.HeatMap != nil:
		p.heatMap(*b.HeatMap)
	case b.NeedCurve != nil:
		p.paragraph(b.NeedCurve.About)
		p.table(b.NeedCurve.Table)
	}
}

func (p *lines) list(l List) {
	p.gap()
	if l.Label != "" {
		p.heading(l.Label, "")
	}
	for _, i := range l.Items {
		p.entry("", i)
	}
}

func (p *lines) card(c Card) {
	title := fmt.Sprintf("%d. %s", c.Place, c.Title)
	if codes := c.Codes(); codes != "" {
		title += " (" + codes + ")"
	}
	p.heading(title, "")
	for _, l := range c.Lines {
		p.entry("", l)
	}
	for _, f := range c.Fill {
		p.entry("", Line{f, strings.Repeat("…", 30)})
	}
}

func (p *lines) area(a AreaEntry) {
	p.heading(string(a.ID)+" "+a.Title, "")
	p.fold(a.Level.Meter()+" "+capital(a.Level.Short()), "", "")
	if a.Descriptor != "" {
		p.paragraph(a.Descriptor)
	}
	p.gap()
	for _, all := range [][]Line{a.Facts, a.Voices} {
		for _, l := range all {
			p.entry("", l)
		}
	}
	if len(a.Notes) > 0 {
		p.entry("", Line{Text: "Evidence:"})
	}
	for _, n := range a.Notes {
		p.note("  ", n)
	}
}

// note is one piece of evidence: what it is, and its words set in below.
func (p *lines) note(indent string, n NoteEntry) {
	p.entry(indent, Line{Text: n.About})
	below := indent + "    "
	for line := range strings.Lines(n.Text) {
		p.fold(line, below, below)
	}
	if n.Source != "" {
		p.fold("Source: "+n.Source, below, below)
	}
}

func (p *lines) heatMap(h HeatMap) {
	p.paragraph(h.About)
	p.table(h.Table)
	p.gap()
	for _, l := range h.Legend {
		p.entry("", Line{Text: l.Meter() + " " + capital(l.Short())})
	}
	for _, s := range h.Signs {
		p.entry("", Line{Text: s.Label + " " + s.Text})
	}
}

// table lines its columns up where they fit, and otherwise says each row in
// words.
func (p *lines) table(t Table) {
	p.heading(t.Caption, "")
	width := make([]int, len(t.Columns))
	total := -2
	for i := range width {
		for _, r := range append([][]string{t.Columns}, t.Rows...) {
			if i < len(r) {
				width[i] = max(width[i], columns(r[i]))
			}
		}
		total += width[i] + 2
	}
	if total > plainWidth {
		for _, r := range t.Rows {
			p.entry("", spoken(t.Columns, r))
		}
		return
	}
	for _, r := range append([][]string{t.Columns}, t.Rows...) {
		line := ""
		for i, cell := range r[:min(len(r), len(width))] {
			line += cell + strings.Repeat(" ", width[i]-columns(cell)+2)
		}
		p.WriteString(strings.TrimRight(line, " ") + "\n")
	}
}

// spoken is a row of a table in words: what it is about, then each cell after
// the name of its column.
func spoken(names, row []string) Line {
	var l Line
	var cells []string
	for i, cell := range row {
		switch {
		case i == 0:
			l.Label = cell
		case cell == "" || i >= len(names):
		case len(names) == 2: // the caption says what the one other column is
			cells = append(cells, cell)
		default:
			cells = append(cells, names[i]+" "+cell)
		}
	}
	l.Text = strings.Join(cells, "; ")
	return l
}
