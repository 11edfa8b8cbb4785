package main

import (
	"os"
	"os/signal"
	"slices"
	"sync"
	"syscall"
	"time"

	tea "charm.land/bubbletea/v2"
)

// stopIn is how long the app may take to leave its event loop. After that the
// terminal is given back without it.
const stopIn = time.Second

// stopper ends the app from outside: when a signal comes, or when a part of it
// has failed where it cannot say so itself.
type stopper struct {
	program *tea.Program
	signals chan os.Signal
	asked   chan struct{} // a failure asks for the end
	ended   chan struct{} // closed when the app has left its event loop
	once    sync.Once

	mu     sync.Mutex
	caught os.Signal
}

// watch starts listening. The goroutine ends with end.
func watch(p *tea.Program) *stopper {
	s := &stopper{program: p, signals: make(chan os.Signal, 4), asked: make(chan struct{}, 1), ended: make(chan struct{})}
	signal.Notify(s.signals, append(endSignals(), stopSignals()...)...)
	go s.run()
	return s
}

func (s *stopper) run() {
	for {
		select {
		case <-s.ended:
			return
		case <-s.asked:
			s.stop()
			return
		case sig := <-s.signals:
			if slices.Contains(stopSignals(), sig) {
				continue // stopped like that, the terminal would be left as it is
			}
			s.mu.Lock()
			s.caught = sig
			s.mu.Unlock()
			s.stop()
			return
		}
	}
}

// stop asks politely first. A program that cannot be asked, because its event
// loop is waiting for an editor or is stuck, is ended for it.
func (s *stopper) stop() {
	kill := time.AfterFunc(stopIn, s.program.Kill)
	defer kill.Stop()
	s.program.Quit()
	<-s.ended
}

// ask ends the app because of a failure.
func (s *stopper) ask() {
	select {
	case s.asked <- struct{}{}:
	default:
	}
}

// end says that the app has left its event loop. Signals stay caught until the
// process ends: a window that closes sends the same one twice, and the second
// must not cut short what saves the last change.
func (s *stopper) end() { s.once.Do(func() { close(s.ended) }) }

// signal is the number of the signal that ended the app, or 0.
func (s *stopper) signal() int {
	s.mu.Lock()
	defer s.mu.Unlock()
	if n, ok := s.caught.(syscall.Signal); ok {
		return int(n)
	}
	return 0
}
