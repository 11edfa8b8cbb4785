package main

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"sync"
	"time"

	"waymark/model"
	"waymark/store"
	"waymark/ui/task"
)

// aliveEvery is how often a save leaves a sign of life, so that the next start
// can say when this one stopped.
const aliveEvery = 20 * time.Second

// leaveIn is how long leaving waits for what is still to be saved.
const leaveIn = 5 * time.Second

// savings are the savers of everything that has been opened since the start.
// It is safe for use by several goroutines.
type savings struct {
	clock func() time.Time

	mu     sync.Mutex
	all    []*task.Saver
	alive  time.Time
	parked map[model.EventID]bool
}

// on starts a saver over one workspace's database. What cannot be saved is
// parked in the state folder, and taken from there once it has been.
func (s *savings) on(w *workspace) *task.Saver {
	write := func(ctx context.Context, records []model.Record) error {
		if err := w.store.Append(ctx, nil, records); err != nil {
			return inWords(w.paths.database, err)
		}
		s.saved(ctx, w, records)
		return nil
	}
	park := func(records []model.Record) error {
		if w.drafts == nil {
			return errors.New("keep changes elsewhere: the state folder cannot be written")
		}
		s.isParked(records)
		return w.drafts.Park(context.Background(), nil, records)
	}
	saver := task.NewSaver(s.clock, write, park)
	s.mu.Lock()
	s.all = append(s.all, saver)
	s.mu.Unlock()
	return saver
}

// isParked notes records that lie in the state folder until they are saved.
func (s *savings) isParked(records []model.Record) {
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, r := range records {
		s.parked[r.ID] = true
	}
}

// saved forgets what was parked, and says that this run is still going on. A
// failure of either costs nothing that was typed.
func (s *savings) saved(ctx context.Context, w *workspace, records []model.Record) {
	if w.drafts == nil {
		return
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	var ids []model.EventID
	for _, r := range records {
		if s.parked[r.ID] {
			ids = append(ids, r.ID)
			delete(s.parked, r.ID)
		}
	}
	if len(ids) > 0 {
		_ = w.drafts.Unpark(ctx, ids) // appending them again would do nothing
	}
	if now := s.clock(); now.Sub(s.alive) >= aliveEvery {
		s.alive = now
		_ = w.drafts.Alive(ctx, now)
	}
}

// settled waits until nothing is waiting to be saved: whatever is opened next
// goes on where the last change ended.
func (s *savings) settled(ctx context.Context) error {
	ctx, stop := context.WithTimeout(ctx, leaveIn)
	defer stop()
	look := time.NewTicker(5 * time.Millisecond)
	defer look.Stop()
	for {
		st := s.waiting()
		if st.Waiting == 0 {
			return nil
		}
		stuck := st.Err != nil
		select {
		case <-look.C:
		case <-ctx.Done():
			stuck = true
		}
		if stuck {
			return &model.FieldError{Problem: "Not everything is saved yet, so nothing else was opened. Your work is kept. Try again in a moment"}
		}
	}
}

// waiting is the state of the first saver that has something left to save.
func (s *savings) waiting() task.State {
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, saver := range s.all {
		if st := saver.State(); st.Waiting > 0 {
			return st
		}
	}
	return task.State{}
}

// drain saves what is left and stops every saver.
func (s *savings) drain() error {
	s.mu.Lock()
	all := s.all
	s.all = nil
	s.mu.Unlock()
	var err error
	for _, saver := range all {
		err = errors.Join(err, saver.Drain(leaveIn))
	}
	return err
}

// saveError is a failed save in words for the person whose work it is.
type saveError struct {
	words  string
	detail string // for IT support; no school data
	err    error
}

func (e *saveError) Error() string { return e.words }

// Detail is what to send to IT support.
func (e *saveError) Detail() string { return e.detail }

// Unwrap is the cause.
func (e *saveError) Unwrap() error { return e.err }

// inWords says why a save failed.
func inWords(path string, err error) error {
	var failed *store.WriteError
	if !errors.As(err, &failed) {
		return &saveError{"Saving did not work.", "No code.", err}
	}
	name := "“" + clean(filepath.Base(path)) + "”"
	words := map[store.WriteKind]string{
		store.Busy:     "Another program is using " + name + ". OneDrive may be copying it.",
		store.Full:     "There is no room left on this disk.",
		store.ReadOnly: name + " can only be read now. It may have been moved or locked.",
		store.Moved:    name + " was moved or replaced while it was open.",
		store.IO:       "The disk that holds " + name + " did not answer.",
		store.Broken:   name + " is damaged.",
		store.Conflict: "A copy of this computer’s files has written to " + name + " as well.",
		store.Invalid:  "One of your changes could not be written.",
	}[failed.Kind]
	if words == "" {
		words = "Saving did not work."
	}
	return &saveError{words, fmt.Sprintf("Error %d, %s.", failed.Code, failed.Kind), err}
}
