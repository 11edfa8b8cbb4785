package synthesis

import (
	"fmt"
	"strings"

	"waymark/ui/checklist"
	"waymark/ui/layout"
	"waymark/ui/widget"
)

// drawn is where things stand on the body as it was last drawn.
type drawn struct {
	top  int
	rows []int // the entry on each row, -1 for none
	page int
}

const (
	codes     = 5  // the column of line numbers
	seenWidth = 10 // "12 of 14" and its gap
	leastText = 22 // of a line beside the grid
	mostText  = 60
)

// Resize takes the body's size.
func (s *Screen) Resize(size layout.Size) {
	s.size = size
	s.layOut()
}

func (s *Screen) narrow() bool { return s.size.W < 72 || s.size.H < 17 }

// View draws what is said of all rooms, then the entries in view.
func (s *Screen) View() []string {
	s.drawn = drawn{page: 1}
	_, on := s.env.Visit()
	switch {
	case !on:
		return s.say("No visit is open here", "Rooms are looked into on a visit. Press Enter to open one from the list, or to plan a new one.")
	case s.problem != nil:
		return s.say("There is a problem", checklist.Why(s.problem))
	case len(s.entries) == 0:
		return s.say("No rooms yet", "Once a few rooms were looked into with the same list, what was seen in them stands here side by side.")
	}
	top, bottom := s.top(), s.legend()
	room := max(1, s.size.H-len(top)-len(bottom))
	s.drawn.top, s.drawn.page = len(top), max(1, room-3)
	lines := append(top, layout.Fit(s.window(room), layout.Size{W: s.size.W, H: room})...)
	lines = append(lines, bottom...)
	return lines[:min(len(lines), s.size.H)]
}

func (s *Screen) say(heading, text string) []string {
	p := widget.NewPage(s.env.Theme, s.size.W, s.env.Prefs.Roomy)
	p.Gap()
	p.Heading(heading)
	p.Gap()
	p.Prose(text)
	return p.Fit(s.size.H)
}

// layOut finds how many rooms fit beside the lines.
func (s *Screen) layOut() {
	s.columns = 0
	if s.narrow() {
		return
	}
	room := s.size.W - 6 - codes - leastText - 2 - seenWidth
	s.columns = min(len(s.found.Rooms), max(1, room/s.cell()))
	s.column = min(max(0, s.column), len(s.found.Rooms)-s.columns)
}

// cell is how wide a room's column is.
func (s *Screen) cell() int {
	if len(s.found.Rooms) > 9 {
		return 3
	}
	return 2
}

// textW is how wide the text of a line is.
func (s *Screen) textW() int {
	w := s.size.W - 6 - codes - 2 - seenWidth - s.columns*s.cell()
	if s.columns == 0 {
		w = s.size.W - 6 - codes - seenWidth
	}
	return max(8, min(mostText, w))
}

// top is what is said of the rooms as a whole, and the numbers of the rooms.
func (s *Screen) top() []string {
	t := s.env.Theme
	said := layout.Wrap(strings.Join(s.found.Words, " "), max(10, min(layout.TextWidth, s.size.W-4)))
	if s.narrow() {
		most := 2
		if s.size.H < 12 {
			most = 1
		}
		return layout.Indent(2, said[:min(most, len(said))])
	}
	lines := append([]string{""}, layout.Indent(2, said)...)
	lines = append(lines, "")
	if e, _ := s.chosen(); e.part != theLines {
		return lines
	}
	var head strings.Builder
	head.WriteString(layout.Pad(s.inView(), 4+codes+s.textW()+2))
	for i := s.column; i < s.column+s.columns; i++ {
		head.WriteString(layout.Pad(fmt.Sprint(i+1), s.cell()))
	}
	head.WriteString(strings.Repeat(" ", seenWidth-len("seen in")) + "seen in")
	return append(lines, t.Muted.Render(head.String()))
}

// inView says which rooms are in view, where not all are.
func (s *Screen) inView() string {
	if s.columns == len(s.found.Rooms) {
		return ""
	}
	return fmt.Sprintf("  Rooms %d to %d of %d", s.column+1, s.column+s.columns, len(s.found.Rooms))
}

// legend is what the marks of the grid stand for.
func (s *Screen) legend() []string {
	l, _ := checklist.Of(s.env)
	if e, _ := s.chosen(); s.columns == 0 || e.part != theLines {
		return nil
	}
	var parts []string
	for i, a := range l.Answers {
		mark := fmt.Sprint(i + 1)
		if checklist.Outside(a) {
			mark = "–"
		}
		parts = append(parts, mark+" "+a)
	}
	parts = append(parts, s.env.Theme.Glyph.Dot+" no answer")
	text := strings.Join(parts, "   ")
	return []string{"", "  " + s.env.Theme.Muted.Render(layout.Cut(text, s.size.W-4))}
}
