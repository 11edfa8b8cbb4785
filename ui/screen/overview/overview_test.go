package overview_test

import (
	"errors"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"waymark/model"
	"waymark/model/desk"
	"waymark/ui"
	"waymark/ui/env"
	"waymark/ui/nav"
	"waymark/ui/screen/overview"
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

func do(t *testing.T, d *uitest.Driver, changes []model.Change, err error) {
	t.Helper()
	if err := d.Env.Desk.Do(changes, err); err != nil && !errors.Is(err, model.ErrNothing) {
		t.Fatal(err)
	}
}

// prepared is a school partly judged, with a flag, doubts and a year before.
func prepared(t *testing.T) *uitest.Driver {
	t.Helper()
	d := uitest.NewEnv(t).Begin()
	v, b := d.Env.Desk.Voice, d.Env.Desk.Book
	say := func(changes []model.Change, err error) { t.Helper(); do(t, d, changes, err) }
	levels := map[model.AreaID]model.Level{"1.3": 2, "2.1": 2, "2.4": 1, "2.5": 2, "4.5": 1, "5.3": 2, "6.1": 4, "7.1": 4, "7.4": 4}
	for _, a := range b.Rubric().Areas {
		l := levels[a.ID]
		if l == 0 {
			l = 3
		}
		if a.ID != "3.7" && a.ID != "5.5" && a.ID != "4.6" {
			say(b.GiveLevel(v, a.ID, l))
		}
	}
	say(b.Judge(v, "5.5", model.Opinion{State: model.NotApplicable}))
	say(b.Judge(v, "4.6", model.Opinion{State: model.NoEvidence}))
	say(b.SetConfidence(v, "5.3", model.Low))
	say(b.SetFlag(v, "5.3", true))
	say(b.SetConfidence(v, "1.3", model.Low))
	say(b.SetFlag(v, "2.4", true))
	say(b.WriteNote(v, "n1", model.NoteText{Area: "5.3", Text: "Reading groups run late"}))
	d.Env.Earlier = []env.Earlier{{Levels: map[model.AreaID]model.Level{"1.1": 2, "5.3": 3, "3.7": 1}}}
	return d
}

func open(t *testing.T, d *uitest.Driver, w, h int) *uitest.Driver {
	t.Helper()
	return d.Run(uitest.Single(func() ui.Screen { return overview.New(d.Env, nav.Overview{}) }), nav.Overview{}, w, h)
}

func TestFrames(t *testing.T) {
	golden(t, open(t, prepared(t), 80, 24).Press("down", "down", "down", "down", "right", "right"), "overview-80x24")
	golden(t, open(t, prepared(t), 120, 30).Press("down", "down", "down", "down", "right", "right"), "overview-120x30")
	golden(t, open(t, prepared(t), 60, 18), "overview-60x18")
	golden(t, open(t, prepared(t), 80, 24).Press("o"), "by-level-80x24")
	golden(t, open(t, uitest.NewEnv(t).Begin(), 80, 24), "empty-80x24")
}

func TestEveryWindow(t *testing.T) {
	for _, s := range [][2]int{{200, 50}, {120, 30}, {110, 22}, {80, 24}, {60, 18}, {50, 14}, {49, 13}} {
		d := open(t, prepared(t), s[0], s[1]).Exact()
		d.Press("o").Exact().Press("o").Exact().Press("end").Exact().Press("?").Exact().Press("esc", "m").Exact()
	}
}

func TestStatusTellsTheCell(t *testing.T) {
	d := open(t, prepared(t), 80, 24).See("1.1 Breadth and fair access to every subject: 3 Embedded", "Was 2.")
	d.Press("down", "down", "down", "down", "right", "right").See("5.3 Extra help that works: 2 Developing, low confidence, flagged. Was 3.", "[2*?]")
	d.Press("right", "right").See("5.5 Pupils who arrive, move or are looked after: does not apply to us")
	d.Press("home", "down", "down", "left").See("2.5")
}

// Last year's level waits until this year's has been given.
func TestBlindFirst(t *testing.T) {
	d := open(t, prepared(t), 120, 30).Press("down", "down", "end")
	d.Press("home", "down", "down", "right", "right", "right", "right", "right", "right").See("3.7 Study habits and work beyond the lesson: not judged yet").SeeNot("Was 1")
	judge37(t, d)
	d.Press("left", "right").See("Was 1")
}

func judge37(t *testing.T, d *uitest.Driver) {
	t.Helper()
	changes, err := d.Env.Desk.Book.GiveLevel(d.Env.Desk.Voice, "3.7", 2)
	do(t, d, changes, err)
}

// The middle is a level somebody gave, or the two in the middle: never an average.
func TestMiddleIsNeverAnAverage(t *testing.T) {
	d := uitest.NewEnv(t).Begin()
	for i, a := range d.Env.Desk.Book.Rubric().AreasIn("4")[:4] {
		changes, err := d.Env.Desk.Book.GiveLevel(d.Env.Desk.Voice, a.ID, model.Level(i+1))
		do(t, d, changes, err)
	}
	open(t, d, 80, 24).See("■■□□ 2–3").SeeNot("2.5 ")
}

func TestOrders(t *testing.T) {
	d := open(t, prepared(t), 80, 24).Press("down").See("2.1").Press("o").See("Now lowest level first in each group.", "lowest … highest")
	d.Press("left", "home", "down").See("2.4 Subject-specific professional learning: 1 Early")
	d.Press("o").See("least sure first").Press("home").See("1.3 Content pinned down: 2 Developing, low confidence")
	d.Press("o").See("Now in rubric order.")
}

func TestEnterOpensTheArea(t *testing.T) {
	open(t, prepared(t), 80, 24).Press("down", "right", "enter").See(`nav.Judge{Area:"2.2", Once:true}`)
	open(t, prepared(t), 80, 24).Press("x").See("nav.Export{")
	open(t, prepared(t), 80, 24).Press("n").See(`nav.Note{Area:"1.1"`)
}

func TestFlagAndCopy(t *testing.T) {
	d := open(t, prepared(t), 80, 24).Press("f").See("1.1 is flagged to talk about.", "[3*]")
	d.Press("f").See("1.1 is no longer flagged.").SeeNot("[3*]")
	d.Press("y").See("Copied.")
	if !strings.Contains(d.Files.Copied, "5.3\tExtra help that works\t2 Developing, low confidence*?") {
		t.Errorf("copied:\n%s", d.Files.Copied)
	}
}

func TestReadOnly(t *testing.T) {
	d := prepared(t)
	d.Env.Desk = desk.New(d.Env.Desk.Book, d.Env.Desk.Voice, desk.Tools{Clock: d.Env.Clock, NewID: d.Env.NewID})
	open(t, d, 80, 24).Press("f").See("This was opened to read only. Nothing has changed.")
}

func TestMouse(t *testing.T) {
	d := open(t, prepared(t), 80, 24)
	for y, l := range d.Lines() {
		if x := strings.Index(l, "2*?"); x >= 0 {
			x = len([]rune(l[:x]))
			d.Click(x, y).See("5.3 Extra help that works").Click(x, y).See("nav.Judge")
			return
		}
	}
	t.Fatal("no cell to click:\n" + d.Frame())
}

func TestLongNames(t *testing.T) {
	for _, s := range [][2]int{{200, 50}, {120, 30}, {80, 24}, {60, 18}, {50, 14}} {
		d := uitest.NewEnv(t)
		r := d.Shelf.Rubric
		for i := range r.Groups {
			r.Groups[i].Title = strings.Repeat("Understanding ", 8)
		}
		for i := range r.Areas {
			r.Areas[i].Title, r.Areas[i].Group = strings.Repeat("Understanding ", 8), r.Groups[i%2].ID
		}
		r.Groups = r.Groups[:2]
		d.Shelf.Rubric = r
		open(t, d.Begin(), s[0], s[1]).Exact().Press("end").Exact().See("[·]")
	}
}
