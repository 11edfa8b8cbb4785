//go:build !windows

package main

import (
	"path/filepath"
	"strings"
	"testing"

	"waymark/ui/uitest/pty"
)

// TestAPanicGivesTheTerminalBack breaks the real program while somebody types:
// the terminal is as it was, nobody's words are shown, and nothing is lost.
func TestAPanicGivesTheTerminalBack(t *testing.T) {
	bin := build(t, "-tags", "selftest")
	for i, where := range []string{"update", "view", "command"} {
		c := computer{t, bin, t.TempDir()}.begun()
		s := c.openWith(pty.Options{W: 80, H: 24, Env: []string{"WAYMARK_PANIC=" + where}})
		s.Wait("Judge each area").Keys("enter").Wait("1-4 level").Keys([]string{"1", "2", "3"}[i], "n").Wait("What did you see")
		typeSome(s, 20)
		s.Wait(strings.TrimSpace(whatISaw[:20])).Quick("ctrl+l")
		if code := s.Exit(); code != exitFailed {
			t.Errorf("%s: it ended with %d", where, code)
		}
		s.Restored()
		s.Wait("Something went wrong in Waymark.", "Start it again")
		if s.Has("the words of a note") || s.Has("goroutine") {
			t.Errorf("%s: it says\n%s", where, s.Frame())
		}
		if got := c.levels()["1.1"]; got != i+1 {
			t.Errorf("%s: 1.1 is %d", where, got)
		}
		kept, err := filepath.Glob(filepath.Join(c.folder, "state", "waymark", "problem-*.txt"))
		if err != nil || len(kept) != 1 || strings.Contains(content(t, kept[0]), "words of a note") {
			t.Errorf("%s: kept %v, %v", where, kept, err)
		}
		broughtBack(t, c, whatISaw[:20])
	}
}
