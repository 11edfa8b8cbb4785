package exchange_test

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"waymark/model"
	"waymark/rubrics/exchange"
	"waymark/rubrics/exchange/internal/sample"
)

func TestAFaultSaysItsPlace(t *testing.T) {
	for want, f := range map[string]exchange.Fault{
		"sheet Areas, row 3, column AB: Wrong. Mend it.": {Sheet: "Areas", Row: 3, Column: "AB", Problem: "Wrong.", Fix: "Mend it."},
		"line 3, column 17: Wrong. Mend it.":             {Row: 3, Column: "17", Problem: "Wrong.", Fix: "Mend it."},
		"row 3: Wrong.":                                  {Row: 3, Problem: "Wrong."},
		"Wrong. Mend it.":                                {Problem: "Wrong.", Fix: "Mend it."},
	} {
		if got := f.String(); got != want {
			t.Errorf("got %s, want %s", got, want)
		}
	}
	many := slices.Repeat([]exchange.Fault{{Problem: "x"}}, 25)
	if cut := exchange.Cut(many); len(cut) != 21 || cut[20].Problem != "There are 5 more." {
		t.Errorf("got %v", cut)
	}
	for column, want := range map[int]string{0: "A", 25: "Z", 26: "AA", 701: "ZZ", 702: "AAA"} {
		if got := exchange.Letter(column); got != want {
			t.Errorf("%d is %s, want %s", column, got, want)
		}
	}
	if got := exchange.Quote("a\x1b[2J  b" + strings.Repeat("c", 50)); strings.ContainsRune(got, 0x1b) || len([]rune(got)) != 42 {
		t.Errorf("got %q", got)
	}
}

func TestListsInACellComeBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r := sample.Rubric(t)
		for _, a := range r.Areas {
			if got := exchange.ParseEntries(exchange.Entries(a.Ask)); !slices.Equal(got, a.Ask) {
				t.Fatalf("got %q, want %q", got, a.Ask)
			}
			for _, b := range a.NextSteps {
				if got, err := exchange.ParseSteps(exchange.Steps(b.Steps)); err != nil || !slices.Equal(got, b.Steps) {
					t.Fatalf("got %v, want %v, %v", got, b.Steps, err)
				}
			}
			if got, err := exchange.ParseReading(exchange.Reading(a.Research)); err != nil || !slices.Equal(got, a.Research) {
				t.Fatalf("got %v, want %v, %v", got, a.Research, err)
			}
		}
	})
	typed := "• one\r\n*  two\n- \n\nthree"
	if got := exchange.ParseEntries(typed); !slices.Equal(got, []string{"one", "two", "three"}) {
		t.Errorf("got %q", got)
	}
}

// Whatever is taken away from a rubric is said to be lost, and nothing else is.
func TestLostFindsEveryDifference(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		before, other := sample.Rubric(t), sample.Rubric(t)
		if lost := exchange.Lost(before, before); len(lost) > 0 {
			t.Fatalf("%q is lost from itself", lost)
		}
		after := before
		after.Areas = slices.Clone(before.Areas)
		after.Areas[0].Levels, after.NotCovered, after.Edges = []string{"other"}, nil, nil
		want := []string{"the descriptions of the levels of 1 area"}
		if len(before.NotCovered) > 0 {
			want = append([]string{"what is not covered"}, want...)
		}
		if len(before.Edges) > 0 {
			want = append([]string{"what usually comes first"}, want...)
		}
		if got := exchange.Lost(before, after); !slices.Equal(got, want) {
			t.Fatalf("got %q, want %q", got, want)
		}
		if before.Hash() != other.Hash() && len(exchange.Lost(before, other))+len(exchange.Lost(other, before)) == 0 {
			t.Fatalf("two rubrics differ and nothing is said")
		}
	})
}

func TestCompleteSaysWhatItAdds(t *testing.T) {
	r := model.Rubric{Title: "Our Way!", Scale: model.Scale{Levels: []model.LevelName{{Name: "No"}, {Name: "Some"}, {Name: "So"}, {Name: "More"}}}, Areas: []model.Area{{ID: "1", Title: "Books"}}}
	done, added := exchange.Complete(r)
	if done.ID != "our-way" || done.Edition != "1" || done.Kind != model.KindSchool || done.Scale.Expected != 3 || done.Areas[0].Question != "Where are we with “Books”?" || r.Areas[0].Question != "" {
		t.Errorf("got %+v", done)
	}
	if len(added) != 9 || !slices.Contains(added, "The expected level is taken to be 3, So.") {
		t.Errorf("said %q", added)
	}
	if again, more := exchange.Complete(done); len(more) > 0 || again.Hash() != done.Hash() {
		t.Errorf("a complete rubric was added to: %q", more)
	}
}
