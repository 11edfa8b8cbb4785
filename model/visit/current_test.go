package visit_test

import (
	"testing"
	"time"

	"waymark/model"
	"waymark/model/visit"
)

func TestTheVisitThatIsMeant(t *testing.T) {
	v := func(date string, closed bool) model.Visit {
		return model.Visit{Visiting: model.Visiting{Date: date}, Closed: closed}
	}
	tests := []struct {
		name string
		all  []model.Visit
		want int
	}{
		{"none", nil, -1},
		{"today rather than one that is planned", []model.Visit{v("2026-09-24", false), v("2027-03-04", false)}, 0},
		{"whatever was written down last", []model.Visit{v("2027-03-04", false), v("2026-09-24", false)}, 1},
		{"an open one of last week rather than one that is planned", []model.Visit{v("2026-09-17", false), v("2026-09-25", false)}, 0},
		{"today rather than last week", []model.Visit{v("2026-09-24", false), v("2026-09-17", false)}, 0},
		{"the next of those that are planned", []model.Visit{v("2027-03-04", false), v("2026-11-12", false), v("2027-01-01", false)}, 1},
		{"one that is planned rather than a closed one", []model.Visit{v("2026-09-24", true), v("2026-11-12", false)}, 1},
		{"the last of those that are closed", []model.Visit{v("2026-09-17", true), v("2026-03-05", true)}, 0},
		{"the newer of two on a day", []model.Visit{v("2026-09-24", false), v("2026-09-24", false)}, 1},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if got := visit.Current(test.all, time.Date(2026, 9, 24, 8, 0, 0, 0, time.UTC)); got != test.want {
				t.Errorf("got %d, want %d", got, test.want)
			}
		})
	}
}
