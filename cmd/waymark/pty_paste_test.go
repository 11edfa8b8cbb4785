//go:build !windows

package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"waymark/ui/uitest/pty"
)

// pasteFromElsewhere pastes into a note what word processors and web pages
// put on a clipboard.
func pasteFromElsewhere(t *testing.T, c computer) {
	s := c.judging()
	s.Keys("n").Wait("What did you see")
	s.Paste("Book look\r\n•\tdepth tasks\u00a0in 7 of 10\r\n•\tYear 6 set\u200b 2 waited\x1b[31m\r\n\r\n\r\n\r\n\r\nLook again – “soon”").Wait("Look again")
	s.Keys("esc").Wait("1 note")
	leave(t, s)
	want := `Book look\n- depth tasks in 7 of 10\n- Year 6 set 2 waited\n\nLook again – “soon”`
	if out := c.waymark("search", "depth", "--json"); !strings.Contains(out, want) {
		t.Errorf("the note reads %s", out)
	}
}

// pasteFarTooMuch pastes 110 kB into a note: it is split and all of it kept.
func pasteFarTooMuch(t *testing.T, c computer) {
	const line = "Pupils in Year 4 could explain it to each other. "
	s := c.judging()
	s.Keys("n").Wait("What did you see").Paste(strings.Repeat(line, 2300)).Wait("Pasted 23000 words.")
	s.Keys("esc").Wait("Enter splits this into 6 notes").Keys("enter").Wait("6 notes")
	leave(t, s)
	if out := c.waymark("search", "Pupils", "--json"); strings.Count(out, `"note":`) != 6 || strings.Count(out, "explain") != 2300 {
		t.Errorf("%d notes with %d sentences are kept", strings.Count(out, `"note":`), strings.Count(out, "explain"))
	}
}

// pasteByMistake pastes outside any field, from a terminal that does not say
// that it is a paste: no letter of it may be taken for a key.
func pasteByMistake(t *testing.T, c computer) {
	s := c.judging()
	s.Keys("2").Wait("Chosen: 2")
	s.Send("q3 results: fewer than 4 of 10, see u1 and 0\r").Wait("You pasted")
	s.Keys("esc").Wait("Chosen: 2", "1-4 level")
	leave(t, s)
	if got := c.levels()["1.1"]; got != 2 {
		t.Errorf("1.1 is %d", got)
	}
}

// biggerEditor hands a note to the person's own editor, and has it back.
func biggerEditor(t *testing.T, c computer) {
	script := filepath.Join(c.folder, "my editor")
	if err := os.WriteFile(script, []byte("#!/bin/sh\nls -l \"$1\" > \"$HOME/seen\"\nprintf '%s\\n' ' and more of it' >> \"$1\"\n"), 0o700); err != nil {
		t.Fatal(err)
	}
	c.begun()
	s := c.openWith(pty.Options{W: 80, H: 24, Env: []string{`VISUAL="` + script + `"`}})
	s.Wait("Judge each area").Keys("enter").Wait("1-4 level").Keys("n").Wait("What did you see").Type("Half a note").Wait("Half a note")
	s.Keys("ctrl+e").Wait("and more of it").Keys("esc").Wait("1 note")
	leave(t, s)
	if out := c.waymark("search", "Half", "--json"); !strings.Contains(out, "Half a note") || !strings.Contains(out, "and more of it") {
		t.Errorf("the note reads %s", out)
	}
	if seen := content(t, filepath.Join(c.folder, "seen")); !strings.HasPrefix(seen, "-rw-------") {
		t.Errorf("the editor was given %s", seen)
	}
	if left, err := filepath.Glob(filepath.Join(c.folder, "state", "waymark", "note-*")); err != nil || len(left) > 0 {
		t.Errorf("left behind: %v, %v", left, err)
	}
}

// stammeringTerminal answers late, in pieces, and what nobody asked.
func stammeringTerminal(t *testing.T, c computer) {
	c.begun()
	s := c.openWith(pty.Options{W: 80, H: 24, Mute: true})
	s.Wait("Judge each area")
	before := s.Frame()
	s.Send("\x1b]11;rgb:0c0c/0c")
	s.Keys() // no key: only the pieces of an answer
	s.Send("0c/0c0c\x1b\\").Send("\x1b[?2026;2$y").Send("\x1b[?62;22c").Send("\x1b]11;rgb:0c0c/0c0c/0c0c\x1b\\")
	s.Keys("down", "up").Until("the page as it was", func(frame string) bool { return frame == before })
	leave(t, s)
	if got := c.levels()["1.1"]; got != 0 {
		t.Errorf("1.1 is %d", got)
	}
}

// fileInUse has another program hold the file while somebody judges: what was
// pressed is kept, said not to be saved, and saved once the file is free.
func fileInUse(t *testing.T, c computer) {
	s := c.judging()
	release := hold(t, filepath.Join(c.folder, "data", "waymark", "waymark.db"))
	s.Keys("3").Wait("Saving…").Wait("There is a problem", "“waymark.db”", "Not saved since")
	release()
	s.Keys("enter").Wait("Everything is in the file again. Nothing was lost.", "Saved ")
	leave(t, s)
	if got := c.levels()["1.1"]; got != 3 {
		t.Errorf("1.1 is %d", got)
	}
}
