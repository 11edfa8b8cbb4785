//go:build !windows

package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"waymark/ui/uitest/pty"
)

// TestWritingARubric is what somebody meets who writes a rubric of their own in
// a real terminal.
func TestWritingARubric(t *testing.T) {
	c := computer{t, build(t), t.TempDir()}
	path := filepath.Join(c.folder, "ours.yaml")
	c.waymark("rubric", "new", "Ours", "--output", path)
	t.Run("beside the editor", func(t *testing.T) {
		c.t = t
		watchRubric(c, path)
	})
	t.Run("in the editor", func(t *testing.T) {
		c.t = t
		editRubric(c, path)
	})
}

func watchRubric(c computer, path string) {
	text, err := os.ReadFile(path)
	if err != nil {
		c.t.Fatal(err)
	}
	write := func(text string) {
		c.t.Helper()
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			c.t.Fatal(err)
		}
	}
	s := c.open("rubric", "watch", path)
	s.Wait("Watching ours.yaml", "1.1  Books that pupils choose", "1  Early", "The file can be used.")
	write(strings.Replace(string(text), "title: Books that pupils choose", "title: Books they choose", 1))
	s.Wait("1.1  Books they choose")
	write(strings.Replace(string(text), "scope:", "skope:", 1))
	s.Wait("“skope”", "to change; below is the area as it was before", "1.1  Books they choose")
	write(string(text))
	s.Wait("1.1  Books that pupils choose", "The file can be used.")
	s.Keys("q").Wait("Leave Waymark?").Keys("enter")
	if code := s.Exit(); code != 0 {
		c.t.Errorf("exit %d", code)
	}
	s.Restored()
	if _, err := os.Stat(filepath.Join(c.folder, "data")); err == nil {
		c.t.Error("watching made a database")
	}
}

func editRubric(c computer, path string) {
	script := filepath.Join(c.folder, "editor.sh")
	// The first time it leaves a fault, the second time it takes it out again.
	text := "if grep -q skope \"$1\"; then sed -i 's/skope:/scope:/' \"$1\"; else sed -i 's/scope:/skope:/' \"$1\"; fi\n"
	if err := os.WriteFile(script, []byte(text), 0o600); err != nil {
		c.t.Fatal(err)
	}
	s := c.openWith(pty.Options{Args: []string{"rubric", "edit", path}, Env: []string{"WAYMARK_EDITOR=sh " + script}, W: 80, H: 24})
	s.Wait("“skope”", "What now?", "Open it again", "Leave it as it is").Keys("enter")
	s.Wait("ours.yaml can be used: 1 area.")
	if code := s.Exit(); code != 0 {
		c.t.Errorf("exit %d", code)
	}
	s = c.openWith(pty.Options{Args: []string{"rubric", "edit", path}, Env: []string{"WAYMARK_EDITOR=sh " + script}, W: 80, H: 24})
	s.Wait("What now?").Keys("down", "enter")
	s.Wait("cannot be used yet", "waymark rubric edit")
	if code := s.Exit(); code != exitCheck {
		c.t.Errorf("exit %d, want %d", code, exitCheck)
	}
}
