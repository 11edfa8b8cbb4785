package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"waymark/model"
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
	}
	return "FILE cannot be opened."
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

// Resolve carries out one of the choices of trouble and opens what was used
// last. Nothing is opened, without an error, when there is no school yet.
func (s *shelf) Resolve(ctx context.Context, choice string) (env.Opened, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.own.store == nil {
		if err := s.own.wayOut(ctx, choice); err != nil {
			return env.Opened{}, &model.FieldError{Problem: s.own.trouble(err).Lines[0]}
		}
	}
	school, id, err := s.own.lastUsed(ctx)
	if err != nil || id == "" {
		return env.Opened{}, err
	}
	return s.open(ctx, s.own, school, id)
}

func (w *workspace) wayOut(ctx context.Context, choice string) error {
	opt := store.Options{Create: true}
	switch choice {
	case onlyRead:
		opt = store.Options{ReadOnly: true, AllowSynced: true}
	case useThere:
		opt.AllowSynced = true
	case useOwn:
		if err := w.copyHome(); err != nil {
			return err
		}
		w.paths.database = w.ownDatabase()
	case useOther:
		w.paths.database = w.ownDatabase()
	case useBackup, startAnew:
		if err := w.aside(choice == useBackup); err != nil {
			return err
		}
	}
	return w.open(ctx, opt)
}

// copyHome copies the database to this computer's own folder, with the journal
// of a change that never ended: one without the other is not whole. What was
// there first stays as it is.
func (w *workspace) copyHome() error {
	for _, side := range []string{"-journal", ""} {
		content, err := os.ReadFile(w.paths.database + side)
		if side != "" && errors.Is(err, fs.ErrNotExist) {
			continue
		}
		if err != nil {
			return fmt.Errorf("copy the file: %w", err)
		}
		if err := placeFile(w.ownDatabase()+side, content, false); err != nil {
			return err
		}
	}
	return nil
}

// aside renames the file that cannot be opened and, where asked, puts the
// newest good copy in its place.
func (w *workspace) aside(backup bool) error {
	path := w.paths.database
	suffix := ".aside-" + w.clock().UTC().Format("20060102-150405")
	for _, side := range []string{"", "-journal", "-wal", "-shm"} {
		if err := os.Rename(path+side, path+suffix+side); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return fmt.Errorf("keep the file beside: %w", err)
		}
	}
	if !backup {
		return nil
	}
	content, err := os.ReadFile(w.newestBackup())
	if err != nil {
		return fmt.Errorf("read the newest copy: %w", err)
	}
	return placeFile(path, content, false)
}

// lastUsed is the evaluation to go on with: the one used last, else the newest,
// among those that --school and --year allow. It is empty when there is none.
func (w *workspace) lastUsed(ctx context.Context) (model.SchoolID, model.EvaluationID, error) {
	rows, err := w.store.Schools(ctx)
	if err != nil {
		return "", "", err
	}
	last := w.settings().Last[w.store.ID()]
	var best model.Summary
	for _, row := range rows {
		if !strings.Contains(strings.ToLower(row.Name), strings.ToLower(model.CleanLine(w.flags.school))) {
			continue
		}
		sums, err := w.store.Evaluations(ctx, row.ID)
		if err != nil {
			return "", "", err
		}
		for _, m := range sums {
			switch {
			case m.Removed || !w.yearAllowed(m.Year):
			case m.ID == last.Evaluation && row.ID == last.School:
				return row.ID, m.ID, nil
			case best.ID == "" || compareAge(m.Year, m.StartedAt, best.Year, best.StartedAt) > 0:
				best = m
			}
		}
	}
	return best.School, best.ID, nil
}

func (w *workspace) yearAllowed(y model.Year) bool {
	if w.flags.year == "" {
		return true
	}
	asked, err := model.ParseYear(w.flags.year)
	return err == nil && asked == y
}
