package store_test

import (
	"bufio"
	"context"
	"database/sql"
	"errors"
	"os"
	"path/filepath"
	"testing"
	"time"

	"waymark/store"
	"waymark/store/storetest"
)

// hold keeps the database at path locked against everybody until input ends.
func hold(path string) {
	db, err := sql.Open("sqlite", path)
	if err != nil {
		panic(err)
	}
	db.SetMaxOpenConns(1)
	if _, err := db.Exec("BEGIN EXCLUSIVE"); err != nil {
		panic(err)
	}
	_, _ = os.Stdout.WriteString("locked\n")
	_, _ = bufio.NewReader(os.Stdin).ReadString('\n')
}

func isWriteError(t *testing.T, err error, kind store.WriteKind) {
	t.Helper()
	var w *store.WriteError
	if !errors.As(err, &w) || w.Kind != kind {
		t.Errorf("error %v; want one of kind %s", err, kind)
	}
}

func TestALockedDatabaseIsBusyNotLost(t *testing.T) {
	path := filepath.Join(t.TempDir(), "waymark.db")
	opt := options()
	opt.Busy = 200 * time.Millisecond
	s := openAt(t, path, opt)
	a := storetest.NewAuthor(t, "ann", school, evaluation)
	appendAll(t, s, a.Open("Alder Lane Primary"))
	holder, out := start(t, "lock", path, "")
	if !out.Scan() {
		t.Fatal("the database was not locked")
	}
	level := a.Level(0, 2)
	isWriteError(t, s.Append(t.Context(), nil, level), store.Busy)
	var e *store.OpenError
	if _, err := store.Open(t.Context(), path, opt); !errors.As(err, &e) || e.Kind != store.Locked {
		t.Errorf("opening gives %v; want kind locked", err)
	}
	if err := holder.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	_ = holder.Wait()
	appendAll(t, s, level)
	if tip, err := s.Tip(t.Context(), a.Device(), school); err != nil || tip.Last != level[0].ID {
		t.Errorf("after the lock went: %+v, %v", tip, err)
	}
}

func TestACancelledContextStopsWaiting(t *testing.T) {
	path := filepath.Join(t.TempDir(), "waymark.db")
	opt := options()
	opt.Busy = time.Hour
	s := openAt(t, path, opt)
	a := storetest.NewAuthor(t, "ann", school, evaluation)
	_, out := start(t, "lock", path, "")
	if !out.Scan() {
		t.Fatal("the database was not locked")
	}
	ctx, cancel := context.WithTimeout(t.Context(), 150*time.Millisecond)
	defer cancel()
	if err := s.Append(ctx, nil, a.Open("Alder Lane Primary")); !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("append gives %v; want the deadline", err)
	}
	ctx, cancel = context.WithTimeout(t.Context(), 150*time.Millisecond)
	defer cancel()
	if _, err := store.Open(ctx, path, opt); err == nil {
		t.Error("a locked database was opened")
	}
}
