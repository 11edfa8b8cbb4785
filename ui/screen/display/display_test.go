package display_test

import (
	"errors"
	"strings"
	"testing"

	"waymark/ui"
	"waymark/ui/env"
	"waymark/ui/nav"
	"waymark/ui/screen/display"
	"waymark/ui/theme"
	"waymark/ui/uitest"
)

func begin(t *testing.T) (*uitest.Driver, *[]env.Prefs) {
	t.Helper()
	d := uitest.NewEnv(t).Begin()
	var kept []env.Prefs
	d.Env.Keep = func(p env.Prefs) error { kept = append(kept, p); return nil }
	d.Env.Prefs.Colours = theme.Match
	d.Env.Theme = theme.New(theme.Options{Mode: theme.Match, Depth: theme.True, Known: true, Dark: true})
	return d, &kept
}

// home starts at a plain home page, from which d opens the screen.
func home(d *uitest.Driver) *uitest.Driver {
	return d.Run(func(r nav.Route) ui.Screen {
		if n, ok := r.(nav.Display); ok {
			return display.New(d.Env, n)
		}
		return &uitest.Place{Route: r}
	}, nav.Home{}, 80, 24)
}

func TestThreeKeysMakeItLight(t *testing.T) {
	d, kept := begin(t)
	home(d).Press("d", "right", "enter").See("nav.Home{}", "Kept. Press d at any time to change it.")
	if d.Keys != 3 || len(*kept) != 1 || (*kept)[0].Colours != theme.Light || d.Env.Prefs.Colours != theme.Light {
		t.Fatalf("after %d keys kept %+v, now %+v", d.Keys, *kept, d.Env.Prefs)
	}
}

func TestWhatIsChosenShowsAtOnce(t *testing.T) {
	d, kept := begin(t)
	home(d).Press("d").See("● Match my window", "○ Light")
	before := d.Styled()
	d.Press("right")
	if d.Styled() == before || d.Env.Theme.Options.Mode != theme.Light {
		t.Fatal("light does not show at once")
	}
	d.Press("down", "down", "right")
	if frame := d.Frame(); strings.ContainsAny(frame, "─│┌●►") || !strings.Contains(frame, "> Lines") {
		t.Fatalf("plain lines do not show at once:\n%s", frame)
	}
	d.Press("esc").See("nav.Home{}", "─")
	if len(*kept) != 0 || !d.Env.Prefs.Same(env.Prefs{Colours: theme.Match}) || d.Env.Theme.Options.Mode != theme.Match {
		t.Fatalf("it is not as it was: %+v", d.Env.Prefs)
	}
}

func TestEveryRowCanBeSet(t *testing.T) {
	d, kept := begin(t)
	home(d).Press("d", "4", "down", "2", "down", "space", "down", "right", "enter")
	want := env.Prefs{Colours: theme.High, Roomy: true, Plain: true, NoMouse: true}
	if len(*kept) != 1 || !(*kept)[0].Same(want) {
		t.Fatalf("kept %+v, want %+v", *kept, want)
	}
	d.Press("d", "left").See("* Dark")
	d.Press("down", "9").See("Press a number from 1 to 2.")
}

func TestOnlyWhatWorksIsOffered(t *testing.T) {
	d, _ := begin(t)
	home(d).Press("d").SeeNot("Movement", "Screen reader", "Size ")
}

func TestNothingChangedIsNotWritten(t *testing.T) {
	d, kept := begin(t)
	home(d).Press("d", "enter").See("nav.Home{}")
	if len(*kept) != 0 {
		t.Fatalf("kept %+v", *kept)
	}
}

func TestWhatCannotBeKeptIsSaid(t *testing.T) {
	d, _ := begin(t)
	d.Env.Keep = func(env.Prefs) error { return errors.New("read only") }
	home(d).Press("d", "right", "enter").See("nav.Home{}", "It stays like this until you leave.")
	if d.Env.Prefs.Colours != theme.Light {
		t.Fatal("the choice is gone")
	}
	d.Press("d").See("● Light")
}

func TestWindowsWithoutColourSaySo(t *testing.T) {
	d, _ := begin(t)
	d.Env.Theme = theme.New(theme.Options{Mode: theme.Match, Depth: theme.Mono})
	home(d).Press("d").See("This window shows few colours or none").Press("down").See("Bigger letters")
}

func TestAClickChooses(t *testing.T) {
	d, _ := begin(t)
	home(d).Press("d")
	for y, l := range d.Lines() {
		if i := strings.Index(l, "○ Dark"); i >= 0 {
			d.Click(len([]rune(l[:i]))+2, y).See("● Dark")
			return
		}
	}
	t.Fatal("Dark is not there")
}

func TestFrames(t *testing.T) {
	d, _ := begin(t)
	home(d).Press("d").Golden("80x24").AtEverySize()
	d.Resize(120, 30)
	d.Golden("120x30")
	d.Resize(50, 14)
	d.Golden("50x14")
	d.Resize(80, 24)
	d.Press("down", "right").Golden("roomy-80x24").AtEverySize()
	for range 5 {
		d.Press("up", "right", "down", "down", "right", "up").AtEverySize()
	}
	d, _ = begin(t)
	d.Env.Desk = nil
	home(d)
	d.Press("d").See("Sharing").AtEverySize()
}
