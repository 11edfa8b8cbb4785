package library_test

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"waymark/model"
	"waymark/ui"
	"waymark/ui/env"
	"waymark/ui/nav"
	"waymark/ui/screen/area"
	"waymark/ui/screen/library"
	"waymark/ui/uitest"
)

// shelf has more rubrics than one, and forgets or loses them when told to.
type shelf struct {
	*uitest.Shelf
	more []model.Rubric
	fail error
}

func (s shelf) Rubrics(ctx context.Context) ([]env.RubricEntry, error) {
	all, err := s.Shelf.Rubrics(ctx)
	for _, r := range s.more {
		all = append(all, env.RubricEntry{Hash: r.Hash(), Rubric: r, Shipped: r.ID != s.Rubric.ID})
	}
	if s.fail != nil {
		return nil, s.fail
	}
	return all, err
}

func small() model.Rubric {
	level := func(n string) model.LevelName { return model.LevelName{Name: n} }
	return model.Rubric{
		ID: "small", Edition: "1", Title: "A small rubric", Summary: "Three things. That is all of it.", Kind: model.KindSchool, Language: "en-GB",
		Scale:  model.Scale{ID: "s", Levels: []model.LevelName{level("Low"), level("Mid"), level("High")}, Expected: 2},
		Groups: []model.Group{{ID: "1", Title: "All"}},
		Areas: []model.Area{
			{ID: "1.1", Group: "1", Title: "Doors", Scope: "Those that open.", Question: "Do they?", Levels: []string{"Shut.", "Ajar.", "Open to zebras."}},
			{ID: "1.2", Group: "1", Title: "Windows", Scope: "Those that shine.", Question: "Do they?", Levels: []string{"Dull.", "Clear.", "Bright."}, Vision: "A zebra looks in."},
			{ID: "1.3", Group: "1", Title: "Zebras", Scope: "Those that run.", Question: "Do they?", Levels: []string{"Slow.", "Quick.", "Fast."}, LookFors: []string{"A door left open."}},
		},
		NotCovered: []string{"Roofs and gutters", "Cellars"},
	}
}

func pulse() model.Rubric {
	return model.Rubric{
		ID: "pulse", Edition: "1", Title: "A pulse", Summary: "Asked of people.", Kind: model.KindPulse, Language: "en-GB",
		Groups: []model.Group{{ID: "1", Title: "Rest", Items: []model.Item{{ID: "1.s1", Asks: model.AskStaff, Text: "I rest."}, {ID: "1.p1", Asks: model.AskPupils, Text: "I play."}}}},
	}
}

func newDriver(t *testing.T) *uitest.Driver {
	t.Helper()
	d := uitest.NewEnv(t)
	d.Env.Shelf = shelf{Shelf: d.Shelf, more: []model.Rubric{small(), pulse()}}
	return d
}

func open(d *uitest.Driver, r nav.Route) *uitest.Driver {
	d.Run(func(r nav.Route) ui.Screen {
		switch r := r.(type) {
		case nav.Library:
			return library.New(d.Env, r)
		case nav.AreaPage:
			return area.New(d.Env, r)
		}
		return &uitest.Place{Route: r}
	}, nav.Welcome{}, 80, 24)
	d.Env.Nav.Push(r)
	d.Send(nil)
	return d
}

func one(d *uitest.Driver, r model.Rubric) *uitest.Driver {
	return open(d, nav.Library{Rubric: r.Hash()})
}

func TestTheListOfRubrics(t *testing.T) {
	d := open(newDriver(t), nav.Library{}).See("Which rubric do you want to read?", "► The whole school", "not read yet", "41 areas in 7 groups, 4 levels", "A small rubric", "A pulse", "/ search")
	d.Golden("list-80x24").AtEverySize()
	d.Resize(120, 30)
	d.Golden("list-120x30")
	d.Resize(80, 24)
	d.Press("down").See("► A small rubric", "3 areas in 1 group, 3 levels").Press("enter").See("Waymark › Rubrics › A small rubric", "Three things.")
	d.Press("esc").See("► A small rubric").Press("3", "3").See("Rubrics › A pulse", "2 statements in 1 group").SeeNot("Read it in order").Press("enter").See("nav.Areas{")
	d.Press("esc", "esc", "esc").See("nav.Welcome{}")
}

func TestTheOpenRubricIsChosenFirst(t *testing.T) {
	d := newDriver(t)
	d.Begin()
	d.Env.Shelf = shelf{Shelf: d.Shelf, more: []model.Rubric{small()}}
	d.Shelf.Rubric = pulse()
	open(d, nav.Library{}).See("A pulse", "A small rubric", "► The whole school")
	d.Env.Shelf = shelf{Shelf: d.Shelf, fail: errors.New("disk")}
	open(d, nav.Library{}).See("► The whole school").SeeNot("A pulse")
}

func TestEditionsOfOneNameAreToldApart(t *testing.T) {
	d := newDriver(t)
	reworded, next := d.Shelf.Rubric, d.Shelf.Rubric
	reworded.Summary = "Worded otherwise."
	next.Edition = "2027"
	d.Env.Shelf = shelf{Shelf: d.Shelf, more: []model.Rubric{reworded, next}}
	open(d, nav.Library{}).See("The whole school, earlier", "The whole school 2027")
	d.Press("/").Type("breadth").See("The whole school 2027")
}

func TestOneRubric(t *testing.T) {
	d := one(newDriver(t), small()).See("► Read it in order, an area at a time", "not read yet", "Look around in it", "What it does not cover", "Roofs and gutters", "Cellars", "Enter begin")
	d.Golden("rubric-80x24").AtEverySize()
	d.Press("down", "enter").See("nav.Areas{").Press("esc", "down").See("► Try your eye", "nothing is recorded").Press("enter").See("nav.Calibrate{").Press("esc", "down").See("► What it does not cover", "Enter read about it")
	d.Resize(50, 14)
	d.See("Roofs and gutters").Press("enter").See("nav.Areas{")
}

func TestTheTourMarksWhatWasRead(t *testing.T) {
	d, r := newDriver(t), small()
	var kept []env.Prefs
	d.Env.Keep = func(p env.Prefs) error { kept = append(kept, p); return nil }
	one(d, r).Press("enter").See("1.1  Doors", "0 of 3 read", "Enter mark as read, go on").Golden("tour-80x24").AtEverySize()
	d.Press("enter").See("1.2  Windows", "1 of 3 read").SeeNot("● read")
	if len(kept) != 1 || !slices.Equal(kept[0].Read[r.Hash()], []model.AreaID{"1.1"}) {
		t.Fatalf("kept %+v", kept)
	}
	d.Press("[").See("1.1  Doors", "● read", "1 of 3 read").Press("enter").See("1.2  Windows")
	if len(kept) != 1 {
		t.Fatal("what was marked before was kept again")
	}
	d.Press("]", "esc").See("Read on at 1.2", "1 of 3 read", "Enter read on").Press("enter").See("1.2  Windows").Press("space", "enter")
	d.See("You have read all 3 areas.", "Read it in order again", "3 of 3 read").Press("enter").See("1.1  Doors", "● read", "3 of 3 read")
	if len(kept) != 3 || len(kept[0].Read[r.Hash()]) != 1 || len(kept[2].Read[r.Hash()]) != 3 {
		t.Fatalf("kept %+v", kept)
	}
	d.Press("esc", "esc").See("nav.Welcome{}")
	open(d, nav.Library{}).See("3 of 3 read", "not read yet")
}

func TestTheLastPageSaysWhatIsLeft(t *testing.T) {
	one(newDriver(t), small()).Press("enter", "]", "]", "enter").See("That was the last one. 2 left to read.", "Read on at 1.1")
}

func TestMarksThatCannotBeKeptAreSaid(t *testing.T) {
	d := newDriver(t)
	d.Env.Keep = func(env.Prefs) error { return errors.New("disk full") }
	one(d, small()).Press("enter", "enter").See("1.2  Windows", "Marked for now; it could not be kept for next time. Your work is safe.", "1 of 3 read")
}

func TestTheTourShowsNoJudgement(t *testing.T) {
	d := uitest.NewEnv(t).Begin().Judge("3333")
	n := d.Env.Desk.Book.Len()
	open(d, nav.AreaPage{Rubric: d.Shelf.Rubric.Hash(), Area: "1.2", Tour: true}).SeeNot("■■■□ 3", "the level given").See("0 of 41 read")
	for range 30 {
		d.Press("enter")
	}
	d.SeeNot("0 of 41 read")
	if d.Env.Desk.Book.Len() != n {
		t.Fatal("reading wrote something")
	}
}

func TestAnAreaThatFitsTakesOneKey(t *testing.T) {
	d := uitest.NewEnv(t)
	one(d, d.Shelf.Rubric).Press("enter")
	d.Resize(80, 140)
	keys := d.Keys
	for range 41 {
		d.Press("enter")
	}
	d.See("You have read all 41 areas.")
	if d.Keys-keys != 41 {
		t.Fatal("an area took more than a key where it fits")
	}
}

func TestSearchAcrossAllRubrics(t *testing.T) {
	d := open(newDriver(t), nav.Library{}).Press("/").See("Names, levels, visions and look-fors are searched.", "Type a word.").AtEverySize()
	d.Type("zebr").See("3 areas match", "► 1.3 Zebras", "A small rubric", "Open to zebras.", "A zebra looks in.").Golden("search-80x24").AtEverySize()
	if lines := strings.Join(d.Lines(), "\n"); strings.Index(lines, "1.3 Zebras") > strings.Index(lines, "1.1 Doors") {
		t.Error("names do not come first")
	}
	d.Press("enter").See("1.3  Zebras", "Those that run.").Press("esc").See("zebr", "► 1.3 Zebras")
	d.Press("down").See("► 1.1 Doors", "Enter open 1.1").Press("ctrl+z").See("Names, levels")
	d.Type("door left").See("3 areas match", "► 1.3 Zebras", "A door left open.")
	d.Press("ctrl+z", "ctrl+z").Type("qqqq").See("Nothing matches ‘qqqq’.", "Change what you typed").Press("enter").See("qqqq")
	d.Press("esc").See("Which rubric do you want to read?").Press("/").See("Names, levels")
	d.Type("content pinned").See("► 1.3 Content pinned down", "The whole school")
	d.Paste(" q\x1b[31m").See("content pinnedq")
}

func TestSearchFromARubricAndWithoutOne(t *testing.T) {
	one(newDriver(t), small()).Press("/").Type("breadth").See("1.1 Breadth and fair access")
	d := newDriver(t).Begin()
	d.Env.Shelf = shelf{Shelf: d.Shelf, more: []model.Rubric{small()}}
	open(d, nav.Library{}).Press("/").Type("w").See("areas match", "1.2 Windows").SeeNot("nav.Find")
	open(d, nav.Library{}).Press("ctrl+f").See("Names, levels")
}

func TestEveryResultIsReached(t *testing.T) {
	d := open(newDriver(t), nav.Library{}).Press("/").Type("pupils")
	for range 45 {
		d.Press("down").Exact().See("►")
	}
	d.Press("pgup", "pgdown", "end").See("►").Press("home").See("►").AtEverySize()
}

func TestTroubleReadingIsSaid(t *testing.T) {
	d := uitest.NewEnv(t)
	d.Env.Shelf = shelf{Shelf: d.Shelf, fail: errors.New("disk")}
	open(d, nav.Library{}).See("No rubric could be read. Your work is safe. Press Esc to go back.").AtEverySize()
	d.Press("enter", "down", "/", "1", "esc").See("nav.Welcome{}")
	open(newDriver(t), nav.Library{Rubric: "nothing"}).See("No rubric could be read.")
}

func TestTheMouse(t *testing.T) {
	d := open(newDriver(t), nav.Library{})
	y := lineOf(t, d, "A small rubric")
	d.Click(10, y).See("► A small rubric").Click(10, lineOf(t, d, "► A small rubric")).See("Rubrics › A small rubric")
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

func TestLongNamesFit(t *testing.T) {
	d := uitest.NewEnv(t)
	var many []model.Rubric
	for i := range 40 {
		r := small()
		r.ID, r.Title, r.Summary = fmt.Sprint("r", i), strings.Repeat("界 Ünbelievably long title ", 6), strings.Repeat("wordwithoutend", 30)
		r.NotCovered = []string{strings.Repeat("wordwithoutend", 30)}
		r.Areas[0].Title = r.Title
		many = append(many, r)
	}
	d.Env.Shelf = shelf{Shelf: d.Shelf, more: many}
	open(d, nav.Library{}).Press("end").AtEverySize().Press("enter").AtEverySize().Press("end").AtEverySize().Press("/").Type("ünb").AtEverySize().See("40 areas match")
}
