//go:build !windows

package bench_test

import (
	"fmt"
	"os"
	"os/exec"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	creack "github.com/creack/pty"

	"waymark/ui/uitest/pty"
)

// quiet is how long nothing may arrive before a frame counts as settled.
const quiet = 300 * time.Millisecond

// arrival is when something came from the program, and how much.
type arrival struct {
	at    time.Time
	bytes int
}

// picture is how much is more than questions to the terminal.
const picture = 400

// terminal is a program in a terminal that answers queries and notes when
// something arrived. It decodes nothing more than it must, so that what is
// measured is the program.
type terminal struct {
	b       *testing.B
	cmd     *exec.Cmd
	master  *os.File
	started time.Time
	first   time.Time // when the first picture arrived
	last    time.Time // when something arrived last, as far as anybody asked
	arrived chan arrival
}

func start(b *testing.B, bin string, env []string, args ...string) *terminal {
	b.Helper()
	master, slave, err := creack.Open()
	if err != nil {
		b.Fatalf("open a terminal: %v", err)
	}
	if err := creack.Setsize(master, &creack.Winsize{Rows: 24, Cols: 80}); err != nil {
		b.Fatalf("size the terminal: %v", err)
	}
	t := &terminal{b: b, cmd: exec.Command(bin, args...), master: master, arrived: make(chan arrival, 1<<16)}
	t.cmd.Env = append([]string{"TERM=xterm-256color", "COLORTERM=truecolor", "LANG=C.UTF-8", "PATH=" + os.Getenv("PATH")}, env...)
	t.cmd.Stdin, t.cmd.Stdout, t.cmd.Stderr = slave, slave, slave
	t.cmd.SysProcAttr = &syscall.SysProcAttr{Setsid: true, Setctty: true}
	t.started = time.Now()
	if err := t.cmd.Start(); err != nil {
		b.Fatalf("start %s: %v", bin, err)
	}
	_ = slave.Close() // the program has its own
	go t.read()
	return t
}

func (t *terminal) read() {
	screen := pty.NewEmulator(80, 24, func(answer string) { _, _ = t.master.WriteString(answer) }) // it may have gone
	buf := make([]byte, 1<<16)
	for {
		n, err := t.master.Read(buf)
		if err != nil {
			close(t.arrived)
			return
		}
		t.arrived <- arrival{time.Now(), n}
		_, _ = screen.Write(buf[:n]) // it never fails
	}
}

// settled waits until nothing has arrived for a while, and returns when the
// last of it did.
func (t *terminal) settled() time.Time {
	t.b.Helper()
	for {
		select {
		case a, ok := <-t.arrived:
			if !ok {
				t.b.Fatal("the program has ended")
			}
			t.last = a.at
			if t.first.IsZero() && a.bytes >= picture {
				t.first = a.at
			}
		case <-time.After(quiet):
			if !t.last.IsZero() {
				return t.last
			}
			if time.Since(t.started) > 20*time.Second {
				t.b.Fatal("the program draws nothing")
			}
		}
	}
}

// press sends a key and returns how long it took until something was drawn, or
// 0 when nothing was.
func (t *terminal) press(key string) time.Duration {
	t.b.Helper()
	for {
		select {
		case <-t.arrived: // what was drawn before
			continue
		default:
		}
		break
	}
	sent := time.Now()
	if _, err := t.master.WriteString(key); err != nil {
		t.b.Fatalf("press a key: %v", err)
	}
	select {
	case a, ok := <-t.arrived:
		if !ok {
			t.b.Fatal("the program has ended")
		}
		t.last = a.at
		return a.at.Sub(sent)
	case <-time.After(quiet):
		return 0
	}
}

// cpu is how long the program has kept a processor busy.
func (t *terminal) cpu() (time.Duration, bool) {
	var all time.Duration
	tasks, err := os.ReadDir(fmt.Sprintf("/proc/%d/task", t.cmd.Process.Pid))
	if err != nil {
		return 0, false
	}
	for _, task := range tasks {
		text, err := os.ReadFile(fmt.Sprintf("/proc/%d/task/%s/schedstat", t.cmd.Process.Pid, task.Name()))
		if err != nil {
			return 0, false
		}
		first, _, _ := strings.Cut(string(text), " ")
		n, err := strconv.ParseInt(first, 10, 64)
		if err != nil {
			return 0, false
		}
		all += time.Duration(n)
	}
	return all, true
}

// resident is how much memory the program holds now, in MB of 2^20 bytes.
func (t *terminal) resident() (float64, bool) {
	text, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", t.cmd.Process.Pid))
	if err != nil {
		return 0, false
	}
	for line := range strings.Lines(string(text)) {
		if kb, ok := strings.CutPrefix(line, "VmRSS:"); ok {
			n, err := strconv.ParseFloat(strings.Fields(kb)[0], 64)
			return n / 1024, err == nil
		}
	}
	return 0, false
}

func (t *terminal) stop() {
	_ = t.cmd.Process.Kill() // it may have ended
	_ = t.cmd.Wait()         // it was killed
	_ = t.master.Close()
}
