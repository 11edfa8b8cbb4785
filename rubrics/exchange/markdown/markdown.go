package markdown

import (
	"fmt"
	"io"
	"strings"

	"waymark/model"
)

// Write prints the whole of r. Nothing is left out.
func Write(w io.Writer, r model.Rubric) ([]string, error) {
	var p printer
	p.head(r)
	p.levels(r.Scale)
	for _, g := range r.Groups {
		p.put("## "+escape(string(g.ID)+" "+g.Title), "")
		p.text("", g.Summary)
		for _, a := range r.AreasIn(g.ID) {
			p.area(r, a)
		}
		p.items(g.Items)
	}
	p.tail(r)
	if _, err := io.WriteString(w, strings.TrimRight(p.String(), "\n")+"\n"); err != nil {
		return nil, fmt.Errorf("print rubric %s: %w", r.ID, err)
	}
	return nil, nil
}

// printer gathers lines of Markdown.
type printer struct{ strings.Builder }

func (p *printer) put(lines ...string) {
	for _, l := range lines {
		p.WriteString(l + "\n")
	}
}

// text prints paragraphs, the first after its label.
func (p *printer) text(label, text string) {
	if text == "" {
		return
	}
	if label != "" {
		label = "**" + label + "** "
	}
	for paragraph := range strings.SplitSeq(text, "\n\n") {
		p.put(label+escapeStart(paragraph, label == ""), "")
		label = ""
	}
}

// list prints entries under their label.
func (p *printer) list(label string, entries []string) {
	if len(entries) == 0 {
		return
	}
	p.put("**"+label+"**", "")
	for _, e := range entries {
		p.entry(e)
	}
	p.put("")
}

func (p *printer) entry(text string) {
	for i, paragraph := range strings.Split(text, "\n\n") {
		if i > 0 {
			p.put("", "  "+escapeStart(paragraph, true))
			continue
		}
		p.put("- " + escapeStart(paragraph, true))
	}
}

func (p *printer) head(r model.Rubric) {
	p.put("# "+escape(r.Title), "")
	p.text("", r.Summary)
	p.text("Edition", r.Edition)
	p.text("Language", r.Language)
	p.text("What each of its parts is called", r.GroupWord)
	p.text("Licence", r.Licence)
	p.text("Source", r.Source)
	p.list("Levels may be set beside those of the editions", r.Comparable)
}

func (p *printer) levels(s model.Scale) {
	if len(s.Levels) == 0 {
		return
	}
	p.put("## The levels: "+escape(s.Title), "")
	for i, l := range s.Levels {
		p.text(fmt.Sprintf("%d %s", i+1, escape(l.Name))+expected(s, model.Level(i+1)), orDash(l.Meaning))
	}
}

func orDash(s string) string {
	if s == "" {
		return "–"
	}
	return s
}

func expected(s model.Scale, l model.Level) string {
	if s.Expected == l {
		return " (expected)"
	}
	return ""
}

func (p *printer) items(items []model.Item) {
	for _, i := range items {
		label := escape(string(i.ID))
		if i.Asks != "" {
			label += ", to " + escape(string(i.Asks))
		}
		text := i.Text
		if i.Shares != "" {
			text += " (" + i.Shares + ")"
		}
		p.text(label, text)
	}
}

func (p *printer) tail(r model.Rubric) {
	if len(r.Rulings) > 0 {
		p.put("## Where each topic is judged", "")
	}
	for _, ruling := range r.Rulings {
		text := ruling.Note
		if a, ok := r.Area(ruling.Area); ok {
			text = strings.TrimSpace("in " + a.Name() + ". " + ruling.Note)
		}
		p.text(escape(ruling.Topic)+":", text)
	}
	p.list("Not covered", r.NotCovered)
	var crossings []string
	for _, x := range r.Crosswalk {
		crossings = append(crossings, fmt.Sprintf("%s is about the same as %s in %s", x.From, x.To, x.Rubric))
	}
	p.list("Other rubrics", crossings)
	p.list("Answers", r.Answers)
	for _, role := range r.Roles {
		p.text(escape(role.Title), orDash(role.Does))
	}
	for _, at := range r.Positions {
		p.text(escape(at.Title), orDash(at.Where))
	}
}
