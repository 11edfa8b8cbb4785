package jot_test

import (
	"testing"

	"waymark/ui/env"
	"waymark/ui/jot"
	"waymark/ui/task"
	"waymark/ui/uitest"
)

// Words that were brought back once, typed on and cut short again are there
// once: both runs left them.
func TestWordsCutShortTwiceComeBackOnce(t *testing.T) {
	d := begin(t)
	key := jot.Key(d.Env.Desk.Book, uitest.VisitID, jot.TheLine)
	d.Env.Brought = &env.Brought{Drafts: []task.Draft{{Key: key, Text: "half a sentence"}, {Key: key, Text: "half a"}, {Key: key, Text: "half"}, {Key: key, Text: "another"}}}
	if l := line(d); l.Value() != "half a sentence; another" {
		t.Fatalf("%q", l.Value())
	}
}
