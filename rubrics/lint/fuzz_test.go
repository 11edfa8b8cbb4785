package lint_test

import (
	"encoding/json"
	"fmt"
	"testing"

	"waymark/model"
	"waymark/rubrics/lint"
)

// FuzzCheck gives the linter rubrics that no reader would let through, read
// from YAML or from JSON, beside any source at all. It must not panic, and what
// it finds must be complete.
func FuzzCheck(f *testing.F) {
	for _, dir := range []string{"good", "bad"} {
		for i, path := range files(f, dir) {
			if i%8 == 0 {
				f.Add(source(f, path), source(f, path))
			}
		}
	}
	r, text := read(f, "testdata/good/plain.yaml")
	canonical, err := r.Canonical()
	if err != nil {
		f.Fatal(err)
	}
	f.Add(canonical, text)
	f.Add([]byte(`{"kind":"school","areas":[{"id":"","levels":["",".","' \"'","- & /"]},{"levels":["1","1"]}]}`), []byte("groups: [{areas: [{id: a}]}]\n# waymark: allow"))
	f.Add([]byte("groups: [{areas: [{id: a, levels: {1: all, 2: most}}]}]"), []byte("&a [*a]"))
	f.Fuzz(func(t *testing.T, rubric, source []byte) {
		r, err := readLoosely(rubric)
		if err != nil {
			r = model.Rubric{}
			if json.Unmarshal(rubric, &r) != nil {
				return
			}
		}
		for _, found := range lint.Check(r, source) {
			if found.Rule == "" || found.Severity == "" || found.Message == "" || found.Why == "" || found.Better == "" || found.Line < 0 {
				t.Errorf("incomplete: %+v", found)
			}
		}
	})
}

func BenchmarkCheck(b *testing.B) {
	r, text := read(b, "../data/whole-school.yaml")
	b.ReportAllocs()
	for b.Loop() {
		lint.Check(r, text)
	}
}

// BenchmarkCheckLarge is a rubric of 500 areas and 9 levels whose descriptors
// keep coming back, so that there is much to compare and much to find.
func BenchmarkCheckLarge(b *testing.B) {
	r, text := read(b, "../data/whole-school.yaml")
	large := r
	large.Areas = nil
	for i := range 500 {
		a := r.Areas[i%len(r.Areas)]
		a.ID = model.AreaID(fmt.Sprintf("%s.%d", a.ID, i))
		a.Levels = nil
		for level := range model.MaxLevels {
			from := r.Areas[(i+level)%len(r.Areas)].Levels
			a.Levels = append(a.Levels, from[level%len(from)])
		}
		large.Areas = append(large.Areas, a)
	}
	for b.Loop() {
		lint.Check(large, text)
	}
}
