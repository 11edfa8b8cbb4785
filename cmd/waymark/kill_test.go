//go:build unix

package main

import (
	"bufio"
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

// crashProgram builds the program of crash tests.
func crashProgram(t *testing.T) string {
	t.Helper()
	bin := filepath.Join(t.TempDir(), "waymark")
	build := exec.Command("go", "build", "-tags", "selftest", "-o", bin, ".")
	build.Env = append(os.Environ(), "CGO_ENABLED=0")
	if out, err := build.CombinedOutput(); err != nil {
		t.Fatalf("build: %v\n%s", err, out)
	}
	return bin
}

// crashPlace runs the crash-test program on a database of its own.
type crashPlace struct {
	t        *testing.T
	bin, dir string
}

func (p crashPlace) command(args ...string) *exec.Cmd {
	cmd := exec.Command(p.bin, args...)
	cmd.Env = append(os.Environ(), "WAYMARK_DB="+filepath.Join(p.dir, "w.db"), "WAYMARK_STATE="+filepath.Join(p.dir, "state"))
	return cmd
}

func (p crashPlace) must(args ...string) string {
	p.t.Helper()
	out, err := p.command(args...).CombinedOutput()
	if err != nil {
		p.t.Fatalf("%v: %v\n%s", args, err, out)
	}
	return string(out)
}

// storm lets the program judge until it has acknowledged that many events,
// kills it, and returns every line that it could still write.
func (p crashPlace) storm(want int) []byte {
	p.t.Helper()
	cmd := p.command("selftest", "storm")
	var said bytes.Buffer
	cmd.Stderr = &said
	out, err := cmd.StdoutPipe()
	if err != nil {
		p.t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		p.t.Fatal(err)
	}
	var all bytes.Buffer
	lines := bufio.NewScanner(out)
	for n := 1; lines.Scan(); n++ {
		fmt.Fprintln(&all, lines.Text())
		if n == want {
			if err := cmd.Process.Kill(); err != nil {
				p.t.Fatal(err)
			}
		}
	}
	if err := cmd.Wait(); err == nil || bytes.Count(all.Bytes(), []byte("\n")) < want {
		p.t.Fatalf("the storm ended by itself: %v\n%s", err, said.String())
	}
	return all.Bytes()
}

func TestCrashes(t *testing.T) {
	bin := crashProgram(t)
	t.Run("kill", func(t *testing.T) { killLosesNothingAcknowledged(t, bin) })
	t.Run("panic", func(t *testing.T) { panicLeavesTheDatabaseWhole(t, bin) })
}

// Nothing that was acknowledged is lost by kill -9, however often.
func killLosesNothingAcknowledged(t *testing.T, bin string) {
	p := crashPlace{t, bin, t.TempDir()}
	p.must("school", "add", "Storm")
	p.must("assess", "start", "--year", "2026-27")
	acknowledged := filepath.Join(p.dir, "ids")
	rounds := 20
	if long, err := strconv.Atoi(os.Getenv("WAYMARK_KILLS")); err == nil {
		rounds = long
	}
	var all bytes.Buffer
	for round := range rounds {
		all.Write(p.storm(3 + round*2))
	}
	if err := os.WriteFile(acknowledged, all.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	said := p.must("selftest", "has", "--ids", acknowledged)
	if !strings.Contains(said, " present, 0 missing") || strings.HasPrefix(said, "0 ") {
		t.Errorf("has says %q", said)
	}
	p.must("doctor")
	p.must("undo")

	// The check itself notices a loss.
	lost := strings.Repeat("a", 64)
	if err := os.WriteFile(acknowledged, []byte("A "+lost+"\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	if out, err := p.command("selftest", "has", "--ids", acknowledged).CombinedOutput(); err == nil || !strings.Contains(string(out), "missing "+lost) {
		t.Errorf("has did not notice a missing event: %v\n%s", err, out)
	}
}

// A panic leaves what was acknowledged, and nothing half done.
func panicLeavesTheDatabaseWhole(t *testing.T, bin string) {
	p := crashPlace{t, bin, t.TempDir()}
	p.must("school", "add", "Storm")
	p.must("assess", "start", "--year", "2026-27")
	for place, judged := range map[string]string{"start": "0", "open": "0", "unsaved": "0"} {
		out, err := p.command("selftest", "panic", place).CombinedOutput()
		if err == nil || !bytes.Contains(out, []byte("Something went wrong in Waymark")) || bytes.Contains(out, []byte("told to")) || bytes.Contains(out, []byte("goroutine")) {
			t.Errorf("panic %s: %v\n%s", place, err, out)
		}
		if said := p.must("assess", "status", "--json"); !strings.Contains(said, `"judged":`+judged+`,`) {
			t.Errorf("after panic %s: %s", place, said)
		}
	}
	if _, err := p.command("selftest", "panic", "saved").CombinedOutput(); err == nil {
		t.Error("panic saved ended well")
	}
	if said := p.must("assess", "status", "--json"); !strings.Contains(said, `"judged":1,`) {
		t.Errorf("after panic saved: %s", said)
	}
	p.must("doctor")
}
