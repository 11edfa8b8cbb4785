package rubrics_test

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"waymark/rubrics"
)

func TestShippedRubricsSurviveBeingStored(t *testing.T) {
	shipped, err := rubrics.Shipped()
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range shipped {
		t.Run(r.ID, func(t *testing.T) { thereAndBack(t, r) })
	}
}

func TestListMatchesTheFiles(t *testing.T) {
	shipped, err := rubrics.Shipped()
	if err != nil {
		t.Fatal(err)
	}
	names, err := filepath.Glob("data/*.yaml")
	if err != nil {
		t.Fatal(err)
	}
	list := rubrics.List()
	if len(list) != len(shipped) || len(list) != len(names) {
		t.Fatalf("%d listed, %d read, %d files", len(list), len(shipped), len(names))
	}
	for i, r := range shipped {
		want := rubrics.Entry{
			ID: r.ID, Edition: r.Edition, Title: r.Title, Summary: r.Summary, Kind: r.Kind,
			Areas: len(r.Areas), Items: len(r.Items()), Groups: len(r.Groups), Levels: len(r.Scale.Levels),
		}
		if list[i] != want {
			t.Errorf("listed as %+v\nbut it is  %+v", list[i], want)
		}
	}
}

func TestShippedRubricsHaveTheAgreedParts(t *testing.T) {
	var got []string
	for _, e := range rubrics.List() {
		got = append(got, fmt.Sprintf("%s %s: %d groups, %d areas, %d items, %d levels", e.Kind, e.ID, e.Groups, e.Areas, e.Items, e.Levels))
	}
	compare(t, got, []string{
		"school whole-school: 7 groups, 41 areas, 0 items, 4 levels",
		"teacher teaching: 5 groups, 26 areas, 0 items, 4 levels",
		"process improvement-process: 3 groups, 12 areas, 0 items, 4 levels",
		"trust trust-quality: 5 groups, 15 areas, 0 items, 4 levels",
		"trust strong-trusts: 7 groups, 21 areas, 0 items, 4 levels",
		"pulse wellbeing-pulse: 6 groups, 0 areas, 60 items, 5 levels",
		"visit lesson-visit: 5 groups, 0 areas, 20 items, 0 levels",
	})
}

func TestShippedRubricsAreRead(t *testing.T) {
	for _, e := range rubrics.List() {
		f, err := os.Open("data/" + e.ID + ".yaml")
		if err != nil {
			t.Fatal(err)
		}
		r, notes, err := rubrics.ReadWithNotes(e.ID, f)
		if closed := f.Close(); err != nil || closed != nil || len(notes) != 0 {
			t.Errorf("%s: %v, %v, notes %v", e.ID, err, closed, notes)
		}
		if r.Language != "en-GB" || r.Licence != "CC-BY-4.0" || !strings.HasPrefix(r.Source, "Own words throughout.") || r.Edition != "2026" || r.Summary == "" {
			t.Errorf("%s has the head %+v", e.ID, e)
		}
	}
}

func TestLoadOfAnUnknownRubric(t *testing.T) {
	for _, id := range []string{"", "nothing", "../data/whole-school", "whole-school.yaml"} {
		if _, err := rubrics.Load(id); !errors.Is(err, rubrics.ErrUnknown) {
			t.Errorf("load %q: %v, want ErrUnknown", id, err)
		}
	}
}

// BenchmarkLoad is what opening the shipped rubric costs.
func BenchmarkLoad(b *testing.B) {
	for b.Loop() {
		if _, err := rubrics.Load("whole-school"); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkShipped is what reading all of them costs.
func BenchmarkShipped(b *testing.B) {
	for b.Loop() {
		if _, err := rubrics.Shipped(); err != nil {
			b.Fatal(err)
		}
	}
}
