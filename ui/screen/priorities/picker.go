package priorities

import (
	"fmt"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"waymark/model"
	"waymark/ui/keys"
	"waymark/ui/layout"
	"waymark/ui/widget"
)

// choice is one row of a picker.
type choice struct {
	number int // what to press to go there, 0 for none
	title  string
	codes  []model.AreaID
	note   string
	pick   func()
}

// picker asks for one of a few choices.
type picker struct {
	s           *Screen
	heading     string
	about       []row    // the priority it is about
	above       []string // sentences
	choices     []choice
	list        widget.List
	verb, leave string
	says        string
	after       func() // called when what was chosen has been done; nil for nothing
	top         int    // body line of the first choice, as last drawn
}

// numbered gives the first nine choices their numbers in order.
func (p *picker) numbered() *picker {
	for i := range p.choices {
		if i < 9 {
			p.choices[i].number = i + 1
		}
	}
	return p
}

func (p *picker) live() []keys.Live {
	live := []keys.Live{{Action: keys.Enter, Words: p.verb, Footer: true}}
	live = append(live, widget.Moving()...)
	numbers := fmt.Sprintf("%d-%d", p.choices[0].number, p.last())
	return append(live,
		keys.Live{Action: keys.Level, Shown: numbers, Words: "go to that one", Footer: true},
		keys.Live{Action: keys.Back, Words: p.leave, Footer: true})
}

// last is the highest number that can be pressed.
func (p *picker) last() int {
	n := 0
	for _, c := range p.choices {
		n = max(n, c.number)
	}
	return n
}

func (p *picker) act(press keys.Press) {
	p.s.status = ""
	p.list.Set(len(p.choices), p.list.Height)
	if p.list.Act(press) {
		return
	}
	switch press.Action {
	case keys.Enter:
		p.choices[p.list.Cursor].pick()
	case keys.Back:
		p.s.page = nil
	case keys.Level:
		i := slices.IndexFunc(p.choices, func(c choice) bool { return c.number == press.N })
		if i < 0 {
			p.s.status = fmt.Sprintf("There is no number %d to choose here.", press.N)
			return
		}
		p.list.Cursor = i
	}
}

func (p *picker) view(size layout.Size) []string {
	lines := []string{""}
	if size.H < 14 {
		lines = nil
	}
	lines = append(lines, "  "+p.s.env.Theme.Bold.Render(layout.Cut(p.heading, size.W-4)))
	for _, l := range p.above {
		for _, w := range layout.Wrap(l, min(layout.TextWidth, size.W-4)) {
			lines = append(lines, "  "+w)
		}
	}
	for _, r := range p.about {
		lines = append(lines, "    "+p.s.shown(r, size.W-6))
	}
	lines = append(lines, "")
	p.top = len(lines)
	p.list.Set(len(p.choices), size.H-len(lines))
	for i := p.list.First(); i < p.list.Last(); i++ {
		lines = append(lines, p.row(i, size.W))
	}
	return lines
}

func (p *picker) row(i, w int) string {
	c, t := p.choices[i], p.s.env.Theme
	number := "   "
	if c.number > 0 {
		number = fmt.Sprintf("%d  ", c.number)
	}
	right := c.note
	if len(c.codes) > 0 {
		right = layout.Pad(coded(c.codes, codesWidth(w)), codesWidth(w))
	}
	if w < 72 && c.note != "" {
		right = ""
	}
	if i == p.list.Cursor {
		return "  " + t.Selected.Render(t.Glyph.Mark+" "+number+layout.Ends(c.title, right, w-9))
	}
	return "    " + number + layout.Ends(c.title, t.Muted.Render(right), w-9)
}

func (p *picker) status() string          { return p.says }
func (p *picker) texting() bool           { return false }
func (p *picker) update(tea.Msg)          {}
func (p *picker) point() (int, int, bool) { return 0, 0, false }
func (p *picker) wheel(by int)            { p.list.Move(by) }

func (p *picker) click(y int) {
	i := y - p.top + p.list.First()
	switch {
	case y < p.top || i >= p.list.Last():
	case i == p.list.Cursor:
		p.choices[i].pick()
	default:
		p.list.Cursor = i
	}
}

// codesWidth is the room for area codes in a row of a window w cells wide.
func codesWidth(w int) int {
	switch {
	case w < 72:
		return 8
	case w < 110:
		return 22
	}
	return 40
}

// coded lists as many codes as fit in w cells and how many more there are.
func coded(areas []model.AreaID, w int) string {
	all := make([]string, len(areas))
	for i, a := range areas {
		all[i] = string(a)
	}
	for n := len(all); n > 0; n-- {
		text := strings.Join(all[:n], " ")
		if n < len(all) {
			text += fmt.Sprintf(" +%d", len(all)-n)
		}
		if layout.Width(text) <= w || n == 1 {
			return layout.Cut(text, w)
		}
	}
	return ""
}
