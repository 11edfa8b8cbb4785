package trouble_test

import (
	"context"
	"errors"
	"strings"
	"testing"

	"waymark/model"
	"waymark/ui"
	"waymark/ui/env"
	"waymark/ui/nav"
	"waymark/ui/screen/trouble"
	"waymark/ui/uitest"
)

// shelf takes ways out that are made up.
type shelf struct {
	*uitest.Shelf
	asked  []string
	err    error
	empty  bool // the file opens, and nothing is in it
	during func()
}

func (s *shelf) Resolve(ctx context.Context, choice string) (env.Opened, error) {
	s.asked = append(s.asked, choice)
	if s.during != nil {
		s.during()
	}
	if s.err != nil || s.empty {
		return env.Opened{}, s.err
	}
	return s.Begin(ctx, env.Beginning{Name: "Alder Lane Primary", Rubric: s.Rubric.Hash(), Year: "2026-27"})
}

func start(t *testing.T) (*uitest.Driver, *shelf) {
	t.Helper()
	d := uitest.NewEnv(t)
	s := &shelf{Shelf: d.Shelf}
	d.Env.Shelf = s
	d.Env.Trouble = &env.Trouble{
		Heading: "Your file cannot be opened yet",
		Lines:   []string{"Another program is using “waymark.db”. OneDrive may be copying it. Your work is safe.", "Nothing in it has been changed."},
		Detail:  "locked: open: resource busy",
		Choices: []env.Choice{{ID: "again", Words: "Try again"}, {ID: "read", Words: "Open it to read, without changing anything"}},
	}
	return d, s
}

func run(d *uitest.Driver) *uitest.Driver {
	return d.Run(func(r nav.Route) ui.Screen {
		if r, ok := r.(nav.OpenProblem); ok {
			return trouble.New(d.Env, r)
		}
		return &uitest.Place{Route: r}
	}, nav.OpenProblem{}, 80, 24)
}

func TestWhyAndWhatCanBeDone(t *testing.T) {
	d, _ := start(t)
	run(d).See("Your file cannot be opened yet", "OneDrive may be copying it.", "► Try again", "Leave Waymark for now", "Nothing in your file has been changed. Choose what to do.")
	d.Golden("trouble-80").AtEverySize()
	d.Resize(120, 30)
	d.Golden("trouble-120")
	d.Env.Prefs.Roomy = true
	d.AtEverySize()
}

func TestAWayOutOpensTheFile(t *testing.T) {
	d, s := start(t)
	s.during = func() { d.Press("enter").Click(10, 9) }
	run(d).Press("down", "enter").See("nav.Home{}")
	if strings.Join(s.asked, " ") != "read" || d.Env.Trouble != nil || d.Env.Desk == nil {
		t.Fatalf("asked for %v, trouble %v", s.asked, d.Env.Trouble)
	}
}

func TestAFileWithoutSchoolsLeadsToTheFirstPage(t *testing.T) {
	d, s := start(t)
	s.empty = true
	run(d).Press("enter").See("nav.Welcome{}")
	if d.Env.Trouble != nil {
		t.Fatal("there is still trouble")
	}
}

func TestAWayOutThatFailsSaysWhyAndCanBeTriedAgain(t *testing.T) {
	d, s := start(t)
	s.err = &model.FieldError{Problem: "“waymark.db” is still in use"}
	run(d).Press("enter").See("There is a problem", "“waymark.db” is still in use.", "Nothing in your file has been changed. Choose again, or leave.", "► Try again").AtEverySize()
	s.err = errors.New("disk: bad news")
	d.Press("enter").See("That did not work. Nothing has been changed.").SeeNot("bad news")
	s.err = nil
	d.Press("enter").See("nav.Home{}")
}

func TestTheDetailsAreShownAndCopied(t *testing.T) {
	d, _ := start(t)
	run(d).Press("v").See("Details for IT support", "locked: open: resource busy", "These details name no school").AtEverySize()
	d.Press("y").See("Copied.")
	if d.Files.Copied != "locked: open: resource busy" {
		t.Fatal(d.Files.Copied)
	}
	d.Press("esc").See("► Try again").Press("3").See("► Show the details").Press("3").See("Details for IT support").Press("enter").See("► Show the details")
}

func TestLeaving(t *testing.T) {
	d, _ := start(t)
	run(d).Press("end").See("Enter leave", "You can try again at any time.").Press("enter")
	if !d.Quit() {
		t.Fatal("still here")
	}
	d, _ = start(t)
	if run(d).Press("q", "enter"); !d.Quit() {
		t.Fatal("still here")
	}
}

func TestEscDoesNotLeadIntoNothing(t *testing.T) {
	d, _ := start(t)
	run(d).Press("esc", "esc").See("► Try again")
}

func TestLongWordsAndNone(t *testing.T) {
	d, _ := start(t)
	d.Env.Trouble.Lines = []string{strings.Repeat("A long reason. ", 60)}
	d.Env.Trouble.Detail = strings.Repeat("long detail ", 200)
	run(d).AtEverySize().See("► Try again").Press("v").AtEverySize()
	d.Env.Trouble = nil
	run(d).See("Leave Waymark for now").AtEverySize()
}

func TestTheMouseTakesAWayOut(t *testing.T) {
	d, s := start(t)
	run(d)
	for y, l := range d.Lines() {
		if strings.Contains(l, "Open it to read") {
			d.Click(10, y).See("► Open it to read").Click(10, y).See("nav.Home{}")
		}
	}
	if len(s.asked) != 1 {
		t.Fatal(s.asked)
	}
}
