package capture

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"waymark/model"
	"waymark/model/visit"
	"waymark/ui/jot"
	"waymark/ui/keys"
	"waymark/ui/layout"
	"waymark/ui/widget"
)

// The room of the parts.
const (
	boxWidth  = layout.TextWidth + 4
	mostLines = 3   // of the line that is typed on
	sideFrom  = 112 // from this width, what to look for stands beside the notes
	sideWidth = 34
	leastList = 2
)

// Safeguarding concerns are not for this tool.
const safeguarding = "Safeguarding: tell the designated safeguarding lead now, in person. Do not write it here."

// Resize takes the body's size.
func (s *Screen) Resize(size layout.Size) {
	s.size = size
	s.arrange()
}

// arrange gives the line as many rows as its words need.
func (s *Screen) arrange() {
	if s.size.W == 0 {
		return
	}
	w := s.boxW() - 4
	rows := 1 + layout.Width(s.line.Value())/max(1, w)
	most := mostLines
	if s.size.H < 12 {
		most = 1
	}
	s.line.Resize(layout.Size{W: w, H: min(most, rows)})
	s.line.Settle()
}

func (s *Screen) boxW() int { return max(12, min(boxWidth, s.size.W-4)) }

// View draws the stop, its notes, and the line in its box.
func (s *Screen) View() []string {
	s.listAt, s.lineAt = -1, -1
	_, on := s.visit()
	if !on {
		return s.none()
	}
	top := s.heading()
	bottom := s.foot()
	if s.part == linking {
		return s.linkPage()
	}
	room := s.size.H - len(top) - len(bottom)
	for pass := 0; pass < 3 && room < leastList+2; pass++ {
		top, bottom = s.tighter(pass, top, bottom)
		room = s.size.H - len(top) - len(bottom)
	}
	s.listAt = len(top)
	lines := append(top, layout.Fit(s.table(room), layout.Size{W: s.tableW(), H: max(0, room)})...)
	if s.size.W >= sideFrom {
		beside := append([]string{""}, s.lookFor(sideWidth, len(lines)-1)...)
		lines = layout.Beside(2, []int{s.tableW(), sideWidth}, lines, beside)
	}
	s.lineAt = len(lines) + len(bottom) - 2 - s.lineRows()
	lines = append(lines, bottom...)
	return lines[:min(len(lines), s.size.H)]
}

func (s *Screen) lineRows() int { return len(s.line.View()) }

func (s *Screen) tableW() int {
	if s.size.W >= sideFrom {
		return s.size.W - sideWidth - 4
	}
	return s.size.W
}

// tighter is the same with less around the notes: blank lines first, then the
// heading, then how to mark a note. The line and the safeguarding stay.
func (s *Screen) tighter(pass int, top, bottom []string) (less, below []string) {
	switch pass {
	case 0:
		for _, l := range top {
			if l != "" {
				less = append(less, l)
			}
		}
		for _, l := range bottom {
			if l != "" {
				below = append(below, l)
			}
		}
		return less, below
	case 1:
		return top, append(s.warning(), s.box()...)
	}
	return nil, bottom
}

func (s *Screen) none() []string {
	p := widget.NewPage(s.env.Theme, s.size.W, s.env.Prefs.Roomy)
	p.Gap()
	p.Heading("No visit is open here")
	p.Gap()
	p.Prose("Notes are taken on a visit. Press Enter to open one from the list, or to plan a new one.")
	if !s.line.Empty() {
		p.Gap()
		p.Prose("What you were typing is kept: " + layout.Cut(s.line.Text(), 200))
	}
	return p.Fit(s.size.H)
}

func (s *Screen) heading() []string {
	slot, _ := s.slot()
	name := slot.Name()
	if slot.ID == "" {
		name = "Notes of the visit"
	}
	line := "  " + s.env.Theme.Bold.Render(layout.Cut(name, s.size.W-4))
	if len(slot.Areas) > 0 {
		var codes []string
		for _, a := range slot.Areas {
			codes = append(codes, string(a))
		}
		focus := "Focus: " + strings.Join(codes, "  ")
		if layout.Width(line+focus) <= s.size.W-6 {
			line = layout.Pad(line, max(layout.Width(line)+4, 36)) + focus
		}
	}
	return []string{"", layout.Cut(line, s.size.W), ""}
}

// table draws the notes, the newest in view while one types; without any, what
// to look for here.
func (s *Screen) table(room int) []string {
	if len(s.notes) == 0 {
		if s.size.W >= sideFrom {
			return []string{"  " + s.env.Theme.Muted.Render("No notes yet. Just type.")}
		}
		return layout.Indent(2, s.lookFor(min(layout.TextWidth, s.size.W-4), room))
	}
	if s.part != browsing {
		s.list.Cursor = len(s.notes) - 1
	}
	s.list.Set(len(s.notes), room)
	var lines []string
	for i := s.list.First(); i < s.list.Last(); i++ {
		lines = append(lines, s.row(s.notes[i], s.part == browsing && i == s.list.Cursor))
	}
	return lines
}

// row is a note on one line: when, its mark, its area, its words, its count.
func (s *Screen) row(n model.Note, chosen bool) string {
	t, w := s.env.Theme, s.tableW()
	area := string(n.Area)
	if n.General {
		area = "–"
	}
	label := when(n) + "  " + n.Mark.Sign() + "  " + layout.Pad(area, s.codeWidth()) + "  "
	end := jot.Count(n.NoteText)
	if n.Private {
		end = strings.TrimSpace(end + " private")
	}
	room := w - 4 - layout.Width(label)
	text := strings.Join(strings.Fields(n.Text), " ")
	if end != "" && room-layout.Width(end)-2 >= 12 {
		text = layout.Pad(text, room-layout.Width(end)-2) + "  " + end
	}
	text = layout.Pad(text, room)
	if chosen {
		return t.Selected.Render(t.Glyph.Mark+" "+label+text) + "  "
	}
	return "  " + t.Muted.Render(when(n)) + label[layout.Width(when(n)):] + text
}

func (s *Screen) codeWidth() int {
	w := 3
	for _, n := range s.notes {
		w = max(w, layout.Width(string(n.Area)))
	}
	return w
}

// lookFor is what to ask and where to look at this stop, as far as whole
// prompts fit.
func (s *Screen) lookFor(w, h int) []string {
	slot, _ := s.slot()
	t := s.env.Theme
	lines := []string{t.Bold.Render("What to look for here")}
	for _, p := range visit.PromptsAt(s.book().Rubric(), slot, s.env.Say) {
		text := layout.Wrap(strings.Join(strings.Fields(p), " "), w)
		if len(lines)+len(text) > h {
			break
		}
		lines = append(lines, text...)
	}
	if len(lines) == 1 {
		return []string{t.Muted.Render("No notes yet. Just type.")}[:min(1, max(0, h))]
	}
	return lines
}

// foot is how to mark a note, what does not belong here, and the box.
func (s *Screen) foot() []string {
	lines := []string{""}
	if s.part == typing {
		lines = append(lines, s.hint()...)
	}
	lines = append(lines, s.warning()...)
	return append(lines, s.box()...)
}

func (s *Screen) hint() []string {
	code := "1.1"
	if slot, _ := s.slot(); len(slot.Areas) > 0 {
		code = string(slot.Areas[0])
	} else if areas := s.book().Rubric().Areas; len(areas) > 0 {
		code = string(areas[0].ID)
	}
	text := "Start with  + strength   > next step   * follow up   @" + code + " link to an area"
	return layout.Indent(2, layout.Wrap(text, max(10, s.size.W-4)))
}

func (s *Screen) warning() []string {
	lines := layout.Wrap(safeguarding, max(10, min(layout.TextWidth+4, s.size.W-4)))
	for i := range lines {
		lines[i] = "  " + s.env.Theme.Muted.Render(lines[i])
	}
	return lines
}

// box is the line, or the chosen note in full.
func (s *Screen) box() []string {
	t := s.env.Theme
	if s.part == browsing {
		return s.inFull()
	}
	lines := append(append([]string{}, s.line.View()...), t.Muted.Render(s.under()))
	return layout.Indent(2, widget.Boxed(t, lines, s.boxW()))
}

// under is when the draft was kept, and what the line says besides its words.
func (s *Screen) under() string {
	said := ""
	if at, ok := s.line.Kept(); ok {
		said = "draft kept " + at.Local().Format("15:04:05")
	}
	if s.reworded != nil {
		said = strings.TrimSpace("rewording the note of " + when(*s.reworded) + "   " + said)
	}
	if s.line.Empty() {
		return said
	}
	n := model.ParseLine(s.line.Value(), s.book().Rubric())
	words := jot.Words(n)
	if a, ok := s.book().Rubric().Area(n.Area); ok {
		words = strings.Replace(words, string(a.ID), a.Name(), 1)
	}
	if words != "" {
		said += "   " + words
	}
	return layout.Cut(said, s.boxW()-4)
}

// inFull is the chosen note with everything that is known of it.
func (s *Screen) inFull() []string {
	n, ok := s.chosen()
	t, w := s.env.Theme, s.boxW()-2
	lines := make([]string, 0, 4)
	switch {
	case ok:
		text := layout.Wrap(strings.Join(strings.Fields(n.Text), " "), w)
		if len(text) > 3 {
			text = widget.Lead(n.Text, w, 3)
		}
		lines = append(lines, text...)
		lines = append(lines, t.Muted.Render(layout.Cut(s.about(n), w)))
	case !s.line.Empty():
		lines = append(lines, layout.Cut("Not filed yet: "+s.line.Text(), w))
	}
	for len(lines) < 4 {
		lines = append(lines, "")
	}
	return layout.Indent(2, lines)
}

// about says what a note is besides its words.
func (s *Screen) about(n model.Note) string {
	parts := []string{when(n)}
	if words := jot.MarkWords(n.Mark); words != "" {
		parts = append(parts, words)
	}
	switch a, ok := s.book().Rubric().Area(n.Area); {
	case ok:
		parts = append(parts, a.Name())
	case n.General:
		parts = append(parts, "left without an area")
	default:
		parts = append(parts, "no area yet")
	}
	if known := map[model.FactKind]string{model.FactSeen: "seen", model.FactHeard: "heard", model.FactRead: "read", model.FactCounted: "counted"}[n.Fact]; known != "" {
		parts = append(parts, known)
	}
	if n.Of > 0 {
		parts = append(parts, jot.Count(n.NoteText))
	}
	if n.Private {
		parts = append(parts, "private")
	}
	if n.Person != s.env.Desk.Voice.Person {
		parts = append(parts, s.book().Who(n.Person).Name)
	}
	return strings.Join(parts, ", ")
}

// linkPage is the choice of an area, with the words it is for.
func (s *Screen) linkPage() []string {
	words := s.line.Text()
	if n, ok := s.chosen(); s.whole && ok {
		words = strings.Join(strings.Fields(n.Text), " ")
	}
	var top []string
	if words != "" && s.size.H > 10 {
		top = []string{"", "  " + layout.Cut("“"+words+"”", s.size.W-4), ""}
	}
	lines := append(top, s.picker.View(s.env.Theme, s.size.W, s.size.H-len(top))...)
	return lines[:min(len(lines), s.size.H)]
}

// Point is where the cursor is.
func (s *Screen) Point() (x, y int, ok bool) {
	if s.part != typing || s.lineAt < 0 {
		return 0, 0, false
	}
	x, y = s.line.Point()
	return x + 4, y + s.lineAt, true
}

// Click chooses the note under the mouse; a second click rewords it.
func (s *Screen) Click(_, y int) tea.Cmd {
	i := y - s.listAt + s.list.First()
	if s.part != browsing || s.listAt < 0 || y < s.listAt || i >= s.list.Last() {
		return nil
	}
	if i == s.list.Cursor && s.writable() {
		return s.Act(keys.Press{Action: keys.Enter})
	}
	s.list.Cursor, s.status = i, ""
	return nil
}

// Wheel moves over the notes.
func (s *Screen) Wheel(down bool) tea.Cmd {
	if s.part != browsing {
		return nil
	}
	by := -1
	if down {
		by = 1
	}
	s.list.Move(by)
	return nil
}
