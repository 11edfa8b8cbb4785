package rubrics_test

import (
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
		placed(t, text, err)
		if strings.Contains(err.Error(), "This rubric cannot be used") {
			t.Errorf("the model found what the reader should have: %v", err)
		}
	})
}
