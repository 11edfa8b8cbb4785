package vote

import (
	"fmt"
	"strings"

	"waymark/model"
	"waymark/model/meeting"
	"waymark/ui/layout"
	"waymark/ui/widget"
)

// viewShown draws how the levels lie, what to talk about, and what the team
// will record.
func (s *Screen) viewShown(p *sheet, m model.Meeting, t model.Talk, v meeting.View) {
	s.title(p, v.Spread())
	if s.spacious() {
		p.Prose(s.area.Question)
	}
	p.Gap()
	s.table(p, m, v)
	if len(v.Passed) > 0 {
		p.Prose(s.passed(m, v))
	}
	if was := s.earlier(m, t); was != "" {
		p.Hint(was)
	}
	p.Gap()
	s.talk(p, m, v)
	n := len(s.book().Evaluation().Area(s.area.ID).Notes)
	p.Hint(fmt.Sprintf("Notes on this area   %d   press n to read or add", n))
	p.Gap()
	s.endings(p, v)
	if words := v.MiddleWords(); words != "" && !v.AllSame() {
		p.Hint(words)
	}
}

// earlier says how the levels lay in the round before.
func (s *Screen) earlier(m model.Meeting, t model.Talk) string {
	n := t.Round.Number
	if n < 2 {
		return ""
	}
	was := meeting.Round(m, t, n-1, s.top()).Spread()
	return fmt.Sprintf("This is round %d. In round %d: %s.", n, n-1, strings.ToLower(was[:1])+was[1:])
}

func (s *Screen) passed(m model.Meeting, v meeting.View) string {
	if s.hide {
		return "Passed: " + widget.Count(len(v.Passed), "person", "people")
	}
	labels := s.labels(m)
	var all []string
	for _, id := range v.Passed {
		all = append(all, labels[id])
	}
	return "Passed: " + strings.Join(all, ", ")
}

// talk is what to talk about, and the time.
func (s *Screen) talk(p *sheet, m model.Meeting, v meeting.View) {
	th := s.env.Theme
	head, asks := "Talk about it", s.asks(m, v)
	if len(asks) == 0 && s.timer.IsZero() {
		return
	}
	if len(asks) == 0 {
		head = ""
	}
	p.Say(layout.Ends("  "+th.Bold.Render(head), s.timeWords(), s.size.W-2))
	for _, words := range asks {
		if s.narrow() {
			p.Hint(words) // what can be recorded has to stay in view
			continue
		}
		p.Prose(words)
	}
	p.Gap()
}

// leastColumn is the narrowest column in which a level's word can be read.
const leastColumn = 15

// table is who gave which level: columns where there is room, else rows.
func (s *Screen) table(p *sheet, m model.Meeting, v meeting.View) {
	w := s.column()
	if w < leastColumn || s.narrow() {
		s.rows(p, m, v)
		return
	}
	most := max(2, s.size.H-15)
	if s.spacious() {
		most = max(2, most-6)
	}
	var cols [][]string
	var widths []int
	for _, c := range v.Columns {
		cols = append(cols, layout.Indent(4, s.whose(m, c, most)))
		widths = append(widths, w)
	}
	p.Say(s.heads(w)...)
	if s.spacious() {
		p.Say(s.descriptors(w, 5)...)
		p.Gap()
	}
	p.Say(layout.Indent(4, layout.Beside(columnGap, widths, cols...))...)
}

// whose is who gave a level, one a line, in at most h lines.
func (s *Screen) whose(m model.Meeting, c meeting.Column, h int) []string {
	switch {
	case len(c.People) == 0:
		return nil
	case s.hide:
		return []string{c.Counts()}
	}
	labels := s.labels(m)
	var all []string
	for i, id := range c.People {
		if i == h-1 && len(c.People) > h {
			return append(all, fmt.Sprintf("and %d more", len(c.People)-i))
		}
		all = append(all, capital(labels[id]))
	}
	return all
}

// rows is the same with a line for each level that somebody gave.
func (s *Screen) rows(p *sheet, m model.Meeting, v meeting.View) {
	top := int(s.top())
	name := 0
	for _, c := range v.Columns {
		name = max(name, layout.Width(s.book().Rubric().Scale.Name(c.Level)))
	}
	name = min(name, 14)
	for _, c := range v.Columns {
		if len(c.People) == 0 {
			continue
		}
		head := layout.Pad(s.levelName(c.Level, name+4), name+4) + "  " + s.env.Theme.Meter(c.Level, top) + "  "
		indent := name + top + 8
		who := strings.Join(s.whose(m, c, len(c.People)+1), ", ")
		for i, l := range layout.Wrap(who, max(10, s.size.W-indent-3)) {
			if i > 0 {
				head = strings.Repeat(" ", indent)
			}
			p.Say(" " + head + l)
		}
	}
}

// endings is the line of what the team can record.
func (s *Screen) endings(p *sheet, v meeting.View) {
	const label = "  What will we record?"
	now := s.chosen(v)
	var parts []part
	for i, c := range s.choices(v) {
		parts = append(parts, part{text: c.words(s.book().Rubric().Scale), on: c == now, zone: zone{kind: onChoice, n: i}})
	}
	if s.narrow() {
		p.Say(label)
		s.flow(p, "", 2, 1, parts)
		return
	}
	s.flow(p, label, layout.Width(label)+1, 1, parts)
}
