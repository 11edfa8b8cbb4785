//go:build !windows

package main

import (
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/adrg/xdg"

	"waymark/ui/env"
)

// desktop puts the example school on the desk of a bench whose documents are
// its own.
func desktop(t *testing.T) (*bench, env.ExportRequest) {
	t.Helper()
	b := newBench(t)
	t.Setenv("XDG_DOCUMENTS_DIR", filepath.Join(b.folder, "Documents"))
	xdg.Reload()
	o, err := b.shelf.Example(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	b.env.Take(o)
	answer, err := b.env.Answer()
	if err != nil {
		t.Fatal(err)
	}
	r := env.ExportRequest{
		Document: "priorities", Format: "html", PrivateNotes: true, Book: o.Desk.Book, Answer: answer, Earlier: o.Earlier,
		Person: o.Desk.Voice.Person, Made: b.env.Clock(),
	}
	r.Folder, r.Name = b.files.Place(r)
	return b, r
}

func content(t *testing.T, path string) string {
	t.Helper()
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

func TestExportMakesEveryDocumentInEveryFormat(t *testing.T) {
	b, r := desktop(t)
	for _, d := range b.files.Documents() {
		for _, f := range b.files.Formats() {
			r.Document, r.Format = d.ID, f.ID
			r.Folder, r.Name = b.files.Place(r)
			path, err := b.files.Export(t.Context(), r)
			if err != nil {
				t.Fatalf("%s as %s: %v", d.ID, f.ID, err)
			}
			if want := filepath.Join(b.folder, "Documents", "Waymark", "Example school"); filepath.Dir(path) != want || filepath.Ext(path) != f.Extension {
				t.Errorf("%s as %s is %s", d.ID, f.ID, path)
			}
			if text := content(t, path); !strings.Contains(text, "Example school") {
				t.Errorf("%s as %s does not name the school", d.ID, f.ID)
			}
			if info, err := os.Stat(path); err != nil || info.Mode().Perm() != 0o600 {
				t.Errorf("%s: %v, %v", path, info.Mode(), err)
			}
		}
	}
	left, err := filepath.Glob(filepath.Join(r.Folder, ".waymark-*"))
	if err != nil || len(left) > 0 {
		t.Errorf("left behind: %v, %v", left, err)
	}
}

func TestExportSetsThisYearBesideTheLast(t *testing.T) {
	b, r := desktop(t)
	r.Document = "full"
	p, err := b.files.Preview(r)
	if err != nil {
		t.Fatal(err)
	}
	text := strings.Join(p.Lines, "\n")
	if !strings.Contains(text, "5.3") || !strings.Contains(strings.ToLower(text), "last year") && !strings.Contains(text, "2025") {
		t.Errorf("last year is missing:\n%.2000s", text)
	}
	if p.PrivateNotes < 1 {
		t.Errorf("%d private notes", p.PrivateNotes)
	}
	if strings.Contains(text, "I would rather stop it than pretend") {
		t.Error("a private note is in it")
	}
	r.PrivateNotes = false
	if p, err = b.files.Preview(r); err != nil || !strings.Contains(strings.Join(strings.Fields(strings.Join(p.Lines, " ")), " "), "I would rather stop it than pretend") {
		t.Errorf("a private note that was asked for is missing, %v", err)
	}
}

func TestExportNeverReplacesUnasked(t *testing.T) {
	b, r := desktop(t)
	path := filepath.Join(r.Folder, r.Name)
	if err := os.MkdirAll(r.Folder, 0o700); err != nil {
		t.Fatal(err)
	}
	elsewhere := filepath.Join(b.folder, "elsewhere")
	for name, put := range map[string]func() error{
		"a file":        func() error { return os.WriteFile(path, []byte("theirs"), 0o600) },
		"a folder":      func() error { return os.Mkdir(path, 0o700) },
		"a link":        func() error { return os.Symlink(elsewhere, path) },
		"an own folder": func() error { return os.MkdirAll(path+"/x", 0o700) },
	} {
		t.Run(name, func(t *testing.T) {
			if err := errors.Join(os.RemoveAll(path), put()); err != nil {
				t.Fatal(err)
			}
			if _, err := b.files.Export(t.Context(), r); !errors.Is(err, env.ErrExists) {
				t.Errorf("without asking: %v", err)
			}
			again := r
			again.Overwrite = true
			_, err := b.files.Export(t.Context(), again)
			if wants := name == "a file"; wants != (err == nil) {
				t.Errorf("once asked: %v", err)
			}
			if exists(elsewhere) {
				t.Error("it was written through the link")
			}
		})
	}
}

func TestExportStaysInItsFolder(t *testing.T) {
	b, r := desktop(t)
	for _, name := range []string{"", "..", "../x.html", "/etc/x.html", "a/b.html", "."} {
		r.Name = name
		if path, err := b.files.Export(t.Context(), r); err == nil {
			t.Errorf("%q became %s", name, path)
		}
	}
}

func TestSaveCopyHoldsWhatIsWaiting(t *testing.T) {
	b, _ := desktop(t)
	own := b.begin("Alder Lane")
	rate(t, own, "1.1", 2)
	if err := b.savings.settled(t.Context()); err != nil {
		t.Fatal(err)
	}
	changes, err := own.Desk.Book.GiveLevel(own.Desk.Voice, "1.2", 3)
	if err != nil {
		t.Fatal(err)
	}
	pen, err := b.ws.pen(t.Context(), own.Desk.Book.SchoolID())
	if err != nil {
		t.Fatal(err)
	}
	waiting, err := pen.Write(act(b), changes)
	if err != nil {
		t.Fatal(err)
	}
	path, err := b.files.SaveCopy(t.Context(), waiting)
	if err != nil {
		t.Fatal(err)
	}
	here := countEvents(t, b.ws)
	copied := reopen(t, t.TempDir(), globals{db: path})
	if there := countEvents(t, copied.ws); there != here+1 {
		t.Errorf("the copy has %d events, the file %d and one waiting", there, here)
	}
}

func TestEditorLine(t *testing.T) {
	none := func(string) string { return "" }
	of := func(all map[string]string) func(string) string { return func(k string) string { return all[k] } }
	has := func(names ...string) func(string) (string, error) {
		return func(n string) (string, error) {
			if slices.Contains(names, n) {
				return n, nil
			}
			return "", exec.ErrNotFound
		}
	}
	for name, c := range map[string]struct {
		system string
		env    func(string) string
		look   func(string) (string, error)
		want   string
	}{
		"own choice first":    {"linux", of(map[string]string{"WAYMARK_EDITOR": "micro", "VISUAL": "vim", "EDITOR": "ed"}), has(), "micro"},
		"then VISUAL":         {"linux", of(map[string]string{"VISUAL": "code --wait", "EDITOR": "ed"}), has(), "code|--wait"},
		"then EDITOR":         {"linux", of(map[string]string{"VISUAL": "  ", "EDITOR": "ed"}), has(), "ed"},
		"nano where it is":    {"linux", none, has("nano", "vi"), "nano"},
		"else vi":             {"linux", none, has("vi"), "vi"},
		"edit on Windows":     {"windows", none, has("edit", "notepad"), "edit"},
		"else Notepad":        {"windows", none, has(), "notepad"},
		"a path with a space": {"windows", of(map[string]string{"EDITOR": `"C:\Program Files\Pad\pad.exe" -w`}), has(), `C:\Program Files\Pad\pad.exe|-w`},
	} {
		t.Run(name, func(t *testing.T) {
			if got := strings.Join(editorLine(c.system, c.env, c.look), "|"); got != c.want {
				t.Errorf("got %s, want %s", got, c.want)
			}
		})
	}
}

func TestEditedTextIsKeptUnlessTheEditorFailed(t *testing.T) {
	for name, c := range map[string]struct {
		left   string
		failed error
		want   string
		bad    bool
	}{
		"text":                  {"Year 4 explained it back.\n", nil, "Year 4 explained it back.", false},
		"Word's line ends":      {"one\r\ntwo\r\n", nil, "one\ntwo", false},
		"an escape code":        {"red \x1b[31mtext\n", nil, "red text", false},
		"nothing":               {"\n \n", nil, "as it was", true},
		"a bad end":             {"half a", errors.New("exit status 1"), "as it was", true},
		"far too much":          {strings.Repeat("x", mostEdited+1), nil, "as it was", true},
		"the same text as then": {"as it was", nil, "as it was", false},
	} {
		t.Run(name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "note.txt")
			if err := os.WriteFile(path, []byte(c.left), 0o600); err != nil {
				t.Fatal(err)
			}
			got, err := edited(path, "as it was", "nano", c.failed)
			if got != c.want || (err != nil) != c.bad {
				t.Errorf("got %q, %v", got, err)
			}
		})
	}
}

func TestNotesLeftByAKilledEditorGoAfterAMonth(t *testing.T) {
	state := t.TempDir()
	folder, err := privateFolder(state)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(folder, "note.txt"), []byte("words"), 0o600); err != nil {
		t.Fatal(err)
	}
	now := time.Now()
	if tidyNotes(state, now.Add(29*24*time.Hour)); !exists(folder) {
		t.Error("it went too soon")
	}
	if tidyNotes(state, now.Add(31*24*time.Hour)); exists(folder) {
		t.Error("it is still there")
	}
}

func TestClipboardsAreThoseOfTheSystem(t *testing.T) {
	of := func(keys ...string) func(string) string {
		return func(k string) string {
			if slices.Contains(keys, k) {
				return "x"
			}
			return ""
		}
	}
	for name, c := range map[string]struct {
		system string
		env    func(string) string
		want   string
	}{
		"macOS": {"darwin", of(), "pbcopy"}, "Windows": {"windows", of(), "clip.exe"}, "a console": {"linux", of(), ""},
		"X": {"linux", of("DISPLAY"), "xclip"}, "Wayland": {"linux", of("WAYLAND_DISPLAY", "DISPLAY"), "wl-copy xclip"},
		"Linux in Windows": {"linux", of("WSL_DISTRO_NAME"), "clip.exe"},
	} {
		t.Run(name, func(t *testing.T) {
			var names []string
			for _, p := range clipboards(c.system, c.env) {
				names = append(names, p.name)
			}
			if got := strings.Join(names, " "); got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
	if got := wide("ŵ"); got != "\xff\xfe\x75\x01" {
		t.Errorf("Windows is given %q", got)
	}
}

func TestCopySaysWhichWay(t *testing.T) {
	b, _ := desktop(t)
	var sent int
	b.files.send = func(teaMsg) { sent++ }
	for _, c := range []struct {
		term, want string
		sent       int
	}{{"xterm-256color", "your terminal", 1}, {"linux", "Documents", 1}, {"dumb", "Documents", 1}} {
		b.files.getenv = func(k string) string {
			return map[string]string{"TERM": c.term, "SSH_TTY": "/dev/pts/1"}[k]
		}
		said, err := b.files.Copy(t.Context(), "1.1 Breadth")
		if err != nil || !strings.Contains(said, c.want) || sent != c.sent {
			t.Errorf("%s: %q, %v, sent %d times", c.term, said, err, sent)
		}
	}
	made, err := filepath.Glob(filepath.Join(documentsFolder(), "*.txt"))
	if err != nil || len(made) != 2 {
		t.Errorf("made %v, %v", made, err)
	}
}
