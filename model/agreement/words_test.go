package agreement_test

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"waymark/model/agreement"
)

func said(t *testing.T, in agreement.Input, names ...string) string {
	t.Helper()
	return strings.Join(measure(t, in).Words(names...), "\n")
}

func TestWordsForASchoolAndAReviewer(t *testing.T) {
	in, _ := comparison(t, "whole-school")
	want := strings.TrimSpace(`
Same level in 28 of 41 areas.
Within one level in 41 of 41 areas.
The school’s levels were a little higher on average (+0.27).
Curriculum depth and breadth: the school a little higher (+0.29), over 7 areas.
Subject knowledge: the school a little higher (+0.40), over 5 areas.
Pedagogy: the school a little higher (+0.29), over 7 areas.
Marking and assessment: the school a little higher (+0.17), over 6 areas.
Inclusion: the school a little higher (+0.33), over 6 areas.
Attitude to learning and behaviour: the school a little higher (+0.20), over 5 areas.
Engagement and joy: the school a little higher (+0.20), over 5 areas.
No area is two or more levels apart.
Allowing for chance, agreement is about 0.92, probably between 0.88 and 0.96, where 1 is full agreement (AC2).
As a rule of thumb, that is very good agreement, for these areas on this occasion.
Between a head and a visitor, 0.6 to 0.7 is realistic.`)
	if got := said(t, in, "the school", "the reviewer"); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func TestWordsOneByOne(t *testing.T) {
	for _, c := range []struct {
		name string
		in   agreement.Input
		want []string
		not  []string
	}{
		{"nothing yet", of(4, "3-", "-3"), []string{"No area has levels from both the school and the governors yet."}, []string{"0 of 0", "Neither", "counts"}},
		{"even", of(4, "32323232", "23232323"), []string{"Neither leans: on average their levels are equal.", "A: the school a level or more higher (+1.00), over 4 areas."}, nil},
		{"even in a group", of(4, "23332333", "23222322"), []string{"A: the school clearly higher (+0.50), over 4 areas."}, nil},
		{"the second higher", of(4, "23332333", "24332433"), []string{"The governors’ levels were a little higher on average (+0.25).", "A: neither leans, over 4 areas.", "B: the governors clearly higher (+0.50), over 4 areas."}, nil},
		{"very slightly", of(4, "3333333333", "3333333332"), []string{"The school’s levels were very slightly higher on average (+0.10)."}, nil},
		{"one group", oneGroup(of(4, "33333333", "22222222")), []string{"The school’s levels were a level or more higher on average (+1.00)."}, []string{"A:"}},
		{"a group nobody shared", of(4, strings.Repeat("32", 8), strings.Repeat("3-", 8)), []string{"A: neither leans, over 8 areas."}, []string{"B:"}},
		{"one area", of(4, "32", "2-"), []string{"Same level in 0 of 1 area.", "The school was higher in 1 area and the governors in 0."}, []string{"average", "A:"}},
		{"a few areas", of(4, "3233", "2324"), []string{"The school was higher in 2 areas and the governors in 2."}, []string{"average", "A:"}},
		{"a few alike", of(4, "323", "323"), []string{"Neither was higher in any area."}, []string{"average", "A:"}},
		{"one far apart", of(4, "14", "34"), []string{"One area is two or more levels apart: a1."}, nil},
		{"two far apart", of(4, "141", "344"), []string{"Two areas are two or more levels apart: a1 and a3."}, nil},
		{"nine far apart", of(4, strings.Repeat("1", 9), strings.Repeat("3", 9)), []string{"Nine areas are two or more levels apart: a1, a2, a3, a4, a5, a6, a7, a8 and a9."}, nil},
		{"very many far apart", of(4, strings.Repeat("1", 20), strings.Repeat("3", 20)), []string{"20 areas are two or more levels apart: a1, a2, a3, a4, a5, a6, a7, a8 and twelve more."}, nil},
		{"few", of(4, "3332223", "3322223"), []string{"With fewer than eight areas judged by the school and the governors, only counts are given."}, []string{"AC2", "rule of thumb", "realistic"}},
		{"all the same", of(4, "33333333", "33333333"), []string{"Same level in 8 of 8 areas.", "All the same: one level was used throughout"}, []string{"AC2", "rule of thumb", "0.6"}},
		{"full agreement", of(4, "33332222", "33332222"), []string{"agreement is about 1.00, where 1 is full agreement (AC2).", "that is very good agreement"}, []string{"probably between"}},
		{"wide", of(4, "12341234", "14321243"), []string{"that is somewhere between little and very good agreement, for these"}, nil},
		{"no better than chance", of(4, "14414444", "14243411"), []string{"agreement is about 0.00, probably between −0.68 and 0.73,"}, nil},
	} {
		got := said(t, c.in, "the school", "the governors")
		for _, want := range c.want {
			if !strings.Contains(got, want) {
				t.Errorf("%s: %q is missing in\n%s", c.name, want, got)
			}
		}
		for _, not := range c.not {
			if strings.Contains(got, not) {
				t.Errorf("%s: %q is in\n%s", c.name, not, got)
			}
		}
	}
}

func oneGroup(in agreement.Input) agreement.Input {
	for i := range in.Units {
		in.Units[i].Group = "A"
	}
	return in
}

func TestWordsForThreeRaters(t *testing.T) {
	got := said(t, of(4, "333-23332", "332-23332", "324--3332"), "the school", "the reviewer")
	for _, want := range []string{
		"Same level in 6 of 8 areas.",
		"The school: very slightly higher than the middle of all raters (+0.04), over 8 areas.",
		"The reviewer: very slightly lower than the middle of all raters (−0.08), over 8 areas.",
		"Rater 3: very slightly higher than the middle of all raters (+0.05), over 7 areas.",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("%q is missing in\n%s", want, got)
		}
	}
	got = said(t, of(4, "33332222-", "33332222-", "--------2"), "", "the reviewer")
	if !strings.Contains(got, "Rater 1: leans neither way, over 8 areas.") || strings.Contains(got, "Rater 3") {
		t.Error(got)
	}
	got = said(t, of(4, "333-2", "332-2", "324--"), "the school", "the reviewer")
	if !strings.Contains(got, "With fewer than eight areas judged by two raters or more, only counts are given.") || strings.Contains(got, "middle") {
		t.Error(got)
	}
	if got := said(t, of(4, "3--", "-3-", "--2")); got != "No area has levels from two raters yet." {
		t.Error(got)
	}
}

// A difference too small for two decimals is not called nought.
func TestWordsForATinyDifference(t *testing.T) {
	got := said(t, of(4, strings.Repeat("3", 300), strings.Repeat("3", 299)+"2"), "the school", "the reviewer")
	if !strings.Contains(got, "The school’s levels were very slightly higher on average (less than +0.01).") {
		t.Error(got)
	}
	got = said(t, of(4, strings.Repeat("3", 300), strings.Repeat("3", 300), strings.Repeat("3", 299)+"4"), "A", "B", "C")
	if !strings.Contains(got, "A: very slightly lower than the middle of all raters (less than 0.01 below), over 300 areas.") {
		t.Error(got)
	}
}

func TestBands(t *testing.T) {
	for _, c := range []struct {
		low, high float64
		want      string
	}{
		{-0.2, 0.1, "little agreement"},
		{0.2, 0.39, "some agreement"},
		{0.4, 0.59, "moderate agreement"},
		{0.6, 0.79, "good agreement"},
		{0.8, 1, "very good agreement"},
		{0.59, 0.81, "somewhere between moderate and very good agreement"},
	} {
		if got := (agreement.Interval{Value: c.low, Low: c.low, High: c.high}).Band(); got != c.want {
			t.Errorf("%v to %v: %q", c.low, c.high, got)
		}
	}
}

func TestWordsAreShortAndKind(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		in := anyInput(4).Draw(t, "input")
		words := measure(t, in).Words("the school", "the reviewer", "the second reviewer", "the trust")
		if len(words) == 0 {
			t.Fatalf("nothing is said")
		}
		for _, s := range words {
			low := strings.ToLower(s)
			avoid := []string{"score", "grade", "mismatch", "conflict", "nan", "inf", "%!", " -", "(-"}
			if slices.ContainsFunc(avoid, func(w string) bool { return strings.Contains(low, w) }) {
				t.Errorf("%q", s)
			}
			if len(strings.Fields(s)) >= 25 || !strings.HasSuffix(s, ".") || s[:1] != strings.ToUpper(s[:1]) {
				t.Errorf("%q", s)
			}
		}
	})
}
