package model_test

import (
	"errors"
	"strings"
	"testing"

	"waymark/model"
)

// apart lets two people who share a log each do one thing, then hear each other.
func apart(t *testing.T, before, a, b func(*desk)) (*desk, *desk) {
	t.Helper()
	amy, bob := newDesk(t, "amy"), newDesk(t, "bob")
	if before != nil {
		before(amy)
	}
	bob.hear(amy)
	a(amy)
	b(bob)
	amy.hear(bob)
	bob.hear(amy)
	if x, y := dated(amy.book.Evaluation()), dated(bob.book.Evaluation()); x != y {
		t.Fatalf("the two copies differ after hearing each other:\n%s\n%s", x, y)
	}
	return amy, bob
}

func agree(l model.Level) func(*desk) {
	return func(d *desk) { d.do(d.book.Judge(d.agreed(), "1.1", level(l))) }
}

func TestConcurrentJudgementsAreBothShownUntilDecided(t *testing.T) {
	amy, bob := apart(t, nil, agree(2), agree(4))
	in := amy.book.Evaluation().Area("1.1").InRole(model.Agreed)
	if len(in) != 2 || !in[0].Contested || !in[1].Contested || in[0].Level != 2 || in[1].Level != 4 {
		t.Fatalf("got %+v, want both levels, contested", in)
	}
	if !amy.book.Evaluation().Area("1.1").Disagree() {
		t.Fatalf("two agreed levels do not count as disagreeing")
	}
	problems := amy.book.Problems()
	if len(problems) != 6 || problems[0].Problem != "1.1 Shared intent: changed on two computers. Choose one level" {
		t.Fatalf("got %v", problems)
	}
	decision := bob.do(bob.book.Judge(bob.agreed(), "1.1", level(4)))
	if len(decision) != 1 || len(decision[0].Seen) != 2 {
		t.Fatalf("the decision names %d heads, want both", len(decision[0].Seen))
	}
	amy.hear(bob)
	in = amy.book.Evaluation().Area("1.1").InRole(model.Agreed)
	if len(in) != 1 || in[0].Contested || in[0].Level != 4 {
		t.Fatalf("got %+v, want level 4 alone", in)
	}
}

func TestTheSameAnswerTwiceNeedsNoDecision(t *testing.T) {
	amy, _ := apart(t, nil, agree(3), agree(3))
	in := amy.book.Evaluation().Area("1.1").InRole(model.Agreed)
	if len(in) != 2 && len(in) != 1 {
		t.Fatalf("got %+v", in)
	}
	for _, j := range in {
		if j.Contested || j.Level != 3 {
			t.Fatalf("got %+v, want an uncontested level 3", j)
		}
	}
	if len(in) != 1 {
		t.Fatalf("the same answer is shown %d times", len(in))
	}
}

func TestTakingBackAgainstChangingIsAnOpenChoice(t *testing.T) {
	amy, _ := apart(t, agree(2),
		func(d *desk) { d.do(d.book.TakeOff(d.agreed(), "1.1")) }, agree(3))
	j, ok := amy.book.Evaluation().Area("1.1").By(amy.agreed())
	if !ok || !j.Contested || j.Level != 3 {
		t.Fatalf("got %+v, want the level 3 that somebody else took back, contested", j)
	}
	if got := amy.book.Problems()[0]; got.Area != "1.1" || !strings.Contains(got.Problem, "two computers") {
		t.Fatalf("got %+v, want the open choice named", got)
	}
	amy.do(amy.book.TakeOff(amy.agreed(), "1.1"))
	if _, ok := amy.book.Evaluation().Area("1.1").By(amy.agreed()); ok {
		t.Fatalf("the decision did not take the level off")
	}
}

func TestPeopleNeverOverwriteEachOther(t *testing.T) {
	amy, bob := apart(t, nil,
		func(d *desk) { d.do(d.book.GiveLevel(d.self(), "1.1", 2)) },
		func(d *desk) { d.do(d.book.GiveLevel(d.self(), "1.1", 4)) })
	s := amy.book.Evaluation().Area("1.1")
	if len(s.Judgements) != 2 || s.Judgements[0].Contested || !s.Disagree() {
		t.Fatalf("got %+v, want two people's levels, disagreeing, not contested", s.Judgements)
	}
	if got := amy.book.Problems()[0].Problem; got != "1.1 Shared intent: two people disagree. Agree one level" {
		t.Fatalf("got %q", got)
	}
	bob.do(bob.book.Judge(bob.agreed(), "1.1", level(3)))
	if bob.book.Evaluation().Area("1.1").Disagree() {
		t.Fatalf("an agreed level does not settle a disagreement")
	}
}

func TestConcurrentNotesPlansAndReasons(t *testing.T) {
	amy, _ := apart(t, func(d *desk) {
		d.do(d.book.WriteNote(d.self(), "n1", model.NoteText{Area: "1.1", Text: "First"}))
		d.do(d.book.AddPriority("p1", model.PriorityText{Title: "Plan", Areas: []model.AreaID{"1.1"}}))
		d.do(d.book.AddPriority("p2", model.PriorityText{Title: "Other", Areas: []model.AreaID{"1.2"}}))
	}, func(d *desk) {
		d.do(d.book.WriteNote(d.self(), "n1", model.NoteText{Area: "1.1", Text: "Amy’s words"}))
		d.do(d.book.Reword("p1", "Amy’s plan"))
		d.do(d.book.ExplainFewer("Amy’s reason"))
		d.do(d.book.Emphasise("1.1", model.Emphasis{Importance: model.Minor}))
	}, func(d *desk) {
		d.do(d.book.WriteNote(d.self(), "n1", model.NoteText{Area: "1.1", Text: "Bob’s words"}))
		d.do(d.book.Reword("p1", "Bob’s plan"))
		d.do(d.book.ExplainFewer("Bob’s reason"))
		d.do(d.book.Emphasise("1.1", model.Emphasis{Importance: model.Vital}))
	})
	e := amy.book.Evaluation()
	ns := e.Area("1.1").Notes
	if len(ns) != 2 || !ns[0].Contested || ns[0].Person != "amy" || ns[1].Person != "amy" {
		t.Fatalf("got %+v, want both wordings, contested, still amy’s", ns)
	}
	if len(e.Priorities) != 3 || !e.Priorities[0].Contested || e.Priorities[0].Title != "Amy’s plan" || e.Priorities[1].Title != "Bob’s plan" {
		t.Fatalf("got %+v, want both wordings of p1, then p2", e.Priorities)
	}
	if !strings.Contains(e.Fewer, "Amy’s reason") || !strings.Contains(e.Fewer, "Bob’s reason") {
		t.Fatalf("got %q, want both reasons", e.Fewer)
	}
	if got := e.Area("1.1").Emphases; len(got) != 2 {
		t.Fatalf("got %+v, want both emphases", got)
	}
	_, err := amy.book.MovePriority("p2", -1)
	wantField(t, err, "priority", "This priority was changed on two computers. Choose its words first")
	_, err = amy.book.Merge("p2", "p1", "Both")
	wantField(t, err, "priority", "This priority was changed on two computers. Choose its words first")
	_, err = amy.book.AdoptStep("p1", "Ask.")
	wantField(t, err, "priority", "This priority was changed on two computers. Choose its words first")
	amy.do(amy.book.Reword("p1", "Our plan"))
	amy.do(amy.book.MovePriority("p1", 1))
	e = amy.book.Evaluation()
	if len(e.Priorities) != 2 || e.Priorities[0].ID != "p2" || e.Priorities[1].Title != "Our plan" {
		t.Fatalf("got %+v, want p2 first after moving p1 past it", e.Priorities)
	}
	amy.do(amy.book.Emphasise("1.1", model.Emphasis{Importance: model.Vital}))
	if s := amy.book.Evaluation().Area("1.1"); len(s.Emphases) != 1 || s.Emphasis.Importance != model.Vital {
		t.Fatalf("got %+v, want the decision alone", s.Emphases)
	}
}

func TestPrioritiesAddedApartCanStillBeOrdered(t *testing.T) {
	add := func(id model.PriorityID) func(*desk) {
		return func(d *desk) {
			d.do(d.book.AddPriority(id, model.PriorityText{Title: "Plan " + string(id), Areas: []model.AreaID{"1.1"}}))
		}
	}
	amy, _ := apart(t, nil, add("a"), add("b"))
	amy.do(amy.book.MovePriority("a", 1))
	if got := amy.book.Evaluation().Priorities; len(got) != 2 || got[0].ID != "b" || got[1].ID != "a" {
		t.Fatalf("got %+v, want b before a", got)
	}
	amy.do(amy.book.MovePriority("a", -1))
	if got := amy.book.Evaluation().Priorities; got[0].ID != "a" {
		t.Fatalf("got %+v, want a first again", got)
	}
	if _, err := amy.book.MovePriority("a", -1); !errors.Is(err, model.ErrNothing) {
		t.Fatalf("got %v, want nothing to do at the top", err)
	}
}

func TestMoreThanFiveAfterMergingCanBeDropped(t *testing.T) {
	add := func(ids ...model.PriorityID) func(*desk) {
		return func(d *desk) {
			for _, id := range ids {
				d.do(d.book.AddPriority(id, model.PriorityText{Title: "Plan " + string(id)}))
			}
		}
	}
	amy, _ := apart(t, nil, add("a", "b", "c"), add("d", "e", "f"))
	var full *model.FullError
	if _, err := amy.book.AddPriority("g", model.PriorityText{Title: "Plan g"}); !errors.As(err, &full) || full.Have != 6 {
		t.Fatalf("got %v, want full with 6", err)
	}
	amy.do(amy.book.Drop("f"))
	amy.do(amy.book.Drop("e"))
	amy.do(amy.book.AddPriority("g", model.PriorityText{Title: "Plan g"}))
	got := amy.book.Evaluation().Priorities
	if len(got) != 5 || got[4].ID != "g" {
		t.Fatalf("got %+v, want five with g last", got)
	}
}

func TestProfileAndNamesChangedApart(t *testing.T) {
	amy, bob := apart(t, nil, func(d *desk) {
		c, err := model.RegisterSchool(model.School{ID: school, Name: "Alder Lane", Pupils: 210}, nil)
		d.do([]model.Change{c, model.NamePerson(model.Person{ID: "x", Name: "Xan"}, nil)}, err)
	}, func(d *desk) {
		c, err := model.RegisterSchool(model.School{ID: school, Name: "Beech Lane", Phase: "primary"}, nil)
		d.do([]model.Change{c, model.NamePerson(model.Person{ID: "x", Name: "Xena"}, nil)}, err)
	})
	for _, d := range []*desk{amy, bob} {
		if got, want := d.book.School(), (model.School{ID: school, Name: "Alder Lane", Pupils: 210}); got != want {
			t.Fatalf("got %+v, want one whole profile", got)
		}
		if got := d.book.People(); len(got) != 1 || got[0].Name != "Xan" {
			t.Fatalf("got %+v, want one person once", got)
		}
	}
	if got := amy.book.Who("nobody"); got != (model.Person{ID: "nobody"}) {
		t.Fatalf("got %+v", got)
	}
}
