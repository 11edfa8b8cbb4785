package priorities_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"waymark/model"
	"waymark/ui/uitest"
)

func stepped(t *testing.T, steps ...string) *uitest.Driver {
	t.Helper()
	d := uitest.NewEnv(t).Begin()
	judge(t, d, school())
	do(t, d)(d.Env.Desk.Book.AddPriority("a", model.PriorityText{Title: "Pin it down", Areas: []model.AreaID{"1.3"}, Steps: steps}))
	do(t, d)(d.Env.Desk.Book.AddPriority("b", model.PriorityText{Title: "Talk more", Areas: []model.AreaID{"3.4"}, Steps: []string{"Ask the pupils."}}))
	return open(t, d, 80, 24)
}

func TestFirstStepsStandBelowTheirPriority(t *testing.T) {
	d := stepped(t, "Ask one class what they kept from the last unit, and write it down beside the plan.", "Write one page.")
	d.Press("home").See("First steps", "● Ask one class", "● Write one page.").SeeNot("● Ask the pupils.").AtEverySize()
	golden(t, d, "steps-80x24")
	d.Press("down").See("● Ask the pupils.").SeeNot("● Write one page.")
}

func TestAFirstStepIsTakenOut(t *testing.T) {
	d := stepped(t, "Ask one class.", "Write one page.").Press("home", "enter").See("Take out one of its first steps")
	for range 12 {
		if slices.ContainsFunc(d.Lines(), func(l string) bool { return contains(l, "►", "Take out one of its first steps") }) {
			break
		}
		d.Press("down")
	}
	d.Press("enter").See("Take out which first step?", "► 1  Ask one class.", "2  Write one page.").Press("2", "enter").See("The step is taken out. u puts it back.")
	if got := plan(d)[0].Steps; fmt.Sprint(got) != "[Ask one class.]" {
		t.Fatalf("steps are %q", got)
	}
	d.Press("u").See("● Write one page.")
}

func TestPuttingTwoTogetherKeepsTheirSteps(t *testing.T) {
	d := stepped(t, "Ask one class.").Press("home", "p", "2", "enter", "enter")
	if got := plan(d)[0].Steps; len(plan(d)) != 1 || fmt.Sprint(got) != "[Ask one class. Ask the pupils.]" {
		t.Fatalf("the plan is %+v", plan(d))
	}
}

func contains(line string, all ...string) bool {
	for _, want := range all {
		if !strings.Contains(line, want) {
			return false
		}
	}
	return true
}
