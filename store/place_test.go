package store_test

import (
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"

	"waymark/store"
	"waymark/store/storetest"
)

func TestNothingIsWrittenIntoAReplacedFile(t *testing.T) {
	for name, replace := range map[string]func(t *testing.T, path string){
		"replaced": func(t *testing.T, path string) {
			other := filepath.Join(t.TempDir(), "other.db")
			fill(t, other, "bob", 1)
			if err := os.Rename(other, path); err != nil {
				t.Fatal(err)
			}
		},
		"removed": func(t *testing.T, path string) {
			if err := os.Remove(path); err != nil {
				t.Fatal(err)
			}
		},
	} {
		t.Run(name, func(t *testing.T) {
			if runtime.GOOS == "windows" {
				t.Skip("Windows refuses to replace an open file")
			}
			path := filepath.Join(t.TempDir(), "waymark.db")
			s := openAt(t, path, options())
			a := storetest.NewAuthor(t, "ann", school, evaluation)
			appendAll(t, s, a.Open("Alder Lane Primary"))
			replace(t, path)
			isWriteError(t, s.Append(t.Context(), nil, a.Level(0, 2)), store.Moved)
			isWriteError(t, s.Rebuild(t.Context()), store.Moved)
		})
	}
}

func TestAskedToReadOnlyNothingIsWritten(t *testing.T) {
	path, before := made(t)
	opt := options()
	opt.ReadOnly = true
	s := openAt(t, path, opt)
	if readOnly, why := s.ReadOnly(); !readOnly || why == "" {
		t.Errorf("read-only is %v, %q", readOnly, why)
	}
	a := storetest.NewAuthor(t, "bob", school, evaluation)
	isWriteError(t, s.Append(t.Context(), nil, a.Open("Alder Lane")), store.ReadOnly)
	if got, err := s.Events(t.Context(), school, evaluation); err != nil || len(got) < 33 {
		t.Errorf("reading gives %d events, %v", len(got), err)
	}
	if report, err := s.Check(t.Context(), nil); err != nil || !report.OK() {
		t.Errorf("check: %+v, %v", report, err)
	}
	if after, err := os.ReadFile(path); err != nil || string(after) != string(before) {
		t.Errorf("the file was changed (%v)", err)
	}
}

func TestAPlaceThatCanOnlyBeReadIsRead(t *testing.T) {
	for name, protect := range map[string]func(t *testing.T, path string){
		"file":   func(t *testing.T, path string) { chmod(t, path, 0o400) },
		"folder": func(t *testing.T, path string) { chmod(t, filepath.Dir(path), 0o500) },
	} {
		t.Run(name, func(t *testing.T) {
			path, _ := made(t)
			if err := os.Remove(path + "-journal"); err != nil {
				t.Fatal(err)
			}
			protect(t, path)
			if os.Geteuid() == 0 {
				t.Skip("permissions do not bind root; the read-only mount below does")
			}
			opensToRead(t, path)
		})
	}
}

func chmod(t *testing.T, path string, mode os.FileMode) {
	t.Helper()
	if err := os.Chmod(path, mode); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = os.Chmod(path, 0o700) })
}

func opensToRead(t *testing.T, path string) {
	t.Helper()
	s := openAt(t, path, options())
	if readOnly, why := s.ReadOnly(); !readOnly || why == "" {
		t.Errorf("read-only is %v, %q", readOnly, why)
	}
	if report, err := s.Check(t.Context(), nil); err != nil || !report.OK() || report.Events < 33 {
		t.Errorf("check: %+v, %v", report, err)
	}
}

func TestCreateMakesAPrivateFile(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("Windows has no such permission bits")
	}
	path := filepath.Join(t.TempDir(), "a", "b", "waymark.db")
	s := openAt(t, path, options())
	a := storetest.NewAuthor(t, "ann", school, evaluation)
	appendAll(t, s, a.Open("Alder Lane Primary"))
	for p, want := range map[string]os.FileMode{filepath.Dir(path): 0o700, path: 0o600, path + "-journal": 0o600} {
		if info, err := os.Stat(p); err != nil || info.Mode().Perm() != want {
			t.Errorf("%s: %v, %v; want %v", filepath.Base(p), info.Mode().Perm(), err, want)
		}
	}
	entries, err := os.ReadDir(filepath.Dir(path))
	if err != nil || len(entries) != 2 {
		t.Errorf("creating left %v, %v", entries, err)
	}
}

func TestAFileCannotBeCreatedInAFile(t *testing.T) {
	blocker := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(blocker, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	var e *store.OpenError
	if _, err := store.Open(t.Context(), filepath.Join(blocker, "x", "waymark.db"), options()); !errors.As(err, &e) ||
		!slices.Contains([]store.OpenKind{store.CannotCreate, store.Unreadable}, e.Kind) {
		t.Errorf("error %v; want that it cannot be created", err)
	}
}

func TestSyncedFoldersAreKnown(t *testing.T) {
	t.Setenv("OneDriveCommercial", filepath.Join(string(filepath.Separator), "work", "files of school"))
	for path, want := range map[string]string{
		"/home/a/OneDrive/x.db":                               "OneDrive",
		"/home/a/OneDrive - Alder Lane Primary/W/x.db":        "OneDrive",
		"/home/a/Dropbox (Personal)/x.db":                     "Dropbox",
		"/Users/a/Library/Mobile Documents/x.db":              "iCloud Drive",
		"/Users/a/Library/CloudStorage/GoogleDrive-a@b/x.db":  "Google Drive",
		"/home/a/Google Drive/x.db":                           "Google Drive",
		"/work/files of school/deep/x.db":                     "OneDrive",
		"/work/files of school two/x.db":                      "",
		"/home/a/.local/share/waymark/waymark.db":             "",
		"/home/a/onedriver/x.db":                              "",
		"/home/a/documents/OneDrive":                          "", // a file's own name says nothing
		"/home/a/documents/notes on dropbox and others/x.db":  "",
		`C:\Users\a\OneDrive - Alder Lane Primary\waymark.db`: "OneDrive",
	} {
		if got, ok := store.Synced(path); got != want || ok != (want != "") {
			t.Errorf("%s: %q, %v; want %q", path, got, ok, want)
		}
	}
}

func TestASyncedFolderIsRefusedUnlessAllowed(t *testing.T) {
	path := filepath.Join(t.TempDir(), "OneDrive - Alder Lane", "waymark.db")
	var e *store.OpenError
	if _, err := store.Open(t.Context(), path, options()); !errors.As(err, &e) || e.Kind != store.InSyncedFolder || e.Detail != "OneDrive" {
		t.Errorf("error %v; want kind synced", err)
	}
	if _, err := os.Stat(filepath.Dir(path)); err == nil {
		t.Error("refusing made the folder")
	}
	opt := options()
	opt.AllowSynced = true
	openAt(t, path, opt)
}

func TestErrorsSayWhatAndWhere(t *testing.T) {
	_, err := store.Open(t.Context(), filepath.Join(t.TempDir(), "none.db"), store.Options{})
	if err == nil || !strings.Contains(err.Error(), "none.db") || !strings.Contains(err.Error(), "missing") || !errors.Is(err, os.ErrNotExist) {
		t.Errorf("error %v", err)
	}
}
