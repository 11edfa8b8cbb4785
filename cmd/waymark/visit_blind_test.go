package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/spf13/cobra"

	"waymark/model"
	"waymark/report"
)

// blindWorld is a school of which a reviewer may not be told most levels. Two
// worlds differ in those levels and in nothing else: whatever a reviewer is
// shown has to be the same in both.
type blindWorld struct {
	own, last func(i int) int // levels this year and last year, by the place of the area
	word      string          // in every reason; nowhere else
	sure      string
}

func blindWorlds() [2]blindWorld {
	return [2]blindWorld{
		{own: func(i int) int { return 1 + i%4 }, last: func(i int) int { return 4 - i%3 }, word: "quokka", sure: "high"},
		{own: func(i int) int { return 4 - i%4 }, last: func(i int) int { return 1 + i%3 }, word: "axolotl", sure: "low"},
	}
}

// shownWords are what no output may have before the reviewer has judged.
var shownWords = regexp.MustCompile(`(?i)quokka|axolotl`)

// judgedFirst is the area that the reviewer has judged, and both worlds agree on.
const judgedFirst = "1.1"

// make writes the world down at the computer of s.
func (w blindWorld) make(s *aShell) {
	s.t.Helper()
	s.must("school", "add", "Alder Lane")
	s.must("assess", "start", "--year", "2025-26", "--as", "T. Nguyen")
	areas := areaIDs(s)
	w.rate(s, areas, w.last, "--reason", w.word)
	s.must("assess", "start", "--year", "2026-27", "--as", "T. Nguyen")
	w.rate(s, areas, w.own, "--reason", w.word, "--confidence", w.sure)
	s.must("assess", "rate", judgedFirst+"=3", "--confidence", "medium")
	s.must("assess", "note", "1.2", "Seen on a walk")
	s.must("visit", "start", "--reviewer", "R. Okafor", "--focus", "1.1,1.2,1.3,1.4,2.3", "--team", "A. Shah")
	s.must("visit", "go", "1-2")
	s.must("visit", "note", "@1.4 Pupils could say why")
	s.must("visit", "note", "Left for later")
	s.must("visit", "check", "add", "All read", "--areas", "1.4")
	s.must("visit", "rate", judgedFirst+"=2")
	s.must("visit", "rate", "1.2=2", "1.3=2", "--as", "A. Shah")
	s.must("visit", "agree", fmt.Sprintf("1.2=%d", w.own(1)), "--reason", w.word, "--as", "A. Shah")
	s.must("visit", "disagree", "1.3", "--school", "We said "+w.word, "--reviewer", "We did not", "--as", "A. Shah")
	s.must("visit", "seal")
	w.meet(s)
}

func (w blindWorld) rate(s *aShell, areas []model.AreaID, level func(int) int, flags ...string) {
	s.t.Helper()
	args := []string{"assess", "rate"}
	for i, a := range areas {
		if a != judgedFirst {
			args = append(args, equals(a, model.Level(level(i))))
		}
	}
	s.must(append(args, flags...)...)
}

// meet holds a team meeting in which one round was shown and one is covered.
func (w blindWorld) meet(s *aShell) {
	s.t.Helper()
	c := &cli{streams: streams{strings.NewReader(""), io.Discard, io.Discard}, flags: globals{now: s.now, quiet: true}}
	o, err := c.evaluation(s.t.Context())
	if err != nil {
		s.t.Fatal(err)
	}
	if err := o.work(s.t.Context()); err != nil {
		s.t.Fatal(err)
	}
	voice, level := o.desk.Voice, model.Level(w.own(3))
	for _, rule := range []func() ([]model.Change, error){
		func() ([]model.Change, error) {
			return o.book.StartMeeting(voice, "m", model.MeetingStart{Date: "2026-09-20", Areas: []model.AreaID{"1.4", "2.3"}, People: []model.PersonID{"amy", "ben"}})
		},
		func() ([]model.Change, error) { return o.book.CastVote("amy", "m", "1.4", model.Vote{Level: level}) },
		func() ([]model.Change, error) { return o.book.CastVote("ben", "m", "1.4", model.Vote{Level: level}) },
		func() ([]model.Change, error) { return o.book.Reveal(voice, "m", "1.4", false) },
		func() ([]model.Change, error) { return o.book.ComeBack(voice, "m", "1.4", w.word) },
		func() ([]model.Change, error) { return o.book.CastVote("amy", "m", "2.3", model.Vote{Level: level}) },
	} {
		changes, err := rule()
		if err := o.desk.Do(changes, err); err != nil {
			s.t.Fatal(err)
		}
	}
	if err := errors.Join(o.save(s.t.Context()), o.ws.close()); err != nil {
		s.t.Fatal(err)
	}
}

func areaIDs(s *aShell) []model.AreaID {
	s.t.Helper()
	r, err := shippedCalled(standard)
	if err != nil {
		s.t.Fatal(err)
	}
	var all []model.AreaID
	for _, a := range r.Areas {
		all = append(all, a.ID)
	}
	return all
}

// blindArgs is what is typed after some commands. Every other command is tried
// with nothing and with an area, so that new ones are tried too.
func blindArgs() map[string][]string {
	args := map[string][]string{
		"assess show": {"", "1.4", "1.1"}, "assess rate": {"1.4=3", "1.4=0"}, "assess note": {"1.4 words", "1.4 words --kind data"},
		"assess confidence": {"1.4 low", "1.1 low"}, "assess direction": {"1.4 slipping"}, "assess emphasis": {"1.4 --pin", "1.4 --exclude --reason x"},
		"assess start": {"--year 2027-28"}, "assess list": {""}, "assess status": {"", "--fail-unfinished"}, "assess delete": {"", "--confirm 2026-27"},
		"assess migrate": {"--to whole-school"}, "overview": {"", "--by area"}, "priorities suggest": {"", "--k 5"},
		"priorities accept": {"", "1.4"}, "priorities explain": {"1.1", "1.4"}, "priorities add": {"Words --areas 1.4"}, "priorities reword": {"1 words"},
		"priorities set-aside": {"1.4 --reason x"}, "priorities merge": {"1 2"}, "priorities swap": {"1 1.4"}, "priorities move": {"1 up"},
		"search": {"quokka", "axolotl", "walk", "3"}, "history": {"--limit 0"}, "undo": {"", "200"}, "redo": {""},
		"dump": {"--canonical"}, "doctor": {"", "--report report.txt"}, "completion": {"bash"}, "help": {"", "visit rate"},
		"visit show": {"", "--private"}, "visit focus": {"1.4"}, "visit go": {"1-3"}, "visit overrun": {"10", "10 --take borrow"}, "visit stop": {"1-3 --place Hall"},
		"visit note": {"words", "@1.4 words"}, "visit tidy": {"", "nonsense --general"}, "visit rate": {"1.4=3", "1.4=9", "9.9=1", "1.4=3 --show --dry-run", "1.1=1 --show"},
		"visit look": {"1.4", "1.4 --yes --dry-run", "1.1"}, "visit compare": {"", "--only-different", "--lean", "--lean --plain"},
		"visit agree": {"--matching", "1.4=3", "1.2=3", "1.1=2"}, "visit disagree": {"1.4 --school x --reviewer y", "1.3 --school x --reviewer y"},
		"visit check add": {"words --areas 1.4"}, "visit check verdict": {"read confirmed"}, "visit check disprove": {"", "read"}, "visit check remove": {"read"},
		"visit point": {"", "strength words --area 1.4"}, "visit closing": {"--first words"}, "visit emphasis": {"1.4 --text words"}, "visit unseal": {"why"},
		"visit sign": {"--side school --name x"}, "visit close": {"--reason x"}, "visit reopen": {"--reason x"}, "visit team": {"", "Somebody"},
		"visit start":    {"--reviewer R --focus 1.4", "--reviewer R --focus 1.4 --seal"},
		"visit room add": {"--phase primary --subject maths"}, "visit triad": {"A B C", "Alder B C --save"},
		"meeting start": {"", "--people A,B --areas 1.4"}, "meeting list": {""}, "meeting show": {"", "--meeting m"}, "meeting vote": {"2.3 3", "1.4 3"},
		"meeting reveal": {"1.4", "2.3 --all"}, "meeting record": {"1.4 3"}, "meeting again": {"1.4"}, "meeting later": {"1.4"},
	}
	for _, kind := range []string{"priorities", "full", "visit"} {
		for _, f := range report.Formats() {
			args["export "+kind] = append(args["export "+kind], "--format "+f.ID, "--output left"+f.Extension)
		}
	}
	return args
}

// proposing are the commands that choose areas from all that the school said;
// which areas they name may hang on it, and nothing else may.
func proposing() map[string][]string {
	return map[string][]string{"visit start": {"--reviewer R --propose 10", "--reviewer R --dry-run"}, "visit focus": {"", "--propose 20"}}
}

// elsewhere says why a command is not tried: it shows nothing of this school,
// or does nothing to its end.
func elsewhere(name string) bool {
	return strings.HasPrefix(name, "rubric") || slices.Contains([]string{"demo", "completion", "version", "help", "backup restore"}, name)
}

// asReviewer is a command as the reviewer types it, for people and for scripts.
// What a visit command says is said by its lead without a word.
func asReviewer(name string, typed string) [2][]string {
	line := append(strings.Fields(name), strings.Fields(typed)...)
	role := []string{"--role", "reviewer", "--as", "R. Okafor"}
	scripts := slices.Concat(line, role, []string{"--json"})
	if strings.HasPrefix(name, "visit") {
		return [2][]string{line, scripts}
	}
	return [2][]string{slices.Concat(line, role), scripts}
}

// blindTable sets two worlds side by side at one place, so that even a path
// that is printed is the same.
type blindTable struct {
	*aShell
	worlds [2]string
	place  string // the computer
	here   string // the folder that commands are typed in
}

func newBlindTable(t *testing.T) *blindTable {
	s := newShell(t)
	b := &blindTable{aShell: s, place: filepath.Dir(filepath.Dir(os.Getenv("WAYMARK_DB"))), here: t.TempDir()}
	t.Chdir(b.here)
	for i, w := range blindWorlds() {
		w.make(s)
		b.worlds[i] = t.TempDir()
		b.move(b.place, b.worlds[i])
	}
	return b
}

func (b *blindTable) move(from, to string) {
	b.t.Helper()
	b.copy(from, to)
	if err := os.RemoveAll(from); err != nil {
		b.t.Fatal(err)
	}
}

func (b *blindTable) copy(from, to string) {
	b.t.Helper()
	if err := errors.Join(os.RemoveAll(to), os.MkdirAll(to, 0o700), os.CopyFS(to, os.DirFS(from))); err != nil {
		b.t.Fatal(err)
	}
}

// chance stands for what no two runs have in common.
var chance = regexp.MustCompile(`[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f-]{22}|[0-9a-f]{12,}|\b[0-9a-f]{4}( [0-9a-f]{4}){3}\b|[0-9a-f]{8}…`)

// in is what a line prints, and leaves in files, in one world.
func (b *blindTable) in(world int, line []string) string {
	b.t.Helper()
	b.copy(b.worlds[world], b.place)
	out, err, code := b.try("", append(line, "--no-input")...)
	return chance.ReplaceAllString(fmt.Sprintf("%s\n--\n%s\n-- exit %d\n%s", out, err, code, b.left()), "#")
}

// left is the text of the files that a command has left, which it takes away. A
// copy of the database is everything that is on the computer and no document.
func (b *blindTable) left() string {
	b.t.Helper()
	var text strings.Builder
	err := filepath.WalkDir(b.here, func(path string, d os.DirEntry, err error) error {
		if err != nil || d.IsDir() || filepath.Ext(path) == ".db" {
			return err
		}
		content, err := os.ReadFile(path)
		text.Write(content)
		return err
	})
	all, unread := filepath.Glob(filepath.Join(b.here, "*"))
	err = errors.Join(err, unread)
	for _, path := range all {
		err = errors.Join(err, os.RemoveAll(path))
	}
	if err != nil {
		b.t.Fatal(err)
	}
	return text.String()
}

// check runs one line in both worlds. Where same is set it has to print the
// same; it never prints what only the school has said.
func (b *blindTable) check(line []string, same bool) {
	b.t.Helper()
	one, other := b.in(0, line), b.in(1, line)
	searched := !slices.Contains(line, "search") // it says what it did not find
	if found := shownWords.FindString(one + other); searched && found != "" {
		b.t.Errorf("waymark %s prints “%s”:\n%s", strings.Join(line, " "), found, one)
	}
	if same && one != other {
		at := 0
		for at < min(len(one), len(other)) && one[at] == other[at] {
			at++
		}
		cut := func(s string) string { return s[max(0, at-200):min(len(s), at+200)] }
		b.t.Errorf("waymark %s tells levels apart:\n%s\n---------- and\n%s", strings.Join(line, " "), cut(one), cut(other))
	}
}

// Nothing that any command prints to a reviewer hangs on a level that they may
// not see yet.
func TestNoCommandTellsALevelEarly(t *testing.T) {
	b := newBlindTable(t)
	known := blindArgs()
	for _, cmd := range everyCommand((&cli{}).rootCmd()) {
		name := strings.TrimPrefix(cmd.CommandPath(), "waymark ")
		if !isVerb(cmd) || elsewhere(name) {
			continue
		}
		args, ok := known[name]
		if !ok {
			args = []string{"", judgedFirst, "1.4"}
		}
		for _, typed := range args {
			for _, line := range asReviewer(name, typed) {
				b.check(line, true)
			}
		}
		for _, typed := range proposing()[name] {
			for _, line := range asReviewer(name, typed) {
				b.check(line, false)
			}
		}
	}
}

// isVerb reports whether a command does something itself.
func isVerb(cmd *cobra.Command) bool { return !cmd.HasSubCommands() && cmd.Name() != "waymark" }

// The test above is worth nothing if the worlds did not differ to those who may
// see them.
func TestTheWorldsOfTheBlindTestDiffer(t *testing.T) {
	b := newBlindTable(t)
	for _, line := range []string{"assess show", "assess show 1.4", "overview", "history --limit 0 --json", "dump --canonical", "priorities suggest --json", "export full --format json"} {
		if fields := strings.Fields(line); b.in(0, fields) == b.in(1, fields) {
			t.Errorf("waymark %s is the same in both worlds", line)
		}
	}
}
