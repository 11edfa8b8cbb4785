package store_test

import (
	"path/filepath"
	"testing"
	"time"

	"waymark/model"
	"waymark/store"
	"waymark/store/storetest"
)

const (
	school     = model.SchoolID("school-1")
	evaluation = model.EvaluationID("evaluation-1")
)

func clock() time.Time { return time.Date(2026, 11, 20, 16, 10, 0, 0, time.UTC) }

func options() store.Options {
	return store.Options{Create: true, Clock: clock, NewID: func() string { return "database-1" }, Busy: time.Second}
}

// openAt opens the database at path and closes it with the test.
func openAt(t testing.TB, path string, opt store.Options) *store.Store {
	t.Helper()
	s, err := store.Open(t.Context(), path, opt)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	})
	return s
}

func openNew(t testing.TB) *store.Store {
	t.Helper()
	return openAt(t, filepath.Join(t.TempDir(), "waymark.db"), options())
}

func appendAll(t testing.TB, s *store.Store, records []model.Record) {
	t.Helper()
	_, _, texts := storetest.RubricText(t)
	if err := s.Append(t.Context(), texts, records); err != nil {
		t.Fatal(err)
	}
}

func TestWhatIsAppendedIsThereAfterReopening(t *testing.T) {
	path := filepath.Join(t.TempDir(), "50% #1? & ŵ", "waymark.db")
	a := storetest.NewAuthor(t, "ann", school, evaluation)
	s, err := store.Open(t.Context(), path, options())
	if err != nil {
		t.Fatal(err)
	}
	appendAll(t, s, a.Open("Alder Lane Primary"))
	appendAll(t, s, a.Level(0, 2))
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	s = openAt(t, path, store.Options{})
	if s.ID() != "database-1" {
		t.Errorf("the database calls itself %q", s.ID())
	}
	got, err := s.Events(t.Context(), school, evaluation)
	if err != nil || len(got) != 4 {
		t.Fatalf("%d events, %v; want 4", len(got), err)
	}
	rows, err := s.Evaluations(t.Context(), school)
	if err != nil || len(rows) != 1 {
		t.Fatalf("%d evaluations, %v", len(rows), err)
	}
	if l, ok := rows[0].Row.Level(0); !ok || l != 2 || len(rows[0].Row) != 41 {
		t.Errorf("the first area is %d (%v) of %d", l, ok, len(rows[0].Row))
	}
	report, err := s.Check(t.Context(), nil)
	if err != nil || !report.OK() {
		t.Errorf("check: %+v, %v", report, err)
	}
}
