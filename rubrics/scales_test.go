package rubrics_test

import (
	"errors"
	"path/filepath"
	"strings"
	"testing"

	"waymark/model"
	"waymark/rubrics"
)

func TestShippedScales(t *testing.T) {
	files, err := filepath.Glob("data/scales/*.yaml")
	if err != nil || len(files) != len(rubrics.ScaleIDs()) {
		t.Fatalf("%d files for %v: %v", len(files), rubrics.ScaleIDs(), err)
	}
	for _, id := range rubrics.ScaleIDs() {
		s, err := rubrics.LoadScale(id)
		if err != nil {
			t.Fatal(err)
		}
		if s.ID != id || len(s.Levels) != 4 || s.Expected != 3 {
			t.Errorf("scale %s is %+v", id, s)
		}
		for _, l := range s.Levels {
			if l.Meaning == "" || forbidden.MatchString(l.Name+" "+l.Meaning) {
				t.Errorf("%s: level %+v", id, l)
			}
		}
	}
	if _, err := rubrics.LoadScale("../whole-school"); !errors.Is(err, rubrics.ErrUnknown) {
		t.Errorf("got %v, want ErrUnknown", err)
	}
}

const stars = "waymark: scale/1\nid: stars\ntitle: Stars\nexpected: 2\nlevels: [{name: Dim}, {name: Bright}, {name: Brightest}]\n"

func TestReadScale(t *testing.T) {
	s, notes, err := rubrics.ReadScale("stars.yaml", strings.NewReader(stars))
	if err != nil || len(notes) != 0 || s.Name(3) != "Brightest" || s.Expected != 2 {
		t.Fatalf("got %+v, %v, %v", s, notes, err)
	}
	if _, notes, err := rubrics.ReadScale("stars.yaml", strings.NewReader(strings.Replace(stars, "Dim", "Inadequate", 1))); err != nil || len(notes) != 1 {
		t.Errorf("the word of an inspection is not noted: %v, %v", notes, err)
	}
	for _, c := range []struct {
		from, to     string
		line, column int
		says         string
	}{
		{"scale/1", "rubric/1", 1, 10, "This file says it is “rubric/1”, not a scale. Choose a scale file, or write waymark: scale/1."},
		{"scale/1", "scale/2", 1, 10, "This scale is written for another Waymark"},
		{"waymark: scale/1\n", "", 1, 1, "This file does not say that it is a scale."},
		{stars, "%PDF-1.7", 1, 1, "This is a PDF, not a scale file. Choose the scale file itself"},
		{"expected: 2", "expected: 4", 4, 11, "is 4, but the scale has 3 levels"},
		{"id: stars", "id: stars\ngroups: []", 3, 1, "The scale cannot have an entry called “groups”"},
		{", {name: Bright}, {name: Brightest}", "", 5, 9, "The scale has 1 levels"},
	} {
		_, _, err := rubrics.ReadScale("stars.yaml", strings.NewReader(changed(t, stars, c.from, c.to)))
		wantFault(t, err, c.line, c.column, c.says)
	}
}

func TestAScaleByItsNameIsTheWholeScale(t *testing.T) {
	r := read(t, file(t, "full"))
	s, err := rubrics.LoadScale("early-to-sharing")
	if err != nil {
		t.Fatal(err)
	}
	written := r
	written.Scale = s
	if r.Hash() != written.Hash() {
		t.Errorf("the scale was read as %+v, not as %+v", r.Scale, s)
	}
}

func TestWithScale(t *testing.T) {
	r := read(t, small(t))
	s, _, err := rubrics.ReadScale("stars.yaml", strings.NewReader(stars))
	if err != nil {
		t.Fatal(err)
	}
	got, err := rubrics.WithScale(r, s)
	if err != nil {
		t.Fatal(err)
	}
	if got.Scale.Name(1) != "Dim" || r.Scale.Name(1) != "Not yet" || got.Areas[0].Levels[0] != r.Areas[0].Levels[0] {
		t.Errorf("got %+v, and the rubric itself is %+v", got.Scale, r.Scale)
	}
	thereAndBack(t, got)
	if _, err := rubrics.WithScale(wholeSchool(t), s); err == nil || !strings.Contains(err.Error(), "the scale has 3 levels and the rubric 4") {
		t.Errorf("three levels on a rubric of four: %v", err)
	}
	s.Expected = 9
	var faults model.RubricFaults
	if _, err := rubrics.WithScale(r, s); !errors.As(err, &faults) {
		t.Errorf("an unsound scale: %v", err)
	}
}
