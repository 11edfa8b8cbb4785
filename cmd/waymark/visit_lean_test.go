package main

import (
	"math"
	"slices"
	"strings"
	"testing"

	"waymark/model"
)

// leaningDay is a school at 3 throughout, its lead reviewer a level lower in ten
// areas, and a second reviewer two levels lower in three of them and in another.
func leaningDay(t *testing.T) *aShell {
	t.Helper()
	s := newShell(t)
	s.must("school", "add", "Alder Lane")
	s.must("assess", "start", "--year", "2026-27", "--as", "T. Nguyen")
	areas := areaIDs(s)
	rate := func(command []string, level model.Level, ids []model.AreaID) {
		for _, a := range ids {
			command = append(command, equals(a, level))
		}
		s.must(command...)
	}
	rate([]string{"assess", "rate"}, 3, areas[:12])
	s.must("visit", "start", "--reviewer", "R. Okafor", "--focus", areaCodes(areas[:12]), "--team", "A. Shah")
	rate([]string{"visit", "rate"}, 2, areas[:10])
	rate([]string{"visit", "rate", "--as", "A. Shah"}, 1, append(slices.Clone(areas[:3]), areas[11]))
	return s
}

func TestEachReviewerIsToldTheirOwnLean(t *testing.T) {
	s := leaningDay(t)
	var lead, other visitLeanJSON
	if schema := s.data(&lead, "visit", "compare", "--lean"); schema != "waymark.visit-lean/1" {
		t.Errorf("schema %s", schema)
	}
	// In three areas of 3, 2 and 1 the lead is in the middle, in seven half a level below it.
	if lead.Person != "R. Okafor" || lead.Side != model.SideReviewer || lead.N != 10 || lead.Above != 0 || lead.On != 3 || lead.Below != 7 || lead.Mean == nil || math.Abs(*lead.Mean+0.35) > 1e-6 || lead.Reason != "" {
		t.Errorf("%+v", lead)
	}
	s.data(&other, "visit", "compare", "--lean", "--as", "A. Shah")
	if other.Person != "A. Shah" || other.N != 4 || other.Below != 4 || other.Mean != nil || !strings.HasPrefix(other.Reason, "fewer than 8") {
		t.Errorf("%+v", other)
	}
	out := s.must("visit", "compare", "--lean")
	if !strings.Contains(out, "Over 10 areas your levels lay about a third of a level below the middle of") || !strings.Contains(out, "no judgement") || strings.Contains(out, "Shah") {
		t.Errorf("the lead reads\n%s", out)
	}
	if out := s.must("visit", "compare", "--lean", "--as", "A. Shah"); !strings.Contains(out, "Under 8 areas nothing more is told.") || strings.Contains(out, "Okafor") || strings.Contains(out, "half") {
		t.Errorf("the other reads\n%s", out)
	}
	if out := s.must("visit", "compare", "--lean", "--plain"); out != "10\t0\t3\t7\t-0.35\n" {
		t.Errorf("scripts read %q", out)
	}
}

func TestTheSchoolIsToldItsOwnLean(t *testing.T) {
	s := leaningDay(t)
	var own visitLeanJSON
	s.data(&own, "visit", "compare", "--lean", "--role", "self")
	if own.Side != model.SideSchool || own.Person != "" || own.N != 11 || own.Above != 11 || !strings.Contains(own.Says[0], "the school’s levels lay") {
		t.Errorf("%+v", own)
	}
}

func TestNoLeanIsInWhatEverybodyReads(t *testing.T) {
	s := leaningDay(t)
	for _, line := range []string{"visit compare --json", "visit compare", "visit show --json", "export visit --format json --output -"} {
		if out, said, _ := s.try("", strings.Fields(line)...); strings.Contains(out+said, "lean\"") || strings.Contains(out, "middle of everybody") {
			t.Errorf("waymark %s tells how somebody leans:\n%s", line, out)
		}
	}
	if _, said, code := s.try("", "visit", "compare", "--lean", "--only-different"); code != exitUsage || !strings.Contains(said, "--lean") {
		t.Errorf("exit %d, %s", code, said)
	}
}
