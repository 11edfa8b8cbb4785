package areas

import (
	"fmt"
	"strings"

	"waymark/model"
	"waymark/ui/env"
	"waymark/ui/layout"
	"waymark/ui/widget"
)

// listWidth is how wide the list is beside the text.
const listWidth = 52

// split reports whether there is room for the list and the text together.
func (s *Screen) split() bool { return s.size.W >= 110 }

// View draws the list, the text, or both where there is room.
func (s *Screen) View() []string {
	switch {
	case len(s.rows) == 0:
		return []string{"", "  " + s.Status()}
	case s.split():
		w := min(layout.TextWidth+4, s.size.W-listWidth-3)
		return layout.Beside(3, []int{listWidth, w}, s.viewList(listWidth), s.viewText(w))
	case s.reading:
		return s.viewText(s.size.W)
	}
	return s.viewList(s.size.W)
}

func (s *Screen) viewList(w int) []string {
	lines := []string{}
	if s.size.H > 12 {
		lines = append(lines, "", "  "+s.env.Theme.Bold.Render(layout.Cut(s.rubric.Title, w-4)), "")
	}
	s.top = len(lines)
	s.list.Set(len(s.rows), max(1, s.size.H-len(lines)))
	for i := s.list.First(); i < s.list.Last(); i++ {
		lines = append(lines, widget.Row(s.env.Theme, min(w, layout.TextWidth+8), i == s.list.Cursor, s.label(s.rows[i]), ""))
	}
	return lines
}

func (s *Screen) label(r row) string {
	switch {
	case r.area.ID != "":
		return "  " + r.area.Name()
	case r.group.ID != "":
		return string(r.group.ID) + "  " + r.group.Title
	}
	return "About this rubric"
}

// viewText is the text of the chosen row in a column, with a bar at its edge
// where there is more than fits.
func (s *Screen) viewText(w int) []string {
	t := s.env.Theme
	all := s.text(min(layout.TextWidth, w-5))
	h := max(1, s.size.H-1)
	s.page, s.last = h, max(0, len(all)-h)
	s.first = min(s.first, s.last)
	lines := []string{""}
	for i := range min(h, len(all)) {
		line := "  " + all[s.first+i]
		if s.last > 0 {
			bar := t.Border.Render(t.Glyph.Track)
			if from, to := s.first*h/len(all), (s.first+h)*h/len(all); i >= from && i <= to {
				bar = t.Accent.Render(t.Glyph.Thumb)
			}
			line = layout.Pad(line, min(layout.TextWidth+3, w-2)) + bar
		}
		lines = append(lines, line)
	}
	return lines
}

func (s *Screen) text(w int) []string {
	p := &text{screen: s, w: w}
	switch r := s.rows[s.list.Cursor]; {
	case r.area.ID != "":
		p.area(r.area)
	case r.group.ID != "":
		p.group(r.group)
	default:
		p.whole(s.rubric)
	}
	return p.lines
}

// text is put together line by line.
type text struct {
	screen *Screen
	w      int
	lines  []string
}

func (p *text) heading(words string) {
	if len(p.lines) > 0 {
		p.lines = append(p.lines, "")
	}
	for _, l := range layout.Wrap(words, p.w) {
		p.lines = append(p.lines, p.screen.env.Theme.Bold.Render(l))
	}
}

func (p *text) prose(words string) {
	words = strings.Join(strings.Fields(words), " ")
	if words != "" {
		p.lines = append(p.lines, layout.Wrap(words, p.w)...)
	}
}

func (p *text) under(heading, words string) {
	if words != "" {
		p.heading(heading)
		p.prose(words)
	}
}

// each is a list, with later lines of one entry set in below its first.
func (p *text) each(heading string, entries []string) {
	if len(entries) == 0 {
		return
	}
	p.heading(heading)
	for _, e := range entries {
		for i, l := range layout.Wrap(strings.Join(strings.Fields(e), " "), p.w-2) {
			p.lines = append(p.lines, map[bool]string{true: "– ", false: "  "}[i == 0]+l)
		}
	}
}

func (p *text) level(l model.Level, words string) {
	t, scale := p.screen.env.Theme, p.screen.rubric.Scale
	p.lines = append(p.lines, "", fmt.Sprintf("%d  %s  %s", l, t.Bold.Render(scale.Name(l)), t.Meter(l, int(scale.Top()))))
	p.prose(words)
}

func (p *text) area(a model.Area) {
	p.heading(a.Name())
	p.prose(a.Question)
	p.under("What it covers", a.Scope)
	p.under("Why it matters", a.Why)
	p.heading("The levels")
	for i, words := range a.Levels {
		p.level(model.Level(i+1), words)
	}
	var look []string
	for _, e := range a.Evidence {
		look = append(look, strings.ToUpper(string(e.Kind[:1]))+string(e.Kind[1:])+": "+e.Text)
	}
	p.each("Where to look", look)
	p.each("Questions to ask", a.Ask)
}

func (p *text) group(g model.Group) {
	p.heading(string(g.ID) + "  " + g.Title)
	p.prose(g.Summary)
	var areas []string
	for _, a := range p.screen.rubric.AreasIn(g.ID) {
		areas = append(areas, a.Name()+": "+a.Question)
	}
	p.each(widget.Count(len(areas), "area", "areas"), areas)
	var items []string
	for _, it := range g.Items {
		text := it.Text
		if it.Asks != "" {
			text = p.screen.env.Say("For "+string(it.Asks)+": ") + text
		}
		items = append(items, text)
	}
	p.each(widget.Count(len(items), "statement", "statements"), items)
}

func (p *text) whole(r model.Rubric) {
	p.heading(r.Title)
	p.prose(r.Summary)
	p.prose("")
	p.heading(p.screen.env.Say(env.Extent(r)))
	for i, l := range r.Scale.Levels {
		p.level(model.Level(i+1), l.Meaning)
	}
	p.each("What it does not cover", r.NotCovered)
	var rulings []string
	for _, g := range r.Rulings {
		where := g.Topic + ": "
		if g.Area != "" {
			where += "in " + string(g.Area) + ". "
		}
		rulings = append(rulings, where+g.Note)
	}
	p.each("Where a topic is judged", rulings)
	p.under("Edition", r.Edition)
	p.under("Where it comes from", r.Source)
	p.under("Licence", r.Licence)
}
