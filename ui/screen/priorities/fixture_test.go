package priorities_test

import (
	"errors"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"waymark/model"
	"waymark/ui"
	"waymark/ui/nav"
	"waymark/ui/screen/priorities"
	"waymark/ui/uitest"
)

var update = flag.Bool("update", false, "write the golden frames anew")

// golden compares the frame with testdata/name.txt.
func golden(t *testing.T, d *uitest.Driver, name string) {
	t.Helper()
	path := filepath.Join("testdata", name+".txt")
	got := d.Exact().Frame() + "\n"
	if *update {
		if err := os.MkdirAll("testdata", 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if string(want) != got {
		t.Errorf("%s differs. It is now:\n%s\nand was:\n%s", name, got, want)
	}
}

// school is an ordinary school: calm and warm, with work to do on its subjects.
// Areas that are not named are at 3.
func school() map[model.AreaID]model.Level {
	return map[model.AreaID]model.Level{
		"1.3": 2, "1.4": 2, "2.1": 2, "2.2": 2, "2.3": 2, "2.4": 1, "2.5": 2, "3.5": 2, "3.7": 2,
		"4.1": 2, "4.2": 2, "4.4": 2, "4.5": 1, "4.6": 2, "5.3": 2, "5.4": 2, "6.1": 4, "7.1": 4,
	}
}

// judge gives every area a level, 3 where levels says nothing.
func judge(t *testing.T, d *uitest.Driver, levels map[model.AreaID]model.Level) {
	t.Helper()
	for _, a := range d.Env.Desk.Book.Rubric().Areas {
		l := levels[a.ID]
		if l == 0 {
			l = 3
		}
		do(t, d)(d.Env.Desk.Book.GiveLevel(d.Env.Desk.Voice, a.ID, l))
	}
}

func do(t *testing.T, d *uitest.Driver) func([]model.Change, error) {
	return func(changes []model.Change, err error) {
		t.Helper()
		if err := d.Env.Desk.Do(changes, err); err != nil && !errors.Is(err, model.ErrNothing) {
			t.Fatal(err)
		}
	}
}

// open runs the screen, on top of a stand-in for the home page.
func open(t *testing.T, d *uitest.Driver, w, h int) *uitest.Driver {
	t.Helper()
	return d.Run(uitest.Single(func() ui.Screen { return priorities.New(d.Env, nav.Priorities{}) }), nav.Priorities{}, w, h)
}

// judged is an ordinary school whose every area is judged.
func judged(t *testing.T, w, h int) *uitest.Driver {
	t.Helper()
	d := uitest.NewEnv(t).Begin()
	judge(t, d, school())
	return open(t, d, w, h)
}

// plan is the accepted priorities in order.
func plan(d *uitest.Driver) []model.Priority { return d.Env.Desk.Book.Evaluation().Priorities }

func titles(d *uitest.Driver) string {
	var all []string
	for _, p := range plan(d) {
		all = append(all, p.Title)
	}
	return strings.Join(all, " | ")
}
