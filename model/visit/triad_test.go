package visit_test

import (
	"errors"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"waymark/model"
	"waymark/model/visit"
)

func TestAYearOfATriad(t *testing.T) {
	plan := visit.Triad([3]string{"Oak", "Elm", "Ash"}, "2026-27", nil)
	if len(plan) != 18 {
		t.Fatalf("%d visits, want 18", len(plan))
	}
	type pair struct {
		term          visit.Term
		visitor, host string
	}
	type load struct {
		term   visit.Term
		half   int
		school string
	}
	pairs, visits, hosts, first := map[pair]int{}, map[load]int{}, map[load]int{}, map[visit.Term]string{}
	for _, d := range plan {
		pairs[pair{d.Term, d.Visitor, d.Host}]++
		visits[load{d.Term, d.Half, d.Visitor}]++
		hosts[load{d.Term, d.Half, d.Host}]++
		if first[d.Term] == "" {
			first[d.Term] = d.Visitor
		}
		if !slices.Equal(d.Questions, visit.DefaultQuestions()) {
			t.Errorf("%s opens with %q", d.Words(), d.Questions)
		}
	}
	if len(pairs) != 18 {
		t.Errorf("some visit happens twice in a term: %v", pairs)
	}
	for _, all := range []map[load]int{visits, hosts} {
		if len(all) != 18 {
			t.Errorf("not every school has its turn in each half: %v", all)
		}
		for l, n := range all {
			if n != 1 {
				t.Errorf("%v: %d", l, n)
			}
		}
	}
	if first[visit.Autumn] == first[visit.Spring] || first[visit.Spring] == first[visit.Summer] || first[visit.Autumn] == first[visit.Summer] {
		t.Errorf("the same school begins more than one term: %v", first)
	}
	if got := plan[0].Words() + ": " + plan[0].When(); got != "Oak visits Elm: Autumn term 2026, first half, week 3" {
		t.Errorf("%q", got)
	}
	if got := plan[17].When(); got != "Summer term 2027, second half, week 5" {
		t.Errorf("%q", got)
	}
}

func TestTriadOpensWithTheirOwnQuestions(t *testing.T) {
	own := []string{"Where are you stuck?"}
	plan := visit.Triad([3]string{"Oak", "Elm", "Ash"}, "", own)
	plan[0].Questions[0] = "Changed"
	if own[0] != "Where are you stuck?" || plan[1].Questions[0] != "Where are you stuck?" {
		t.Error("visits share one list of questions")
	}
	if got := plan[0].When(); got != "Autumn term, first half, week 3" {
		t.Errorf("without a year: %q", got)
	}
	if n := len(visit.DefaultQuestions()); n != 3 {
		t.Errorf("%d questions, want 3", n)
	}
}

func TestCheckTriad(t *testing.T) {
	got, err := visit.CheckTriad([3]string{" Oak ", "Elm", "Ash"})
	if err != nil || got != [3]string{"Oak", "Elm", "Ash"} {
		t.Errorf("%q, %v", got, err)
	}
	for _, bad := range [][3]string{{"Oak", "", "Ash"}, {"Oak", "oak", "Ash"}} {
		var field *model.FieldError
		if _, err := visit.CheckTriad(bad); !errors.As(err, &field) {
			t.Errorf("%q: %v, want a field error", bad, err)
		}
	}
}

func TestCoachingGivesEachEveryRoleOnce(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		names := [3]string{rapid.String().Draw(t, "a") + "1", rapid.String().Draw(t, "b") + "2", rapid.String().Draw(t, "c") + "3"}
		turns := visit.Coaching(names)
		var coach, coached, observer []string
		for _, turn := range turns {
			coach, coached, observer = append(coach, turn.Coach), append(coached, turn.Coached), append(observer, turn.Observer)
			if turn.Coach == turn.Coached || turn.Coached == turn.Observer || turn.Coach == turn.Observer {
				t.Fatalf("%+v has somebody twice", turn)
			}
		}
		want := slices.Sorted(slices.Values(names[:]))
		for _, got := range [][]string{coach, coached, observer} {
			if !slices.Equal(slices.Sorted(slices.Values(got)), want) {
				t.Fatalf("%q in one role, want each of %q once", got, want)
			}
		}
	})
	if got := visit.Coaching([3]string{"A. Shah", "B. Lee", "C. Diaz"})[0].Words(); got != "A. Shah coaches B. Lee. C. Diaz observes." {
		t.Errorf("%q", got)
	}
}
