package vote

import (
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"

	"waymark/model"
	"waymark/ui/keys"
	"waymark/ui/layout"
	"waymark/ui/widget"
)

// zone is where something can be clicked: a person by their seat, an answer or
// a choice by its place.
type zone struct {
	line, x, w int // line is the id of the line on the page
	kind       zoneKind
	n          int
}

type zoneKind int

const (
	onPerson zoneKind = iota
	onAnswer
	onChoice
)

// sheet is a page and what can be clicked on it.
type sheet struct {
	*widget.Page
	ids   int
	zones []zone
}

// put adds a line with zones in it.
func (p *sheet) put(text string, zones ...zone) {
	for _, z := range zones {
		z.line = p.ids
		p.zones = append(p.zones, z)
	}
	p.Put(p.ids, text)
	p.ids++
}

// Resize takes the body's size.
func (s *Screen) Resize(size layout.Size) { s.size = size }

func (s *Screen) narrow() bool { return s.env.Window.Class() < layout.Base }

// spacious reports whether there is room for the descriptors as well.
func (s *Screen) spacious() bool { return s.size.W >= 110 && s.size.H >= 24 }

// View draws the area as it may be seen.
func (s *Screen) View() []string {
	p := &sheet{Page: widget.NewPage(s.env.Theme, s.size.W, s.env.Prefs.Roomy)}
	m, t, v, ok := s.found()
	switch why := s.gone(); {
	case why != "" || !ok:
		p.Gap()
		p.Prose(why)
		p.Prose("Press Esc to go back.")
	case v.Shown:
		s.viewShown(p, m, t, v)
	default:
		s.viewCovered(p, m, t, v)
	}
	lines := p.Fit(s.size.H)
	s.zones = s.zones[:0]
	for y := range lines {
		id, on := p.At(y)
		for _, z := range p.zones {
			if on && z.line == id {
				z.line = y
				s.zones = append(s.zones, z)
			}
		}
	}
	return lines
}

// title is the area's name with something at the right end.
func (s *Screen) title(p *sheet, right string) {
	p.Gap()
	if s.narrow() && right != "" { // the first line of the window has the name
		p.Say("  " + right)
		return
	}
	name := "  " + s.env.Theme.Bold.Render(string(s.area.ID)+"  "+s.area.Title)
	if layout.Width(name)+layout.Width(right)+3 > s.size.W-2 && right != "" {
		p.Say(name, "  "+right)
		return
	}
	p.Say(layout.Ends(name, right, s.size.W-2))
}

// heads is every level as the head of a column: digit, word and meter.
func (s *Screen) heads(w int) []string {
	var cols [][]string
	var widths []int
	for l := model.Level(1); l <= s.top(); l++ {
		cols = append(cols, []string{s.levelName(l, w), "    " + s.env.Theme.Meter(l, int(s.top()))})
		widths = append(widths, w)
	}
	return layout.Indent(4, layout.Beside(columnGap, widths, cols...))
}

// descriptors sets what each level means beside the others.
func (s *Screen) descriptors(w, h int) []string {
	var cols [][]string
	var widths []int
	for l := model.Level(1); l <= s.top(); l++ {
		col := widget.Lead(s.area.Descriptor(l), w, h)
		for i := range col {
			col[i] = s.env.Theme.Muted.Render(col[i])
		}
		cols, widths = append(cols, col), append(widths, w)
	}
	return layout.Indent(4, layout.Beside(columnGap, widths, cols...))
}

const columnGap = 2

// column is how wide a column is when every level has one.
func (s *Screen) column() int {
	n := int(s.top())
	return (s.size.W - 6 - columnGap*(n-1)) / n
}

// part is one piece of a line of things to choose from.
type part struct {
	text string
	on   bool
	zone zone
}

// flow sets parts one after another with gap cells between them, in lines of
// the window's width that begin indent cells in. The mark has its own room, so
// that nothing moves when it does.
func (s *Screen) flow(p *sheet, label string, indent, gap int, parts []part) {
	th := s.env.Theme
	line, at := layout.Pad(label, indent), indent
	var zones []zone
	flush := func() {
		p.put(strings.TrimRight(line, " "), zones...)
		line, at, zones = strings.Repeat(" ", indent), indent, nil
	}
	for _, pt := range parts {
		text := "  " + pt.text
		w := layout.Width(text)
		if at > indent && at+gap+w > s.size.W-2 {
			flush()
		}
		if at > indent {
			line, at = line+strings.Repeat(" ", gap), at+gap
		}
		pt.zone.x, pt.zone.w = at, w
		zones = append(zones, pt.zone)
		if pt.on {
			text = th.Selected.Render(th.Glyph.Mark + " " + pt.text)
		}
		line, at = line+text, at+w
	}
	flush()
}

// Click takes what is under the mouse: a person gets the turn; an answer or a
// choice gets the mark, and a second click is Enter.
func (s *Screen) Click(x, y int) tea.Cmd {
	m, _, v, ok := s.found()
	if !ok || s.asking {
		return nil
	}
	for _, z := range s.zones {
		if z.line != y || x < z.x || x >= z.x+z.w {
			continue
		}
		s.status = ""
		switch {
		case z.kind == onPerson && z.n < len(m.People):
			s.person, s.look = m.People[z.n], 0
		case z.kind == onAnswer && s.look == z.n, z.kind == onChoice && s.chosen(v) == s.choices(v)[z.n]:
			return s.Act(keys.Press{Action: keys.Enter})
		case z.kind == onAnswer && s.turn(m, v) != "":
			s.look = z.n
		case z.kind == onChoice:
			s.choice = s.choices(v)[z.n]
		}
	}
	return nil
}

// Wheel moves through the people, or through the choices.
func (s *Screen) Wheel(down bool) tea.Cmd {
	_, _, v, ok := s.found()
	if !ok || s.asking {
		return nil
	}
	by := -1
	if down {
		by = 1
	}
	if v.Shown {
		s.move(v, by)
	} else {
		s.turnTo(by)
	}
	return nil
}

// levelName is a level as a heading says it: painted digit and word.
func (s *Screen) levelName(l model.Level, w int) string {
	n := int(s.top())
	digit := s.env.Theme.Cell(fmt.Sprintf(" %d ", l), l, n)
	return digit + " " + layout.Cut(s.book().Rubric().Scale.Name(l), w-4)
}
