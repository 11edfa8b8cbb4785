package tidy

import (
	"fmt"
	"strings"

	"waymark/model"
	"waymark/ui/jot"
	"waymark/ui/layout"
	"waymark/ui/visiting"
	"waymark/ui/widget"
)

const (
	boxWidth = layout.TextWidth + 4
	mostRows = 4 // of the words of a note
)

// Resize takes the body's size.
func (s *Screen) Resize(size layout.Size) {
	s.size = size
	s.arrange()
}

func (s *Screen) narrow() bool { return s.size.W < 72 || s.size.H < 17 }

// arrange gives the line as many rows as its words need.
func (s *Screen) arrange() {
	if s.line == nil || s.size.W == 0 {
		return
	}
	w := s.boxW() - 4
	rows := 1
	if !s.narrow() {
		rows = min(mostRows, 1+layout.Width(s.line.Value())/max(1, w))
	}
	s.line.Resize(layout.Size{W: w, H: rows})
	s.line.Settle()
}

func (s *Screen) boxW() int { return max(12, min(boxWidth, s.size.W-4)) }

// View draws one unfinished thing and what can be said of it.
func (s *Screen) View() []string {
	s.page = nil
	_, on := s.env.Visit()
	e, some := s.now()
	n, of := s.tidied()
	switch {
	case !on:
		return s.say("No visit is open here", "Notes are tidied up on a visit. Press Enter to open one from the list, or to plan a new one.")
	case !some && of == 0:
		return s.say("No notes yet", "What you note at the stops of the day comes here at lunch, for a second look.")
	case !some:
		return s.say(fmt.Sprintf("%d of %d. Nothing left to tidy.", n, of), "Every note belongs to an area or was left general, and nothing that was typed waits to be filed.")
	case s.part == picking:
		return s.viewPicker(e)
	}
	p := widget.NewPage(s.env.Theme, s.size.W, false)
	p.Gap()
	p.Say("  " + layout.Cut(s.about(e), s.size.W-4))
	p.Gap()
	if s.part == wording {
		s.box(p, e)
	} else {
		s.words(p, e)
		p.Gap()
		p.Heading("What is it about?")
		s.ask(p)
	}
	if e.draft == "" && s.part == choosing && s.writable() && !s.narrow() {
		p.Gap()
		p.Hint("+ strength   > next step   * follow up   ← → how it is known")
	}
	lines := p.Fit(s.size.H)
	s.page = p
	s.lineAt = 0
	for y, l := range lines {
		if s.part == wording && strings.Contains(l, s.env.Theme.Glyph.TopLeft) {
			s.lineAt = y + 1
		}
	}
	return lines
}

func (s *Screen) say(heading, text string) []string {
	p := widget.NewPage(s.env.Theme, s.size.W, s.env.Prefs.Roomy)
	p.Gap()
	p.Heading(heading)
	p.Gap()
	p.Prose(text)
	return p.Fit(s.size.H)
}

// about says when and where it was noted, and what it is besides its words.
func (s *Screen) about(e entry) string {
	t := s.env.Theme
	v, _ := s.env.Visit()
	parts := []string{t.Bold.Render(visiting.When(e.note))}
	if e.draft != "" {
		parts = []string{t.Bold.Render("Not filed yet"), "typed at " + e.at.Local().Format("15:04")}
	}
	if e.reword {
		parts[0] = t.Bold.Render("New words for a note")
	}
	if words := jot.Words(e.note.NoteText); words != "" {
		parts = append(parts, words)
	}
	if known := knownWords(e.note.Fact); known != "" {
		parts = append(parts, known)
	}
	if e.note.Private {
		parts = append(parts, "private")
	}
	if slot, ok := v.Slot(e.note.Slot); ok {
		parts = append(parts, slot.Name())
	}
	return strings.Join(parts, "   ")
}

// words is the note in full, as far as there is room.
func (s *Screen) words(p *widget.Page, e entry) {
	most := mostRows
	if s.narrow() {
		most = 2
	}
	text := strings.Join(strings.Fields(e.note.Text), " ")
	lines := layout.Wrap(text, max(10, min(layout.TextWidth, s.size.W-8)))
	if len(lines) > most {
		lines = lines[:most]
		lines[most-1] = layout.Cut(lines[most-1]+" ……", max(10, min(layout.TextWidth, s.size.W-8)))
	}
	for i, l := range lines {
		mark := " "
		if i == 0 {
			mark = e.note.Mark.Sign()
		}
		p.Say("  " + s.env.Theme.Bold.Render(mark) + " " + l)
	}
}

// ask draws the choices.
func (s *Screen) ask(p *widget.Page) {
	for i, c := range s.choices() {
		p.Row(i, i == s.list.Cursor && s.writable(), layout.Pad(c.key, 5)+c.words, c.note)
	}
}

// why is why an area is suggested.
func (s *Screen) why(e entry, id model.AreaID) string {
	v, _ := s.env.Visit()
	slot, _ := v.Slot(e.note.Slot)
	for _, a := range s.finder.Suggest(e.note.Text, v.Areas(), mostWords) {
		if a == id {
			return "from its words"
		}
	}
	for _, a := range slot.Areas {
		if a == id {
			return "its stop looks at it"
		}
	}
	return ""
}

func (s *Screen) box(p *widget.Page, e entry) {
	title := "The words"
	if e.draft != "" {
		title = "What was being typed"
	}
	p.Say(layout.Indent(2, visiting.Titled(s.env.Theme, title, s.line.View(), s.boxW()))...)
}

// viewPicker draws the choice of any area under the words it is for.
func (s *Screen) viewPicker(e entry) []string {
	var top []string
	if !s.narrow() {
		text := strings.Join(strings.Fields(e.note.Text), " ")
		top = []string{"", "  " + layout.Cut("“"+text+"”", s.size.W-4), ""}
	}
	lines := append(top, s.picker.View(s.env.Theme, s.size.W, s.size.H-len(top))...)
	return lines[:min(len(lines), s.size.H)]
}

// Point is where the cursor of the line is.
func (s *Screen) Point() (x, y int, ok bool) {
	if s.part != wording {
		return 0, 0, false
	}
	x, y = s.line.Point()
	return x + 4, y + s.lineAt, true
}
