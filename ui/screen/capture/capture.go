// Package capture takes notes at one stop of a visit: what was noted so far,
// and one line that is always ready. Half a sentence is enough, nothing needs a
// mark, and what is typed is kept at every key.
//
// It imports the leaves of ui, waymark/model and model/visit; never another
// screen.
package capture

import (
	"errors"
	"fmt"
	"slices"
	"time"

	tea "charm.land/bubbletea/v2"

	"waymark/model"
	"waymark/model/visit"
	"waymark/ui"
	"waymark/ui/env"
	"waymark/ui/jot"
	"waymark/ui/layout"
	"waymark/ui/nav"
	"waymark/ui/visiting"
	"waymark/ui/widget"
)

// part is where keys go.
type part int

const (
	typing   part = iota // every letter goes to the line
	browsing             // letters are acts on the chosen note
	linking              // an area is chosen for the line, or for the chosen note
)

// Screen takes the notes of one stop.
type Screen struct {
	env      *env.Env
	asked    model.SlotID // "" for wherever the reviewer is
	line     *jot.Line
	part     part
	reworded *model.Note // the note on the line, nil for a new one
	picker   *jot.Picker
	whole    bool // the link is for the chosen note, not for the line
	list     widget.List
	notes    []model.Note // of the stop, oldest first
	status   string
	size     layout.Size
	listAt   int // body line of the first note, as last drawn
	lineAt   int // body line of the line's text, as last drawn
}

// New opens a stop, ready to type.
func New(e *env.Env, r nav.Capture) *Screen {
	s := &Screen{env: e, asked: r.Slot}
	s.fresh()
	if !s.writable() {
		s.part = browsing
	}
	s.refresh()
	if s.line.Drafts() > 0 {
		s.status = "This is what you were typing. Enter files it, or just type on."
	}
	return s
}

// fresh puts an empty line, or the one left unfinished, in place of a rewording.
func (s *Screen) fresh() {
	s.reworded = nil
	s.line = jot.New(s.env, jot.Key(s.book(), s.env.Visiting.Visit, jot.TheLine), "")
	s.arrange()
}

func (s *Screen) book() *model.Book { return s.env.Desk.Book }

func (s *Screen) visit() (model.Visit, bool) { return s.env.Visit() }

func (s *Screen) writable() bool {
	v, on := s.visit()
	return on && !v.Closed && !s.env.Desk.ReadOnly()
}

// slot is the stop whose notes these are: the one asked for, the present one,
// or before any has begun the first. begin says that filing begins it.
func (s *Screen) slot() (slot model.Slot, begin bool) {
	v, _ := s.visit()
	if slot, ok := v.Slot(s.asked); ok {
		return slot, false
	}
	if here, ok := jot.Here(v, s.env.Desk.Voice.Person); ok {
		return here, false
	}
	if len(v.Slots) > 0 {
		return v.Slots[0], true
	}
	return model.Slot{}, false
}

// refresh reads the notes of the stop again.
func (s *Screen) refresh() {
	v, on := s.visit()
	slot, _ := s.slot()
	was, had := s.chosen()
	s.notes = nil
	if on {
		for _, n := range s.book().Evaluation().VisitNotes(v.ID) {
			if n.Slot == slot.ID {
				s.notes = append(s.notes, n)
			}
		}
	}
	if i := slices.IndexFunc(s.notes, func(n model.Note) bool { return n.ID == was.ID }); had && i >= 0 {
		s.list.Cursor = i // a note that is reworded may move
	}
	s.list.Set(len(s.notes), max(1, s.list.Height))
	if s.part != browsing {
		s.list.Cursor = max(0, len(s.notes)-1)
	}
}

// minute says that time has passed, to the screen that asked for it.
type minute struct{ of *Screen }

// Init has the screen drawn again every minute.
func (s *Screen) Init() tea.Cmd { return s.env.InAMinute(minute{s}) }

// Update takes typing and pastes.
func (s *Screen) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case tea.KeyPressMsg, tea.PasteMsg:
		s.typed(msg)
	case nav.ReturnedMsg, nav.UndoneMsg:
		s.status = ""
		s.line.Reload()
		s.refresh()
	case minute:
		if msg.of == s {
			return s.Init()
		}
	}
	return nil
}

func (s *Screen) typed(msg tea.Msg) {
	s.status = ""
	if s.part == linking {
		if id, ok := s.picker.Update(msg); ok {
			s.link(id)
		}
		return
	}
	if n := s.line.Update(msg); n > 0 {
		s.status = fmt.Sprintf("Pasted %s. Ctrl+Z takes it out.", widget.Count(n, "word", "words"))
	}
	s.arrange()
}

// TakesText reports whether letters are letters now.
func (s *Screen) TakesText() bool { return s.part != browsing }

// Drafts counts the line that is not filed yet.
func (s *Screen) Drafts() int { return s.line.Drafts() }

// enter files the line.
func (s *Screen) enter() {
	v, _ := s.visit()
	switch {
	case s.line.Empty():
		s.status = "Type what you saw, heard or read. Esc, then Esc, goes back to the day."
	case s.reworded != nil:
		s.reword(*s.reworded)
	default:
		s.file(v)
	}
}

func (s *Screen) file(v model.Visit) {
	slot, begin := s.slot()
	n, err := jot.File(s.env, v, slot.ID, s.line.Value(), begin)
	if err != nil && !errors.Is(err, model.ErrNothing) {
		s.status = jot.Why(err)
		return
	}
	s.line.Clear()
	s.arrange()
	s.refresh()
	filed := "Filed"
	if words := jot.Words(n); words != "" {
		filed = "Filed: " + words
	}
	s.status = jot.Filed(filed, n, s.book().Rubric())
}

// begin to reword a note on the line. Words typed for it before and not filed
// come back.
func (s *Screen) edit(n model.Note) {
	s.reworded, s.part = &n, typing
	s.line = jot.New(s.env, jot.Key(s.book(), s.env.Visiting.Visit, jot.Reword(n.ID)), jot.Typed(n.NoteText))
	s.arrange()
	s.status = "Now reword it. Enter files the new words, Esc leaves the note as it was."
}

func (s *Screen) reword(n model.Note) {
	text := jot.Reworded(n.NoteText, s.line.Value(), s.book().Rubric())
	if !s.write(n.ID, text) {
		return
	}
	s.line.Clear()
	s.fresh()
	s.refresh()
	s.status = "Reworded. Ctrl+Z brings the words before back."
}

// write files a note that is there already, and says why when it was refused.
func (s *Screen) write(id model.NoteID, n model.NoteText) bool {
	if v, _ := s.visit(); v.Closed {
		s.status = jot.Why(model.ErrVisitClosed)
		return false
	}
	err := s.env.Desk.Do(s.book().WriteNote(s.env.Desk.Voice, id, n))
	s.status = jot.Why(err)
	return err == nil || errors.Is(err, model.ErrNothing)
}

// chosen is the note that has the cursor.
func (s *Screen) chosen() (model.Note, bool) {
	if s.list.Cursor < 0 || s.list.Cursor >= len(s.notes) {
		return model.Note{}, false
	}
	return s.notes[s.list.Cursor], true
}

// pick opens the choice of an area for the line, or for the chosen note.
func (s *Screen) pick(whole bool) {
	v, _ := s.visit()
	slot, _ := s.slot()
	typed := s.line.Value()
	if n, ok := s.chosen(); whole && ok {
		typed = n.Text
	}
	s.picker, s.whole, s.part = jot.NewPicker(s.book().Rubric(), typed, slot, v), whole, linking
}

// link links what the choice was opened for.
func (s *Screen) link(id model.AreaID) {
	if !s.whole {
		s.part = typing
		s.line.Put(jot.Linked(s.line.Value(), id, s.book().Rubric()))
		s.arrange()
		s.status = "Linked to " + string(id) + ". Ctrl+Z takes the link out."
		return
	}
	s.part = browsing
	n, ok := s.chosen()
	if !ok {
		return
	}
	n.Area, n.General = id, false
	if s.write(n.ID, n.NoteText) {
		s.refresh()
		s.status = "Linked to " + string(id) + ". u takes the link out."
	}
}

// Head says which stop, and how far it is.
func (s *Screen) Head() ui.Head {
	v, on := s.visit()
	if !on {
		return ui.Head{Crumbs: []string{s.book().School().Name, "Visits"}}
	}
	slot, _ := s.slot()
	h := ui.Head{Crumbs: []string{"Visit", "Notes"}}
	if slot.ID != "" {
		h.Crumbs[1] = model.Clock(slot.Start) + " " + slot.Name()
	}
	if p := visit.PaceOf(v, s.env.Desk.Voice.Person, s.env.Clock().Local()); p.Slot.ID == slot.ID && p.Running != visit.Upcoming && slot.ID != "" {
		h.Place = fmt.Sprintf("%d of %d min", p.Spent, p.Planned)
	}
	return h
}

// HelpTitle names the screen in the help.
func (s *Screen) HelpTitle() string { return "taking notes on a visit" }

// Status says how words are kept, or what has just happened.
func (s *Screen) Status() string {
	v, on := s.visit()
	switch {
	case s.status != "":
		return s.status
	case !on:
		return "No visit is open here. Press Enter to see the visits."
	case s.part == linking:
		return s.picker.Status()
	case v.Closed:
		return visiting.Closed
	case s.env.Desk.ReadOnly():
		return "This was opened to read only."
	case s.part == browsing && len(s.notes) == 0:
		return "No notes at this stop yet. Press n to type one."
	case s.part == browsing:
		return "Keys act on the chosen note. Press n to type again, m for everything."
	case s.reworded != nil:
		return "Enter files the new words. Esc leaves the note as it was."
	}
	return s.typingStatus(v)
}

func (s *Screen) typingStatus(v model.Visit) string {
	slot, begin := s.slot()
	here, at := jot.Here(v, s.env.Desk.Voice.Person)
	switch {
	case begin:
		return "The first note begins this stop."
	case at && here.ID != slot.ID:
		return "Notes go to " + model.Clock(slot.Start) + ". You are at " + layout.Cut(model.Clock(here.Start)+" "+here.Name(), 36) + "."
	}
	return "Unfinished notes are kept too. They wait in the tidy-up list at lunch."
}

// when is the time of day a note stands for.
func when(n model.Note) string {
	if n.Time != "" {
		return n.Time
	}
	return time.UnixMilli(n.At).Local().Format("15:04")
}

var (
	_ ui.Screen     = (*Screen)(nil)
	_ ui.Texting    = (*Screen)(nil)
	_ ui.Pointing   = (*Screen)(nil)
	_ ui.Clicking   = (*Screen)(nil)
	_ ui.Unfinished = (*Screen)(nil)
)
