package main

import (
	"fmt"
	"io"
	"strings"
	"testing"

	"waymark/model"
)

// A thousand lines are a thousand notes, kept in one step that one undo takes back.
func TestAThousandNotes(t *testing.T) {
	s := newShell(t)
	s.must("school", "add", "Alder Lane")
	s.must("assess", "start", "--year", "2026-27")
	s.must("visit", "start", "--reviewer", "R. Okafor", "--focus", "1.1,2.3")
	s.must("visit", "go", "1-2")
	var lines strings.Builder
	for i := range 1000 {
		fmt.Fprintf(&lines, "+ @2.3 Line %d, 2 of 6\r\n", i+1)
	}
	s.send(lines.String(), "visit", "note")
	var v visitJSON
	s.data(&v, "visit", "show")
	if len(v.Notes) != 1000 || v.Notes[999].Text != "Line 1000, 2 of 6" || v.Notes[0].Mark != "strength" || v.Notes[0].N != 2 || v.Notes[0].Stop != "1-2" {
		t.Fatalf("%d notes; %+v", len(v.Notes), v.Notes[max(0, len(v.Notes)-1):])
	}
	s.must("undo")
	if s.data(&v, "visit", "show"); len(v.Notes) != 0 {
		t.Errorf("%d notes are left", len(v.Notes))
	}
	out, said, code := s.try("good\n"+strings.Repeat("x", 20001)+"\nalso good\n", "visit", "note", "-")
	if code != exitPartly || !strings.Contains(said, "line 2: A note must be 20,000 characters or fewer") || out != "" {
		t.Errorf("exit %d: %s%s", code, out, said)
	}
	if s.data(&v, "visit", "show"); len(v.Notes) != 2 {
		t.Errorf("%d good lines were kept", len(v.Notes))
	}
}

// The list used in rooms lies beside the visit, so that it can be read whatever
// comes with a later Waymark.
func TestTheChecklistOfAVisitIsKept(t *testing.T) {
	s := newShell(t)
	s.must("school", "add", "Alder Lane")
	s.must("assess", "start", "--year", "2026-27")
	s.must("visit", "start", "--reviewer", "R. Okafor", "--focus", "1.1", "--dry-run")
	count := func() (visits int, texts map[string]string) {
		c := &cli{streams: streams{strings.NewReader(""), io.Discard, io.Discard}, flags: globals{quiet: true}}
		o, err := c.evaluation(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		texts = map[string]string{}
		for _, v := range o.whole.Evaluation().Visits {
			text, err := o.ws.store.Rubric(t.Context(), v.Checklist)
			if err != nil {
				t.Error(err)
			}
			texts[v.Checklist] = string(text)
		}
		if err := o.ws.close(); err != nil {
			t.Error(err)
		}
		return len(o.whole.Evaluation().Visits), texts
	}
	if n, _ := count(); n != 0 {
		t.Errorf("a dry run left %d visits", n)
	}
	s.must("visit", "start", "--reviewer", "R. Okafor", "--focus", "1.1")
	n, texts := count()
	for hash, text := range texts {
		r, err := model.RubricFromCanonical([]byte(text))
		if err != nil || r.Hash() != hash || r.ID != "lesson-visit" || len(r.Items()) == 0 {
			t.Errorf("%s: %v, %s", hash, err, r.ID)
		}
	}
	if n != 1 || len(texts) != 1 {
		t.Errorf("%d visits, %d lists", n, len(texts))
	}
}
