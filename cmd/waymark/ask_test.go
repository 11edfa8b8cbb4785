//go:build !windows

package main

import (
	"strings"
	"testing"

	"waymark/ui/uitest/pty"
)

// TestQuestionsAreAskedAtATerminal deletes, keeps and chooses by answering,
// where scripts get exit 5 and what to type.
func TestQuestionsAreAskedAtATerminal(t *testing.T) {
	c := computer{t, build(t), t.TempDir()}.begun()
	ask := func(args ...string) *pty.Session {
		return c.openWith(pty.Options{Args: args, W: 80, H: 24})
	}

	s := ask("assess", "delete").Wait("Delete “Self-evaluation", "> Keep it", "Delete it")
	s.Keys("enter").Wait("Kept. Nothing was changed.")
	if code := s.Exit(); code != exitDone {
		t.Errorf("keeping ended with %d", code)
	}
	if list := c.waymark("assess", "list", "--json"); strings.Contains(list, `"removed":true`) {
		t.Errorf("keeping deleted it: %s", list)
	}

	s = ask("assess", "delete").Wait("> Keep it")
	s.Keys("ctrl+c")
	if code := s.Exit(); code != exitInterrupted {
		t.Errorf("stopping ended with %d", code)
	}

	s = ask("assess", "delete").Wait("> Keep it")
	s.Keys("down").Wait("> Delete it").Keys("enter").Wait("Deleted Alder Lane")
	if code := s.Exit(); code != exitDone {
		t.Errorf("deleting ended with %d", code)
	}
}
