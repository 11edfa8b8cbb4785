package rubric_test

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"

	"waymark/model"
	"waymark/ui"
	"waymark/ui/env"
	"waymark/ui/keys"
	"waymark/ui/nav"
	"waymark/ui/screen/rubric"
	"waymark/ui/uitest"
)

// shelf is a shelf that knows more rubrics and reads files that are made up.
type shelf struct {
	*uitest.Shelf
	more    []env.RubricEntry
	err     error // of Rubrics
	refusal error // of Install
	asked   []string
}

func (s *shelf) Rubrics(ctx context.Context) ([]env.RubricEntry, error) {
	if s.err != nil {
		return nil, s.err
	}
	all, err := s.Shelf.Rubrics(ctx)
	return append(all, s.more...), err
}

func (s *shelf) Install(_ context.Context, path string) (env.RubricEntry, error) {
	s.asked = append(s.asked, path)
	if s.refusal != nil {
		return env.RubricEntry{}, s.refusal
	}
	return trust(), nil
}

// trust is a small rubric as a trust could send one.
func trust() env.RubricEntry {
	r := model.Rubric{
		ID: "trust", Edition: "3", Title: "Our trust’s ten questions", Kind: model.KindSchool,
		Scale:  model.Scale{Levels: []model.LevelName{{Name: "Not yet"}, {Name: "Nearly"}, {Name: "Yes"}}},
		Groups: []model.Group{{ID: "A", Title: "All"}},
		Areas:  []model.Area{{ID: "A1", Group: "A", Title: "First"}, {ID: "A2", Group: "A", Title: "Second"}},
	}
	return env.RubricEntry{Hash: "trust-hash", Rubric: r}
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
		if r, ok := r.(nav.ChooseRubric); ok {
			return rubric.New(d.Env, r)
		}
		return &uitest.Place{Route: r}
	}, nav.Welcome{}, 80, 24)
	d.Env.Nav.Push(nav.ChooseRubric{Name: "Alder Lane Primary", Year: "2026-27"})
	d.Send(nil)
	return d
}

func goes(d *uitest.Driver, hash, areas string) string {
	return fmt.Sprintf("%#v", nav.Who{Name: "Alder Lane Primary", Rubric: hash, Areas: areas, Year: "2026-27"})
}

func TestEnterTakesTheWholeSchool(t *testing.T) {
	d, s := start(t)
	run(d).See("What do you want to judge?", "Question 2 of 3", "► ● The whole school", "41 areas in 7 groups, 4 levels each", "Allow two meetings of about 90 minutes")
	d.Golden("rubric-80").AtEverySize()
	d.Resize(120, 30)
	d.Golden("rubric-120")
	d.Env.Prefs.Roomy = true
	d.AtEverySize()
	d.Press("enter")
	saysRoute(t, d, goes(d, s.Rubric.Hash(), ""))
}

// saysRoute looks for a route that the frame may have cut at its edge.
func saysRoute(t *testing.T, d *uitest.Driver, want string) {
	t.Helper()
	d.Resize(400, 24)
	d.See(want)
}

func TestEnterPressedBeforeTheRubricsAreReadWaits(t *testing.T) {
	d, _ := start(t)
	s := rubric.New(d.Env, nav.ChooseRubric{Name: "Alder"})
	read := s.Init()
	s.Act(keys.Press{Action: keys.Enter})
	if !d.Env.Nav.Held() {
		t.Fatal("keys do not wait")
	}
	s.Update(read())
	if moves := d.Env.Nav.Take(); d.Env.Nav.Held() || len(moves) != 1 {
		t.Fatalf("held %v, moves %v", d.Env.Nav.Held(), moves)
	}
}

func TestTheAreasCanBeReadFirst(t *testing.T) {
	d, s := start(t)
	run(d).See("v see the areas first").Press("v")
	saysRoute(t, d, fmt.Sprintf("%#v", nav.Areas{Rubric: s.Rubric.Hash()}))
}

func TestOnlyRubricsASchoolCanJudgeItselfWithAreListed(t *testing.T) {
	d, s := start(t)
	teacher := trust()
	teacher.Rubric.Kind, teacher.Rubric.Title, teacher.Hash = model.KindTeacher, "Teaching", "t"
	s.more = []env.RubricEntry{teacher, trust()}
	run(d).See("Our trust’s ten questions", "2 areas in 1 group, 3 levels each", "Edition 3, installed on this computer. Allow about 10 minutes").SeeNot("Teaching")
	d.AtEverySize().Press("down", "enter")
	saysRoute(t, d, goes(d, "trust-hash", ""))
}

func TestATrustsFileIsReadAndChosen(t *testing.T) {
	d, s := start(t)
	run(d).Press("down").See("Enter open a file").SeeNot("see the areas first")
	d.Press("enter").See("Where is the file your trust has sent you?", "The file is read and checked here.")
	d.Golden("rubric-file-80").AtEverySize()
	d.Press("enter").See("Enter where the file is", "There is a problem")
	d.Paste("'/home/head/My Downloads/trust.yaml'").SeeNot("There is a problem")
	d.Press("enter").See("► ● Our trust’s ten questions", "“Our trust’s ten questions” is ready. Press Enter to go on with it.")
	if len(s.asked) != 1 || s.asked[0] != "/home/head/My Downloads/trust.yaml" {
		t.Fatalf("asked for %q", s.asked)
	}
	d.Press("enter")
	saysRoute(t, d, goes(d, "trust-hash", ""))
}

func TestANewEditionSaysHowLevelsAreTakenToIt(t *testing.T) {
	d, s := start(t)
	d.Begin()
	next := d.Shelf.Rubric
	next.Edition = "2027"
	s.more = []env.RubricEntry{{Hash: "next", Rubric: next}, trust()}
	run(d).See("Another edition of what you judge.", "waymark assess migrate --to whole-school@2027")
	if n := strings.Count(d.Frame(), "Another edition"); n != 1 {
		t.Errorf("%d rubrics are called another edition:\n%s", n, d.Frame())
	}
}

func TestPathsAsTerminalsDragThem(t *testing.T) {
	for typed, want := range map[string]string{
		`/Users/head/My\ trust.yaml`: "/Users/head/My trust.yaml",
		`"C:\Users\head\trust.yaml"`: `C:\Users\head\trust.yaml`,
		`C:\Users\ head\trust.yaml`:  `C:\Users\ head\trust.yaml`,
		`  trust.yaml  `:             "trust.yaml",
	} {
		d, s := start(t)
		run(d).Press("2", "2").Type(typed).Press("enter")
		if len(s.asked) != 1 || s.asked[0] != want {
			t.Errorf("typed %q, asked for %q, want %q", typed, s.asked, want)
		}
	}
}

func TestARefusedFileSaysWhyLineByLine(t *testing.T) {
	d, s := start(t)
	var faults []string
	for i := range 20 {
		faults = append(faults, fmt.Sprintf("trust.yaml:%d:3: Area B%d describes 3 levels and the scale has 4. Write a text for each level.", i+10, i))
	}
	s.refusal = errors.New(strings.Join(faults, "\n"))
	run(d).Press("down", "enter").Type("trust.yaml").Press("enter")
	d.See("There is a problem", "This file cannot be used. Nothing has changed", "Area B0 describes 3", "Ask whoever sent it for a corrected copy.", "trust.yaml")
	d.Golden("rubric-refused-80").AtEverySize()
	for range 60 {
		d.Press("down")
	}
	d.See("Area B19 describes 3").SeeNot("Area B0 ")
	s.refusal = &model.FieldError{Problem: "There is no file of that name"}
	d.Press("enter").See("There is no file of that name", "Nothing has been lost. Change what is typed, then press Enter.")
	d.Press("esc").See("What do you want to judge?").Press("enter").See("trust.yaml")
}

func TestARubricOfAnotherKindIsKeptButNotOffered(t *testing.T) {
	d, _ := start(t)
	d.Env.Shelf = otherKind{d.Shelf}
	run(d).Press("down", "enter").Type("visit.yaml").Press("enter").See("“A visit” is kept, but it does not judge a whole school.")
}

type otherKind struct{ *uitest.Shelf }

func (otherKind) Install(context.Context, string) (env.RubricEntry, error) {
	return env.RubricEntry{Hash: "v", Rubric: model.Rubric{Title: "A visit", Kind: model.KindVisit}}, nil
}

func TestSomeAreasAreTicked(t *testing.T) {
	d, s := start(t)
	run(d).Press("down", "down").See("► ● Only some of the whole-school areas", "Enter choose the areas").Press("enter")
	d.See("Which areas do you want to judge?", "[ ] 1 Curriculum depth and breadth", "0 of 7", "Nothing is ticked yet.")
	d.Press("enter").See("There is a problem", "Tick at least one area", "Press Space to tick the row you are on.")
	d.Press("5", "space").See("[x] 5 Inclusion", "6 of 6", "6 of 41 areas are ticked.", "Enter go on with 6 areas").SeeNot("There is a problem")
	d.Press("down", "space").See("[-] 5 Inclusion", "5 of 6", "[ ] 5.1")
	d.Golden("rubric-ticks-80").AtEverySize()
	d.Press("esc").See("What do you want to judge?").Press("enter").See("5 of 41 areas are ticked.")
	d.Press("enter")
	saysRoute(t, d, goes(d, s.Rubric.Hash(), "5.2 5.3 5.4 5.5 5.6"))
}

func TestAllAreasTickedIsTheWholeRubric(t *testing.T) {
	d, s := start(t)
	run(d).Press("3", "3").Press("1")
	for n := 2; n <= 7; n++ {
		d.Press(fmt.Sprint(n), fmt.Sprint(n))
	}
	d.See("41 of 41 areas are ticked.").Press("enter")
	saysRoute(t, d, goes(d, s.Rubric.Hash(), ""))
}

func TestTicksByArrowsAlone(t *testing.T) {
	d, s := start(t)
	run(d).Press("down", "down", "enter", "right").See("7 of 7").Press("down", "left").See("6 of 7").Press("right", "right", "up", "left").See("0 of 7").Press("down", "right", "enter")
	saysRoute(t, d, goes(d, s.Rubric.Hash(), "1.1"))
}

func TestTicksByMouse(t *testing.T) {
	d, _ := start(t)
	run(d).Press("3", "3")
	y := lineOf(t, d, "1.2 Order")
	d.Click(10, y).See("[ ] 1.2").Click(10, y).See("[x] 1.2", "1 of 41 areas")
}

func TestRubricsThatCannotBeReadSaySo(t *testing.T) {
	d, s := start(t)
	s.err = errors.New("disk")
	run(d).See("The rubrics could not be read. Your work is safe.", "A rubric from my trust").AtEverySize()
	d.Press("esc").See("nav.Welcome{}")
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
