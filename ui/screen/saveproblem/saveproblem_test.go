package saveproblem_test

import (
	"context"
	"errors"
	"strings"
	"testing"

	"waymark/model"
	"waymark/ui"
	"waymark/ui/nav"
	"waymark/ui/screen/saveproblem"
	"waymark/ui/task"
	"waymark/ui/uitest"
)

// inUse is a failed save as the program words it.
type inUse struct{}

func (inUse) Error() string {
	return "Another program is using “waymark.db”. OneDrive may be copying it."
}
func (inUse) Detail() string { return "Error 32, file in use." }

// failing has three changes that could not be saved.
func failing(t *testing.T) *uitest.Driver {
	t.Helper()
	d := uitest.NewEnv(t).Begin().Judge(" 2")
	d.Shelf.Fail = inUse{}
	d.Judge(" 3")
	b, v := d.Env.Desk.Book, d.Env.Desk.Voice
	do(t, d)(b.WriteNote(v, "n", model.NoteText{Area: "1.2", Text: strings.Repeat("word ", 31)}))
	do(t, d)(b.SetFlag(v, "1.3", true))
	return d
}

func do(t *testing.T, d *uitest.Driver) func([]model.Change, error) {
	return func(c []model.Change, err error) {
		t.Helper()
		if err := d.Env.Desk.Do(c, err); err != nil {
			t.Fatal(err)
		}
	}
}

func open(d *uitest.Driver) *uitest.Driver {
	d.Run(func(r nav.Route) ui.Screen {
		if p, ok := r.(nav.SaveProblem); ok {
			return saveproblem.New(d.Env, p)
		}
		return &uitest.Place{Route: r}
	}, nav.Home{}, 80, 24)
	d.Env.Nav.Push(nav.SaveProblem{})
	d.Send(struct{}{})
	return d
}

func TestItSaysWhatWaitsInWords(t *testing.T) {
	d := open(failing(t))
	d.See("There is a problem: your last 3 changes are not in the file yet", "Another program is using “waymark.db”. OneDrive may be copying it.",
		"Your work is safe.", "1.2 from 2 to 3", "note on 1.2, 31 words", "1.3 flagged", "10:42",
		"these 3 changes will be offered back to you", "Waymark tries again every 5 seconds. Error 32, file in use.", "Not saved since 10:42")
	d.Press("esc").See("nav.Home{}")
}

func TestTryingAgainClosesItOnceSaved(t *testing.T) {
	d := open(failing(t)).Press("enter").See("Trying again now.")
	d.Send(task.Changed{State: d.Env.Saver.State()})
	d.See("Tried again at 10:42. It is not in the file yet, but still kept.")
	d.Shelf.Fail = nil
	d.Press("1").See("nav.Home{}", "Everything is in the file again. Nothing was lost.", "Saved 10:42")
}

func TestItClosesByItselfButNothingElse(t *testing.T) {
	d := open(failing(t))
	d.Shelf.Fail = nil
	d.Env.Saver.Retry()
	d.Send(task.Changed{State: d.Env.Saver.State()})
	d.See("nav.Home{}")

	d = open(failing(t)).Press("d").See("nav.Display{}")
	d.Shelf.Fail = nil
	d.Env.Saver.Retry()
	d.Send(task.Changed{State: d.Env.Saver.State()})
	d.See("nav.Display{}").Press("esc").See("nav.Home{}")
}

func TestACopyIsSavedElsewhere(t *testing.T) {
	d := open(failing(t)).Press("down", "enter").See("A copy is here: Documents/Waymark copy.db", "A copy with everything in it was saved.")
	d.AtEverySize()
	d = failing(t)
	d.Env.Files = noRoom{d.Files}
	open(d).Press("2").See("The copy could not be written. Your work is still kept on this computer.")
}

type noRoom struct{ *uitest.Files }

func (noRoom) SaveCopy(context.Context, []model.Record) (string, error) {
	return "", errors.New("write copy: no room")
}

func TestDetailsForITSupportHoldNoSchoolData(t *testing.T) {
	d := open(failing(t)).Press("3").See("For IT support", "Detail: Error 32, file in use.", "24 September 2026", "3 changes").AtEverySize()
	d.SeeNot("31 words").Press("y").See("Copied.")
	if !strings.Contains(d.Files.Copied, "Error 32, file in use.") || strings.Contains(d.Files.Copied, "Alder Lane") {
		t.Fatalf("copied %q", d.Files.Copied)
	}
	d.Press("esc").See("What is waiting to be saved").Press("esc").See("nav.Home{}")
}

func TestManyChangesShowTheNewest(t *testing.T) {
	d := failing(t)
	d.Judge(strings.Repeat("1", 41))
	open(d).See("your last 44 changes are", "before these", "7.5 from not judged to 1").AtEverySize()
}

func TestOneChangeAndAnErrorOfAnotherKind(t *testing.T) {
	d := uitest.NewEnv(t).Begin()
	d.Shelf.Fail = errors.New("disk is gone")
	d.Judge("1")
	open(d).See("your last change is not in the file yet", "Disk is gone.", "this change will be offered back").AtEverySize()
	d.Press("3").See("No further details.")
}

func TestNothingToSay(t *testing.T) {
	open(uitest.NewEnv(t).Begin()).See("Everything is in the file. Nothing needs doing.").AtEverySize().Press("enter").See("nav.Home{}")
}

func TestAClickChoosesAndASecondTakes(t *testing.T) {
	d := open(failing(t))
	for y, l := range d.Lines() {
		if strings.Contains(l, "Show the details") {
			d.Click(6, y).SeeNot("For IT support").Click(6, y).See("For IT support")
			return
		}
	}
	t.Fatal("the choice is not there")
}

func TestFrames(t *testing.T) {
	d := open(failing(t)).Golden("80x24").AtEverySize()
	d.Resize(120, 30)
	d.Golden("120x30")
	d.Resize(50, 14)
	d.Golden("50x14")
}
