package main

import (
	"bytes"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"waymark/model"
	"waymark/rubrics"
)

// Whatever somebody calls their rubric, the file it starts with can be used.
func TestEveryNameGivesAFileThatCanBeUsed(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		name := rapid.OneOf(rapid.String(), rapid.StringMatching(`[A-Za-z0-9 '"#:&%{}’._-]{1,80}`)).Draw(t, "name")
		id, title, err := called(name)
		if err != nil {
			return
		}
		c := &cli{flags: globals{now: "2026-09-24"}}
		for _, template := range templates() {
			text, err := c.draft(t.Context(), id, title, newFlags{template: template})
			if err != nil {
				t.Fatalf("%q, %s: %v", name, template, err)
			}
			if template != blank {
				continue
			}
			r, err := rubrics.Read("x.yaml", bytes.NewReader(text))
			if err != nil || r.ID != id || r.Title != title || r.Edition != "2026" {
				t.Fatalf("%q is %q, %q: %v", name, r.ID, r.Title, err)
			}
		}
	})
}

func TestNamesBecomeIDs(t *testing.T) {
	for name, want := range map[string]string{
		"ours": "ours", "Our Trust’s  quality": "our-trusts-quality", "ours.yaml": "ours", "2026 – draft": "2026-draft",
		"Éclair": "clair", "--x--": "x", strings.Repeat("a", 70): strings.Repeat("a", 64), "???": "", "": "", "日本": "",
	} {
		id, _, err := called(name)
		if id != want || (err != nil) != (want == "") {
			t.Errorf("%q is called %q (%v), want %q", name, id, err, want)
		}
	}
}

// A copy has every area of the rubric it was made from, word for word.
func TestCopiesAreExact(t *testing.T) {
	all, err := rubrics.Shipped()
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range all {
		for _, id := range []string{"ours", r.ID} {
			text, err := copied(r, id, "Ours", "2027")
			if err != nil {
				t.Fatalf("%s: %v", r.ID, err)
			}
			back, err := rubrics.Read("ours.yaml", bytes.NewReader(text))
			if err != nil {
				t.Fatalf("%s: %v", r.ID, err)
			}
			if d := model.Diff(r, back); !d.Same() || back.ID != id || back.Edition != "2027" || !strings.HasPrefix(back.Source, "Adapted from "+r.Title+", edition 2026") {
				t.Errorf("%s as %s: %+v", r.ID, id, d)
			}
		}
	}
}
