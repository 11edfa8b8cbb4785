package task

import (
	"sync"

	"waymark/model"
)

// Draft is text being typed. Key is what it will become: the same key
// overwrites itself, and two places never share one.
type Draft struct {
	Key        string
	Evaluation model.EvaluationID
	Area       model.AreaID
	Text       string
	At         int64 // UTC milliseconds
}

// Journal keeps drafts. The newest text for a key is written as soon as the
// one before it is on disk, so at most the last keystrokes are ever at risk.
type Journal struct {
	keep func(Draft) error
	drop func(key string) error

	mu      sync.Mutex
	want    map[string]*Draft // nil drops the key
	order   []string
	stopped bool
	wake    chan struct{}
	done    chan struct{}
}

// NewJournal starts a journal over the two acts of a drafts file.
func NewJournal(keep func(Draft) error, drop func(string) error) *Journal {
	j := &Journal{keep: keep, drop: drop, want: map[string]*Draft{}, wake: make(chan struct{}, 1), done: make(chan struct{})}
	go j.run()
	return j
}

// Keep asks for d to be kept. It never blocks.
func (j *Journal) Keep(d Draft) { j.ask(d.Key, &d) }

// Drop asks for a draft to be forgotten, once what it became is saved.
func (j *Journal) Drop(key string) { j.ask(key, nil) }

func (j *Journal) ask(key string, d *Draft) {
	j.mu.Lock()
	if _, waiting := j.want[key]; !waiting {
		j.order = append(j.order, key)
	}
	j.want[key] = d
	j.mu.Unlock()
	signal(j.wake)
}

// Close writes what is waiting and stops.
func (j *Journal) Close() {
	j.mu.Lock()
	j.stopped = true
	j.mu.Unlock()
	signal(j.wake)
	<-j.done
}

func (j *Journal) run() {
	defer close(j.done)
	for {
		key, d, ok, stopped := j.next()
		switch {
		case ok:
			j.write(key, d)
		case stopped:
			return
		default:
			<-j.wake
		}
	}
}

func (j *Journal) next() (key string, d *Draft, ok, stopped bool) {
	j.mu.Lock()
	defer j.mu.Unlock()
	if len(j.order) == 0 {
		return "", nil, false, j.stopped
	}
	key = j.order[0]
	j.order = j.order[1:]
	d = j.want[key]
	delete(j.want, key)
	return key, d, true, false
}

// write keeps going after a failure: a draft is the second net, and the note
// itself is still on the screen.
func (j *Journal) write(key string, d *Draft) {
	defer func() { _ = recover() }() // same reason: the journal must not end the app
	if d == nil {
		_ = j.drop(key)
		return
	}
	_ = j.keep(*d)
}
