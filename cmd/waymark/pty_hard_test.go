//go:build !windows

package main

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"waymark/store/draft"
	"waymark/ui/uitest/pty"
)

// cuts is how often the power goes: often enough to see it at every start, and
// as often as the bar says where there is time.
func cuts() int {
	if os.Getenv("WAYMARK_LONG") != "" {
		return 200
	}
	return 10
}

// whatISaw is what is being typed when something happens.
const whatISaw = "since Easter the morning register shows that four pupils come late on the same days and nobody had put the two lists together until now"

// drafts are the texts that were kept and not filed.
func (c computer) drafts() []string {
	c.t.Helper()
	d, err := draft.Open(c.t.Context(), filepath.Join(c.folder, "state", "waymark", "drafts.db"))
	if err != nil {
		c.t.Fatal(err)
	}
	defer d.Close()
	all, err := d.All(c.t.Context())
	if err != nil {
		c.t.Fatal(err)
	}
	var texts []string
	for _, one := range all {
		texts = append(texts, one.Text)
	}
	return texts
}

// typed is when each letter was typed.
type typed []time.Time

// before is how many were typed longer than a second before at.
func (k typed) before(at time.Time) int {
	n := 0
	for _, when := range k {
		if at.Sub(when) > time.Second {
			n++
		}
	}
	return n
}

// typeSome types the first n letters.
func typeSome(s *pty.Session, n int) typed {
	var k typed
	for _, r := range whatISaw[:n] {
		s.Type(string(r))
		k = append(k, time.Now())
	}
	return k
}

// judging is the code of the area on the screen.
func judging(s *pty.Session) string {
	for line := range strings.Lines(s.Frame()) {
		if word, _, _ := strings.Cut(strings.TrimSpace(line), " "); len(word) == 3 && word[1] == '.' {
			return word
		}
	}
	return ""
}

// powerCuts kills the program at any moment of typing: nothing that was said
// to be saved is lost, nor any word typed more than a second before.
func powerCuts(t *testing.T, c computer) {
	seed := uint64(time.Now().UnixNano())
	random := rand.New(rand.NewPCG(seed, 0))
	kept := ""
	for round := range cuts() {
		if round%40 == 0 { // there are 41 areas
			c.folder, kept = t.TempDir(), ""
			c.begun()
		}
		level := round%4 + 1
		s := c.open()
		if kept != "" {
			file(s, kept)
			s.Keys("g", "h")
		}
		s.Wait("Judge each area").Keys("enter").Wait("1-4 level")
		area := judging(s)
		s.Keys(strconv.Itoa(level)).Wait("Chosen: "+strconv.Itoa(level), "Saved ")
		s.Keys("n").Wait("What did you see")
		keys := typeSome(s, 1+random.IntN(len(whatISaw)))
		time.Sleep(time.Duration(random.IntN(30)) * time.Millisecond)
		at := time.Now()
		s.Kill()
		if got := c.levels()[area]; got != level {
			t.Fatalf("round %d, seed %d: %s is %d, %d was saved", round, seed, area, got, level)
		}
		kept = strings.Join(c.drafts(), "|")
		if !strings.HasPrefix(whatISaw, kept) || len(kept) < keys.before(at) {
			t.Fatalf("round %d, seed %d: of %d letters typed, %d a second before, these were kept: %q", round, seed, len(keys), keys.before(at), kept)
		}
	}
	if kept != "" {
		broughtBack(t, c, kept)
	}
}

// file files what was kept, from the page that says so.
func file(s *pty.Session, text string) {
	start := text
	if len(start) > 40 { // as much as is on one line of the box
		start = start[:40]
	}
	s.Wait("We kept your work", "Carry on where I was").Keys("enter").Wait("What did you see", strings.TrimSpace(start))
	s.Keys("esc").WaitNot("What did you see")
}

// broughtBack opens the app again and files what was kept.
func broughtBack(t *testing.T, c computer, text string) {
	t.Helper()
	s := c.open()
	file(s, text)
	leave(t, s)
	if kept := c.drafts(); len(kept) > 0 {
		t.Errorf("still kept: %q", kept)
	}
}

// signals ends the program from outside while somebody types.
func signals(t *testing.T, c computer) {
	c.begun()
	for i, sig := range []syscall.Signal{syscall.SIGTERM, syscall.SIGHUP, syscall.SIGINT, syscall.SIGQUIT} {
		s := c.open()
		s.Wait("Judge each area").Keys("enter").Wait("1-4 level")
		area := judging(s)
		s.Signal(syscall.SIGTSTP) // stopping it would leave the terminal as it is
		s.Keys(strconv.Itoa(i+1), "n").Wait("What did you see")
		typeSome(s, 20)
		s.Wait(strings.TrimSpace(whatISaw[:20]))
		s.Signal(sig)
		s.Signal(sig) // as a window that closes does
		if code := s.Exit(); code != 128+int(sig) {
			t.Errorf("%v: it ended with %d", sig, code)
		}
		s.Restored()
		if got := c.levels()[area]; got != i+1 {
			t.Errorf("%v: %s is %d", sig, area, got)
		}
		broughtBack(t, c, whatISaw[:20])
	}
}

// windowCloses takes the terminal away while somebody types.
func windowCloses(t *testing.T, c computer) {
	s := c.judging()
	s.Keys("2", "n").Wait("What did you see")
	typeSome(s, 30)
	s.Wait(whatISaw[:30])
	s.HangUp()
	if code := s.Exit(); code != 128+int(syscall.SIGHUP) {
		t.Errorf("it ended with %d", code)
	}
	if got := c.levels()["1.1"]; got != 2 {
		t.Errorf("1.1 is %d", got)
	}
	if got := c.drafts(); len(got) != 1 || got[0] != whatISaw[:30] {
		t.Errorf("kept %q", got)
	}
	broughtBack(t, c, whatISaw[:30])
}

// windowIsDragged changes the size again and again while somebody types.
func windowIsDragged(t *testing.T, c computer) {
	s := c.judging()
	s.Keys("n").Wait("What did you see")
	sizes := [][2]int{{200, 50}, {60, 18}, {49, 13}, {120, 40}, {50, 14}, {20, 5}, {120, 30}, {80, 24}}
	for i, r := range whatISaw {
		size := sizes[i%len(sizes)]
		s.Resize(size[0], size[1])
		s.Type(string(r))
	}
	s.Resize(80, 24)
	s.Wait("What did you see", "until now").Keys("esc").Wait("1 note")
	leave(t, s)
	if out := c.waymark("search", "Easter", "--json"); !strings.Contains(out, whatISaw) {
		t.Errorf("the note reads %s", out)
	}
}

// absurdWindow announces a window that no screen has: from the start, and
// later.
func absurdWindow(t *testing.T, c computer) {
	c.begun()
	for _, w := range []int{80, 8000} {
		s := c.openWith(pty.Options{W: w, H: w / 2})
		s.Wait("Judge each area").Resize(8000, 4000)
		s.Keys("down", "up").Resize(80, 24) // it has had time to see that size
		s.Wait("Judge each area")
		if used := memory(t, s.PID()); used > 60<<20 {
			t.Errorf("from %d columns on it takes %d MiB", w, used>>20)
		}
		s.Quick("q", "enter")
		if code := s.Exit(); code != 0 {
			t.Errorf("it ended with %d", code)
		}
	}
}

// memory is the most memory that a process has had, where that can be known.
func memory(t *testing.T, pid int) (bytes int) {
	t.Helper()
	text, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", pid))
	if err != nil {
		return 0
	}
	for line := range strings.Lines(string(text)) {
		if _, err := fmt.Sscanf(line, "VmHWM: %d kB", &bytes); err == nil {
			return bytes << 10
		}
	}
	return 0
}

// muteTerminal answers no question, as some do, and all works without.
func muteTerminal(t *testing.T, c computer) {
	c.begun()
	s := c.openWith(pty.Options{W: 80, H: 24, Mute: true})
	s.Wait("Judge each area").Keys("enter").Wait("1-4 level").Keys("3").Wait("Chosen: 3", "Saved")
	leave(t, s)
}

// poorTerminal shows few colours or none: nothing else may be asked of it.
func poorTerminal(t *testing.T, c computer) {
	c.begun()
	for env, never := range map[string][]string{
		"NO_COLOR=1":           {"38;", "48;", "31", "32", "33"},
		"WAYMARK_COLOUR=never": {"38;", "48;", "31", "32", "33"},
		"COLORTERM=":           {"38;2;", "48;2;"},
		"TERM=linux":           {"38;", "48;"},
	} {
		s := c.openWith(pty.Options{W: 80, H: 24, Env: []string{"COLORTERM=", env}})
		s.Wait("Judge each area").Keys("enter").Wait("1-4 level", "? help")
		for _, row := range s.Cells() {
			for _, cell := range row {
				for _, style := range never {
					if strings.HasPrefix(cell.Style, style) || strings.Contains(cell.Style, ";"+style) {
						t.Fatalf("%s: %+v", env, cell)
					}
				}
			}
		}
		leave(t, s)
	}
}

// damagedFile finds nothing where the work was, and has the newest copy back.
func damagedFile(t *testing.T, c computer) {
	c.begun().waymark("assess", "rate", "1.1=3")
	s := c.open()
	s.Wait("Judge each area").Keys("enter").Wait("1-4 level").Keys("2").Wait("Chosen: 2", "Saved ")
	leave(t, s) // which keeps the copy of the day
	if err := os.Truncate(filepath.Join(c.folder, "data", "waymark", "waymark.db"), 0); err != nil {
		t.Fatal(err)
	}
	s = c.open()
	s.Wait("“waymark.db” is empty", "Put the newest good copy in its place").Keys("enter").Wait("You have judged 2 of 41 areas")
	leave(t, s)
	if got := c.levels(); got["1.1"] != 3 || got["1.2"] != 2 {
		t.Errorf("1.1 is %d, 1.2 is %d", got["1.1"], got["1.2"])
	}
}

// endedBesideEditor ends the program while a note is open in another: the
// terminal is the editor's until it closes, and then as it was.
func endedBesideEditor(t *testing.T, c computer) {
	script := filepath.Join(c.folder, "editor")
	if err := os.WriteFile(script, []byte("#!/bin/sh\necho open; read x\n"), 0o700); err != nil {
		t.Fatal(err)
	}
	c.begun()
	s := c.openWith(pty.Options{W: 80, H: 24, Env: []string{"VISUAL=" + script}})
	s.Wait("Judge each area").Keys("enter").Wait("1-4 level").Keys("4", "n").Wait("What did you see")
	typeSome(s, 20)
	s.Wait(strings.TrimSpace(whatISaw[:20])).Keys("ctrl+e").Wait("open")
	s.Signal(syscall.SIGTERM)
	time.Sleep(stopIn + 200*time.Millisecond) // until it is told to end without the event loop
	s.Send("\r")
	if code := s.Exit(); code != 128+int(syscall.SIGTERM) {
		t.Errorf("it ended with %d", code)
	}
	s.Restored()
	if got := c.levels()["1.1"]; got != 4 {
		t.Errorf("1.1 is %d", got)
	}
	broughtBack(t, c, whatISaw[:20])
}
