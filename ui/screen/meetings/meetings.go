// Package meetings lists the team meetings of an evaluation and begins a new
// one: who is there, and which areas they talk about.
//
// It shows no level before people have given theirs: those of a meeting appear
// once the meeting has settled them. It imports the leaves of ui, waymark/model
// and waymark/model/meeting; never another screen.
package meetings

import (
	"fmt"
	"slices"

	tea "charm.land/bubbletea/v2"

	"waymark/model"
	"waymark/model/desk"
	"waymark/ui"
	"waymark/ui/env"
	"waymark/ui/keys"
	"waymark/ui/layout"
	"waymark/ui/nav"
	"waymark/ui/widget"
)

// stage is one of the questions here.
type stage int

const (
	onList stage = iota
	onPeople
	onAreas
)

// Screen is the list, or one of the two questions of a new meeting.
type Screen struct {
	env      *env.Env
	stage    stage
	meetings []model.Meeting // newest first
	list     widget.List     // a new one, then the meetings
	people   people
	areas    areas
	problem  string
	status   string
	size     layout.Size
	page     *widget.Page
}

// New opens the list at the meeting that is not done yet.
func New(e *env.Env, _ nav.Meetings) *Screen {
	s := &Screen{env: e}
	s.refresh()
	for i, m := range s.meetings {
		if _, open := m.Next(""); open {
			s.list.Cursor = i + 1
			break
		}
	}
	return s
}

func (s *Screen) book() *model.Book { return s.env.Desk.Book }
func (s *Screen) blind() bool       { return s.book().Blind() }

// refresh reads the meetings again.
func (s *Screen) refresh() {
	s.meetings = slices.Clone(s.book().Evaluation().Meetings)
	slices.Reverse(s.meetings)
	s.list.Set(len(s.meetings)+1, len(s.meetings)+1)
}

const notYours = "Team meetings are the school’s own. A reviewer does not see them."

// Init goes back at once in a reviewer’s hands.
func (s *Screen) Init() tea.Cmd {
	if s.blind() {
		s.env.Nav.Leave(s)
		s.env.Nav.Say(notYours)
	}
	return nil
}

// Update takes what is typed, and reads the meetings again.
func (s *Screen) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case tea.KeyPressMsg, tea.PasteMsg:
		s.status, s.problem = "", ""
		s.people.line.Update(msg)
	case nav.ReturnedMsg:
		s.status = ""
		s.refresh()
	}
	return nil
}

// Act carries out one action.
func (s *Screen) Act(p keys.Press) tea.Cmd {
	s.status = ""
	switch {
	case s.blind():
		s.env.Nav.Pop()
	case p.Action == keys.Back:
		s.back()
	case s.stage == onPeople:
		s.actPeople(p)
	case s.stage == onAreas:
		s.actAreas(p)
	default:
		s.actList(p)
	}
	return nil
}

// back goes back one question; what was ticked stays ticked.
func (s *Screen) back() {
	s.problem = ""
	switch {
	case s.stage == onAreas:
		s.stage = onPeople
	case s.stage == onPeople && s.people.typing && len(s.people.all) > 0:
		s.people.typing = false
	case s.stage == onPeople:
		s.stage = onList
	default:
		s.env.Nav.Pop()
	}
}

func (s *Screen) actList(p keys.Press) {
	switch p.Action {
	case keys.Enter:
		s.open()
	case keys.Add, keys.NewMeeting:
		s.begin()
	case keys.Level:
		s.digit(p.N)
	default:
		s.list.Act(p)
	}
}

// digit moves to a row by its number; the number again opens it.
func (s *Screen) digit(n int) {
	switch {
	case n > s.list.N:
	case s.list.Cursor == n-1:
		s.open()
	default:
		s.list.Cursor = n - 1
	}
}

// chosen is the meeting under the cursor; ok is false on the row of a new one.
func (s *Screen) chosen() (m model.Meeting, ok bool) {
	if i := s.list.Cursor - 1; i >= 0 && i < len(s.meetings) {
		return s.meetings[i], true
	}
	return m, false
}

func (s *Screen) open() {
	if m, ok := s.chosen(); ok {
		s.env.Nav.Push(nav.Vote{Meeting: m.ID})
		return
	}
	s.begin()
}

// begin asks who is there.
func (s *Screen) begin() {
	switch {
	case s.env.Desk.ReadOnly():
		s.status = why(desk.ErrReadOnly)
		return
	case s.book().Evaluation().Finished:
		s.status = why(model.ErrFinished) // before anybody types names for nothing
		return
	case s.people.line == nil:
		s.people = newPeople(s.env)
		s.areas = newAreas(s.env)
	}
	s.stage = onPeople
}

// Drafts counts names that are typed and in no meeting yet.
func (s *Screen) Drafts() int {
	if s.people.line != nil && (s.people.line.Kept() || s.people.kept.Kept()) {
		return 1
	}
	return 0
}

// TakesText reports whether letters are letters now.
func (s *Screen) TakesText() bool { return s.stage == onPeople && s.people.typing }

// HelpTitle names the screen in the help.
func (s *Screen) HelpTitle() string { return "team meetings" }

// Head names the school.
func (s *Screen) Head() ui.Head {
	if s.blind() {
		return ui.Head{Crumbs: []string{"Team meetings"}}
	}
	h := ui.Head{Crumbs: []string{s.book().School().Name, "Team meetings"}}
	switch s.stage {
	case onPeople:
		h.Crumbs = append(h.Crumbs, "New meeting")
		h.Place = widget.Count(len(s.people.seats), "person", "people")
	case onAreas:
		h.Crumbs = append(h.Crumbs, "New meeting")
		h.Place = fmt.Sprintf("%d of %d", len(s.areas.chosen()), len(s.areas.all))
	default: // the list has nothing to count
	}
	return h
}

var (
	_ ui.Screen     = (*Screen)(nil)
	_ ui.Texting    = (*Screen)(nil)
	_ ui.Pointing   = (*Screen)(nil)
	_ ui.Clicking   = (*Screen)(nil)
	_ ui.Unfinished = (*Screen)(nil)
)
