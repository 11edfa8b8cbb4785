package points

import (
	tea "charm.land/bubbletea/v2"

	"waymark/ui/keys"
	"waymark/ui/nav"
	"waymark/ui/widget"
)

// Live is what can be done now.
func (s *Screen) Live() []keys.Live {
	switch {
	case !s.on():
		return []keys.Live{{Action: keys.Back, Words: "back", Footer: true}}
	case s.edit != nil && s.focus() != nil:
		return s.typing()
	case s.edit != nil:
		return s.ticking()
	}
	if s.visit().Closed {
		return s.reading()
	}
	live := append([]keys.Live{{Action: keys.Enter, Words: s.enterWords(), Footer: true}}, widget.Moving()...)
	live = append(live, keys.Live{Action: keys.Add, Words: "add", Long: "add one of this kind", Footer: true})
	if s.row().point.ID != "" {
		live = append(live, keys.Live{Action: keys.RemovePoint})
	}
	return append(live, keys.Live{Action: keys.OpenSignOff}, keys.Live{Action: keys.OpenAgreeing},
		keys.Live{Action: keys.Back, Words: "back", Footer: true})
}

// reading is what can be done while nothing can be changed.
func (s *Screen) reading() []keys.Live {
	var live []keys.Live
	if s.row().leave {
		live = append(live, keys.Live{Action: keys.Enter, Words: "sign-off", Footer: true})
	}
	live = append(live, widget.Moving()...)
	return append(live, keys.Live{Action: keys.OpenSignOff}, keys.Live{Action: keys.OpenAgreeing},
		keys.Live{Action: keys.Back, Words: "back", Footer: true})
}

func (s *Screen) enterWords() string {
	r := s.row()
	switch {
	case r.leave:
		return "sign off"
	case r.closing != noClosing:
		return "answer"
	case r.point.ID != "":
		return "reword"
	}
	return "add a " + called(r.kind)
}

func (s *Screen) typing() []keys.Live {
	live := []keys.Live{{Action: keys.Enter, Words: s.onwards(), Footer: true}}
	if s.edit.parts() > 1 {
		live = append(live, keys.Live{Action: keys.NextPart, Words: "next part", Footer: true}, keys.Live{Action: keys.PartBefore},
			keys.Live{Action: keys.Up, Words: "the part above"}, keys.Live{Action: keys.Down, Words: "the part below"})
	}
	return append(live,
		keys.Live{Action: keys.Back, Words: "keep and go back", Footer: true},
		keys.Live{Action: keys.Undo, Shown: "Ctrl+Z", Words: "undo", Footer: true},
		keys.Live{Action: keys.Redo, Shown: "Ctrl+Y", Words: "put the words back"})
}

// onwards is what Enter does in a field.
func (s *Screen) onwards() string {
	e := s.edit
	if e.at+1 < len(e.fields) || e.at < e.notesAt() && e.parts() > len(e.fields)+1 {
		return "go on"
	}
	return "file it"
}

func (s *Screen) ticking() []keys.Live {
	e := s.edit
	tick, enter := "pick", "to the sentence"
	if e.at == e.consentAt() {
		tick, enter = "they agree", "file it"
	}
	live := []keys.Live{{Action: keys.Enter, Words: enter, Footer: true}, {Action: keys.Tick, Words: tick, Footer: true}}
	live = append(live, widget.Moving()...)
	return append(live, keys.Live{Action: keys.NextPart, Words: "next part", Footer: true}, keys.Live{Action: keys.PartBefore},
		keys.Live{Action: keys.Back, Words: "keep and go back", Footer: true})
}

// Act carries out one action.
func (s *Screen) Act(p keys.Press) tea.Cmd {
	switch {
	case s.edit != nil:
		s.actEdit(p)
	case s.list.Act(p):
		s.status = ""
	default:
		s.actList(p)
	}
	return nil
}

func (s *Screen) actList(p keys.Press) {
	switch p.Action {
	case keys.Enter:
		s.enter()
	case keys.Add:
		s.add()
	case keys.RemovePoint:
		s.remove()
	case keys.OpenSignOff:
		s.env.Nav.Replace(nav.SignOff{})
	case keys.OpenAgreeing:
		s.env.Nav.Replace(nav.Agree{})
	case keys.Back:
		s.env.Nav.Pop()
	}
}

func (s *Screen) actEdit(p keys.Press) {
	e := s.edit
	switch p.Action {
	case keys.Enter:
		s.editEnter()
	case keys.NextPart:
		e.turn(1)
		s.status = ""
	case keys.PartBefore:
		e.turn(-1)
		s.status = ""
	case keys.Back:
		s.keep()
	case keys.Undo:
		e.line().Undo()
	case keys.Redo:
		e.line().Redo()
	case keys.Tick:
		s.tick()
	default:
		s.move(p)
	}
}

func (s *Screen) tick() {
	if e := s.edit; e.at == e.consentAt() {
		e.consent = !e.consent
	} else {
		e.tick()
	}
	s.status = ""
}

// move goes over the notes, and from part to part at their ends.
func (s *Screen) move(p keys.Press) {
	e := s.edit
	inNotes := e.at == e.notesAt() && len(e.all) > 0
	switch {
	case inNotes && (p.Action != keys.Up || e.notes.Cursor > 0) && (p.Action != keys.Down || e.notes.Cursor < len(e.all)-1):
		e.notes.Act(p)
	case p.Action == keys.Up && e.at > 0:
		e.turn(-1)
	case p.Action == keys.Down && e.at < e.parts()-1:
		e.turn(1)
	}
	s.status = ""
}
