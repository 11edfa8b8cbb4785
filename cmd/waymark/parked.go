package main

import (
	"context"
	"errors"
	"slices"

	"waymark/model"
	"waymark/store"
)

// keep appends records. When the database cannot take them they are parked in
// the state folder, and the error says so by being a *parkedError.
func (w *workspace) keep(ctx context.Context, texts map[string][]byte, records []model.Record) error {
	err := w.store.Append(ctx, texts, records)
	var failed *store.WriteError
	if err == nil || !errors.As(err, &failed) || !worthParking(failed.Kind) {
		return err
	}
	if parking := w.park(ctx, texts, records); parking != nil {
		return errors.Join(err, parking)
	}
	return &parkedError{count: len(records), err: err}
}

// worthParking reports whether the same records can be appended later.
func worthParking(k store.WriteKind) bool {
	switch k {
	case store.Full, store.IO, store.ReadOnly, store.Moved, store.Broken:
		return true
	default: // store.Busy passes by itself, and store.Conflict and store.Invalid never do
		return false
	}
}

// park keeps records in the state folder until the database can take them.
func (w *workspace) park(ctx context.Context, texts map[string][]byte, records []model.Record) error {
	if w.drafts == nil {
		return errors.New("keep changes elsewhere: the state folder cannot be written")
	}
	if err := w.drafts.Park(ctx, texts, records); err != nil {
		return err
	}
	w.waiting = append(w.waiting, records...)
	return nil
}

// parkedError is a failed save whose records wait in the state folder.
type parkedError struct {
	count int
	err   error
}

func (e *parkedError) Error() string { return e.err.Error() }

// Unwrap is why they could not be saved.
func (e *parkedError) Unwrap() error { return e.err }

// bringBack appends what an earlier run parked for this database. What still
// cannot be appended stays in waiting: books show it, and pens go on after it.
func (w *workspace) bringBack(ctx context.Context) {
	if w.drafts == nil || w.key == nil {
		return
	}
	texts, parked, err := w.drafts.Parked(ctx)
	parked = slices.DeleteFunc(parked, func(r model.Record) bool { return !w.mine(r.Device) })
	if err != nil || len(parked) == 0 {
		return
	}
	if w.store.Append(ctx, texts, parked) != nil {
		w.waiting = parked
		return
	}
	w.brought = parked
	ids := make([]model.EventID, len(parked))
	for i, r := range parked {
		ids[i] = r.ID
	}
	_ = w.drafts.Unpark(ctx, ids) // appending them again would do nothing
}
