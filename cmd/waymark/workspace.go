package main

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"io"
	"os"
	"time"

	"github.com/google/uuid"

	"waymark/model"
	"waymark/store"
	"waymark/store/device"
	"waymark/store/draft"
)

// workspace is everything a command or the app works on. It belongs to one
// goroutine, but for store, which may be used by several.
type workspace struct {
	paths  paths
	store  *store.Store
	key    *device.Key   // nil when nothing can be signed; keyErr says why
	drafts *draft.Drafts // nil when the state folder cannot be written
	clock  func() time.Time
	newID  func() string
	mine   func(model.DeviceID) bool
	flags  globals
	streams

	keyErr  error
	rubrics map[string]model.Rubric                 // parsed so far, by hash
	coming  map[string]func() (model.Rubric, error) // being parsed
	brought []model.Record                          // parked by an earlier run, saved by this one
	waiting []model.Record                          // parked and not saved yet
}

// openWorkspace opens the database, creating it, with its key and drafts. When
// the database cannot be opened, the workspace is returned as well, without a
// store. The error then wraps a *store.OpenError.
func openWorkspace(ctx context.Context, flags globals) (*workspace, error) {
	w, err := newWorkspace(flags)
	if err != nil {
		return nil, err
	}
	return w, w.open(ctx, store.Options{Create: true})
}

// newWorkspace knows where everything is and has opened nothing yet.
func newWorkspace(flags globals) (*workspace, error) {
	clock, err := flags.clock()
	if err != nil {
		return nil, err
	}
	p, err := pathsFrom(flags.db, os.Getenv)
	if err != nil {
		return nil, err
	}
	return &workspace{
		paths: p, flags: flags, clock: clock, newID: newID, streams: streams{os.Stdin, os.Stdout, os.Stderr},
		mine: func(model.DeviceID) bool { return false }, rubrics: map[string]model.Rubric{},
	}, nil
}

// open opens what the paths name. It may be called again after a failure, with
// other options, once a person has chosen what to do.
func (w *workspace) open(ctx context.Context, opt store.Options) error {
	opt.BackupDir, opt.Clock, opt.NewID, opt.Program = w.paths.backups(), w.clock, w.newID, version()
	var err error
	if w.store, err = store.Open(ctx, w.paths.database, opt); err != nil {
		return fmt.Errorf("open the database: %w", err)
	}
	if ro, _ := w.store.ReadOnly(); !ro {
		w.takeKey()
	}
	// Drafts are a second net: without them the first still holds.
	if w.drafts, err = draft.Open(ctx, w.paths.drafts()); err != nil {
		w.drafts = nil
	}
	w.bringBack(ctx)
	return nil
}

// takeKey takes a key to sign with. Reading needs none, so a failure is kept
// until something is to be signed.
func (w *workspace) takeKey() {
	if w.key, w.keyErr = device.Keys(w.paths.keys(), w.store.ID(), rand.Reader); w.keyErr != nil {
		w.key = nil
		return
	}
	devices, err := device.Mine(w.paths.keys(), w.store.ID())
	if err != nil {
		devices = map[model.DeviceID]bool{w.key.Device(): true}
	}
	w.mine = func(id model.DeviceID) bool { return devices[id] }
}

// close ends the use of everything that was opened.
func (w *workspace) close() error {
	var all error
	if w.drafts != nil {
		all = errors.Join(all, w.drafts.Close())
		w.drafts = nil
	}
	if w.key != nil {
		all = errors.Join(all, w.key.Close())
		w.key = nil
	}
	if w.store != nil {
		all = errors.Join(all, w.store.Close())
		w.store = nil
	}
	return all
}

// settings are what this computer remembers.
func (w *workspace) settings() settings { return readSettings(w.paths.settings()) }

// remember changes what this computer remembers.
func (w *workspace) remember(change func(*settings)) error {
	s := w.settings()
	change(&s)
	return writeSettings(w.paths.settings(), s)
}

// rememberUse notes the evaluation used last. Failing to is no reason to fail.
func (w *workspace) rememberUse(school model.SchoolID, evaluation model.EvaluationID) {
	if w.settings().Last[w.store.ID()] == (lastUsed{school, evaluation}) {
		return
	}
	_ = w.remember(func(s *settings) { s.Last[w.store.ID()] = lastUsed{school, evaluation} })
}

// newID is a fresh identifier: the time first, so that lists grow at their end.
func newID() string {
	id, err := uuid.NewV7()
	if err != nil {
		return rand.Text()
	}
	return id.String()
}

// salt is 16 bytes nobody can guess.
func salt() []byte {
	b := make([]byte, 16)
	if _, err := io.ReadFull(rand.Reader, b); err != nil {
		panic(err) // unreachable: crypto/rand ends the program instead
	}
	return b
}
