// Package rooms lists the rooms that a visit looks into: when, which phase and
// subject, how long, and who has answered how much of the checklist there.
//
// It imports the leaves of ui, waymark/model and model/visit; never another
// screen.
package rooms

import (
	"errors"
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"

	"waymark/model"
	"waymark/ui"
	"waymark/ui/checklist"
	"waymark/ui/env"
	"waymark/ui/keys"
	"waymark/ui/layout"
	"waymark/ui/nav"
	"waymark/ui/visiting"
	"waymark/ui/widget"
)

// Screen is the list of rooms.
type Screen struct {
	env     *env.Env
	rooms   []model.Room
	entered map[model.RoomID]int64
	list    widget.List
	page    *widget.Page // as last drawn
	pageAt  int
	problem error // why there is no checklist
	status  string
	size    layout.Size
}

// New opens the list, ready to enter another room.
func New(e *env.Env, _ nav.Rooms) *Screen {
	s := &Screen{env: e}
	s.refresh()
	s.list.Cursor = len(s.rooms)
	return s
}

func (s *Screen) visit() (model.Visit, bool) { return s.env.Visit() }

func (s *Screen) writable() bool {
	v, on := s.visit()
	return on && !v.Closed && !s.env.Desk.ReadOnly()
}

// refresh reads the rooms again.
func (s *Screen) refresh() {
	v, _ := s.visit()
	s.rooms, s.entered = checklist.Rooms(v), map[model.RoomID]int64{}
	for _, entry := range s.env.Desk.Book.History() {
		for _, step := range entry.Steps {
			parts := strings.Split(string(step.Subject), "/")
			if step.Kind == model.KindRoom && len(parts) == 4 {
				s.entered[model.RoomID(parts[3])] = entry.Wall // the last met is the first there was
			}
		}
	}
	s.list.Set(s.rows(), s.rows())
}

// rows counts what can be chosen: the rooms, a new one, and all put together.
func (s *Screen) rows() int {
	n := len(s.rooms)
	if s.writable() {
		n++
	}
	if len(s.rooms) > 0 {
		n++
	}
	return n
}

// chosen is the room under the cursor.
func (s *Screen) chosen() (model.Room, bool) {
	if s.list.Cursor < len(s.rooms) {
		return s.rooms[s.list.Cursor], true
	}
	return model.Room{}, false
}

// adding reports whether the cursor is where a room is entered.
func (s *Screen) adding() bool { return s.writable() && s.list.Cursor == len(s.rooms) }

// Init reads the checklist, so that a sheet opens at once.
func (s *Screen) Init() tea.Cmd { return checklist.Read(s.env) }

// Update takes the checklist, and reads the rooms again on return.
func (s *Screen) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case checklist.Msg:
		s.problem = msg.Take(s.env)
	case nav.ReturnedMsg, nav.UndoneMsg:
		s.status = ""
		new := s.adding()
		s.refresh()
		if new && s.writable() {
			s.list.Cursor = len(s.rooms) // one more was entered: ready for the next
		}
	}
	return nil
}

// Act carries out one action.
func (s *Screen) Act(p keys.Press) tea.Cmd {
	s.status = ""
	_, on := s.visit()
	switch {
	case p.Action == keys.Back:
		s.env.Nav.Pop()
	case !on:
		s.env.Nav.Push(nav.Visits{})
	case s.list.Act(p):
	case p.Action == keys.Add:
		s.env.Nav.Push(nav.Sheet{})
	case p.Action == keys.Full:
		s.env.Nav.Push(nav.Synthesis{})
	case p.Action == keys.Enter:
		s.enter()
	default:
		s.change(p.Action)
	}
	return nil
}

func (s *Screen) enter() {
	switch r, ok := s.chosen(); {
	case ok:
		s.env.Nav.Push(nav.Sheet{Room: r.ID})
	case s.adding():
		s.env.Nav.Push(nav.Sheet{})
	case len(s.rooms) > 0:
		s.env.Nav.Push(nav.Synthesis{})
	}
}

// change alters the chosen room, or takes it out.
func (s *Screen) change(a keys.Action) {
	r, ok := s.chosen()
	v, _ := s.visit()
	if !ok {
		return
	}
	switch a {
	case keys.Tick:
		r.Chosen = !r.Chosen
		said := "The school chose this room as a possible example. u takes it back."
		if !r.Chosen {
			said = "This room is no longer marked as a possible example. u takes it back."
		}
		changes, err := s.env.Desk.Book.SetRoom(s.env.Desk.Voice, v.ID, r.ID, r.RoomText)
		s.do(said, changes, err)
	case keys.RemoveRoom:
		changes, err := s.env.Desk.Book.RemoveRoom(s.env.Desk.Voice, v.ID, r.ID)
		s.do("The room is taken out with its answers. u brings both back.", changes, err)
	}
}

func (s *Screen) do(said string, changes []model.Change, err error) {
	switch err := s.env.Desk.Do(changes, err); {
	case errors.Is(err, model.ErrNothing):
	case err != nil:
		s.status = visiting.Why(err)
	default:
		s.refresh()
		s.status = said
	}
}

// Live is what can be done now.
func (s *Screen) Live() []keys.Live {
	back := keys.Live{Action: keys.Back, Words: "back", Footer: true}
	if _, on := s.visit(); !on {
		return []keys.Live{{Action: keys.Enter, Words: "see the visits", Footer: true}, back}
	}
	var live []keys.Live
	_, room := s.chosen()
	switch {
	case room:
		live = append(live, keys.Live{Action: keys.Enter, Words: "open", Footer: true})
	case s.adding():
		live = append(live, keys.Live{Action: keys.Enter, Words: "a new room", Footer: true})
	case len(s.rooms) > 0:
		live = append(live, keys.Live{Action: keys.Enter, Words: "put together", Footer: true})
	}
	if s.rows() > 1 {
		live = append(live, widget.Moving()...)
	}
	if s.writable() {
		live = append(live, keys.Live{Action: keys.Add, Words: "new room", Footer: true})
	}
	if len(s.rooms) > 0 {
		live = append(live, keys.Live{Action: keys.Full, Words: "all rooms", Long: "See what was seen in all rooms, put together", Footer: true})
	}
	if room && s.writable() {
		live = append(live, keys.Live{Action: keys.Tick, Words: "chosen as an example, or not", Long: "The school chose this room as a possible example, or not"},
			keys.Live{Action: keys.RemoveRoom})
	}
	return append(live, back)
}

// Head counts the rooms.
func (s *Screen) Head() ui.Head {
	if _, on := s.visit(); !on {
		return ui.Head{Crumbs: []string{s.env.Desk.Book.School().Name, "Rooms"}}
	}
	return ui.Head{Crumbs: []string{"Visit", "Rooms"}, Place: widget.Count(len(s.rooms), "room", "rooms")}
}

// HelpTitle names the screen in the help.
func (s *Screen) HelpTitle() string { return "the rooms of a visit" }

// Status says what has just happened, or what the list is for.
func (s *Screen) Status() string {
	v, on := s.visit()
	switch {
	case s.status != "":
		return s.status
	case !on:
		return "No visit is open here. Press Enter to see the visits."
	case s.problem != nil:
		return "The checklist could not be opened. Everything noted is safe. Esc goes back."
	case v.Closed:
		return visiting.Closed
	case s.env.Desk.ReadOnly():
		return "This was opened to read only."
	case len(s.rooms) == 0:
		return "Press Enter to enter the first room."
	}
	return "A room is known by its phase and subject, never by who teaches there."
}

// Click chooses the row under the mouse; a second click opens it.
func (s *Screen) Click(_, y int) tea.Cmd {
	if s.page == nil {
		return nil
	}
	id, ok := s.page.At(y - s.pageAt)
	switch {
	case !ok:
	case id == s.list.Cursor:
		return s.Act(keys.Press{Action: keys.Enter})
	default:
		s.list.Cursor, s.status = id, ""
	}
	return nil
}

// Wheel moves over the rooms.
func (s *Screen) Wheel(down bool) tea.Cmd {
	by := -1
	if down {
		by = 1
	}
	s.list.Move(by)
	return nil
}

// at is when a room was entered.
func (s *Screen) at(r model.Room) string {
	ms, ok := s.entered[r.ID]
	if !ok {
		ms = r.At
	}
	return time.UnixMilli(ms).Local().Format("15:04")
}

var (
	_ ui.Screen   = (*Screen)(nil)
	_ ui.Clicking = (*Screen)(nil)
)
