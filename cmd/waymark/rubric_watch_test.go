package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"waymark/rubrics"
)

// A file that is saved, spoiled, taken away and put back, without waiting: the
// clock ticks when the test says so.
func TestWatchedFile(t *testing.T) {
	path := filepath.Join(t.TempDir(), "ours.yaml")
	c := &cli{flags: globals{now: "2026-09-24"}}
	good, err := c.draft(t.Context(), "ours", "Ours", newFlags{})
	if err != nil {
		t.Fatal(err)
	}
	at := time.Date(2026, 9, 24, 10, 0, 0, 0, time.UTC)
	save := func(text string) {
		t.Helper()
		at = at.Add(time.Second)
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		if err := os.Chtimes(path, at, at); err != nil {
			t.Fatal(err)
		}
	}
	done, tick := make(chan struct{}), make(chan time.Time, 8)
	w := &watched{c: c, path: path, done: done, tick: tick, clock: func() time.Time { return at }, state: func() fileState { return stateOf(path) }}

	save(string(good))
	look, more := w.next()
	if !more || !look.Usable || look.Changed != "" || look.Rubric.ID != "ours" || look.At != "10:00:01" {
		t.Fatalf("at first %+v", look)
	}
	save(strings.Replace(string(good), "Books that pupils choose", "Books pupils choose", 1))
	if look, _ = w.next(); !look.Usable || look.Changed != "1.1" {
		t.Fatalf("after a new title %+v", look)
	}
	save("waymark: rubric/1\n")
	if look, _ = w.next(); look.Usable || len(look.Faults) == 0 || !strings.HasPrefix(look.Faults[0], "Line 1: ") || len(look.Rubric.Areas) != 1 {
		t.Fatalf("after a fault %+v", look)
	}
	if err := os.Remove(path); err != nil {
		t.Fatal(err)
	}
	tick <- at
	if look, _ = w.next(); look.Usable || !strings.Contains(look.Faults[0], "not there any more") {
		t.Fatalf("after it was taken away %+v", look)
	}
	save(string(good))
	if look, _ = w.next(); !look.Usable || look.Changed != "1.1" {
		t.Fatalf("after it was put back %+v", look)
	}
	close(done)
	if _, more = w.next(); more {
		t.Fatal("something to look at after the end")
	}
}

// Most editors put a new file in the place of the old one: the moment between
// says nothing.
func TestWatchedFileThatIsReplaced(t *testing.T) {
	path := filepath.Join(t.TempDir(), "ours.yaml")
	text, err := (&cli{flags: globals{now: "2026-09-24"}}).draft(t.Context(), "ours", "Ours", newFlags{})
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, text, 0o600); err != nil {
		t.Fatal(err)
	}
	states := []fileState{{size: 1}, {gone: true}, {size: 2}}
	tick := make(chan time.Time, 1)
	tick <- time.Time{}
	w := &watched{c: &cli{}, path: path, tick: tick, clock: time.Now, state: func() fileState {
		now := states[0]
		states = states[1:]
		return now
	}}
	for range 2 {
		if look, more := w.next(); !more || !look.Usable {
			t.Fatalf("saw %+v", look)
		}
	}
	if len(states) > 0 {
		t.Errorf("stopped short of %+v", states)
	}
}

func TestChangedArea(t *testing.T) {
	r, err := rubrics.Load(standard)
	if err != nil {
		t.Fatal(err)
	}
	later := r.Only(nil)
	later.Areas = append(later.Areas[:0:0], later.Areas...)
	if got := changedArea(r, later); got != "" {
		t.Errorf("nothing changed but %s", got)
	}
	later.Areas[20].Vision = "Another."
	if got := changedArea(r, later); got != r.Areas[20].ID {
		t.Errorf("changed %s, want %s", got, r.Areas[20].ID)
	}
}
