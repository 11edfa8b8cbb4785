package capture

import (
	tea "charm.land/bubbletea/v2"

	"waymark/ui/jot"
	"waymark/ui/keys"
	"waymark/ui/nav"
	"waymark/ui/widget"
)

// Live is what can be done now.
func (s *Screen) Live() []keys.Live {
	_, on := s.visit()
	switch {
	case !on:
		return []keys.Live{{Action: keys.Enter, Words: "see the visits", Footer: true}, {Action: keys.Back, Words: "back", Footer: true}}
	case s.part == linking:
		return s.picker.Live()
	case s.part == browsing:
		return s.browsingLive()
	}
	return s.typingLive()
}

func (s *Screen) typingLive() []keys.Live {
	enter, back := "file note", "browse"
	if s.reworded != nil {
		enter, back = "file the new words", "leave it as it was"
	}
	live := []keys.Live{{Action: keys.Enter, Words: enter, Footer: true}, {Action: keys.Back, Words: back, Footer: true}}
	if s.line.Empty() && s.reworded == nil && len(s.notes) > 0 {
		live = append(live, keys.Live{Action: keys.Up, Words: "edit last", Footer: true})
	}
	live = append(live, keys.Live{Action: keys.NextPart, Words: "link to area", Footer: true})
	if !s.line.Empty() {
		live = append(live, keys.Live{Action: keys.Undo, Shown: "Ctrl+Z", Words: "undo", Long: "take back the last word", Footer: true},
			keys.Live{Action: keys.Redo, Shown: "Ctrl+Y", Words: "put the word back"})
	}
	return live
}

func (s *Screen) browsingLive() []keys.Live {
	n, chosen := s.chosen()
	write := s.writable()
	var live []keys.Live
	if write && chosen {
		live = append(live, keys.Live{Action: keys.Enter, Words: "reword it", Footer: true})
	}
	if len(s.notes) > 0 {
		live = append(live, widget.Moving()...)
	}
	if write {
		live = append(live, keys.Live{Action: keys.Note, Words: "type a note", Footer: true})
	}
	if write && chosen {
		general, private := "leave it without an area", "Keep this note private"
		if n.General {
			general = "take it up again"
		}
		if n.Private {
			private = "Let this note be shared"
		}
		live = append(live,
			keys.Live{Action: keys.NextPart, Words: "link to area", Footer: true},
			keys.Live{Action: keys.Edit, Words: "reword it"},
			keys.Live{Action: keys.Aside, Words: general},
			keys.Live{Action: keys.Private, Words: private},
			keys.Live{Action: keys.RemoveNote})
	}
	return append(live,
		keys.Live{Action: keys.Back, Words: "back to the day", Footer: true},
		keys.Live{Action: keys.Export, Words: "export", Long: "export what it leaves"},
		keys.Live{Action: keys.OpenTidy}, keys.Live{Action: keys.OpenJudging})
}

// Act carries out one action.
func (s *Screen) Act(p keys.Press) tea.Cmd {
	s.status = ""
	_, on := s.visit()
	switch {
	case !on && p.Action == keys.Enter:
		s.env.Nav.Push(nav.Visits{})
	case !on:
		s.env.Nav.Pop()
	case s.part == linking:
		s.choose(p)
	case s.part == browsing:
		s.browse(p)
	default:
		s.onLine(p.Action)
	}
	return nil
}

// choose acts on the choice of an area.
func (s *Screen) choose(p keys.Press) {
	switch {
	case s.picker.Move(p):
	case p.Action == keys.Enter:
		if id, ok := s.picker.Chosen(); ok {
			s.link(id)
		}
	case p.Action == keys.Back && s.whole:
		s.part = browsing
	case p.Action == keys.Back:
		s.part = typing
	}
}

// onLine acts while the line is typed on.
func (s *Screen) onLine(a keys.Action) {
	switch a {
	case keys.Enter:
		s.enter()
	case keys.Back:
		s.leaveLine()
	case keys.Up:
		if n := len(s.notes); n > 0 {
			s.list.Cursor = n - 1
			s.edit(s.notes[n-1])
		}
	case keys.NextPart:
		s.pick(false)
	case keys.Undo:
		if !s.line.Undo() {
			s.status = "There is nothing more to take back on this line."
		}
		s.arrange()
	case keys.Redo:
		if !s.line.Redo() {
			s.status = "There is nothing to put back on this line."
		}
		s.arrange()
	}
}

// leaveLine goes from a rewording to the line for new notes, and from there to
// the notes. Nothing typed is given up.
func (s *Screen) leaveLine() {
	if s.reworded == nil {
		s.part = browsing
		s.refresh()
		return
	}
	kept := s.line.Drafts() > 0
	s.fresh()
	s.status = "The note is as it was."
	if kept {
		s.status = "The note is as it was. Your new words are kept: reword it again to go on."
	}
}

// browse acts on the chosen note.
func (s *Screen) browse(p keys.Press) {
	if s.list.Act(p) {
		return
	}
	n, chosen := s.chosen()
	switch p.Action {
	case keys.Back:
		s.env.Nav.Pop()
	case keys.Note:
		s.part = typing
		s.refresh()
	case keys.Export:
		s.env.Nav.Push(nav.Export{Document: "visit"})
	case keys.OpenTidy:
		s.env.Nav.Push(nav.Tidy{})
	case keys.OpenJudging:
		s.env.Nav.Push(nav.VisitJudge{})
	case keys.Enter, keys.Edit:
		if chosen {
			s.edit(n)
		}
	case keys.NextPart:
		s.pick(true)
	default:
		if chosen {
			s.mark(p.Action)
		}
	}
}

// mark changes what a note is besides its words, or takes it out.
func (s *Screen) mark(a keys.Action) {
	n, _ := s.chosen()
	switch a {
	case keys.Aside:
		n.General = !n.General
		if n.General {
			n.Area = ""
		}
		if s.write(n.ID, n.NoteText) {
			s.status = map[bool]string{true: "Left without an area. The tidy-up list will not ask again. u undoes it.", false: "The tidy-up list will ask about it again."}[n.General]
		}
	case keys.Private:
		n.Private = !n.Private
		if s.write(n.ID, n.NoteText) {
			s.status = map[bool]string{true: "Private now. It never leaves with an export. u undoes it.", false: "This note can be shared again. u undoes it."}[n.Private]
		}
	case keys.RemoveNote:
		err := s.env.Desk.Do(s.book().RemoveNote(s.env.Desk.Voice, n.ID))
		if s.status = jot.Why(err); err == nil {
			s.status = "The note is taken out. u brings it back."
		}
	}
	s.refresh()
}
