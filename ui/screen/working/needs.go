package working

import (
	"fmt"
	"slices"
	"strings"

	"waymark/model"
	"waymark/model/arrange"
	"waymark/model/priority"
	"waymark/ui/layout"
)

// needs is the table of the areas below expected: level, how plausible each
// level is, need, and what the school said that makes it weigh more or less.
func (s *Screen) needs(p *sheet) {
	s.heading(p, "Areas below "+s.expected())
	p.add(s.text("How plausible each level is, in 100 readings, and each area’s share of all the need. " +
		"Where nothing else is said, an area is of normal importance and reaches everyone.")...)
	p.add("")
	w := s.columns()
	if s.size.W >= 72 {
		p.add("  " + s.env.Theme.Muted.Render(s.head(w)))
	}
	for _, n := range s.ordered() {
		if n.Area == s.area {
			p.at = len(p.lines)
		}
		p.add(s.need(n, w)...)
	}
}

// ordered lists the areas that carry need, the greatest first.
func (s *Screen) ordered() []priority.Need {
	var list []priority.Need
	for _, n := range s.answer.Needs {
		if n.Need > 0 {
			list = append(list, n)
		}
	}
	arrange.By(list, func(a, b priority.Need) int {
		switch {
		case a.Need > b.Need+1e-12:
			return -1
		case b.Need > a.Need+1e-12:
			return 1
		}
		return 0
	})
	return list
}

// columns are the widths of the table, in cells.
type columns struct{ name, level, spread, need int }

func (s *Screen) columns() columns {
	top := int(s.scale().Top())
	c := columns{level: top + 5, spread: 4 * top, need: 5}
	c.name = min(48, s.width()-4-c.level-c.spread-c.need-1)
	if s.size.W >= 110 {
		c.name = 46
	}
	return c
}

func (s *Screen) head(c columns) string {
	var levels strings.Builder
	for l := 1; l <= int(s.scale().Top()); l++ {
		fmt.Fprintf(&levels, "%4d", l)
	}
	text := layout.Pad("Area", c.name) + " " + layout.Pad("Level", c.level) + levels.String() + right("Need", c.need)
	if s.size.W >= 110 {
		text += "  What weighs on it"
	}
	return text
}

// need is one area of the table, and below it what makes it weigh differently.
func (s *Screen) need(n priority.Need, c columns) []string {
	area := s.read(n.Area)
	level := layout.Pad(s.level(area), c.level)
	var spread strings.Builder
	for _, share := range priority.Spread(area, s.scale()) {
		spread.WriteString(right(fmt.Sprint(int(share*100+0.5)), 4))
	}
	share := right(fmt.Sprintf("%d%%", int(n.Share*100+0.5)), c.need)
	weighs := strings.Join(s.weighs(n, area), ", ")
	if s.size.W < 72 {
		lines := []string{s.marked(n.Area, layout.Cut(s.name(n.Area), s.width()-4)), "    " + layout.Cut(level+spread.String()+share, s.width()-6)}
		return append(lines, s.under(weighs)...)
	}
	row := layout.Pad(s.name(n.Area), c.name) + " " + level + spread.String() + share
	if s.size.W >= 110 {
		if room := s.width() - 6 - layout.Width(row); layout.Width(weighs) <= room {
			row, weighs = row+"  "+weighs, ""
		}
	}
	return append([]string{s.marked(n.Area, row)}, s.under(weighs)...)
}

func (s *Screen) under(text string) []string {
	if text == "" {
		return nil
	}
	lines := s.hanging("", 4, text)
	for i, l := range lines {
		lines[i] = s.env.Theme.Muted.Render(l)
	}
	return lines
}

// read is an area as the choosing reads it.
func (s *Screen) read(id model.AreaID) priority.Area {
	for _, a := range s.input.Areas {
		if a.ID == id {
			return a
		}
	}
	return priority.Area{ID: id}
}

// level is the level of an area as a meter and a digit; where raters differ,
// the lowest and the highest.
func (s *Screen) level(a priority.Area) string {
	voices := a.Judgements
	if a.Agreed != nil {
		voices = []priority.Judgement{*a.Agreed}
	}
	if len(voices) == 0 {
		return s.env.Theme.Meter(0, int(s.scale().Top()))
	}
	low, high := voices[0].Level, voices[0].Level
	for _, j := range voices {
		low, high = min(low, j.Level), max(high, j.Level)
	}
	text := fmt.Sprintf("%s %d", s.env.Theme.Meter(low, int(s.scale().Top())), low)
	if low != high {
		text = fmt.Sprintf("%s %d–%d", s.env.Theme.Meter(low, int(s.scale().Top())), low, high)
	}
	return text
}

// weighs says what makes an area weigh more or less than its level alone, and
// whether it is suggested.
func (s *Screen) weighs(n priority.Need, a priority.Area) []string {
	var said []string
	if i := slices.Index(s.answer.Suggested(), a.ID); i >= 0 {
		said = append(said, fmt.Sprintf("suggestion %d, %s", i+1, s.answer.Words[a.ID]))
	}
	switch a.Importance {
	case 2:
		said = append(said, "vital")
	case 0.5:
		said = append(said, "minor")
	}
	if word := s.reach(a.Reach); word != "" {
		said = append(said, word)
	}
	switch {
	case a.Slipping && a.SlippedFrom > 0:
		said = append(said, fmt.Sprintf("slipping from %d", a.SlippedFrom))
	case a.Slipping:
		said = append(said, "slipping")
	}
	if n.Unsure {
		said = append(said, "low confidence")
	}
	if a.Pinned {
		said = append(said, "must be a priority")
	}
	return said
}

func (s *Screen) reach(r float64) string {
	switch r {
	case 0.25:
		return "reaches a few " + s.env.Say("pupils")
	case 0.5:
		return "reaches a group"
	case 0.75:
		return "reaches a phase"
	}
	return ""
}

func right(text string, w int) string {
	return strings.Repeat(" ", max(0, w-layout.Width(text))) + text
}
