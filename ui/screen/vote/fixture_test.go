package vote_test

import (
	"fmt"
	"testing"

	"waymark/model"
	"waymark/ui"
	"waymark/ui/nav"
	"waymark/ui/screen/vote"
	"waymark/ui/uitest"
)

// posts are the team of most tests, as they sit.
func posts() []string {
	return []string{"Headteacher", "Deputy head", "SENDCo", "Year 2 lead", "Maths lead", "English lead"}
}

// meet begins a meeting of people with these posts about these areas.
func meet(t *testing.T, posts []string, areas ...model.AreaID) *uitest.Driver {
	t.Helper()
	d := uitest.NewEnv(t).Begin()
	var changes []model.Change
	s := model.MeetingStart{Date: "2026-09-24", Areas: areas}
	for i, post := range posts {
		id := model.PersonID(fmt.Sprintf("p%d", i+1))
		changes = append(changes, model.NamePerson(model.Person{ID: id, Name: fmt.Sprintf("%c. Person", 'A'+i), Post: post}, nil))
		s.People = append(s.People, id)
	}
	started, err := d.Env.Desk.Book.StartMeeting(d.Env.Desk.Voice, "m1", s)
	if err := d.Env.Desk.Do(append(changes, started...), err); err != nil {
		t.Fatal(err)
	}
	return d
}

// run opens the screen at an area of the meeting.
func run(d *uitest.Driver, area model.AreaID) *uitest.Driver {
	r := nav.Vote{Meeting: "m1", Area: area}
	d.Run(func(at nav.Route) ui.Screen {
		if at, ok := at.(nav.Vote); ok {
			return vote.New(d.Env, at)
		}
		return &uitest.Place{Route: at}
	}, nav.Meetings{}, 80, 24)
	d.Env.Nav.Push(r)
	d.Send(nil)
	return d
}

// team is a meeting of six people about three areas, at the first.
func team(t *testing.T) *uitest.Driver {
	t.Helper()
	return run(meet(t, posts(), "3.3", "5.1", "5.3"), "")
}

func talk(t *testing.T, d *uitest.Driver, area model.AreaID) model.Talk {
	t.Helper()
	m, err := d.Env.Desk.Book.Meeting("m1")
	if err != nil {
		t.Fatal(err)
	}
	a, ok := m.Area(area)
	if !ok {
		t.Fatalf("%s is not in the meeting", area)
	}
	return a
}
