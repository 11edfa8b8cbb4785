package report

import (
	"bytes"
	_ "embed"
	"fmt"
	"html/template"
	"io"
	"strings"
)

//go:embed page.tmpl
var page string

//go:embed style.css
var style string

// HTML writes d as one web page that needs nothing else: no script, no picture,
// no request. It prints on A4, and it is written so that it is well-formed XML.
func HTML(w io.Writer, d Document) error {
	t, err := template.New("page").Funcs(template.FuncMap{"capital": capital, "paragraphs": paragraphs}).Parse(page)
	if err == nil {
		_, err = t.New("style").Parse("<style>\n" + style + "</style>")
	}
	if err != nil {
		return fmt.Errorf("write document as a web page: %w", err)
	}
	h := html{t: t}
	h.run("top", d)
	for _, s := range d.Sections {
		h.run("section", s)
		for _, b := range s.Blocks {
			h.block(b)
		}
		h.run("end", s)
	}
	h.run("bottom", d)
	if h.err == nil {
		_, h.err = h.WriteTo(w)
	}
	if h.err != nil {
		return fmt.Errorf("write document as a web page: %w", h.err)
	}
	return nil
}

// html gathers the page; the first error stops it.
type html struct {
	bytes.Buffer
	t   *template.Template
	err error
}

func (h *html) run(name string, data any) {
	if h.err == nil {
		h.err = h.t.ExecuteTemplate(&h.Buffer, name, data)
	}
}

func (h *html) block(b Block) {
	switch {
	case b.Heading != nil:
		h.run("heading", b.Heading)
	case b.Paragraph != nil:
		h.run("paragraph", b.Paragraph)
	case b.Remark != nil:
		h.run("remark", b.Remark)
	case b.List != nil:
		h.run("list", b.List)
	case b.Card != nil:
		h.run("card", b.Card)
	case b.Area != nil:
		h.run("area", b.Area)
	case b.Note != nil:
		h.run("note", b.Note)
	case b.Table != nil:
		h.run("table", b.Table)
	case b.HeatMap != nil:
		h.picture(b.HeatMap.About, heatSVG(*b.HeatMap))
		h.run("legend", b.HeatMap)
		h.run("table", b.HeatMap.Table)
	case b.NeedCurve != nil:
		h.picture(b.NeedCurve.About, curveSVG(*b.NeedCurve))
		h.run("table", b.NeedCurve.Table)
	}
}

// picture writes a sentence and the drawing that shows the same. The drawing
// comes from an XML encoder, which escapes every text in it.
func (h *html) picture(about string, draw drawing) {
	h.run("paragraph", Paragraph{about})
	if h.err == nil {
		h.err = draw(&h.Buffer)
	}
	h.WriteByte('\n')
}

// paragraphs splits text at its line ends.
func paragraphs(text string) []string {
	var all []string
	for line := range strings.Lines(text) {
		if line = strings.TrimSpace(line); line != "" {
			all = append(all, line)
		}
	}
	return all
}
