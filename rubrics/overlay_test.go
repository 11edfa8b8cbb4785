package rubrics_test

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"waymark/model"
	"waymark/rubrics"
)

const ours = `# What our trust adds.
waymark: overlay/1
rubric: full
title: Our trust
areas:
  "1.2":
    look_fors: [The date on the plan.]
    resources:
      - The blue folder
      - title: Plans that changed
        address: https://example.org/changed
        note: Read page two.
      - {title: The shared drive, address: 'S:\Plans'}
    case_studies:
      - A school of ours turned its plan round in a term.
  "9.9":
    look_fors: [Something that only the last edition had.]
`

func overlay(t *testing.T, text string) rubrics.Overlay {
	t.Helper()
	o, err := rubrics.ReadOverlay("ours.yaml", strings.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	return o
}

func TestAnOverlayIsAddedBesideTheRubric(t *testing.T) {
	r := read(t, file(t, "full"))
	o := overlay(t, ours)
	got, unknown, err := rubrics.Apply(r, o)
	if err != nil {
		t.Fatal(err)
	}
	if !slices.Equal(unknown, []model.AreaID{"9.9"}) {
		t.Errorf("unknown are %v", unknown)
	}
	want := []model.Local{{
		Overlay: "Our trust", LookFors: []string{"The date on the plan."},
		Resources: []model.Resource{
			{Title: "The blue folder"},
			{Title: "Plans that changed", Address: "https://example.org/changed", Note: "Read page two."},
			{Title: "The shared drive", Address: `S:\Plans`},
		},
		CaseStudies: []string{"A school of ours turned its plan round in a term."},
	}}
	if !reflect.DeepEqual(got.Areas[1].Local, want) || got.Areas[0].Local != nil {
		t.Errorf("got  %+v\nwant %+v", got.Areas[1].Local, want)
	}
	if r.Areas[1].Local != nil || got.Hash() != r.Hash() {
		t.Errorf("the rubric itself was changed")
	}

	// The next edition has the area that this one has not: nothing was lost.
	next := r
	next.Areas = slices.Clone(r.Areas)
	next.Areas[0].ID = "9.9"
	next.Edges, next.Related = nil, nil
	later, unknown, err := rubrics.Apply(next, o)
	if err != nil || len(unknown) != 0 || len(later.Areas[0].Local) != 1 {
		t.Errorf("after the upgrade: %v, %v, %+v", unknown, err, later.Areas[0].Local)
	}
	if _, _, err := rubrics.Apply(wholeSchool(t), o); err == nil || !strings.Contains(err.Error(), "it is for rubric full") {
		t.Errorf("on another rubric: %v", err)
	}
}

func TestOverlayLaws(t *testing.T) {
	r := read(t, file(t, "full"))
	ids := rapid.SampledFrom([]model.AreaID{"1.1", "1.2", "8.8", "9.9"})
	rapid.Check(t, func(t *rapid.T) {
		draw := func(title string) rubrics.Overlay {
			o := rubrics.Overlay{Rubric: "full", Title: title}
			for _, id := range rapid.SliceOfDistinct(ids, rapid.ID).Draw(t, title) {
				o.Areas = append(o.Areas, rubrics.AreaOverlay{Area: id, LookFors: []string{title + string(id)}})
			}
			return o
		}
		a, b := draw("a"), draw("b")
		once, unknown, _ := rubrics.Apply(r, a)
		twice, again, _ := rubrics.Apply(once, a)
		if !reflect.DeepEqual(once, twice) || !slices.Equal(unknown, again) {
			t.Fatalf("applying an overlay again changed something: %+v, then %+v", once, twice)
		}
		both, _, _ := rubrics.Apply(once, b)
		if both.Hash() != r.Hash() {
			t.Fatalf("the hash changed")
		}
		shown := 0
		for _, area := range both.Areas {
			shown += len(area.Local)
		}
		if _, lost, _ := rubrics.Apply(r, b); shown+len(unknown)+len(lost) != len(a.Areas)+len(b.Areas) {
			t.Fatalf("of %d and %d additions %d are shown and %v and %v reported", len(a.Areas), len(b.Areas), shown, unknown, lost)
		}
	})
}

func TestOverlaySlips(t *testing.T) {
	for _, s := range []struct {
		name, from, to string
		line, column   int
		says           string
	}{
		{"a rubric", "overlay/1", "rubric/1", 2, 10, "says it is “rubric/1”, not an overlay. Choose an overlay file"},
		{"no rubric named", "rubric: full\n", "", 2, 1, "The overlay has no “rubric”"},
		{"number for an id", `"1.2":`, `1.20:`, 6, 3, `some programs read 1.20 as a number. Write "1.20".`},
		{"areas as a list", `areas:`, `areas: []` + "\ntitel:", 5, 8, "must be named by their ids"},
		{"unknown entry", "look_fors:", "lookfors:", 7, 5, "Area 1.2 cannot have an entry called “lookfors”. Did you mean “look_fors”?"},
		{"resource without a title", "title: Plans that changed", "name: Plans", 10, 9, "Did you mean “title”?"},
		{"resource by script", "https://example.org/changed", "javascript:alert(1)", 11, 18, "say in words where it is kept"},
		{"resource in the open", "https://example.org/changed", "http://example.org", 11, 18, "not an address that a reader can open safely"},
		{"resource of nothing", "- The blue folder", "-", 9, 0, "“resource 1” of area 1.2 is empty"},
		{"descriptors", "look_fors:", "levels:", 7, 5, "cannot have an entry called “levels”"},
		{"missing areas", ours[strings.Index(ours, "areas:"):], "", 2, 1, "The overlay has no “areas”"},
	} {
		t.Run(s.name, func(t *testing.T) {
			_, err := rubrics.ReadOverlay("ours.yaml", strings.NewReader(changed(t, ours, s.from, s.to)))
			wantFault(t, err, s.line, s.column, s.says)
		})
	}
	var crowd strings.Builder
	for i := range 501 {
		fmt.Fprintf(&crowd, "  a%d: {}\n", i)
	}
	_, err := rubrics.ReadOverlay("ours.yaml", strings.NewReader(changed(t, ours, "areas:\n", "areas:\n"+crowd.String())))
	wantFault(t, err, 6, 3, "The overlay has 503 areas; 500 is the most.")
}

func TestVocabularyFile(t *testing.T) {
	const text = "waymark: vocabulary/1\ntitle: Ours\nterms:\n  trust: family\n  trusts: families\n  group: KPI\n  an area: a theme\n  family: household\n"
	v, notes, err := rubrics.ReadVocabulary("words.yaml", strings.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	if got := v.Words("A trust of trusts has an area in each Group; a family"); got != "A family of families has a theme in each KPI; a household" {
		t.Errorf("got %q", got)
	}
	if len(notes) != 2 || notes[0].Line != 6 || !strings.Contains(notes[0].Text, "“group” is renamed but “groups” is not") || !strings.Contains(notes[1].Text, "“families”") {
		t.Errorf("notes are %+v", notes)
	}
	for _, s := range []struct {
		from, to     string
		line, column int
		says         string
	}{
		{"vocabulary/1", "rubric/1", 1, 10, "not a vocabulary"},
		{"group: KPI", "gr.oup: KPI", 6, 3, "“gr.oup” is not a word that can be renamed"},
		{"group: KPI", "group: ", 6, 9, "“group” of the vocabulary is empty"},
		{"group: KPI", "group: 3", 6, 10, "is not text"},
		{"group: KPI", "Trust: KPI", 6, 3, "The word trust stands twice; it was already given on line 4."},
		{"group: KPI", "group: [KPI, KPIs]", 6, 10, "must be text, not a list"},
		{text[strings.Index(text, "terms:"):], "terms: []\n", 3, 8, "must be a list of words"},
		{text[strings.Index(text, "terms:"):], "", 1, 1, "has no “terms”"},
	} {
		_, _, err := rubrics.ReadVocabulary("words.yaml", strings.NewReader(changed(t, text, s.from, s.to)))
		wantFault(t, err, s.line, s.column, s.says)
	}
}
