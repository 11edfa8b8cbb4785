package main

import (
	"os"
	"strings"
	"testing"

	"waymark/model"
	"waymark/rubrics"
)

// What is kept for a rubric here is beside it on every screen, and the rubric
// that is judged stays the one it was.
func TestScreensReadRubricsAsTheyAreReadHere(t *testing.T) {
	b := newBench(t)
	for path, text := range map[string]string{
		b.ws.paths.overlay(standard): "waymark: overlay/1\nrubric: whole-school\ntitle: Northern Star\nareas:\n  \"1.3\":\n    look_fors: [The wall of words]\n",
		b.ws.paths.vocabulary():      "waymark: vocabulary/1\nterms:\n  pupils: students\n",
	} {
		if err := placeFile(path, []byte(text), false); err != nil {
			t.Fatal(err)
		}
	}
	own, err := rubrics.Load(standard)
	if err != nil {
		t.Fatal(err)
	}
	all, err := b.shelf.Rubrics(t.Context())
	if err != nil || all[0].Hash != own.Hash() {
		t.Fatalf("%v, %v", all[0].Hash, err)
	}
	o, err := b.shelf.Example(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if kept := o.Desk.Book.Evaluation().Rubric; kept != own.Hash() {
		t.Errorf("the example is judged against %s", kept)
	}
	for what, r := range map[string]model.Rubric{"the list": all[0].Rubric, "the desk": o.Desk.Book.Rubric()} {
		a, _ := r.Area("1.3")
		if len(a.Local) != 1 || a.Local[0].Overlay != "Northern Star" {
			t.Errorf("%s: added is %+v", what, a.Local)
		}
		if text := strings.Join(a.Levels, " "); strings.Contains(text, "upils") || !strings.Contains(text, "tudents") {
			t.Errorf("%s: other words are used: %s", what, text)
		}
	}
	if err := os.WriteFile(b.ws.paths.overlay(standard), []byte("no overlay"), 0o600); err != nil {
		t.Fatal(err)
	}
	if all, err = b.shelf.Rubrics(t.Context()); err != nil || len(all[0].Rubric.Areas) != 41 {
		t.Errorf("a damaged file stops the list: %v", err)
	}
}
