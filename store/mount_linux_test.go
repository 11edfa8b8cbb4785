package store_test

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/sys/unix"

	"waymark/model"
	"waymark/store"
	"waymark/store/storetest"
)

// mount mounts something at dir for the time of the test, or skips it where
// that is not permitted.
func mount(t *testing.T, source, dir, kind string, flags uintptr, data string) {
	t.Helper()
	if err := unix.Mount(source, dir, kind, flags, data); err != nil {
		t.Skipf("mounting is not permitted here: %v", err)
	}
	t.Cleanup(func() {
		if err := unix.Unmount(dir, 0); err != nil {
			t.Error(err)
		}
	})
}

func TestAReadOnlyMountIsRead(t *testing.T) {
	path, _ := made(t)
	dir := t.TempDir()
	mount(t, filepath.Dir(path), dir, "", unix.MS_BIND, "")
	if err := unix.Mount("", dir, "", unix.MS_REMOUNT|unix.MS_BIND|unix.MS_RDONLY, ""); err != nil {
		t.Skipf("mounting to read only is not permitted here: %v", err)
	}
	t.Run("use", func(t *testing.T) {
		opensToRead(t, filepath.Join(dir, "waymark.db"))
		var e *store.OpenError
		if _, err := store.Open(t.Context(), filepath.Join(dir, "new", "x.db"), options()); !errors.As(err, &e) || e.Kind != store.CannotCreate {
			t.Errorf("creating gives %v; want kind cannot-create", err)
		}
	})
}

func TestAFullDiskLosesNothing(t *testing.T) {
	dir := t.TempDir()
	mount(t, "tmpfs", dir, "tmpfs", 0, "size=3m")
	t.Run("fill", func(t *testing.T) {
		path := filepath.Join(dir, "waymark.db")
		s := openAt(t, path, options())
		a := storetest.NewAuthor(t, "ann", school, evaluation)
		appendAll(t, s, a.Open("Alder Lane Primary"))
		ballast := filepath.Join(dir, "ballast")
		if err := os.WriteFile(ballast, make([]byte, 1<<20), 0o600); err != nil {
			t.Fatal(err)
		}
		kept := 3
		var failed []model.Record
		for i := 0; failed == nil && i < 5000; i++ {
			note := a.Note(model.NoteID(strings.Repeat("n", i%50+1)), i, strings.Repeat("Words. ", 1500+i))
			if err := s.Append(t.Context(), nil, note); err != nil {
				isWriteError(t, err, store.Full)
				failed = note
				continue
			}
			kept++
		}
		if failed == nil {
			t.Fatal("the disk never became full")
		}
		report, err := s.Check(t.Context(), nil)
		if err != nil || !report.OK() || report.Events != kept {
			t.Errorf("on the full disk: %d kept, %+v, %v", kept, report, err)
		}
		isWriteError(t, s.Append(t.Context(), nil, failed), store.Full)
		if err := os.Remove(ballast); err != nil {
			t.Fatal(err)
		}
		if err := s.Append(t.Context(), nil, failed); err != nil {
			t.Errorf("after making room the same change gives %v", err)
		}
		if report, err := s.Check(t.Context(), nil); err != nil || !report.OK() || report.Events != kept+1 {
			t.Errorf("after making room: %+v, %v", report, err)
		}
	})
}
