//go:build !windows

package main

import (
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strings"
	"testing"

	"waymark/model"
	"waymark/rubrics"
	"waymark/ui/uitest/pty"
)

// aVisitDay is a whole day of a visit in the app: nine stops, sixty notes, 22
// areas judged blind, 21 agreed and one not, signed and left behind. The same
// day through commands writes the same events.
func aVisitDay(t *testing.T, c computer) {
	d := visitDay()
	c.schoolOf(d)
	s := c.open("--now", d.Date+"T08:00:00Z")
	s.Wait("Check and finish")
	v := visitor{t, c, s, d}
	v.plan()
	v.claims()
	v.lookRound()
	v.judge()
	v.agree()
	v.points()
	v.sign()
	leave(t, s)
	other := computer{t, c.bin, t.TempDir()}
	other.byCommands(d)
	sameEvents(t, c, other)
}

// schoolOf is the school with its own levels.
func (c computer) schoolOf(d aDay) {
	c.t.Helper()
	c.waymark("--now", d.Date+"T08:00:00Z", "school", "add", d.School)
	c.waymark("--now", d.Date+"T08:00:00Z", "assess", "start", "--year", d.Year, "--as", d.Head, "--post", d.HeadPost)
	args := []string{"--now", d.Date + "T08:00:00Z", "assess", "rate"}
	for _, a := range slices.Sorted(maps.Keys(d.Own)) {
		args = append(args, equals(a, d.Own[a]))
	}
	c.waymark(args...)
}

// visitor is the reviewer at the keyboard.
type visitor struct {
	t *testing.T
	c computer
	s *pty.Session
	d aDay
}

// fill types into the field that has the focus and goes on to the next.
func (v visitor) fill(text string) {
	v.t.Helper()
	v.s.Type(text).Wait(text).Keys("tab")
}

var ticked = regexp.MustCompile(`► ([●○]) ([0-9.]+) `)

// plan is the page on which a visit is planned.
func (v visitor) plan() {
	v.t.Helper()
	s := v.s
	s.Keys("g", "v").Wait("Plan a new visit").Keys("enter").Wait("Lead reviewer")
	v.fill(v.d.Reviewer)
	v.fill(v.d.Post)
	s.Wait("24 September 2026").Keys("tab", "tab")
	v.tick()
	v.fill(v.d.Emphasis)
	s.Keys("space", "tab")
	s.Keys("enter").Wait("Meet the headteacher")
}

// tick leaves exactly the focus areas of the day ticked.
func (v visitor) tick() {
	v.t.Helper()
	for range v.d.Own {
		m := ticked.FindStringSubmatch(v.s.Frame())
		if m == nil {
			v.t.Fatalf("no area is chosen:\n%s", v.s.Frame())
		}
		if slices.Contains(v.d.Focus, model.AreaID(m[2])) != (m[1] == "●") {
			v.s.Keys("space")
		}
		v.s.Keys("down")
	}
}

// claims writes down what the school says at the start.
func (v visitor) claims() {
	v.t.Helper()
	s := v.s
	s.Keys("esc")
	v.menu("What the school said")
	s.Wait("What is the school proud of").Keys("enter")
	for _, c := range v.d.Claims {
		s.Wait("A claim").Type(c.Text).Keys("tab").Wait("Link to an area")
		v.link(c.Area)
		s.Wait("It is filed with that").Keys("enter").Wait("Kept.")
	}
	s.Keys("esc").Wait("Three claims").Keys("esc").Wait("press n to type").Keys("n")
}

// link chooses an area by its name.
func (v visitor) link(area model.AreaID) {
	v.t.Helper()
	all, err := rubrics.Shipped()
	if err != nil {
		v.t.Fatal(err)
	}
	for _, r := range all {
		if a, ok := r.Area(area); ok && r.ID == "whole-school" {
			v.s.Type(a.Title).Wait("► 1 " + string(area)).Keys("enter")
			return
		}
	}
	v.t.Fatalf("there is no area %s", area)
}

// check says at lunch how the claims look.
func (v visitor) check() {
	v.t.Helper()
	s := v.s
	v.menu("What the school said")
	s.Wait("not checked").Keys("home")
	for i, c := range v.d.Claims {
		if i > 0 {
			s.Keys("down")
		}
		digit := map[model.Verdict]string{model.Confirmed: "1", model.Unclear: "2", model.Contradicted: "3"}[c.Verdict]
		s.Keys(digit).Wait(fmt.Sprintf("%d of 3 checked", i+1))
	}
	s.Keys("esc").Wait("press n to type")
}

// tidy says of every note without an area what it is about.
func (v visitor) tidy(left int) {
	v.t.Helper()
	s := v.s
	v.menu("Tidy up notes")
	for range left {
		s.Wait("What is it about?")
		text := v.untidy()
		area := v.d.Tidied[text]
		if area == "" {
			s.Keys("-")
		} else {
			s.Keys("tab").Wait("Link to an area")
			v.link(area)
		}
		s.WaitNot(text)
	}
	s.Keys("enter").Wait("press n to type")
}

// untidy is the note that is asked about.
func (v visitor) untidy() string {
	v.t.Helper()
	for text := range v.d.Tidied {
		if v.s.Has(text) {
			return text
		}
	}
	v.t.Fatalf("no note that was left untidy:\n%s", v.s.Frame())
	return ""
}

// menu takes the way of that name out of the menu of the place.
func (v visitor) menu(words string) {
	v.t.Helper()
	v.s.Keys("m").Wait("What you can do here", words)
	for line := range strings.Lines(v.s.Frame()) {
		if number, rest, ok := strings.Cut(strings.Trim(line, " │►\n"), "  "); ok && strings.HasPrefix(strings.TrimSpace(rest), words) {
			v.s.Keys(number)
			return
		}
	}
	v.t.Fatalf("the menu has no number for %q:\n%s", words, v.s.Frame())
}

// lookRound goes from stop to stop and takes the notes.
func (v visitor) lookRound() {
	v.t.Helper()
	s, n := v.s, 0
	for i, stop := range v.d.Stops {
		if i > 0 {
			s.Keys("down")
		}
		s.Keys("enter").Wait("now: 0 of")
		for _, line := range stop.Lines {
			if n++; n%10 == 0 {
				s.Type(line)
			} else {
				s.Send(line) // faster than anybody types
			}
			s.Wait("Enter files it")
			s.Keys("enter").Wait("Filed at")
			s.Until("an empty line", func(frame string) bool { return !strings.Contains(frame, line[2:20]) })
		}
		if stop.ID == "1-6" {
			s.Keys("esc").Wait("press n to type")
			v.tidy(3)
			v.check()
			s.Keys("n")
		}
	}
	s.Keys("esc").Wait("press n to type")
	v.tidy(1)
}

// judge gives a level for every focus area before the school's can be seen.
func (v visitor) judge() {
	v.t.Helper()
	s := v.s
	v.menu("Judge the focus areas")
	s.Wait("School’s level: hidden")
	s.Count()
	for _, l := range v.d.Judged {
		s.Until("area "+string(l.Area), about(l.Area)).Keys(fmt.Sprint(l.Level), "enter")
	}
	within(v.t, s, 2*len(v.d.Judged))
}

// about reports whether a frame is about an area: its name comes first.
func about(a model.AreaID) func(string) bool {
	return func(frame string) bool {
		for line := range strings.Lines(frame) {
			if name, _, ok := strings.Cut(strings.TrimSpace(line), "  "); ok && regexp.MustCompile(`^[0-9]\.[0-9]$`).MatchString(name) {
				return name == string(a)
			}
		}
		return false
	}
}

// agree settles what matches in one act, then the others, the widest gap first.
func (v visitor) agree() {
	v.t.Helper()
	s := v.s
	s.Wait("22 of 22 to agree").Count()
	s.Keys("m", "1").Wait("15 areas agreed").Keys("enter")
	within(v.t, s, 3) // T13
	for range len(v.d.Settled) + 1 {
		if about(v.d.Apart)(s.Frame()) {
			s.Keys("tab").Type(v.d.ApartSchool).Keys("enter").Type(v.d.ApartReviewer).Keys("enter")
			s.Until("another area", func(frame string) bool { return !about(v.d.Apart)(frame) })
			continue
		}
		l := v.settled()
		s.Keys(fmt.Sprint(l.Level), "e").Type(l.Reason).Keys("enter")
		s.Until("what comes next", func(frame string) bool {
			return !about(l.Area)(frame) || strings.Contains(frame, "Everything is settled.")
		})
	}
}

// settled is how the area on the screen was settled that day.
func (v visitor) settled() aLevel {
	v.t.Helper()
	for _, l := range v.d.Settled {
		if about(l.Area)(v.s.Frame()) {
			return l
		}
	}
	v.t.Fatalf("this was not settled:\n%s", v.s.Frame())
	return aLevel{}
}

// points chooses what the visit leaves behind, and answers the last question.
func (v visitor) points() {
	v.t.Helper()
	s := v.s
	s.Keys("enter").Wait("Strengths 0 of 3")
	for _, p := range v.d.Points {
		s.Keys("+").Wait("What it rests on").Keys("enter").Type(p.Text + " @" + string(p.Area)).Keys("enter")
		switch p.Kind {
		case model.NextStepTo:
			s.Wait("┌─ Who").Type(p.Lead).Keys("enter")
		case model.BrightSpot:
			s.Wait("┌─ Who").Type(p.Viewers).Keys("enter")
			s.Keys("space", "enter")
		case model.Strength: // nothing more is asked
		}
		s.Wait("Bright spots to share", p.Text[:20])
	}
	for _, text := range []string{v.d.Closing.First, v.d.Closing.Asked, v.d.Closing.FollowUp} {
		s.Keys("enter").Wait("Enter files it.").Type(text).Keys("enter").Wait("To end with")
	}
	s.Wait("► Go on to the sign-off").Keys("enter").Wait("Before you leave the school")
}

// sign has both read it, and leaves the note behind.
func (v visitor) sign() {
	v.t.Helper()
	s := v.s
	s.Keys("end", "up", "enter").Wait("Who has read this for the reviewers?", v.d.Reviewer).Keys("enter", "enter").Wait("It is recorded.")
	s.Keys("end", "enter").Wait("┌─ Name", v.d.Head).Keys("enter", "enter").Wait("The visit is closed")
	s.Count()
	s.Keys("x", "enter").Wait("Made “")
	within(v.t, s, 2) // T18
}
