package main

import (
	"fmt"
	"math/rand/v2"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"

	"waymark/demo"
	"waymark/model"
	"waymark/rubrics"
	"waymark/ui/env"
	"waymark/ui/keys"
	"waymark/ui/layout"
	"waymark/ui/nav"
	"waymark/ui/uitest"
)

// The promises that hold on every screen, checked on every screen with the
// example school: what a person sees first, last, and at every size.

// everyPlace lists every place that can be reached with a school open.
func everyPlace(e *env.Env) []nav.Route {
	return []nav.Route{
		nav.Welcome{},
		nav.SchoolName{},
		nav.ChooseRubric{Name: "Fern Bank"},
		nav.Years{},
		nav.Home{},
		nav.Who{Name: "Fern Bank", Rubric: e.Desk.Book.Rubric().Hash()},
		nav.Areas{Rubric: e.Desk.Book.Rubric().Hash()},
		nav.Judge{Area: "1.1"},
		nav.Judge{Area: "7.5"},
		nav.Note{Area: "2.2"},
		nav.Note{},
		nav.Read{Area: "3.3"},
		nav.AreaPage{Area: "1.3"},
		nav.AreaPage{Rubric: e.Desk.Book.Rubric().Hash(), Area: "2.1", Tour: true},
		nav.Library{},
		nav.Calibrate{Rubric: e.Desk.Book.Rubric().Hash()},
		nav.Library{Rubric: e.Desk.Book.Rubric().Hash()},
		nav.AreaPage{Rubric: e.Desk.Book.Rubric().Hash(), Area: "4.2"},
		nav.Find{},
		nav.Check{},
		nav.Done{},
		nav.Overview{},
		nav.Priorities{},
		nav.Working{},
		nav.Emphasise{Area: "4.2"},
		nav.Export{},
		nav.Display{},
		nav.SaveProblem{},
		nav.Recovered{},
		nav.Confirm{What: nav.Destruction{DeleteEvaluation: e.Desk.Book.EvaluationID()}},
		nav.OpenProblem{},
	}
}

// madeOnce is the example school's log, signed once for all tests.
var madeOnce = sync.OnceValues(func() (demo.Example, error) {
	r, err := rubrics.Load("whole-school")
	if err != nil {
		return demo.Example{}, err
	}
	return demo.Records(r, uitest.Start())
})

// example runs the app on the example school at a place.
func example(t *testing.T, at func(*env.Env) nav.Route) *uitest.Driver {
	t.Helper()
	d := uitest.NewEnv(t)
	made, err := madeOnce()
	if err != nil {
		t.Fatal(err)
	}
	d.Shelf.Log = slices.Clone(made.Records)
	last := made.Evaluations[len(made.Evaluations)-1]
	o, err := d.Shelf.Open(t.Context(), made.Records[0].School, last)
	if err != nil {
		t.Fatal(err)
	}
	before := levelsOf(t, d, made.Records[0].School, made.Evaluations[len(made.Evaluations)-2])
	o.Earlier = []env.Earlier{{Levels: before}}
	o.Example = true
	d.Env.Take(o)
	d.Env.Trouble = &env.Trouble{Heading: "Waymark could not open your work", Lines: []string{"Another program is using the file. Your work is safe."}, Choices: []env.Choice{{ID: "again", Words: "Try again"}}}
	d.Env.Brought = &env.Brought{StoppedAt: uitest.Start(), Records: made.Records[len(made.Records)-3:]}
	return d.Run(opener(d.Env), at(d.Env), 80, 24)
}

func levelsOf(t *testing.T, d *uitest.Driver, school model.SchoolID, id model.EvaluationID) map[model.AreaID]model.Level {
	t.Helper()
	o, err := d.Shelf.Open(t.Context(), school, id)
	if err != nil {
		t.Fatal(err)
	}
	levels := map[model.AreaID]model.Level{}
	for _, a := range o.Desk.Book.Rubric().Areas {
		if j, ok := o.Desk.Book.Evaluation().Area(a.ID).Standing(); ok && j.State == model.Rated {
			levels[a.ID] = j.Level
		}
	}
	return levels
}

// onEvery runs check on every place.
func onEvery(t *testing.T, check func(*testing.T, *uitest.Driver, nav.Route)) {
	t.Helper()
	d := example(t, func(*env.Env) nav.Route { return nav.Home{} })
	for i, r := range everyPlace(d.Env) {
		t.Run(fmt.Sprintf("%T", r), func(t *testing.T) {
			d := example(t, func(e *env.Env) nav.Route { return everyPlace(e)[i] })
			check(t, d, r)
		})
	}
}

func TestEveryPlaceHasAScreen(t *testing.T) {
	d := example(t, func(*env.Env) nav.Route { return nav.Home{} })
	for _, r := range everyPlace(d.Env) {
		if screen(d.Env, r) == nil {
			t.Errorf("%T opens nothing", r)
		}
	}
}

func TestH1EveryFrameSaysHowToGoOnAndFindHelp(t *testing.T) {
	onEvery(t, func(t *testing.T, d *uitest.Driver, _ nav.Route) {
		lines := d.Lines()
		if !strings.Contains(lines[0], "Saved") && !strings.Contains(lines[0], "Read only") && !strings.Contains(lines[0], "Example") {
			t.Errorf("the first line says no save state: %q", lines[0])
		}
		last := lines[len(lines)-1]
		if !strings.Contains(last, "Enter") && !strings.Contains(last, "Esc") || !strings.Contains(last, "? help") && !strings.Contains(last, "F1 help") {
			t.Errorf("the last line names no way on, or no help: %q", last)
		}
		if strings.TrimSpace(lines[len(lines)-2]) == "" {
			t.Error("the status line is empty")
		}
	})
}

// banned are words that are not ours: those of inspection, of software, of
// other people's forms.
var banned = regexp.MustCompile(`(?i)\b(scores?|grades?|KPIs?|sync|entity|records? found|invalid|please|sorry|oops|forbidden|null|N/A|failing|weakness(es)?|outstanding|inadequate|league|percentile|color|behavior|program error)\b`)

func TestH2WordsAreOurs(t *testing.T) {
	onEvery(t, func(t *testing.T, d *uitest.Driver, r nav.Route) {
		for _, line := range d.Lines() {
			if word := banned.FindString(line); word != "" {
				t.Errorf("%T says %q: %s", r, word, line)
			}
		}
	})
}

func TestH8FramesAreExactAtEverySize(t *testing.T) {
	onEvery(t, func(t *testing.T, d *uitest.Driver, _ nav.Route) {
		for _, roomy := range []bool{false, true} {
			d.Env.Prefs.Roomy = roomy
			d.AtEverySize()
		}
		frame := d.Frame()
		if n := strings.Count(frame, "┌"); n > 1 {
			t.Errorf("%d boxes on one screen:\n%s", n, frame)
		}
	})
}

func TestH8NoScreenDrawsOutsideItsBody(t *testing.T) {
	d := example(t, func(*env.Env) nav.Route { return nav.Home{} })
	for _, size := range uitest.Sizes() {
		body := layout.Size{W: size[0], H: max(1, size[1]-5)}
		d.Resize(size[0], size[1])
		for _, r := range everyPlace(d.Env) {
			s := screen(d.Env, r)
			if s == nil || d.Env.Window.Class() == layout.Tiny {
				continue
			}
			s.Resize(body)
			s.Init()
			lines := s.View()
			if len(lines) > body.H {
				t.Errorf("%T draws %d lines in %d at %v", r, len(lines), body.H, size)
			}
			for _, l := range lines {
				if layout.Width(l) > body.W {
					t.Errorf("%T draws a line of %d cells in %d: %q", r, layout.Width(l), body.W, l)
				}
			}
		}
		d.Env.Nav.Take()
	}
}

func TestA1LevelsAndTheChosenRowNeedNoColour(t *testing.T) {
	onEvery(t, func(t *testing.T, d *uitest.Driver, r nav.Route) {
		if strings.Contains(d.Styled(), "\x1b[38") || strings.Contains(d.Styled(), "\x1b[48") {
			t.Errorf("%T paints although there is no colour", r)
		}
	})
}

func TestH10HelpListsWhatIsLive(t *testing.T) {
	onEvery(t, func(t *testing.T, d *uitest.Driver, r nav.Route) {
		s := screen(d.Env, r)
		s.Resize(layout.Size{W: 80, H: 19})
		s.Init()
		seen := map[keys.Action]bool{}
		for _, l := range s.Live() {
			if seen[l.Action] {
				t.Errorf("%T offers %q twice", r, l.Says())
			}
			seen[l.Action] = true
			if l.Says() == "" {
				t.Errorf("%T offers action %d without words", r, l.Action)
			}
		}
		d.Env.Nav.Take()
		_ = d
	})
}

func TestH3RandomKeysNeverLeaveAndEscapeReachesHome(t *testing.T) {
	names := strings.Split("up down left right enter esc tab space 1 2 3 4 5 0 [ ] / n c f v w e r p + - o s t i b y x u U . g h m a d ? home end pgup pgdown", " ")
	for seed := range uint64(12) {
		rng := rand.New(rand.NewPCG(seed, 7))
		d := example(t, func(*env.Env) nav.Route { return nav.Home{} })
		var pressed []string
		for range 500 {
			k := names[rng.IntN(len(names))]
			pressed = append(pressed, k)
			d.Press(k)
			if d.Quit() {
				t.Fatalf("seed %d left the app after %v", seed, pressed[max(0, len(pressed)-12):])
			}
			d.Exact()
		}
		for range 6 {
			d.Press("esc")
		}
		if d.Env.Desk != nil && !strings.Contains(d.Frame(), "You have judged") {
			t.Errorf("seed %d: six times Esc does not reach home after %v:\n%s", seed, pressed[len(pressed)-12:], d.Frame())
		}
	}
}

func TestH3EscapeLeavesEveryPlace(t *testing.T) {
	d := example(t, func(*env.Env) nav.Route { return nav.Home{} })
	for i, r := range everyPlace(d.Env) {
		d := example(t, func(*env.Env) nav.Route { return nav.Home{} })
		d.Env.Nav.Push(everyPlace(d.Env)[i])
		d.Press("up")
		for range 6 {
			d.Press("esc")
		}
		if d.Quit() || !strings.Contains(d.Frame(), "You have judged") {
			t.Errorf("six times Esc does not leave %T:\n%s", r, d.Frame())
		}
	}
}

func TestH5OneKeyChangesOneAreaAndUndoBringsItBack(t *testing.T) {
	places := []nav.Route{nav.Home{}, nav.Judge{Area: "2.2"}, nav.Check{}, nav.Overview{}, nav.Priorities{}, nav.Emphasise{Area: "4.2"}, nav.Working{}}
	for _, r := range places {
		for _, k := range strings.Split("0 1 2 3 4 5 6 - + space c f r p e o enter", " ") {
			d := example(t, func(*env.Env) nav.Route { return r })
			before, n := dumpAreas(d), d.Env.Desk.Book.Len()
			d.Press(k)
			if d.Quit() {
				t.Fatalf("%q on %T left the app", k, r)
			}
			if changed := differing(before, dumpAreas(d)); len(changed) > 1 {
				t.Errorf("%q on %T changed %v", k, r, changed)
			}
			if d.Env.Desk.Book.Len() == n {
				continue
			}
			d.Press("u")
			if left := differing(before, dumpAreas(d)); len(left) > 0 {
				t.Errorf("u does not take back %q on %T: %v differ", k, r, left)
			}
		}
	}
}

func differing(a, b map[model.AreaID]string) []model.AreaID {
	var ids []model.AreaID
	for id, text := range a {
		if b[id] != text {
			ids = append(ids, id)
		}
	}
	return ids
}

func dumpAreas(d *uitest.Driver) map[model.AreaID]string {
	out := map[model.AreaID]string{}
	for _, a := range d.Env.Desk.Book.Rubric().Areas {
		s := d.Env.Desk.Book.Evaluation().Area(a.ID)
		text := fmt.Sprint(s.Flags, s.Emphasis)
		for _, j := range s.Judgements {
			text += fmt.Sprint(j.Role, j.Person, j.Opinion)
		}
		for _, n := range s.Notes {
			text += n.Text
		}
		out[a.ID] = text
	}
	return out
}
