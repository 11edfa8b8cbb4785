package store

import (
	"path/filepath"
	"strings"
	"testing"
)

// TestOneEvaluationIsFoundWithinItsSchool asks SQLite how it would look, which
// no answer shows while the database is small.
func TestOneEvaluationIsFoundWithinItsSchool(t *testing.T) {
	s, err := Open(t.Context(), filepath.Join(t.TempDir(), "plan.db"), Options{Create: true})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	for _, query := range []string{selectEvents, selectEvaluation, selectRecord} {
		rows, err := s.q.QueryContext(t.Context(), "EXPLAIN QUERY PLAN "+query, "a", "b")
		if err != nil {
			t.Fatal(err)
		}
		searches := 0
		for rows.Next() {
			var id, parent, unused int
			var step string
			if err := rows.Scan(&id, &parent, &unused, &step); err != nil {
				t.Fatal(err)
			}
			if strings.HasPrefix(step, "SCAN") {
				t.Errorf("%q walks the whole trust: %s", query, step)
			}
			if strings.HasPrefix(step, "SEARCH e ") {
				searches++
			}
		}
		if err := rows.Err(); err != nil || searches != 1 {
			t.Errorf("%q searches the log %d times, %v", query, searches, err)
		}
		if err := rows.Close(); err != nil {
			t.Fatal(err)
		}
	}
}
