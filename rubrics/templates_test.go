package rubrics_test

import (
	"errors"
	"path/filepath"
	"strings"
	"testing"

	"waymark/rubrics"
)

func TestShippedTemplates(t *testing.T) {
	names, err := filepath.Glob("data/templates/*.yaml")
	if err != nil || len(names) != len(rubrics.TemplateIDs()) {
		t.Fatalf("%d files for %v: %v", len(names), rubrics.TemplateIDs(), err)
	}
	for _, id := range rubrics.TemplateIDs() {
		form, err := rubrics.Template(id)
		if err != nil {
			t.Fatal(err)
		}
		if form.ID != id || form.Title == "" || form.Intro == "" || form.Language != "en-GB" || form.Licence != "CC-BY-4.0" || form.Source == "" {
			t.Errorf("template %s has the head %+v", id, form)
		}
		for _, s := range form.Sections {
			if s.Prompt == "" || s.Example == "" || s.Limit == 0 {
				t.Errorf("%s, section %s lacks something: %+v", id, s.ID, s)
			}
			for _, text := range []string{form.Intro, s.Title, s.Prompt, s.Example} {
				if word := forbidden.FindString(text); word != "" {
					t.Errorf("%s, section %s uses %q", id, s.ID, word)
				}
			}
		}
	}
	if _, err := rubrics.Template("../whole-school"); !errors.Is(err, rubrics.ErrUnknown) {
		t.Errorf("got %v, want ErrUnknown", err)
	}
}

func TestSetPlayHasItsShape(t *testing.T) {
	form, err := rubrics.Template("set-play")
	if err != nil {
		t.Fatal(err)
	}
	var titles []string
	for _, s := range form.Sections {
		titles = append(titles, s.Title)
	}
	compare(t, titles, []string{
		"What is it and why does it matter?", "Where are we now?", "Where do we want to be?", "Areas of focus", "Practical ideas",
	})
}

// Two sides of A4 hold some 3,400 characters each beside headings and white.
func TestQualitySheetFitsOnTwoSides(t *testing.T) {
	form, err := rubrics.Template("quality-sheet")
	if err != nil {
		t.Fatal(err)
	}
	most := 0
	for _, s := range form.Sections {
		most += s.Limit
	}
	if form.Pages != 2 || most > 6800 {
		t.Errorf("%d characters for %d sides", most, form.Pages)
	}
}

const form = "waymark: template/1\nid: mine\ntitle: Mine\nlanguage: en-GB\npages: 2\nsections:\n  - id: why\n    title: Why?\n    prompt: Say why.\n    example: Because it rains.\n    limit: 40\n"

func TestTemplateSlips(t *testing.T) {
	got, err := rubrics.ReadTemplate("mine.yaml", strings.NewReader(form))
	if err != nil || got.Pages != 2 || got.Sections[0] != (rubrics.Section{ID: "why", Title: "Why?", Prompt: "Say why.", Example: "Because it rains.", Limit: 40}) {
		t.Fatalf("got %+v, %v", got, err)
	}
	for _, s := range []struct {
		from, to     string
		line, column int
		says         string
	}{
		{"template/1", "rubric/1", 1, 10, "not a template"},
		{"limit: 40", "limit: 10", 10, 14, "has 17 characters, and its limit is 10"},
		{"limit: 40", "limit: forty", 11, 12, "must be a whole number from 1 to 4000. Write limit: 2"},
		{"limit: 40", "limit: 0", 11, 12, "must be a whole number"},
		{"pages: 2", "pages: 21", 5, 8, "must be a whole number from 1 to 20"},
		{"    prompt: Say why.\n", "", 7, 5, "Section why has no “prompt”"},
		{"    limit: 40\n", "    limit: 40\n  - {id: why, title: Again, prompt: Again.}\n", 12, 10, "Section why stands twice"},
		{form[strings.Index(form, "sections:"):], "sections: []\n", 6, 11, "The template has 0 sections"},
		{"    example:", "    exampel:", 10, 5, "Did you mean “example”?"},
	} {
		_, err := rubrics.ReadTemplate("mine.yaml", strings.NewReader(changed(t, form, s.from, s.to)))
		wantFault(t, err, s.line, s.column, s.says)
	}
}
