package uitest

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"waymark/model"
)

// Golden compares the frame with testdata/NAME.txt, spaces at line ends apart.
// With WAYMARK_UPDATE set it writes the file instead, for a person to look at.
func (d *Driver) Golden(name string) *Driver {
	d.t.Helper()
	Golden(d.t, name, d.Frame())
	return d
}

// Golden compares text with testdata/NAME.txt.
func Golden(t testing.TB, name, got string) {
	t.Helper()
	path := filepath.Join("testdata", name+".txt")
	got = trimmed(got)
	if os.Getenv("WAYMARK_UPDATE") != "" {
		if err := os.MkdirAll("testdata", 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatalf("read golden frame: %v (run with WAYMARK_UPDATE=1 once and look at it)", err)
	}
	if string(want) != got {
		t.Errorf("%s differs.\nwant:\n%s\ngot:\n%s", path, want, got)
	}
}

func trimmed(s string) string {
	lines := strings.Split(s, "\n")
	for i, l := range lines {
		lines[i] = strings.TrimRight(l, " ")
	}
	return strings.TrimRight(strings.Join(lines, "\n"), "\n") + "\n"
}

// Sizes are the windows every screen is drawn in by tests.
func Sizes() [][2]int {
	return [][2]int{{200, 50}, {160, 45}, {120, 40}, {120, 30}, {110, 24}, {100, 32}, {80, 24}, {72, 22}, {71, 24}, {60, 18}, {50, 14}, {49, 13}, {20, 5}}
}

// AtEverySize draws the present screen in every window and leaves it at 80x24.
func (d *Driver) AtEverySize() *Driver {
	d.t.Helper()
	for _, s := range Sizes() {
		d.Resize(s[0], s[1])
		d.Exact()
	}
	d.Resize(80, 24)
	return d
}

// Judge gives levels to areas in rubric order, one digit each; a space leaves
// an area without.
func (d *Driver) Judge(levels string) *Driver {
	d.t.Helper()
	book := d.Env.Desk.Book
	for i, c := range levels {
		if c < '1' || c > '9' || i >= len(book.Rubric().Areas) {
			continue
		}
		a := book.Rubric().Areas[i].ID
		if err := d.Env.Desk.Do(book.GiveLevel(d.Env.Desk.Voice, a, model.Level(c-'0'))); err != nil {
			d.t.Fatal(err)
		}
	}
	return d
}
