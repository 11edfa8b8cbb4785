package read_test

import (
	"context"
	"errors"
	"strings"
	"testing"

	"waymark/model"
	"waymark/model/desk"
	"waymark/ui"
	"waymark/ui/nav"
	"waymark/ui/screen/read"
	"waymark/ui/uitest"
)

func open(d *uitest.Driver, area model.AreaID) *uitest.Driver {
	d.Run(func(r nav.Route) ui.Screen {
		if n, ok := r.(nav.Read); ok {
			return read.New(d.Env, n)
		}
		return &uitest.Place{Route: r}
	}, nav.Home{}, 80, 24)
	d.Env.Nav.Push(nav.Read{Area: area})
	d.Send(struct{}{})
	return d
}

func begin(t *testing.T) *uitest.Driver {
	t.Helper()
	return uitest.NewEnv(t).Begin()
}

func TestTwoLevelsStandBesideEachOther(t *testing.T) {
	d := open(begin(t).Judge("3"), "1.1")
	d.See("1.1  Breadth and fair access", "Which of these two is closer to your school?", "►● 3  Embedded", "2  Developing")
	d.See("More below. Levels 2 and 3 of 4 are shown. ←→ shows the others.").SeeNot("1  Early", "4  Sharing")
	d.Press("right").See("►  4  Sharing", "● 3  Embedded", "Enter choose 4 and go back")
	d.Press("left", "left", "left").See("►  1  Early", "Levels 1 and 2 of 4").Press("left").See("►  1  Early")
}

func TestNumbersChooseAndStay(t *testing.T) {
	d := open(begin(t), "1.1")
	d.Press("2").See("Chosen: 2 Developing. Esc goes back.", "●", "Enter go back")
	if d.Level("1.1") != 2 {
		t.Fatalf("level is %d", d.Level("1.1"))
	}
	d.Press("7").See("Press a number from 1 to 4.")
	d.Press("u").See("Undid: 1.1 from 2 back to not judged")
	d.Press("esc").See("Home")
}

func TestArrowsAndEnterChooseToo(t *testing.T) {
	d := open(begin(t), "1.1").Press("right", "right", "enter").See("Home")
	if d.Level("1.1") != 3 {
		t.Fatalf("level is %d", d.Level("1.1"))
	}
	before := d.Env.Desk.Book.Len()
	d = open(d, "1.1").Press("enter").See("Home")
	if d.Env.Desk.Book.Len() != before {
		t.Fatal("going back wrote something")
	}
}

func TestEverythingTheRubricSaysIsThere(t *testing.T) {
	d := open(begin(t), "1.2")
	seen := d.Frame()
	for range 12 {
		d.Press("pgdown")
		seen += d.Frame()
	}
	d.SeeNot("More below")
	for _, want := range []string{"Ask yourself", "Why it matters", "What it covers", "Questions to talk about", "Where to look", "See  ", "Hear ", "Read ", "Count", "Usually needs to be in place first", "1.1 Breadth"} {
		if !strings.Contains(seen, want) {
			t.Errorf("nothing says %q", want)
		}
	}
	d.Press("home").See("More below").Press("down", "up", "end").SeeNot("More below")
}

func TestTheWholeTextIsCopied(t *testing.T) {
	d := open(begin(t), "1.1").Press("y").See("Copied.")
	for _, want := range []string{"1.1 Breadth", "1 Early", "4 Sharing", "Why it matters", "hear: Ask three pupils"} {
		if !strings.Contains(d.Files.Copied, want) {
			t.Errorf("what was copied does not say %q", want)
		}
	}
	d = begin(t)
	d.Env.Files = deaf{d.Files}
	open(d, "1.1").Press("y").See("Nothing could be copied.")
}

type deaf struct{ *uitest.Files }

func (deaf) Copy(context.Context, string) (string, error) { return "", errors.New("no clipboard") }

func TestNothingChangesWhenItMayNot(t *testing.T) {
	d := begin(t).Judge(strings.Repeat("3", 41))
	if err := d.Env.Desk.Do(d.Env.Desk.Book.Finish()); err != nil {
		t.Fatal(err)
	}
	open(d, "1.1").Press("2").See("This self-evaluation is finished.")
	d.Press("left", "enter").See("This self-evaluation is finished.", "1.1  Breadth")
	if d.Level("1.1") != 3 {
		t.Fatal("the level changed")
	}

	d = begin(t)
	d.Env.Desk = desk.New(d.Env.Desk.Book, d.Env.Desk.Voice, desk.Tools{Clock: d.Env.Clock, NewID: d.Env.NewID})
	open(d, "1.1").Press("2").See("This was opened to read only. Nothing has changed.")
}

func TestFrames(t *testing.T) {
	d := open(begin(t).Judge("33"), "1.2").Golden("read-80x24").AtEverySize()
	d.Resize(120, 30)
	d.Golden("read-120x30").SeeNot("shows the others")
	d.Resize(60, 18)
	d.Golden("read-60x18").Press("right").AtEverySize()
	d.Press("pgdown").AtEverySize()
	d.Resize(200, 50)
	d.Golden("read-200x50")
	for _, a := range d.Env.Desk.Book.Rubric().Areas {
		open(d, a.ID).AtEverySize().Press("end").AtEverySize()
	}
}

func TestAnUnknownAreaOpensTheFirst(t *testing.T) {
	open(begin(t), "9.9").See("1.1  Breadth")
}

func TestTheWholePageIsOneKeyAway(t *testing.T) {
	open(begin(t), "1.2").Press("v").See(`nav.AreaPage{Rubric:"", Area:"1.2", `)
}

func TestWhatTheTeamRecordedIsTheLevelShown(t *testing.T) {
	d := uitest.NewEnv(t).Begin()
	b, v := d.Env.Desk.Book, d.Env.Desk.Voice
	d.Do(b.GiveLevel(v, "1.1", 3))
	d.Do([]model.Change{model.NamePerson(model.Person{ID: "p2", Name: "B. Lee"}, nil)}, nil)
	d.Do(b.StartMeeting(v, "m1", model.MeetingStart{Date: "2026-09-24", Areas: []model.AreaID{"1.1"}, People: []model.PersonID{v.Person, "p2"}}))
	d.Do(b.RecordLevel(v, "m1", "1.1", 2, ""))
	open(d, "1.1").See("►● 2  Developing").SeeNot("● 3")
}
