package judge_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"waymark/model"
	"waymark/ui"
	"waymark/ui/env"
	"waymark/ui/nav"
	"waymark/ui/screen/judge"
	"waymark/ui/uitest"
)

func start(t *testing.T, area model.AreaID, once bool) *uitest.Driver {
	t.Helper()
	d := uitest.NewEnv(t).Begin()
	return run(d, area, once)
}

func run(d *uitest.Driver, area model.AreaID, once bool) *uitest.Driver {
	r := nav.Judge{Area: area, Once: once}
	return d.Run(uitest.Single(func() ui.Screen { return judge.New(d.Env, r) }), r, 80, 24)
}

func TestANumberGivesALevelAndEnterGoesOn(t *testing.T) {
	d := start(t, "1.1", false)
	d.See("1.1  Breadth and fair access", "Read the four. Press the number that fits best.", "1 of 41")
	d.Press("3").See("Chosen: 3 Embedded. Press Enter to keep it and go to 1.2", "Saved 10:42", "Confidence  medium")
	if got := d.Level("1.1"); got != 3 {
		t.Fatalf("level of 1.1 is %d, want 3", got)
	}
	d.Press("enter").See("1.2  Order and end points", "2 of 41")
	d.Press("[").See("1.1  Breadth")
	d.Press("0").See("Press the number that fits best, or Enter to leave it")
	if got := d.Level("1.1"); got != 0 {
		t.Fatalf("level of 1.1 is %d after taking it off", got)
	}
}

func TestAllAreasGuidedTakeTwoKeysEach(t *testing.T) {
	d := start(t, "1.1", false)
	for i := range 41 {
		d.Press(fmt.Sprint(i%4+1), "enter")
	}
	d.See("nav.Check{}")
	if d.Keys != 82 {
		t.Fatalf("41 areas took %d keys, want 82", d.Keys)
	}
	if judged, of := d.Env.Desk.Book.Progress(); judged != of {
		t.Fatalf("%d of %d judged", judged, of)
	}
}

func TestQuickPassTakesOneKeyEach(t *testing.T) {
	d := start(t, "1.1", false)
	d.Press(".").See("Quick pass is on. A number chooses and moves on. Press u to go back, . to stop")
	for i := range 41 {
		d.Press(fmt.Sprint(i%4 + 1))
	}
	d.See("nav.Check{}")
	if d.Keys != 42 {
		t.Fatalf("quick pass took %d keys, want 42", d.Keys)
	}
}

func TestUndoInQuickPassShowsTheAreaItChanged(t *testing.T) {
	d := start(t, "1.1", false)
	d.Press(".", "1", "2", "u").See("1.2  Order and end points", "Undid: 1.2 from 2 back to not judged. U to do it again")
	d.Press("U").See("Did again: 1.2 from not judged to 2.")
	if d.Level("1.2") != 2 {
		t.Fatal("redo did not bring the level back")
	}
}

func TestAHeldDigitCountsOnce(t *testing.T) {
	d := start(t, "1.1", false)
	d.Press(".", "3")
	d.Send(uitest.Key("3"))
	d.Send(uitest.Key("3"))
	d.See("1.2  Order and end points")
	if judged, _ := d.Env.Desk.Book.Progress(); judged != 1 {
		t.Fatalf("a held key judged %d areas", judged)
	}
}

func TestArrowsAndEnterAlone(t *testing.T) {
	d := start(t, "1.1", false)
	d.Press("right", "right", "down").See("Press Enter to choose 4 Sharing and go to 1.2")
	d.Press("enter").See("1.2  Order")
	if d.Level("1.1") != 4 {
		t.Fatalf("level is %d, want 4", d.Level("1.1"))
	}
}

func TestTheTwoHonestAnswersAreNoLevels(t *testing.T) {
	d := start(t, "1.1", false)
	d.Press("5").See("Chosen: not enough evidence to say")
	d.Press("6").See("Chosen: does not apply to us")
	j, ok := d.Env.Desk.Book.Evaluation().Area("1.1").SchoolSays("me")
	if !ok || j.State != model.NotApplicable || j.Level != 0 {
		t.Fatalf("judgement is %+v", j)
	}
	d.Press("9").See("Press a number from 1 to 4.")
}

func TestConfidenceFlagAndDirection(t *testing.T) {
	d := start(t, "1.1", false)
	d.Press("2", "c").See("Confidence  high", "You are very sure about 1.1")
	d.Press("c").See("Confidence  low")
	d.Press("f").See("Talk about it  yes *", "1.1 is flagged to talk about")
	d.Press("f").See("Talk about it  no")
	d.Press("m").See("Say which way it is heading", "This area does not apply to us")
	d.Press("esc")
	if d.Press("u", "u", "u", "u"); d.Level("1.1") != 2 {
		t.Fatal("four undos took the level off as well")
	}
	d.See("Confidence  medium")
}

func TestLastYearAppearsOnlyAfterThisYear(t *testing.T) {
	d := uitest.NewEnv(t)
	d.Shelf.Earlier = []env.Earlier{{Levels: map[model.AreaID]model.Level{"1.1": 2}}}
	run(d.Begin(), "1.1", false)
	d.SeeNot("Last year")
	d.Press("3").See("Last year: 2")
	d.Press("0").SeeNot("Last year")
}

func TestAFinishedEvaluationKeepsItsLevels(t *testing.T) {
	d := uitest.NewEnv(t).Begin().Judge("33333333333333333333333333333333333333333")
	if err := d.Env.Desk.Do(d.Env.Desk.Book.Finish()); err != nil {
		t.Fatal(err)
	}
	run(d, "1.1", false)
	d.Press("1").See("This self-evaluation is finished.")
	if d.Level("1.1") != 3 {
		t.Fatal("a finished level changed")
	}
}

func TestFromTheCheckEnterGoesBack(t *testing.T) {
	d := start(t, "1.3", true)
	d.Press("2").See("Press Enter to keep it and go back")
}

func TestASaveThatFailsSaysSoAndKeepsTheLevel(t *testing.T) {
	d := start(t, "1.1", false)
	d.Shelf.Fail = fmt.Errorf("disk is full")
	d.Press("3").See("Not saved since 10:42", "Chosen: 3 Embedded")
	d.Shelf.Fail = nil
	d.Press("enter", "2").See("Saved 10:42")
	if n := d.Env.Saver.State().Waiting; n != 0 {
		t.Fatalf("%d records are still waiting", n)
	}
}

func TestPastedTextOutsideAFieldIsOffered(t *testing.T) {
	d := start(t, "1.1", false)
	d.Paste("• Year 4 books: depth in 7 of 10").See("You pasted 8 words. Keep as a note on 1.1?")
	d.Press("enter").See("Kept 8 words as a note on 1.1. u takes it out.", "Evidence  1 note")
	if got := d.Env.Desk.Book.Evaluation().Area("1.1").Notes[0].Text; got != "• Year 4 books: depth in 7 of 10" && got != "- Year 4 books: depth in 7 of 10" {
		t.Fatalf("note is %q", got)
	}
}

func TestFrames(t *testing.T) {
	d := start(t, "1.1", false)
	d.Press("3").AtEverySize().Golden("80x24")
	d.Resize(120, 30)
	d.Golden("120x30")
	d.Resize(60, 18)
	d.Golden("60x18")
}

func TestScalesOfTwoToNineLevels(t *testing.T) {
	for n := 2; n <= 9; n++ {
		d := uitest.NewEnv(t)
		scale := model.Scale{ID: "s", Title: "S", Expected: 2}
		for i := range n {
			scale.Levels = append(scale.Levels, model.LevelName{Name: fmt.Sprintf("Stage %d", i+1)})
		}
		d.Shelf.Rubric.Scale = scale
		for i := range d.Shelf.Rubric.Areas {
			a := &d.Shelf.Rubric.Areas[i]
			for len(a.Levels) < n {
				a.Levels = append(a.Levels, "Pupils can say what comes next. Staff agree.")
			}
			a.Levels = a.Levels[:n]
		}
		run(d.Begin(), "1.1", false)
		d.Press(fmt.Sprint(n)).See(fmt.Sprintf("Chosen: %d Stage %d", n, n)).AtEverySize()
		d.Resize(120, 36)
		for i := range n {
			d.See(fmt.Sprintf("%d  Stage %d", i+1, i+1)) // with room, they are all there to compare
		}
		if n > 5 {
			d.Press("1", "down", "enter")
			if l := d.Level("1.1"); l != 4 {
				t.Errorf("below level 1 of %d is level %d", n, l)
			}
		}
	}
}

func TestAnAreaInNewWordsAsksToBeReadAgain(t *testing.T) {
	d := uitest.NewEnv(t).Begin().Judge("32")
	next := d.Shelf.Rubric
	next.Edition, next.Comparable = "2027", []string{"2026"}
	next.Areas = slices.Clone(next.Areas)
	next.Areas[0].Levels = slices.Clone(next.Areas[0].Levels)
	next.Areas[0].Levels[2] = "Leaders plan the week with those who lead subjects. Pupils name what each subject has given them, and staff listen."
	moving, err := d.Env.Desk.Book.MoveTo("second", next, nil)
	if err := d.Env.Desk.Do(moving.Changes, err); err != nil {
		t.Fatal(err)
	}
	d.Shelf.Rubric = next
	o, err := d.Shelf.Open(t.Context(), d.Env.Desk.Book.SchoolID(), "second")
	if err != nil {
		t.Fatal(err)
	}
	d.Env.Take(o)
	run(d, "1.1", false)
	d.See("Worded differently now: please re-read", "It was 3 Embedded under other words. Press the number that fits now.")
	d.Press("3").SeeNot("please re-read").See("Chosen: 3 Embedded.")
	d.Press("enter").See("1.2  Order and end points").SeeNot("please re-read")
}

func TestTheStatusLineIsNeverCutShort(t *testing.T) {
	d := start(t, "1.1", false)
	for range 41 {
		for _, key := range []string{"0", "3", "right"} {
			d.Press(key)
			if line := d.Lines()[22]; strings.Contains(line, "…") {
				t.Errorf("cut short: %s", line)
			}
		}
		d.Press("]")
	}
}
