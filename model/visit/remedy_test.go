package visit_test

import (
	"slices"
	"testing"

	"pgregory.net/rapid"

	"waymark/model"
	"waymark/model/visit"
)

// oneDay is a visit planned from the usual day, with areas at its stops.
func oneDay(t *testing.T) model.Visit {
	t.Helper()
	v := model.Visit{Visiting: model.Visiting{Date: "2026-09-24", Lead: okafor}, ID: dayVisit}
	var err error
	if v.Slots, err = visit.Plan("one-day", nil, madeUp(5), visit.Options{}); err != nil {
		t.Fatal(err)
	}
	v.Slots[1].Areas = []model.AreaID{"1.1", "1.2"}
	v.Slots[2].Areas = []model.AreaID{"1.3"}
	v.Slots[3].Areas = []model.AreaID{"1.1"}
	v.Slots[4].Areas = []model.AreaID{"1.4", "1.5"}
	v.Slots[6].Areas = []model.AreaID{"1.5"}
	return v
}

// done is the visit after a remedy was taken.
func remedied(v model.Visit, r visit.Remedy) model.Visit {
	v.Slots = slices.Clone(v.Slots)
	for _, s := range r.Slots {
		i := slices.IndexFunc(v.Slots, func(x model.Slot) bool { return x.ID == s.ID })
		v.Slots[i] = s
	}
	return v
}

func hoursOf(v model.Visit) []string {
	var all []string
	for _, s := range v.Slots {
		text := model.Clock(s.Start) + "-" + model.Clock(s.End())
		if s.Dropped {
			text = "-"
		}
		all = append(all, text)
	}
	return all
}

func TestRemedies(t *testing.T) {
	v := oneDay(t)
	got := visit.Remedies(v, "1-3", 10) // the book look
	want := []struct {
		id, words string
		times     []string
	}{
		{"borrow", "Take 10 minutes from lunch", []string{
			"09:00-09:30", "09:30-10:15", "10:15-10:55", "10:55-11:25", "11:25-12:10", "12:10-13:00", "13:00-14:00", "14:00-15:00", "15:00-15:30",
		}},
		{"shorten", "Shorten Pupils with their work at 10:45 to 20 minutes", []string{
			"09:00-09:30", "09:30-10:15", "10:15-10:55", "10:55-11:15", "11:15-12:00", "12:00-13:00", "13:00-14:00", "14:00-15:00", "15:00-15:30",
		}},
		{"drop", "Leave out Pupils with their work at 10:45", []string{
			"09:00-09:30", "09:30-10:15", "10:15-10:55", "-", "11:15-12:00", "12:00-13:00", "13:00-14:00", "14:00-15:00", "15:00-15:30",
		}},
	}
	if len(got) != len(want) {
		t.Fatalf("got %+v", got)
	}
	for i, w := range want {
		if got[i].ID != w.id || got[i].Words != w.words {
			t.Errorf("got %s %q, want %s %q", got[i].ID, got[i].Words, w.id, w.words)
		}
		if after := hoursOf(remedied(v, got[i])); !slices.Equal(after, w.times) {
			t.Errorf("%s: got %v, want %v", w.id, after, w.times)
		}
	}
	if len(got[0].Slots) != 4 || len(got[1].Slots) != 2 {
		t.Errorf("stops that stay as they are are listed: %v, %v", got[0].Slots, got[1].Slots)
	}
}

func TestRemediesKnowTheirLimits(t *testing.T) {
	offered := func(v model.Visit, here model.SlotID, over int) []string {
		var all []string
		for _, r := range visit.Remedies(v, here, over) {
			all = append(all, r.Words)
		}
		return all
	}
	v := oneDay(t)
	tests := []struct {
		name string
		here model.SlotID
		over int
		want []string
	}{
		{"lunch keeps 20 minutes", "1-5", 45, []string{"Leave out Second learning walk at 13:00"}},
		{"40 minutes can come from either", "1-5", 40, []string{"Take 40 minutes from lunch", "Shorten Second learning walk at 13:00 to 20 minutes", "Leave out Second learning walk at 13:00"}},
		{"a stop too short is passed over", "1-3", 25, []string{"Take 25 minutes from lunch", "Shorten Leaders at 11:15 to 20 minutes", "Leave out Pupils with their work at 10:45"}},
		{"what is looked at elsewhere is left out first", "1-2", 10, []string{
			"Take 10 minutes from lunch", "Shorten Book look with subject leads at 10:15 to 20 minutes", "Leave out Pupils with their work at 10:45",
		}},
		{"nothing is ahead but what was agreed", "1-7", 10, nil},
		{"the last stop", "1-9", 10, nil},
		{"not late", "1-3", 0, nil},
		{"nowhere", "9-9", 10, nil},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if got := offered(v, test.here, test.over); !slices.Equal(got, test.want) {
				t.Errorf("got %q, want %q", got, test.want)
			}
		})
	}
	v.Slots[0].Start -= 15
	if got := offered(v, "1-1", 10); !slices.Equal(got, []string{"Use the free time before 09:30"}) {
		t.Errorf("got %q", got)
	}
	v.Slots[8].Start += 15
	if got := offered(v, "1-8", 15); !slices.Equal(got, []string{"Use the free time before 15:15"}) {
		t.Errorf("got %q", got)
	}
}

func TestWhatOnlyADroppedStopLookedAtIsHandedOn(t *testing.T) {
	v := oneDay(t)
	v.Slots[3].Areas, v.Slots[6].Areas = nil, []model.AreaID{"1.4"}
	v.Slots = slices.Delete(v.Slots, 2, 4)              // after the walk come leaders, who alone look at 1.5
	v.Slots[2].Minutes = 85                             // up to lunch,
	v.Slots[3].Start, v.Slots[3].Minutes = 12*60+40, 20 // which has nothing to give
	v.Slots[4].Kind = model.SlotPupils                  // and a short stop that other areas need
	v.Slots[4].Areas = []model.AreaID{"1.1", "1.3", "1.2"}
	v.Slots[1].Areas = nil
	got := visit.Remedies(v, "1-2", 70)
	if len(got) == 0 || got[len(got)-1].ID != "drop" {
		t.Fatalf("got %+v", got)
	}
	drop := got[len(got)-1]
	if want := "Leave out Leaders at 11:15 and look at 1.4 1.5 at 13:00"; drop.Words != want {
		t.Errorf("got %q, want %q", drop.Words, want)
	}
	after := remedied(v, drop)
	if !slices.Equal(after.Slots[4].Areas, []model.AreaID{"1.1", "1.3", "1.2", "1.4", "1.5"}) || !after.Slots[2].Dropped {
		t.Errorf("got %+v", after.Slots)
	}
	if !slices.Equal(v.Slots[4].Areas, []model.AreaID{"1.1", "1.3", "1.2"}) {
		t.Error("the visit itself was changed")
	}
}

func TestRemedyLaws(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r := madeUp(rapid.IntRange(2, 40).Draw(t, "areas"))
		template := rapid.SampledFrom(visit.Templates()).Draw(t, "template")
		slots, err := visit.Plan(template.ID, areaIDs(r), r, visit.Options{Minutes: template.Minutes + rapid.IntRange(-60, 60).Draw(t, "more")})
		if err != nil {
			t.Fatal(err)
		}
		v := model.Visit{Slots: slots}
		here := rapid.SampledFrom(slots).Draw(t, "here")
		over := rapid.IntRange(1, 90).Draw(t, "over")
		for _, remedy := range visit.Remedies(v, here.ID, over) {
			lawfulRemedy(t, v, remedied(v, remedy), here, over)
		}
	})
}

func lawfulRemedy(t *rapid.T, was, now model.Visit, here model.Slot, over int) {
	end, last := map[int]int{}, map[int]int{}
	for i, s := range now.Slots {
		last[s.Day] = max(last[s.Day], s.End())
		if s.Dropped {
			continue
		}
		if s.Start < end[s.Day] {
			t.Fatalf("%s begins at %s, before the one before ends", s.ID, model.Clock(s.Start))
		}
		end[s.Day] = s.End()
		old := was.Slots[i]
		if s.ID == here.ID && s.Minutes != here.Minutes+over {
			t.Fatalf("the present stop has %d minutes, not %d more", s.Minutes, over)
		}
		if s.ID != here.ID && s.Minutes < old.Minutes && s.Minutes < 10 {
			t.Fatalf("%s is cut to %d minutes", s.ID, s.Minutes)
		}
		if s.Kind == model.SlotBreak && s.Minutes < 20 {
			t.Fatalf("lunch is cut to %d minutes", s.Minutes)
		}
		if !s.Kind.Gathers() && s.Kind != model.SlotBreak && s.Kind != model.SlotCatchUp && s.ID != here.ID && s.Minutes != old.Minutes {
			t.Fatalf("%s was agreed and is cut", s.ID)
		}
	}
	for _, s := range was.Slots {
		if last[s.Day] < s.End() || end[s.Day] > dayEnd(was, s.Day) {
			t.Fatalf("day %d ends at %s, not %s", s.Day, model.Clock(last[s.Day]), model.Clock(dayEnd(was, s.Day)))
		}
	}
}

func dayEnd(v model.Visit, day int) int {
	end := 0
	for _, s := range v.Slots {
		if s.Day == day {
			end = max(end, s.End())
		}
	}
	return end
}
