package device_test

import (
	"bufio"
	"bytes"
	"crypto/rand"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"waymark/model"
	"waymark/store/device"
)

// childFolder names the folder in which a child of the test takes a key.
const childFolder = "WAYMARK_DEVICE_TEST_FOLDER"

func TestMain(m *testing.M) {
	if dir := os.Getenv(childFolder); dir != "" {
		holdKey(dir)
		return
	}
	os.Exit(m.Run())
}

// holdKey takes a key, says which, and keeps it until its input ends.
func holdKey(dir string) {
	k, err := device.Keys(dir, "db", rand.Reader)
	if err != nil {
		os.Stdout.WriteString("error " + err.Error() + "\n")
		os.Exit(1)
	}
	os.Stdout.WriteString(string(k.Device()) + "\n")
	_, _ = bufio.NewReader(os.Stdin).ReadString('\n')
}

func take(t *testing.T, dir, id string) *device.Key {
	t.Helper()
	k, err := device.Keys(dir, id, rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = k.Close() })
	return k
}

func TestAKeyIsTheSameNextTime(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "state", "keys")
	first := take(t, dir, "db")
	name := first.Device()
	if err := first.Close(); err != nil {
		t.Fatal(err)
	}
	if again := take(t, dir, "db"); again.Device() != name || !bytes.Equal(again.Private(), first.Private()) {
		t.Error("the key changed between two starts")
	}
	if other := take(t, dir, "other"); other.Device() == name {
		t.Error("two databases share a key")
	}
}

func TestTwoAtOnceAreTwoDevices(t *testing.T) {
	dir := t.TempDir()
	a, b := take(t, dir, "db"), take(t, dir, "db")
	if a.Device() == b.Device() {
		t.Fatal("two open keys are the same device")
	}
	mine, err := device.Mine(dir, "db")
	if err != nil || len(mine) != 2 || !mine[a.Device()] || !mine[b.Device()] {
		t.Errorf("mine are %v, %v", mine, err)
	}
	if none, err := device.Mine(dir, "unknown"); err != nil || len(none) != 0 {
		t.Errorf("an unknown database has keys %v, %v", none, err)
	}
}

func TestAnotherProcessHoldsItsKeyUntilItDies(t *testing.T) {
	dir := t.TempDir()
	cmd := exec.Command(os.Args[0])
	cmd.Env = append(os.Environ(), childFolder+"="+dir)
	in, err := cmd.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	defer in.Close()
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	line, err := bufio.NewReader(out).ReadString('\n')
	if err != nil {
		t.Fatal(err)
	}
	theirs := model.DeviceID(strings.TrimSpace(line))
	ours := take(t, dir, "db")
	if ours.Device() == theirs {
		t.Fatal("two running programs have the same key")
	}
	if err := cmd.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	_ = cmd.Wait() // killed
	if k := take(t, dir, "db"); k.Device() != theirs {
		t.Error("the key of a dead program was not taken up again")
	}
}

func TestKeysAreForTheirOwnerOnly(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("Windows has no such permission bits")
	}
	dir := filepath.Join(t.TempDir(), "keys")
	k := take(t, dir, "db")
	for path, want := range map[string]os.FileMode{dir: 0o700, k.Path(): 0o600, k.Path() + ".lock": 0o600} {
		info, err := os.Stat(path)
		if err != nil || info.Mode().Perm() != want {
			t.Errorf("%s has mode %v, %v; want %v", path, info.Mode().Perm(), err, want)
		}
	}
}

func TestAChangedKeyIsRefused(t *testing.T) {
	dir := t.TempDir()
	k := take(t, dir, "db")
	if err := k.Close(); err != nil {
		t.Fatal(err)
	}
	text, err := os.ReadFile(k.Path())
	if err != nil {
		t.Fatal(err)
	}
	for name, spoilt := range map[string][]byte{
		"empty": nil, "cut": text[:len(text)/2], "other": bytes.Replace(text, []byte("Device: "), []byte("Device: 0"), 1),
	} {
		if err := os.WriteFile(k.Path(), spoilt, 0o600); err != nil {
			t.Fatal(err)
		}
		if _, err := device.Keys(dir, "db", rand.Reader); err == nil {
			t.Errorf("%s: a spoilt key was taken, or silently replaced", name)
		}
	}
}

func TestNamesThatLeadAway(t *testing.T) {
	for _, id := range []string{"", "../x", "a/b", `a\b`, "a.b", "ŵ", strings.Repeat("a", 129)} {
		if _, err := device.Keys(t.TempDir(), id, rand.Reader); err == nil {
			t.Errorf("%q was taken for the name of a key", id)
		}
	}
}

type broken struct{}

func (broken) Read([]byte) (int, error) { return 0, errors.New("no randomness") }

func TestNoKeyWithoutRandomness(t *testing.T) {
	dir := t.TempDir()
	if _, err := device.Keys(dir, "db", broken{}); err == nil {
		t.Fatal("a key was made out of nothing")
	}
	if mine, err := device.Mine(dir, "db"); err != nil || len(mine) != 0 {
		t.Errorf("a failed start left keys %v, %v", mine, err)
	}
}
