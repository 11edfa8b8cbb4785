package visit_test

import (
	"reflect"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"waymark/model"
	"waymark/model/priority"
	"waymark/model/visit"
)

func (o *office) suggest(in priority.Input) priority.Answer {
	o.t.Helper()
	in.Readings, in.K = 200, 3
	a, err := priority.Suggest(in)
	if err != nil {
		o.t.Fatalf("suggest: %v", err)
	}
	return a
}

func (o *office) changed() visit.Changes {
	o.t.Helper()
	return visit.Changed(o.suggest(priority.FromSchool(o.book, nil)), o.suggest(priority.FromBook(o.book, nil)), o.book)
}

// levels gives every area of the rubric a level of the school's.
func (o *office) levels(all ...model.Level) {
	o.t.Helper()
	for i, a := range o.book.Rubric().Areas {
		o.says(a.ID, all[i])
	}
}

func TestFromSchoolIsWhatTheSchoolHad(t *testing.T) {
	o := newOffice(t, comparedRubric(2, 3))
	o.levels(3, 2, 3, 1, 2, 3)
	before := map[model.AreaID]model.Level{"1.1": 4}
	want := priority.FromBook(o.book, before)
	o.begin("1.1", "1.2", "2.1")
	slipping := rated(1)
	slipping.Direction = model.Slipping
	o.judge(reviewer(guest), "1.2", slipping)
	o.sees("1.1", 4)
	o.sees("2.1", 3)
	o.agree("2.1", 2)
	if got := priority.FromSchool(o.book, before); !reflect.DeepEqual(got, want) {
		t.Errorf("the school’s suggestion moved with the visit:\n%+v\nwant\n%+v", got, want)
	}
	if reflect.DeepEqual(priority.FromBook(o.book, before), want) {
		t.Error("and the visit itself changed nothing, so this shows nothing")
	}
}

func TestFromSchoolKeepsWhatTheSchoolAgreed(t *testing.T) {
	o := newOffice(t, comparedRubric(1, 3))
	o.says("1.1", 2)
	o.judge(model.Voice{Person: head, Role: model.Agreed}, "1.1", rated(1))
	o.begin("1.1")
	o.sees("1.1", 4)
	if in := priority.FromSchool(o.book, nil); in.Areas[0].Agreed == nil || in.Areas[0].Agreed.Level != 1 {
		t.Errorf("what the school agreed among itself is gone: %+v", in.Areas[0])
	}
}

func TestChangedSaysWhichJudgementMovedIt(t *testing.T) {
	o := newOffice(t, comparedRubric(5, 1))
	o.levels(1, 2, 2, 3, 3)
	o.begin("1.1", "2.1", "3.1", "4.1")
	o.sees("1.1", 1)
	o.sees("2.1", 3)
	o.sees("4.1", 1)
	o.agree("1.1", 1)
	o.agree("2.1", 3)
	o.agree("4.1", 1)
	c := o.changed()
	want := visit.Changes{
		Stay: []visit.Moved{
			{Area: "1.1", Was: 1, Now: 1, Why: "The reviewer and the school agreed Early for 1.1, as the school had said."},
			{Area: "3.1", Was: 3, Now: 3, Why: "No judgement of 3.1 was made in a visit."},
		},
		In:  []visit.Moved{{Area: "4.1", Now: 2, Why: "The reviewer and the school agreed Early for 4.1; the school had said Embedded."}},
		Out: []visit.Moved{{Area: "2.1", Was: 2, Why: "The reviewer and the school agreed Embedded for 2.1; the school had said Developing."}},
	}
	if !reflect.DeepEqual(c, want) {
		t.Errorf("changes are\n%+v, want\n%+v", c, want)
	}
	if got := c.Words(); got != "4.1 comes in; 2.1 goes." {
		t.Errorf("%q", got)
	}
}

func TestChangedWithoutAgreement(t *testing.T) {
	o := newOffice(t, comparedRubric(5, 1))
	o.levels(1, 1, 2, 2, 3)
	o.begin("4.1", "5.1")
	o.sees("4.1", 1)
	o.judge(reviewer(guest), "5.1", model.Opinion{State: model.NoEvidence})
	c := o.changed()
	if !slices.ContainsFunc(c.In, func(m visit.Moved) bool {
		return m.Why == "The reviewer said Early for 4.1; the school said Developing."
	}) {
		t.Errorf("in: %+v", c.In)
	}
	if !slices.ContainsFunc(c.Out, func(m visit.Moved) bool {
		return m.Why == "4.1 comes before it: the reviewer said Early for 4.1; the school said Developing."
	}) {
		t.Errorf("out: %+v", c.Out)
	}
}

// A reviewer who has not judged an area reads nothing of what others said of it.
func TestChangedIsBlindToo(t *testing.T) {
	o := newOffice(t, comparedRubric(5, 1))
	o.levels(1, 1, 2, 2, 4)
	o.begin("4.1")
	o.sees("4.1", 1)
	blind := o.book.As(reviewer(aide))
	c := visit.Changed(o.suggest(priority.FromSchool(blind, nil)), o.suggest(priority.FromBook(blind, nil)), blind)
	if len(c.In) != 1 || strings.Contains(c.In[0].Why, "school") {
		t.Errorf("%+v", c)
	}
}

func TestChangedThroughWhatAnAreaHelps(t *testing.T) {
	r := comparedRubric(6, 1)
	r.Edges = []model.Edge{{Before: "5.1", After: "6.1"}}
	o := newOffice(t, r)
	o.levels(1, 1, 2, 2, 2, 3)
	o.begin("6.1")
	o.sees("6.1", 1)
	o.agree("6.1", 1)
	c := o.changed()
	want := visit.Changes{
		In:  []visit.Moved{{Area: "5.1", Now: 1, Why: "It helps 6.1: the reviewer and the school agreed Early for 6.1; the school had said Embedded."}},
		Out: []visit.Moved{{Area: "3.1", Was: 3, Why: "5.1 comes before it and helps 6.1: the reviewer and the school agreed Early for 6.1; the school had said Embedded."}},
	}
	if !reflect.DeepEqual(c.In, want.In) || !reflect.DeepEqual(c.Out, want.Out) {
		t.Errorf("changes are\n%+v, want\n%+v", c, want)
	}
}

func TestChangedWhenWhatItHelpedNeedsItNoLonger(t *testing.T) {
	r := comparedRubric(5, 1)
	r.Edges = []model.Edge{{Before: "4.1", After: "5.1"}}
	o := newOffice(t, r)
	o.levels(1, 1, 2, 2, 2)
	o.begin("5.1")
	o.sees("5.1", 3)
	o.agree("5.1", 3)
	c := o.changed()
	if len(c.Out) != 1 || c.Out[0].Why != "It was there to help 5.1: the reviewer and the school agreed Embedded for 5.1; the school had said Developing." {
		t.Errorf("out: %+v", c.Out)
	}
	if len(c.In) != 1 || c.In[0].Why != "It takes the place of 4.1, which was there to help 5.1: the reviewer and the school agreed Embedded for 5.1; the school had said Developing." {
		t.Errorf("in: %+v", c.In)
	}
}

func TestNothingChanged(t *testing.T) {
	o := newOffice(t, comparedRubric(4, 1))
	o.levels(1, 1, 1, 3)
	c := o.changed()
	if c.Any() || len(c.Stay) != 3 || c.Words() != "The priorities are the same as before the visit." {
		t.Errorf("%+v, %q", c, c.Words())
	}
	if got := (visit.Changes{}).Words(); got != "Nothing is suggested, before the visit or now." {
		t.Errorf("%q", got)
	}
	two := []visit.Moved{{Area: "1.1"}, {Area: "1.2"}}
	if got := (visit.Changes{In: two}).Words(); got != "1.1 and 1.2 come in." {
		t.Errorf("%q", got)
	}
	if got := (visit.Changes{Out: two}).Words(); got != "1.1 and 1.2 go." {
		t.Errorf("%q", got)
	}
}

// Every priority of either list is in the change once, in its own place, with a
// sentence that ends.
func TestChangedLaws(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		o, _ := anyDay(t)
		was, now := o.suggest(priority.FromSchool(o.book, nil)), o.suggest(priority.FromBook(o.book, nil))
		c := visit.Changed(was, now, o.book)
		if len(c.Stay)+len(c.In) != now.K || len(c.Stay)+len(c.Out) != was.K {
			t.Fatalf("%d stay, %d in, %d out of %d and %d", len(c.Stay), len(c.In), len(c.Out), was.K, now.K)
		}
		for _, m := range slices.Concat(c.Stay, c.In, c.Out) {
			if m.Now > 0 && now.Order[m.Now-1] != m.Area || m.Was > 0 && was.Order[m.Was-1] != m.Area || m.Now+m.Was == 0 {
				t.Fatalf("%+v is not in its place", m)
			}
			if !strings.HasSuffix(m.Why, ".") || strings.Count(m.Why, ". ") > 0 {
				t.Fatalf("%q is not one sentence", m.Why)
			}
		}
	})
}
