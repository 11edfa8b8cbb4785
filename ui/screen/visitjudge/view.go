package visitjudge

import (
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"

	"waymark/model"
	"waymark/ui/layout"
	"waymark/ui/widget"
)

// The room of the parts.
const (
	nameWidth = 14 // of a level's name, beside its text
	mostNotes = 12
	fewNotes  = 4 // kept before blank lines go
	boxWidth  = layout.TextWidth + 4
)

// shape is how generous a drawing is.
type shape struct {
	text  int  // lines of each level's text, 0 for none
	notes int  // rows of evidence
	gaps  gaps // blank lines
	asks  bool // the question above the levels
}

// gaps is where blank lines stand.
type gaps int

const (
	tight  gaps = iota // nowhere
	parted             // between evidence and levels only
	airy               // around every part
)

// shapes lists the drawings to try, the most generous first.
func (s *Screen) shapes() []shape {
	var all []shape
	if !s.narrow() {
		for text := 4; text > 1; text-- {
			all = append(all, shape{text, mostNotes, airy, true}, shape{text, fewNotes, airy, true})
		}
		for n := fewNotes; n >= 2; n-- {
			all = append(all, shape{2, n, parted, true})
		}
		for n := mostNotes; n >= 2; n-- {
			all = append(all, shape{1, n, parted, true})
		}
		all = append(all, shape{1, 2, tight, true})
	}
	for n := fewNotes; n >= 0; n-- {
		all = append(all, shape{0, n, tight, n > 1})
	}
	return all
}

func (s *Screen) narrow() bool { return s.size.W < 72 || s.size.H < 17 }

// View draws the area as generously as the window allows.
func (s *Screen) View() []string {
	s.zones = s.zones[:0]
	if !s.visits() {
		return []string{"", "  There is no visit in progress here."}
	}
	if s.part == noting {
		return s.viewNoting()
	}
	for _, sh := range s.shapes() {
		if lines := s.draw(sh); len(lines) <= s.size.H {
			return s.under(lines)
		}
	}
	return s.windowed()
}

// under adds the text of the level looked at where levels stand without theirs.
func (s *Screen) under(lines []string) []string {
	at := s.marked()
	room := s.size.H - len(lines) - 1
	if !s.narrow() || at == 0 || at > s.top() || room < 1 {
		return lines
	}
	text := widget.Lead(s.area.Descriptor(at), s.size.W-4, room)
	return append(append(lines, ""), layout.Indent(2, text)...)
}

// marked is the row that stands out: the one looked at, else the one chosen.
func (s *Screen) marked() model.Level {
	if s.look != 0 {
		return s.look
	}
	return s.chosen()
}

// draw puts the parts together.
func (s *Screen) draw(sh shape) []string {
	t := s.env.Theme
	s.zones = s.zones[:0]
	var lines []string
	gap := func(from gaps) {
		if sh.gaps >= from {
			lines = append(lines, "")
		}
	}
	gap(parted)
	lines = append(lines, s.title())
	gap(parted)
	lines = append(lines, s.evidence(sh.notes)...)
	gap(parted)
	if sh.asks {
		lines = append(lines, "  "+t.Bold.Render("Which level fits what you saw?"))
		gap(airy)
	}
	for l := model.Level(1); l <= s.top()+1; l++ {
		if l > s.top() {
			gap(airy)
		}
		row := s.row(l, sh.text)
		s.zones = append(s.zones, zone{len(lines), len(row), l})
		lines = append(lines, row...)
	}
	gap(airy)
	return append(lines, s.facts())
}

// windowed is what is left of a scale of many levels on a small window: the
// levels around the one that is marked.
func (s *Screen) windowed() []string {
	room := max(1, s.size.H-2)
	n := int(s.top()) + 1
	first := layout.Window(0, max(0, int(s.marked())-1), n, room)
	s.zones = s.zones[:0]
	lines := []string{s.title()}
	for i := first; i < min(n, first+room); i++ {
		s.zones = append(s.zones, zone{len(lines), 1, model.Level(i + 1)})
		lines = append(lines, s.row(model.Level(i+1), 0)...)
	}
	lines = append(lines, s.facts())
	return lines[:min(len(lines), s.size.H)]
}

// title is the area, and what may be seen of the school's level.
func (s *Screen) title() string {
	name := "  " + s.env.Theme.Bold.Render(string(s.area.ID)+"  "+s.area.Title)
	return layout.Ends(name, s.schools(), s.size.W-2)
}

// row is one level in as many lines as its text gets: digit, word, meter, text.
func (s *Screen) row(l model.Level, text int) []string {
	t := s.env.Theme
	digit := fmt.Sprint(int(l))
	if l > 9 {
		digit = " " // a tenth answer has no key of its own
	}
	label := digit + "  Not enough evidence to say"
	if l <= s.top() {
		label = digit + "  " + layout.Pad(s.scale().Name(l), nameWidth) + "  " + t.Meter(l, int(s.top()))
	}
	lines := []string{label}
	if l <= s.top() && text > 0 {
		w := min(layout.TextWidth, s.size.W-layout.Width(label)-9)
		lead := widget.Lead(s.area.Descriptor(l), w, text)
		for i := range lead {
			lead[i] = strings.ReplaceAll(lead[i], "……", "…")
		}
		lines = layout.Beside(3, []int{layout.Width(label), w}, []string{label}, lead)
	}
	for i := range lines {
		switch {
		case s.marked() != l:
			lines[i] = "    " + lines[i]
		case i == 0:
			lines[i] = "  " + t.Selected.Render(t.Glyph.Mark+" "+layout.Pad(lines[i], s.size.W-6))
		default:
			lines[i] = "  " + t.Selected.Render(strings.Repeat(" ", layout.Width(t.Glyph.Mark))+" "+layout.Pad(lines[i], s.size.W-6))
		}
	}
	return lines
}

// facts is how sure the reviewer is, and the way to the school's level.
func (s *Screen) facts() string {
	if s.part == asking {
		return "  " + s.env.Theme.Bold.Render(layout.Cut("Give your level first? Looking now is recorded.", s.size.W-4))
	}
	j, judged := s.mine()
	sure := "–"
	if j.Confidence != "" {
		sure = string(j.Confidence)
	}
	text := "Sure?  " + sure
	given, hidden := s.book().Hidden(s.area.ID)
	switch {
	case given && hidden:
		text += "     Give your level first. Then press s to see the school’s."
	case judged && j.State == model.NotApplicable:
		text = "You said that this area does not apply here."
	case s.visit().Looked(s.area.ID, s.env.Desk.Voice.Person):
		text += "     You looked at the school’s level first. That is recorded."
	}
	return "  " + layout.Cut(text, s.size.W-4)
}

// viewNoting draws the line for a note in the place of the levels.
func (s *Screen) viewNoting() []string {
	t := s.env.Theme
	w := max(12, min(boxWidth, s.size.W-4))
	s.line.Resize(layout.Size{W: w - 4, H: 1})
	box := layout.Indent(2, widget.Boxed(t, s.line.View(), w))
	hint := layout.Indent(2, layout.Wrap("Start with  +  strength   >  next step   *  follow up", s.size.W-4))
	safe := layout.Indent(2, layout.Wrap("Safeguarding: tell the designated safeguarding lead now, in person. Do not write it here.", min(layout.TextWidth, s.size.W-4)))
	room := s.size.H - len(box) - len(hint) - 1
	lines := []string{s.title()}
	if room > len(safe)+4 {
		lines = append([]string{""}, append(lines, "")...)
		lines = append(lines, s.evidence(max(1, room-len(safe)-5))...)
		lines = append(lines, "")
	} else {
		safe = nil
	}
	lines = append(lines, hint...)
	s.box = len(lines)
	lines = append(lines, box...)
	lines = append(lines, safe...)
	return lines[:min(len(lines), s.size.H)]
}

// Point is where the cursor of the note is.
func (s *Screen) Point() (x, y int, ok bool) {
	if s.part != noting || s.size.H < 5 {
		return 0, 0, false
	}
	x, y = s.line.Point()
	return x + 4, s.box + 1 + y, true
}

// Click looks at the level under the mouse; a second click chooses it.
func (s *Screen) Click(_, y int) tea.Cmd {
	if s.part != choosing {
		return nil
	}
	for _, z := range s.zones {
		if y < z.y || y >= z.y+z.h {
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
	by := -1
	if down {
		by = 1
	}
	if s.part == choosing {
		s.lookAround(by)
	}
	return nil
}
