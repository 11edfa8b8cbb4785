package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"waymark/store"
	"waymark/ui/env"
)

// The ways out of a file that cannot be opened. Their words are in trouble.
const (
	tryAgain  = "retry"
	onlyRead  = "read"
	useThere  = "there"
	useOwn    = "own"
	useOther  = "other"
	useBackup = "backup"
	startAnew = "anew"
)

// trouble says in words why the database was not opened, and what can be done.
func (w *workspace) trouble(err error) *env.Trouble {
	var e *store.OpenError
	if !errors.As(err, &e) {
		return &env.Trouble{
			Heading: "Your file cannot be opened yet",
			Lines:   []string{"Something on this computer is in the way. Nothing has been changed."},
			Detail:  clean(err.Error()), Choices: []env.Choice{{ID: tryAgain, Words: "Try again"}},
		}
	}
	t := &env.Trouble{Heading: "Your file cannot be opened yet", Detail: fmt.Sprintf("%s %s %s", e.Kind, clean(e.Detail), cause(e))}
	t.Lines = []string{strings.ReplaceAll(troubleWords(e.Kind), "FILE", "“"+clean(filepath.Base(e.Path))+"”"), "Nothing in it has been changed."}
	if e.Kind == store.InSyncedFolder {
		t.Lines[0] = strings.ReplaceAll(t.Lines[0], "PROVIDER", clean(e.Detail))
	}
	for _, id := range w.waysOut(e.Kind) {
		t.Choices = append(t.Choices, env.Choice{ID: id, Words: choiceWords(id)})
	}
	return t
}

// cause is the system's own word for what went wrong, without any path.
func cause(e *store.OpenError) string {
	var at *fs.PathError
	switch {
	case errors.As(e.Err, &at):
		return at.Op + ": " + at.Err.Error()
	case e.Err != nil:
		return strings.ReplaceAll(clean(e.Err.Error()), e.Path, "the file")
	}
	return ""
}

func troubleWords(k store.OpenKind) string {
	switch k {
	case store.Locked:
		return "Another program is using FILE. OneDrive may be copying it, or Waymark may be open in another window. Your work is safe."
	case store.Newer:
		return "FILE was made by a newer Waymark. Install that one to open it. Your work is safe."
	case store.InSyncedFolder:
		return "FILE is in a folder that PROVIDER copies while you work. Copies made in the middle of a change have lost work before, so Waymark keeps its file in a folder of this computer."
	case store.Empty:
		return "FILE is empty: it has no bytes at all. A copy that did not finish may have left it so."
	case store.NotDatabase, store.Foreign:
		return "FILE belongs to another program."
	case store.Damaged:
		return "FILE is damaged. The whole file is kept as it is."
	case store.Unreadable:
		return "This computer does not let you read FILE."
	case store.ReadOnlyFolder, store.CannotCreate:
		return "You cannot save in the folder of FILE."
	default:
		return "FILE cannot be opened."
	}
}

func choiceWords(id string) string {
	switch id {
	case onlyRead:
		return "Open it to read, without changing anything"
	case useThere:
		return "Use it where it is all the same"
	case useOwn:
		return "Copy it to this computer’s own folder and use the copy"
	case useOther:
		return "Use this computer’s own file instead"
	case useBackup:
		return "Put the newest good copy in its place and keep this one beside it"
	case startAnew:
		return "Keep it beside, and start a new file"
	}
	return "Try again"
}

// waysOut lists what can be chosen; what could lose work is never among them.
func (w *workspace) waysOut(k store.OpenKind) []string {
	ways := []string{tryAgain}
	switch k {
	case store.Locked:
		ways = append(ways, onlyRead)
	case store.InSyncedFolder:
		ways = append(w.ownWay(), useThere, onlyRead)
	case store.ReadOnlyFolder, store.CannotCreate:
		ways = append(ways, w.ownWay()...)
	case store.Empty, store.NotDatabase, store.Foreign, store.Damaged:
		if w.newestBackup() != "" {
			ways = []string{useBackup, startAnew, tryAgain}
		} else {
			ways = []string{startAnew, tryAgain}
		}
	default: // waiting is all that helps
	}
	return ways
}

// ownWay leads to this computer's own folder, where that is somewhere else.
func (w *workspace) ownWay() []string {
	own := w.ownDatabase()
	switch {
	case own == w.paths.database:
		return nil
	case exists(own) || !exists(w.paths.database):
		return []string{useOther}
	}
	return []string{useOwn}
}

// ownDatabase is where this computer keeps its database when nobody says more.
func (w *workspace) ownDatabase() string {
	p, err := pathsFrom("", func(string) string { return "" })
	if err != nil {
		return w.paths.database
	}
	return p.database
}

// newestBackup is the latest copy among the backups, or "".
func (w *workspace) newestBackup() string {
	entries, err := os.ReadDir(w.paths.backups())
	if err != nil {
		return ""
	}
	var names []string
	for _, e := range entries {
		if e.Type().IsRegular() && filepath.Ext(e.Name()) == ".db" && !strings.HasPrefix(e.Name(), ".") {
			names = append(names, e.Name())
		}
	}
	if len(names) == 0 {
		return ""
	}
	return filepath.Join(w.paths.backups(), slices.Max(names)) // names start with the time
}
