package emphasise_test

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
	"waymark/ui/nav"
	"waymark/ui/screen/emphasise"
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

func school(t *testing.T) *uitest.Driver {
	t.Helper()
	d := uitest.NewEnv(t).Begin()
	levels := map[model.AreaID]model.Level{
		"1.3": 2, "1.4": 2, "2.1": 2, "2.2": 2, "2.3": 2, "2.4": 1, "2.5": 2, "3.5": 2, "3.7": 2,
		"4.1": 2, "4.2": 2, "4.4": 2, "4.5": 1, "4.6": 2, "5.3": 2, "5.4": 2,
	}
	for _, a := range d.Env.Desk.Book.Rubric().Areas {
		l := levels[a.ID]
		if l == 0 {
			l = 3
		}
		changes, err := d.Env.Desk.Book.GiveLevel(d.Env.Desk.Voice, a.ID, l)
		do(t, d, changes, err)
	}
	return d
}

// open runs the screen on top of a stand-in for the home page.
func open(t *testing.T, d *uitest.Driver, area model.AreaID, w, h int) *uitest.Driver {
	t.Helper()
	r := nav.Emphasise{Area: area}
	d.Run(uitest.Single(func() ui.Screen { return emphasise.New(d.Env, r) }), nav.Home{}, w, h)
	d.Env.Nav.Push(r)
	d.Send(struct{}{})
	return d
}

func said(d *uitest.Driver, area model.AreaID) model.Emphasis {
	return d.Env.Desk.Book.Evaluation().Area(area).Emphasis
}

func TestFrames(t *testing.T) {
	golden(t, open(t, school(t), "4.2", 80, 24), "before-80x24")
	golden(t, open(t, school(t), "4.2", 80, 24).Press("right"), "vital-80x24")
	golden(t, open(t, school(t), "2.3", 80, 24).Press("down", "down", "down", "right", "down"), "aside-80x24")
	golden(t, open(t, school(t), "4.2", 120, 30).Press("right"), "vital-120x30")
	golden(t, open(t, school(t), "4.2", 60, 18).Press("right"), "vital-60x18")
}

func TestEveryWindow(t *testing.T) {
	for _, s := range [][2]int{{200, 50}, {120, 30}, {80, 24}, {60, 18}, {50, 14}, {49, 13}} {
		d := open(t, school(t), "4.2", s[0], s[1]).Exact()
		d.Press("right").Exact().Press("down", "left").Exact().Press("down", "right").Exact().Press("down", "right", "down").Exact()
		d.Type(strings.Repeat("understanding ", 20)).Exact().Press("down").Exact().Type("spring").Exact()
	}
}

// Arrows show at once what they do; Enter keeps it as one act.
func TestArrowsShowTheEffectAndEnterKeeps(t *testing.T) {
	d := open(t, school(t), "4.2", 80, 24).See("As it is, 4.2 is not suggested: smaller need.", "Suggested now")
	d.Press("right").See("With this, 4.2 would be suggested", "comes in", "leaves the list", "Enter keeps it. Esc leaves it as it was.")
	if said(d, "4.2") != (model.Emphasis{}) {
		t.Fatal("it was kept before Enter")
	}
	d.Press("down", "2", "enter").See("place nav.Home").See("Kept for 4.2. u takes it back.")
	if got := said(d, "4.2"); got != (model.Emphasis{Importance: model.Vital, Reach: model.AGroup}) {
		t.Fatalf("kept %+v", got)
	}
	d.Press("u")
	if said(d, "4.2") != (model.Emphasis{}) {
		t.Error("one undo did not take it back")
	}
}

func TestEscLeavesItAsItWas(t *testing.T) {
	d := open(t, school(t), "4.2", 80, 24).Press("right", "down", "left", "esc").See("place nav.Home")
	if said(d, "4.2") != (model.Emphasis{}) {
		t.Errorf("kept %+v", said(d, "4.2"))
	}
}

// Going back to normal and everyone says nothing at all.
func TestBackToNormalTakesItBack(t *testing.T) {
	d := school(t)
	changes, err := d.Env.Desk.Book.Emphasise("4.2", model.Emphasis{Importance: model.Vital})
	do(t, d, changes, err)
	open(t, d, "4.2", 80, 24).See("● vital").Press("left", "enter")
	if said(d, "4.2") != (model.Emphasis{}) {
		t.Errorf("kept %+v", said(d, "4.2"))
	}
}

func TestSetAsideWithReason(t *testing.T) {
	d := open(t, school(t), "2.3", 80, 24).SeeNot("Why not now").Press("down", "down", "down", "space").See("With this, 2.3 would not be suggested: you set it aside.", "Why not now")
	d.Press("down").Type("jk new leader").Press("down").Type("after Easter").Press("enter")
	if got := said(d, "2.3"); !got.Excluded || got.Reason != "jk new leader" || got.Revisit != "after Easter" {
		t.Errorf("kept %+v", got)
	}
}

// An area is pinned or set aside, never both.
func TestPinAndAsideExclude(t *testing.T) {
	d := open(t, school(t), "4.2", 80, 24).Press("down", "down", "space").See("● yes, whatever the suggestion", "With this, 4.2 would be suggested first.")
	d.Press("down", "space").See("○ yes, whatever the suggestion", "● yes, set it aside").Press("enter")
	if got := said(d, "4.2"); got.Pinned || !got.Excluded {
		t.Errorf("kept %+v", got)
	}
}

// A reason typed and left with Esc is there again.
func TestEscKeepsTheWords(t *testing.T) {
	d := open(t, school(t), "2.3", 80, 24).Press("down", "down", "down", "space", "down").Type("new leader").Press("esc")
	e := uitest.NewEnv(t)
	e.Shelf, e.Env.Desk, e.Env.Saver, e.Env.Words = d.Shelf, d.Env.Desk, d.Env.Saver, d.Env.Words
	open(t, e, "2.3", 80, 24).Press("down", "down", "down", "space").See("new leader")
}

func TestFivePinsAreTheMost(t *testing.T) {
	d := school(t)
	for _, id := range []model.AreaID{"1.3", "1.4", "2.1", "2.2", "2.3"} {
		changes, err := d.Env.Desk.Book.Emphasise(id, model.Emphasis{Pinned: true})
		do(t, d, changes, err)
	}
	open(t, d, "4.2", 80, 24).Press("down", "down", "right").See("five is the most").Press("enter").See("Five areas must be priorities already.")
	if said(d, "4.2").Pinned {
		t.Error("a sixth was pinned")
	}
}

func TestReadOnly(t *testing.T) {
	d := school(t)
	d.Env.Desk = desk.New(d.Env.Desk.Book, d.Env.Desk.Voice, desk.Tools{Clock: d.Env.Clock, NewID: d.Env.NewID})
	open(t, d, "4.2", 80, 24).Press("right", "enter").See("This was opened to read only. Nothing has changed.", "● vital")
}

func TestAreasWithoutNeed(t *testing.T) {
	open(t, school(t), "7.1", 80, 24).See("As it is, 7.1 is not suggested: it is not below 3 Embedded.")
	open(t, uitest.NewEnv(t).Begin(), "7.1", 80, 24).Exact().See("7.1 is not suggested: it has no level yet.")
}

func TestNumbersChoose(t *testing.T) {
	d := open(t, school(t), "4.2", 80, 24).Press("1").See("● minor").Press("9").See("Press a number from 1 to 3.")
	d.Press("down", "1").See("● a few pupils")
}

func TestMouse(t *testing.T) {
	d := open(t, school(t), "4.2", 80, 24)
	for y, l := range d.Lines() {
		if strings.Contains(l, "Whom it reaches") {
			d.Click(10, y).See("► Whom it reaches").Click(10, y).See("● a few pupils")
			return
		}
	}
	t.Fatal(d.Frame())
}
