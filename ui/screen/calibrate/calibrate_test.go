package calibrate_test

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
	"waymark/ui/screen/calibrate"
	"waymark/ui/uitest"
)

type shelf struct {
	*uitest.Shelf
	r    model.Rubric
	fail error
}

func (s shelf) Rubrics(context.Context) ([]env.RubricEntry, error) {
	return []env.RubricEntry{{Hash: s.r.Hash(), Rubric: s.r}}, s.fail
}

// levels tells the four levels of the test's own area from each other by a
// word, and so do its stories.
var levels, tales = [4]string{"Apples.", "Bananas.", "Cherries.", "Dates."}, [4]string{"A tale of one.", "A tale of two.", "A tale of three.", "A tale of four."}

func rubric() model.Rubric {
	r := model.Rubric{ID: "r", Title: "A rubric", Kind: model.KindSchool, Groups: []model.Group{{ID: "1", Title: "All"}}}
	for _, n := range []string{"Early", "Developing", "Embedded", "Sharing"} {
		r.Scale.Levels = append(r.Scale.Levels, model.LevelName{Name: n})
	}
	r.Scale.Expected = 3
	r.Areas = []model.Area{
		{ID: "1.1", Group: "1", Title: "Fruit", Levels: levels[:], Exemplars: tales[:]},
		{ID: "1.2", Group: "1", Title: "No stories", Levels: levels[:]},
	}
	return r
}

func open(d *uitest.Driver, r model.Rubric) *uitest.Driver {
	d.Env.Shelf = shelf{Shelf: d.Shelf, r: r}
	return at(d, r.Hash())
}

func at(d *uitest.Driver, hash string) *uitest.Driver {
	d.Run(func(r nav.Route) ui.Screen {
		if n, ok := r.(nav.Calibrate); ok {
			return calibrate.New(d.Env, n)
		}
		return &uitest.Place{Route: r}
	}, nav.Welcome{}, 80, 24)
	d.Env.Nav.Push(nav.Calibrate{Rubric: hash})
	d.Send(nil)
	return d
}

// order is the rows of the sorting game from the top: which level each is.
func order(t *testing.T, d *uitest.Driver) []int {
	t.Helper()
	var all []int
	for _, l := range d.Lines() {
		for i, words := range levels {
			if strings.Contains(l, words) {
				all = append(all, i+1)
			}
		}
	}
	if len(all) != 4 {
		t.Fatalf("the rows are %v:\n%s", all, d.Frame())
	}
	return all
}

func sorting(t *testing.T) *uitest.Driver {
	t.Helper()
	return open(uitest.NewEnv(t), rubric()).Press("enter").See("► Put its levels in order", "4 levels", "Judge short stories", "4 made-up stories").Press("enter")
}

// number puts a number on each row in turn.
func number(d *uitest.Driver, given ...int) {
	for i, n := range given {
		if i > 0 {
			d.Press("down")
		}
		d.Press(fmt.Sprint(n))
	}
}

func TestAllInOrder(t *testing.T) {
	d := sorting(t).See("1.1 Fruit: which level is which?", "► ?", "Put a number on each: 1 is the first step, 4 the furthest.").Golden("sorting-80x24").AtEverySize()
	right := order(t, d)
	if fmt.Sprint(right) == "[1 2 3 4]" {
		t.Fatal("nothing is shuffled")
	}
	keys := d.Keys
	number(d, right...)
	d.See("Every one has a number. Enter shows how it went.").Press("enter").See("4 of 4 exactly right", "All in order.", "Nothing here is recorded, and nobody else sees it.").SeeNot("you said")
	if d.Keys-keys != 8 {
		t.Fatalf("it took %d keys", d.Keys-keys)
	}
	d.AtEverySize().Press("enter").See("► Put its levels in order").Press("esc", "esc").See("nav.Welcome{}")
}

func TestWhatWasSwappedIsSaid(t *testing.T) {
	d := sorting(t)
	right := order(t, d)
	swap := map[int]int{1: 1, 2: 3, 3: 2, 4: 4}
	number(d, swap[right[0]], swap[right[1]], swap[right[2]], swap[right[3]])
	d.Press("enter").See("2 of 4 exactly right", "2 and 3 were swapped.", "2 Developing ■■□□   you said 3", "3 Embedded ■■■□   you said 2").Golden("sorted-80x24")

	d = sorting(t)
	right = order(t, d)
	turn := map[int]int{1: 2, 2: 3, 3: 1, 4: 4}
	number(d, turn[right[0]], turn[right[1]], turn[right[2]], turn[right[3]])
	d.Press("enter").See("1 of 4 exactly right", "1 was called 2; 2 was called 3; 3 was called 1.")
}

func TestNumbersMoveAndCanBeTakenBack(t *testing.T) {
	d := sorting(t).Press("3").See("► 3").Press("down", "3").See("► 3", "3 to go.")
	if strings.Count(d.Frame(), " 3  ") != 1 {
		t.Fatalf("two rows have one number:\n%s", d.Frame())
	}
	d.Press("2", "up", "4").See("► 4", "2 to go.").Press("2").See("► 2", "2 to go.")
	d.Press("0").See("► ?", "3 to go.").Press("u").See("► 2").Press("u").See("► 4").Press("u").See("► ?")
	d.Press("9").See("Press a number from 1 to 4.")
	d = sorting(t).Press("right").See("► 1").Press("right", "right", "right", "right").See("► 1").Press("left").See("► 4").Press("left").See("► 3")
	d.Press("enter").See("► ?", "Enter next without a number").Press("right").See("► 1").Press("right").See("► 2").Press("right").See("► 4").Press("right").See("► 1")
}

func TestArrowsAndEnterAlonePlayIt(t *testing.T) {
	sorting(t).Press("right", "down", "right", "down", "right", "enter", "right").See("Every one has a number.").Press("right", "enter").See("of 4 exactly right")
}

func TestUndoInTheGameLeavesTheEvaluationAlone(t *testing.T) {
	d := uitest.NewEnv(t).Begin().Judge("3")
	n := d.Env.Desk.Book.Len()
	open(d, rubric()).Press("down", "enter").See("1.2 No stories: which level is which?").Press("2", "u").See("► ?")
	if d.Env.Desk.Book.Len() != n || d.Level("1.1") != 3 {
		t.Fatal("the evaluation was changed")
	}
}

func stories(t *testing.T) *uitest.Driver {
	t.Helper()
	return open(uitest.NewEnv(t), rubric()).Press("enter", "2", "enter")
}

// told is the level that the story on the screen shows.
func told(t *testing.T, d *uitest.Driver) int {
	t.Helper()
	for i, words := range tales {
		if strings.Contains(d.Frame(), words) {
			return i + 1
		}
	}
	t.Fatalf("there is no story:\n%s", d.Frame())
	return 0
}

func TestStoriesAreJudgedOneAtATime(t *testing.T) {
	d := stories(t).See("1 of 4", "► 1 Early ■□□□", "Which level does this story show?", "Enter choose 1").Golden("story-80x24").AtEverySize()
	var seen []int
	for i := range 4 {
		key := told(t, d)
		seen = append(seen, key)
		d.See(fmt.Sprintf("%d of 4", i+1)).Press(fmt.Sprint(key)).See("and so does the key.", "What decides it", levels[key-1], "A tale of").Press("enter")
	}
	if fmt.Sprint(seen) == "[1 2 3 4]" {
		t.Fatal("nothing is shuffled")
	}
	d.See("Exactly as the key 4 of 4", "Within one level of it 4 of 4", "You lean neither way.", "Nothing here is recorded, and nobody else sees it.").AtEverySize()
	d.Press("enter").See("► Judge short stories")
}

func TestTheKeyAndTheLeanAreSaid(t *testing.T) {
	for _, c := range []struct {
		name  string
		given func(key int) int
		want  []string
	}{
		{"all at the top", func(int) int { return 4 }, []string{"Exactly as the key 1 of 4", "Within one level of it 2 of 4", "You lean clearly higher than the key."}},
		{"all at the bottom", func(int) int { return 1 }, []string{"Exactly as the key 1 of 4", "Within one level of it 2 of 4", "You lean clearly lower than the key."}},
		{"one too low", func(key int) int { return max(1, key-key/4) }, []string{"Exactly as the key 3 of 4", "Within one level of it 4 of 4", "You lean a little lower than the key."}},
		{"two apart evens out", func(key int) int { return map[int]int{1: 2, 2: 1, 3: 3, 4: 4}[key] }, []string{"Exactly as the key 2 of 4", "Within one level of it 4 of 4", "You lean neither way."}},
	} {
		d := stories(t)
		for range 4 {
			key := told(t, d)
			given := c.given(key)
			d.Press(fmt.Sprint(given))
			if given != key {
				d.See(fmt.Sprintf("You said %d ", given), fmt.Sprintf("The key is %d ", key), levels[key-1])
			}
			d.Press("enter")
		}
		for _, want := range c.want {
			if !strings.Contains(strings.Join(strings.Fields(d.Frame()), " "), want) {
				t.Errorf("%s: nothing says %q:\n%s", c.name, want, d.Frame())
			}
		}
	}
}

func TestArrowsAndEnterJudgeToo(t *testing.T) {
	d := stories(t).Press("down", "down").See("► 3 Embedded", "Enter choose 3").Press("enter").See("You said 3 Embedded", "Enter next story").Golden("told-80x24")
	d.Press("enter", "9").See("Press a number from 1 to 4.").Press("esc").See("► Judge short stories")
}

func TestNothingIsWritten(t *testing.T) {
	d := uitest.NewEnv(t).Begin()
	kept := 0
	d.Env.Keep = func(env.Prefs) error { kept++; return nil }
	n := d.Env.Desk.Book.Len()
	open(d, rubric()).See("Which area do you want to try your eye on?", "Nothing here is recorded").Press("enter", "2", "enter", "1", "enter", "2", "enter", "3", "enter", "4", "enter", "enter")
	if d.Env.Desk.Book.Len() != n || kept != 0 {
		t.Fatal("something was written")
	}
}

func TestTheSameSeedShufflesTheSame(t *testing.T) {
	if a, b := order(t, sorting(t)), order(t, sorting(t)); fmt.Sprint(a) != fmt.Sprint(b) {
		t.Fatalf("%v and %v", a, b)
	}
	d := sorting(t)
	first, different := order(t, d), false
	for range 6 {
		d.Press("esc", "enter")
		different = different || fmt.Sprint(order(t, d)) != fmt.Sprint(first)
	}
	if !different {
		t.Fatal("every game is shuffled alike")
	}
}

func TestTrouble(t *testing.T) {
	d := uitest.NewEnv(t)
	d.Env.Shelf = shelf{Shelf: d.Shelf, fail: errors.New("disk")}
	at(d, "x").See("This rubric could not be read. Your work is safe. Press Esc to go back.").AtEverySize()
	d.Press("enter", "down", "pgdown", "1").Click(5, 5).Press("esc").See("nav.Welcome{}")
	open(uitest.NewEnv(t), model.Rubric{ID: "p", Title: "A pulse"}).See("This rubric has no levels to sort.")
	d = uitest.NewEnv(t).Begin()
	d.Env.Shelf = shelf{Shelf: d.Shelf, r: rubric()}
	at(d, d.Shelf.Rubric.Hash()).See("1.1 Breadth")
}

func TestTheMouse(t *testing.T) {
	d := open(uitest.NewEnv(t), rubric())
	y := 0
	for i, l := range d.Lines() {
		if strings.Contains(l, "1.2 No") {
			y = i
		}
	}
	d.Click(10, y).See("► 1.2").Click(10, y).See("1.2 No stories: which level is which?")
}

func TestTheShippedRubricFits(t *testing.T) {
	d := uitest.NewEnv(t)
	open(d, d.Shelf.Rubric).Golden("areas-80x24").AtEverySize()
	d.Press("end").AtEverySize().Press("enter", "enter").AtEverySize()
	for range 4 {
		d.Press("down").AtEverySize()
	}
	number(d, 1)
	d.Press("enter", "2", "enter", "3", "enter", "4", "enter").AtEverySize().Press("down", "pgdown", "pgup", "up").AtEverySize()
	open(d, d.Shelf.Rubric).Press("enter", "2", "enter").AtEverySize().Press("3").AtEverySize()
}

func TestAnyRubricFits(t *testing.T) {
	r := rubric()
	for i := range 5 {
		r.Scale.Levels = append(r.Scale.Levels, model.LevelName{Name: fmt.Sprintf("Level name %d without end", i)})
	}
	a := &r.Areas[0]
	a.Title = strings.Repeat("界 Ünbelievably long title ", 6)
	a.Levels, a.Exemplars = nil, nil
	for range 9 {
		a.Levels = append(a.Levels, strings.Repeat("wordwithoutend", 12)+" and pupils")
		a.Exemplars = append(a.Exemplars, strings.Repeat("wordwithoutend", 30))
	}
	d := open(uitest.NewEnv(t), r).AtEverySize().Press("enter").AtEverySize().Press("enter").AtEverySize()
	for n := range 9 {
		d.Press(fmt.Sprint(n+1), "down").Exact()
	}
	d.Press("enter").AtEverySize().Press("enter", "down", "enter").AtEverySize()
	for range 9 {
		d.Press("2").AtEverySize().Press("enter").Exact()
	}
	d.See("How it went").AtEverySize()
}
