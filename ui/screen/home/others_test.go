package home_test

import (
	"testing"
	"time"

	"waymark/model"
	"waymark/ui"
	"waymark/ui/nav"
	"waymark/ui/screen/home"
	"waymark/ui/uitest"
)

func TestTheVisitThatMattersNowIsNamed(t *testing.T) {
	reviewer := model.Voice{Person: uitest.Reviewer, Role: model.Reviewer}
	d := uitest.NewEnv(t).Begin()
	b := d.Env.Desk.Book
	says := func(want string) {
		t.Helper()
		d.Run(func(nav.Route) ui.Screen { return home.New(d.Env, nav.Home{}) }, nav.Home{}, 80, 24)
		d.See("g v A reviewer’s visit " + want)
	}
	says("none yet")
	d.PlanVisit("spring", "2027-03-05", nil)
	d.PlanVisit("autumn", "2026-11-12", nil)
	says("planned for 12 November")
	d.PlanVisit("old", "2026-09-20", nil)
	d.Wait(36 * time.Hour)
	d.Do(b.CloseVisit(reviewer, "old", "The head was called away"))
	says("planned for 12 November")
	for _, id := range []model.VisitID{"spring", "autumn"} {
		d.Do(b.CloseVisit(reviewer, id, "Another year"))
	}
	says("closed on 25 September")
	d.PlanVisit("now", "2026-09-26", nil, model.Slot{ID: "1-1", Stop: model.Stop{Day: 1, Start: 540, Minutes: 30, Kind: model.SlotWalk, Title: "Walk"}})
	says("planned for 26 September")
	d.Do(b.GoTo(reviewer, "now", "1-1"))
	says("under way")
}

func TestTheNewestMeetingIsNamed(t *testing.T) {
	d := uitest.NewEnv(t).Begin()
	b, v := d.Env.Desk.Book, d.Env.Desk.Voice
	says := func(want string) {
		t.Helper()
		d.Run(func(nav.Route) ui.Screen { return home.New(d.Env, nav.Home{}) }, nav.Home{}, 80, 24)
		d.See("g m A team meeting " + want)
	}
	says("none yet")
	d.Do([]model.Change{model.NamePerson(model.Person{ID: "a", Name: "A. Khan"}, nil)}, nil)
	d.Do(b.StartMeeting(v, "m", model.MeetingStart{Date: "2026-09-24", Areas: []model.AreaID{"1.1"}, People: []model.PersonID{"a", v.Person}}))
	says("under way since 24 September")
	d.Do(b.ComeBack(v, "m", "1.1", "Look in rooms first"))
	says("held on 24 September")
}
