package agenda

import (
	"strconv"

	tea "charm.land/bubbletea/v2"

	"waymark/model"
	"waymark/ui/jot"
	"waymark/ui/keys"
	"waymark/ui/nav"
	"waymark/ui/widget"
)

// Live is what can be done now.
func (s *Screen) Live() []keys.Live {
	v, on := s.visit()
	if !on {
		return []keys.Live{{Action: keys.Enter, Words: "see the visits", Footer: true}}
	}
	switch s.part {
	case typing:
		return s.typingLive(v)
	case remedying:
		return append(s.choosing("do this"), keys.Live{Action: keys.Back, Words: "leave it as it is", Footer: true})
	case planning:
		live := append(s.choosing("plan the day"), keys.Live{Action: keys.Note, Words: "type a note", Footer: true}, keys.Live{Action: keys.Back, Words: "back", Footer: true})
		return append(live, s.places()...)
	case changing:
		return s.form.live()
	default: // commands
		return s.commandsLive(v)
	}
}

func (s *Screen) choosing(enter string) []keys.Live {
	live := []keys.Live{{Action: keys.Enter, Words: enter, Footer: true}}
	live = append(live, widget.Moving()...)
	shown := "1"
	if s.ways.N > 1 {
		shown = "1-" + strconv.Itoa(min(9, s.ways.N))
	}
	return append(live, keys.Live{Action: keys.Level, Shown: shown, Words: "choose", Footer: true})
}

// enterWords is what Enter does now.
func (s *Screen) enterWords(v model.Visit) string {
	here, at := jot.Here(v, s.person())
	switch {
	case s.part == typing && !s.line.Empty():
		return "file note"
	case s.chosen == "" || at && here.ID == s.chosen || !s.writable(v):
		return "open"
	case !at:
		return "begin this stop"
	}
	return "walk there"
}

func (s *Screen) typingLive(v model.Visit) []keys.Live {
	live := []keys.Live{{Action: keys.Note, Shown: "type", Words: "a note", Footer: true}}
	if len(v.Slots) > 0 {
		live = append(live, keys.Live{Action: keys.Up, Shown: "↑↓", Words: "slot", Footer: true}, keys.Live{Action: keys.Down})
	}
	live = append(live, keys.Live{Action: keys.Enter, Words: s.enterWords(v), Footer: true})
	live = append(live, keys.Live{Action: keys.Back, Words: "commands", Footer: true})
	if !s.line.Empty() {
		live = append(live, keys.Live{Action: keys.Undo, Shown: "Ctrl+Z", Words: "take back the last word"}, keys.Live{Action: keys.Redo, Shown: "Ctrl+Y", Words: "put the word back"})
	}
	return live
}

func (s *Screen) commandsLive(v model.Visit) []keys.Live {
	live := []keys.Live{{Action: keys.Enter, Words: s.enterWords(v), Footer: true}}
	if len(v.Slots) > 0 {
		live = append(live, widget.Moving()...)
	}
	write := s.writable(v)
	if write {
		live = append(live, keys.Live{Action: keys.Note, Words: "type a note", Footer: true})
	}
	live = append(live, keys.Live{Action: keys.Menu, Words: "menu", Footer: true})
	if write && s.chosen != "" {
		live = append(live,
			keys.Live{Action: keys.Replace, Words: "running late", Footer: true, Long: "make up for lost time"},
			keys.Live{Action: keys.Edit, Words: "change this stop"})
	}
	if write {
		live = append(live, keys.Live{Action: keys.Add, Words: "add a stop"})
	}
	if s.chosen != "" {
		live = append(live, keys.Live{Action: keys.Full, Words: "notes of this stop"})
	}
	if s.days(v) > 1 {
		live = append(live, keys.Live{Action: keys.Before, Words: "day before"}, keys.Live{Action: keys.After, Words: "day after"})
	}
	live = append(live,
		keys.Live{Action: keys.Export, Words: "export", Long: "export what it leaves"},
		keys.Live{Action: keys.Back, Words: "go back"})
	live = append(live, s.places()...)
	if write && s.chosen != "" { // last in the menu: nobody takes a stop out by habit
		live = append(live, keys.Live{Action: keys.RemoveSlot})
	}
	return live
}

// places are the other parts of a visit, for the menu.
func (s *Screen) places() []keys.Live {
	return []keys.Live{
		{Action: keys.OpenClaims},
		{Action: keys.OpenRooms},
		{Action: keys.OpenTidy},
		{Action: keys.OpenJudging},
		{Action: keys.OpenAgreeing},
		{Action: keys.OpenPoints},
		{Action: keys.OpenSignOff},
		{Action: keys.OpenChanged},
		{Action: keys.StopVisiting},
		{Action: keys.OpenLean},
	}
}

// Act carries out one action.
func (s *Screen) Act(p keys.Press) tea.Cmd {
	s.status = ""
	if s.elsewhere(p.Action) {
		return nil
	}
	switch s.part {
	case remedying, planning:
		s.choose(p)
	case changing:
		s.inForm(p)
	default:
		s.onDay(p)
	}
	return nil
}

// elsewhere opens another part of the visit.
func (s *Screen) elsewhere(a keys.Action) bool {
	to, ok := map[keys.Action]nav.Route{
		keys.OpenClaims: nav.Claims{}, keys.OpenRooms: nav.Rooms{}, keys.OpenTidy: nav.Tidy{}, keys.OpenJudging: nav.VisitJudge{},
		keys.OpenAgreeing: nav.Agree{}, keys.OpenPoints: nav.Points{}, keys.OpenSignOff: nav.SignOff{}, keys.OpenChanged: nav.Changed{}, keys.OpenLean: nav.Lean{},
		keys.StopVisiting: nav.Visits{Leave: true}, keys.Export: nav.Export{Document: "visit"},
	}[a]
	if ok {
		s.env.Nav.Push(to)
	}
	return ok
}

// onDay acts on the list of stops.
func (s *Screen) onDay(p keys.Press) {
	switch p.Action {
	case keys.Enter:
		s.enter()
	case keys.Up:
		s.step(-1)
	case keys.Down:
		s.step(1)
	case keys.PageUp, keys.Home:
		s.step(-s.list.N)
	case keys.PageDown, keys.End:
		s.step(s.list.N)
	case keys.Before:
		s.turn(-1)
	case keys.After:
		s.turn(1)
	case keys.Back:
		s.back()
	case keys.Note:
		s.part = typing
	case keys.Undo, keys.Redo:
		s.undo(p.Action)
	case keys.Full:
		s.env.Nav.Push(nav.Capture{Slot: s.chosen})
	default:
		s.alter(p.Action)
	}
}

// back leaves the line for the commands, and the commands for where one was.
func (s *Screen) back() {
	if s.part == typing {
		s.part = commands
		if v, _ := s.visit(); len(v.Slots) == 0 {
			s.part = planning
		}
		return
	}
	s.env.Nav.Pop()
}

func (s *Screen) undo(a keys.Action) {
	switch {
	case a == keys.Undo && !s.line.Undo():
		s.status = "There is nothing more to take back on this line."
	case a == keys.Redo && !s.line.Redo():
		s.status = "There is nothing to put back on this line."
	}
}

// alter changes the day itself.
func (s *Screen) alter(a keys.Action) {
	v, _ := s.visit()
	switch a {
	case keys.Replace:
		s.late(v)
	case keys.Edit:
		if slot, ok := v.Slot(s.chosen); ok {
			s.form, s.part = newForm(s.env, v, slot), changing
		}
	case keys.Add:
		s.form, s.part = newForm(s.env, v, s.fresh(v)), changing
	case keys.RemoveSlot:
		if s.do(s.env.Desk.Book.RemoveSlot(s.env.Desk.Voice, v.ID, s.chosen)) {
			s.refresh()
			s.status = "The stop is taken out. Its notes are kept. u brings it back."
		}
	}
}
