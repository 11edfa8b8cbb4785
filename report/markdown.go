package report

import (
	"bytes"
	"fmt"
	"io"
	"strings"
)

// Markdown writes d as plain text that also reads as Markdown. Running text
// keeps within 96 columns; words from outside cannot become marks, links or
// pictures.
func Markdown(w io.Writer, d Document) error {
	var m markdown
	m.put("# "+escape(d.Title), "")
	for _, l := range d.Meta {
		m.item(l)
	}
	for _, s := range d.Sections {
		m.gap()
		m.put("## "+escape(s.Title), "")
		for _, b := range s.Blocks {
			m.block(b)
		}
	}
	m.gap()
	m.put("---", "")
	for _, l := range d.Foot {
		m.paragraph(l)
	}
	if _, err := w.Write(bytes.TrimLeft(m.Bytes(), "\n")); err != nil {
		return fmt.Errorf("write document as plain text: %w", err)
	}
	return nil
}

// markdown gathers lines.
type markdown struct{ bytes.Buffer }

func (m *markdown) put(lines ...string) {
	for _, l := range lines {
		m.WriteString(l + "\n")
	}
}

// gap makes sure that one empty line is above what comes next.
func (m *markdown) gap() {
	if m.Len() > 0 && !bytes.HasSuffix(m.Bytes(), []byte("\n\n")) {
		m.WriteByte('\n')
	}
}

func (m *markdown) paragraph(text string) {
	for line := range strings.Lines(text) {
		if strings.TrimSpace(line) != "" {
			m.gap()
			m.WriteString(wrap(escape(line), "", ""))
		}
	}
}

// item is a line of a list, its label in bold.
func (m *markdown) item(l Line) { m.itemAt("", l) }

func (m *markdown) itemAt(indent string, l Line) {
	text := escape(l.Text)
	if l.Label != "" {
		text = strings.TrimSpace("**" + escape(l.Label) + ":** " + text)
	}
	m.WriteString(wrap(text, indent+"- ", indent+"  "))
}

func (m *markdown) block(b Block) {
	switch {
	case b.Heading != nil:
		m.gap()
		m.put("### "+escape(b.Heading.Text), "")
	case b.Paragraph != nil:
		m.paragraph(b.Paragraph.Text)
	case b.Remark != nil:
		m.gap()
		m.WriteString(wrap(escape(b.Remark.Text), "> ", "> "))
	case b.List != nil:
		m.list(*b.List)
	case b.Card != nil:
		m.card(*b.Card)
	case b.Area != nil:
		m.area(*b.Area)
	case b.Note != nil:
		m.gap()
		m.note("", *b.Note)
	case b.Table != nil:
		m.table(*b.Table)
	case b.HeatMap != nil:
		m.heatMap(*b.HeatMap)
	case b.NeedCurve != nil:
		m.paragraph(b.NeedCurve.About)
		m.table(b.NeedCurve.Table)
	}
}

func (m *markdown) list(l List) {
	m.gap()
	if l.Label != "" {
		m.put("**"+escape(l.Label)+"**", "")
	}
	for _, i := range l.Items {
		m.item(i)
	}
}

func (m *markdown) card(c Card) {
	m.gap()
	title := fmt.Sprintf("%d. %s", c.Place, c.Title)
	if codes := c.Codes(); codes != "" {
		title += " (" + codes + ")"
	}
	m.put("### "+escape(title), "")
	for _, l := range c.Lines {
		m.item(l)
	}
	for _, f := range c.Fill {
		m.item(Line{f, strings.Repeat("…", 30)})
	}
}

func (m *markdown) area(a AreaEntry) {
	m.gap()
	m.put("### "+escape(string(a.ID)+" "+a.Title), "")
	m.put("`"+a.Level.Meter()+"` **"+escape(capital(a.Level.Short()))+"**", "")
	if a.Descriptor != "" {
		m.WriteString(wrap(escape(a.Descriptor), "", ""))
	}
	m.gap()
	for _, l := range a.Facts {
		m.item(l)
	}
	for _, l := range a.Voices {
		m.item(l)
	}
	if len(a.Notes) > 0 {
		m.put("- **Evidence:**")
	}
	for _, n := range a.Notes {
		m.note("  ", n)
	}
}

// note is one piece of evidence: what it is, and its words quoted below.
func (m *markdown) note(indent string, n NoteEntry) {
	m.WriteString(wrap(escape(n.About), indent+"- ", indent+"  "))
	quote := indent + "  > "
	first := true
	for line := range strings.Lines(n.Text) {
		if strings.TrimSpace(line) == "" {
			continue
		}
		if !first {
			m.put(strings.TrimRight(quote, " "))
		}
		m.WriteString(wrap(escape(line), quote, quote))
		first = false
	}
	if n.Source != "" {
		m.put("")
		m.WriteString(wrap("Source: "+escape(n.Source), indent+"  ", indent+"  "))
	}
}
