package rooms_test

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"waymark/model"
	"waymark/rubrics"
	"waymark/ui"
	"waymark/ui/env"
	"waymark/ui/nav"
	"waymark/ui/screen/rooms"
	"waymark/ui/uitest"
)

// shelf has the lesson visit beside the whole-school rubric.
type shelf struct {
	*uitest.Shelf
	list model.Rubric
	err  error
}

func (s shelf) Rubrics(context.Context) ([]env.RubricEntry, error) {
	return []env.RubricEntry{{Hash: s.list.Hash(), Rubric: s.list, Shipped: true}}, s.err
}

func lessons(t *testing.T) model.Rubric {
	t.Helper()
	r, err := rubrics.Load("lesson-visit")
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// begin is a reviewer at the desk of a school whose levels are all 4.
func begin(t *testing.T) *uitest.Driver {
	t.Helper()
	d := uitest.NewEnv(t).Begin().Judge(strings.Repeat("4", 41)).Visit([]model.AreaID{"3.1", "3.2"})
	d.Env.Shelf = shelf{Shelf: d.Shelf, list: lessons(t)}
	return d
}

func room(d *uitest.Driver, id string, text model.RoomText, answered int) {
	b, v := d.Env.Desk.Book, d.Env.Desk.Voice
	d.Do(b.SetRoom(v, uitest.VisitID, model.RoomID(id), text))
	for i, item := range d.Env.Shelf.(shelf).list.Items() {
		if i < answered {
			d.Do(b.Observe(v, uitest.VisitID, model.RoomID(id), d.Env.Shelf.(shelf).list, item.ID, model.Observation{Answer: "seen"}))
		}
	}
	d.Wait(9 * time.Minute)
}

// three rooms, the second observed by two.
func three(t *testing.T) *uitest.Driver {
	d := begin(t)
	room(d, "r1", model.RoomText{Phase: "primary", Subject: "Maths", Place: "Room 4", Teacher: "T7", Minutes: 7}, 20)
	room(d, "r2", model.RoomText{Phase: "early", Subject: "Phonics", Teacher: "T2", Minutes: 9, Chosen: true}, 14)
	room(d, "r3", model.RoomText{Phase: "primary", Subject: "History", Teacher: "T7"}, 0)
	b, list := d.Env.Desk.Book, lessons(t)
	shah := model.Voice{Person: "shah", Role: model.Reviewer}
	d.Do([]model.Change{model.NamePerson(model.Person{ID: "shah", Name: "A. Shah"}, nil)}, nil)
	d.Do(b.Watch(shah, uitest.VisitID, "r2", model.Watching{Role: "pupil-watcher", Position: "front-corner"}))
	d.Do(b.Observe(shah, uitest.VisitID, "r2", list, "1.1", model.Observation{Answer: "partly"}))
	return d
}

func run(d *uitest.Driver) *uitest.Driver {
	open := func(r nav.Route) ui.Screen {
		if r, ok := r.(nav.Rooms); ok {
			return rooms.New(d.Env, r)
		}
		return &uitest.Place{Route: r}
	}
	d.Run(open, nav.Home{}, 80, 24)
	d.Env.Nav.Push(nav.Rooms{})
	d.Send(struct{}{})
	return d
}

func visitNow(d *uitest.Driver) model.Visit { v, _ := d.Env.Visit(); return v }

func TestTheListSaysWhatWasSeenWhere(t *testing.T) {
	d := run(three(t))
	d.See("Visit › Rooms", "3 rooms", "10:42  Maths, primary, Room 4", "T7", "7 min", "20 of 20", "Phonics, early, example", "14 of 20", "0 of 20",
		"Observed in all: 16 minutes in 3 rooms. T2: 9 minutes in 1 room. T7: 7 minutes in 2 rooms, 1 of them without its minutes.",
		"These visits are no appraisal.", "► +      Enter a room").Exact().Golden("80x24")
	d.Press("up", "up").See("You 14 of 20; A. Shah 1 of 20, Pupil-watcher at Front corner.", "The school chose it as a possible example.")
	d.AtEverySize()
	d.Resize(120, 30)
	d.Exact().Golden("120x30")
	d.Env.Prefs.Roomy = true
	d.AtEverySize()
}

func TestRoomsOpenAndOthersAreEntered(t *testing.T) {
	d := run(three(t))
	d.Press("enter").See("nav.Sheet{Room:\"\"}").Press("esc", "home", "enter").See(`nav.Sheet{Room:"r1"}`)
	d.Press("esc", "+").See(`nav.Sheet{Room:""}`).Press("esc", "v").See("nav.Synthesis{}")
	d.Press("esc", "end", "enter").See("nav.Synthesis{}").Press("esc", "esc").See("nav.Home{}")
}

func TestARoomIsMarkedAndTakenOut(t *testing.T) {
	d := run(three(t)).Press("home", "space").See("The school chose this room as a possible example.", "Maths, primary, Room 4, example")
	if v := visitNow(d); !v.Rooms[0].Chosen || v.Rooms[0].ID != "r1" {
		t.Fatalf("%+v", v.Rooms)
	}
	d.See("10:42  Maths") // the time and the place of a room stay when more is said of it
	d.Press("space").See("no longer marked")
	fromMenu(t, d, "Take this room out")
	d.See("The room is taken out with its answers. u brings both back.", "2 rooms")
	d.Press("u").See("3 rooms", "20 of 20")
}

// fromMenu chooses an act from the menu of words.
func fromMenu(t *testing.T, d *uitest.Driver, words string) {
	t.Helper()
	d.Press("m")
	for i := range 9 {
		if strings.Contains(d.Frame(), fmt.Sprintf("%d  %s", i+1, words)) {
			d.Press(fmt.Sprint(i + 1))
			return
		}
	}
	t.Fatalf("the menu has no number for “%s”:\n%s", words, d.Frame())
}

func TestNoRoomsYet(t *testing.T) {
	d := run(begin(t)).See("No rooms yet.", "These visits are no appraisal.", "Press Enter to enter the first room.").SeeNot("all rooms").AtEverySize()
	d.Press("enter").See(`nav.Sheet{Room:""}`)
}

func TestNothingOfTheSchoolsLevelsShows(t *testing.T) {
	d := run(three(t))
	for _, k := range []string{"up", "up", "up", "m", "esc", "?", "esc"} {
		d.Press(k).SeeNot("Sharing", "■■■■", "level 4")
	}
}

func TestRefusals(t *testing.T) {
	d := three(t)
	d.Do(d.Env.Desk.Book.CloseVisit(d.Env.Desk.Voice, uitest.VisitID, "Snow"))
	run(d).See("This visit is closed. You can read it.").SeeNot("Enter a room").Press("home", "space", "enter").See(`nav.Sheet{Room:"r1"}`)
	run(three(t).ReadOnly()).See("This was opened to read only.").SeeNot("+ new room")
	d = three(t)
	d.Env.Shelf = shelf{Shelf: d.Shelf, err: errors.New("disk")}
	run(d).See("There is a problem", "The checklist could not be read. Your work is safe.", "Maths").AtEverySize()
	d = uitest.NewEnv(t).Begin()
	run(d).See("No visit is open here").AtEverySize().Press("enter").See("nav.Visits{")
}

func TestManyRoomsWithEndlessNames(t *testing.T) {
	d := begin(t)
	for i := range 30 {
		room(d, fmt.Sprintf("r%02d", i), model.RoomText{Subject: strings.Repeat("Wordwithoutend 界 ", 9), Teacher: fmt.Sprintf("ABC-%04d", i), Minutes: 90 + i}, 1)
	}
	d = run(d).See("30 rooms", "More teachers: press v.").AtEverySize().Press("home").See("10:42  Word").AtEverySize()
	d.Click(10, 8).Press("pgdown", "pgup").AtEverySize()
}

func TestTheMouseChoosesAndOpens(t *testing.T) {
	d := run(three(t))
	y := 0
	for i, l := range d.Lines() {
		if strings.Contains(l, "Maths") {
			y = i
		}
	}
	d.Click(10, y).See("► 10:42  Maths").Click(10, y).See(`nav.Sheet{Room:"r1"}`)
}
