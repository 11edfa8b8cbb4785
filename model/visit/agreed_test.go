package visit_test

import (
	"encoding/json"
	"os"
	"reflect"
	"slices"
	"testing"

	"waymark/model"
	"waymark/model/agreement"
	"waymark/model/visit"
)

// filled is the office once everybody has said what a fixture says they did.
func filled(t *testing.T, name string) *office {
	t.Helper()
	r, levels := comparison(t, name)
	o := newOffice(t, r)
	voices := []model.Voice{school(), reviewer(guest), reviewer(aide)}
	var focus []model.AreaID
	for _, a := range r.Areas {
		if l := levels[a.ID][0]; l > 0 {
			o.says(a.ID, l)
		}
		focus = append(focus, a.ID)
	}
	o.begin(focus...)
	for _, a := range r.Areas {
		for i, l := range levels[a.ID][1:] {
			if l > 0 {
				o.judge(voices[i+1], a.ID, rated(l))
			}
		}
	}
	return o
}

// The figures of the fixture come from a program of their own, which reads only
// the levels.
func TestAgreementOfAWholeSchool(t *testing.T) {
	text, err := os.ReadFile("../agreement/testdata/expected.json")
	if err != nil {
		t.Fatal(err)
	}
	type figures struct {
		N         int                 `json:"n"`
		Same      int                 `json:"same"`
		WithinOne int                 `json:"within_one"`
		Mean      float64             `json:"mean_difference"`
		TwoOrMore []model.AreaID      `json:"two_or_more"`
		AC2       *agreement.Interval `json:"ac2"`
		Kappa     float64             `json:"kappa_quadratic"`
		Alpha     float64             `json:"alpha_ordinal"`
		ByGroup   []struct {
			Title string `json:"title"`
			N     int    `json:"n"`
			Same  int    `json:"same"`
		} `json:"by_group"`
	}
	var all map[string]json.RawMessage
	if err := json.Unmarshal(text, &all); err != nil {
		t.Fatal(err)
	}
	var want, got figures
	if err := json.Unmarshal(all["whole-school"], &want); err != nil {
		t.Fatal(err)
	}
	o := filled(t, "whole-school")
	r, err := visit.Agreement(o.book, o.visiting())
	if err != nil {
		t.Fatal(err)
	}
	public, err := json.Marshal(visit.FiguresOf(r))
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(public, &got); err != nil {
		t.Fatal(err)
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("figures are\n%+v, want\n%+v", got, want)
	}
	var keys map[string]json.RawMessage
	if err := json.Unmarshal(public, &keys); err != nil {
		t.Fatal(err)
	}
	if _, told := keys["lean"]; told {
		t.Error("how far one person leans is in the public figures")
	}
}

func TestAgreementCountsFirstLevels(t *testing.T) {
	o := filled(t, "visit-day")
	before, err := visit.Agreement(o.book, o.visiting())
	if err != nil {
		t.Fatal(err)
	}
	for _, a := range visit.Matching(o.compare()) {
		o.agree(a, 4)
	}
	after, err := visit.Agreement(o.book, o.visiting())
	if err != nil {
		t.Fatal(err)
	}
	if !reflect.DeepEqual(before, after) {
		t.Errorf("agreeing changed how far they agreed before they talked:\n%+v\n%+v", before, after)
	}
	if before.N != 24 || before.Same != 12 || !slices.Equal(before.TwoOrMore, []model.AreaID{"4.6", "5.4"}) {
		t.Errorf("%d areas, %d the same, far apart %v", before.N, before.Same, before.TwoOrMore)
	}
	blind, err := visit.Agreement(o.book.As(reviewer(guest)), o.visiting())
	if err != nil {
		t.Fatal(err)
	}
	if !reflect.DeepEqual(blind, after) {
		t.Errorf("the reviewer is told other figures than the school:\n%+v\n%+v", blind, after)
	}
}

func TestEveryReviewerCounts(t *testing.T) {
	alone, with := filled(t, "visit-day"), filled(t, "three-raters")
	one, err := visit.Agreement(alone.book, alone.visiting())
	if err != nil {
		t.Fatal(err)
	}
	three, err := visit.Agreement(with.book, with.visiting())
	if err != nil {
		t.Fatal(err)
	}
	if three.Raters != 2 || three.MeanDifference == nil || three.KappaQuadratic == nil {
		t.Errorf("with a second reviewer the plain figures are no longer those of the two sides: %+v", three)
	}
	var in agreement.Input
	_, levels := comparison(t, "three-raters")
	for _, a := range with.book.Rubric().Areas {
		l := levels[a.ID]
		if l[0] > 0 && (l[1] > 0 || l[2] > 0) {
			in.Units = append(in.Units, agreement.Unit{ID: a.ID, Group: a.Group, Levels: l})
		}
	}
	in.Levels, in.Raters = 4, 3
	want, err := agreement.Measure(in)
	if err != nil {
		t.Fatal(err)
	}
	if !reflect.DeepEqual(three.AC2, want.AC2) || !reflect.DeepEqual(three.AlphaOrdinal, want.AlphaOrdinal) {
		t.Errorf("AC2 %v and alpha %v, want those of all three: %v and %v", three.AC2, three.AlphaOrdinal, want.AC2, want.AlphaOrdinal)
	}
	if reflect.DeepEqual(one.AC2, three.AC2) {
		t.Error("a second reviewer changed nothing")
	}
}

func TestRaterLeansAreByPerson(t *testing.T) {
	o := filled(t, "three-raters")
	leans, err := visit.RaterLeans(o.book, o.visiting())
	if err != nil {
		t.Fatal(err)
	}
	var who []model.PersonID
	for _, l := range leans {
		who = append(who, l.Person)
	}
	if !slices.Equal(who, []model.PersonID{"", guest, aide}) {
		t.Errorf("leans of %q, want the school, the lead and then the other", who)
	}
	if *leans[0].Mean <= 0 || *leans[1].Mean >= 0 {
		t.Errorf("the school leans %v and the lead %v; in this fixture the school is higher", *leans[0].Mean, *leans[1].Mean)
	}
	empty := newOffice(t, comparedRubric(1, 2))
	empty.begin("1.1")
	if leans, err := visit.RaterLeans(empty.book, empty.visiting()); err != nil || leans != nil {
		t.Errorf("leans of nobody: %v, %v", leans, err)
	}
}

func TestTooLittleToMeasure(t *testing.T) {
	o := day(t)
	r, err := visit.Agreement(o.book, o.visiting())
	if err != nil {
		t.Fatal(err)
	}
	f := visit.FiguresOf(r)
	if f.N != 4 || f.AC2 != nil || f.KappaQuadratic != nil || f.AlphaOrdinal != nil || f.Reason.AC2 != agreement.TooFew || f.Reason.KappaQuadratic == "" || f.Reason.AlphaOrdinal == "" {
		t.Errorf("four areas gave %+v, want counts and the reasons", f)
	}
	empty := newOffice(t, comparedRubric(1, 2))
	empty.begin("1.1")
	if r, err := visit.Agreement(empty.book, empty.visiting()); err != nil || r.N != 0 || r.ByGroup == nil {
		t.Errorf("a visit without levels gave %+v, %v", r, err)
	}
}
