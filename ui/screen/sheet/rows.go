package sheet

import (
	"cmp"
	"fmt"
	"strings"

	"waymark/model"
	"waymark/ui/checklist"
	"waymark/ui/keys"
	"waymark/ui/layout"
)

// row is one row of the list: a heading, a line, or more of it.
type row struct {
	text string
	line int // which line of the checklist, -1 for none
}

// window is the rows around the line under the cursor.
func (s *Screen) window(room int) []string {
	rows := s.rows()
	from, to := -1, -1
	for i, r := range rows {
		if r.line == s.at {
			to = i
			if from < 0 {
				from = i
			}
		}
	}
	if from > 0 && rows[from-1].line < 0 {
		from-- // with its heading
	}
	first := max(0, min((from+to+1)/2-room/2, len(rows)-room))
	if to >= first+room {
		first = to - room + 1
	}
	rows = rows[first:min(len(rows), first+room)]
	lines := make([]string, len(rows))
	s.drawn.rows = make([]int, len(rows))
	for i, r := range rows {
		lines[i], s.drawn.rows[i] = r.text, r.line
	}
	s.drawn.page = max(1, room-2)
	return lines
}

// rows are all lines of the checklist under their techniques, the one under the
// cursor in full.
func (s *Screen) rows() []row {
	t, w := s.env.Theme, s.listW()
	wide := s.answersWidth()
	var rows []row
	n := 0
	for _, g := range s.list().Groups {
		rows = append(rows, row{"  " + t.Bold.Render(layout.Cut(string(g.ID)+"  "+g.Title, w-4)), -1})
		for _, item := range g.Items {
			rows = append(rows, s.lineRows(item, n, wide)...)
			n++
		}
	}
	return rows
}

// lineRows is one line: its number, its text, and this person's answer.
func (s *Screen) lineRows(item model.Item, n, wide int) []row {
	t := s.env.Theme
	room := max(10, s.listW()-4-codes-wide-4)
	o, answered := s.mine(item.ID)
	said := s.said(o, answered)
	label := layout.Pad(string(item.ID), codes)
	end := strings.Repeat(" ", max(0, wide-layout.Width(said))) + said
	if n != s.at {
		return []row{{"    " + label + layout.Pad(layout.Cut(item.Text, room), room) + "  " + end, n}}
	}
	var rows []row
	for i, l := range layout.Wrap(item.Text, room) {
		mark := t.Glyph.Mark + " "
		if i > 0 {
			mark, label, end = strings.Repeat(" ", layout.Width(mark)), strings.Repeat(" ", codes), strings.Repeat(" ", wide)
		}
		rows = append(rows, row{"  " + t.Selected.Render(mark+label+layout.Pad(l, room)+"  "+end), n})
	}
	if note := cmp.Or(s.waiting[item.ID], o.Note); note != "" && s.part != inNote {
		for _, l := range layout.Wrap("Note: "+note, room) {
			rows = append(rows, row{strings.Repeat(" ", 4+codes) + t.Muted.Render(l), n})
		}
		if most := 6; len(rows) > most {
			rows = rows[:most]
		}
	}
	return rows
}

// said is an answer as its row shows it, never by colour alone.
func (s *Screen) said(o model.Observed, answered bool) string {
	l := s.list()
	said := s.env.Theme.Glyph.Dot
	switch {
	case !answered:
		return said
	case o.Pupils != nil && s.narrow():
		said = fmt.Sprintf("%d/%d", *o.Pupils, model.Sampled)
	case o.Pupils != nil:
		said = fmt.Sprintf("%d of %d, %s", *o.Pupils, model.Sampled, o.Answer)
	case checklist.Outside(o.Answer) && s.narrow():
		said = "–"
	case checklist.Outside(o.Answer):
		said = "– " + o.Answer
	case s.narrow():
		said = fmt.Sprint(l.Digit(o.Answer))
	default:
		said = fmt.Sprintf("%d %s", l.Digit(o.Answer), o.Answer)
	}
	if o.Note != "" {
		said += "*"
	}
	return said
}

// answersWidth is how wide the column of answers is: as wide as the widest.
func (s *Screen) answersWidth() int {
	wide := 1
	for _, item := range s.list().Items() {
		o, answered := s.mine(item.ID)
		wide = max(wide, layout.Width(s.said(o, answered)))
	}
	return wide
}

// legend is what the numbers mean for the line under the cursor, the present
// answer marked.
func (s *Screen) legend() []string {
	item, ok := s.item()
	if !ok {
		return nil
	}
	o, answered := s.mine(item.ID)
	type choice struct {
		words  string
		press  keys.Press
		chosen bool
	}
	var all []choice
	l := s.list()
	if s.list().Samples(item) {
		for n := range model.Sampled + 1 {
			press := keys.Press{Action: keys.Level, N: n}
			if n == 0 {
				press = keys.Press{Action: keys.LevelOff}
			}
			all = append(all, choice{fmt.Sprint(n), press, o.Pupils != nil && *o.Pupils == n})
		}
		all[model.Sampled].words += s.env.Say(" of the three pupils")
		if l.NotApplicable() != "" {
			all = append(all, choice{"- " + l.NotApplicable(), keys.Press{Action: keys.Aside}, checklist.Outside(o.Answer)})
		}
	} else {
		for i, a := range l.Answers {
			all = append(all, choice{fmt.Sprintf("%d %s", i+1, a), keys.Press{Action: keys.Level, N: i + 1}, answered && o.Answer == a})
		}
		all = append(all, choice{"0 take off", keys.Press{Action: keys.LevelOff}, false})
	}
	t := s.env.Theme
	lines, x := []string{"  "}, 2
	for _, c := range all {
		text := "  " + c.words
		if c.chosen {
			text = t.Glyph.Mark + " " + c.words
		}
		w := layout.Width(text) + 1
		if x+w > s.size.W-2 && x > 2 {
			lines, x = append(lines, "  "), 2
		}
		s.drawn.zones = append(s.drawn.zones, zone{x, len(lines), w, c.press})
		if c.chosen {
			text = t.Selected.Render(text)
		}
		lines[len(lines)-1] += text + " "
		x += w
	}
	if s.list().Samples(item) && !s.narrow() {
		lines = append(lines, "    "+t.Muted.Render(fmt.Sprintf("3 counts as %s, 1 or 2 as %s, 0 as %s.", l.Sampled(3), l.Sampled(1), l.Sampled(0))))
	}
	return lines
}
