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
	d := exampleYear(t, 1)
	return d.Run(opener(d.Env), at(d.Env), 80, 24)
}

// exampleYear is the example school open on one of its evaluations: 1 is the newest,
// 2 the one before it.
func exampleYear(t *testing.T, back int) *uitest.Driver {
	t.Helper()
	d := uitest.NewEnv(t)
	made, err := madeOnce()
	if err != nil {
		t.Fatal(err)
	}
	d.Shelf.Log = slices.Clone(made.Records)
	d.Env.Shelf = listed{d.Shelf, lessons(t)}
	n := len(made.Evaluations)
	o, err := d.Shelf.Open(t.Context(), made.Records[0].School, made.Evaluations[n-back])
	if err != nil {
		t.Fatal(err)
	}
	before := levelsOf(t, d, made.Records[0].School, made.Evaluations[n-back-1])
	o.Earlier = []env.Earlier{{Levels: before}}
	o.Example = true
	d.Env.Take(o)
	d.Env.Trouble = &env.Trouble{Heading: "Waymark could not open your work", Lines: []string{"Another program is using the file. Your work is safe."}, Choices: []env.Choice{{ID: "again", Words: "Try again"}}}
	d.Env.Brought = &env.Brought{StoppedAt: uitest.Start(), Records: made.Records[len(made.Records)-3:]}
	return d
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
func onEvery(t *testing.T, check func(*testing.T, *uitest.Driver, place)) {
	t.Helper()
	for _, p := range everyPlace(t, seated) {
		t.Run(p.String(), func(t *testing.T) { check(t, seater(seated).in(t, p, 80, 24), p) })
	}
}

func TestH1EveryFrameSaysHowToGoOnAndFindHelp(t *testing.T) {
	onEvery(t, func(t *testing.T, d *uitest.Driver, _ place) {
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
	onEvery(t, func(t *testing.T, d *uitest.Driver, r place) {
		for _, line := range d.Lines() {
			if word := banned.FindString(line); word != "" {
				t.Errorf("%s says %q: %s", r, word, line)
			}
		}
	})
}

func TestH8FramesAreExactAtEverySize(t *testing.T) {
	onEvery(t, func(t *testing.T, d *uitest.Driver, _ place) {
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
	places := everyPlace(t, seated)
	for _, who := range []sitter{atSchool, onVisit, afterwards} {
		d := seated(t, who)
		d.Run(opener(d.Env), nav.Home{}, 80, 24)
		for _, size := range uitest.Sizes() {
			body := layout.Size{W: size[0], H: max(1, size[1]-5)}
			d.Resize(size[0], size[1])
			for _, p := range places {
				if p.who == who && d.Env.Window.Class() != layout.Tiny {
					inBody(t, d, p, body)
				}
			}
			d.Env.Nav.Take()
		}
	}
}

func inBody(t *testing.T, d *uitest.Driver, p place, body layout.Size) {
	t.Helper()
	s := screen(d.Env, p.route)
	if s == nil {
		return
	}
	s.Resize(body)
	s.Init()
	lines := s.View()
	if len(lines) > body.H {
		t.Errorf("%s draws %d lines in %v", p, len(lines), body)
	}
	for _, l := range lines {
		if layout.Width(l) > body.W {
			t.Errorf("%s draws a line of %d cells in %v: %q", p, layout.Width(l), body, l)
		}
	}
}

func TestA1LevelsAndTheChosenRowNeedNoColour(t *testing.T) {
	onEvery(t, func(t *testing.T, d *uitest.Driver, r place) {
		if strings.Contains(d.Styled(), "\x1b[38") || strings.Contains(d.Styled(), "\x1b[48") {
			t.Errorf("%s paints although there is no colour", r)
		}
	})
}

func TestH10HelpListsWhatIsLive(t *testing.T) {
	onEvery(t, func(t *testing.T, d *uitest.Driver, p place) {
		s := screen(d.Env, p.route)
		s.Resize(layout.Size{W: 80, H: 19})
		s.Init()
		seen := map[keys.Action]bool{}
		for _, l := range s.Live() {
			if seen[l.Action] {
				t.Errorf("%s offers %q twice", p, l.Says())
			}
			seen[l.Action] = true
			if l.Says() == "" {
				t.Errorf("%s offers action %d without words", p, l.Action)
			}
		}
		d.Env.Nav.Take()
	})
}

// writing are the acts that change something of a visit.
func writing() []keys.Action {
	return []keys.Action{
		keys.Level, keys.LevelOff, keys.NotApplicable, keys.NoEvidence, keys.Confidence, keys.Direction, keys.Flag, keys.Note, keys.Add, keys.Edit, keys.Tick,
		keys.Aside, keys.Star, keys.Private, keys.RemoveNote, keys.AgreeAll, keys.Disagree, keys.RemovePoint, keys.RemoveRoom, keys.RemoveSlot,
	}
}

func TestH10AClosedVisitIsOnlyRead(t *testing.T) {
	v, _ := seated(t, afterwards).Env.Visit()
	for _, r := range []nav.Route{
		nav.Agenda{},
		nav.Capture{},
		nav.Capture{Slot: "1-3"},
		nav.Tidy{},
		nav.Claims{},
		nav.VisitJudge{},
		nav.Agree{},
		nav.Points{},
		nav.Rooms{},
		nav.Sheet{},
		nav.Sheet{Room: v.Rooms[0].ID},
		nav.Synthesis{},
	} {
		d := seater(seated).in(t, place{r, afterwards}, 80, 24)
		for _, l := range screen(d.Env, r).Live() {
			if slices.Contains(writing(), l.Action) {
				t.Errorf("%T of a closed visit offers %q", r, l.Says())
			}
		}
		before := d.Env.Desk.Book.Len()
		d.Press(strings.Split("down 1 2 space enter + - n c e esc up 3 enter a b tab enter", " ")...)
		if d.Env.Desk.Book.Len() != before {
			t.Errorf("%T of a closed visit writes", r)
		}
	}
}

func TestH3RandomKeysNeverLeaveAndEscapeReachesHome(t *testing.T) {
	names := strings.Split("up down left right enter esc tab space 1 2 3 4 5 0 [ ] / n c f v w e r p + - o s t i b y x u U . g h m a d ? home end pgup pgdown", " ")
	for seed := range uint64(18) {
		rng := rand.New(rand.NewPCG(seed, 7))
		who := [...]sitter{atSchool, onVisit, atSchool, afterwards}[seed%4]
		d := seater(seated).in(t, place{nav.Home{}, who}, 80, 24)
		var pressed []string
		for range 500 {
			k := names[rng.IntN(len(names))]
			pressed = append(pressed, k)
			d.Press(k)
			if d.Quit() {
				t.Fatalf("seed %d left the app after %v", seed, pressed[max(0, len(pressed)-12):])
			}
			d.Exact()
			if lines := d.Lines(); strings.TrimSpace(lines[len(lines)-2]) == "" {
				t.Fatalf("seed %d: no status after %v:\n%s", seed, pressed[max(0, len(pressed)-12):], d.Frame())
			}
		}
		for range 6 {
			d.Press("esc")
		}
		if d.Env.Desk != nil && !isHome(d) {
			t.Errorf("seed %d: six times Esc does not reach home after %v:\n%s", seed, pressed[len(pressed)-12:], d.Frame())
		}
	}
}

// isHome reports whether the place is the home page, which is the day for a
// reviewer.
func isHome(d *uitest.Driver) bool {
	if d.Env.Visiting.Visit != "" {
		return strings.Contains(d.Frame(), "Lead reviewer")
	}
	return strings.Contains(d.Frame(), "You have judged")
}

func TestH3EscapeLeavesEveryPlace(t *testing.T) {
	for _, p := range everyPlace(t, seated) {
		d := seater(seated).in(t, place{nav.Home{}, p.who}, 80, 24)
		d.Env.Nav.Push(p.route)
		d.Press("up")
		for range 6 {
			d.Press("esc")
		}
		if d.Quit() || !isHome(d) {
			t.Errorf("six times Esc does not leave %s:\n%s", p, d.Frame())
		}
	}
}

func TestH5OneKeyChangesOneAreaAndUndoBringsItBack(t *testing.T) {
	places := []place{
		{nav.Home{}, atSchool},
		{nav.Judge{Area: "2.2"}, atSchool},
		{nav.Check{}, atSchool},
		{nav.Overview{}, atSchool},
		{nav.Priorities{}, atSchool},
		{nav.Emphasise{Area: "4.2"}, atSchool},
		{nav.Working{}, atSchool},
		{nav.Vote{Meeting: "again", Area: "3.3"}, atSchool},
		{nav.Vote{Meeting: "again", Area: "5.1"}, atSchool},
		{nav.Capture{}, onVisit},
		{nav.Tidy{}, onVisit},
		{nav.Claims{}, onVisit},
		{nav.VisitJudge{}, onVisit},
		{nav.Agree{}, onVisit},
		{nav.Points{}, onVisit},
		{nav.Rooms{}, onVisit},
		{nav.Synthesis{}, onVisit},
	}
	for _, p := range places {
		for _, k := range strings.Split("0 1 2 3 4 5 6 - + space c f r p e o enter", " ") {
			d := seater(seated).in(t, p, 80, 24)
			before, n := dumpAreas(d), d.Env.Desk.Book.Len()
			d.Press(k)
			if d.Quit() {
				t.Fatalf("%q on %s left the app", k, p)
			}
			if changed := differing(before, dumpAreas(d)); len(changed) > 1 {
				t.Errorf("%q on %s changed %v", k, p, changed)
			}
			if d.Env.Desk.Book.Len() == n {
				continue
			}
			d.Press("u")
			if left := differing(before, dumpAreas(d)); len(left) > 0 {
				t.Errorf("u does not take back %q on %s: %v differ\n%s", k, p, left, d.Frame())
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
