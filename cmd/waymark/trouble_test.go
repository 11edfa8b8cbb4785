//go:build !windows

package main

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/adrg/xdg"

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

func TestALockedFileCanBeTriedAgain(t *testing.T) {
	release := func() {}
	b := spoilt(t, func(p string) error { release = hold(t, p); return nil }, false)
	if b.ws.store != nil {
		t.Fatal("a locked file was opened")
	}
	if r, err := b.open(t.Context(), nil); err != nil || r != (nav.OpenProblem{}) || !strings.Contains(b.env.Trouble.Lines[0], "Another program is using") {
		t.Fatalf("it starts at %#v, %+v, %v", r, b.env.Trouble, err)
	}
	release()
	o, err := b.shelf.Resolve(t.Context(), tryAgain)
	if err != nil || o.Desk == nil || levelOf(t, o, "1.1") != 3 {
		t.Errorf("opened %+v, %v", o, err)
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
