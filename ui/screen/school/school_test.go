package school_test

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"waymark/model"
	"waymark/ui"
	"waymark/ui/env"
	"waymark/ui/keys"
	"waymark/ui/nav"
	"waymark/ui/screen/school"
	"waymark/ui/uitest"
)

// shelf is a shelf whose list can be made up and whose answers can fail.
type shelf struct {
	*uitest.Shelf
	list   []env.SchoolEntry
	err    error // of Schools
	broken error // of Open
	opened []string
	during func()
}

func (s *shelf) Schools(ctx context.Context) ([]env.SchoolEntry, error) {
	if s.list != nil || s.err != nil {
		return s.list, s.err
	}
	return s.Shelf.Schools(ctx)
}

func (s *shelf) Open(ctx context.Context, id model.SchoolID, e model.EvaluationID) (env.Opened, error) {
	if s.during != nil {
		s.during()
	}
	if s.broken != nil {
		return env.Opened{}, s.broken
	}
	s.opened = append(s.opened, string(e))
	return s.Shelf.Open(ctx, id, e)
}

func start(t *testing.T) (*uitest.Driver, *shelf) {
	t.Helper()
	d := uitest.NewEnv(t)
	s := &shelf{Shelf: d.Shelf}
	d.Env.Shelf = s
	return d, s
}

func run(d *uitest.Driver) *uitest.Driver {
	d.Run(func(r nav.Route) ui.Screen {
		if r, ok := r.(nav.SchoolName); ok {
			return school.New(d.Env, r)
		}
		return &uitest.Place{Route: r}
	}, nav.Welcome{}, 80, 24)
	d.Env.Nav.Push(nav.SchoolName{})
	d.Send(nil)
	return d
}

func begun(t *testing.T, d *uitest.Driver, names ...string) {
	t.Helper()
	for _, name := range names {
		if _, err := d.Shelf.Begin(t.Context(), env.Beginning{Name: name, Rubric: d.Shelf.Rubric.Hash(), Year: "2026-27"}); err != nil {
			t.Fatal(err)
		}
	}
}

func TestANewNameGoesOnToTheRubric(t *testing.T) {
	d, _ := start(t)
	run(d).See("What is your school called?", "Question 1 of 3", "Type the name of your school, then press Enter.").SeeNot("Already on this computer")
	d.Type("  Alder  Lane Primary ").See("Press Enter to go on with this name.")
	d.Press("enter").See(`nav.ChooseRubric{School:"", Name:"Alder Lane Primary"`)
}

func TestFramesWithAndWithoutAProblem(t *testing.T) {
	d, _ := start(t)
	begun(t, d, "Alder Lane Primary", "Beech Road Infants")
	run(d)
	d.Golden("school-80")
	d.Press("enter").See("There is a problem", "Error: Enter the name of your school", "Nothing has been lost. Type a name, or press ↓ to choose from the list.")
	d.Golden("school-error-80")
	d.AtEverySize()
	d.Press("down")
	d.AtEverySize()
	d.Resize(120, 30)
	d.Golden("school-list-120")
	d.Env.Prefs.Roomy = true
	d.AtEverySize()
}

func TestAProblemGoesAwayWithTheNextLetterAndKeepsTheText(t *testing.T) {
	d, _ := start(t)
	run(d).Type(strings.Repeat("School ", 12)).Press("enter").See("School name must be 80 characters or fewer", "School School", "Nothing has been lost. Change the name")
	d.Type("x").SeeNot("There is a problem").Press("backspace").See("School School")
}

func TestLettersAreLettersInTheField(t *testing.T) {
	d, _ := start(t)
	run(d).Type("quick m d ? u 3").See("quick m d ? u 3").Press("ctrl+z").See("quick m d ? u").SeeNot("u 3")
	d.Paste("St Anne’s\nSchool").See("St Anne’s School")
}

func TestASchoolOnThisComputerIsOpenedAtItsNewest(t *testing.T) {
	d, s := start(t)
	begun(t, d, "Alder Lane Primary", "Beech Road Infants")
	run(d).See("Already on this computer", "Alder Lane Primary", "last changed today")
	d.Press("down").See("► Alder Lane Primary", "Press Enter to open Self-evaluation 2026–27.")
	d.Press("down").See("► Beech Road Infants").Press("up", "up").SeeNot("►")
	d.Press("tab", "down", "enter").See("nav.Home{}")
	if got := d.Env.Desk.Book.School().Name; got != "Beech Road Infants" || len(s.opened) != 1 {
		t.Fatalf("opened %q %v", got, s.opened)
	}
}

func TestTheSameNameInAnyCaseOpensThatSchool(t *testing.T) {
	d, _ := start(t)
	begun(t, d, "Alder Lane Primary")
	run(d).Type("alder LANE primary").See("This school is on this computer already.", "Enter open this school").Press("enter").See("nav.Home{}")
	if got := d.Env.Desk.Book.School().Name; got != "Alder Lane Primary" {
		t.Fatal(got)
	}
}

func TestEnterPressedBeforeTheListIsReadWaitsForIt(t *testing.T) {
	d, _ := start(t)
	begun(t, d, "Alder Lane Primary")
	s := school.New(d.Env, nav.SchoolName{})
	d.Env.SetTyped("school name", "alder lane primary")
	s.Update(nav.ReturnedMsg{})
	read := s.Init()
	s.Act(keys.Press{Action: keys.Enter})
	if !d.Env.Nav.Held() || len(d.Env.Nav.Take()) != 0 {
		t.Fatal("the name was used before the schools were known")
	}
	open := s.Update(read())
	if open == nil {
		t.Fatal("nothing was opened")
	}
	s.Update(open())
	if d.Env.Nav.Held() || d.Env.Desk == nil {
		t.Fatal("the school is not open, or keys still wait")
	}
}

func TestTypingNarrowsTheList(t *testing.T) {
	d, _ := start(t)
	begun(t, d, "Alder Lane Primary", "Beech Road Infants")
	run(d).Type("bee").See("Beech Road Infants").SeeNot("Alder Lane Primary")
	d.Press("down", "enter").See("nav.Home{}")
}

func TestALongListScrolls(t *testing.T) {
	d, s := start(t)
	for i := range 60 {
		s.list = append(s.list, env.SchoolEntry{School: model.School{ID: model.SchoolID(fmt.Sprint(i)), Name: fmt.Sprintf("School %02d", i)}})
	}
	run(d).See("Already on this computer, 1 to 8 of 60").Press("down", "end").See("► School 59", "53 to 60 of 60").AtEverySize()
	d.Press("enter").See(`nav.ChooseRubric{School:"59", Name:"School 59"`)
}

func TestASchoolWithOnlyDeletedOnesShowsThem(t *testing.T) {
	d, s := start(t)
	begun(t, d, "Alder Lane Primary")
	s.list, _ = s.Shelf.Schools(t.Context())
	s.list[0].Summaries[0].Removed = true
	run(d).Press("down").See("Press Enter to start.").Press("enter").See("nav.Years{}")
}

func TestTheExampleInTheListIsOpenedAsTheExample(t *testing.T) {
	d, s := start(t)
	s.list = []env.SchoolEntry{{School: model.School{ID: "x", Name: "Example school", Example: true}}}
	run(d).See("made-up data to try out").Press("down", "enter").See("nav.Home{}")
	if !d.Env.Example {
		t.Fatal("not marked as the example")
	}
}

func TestTroubleIsSaidInWords(t *testing.T) {
	d, s := start(t)
	begun(t, d, "Alder Lane Primary")
	s.broken = errors.New("disk")
	run(d).Press("down", "enter").See("That school could not be opened. Its work is safe. Press Enter to try again.")
	s.broken = nil
	d.Press("enter").See("nav.Home{}")

	d, s = start(t)
	s.err = errors.New("disk")
	run(d).See("The schools on this computer could not be read. Nothing has changed.")
}

func TestGoingBackAndComingAgainFindsTheName(t *testing.T) {
	d, _ := start(t)
	run(d).Type("Alder Lane").Press("esc").See("nav.Welcome{}")
	d.Env.Nav.Push(nav.SchoolName{})
	d.Send(nil)
	d.See("Alder Lane")
}

func TestAReadOnlySchoolSaysWhy(t *testing.T) {
	d, _ := start(t)
	begun(t, d, "Alder Lane Primary")
	d.Env.Shelf = readOnly{d.Shelf}
	run(d).Press("down", "enter").See("nav.Home{}", "This file was made by a newer Waymark.")
}

type readOnly struct{ *uitest.Shelf }

func (r readOnly) Open(ctx context.Context, id model.SchoolID, e model.EvaluationID) (env.Opened, error) {
	o, err := r.Shelf.Open(ctx, id, e)
	o.ReadOnly = "this file was made by a newer Waymark"
	return o, err
}

func TestTheMouseChoosesAndOpens(t *testing.T) {
	d, s := start(t)
	begun(t, d, "Alder Lane Primary", "Beech Road Infants")
	run(d)
	y := lineOf(t, d, "Beech Road")
	s.during = func() { d.Click(10, y) } // a second click while it opens
	d.Click(10, y).See("► Beech Road").Click(10, y).See("nav.Home{}")
	if len(s.opened) != 1 {
		t.Fatalf("opened %v", s.opened)
	}
}

func TestDates(t *testing.T) {
	d, s := start(t)
	at := func(y int, m time.Month) int64 { return time.Date(y, m, 5, 12, 0, 0, 0, time.UTC).UnixMilli() }
	s.list = []env.SchoolEntry{
		{School: model.School{ID: "1", Name: "One"}, ChangedAt: at(2026, 9)},
		{School: model.School{ID: "2", Name: "Two"}, ChangedAt: at(2025, 3)},
		{School: model.School{ID: "3", Name: strings.Repeat("A very long name ", 8)}, ChangedAt: at(2025, 3)},
	}
	run(d).See("last changed 5 September", "last changed 5 March 2025").AtEverySize()
}

func lineOf(t *testing.T, d *uitest.Driver, text string) int {
	t.Helper()
	for y, l := range d.Lines() {
		if strings.Contains(l, text) {
			return y
		}
	}
	t.Fatalf("no line says %q:\n%s", text, d.Frame())
	return 0
}
