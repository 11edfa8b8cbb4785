package signoff

import (
	"waymark/model"
	"waymark/model/visit"
	"waymark/ui/layout"
	"waymark/ui/visiting"
	"waymark/ui/widget"
)

// The room of the parts.
const (
	boxWidth  = layout.TextWidth + 4
	doneWidth = 11
	sideWidth = 12
	nameWidth = 33
)

// Resize takes the body's size.
func (s *Screen) Resize(size layout.Size) { s.size = size }

func (s *Screen) narrow() bool { return s.size.W < 72 || s.size.H < 17 }

// View draws the list, or what is being asked.
func (s *Screen) View() []string {
	if !s.on() {
		return []string{"", "  There is no visit in progress here."}
	}
	p := widget.NewPage(s.env.Theme, s.size.W, s.env.Prefs.Roomy && s.form == nil)
	s.page = p
	p.Gap()
	if s.form != nil {
		s.viewForm(p)
		return p.Fit(s.size.H)
	}
	s.viewTasks(p)
	p.Gap()
	s.viewReceives(p)
	p.Gap()
	p.Heading("Sign off")
	for i, r := range s.rows {
		if r.side != "" {
			text, note := s.signed(r.side)
			p.Row(i, i == s.list.Cursor, text, note)
		}
	}
	p.Gap()
	p.Hint("Signing records that both have read it. It does not mean both agree.")
	return p.Fit(s.size.H)
}

// viewTasks lists what is to be done before the team leaves.
func (s *Screen) viewTasks(p *widget.Page) {
	if v := s.visit(); v.Closed {
		p.Heading("The visit is closed")
		if v.Reason != "" {
			p.Prose("It was closed without both names: " + v.Reason)
		}
		p.Row(0, s.list.Cursor == 0, "See what the visit changes in the priorities", "")
	} else {
		p.Heading("Before you leave the school")
	}
	p.Gap()
	for i, r := range s.rows {
		if r.side != "" || r.on {
			continue
		}
		state, chosen := "To do", i == s.list.Cursor
		if r.task.Done {
			state = "Done"
		}
		width := doneWidth
		if s.narrow() {
			width = 7
		}
		var details []string
		if chosen && r.task.Hint != "" {
			details = []string{r.task.Hint}
		}
		p.Row(i, chosen, layout.Pad(state, width)+r.task.Title, r.task.Words(), details...)
	}
}

// viewReceives says what leaves the reviewer's hands and what does not.
func (s *Screen) viewReceives(p *widget.Page) {
	t := s.env.Theme
	p.Say("  " + t.Bold.Render("What the school will receive"))
	for _, text := range []string{
		"2-page summary: strengths first, then next steps, then the levels",
		visit.PrivateWords(visit.PrivateNotes(s.book().Evaluation(), s.visit())),
	} {
		for _, l := range layout.Wrap(text, max(10, min(layout.TextWidth, s.size.W-6))) {
			p.Say("    " + l)
		}
	}
}

// signed is one side's row: who, and whether they have read it.
func (s *Screen) signed(side model.Side) (text, note string) {
	label := "School"
	if side == model.SideReviewer {
		label = "Reviewer"
	}
	p := s.expected(side)
	note = "not signed yet"
	if was, ok := s.visit().Signature(side); ok {
		p, note = model.Person{Name: was.Name, Post: was.Post}, "read "+when(was.At)
		if was.Reason != "" {
			note = "corrected " + when(was.At)
		}
	}
	who := model.CleanLine(p.Name)
	if p.Post != "" {
		who += ", " + p.Post
	}
	width := sideWidth
	if s.narrow() {
		width = 10
	}
	room := max(8, min(layout.TextWidth+8, s.size.W)-6-width-layout.Width(note)-2)
	return layout.Pad(label, width) + layout.Pad(who, min(nameWidth, room)), note
}

// viewForm asks for one thing at a time. Only the field with the focus stands
// in a box.
func (s *Screen) viewForm(p *widget.Page) {
	f := s.form
	p.Heading(f.title)
	p.Gap()
	for i, one := range f.fields {
		if i == f.at {
			w := max(12, min(boxWidth, s.size.W-4))
			one.line.Resize(layout.Size{W: w - 4, H: 1})
			p.Put(i, layout.Indent(2, visiting.Titled(s.env.Theme, one.title, one.line.View(), w))...)
			continue
		}
		p.Put(i, layout.Cut("    "+one.title+":  "+one.line.Value(), s.size.W-2))
	}
	p.Gap()
	p.Hint(f.hint)
}

// Point is where the cursor of the field is.
func (s *Screen) Point() (x, y int, ok bool) {
	if s.form == nil || s.page == nil {
		return 0, 0, false
	}
	return s.page.Point(s.form.at, s.form.line().Field)
}
