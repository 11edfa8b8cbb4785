package judge

import (
	"fmt"
	"slices"
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"

	"waymark/model"
	"waymark/ui/keys"
	"waymark/ui/layout"
	"waymark/ui/widget"
)

// lowerHalf is how many lines of a wide window the evidence and the areas
// nearby get before the descriptors do.
const lowerHalf = 18

// shape is how the descriptors are set.
type shape int

const (
	grid   shape = iota // two or three beside each other
	row                 // all beside each other
	single              // one at a time
)

// narrowest is the least width at which a descriptor can be read in a column.
const narrowest = 24

func (s *Screen) shape() shape {
	n := int(s.top())
	switch {
	case s.env.Window.Class() == layout.Narrow || s.env.Window.Class() == layout.Tiny:
		return single
	case s.size.W >= 110 && (s.size.W-4)/n >= narrowest:
		return row
	case n <= few, s.size.W >= 110 && s.size.H >= (n+2)/3*8+5:
		return grid
	}
	return single
}

// few is how many levels are set two beside each other; more are set in threes.
const few = 4

// columns is how many levels the grid sets beside each other.
func (s *Screen) columns() int {
	if s.top() <= few {
		return 2
	}
	return 3
}

// View draws the area in the shape that fits.
func (s *Screen) View() []string {
	s.zones = s.zones[:0]
	if s.shape() == single {
		return s.viewSingle()
	}
	lines := s.heading()
	foot := s.facts()
	room := s.size.H - len(lines) - len(foot) - 1
	if s.shape() == row {
		lines = append(append(lines, s.viewRow(len(lines))...), s.below(foot)...)
		return lines[:min(len(lines), s.size.H)]
	}
	lines = append(lines, s.viewGrid(len(lines), room)...)
	lines = append(lines, "")
	return append(lines, foot...)
}

// heading is the area's name, last year's level once this year's is given,
// and the question.
func (s *Screen) heading() []string {
	t := s.env.Theme
	before := ""
	if _, given := s.mine(); given {
		if l, ok := s.env.LastYear(s.area.ID); ok {
			before = fmt.Sprintf("Last year: %d  %s", l, t.Meter(l, int(s.top())))
		}
	}
	if s.book().Evaluation().Area(s.area.ID).Reread {
		before = "Worded differently now: please re-read"
	}
	name := "  " + t.Bold.Render(string(s.area.ID)+"  "+s.area.Title)
	lines := []string{"", layout.Ends(name, before, s.size.W-2)}
	for _, l := range layout.Wrap(s.area.Question, min(layout.TextWidth, s.size.W-4)) {
		lines = append(lines, "  "+l)
	}
	return append(lines, "")
}

// viewGrid sets the descriptors in columns, in room lines drawn from line top of
// the body.
func (s *Screen) viewGrid(top, room int) []string {
	n := int(s.top())
	columns := s.columns()
	rows := (n + columns - 1) / columns
	other := s.others()
	gap := 1
	text := (room - len(other) - rows - (rows-1)*gap) / rows
	if text < 4 {
		gap = 0
		text = max(2, (room-len(other)-rows)/rows)
	}
	w := (s.size.W - 2 - 2*columns) / columns
	widths := slices.Repeat([]int{w}, columns)
	var out []string
	for r := range rows {
		var cols [][]string
		for c := range columns {
			l := model.Level(r*columns + c + 1)
			if int(l) > n {
				break
			}
			cols = append(cols, s.descriptor(l, w, text))
			s.zones = append(s.zones, zone{1 + c*(w+2), top + len(out), w, text + 1, l})
		}
		out = append(out, layout.Indent(1, layout.Beside(2, widths[:len(cols)], cols...))...)
		for pad := len(out); pad < (r+1)*(text+1)+r*gap; pad++ {
			out = append(out, "")
		}
		if r < rows-1 && gap > 0 {
			out = append(out, "")
		}
	}
	return append(out, other...)
}

// viewRow sets every descriptor beside the others.
func (s *Screen) viewRow(top int) []string {
	n := int(s.top())
	w := (s.size.W - 4 - 2*(n-1)) / n
	var cols [][]string
	widths := make([]int, n)
	tall := 0
	for i := range n {
		cols = append(cols, s.descriptor(model.Level(i+1), w, max(4, s.size.H-lowerHalf)))
		widths[i] = w
		tall = max(tall, len(cols[i]))
	}
	for i := range n {
		s.zones = append(s.zones, zone{1 + i*(w+2), top, w, tall, model.Level(i + 1)})
	}
	out := layout.Indent(1, layout.Beside(2, widths, cols...))
	return append(append(out, ""), s.others()...)
}

// descriptor is one level: its line, then its text in at most h lines.
func (s *Screen) descriptor(l model.Level, w, h int) []string {
	lines := []string{s.levelLine(l, w)}
	for _, text := range widget.Lead(s.area.Descriptor(l), w-3, h) {
		lines = append(lines, "   "+text)
	}
	return lines
}

// levelLine is digit, word and meter, marked when it is chosen or looked at.
func (s *Screen) levelLine(l model.Level, w int) string {
	t := s.env.Theme
	chosen, _ := s.shown()
	mark := " "
	isChosen := chosen.State == model.Rated && chosen.Level == l && s.look == 0
	if isChosen || s.look == l {
		mark = t.Glyph.Mark
	}
	name := layout.Pad(s.scale().Name(l), max(0, min(16, w-int(s.top())-9)))
	meter := t.Meter(l, int(s.top()))
	if isChosen || s.look == l {
		return t.Selected.Render(layout.Pad(fmt.Sprintf("%s  %d  %s  %s", mark, l, name, meter), w))
	}
	return mark + " " + t.Cell(fmt.Sprintf(" %d ", l), l, int(s.top())) + " " + t.Bold.Render(name) + "  " + meter
}

// others is the two honest answers that are no level.
func (s *Screen) others() []string {
	t := s.env.Theme
	j, _ := s.shown()
	parts := make([]string, 0, 2)
	for i, o := range []struct {
		state model.State
		words string
	}{{model.NoEvidence, "Not enough evidence to say"}, {model.NotApplicable, "Does not apply to us"}} {
		n := int(s.top()) + 1 + i
		if n > 9 {
			break
		}
		text := fmt.Sprintf("%d  %s", n, o.words)
		if j.State == o.state {
			parts = append(parts, t.Selected.Render(t.Glyph.Mark+" "+text+" "))
			continue
		}
		parts = append(parts, t.Muted.Render("  "+text+" "))
	}
	if len(parts) == 0 {
		return nil
	}
	return []string{" " + strings.Join(parts, "   ")}
}

// facts is what has been said about the area besides the level.
func (s *Screen) facts() []string {
	a := s.book().Evaluation().Area(s.area.ID)
	j, _ := s.mine()
	sure := string(j.Confidence)
	if sure == "" {
		sure = "–"
	}
	flag := "no"
	if a.Flagged() {
		flag = "yes *"
	}
	parts := []string{"Confidence  " + sure, "Evidence  " + widget.Count(len(a.Notes), "note", "notes"), "Talk about it  " + flag}
	if j.Direction != "" {
		parts = append(parts, "Heading  "+string(j.Direction))
	}
	return []string{"  " + layout.Cut(strings.Join(parts, "     "), s.size.W-4)}
}

// shortFacts is the same in few words.
func (s *Screen) shortFacts() string {
	a := s.book().Evaluation().Area(s.area.ID)
	j, _ := s.mine()
	sure, flag := string(j.Confidence), "no"
	if sure == "" {
		sure = "–"
	}
	if a.Flagged() {
		flag = "yes *"
	}
	return fmt.Sprintf("Sure? %s   Notes %d   Flag %s", sure, len(a.Notes), flag)
}

// below is the second half of a wide window: evidence, and the areas nearby.
func (s *Screen) below(foot []string) []string {
	w := (s.size.W - 8) / 2
	both := layout.Beside(4, []int{w + 2, w}, s.evidence(w), s.nearby(w))
	return append([]string{"", foot[0], ""}, both...)
}

func (s *Screen) evidence(w int) []string {
	t := s.env.Theme
	notes := s.book().Evaluation().Area(s.area.ID).Notes
	lines := []string{"  " + t.Bold.Render("Evidence") + "  " + widget.Count(len(notes), "note", "notes")}
	for i := len(notes) - 1; i >= 0 && i >= len(notes)-3; i-- {
		n := notes[i]
		when := layout.Pad(time.UnixMilli(n.At).Local().Format("2 Jan"), 7)
		text := strings.Join(strings.Fields(n.Text), " ")
		for k, l := range widget.Lead(text, w-9, 2) {
			if k > 0 {
				when = strings.Repeat(" ", 7)
			}
			lines = append(lines, "  "+t.Muted.Render(when)+l)
		}
	}
	if len(notes) == 0 {
		for _, p := range s.area.Evidence {
			for k, l := range layout.Wrap(p.Text, w-10) {
				label := layout.Pad(strings.ToUpper(string(p.Kind)[:1])+string(p.Kind)[1:], 7)
				if k > 0 {
					label = strings.Repeat(" ", 7)
				}
				lines = append(lines, "  "+t.Muted.Render(label)+l)
			}
		}
		lines[0] = "  " + t.Bold.Render("Where to look")
	}
	return append(lines, "", "  Press n to add what you saw, heard or read.")
}

func (s *Screen) nearby(w int) []string {
	t := s.env.Theme
	r := s.book().Rubric()
	e := s.book().Evaluation()
	g, _ := r.Group(s.area.Group)
	lines := []string{t.Bold.Render("Nearby")}
	judged := 0
	areas := r.AreasIn(s.area.Group)
	for _, a := range areas {
		level := t.Meter(0, int(s.top()))
		if j, ok := e.Area(a.ID).SchoolSays(s.env.Desk.Voice.Person); ok {
			judged++
			if j.State == model.Rated {
				level = fmt.Sprintf("%s  %d", t.Meter(j.Level, int(s.top())), j.Level)
			}
		}
		mark := "  "
		if a.ID == s.area.ID {
			mark = t.Glyph.Mark + " "
		}
		lines = append(lines, mark+layout.Pad(a.Name(), max(10, w-14))+"  "+level)
	}
	return append(lines, "", fmt.Sprintf("%s %s: %d of %d judged", g.ID, g.Title, judged, len(areas)))
}

// viewSingle shows one descriptor at a time, for large letters on a small
// window and for scales of many levels.
func (s *Screen) viewSingle() []string {
	t := s.env.Theme
	w := min(s.size.W-2, layout.TextWidth+1)
	at := s.look
	if at == 0 {
		if j, ok := s.shown(); ok {
			at = j.Level
		}
	}
	at = max(1, at)
	lines := []string{fmt.Sprintf(" Level %d of %d. Use %s to read the others.", at, s.top(), t.Glyph.ArrowsLR)}
	for _, l := range layout.Wrap(s.area.Question, w-1) {
		lines = append(lines, " "+t.Muted.Render(l))
	}
	lines = append(lines, "", " "+s.strip(at), "")
	facts := layout.Wrap(s.shortFacts(), w-1)
	room := s.size.H - len(lines) - len(facts) - 1
	text := layout.Wrap(strings.Join(strings.Fields(s.area.Descriptor(at)), " "), w-1)
	if len(text) > room {
		text = widget.Lead(s.area.Descriptor(at), w-1, max(1, room))
	}
	lines = append(lines, layout.Indent(1, text)...)
	if next := at + 1; next <= s.top() && len(text)+4 <= room {
		up := fmt.Sprintf("To be a %d  %s", next, s.area.Descriptor(next))
		lines = append(lines, "")
		lines = append(lines, layout.Indent(1, widget.Lead(up, w-1, room-len(text)-2))...)
	}
	for len(lines) < s.size.H-len(facts) {
		lines = append(lines, "")
	}
	return append(lines, layout.Indent(1, facts)...)
}

// strip is every level on one line, the one shown spelled out.
func (s *Screen) strip(at model.Level) string {
	t := s.env.Theme
	chosen, _ := s.shown()
	var parts []string
	for l := model.Level(1); l <= s.top(); l++ {
		switch {
		case l == at:
			text := fmt.Sprintf("%d %s  %s", l, s.scale().Name(l), t.Meter(l, int(s.top())))
			if chosen.Level == l || s.look == l {
				text = t.Selected.Render(t.Glyph.Mark + " " + text + " ")
			}
			parts = append(parts, text)
		case chosen.Level == l:
			parts = append(parts, t.Bold.Render(fmt.Sprintf("%s %d", t.Glyph.Mark, l)))
		default:
			parts = append(parts, fmt.Sprintf("%d", l))
		}
	}
	return strings.Join(parts, "   ")
}

// Click looks at the level under the mouse; a second click chooses it.
func (s *Screen) Click(x, y int) tea.Cmd {
	for _, z := range s.zones {
		if x < z.x || x >= z.x+z.w || y < z.y || y >= z.y+z.h {
			continue
		}
		if s.look == z.level {
			s.choose(int(z.level))
		} else {
			s.look, s.status = z.level, ""
		}
	}
	return nil
}

// Wheel moves over the levels.
func (s *Screen) Wheel(down bool) tea.Cmd {
	if down {
		s.lookAround(keys.Right)
	} else {
		s.lookAround(keys.Left)
	}
	return nil
}
