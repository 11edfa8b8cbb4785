package store_test

import (
	"bufio"
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"waymark/model"
	"waymark/store"
	"waymark/store/device"
	"waymark/store/storetest"
)

// What the test binary does when it is started as a child.
const (
	childTask = "WAYMARK_STORE_TEST_TASK"
	childPath = "WAYMARK_STORE_TEST_PATH"
	childName = "WAYMARK_STORE_TEST_NAME"
)

func TestMain(m *testing.M) {
	if task := os.Getenv(childTask); task != "" {
		child(task, os.Getenv(childPath), os.Getenv(childName))
		return
	}
	os.Exit(m.Run())
}

// quietTB is a testing.TB for a child process: it ends the process.
type quietTB struct{ testing.TB }

func (quietTB) Helper() {}

func (quietTB) Fatal(args ...any) { panic(args) }

// child appends levels for ever and says each one that was acknowledged, or
// holds the database locked, until it is killed or its input ends.
func child(task, path, name string) {
	ctx := context.Background()
	if task == "lock" {
		hold(path)
		return
	}
	s, err := store.Open(ctx, path, store.Options{Busy: 20 * time.Second})
	if err != nil {
		panic(err)
	}
	a := storetest.NewAuthor(quietTB{}, name, school, model.EvaluationID("evaluation of "+name))
	records := a.Open("Alder Lane Primary")
	limit, _ := strconv.Atoi(strings.TrimPrefix(task, "append "))
	for i := 0; limit == 0 || i < limit; i++ {
		records = append(records, a.Note(model.NoteID("n"+strconv.Itoa(i)), i, strings.Repeat("Words seen. ", i%700+1))...)
		records = append(records, a.Level(i, model.Level(i%4+1))...)
		if err := s.Append(ctx, nil, records); err != nil {
			panic(err)
		}
		for _, r := range records {
			_, _ = os.Stdout.WriteString(string(r.ID) + "\n")
		}
		records = nil
	}
}

func start(t *testing.T, task, path, name string) (*exec.Cmd, *bufio.Scanner) {
	t.Helper()
	cmd := exec.Command(os.Args[0])
	cmd.Env = append(os.Environ(), childTask+"="+task, childPath+"="+path, childName+"="+name)
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	in, err := cmd.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	cmd.Stderr = os.Stderr
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		_ = in.Close()
		_ = cmd.Process.Kill()
		_ = cmd.Wait()
	})
	return cmd, bufio.NewScanner(out)
}

func TestNothingAcknowledgedIsLostWhenKilled(t *testing.T) {
	const rounds = 30
	path := filepath.Join(t.TempDir(), "waymark.db")
	if err := openNewAt(t, path).Close(); err != nil {
		t.Fatal(err)
	}
	told := map[model.EventID]bool{}
	hot := 0
	for round := range rounds {
		cmd, lines := start(t, "append", path, "author "+strconv.Itoa(round))
		// The moment of the kill moves through the writing of a change.
		for n := 0; n < 4+round%7 && lines.Scan(); n++ {
			told[model.EventID(lines.Text())] = true
		}
		if err := cmd.Process.Kill(); err != nil {
			t.Fatal(err)
		}
		for lines.Scan() { // what it said before it died
			if len(lines.Text()) == 64 {
				told[model.EventID(lines.Text())] = true
			}
		}
		_ = cmd.Wait()
		if info, err := os.Stat(path + "-journal"); err == nil && info.Size() > 0 {
			hot++
		}
		s, err := store.Open(t.Context(), path, store.Options{Clock: clock})
		if err != nil {
			t.Fatalf("round %d: %v", round, err)
		}
		missing := len(told)
		for r, err := range s.AllEvents(t.Context()) {
			if err != nil {
				t.Fatal(err)
			}
			if told[r.ID] {
				missing--
			}
		}
		report, err := s.Check(t.Context(), nil)
		if err != nil || !report.OK() || missing != 0 {
			t.Fatalf("round %d: %d acknowledged changes are gone; %+v, %v", round, missing, report, err)
		}
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
	}
	if len(told) < rounds {
		t.Errorf("only %d changes were acknowledged in %d rounds: nothing was tested", len(told), rounds)
	}
	t.Logf("%d rounds, %d acknowledged changes, %d hot journals", rounds, len(told), hot)
}

func openNewAt(t *testing.T, path string) *store.Store {
	t.Helper()
	s, err := store.Open(t.Context(), path, options())
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func TestTwoProgramsWriteAtOnce(t *testing.T) {
	const each = 25
	path := filepath.Join(t.TempDir(), "waymark.db")
	s := openAt(t, path, options())
	first, firstOut := start(t, "append "+strconv.Itoa(each), path, "one")
	second, secondOut := start(t, "append "+strconv.Itoa(each), path, "two")
	a := storetest.NewAuthor(t, "ann", school, evaluation)
	appendAll(t, s, a.Open("Alder Lane Primary"))
	for i := range each {
		appendAll(t, s, a.Level(i, model.Level(i%4+1)))
	}
	said := 0
	for _, out := range []*bufio.Scanner{firstOut, secondOut} {
		for out.Scan() {
			said++
		}
	}
	for _, cmd := range []*exec.Cmd{first, second} {
		if err := cmd.Wait(); err != nil {
			t.Error(err)
		}
	}
	report, err := s.Check(t.Context(), nil)
	if err != nil || !report.OK() || report.Events != said+each+3 || said != 2*(2*each+3) {
		t.Errorf("%d said, report %+v, %v", said, report, err)
	}
	if changed, err := s.Changed(t.Context()); err != nil || !changed {
		t.Errorf("the others' changes went unnoticed: %v, %v", changed, err)
	}
	if changed, err := s.Changed(t.Context()); err != nil || changed {
		t.Errorf("changes were noticed twice: %v, %v", changed, err)
	}
	appendAll(t, s, a.Level(0, 4))
	if changed, err := s.Changed(t.Context()); err != nil || changed {
		t.Errorf("our own change was taken for another's: %v, %v", changed, err)
	}
}

func TestDeviceKeysServeTwoStores(t *testing.T) {
	dir := t.TempDir()
	one, err := device.Keys(dir, "db", strings.NewReader(strings.Repeat("a", 32)))
	if err != nil {
		t.Fatal(err)
	}
	defer one.Close()
	two, err := device.Keys(dir, "db", strings.NewReader(strings.Repeat("b", 32)))
	if err != nil {
		t.Fatal(err)
	}
	defer two.Close()
	s := openNew(t)
	salt := func() []byte { return make([]byte, 16) }
	for _, k := range []*device.Key{one, two} {
		tip, err := s.Tip(t.Context(), k.Device(), school)
		if err != nil {
			t.Fatal(err)
		}
		change := model.NamePerson(model.Person{ID: "p", Name: "P"}, nil)
		records, err := model.NewPen(k.Private(), school, tip, salt).Write(model.Act{ID: "a", Person: "p", When: clock()}, []model.Change{change})
		if err != nil {
			t.Fatal(err)
		}
		appendAll(t, s, records)
	}
	if report, err := s.Check(t.Context(), nil); err != nil || !report.OK() || report.Devices != 2 || report.Unsigned != 0 {
		t.Errorf("report %+v, %v", report, err)
	}
}
