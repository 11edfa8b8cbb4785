package model_test

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"waymark/model"
)

func plan(d *desk, ids ...model.PriorityID) {
	for i, id := range ids {
		d.do(d.book.AddPriority(id, model.PriorityText{Title: "Plan " + string(id), Areas: []model.AreaID{rubric().Areas[i].ID}}))
	}
}

func order(d *desk) string {
	var ids []string
	for _, p := range d.book.Evaluation().Priorities {
		ids = append(ids, string(p.ID))
	}
	return strings.Join(ids, " ")
}

func TestFivePrioritiesAtMost(t *testing.T) {
	d := newDesk(t, "amy")
	plan(d, "a", "b", "c", "d", "e")
	_, err := d.book.AddPriority("f", model.PriorityText{Title: "Sixth"})
	var full *model.FullError
	if !errors.As(err, &full) || full.Have != 5 || err.Error() != "there are 5 priorities already; set one aside first" {
		t.Fatalf("got %v", err)
	}
	d.do(d.book.Drop("b"))
	d.do(d.book.AddPriority("f", model.PriorityText{Title: "Sixth"}))
	if got := order(d); got != "a c d e f" {
		t.Fatalf("got %s", got)
	}
}

func TestPriorityRefusals(t *testing.T) {
	d := newDesk(t, "amy")
	plan(d, "a", "b")
	for _, c := range []struct {
		p              model.PriorityText
		field, problem string
	}{
		{model.PriorityText{Title: " \t"}, "title", "Enter what you will work on, starting with a verb"},
		{model.PriorityText{Title: strings.Repeat("é", 201)}, "title", "A priority must be 200 characters or fewer"},
		{model.PriorityText{Title: "x", Areas: []model.AreaID{"1.1", nobody}}, "areas", "There is no area 9.9 in this rubric"},
	} {
		_, err := d.book.AddPriority("c", c.p)
		wantField(t, err, c.field, c.problem)
		_, err = d.book.Replace("a", c.p)
		wantField(t, err, c.field, c.problem)
	}
	_, err := d.book.Reword("a", "")
	wantField(t, err, "title", "Enter what you will work on, starting with a verb")
	_, err = d.book.Reword("a", " Plan  a ")
	wantErr(t, err, model.ErrNothing)
	_, err = d.book.Merge("a", "b", "")
	wantField(t, err, "title", "Enter what you will work on, starting with a verb")
	_, err = d.book.Merge("a", "a", "x")
	wantField(t, err, "priority", "Choose two different priorities to put together")
	for name, rule := range map[string]func() ([]model.Change, error){
		"reword":     func() ([]model.Change, error) { return d.book.Reword("z", "x") },
		"drop":       func() ([]model.Change, error) { return d.book.Drop("z") },
		"replace":    func() ([]model.Change, error) { return d.book.Replace("z", model.PriorityText{Title: "x"}) },
		"merge into": func() ([]model.Change, error) { return d.book.Merge("z", "a", "x") },
		"merge":      func() ([]model.Change, error) { return d.book.Merge("a", "z", "x") },
	} {
		if _, err := rule(); !errors.Is(err, model.ErrNotFound) {
			t.Errorf("%s: got %v, want not found", name, err)
		}
	}
}

func TestMovePriority(t *testing.T) {
	d := newDesk(t, "amy")
	plan(d, "a", "b", "c")
	for _, c := range []struct {
		id   model.PriorityID
		by   int
		want string
	}{
		{"a", 1, "b a c"},
		{"c", -1, "b c a"},
		{"a", 1, ""},
		{"b", -1, ""},
		{"b", 0, ""},
		{"z", 1, ""},
		{"b", 1, "c b a"},
	} {
		before := order(d)
		changes, err := d.book.MovePriority(c.id, c.by)
		if c.want == "" {
			wantErr(t, err, model.ErrNothing)
			continue
		}
		if len(changes) != 2 {
			t.Fatalf("moving %s in %s takes %d changes, want 2", c.id, before, len(changes))
		}
		d.do(changes, err)
		if got := order(d); got != c.want {
			t.Fatalf("moving %s by %d in %s gave %s, want %s", c.id, c.by, before, got, c.want)
		}
	}
	d.undo()
	if got := order(d); got != "b c a" {
		t.Fatalf("undo gave %s", got)
	}
}

func TestMergeAndSplit(t *testing.T) {
	d := newDesk(t, "amy")
	d.do(d.book.AddPriority("a", model.PriorityText{Title: "One", Areas: []model.AreaID{"1.1", "1.2"}}))
	d.do(d.book.AddPriority("b", model.PriorityText{Title: "Two", Areas: []model.AreaID{"1.2", "2.1"}, Own: true}))
	d.do(d.book.AddPriority("c", model.PriorityText{Title: "Three", Areas: []model.AreaID{"2.2"}}))
	before := picture(d.book.Evaluation())
	d.do(d.book.Merge("b", "a", "One and two"))
	got := d.book.Evaluation().Priorities
	if len(got) != 2 || got[0].ID != "b" || got[0].Title != "One and two" || got[0].Own ||
		!slices.Equal(got[0].Areas, []model.AreaID{"1.2", "2.1", "1.1"}) || !got[0].Covers("1.1") || got[0].Covers("2.2") {
		t.Fatalf("got %+v", got)
	}
	d.undo()
	if after := picture(d.book.Evaluation()); after != before {
		t.Fatalf("undo did not split them again:\n%s\n%s", after, before)
	}
	d.do(d.book.Merge("a", "b", "One"))
	d.do(d.book.AddPriority("e", model.PriorityText{Title: "Empty", Own: true}))
	d.do(d.book.Merge("a", "e", "One"))
	if got := order(d); got != "a c" {
		t.Fatalf("got %s, want the one that adds nothing gone too", got)
	}
}

func TestReplaceKeepsThePlace(t *testing.T) {
	d := newDesk(t, "amy")
	plan(d, "a", "b", "c")
	d.do(d.book.Replace("b", model.PriorityText{Title: "Another", Areas: []model.AreaID{"2.3"}, Place: 99}))
	got := d.book.Evaluation().Priorities
	if order(d) != "a b c" || got[1].Title != "Another" || !got[1].Covers("2.3") || got[1].Covers("1.2") {
		t.Fatalf("got %+v", got)
	}
	d.do(d.book.Reword("b", "  Teach\tit "))
	if got := d.book.Evaluation().Priorities[1].Title; got != "Teach it" {
		t.Fatalf("got %q", got)
	}
}

func TestExplainFewer(t *testing.T) {
	d := newDesk(t, "amy")
	_, err := d.book.ExplainFewer(" ")
	wantErr(t, err, model.ErrNothing)
	d.do(d.book.ExplainFewer(" Two are\nbig "))
	if got := d.book.Evaluation().Fewer; got != "Two are big" {
		t.Fatalf("got %q", got)
	}
	d.do(d.book.ExplainFewer(""))
	if got := d.book.Evaluation().Fewer; got != "" {
		t.Fatalf("got %q", got)
	}
}
