//go:build !windows

package pty

import (
	"errors"
	"os/exec"
	"reflect"
	"strings"
	"syscall"
	"time"

	"golang.org/x/sys/unix"
)

// patience is how long a test waits for what must come.
const patience = 15 * time.Second

// Wait waits until every text is on the screen, wherever lines break.
func (s *Session) Wait(texts ...string) *Session {
	s.t.Helper()
	for _, want := range texts {
		want := flat(want)
		s.until("the screen does not say “"+want+"”", func(frame string) bool { return strings.Contains(flat(frame), want) })
	}
	return s
}

// WaitNot waits until a text is no longer on the screen.
func (s *Session) WaitNot(text string) *Session {
	s.t.Helper()
	s.until("the screen still says “"+text+"”", func(frame string) bool { return !strings.Contains(flat(frame), flat(text)) })
	return s
}

// Until waits until the frame is as it should be.
func (s *Session) Until(what string, good func(frame string) bool) *Session {
	s.t.Helper()
	s.until("the screen never shows "+what, good)
	return s
}

func (s *Session) until(complaint string, good func(string) bool) {
	s.t.Helper()
	limit := time.NewTimer(patience)
	defer limit.Stop()
	for {
		lines, _, next := s.look()
		frame := strings.Join(lines, "\n")
		if good(frame) {
			return
		}
		select {
		case <-next:
		case <-s.ended:
			if lines, _, _ := s.look(); !good(strings.Join(lines, "\n")) {
				s.t.Fatalf("%s, and the program has ended (%v):\n%s", complaint, s.err, s.Frame())
			}
			return
		case <-limit.C:
			s.t.Fatalf("%s:\n%s", complaint, frame)
		}
	}
}

func flat(text string) string { return strings.Join(strings.Fields(text), " ") }

// Has reports whether the screen says text now.
func (s *Session) Has(text string) bool { return strings.Contains(flat(s.Frame()), flat(text)) }

// Gone reports whether the program has ended.
func (s *Session) Gone() bool {
	select {
	case <-s.ended:
		return true
	default:
		return false
	}
}

// Exit waits for the end of the program and returns its exit code, or 128 and
// the signal that ended it.
func (s *Session) Exit() int {
	s.t.Helper()
	limit := time.NewTimer(patience)
	defer limit.Stop()
	select {
	case <-s.ended:
	case <-limit.C:
		s.t.Fatalf("the program does not end:\n%s", s.Frame())
	}
	var ended *exec.ExitError
	if !errors.As(s.err, &ended) {
		return 0
	}
	if status, ok := ended.Sys().(syscall.WaitStatus); ok && status.Signaled() {
		return 128 + int(status.Signal())
	}
	return ended.ExitCode()
}

// Restored fails unless the terminal is as the program found it: its settings,
// the ordinary screen, the cursor shown, and no mode of the program left on.
func (s *Session) Restored() {
	s.t.Helper()
	now, err := s.termios()
	if err != nil {
		s.t.Fatalf("read the terminal's settings: %v", err)
	}
	if !reflect.DeepEqual(now, s.before) {
		s.t.Errorf("the terminal's settings are %+v, were %+v", now, s.before)
	}
	// The program's last words may still be in the terminal's buffer.
	s.until("the terminal is not given back", func(string) bool {
		s.mu.Lock()
		defer s.mu.Unlock()
		for mode, on := range s.screen.modes {
			if on != (mode == 7 || mode == 25) {
				return false
			}
		}
		return s.screen.on == s.screen.main
	})
}

// Modes lists the private modes that are set now.
func (s *Session) Modes() []int {
	s.mu.Lock()
	defer s.mu.Unlock()
	var on []int
	for mode, set := range s.screen.modes {
		if set {
			on = append(on, mode)
		}
	}
	return on
}

func (s *Session) termios() (t *unix.Termios, err error) {
	raw, err := s.master.SyscallConn()
	if err != nil {
		return nil, err
	}
	if ctl := raw.Control(func(fd uintptr) { t, err = unix.IoctlGetTermios(int(fd), readTermios) }); ctl != nil {
		return nil, ctl
	}
	return t, err
}
