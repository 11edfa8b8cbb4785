package task_test

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"testing"
	"time"

	"waymark/model"
	"waymark/ui/task"
)

// disk is a store that can be told to fail.
type disk struct {
	mu     sync.Mutex
	fail   error
	panics bool
	kept   []model.EventID
	tries  chan struct{}
	block  chan struct{}
}

func newDisk() *disk { return &disk{tries: make(chan struct{}, 10000)} }

func (d *disk) append(_ context.Context, records []model.Record) error {
	if d.block != nil {
		<-d.block
	}
	d.mu.Lock()
	defer d.mu.Unlock()
	defer func() { d.tries <- struct{}{} }()
	if d.panics {
		panic("broken")
	}
	if d.fail != nil {
		return d.fail
	}
	for _, r := range records {
		d.kept = append(d.kept, r.ID)
	}
	return nil
}

func (d *disk) set(err error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.fail = err
}

func record(i int) model.Record { return model.Record{ID: model.EventID(fmt.Sprintf("%05d", i))} }

func clock() time.Time { return time.Date(2026, 9, 24, 10, 42, 0, 0, time.UTC) }

func TestSavesKeepTheOrderOfTheKeys(t *testing.T) {
	d := newDisk()
	s := task.NewSaver(clock, d.append, nil)
	for i := range 1000 {
		s.Put([]model.Record{record(i)})
	}
	if err := s.Drain(10 * time.Second); err != nil {
		t.Fatal(err)
	}
	if len(d.kept) != 1000 {
		t.Fatalf("%d of 1000 were saved", len(d.kept))
	}
	for i, id := range d.kept {
		if id != record(i).ID {
			t.Fatalf("record %d is %s", i, id)
		}
	}
	if st := s.State(); st.Waiting != 0 || st.Saved.IsZero() || st.Err != nil {
		t.Fatalf("state is %+v", st)
	}
}

func TestAFailedSaveStaysWaitingAndIsTriedAgain(t *testing.T) {
	d := newDisk()
	d.set(errors.New("disk is full"))
	var mu sync.Mutex
	var parked []model.Record
	s := task.NewSaver(clock, d.append, func(r []model.Record) error {
		mu.Lock()
		defer mu.Unlock()
		parked = r
		return nil
	})
	s.Put([]model.Record{record(1)})
	<-d.tries
	changed, more := s.Next()
	if !more || changed.State.Err == nil || changed.State.Waiting != 1 || len(changed.State.Labels) != 1 {
		t.Fatalf("state is %+v", changed.State)
	}
	d.set(nil)
	s.Retry()
	<-d.tries
	if err := s.Drain(10 * time.Second); err != nil {
		t.Fatal(err)
	}
	mu.Lock()
	defer mu.Unlock()
	if len(d.kept) != 1 || len(parked) != 1 {
		t.Fatalf("kept %v, parked %v", d.kept, parked)
	}
}

func TestDrainParksWhatCannotBeSaved(t *testing.T) {
	d := newDisk()
	d.set(errors.New("disk is full"))
	var parked []model.Record
	s := task.NewSaver(clock, d.append, func(r []model.Record) error { parked = r; return nil })
	s.Put([]model.Record{record(1), record(2)})
	<-d.tries
	if err := s.Drain(10 * time.Second); !errors.Is(err, task.ErrUnsaved) {
		t.Fatalf("drain says %v", err)
	}
	if len(parked) != 2 {
		t.Fatalf("parked %v", parked)
	}
}

func TestAPanicOfTheStoreLosesNothing(t *testing.T) {
	d := newDisk()
	d.panics = true
	s := task.NewSaver(clock, d.append, nil)
	s.Put([]model.Record{record(1)})
	<-d.tries
	if c, _ := s.Next(); c.State.Waiting != 1 || c.State.Err == nil {
		t.Fatalf("state is %+v", c.State)
	}
	d.mu.Lock()
	d.panics = false
	d.mu.Unlock()
	if err := s.Drain(10 * time.Second); err != nil {
		t.Fatal(err)
	}
}

func TestOneMessageForABatch(t *testing.T) {
	d := newDisk()
	d.block = make(chan struct{})
	s := task.NewSaver(clock, d.append, nil)
	for i := range 50 {
		s.Put([]model.Record{record(i)})
	}
	close(d.block)
	if err := s.Drain(10 * time.Second); err != nil {
		t.Fatal(err)
	}
	if n := len(d.tries); n > 3 {
		t.Fatalf("50 keys took %d transactions", n)
	}
}

func TestJournalKeepsTheNewestText(t *testing.T) {
	var mu sync.Mutex
	kept := map[string]string{}
	j := task.NewJournal(func(d task.Draft) error {
		mu.Lock()
		defer mu.Unlock()
		kept[d.Key] = d.Text
		return nil
	}, func(key string) error {
		mu.Lock()
		defer mu.Unlock()
		delete(kept, key)
		return nil
	})
	for i := range 200 {
		j.Keep(task.Draft{Key: "a", Text: fmt.Sprint("text ", i)})
		j.Keep(task.Draft{Key: "b", Text: "other"})
	}
	j.Drop("b")
	j.Close()
	if kept["a"] != "text 199" {
		t.Fatalf("kept %q", kept["a"])
	}
	if _, there := kept["b"]; there {
		t.Fatal("a dropped draft is still there")
	}
}
