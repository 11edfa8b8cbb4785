package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"strings"

	"waymark/model"
	"waymark/store"
	"waymark/ui/env"
)

// Resolve carries out one of the choices of trouble and opens what was used
// last. Nothing is opened, without an error, when there is no school yet.
func (s *shelf) Resolve(ctx context.Context, choice string) (env.Opened, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.own.store == nil {
		if err := s.own.wayOut(ctx, choice); err != nil {
			return env.Opened{}, &model.FieldError{Problem: s.own.trouble(err).Lines[0]}
		}
		if s.own.drafts != nil {
			_ = s.own.drafts.Started(ctx, os.Getpid(), s.own.clock()) // without it only screen 26 is missed
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
