package meetings

import (
	"errors"
	"fmt"
	"slices"
	"time"

	"waymark/model"
	"waymark/model/desk"
	"waymark/model/meeting"
	"waymark/ui/env"
	"waymark/ui/keys"
	"waymark/ui/nav"
	"waymark/ui/widget"
)

// areas is what the meeting can talk about, and what it will.
type areas struct {
	all    []model.Area
	why    map[model.AreaID]string // why an area is suggested
	wanted map[model.AreaID]bool
	list   widget.List
}

// newAreas ticks what is worth a meeting.
func newAreas(e *env.Env) areas {
	book := e.Desk.Book
	a := areas{all: book.Rubric().Areas, why: map[model.AreaID]string{}, wanted: map[model.AreaID]bool{}}
	a.list.Set(len(a.all), len(a.all))
	suggested := meeting.Suggested(book, e.Desk.Voice.Person)
	for _, x := range suggested {
		a.why[x.Area], a.wanted[x.Area] = x.Why, true
	}
	if len(suggested) > 0 {
		a.list.Cursor = book.Rubric().Index(suggested[0].Area)
	}
	return a
}

// chosen lists the ticked areas in the order of the rubric.
func (a *areas) chosen() []model.AreaID {
	var all []model.AreaID
	for _, x := range a.all {
		if a.wanted[x.ID] {
			all = append(all, x.ID)
		}
	}
	return all
}

func (a *areas) toggle() {
	id := a.all[a.list.Cursor].ID
	a.wanted[id] = !a.wanted[id]
}

// toGroup moves to the first area of the n-th group.
func (a *areas) toGroup(groups []model.Group, n int) {
	if n < 1 || n > len(groups) {
		return
	}
	if i := slices.IndexFunc(a.all, func(x model.Area) bool { return x.Group == groups[n-1].ID }); i >= 0 {
		a.list.Cursor = i
	}
}

func (s *Screen) actAreas(p keys.Press) {
	s.problem = ""
	switch p.Action {
	case keys.Enter:
		s.start()
	case keys.Tick:
		s.areas.toggle()
	case keys.Right, keys.Left:
		s.areas.wanted[s.areas.all[s.areas.list.Cursor].ID] = p.Action == keys.Right
	case keys.Level:
		s.areas.toGroup(s.book().Rubric().Groups, p.N)
	default:
		s.areas.list.Act(p)
	}
}

// start begins the meeting: first the people who are new, then the meeting
// itself, in one act.
func (s *Screen) start() {
	chosen := s.areas.chosen()
	if len(chosen) == 0 {
		s.problem = "Tick at least one area to talk about"
		return
	}
	d := s.env.Desk
	ids := map[model.PersonID]model.PersonID{}
	var changes []model.Change
	for _, o := range s.people.all[s.people.known:] {
		if slices.Contains(s.people.seats, o.ID) {
			ids[o.ID] = model.PersonID(d.NewID())
			changes = append(changes, model.NamePerson(model.Person{ID: ids[o.ID], Name: o.Name, Post: o.Post}, nil))
		}
	}
	m := model.MeetingStart{Date: s.env.Clock().Local().Format(time.DateOnly), Areas: chosen}
	for _, id := range s.people.seats {
		if given, isNew := ids[id]; isNew {
			id = given
		}
		m.People = append(m.People, id)
	}
	id := model.MeetingID(d.NewID())
	started, err := s.book().StartMeeting(d.Voice, id, m)
	if err := d.Do(append(changes, started...), err); err != nil {
		s.status = why(err)
		return
	}
	s.people.line.Forget()
	s.people.kept.Forget()
	s.stage, s.people, s.areas = onList, people{}, areas{}
	s.refresh()
	s.list.Cursor = 1
	s.env.Nav.Push(nav.Vote{Meeting: id})
}

func why(err error) string {
	switch {
	case errors.Is(err, model.ErrFinished):
		return "This self-evaluation is finished. Open it again to hold a meeting on it."
	case errors.Is(err, desk.ErrReadOnly):
		return "This was opened to read only. Nothing has changed."
	}
	return env.Why(err, "The meeting could not be started. Your choices are kept. Press Enter again.")
}

// minutes is about how long the chosen areas take.
func (a *areas) minutes() string {
	n := len(a.chosen())
	return fmt.Sprintf("%s, about %d minutes of talk", widget.Count(n, "area", "areas"), n*meeting.DefaultMinutes)
}
