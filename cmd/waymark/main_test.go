package main

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
	_ "modernc.org/sqlite" // to hold and change a database from outside
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"waymark": main})
}

func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:                 filepath.Join("testdata", "script"),
		RequireExplicitExec: true,
		RequireUniqueNames:  true,
		Setup: func(e *testscript.Env) error {
			for _, set := range []string{
				"WAYMARK_DB=" + filepath.Join(e.WorkDir, "data", "w.db"), "WAYMARK_STATE=" + filepath.Join(e.WorkDir, "state"),
				"TZ=UTC", "TERM=dumb", "NO_COLOR=1", "WAYMARK_COLOUR=", "LANG=C.UTF-8",
			} {
				name, value, _ := strings.Cut(set, "=")
				e.Setenv(name, value)
			}
			return nil
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"exits": scriptExits, "hold": scriptHold, "sql": scriptSQL, "data": scriptData, "note": scriptNote, "clean": scriptClean, "zeros": scriptZeros,
		},
	})
}

// exits CODE COMMAND… runs a command and wants that exit code.
func scriptExits(ts *testscript.TestScript, _ bool, args []string) {
	want, err := strconv.Atoi(args[0])
	ts.Check(err)
	got := 0
	var exit *exec.ExitError
	switch err := ts.Exec(args[1], args[2:]...); {
	case errors.As(err, &exit):
		got = exit.ExitCode()
	case err != nil:
		ts.Fatalf("%v", err)
	}
	if got != want {
		ts.Fatalf("exit code %d, want %d", got, want)
	}
}

// hold FILE locks a database until the script ends.
func scriptHold(ts *testscript.TestScript, _ bool, args []string) {
	db := scriptDatabase(ts, args[0])
	conn, err := db.Conn(context.Background())
	ts.Check(err)
	_, err = conn.ExecContext(context.Background(), "BEGIN EXCLUSIVE")
	ts.Check(err)
}

// sql FILE STATEMENT changes a database behind the program's back.
func scriptSQL(ts *testscript.TestScript, _ bool, args []string) {
	db := scriptDatabase(ts, args[0])
	_, err := db.Exec(args[1])
	ts.Check(err)
	ts.Check(db.Close())
}

func scriptDatabase(ts *testscript.TestScript, path string) *sql.DB {
	db, err := sql.Open("sqlite", ts.MkAbs(os.Expand(path, ts.Getenv)))
	ts.Check(err)
	ts.Defer(func() { _ = db.Close() }) // perhaps closed already
	return db
}

// data SCHEMA PATH WANT looks into what --json printed: one object, with that
// schema, whose value at PATH (names, numbers and len, with dots) is WANT. "!" as
// WANT wants no such value.
func scriptData(ts *testscript.TestScript, neg bool, args []string) {
	var object struct {
		Schema   string   `json:"schema"`
		Data     any      `json:"data"`
		Warnings []string `json:"warnings"`
	}
	text := ts.ReadFile("stdout")
	dec := json.NewDecoder(strings.NewReader(text))
	dec.DisallowUnknownFields()
	if err := dec.Decode(&object); err != nil || object.Warnings == nil {
		ts.Fatalf("not one object with schema, data and warnings: %v\n%s", err, text)
	}
	if object.Schema != "waymark."+args[0]+"/1" {
		ts.Fatalf("schema %q", object.Schema)
	}
	if len(args) == 1 {
		return
	}
	got := fmt.Sprint(valueAt(object.Data, args[1]))
	if (got == args[2]) == neg {
		ts.Fatalf("%s is %q, want %q (negated: %v)\n%s", args[1], got, args[2], neg, text)
	}
}

func valueAt(v any, path string) any {
	for _, name := range strings.Split(path, ".") {
		switch in := v.(type) {
		case map[string]any:
			v = in[strings.ReplaceAll(name, "/", ".")]
		case []any:
			if name == "len" {
				return len(in)
			}
			i, err := strconv.Atoi(name)
			if err != nil || i >= len(in) {
				return nil
			}
			v = in[i]
		default:
			return nil
		}
	}
	return v
}

// note NAME keeps the first id of a note printed on stdout in $NAME.
func scriptNote(ts *testscript.TestScript, _ bool, args []string) {
	id := regexp.MustCompile(`[0-9a-f]{8}-[0-9a-f-]{27}`).FindString(ts.ReadFile("stdout"))
	if id == "" {
		ts.Fatalf("no id on stdout")
	}
	ts.Setenv(args[0], id)
}

// clean wants no character on stdout and stderr that could act on a terminal.
func scriptClean(ts *testscript.TestScript, _ bool, _ []string) {
	for _, end := range []string{"stdout", "stderr"} {
		for _, r := range ts.ReadFile(end) {
			if r < 0x20 && r != '\n' && r != '\t' || r >= 0x7f && r <= 0x9f || r >= 0x202a && r <= 0x202e || r >= 0x2066 && r <= 0x2069 {
				ts.Fatalf("%s has %U:\n%q", end, r, ts.ReadFile(end))
			}
		}
	}
}

// zeros FILE N makes a sparse file of N bytes.
func scriptZeros(ts *testscript.TestScript, _ bool, args []string) {
	n, err := strconv.ParseInt(args[1], 10, 64)
	ts.Check(err)
	f, err := os.Create(ts.MkAbs(args[0]))
	ts.Check(err)
	ts.Check(errors.Join(f.Truncate(n), f.Close()))
}
