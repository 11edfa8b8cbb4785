//go:build !windows

package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"waymark/ui/uitest/pty"
)

// computer is where one person's copy of the real program keeps things. It has
// never seen Waymark before.
type computer struct {
	t           *testing.T
	bin, folder string
}

// build makes the real program, once for all journeys of a test.
func build(t *testing.T, flags ...string) string {
	t.Helper()
	bin := filepath.Join(t.TempDir(), "waymark")
	cmd := exec.Command("go", append(append([]string{"build"}, flags...), "-o", bin, ".")...)
	cmd.Env = append(os.Environ(), "CGO_ENABLED=0")
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("build the program: %v\n%s", err, out)
	}
	return bin
}

func (c computer) env(more ...string) []string {
	return append([]string{
		"PATH=" + os.Getenv("PATH"), "HOME=" + c.folder, "XDG_DATA_HOME=" + filepath.Join(c.folder, "data"),
		"XDG_STATE_HOME=" + filepath.Join(c.folder, "state"), "TERM=xterm-256color", "COLORTERM=truecolor", "LANG=C.UTF-8", "TZ=UTC",
	}, more...)
}

// open starts the app in an ordinary terminal.
func (c computer) open(args ...string) *pty.Session {
	c.t.Helper()
	return c.openWith(pty.Options{Args: args, W: 80, H: 24})
}

func (c computer) openWith(o pty.Options) *pty.Session {
	c.t.Helper()
	o.Env = c.env(o.Env...)
	return pty.StartWith(c.t, c.bin, o)
}

// waymark carries out one command and returns what it prints.
func (c computer) waymark(args ...string) string {
	c.t.Helper()
	cmd := exec.Command(c.bin, args...)
	cmd.Env = c.env()
	out, err := cmd.Output()
	if err != nil {
		c.t.Fatalf("waymark %v: %v", args, err)
	}
	return string(out)
}

// begun has an evaluation with nothing judged yet.
func (c computer) begun() computer {
	c.t.Helper()
	c.waymark("school", "add", "Alder Lane")
	c.waymark("assess", "start")
	return c
}

// leave quits and fails unless everything ended well.
func leave(t *testing.T, s *pty.Session) {
	t.Helper()
	s.Keys("q", "enter")
	if code := s.Exit(); code != 0 {
		t.Errorf("the program ended with %d:\n%s", code, s.Frame())
	}
	s.Restored()
}

// within fails when a task took more keys than it may.
func within(t *testing.T, s *pty.Session, budget int) {
	t.Helper()
	if n := s.Count(); n > budget {
		t.Errorf("%d keys, %d at most", n, budget)
	}
}
