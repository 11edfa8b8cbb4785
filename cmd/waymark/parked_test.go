package main

import (
	"bytes"
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"waymark/store"
)

// line is one command line run in this process, with what it said.
type line struct {
	code     int
	out, err string
}

// commandLine is a computer on which commands are run in this process.
type commandLine struct {
	t  *testing.T
	db string
}

func newCommandLine(t *testing.T) commandLine {
	t.Helper()
	dir := t.TempDir()
	db := filepath.Join(dir, "data", "w.db")
	t.Setenv("WAYMARK_DB", db)
	t.Setenv("WAYMARK_STATE", filepath.Join(dir, "state"))
	t.Setenv("NO_COLOR", "1")
	return commandLine{t, db}
}

func (l commandLine) run(args ...string) line { return l.with(l.t.Context(), nil, args...) }

// with runs a command in a workspace that is open already, if it is not nil.
func (l commandLine) with(ctx context.Context, w *workspace, args ...string) line {
	var out, err bytes.Buffer
	c := &cli{streams: streams{strings.NewReader(""), &out, &err}, ws: w}
	code := c.run(ctx, args)
	return line{code, out.String(), err.String()}
}

func (l commandLine) must(args ...string) line {
	l.t.Helper()
	got := l.run(args...)
	if got.code != exitDone {
		l.t.Fatalf("%v: exit %d\n%s", args, got.code, got.err)
	}
	return got
}

func (l commandLine) started() commandLine {
	l.t.Helper()
	l.must("school", "add", "Alder Lane")
	l.must("assess", "start", "--year", "2026-27")
	return l
}

// workspace opens what the environment names.
func (l commandLine) workspace() *workspace {
	l.t.Helper()
	w, err := openWorkspace(l.t.Context(), globals{})
	if err != nil {
		l.t.Fatal(err)
	}
	return w
}

func judgedHere(t *testing.T, l commandLine) int {
	t.Helper()
	var status struct {
		Data struct {
			Judged int `json:"judged"`
		} `json:"data"`
	}
	if err := json.Unmarshal([]byte(l.must("assess", "status", "--json").out), &status); err != nil {
		t.Fatal(err)
	}
	return status.Data.Judged
}

// What the database cannot take is kept elsewhere, said so, and saved at the
// next start, before anything else.
func TestChangesThatCannotBeSavedAreKept(t *testing.T) {
	l := newCommandLine(t).started()
	for name, jsonFlag := range map[string]bool{"people": false, "scripts": true} {
		t.Run(name, func(t *testing.T) {
			before := judgedHere(t, l)
			w := l.workspace()
			away := l.db + ".away"
			if err := os.Rename(l.db, away); err != nil {
				t.Fatal(err)
			}
			area := map[bool]string{false: "1.1=3", true: "1.2=2"}[jsonFlag]
			got := l.with(t.Context(), w, "assess", "rate", area, "--json="+map[bool]string{true: "true", false: "false"}[jsonFlag])
			if got.code != exitUnsaved || got.out != "" || !strings.Contains(got.err, "kept on this computer and will be saved the next time Waymark starts") {
				t.Errorf("exit %d, %q, %q", got.code, got.out, got.err)
			}
			if jsonFlag && !strings.Contains(got.err, `{"error":{"code":"moved"`) {
				t.Errorf("not one object: %q", got.err)
			}
			if err := os.Rename(away, l.db); err != nil {
				t.Fatal(err)
			}
			if after := judgedHere(t, l); after != before+1 {
				t.Errorf("%d areas judged after the next start, want %d", after, before+1)
			}
			l.must("doctor")
			l.must("undo")
			l.must("redo")
		})
	}
}

// Records of another database never come into this one.
func TestParkedChangesGoToTheirOwnDatabase(t *testing.T) {
	l := newCommandLine(t).started()
	w := l.workspace()
	if err := os.Rename(l.db, l.db+".away"); err != nil {
		t.Fatal(err)
	}
	if got := l.with(t.Context(), w, "assess", "rate", "1.1=3"); got.code != exitUnsaved {
		t.Fatalf("exit %d: %s", got.code, got.err)
	}
	if got := l.must("school", "list", "--json"); !strings.Contains(got.out, `"data":[]`) {
		t.Errorf("another database has %s", got.out)
	}
	l.must("doctor")
	if err := os.Rename(l.db+".away", l.db); err != nil {
		t.Fatal(err)
	}
	if n := judgedHere(t, l); n != 1 {
		t.Errorf("%d areas judged, want 1", n)
	}
}

// A database that can only be read shows everything and changes nothing.
func TestReadOnlyDatabase(t *testing.T) {
	l := newCommandLine(t).started()
	l.must("assess", "rate", "1.1=3")
	before, err := os.ReadFile(l.db)
	if err != nil {
		t.Fatal(err)
	}
	for _, args := range []string{
		"assess rate 1.1=2", "assess note 1.1 words", "assess flag 1.1", "assess finish", "assess start --year 2027-28", "assess delete --confirm 2026-27",
		"school add Beech", "priorities add Read", "undo", "doctor --rebuild",
	} {
		w := readOnlyWorkspace(t)
		got := l.with(t.Context(), w, strings.Fields(args)...)
		if got.code != exitUnsaved || !strings.Contains(got.err, "Nothing was changed: it was opened only to read") {
			t.Errorf("%s: exit %d, %q", args, got.code, got.err)
		}
	}
	for _, args := range []string{"assess show", "overview", "priorities suggest", "export full", "history", "search words", "dump --canonical", "doctor"} {
		if got := l.with(t.Context(), readOnlyWorkspace(t), strings.Fields(args)...); got.code != exitDone {
			t.Errorf("%s: exit %d, %q", args, got.code, got.err)
		}
	}
	after, err := os.ReadFile(l.db)
	if err != nil || !bytes.Equal(before, after) {
		t.Errorf("the file changed (%v)", err)
	}
}

func readOnlyWorkspace(t *testing.T) *workspace {
	t.Helper()
	w, err := openWorkspace(t.Context(), globals{})
	if err != nil {
		t.Fatal(err)
	}
	if err := w.close(); err != nil {
		t.Fatal(err)
	}
	if err := w.open(t.Context(), store.Options{ReadOnly: true}); err != nil {
		t.Fatal(err)
	}
	return w
}

// A database that another program is writing to is left alone.
func TestDatabaseInUse(t *testing.T) {
	l := newCommandLine(t).started()
	w := l.workspace()
	if err := w.close(); err != nil {
		t.Fatal(err)
	}
	if err := w.open(t.Context(), store.Options{Busy: 10 * time.Millisecond}); err != nil {
		t.Fatal(err)
	}
	db, err := sql.Open("sqlite", l.db)
	if err != nil {
		t.Fatal(err)
	}
	held, err := db.Conn(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if _, err := held.ExecContext(t.Context(), "BEGIN IMMEDIATE"); err != nil {
		t.Fatal(err)
	}
	got := l.with(t.Context(), w, "assess", "rate", "1.1=3", "--json")
	if got.code != exitInUse || got.out != "" || !strings.Contains(got.err, `"code":"in_use"`) {
		t.Errorf("exit %d, %q, %q", got.code, got.out, got.err)
	}
	if err := errors.Join(held.Close(), db.Close()); err != nil {
		t.Fatal(err)
	}
	if n := judgedHere(t, l); n != 0 {
		t.Errorf("%d areas judged, want none", n)
	}
}

func TestInterrupted(t *testing.T) {
	l := newCommandLine(t).started()
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if got := l.with(ctx, nil, "assess", "rate", "1.1=3"); got.code != exitInterrupted || !strings.Contains(got.err, "Nothing was changed") {
		t.Errorf("exit %d, %q", got.code, got.err)
	}
	if n := judgedHere(t, l); n != 0 {
		t.Errorf("%d areas judged, want none", n)
	}
}
