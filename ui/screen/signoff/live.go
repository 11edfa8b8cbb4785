package signoff

import (
	tea "charm.land/bubbletea/v2"

	"waymark/ui/keys"
	"waymark/ui/nav"
	"waymark/ui/widget"
)

// Live is what can be done now.
func (s *Screen) Live() []keys.Live {
	back := keys.Live{Action: keys.Back, Words: "back", Footer: true}
	switch {
	case !s.on():
		return []keys.Live{back}
	case s.form != nil:
		return s.form.live()
	}
	words := "do this"
	switch r := s.rows[s.list.Cursor]; {
	case r.on:
		words = "what it changes"
	case r.side != "":
		words = "sign"
		if _, signed := s.visit().Signature(r.side); signed {
			words = "correct"
		}
	}
	live := []keys.Live{
		{Action: keys.Enter, Words: words, Footer: true},
		{Action: keys.Export, Words: "export leave-behind", Footer: true},
	}
	live = append(live, widget.Moving()...)
	live = append(live, back)
	if s.visit().Closed {
		return append(live, keys.Live{Action: keys.ReopenVisit}, keys.Live{Action: keys.OpenChanged})
	}
	return append(live, keys.Live{Action: keys.CloseVisit})
}

// Act carries out one action.
func (s *Screen) Act(p keys.Press) tea.Cmd {
	if s.form != nil {
		s.actForm(p)
		return nil
	}
	if s.list.Act(p) {
		s.status = ""
		return nil
	}
	switch p.Action {
	case keys.Enter:
		s.enter()
	case keys.Export:
		s.env.Nav.Push(nav.Export{Document: "visit"})
	case keys.CloseVisit:
		s.ask(s.closing())
	case keys.ReopenVisit:
		s.ask(s.reopening())
	case keys.OpenChanged:
		s.env.Nav.Push(nav.Changed{})
	case keys.Back:
		s.env.Nav.Pop()
	}
	return nil
}

func (s *Screen) actForm(p keys.Press) {
	f := s.form
	switch p.Action {
	case keys.Enter:
		s.file()
	case keys.NextPart, keys.Down:
		f.turn(1)
	case keys.PartBefore, keys.Up:
		f.turn(-1)
	case keys.Undo:
		f.line().Undo()
	case keys.Redo:
		f.line().Redo()
	case keys.Back:
		s.keep()
	}
}

// Click chooses the row under the mouse; a second click does it.
func (s *Screen) Click(_, y int) tea.Cmd {
	if s.page == nil || s.form != nil || !s.on() {
		return nil
	}
	id, ok := s.page.At(y)
	switch {
	case !ok:
	case id == s.list.Cursor:
		s.enter()
	default:
		s.list.Cursor = id
	}
	return nil
}

// Wheel moves over the rows.
func (s *Screen) Wheel(down bool) tea.Cmd {
	by := -1
	if down {
		by = 1
	}
	s.list.Move(by)
	return nil
}
