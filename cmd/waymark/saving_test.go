//go:build !windows

package main

import (
	"database/sql"
	"errors"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"waymark/model"
	"waymark/ui/nav"
	"waymark/ui/task"
)

// hold makes another program write to the database until it is told to stop.
func hold(t *testing.T, path string) (release func()) {
	t.Helper()
	db, err := sql.Open("sqlite", "file:"+path)
	if err != nil {
		t.Fatal(err)
	}
	db.SetMaxOpenConns(1)
	if _, err := db.Exec("BEGIN EXCLUSIVE"); err != nil {
		t.Fatal(err)
	}
	return func() {
		if _, err := db.Exec("ROLLBACK"); err != nil {
			t.Error(err)
		}
		if err := db.Close(); err != nil {
			t.Error(err)
		}
	}
}

func TestChangesThatCannotBeSavedComeBackAtTheNextStart(t *testing.T) {
	b := newBench(t)
	flags := b.ws.flags
	o := b.begin("Alder Lane")
	if _, err := b.open(t.Context(), nav.Home{}); err != nil {
		t.Fatal(err)
	}
	release := hold(t, flags.db)
	rate(t, o, "1.1", 3)
	err := b.close(t.Context(), true)
	var f *failure
	if !errors.As(err, &f) || f.exit != exitUnsaved || !errors.Is(err, task.ErrUnsaved) {
		t.Fatalf("leaving says %v", err)
	}
	release()
	if err := b.ws.close(); err != nil {
		t.Fatal(err)
	}
	b.ws = nil
	again := reopen(t, b.folder, flags)
	if _, err := again.open(t.Context(), nil); err != nil {
		t.Fatal(err)
	}
	if j, _ := again.env.Desk.Book.Evaluation().Area("1.1").By(again.env.Desk.Voice); j.Level != 3 {
		t.Errorf("the level is %d", j.Level)
	}
	if again.env.Brought == nil || len(again.env.Brought.Records) == 0 {
		t.Error("nobody is told that it came back")
	}
}

func TestASaveThatFailedIsNotParkedForEver(t *testing.T) {
	b := newBench(t)
	o := b.begin("Alder Lane")
	if _, err := b.open(t.Context(), nav.Home{}); err != nil {
		t.Fatal(err)
	}
	release := hold(t, b.ws.paths.database)
	rate(t, o, "1.1", 3)
	changed, _ := o.Saver.Next()
	if err := changed.State.Err; err == nil || !strings.Contains(err.Error(), "“waymark.db”") || strings.Contains(err.Error(), filepath.Dir(b.ws.paths.database)) {
		t.Errorf("the failure reads %v", err)
	}
	release()
	o.Saver.Retry()
	if err := o.Saver.Drain(time.Second); err != nil {
		t.Fatal(err)
	}
	if _, parked, err := b.ws.drafts.Parked(t.Context()); err != nil || len(parked) != 0 {
		t.Errorf("%d changes are still parked, %v", len(parked), err)
	}
}

func TestDraftsOfAnEarlierRunAreOfferedAndGoWhenFiled(t *testing.T) {
	b := newBench(t)
	flags := b.ws.flags
	o := b.begin("Alder Lane")
	if _, err := b.open(t.Context(), nil); err != nil {
		t.Fatal(err)
	}
	b.env.Drafts.Keep(task.Draft{Key: "note/1.1/x", Evaluation: o.Desk.Book.EvaluationID(), Area: "1.1", Text: "since Easter the mor"})
	b.env.Drafts.Close()
	b.env.Drafts = nil
	if err := errors.Join(b.savings.drain(), b.ws.close()); err != nil { // as if the window had been closed
		t.Fatal(err)
	}
	b.ws = nil
	again := reopen(t, b.folder, flags)
	if _, err := again.open(t.Context(), nil); err != nil {
		t.Fatal(err)
	}
	if got := again.env.Brought; got == nil || len(got.Drafts) != 1 || got.Drafts[0].Text != "since Easter the mor" || got.Drafts[0].Area != "1.1" {
		t.Fatalf("brought back: %+v", got)
	}
	again.env.Drafts.Drop("note/1.1/x")
	again.stop()
	last := reopen(t, b.folder, flags)
	if r, err := last.open(t.Context(), nil); err != nil || r != (nav.Home{}) || last.env.Brought != nil {
		t.Errorf("once filed it is offered again: %#v, %+v, %v", r, last.env.Brought, err)
	}
}

func TestSavesAreKeptInOrder(t *testing.T) {
	b := newBench(t)
	o := b.begin("Alder Lane")
	for i := range 200 {
		rate(t, o, "1.1", model.Level(i%4+1))
	}
	if err := o.Saver.Drain(5 * time.Second); err != nil {
		t.Fatal(err)
	}
	back, err := b.shelf.Open(t.Context(), o.Desk.Book.SchoolID(), o.Desk.Book.EvaluationID())
	if err != nil {
		t.Fatal(err)
	}
	if got := levelOf(t, back, "1.1"); got != 4 {
		t.Errorf("the last level is %d", got)
	}
	if got := len(back.Desk.Book.History()); got < 200 {
		t.Errorf("%d acts of 200 are there", got)
	}
}
