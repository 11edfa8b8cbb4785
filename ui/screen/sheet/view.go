package sheet

import (
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"

	"waymark/model"
	"waymark/ui/checklist"
	"waymark/ui/keys"
	"waymark/ui/layout"
	"waymark/ui/visiting"
	"waymark/ui/widget"
)

// drawn is where things stand on the body as it was last drawn.
type drawn struct {
	top   int   // the first line of the list
	rows  []int // the checklist line on each of its rows, -1 for none
	page  int   // how many checklist lines fit
	zones []zone
	x, y  int // of the text being typed
}

// zone is a number that can be clicked.
type zone struct {
	x, y, w int
	press   keys.Press
}

const (
	labels   = 12  // the column of labels of a room
	sideFrom = 112 // from this width, one's part stands beside the lines
	side     = 34
	codes    = 5 // the column of line numbers
)

// Resize takes the body's size.
func (s *Screen) Resize(size layout.Size) { s.size = size }

func (s *Screen) narrow() bool { return s.size.W < 72 || s.size.H < 17 }

// View draws the room, then the part that has the focus.
func (s *Screen) View() []string {
	s.drawn = drawn{page: 1}
	_, on := s.env.Visit()
	_, there := s.room()
	switch {
	case !on:
		return s.say("No visit is open here", "Rooms are looked into on a visit. Press Enter to open one from the list, or to plan a new one.")
	case s.part == inHead:
		return s.viewHead()
	case !there:
		return s.say("This room is not on the visit any more", "Esc goes back to the rooms.")
	case s.problem != nil:
		return s.say("There is a problem", checklist.Why(s.problem))
	}
	return s.viewList()
}

func (s *Screen) say(heading, text string) []string {
	p := widget.NewPage(s.env.Theme, s.size.W, s.env.Prefs.Roomy)
	p.Gap()
	p.Heading(heading)
	p.Gap()
	p.Prose(text)
	return p.Fit(s.size.H)
}

// viewHead draws the fields of the room.
func (s *Screen) viewHead() []string {
	h, t := s.head, s.env.Theme
	title := "Which room is it?"
	if s.id != "" {
		title = "More of this room"
	}
	p := widget.NewPage(t, s.size.W, false)
	p.Gap()
	p.Heading(title)
	p.Hint(s.env.Say("A room is known by its phase and subject. Write no names, of teachers or of pupils."))
	p.Gap()
	for f := range fields {
		if f == h.at && h.problem != "" {
			p.Error(h.problem)
		}
		if f == h.at && h.line() != nil {
			s.drawn.y = p.Len() // unless the page has to scroll, which Point asks of it
			p.Put(f, s.typing(f))
			continue
		}
		p.Row(f, f == h.at, layout.Pad(label(f), labels)+s.shown(f), "")
	}
	p.Gap()
	if l := s.list(); len(l.Items()) > 0 {
		p.Hint(fmt.Sprintf("Then its checklist: %d lines, one number each. Esc keeps what you have said.", len(l.Items())))
	}
	p.Hint("This is no appraisal. A worry about a child goes to the designated safeguarding lead, in person.")
	lines := p.Fit(s.size.H)
	for y := range lines {
		if id, ok := p.At(y); ok && id == h.at {
			s.drawn.y = y
		}
	}
	s.drawn.rows = make([]int, len(lines))
	for y := range lines {
		s.drawn.rows[y] = -1
		if id, ok := p.At(y); ok {
			s.drawn.rows[y] = id
		}
	}
	return lines
}

// typing is the field that is typed in.
func (s *Screen) typing(f int) string {
	t, l := s.env.Theme, s.head.line()
	l.Resize(layout.Size{W: max(8, min(layout.TextWidth, s.size.W)-labels-8), H: 1})
	s.drawn.x = 4 + labels
	return "  " + t.Glyph.Mark + " " + t.Bold.Render(layout.Pad(label(f), labels)) + t.Field.Render(l.View()[0])
}

// shown is what a field says that does not have the focus, or is chosen.
func (s *Screen) shown(f int) string {
	said := s.head.value(f)
	switch {
	case said != "":
		return layout.Cut(said, max(8, min(s.size.W, layout.TextWidth+8)-6-labels))
	case f == minutesAt && !s.began.IsZero():
		return "counted from when you came in"
	}
	return "not said"
}

// viewList draws the room, the lines in view, and what the numbers mean.
func (s *Screen) viewList() []string {
	top, bottom, above := s.title(), s.foot(), 0
	if s.narrow() {
		top = top[1:2]
		bottom, above = bottom[1:], 1
	}
	room := max(1, s.size.H-len(top)-len(bottom))
	s.drawn.top = len(top)
	lines := append(top, layout.Fit(s.window(room), layout.Size{W: s.listW(), H: room})...)
	if s.size.W >= sideFrom {
		lines = layout.Beside(3, []int{s.listW(), side}, lines, append([]string{"", ""}, s.yours(room)...))
	}
	for i := range s.drawn.zones {
		s.drawn.zones[i].y += len(lines) - above
	}
	s.drawn.y += len(lines) - above
	lines = append(lines, bottom...)
	return lines[:min(len(lines), s.size.H)]
}

func (s *Screen) listW() int {
	if s.size.W >= sideFrom {
		return s.size.W - side - 4
	}
	return s.size.W
}

// title is the room, who is in it, and for how long.
func (s *Screen) title() []string {
	r, _ := s.room()
	t := s.env.Theme
	right := r.Teacher
	switch {
	case r.Minutes > 0:
		right += fmt.Sprintf("   %d min", r.Minutes)
	case !s.began.IsZero() && s.soFar() <= longest:
		right += fmt.Sprintf("   %d min so far", s.soFar())
	}
	name := "  " + t.Bold.Render(layout.Cut(r.Name(), max(8, s.listW()-8-layout.Width(right))))
	return []string{"", layout.Ends(name, strings.TrimSpace(right), s.listW()-2), "  " + t.Muted.Render(layout.Cut(s.watching(r), s.listW()-4)), ""}
}

// watching is this person's part in the room.
func (s *Screen) watching(r model.Room) string {
	said := ""
	for _, w := range r.Watchers {
		if w.Person == s.person() && w.Role != "" {
			said = "You: " + s.list().Role(w.Role)
			if w.Position != "" {
				said += ", " + s.list().Position(w.Position)
			}
		}
	}
	if r.Chosen {
		said = strings.TrimPrefix(said+". The school’s possible example.", ". ")
	}
	return said
}

// yours is what somebody with one's role does, and where, beside the lines.
func (s *Screen) yours(room int) []string {
	r, _ := s.room()
	l, t := s.list(), s.env.Theme
	var lines []string
	for _, w := range r.Watchers {
		if w.Person != s.person() {
			continue
		}
		for _, role := range l.Roles {
			if role.ID == w.Role {
				lines = append(append(lines, t.Bold.Render(layout.Cut(role.Title, side))), layout.Wrap(role.Does, side)...)
			}
		}
		for _, p := range l.Positions {
			if p.ID == w.Position {
				lines = append(append(lines, "", t.Bold.Render(layout.Cut(p.Title, side))), layout.Wrap(p.Where, side)...)
			}
		}
	}
	return lines[:min(len(lines), room)]
}

// Point is where the cursor of a field is.
func (s *Screen) Point() (x, y int, ok bool) {
	f := s.field()
	if f == nil {
		return 0, 0, false
	}
	x, y = f.Point()
	return x + s.drawn.x, y + s.drawn.y, true
}

// Click chooses the line under the mouse, or gives the answer under it.
func (s *Screen) Click(x, y int) tea.Cmd {
	for _, z := range s.drawn.zones {
		if y == z.y && x >= z.x && x < z.x+z.w {
			return s.Act(z.press)
		}
	}
	i := y - s.drawn.top
	if i < 0 || i >= len(s.drawn.rows) || s.drawn.rows[i] < 0 {
		return nil
	}
	switch row := s.drawn.rows[i]; {
	case s.part == inHead && s.head.at == row:
		s.head.turn(1)
	case s.part == inHead:
		s.head.at = row
	case s.at == row && s.writable():
		s.openNote()
	default:
		s.at, s.status = row, ""
	}
	return nil
}

// Wheel moves over the lines.
func (s *Screen) Wheel(down bool) tea.Cmd {
	switch {
	case s.part != inList:
	case down:
		s.move(keys.Down)
	default:
		s.move(keys.Up)
	}
	return nil
}

// foot is what the numbers mean, or the box of a note.
func (s *Screen) foot() []string {
	if s.part == inNote {
		w := max(12, min(layout.TextWidth+4, s.size.W-4))
		s.note.Resize(layout.Size{W: w - 4, H: 1})
		item, _ := s.item()
		box := visiting.Titled(s.env.Theme, "Note on "+string(item.ID), s.note.View(), w)
		s.drawn.x, s.drawn.y = 4, 2
		return append([]string{""}, layout.Indent(2, box)...)
	}
	if !s.writable() {
		return []string{""}
	}
	return append([]string{""}, s.legend()...)
}
