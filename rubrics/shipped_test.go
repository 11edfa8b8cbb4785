package rubrics_test

import (
	"errors"
	"path/filepath"
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
			Areas: len(r.Areas), Groups: len(r.Groups), Levels: len(r.Scale.Levels),
		}
		if list[i] != want {
			t.Errorf("listed as %+v\nbut it is  %+v", list[i], want)
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
