package tidy

import (
	"fmt"
	"slices"

	tea "charm.land/bubbletea/v2"

	"waymark/model"
	"waymark/ui/jot"
	"waymark/ui/keys"
	"waymark/ui/nav"
)

// choice is one answer to what a note is about.
type choice struct {
	key   string
	words string
	note  string
	take  func()
}

// choices are the answers in the order of the page; the last is what Enter does
// when nothing was chosen.
func (s *Screen) choices() []choice {
	e, some := s.now()
	if !some {
		return nil
	}
	var all []choice
	for i, id := range s.likely {
		a, _ := s.book().Rubric().Area(id)
		all = append(all, choice{fmt.Sprint(i + 1), a.Name(), s.why(e, id), func() { s.accept(id) }})
	}
	all = append(all,
		choice{"-", "It belongs to no area", "", s.general},
		choice{"Tab", "Another area", "", s.pick})
	if e.draft != "" {
		all = append(all, choice{"", "Leave it for now", "", s.later}, choice{"", "File it as it is", "", s.file})
		return all
	}
	return append(all, choice{"", "Leave it for now", "", s.later})
}

// Live is what can be done now.
func (s *Screen) Live() []keys.Live {
	_, on := s.env.Visit()
	e, some := s.now()
	back := keys.Live{Action: keys.Back, Words: "back", Footer: true}
	switch {
	case !on:
		return []keys.Live{{Action: keys.Enter, Words: "see the visits", Footer: true}, back}
	case !some:
		return []keys.Live{{Action: keys.Enter, Words: "back to the day", Footer: true}, {Action: keys.OpenClaims}, {Action: keys.OpenJudging}, back}
	case s.part == picking:
		return s.picker.Live()
	case s.part == wording:
		return []keys.Live{
			{Action: keys.Enter, Words: "file the words", Footer: true},
			{Action: keys.Back, Words: "keep and go back", Footer: true},
			{Action: keys.Undo, Shown: "Ctrl+Z", Words: "undo", Long: "take back the last word", Footer: true},
			{Action: keys.Redo, Shown: "Ctrl+Y", Words: "put the word back"},
		}
	case !s.writable():
		return []keys.Live{{Action: keys.Enter, Words: "next", Footer: true}, back}
	}
	enter := map[bool]string{true: "choose", false: "next"}[s.list.Cursor < s.list.N-1]
	if e.draft != "" && s.list.Cursor == s.list.N-1 {
		enter = "file it"
	}
	live := []keys.Live{{Action: keys.Enter, Words: enter, Footer: true}}
	if n := len(s.likely); n > 0 {
		live = append(live, keys.Live{Action: keys.Level, Shown: numbers(n), Words: "area", Long: "link to the area of that number", Footer: true})
	}
	live = append(live,
		keys.Live{Action: keys.Aside, Words: "no area", Long: "it belongs to no area", Footer: true},
		keys.Live{Action: keys.NextPart, Words: "other", Long: "link to another area", Footer: true},
		keys.Live{Action: keys.Edit, Words: "words", Long: "change the words", Footer: true},
		keys.Live{Action: keys.Up, Shown: "↑↓", Words: "move over the choices"}, keys.Live{Action: keys.Down})
	if e.draft == "" {
		live = append(live, s.beside(e.note)...)
	}
	return append(live, back)
}

// beside are the acts on what a filed note says besides its words.
func (s *Screen) beside(n model.Note) []keys.Live {
	private := "Keep this note private"
	if n.Private {
		private = "Let this note be shared"
	}
	return []keys.Live{
		{Action: keys.Add, Words: "mark as a strength"},
		{Action: keys.After, Shown: ">", Words: "mark as a next step"},
		{Action: keys.Star, Words: "mark to follow up"},
		{Action: keys.Right, Shown: "←→", Words: "how it is known: seen, heard, read, counted"},
		{Action: keys.Left, Words: "how it is known, the way before"},
		{Action: keys.Private, Words: private},
		{Action: keys.RemoveNote},
	}
}

func numbers(n int) string {
	if n == 1 {
		return "1"
	}
	return fmt.Sprintf("1-%d", n)
}

// Act carries out one action.
func (s *Screen) Act(p keys.Press) tea.Cmd {
	s.status = ""
	_, on := s.env.Visit()
	_, some := s.now()
	switch {
	case !on && p.Action == keys.Enter:
		s.env.Nav.Push(nav.Visits{})
	case !on, !some && p.Action == keys.Enter, p.Action == keys.Back && s.part == choosing:
		s.env.Nav.Pop()
	case !some:
		s.elsewhere(p.Action)
	case s.part == picking:
		s.onPicker(p)
	case s.part == wording:
		s.onLine(p.Action)
	case !s.writable():
		s.later()
	default:
		s.onChoices(p)
	}
	return nil
}

func (s *Screen) elsewhere(a keys.Action) {
	switch a {
	case keys.OpenClaims:
		s.env.Nav.Replace(nav.Claims{})
	case keys.OpenJudging:
		s.env.Nav.Replace(nav.VisitJudge{})
	}
}

func (s *Screen) onChoices(p keys.Press) {
	switch p.Action {
	case keys.Enter:
		if all := s.choices(); s.list.Cursor < len(all) {
			all[s.list.Cursor].take()
		}
	case keys.Level:
		if p.N <= len(s.likely) {
			s.accept(s.likely[p.N-1])
		} else {
			s.status = "Press one of the numbers shown, or Tab for another area."
		}
	case keys.Aside:
		s.general()
	case keys.NextPart:
		s.pick()
	case keys.Edit:
		s.edit()
	case keys.Up, keys.Down:
		s.list.Act(p)
	default:
		s.onNote(p.Action)
	}
}

func (s *Screen) onNote(a keys.Action) {
	switch a {
	case keys.Add:
		s.mark(model.MarkStrength)
	case keys.After:
		s.mark(model.MarkNextStep)
	case keys.Star:
		s.mark(model.MarkFollowUp)
	case keys.Left:
		s.known(-1)
	case keys.Right:
		s.known(1)
	case keys.Private:
		s.private()
	case keys.RemoveNote:
		s.remove()
	}
}

// pick opens the choice of any area.
func (s *Screen) pick() {
	v, _ := s.env.Visit()
	e, _ := s.now()
	slot, _ := v.Slot(e.note.Slot)
	s.picker, s.part = jot.NewPicker(s.book().Rubric(), e.note.Text, slot, v), picking
}

func (s *Screen) onPicker(p keys.Press) {
	switch {
	case s.picker.Move(p):
	case p.Action == keys.Enter:
		if id, ok := s.picker.Chosen(); ok {
			s.accept(id)
		}
	case p.Action == keys.Back:
		s.part = choosing
	}
}

// edit takes the words onto the line. Words typed for the note before and not
// filed come back.
func (s *Screen) edit() {
	e, _ := s.now()
	v, _ := s.env.Visit()
	key, base := e.draft, ""
	if key == "" {
		key, base = jot.Key(s.book(), v.ID, jot.Reword(e.note.ID)), jot.Typed(e.note.NoteText)
	}
	s.line, s.part = jot.New(s.env, key, base), wording
	s.arrange()
}

func (s *Screen) onLine(a keys.Action) {
	switch a {
	case keys.Enter:
		s.fileLine()
	case keys.Back:
		s.keepLine()
	case keys.Undo:
		if !s.line.Undo() {
			s.status = "There is nothing more to take back on this line."
		}
	case keys.Redo:
		if !s.line.Redo() {
			s.status = "There is nothing to put back on this line."
		}
	}
	if s.part == wording {
		s.arrange()
	}
}

// fileLine files the words on the line. A note that has its area then is done.
func (s *Screen) fileLine() {
	e, _ := s.now()
	typed := s.line.Value()
	switch {
	case s.line.Empty() && e.draft != "" && !e.reword:
		s.line.Drop()
		s.part = choosing
		s.refresh()
		s.goOn("The unfinished words are taken out.")
		return
	case s.line.Empty():
		s.status = "A note needs words. To take it out, go back and press m."
		return
	case e.draft != "" && !e.reword:
		slot := e.note.Slot
		v, _ := s.env.Visit()
		e.note.NoteText = jot.Note(s.book(), v, slot, typed)
	default:
		e.note.NoteText = jot.Reworded(e.note.NoteText, typed, s.book().Rubric())
	}
	if !s.write(e) {
		return
	}
	s.line.Clear()
	s.refresh()
	s.part = choosing
	s.again()
	s.status = "Filed. u brings back what was there before."
}

// keepLine goes back; what is typed is there again, and is listed here too.
func (s *Screen) keepLine() {
	kept := s.line.Drafts() > 0
	e, _ := s.now()
	s.part = choosing
	if at := slices.Index(s.order, e.id); kept && e.draft == "" && at >= 0 {
		v, _ := s.env.Visit()
		s.order[at] = jot.Key(s.book(), v.ID, jot.Reword(e.note.ID)) // its new words stand where it stood
	}
	s.refresh()
	i := max(0, s.at)
	for k, o := range s.entries {
		if o.note.ID == e.note.ID {
			i = k
		}
	}
	s.open(min(i, max(0, len(s.entries)-1)))
	if kept && e.draft == "" {
		s.status = "Your new words are kept. Enter files them."
	}
}
