package draft_test

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"reflect"
	"runtime"
	"slices"
	"testing"
	"time"

	"waymark/model"
	"waymark/store/draft"
	"waymark/store/storetest"
)

func at(minute int) time.Time { return time.Date(2026, 11, 20, 12, minute, 0, 0, time.UTC) }

func file(t *testing.T) string { return filepath.Join(t.TempDir(), "50% #1? & ŵ", "drafts.db") }

func open(t *testing.T, path string) *draft.Drafts {
	t.Helper()
	d, err := draft.Open(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = d.Close() })
	return d
}

func keep(t *testing.T, d *draft.Drafts, it draft.Draft) {
	t.Helper()
	if err := d.Keep(t.Context(), it); err != nil {
		t.Fatal(err)
	}
}

func all(t *testing.T, d *draft.Drafts) []draft.Draft {
	t.Helper()
	got, err := d.All(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	return got
}

func TestADraftIsThereForTheNextStart(t *testing.T) {
	path := file(t)
	want := draft.Draft{Key: "note/n1", Process: "p1", Evaluation: "autumn", Area: "1.3", Text: "since Easter the mor", At: at(3)}
	first := open(t, path) // not closed: the program died
	keep(t, first, draft.Draft{Key: "note/n1", Process: "p1", Text: "since", At: at(1)})
	keep(t, first, want)
	second := open(t, path)
	if got := all(t, second); !reflect.DeepEqual(got, []draft.Draft{want}) {
		t.Errorf("drafts %+v; want the last one alone", got)
	}
}

func TestTwoProgramsKeepTheirOwnDrafts(t *testing.T) {
	d := open(t, file(t))
	keep(t, d, draft.Draft{Key: "k", Process: "p1", Text: "one", At: at(1)})
	keep(t, d, draft.Draft{Key: "k", Process: "p2", Text: "two", At: at(2)})
	keep(t, d, draft.Draft{Key: "other", Process: "p2", Text: "three", At: at(3)})
	if got := all(t, d); len(got) != 3 || got[0].Text != "three" || got[1].Text != "two" {
		t.Fatalf("drafts %+v; want three, the newest first", got)
	}
	if err := d.DropOwn(t.Context(), "k", "p1"); err != nil {
		t.Fatal(err)
	}
	if got := all(t, d); len(got) != 2 || got[1].Text != "two" {
		t.Errorf("after dropping one's own: %+v", got)
	}
	if err := d.Drop(t.Context(), "k"); err != nil {
		t.Fatal(err)
	}
	if got := all(t, d); len(got) != 1 || got[0].Key != "other" {
		t.Errorf("after dropping the place: %+v", got)
	}
}

func TestADraftMayHoldAnything(t *testing.T) {
	d := open(t, file(t))
	for _, text := range []string{"", "a\x00b", "\xff", "🙂\u202e", "'; DROP TABLE draft; --"} {
		keep(t, d, draft.Draft{Key: "k", Text: text, At: at(1)})
	}
	if got := all(t, d); len(got) != 1 || got[0].Text != "'; DROP TABLE draft; --" {
		t.Errorf("drafts %+v", got)
	}
}

func TestADroppedDraftLeavesNoWords(t *testing.T) {
	path := file(t)
	d := open(t, path)
	keep(t, d, draft.Draft{Key: "k", Text: "unmistakable words of a pupil", At: at(1)})
	if err := d.Drop(t.Context(), "k"); err != nil {
		t.Fatal(err)
	}
	for _, p := range []string{path, path + "-journal"} {
		if raw, err := os.ReadFile(p); err == nil && bytes.Contains(raw, []byte("unmistakable")) {
			t.Errorf("%s still holds the words", filepath.Base(p))
		}
	}
}

func TestParkedChangesComeBackAsTheyWere(t *testing.T) {
	path := file(t)
	_, _, texts := storetest.RubricText(t)
	a := storetest.NewAuthor(t, "ann", "alder", "autumn")
	want := slices.Concat(a.Open("Alder Lane"), a.Level(0, 2))
	d := open(t, path)
	for range 2 {
		if err := d.Park(t.Context(), texts, want); err != nil {
			t.Fatal(err)
		}
	}
	d = open(t, path)
	gotTexts, got, err := d.Parked(t.Context())
	if err != nil || !reflect.DeepEqual(got, want) || !reflect.DeepEqual(gotTexts, texts) {
		t.Fatalf("%d records and %d rubrics, %v; want those parked", len(got), len(gotTexts), err)
	}
	if err := storetest.NewMemory(0).Append(t.Context(), gotTexts, got); err != nil {
		t.Errorf("an engine refuses them: %v", err)
	}
	if err := d.Unpark(t.Context(), []model.EventID{want[0].ID}); err != nil {
		t.Fatal(err)
	}
	if gotTexts, got, err = d.Parked(t.Context()); err != nil || len(got) != len(want)-1 || len(gotTexts) != 1 {
		t.Errorf("after one: %d records, %d rubrics, %v", len(got), len(gotTexts), err)
	}
	var ids []model.EventID
	for _, r := range want {
		ids = append(ids, r.ID)
	}
	if err := d.Unpark(t.Context(), ids); err != nil {
		t.Fatal(err)
	}
	if gotTexts, got, err = d.Parked(t.Context()); err != nil || len(got) != 0 || len(gotTexts) != 0 {
		t.Errorf("after all: %d records, %d rubrics, %v", len(got), len(gotTexts), err)
	}
}

// deadPID is the number of a process that has ended.
func deadPID(t *testing.T) int {
	t.Helper()
	cmd := exec.Command(os.Args[0], "-test.run=^$")
	if err := cmd.Run(); err != nil {
		t.Fatal(err)
	}
	return cmd.Process.Pid
}

func TestARunThatNeverEndedIsTold(t *testing.T) {
	path := file(t)
	d := open(t, path)
	if _, ok, err := d.LastUnclean(t.Context()); ok || err != nil {
		t.Fatalf("a new file tells of a crash: %v, %v", ok, err)
	}
	crashed := deadPID(t)
	if err := d.Started(t.Context(), crashed, at(40)); err != nil {
		t.Fatal(err)
	}
	if err := d.Alive(t.Context(), at(51)); err != nil {
		t.Fatal(err)
	}
	d = open(t, path)
	run, ok, err := d.LastUnclean(t.Context())
	if want := (draft.Run{PID: crashed, Started: at(40), Alive: at(51)}); err != nil || !ok || run != want {
		t.Errorf("told of %+v, %v, %v; want %+v", run, ok, err, want)
	}
	if err := d.Told(t.Context()); err != nil {
		t.Fatal(err)
	}
	if _, ok, err := d.LastUnclean(t.Context()); ok || err != nil {
		t.Errorf("told twice: %v, %v", ok, err)
	}
}

func TestARunThatEndedOrGoesOnIsNotTold(t *testing.T) {
	path := file(t)
	d := open(t, path)
	if err := d.Started(t.Context(), deadPID(t), at(1)); err != nil {
		t.Fatal(err)
	}
	if err := d.Ended(t.Context()); err != nil {
		t.Fatal(err)
	}
	if err := d.Started(t.Context(), os.Getppid(), at(2)); err != nil { // a process that still runs
		t.Fatal(err)
	}
	if run, ok, err := open(t, path).LastUnclean(t.Context()); ok || err != nil {
		t.Errorf("told of %+v, %v", run, err)
	}
}

func TestASpoiltFileIsMovedAside(t *testing.T) {
	for name, content := range map[string]string{"text": "not a database at all, only words, and more of them", "page": "SQLite format 3\x00 and then nothing that belongs there, for a good while longer than a header has"} {
		t.Run(name, func(t *testing.T) {
			path := file(t)
			if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
				t.Fatal(err)
			}
			d := open(t, path)
			keep(t, d, draft.Draft{Key: "k", Text: "words", At: at(1)})
			if got, err := os.ReadFile(path + ".aside-1"); err != nil || string(got) != content {
				t.Errorf("what was there is %q, %v", got, err)
			}
		})
	}
}

func TestDraftsAreForTheirOwnerOnly(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("Windows has no such permission bits")
	}
	path := file(t)
	keep(t, open(t, path), draft.Draft{Key: "k", Text: "words", At: at(1)})
	for p, want := range map[string]os.FileMode{filepath.Dir(path): 0o700, path: 0o600, path + "-journal": 0o600} {
		if info, err := os.Stat(p); err != nil || info.Mode().Perm() != want {
			t.Errorf("%s: %v, %v; want %v", filepath.Base(p), info.Mode().Perm(), err, want)
		}
	}
}
