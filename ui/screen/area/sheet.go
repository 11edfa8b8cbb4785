package area

import (
	"cmp"
	"slices"

	tea "charm.land/bubbletea/v2"

	"waymark/model"
	"waymark/model/arrange"
	"waymark/ui/keys"
	"waymark/ui/layout"
	"waymark/ui/theme"
)

// widest is the window from which the page has two columns, and gap what
// stands between them.
const (
	widest = 110
	gap    = 4
)

// near is how far outside the window the next item may be and still be gone to.
const near = 2

// item is something on the page that the cursor can be on: a step to adopt, or
// an area to open.
type item struct {
	step string
	area model.AreaID
	y, n int // its lines on the page
	x, w int
}

// block is a part of the page.
type block struct {
	lines []string
	items []item
}

// sheet is the whole page, longer perhaps than the window.
type sheet struct {
	lines []string
	items []item // from the top down
}

// sheet sets the page out for the present size.
func (s *Screen) sheet() sheet {
	if !s.ready {
		return sheet{}
	}
	t := s.env.Theme
	if s.size.W < widest {
		w := min(layout.TextWidth, s.size.W-6)
		blocks := append([]block{s.opening(t, w, 1)}, s.parts(t, w)...)
		return s.set(1, w, blocks, len(blocks))
	}
	w := min(layout.TextWidth, (s.size.W-6-gap)/2)
	all := s.parts(t, w)
	total := 0
	for _, b := range all {
		total += len(b.lines) + 1
	}
	cut, tall := 0, 0
	for cut < len(all) && tall+len(all[cut].lines)/2 < total/2 {
		tall += len(all[cut].lines) + 1
		cut++
	}
	return s.set(2, w, append([]block{s.opening(t, w, 2)}, all...), cut+1)
}

// set puts the first block above n columns of w cells; blocks from cut on are
// in the second.
func (s *Screen) set(n, w int, blocks []block, cut int) sheet {
	var out sheet
	top := len(blocks[0].lines)
	places := make([][2]int, len(blocks)) // x and y of each block
	y := [2]int{top, top}
	for i := 1; i < len(blocks); i++ {
		col := 0
		if n == 2 && i >= cut {
			col = 1
		}
		y[col]++
		places[i] = [2]int{2 + col*(w+gap), y[col]}
		y[col] += len(blocks[i].lines)
	}
	for i, b := range blocks {
		for _, it := range b.items {
			it.x, it.w = places[i][0], w
			it.y += places[i][1]
			out.items = append(out.items, it)
		}
	}
	arrange.By(out.items, func(a, b item) int {
		return cmp.Or(cmp.Compare(a.y, b.y), cmp.Compare(a.x, b.x))
	})
	chosen, on := item{}, false
	if s.cursor >= 0 && s.cursor < len(out.items) {
		chosen, on = out.items[s.cursor], true
	}
	columns := make([][]string, n)
	for i := 1; i < len(blocks); i++ {
		col := (places[i][0] - 2) / (w + gap)
		lines := blocks[i].lines
		if at := chosen.y - places[i][1]; on && chosen.x == places[i][0] && at >= 0 && at < len(lines) {
			lines = painted(s.env.Theme, lines, at, chosen.n, w)
		}
		columns[col] = append(append(columns[col], ""), lines...)
	}
	widths := []int{w, w}[:n]
	out.lines = append(layout.Indent(2, blocks[0].lines), layout.Indent(2, layout.Beside(gap, widths, columns...))...)
	return out
}

// painted marks n lines from at as chosen.
func painted(t *theme.Theme, lines []string, at, n, w int) []string {
	lines = slices.Clone(lines)
	for i := at; i < at+n && i < len(lines); i++ {
		mark := "  "
		if i == at {
			mark = t.Glyph.Mark + " "
		}
		text := lines[i][min(2, len(lines[i])):]
		lines[i] = t.Selected.Render(mark + layout.Pad(text, w-2))
	}
	return lines
}

// on is the item under the cursor.
func (s *Screen) on() (item, bool) {
	if s.cursor < 0 {
		return item{}, false
	}
	all := s.sheet().items
	if s.cursor >= len(all) {
		return item{}, false
	}
	return all[s.cursor], true
}

// room is how many lines of the page fit, and over how many do not.
func (s *Screen) room() int { return max(1, s.size.H-len(s.top())) }
func (s *Screen) over() int { return max(0, len(s.sheet().lines)-s.room()) }

// move scrolls. Up and down stop at whatever can be chosen on the way.
func (s *Screen) move(a keys.Action) {
	page := max(1, s.room()-1)
	switch a {
	case keys.Up:
		s.walk(-1)
	case keys.Down:
		s.walk(1)
	case keys.PageUp:
		s.to(s.first - page)
	case keys.PageDown:
		s.to(s.first + page)
	case keys.Home:
		s.to(0)
	case keys.End:
		s.to(s.over())
	}
}

// to scrolls to a line and leaves what was chosen.
func (s *Screen) to(line int) {
	s.first, s.cursor = max(0, min(line, s.over())), none
}

// walk goes to the next item if it is in view or nearly, else one line on.
func (s *Screen) walk(by int) {
	all, h := s.sheet().items, s.room()
	next := s.cursor + by
	if s.cursor < 0 {
		next = slices.IndexFunc(all, func(it item) bool { return it.y >= s.first })
		if by < 0 {
			next = len(all) - 1
			for next >= 0 && all[next].y >= s.first+h {
				next--
			}
		}
	}
	if next >= 0 && next < len(all) && all[next].y+all[next].n > s.first-near && all[next].y < s.first+h+near {
		s.cursor, s.first = next, s.around(all[next])
		return
	}
	s.first = max(0, min(s.first+by, s.over()))
	if s.cursor >= 0 && (all[s.cursor].y < s.first || all[s.cursor].y+min(h, all[s.cursor].n) > s.first+h) {
		s.cursor = none
	}
}

// around is the first line that shows the whole of an item, or its start.
func (s *Screen) around(it item) int {
	return max(0, min(max(s.first, it.y+it.n-s.room()), it.y))
}

// Resize takes the body's size and keeps what was chosen in view.
func (s *Screen) Resize(size layout.Size) {
	s.size = size
	s.first = max(0, min(s.first, s.over()))
	if it, ok := s.on(); ok {
		s.first = s.around(it)
	}
}

// View draws the area's name and below it the page, with a bar that says how far.
func (s *Screen) View() []string {
	switch {
	case s.ask != nil:
		return s.ask.view(s)
	case !s.ready:
		return []string{"", "  " + layout.Cut(s.Status(), s.size.W-4)}
	}
	lines, all, room := s.top(), s.sheet().lines, s.room()
	first := max(0, min(s.first, len(all)-room))
	bar := s.bar(first, len(all), room)
	for y := range min(room, len(all)) {
		line := all[first+y]
		if bar != nil {
			line = layout.Pad(line, s.size.W-2) + bar[y]
		}
		lines = append(lines, line)
	}
	return lines
}

// bar is the scroll bar, or nil where everything fits.
func (s *Screen) bar(first, total, room int) []string {
	if total <= room {
		return nil
	}
	t := s.env.Theme
	size := max(1, room*room/total)
	at := first * (room - size) / (total - room)
	out := make([]string, room)
	for y := range out {
		out[y] = t.Border.Render(t.Glyph.Track)
		if y >= at && y < at+size {
			out[y] = t.Glyph.Thumb
		}
	}
	return out
}

// Click chooses what is under the mouse; a second click does it.
func (s *Screen) Click(x, y int) tea.Cmd {
	s.status = ""
	if s.ask != nil {
		s.ask.click(y)
		return nil
	}
	line := s.first + y - len(s.top())
	for i, it := range s.sheet().items {
		if y < len(s.top()) || line < it.y || line >= it.y+it.n || x < it.x || x >= it.x+it.w {
			continue
		}
		if s.cursor == i {
			return s.enter()
		}
		s.cursor = i
		break
	}
	return nil
}

// Wheel scrolls.
func (s *Screen) Wheel(down bool) tea.Cmd {
	by := map[bool]int{true: 1, false: -1}[down]
	if s.ask != nil {
		s.ask.list.Move(by)
		return nil
	}
	s.to(s.first + by)
	return nil
}
