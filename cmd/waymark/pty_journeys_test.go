//go:build !windows

package main

import (
	"encoding/json"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"waymark/ui/uitest/pty"
)

// judging opens the app at the first area of a new evaluation.
func (c computer) judging() *pty.Session {
	c.t.Helper()
	s := c.begun().open()
	s.Wait("Judge each area").Keys("enter").Wait("1.1 Breadth", "1-4 level")
	s.Count()
	return s
}

// carryOn is T1: open the app and go on. Its clock starts where it is told to.
func carryOn(t *testing.T, c computer) {
	c.begun().waymark("assess", "rate", "1.1=2")
	s := c.open("--now", "2026-09-24T10:42:00Z")
	s.Wait("Judge each area").Keys("enter").Wait("1.2 Order and end points").Keys("3").Wait("Chosen: 3", "Saved 10:42")
	within(t, s, 2)
	leave(t, s)
	if got := c.levels()["1.2"]; got != 3 {
		t.Errorf("1.2 is %d", got)
	}
}

// digits are 41 levels that tell one area from another.
func digits() []string {
	var all []string
	for i := range 41 {
		all = append(all, strconv.Itoa(i%4+1))
	}
	return all
}

// levels are the levels in the file, as the program's own command reads them.
func (c computer) levels() map[string]int {
	c.t.Helper()
	all := map[string]int{}
	for line := range strings.Lines(c.waymark("assess", "show", "--plain")) {
		if cells := strings.Split(line, "\t"); len(cells) > 2 {
			word, _, _ := strings.Cut(cells[2], " ")
			all[cells[0]], _ = strconv.Atoi(word) // 0 for "not judged"
		}
	}
	return all
}

// allJudged fails unless every area has the level that was pressed for it.
func (c computer) allJudged() {
	c.t.Helper()
	got := c.levels()
	if len(got) != 41 {
		c.t.Fatalf("%d areas", len(got))
	}
	i := 0
	for line := range strings.Lines(c.waymark("assess", "show", "--plain")) {
		if area, _, ok := strings.Cut(line, "\t"); ok {
			if want := i%4 + 1; got[area] != want {
				c.t.Errorf("%s is %d, %d was pressed", area, got[area], want)
			}
			i++
		}
	}
}

// judgeGuided is T3.
func judgeGuided(t *testing.T, c computer) {
	s := c.judging()
	for _, d := range digits() {
		s.Keys(d, "enter")
	}
	s.Wait("Check your judgements")
	within(t, s, 84)
	leave(t, s)
	c.allJudged()
}

// judgeQuick is T4, and it leaves before anything more is said.
func judgeQuick(t *testing.T, c computer) {
	s := c.judging()
	s.Keys(".").Keys(digits()...).Quick("q", "enter")
	within(t, s, 44)
	if code := s.Exit(); code != 0 {
		t.Errorf("it ended with %d", code)
	}
	s.Restored()
	c.allJudged()
}

// writeNote is T6: on this area, and from anywhere.
func writeNote(t *testing.T, c computer) {
	s := c.judging()
	s.Keys("n").Wait("What did you see").Type("Year 4 explained it back.").Wait("Year 4 explained it back.")
	s.Keys("esc").WaitNot("What did you see").Wait("1 note")
	within(t, s, 2)
	leave(t, s)
	if out := c.waymark("search", "explained"); !strings.Contains(out, "Year 4") {
		t.Errorf("the note is not there: %s", out)
	}
}

// undoOne is T9.
func undoOne(t *testing.T, c computer) {
	s := c.judging()
	s.Keys("3").Wait("Chosen: 3").Keys("2").Wait("Chosen: 2").Count()
	s.Keys("u").Wait("Undid: 1.1 from 2 back to 3")
	within(t, s, 1)
	leave(t, s)
	if got := c.levels()["1.1"]; got != 3 {
		t.Errorf("1.1 is %d", got)
	}
}

// leaveAtOnce is T16.
func leaveAtOnce(t *testing.T, c computer) {
	s := c.begun().open()
	s.Wait("Judge each area").Keys("q").Wait("Everything is saved. Leave Waymark?").Keys("enter")
	within(t, s, 2)
	if code := s.Exit(); code != 0 {
		t.Errorf("it ended with %d", code)
	}
	s.Restored()
}

// firstJudgement is T2: a new computer, and the name of the school.
func firstJudgement(t *testing.T, c computer) {
	s := c.open()
	s.Wait("What do you want to do?").Keys("enter").Wait("What is your school called?")
	s.Type("Alder Lane Primary").Wait("Alder Lane Primary").Keys("enter").Wait("What do you want to judge?")
	s.Keys("enter").Wait("Who is judging?").Keys("enter").Wait("1.1 Breadth", "1-4 level").Keys("3").Wait("Chosen: 3", "Saved")
	within(t, s, 6)
	leave(t, s)
	if got := c.levels()["1.1"]; got != 3 {
		t.Errorf("1.1 is %d", got)
	}
}

// example opens the example school from the first page.
func (c computer) example() *pty.Session {
	c.t.Helper()
	s := c.open()
	s.Wait("What do you want to do?").Keys("down", "enter").Wait("Example school", "Judge each area")
	s.Count()
	return s
}

// noteFromAnywhere is the other half of T6.
func noteFromAnywhere(t *testing.T, c computer) {
	s := c.begun().open()
	s.Wait("Judge each area").Keys("a").Type("Everybody knew the new routine.").Wait("Everybody knew").Keys("esc").Wait("Judge each area")
	within(t, s, 2)
	leave(t, s)
	if out := c.waymark("search", "routine", "--json"); !strings.Contains(out, "Everybody knew the new routine.") {
		t.Errorf("the note is not there: %s", out)
	}
}

// findArea is T7: two keys and up to five letters.
func findArea(t *testing.T, c computer) {
	s := c.begun().open()
	s.Wait("Judge each area").Keys("/").Type("atten").Wait("6.4").Keys("enter").Wait("6.4 Attendance and punctuality", "1-4 level")
	within(t, s, 2)
	leave(t, s)
}

// findUnjudged is T8.
func findUnjudged(t *testing.T, c computer) {
	c.begun().waymark("assess", "rate", "1.1=2", "1.2=2", "1.3=4")
	s := c.open()
	s.Wait("Judge each area").Keys("/", "tab", "right", "enter").Until("the areas not judged yet", func(frame string) bool {
		return strings.Contains(frame, "1.4") && !strings.Contains(frame, "1.3")
	})
	within(t, s, 4)
	leave(t, s)
}

// exportPriorities is T10.
func exportPriorities(t *testing.T, c computer) {
	s := c.example()
	s.Keys("g", "p").Wait("Suggested priorities").Keys("x").Wait("What do you want to share?").Keys("enter").Wait("Made “Example school priorities")
	within(t, s, 4)
	leave(t, s)
	made, err := filepath.Glob(filepath.Join(c.folder, "Documents", "Waymark", "Example school", "*.html"))
	if err != nil || len(made) != 1 {
		t.Fatalf("made %v, %v", made, err)
	}
	if text := content(t, made[0]); !strings.Contains(text, "Example school") || !strings.Contains(text, "</html>") {
		t.Errorf("it holds\n%.500s", text)
	}
}

// acceptAndMerge is T11, then T12.
func acceptAndMerge(t *testing.T, c computer) {
	s := c.example()
	s.Keys("g", "p", "space", "space", "space").Wait("You have accepted 3")
	within(t, s, 5)
	s.Keys("p", "2", "enter", "enter").Wait("Put together. u splits them again.")
	within(t, s, 4)
	leave(t, s)
	var kept struct {
		Data json.RawMessage
	}
	out := c.waymark("priorities", "list", "--json", "--db", filepath.Join(c.folder, "data", "waymark", "example.db"))
	if err := json.Unmarshal([]byte(out), &kept); err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(out, "Content pinned down and pupils acting on feedback") || strings.Count(out, `"title"`) < 3 {
		t.Errorf("the plan is %s", kept.Data)
	}
}

// lightColours is T15. The choice is kept for the next start.
func lightColours(t *testing.T, c computer) {
	const ground = "48;2;250;250;250"
	s := c.begun().open()
	s.Wait("Judge each area").Keys("d", "right", "enter").Wait("Kept.")
	within(t, s, 3)
	leave(t, s)
	s = c.open()
	s.Wait("Judge each area")
	s.Until("every cell on the chosen ground", func(string) bool {
		for _, row := range s.Cells() {
			for _, cell := range row {
				if !strings.Contains(cell.Style, "48;2;") {
					return false
				}
			}
		}
		return true
	})
	if at := s.Cells()[10][4]; !strings.Contains(at.Style, ground) {
		t.Errorf("the ground is %s", at.Style)
	}
	leave(t, s)
}

// deleteOne is T17: nobody does it by accident, and it can be brought back.
func deleteOne(t *testing.T, c computer) {
	s := c.begun().open()
	s.Wait("Judge each area").Keys("m").Wait("Delete this self-evaluation").Keys("4").Wait("Delete")
	s.Keys("enter").Wait("Judge each area") // the first choice keeps it
	s.Count()
	s.Keys("m").Wait("Delete this self-evaluation").Keys("4", "right", "enter").Wait("is deleted. Press u to bring it back")
	if n := s.Count(); n < 4 {
		t.Errorf("%d keys are enough to delete", n)
	}
	s.Keys("u").Wait("brought back")
	leave(t, s)
	if got := len(c.levels()); got != 41 {
		t.Errorf("%d areas are back", got)
	}
}
