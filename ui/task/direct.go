package task

import (
	"context"
	"time"

	"waymark/model"
)

// Direct saves at once, on the caller's goroutine: for commands, which have
// nothing else to do meanwhile, and for tests. A failed save is tried again
// with the next one.
type Direct struct {
	append Append
	clock  func() time.Time
	left   []Waiting
	state  State
}

// NewDirect returns a saver that saves as it is told.
func NewDirect(clock func() time.Time, write Append) *Direct {
	return &Direct{append: write, clock: clock}
}

// Put saves everything that is waiting, these records last.
func (d *Direct) Put(records []model.Record) {
	now := d.clock()
	for _, r := range records {
		d.left = append(d.left, Waiting{Record: r, At: now})
	}
	d.Retry()
}

// Retry tries to save what is waiting.
func (d *Direct) Retry() {
	batch := make([]model.Record, len(d.left))
	for i, w := range d.left {
		batch[i] = w.Record
	}
	if len(batch) == 0 {
		return
	}
	// Not cancelled with the caller, for the same reason as in Saver.
	if d.state.Err = d.append(context.Background(), batch); d.state.Err == nil {
		d.left, d.state.Saved = nil, d.clock()
	}
}

// State is how saving stands.
func (d *Direct) State() State {
	st := d.state
	st.Waiting = len(d.left)
	if len(d.left) > 0 {
		st.Since = d.left[0].At
		st.Labels = append([]Waiting(nil), d.left...)
	}
	return st
}

// Next has nothing to wait for.
func (d *Direct) Next() (Changed, bool) { return Changed{d.State()}, false }

// Drain reports what could not be saved.
func (d *Direct) Drain(time.Duration) error {
	d.Retry()
	return d.state.Err
}
