package read_test

import (
	"fmt"
	"strings"
	"testing"

	"waymark/model"
	"waymark/ui/env"
	"waymark/ui/uitest"
)

// large begins an evaluation of a rubric with nine levels and endless names.
func large(t *testing.T) *uitest.Driver {
	t.Helper()
	d := uitest.NewEnv(t)
	r := d.Shelf.Rubric
	r.Scale.Levels = nil
	for i := range 9 {
		r.Scale.Levels = append(r.Scale.Levels, model.LevelName{Name: fmt.Sprintf("Level name %d without end", i+1)})
	}
	r.Areas = append([]model.Area(nil), r.Areas...)
	for i := range r.Areas {
		r.Areas[i].Title = strings.Repeat("界 Ünbelievably long title ", 6)
		r.Areas[i].Levels = make([]string, 9)
		for l := range r.Areas[i].Levels {
			r.Areas[i].Levels[l] = strings.Repeat("wordwithoutend", 12) + " and pupils"
		}
	}
	d.Shelf.Rubric = r
	o, err := d.Shelf.Begin(t.Context(), env.Beginning{Name: strings.Repeat("Long school ", 6), Rubric: r.Hash(), Year: "2026-27"})
	if err != nil {
		t.Fatal(err)
	}
	d.Env.Take(o)
	return d.Judge("123456789")
}

func TestAnyRubricFits(t *testing.T) {
	d := open(large(t), "1.5").AtEverySize()
	for range 9 {
		d.Press("right").AtEverySize()
	}
	d.See("►  9").Press("9").See("Chosen: 9 Level name 9 without end").Press("end").AtEverySize()
}
