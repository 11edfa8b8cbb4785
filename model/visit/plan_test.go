package visit_test

import (
	"errors"
	"reflect"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"waymark/model"
	"waymark/model/visit"
)

func TestStopsAreCalledInTheSchoolsWords(t *testing.T) {
	slots, err := visit.Plan("one-day", nil, madeUp(2), visit.Options{Say: func(s string) string { return strings.ReplaceAll(s, "Pupils", "Students") }})
	if err != nil {
		t.Fatal(err)
	}
	if !slices.ContainsFunc(slots, func(s model.Slot) bool { return strings.HasPrefix(s.Title, "Students") }) {
		t.Errorf("no stop is renamed: %+v", slots)
	}
}

func TestTemplatesPlanTheirUsualDays(t *testing.T) {
	stops := map[string][]int{"half-day": {7}, "one-day": {9}, "two-days": {10, 9}, "three-days": {9, 8, 7}}
	for _, template := range visit.Templates() {
		slots, err := visit.Plan(template.ID, nil, madeUp(2), visit.Options{})
		if err != nil {
			t.Fatalf("%s: %v", template.ID, err)
		}
		var got []int
		for day := 1; day <= template.Days; day++ {
			n, end := 0, template.Start
			for _, s := range slots {
				if s.Day == day {
					n, end = n+1, s.End()
				}
			}
			got = append(got, n)
			if end != template.Start+template.Minutes {
				t.Errorf("%s: day %d ends at %s", template.ID, day, model.Clock(end))
			}
		}
		if !slices.Equal(got, stops[template.ID]) {
			t.Errorf("%s: %v stops, want %v", template.ID, got, stops[template.ID])
		}
	}
}

func TestAUsualDay(t *testing.T) {
	r := wholeSchool(t)
	slots, err := visit.Plan("one-day", areaIDs(r)[:22], r, visit.Options{})
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, s := range slots {
		got = append(got, model.Clock(s.Start)+" "+s.Name())
		if s.Place != "" {
			t.Errorf("%s has a place already", s.ID)
		}
	}
	want := []string{
		"09:00 Meet the headteacher", "09:30 Learning walk", "10:15 Book look with subject leads", "10:45 Pupils with their work", "11:15 Leaders",
		"12:00 Lunch and catch up on notes", "13:00 Second learning walk", "14:00 Agree judgements with leaders", "15:00 Feedback",
	}
	if !slices.Equal(got, want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	if slots[0].ID != "1-1" || slots[8].ID != "1-9" {
		t.Errorf("ids from %s to %s", slots[0].ID, slots[8].ID)
	}
}

func TestALongerDayGathersMoreAndAShorterLeavesOut(t *testing.T) {
	kinds := func(minutes int) []model.SlotKind {
		t.Helper()
		slots, err := visit.Plan("one-day", nil, madeUp(2), visit.Options{Minutes: minutes})
		if err != nil {
			t.Fatal(err)
		}
		var all []model.SlotKind
		for _, s := range slots {
			all = append(all, s.Kind)
		}
		return all
	}
	if got := kinds(450); !slices.Contains(got, model.SlotStaff) || !slices.Contains(got, model.SlotData) {
		t.Errorf("a long day has %v", got)
	}
	if got := kinds(360); len(got) != 9 {
		t.Errorf("a day half an hour shorter has %v", got)
	}
	if got := kinds(280); len(got) != 8 || slices.Index(got, model.SlotWalk) != 1 {
		t.Errorf("a short day has %v", got)
	}
}

func TestPlanRefuses(t *testing.T) {
	tests := []struct {
		name, template string
		focus          []model.AreaID
		o              visit.Options
		field, problem string
	}{
		{"a template", "a-week", nil, visit.Options{}, "template", "Template must be half-day, one-day, two-days or three-days"},
		{"an area", "one-day", []model.AreaID{"9.9"}, visit.Options{}, "focus", "There is no area 9.9 in this rubric"},
		{"a day too short", "half-day", nil, visit.Options{Minutes: 60}, "minutes", "A visit like this needs 85 minutes a day or more. Choose a shorter one"},
		{"a day past midnight", "one-day", nil, visit.Options{Start: 20 * 60}, "minutes", "A day must begin and end on the same day"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			_, err := visit.Plan(test.template, test.focus, madeUp(2), test.o)
			var f *model.FieldError
			if !errors.As(err, &f) || f.Field != test.field || f.Problem != test.problem {
				t.Errorf("got %v", err)
			}
		})
	}
}

func TestAreasGoWhereTheirEvidenceIs(t *testing.T) {
	area := func(id, scope string, prompts ...model.Prompt) model.Area {
		return model.Area{ID: model.AreaID(id), Group: "1", Title: "Topic", Scope: scope, Evidence: prompts}
	}
	r := madeUp(2)
	r.Areas = []model.Area{
		area("1.1", "x", model.Prompt{Kind: model.See, Text: "Six doorways."}),
		area("1.2", "x", model.Prompt{Kind: model.Read, Text: "Five books from one class."}),
		area("1.3", "x", model.Prompt{Kind: model.Hear, Text: "Ask three pupils."}),
		area("1.4", "x", model.Prompt{Kind: model.Hear, Text: "Ask the SENCO."}),
		area("1.5", "x", model.Prompt{Kind: model.Read, Text: "The attendance register."}),
		area("1.6", "Staff feel heard."),
	}
	slots, err := visit.Plan("two-days", areaIDs(r), r, visit.Options{})
	if err != nil {
		t.Fatal(err)
	}
	first := map[model.AreaID][]model.SlotKind{}
	for _, s := range slots {
		for _, a := range s.Areas {
			first[a] = append(first[a], s.Kind)
		}
	}
	want := map[model.AreaID]model.SlotKind{
		"1.1": model.SlotWalk, "1.2": model.SlotWork, "1.3": model.SlotPupils, "1.4": model.SlotLeaders, "1.5": model.SlotData, "1.6": model.SlotStaff,
	}
	for a, kind := range want {
		if !slices.Contains(first[a], kind) {
			t.Errorf("%s is at %v, want %s", a, first[a], kind)
		}
	}
	if !slices.Contains(first["1.5"], model.SlotLeaders) {
		t.Errorf("1.5 is hard to see and is only at %v", first["1.5"])
	}
	if len(first["1.1"]) != 1 {
		t.Errorf("1.1 is plain to see and is at %v", first["1.1"])
	}
}

func TestPlanLaws(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r := madeUp(rapid.IntRange(1, 60).Draw(t, "areas"))
		var focus []model.AreaID
		for _, a := range areaIDs(r) {
			if rapid.Bool().Draw(t, "in focus") {
				focus = append(focus, a)
			}
		}
		template := rapid.SampledFrom(visit.Templates()).Draw(t, "template")
		o := visit.Options{Start: rapid.IntRange(420, 600).Draw(t, "start"), Minutes: rapid.IntRange(60, 800).Draw(t, "minutes")}
		slots, err := visit.Plan(template.ID, focus, r, o)
		if err != nil {
			var f *model.FieldError
			if !errors.As(err, &f) || o.Minutes > template.Minutes {
				t.Fatalf("refused: %v", err)
			}
			return
		}
		again, _ := visit.Plan(template.ID, slices.Clone(focus), r, o)
		if !reflect.DeepEqual(slots, again) {
			t.Fatal("the same visit was planned in two ways")
		}
		lawfulHours(t, slots, template, o)
		lawfulPlaces(t, slots, focus)
	})
}

// lawfulHours checks that stops follow each other and fill each day.
func lawfulHours(t *rapid.T, slots []model.Slot, template visit.Template, o visit.Options) {
	day, end := 0, 0
	for _, s := range slots {
		if s.Day != day {
			if day > 0 && end != o.Start+o.Minutes {
				t.Fatalf("day %d ends at %s", day, model.Clock(end))
			}
			day, end = day+1, o.Start
		}
		if s.Day != day || s.Start != end || s.Minutes < 10 {
			t.Fatalf("%s is on day %d from %s for %d minutes; the one before ends at %s", s.ID, s.Day, model.Clock(s.Start), s.Minutes, model.Clock(end))
		}
		end = s.End()
	}
	if day != template.Days || end != o.Start+o.Minutes {
		t.Fatalf("%d days, the last ends at %s", day, model.Clock(end))
	}
}

// lawfulPlaces checks that every focus area is looked at, and where.
func lawfulPlaces(t *rapid.T, slots []model.Slot, focus []model.AreaID) {
	for _, a := range focus {
		n := 0
		for _, s := range slots {
			if slices.Contains(s.Areas, a) {
				n++
			}
		}
		if n < 1 || n > 2 {
			t.Fatalf("%s is at %d stops", a, n)
		}
	}
	for _, s := range slots {
		if len(s.Areas) > 0 && !s.Kind.Gathers() {
			t.Fatalf("%s looks at %v", s.Kind, s.Areas)
		}
		for _, a := range s.Areas {
			if !slices.Contains(focus, a) {
				t.Fatalf("%s looks at %s, which is no focus area", s.ID, a)
			}
		}
	}
}

func TestNoStopIsCrowdedWhileAnotherHasRoom(t *testing.T) {
	r := wholeSchool(t)
	for _, template := range visit.Templates() {
		slots, err := visit.Plan(template.ID, areaIDs(r)[:template.Focus], r, visit.Options{})
		if err != nil {
			t.Fatal(err)
		}
		for _, s := range slots {
			if len(s.Areas) > visit.Most {
				t.Errorf("%s: %s has %v", template.ID, s.Name(), s.Areas)
			}
			if s.Kind.Gathers() && len(s.Areas) == 0 {
				t.Errorf("%s: %s has nothing to look at", template.ID, s.Name())
			}
		}
	}
}

func TestAreasThatSuitTwoStopsAreSharedEvenly(t *testing.T) {
	r := madeUp(40)
	for i := range r.Areas {
		r.Areas[i].Scope = "x"
		for range 3 {
			r.Areas[i].Evidence = append(r.Areas[i].Evidence, model.Prompt{Kind: model.Read, Text: "Five books."})
		}
		r.Areas[i].Evidence = append(r.Areas[i].Evidence, model.Prompt{Kind: model.Hear, Text: "Ask pupils."})
	}
	slots, err := visit.Plan("one-day", areaIDs(r), r, visit.Options{})
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range slots {
		if look := s.Kind == model.SlotWork || s.Kind == model.SlotPupils; look && len(s.Areas) != 20 {
			t.Errorf("%s has %d of 40 areas", s.Name(), len(s.Areas))
		}
	}
}

func BenchmarkPlan500(b *testing.B) {
	r := madeUp(500)
	focus := areaIDs(r)
	for b.Loop() {
		if _, err := visit.Plan("two-days", focus, r, visit.Options{}); err != nil {
			b.Fatal(err)
		}
	}
}
