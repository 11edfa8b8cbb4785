//go:build !windows

package main

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/adrg/xdg"

	"waymark/store"
	"waymark/ui/env"
	"waymark/ui/nav"
)

// spoilt is a bench whose database was spoilt since it was used last.
func spoilt(t *testing.T, spoil func(path string) error, backup bool) *bench {
	t.Helper()
	b := newBench(t)
	o := b.begin("Alder Lane")
	rate(t, o, "1.1", 3)
	if err := b.savings.settled(t.Context()); err != nil {
		t.Fatal(err)
	}
	flags := b.ws.flags
	if backup {
		if _, err := b.ws.store.Backup(t.Context(), b.ws.paths.backups()); err != nil {
			t.Fatal(err)
		}
	}
	b.stop()
	if err := spoil(flags.db); err != nil {
		t.Fatal(err)
	}
	return reopen(t, b.folder, flags)
}

func write(content string) func(string) error {
	return func(path string) error { return os.WriteFile(path, []byte(content), 0o600) }
}

func choices(tr *env.Trouble) []string {
	var ids []string
	for _, c := range tr.Choices {
		ids = append(ids, c.ID)
	}
	return ids
}

func TestAFileThatCannotBeOpenedIsExplained(t *testing.T) {
	for name, c := range map[string]struct {
		spoil  func(string) error
		backup bool
		says   string
		first  string
	}{
		"empty, with a copy":    {write(""), true, "is empty", useBackup},
		"empty, without a copy": {write(""), false, "is empty", startAnew},
		"a web page":            {write("<!DOCTYPE html><html>" + strings.Repeat(" ", 5000)), true, "another program", useBackup},
		"cut in half":           {func(p string) error { return os.Truncate(p, 8192) }, true, "damaged", useBackup},
	} {
		t.Run(name, func(t *testing.T) {
			b := spoilt(t, c.spoil, c.backup)
			r, err := b.open(t.Context(), nil)
			if err != nil || r != (nav.OpenProblem{}) {
				t.Fatalf("it starts at %#v, %v", r, err)
			}
			text := b.env.Trouble.Heading + " " + strings.Join(b.env.Trouble.Lines, " ")
			if !strings.Contains(text, c.says) || !strings.Contains(text, "“waymark.db”") || strings.Contains(text+b.env.Trouble.Detail, b.folder) {
				t.Errorf("it says %s (%s)", text, b.env.Trouble.Detail)
			}
			if got := choices(b.env.Trouble); got[0] != c.first || !slices.Contains(got, tryAgain) {
				t.Errorf("choices %v", got)
			}
			for _, ch := range b.env.Trouble.Choices {
				if ch.Words == "" || ch.Words == choiceWords("") && ch.ID != tryAgain {
					t.Errorf("%s has no words", ch.ID)
				}
			}
		})
	}
}

func TestTheNewestCopyTakesThePlaceOfADamagedFile(t *testing.T) {
	b := spoilt(t, write(""), true)
	if _, err := b.open(t.Context(), nil); err != nil {
		t.Fatal(err)
	}
	o, err := b.shelf.Resolve(t.Context(), useBackup)
	if err != nil {
		t.Fatal(err)
	}
	if o.Desk == nil || levelOf(t, o, "1.1") != 3 {
		t.Errorf("opened %+v", o)
	}
	beside, err := filepath.Glob(b.ws.paths.database + ".aside-*")
	if err != nil || len(beside) == 0 {
		t.Errorf("the spoilt file is gone: %v, %v", beside, err)
	}
}

func TestStartingAnewKeepsTheOldFile(t *testing.T) {
	b := spoilt(t, write("letters to families"), false)
	if _, err := b.open(t.Context(), nil); err != nil {
		t.Fatal(err)
	}
	if o, err := b.shelf.Resolve(t.Context(), tryAgain); err == nil || o.Desk != nil {
		t.Errorf("trying again worked: %+v, %v", o, err)
	}
	o, err := b.shelf.Resolve(t.Context(), startAnew)
	if err != nil || o.Desk != nil {
		t.Fatalf("opened %+v, %v", o, err)
	}
	kept, err := filepath.Glob(b.ws.paths.database + ".aside-*")
	if err != nil || len(kept) == 0 || content(t, kept[0]) != "letters to families" {
		t.Errorf("kept %v, %v", kept, err)
	}
	b.begin("Alder Lane")
}

func TestEveryReasonHasWordsAndAWayOut(t *testing.T) {
	w := &workspace{paths: paths{database: "/home/t nguyen/waymark.db", state: t.TempDir()}}
	said := map[string]bool{}
	for _, k := range []store.OpenKind{
		store.Missing, store.Empty, store.NotDatabase, store.Damaged, store.Newer, store.Locked, store.Unreadable,
		store.ReadOnlyFolder, store.InSyncedFolder,
	} {
		cause := &fs.PathError{Op: "open", Path: w.paths.database, Err: fs.ErrPermission}
		tr := w.trouble(fmt.Errorf("open the database: %w", &store.OpenError{Kind: k, Path: w.paths.database, Detail: "OneDrive", Err: cause}))
		text := strings.Join(append(tr.Lines, tr.Heading, tr.Detail), " ")
		if !strings.Contains(text, "“waymark.db”") || strings.Contains(text, "nguyen") || strings.Contains(text, "FILE") || strings.Contains(text, "PROVIDER") {
			t.Errorf("%s: %s", k, text)
		}
		if len(tr.Choices) == 0 {
			t.Errorf("%s: no way out", k)
		}
		if k != store.Missing && said[tr.Lines[0]] && k != store.NotDatabase {
			t.Errorf("%s says the same as another", k)
		}
		said[tr.Lines[0]] = true
	}
	if tr := w.trouble(fs.ErrPermission); len(tr.Choices) != 1 || tr.Choices[0].ID != tryAgain {
		t.Errorf("anything else: %+v", tr)
	}
}

func TestASyncedFolderIsLeftAndTheFileStays(t *testing.T) {
	b := newBench(t)
	o := b.begin("Alder Lane")
	rate(t, o, "1.1", 3)
	b.stop()
	synced := filepath.Join(b.folder, "OneDrive - School", "waymark.db")
	if err := os.MkdirAll(filepath.Dir(synced), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.Rename(filepath.Join(b.folder, "data", "waymark.db"), synced); err != nil {
		t.Fatal(err)
	}
	again := reopen(t, b.folder, globals{db: synced})
	t.Setenv("XDG_DATA_HOME", filepath.Join(b.folder, "own"))
	xdg.Reload()
	own := again.ws.ownDatabase()
	if _, err := again.open(t.Context(), nil); err != nil {
		t.Fatal(err)
	}
	if got := choices(again.env.Trouble); !slices.Equal(got, []string{useOwn, useThere, onlyRead}) || !strings.Contains(again.env.Trouble.Lines[0], "OneDrive") {
		t.Fatalf("%+v", again.env.Trouble)
	}
	opened, err := again.shelf.Resolve(t.Context(), useOwn)
	if err != nil || opened.Desk == nil || levelOf(t, opened, "1.1") != 3 {
		t.Fatalf("opened %+v, %v", opened, err)
	}
	if !exists(synced) || again.ws.paths.database != own {
		t.Errorf("the database is %s", again.ws.paths.database)
	}
}

func TestACopyIsKeptOnceADayWhenSomethingWasSaved(t *testing.T) {
	b := newBench(t)
	b.begin("Alder Lane")
	copies := func() int {
		t.Helper()
		all, err := filepath.Glob(filepath.Join(b.ws.paths.backups(), "*.db"))
		if err != nil {
			t.Fatal(err)
		}
		return len(all)
	}
	for _, step := range []struct {
		what        string
		saved       time.Time
		later, want int
	}{
		{"nothing was saved", time.Time{}, 0, 0},
		{"something was saved", time.Now(), 0, 1},
		{"again on the same day", time.Now(), 1, 1},
		{"the next day", time.Now(), 25, 2},
	} {
		b.ws.clock = func() time.Time { return time.Now().Add(time.Duration(step.later) * time.Hour) }
		if err := b.ws.dailyCopy(t.Context(), step.saved); err != nil {
			t.Fatal(err)
		}
		if got := copies(); got != step.want {
			t.Errorf("%s: %d copies, want %d", step.what, got, step.want)
		}
	}
}
