package find_test

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
	d := home(large(t)).Press("/").AtEverySize()
	d.Type("pupils").AtEverySize().Press("tab").AtEverySize()
}

func TestWordsTypedInAnyOrderAndManner(t *testing.T) {
	for _, typed := range []string{"breadth", "BREADTH", "acce brea", "1.1", "  breadth,  access. ", "breadth & access"} {
		d := home(begin(t)).Press("/").Type(typed)
		d.See("1.1  Breadth")
	}
	d := begin(t)
	write(t, d, "n", model.NoteText{Area: "4.2", Text: "The pupils’ Ærøskøbing project"})
	home(d).Press("/").Type("pupils' ærøsk").See("4.2", "your note: “The pupils’ Ærøskøbing project”")
}
