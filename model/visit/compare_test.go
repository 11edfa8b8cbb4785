package visit_test

import (
	"slices"
	"testing"

	"pgregory.net/rapid"

	"waymark/model"
	"waymark/model/visit"
)

// day is the office on a visit on which everything happens once.
func day(t failer) *office {
	t.Helper()
	o := newOffice(t, comparedRubric(2, 6))
	o.says("1.1", 3)
	o.says("1.2", 2)
	o.says("1.3", 4)
	o.says("1.4", 3)
	o.judge(school(), "1.5", model.Opinion{State: model.NotApplicable})
	o.says("2.1", 2)
	o.judge(school(), "2.2", model.Opinion{State: model.NoEvidence})
	o.says("2.3", 4)
	o.begin("1.1", "1.2", "1.3", "1.4", "1.5", "1.6", "2.1", "2.2", "2.3")
	o.sees("1.1", 3)
	o.sees("1.2", 3)
	o.sees("1.3", 1)
	o.judge(reviewer(guest), "1.4", model.Opinion{State: model.NoEvidence})
	o.sees("1.5", 2)
	o.sees("1.6", 2)
	o.sees("2.2", 2)
	o.sees("2.3", 2)
	o.sees("2.6", 3) // outside the focus
	return o
}

func TestCompareSetsTheTwoWordsSideBySide(t *testing.T) {
	rows := day(t).compare()
	var order []model.AreaID
	for _, r := range rows {
		order = append(order, r.Area)
	}
	want := []model.AreaID{"1.3", "2.3", "1.2", "1.1", "1.4", "1.5", "1.6", "2.1", "2.2", "2.6"}
	if !slices.Equal(order, want) {
		t.Errorf("rows are %v, want the widest gap first and then rubric order: %v", order, want)
	}
	for _, c := range []struct {
		area  model.AreaID
		state visit.State
		gap   int
		words string
		open  bool
	}{
		{"1.1", visit.Match, 0, "Both said Embedded.", true},
		{"1.2", visit.Differ, 1, "One level apart.", true},
		{"1.3", visit.Differ, 3, "Three levels apart.", true},
		{"1.4", visit.NotSeen, 0, "R. Okafor did not see enough to say. The school’s level stands.", false},
		{"1.5", visit.NotApplicable, 0, "The school said it does not apply. R. Okafor said Developing.", true},
		{"1.6", visit.SchoolSilent, 0, "The school has not judged it yet.", false},
		{"2.1", visit.Waiting, 0, "R. Okafor has not judged it yet.", false},
		{"2.2", visit.SchoolSilent, 0, "The school did not have enough evidence to say.", false},
		{"2.6", visit.SchoolSilent, 0, "The school has not judged it yet.", false},
	} {
		r := row(t, rows, c.area)
		if r.State != c.state || r.Gap != c.gap || r.Open() != c.open {
			t.Errorf("%s is %s, gap %d, open %t; want %s, %d, %t", c.area, r.State, r.Gap, r.Open(), c.state, c.gap, c.open)
		}
		if got := r.Words(comparedRubric(1, 1).Scale, "R. Okafor"); got != c.words {
			t.Errorf("%s says %q, want %q", c.area, got, c.words)
		}
	}
}

func TestWhoDoesNotApply(t *testing.T) {
	none := model.Opinion{State: model.NotApplicable}
	for _, c := range []struct {
		school *model.Opinion
		words  string
		open   bool
	}{
		{&none, "Both said it does not apply.", false},
		{nil, "The reviewer said it does not apply. The school has not judged it yet.", false},
		{&model.Opinion{State: model.Rated, Level: 4}, "The reviewer said it does not apply. The school said Sharing.", true},
		{&model.Opinion{State: model.NoEvidence}, "The reviewer said it does not apply. The school did not have enough evidence to say.", true},
	} {
		o := newOffice(t, comparedRubric(1, 2))
		if c.school != nil {
			o.judge(school(), "1.1", *c.school)
		}
		o.begin("1.1")
		o.judge(reviewer(guest), "1.1", none)
		r := row(t, o.compare(), "1.1")
		if got := r.Words(model.Scale{Levels: comparedRubric(1, 1).Scale.Levels}, ""); got != c.words || r.Open() != c.open || r.State != visit.NotApplicable {
			t.Errorf("%s, %q, open %t; want %q, %t", r.State, got, r.Open(), c.words, c.open)
		}
	}
}

func TestSettledRowsKeepTheirPlace(t *testing.T) {
	o := day(t)
	before := areasOf(o.compare())
	o.agree("1.3", 2)
	o.disagree("2.3")
	o.agree("1.1", 3)
	rows := o.compare()
	if after := areasOf(rows); !slices.Equal(before, after) {
		t.Errorf("rows moved from %v to %v", before, after)
	}
	r := row(t, rows, "1.3")
	if r.Agreed == nil || r.Agreed.Level != 2 || r.School.Level != 4 || r.Reviewer.Level != 1 || r.Gap != 3 || r.Open() {
		t.Errorf("an agreed row lost what was said first: %+v", r)
	}
	if r := row(t, rows, "2.3"); r.Apart == nil || r.Apart.School != "We see it each day." || r.Open() {
		t.Errorf("the disagreement is not in its row: %+v", r)
	}
	if got := visit.Matching(rows); len(got) != 0 {
		t.Errorf("%v still match and wait, though 1.1 was agreed", got)
	}
}

func areasOf(rows []visit.Row) []model.AreaID {
	var ids []model.AreaID
	for _, r := range rows {
		ids = append(ids, r.Area)
	}
	return ids
}

func TestWhatMatchesIsAgreedInOneAct(t *testing.T) {
	o := day(t)
	got := visit.Matching(o.compare())
	if !slices.Equal(got, []model.AreaID{"1.1"}) {
		t.Fatalf("matching: %v", got)
	}
	o.do(o.book.AgreeAll(school(), theVisit, got))
	if r := row(t, o.compare(), "1.1"); r.Agreed == nil || r.Agreed.Level != 3 {
		t.Errorf("the rule for all that match did not agree 1.1: %+v", r)
	}
}

func TestTallyInWords(t *testing.T) {
	tally := visit.Tally(day(t).compare())
	want := "1 of 10 match. 1 is one level apart, 1 is two apart, 1 is three apart, 1 not seen enough, " +
		"1 does not apply to one side or both, 3 without a level from the school, 1 still to judge."
	if got := tally.Words(); got != want {
		t.Errorf("%q, want %q", got, want)
	}
	for _, c := range []struct {
		counts visit.Counts
		words  string
	}{
		{visit.Counts{}, "There are no areas to compare yet."},
		{visit.Counts{Areas: 22, Match: 15, ByGap: []int{15, 4, 1}, NotSeen: 2}, "15 of 22 match. 4 are one level apart, 1 is two apart, 2 not seen enough."},
		{visit.Counts{Areas: 2, ByGap: []int{0, 0, 2}}, "0 of 2 match. 2 are two levels apart."},
		{visit.Counts{Areas: 3, Match: 3, ByGap: []int{3}}, "3 of 3 match."},
	} {
		if got := c.counts.Words(); got != c.words {
			t.Errorf("%q, want %q", got, c.words)
		}
	}
	if tally.OneApart() != 1 || tally.TwoOrMore() != 2 {
		t.Errorf("%d one apart and %d two or more, want 1 and 2", tally.OneApart(), tally.TwoOrMore())
	}
}

func TestOnlyReviewersOfThisVisitAreCompared(t *testing.T) {
	o := newOffice(t, comparedRubric(1, 3))
	o.says("1.1", 3)
	o.says("1.2", 3)
	const other model.PersonID = "p-other"
	o.do(o.book.StartVisit(reviewer(other), "v-0", model.Visiting{Date: "2026-09-01", Lead: other}))
	o.judge(reviewer(other), "1.1", rated(1))
	o.judge(reviewer(other), "1.3", rated(1))
	o.begin("1.1", "1.2")
	if r := row(t, o.compare(), "1.1"); r.State != visit.Waiting || r.School != nil {
		t.Errorf("a reviewer of another visit opened the school’s level: %+v", r)
	}
	if n := len(o.compare()); n != 2 {
		t.Errorf("%d rows, want the two areas of this visit", n)
	}
	o.judge(reviewer(aide), "1.1", rated(2))
	if r := row(t, o.compare(), "1.1"); r.State != visit.Differ || r.Reviewer.Person != aide {
		t.Errorf("without the lead the other reviewer speaks: %+v", r)
	}
	o.sees("1.1", 3)
	if r := row(t, o.compare(), "1.1"); r.State != visit.Match || r.Reviewer.Person != guest {
		t.Errorf("the lead’s word comes first: %+v", r)
	}
}

func TestABlindReaderLearnsNothing(t *testing.T) {
	o := newOffice(t, comparedRubric(1, 3))
	o.says("1.1", 3)
	o.begin("1.1", "1.2")
	o.sees("1.1", 2)
	rows := visit.Compare(o.book.As(reviewer(aide)), o.visiting())
	if r := row(t, rows, "1.1"); r.State != visit.Waiting || r.School != nil || r.Reviewer != nil || r.Gap != 0 {
		t.Errorf("who has not judged sees what others said: %+v", r)
	}
	o.do(o.book.Glimpse(reviewer(aide), theVisit, "1.1"))
	if r := row(t, visit.Compare(o.book.As(reviewer(aide)), o.visiting()), "1.1"); r.State != visit.Differ {
		t.Errorf("who looked early still sees nothing: %+v", r)
	}
}

// A comparison never tells a school's level of an area that the reviewer has
// not judged, and looks the same to the reviewer as to the school.
func TestCompareLaws(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		o, r := anyDay(t)
		whole, blind := o.compare(), visit.Compare(o.book.As(reviewer(guest)), o.visiting())
		if len(whole) != len(blind) {
			t.Fatalf("%d rows for the school, %d for the reviewer", len(whole), len(blind))
		}
		for i, row := range whole {
			if row.State == visit.Waiting && (row.School != nil || row.Reviewer != nil || row.Gap != 0) {
				t.Fatalf("%s waits and tells: %+v", row.Area, row)
			}
			if blind[i].Area != row.Area || blind[i].State != row.State || blind[i].Gap != row.Gap {
				t.Fatalf("the reviewer sees %+v where the school sees %+v", blind[i], row)
			}
			if i == 0 {
				continue
			}
			last := whole[i-1]
			if last.Gap < row.Gap || last.Gap == row.Gap && r.Index(last.Area) > r.Index(row.Area) {
				t.Fatalf("%s before %s is out of order", last.Area, row.Area)
			}
		}
		c := visit.Tally(whole)
		apart := c.OneApart() + c.TwoOrMore()
		if c.Match+apart+c.NotSeen+c.NotApplicable+c.SchoolSilent+c.Waiting != c.Areas {
			t.Fatalf("the counts do not add up: %+v", c)
		}
		if c.Agreed+c.Disagreed+c.Open > c.Areas {
			t.Fatalf("more is settled than there is: %+v", c)
		}
	})
}

// anyDay is a visit in whatever state: each side may have said anything of
// each area, and some is settled.
func anyDay(t *rapid.T) (*office, model.Rubric) {
	r := comparedRubric(2, 3)
	o := newOffice(t, r)
	answers := []model.Opinion{{}, rated(1), rated(2), rated(3), rated(4), {State: model.NotApplicable}, {State: model.NoEvidence}}
	for _, a := range r.Areas {
		if said := rapid.SampledFrom(answers).Draw(t, "school"); said.State != "" {
			o.judge(school(), a.ID, said)
		}
	}
	o.begin("1.1", "1.2", "2.1")
	for _, a := range r.Areas {
		if said := rapid.SampledFrom(answers).Draw(t, "reviewer"); said.State != "" {
			o.judge(reviewer(guest), a.ID, said)
		}
	}
	for _, row := range o.compare() {
		if !row.Open() {
			continue
		}
		switch rapid.IntRange(0, 2).Draw(t, "settle") {
		case 1:
			o.agree(row.Area, model.Level(rapid.IntRange(1, 4).Draw(t, "agreed")))
		case 2:
			o.disagree(row.Area)
		}
	}
	return o, r
}
