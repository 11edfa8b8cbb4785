// Package synthesis puts together what a team saw in the rooms of a visit: every
// line of the checklist beside every room, how often it was seen where it could
// have been, and which rooms others could learn from. It tells of lines and
// rooms, never of people.
//
// It imports the leaves of ui, waymark/model and model/visit; never another
// screen.
package synthesis

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"waymark/model"
	"waymark/model/visit"
	"waymark/ui"
	"waymark/ui/checklist"
	"waymark/ui/env"
	"waymark/ui/keys"
	"waymark/ui/layout"
	"waymark/ui/nav"
	"waymark/ui/visiting"
	"waymark/ui/widget"
)

// Screen shows the findings.
type Screen struct {
	env     *env.Env
	found   visit.Findings
	before  []model.Visit // of the school's other evaluations, once they are read
	unread  bool          // they could not be read
	entries []entry
	at      int // the entry under the cursor
	column  int // the first room in view, where not all fit
	columns int // how many rooms are in view; 0 where there is no grid
	problem error
	status  string
	size    layout.Size
	drawn   drawn
}

// part is one section of the page, in the order in which they stand.
type part int

const (
	theLines part = iota
	theRooms
	brightSpots
	theTime
)

// entry is something that can be chosen.
type entry struct {
	part  part
	n     int         // of the findings' lines, rooms, examples or times
	point model.Point // a bright spot that is chosen; no id for a possible one
}

// New opens the findings at the first line.
func New(e *env.Env, _ nav.Synthesis) *Screen {
	s := &Screen{env: e}
	s.refresh()
	return s
}

func (s *Screen) book() *model.Book { return s.env.Desk.Book }

func (s *Screen) writable() bool {
	v, on := s.env.Visit()
	return on && !v.Closed && !s.env.Desk.ReadOnly()
}

// refresh puts everything together again.
func (s *Screen) refresh() {
	v, on := s.env.Visit()
	l, ready := checklist.Of(s.env)
	s.entries = s.entries[:0]
	if !on || !ready {
		return
	}
	v.Rooms = checklist.Rooms(v)
	s.found = visit.Synthesis(v, l.Rubric, slices.Concat(s.before, s.book().Evaluation().Visits)...)
	if len(v.Rooms) == 0 {
		return
	}
	for i := range s.found.Items {
		s.entries = append(s.entries, entry{part: theLines, n: i})
	}
	for i := range s.found.Rooms {
		s.entries = append(s.entries, entry{part: theRooms, n: i})
	}
	for _, p := range v.Of(model.BrightSpot) {
		s.entries = append(s.entries, entry{part: brightSpots, point: p})
	}
	for i, r := range s.found.Examples {
		if !taken(v, r) {
			s.entries = append(s.entries, entry{part: brightSpots, n: i})
		}
	}
	for i := range s.found.Teachers {
		s.entries = append(s.entries, entry{part: theTime, n: i})
	}
	s.at = min(s.at, max(0, len(s.entries)-1))
	s.layOut()
}

// taken reports whether a room is a bright spot of the visit already.
func taken(v model.Visit, r visit.RoomLine) bool {
	for _, p := range v.Of(model.BrightSpot) {
		if strings.HasPrefix(p.Text, r.Room.Name()+":") {
			return true
		}
	}
	return false
}

// chosen is the entry under the cursor.
func (s *Screen) chosen() (entry, bool) {
	if s.at < 0 || s.at >= len(s.entries) {
		return entry{}, false
	}
	return s.entries[s.at], true
}

// Init reads the checklist, and the visits of other years.
func (s *Screen) Init() tea.Cmd { return tea.Batch(checklist.Read(s.env), s.readBefore()) }

// copied is the answer to copy.
type copied struct {
	said string
	err  error
}

// Update takes the checklist, and puts everything together again on return.
func (s *Screen) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case checklist.Msg:
		s.problem = msg.Take(s.env)
		s.refresh()
	case earlier:
		s.take(msg)
	case nav.ReturnedMsg, nav.UndoneMsg:
		s.status = ""
		s.refresh()
	case copied:
		s.status = msg.said
		if msg.err != nil {
			s.status = "Nothing could be copied. To select text with the mouse, hold Shift and drag."
		}
	}
	return nil
}

// Live is what can be done now.
func (s *Screen) Live() []keys.Live {
	back := keys.Live{Action: keys.Back, Words: "back", Footer: true}
	if _, on := s.env.Visit(); !on {
		return []keys.Live{{Action: keys.Enter, Words: "see the visits", Footer: true}, back}
	}
	e, ok := s.chosen()
	if !ok {
		return []keys.Live{{Action: keys.Enter, Words: "to the rooms", Footer: true}, back}
	}
	var live []keys.Live
	if words := s.enterWords(e); words != "" {
		live = append(live, keys.Live{Action: keys.Enter, Words: words, Footer: true})
	}
	live = append(live, widget.Moving()...)
	if s.columns < len(s.found.Rooms) && s.columns > 0 {
		live = append(live, keys.Live{Action: keys.Right, Shown: "←→", Words: "other rooms", Footer: true}, keys.Live{Action: keys.Left, Words: "rooms before"})
	}
	live = append(live, keys.Live{Action: keys.NextPart, Words: "next part", Footer: true}, keys.Live{Action: keys.PartBefore})
	if e.part == brightSpots && e.point.ID != "" && s.writable() {
		live = append(live, keys.Live{Action: keys.Tick, Words: "agreed to share", Long: "Those concerned agree that it is shared, or not yet", Footer: true})
	}
	if e.part == theRooms && s.writable() && !s.spot(e) {
		live = append(live, keys.Live{Action: keys.Add, Words: "bright spot", Long: "Choose this room as a bright spot", Footer: true})
	}
	return append(live, keys.Live{Action: keys.Copy, Words: "copy", Long: "Copy all of this as text", Footer: true},
		keys.Live{Action: keys.OpenPoints}, back)
}

// spot reports whether the room of an entry is a bright spot already.
func (s *Screen) spot(e entry) bool {
	v, _ := s.env.Visit()
	return taken(v, s.found.Rooms[e.n])
}

func (s *Screen) enterWords(e entry) string {
	switch {
	case e.part == theRooms:
		return "open the room"
	case e.part == brightSpots && e.point.ID != "":
		return "reword it"
	case e.part == brightSpots && s.writable():
		return "choose it"
	}
	return ""
}

// Act carries out one action.
func (s *Screen) Act(p keys.Press) tea.Cmd {
	s.status = ""
	_, on := s.env.Visit()
	e, some := s.chosen()
	switch {
	case p.Action == keys.Back:
		s.env.Nav.Pop()
	case !on:
		s.env.Nav.Push(nav.Visits{})
	case !some:
		s.env.Nav.Replace(nav.Rooms{})
	case p.Action == keys.Enter:
		s.enter(e)
	case p.Action == keys.Add:
		s.choose(s.found.Rooms[e.n])
	case p.Action == keys.Tick:
		s.consent(e.point)
	case p.Action == keys.OpenPoints:
		s.env.Nav.Push(nav.Points{})
	case p.Action == keys.Copy:
		return s.copy()
	default:
		s.move(p.Action)
	}
	return nil
}

func (s *Screen) enter(e entry) {
	switch {
	case e.part == theRooms:
		s.env.Nav.Push(nav.Sheet{Room: s.found.Rooms[e.n].ID})
	case e.part == brightSpots && e.point.ID != "":
		s.env.Nav.Push(nav.Points{})
	case e.part == brightSpots:
		s.choose(s.found.Examples[e.n])
	}
}

// choose makes a room a bright spot of the visit. It is shared once those
// concerned agree.
func (s *Screen) choose(r visit.RoomLine) {
	if !r.Observed {
		s.status = "Nothing has been answered in this room yet. Open it first."
		return
	}
	v, _ := s.env.Visit()
	p := model.PointText{Kind: model.BrightSpot, Text: r.Words()}
	changes, err := s.book().SetPoint(s.env.Desk.Voice, v.ID, model.PointID(s.env.Desk.NewID()), p)
	s.do("A bright spot now. Space says that those concerned agree to share it.", changes, err)
	for i, e := range s.entries {
		if e.point.ID != "" && e.point.Text == p.Text {
			s.at = i
		}
	}
}

// consent says that those concerned agree that a bright spot is shared, or not.
func (s *Screen) consent(p model.Point) {
	v, _ := s.env.Visit()
	p.Consent = !p.Consent
	said := "Those concerned agree that it is shared. u takes it back."
	if !p.Consent {
		said = "It is not shared any more. u takes it back."
	}
	changes, err := s.book().SetPoint(s.env.Desk.Voice, v.ID, p.ID, p.PointText)
	s.do(said, changes, err)
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

// move goes over the entries, their sections, and the rooms beside them.
func (s *Screen) move(a keys.Action) {
	n := len(s.entries)
	switch a {
	case keys.NextPart, keys.PartBefore:
		s.section(a == keys.NextPart)
		return
	case keys.Left:
		s.column = max(0, s.column-s.columns)
	case keys.Right:
		s.column = min(s.column+s.columns, max(0, len(s.found.Rooms)-s.columns))
	}
	by := map[keys.Action]int{keys.Up: -1, keys.Down: 1, keys.PageUp: -s.drawn.page, keys.PageDown: s.drawn.page, keys.Home: -n, keys.End: n}[a]
	s.at = min(max(0, s.at+by), max(0, n-1))
}

// section goes to the first entry of the next section, or of the one before.
func (s *Screen) section(forth bool) {
	first := []int{}
	now := 0
	for i, e := range s.entries {
		if i == 0 || e.part != s.entries[i-1].part {
			first = append(first, i)
		}
		if i == s.at {
			now = len(first) - 1
		}
	}
	by := 1
	if !forth {
		by = len(first) - 1
	}
	s.at = first[(now+by)%len(first)]
}

// Head counts the rooms.
func (s *Screen) Head() ui.Head {
	if _, on := s.env.Visit(); !on {
		return ui.Head{Crumbs: []string{s.book().School().Name, "What was seen in rooms"}}
	}
	return ui.Head{Crumbs: []string{"Visit", "Rooms", "What was seen"}, Place: widget.Count(len(s.found.Rooms), "room", "rooms")}
}

// HelpTitle names the screen in the help.
func (s *Screen) HelpTitle() string { return "what was seen in rooms" }

// Status says what the entry under the cursor is.
func (s *Screen) Status() string {
	_, on := s.env.Visit()
	e, some := s.chosen()
	switch {
	case s.status != "":
		return s.status
	case !on:
		return "No visit is open here. Press Enter to see the visits."
	case s.problem != nil:
		return "The checklist could not be opened. Everything noted is safe. Esc goes back."
	case !some:
		return "Press Enter to enter the first room."
	case e.part == brightSpots && e.point.ID == "":
		return "The school’s own possible example. Enter makes it a bright spot."
	case e.part == brightSpots:
		return "A bright spot is shared only when those concerned agree. Space says so."
	case e.part == theTime:
		return "Time in rooms, by a code that only the school can read. No appraisal."
	case e.part == theLines && s.unread:
		return "Earlier years could not be read: only visits of this year are compared."
	case e.part == theRooms:
		return fmt.Sprintf("Room %d. Enter opens its checklist.", e.n+1)
	}
	return "A room where a line could not have been seen is left out of its count."
}

// Click chooses the entry under the mouse; a second click opens it.
func (s *Screen) Click(_, y int) tea.Cmd {
	i := y - s.drawn.top
	if i < 0 || i >= len(s.drawn.rows) || s.drawn.rows[i] < 0 {
		return nil
	}
	if s.drawn.rows[i] == s.at {
		return s.Act(keys.Press{Action: keys.Enter})
	}
	s.at, s.status = s.drawn.rows[i], ""
	return nil
}

// Wheel moves over the entries.
func (s *Screen) Wheel(down bool) tea.Cmd {
	if down {
		s.move(keys.Down)
	} else {
		s.move(keys.Up)
	}
	return nil
}

var (
	_ ui.Screen   = (*Screen)(nil)
	_ ui.Clicking = (*Screen)(nil)
)
