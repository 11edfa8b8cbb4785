package main

import (
	"path/filepath"
	"strings"
	"testing"
)

// A visit that is planned for later in the year takes nothing from today's.
func TestTodaysVisitIsMeantRatherThanAPlannedOne(t *testing.T) {
	s := newShell(t)
	s.must("school", "add", "Alder Lane")
	s.must("assess", "start", "--year", "2026-27")
	s.must("visit", "start", "--reviewer", "R. Okafor", "--focus", "1.1", "--date", "2026-09-24")
	s.must("visit", "start", "--reviewer", "A. Shah", "--focus", "2.3", "--date", "2027-03-04")
	var v visitJSON
	if s.data(&v, "visit", "show"); v.Date != "2026-09-24" {
		t.Errorf("%s is meant while the visit of today is open", v.Date)
	}
	file := filepath.Join(t.TempDir(), "note.md")
	if out := s.must("export", "visit", "--output", file); strings.Contains(out, "2027") {
		t.Errorf("the note is of another visit: %s", out)
	}
	s.must("visit", "close", "--reason", "Snow", "--as", "R. Okafor")
	if s.data(&v, "visit", "show"); v.Date != "2027-03-04" {
		t.Errorf("%s is meant once the visit of today is closed", v.Date)
	}
}
