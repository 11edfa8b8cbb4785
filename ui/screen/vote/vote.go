// Package vote is the screen on which a team gives an area its level: each
// person alone and covered at once, then all together, then the talk and what
// is recorded.
//
// It promises that nothing it draws before the levels are shown depends on
// them. It imports the leaves of ui, waymark/model and waymark/model/meeting;
// never another screen.
package vote

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"

	"waymark/model"
	"waymark/model/desk"
	"waymark/model/meeting"
	"waymark/ui"
	"waymark/ui/env"
	"waymark/ui/keys"
	"waymark/ui/layout"
	"waymark/ui/nav"
)

// Screen takes one area of a meeting after another.
type Screen struct {
	env  *env.Env
	id   model.MeetingID
	area model.Area

	person model.PersonID // whose level is asked for; "" for the next who waits
	look   int            // the answer under the mark before Enter, 0 for none
	slips  bool           // somebody types in what is on paper
	asking bool           // whether to show levels before all are in

	barred int // how many events there were when u could last take nothing back here

	choice choice // what will be recorded, once levels are shown
	hide   bool   // names are left out
	timer  time.Time
	beat   int // the timer's number: an old timer's minutes are not this one's

	status string
	size   layout.Size
	first  int // the first person in view
	zones  []zone
}

// New opens the meeting at an area, or at the first that is not settled.
func New(e *env.Env, r nav.Vote) *Screen {
	s := &Screen{env: e, id: r.Meeting}
	m, err := s.book().Meeting(r.Meeting)
	if err != nil || len(m.Talks) == 0 {
		return s
	}
	id := r.Area
	if _, ok := m.Area(id); !ok {
		if id, ok = m.Next(""); !ok {
			id = m.Talks[0].Area
		}
	}
	s.open(id)
	return s
}

func (s *Screen) open(id model.AreaID) {
	s.area, _ = s.book().Rubric().Area(id)
	s.person, s.look, s.slips, s.asking, s.choice = "", 0, false, false, choice{}
	s.status, s.timer, s.first = "", time.Time{}, 0
}

func (s *Screen) book() *model.Book { return s.env.Desk.Book }
func (s *Screen) top() model.Level  { return s.book().Rubric().Scale.Top() }

// Area is the area that the team talks about.
func (s *Screen) Area() model.AreaID { return s.area.ID }

// found is the meeting, this area's talk and its present round; ok is false
// when there is no such meeting here.
func (s *Screen) found() (m model.Meeting, t model.Talk, v meeting.View, ok bool) {
	m, err := s.book().Meeting(s.id)
	if err != nil {
		return m, t, v, false
	}
	if t, ok = m.Area(s.area.ID); !ok {
		return m, t, v, false
	}
	return m, t, meeting.Now(m, t, s.top()), true
}

// here says why the meeting cannot be shown, "" when it can.
func (s *Screen) gone() string {
	if s.book().Blind() {
		return "Team meetings are the school’s own. A reviewer does not see them."
	}
	if _, _, _, ok := s.found(); !ok {
		return "This meeting is not here any more. Your work is safe."
	}
	return ""
}

// Init goes back at once from where nothing can be shown.
func (s *Screen) Init() tea.Cmd {
	if why := s.gone(); why != "" {
		s.env.Nav.Leave(s)
		s.env.Nav.Say(why)
	}
	return nil
}

// Update follows what was changed elsewhere, and the minutes of the timer.
func (s *Screen) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case nav.ReturnedMsg:
		s.status, s.look, s.asking = "", 0, false
	case nav.UndoneMsg:
		s.undone(msg.Steps)
		s.follow(msg.Steps)
	case minute:
		return s.nextMinute(msg)
	}
	return nil
}

// follow goes to the area that undo has changed, so that it is seen.
func (s *Screen) follow(steps []model.Step) {
	s.person, s.choice = "", choice{}
	for _, step := range steps {
		parts := strings.Split(string(step.Subject), "/")
		if len(parts) > 3 && parts[0] == "meeting" && parts[1] == string(s.id) && parts[2] != string(s.area.ID) {
			s.open(model.AreaID(parts[2]))
			return
		}
	}
}

// Act carries out one action.
func (s *Screen) Act(p keys.Press) tea.Cmd {
	s.status = ""
	_, _, v, ok := s.found()
	switch {
	case p.Action == keys.Back:
		s.back()
	case !ok || s.gone() != "":
	case p.Action == keys.Before:
		s.step(-1)
	case p.Action == keys.After:
		s.step(1)
	case p.Action == keys.Note:
		s.env.Nav.Push(nav.Note{Area: s.area.ID})
	case p.Action == keys.Big:
		s.env.Nav.Push(nav.Wall{Meeting: s.id, Area: s.area.ID})
	case p.Action == keys.Time:
		return s.time()
	case p.Action == keys.Undo:
		s.status = s.whyBarred(v)
	case v.Shown:
		s.actShown(p, v)
	default:
		s.actCovered(p, v)
	}
	return nil
}

// back goes back one step: from the question, from the slips, from the meeting.
func (s *Screen) back() {
	switch {
	case s.asking:
		s.asking = false
	case s.look > 0:
		s.look = 0
	case s.slips:
		s.slips = false
	default:
		s.env.Nav.Pop()
	}
}

// step opens another area of the meeting.
func (s *Screen) step(by int) {
	m, _, _, _ := s.found()
	i := slices.IndexFunc(m.Talks, func(t model.Talk) bool { return t.Area == s.area.ID }) + by
	if i < 0 || i >= len(m.Talks) {
		s.status = "There are no more areas this way in this meeting."
		return
	}
	s.open(m.Talks[i].Area)
}

// do carries out a rule and reports whether it changed anything; what stood in
// the way is said.
func (s *Screen) do(changes []model.Change, err error) bool {
	err = s.env.Desk.Do(changes, err)
	switch {
	case err == nil, errors.Is(err, model.ErrNothing):
		return true
	case errors.Is(err, model.ErrFinished):
		s.status = "This self-evaluation is finished. Open it again to go on. Nothing has changed."
	case errors.Is(err, model.ErrSealed):
		s.status = "The levels are sealed for a visit. g v lifts the seal. Nothing has changed."
	case errors.Is(err, desk.ErrReadOnly):
		s.status = "This was opened to read only. Nothing has changed."
	default:
		s.status = env.Why(err, "That could not be kept. Nothing has changed. Press the key again.")
	}
	return false
}

// labels is what people are called here: by what they do, else by their name.
func (s *Screen) labels(m model.Meeting) map[model.PersonID]string {
	people := meeting.Seated(s.book(), m)
	for i := range people {
		people[i].Post = cmp.Or(people[i].Post, people[i].Name)
	}
	return meeting.Labels(people, meeting.ByPost)
}

// HelpTitle names the screen in the help.
func (s *Screen) HelpTitle() string { return "rating an area together" }

// Head names the meeting and the area, and says who is in.
func (s *Screen) Head() ui.Head {
	h := ui.Head{Crumbs: []string{"Team meeting"}}
	m, _, v, ok := s.found()
	if !ok {
		return h
	}
	h.Crumbs = append(h.Crumbs, s.area.Name())
	h.Place = v.Came()
	if v.Shown {
		i := slices.IndexFunc(m.Talks, func(t model.Talk) bool { return t.Area == s.area.ID })
		h.Place = fmt.Sprintf("%d of %d", i+1, len(m.Talks))
	}
	return h
}

var (
	_ ui.Screen   = (*Screen)(nil)
	_ ui.Clicking = (*Screen)(nil)
)
