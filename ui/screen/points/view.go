package points

import (
	"fmt"
	"strings"

	"waymark/model"
	"waymark/ui/layout"
	"waymark/ui/visiting"
	"waymark/ui/widget"
)

// The ids of the editor's rows: its fields from 0, then these.
const (
	consentRow = 50
	firstNote  = 100
)

// boxWidth is the widest a field gets.
const boxWidth = layout.TextWidth + 4

func (s *Screen) narrow() bool { return s.size.W < 72 || s.size.H < 17 }

// View draws the list, or what is being edited.
func (s *Screen) View() []string {
	if !s.on() {
		return []string{"", "  There is no visit in progress here."}
	}
	if s.edit != nil {
		return s.viewEditor()
	}
	p := widget.NewPage(s.env.Theme, s.size.W, s.env.Prefs.Roomy)
	p.Gap()
	for i, r := range s.rows {
		if r.heading != "" {
			if i > 0 {
				p.Gap()
			}
			p.Heading(r.heading)
		}
		text, note := s.said(r, i)
		var details []string
		if i == s.list.Cursor {
			details = s.details(r, text)
		}
		p.Row(i, i == s.list.Cursor, text, note, details...)
	}
	s.page = p
	return p.Fit(s.size.H)
}

// said is one row of the list: its words, and what it rests on.
func (s *Screen) said(r row, i int) (text, note string) {
	room := max(10, min(layout.TextWidth+8, s.size.W)-6)
	switch {
	case r.leave:
		return "Go on to the sign-off", ""
	case r.closing != noClosing:
		if answer := s.answer(r.closing); answer != "" {
			return layout.Cut(answer, room), ""
		}
		return layout.Cut(r.closing.question(), room), ""
	case r.point.ID == "":
		return "+  Add a " + called(r.kind), ""
	}
	note = s.rests(r.point)
	place := s.place(i)
	return layout.Cut(fmt.Sprintf("%d  %s", place, r.point.Text), max(8, room-layout.Width(note)-2)), note
}

// details is what the row under the cursor has no room for.
func (s *Screen) details(r row, shown string) []string {
	var all []string
	full := s.answer(r.closing)
	if r.point.ID != "" {
		full = r.point.Text
	}
	if !strings.Contains(shown, full) {
		all = append(all, full)
	}
	if full != "" && r.closing != noClosing {
		all = append(all, r.closing.question())
	}
	if r.point.Lead != "" {
		all = append(all, "Could be led by: "+r.point.Lead)
	}
	if r.point.Viewers != "" {
		all = append(all, "Could be seen by: "+r.point.Viewers)
	}
	return all
}

// place is the number of a row among those of its kind.
func (s *Screen) place(i int) int {
	n := 0
	for _, r := range s.rows[:i+1] {
		if r.kind == s.rows[i].kind {
			n++
		}
	}
	return n
}

// rests is what a point is about and rests on: "2.3, 2 notes".
func (s *Screen) rests(p model.Point) string {
	parts := make([]string, 0, 3)
	if p.Area != "" {
		parts = append(parts, string(p.Area))
	}
	if !s.narrow() || p.Area == "" {
		parts = append(parts, widget.Count(len(p.Notes), "note", "notes"))
	}
	if p.Kind == model.NextStepTo && p.Lead == "" && !s.narrow() {
		parts = append(parts, "no lead")
	}
	if p.Kind == model.BrightSpot && !p.Consent {
		parts = append(parts, "not to share yet")
	}
	return strings.Join(parts, ", ")
}

// viewEditor draws the sentence and what it rests on. Only the field with the
// focus stands in a box.
func (s *Screen) viewEditor() []string {
	e, t := s.edit, s.env.Theme
	p := widget.NewPage(t, s.size.W, false)
	p.Gap()
	title := e.title
	if e.closing == noClosing {
		if _, area := s.sentence(); area != "" {
			title += " on " + string(area)
		}
	}
	p.Heading(title)
	p.Gap()
	for i, f := range e.fields {
		if i == e.at {
			p.Put(i, s.box(f)...)
			continue
		}
		p.Put(i, layout.Cut("    "+f.title+":  "+f.line.Value(), s.size.W-2))
	}
	if e.kind == model.BrightSpot {
		mark := "no"
		if e.consent {
			mark = "yes"
		}
		p.Row(consentRow, e.at == e.consentAt(), "Those concerned agree that it is shared:  "+mark, "")
	}
	if e.closing == noClosing {
		s.viewNotes(p)
	}
	s.page = p
	return p.Fit(s.size.H)
}

func (s *Screen) box(f field) []string {
	w := max(12, min(boxWidth, s.size.W-4))
	f.line.Resize(layout.Size{W: w - 4, H: s.lines()})
	return layout.Indent(2, visiting.Titled(s.env.Theme, f.title, f.line.View(), w))
}

// lines is how many lines a sentence gets: two where there is room.
func (s *Screen) lines() int {
	if s.narrow() {
		return 1
	}
	return 2
}

// viewNotes lists what the point can rest on, in the room that is left.
func (s *Screen) viewNotes(p *widget.Page) {
	e, t := s.edit, s.env.Theme
	p.Gap()
	head := fmt.Sprintf("What it rests on   %d of %s", len(e.ticked), widget.Count(len(e.all), "note", "notes"))
	if left := s.private(); left > 0 {
		head += ", " + widget.Count(left, "private one", "private ones") + " left out"
	}
	p.Say("  " + t.Bold.Render(layout.Cut(head, s.size.W-4)))
	if len(e.all) == 0 {
		p.Hint("No notes of this visit can be shared yet. You can still write the sentence.")
		return
	}
	e.notes.Set(len(e.all), max(1, s.size.H-p.Len()))
	for i := e.notes.First(); i < e.notes.Last(); i++ {
		n := e.all[i]
		mark := t.Glyph.Open
		for _, id := range e.ticked {
			if id == n.ID {
				mark = t.Glyph.Chosen
			}
		}
		text := mark + " " + n.Mark.Sign() + " " + visiting.Words(n)
		about := string(n.Area)
		if s.used(n.ID, e.id) {
			about = strings.TrimSpace("used  " + about)
		}
		room := max(10, min(layout.TextWidth+8, s.size.W)-6-layout.Width(about)-2)
		p.Row(firstNote+i, e.at == e.notesAt() && i == e.notes.Cursor, layout.Cut(text, room), about)
	}
}

// private is how many notes of the visit are not offered.
func (s *Screen) private() int {
	n := 0
	for _, note := range s.book().Evaluation().VisitNotes(s.visit().ID) {
		if note.Private {
			n++
		}
	}
	return n
}

// Point is where the cursor of the field is.
func (s *Screen) Point() (x, y int, ok bool) {
	f := s.focus()
	if f == nil || s.page == nil {
		return 0, 0, false
	}
	return s.page.Point(s.edit.at, f.Field)
}
