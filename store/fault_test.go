package store_test

import (
	"bytes"
	"database/sql"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"waymark/model"
	"waymark/store"
	"waymark/store/storetest"

	_ "modernc.org/sqlite"
)

// made builds a database with a school and some levels and returns its path
// and bytes.
func made(t *testing.T) (path string, content []byte) {
	t.Helper()
	path = filepath.Join(t.TempDir(), "waymark.db")
	fill(t, path, "ann", 30)
	content, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return path, content
}

// fill opens path, writes some levels in it, and closes it.
func fill(t *testing.T, path, author string, levels int) {
	t.Helper()
	s, err := store.Open(t.Context(), path, options())
	if err != nil {
		t.Fatal(err)
	}
	a := storetest.NewAuthor(t, author, school, evaluation)
	records := a.Open("Alder Lane Primary")
	for i := range levels {
		records = append(records, a.Level(i, model.Level(i%4+1))...)
		if i%5 == 0 {
			records = append(records, a.Note(model.NoteID("n"+string(rune('a'+i))), i, "Seen in lessons "+strings.Repeat("and heard ", i))...)
		}
	}
	appendAll(t, s, records)
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
}

func rawDB(t *testing.T, path string) *sql.DB {
	t.Helper()
	db, err := sql.Open("sqlite", path)
	if err != nil {
		t.Fatal(err)
	}
	return db
}

// meddle runs statements on the file as another program would.
func meddle(t *testing.T, path string, statements ...string) {
	t.Helper()
	db := rawDB(t, path)
	for _, s := range statements {
		if _, err := db.Exec(s); err != nil {
			t.Fatalf("%s: %v", s, err)
		}
	}
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
}

func refused(t *testing.T, path string, kind store.OpenKind) *store.OpenError {
	t.Helper()
	before, _ := os.ReadFile(path)
	s, err := store.Open(t.Context(), path, options())
	if err == nil {
		_ = s.Close()
		t.Fatalf("opened; want it refused as %s", kind)
	}
	var e *store.OpenError
	if !errors.As(err, &e) || e.Kind != kind {
		t.Fatalf("error %v; want kind %s", err, kind)
	}
	if after, _ := os.ReadFile(path); !bytes.Equal(before, after) {
		t.Error("the refused file was changed")
	}
	return e
}

func TestDamagedFilesAreRefusedUntouched(t *testing.T) {
	path, whole := made(t)
	half := len(whole) / 2 / 4096 * 4096
	set := func(at int, b ...byte) []byte {
		c := slices.Clone(whole)
		copy(c[at:], b)
		return c
	}
	for name, c := range map[string]struct {
		content []byte
		kind    store.OpenKind
		says    string
	}{
		"empty":             {nil, store.Empty, ""},
		"ten bytes":         {[]byte("0123456789"), store.NotDatabase, "text"},
		"zeros":             {make([]byte, 8192), store.NotDatabase, "zeros"},
		"web page":          {[]byte("<!DOCTYPE html><html><title>Sign in"), store.NotDatabase, "web page"},
		"zip":               {[]byte("PK\x03\x04rest of a zip"), store.NotDatabase, "zip"},
		"pdf":               {[]byte("%PDF-1.7 and so on"), store.NotDatabase, "PDF"},
		"bundle":            {[]byte(`{"waymark":1}`), store.NotDatabase, "exchange"},
		"text":              {[]byte(strings.Repeat("Notes on Year 6. ", 60)), store.NotDatabase, "text"},
		"random":            {bytes.Repeat([]byte{0x93, 0x00, 0xfe, 0x11}, 4096), store.NotDatabase, "no kind"},
		"header only":       {whole[:100], store.Damaged, "bytes long"},
		"part of a header":  {whole[:50], store.Damaged, ""},
		"first page":        {whole[:4096], store.Damaged, "bytes long"},
		"half":              {whole[:half], store.Damaged, "bytes long"},
		"last page missing": {whole[:len(whole)-4096], store.Damaged, "bytes long"},
		"one byte short":    {whole[:len(whole)-1], store.Damaged, "bytes long"},
		"more after":        {append(slices.Clone(whole), "more"...), store.Damaged, "bytes long"},
		"newer schema":      {set(60, 0, 0, 3, 0xe7), store.Newer, "999"},
		"newer writer":      {set(18, 3), store.Newer, "format"},
		"newer reader":      {set(19, 3), store.Newer, "format"},
		"foreign":           {set(68, 0, 0, 0, 0), store.Foreign, "application 0"},
		"page size":         {set(16, 0x12, 0x34), store.Damaged, "header"},
		"no schema":         {set(60, 0, 0, 0, 0), store.Damaged, "header"},
	} {
		t.Run(name, func(t *testing.T) {
			if err := os.WriteFile(path, c.content, 0o600); err != nil {
				t.Fatal(err)
			}
			if e := refused(t, path, c.kind); !strings.Contains(e.Detail, c.says) {
				t.Errorf("it says %q; want %q in it", e.Detail, c.says)
			}
		})
	}
}

func TestMissingIsNotCreatedUnasked(t *testing.T) {
	path := filepath.Join(t.TempDir(), "none", "waymark.db")
	_, err := store.Open(t.Context(), path, store.Options{})
	var e *store.OpenError
	if !errors.As(err, &e) || e.Kind != store.Missing {
		t.Errorf("error %v; want kind missing", err)
	}
	if _, err := os.Stat(filepath.Dir(path)); err == nil {
		t.Error("looking for a database made its folder")
	}
}

func TestAnotherProgramsTriggerIsRefused(t *testing.T) {
	for name, statement := range map[string]string{
		"trigger": "CREATE TRIGGER swallow BEFORE INSERT ON event BEGIN SELECT RAISE(IGNORE); END",
		"view":    "CREATE VIEW v AS SELECT 1",
		"table":   "CREATE TABLE extra (x)",
		"index":   "CREATE INDEX another ON event (wall)",
		"hidden":  "CREATE TRIGGER h AFTER INSERT ON goose_db_version BEGIN SELECT 1; END",
	} {
		t.Run(name, func(t *testing.T) {
			path, _ := made(t)
			meddle(t, path, statement)
			refused(t, path, store.Damaged)
		})
	}
}

func TestForeignSideFilesAreMovedNotRead(t *testing.T) {
	path, _ := made(t)
	other := filepath.Join(t.TempDir(), "other.db")
	db := rawDB(t, other)
	for _, s := range []string{"PRAGMA journal_mode = WAL", "CREATE TABLE t (x)", "INSERT INTO t VALUES (1)"} {
		if _, err := db.Exec(s); err != nil {
			t.Fatal(err)
		}
	}
	for _, suffix := range []string{"-wal", "-shm"} {
		content, err := os.ReadFile(other + suffix)
		if err != nil || len(content) == 0 {
			t.Fatalf("no %s to plant: %v", suffix, err)
		}
		if err := os.WriteFile(path+suffix, content, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	s := openAt(t, path, options())
	report, err := s.Check(t.Context(), nil)
	if err != nil || !report.OK() || report.Events < 33 {
		t.Errorf("after opening: %+v, %v", report, err)
	}
	if aside := s.SetAside(); len(aside) != 2 {
		t.Errorf("put aside %v; want the -wal and the -shm", aside)
	} else if _, err := os.Stat(aside[0]); err != nil {
		t.Errorf("what was put aside is gone: %v", err)
	}
}

func TestOneFlippedBitIsFound(t *testing.T) {
	path, whole := made(t)
	for _, word := range []string{"Autumn review", "Seen in lessons", "/judgement/ann", "Alder Lane", "It is secure"} {
		at := bytes.Index(whole, []byte(word))
		if at < 0 {
			t.Fatalf("%q is not in the file", word)
		}
		c := slices.Clone(whole)
		c[at+3] ^= 1
		if err := os.WriteFile(path, c, 0o600); err != nil {
			t.Fatal(err)
		}
		if s, err := store.Open(t.Context(), path, options()); err == nil {
			if report, err := s.Check(t.Context(), nil); err == nil && report.OK() {
				t.Errorf("a bit of %q was flipped and not found", word)
			}
			_ = s.Close()
		}
	}
}

func TestARemovedEventIsFound(t *testing.T) {
	path, _ := made(t)
	meddle(t, path, "DELETE FROM event WHERE n = 10")
	s := openAt(t, path, options())
	report, err := s.Check(t.Context(), nil)
	if err != nil || report.OK() || !strings.Contains(report.Problems[0].Text, "missing") {
		t.Errorf("report %+v, %v; want the missing change", report, err)
	}
}
