package main

import (
	"fmt"
	"strings"
	"testing"
)

// A thousand lines are a thousand notes, kept in one step that one undo takes back.
func TestAThousandNotes(t *testing.T) {
	s := newShell(t)
	s.must("school", "add", "Alder Lane")
	s.must("assess", "start", "--year", "2026-27")
	s.must("visit", "start", "--reviewer", "R. Okafor", "--focus", "1.1,2.3")
	s.must("visit", "go", "1-2")
	var lines strings.Builder
	for i := range 1000 {
		fmt.Fprintf(&lines, "+ @2.3 Line %d, 2 of 6\r\n", i+1)
	}
	s.send(lines.String(), "visit", "note")
	var v visitJSON
	s.data(&v, "visit", "show")
	if len(v.Notes) != 1000 || v.Notes[999].Text != "Line 1000, 2 of 6" || v.Notes[0].Mark != "strength" || v.Notes[0].N != 2 || v.Notes[0].Stop != "1-2" {
		t.Fatalf("%d notes; %+v", len(v.Notes), v.Notes[max(0, len(v.Notes)-1):])
	}
	s.must("undo")
	if s.data(&v, "visit", "show"); len(v.Notes) != 0 {
		t.Errorf("%d notes are left", len(v.Notes))
	}
	out, said, code := s.try("good\n"+strings.Repeat("x", 20001)+"\nalso good\n", "visit", "note", "-")
	if code != exitPartly || !strings.Contains(said, "line 2: A note must be 20,000 characters or fewer") || out != "" {
		t.Errorf("exit %d: %s%s", code, out, said)
	}
	if s.data(&v, "visit", "show"); len(v.Notes) != 2 {
		t.Errorf("%d good lines were kept", len(v.Notes))
	}
}
