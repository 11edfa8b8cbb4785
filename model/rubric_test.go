package model_test

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"waymark/model"
)

func TestCheckFindsEachFault(t *testing.T) {
	if err := rubric().Check(); err != nil {
		t.Fatalf("a sound rubric is refused: %v", err)
	}
	const id = "an id is made of letters, digits, full stops, hyphens and underscores"
	for want, spoil := range map[string]func(*model.Rubric){
		"rubric: give it an id":                                       func(r *model.Rubric) { r.ID = "" },
		"rubric: give it a title":                                     func(r *model.Rubric) { r.Title = "" },
		`rubric: give it an edition, for example "2026"`:              func(r *model.Rubric) { r.Edition = "" },
		"scale: it has 1 levels; a scale needs 2 to 9":                func(r *model.Rubric) { levels(r, 1) },
		"scale: it has 10 levels; a scale needs 2 to 9":               func(r *model.Rubric) { levels(r, 10) },
		"scale: the expected level is 1; it must be from 2 to 4":      func(r *model.Rubric) { r.Scale.Expected = 1 },
		"scale: the expected level is 5; it must be from 2 to 4":      func(r *model.Rubric) { r.Scale.Expected = 5 },
		"scale: level 2 has no name":                                  func(r *model.Rubric) { r.Scale.Levels[1].Name = " " },
		"group 1: every group needs an id and a title":                func(r *model.Rubric) { r.Groups[0].Title = "" },
		"group 1: this id is used twice":                              func(r *model.Rubric) { r.Groups = append(r.Groups, r.Groups[0]) },
		"group 3: it has no areas":                                    func(r *model.Rubric) { r.Groups = append(r.Groups, model.Group{ID: "3", Title: "Empty"}) },
		"group 1 2: " + id:                                            func(r *model.Rubric) { r.Groups[0].ID = "1 2" },
		"rubric: it has no areas":                                     func(r *model.Rubric) { r.Areas = nil },
		"area 1.1: every area needs an id and a title":                func(r *model.Rubric) { r.Areas[0].Title = "" },
		"area : every area needs an id and a title":                   func(r *model.Rubric) { r.Areas[0].ID = "" },
		"area 1/1: " + id:                                             func(r *model.Rubric) { r.Areas[0].ID = "1/1" },
		"area 1.1: this id is used twice":                             func(r *model.Rubric) { r.Areas[1].ID = "1.1" },
		`area 1.1: its group "9" is not in the rubric`:                func(r *model.Rubric) { r.Areas[0].Group = "9" },
		"area 1.1: this rubric has 4 levels but the area describes 3": func(r *model.Rubric) { r.Areas[0].Levels = r.Areas[0].Levels[:3] },
		"area 1.1: level 2 is empty":                                  func(r *model.Rubric) { r.Areas[0].Levels[1] = "\t" },
		`edge 1.1 to 9.9: there is no area "9.9"`:                     func(r *model.Rubric) { r.Edges[0].After = nobody },
		`edge 9.9 to 1.2: there is no area "9.9"`:                     func(r *model.Rubric) { r.Edges[0].Before = nobody },
		"edge 1.2 to 1.2: an area cannot need itself first":           func(r *model.Rubric) { r.Edges[0].Before = "1.2" },
		"edge 1.1 to 1.2: it stands twice":                            func(r *model.Rubric) { r.Edges = append(r.Edges, r.Edges[0]) },
		"related 1.3 and 9.9: both must be areas of the rubric":       func(r *model.Rubric) { r.Related[0].B = nobody },
		`ruling on Homework: there is no area "9.9"`:                  func(r *model.Rubric) { r.Rulings[0].Area = nobody },
		"edges: these areas need each other in a circle: 1.1 needs 1.3 needs 1.2 needs 1.1": func(r *model.Rubric) {
			r.Edges = append(r.Edges, model.Edge{Before: "1.3", After: "1.1"})
		},
	} {
		r := rubric()
		spoil(&r)
		var faults model.RubricFaults
		if err := r.Check(); !errors.As(err, &faults) || !slices.Contains(strings.Split(err.Error(), "\n"), want) {
			t.Errorf("got %v\nwant %s", err, want)
		}
	}
	if got := (model.RubricFault{Problem: "alone"}).Error(); got != "alone" {
		t.Errorf("got %q", got)
	}
}

// levels gives the rubric n levels, everywhere.
func levels(r *model.Rubric, n int) {
	r.Scale.Levels = slices.Repeat([]model.LevelName{{Name: "L"}}, n)
	for i := range r.Areas {
		r.Areas[i].Levels = slices.Repeat([]string{"It is so."}, n)
	}
}

func TestLoop(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r := rubric()
		edge := rapid.Custom(func(t *rapid.T) model.Edge {
			pick := rapid.IntRange(0, 5)
			return model.Edge{Before: r.Areas[pick.Draw(t, "before")].ID, After: r.Areas[pick.Draw(t, "after")].ID}
		})
		r.Edges = rapid.SliceOfN(edge, 0, 10).Draw(t, "edges")
		loop := r.Loop()
		if loop == nil {
			if left := unordered(r); len(left) > 0 {
				t.Fatalf("no circle found among %v", left)
			}
			return
		}
		if len(loop) < 2 || loop[0] != loop[len(loop)-1] {
			t.Fatalf("%v does not come back to where it began", loop)
		}
		for i := range loop[1:] {
			if !slices.Contains(r.Edges, model.Edge{Before: loop[i+1], After: loop[i]}) {
				t.Fatalf("%s does not need %s", loop[i], loop[i+1])
			}
		}
	})
}

// unordered takes away areas that need nothing more, over and over, and
// returns what is left: the areas in or behind a circle.
func unordered(r model.Rubric) []model.AreaID {
	var left []model.AreaID
	for _, a := range r.Areas {
		left = append(left, a.ID)
	}
	for {
		next := slices.DeleteFunc(slices.Clone(left), func(a model.AreaID) bool {
			return !slices.ContainsFunc(r.NeedsFirst(a), func(b model.AreaID) bool { return slices.Contains(left, b) })
		})
		if len(next) == len(left) {
			return left
		}
		left = next
	}
}

func TestOnly(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r := rubric()
		ids := rapid.SliceOfNDistinct(rapid.SampledFrom([]model.AreaID{"1.1", "1.2", "1.3", "2.1", "2.2", "2.3"}), 1, 6, rapid.ID).Draw(t, "areas")
		cut := r.Only(append(slices.Clone(ids), nobody))
		if err := cut.Check(); err != nil {
			t.Fatalf("cut down to %v it is unsound: %v", ids, err)
		}
		if len(cut.Areas) != len(ids) || !slices.IsSortedFunc(cut.Areas, func(x, y model.Area) int { return r.Index(x.ID) - r.Index(y.ID) }) {
			t.Fatalf("got %d areas for %v", len(cut.Areas), ids)
		}
		for _, e := range r.Edges {
			whole := slices.Contains(ids, e.Before) && slices.Contains(ids, e.After)
			if slices.Contains(cut.Edges, e) != whole {
				t.Fatalf("edge %v kept wrongly for %v", e, ids)
			}
		}
		if !slices.Contains(cut.Rulings, model.Ruling{Topic: "Uniform"}) {
			t.Fatalf("a ruling of no area was lost")
		}
		if r.Hash() != rubric().Hash() {
			t.Fatalf("cutting changed the rubric itself")
		}
	})
	if r := rubric(); r.Only(nil).Hash() != r.Hash() {
		t.Fatalf("no areas named must mean all")
	}
}

func TestComparableWith(t *testing.T) {
	for want, change := range map[string]func(*model.Rubric){
		"true the same":          func(*model.Rubric) {},
		"true other words":       func(r *model.Rubric) { r.Title = "Other" },
		"false other edition":    func(r *model.Rubric) { r.Edition = "2025" },
		"true named edition":     func(r *model.Rubric) { r.Edition = "2024" },
		"false other rubric":     func(r *model.Rubric) { r.ID = "other" },
		"false other scale":      func(r *model.Rubric) { levels(r, 5) },
		"false named other size": func(r *model.Rubric) { r.Edition = "2024"; levels(r, 3) },
	} {
		now, earlier := rubric(), rubric()
		now.Comparable = []string{"2024"}
		change(&earlier)
		if got := fmt.Sprint(now.ComparableWith(earlier)); got != strings.Fields(want)[0] {
			t.Errorf("%s: got %s", want, got)
		}
	}
}

func TestFindAreas(t *testing.T) {
	for typed, want := range map[string]string{
		"1.3": "1.3", " 1.3 ": "1.3", "CONTENT": "1.3 2.3", "content pinned": "1.3", "": "", "  ": "", "9.9": "", "phonix": "", "check": "2.2",
	} {
		var got []string
		for _, a := range rubric().FindAreas(typed) {
			got = append(got, string(a.ID))
		}
		if strings.Join(got, " ") != want {
			t.Errorf("%q: got %v, want %q", typed, got, want)
		}
	}
	r := rubric()
	r.Areas[0].Title = "What a1 needs"
	r.Areas[4].ID = "A1"
	if got := r.FindAreas("a1"); len(got) != 1 || got[0].ID != "A1" {
		t.Errorf("got %v, want the exact code alone, whatever titles say", got)
	}
}

func TestRubricRoundTrip(t *testing.T) {
	r := rubric()
	text, err := r.Canonical()
	if err != nil {
		t.Fatal(err)
	}
	back, err := model.RubricFromCanonical(text)
	if err != nil || back.Hash() != r.Hash() || len(r.Hash()) != 64 {
		t.Fatalf("got %v, hash %s, want %s", err, back.Hash(), r.Hash())
	}
	for name, bad := range map[string]string{
		"cut":     string(text[:len(text)-1]),
		"more":    string(text) + "{}",
		"brace":   string(text) + "}",
		"unknown": strings.Replace(string(text), `"id"`, `"idd"`, 1),
		"unsound": strings.Replace(string(text), `"expected":3`, `"expected":9`, 1),
		"empty":   "",
	} {
		if _, err := model.RubricFromCanonical([]byte(bad)); err == nil {
			t.Errorf("%s: was read", name)
		}
	}
	r.Areas[0].Levels[0] += " "
	if r.Hash() == back.Hash() {
		t.Errorf("one space more and the hash is the same")
	}
}

func TestRubricLookups(t *testing.T) {
	r := rubric()
	a, ok := r.Area("1.3")
	if !ok || a.Name() != "1.3 Content pinned down" || a.Descriptor(1) != "It is not there yet." || a.Descriptor(0) != "" || a.Descriptor(5) != "" {
		t.Errorf("got %+v, %v", a, ok)
	}
	if _, ok := r.Area(nobody); ok {
		t.Errorf("found an area that is not there")
	}
	if g, ok := r.Group("2"); !ok || g.Title != "Teaching" || len(r.AreasIn("2")) != 3 {
		t.Errorf("got %+v", g)
	}
	if got := fmt.Sprint(r.NeedsFirst("1.3"), r.Unlocks("1.3"), r.SeeAlso("2.3"), r.SeeAlso("1.3")); got != "[1.2] [2.1] [1.3] [2.3]" {
		t.Errorf("got %s", got)
	}
	s := r.Scale
	if s.Top() != 4 || s.Name(1) != "Early" || s.Name(0) != "" || s.Name(5) != "" || s.Has(0) || !s.Has(4) {
		t.Errorf("the scale is read wrongly")
	}
}
