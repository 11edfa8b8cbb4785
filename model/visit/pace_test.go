package visit_test

import (
	"testing"
	"time"

	"waymark/model"
	"waymark/model/visit"
)

// planned is a visit of two days, the first a Friday, okafor at a stop or not.
func planned(here model.SlotID, since time.Time) model.Visit {
	v := model.Visit{
		Visiting: model.Visiting{Date: "2026-09-25", Lead: okafor}, ID: dayVisit,
		Slots: []model.Slot{
			{ID: "1-1", Stop: model.Stop{Day: 1, Start: 540, Minutes: 30, Kind: model.SlotOpening}},
			{ID: "1-2", Stop: model.Stop{Day: 1, Start: 570, Minutes: 45, Kind: model.SlotWalk}},
			{ID: "2-1", Stop: model.Stop{Day: 2, Start: 510, Minutes: 60, Kind: model.SlotWalk}},
		},
	}
	if here != "" {
		v.Here = []model.Here{{Person: okafor, Slot: here, Since: since.UnixMilli()}}
	}
	return v
}

func TestPace(t *testing.T) {
	plus2 := time.FixedZone("", 2*3600)
	at := func(day, hour, minute int) time.Time { return time.Date(2026, 9, day, hour, minute, 30, 0, plus2) }
	tests := []struct {
		name  string
		here  model.SlotID
		now   time.Time
		words string
		spent int
	}{
		{"the week before", "", at(18, 9, 0), "Not today", 0},
		{"early that day", "", at(25, 8, 0), "Starts at 09:00", 0},
		{"just begun", "", at(25, 9, 2), "Starts at 09:00", 0},
		{"late and nowhere yet", "", at(25, 9, 20), "Was to start at 09:00", 0},
		{"at the start", "1-1", at(25, 9, 0), "On time", 0},
		{"in the middle", "1-1", at(25, 9, 12), "On time", 12},
		{"two minutes over", "1-1", at(25, 9, 32), "On time", 32},
		{"five minutes over", "1-1", at(25, 9, 35), "5 minutes over", 35},
		{"an hour and a half over", "1-1", at(25, 11, 0), "90 minutes over", 120},
		{"longer than anyone counts in minutes", "1-1", at(25, 11, 1), "about 2 hours over", 121},
		{"in the evening", "1-1", at(25, 21, 32), "about 12 hours over", 752},
		{"before dawn", "1-2", at(25, 6, 59), "about 3 hours ahead", 0},
		{"ten minutes ahead", "1-2", at(25, 9, 20), "10 minutes ahead", 20},
		{"two minutes ahead", "1-2", at(25, 9, 28), "On time", 28},
		{"on the Saturday", "1-2", at(26, 9, 0), "Not today", 0},
		{"on the Monday", "1-2", at(28, 8, 0), "Starts at 08:30", 0},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			got := visit.PaceOf(planned(test.here, at(25, 9, 0)), okafor, test.now)
			if got.Words() != test.words || got.Spent != test.spent {
				t.Errorf("%q after %d minutes, want %q after %d", got.Words(), got.Spent, test.words, test.spent)
			}
		})
	}
	v := planned("1-1", at(25, 9, 0))
	if got := visit.PaceOf(v, okafor, at(25, 9, 12)); got.Planned != 30 || got.Slot.ID != "1-1" {
		t.Errorf("got %+v", got)
	}
	if got := visit.PaceOf(v, adeyemi, at(25, 9, 12)); got.Running != visit.Upcoming {
		t.Errorf("where the lead is says nothing of a colleague, got %+v", got)
	}
	v.Closed = true
	if got := visit.PaceOf(v, okafor, at(25, 9, 12)).Words(); got != "This visit is closed" {
		t.Errorf("got %q", got)
	}
}

func TestTheSecondDayIsTheNextWeekday(t *testing.T) {
	v := planned("", time.Time{})
	for day, want := range map[int]string{1: "2026-09-25", 2: "2026-09-28", 3: "2026-09-29"} {
		if got, ok := visit.Date(v, day); !ok || got.Format(time.DateOnly) != want {
			t.Errorf("day %d is %v, want %s", day, got, want)
		}
	}
	v.Date = "soon"
	if _, ok := visit.Date(v, 1); ok {
		t.Error("a date that cannot be read is read")
	}
}
