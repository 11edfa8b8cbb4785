package area_test

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"waymark/model"
	"waymark/ui/uitest"
)

const first, second = "Ask one class what they kept.", "Write the rest in a year."

// toStep opens the page of 1.3 and puts the cursor on its first step.
func toStep(t *testing.T, d *uitest.Driver) *uitest.Driver {
	t.Helper()
	page(d, "1.3")
	for range 40 {
		if strings.Contains(d.Frame(), "► ○ "+first) || strings.Contains(d.Frame(), "► ● "+first) {
			return d
		}
		d.Press("down")
	}
	t.Fatalf("the step is not reached:\n%s", d.Frame())
	return nil
}

func have(t *testing.T, d *uitest.Driver, titles ...string) {
	t.Helper()
	for i := range titles {
		text := model.PriorityText{Title: titles[i], Areas: []model.AreaID{d.Env.Desk.Book.Rubric().Areas[20+i].ID}}
		if err := d.Env.Desk.Do(d.Env.Desk.Book.AddPriority(model.PriorityID(fmt.Sprint("p", i)), text)); err != nil {
			t.Fatal(err)
		}
	}
}

func about(t *testing.T, d *uitest.Driver, id model.PriorityID, title string) {
	t.Helper()
	if err := d.Env.Desk.Do(d.Env.Desk.Book.AddPriority(id, model.PriorityText{Title: title, Areas: []model.AreaID{"1.3"}})); err != nil {
		t.Fatal(err)
	}
}

func wantSteps(t *testing.T, d *uitest.Driver, place int, want ...string) {
	t.Helper()
	all := d.Env.Desk.Book.Evaluation().Priorities
	if len(all) <= place || !slices.Equal(all[place].Steps, want) {
		t.Fatalf("the plan is %+v, want steps %q in priority %d", all, want, place+1)
	}
}

func TestAStepIsAdoptedIntoThePriorityOfItsArea(t *testing.T) {
	d := begin(t).Judge("122")
	have(t, d, "Other")
	about(t, d, "mine", "Pin it down")
	toStep(t, d).See("Enter adopt", "Enter puts this step into a priority of your plan.").Golden("step-80x24")
	keys := d.Keys
	d.Press("space").See("Adopted into priority 2. u takes it out again.", "► ● "+first, "In priority 2.", "Enter take it out")
	if d.Keys-keys != 1 {
		t.Fatal("one key should do")
	}
	wantSteps(t, d, 1, first)
	d.Press("down", "e").See("► ● "+second, "In priority 2.")
	wantSteps(t, d, 1, first, second)
	d.Press("u").See("Undid: first step out of “Pin it down”", "► ○ "+second)
	wantSteps(t, d, 1, first)
	d.Press("up", "enter").See("Taken out of priority 2. u puts it back.", "► ○ "+first)
	wantSteps(t, d, 1)
}

func TestWithoutAPriorityOneIsOffered(t *testing.T) {
	d := toStep(t, begin(t).Judge("122")).Press("enter")
	d.See("No priority is about this area yet", first, "► Make a priority of 1.3 Content pinned down").Golden("offer-80x24").AtEverySize()
	d.Press("esc").See("► ○ "+first, "Enter adopt")
	n := d.Env.Desk.Book.Len()
	d.Press("enter", "enter").See("Priority 1 begins with this step. u takes it out again.", "► ● "+first)
	wantSteps(t, d, 0, first)
	if p := d.Env.Desk.Book.Evaluation().Priorities[0]; p.Title != "Content pinned down" || !p.Covers("1.3") {
		t.Fatalf("made %+v", p)
	}
	if d.Env.Desk.Book.Len() != n+1 {
		t.Fatal("it took more than one act")
	}
	d.Press("u").See("► ○ " + first)
	if len(d.Env.Desk.Book.Evaluation().Priorities) != 0 {
		t.Fatal("undo left a priority")
	}
}

func TestAnotherPriorityCanTakeIt(t *testing.T) {
	d := begin(t).Judge("122")
	have(t, d, "One", "Two")
	toStep(t, d).Press("enter").See("Which priority does this step go into?", "► Make a priority of 1.3", "1  One", "2  Two", "no steps")
	d.Press("9").See("There is no number 9 to choose here.").Press("2").See("► 2  Two").Press("enter").See("Adopted into priority 2.")
	wantSteps(t, d, 1, first)
}

func TestAtFiveItAsksWhich(t *testing.T) {
	d := begin(t).Judge("122")
	have(t, d, "One", "Two", "Three", "Four", "Five")
	toStep(t, d).Press("enter").See("You have 5 priorities, which is the most. The step can join one of them.", "► 1  One", "5  Five").SeeNot("Make a priority")
	d.AtEverySize().Press("down", "down", "enter").See("Adopted into priority 3.")
	wantSteps(t, d, 2, first)
}

func TestTwoPrioritiesOfTheAreaAreAskedBetween(t *testing.T) {
	d := begin(t).Judge("122")
	have(t, d, "Other")
	about(t, d, "a", "This way")
	about(t, d, "b", "That way")
	toStep(t, d).Press("enter").See("► 2  This way", "3  That way").SeeNot("1  Other", "Make a priority")
	y := 0
	for i, l := range d.Lines() {
		if strings.Contains(l, "That way") {
			y = i
		}
	}
	d.Click(10, y).See("► 3  That way").Click(10, y).See("Adopted into priority 3.")
	wantSteps(t, d, 2, first)
}

func TestSixStepsAreTheMost(t *testing.T) {
	d := begin(t).Judge("122")
	about(t, d, "a", "Full")
	for i := range model.MostSteps {
		if err := d.Env.Desk.Do(d.Env.Desk.Book.AdoptStep("a", fmt.Sprint("Step ", i))); err != nil {
			t.Fatal(err)
		}
	}
	toStep(t, d).Press("enter").See("This priority has 6 first steps, which is the most.", "► ○ "+first)
}

func TestNothingIsAdoptedWhenItMayNotBe(t *testing.T) {
	d := begin(t).Judge("122")
	about(t, d, "a", "Mine")
	if err := d.Env.Desk.Do(d.Env.Desk.Book.AdoptStep("a", second)); err != nil {
		t.Fatal(err)
	}
	toStep(t, d.ReadOnly()).Press("enter").See("This was opened to read only. Nothing has changed.")
	d.Press("down", "enter").See("This was opened to read only. Nothing has changed.", "► ● "+second)

	d = begin(t).Judge("122")
	about(t, d, "a", "Mine")
	if err := d.Env.Desk.Do(d.Env.Desk.Book.SetRemoved(true)); err != nil {
		t.Fatal(err)
	}
	toStep(t, d).Press("enter").See("This self-evaluation was deleted.")
}

func TestAFinishedEvaluationStillTakesSteps(t *testing.T) {
	d := begin(t).Judge(strings.Repeat("2", 41))
	if err := d.Env.Desk.Do(d.Env.Desk.Book.Finish()); err != nil {
		t.Fatal(err)
	}
	toStep(t, d).Press("enter", "enter").See("Priority 1 begins with this step.")
}

func TestAFailingDiskIsSaidAtTheTop(t *testing.T) {
	d := begin(t).Judge("122")
	d.Shelf.Fail = errors.New("disk full")
	toStep(t, d).Press("enter", "enter")
	wantSteps(t, d, 0, first)
	d.See("► ● " + first)
}
