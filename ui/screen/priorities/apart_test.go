package priorities_test

import (
	"testing"

	"waymark/model"
	"waymark/ui/uitest"
)

// raw writes what copies that were changed apart can bring together.
func raw(t *testing.T, d *uitest.Driver, k model.EventKind, subject string, values ...any) {
	t.Helper()
	var changes []model.Change
	for _, v := range values {
		changes = append(changes, model.Change{
			Evaluation: d.Env.Desk.Book.EvaluationID(), Person: "me", Role: model.Self,
			Kind: k, Subject: model.Subject(subject), Value: v,
		})
	}
	if err := d.Env.Desk.Do(changes, nil); err != nil {
		t.Fatal(err)
	}
}

// Six areas pinned on two computers: the page says so, lists them, and still
// takes a priority of the school's own.
func TestTooManyPins(t *testing.T) {
	d := uitest.NewEnv(t).Begin()
	judge(t, d, school())
	for _, id := range []string{"1.3", "1.4", "2.1", "2.2", "2.3", "2.4"} {
		raw(t, d, model.KindEmphasis, "school/area/"+id+"/emphasis", model.Emphasis{Pinned: true})
	}
	open(t, d, 80, 24).Exact().See("6 areas must be priorities, and five is the most.", "Must be a priority", "2.4  Subject-specific professional learning")
	d.Press("+").Type("Read more").Press("enter").See("You have accepted 1")
	d.Press("end", "enter").See(`nav.Emphasise{Area:"2.4"}`)
}

// A priority worded twice is one row, and its words come first.
func TestContestedPriority(t *testing.T) {
	d := uitest.NewEnv(t).Begin()
	judge(t, d, school())
	raw(t, d, model.KindPriority, "school/priority/p", model.PriorityText{Title: "One way", Place: 1}, model.PriorityText{Title: "Another way", Place: 1})
	if n := len(plan(d)); n != 2 {
		t.Fatalf("%d values, want two that wait for a choice", n)
	}
	open(t, d, 80, 24).Press("home").See("You have accepted 1", "It was changed on two computers. Press e to choose its words.")
	d.Press("p", "2", "enter").See("Choose its words first with e.")
	d.Press("e", "enter")
	if n := len(plan(d)); n != 1 || plan(d)[0].Contested {
		t.Errorf("after choosing its words: %+v", plan(d))
	}
}

// What a page asks about may be gone after an undo.
func TestUndoClosesAPage(t *testing.T) {
	d := judged(t, 80, 24).Press("space", "up", "enter").See("What would you like to do").Press("u")
	d.SeeNot("What would you like to do").See("You have accepted 0").Press("space").See("You have accepted 1")
}
