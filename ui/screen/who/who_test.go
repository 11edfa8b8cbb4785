package who_test

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"

	"waymark/model"
	"waymark/ui"
	"waymark/ui/env"
	"waymark/ui/nav"
	"waymark/ui/screen/who"
	"waymark/ui/uitest"
)

// shelf notes what is begun and can fail.
type shelf struct {
	*uitest.Shelf
	begun  []env.Beginning
	err    error
	during func()
}

func (s *shelf) Begin(ctx context.Context, b env.Beginning) (env.Opened, error) {
	s.begun = append(s.begun, b)
	if s.during != nil {
		s.during()
	}
	if s.err != nil {
		return env.Opened{}, s.err
	}
	return s.Shelf.Begin(ctx, b)
}

func start(t *testing.T) (*uitest.Driver, *shelf) {
	t.Helper()
	d := uitest.NewEnv(t)
	s := &shelf{Shelf: d.Shelf}
	d.Env.Shelf = s
	return d, s
}

func run(d *uitest.Driver, r nav.Who) *uitest.Driver {
	r.Rubric = d.Shelf.Rubric.Hash()
	d.Run(func(at nav.Route) ui.Screen {
		if at, ok := at.(nav.Who); ok {
			return who.New(d.Env, at)
		}
		return &uitest.Place{Route: at}
	}, nav.Welcome{}, 80, 24)
	d.Env.Nav.Push(r)
	d.Send(nil)
	return d
}

func alder() nav.Who { return nav.Who{Name: "Alder Lane Primary"} }

func TestJustMeBeginsWithOneEnter(t *testing.T) {
	d, s := start(t)
	run(d, alder()).See("Who is judging?", "Question 3 of 3", "► ● Just me for now", "Self-evaluation 2026–27, this school year, all areas")
	d.Golden("who-80").AtEverySize()
	d.Resize(120, 30)
	d.Golden("who-120")
	d.Env.Prefs.Roomy = true
	d.AtEverySize()
	d.Press("enter").See(`nav.Judge{Area:"1.1"`)
	b := s.begun[0]
	if b.Person != (model.Person{}) || b.Year != "2026-27" || b.Name != "Alder Lane Primary" || b.Rubric != s.Rubric.Hash() || b.Areas != nil {
		t.Fatalf("began %+v", b)
	}
	if got := d.Env.Desk.Book.School().Name; got != "Alder Lane Primary" {
		t.Fatal(got)
	}
	d.Press("esc").See("nav.Home{}")
}

func TestANameAndAPostForSeveralPeople(t *testing.T) {
	d, s := start(t)
	run(d, alder()).Press("down").See("► ● Me, and other people later", "Enter give a name", "not given")
	d.Press("enter").See("The name is shown beside levels and notes.").Press("enter").See("There is a problem", "Error: Enter a name, or choose ‘Just me for now’")
	d.AtEverySize()
	d.Type("  Jo  Martin ").SeeNot("There is a problem").Golden("who-name-80")
	d.AtEverySize().Press("enter").See("Press Enter to begin. The post can be left empty.").Type("Head, Yrs 3–6?").Golden("who-post-80")
	d.Press("enter").See(`nav.Judge{Area:"1.1"`)
	if p := s.begun[0].Person; p.Name != "Jo Martin" || p.Post != "Head, Yrs 3–6?" {
		t.Fatalf("%+v", p)
	}
	if d.Env.Typed("who is judging") != "" {
		t.Fatal("the name is still offered after it was used")
	}
}

func TestArrowsAndTabMoveThroughTheFields(t *testing.T) {
	d, _ := start(t)
	run(d, alder()).Press("down", "down").Type("jk").Press("down").Type("lm").Press("up", "up").See("►", "jk", "lm")
	d.Press("tab").Type(" xx").See("jk xx").Press("ctrl+z").SeeNot("xx").Press("tab", "shift+tab", "shift+tab").See("► ● Me, and other people later")
	d.Press("enter", "esc").See("► ● Me").Press("esc").See("nav.Welcome{}")
	d.Env.Nav.Push(alder())
	d.Send(nil)
	d.Press("down").See("jk", "lm")
}

func TestKnownPeopleCanBeChosen(t *testing.T) {
	d, s := start(t)
	o, err := d.Shelf.Begin(t.Context(), env.Beginning{Name: "Alder Lane Primary", Rubric: s.Rubric.Hash(), Year: "2025-26", Person: model.Person{ID: "p1", Name: "R. Okafor", Post: "deputy head"}})
	if err != nil {
		t.Fatal(err)
	}
	d.Env.Take(o)
	r := nav.Who{School: o.Desk.Book.SchoolID(), Name: "Alder Lane Primary", Year: "2026-27"}
	run(d, r).See("○ R. Okafor, deputy head", "○ Somebody else").Press("2").See("► ● R. Okafor").AtEverySize().Press("2").See("nav.Judge")
	if got := s.begun[0].Person.ID; got != "p1" || s.begun[0].School != r.School {
		t.Fatalf("%+v", s.begun[0])
	}
}

func TestAnotherSchoolYear(t *testing.T) {
	d, s := start(t)
	run(d, alder()).Press("right").See("Self-evaluation 2027–28, all areas").Press("left").See("this school year").Press("]", "]").See("2027–28").Press("[", "[", "[").See("2025–26").Press("enter")
	if s.begun[0].Year != "2025-26" {
		t.Fatal(s.begun[0].Year)
	}
	d, s = start(t)
	r := alder()
	r.Year = "2029-30"
	run(d, r).See("Self-evaluation 2029–30, all areas").Press("enter")
	if s.begun[0].Year != "2029-30" {
		t.Fatal(s.begun[0].Year)
	}
}

func TestSomeAreasOnly(t *testing.T) {
	d, s := start(t)
	r := alder()
	r.Areas = "5.1 5.2"
	run(d, r).See("2 areas").Press("enter").See(`nav.Judge{Area:"5.1"`)
	if fmt.Sprint(s.begun[0].Areas) != "[5.1 5.2]" {
		t.Fatal(s.begun[0].Areas)
	}
}

func TestTroubleIsSaidAndCanBeTriedAgain(t *testing.T) {
	d, s := start(t)
	s.err = errors.New("disk")
	run(d, alder()).Press("enter").See("It could not be started. What you typed is safe. Press Enter to try again.")
	s.err = &model.FieldError{Problem: "There is no room left on this disk"}
	d.Press("enter").See("There is no room left on this disk. Nothing has changed.")
	s.err = nil
	d.Press("enter").See("nav.Judge")
}

func TestNothingBeginsTwice(t *testing.T) {
	d, s := start(t)
	s.during = func() { d.Press("enter").Click(10, 7) }
	run(d, alder()).Press("enter").See("nav.Judge")
	if len(s.begun) != 1 {
		t.Fatalf("begun %d times", len(s.begun))
	}
}

func TestVeryLongNames(t *testing.T) {
	d, _ := start(t)
	r := alder()
	r.Name = strings.Repeat("Long name ", 8)
	run(d, r).Press("down", "enter").Type(strings.Repeat("very ", 60)).AtEverySize().Press("enter").AtEverySize()
}

func TestTheMouseChoosesRowsAndFields(t *testing.T) {
	d, _ := start(t)
	run(d, alder())
	y := lineOf(t, d, "Me, and other")
	d.Click(10, y).See("► ● Me").Click(10, y).Type("Jo").See("Jo")
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
