package store_test

import (
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"waymark/store"
	"waymark/store/storetest"
)

func TestABackupRestoresToAnEqualLog(t *testing.T) {
	path, _ := made(t)
	s := openAt(t, path, options())
	dir := filepath.Join(t.TempDir(), "state", "backups")
	copied, err := s.Backup(t.Context(), dir)
	if err != nil {
		t.Fatal(err)
	}
	if runtime.GOOS != "windows" {
		if info, err := os.Stat(copied); err != nil || info.Mode().Perm() != 0o600 {
			t.Errorf("the copy has mode %v, %v", info.Mode().Perm(), err)
		}
	}
	second, err := s.Backup(t.Context(), dir)
	if err != nil || second == copied {
		t.Errorf("a second copy in the same second is %s, %v", second, err)
	}
	if entries, err := os.ReadDir(dir); err != nil || len(entries) != 2 {
		t.Errorf("the folder has %v, %v; want two copies", entries, err)
	}
	restored := filepath.Join(t.TempDir(), "restored.db")
	content, err := os.ReadFile(copied)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(restored, content, 0o600); err != nil {
		t.Fatal(err)
	}
	r := openAt(t, restored, options())
	storetest.Same(t, s, r)
	if r.ID() != s.ID() {
		t.Errorf("the copy calls itself %q", r.ID())
	}
	a := storetest.NewAuthor(t, "bob", school, evaluation)
	appendAll(t, r, a.Open("Alder Lane Primary"))
	if hits, err := r.Search(t.Context(), "lessons", school); err != nil || len(hits) == 0 {
		t.Errorf("searching the copy finds %d, %v", len(hits), err)
	}
}

func TestABackupOfAnAlteredEventIsRefused(t *testing.T) {
	path, _ := made(t)
	meddle(t, path, "UPDATE event SET wall = wall + 1 WHERE n = 7")
	s := openAt(t, path, options())
	dir := t.TempDir()
	if copied, err := s.Backup(t.Context(), dir); err == nil {
		t.Errorf("an altered log was copied as good to %s", copied)
	}
	if entries, err := os.ReadDir(dir); err != nil || len(entries) != 0 {
		t.Errorf("a refused copy left %v, %v", entries, err)
	}
}

func TestOldCopiesAreThinned(t *testing.T) {
	path, _ := made(t)
	s := openAt(t, path, options())
	dir := t.TempDir()
	named := func(at time.Time) string { return filepath.Join(dir, "waymark-"+at.Format("20060102-150405")+".db") }
	put := func(name string) {
		if err := os.WriteFile(name, []byte("x"), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	for hours := range 24 * 500 {
		if hours%6 == 1 {
			put(named(clock().Add(-time.Duration(hours) * time.Hour)))
		}
	}
	others := []string{"notes.txt", "waymark-20250101-101010-before-version-2.db", "waymark-2025.db"}
	for _, name := range others {
		put(filepath.Join(dir, name))
	}
	if _, err := s.Backup(t.Context(), dir); err != nil {
		t.Fatal(err)
	}
	ages := map[string]int{}
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		at, err := time.Parse("waymark-20060102-150405.db", e.Name())
		if err != nil {
			ages["other"]++
			continue
		}
		switch age := clock().Sub(at); {
		case age < 48*time.Hour:
			ages["two days"]++
		case age < 15*24*time.Hour:
			ages["two weeks"]++
		case age < 80*24*time.Hour:
			ages["weeks"]++
		default:
			ages["months"]++
		}
	}
	if ages["other"] != len(others) || ages["two days"] != 9 || ages["two weeks"] < 12 || ages["two weeks"] > 14 ||
		ages["weeks"] < 7 || ages["weeks"] > 11 || ages["months"] < 5 || ages["months"] > 9 {
		t.Errorf("kept %v", ages)
	}
}

func TestACopyNeverTakesAnothersName(t *testing.T) {
	path, _ := made(t)
	s := openAt(t, path, options())
	dir := t.TempDir()
	seen := map[string]bool{}
	for i := range 3 {
		copied, err := s.Backup(t.Context(), dir)
		if err != nil || seen[copied] || !strings.HasSuffix(copied, ".db") {
			t.Fatalf("copy %d: %s, %v", i, copied, err)
		}
		seen[copied] = true
	}
	if len(seen) != 3 {
		t.Error(fmt.Sprint("copies ", seen))
	}
}

var _ storetest.Engine = (*store.Store)(nil)
