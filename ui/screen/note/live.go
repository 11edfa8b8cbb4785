package note

import (
	"fmt"
	"unicode/utf8"

	tea "charm.land/bubbletea/v2"

	"waymark/model"
	"waymark/ui/keys"
	"waymark/ui/widget"
)

// Live is what can be done in the part that has the focus.
func (s *Screen) Live() []keys.Live {
	if s.readOnly() {
		return append(widget.Moving(), keys.Live{Action: keys.Back, Words: "go back", Footer: true})
	}
	var live []keys.Live
	if s.offer.open() {
		live = append(live, keys.Live{Action: keys.Enter, Words: s.offer.words(), Footer: true})
	}
	switch s.part {
	case inBox, inSource:
		live = append(live, s.typing()...)
	case inEarlier:
		live = append(live, keys.Live{Action: keys.Enter, Words: "reword this note", Footer: true})
		live = append(live, widget.Moving()...)
		live = append(live, keys.Live{Action: keys.Back, Words: "keep and go back", Footer: true},
			keys.Live{Action: keys.Edit, Words: "reword this note"}, keys.Live{Action: keys.RemoveNote})
	default:
		live = append(live, s.choosing()...)
	}
	live = append(live, keys.Live{Action: keys.NextPart, Words: s.nextWords(), Footer: true}, keys.Live{Action: keys.PartBefore})
	if s.part == inBox {
		live = append(live, keys.Live{Action: keys.Editor, Words: "bigger editor", Footer: true}, keys.Live{Action: keys.Undo, Shown: "Ctrl+Z", Words: "undo", Footer: true})
	}
	live = append(live, keys.Live{Action: keys.Private, Words: s.privateWords()})
	if s.part != inSource {
		live = append(live, keys.Live{Action: keys.Source})
	}
	return live
}

func (s *Screen) typing() []keys.Live {
	live := []keys.Live{{Action: keys.Back, Words: "keep and go back", Footer: true}}
	if s.part == inSource {
		return append([]keys.Live{{Action: keys.Enter, Words: "next part", Footer: true}}, append(live, keys.Live{Action: keys.Undo, Shown: "Ctrl+Z", Words: "undo"})...)
	}
	return append(live, keys.Live{Action: keys.Redo, Shown: "Ctrl+Y", Words: "put the words back"})
}

func (s *Screen) choosing() []keys.Live {
	live := []keys.Live{
		{Action: keys.Enter, Words: "next part", Footer: true},
		{Action: keys.Left, Shown: "←→", Words: "change", Footer: true},
		{Action: keys.Right},
		{Action: keys.Up, Shown: "↑↓", Words: "move"},
		{Action: keys.Down},
		{Action: keys.Back, Words: "keep and go back", Footer: true},
	}
	switch {
	case s.part == inKind:
		live = append(live, keys.Live{Action: keys.Level, Shown: fmt.Sprintf("1-%d", len(model.NoteKinds())), Words: "choose", Footer: true})
	case s.part == inAbout && len(s.likely) > 0:
		live = append(live, keys.Live{Action: keys.Level, Shown: fmt.Sprintf("1-%d", len(s.likely)), Words: "choose what is suggested", Footer: true})
	case s.part == inPrivate:
		live = append(live, keys.Live{Action: keys.Tick, Words: s.privateWords()})
	}
	return live
}

// nextWords names the part that Tab goes to.
func (s *Screen) nextWords() string {
	all := s.parts()
	for i, p := range all {
		if p == s.part {
			return [...]string{"note", "area", "kind", "source", "private", "earlier notes"}[all[(i+1)%len(all)]]
		}
	}
	return "next part"
}

func (s *Screen) privateWords() string {
	if s.private {
		return "Let this note be shared"
	}
	return "Keep this note private"
}

// Act carries out one action.
func (s *Screen) Act(p keys.Press) tea.Cmd {
	if s.part == inEarlier && s.listed(p) {
		return nil
	}
	switch p.Action {
	case keys.Back:
		s.leave()
	case keys.NextPart:
		if s.partOfPaste() {
			s.typed(tea.KeyPressMsg{Code: tea.KeySpace, Text: " "})
			return nil
		}
		s.tab(1)
	case keys.PartBefore:
		s.tab(-1)
	case keys.Up:
		s.step(-1)
	case keys.Down:
		s.step(1)
	case keys.Left:
		s.turn(-1)
	case keys.Right:
		s.turn(1)
	case keys.Level:
		s.digit(p.N)
	case keys.Enter:
		s.enter()
	default:
		return s.more(p)
	}
	return nil
}

func (s *Screen) more(p keys.Press) tea.Cmd {
	switch p.Action {
	case keys.Edit:
		s.reword()
	case keys.RemoveNote:
		s.remove()
	case keys.Private, keys.Tick:
		s.private = !s.private
	case keys.Source:
		s.focus(inSource)
	case keys.Undo:
		s.undo()
	case keys.Redo:
		s.redo()
	case keys.Editor:
		s.keep()
		s.editing = true
		s.status = "Your note is open in a bigger editor. Save and close it there to come back."
		return s.env.Files.Editor(s.box.Value())
	}
	return nil
}

// listed moves among the earlier notes; up from the first leaves them.
func (s *Screen) listed(p keys.Press) bool {
	if p.Action == keys.Up && s.earlier.Cursor == 0 {
		s.step(-1)
		return true
	}
	s.status = ""
	moved := s.earlier.Act(p)
	s.arrange()
	return moved
}

func (s *Screen) enter() {
	switch {
	case s.offer.open():
		s.take()
	case s.part == inEarlier:
		s.reword()
	default:
		s.tab(1)
	}
}

func (s *Screen) undo() {
	f := s.field()
	if f == nil {
		return
	}
	was := f.Value()
	if !f.Undo() {
		s.status = "There is nothing more to take back here."
		return
	}
	undone := append(s.undone, was)
	s.changed()
	s.undone = undone
}

func (s *Screen) redo() {
	n := len(s.undone)
	if n == 0 {
		s.status = "There is nothing to do again here."
		return
	}
	rest := s.undone[:n-1]
	s.box.Replace(s.undone[n-1])
	s.changed()
	s.undone = rest
}

// Status counts the words and says how they are kept.
func (s *Screen) Status() string {
	if s.status != "" {
		return s.status
	}
	switch s.part {
	case inAbout:
		return "Left and right go through the areas. Esc keeps what you have typed."
	case inKind:
		return "Where does this come from? You can leave it open."
	case inSource:
		return "A document’s title and where it is kept. Nobody needs it to be there."
	case inPrivate:
		return "A private note can be left out of everything you export."
	case inEarlier:
		if s.readOnly() {
			return "This was opened to read only."
		}
		return "Enter rewords a note. To take it out, press m."
	default: // inBox
		return s.boxStatus()
	}
}

func (s *Screen) boxStatus() string {
	if n := utf8.RuneCountInString(s.box.Value()); n > model.LongestNote {
		return fmt.Sprintf("%s is more than one note holds. Esc offers to split it.", widget.Count(s.box.Words(), "word", "words"))
	}
	if s.box.Empty() {
		return "Just type. You can paste from Word. Esc goes back."
	}
	return fmt.Sprintf("%s. You can paste from Word. Esc keeps what you have typed.", widget.Count(s.box.Words(), "word", "words"))
}
