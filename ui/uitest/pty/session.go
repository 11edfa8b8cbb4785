//go:build !windows

package pty

import (
	"errors"
	"os"
	"os/exec"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"github.com/creack/pty"
	"golang.org/x/sys/unix"
)

// Options say how a program is started. Mute answers no query.
type Options struct {
	Args, Env []string
	W, H      int
	Mute      bool
}

// Session is one program in one terminal.
type Session struct {
	t      testing.TB
	cmd    *exec.Cmd
	master *os.File
	before *unix.Termios

	mu      sync.Mutex
	screen  *Emulator
	drawn   int           // how often something arrived
	first   time.Time     // when it arrived first
	changed chan struct{} // closed and replaced at each arrival
	drained chan struct{} // closed when everything it sent has been drawn
	ended   chan struct{} // closed when the program has gone
	err     error         // how it ended

	keys   int
	last   string
	lastAt time.Time
}

// Start starts bin in a terminal of w by h cells that answers queries. The
// program is killed when the test ends before it.
func Start(t testing.TB, bin string, args, env []string, w, h int) *Session {
	t.Helper()
	return StartWith(t, bin, Options{Args: args, Env: env, W: w, H: h})
}

// StartWith starts bin as the options say.
func StartWith(t testing.TB, bin string, o Options) *Session {
	t.Helper()
	cmd := exec.Command(bin, o.Args...)
	cmd.Env = o.Env
	s := &Session{t: t, cmd: cmd, changed: make(chan struct{}), drained: make(chan struct{}), ended: make(chan struct{})}
	master, slave, err := pty.Open()
	if err != nil {
		t.Fatalf("open a terminal: %v", err)
	}
	if s.master, err = polled(master); err != nil {
		t.Fatalf("open a terminal: %v", err)
	}
	if err := pty.Setsize(s.master, &pty.Winsize{Rows: uint16(o.H), Cols: uint16(o.W)}); err != nil {
		t.Fatalf("size the terminal: %v", err)
	}
	if s.before, err = s.termios(); err != nil {
		t.Fatalf("read the terminal's settings: %v", err)
	}
	cmd.Stdin, cmd.Stdout, cmd.Stderr = slave, slave, slave
	cmd.SysProcAttr = &syscall.SysProcAttr{Setsid: true, Setctty: true}
	reply := func(text string) { s.answer(text) }
	if o.Mute {
		reply = nil
	}
	s.screen = NewEmulator(min(o.W, 500), min(o.H, 300), reply)
	if err := cmd.Start(); err != nil {
		t.Fatalf("start %s: %v", bin, err)
	}
	_ = slave.Close() // the program has its own
	go s.read()
	go s.wait()
	t.Cleanup(s.close)
	return s
}

// polled is the same terminal, read in a way that closing it ends: otherwise a
// window could not be closed while somebody looks at it.
func polled(master *os.File) (*os.File, error) {
	fd, err := unix.Dup(int(master.Fd()))
	if err != nil {
		return nil, err
	}
	unix.CloseOnExec(fd)
	if err := unix.SetNonblock(fd, true); err != nil {
		return nil, err
	}
	return os.NewFile(uintptr(fd), master.Name()), master.Close()
}

func (s *Session) close() {
	_ = s.cmd.Process.Kill() // it may have ended long ago
	<-s.ended
	_ = s.master.Close()
}

// read draws what the program sends until its terminal is gone.
func (s *Session) read() {
	buf := make([]byte, 1<<16)
	for {
		n, err := s.master.Read(buf)
		s.mu.Lock()
		_, _ = s.screen.Write(buf[:n]) // it never fails
		if s.drawn++; s.drawn == 1 {
			s.first = time.Now()
		}
		close(s.changed)
		s.changed = make(chan struct{})
		s.mu.Unlock()
		if err != nil {
			close(s.drained)
			return
		}
	}
}

// wait sees the program's end and, unless something else keeps the terminal
// open, its last words.
func (s *Session) wait() {
	s.err = s.cmd.Wait()
	select {
	case <-s.drained:
	case <-time.After(time.Second):
	}
	close(s.ended)
}

func (s *Session) answer(text string) { _, _ = s.master.WriteString(text) } // the program may be gone

// look is the frame, how often it was drawn, and what tells of the next time.
func (s *Session) look() (lines []string, drawn int, next <-chan struct{}) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.screen.on.text(), s.drawn, s.changed
}

// Frame is the screen as plain text, one line a row.
func (s *Session) Frame() string {
	lines, _, _ := s.look()
	return strings.Join(lines, "\n")
}

// Cells is a copy of the screen with its styles.
func (s *Session) Cells() [][]Cell {
	s.mu.Lock()
	defer s.mu.Unlock()
	all := make([][]Cell, len(s.screen.on.rows))
	for i, row := range s.screen.on.rows {
		all[i] = append([]Cell(nil), row...)
	}
	return all
}

// Resize changes the terminal's size, as dragging a window does.
func (s *Session) Resize(w, h int) {
	s.t.Helper()
	s.mu.Lock()
	s.screen.Resize(min(w, 500), min(h, 300)) // nobody looks at a larger one
	s.mu.Unlock()
	if err := pty.Setsize(s.master, &pty.Winsize{Rows: uint16(h), Cols: uint16(w)}); err != nil {
		s.t.Fatalf("size the terminal: %v", err)
	}
}

// Signal sends the program a signal.
func (s *Session) Signal(sig os.Signal) {
	s.t.Helper()
	if err := s.cmd.Process.Signal(sig); err != nil && !errors.Is(err, os.ErrProcessDone) {
		s.t.Fatalf("send %v: %v", sig, err)
	}
}

// Kill ends the program as a power cut would and waits until it has gone.
func (s *Session) Kill() {
	s.t.Helper()
	s.Signal(syscall.SIGKILL)
	<-s.ended
}

// HangUp closes the terminal under the program.
func (s *Session) HangUp() { _ = s.master.Close() }

// PID is the program's process.
func (s *Session) PID() int { return s.cmd.Process.Pid }
