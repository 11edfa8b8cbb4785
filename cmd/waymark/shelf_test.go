//go:build !windows

package main

import (
	"bytes"
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"waymark/demo"
	"waymark/model"
	"waymark/rubrics"
	"waymark/store"
	"waymark/ui/env"
	"waymark/ui/nav"
)

// bench is an app on a computer of its own, without its terminal.
type bench struct {
	*app
	t      testing.TB
	folder string
}

func newBench(t testing.TB) *bench {
	t.Helper()
	folder := t.TempDir()
	t.Setenv("WAYMARK_STATE", filepath.Join(folder, "state"))
	return reopen(t, folder, globals{db: filepath.Join(folder, "data", "waymark.db")})
}

// reopen starts the app again on the same computer.
func reopen(t testing.TB, folder string, flags globals) *bench {
	t.Helper()
	w, err := openWorkspace(t.Context(), flags)
	if w == nil {
		t.Fatal(err)
	}
	if w.store != nil { // wait less long for other programs than people do
		if err := errors.Join(w.close(), w.open(t.Context(), store.Options{Create: true, Busy: 20 * time.Millisecond})); err != nil {
			t.Fatal(err)
		}
	}
	w.streams = streams{strings.NewReader(""), &bytes.Buffer{}, &bytes.Buffer{}}
	b := &bench{app: newApp(t.Context(), w), t: t, folder: folder}
	t.Cleanup(func() { b.stop() })
	return b
}

// stop leaves the app in an orderly way.
func (b *bench) stop() {
	b.t.Helper()
	if b.ws == nil {
		return
	}
	if err := errors.Join(b.close(context.Background(), true), b.ws.close()); err != nil {
		b.t.Error(err)
	}
	b.ws = nil
}

func (b *bench) begin(name string) env.Opened {
	b.t.Helper()
	all, err := b.shelf.Rubrics(b.t.Context())
	if err != nil {
		b.t.Fatal(err)
	}
	o, err := b.shelf.Begin(b.t.Context(), env.Beginning{Name: name, Rubric: all[0].Hash, Year: "2026-27"})
	if err != nil {
		b.t.Fatal(err)
	}
	return o
}

func rate(t *testing.T, o env.Opened, a model.AreaID, l model.Level) {
	t.Helper()
	if err := o.Desk.Do(o.Desk.Book.GiveLevel(o.Desk.Voice, a, l)); err != nil {
		t.Fatal(err)
	}
}

func levelOf(t *testing.T, o env.Opened, a model.AreaID) model.Level {
	t.Helper()
	j, _ := o.Desk.Book.Evaluation().Area(a).SchoolSays(o.Desk.Voice.Person)
	return j.Level
}

func countEvents(t *testing.T, w *workspace) int {
	t.Helper()
	n := 0
	for _, err := range w.store.AllEvents(t.Context()) {
		if err != nil {
			t.Fatal(err)
		}
		n++
	}
	return n
}

func TestShelfGoesOnWhereWorkWas(t *testing.T) {
	b := newBench(t)
	if r, err := b.open(t.Context(), nil); err != nil || r != (nav.Welcome{}) {
		t.Fatalf("a new computer starts at %#v, %v", r, err)
	}
	o := b.begin("Alder Lane")
	for i, a := range o.Desk.Book.Rubric().Areas {
		rate(t, o, a.ID, model.Level(i%4+1))
	}
	b.stop()
	again := reopen(t, b.folder, globals{db: filepath.Join(b.folder, "data", "waymark.db")})
	if r, err := again.open(t.Context(), nil); err != nil || r != (nav.Home{}) {
		t.Fatalf("the next start is at %#v, %v", r, err)
	}
	if judged, of := again.env.Desk.Book.Progress(); judged != 41 || of != 41 {
		t.Errorf("%d of %d areas are back", judged, of)
	}
	if again.env.Desk.Voice != o.Desk.Voice {
		t.Errorf("somebody else judges: %v, was %v", again.env.Desk.Voice, o.Desk.Voice)
	}
}

func TestShelfOpensAnotherYearOnlyOnceAllIsSaved(t *testing.T) {
	b := newBench(t)
	o := b.begin("Alder Lane")
	rate(t, o, "1.1", 2)
	next, err := b.shelf.Begin(t.Context(), env.Beginning{School: o.Desk.Book.SchoolID(), Rubric: o.Desk.Book.Evaluation().Rubric, Year: "2027-28"})
	if err != nil {
		t.Fatal(err)
	}
	rate(t, next, "1.1", 3) // signed after the other's, or the store refuses it
	back, err := b.shelf.Open(t.Context(), o.Desk.Book.SchoolID(), o.Desk.Book.EvaluationID())
	if err != nil {
		t.Fatal(err)
	}
	rate(t, back, "1.2", 4)
	if err := back.Saver.Drain(time.Second); err != nil {
		t.Fatal(err)
	}
	if len(next.Earlier) != 1 || next.Earlier[0].Levels["1.1"] != 2 {
		t.Errorf("last year is %+v", next.Earlier)
	}
}

func TestExampleNeverTouchesRealData(t *testing.T) {
	b := newBench(t)
	b.begin("Alder Lane")
	before := countEvents(t, b.ws)
	o, err := b.shelf.Example(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if !o.Example || o.Desk.Book.School().Name != "Example school" || o.Desk.Voice.Person != demo.Head {
		t.Errorf("the example is %+v by %v", o.Desk.Book.School(), o.Desk.Voice)
	}
	if len(o.Earlier) != 2 || o.Earlier[0].Levels["2.4"] != 1 {
		t.Errorf("the example has %d earlier years", len(o.Earlier))
	}
	rate(t, o, "2.4", 4)
	if err := o.Saver.Drain(time.Second); err != nil {
		t.Fatal(err)
	}
	if after := countEvents(t, b.ws); before != after {
		t.Errorf("the real file has %d events, had %d", after, before)
	}
	again, err := b.shelf.Example(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if got := levelOf(t, again, "2.4"); got != 4 {
		t.Errorf("the example forgot a change: level %d", got)
	}
	if schools, err := b.shelf.Schools(t.Context()); err != nil || len(schools) != 2 {
		t.Errorf("%d schools, %v", len(schools), err)
	}
}

func TestInstallKeepsARubricAndRefusesWhatIsNone(t *testing.T) {
	b := newBench(t)
	fifo := filepath.Join(b.folder, "pipe")
	if err := mkfifo(fifo); err != nil {
		t.Fatal(err)
	}
	bad := filepath.Join(b.folder, "bad.yaml")
	if err := os.WriteFile(bad, []byte("id: x\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, path := range []string{b.folder, fifo, bad, filepath.Join(b.folder, "nothing.yaml"), os.DevNull} {
		if _, err := b.shelf.Install(t.Context(), path); err == nil {
			t.Errorf("%s was installed", filepath.Base(path))
		}
	}
	good := filepath.Join(b.folder, "good.yaml")
	text, err := os.ReadFile("../../rubrics/testdata/small.yaml")
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(good, text, 0o600); err != nil {
		t.Fatal(err)
	}
	e, err := b.shelf.Install(t.Context(), good)
	if err != nil {
		t.Fatal(err)
	}
	all, err := b.shelf.Rubrics(t.Context())
	if err != nil || len(all) != len(rubrics.List())+1 || all[len(all)-1].Hash != e.Hash || all[len(all)-1].Shipped {
		t.Errorf("%d rubrics, %v", len(all), err)
	}
}

func mkfifo(path string) error { return syscall.Mkfifo(path, 0o600) }

func act(b *bench) model.Act {
	return model.Act{ID: b.ws.newID(), Person: "p", When: b.ws.clock()}
}

type teaMsg = tea.Msg
