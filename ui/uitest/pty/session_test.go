//go:build !windows

package pty_test

import (
	"os/exec"
	"syscall"
	"testing"

	"waymark/ui/uitest/pty"
)

func start(t *testing.T, script string) *pty.Session {
	t.Helper()
	sh, err := exec.LookPath("sh")
	if err != nil {
		t.Skip("there is no shell here")
	}
	return pty.Start(t, sh, []string{"-c", script}, []string{"PATH=/bin:/usr/bin"}, 40, 5)
}

func TestSessionTypesAndCounts(t *testing.T) {
	s := start(t, `printf 'name? '; read n; echo "hello $n"; read x; exit 3`)
	s.Wait("name?").Type("Alder").Keys("enter").Wait("hello Alder")
	if n := s.Count(); n != 1 {
		t.Errorf("%d keys are counted", n)
	}
	s.Keys("enter")
	if code := s.Exit(); code != 3 {
		t.Errorf("it ended with %d", code)
	}
	s.Restored()
}

func TestSessionSeesSizesAndSignals(t *testing.T) {
	s := start(t, `trap 'stty size' WINCH; stty size; while :; do read x; done`)
	s.Wait("5 40")
	s.Resize(60, 7)
	s.Wait("7 60")
	s.Signal(syscall.SIGTERM)
	if code := s.Exit(); code != 128+15 {
		t.Errorf("it ended with %d", code)
	}
}

func TestSessionSeesTheLastWords(t *testing.T) {
	s := start(t, `echo one; echo two >&2`)
	s.Wait("one two")
	if code := s.Exit(); code != 0 {
		t.Errorf("it ended with %d", code)
	}
}

func TestHangUpEndsTheProgram(t *testing.T) {
	s := start(t, `echo here; while :; do read x || exit 7; done`)
	s.Wait("here")
	s.HangUp()
	if code := s.Exit(); code != 128+1 && code != 7 {
		t.Errorf("it ended with %d", code)
	}
}
