// Package task runs what takes time: saving, in the order of the keys pressed,
// and drafts. It is the only place of the app that starts goroutines; each
// recovers from a panic, reports it, and ends when told to.
//
// It imports only the standard library and waymark/model.
package task

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"time"

	"waymark/model"
)

// Append writes records in one transaction and returns once they have been
// committed and read back. Calling it again with the same records is safe.
type Append func(context.Context, []model.Record) error

// State is how saving stands.
type State struct {
	Waiting int       // records not yet known to be saved
	Saved   time.Time // when the last batch was read back; zero before the first
	Err     error     // why the last attempt failed; nil once one succeeded
	Since   time.Time // when the oldest waiting record was handed over
	Labels  []Waiting // what is waiting, oldest first, when something failed
}

// Waiting is one record that is not saved yet, for saying so.
type Waiting struct {
	Record model.Record
	At     time.Time
}

// Changed is the message that tells the app to look at the state again. There
// is one for each batch, not one for each key.
type Changed struct{ State State }

// RetryEvery is how long a failed save waits before it is tried again.
const RetryEvery = 5 * time.Second

// Saver saves records in the order they were handed over. Put never blocks.
type Saver struct {
	append Append
	park   func([]model.Record) error
	clock  func() time.Time

	mu      sync.Mutex
	waiting []Waiting
	state   State
	stopped bool

	wake    chan struct{}
	changed chan struct{}
	done    chan struct{}
}

// NewSaver starts a saver. park keeps records in a second place while they
// cannot be saved; it may be nil.
func NewSaver(clock func() time.Time, write Append, park func([]model.Record) error) *Saver {
	s := &Saver{
		append: write, park: park, clock: clock,
		wake: make(chan struct{}, 1), changed: make(chan struct{}, 1), done: make(chan struct{}),
	}
	go s.run()
	return s
}

// Put hands records over to be saved after everything handed over before.
func (s *Saver) Put(records []model.Record) {
	s.mu.Lock()
	now := s.clock()
	for _, r := range records {
		s.waiting = append(s.waiting, Waiting{Record: r, At: now})
	}
	s.state.Waiting = len(s.waiting)
	s.mu.Unlock()
	signal(s.wake)
}

// Retry tries again now instead of waiting.
func (s *Saver) Retry() { signal(s.wake) }

// State is how saving stands now.
func (s *Saver) State() State {
	s.mu.Lock()
	defer s.mu.Unlock()
	st := s.state
	st.Waiting = len(s.waiting)
	if len(s.waiting) > 0 {
		st.Since = s.waiting[0].At
	}
	if st.Err != nil {
		st.Labels = append([]Waiting(nil), s.waiting...)
	}
	return st
}

// Next waits for the next change of state. It returns false once the saver
// has stopped.
func (s *Saver) Next() (Changed, bool) {
	select {
	case <-s.changed:
		return Changed{s.State()}, true
	case <-s.done:
		return Changed{s.State()}, false
	}
}

// ErrUnsaved says that some records could not be saved before leaving.
var ErrUnsaved = errors.New("not everything could be saved")

// Drain saves what is waiting and stops. It waits at most limit, and then
// parks what is left and returns ErrUnsaved with the cause.
func (s *Saver) Drain(limit time.Duration) error {
	s.mu.Lock()
	s.stopped = true
	s.mu.Unlock()
	signal(s.wake)
	timer := time.NewTimer(limit)
	defer timer.Stop()
	select {
	case <-s.done:
	case <-timer.C:
	}
	st := s.State()
	if st.Waiting == 0 {
		return nil
	}
	s.parkAll()
	return fmt.Errorf("%w: %d changes are kept for the next start: %w", ErrUnsaved, st.Waiting, orTimeout(st.Err))
}

func orTimeout(err error) error {
	if err == nil {
		return context.DeadlineExceeded
	}
	return err
}

func (s *Saver) run() {
	defer close(s.done)
	for {
		batch, stopped := s.take()
		if len(batch) > 0 {
			err := s.try(batch)
			s.finish(len(batch), err)
			if err == nil {
				continue
			}
			s.parkAll()
			if stopped {
				return
			}
			s.sleep(RetryEvery)
			continue
		}
		if stopped {
			return
		}
		<-s.wake
	}
}

func (s *Saver) take() (batch []model.Record, stopped bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, w := range s.waiting {
		batch = append(batch, w.Record)
	}
	return batch, s.stopped
}

// try turns a panic of the store into an error: the records stay waiting.
func (s *Saver) try(batch []model.Record) (err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("save: the store stopped unexpectedly (%T)", p)
		}
	}()
	// A save is never cancelled: what was typed is saved also when the app is
	// told to stop, and Drain is what bounds the wait.
	return s.append(context.Background(), batch)
}

func (s *Saver) finish(n int, err error) {
	s.mu.Lock()
	s.state.Err = err
	if err == nil {
		s.waiting = s.waiting[n:]
		s.state.Saved = s.clock()
	}
	s.mu.Unlock()
	signal(s.changed)
}

func (s *Saver) parkAll() {
	if s.park == nil {
		return
	}
	s.mu.Lock()
	var left []model.Record
	for _, w := range s.waiting {
		left = append(left, w.Record)
	}
	s.mu.Unlock()
	if len(left) > 0 {
		_ = s.park(left) // the first error, which is shown, is the one that matters
	}
}

func (s *Saver) sleep(d time.Duration) {
	t := time.NewTimer(d)
	defer t.Stop()
	select {
	case <-t.C:
	case <-s.wake:
	}
}

func signal(c chan struct{}) {
	select {
	case c <- struct{}{}:
	default:
	}
}
