package rubrics_test

import (
	"errors"
	"strings"
	"testing"

	"waymark/rubrics"
)

// FuzzRead gives the reader any bytes at all. It must neither panic nor take a
// rubric that does not work, and every refusal must say where and what to do.
func FuzzRead(f *testing.F) {
	f.Add(small(f))
	for _, s := range slips {
		f.Add(strings.Replace(small(f), s.from, s.to, 1))
	}
	for _, name := range []string{"full", "pulse", "visit"} {
		f.Add(file(f, name))
	}
	for _, s := range slipsAround {
		f.Add(strings.Replace(file(f, s.file), s.from, s.to, 1))
	}
	for _, text := range hostile() {
		f.Add(text[:min(len(text), 4<<10)])
	}
	f.Fuzz(func(t *testing.T, text string) {
		r, notes, err := rubrics.ReadWithNotes("fuzz.yaml", strings.NewReader(text))
		if err == nil {
			if err := r.Check(); err != nil {
				t.Fatalf("a rubric was taken that does not work: %v", err)
			}
			thereAndBack(t, r)
			for _, n := range notes {
				if n.Line < 1 || n.Column < 1 || n.Text == "" {
					t.Errorf("note without a place: %+v", n)
				}
			}
			return
		}
		var faults *rubrics.Faults
		if !errors.As(err, &faults) || len(faults.List) == 0 || len(faults.List) > 20 {
			t.Fatalf("refused without faults: %v", err)
		}
		lines := 1 + strings.Count(text, "\n") + strings.Count(text, "\r")
		for _, fault := range faults.List {
			if fault.Line < 1 || fault.Line > lines+1 || fault.Column < 1 || fault.Problem == "" || fault.Fix == "" {
				t.Errorf("fault without a place or words: %+v", fault)
			}
			if strings.Contains(fault.Problem, "This rubric cannot be used") {
				t.Errorf("the model found what the reader should have: %s", fault.Problem)
			}
			if strings.ContainsFunc(fault.Problem+fault.Fix, func(r rune) bool { return r < ' ' || r >= 0x7f && r < 0xa0 || r == 0x202e }) {
				t.Errorf("a fault carries a control character: %q", fault)
			}
		}
	})
}
