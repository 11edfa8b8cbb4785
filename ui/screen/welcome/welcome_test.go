package welcome_test

import (
	"context"
	"errors"
	"strings"
	"testing"

	"waymark/model"
	"waymark/ui"
	"waymark/ui/env"
	"waymark/ui/nav"
	"waymark/ui/screen/welcome"
	"waymark/ui/uitest"
)

func start(t *testing.T) *uitest.Driver {
	t.Helper()
	return run(uitest.NewEnv(t))
}

func run(d *uitest.Driver) *uitest.Driver {
	return d.Run(uitest.Single(func() ui.Screen { return welcome.New(d.Env, nav.Welcome{}) }), nav.Welcome{}, 80, 24)
}

func TestTheFirstPage(t *testing.T) {
	d := start(t)
	d.Golden("welcome-80")
	d.Resize(120, 30)
	d.Golden("welcome-120")
	d.AtEverySize()
	d.Env.Prefs.Roomy = true
	d.AtEverySize().See("► Start a self-evaluation of my school", "Explore with an example school")
}

func TestOneKeyStartsOnOnesOwnSchool(t *testing.T) {
	d := start(t)
	if d.Press("enter").See("nav.SchoolName"); d.Keys != 1 {
		t.Fatalf("%d keys", d.Keys)
	}
}

func TestTheExampleIsOpenedAndMarked(t *testing.T) {
	d := start(t)
	d.Press("down").See("The example is made up and kept apart.", "Enter explore").Press("enter").See("nav.Home{}")
	if !d.Env.Example || d.Env.Desk == nil {
		t.Fatal("the example is not open")
	}
}

func TestARubricCanBeReadFirst(t *testing.T) {
	d := start(t)
	d.Press("down", "down").See("Nothing is judged while you read", "Enter read").Press("enter").See("nav.Library{")
}

func TestNumbersChooseTooAndTwiceOpens(t *testing.T) {
	d := start(t)
	d.Press("9").See("► Start").Press("2").See("► Explore").Press("2").See("nav.Home{}")
}

func TestTheMouseChoosesAndOpens(t *testing.T) {
	d := start(t)
	y := lineOf(t, d, "Explore with")
	d.Click(10, y).See("► Explore").Click(10, y).See("nav.Home{}")
}

func TestAnExampleThatCannotBeOpenedSaysSo(t *testing.T) {
	d := uitest.NewEnv(t)
	shelf := &broken{Shelf: d.Shelf, err: errors.New("disk gone")}
	d.Env.Shelf = shelf
	run(d).Press("down", "enter").See("The example school could not be opened. Press Enter to try again.", "► Explore")
	shelf.err = &model.FieldError{Problem: "There is no room left on this disk"}
	d.Press("enter").See("There is no room left on this disk. Nothing has changed.")
	shelf.err = nil
	d.Press("enter").See("nav.Home{}")
}

func TestKeysTypedWhileTheExampleOpensWait(t *testing.T) {
	d := uitest.NewEnv(t)
	shelf := &broken{Shelf: d.Shelf}
	shelf.during = func() { d.Press("x").Click(10, 12) }
	d.Env.Shelf = shelf
	run(d).Press("down", "enter").See("nav.Home{}")
	if shelf.calls != 1 {
		t.Fatalf("opened %d times", shelf.calls)
	}
}

type broken struct {
	*uitest.Shelf
	err    error
	during func()
	calls  int
}

func (b *broken) Example(ctx context.Context) (env.Opened, error) {
	b.calls++
	if b.during != nil {
		b.during()
	}
	if b.err != nil {
		return env.Opened{}, b.err
	}
	return b.Shelf.Example(ctx)
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
