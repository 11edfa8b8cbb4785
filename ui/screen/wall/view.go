package wall

import (
	"fmt"
	"strings"

	"waymark/model"
	"waymark/model/meeting"
	"waymark/ui/layout"
	"waymark/ui/widget"
)

// A wall holds few words: each part has its most lines, twelve in all.
const (
	mostMeaning = 4
	mostNext    = 3
	mostEach    = 2
)

// Resize takes the body's size.
func (s *Screen) Resize(size layout.Size) { s.size = size }

// far reports whether there is room for a blank line after every line.
func (s *Screen) far() bool { return s.size.W >= 100 && s.size.H >= 24 }

// View draws the area.
func (s *Screen) View() []string {
	p := widget.NewPage(s.env.Theme, s.size.W, s.env.Prefs.Roomy)
	p.Gap()
	if why := s.gone(); why != "" {
		p.Prose(why)
		p.Prose("Press Esc to go back.")
		return p.Fit(s.size.H)
	}
	p.Heading(s.area.Question)
	p.Gap()
	l, what := s.shown()
	if l == 0 {
		s.scaleOn(p)
		return p.Fit(s.size.H)
	}
	p.Gap()
	s.figure(p, l, what)
	p.Gap()
	p.Gap()
	s.next(p, l)
	return p.Fit(s.size.H)
}

// scaleOn is what every level looks like, before anybody says which it is.
func (s *Screen) scaleOn(p *widget.Page) {
	name := 0
	for _, l := range s.scale().Levels {
		name = max(name, layout.Width(l.Name))
	}
	name = min(name, 14)
	for l := model.Level(1); l <= s.scale().Top(); l++ {
		head := fmt.Sprintf("  %s  ", s.env.Theme.Bold.Render(layout.Pad(fmt.Sprintf("%d  %s", l, s.scale().Name(l)), name+3)))
		indent := name + 7
		for i, text := range widget.Lead(s.area.Descriptor(l), max(10, min(layout.TextWidth, s.size.W-indent-2)), mostEach) {
			if i > 0 {
				head = strings.Repeat(" ", indent)
			}
			p.Say(head + text)
		}
		p.Gap()
	}
}

// figure is the level as a large digit with what it means beside it, and under
// it the meter and who said what.
func (s *Screen) figure(p *widget.Page, l model.Level, what string) {
	t, top := s.env.Theme, int(s.scale().Top())
	w := min(56, s.size.W-indentText-4)
	head := t.Bold.Render(s.scale().Name(l))
	if what != "" {
		head += "   " + t.Muted.Render(what)
	}
	text := []string{head, ""}
	for i, line := range widget.Lead(s.area.Descriptor(l), max(10, w), mostMeaning) {
		if i > 0 && s.far() {
			text = append(text, "")
		}
		text = append(text, line)
	}
	digit := digits(t.Glyph.Bar, int(l))
	p.Say(layout.Indent(4, layout.Beside(3, []int{digitWidth + 2, max(w, layout.Width(head))}, digit, text))...)
	p.Gap()
	p.Say(strings.TrimRight("    "+layout.Pad(t.Meter(l, top), indentText-4)+s.tally(s.size.W-indentText-2), " "))
}

// indentText is where the words beside the figure begin.
const indentText = 4 + digitWidth + 2 + 3

// tally says how many people are at each level, "" where only one judged.
func (s *Screen) tally(w int) string {
	var parts []string
	for _, c := range s.columns() {
		if len(c.People) > 0 {
			parts = append(parts, fmt.Sprintf("%d  %s", c.Level, c.Counts()))
		}
	}
	return layout.Cut(strings.Join(parts, "     "), w)
}

// columns are the levels with those who gave them: in the meeting, or each for
// themselves. One person alone is no tally.
func (s *Screen) columns() []meeting.Column {
	if v, _, ok := s.round(); ok {
		return v.Columns
	}
	all := make([]meeting.Column, s.scale().Top())
	n := 0
	for _, j := range s.book().Evaluation().Area(s.area.ID).InRole(model.Self) {
		if j.Person == model.TeamPerson || j.Level < 1 || int(j.Level) > len(all) {
			continue
		}
		all[j.Level-1].Level = j.Level
		all[j.Level-1].People = append(all[j.Level-1].People, j.Person)
		n++
	}
	if n < 2 {
		return nil
	}
	return all
}

// next is what one level further would look like.
func (s *Screen) next(p *widget.Page, l model.Level) {
	if l >= s.scale().Top() {
		p.Heading("What keeps it there, and who could learn from it?")
		return
	}
	p.Heading(fmt.Sprintf("What would a %d look like here?", l+1))
	p.Gap()
	for i, line := range widget.Lead(s.area.Descriptor(l+1), max(10, min(layout.TextWidth, s.size.W-6)), mostNext) {
		if i > 0 && s.far() {
			p.Gap()
		}
		p.Say("    " + line)
	}
}
