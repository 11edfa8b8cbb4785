package main

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"waymark/demo"
	"waymark/model"
	"waymark/rubrics"
	"waymark/ui/env"
	"waymark/ui/nav"
	"waymark/ui/uitest"
)

// sitter is who is at the desk of a place.
type sitter int

const (
	atSchool   sitter = iota // the school's own people
	onVisit                  // a reviewer whose visit is under way
	afterwards               // a reviewer whose visit is closed
)

// place is somewhere in the app, as one of them sees it.
type place struct {
	route nav.Route
	who   sitter
}

func (p place) String() string {
	name := strings.TrimPrefix(fmt.Sprintf("%T", p.route), "nav.")
	return name + [...]string{"", " on a visit", " after a visit"}[p.who]
}

// seater puts somebody at a desk, the same every time.
type seater func(*testing.T, sitter) *uitest.Driver

// everyPlace lists every place that can be reached with a school open, for each
// who can sit there.
func everyPlace(t *testing.T, at seater) []place {
	t.Helper()
	var all []place
	for _, who := range []sitter{atSchool, onVisit, afterwards} {
		routes := visitPlaces
		if who == atSchool {
			routes = schoolPlaces
		}
		for _, r := range routes(at(t, who).Env) {
			all = append(all, place{r, who})
		}
	}
	return all
}

// in runs the app at a place.
func (at seater) in(t *testing.T, p place, w, h int) *uitest.Driver {
	t.Helper()
	d := at(t, p.who)
	return d.Run(opener(d.Env), p.route, w, h)
}

func schoolPlaces(e *env.Env) []nav.Route {
	rubric := e.Desk.Book.Rubric().Hash()
	return append(meetingPlaces(e),
		nav.Welcome{},
		nav.SchoolName{},
		nav.ChooseRubric{Name: "Fern Bank"},
		nav.Years{},
		nav.Home{},
		nav.Who{Name: "Fern Bank", Rubric: rubric},
		nav.Areas{Rubric: rubric},
		nav.Judge{Area: "1.1"},
		nav.Judge{Area: "7.5"},
		nav.Note{Area: "2.2"},
		nav.Note{},
		nav.Read{Area: "3.3"},
		nav.AreaPage{Area: "1.3"},
		nav.AreaPage{Rubric: rubric, Area: "2.1", Tour: true},
		nav.Library{},
		nav.Calibrate{Rubric: rubric},
		nav.Library{Rubric: rubric},
		nav.AreaPage{Rubric: rubric, Area: "4.2"},
		nav.Find{},
		nav.Check{},
		nav.Done{},
		nav.Overview{},
		nav.Priorities{},
		nav.Working{},
		nav.Emphasise{Area: "4.2"},
		nav.Export{},
		nav.Display{},
		nav.SaveProblem{},
		nav.Recovered{},
		nav.Confirm{What: nav.Destruction{DeleteEvaluation: e.Desk.Book.EvaluationID()}},
		nav.OpenProblem{},
		nav.Visits{},
		nav.StartVisit{},
		nav.Triads{},
		nav.Wall{},
	)
}

// meetingPlaces are every area of every meeting, covered, shown and settled.
func meetingPlaces(e *env.Env) []nav.Route {
	all := []nav.Route{nav.Meetings{}, nav.Vote{}}
	for _, m := range e.SchoolBook().Evaluation().Meetings {
		for _, a := range m.Areas {
			all = append(all, nav.Vote{Meeting: m.ID, Area: a}, nav.Wall{Meeting: m.ID, Area: a})
		}
	}
	return all
}

func visitPlaces(e *env.Env) []nav.Route {
	var room model.RoomID
	var slot model.SlotID
	if v, on := e.Visit(); on {
		slot = v.Slots[len(v.Slots)-1].ID
		room = v.Rooms[0].ID
	}
	return []nav.Route{
		nav.Agenda{},
		nav.Capture{},
		nav.Capture{Slot: slot},
		nav.Quick{},
		nav.Tidy{},
		nav.Claims{},
		nav.VisitJudge{},
		nav.VisitJudge{Area: "1.2"},
		nav.Agree{},
		nav.Agree{Area: "3.3"},
		nav.Points{},
		nav.SignOff{},
		nav.Rooms{},
		nav.Sheet{},
		nav.Sheet{Room: room},
		nav.Synthesis{},
		nav.Changed{},
		nav.Lean{},
		nav.Home{},
		nav.Judge{Area: "1.2"},
		nav.Judge{Area: "2.4"},
		nav.Note{Area: "2.2"},
		nav.Note{},
		nav.Find{},
		nav.Check{},
		nav.Done{},
		nav.Overview{},
		nav.Priorities{},
		nav.Working{},
		nav.Emphasise{Area: "4.2"},
		nav.Export{},
		nav.Years{},
		nav.Visits{},
		nav.StartVisit{},
		nav.Meetings{},
		nav.Triads{},
		nav.Wall{Area: "2.4"},
		nav.AreaPage{Area: "1.3"},
		nav.Library{},
		nav.Recovered{},
	}
}

// listed is the shelf of tests with the list that rooms are looked at by.
type listed struct {
	*uitest.Shelf
	list model.Rubric
}

// Rubrics are the shelf's own and the list.
func (s listed) Rubrics(ctx context.Context) ([]env.RubricEntry, error) {
	all, err := s.Shelf.Rubrics(ctx)
	return append(all, env.RubricEntry{Hash: s.list.Hash(), Rubric: s.list, Shipped: true}), err
}

func lessons(t *testing.T) model.Rubric {
	t.Helper()
	r, err := rubrics.Load("lesson-visit")
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// seated is the example school's desk with somebody at it.
func seated(t *testing.T, who sitter) *uitest.Driver {
	t.Helper()
	back := 1
	if who == afterwards {
		back = 2
	}
	d := exampleYear(t, back)
	switch who {
	case atSchool:
		meetAgain(d)
	case onVisit:
		d.Env.Enter(env.Visiting{Visit: demo.ThisVisit, Voice: model.Voice{Person: demo.Reviewer, Role: model.Reviewer}})
	case afterwards:
		d.Env.Enter(env.Visiting{Visit: demo.LastVisit, Voice: model.Voice{Person: demo.Reviewer, Role: model.Reviewer}})
	}
	return d
}

// meetAgain begins a second meeting at the desk: two votes of three are in for
// its first area, the second is shown, and nobody has begun on the third.
func meetAgain(d *uitest.Driver) {
	b, v := d.Env.Desk.Book, d.Env.Desk.Voice
	people := []model.PersonID{demo.Head, demo.Deputy, demo.Reviewer}
	for _, p := range people {
		if b.Who(p).Name == "" {
			d.Do([]model.Change{model.NamePerson(model.Person{ID: p, Name: "N. " + string(p), Post: "year lead"}, nil)}, nil)
		}
	}
	d.Do(b.StartMeeting(v, "again", model.MeetingStart{Date: "2026-09-24", Areas: []model.AreaID{"3.3", "5.1", "6.1"}, People: people}))
	for i, p := range people {
		if i < 2 {
			d.Do(b.CastVote(p, "again", "3.3", model.Vote{Level: model.Level(2 + i)}))
		}
		d.Do(b.CastVote(p, "again", "5.1", model.Vote{Level: model.Level(1 + i)}))
	}
	d.Do(b.Reveal(v, "again", "5.1", false))
}
