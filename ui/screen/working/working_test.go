package working_test

import (
	"errors"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"waymark/model"
	"waymark/ui"
	"waymark/ui/env"
	"waymark/ui/nav"
	"waymark/ui/screen/working"
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

// school has work to do on its subjects, doubts about one area and a year before.
func school(t *testing.T) *uitest.Driver {
	t.Helper()
	d := uitest.NewEnv(t).Begin()
	b, v := d.Env.Desk.Book, d.Env.Desk.Voice
	say := func(changes []model.Change, err error) {
		t.Helper()
		if err := d.Env.Desk.Do(changes, err); err != nil && !errors.Is(err, model.ErrNothing) {
			t.Fatal(err)
		}
	}
	levels := map[model.AreaID]model.Level{
		"1.3": 2, "1.4": 2, "2.1": 2, "2.2": 2, "2.3": 2, "2.4": 1, "2.5": 2, "3.5": 2, "3.7": 2,
		"4.1": 2, "4.2": 2, "4.4": 2, "4.5": 1, "4.6": 2, "5.3": 2, "5.4": 2, "6.1": 4, "7.1": 4,
	}
	for _, a := range b.Rubric().Areas {
		l := levels[a.ID]
		switch {
		case a.ID == "5.5":
			say(b.Judge(v, a.ID, model.Opinion{State: model.NotApplicable}))
			continue
		case a.ID == "7.5":
			continue
		case l == 0:
			l = 3
		}
		say(b.GiveLevel(v, a.ID, l))
	}
	say(b.SetConfidence(v, "4.6", model.Low))
	say(b.Emphasise("5.4", model.Emphasis{Importance: model.Vital, Reach: model.AGroup}))
	say(b.Emphasise("3.5", model.Emphasis{Excluded: true}))
	d.Env.Earlier = []env.Earlier{{Levels: map[model.AreaID]model.Level{"5.3": 3}}}
	return d
}

func open(t *testing.T, d *uitest.Driver, r nav.Working, w, h int) *uitest.Driver {
	t.Helper()
	return d.Run(uitest.Single(func() ui.Screen { return working.New(d.Env, r) }), r, w, h)
}

// whole reads the page from its start to its end.
func whole(d *uitest.Driver) string {
	d.Press("home")
	var all strings.Builder
	last := ""
	for range 60 {
		frame := d.Frame()
		if frame == last {
			break
		}
		last = frame
		all.WriteString(frame)
		d.Press("pgdown")
	}
	return strings.Join(strings.Fields(all.String()), " ")
}

func TestFrames(t *testing.T) {
	golden(t, open(t, school(t), nav.Working{}, 80, 24), "top-80x24")
	golden(t, open(t, school(t), nav.Working{Area: "5.3"}, 80, 24), "area-80x24")
	golden(t, open(t, school(t), nav.Working{}, 80, 24).Press("end"), "end-80x24")
	golden(t, open(t, school(t), nav.Working{}, 120, 30), "top-120x30")
	golden(t, open(t, school(t), nav.Working{Area: "2.3"}, 60, 18), "area-60x18")
}

func TestEveryWindow(t *testing.T) {
	for _, s := range [][2]int{{200, 50}, {120, 30}, {80, 24}, {60, 18}, {50, 14}, {49, 13}} {
		d := open(t, school(t), nav.Working{Area: "2.3"}, s[0], s[1]).Exact()
		for range 8 {
			d.Press("tab").Exact()
		}
		d.Press("end").Exact().Resize(80, 24)
		d.Exact().Resize(s[0], s[1])
		d.Exact()
	}
}

// Everything the method promises to show is on the page.
func TestTheWholeWorking(t *testing.T) {
	d := open(t, school(t), nav.Working{}, 80, 24)
	page := whole(d)
	a, err := d.Env.Answer()
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{
		"Based on 39 of 41 areas; 1 not applicable, 1 not rated.",
		"How much of the need the priorities reach together", "Areas below 3 Embedded",
		"vital, reaches a group", "slipping from 3", "low confidence",
		"Confirming " + name(d, a.CheckFirst[0].Area) + " would change your priorities most.",
		"you set it aside", "4,000 times", "number 41",
	} {
		if !strings.Contains(page, want) {
			t.Errorf("the page does not say %q:\n%s", want, page)
		}
	}
	for _, n := range a.NotChosen {
		if !strings.Contains(page, n.Why) {
			t.Errorf("the page does not say why %s is not there: %s", n.Area, n.Why)
		}
	}
	for _, id := range a.Suggested() {
		if !strings.Contains(page, name(d, id)) {
			t.Errorf("the page does not name %s", id)
		}
	}
	if strings.Contains(strings.ToLower(page), "score") {
		t.Error("the page speaks of a score")
	}
}

func name(d *uitest.Driver, id model.AreaID) string {
	a, _ := d.Env.Desk.Book.Rubric().Area(id)
	return a.Name()
}

// The page shows the suggestion it was opened from.
func TestAskedFor(t *testing.T) {
	if page := whole(open(t, school(t), nav.Working{K: 3}, 80, 24)); !strings.Contains(page, "You asked for 3.") {
		t.Errorf("the page does not know what was asked for:\n%s", page)
	}
}

func TestOpensAtTheArea(t *testing.T) {
	open(t, school(t), nav.Working{Area: "5.3"}, 80, 24).See("5.3 Extra help that works").Press("enter").See(`nav.Emphasise{Area:"5.3"}`)
	open(t, school(t), nav.Working{Area: "1.1"}, 80, 24).See("1.1 is not below the expected level, so it carries no need.")
}

func TestTabGoesFromPartToPart(t *testing.T) {
	d := open(t, school(t), nav.Working{}, 80, 24).See("1 of ")
	d.Press("tab").See("2 of ").Press("tab").See("3 of ", "Areas below 3 Embedded").Press("shift+tab").See("2 of ")
	d.Press("end", "tab").See("1 of ")
}

func TestCopy(t *testing.T) {
	d := open(t, school(t), nav.Working{}, 80, 24).Press("y").See("Copied.")
	if !strings.HasPrefix(d.Files.Copied, "How the suggestion came about\n") || strings.Contains(d.Files.Copied, "\x1b") {
		t.Errorf("copied:\n%s", d.Files.Copied)
	}
}

func TestNothingJudged(t *testing.T) {
	open(t, uitest.NewEnv(t).Begin(), nav.Working{}, 80, 24).Exact().See("Based on 0 of 41 areas; 41 not rated.", "nothing carries need")
}

func TestLongNames(t *testing.T) {
	for _, s := range [][2]int{{200, 50}, {120, 30}, {80, 24}, {60, 18}, {50, 14}} {
		d := uitest.NewEnv(t)
		for i := range d.Shelf.Rubric.Areas {
			d.Shelf.Rubric.Areas[i].Title = strings.Repeat("Understanding ", 8)
		}
		d.Begin()
		for _, a := range d.Env.Desk.Book.Rubric().Areas {
			changes, err := d.Env.Desk.Book.GiveLevel(d.Env.Desk.Voice, a.ID, 2)
			if err := d.Env.Desk.Do(changes, err); err != nil {
				t.Fatal(err)
			}
		}
		open(t, d, nav.Working{Area: "2.3"}, s[0], s[1])
		for range 30 {
			d.Exact().Press("pgdown")
		}
	}
}
