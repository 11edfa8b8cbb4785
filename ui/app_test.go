package ui_test

import (
	"errors"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"waymark/model"
	"waymark/ui"
	"waymark/ui/layout"
	"waymark/ui/nav"
	"waymark/ui/screen/home"
	"waymark/ui/screen/judge"
	"waymark/ui/task"
	"waymark/ui/uitest"
)

// app runs the two screens that are enough to meet every part of the frame.
func app(t *testing.T, prepare func(*uitest.Driver)) *uitest.Driver {
	t.Helper()
	d := uitest.NewEnv(t).Begin()
	if prepare != nil {
		prepare(d)
	}
	open := func(r nav.Route) ui.Screen {
		switch r := r.(type) {
		case nav.Home:
			return home.New(d.Env, r)
		case nav.Judge:
			return judge.New(d.Env, r)
		}
		return &uitest.Place{Route: r}
	}
	return d.Run(open, nav.Home{}, 80, 24)
}

func TestTheFrameAlwaysSaysWhereSavedAndWhatToPress(t *testing.T) {
	d := app(t, nil)
	for _, k := range []string{"", "enter", "3", "m", "esc", "?", "esc", "g", "esc", "esc"} {
		if k != "" {
			d.Press(k)
		}
		lines := d.Lines()
		if !strings.Contains(lines[0], "Saved") {
			t.Errorf("after %q the first line says no save state: %s", k, lines[0])
		}
		last := lines[len(lines)-1]
		if !strings.Contains(last, "Enter") && !strings.Contains(last, "Esc") {
			t.Errorf("after %q the last line names neither Enter nor Esc: %s", k, last)
		}
		if n := strings.Count(strings.TrimSpace(last), "   "); n > 5 {
			t.Errorf("after %q the footer has %d items: %s", k, n+1, last)
		}
		d.Exact()
	}
}

func TestLeavingTakesTwoKeysAndNothingElseDoes(t *testing.T) {
	d := app(t, nil)
	d.Press("q").See("Everything is saved. Leave Waymark?", "Enter leave", "Esc stay")
	d.Press("n").SeeNot("Leave Waymark?")
	d.Press("enter")
	if d.Quit() {
		t.Fatal("Enter left after the question was gone")
	}
	d.Press("esc", "q", "enter")
	if !d.Quit() {
		t.Fatal("q Enter did not leave")
	}
}

func TestControlCExplainsOnceAndLeavesTheSecondTime(t *testing.T) {
	d := app(t, nil)
	d.Press("ctrl+c").See("To copy, hold Shift and drag. Ctrl+C again to leave")
	d.Press("down", "ctrl+c")
	if d.Quit() {
		t.Fatal("another key between them did not count")
	}
	d.Press("ctrl+c")
	if !d.Quit() {
		t.Fatal("Ctrl+C twice did not leave")
	}
}

func TestEscapeAlwaysReachesHome(t *testing.T) {
	d := app(t, nil)
	d.Press("enter", "n", "/", "d", "esc", "esc", "esc", "esc", "esc", "esc").See("You have judged 0 of 41 areas")
	if d.Quit() {
		t.Fatal("Esc left the app")
	}
}

func TestUndoSaysWhatItDid(t *testing.T) {
	d := app(t, nil)
	d.Press("u").See("There is nothing to undo here.").Press("U").See("There is nothing to do again.")
	d.Press("enter", "3", "2", "u").See("Undid: 1.1 from 2 back to 3. U to do it again")
	d.Press("ctrl+y").See("Did again: 1.1 from 3 to 2.").Press("ctrl+z").See("Undid: 1.1 from 2 back to 3.")
	d.Press("ctrl+s").See("Already saved at 10:42. You do not need to save.")
}

func TestEscAndAQuickKeyAreTwoKeys(t *testing.T) {
	d := app(t, nil)
	d.Press("enter")
	d.Send(tea.KeyPressMsg{Code: 'q', Mod: tea.ModAlt})
	d.See("Everything is saved. Leave Waymark?", "You have judged")
}

func TestAPasteOutsideAFieldRunsNoneOfItsKeys(t *testing.T) {
	d := app(t, nil)
	d.Press("enter", "3")
	d.Wait(time.Second)
	d.Burst("quick note, 4 of 7 books").See("You pasted 6 words. Keep as a note on 1.1?", "1.1  Breadth")
	if d.Level("1.1") != 3 {
		t.Fatalf("pasting changed the level to %d", d.Level("1.1"))
	}
	d.Press("esc")
	if d.Quit() || len(d.Env.Desk.Book.Evaluation().Area("1.1").Notes) != 0 {
		t.Fatal("the paste did something although it was refused")
	}
}

func TestThePastesFirstKeyIsTakenBack(t *testing.T) {
	d := app(t, nil)
	d.Press("enter")
	d.Wait(time.Second)
	d.Burst("2 pupils\nasked").See("You pasted 3 words.")
	if d.Level("1.1") != 0 {
		t.Fatalf("the first key of a paste gave level %d", d.Level("1.1"))
	}
}

func TestKeysWaitWhileTheNextPlaceIsDecided(t *testing.T) {
	d := app(t, nil)
	d.Env.Nav.Hold()
	d.Press("enter", "3").See("You have judged 0 of 41")
	d.Env.Nav.Release()
	d.Send(struct{}{})
	d.See("Chosen: 3 Embedded")
}

func TestATerminalThatClaimsToBeHuge(t *testing.T) {
	d := app(t, nil)
	d.Resize(8000, 4000)
	if s := d.Env.Window; s.W > layout.MaxW || s.H > layout.MaxH {
		t.Fatalf("the window is taken as %dx%d", s.W, s.H)
	}
	d.Exact()
}

func TestATinyWindowSaysSoAndItsKeysStillWork(t *testing.T) {
	d := app(t, nil)
	d.Press("enter").Resize(45, 10)
	d.See("Make this window bigger", "Your work is saved").Press("3")
	d.Resize(80, 24)
	d.See("Chosen: 3 Embedded")
}

func TestTheTitleNeverLies(t *testing.T) {
	d := app(t, func(d *uitest.Driver) { d.Env.Example = true })
	d.See("Example   Saved")
	d.Shelf.Fail = errors.New("disk is full")
	d.Press("enter", "3").See("Not saved since 10:42").SeeNot("Saved 10:42")
	d.Press("q").See("Your last change is not in the file yet, but kept for next time.")
}

func TestAFailedSaveOpensThePageThatSaysSoOnce(t *testing.T) {
	d := app(t, nil)
	d.Shelf.Fail = errors.New("disk is full")
	d.Press("enter", "3")
	d.Send(ui.SavedForTest(d.Env.Saver, task.State{Err: d.Shelf.Fail, Waiting: 1}))
	d.See("nav.SaveProblem{}")
	d.Press("esc")
	d.Send(ui.SavedForTest(d.Env.Saver, task.State{Err: d.Shelf.Fail, Waiting: 2}))
	d.SeeNot("nav.SaveProblem{}")
	d.Send(ui.SavedForTest(d.Env.Saver, task.State{}))
	d.Send(ui.SavedForTest(d.Env.Saver, task.State{Err: d.Shelf.Fail, Waiting: 1}))
	d.See("nav.SaveProblem{}")
}

func TestClickingTheFooterDoesWhatItSays(t *testing.T) {
	d := app(t, nil)
	foot := d.Lines()[23]
	d.Click(layout.Width(foot[:strings.Index(foot, "m menu")])+1, 23).See("What you can do here")
	d.Press("esc")
	d.Click(layout.Width(foot[:strings.Index(foot, "? help")]), 23).See("Only keys that work on this screen are shown.")
}

func TestEveryLiveActOfTheMenuDoesSomething(t *testing.T) {
	d := app(t, nil)
	d.Press("enter", "2", "m")
	frame := d.Frame()
	for _, want := range []string{"This area does not apply to us", "Say which way it is heading", "copy this card"} {
		if !strings.Contains(frame, want) {
			t.Errorf("the menu does not offer %q:\n%s", want, frame)
		}
	}
	d.Press("1")
	j, _ := d.Env.Desk.Book.Evaluation().Area("1.1").SchoolSays("me")
	if j.State == model.Rated {
		t.Errorf("choosing the first row changed nothing: %+v", j)
	}
}

func TestReadOnlyIsSaidAndHeld(t *testing.T) {
	d := app(t, func(d *uitest.Driver) { d.ReadOnly() })
	d.See("Read only").Press("enter", "3").See("This was opened to read only. Nothing has changed.")
	d.Press("u").SeeNot("Undid")
}

func TestTheHelpNamesTheScreen(t *testing.T) {
	d := app(t, nil)
	d.Press("?").See("Help: the home page")
	d.Press("esc", "enter", "?").See("Help: judging an area")
}
