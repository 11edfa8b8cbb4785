// Package sheet is the checklist of one room: which room it is, then a line at
// a time, each answered by one number that moves on by itself.
//
// It imports the leaves of ui and waymark/model; never another screen.
package sheet

import (
	"errors"
	"fmt"
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"

	"waymark/model"
	"waymark/ui"
	"waymark/ui/checklist"
	"waymark/ui/env"
	"waymark/ui/layout"
	"waymark/ui/nav"
	"waymark/ui/visiting"
	"waymark/ui/widget"
)

// part is where keys go.
type part int

const (
	inHead part = iota // which room it is
	inList             // the lines of the checklist
	inNote             // a note on one line
)

// Screen answers the checklist in one room.
type Screen struct {
	env     *env.Env
	id      model.RoomID // "" until the room is entered
	part    part
	head    *head
	began   time.Time // when this person came in; zero when the room was entered before
	at      int       // the line under the cursor
	note    *visiting.Line
	waiting map[model.ItemID]string // words noted on lines that have no answer yet
	problem error                   // why there is no checklist
	status  string
	size    layout.Size
	drawn   drawn
}

// New opens the sheet of a room at the first line without an answer, or a new
// room at what is taught there.
func New(e *env.Env, r nav.Sheet) *Screen {
	s := &Screen{env: e, part: inList, waiting: map[model.ItemID]string{}}
	v, on := e.Visit()
	if _, there := v.Room(r.Room); there {
		s.id = r.Room
		s.toOpen(0)
		s.resume()
		return s
	}
	if on && s.writable() && r.Room == "" {
		s.part, s.began, s.head = inHead, e.Clock(), newHead(e, v, model.Room{})
	}
	return s
}

func (s *Screen) book() *model.Book        { return s.env.Desk.Book }
func (s *Screen) person() model.PersonID   { return s.env.Desk.Voice.Person }
func (s *Screen) list() checklist.List     { l, _ := checklist.Of(s.env); return l }
func (s *Screen) visit() model.Visit       { v, _ := s.env.Visit(); return v }
func (s *Screen) room() (model.Room, bool) { return s.visit().Room(s.id) }

func (s *Screen) writable() bool {
	v, on := s.env.Visit()
	return on && !v.Closed && !s.env.Desk.ReadOnly()
}

// item is the line under the cursor.
func (s *Screen) item() (model.Item, bool) {
	all := s.list().Items()
	if s.at < 0 || s.at >= len(all) {
		return model.Item{}, false
	}
	return all[s.at], true
}

// mine is this person's own answer to a line. What others answered is not shown
// here: two who watch together answer apart.
func (s *Screen) mine(item model.ItemID) (model.Observed, bool) {
	r, _ := s.room()
	return r.By(s.person(), item)
}

// toOpen moves to the first line from one on, round to the start, that has no
// answer; it reports whether there is one.
func (s *Screen) toOpen(from int) bool {
	all := s.list().Items()
	for i := range all {
		n := (from + i) % len(all)
		if _, answered := s.mine(all[n].ID); !answered {
			s.at = n
			return true
		}
	}
	return false
}

// answered is how many lines have this person's answer, and how many there are.
func (s *Screen) answered() (n, of int) {
	r, _ := s.room()
	return s.list().Answered(r, s.person()), len(s.list().Items())
}

// minute says that time has passed, to the screen that asked for it.
type minute struct{ of *Screen }

// Init reads the checklist and has the time drawn again every minute.
func (s *Screen) Init() tea.Cmd { return tea.Batch(checklist.Read(s.env), s.tick()) }

func (s *Screen) tick() tea.Cmd {
	if s.began.IsZero() {
		return nil
	}
	return s.env.InAMinute(minute{s})
}

// Update takes typing and pastes, the checklist, and what undo did.
func (s *Screen) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case tea.KeyPressMsg, tea.PasteMsg:
		s.typed(msg)
	case checklist.Msg:
		s.problem = msg.Take(s.env)
		if s.head != nil {
			s.head.suggest()
		}
		if s.part == inList { // words being typed stay with their line
			s.toOpen(0)
			s.resume()
		}
	case nav.ReturnedMsg:
		s.status = ""
	case nav.UndoneMsg:
		s.follow(msg.Steps)
	case minute:
		if msg.of == s {
			return s.tick()
		}
	}
	return nil
}

func (s *Screen) typed(msg tea.Msg) {
	f := s.field()
	if f == nil {
		return
	}
	s.status = ""
	if s.part == inHead {
		s.head.problem = ""
	}
	if n := f.Update(msg); n > 0 {
		s.status = fmt.Sprintf("Pasted %d words. Ctrl+Z takes them out.", n)
	}
}

// follow goes back to the line that undo has changed.
func (s *Screen) follow(steps []model.Step) {
	for _, step := range steps {
		parts := strings.Split(string(step.Subject), "/")
		if step.Kind != model.KindObservation || len(parts) != 7 || parts[3] != string(s.id) || s.part != inList {
			continue
		}
		for i, item := range s.list().Items() {
			if string(item.ID) == parts[6] {
				s.at = i
			}
		}
	}
}

// field is the field with the focus, nil for none.
func (s *Screen) field() *visiting.Line {
	switch s.part {
	case inHead:
		return s.head.line()
	case inNote:
		return s.note
	default: // inList: nothing is typed there
		return nil
	}
}

// TakesText reports whether letters are letters now.
func (s *Screen) TakesText() bool { return s.field() != nil }

// Drafts counts what is typed and not filed.
func (s *Screen) Drafts() int {
	n := 0
	if s.head != nil {
		for _, l := range s.head.lines {
			if l.Kept() {
				n++
			}
		}
	}
	if s.note != nil && s.note.Kept() {
		n++
	}
	return n
}

// do carries out a rule and reports whether it stands now.
func (s *Screen) do(changes []model.Change, err error) bool {
	err = s.env.Desk.Do(changes, err)
	if err == nil || errors.Is(err, model.ErrNothing) {
		s.status = ""
		return true
	}
	s.status = visiting.Why(err)
	return false
}

// longest is how many minutes count as time in one room; a sheet left open over
// lunch is not.
const longest = 180

// leave goes back to the rooms. The time since this person came in is kept
// unless somebody typed it.
func (s *Screen) leave() {
	n, of := s.answered()
	r, there := s.room()
	if there && s.writable() && n > 0 && r.Minutes == 0 && !s.began.IsZero() {
		if r.Minutes = s.soFar(); r.Minutes > longest {
			r.Minutes = 0
		}
		if !s.do(s.book().SetRoom(s.env.Desk.Voice, s.visit().ID, r.ID, r.RoomText)) {
			r.Minutes = 0
		}
	}
	s.env.Nav.Pop()
	if !there || s.began.IsZero() || of == 0 {
		return
	}
	said := fmt.Sprintf("Kept: %d of %d lines answered.", n, of)
	if r.Minutes > 0 {
		said = fmt.Sprintf("Kept: %d of %d lines answered, %s.", n, of, widget.Count(r.Minutes, "minute", "minutes"))
	}
	s.env.Nav.Say(said)
}

// soFar is how many minutes have begun since this person came in.
func (s *Screen) soFar() int {
	return 1 + int(s.env.Clock().Sub(s.began)/time.Minute)
}

// Head says which room, and how far.
func (s *Screen) Head() ui.Head {
	if _, on := s.env.Visit(); !on {
		return ui.Head{Crumbs: []string{s.book().School().Name, "Room"}}
	}
	h := ui.Head{Crumbs: []string{"Visit", "Rooms", "New room"}}
	if r, there := s.room(); there {
		h.Crumbs[2] = layout.Cut(r.Name(), 40)
	}
	if n, of := s.answered(); of > 0 && s.part != inHead {
		h.Place = fmt.Sprintf("%d of %d", n, of)
	}
	return h
}

// HelpTitle names the screen in the help.
func (s *Screen) HelpTitle() string { return "the checklist of a room" }

// Status says what a key does to the line, or what has just happened.
func (s *Screen) Status() string {
	_, on := s.env.Visit()
	_, there := s.room()
	switch {
	case s.status != "":
		return s.status
	case !on:
		return "No visit is open here. Press Enter to see the visits."
	case s.part == inHead:
		return s.head.status()
	case s.part == inNote:
		return "Say what you saw, in a few words. Enter files it, Esc keeps it. No names."
	case !there:
		return "This room is not on the visit. Press u if you have just taken it out."
	case s.problem != nil:
		return "The checklist could not be opened. Everything noted is safe. Esc goes back."
	case s.visit().Closed:
		return visiting.Closed
	case s.env.Desk.ReadOnly():
		return "This was opened to read only."
	}
	return s.lineStatus()
}

func (s *Screen) lineStatus() string {
	item, ok := s.item()
	n, of := s.answered()
	switch {
	case !ok:
		return "Reading the checklist."
	case n == of:
		return fmt.Sprintf("All %d lines are answered. Enter goes back to the rooms.", of)
	case s.list().Samples(item):
		return s.env.Say("How many of the three pupils? A number from 0 to 3 answers and moves on.")
	}
	return fmt.Sprintf("Line %d of %d. A number answers it and moves on.", s.at+1, of)
}

var (
	_ ui.Screen     = (*Screen)(nil)
	_ ui.Texting    = (*Screen)(nil)
	_ ui.Pointing   = (*Screen)(nil)
	_ ui.Clicking   = (*Screen)(nil)
	_ ui.Unfinished = (*Screen)(nil)
)
