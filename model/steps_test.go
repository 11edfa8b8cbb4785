package model_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"waymark/model"
)

func steps(d *desk, id model.PriorityID) []string {
	for _, p := range d.book.Evaluation().Priorities {
		if p.ID == id {
			return p.Steps
		}
	}
	return nil
}

func wantSteps(t *testing.T, d *desk, id model.PriorityID, want ...string) {
	t.Helper()
	if got := steps(d, id); !slices.Equal(got, want) {
		t.Fatalf("steps are %q, want %q", got, want)
	}
}

func TestAdoptSteps(t *testing.T) {
	d := newDesk(t, "amy")
	plan(d, "a", "b")
	d.do(d.book.AdoptStep("a", " Ask one \n class. "))
	d.do(d.book.AdoptStep("a", "Ask all."))
	wantSteps(t, d, "a", "Ask one class.", "Ask all.")
	wantSteps(t, d, "b")
	_, err := d.book.AdoptStep("a", "ask ONE class.")
	wantErr(t, err, model.ErrNothing)
	d.do(d.book.Reword("a", "Other words"))
	wantSteps(t, d, "a", "Ask one class.", "Ask all.")
	d.undo()
	d.undo()
	wantSteps(t, d, "a", "Ask one class.")
	d.do(d.book.AdoptStep("a", "Ask some."))
	d.do(d.book.DropStep("a", "ask one class."))
	wantSteps(t, d, "a", "Ask some.")
	_, err = d.book.DropStep("a", "Ask one class.")
	wantErr(t, err, model.ErrNothing)
	d.undo()
	wantSteps(t, d, "a", "Ask one class.", "Ask some.")
}

func TestAPriorityBeginsWithSixStepsAtMost(t *testing.T) {
	d := newDesk(t, "amy")
	plan(d, "a")
	for i := range model.MostSteps {
		d.do(d.book.AdoptStep("a", fmt.Sprintf("Step %d", i)))
	}
	_, err := d.book.AdoptStep("a", "One too many")
	wantField(t, err, "step", "This priority has 6 first steps, which is the most. Take one out first")
	_, err = d.book.AdoptStep("a", "step 3")
	wantErr(t, err, model.ErrNothing)
}

func TestStepRefusals(t *testing.T) {
	d := newDesk(t, "amy")
	plan(d, "a")
	_, err := d.book.AdoptStep("a", " \t")
	wantField(t, err, "step", "Enter what you will do first, starting with a verb")
	_, err = d.book.AdoptStep("a", strings.Repeat("é", 401))
	wantField(t, err, "step", "A step must be 400 characters or fewer")
	_, err = d.book.AddPriority("b", model.PriorityText{Title: "x", Steps: []string{"fine", ""}})
	wantField(t, err, "step", "Enter what you will do first, starting with a verb")
	_, err = d.book.AdoptStep("z", "x")
	wantErr(t, err, model.ErrNotFound)
	_, err = d.book.DropStep("z", "x")
	wantErr(t, err, model.ErrNotFound)
}

func TestAPriorityCanBeginWithAStep(t *testing.T) {
	d := newDesk(t, "amy")
	d.do(d.book.AddPriority("a", model.PriorityText{Title: "One", Steps: []string{" Ask. "}}))
	wantSteps(t, d, "a", "Ask.")
}

func TestMergingKeepsTheStepsOfBoth(t *testing.T) {
	d := newDesk(t, "amy")
	plan(d, "a", "b")
	d.do(d.book.AdoptStep("a", "Ask."))
	d.do(d.book.AdoptStep("b", "Look."))
	d.do(d.book.AdoptStep("b", "ask."))
	d.do(d.book.Merge("a", "b", "Both"))
	wantSteps(t, d, "a", "Ask.", "Look.")
	d.undo()
	wantSteps(t, d, "a", "Ask.")
	wantSteps(t, d, "b", "Look.", "ask.")
}
