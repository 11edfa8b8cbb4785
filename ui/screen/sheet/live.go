package sheet

import (
	"fmt"

	tea "charm.land/bubbletea/v2"

	"waymark/ui/keys"
	"waymark/ui/nav"
)

// Live is what can be done now.
func (s *Screen) Live() []keys.Live {
	_, on := s.env.Visit()
	_, there := s.room()
	back := keys.Live{Action: keys.Back, Words: "back", Footer: true}
	switch {
	case !on:
		return []keys.Live{{Action: keys.Enter, Words: "see the visits", Footer: true}, back}
	case s.part == inHead:
		return s.headLive()
	case s.part == inNote:
		return []keys.Live{
			{Action: keys.Enter, Words: "file the note", Footer: true},
			{Action: keys.Back, Words: "keep and go back", Footer: true},
			{Action: keys.Undo, Shown: "Ctrl+Z", Words: "undo typing", Footer: true},
		}
	case !there:
		return []keys.Live{back}
	}
	return s.listLive()
}

func (s *Screen) headLive() []keys.Live {
	h := s.head
	onwards := "to the checklist"
	if h.at >= subjectAt && h.at < teacherAt {
		onwards = "next"
	}
	live := []keys.Live{{Action: keys.Enter, Words: onwards, Footer: true}}
	if h.line() == nil {
		live = append(live, keys.Live{Action: keys.Right, Shown: "←→", Words: "change", Footer: true}, keys.Live{Action: keys.Left})
		if h.at == chosenAt {
			live = append(live, keys.Live{Action: keys.Tick, Words: "yes or no"})
		}
	} else {
		live = append(live, keys.Live{Action: keys.Undo, Shown: "Ctrl+Z", Words: "undo typing"})
	}
	return append(live,
		keys.Live{Action: keys.NextPart, Words: "next field", Footer: true}, keys.Live{Action: keys.PartBefore, Words: "field before"},
		keys.Live{Action: keys.Up, Words: "field above"}, keys.Live{Action: keys.Down, Words: "field below"},
		keys.Live{Action: keys.Back, Words: "keep and go back", Footer: true})
}

func (s *Screen) listLive() []keys.Live {
	item, ok := s.item()
	n, of := s.answered()
	onwards := "next"
	if n == of {
		onwards = "back to the rooms"
	}
	write := s.writable() && ok
	var live []keys.Live
	if ok && (write || n < of) {
		live = append(live, keys.Live{Action: keys.Enter, Words: onwards, Long: "the next line without an answer, or back to the rooms", Footer: true})
	}
	if write {
		live = append(live, s.answering(s.list().Samples(item))...)
	}
	if ok {
		live = append(live,
			keys.Live{Action: keys.Up, Shown: "↑↓", Words: "move", Footer: true}, keys.Live{Action: keys.Down},
			keys.Live{Action: keys.Before, Words: "the line before"}, keys.Live{Action: keys.After, Words: "the line after"},
			keys.Live{Action: keys.PageUp}, keys.Live{Action: keys.PageDown}, keys.Live{Action: keys.Home}, keys.Live{Action: keys.End})
	}
	if write {
		live = append(live, keys.Live{Action: keys.Note, Words: "note", Long: "note on this line", Footer: true})
	}
	live = append(live, keys.Live{Action: keys.Back, Words: "back", Long: "back to the rooms: everything is kept", Footer: true})
	if s.writable() {
		live = append(live, keys.Live{Action: keys.Edit, Words: "room", Long: "say more of this room: subject, code, minutes, your part", Footer: true})
	}
	return live
}

// answering are the keys that answer the line, which differ where pupils are
// counted.
func (s *Screen) answering(samples bool) []keys.Live {
	l := s.list()
	all := []keys.Live{}
	if samples {
		all = append(all,
			keys.Live{Action: keys.Level, Shown: "0-3", Words: "of three", Long: s.env.Say("how many of the three pupils did it"), Footer: true},
			keys.Live{Action: keys.LevelOff, Words: s.env.Say("none of the three pupils did it")})
	} else {
		all = append(all,
			keys.Live{Action: keys.Level, Shown: fmt.Sprintf("1-%d", len(l.Answers)), Words: "answer", Long: "answer the line and move on", Footer: true},
			keys.Live{Action: keys.LevelOff, Words: "take the answer off"})
	}
	if l.NotApplicable() != "" {
		all = append(all, keys.Live{Action: keys.Aside, Words: l.NotApplicable()})
	}
	return append(all, keys.Live{Action: keys.Replace, Words: "take the answer off, to answer again"})
}

// Act carries out one action.
func (s *Screen) Act(p keys.Press) tea.Cmd {
	s.status = ""
	_, on := s.env.Visit()
	switch {
	case !on && p.Action == keys.Enter:
		s.env.Nav.Push(nav.Visits{})
	case !on:
		s.env.Nav.Pop()
	case s.part == inHead:
		s.actHead(p.Action)
	case s.part == inNote:
		s.actNote(p.Action)
	default:
		s.actList(p)
	}
	return nil
}

func (s *Screen) actHead(a keys.Action) {
	h := s.head
	switch a {
	case keys.Enter:
		if h.at >= subjectAt && h.at < teacherAt {
			h.move(1)
			return
		}
		s.toList()
	case keys.NextPart, keys.Down:
		h.move(1)
	case keys.PartBefore, keys.Up:
		h.move(-1)
	case keys.Left:
		h.turn(-1)
	case keys.Right, keys.Tick:
		h.turn(1)
	case keys.Undo:
		h.line().Undo()
	case keys.Back:
		s.leaveHead()
	}
}

func (s *Screen) actNote(a keys.Action) {
	switch a {
	case keys.Enter:
		s.fileNote()
	case keys.Undo:
		s.note.Undo()
	case keys.Back:
		s.keepNote()
	}
}

func (s *Screen) actList(p keys.Press) {
	switch p.Action {
	case keys.Enter:
		s.next()
	case keys.Level:
		s.answer(p.N)
	case keys.LevelOff:
		s.none()
	case keys.Aside:
		s.outside()
	case keys.Replace:
		s.takeOff()
	case keys.Note:
		s.openNote()
	case keys.Edit:
		s.openHead()
	case keys.Back:
		s.leave()
	default:
		s.move(p.Action)
	}
}

// move goes over the lines.
func (s *Screen) move(a keys.Action) {
	all := len(s.list().Items())
	by := map[keys.Action]int{
		keys.Up: -1, keys.Before: -1, keys.Down: 1, keys.After: 1,
		keys.PageUp: -s.drawn.page, keys.PageDown: s.drawn.page, keys.Home: -all, keys.End: all,
	}[a]
	s.at = min(max(0, s.at+by), max(0, all-1))
}
