package wall_test

import (
	"fmt"
	"testing"

	"waymark/model"
	"waymark/ui"
	"waymark/ui/nav"
	"waymark/ui/screen/wall"
	"waymark/ui/uitest"
)

// meet begins a meeting of as many people as there are levels about two areas,
// and gives the levels for the first, one digit each.
func meet(t *testing.T, levels string) *uitest.Driver {
	t.Helper()
	d := uitest.NewEnv(t).Begin()
	s := model.MeetingStart{Date: "2026-09-24", Areas: []model.AreaID{"3.3", "5.1"}}
	for i := range levels {
		s.People = append(s.People, model.PersonID(fmt.Sprintf("p%d", i+1)))
	}
	d.Do(d.Env.Desk.Book.StartMeeting(d.Env.Desk.Voice, "m1", s))
	for i, c := range levels {
		d.Do(d.Env.Desk.Book.CastVote(s.People[i], "m1", "3.3", model.Vote{Level: model.Level(c - '0')}))
	}
	return d
}

func reveal(d *uitest.Driver) *uitest.Driver {
	return d.Do(d.Env.Desk.Book.Reveal(d.Env.Desk.Voice, "m1", "3.3", true))
}

func run(d *uitest.Driver, r nav.Wall) *uitest.Driver {
	d.Run(func(at nav.Route) ui.Screen {
		if at, ok := at.(nav.Wall); ok {
			return wall.New(d.Env, at)
		}
		return &uitest.Place{Route: at}
	}, nav.Vote(r), 80, 24)
	d.Env.Nav.Push(r)
	d.Send(nil)
	return d
}

func inMeeting() nav.Wall { return nav.Wall{Meeting: "m1", Area: "3.3"} }
