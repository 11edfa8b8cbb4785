//go:build !windows

package main

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"
)

// visitCuts is how often the power goes on a visit.
func visitCuts() int {
	if os.Getenv("WAYMARK_LONG") != "" {
		return 100
	}
	return 6
}

// cutSpot is where a reviewer types when the power goes.
type cutSpot struct {
	name string
	to   func(v *cutVisit) // from the commands of the agenda to where words are typed
	sees string            // beside the words, when they are there again
	file []string          // the keys that file them, or take them out
	base string            // what stands in the field already
}

// cutSpots are the places of a visit's day in which something is typed.
func cutSpots() []cutSpot {
	enter := []string{"enter"}
	return []cutSpot{
		{"the line of the day", func(v *cutVisit) { v.s.Keys("n") }, "09:30", enter, ""},
		{"a stop", func(v *cutVisit) { v.s.Keys("v").Wait("Learning walk") }, "09:30", enter, ""},
		{"a quick note", func(v *cutVisit) { v.s.Keys("a").Wait("Quick note") }, "Quick note", enter, ""},
		{"a claim", func(v *cutVisit) {
			v.menu("What the school said")
			v.s.Wait("What is the school proud of").Keys("+").Wait("in the headteacher’s words")
		}, "in the headteacher’s words", []string{"enter", "esc"}, ""},
		{"why a level is agreed", func(v *cutVisit) {
			v.menu("Agree judgements")
			v.s.Wait("to agree").Keys("2", "e").Wait("Why, in one sentence?")
		}, "Agree judgements", []string{"ctrl+u", "esc"}, ""},
		{"a sentence where they do not agree", func(v *cutVisit) {
			v.menu("Agree judgements")
			v.s.Wait("to agree").Keys("tab").Wait("What does the school say?")
		}, "The school says, in one sentence", []string{"ctrl+u", "esc"}, ""},
		{"a point", func(v *cutVisit) {
			v.menu("Choose strengths")
			v.s.Wait("Bright spots to share").Keys("+").Wait("What it rests on").Keys("enter")
		}, "A strength", enter, ""},
		{"a name under it", func(v *cutVisit) {
			v.menu("Sign off")
			v.s.Wait("Before you leave").Keys("end", "enter").Wait("┌─ Name", "T. Nguyen")
		}, "┌─ Name", []string{"ctrl+u", "esc"}, "T. Nguyen"},
		{"a note in a room", func(v *cutVisit) {
			v.menu("Rooms")
			v.s.Wait("maths").Keys("home", "enter").Wait("moves on").Keys("n").Wait("file the note")
		}, "maths", []string{"ctrl+u", "esc"}, ""},
		{"a note beside a judgement", func(v *cutVisit) {
			v.menu("Judge the focus areas")
			v.s.Wait("School’s level: hidden").Keys("n").Wait("file note")
		}, "Judge areas", enter, ""},
	}
}

// cutVisit is a reviewer on a visit in a place where the power goes.
type cutVisit struct {
	visitor
	notes  []string // said to be filed
	judged int      // areas said to be judged
	lines  int      // lines of the checklist said to be answered
	starts int      // how often the app was opened, a minute apart
}

// newCutVisit is a visit half way through its day.
func newCutVisit(t *testing.T, c computer) *cutVisit {
	t.Helper()
	d := visitDay()
	c.schoolOf(d)
	must := func(args ...string) { c.waymark(append([]string{"--now", d.Date + "T09:40:00Z"}, args...)...) }
	must("visit", "start", "--reviewer", d.Reviewer, "--post", d.Post, "--date", d.Date, "--template", d.Template, "--focus", areaCodes(d.Focus))
	must("visit", "go", "1-2")
	must("visit", "rate", "1.1=3", "1.2=2", "7.1=4", "2.3=2")
	must("visit", "room", "add", "--phase", "primary", "--subject", "maths")
	return &cutVisit{visitor: visitor{t: t, c: c, d: d}, judged: 4}
}

// begin opens the app and finds what was being typed in its place, and nothing
// that the reviewer may not see.
func (v *cutVisit) begin(spot cutSpot, kept string) {
	v.t.Helper()
	v.starts++
	v.s = v.c.open("--now", fmt.Sprintf("%sT%02d:%02d:00Z", v.d.Date, 10+v.starts/60, v.starts%60))
	switch {
	case v.starts == 1:
		v.s.Wait("Check and finish").Keys("g", "v").Wait("R. Okafor").Keys("home", "enter")
	case kept != "":
		start := kept[:min(len(kept), 30)]
		v.s.Wait("We kept your work", "Carry on where I was").Keys("enter")
		v.s.Wait(spot.sees, strings.TrimSpace(start))
		return
	}
	v.s.Wait("Visit")
}

// settle files what came back, or takes it out, and goes on at the agenda.
func (v *cutVisit) settle(spot cutSpot, kept string) {
	v.t.Helper()
	if kept != "" {
		v.s.Keys(spot.file...)
	}
	v.day()
}

// day goes to the commands of the agenda from wherever the work went on.
func (v *cutVisit) day() {
	v.t.Helper()
	for range 6 {
		if v.s.Has("press n to type") {
			return
		}
		v.s.Keys("esc")
	}
	v.t.Fatalf("the day of the visit cannot be reached:\n%s", v.s.Frame())
}

// says files a note, and waits until it is said to be saved.
func (v *cutVisit) says(round int) {
	v.t.Helper()
	note := fmt.Sprintf("Acknowledged number %d", round)
	v.s.Keys("n").Type("@4.1 " + note).Wait("Enter files it").Keys("enter")
	v.s.Until("a note that is saved", func(frame string) bool {
		return strings.Contains(frame, "Filed at") && strings.Contains(frame, "Saved ")
	})
	v.notes = append(v.notes, note)
	v.s.Keys("esc").Wait("press n to type")
}

var chosenLevel = regexp.MustCompile(`Chosen: [0-9]`)

// judges judges one more area, or answers one more line in a room, and waits
// until that is said to be saved.
func (v *cutVisit) judges(random *rand.Rand) {
	v.t.Helper()
	if random.IntN(2) == 0 && v.lines < 18 {
		v.menu("Rooms")
		v.s.Wait("maths").Keys("home", "enter").Wait("moves on")
		v.s.Keys("1").Until("one more answer that is saved", func(frame string) bool {
			return counted(frame) == v.lines+1 && strings.Contains(frame, "Saved ")
		})
		v.lines++
	} else if v.judged < 20 {
		v.menu("Judge the focus areas")
		v.s.Wait("School’s level: hidden").Keys("3").Until("a level that is saved", func(frame string) bool {
			return chosenLevel.MatchString(frame) && strings.Contains(frame, "Saved ")
		})
		v.judged++
	}
	v.s.Keys("g", "h")
	v.day()
}

var ofLines = regexp.MustCompile(`([0-9]+) of 20`)

// counted is how many lines of a room the frame says to be answered.
func counted(frame string) int {
	m := ofLines.FindStringSubmatch(frame)
	if m == nil {
		return 0
	}
	n, _ := strconv.Atoi(m[1]) // it is made of digits
	return n
}

// safe fails unless everything that was said to be saved is there.
func (v *cutVisit) safe() error {
	var got struct {
		Data struct {
			Judged int
			Notes  json.RawMessage
		}
	}
	out := v.c.waymark("visit", "show", "--json", "--private")
	if err := json.Unmarshal([]byte(out), &got); err != nil {
		return err
	}
	if got.Data.Judged < v.judged {
		return fmt.Errorf("%d areas are judged, %d were saved", got.Data.Judged, v.judged)
	}
	for _, n := range v.notes {
		if !strings.Contains(out, `"`+n+`"`) {
			return fmt.Errorf("“%s” was filed and is gone", n)
		}
	}
	if rooms := v.c.waymark("visit", "room", "show", "1", "--json"); strings.Count(rooms, `"observer":`) < v.lines {
		return fmt.Errorf("%d lines were answered: %s", v.lines, rooms)
	}
	return nil
}

// visitCutShort kills the program at any moment of a visit: nothing that was
// said to be saved is lost, nor any word typed more than a second before, and
// the next start goes on in the visit, with the words in their place.
func visitCutShort(t *testing.T, c computer) {
	seed := uint64(time.Now().UnixNano())
	random := rand.New(rand.NewPCG(seed, 0))
	all := cutSpots()
	first := random.IntN(len(all))
	var v *cutVisit
	kept, at, lost, longest := "", cutSpot{}, 0, 0
	for round := range visitCuts() {
		if round%16 == 0 { // there are 22 areas to judge and 20 lines to answer
			c.folder, kept = t.TempDir(), ""
			v = newCutVisit(t, c)
		}
		v.begin(at, kept)
		if kept == "" || random.IntN(4) > 0 { // else it goes again while the same words are typed on
			v.settle(at, kept)
			v.says(round)
			v.judges(random)
			at, kept = all[(first+round)%len(all)], ""
			at.to(v)
		}
		kept = strings.TrimRight(kept, " ") // as the field has it
		from, n := len(kept), 1+random.IntN(len(whatISaw)-1)
		keys := v.typeOn(kept, n)
		time.Sleep(time.Duration(random.IntN(30)) * time.Millisecond)
		when := time.Now()
		v.s.Kill()
		if err := v.safe(); err != nil {
			t.Fatalf("round %d at %s, seed %d: %v", round, at.name, seed, err)
		}
		kept = v.found(at)
		if len(kept) > from+len(keys) || len(kept) < from+keys.before(when) {
			t.Fatalf("round %d at %s, seed %d: after %d letters %d were typed, %d a second before, these were kept: %q", round, at.name, seed, from, len(keys), keys.before(when), kept)
		}
		lost, longest = lost+from+len(keys)-len(kept), max(longest, from+len(keys)-len(kept))
	}
	t.Logf("%d times: %d letters lost in all, %d at most", visitCuts(), lost, longest)
	v.begin(at, kept)
	v.settle(at, kept)
	leave(t, v.s)
}

// typeOn types up to n letters more behind what is there.
func (v *cutVisit) typeOn(kept string, n int) typed {
	var k typed
	for _, r := range whatISaw[len(kept):min(len(whatISaw), len(kept)+n)] {
		v.s.Type(string(r))
		k = append(k, time.Now())
	}
	return k
}

// found is what was being typed when the power went, as it was kept.
func (v *cutVisit) found(spot cutSpot) string {
	v.t.Helper()
	longest := "" // the runs before left what they had, too
	for _, text := range v.c.drafts() {
		if rest, ok := strings.CutPrefix(text, spot.base); ok && len(rest) > len(longest) && strings.HasPrefix(whatISaw, rest) {
			longest = rest
		}
	}
	return longest
}
