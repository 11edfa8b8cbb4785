package wall_test

import (
	"fmt"
	"strings"
	"testing"

	"waymark/model"
	"waymark/ui/nav"
	"waymark/ui/uitest"
)

func TestTheLevelIsLargeAndReadsAcrossARoom(t *testing.T) {
	d := run(reveal(meet(t, "122233")), inMeeting())
	d.See("Who has to think", "Developing   the middle view", "■■□□", "1  1 person     2  3 people     3  2 people", "What would a 3 look like here?", "1-4 record", "b normal size")
	d.AtEverySize().Golden("shown-80x24")
	d.Resize(120, 30)
	d.Golden("shown-120x30")
	d.Resize(60, 18)
	d.Golden("shown-60x18")
	d.Resize(80, 24)
	d.Env.Prefs.Roomy = true
	d.AtEverySize()
}

// Before levels are shown the wall is the same whatever people gave.
func TestNothingOnTheWallBeforeTheRevealDependsOnALevel(t *testing.T) {
	keys := []string{"4", "up", "down", "1", "enter", "right", "left", "m", "esc", "?", "esc"}
	low, high := run(meet(t, "111111"), inMeeting()), run(meet(t, "432144"), inMeeting())
	low.See("Levels stay hidden until everyone is in.", "1  Early", "4  Sharing").SeeNot("█", "■", "1-4", "person").Golden("covered-80x24").AtEverySize()
	high.AtEverySize()
	for _, k := range keys {
		if a, b := low.Press(k).Styled(), high.Press(k).Styled(); a != b {
			t.Fatalf("after %s the wall tells levels apart:\n%s\n%s", k, a, b)
		}
	}
	if m, _ := low.Env.Desk.Book.Meeting("m1"); m.Talks[0].Outcome != nil || low.Level("3.3") != 0 {
		t.Fatal("something was recorded before the reveal")
	}
}

func TestANumberAndEnterRecordInAMeeting(t *testing.T) {
	d := run(reveal(meet(t, "122233")), inMeeting())
	d.Press("3").See("Embedded   not recorded yet", "Press Enter to record 3 Embedded, or Esc to leave it.", "What would a 4 look like here?")
	if d.Level("3.3") != 0 {
		t.Fatal("a number alone recorded a level")
	}
	d.Press("esc").See("the middle view").Press("up", "enter").See("Recorded 3 Embedded. u takes it back.", "Embedded   recorded")
	if d.Level("3.3") != 3 {
		t.Fatalf("the school says %d", d.Level("3.3"))
	}
	d.Press("u").See("the middle view").Press("down", "enter", "7").See("Press a number from 1 to 4.", "Early   recorded")
	d.Press("4").See("What keeps it there, and who could learn from it?").AtEverySize()
}

func TestBGoesBackToNormalSizeAtTheAreaOnTheWall(t *testing.T) {
	d := run(reveal(meet(t, "12")), inMeeting())
	d.Press("b").See(`nav.Vote{Meeting:"m1", Area:"3.3"}`)
	d = run(reveal(meet(t, "12")), inMeeting())
	d.Press("right").See("5.1", "2 of 2").Press("right").See("There are no more areas this way.").Press("b").See(`nav.Vote{Meeting:"m1", Area:"5.1"}`)
}

func TestUndoShowsTheAreaItChanged(t *testing.T) {
	d := run(reveal(meet(t, "12")), inMeeting())
	d.Press("2", "enter", "right").See("2 of 2").Press("u").See("1 of 2", "the middle view")
}

func TestOutsideAMeetingNothingIsRecorded(t *testing.T) {
	d := uitest.NewEnv(t).Begin().Judge("2")
	b := d.Env.Desk.Book
	n := b.Len()
	run(d, nav.Wall{Area: "1.1"}).See("Developing", "■■□□", "1 of 41", "1-4 show level", "Nothing is recorded here.").SeeNot("person")
	d.Press("4").See("Sharing   what it looks like").Press("enter", "down").See("Embedded   what it looks like").Press("]").See("2 of 41", "1  Early", "4  Sharing").AtEverySize()
	d.Press("1").See("Early   what it looks like").Press("esc", "[", "[").See("There are no more areas this way.")
	if b.Len() != n {
		t.Fatal("the wall wrote something")
	}
	d.Do(b.GiveLevel(model.Voice{Person: "two", Role: model.Self}, "1.1", 3))
	d.Press("b")
	run(d, nav.Wall{Area: "1.1"}).See("2  1 person     3  1 person")
	run(d, nav.Wall{Area: "9.9"}).See("1 of 41")
}

func TestTheReviewerSeesOnlyTheirOwn(t *testing.T) {
	d := uitest.NewEnv(t).Begin().Judge("4444").Visit([]model.AreaID{"1.1"})
	run(d, nav.Wall{Area: "1.1"}).See("1  Early").SeeNot("█", "■■■■")
	d.Do(d.Env.Desk.Book.GiveLevel(d.Env.Desk.Voice, "1.1", 2))
	d.Press("v").See("■■□□").SeeNot("■■■■")
	m := meet(t, "12").Visit([]model.AreaID{"3.3"})
	run(m, inMeeting()).See("nav.Vote{", "Team meetings are the school’s own. A reviewer does not see them.")
}

func TestAMeetingThatIsNotThere(t *testing.T) {
	run(uitest.NewEnv(t).Begin(), inMeeting()).See("nav.Vote{", "This is not here any more. Your work is safe.")
}

func TestNotesNeverReachTheWall(t *testing.T) {
	d := reveal(meet(t, "122233"))
	d.Do(d.Env.Desk.Book.WriteNote(d.Env.Desk.Voice, "n1", model.NoteText{Area: "3.3", Text: "Ask about Samuel in Year 4"}))
	run(d, inMeeting()).SeeNot("Samuel").AtEverySize()
}

func TestWhatStandsInTheWayIsSaid(t *testing.T) {
	run(reveal(meet(t, "12")).ReadOnly(), inMeeting()).Press("2", "enter").See("This was opened to read only. Nothing has changed.")
	d := run(reveal(meet(t, "12")).Judge(strings.Repeat("3", 41)), inMeeting())
	d.Do(d.Env.Desk.Book.Finish())
	d.Press("2", "enter").See("This self-evaluation is finished. Open it again to go on. Nothing has changed.")
	d = run(reveal(meet(t, "12")).Judge("333").PlanVisit("v", "2026-10-01", []model.AreaID{"3.3"}), inMeeting())
	d.Do(d.Env.Desk.Book.SealLevels(d.Env.Desk.Voice, "v"))
	d.Press("2", "enter").See("The levels are sealed for a visit.")
	d = run(reveal(meet(t, "12")), inMeeting())
	d.Shelf.Fail = fmt.Errorf("disk is full")
	d.Press("2", "enter").See("Not saved since", "Developing   recorded")
}

func TestEveryDigitIsDrawn(t *testing.T) {
	d := uitest.NewEnv(t)
	scale := model.Scale{ID: "s", Title: "S", Expected: 2}
	for i := range 9 {
		scale.Levels = append(scale.Levels, model.LevelName{Name: fmt.Sprintf("Stage %d", i+1)})
	}
	d.Shelf.Rubric.Scale = scale
	for i := range d.Shelf.Rubric.Areas {
		a := &d.Shelf.Rubric.Areas[i]
		for len(a.Levels) < 9 {
			a.Levels = append(a.Levels, strings.Repeat("Pupils can say what comes next. Staff agree. ", 12))
		}
	}
	run(d.Begin(), nav.Wall{Area: "1.1"}).AtEverySize()
	seen := map[string]int{}
	for n := 1; n <= 9; n++ {
		d.Press(fmt.Sprint(n)).See(fmt.Sprintf("Stage %d", n), "██").AtEverySize()
		var ink []string
		for _, l := range d.Lines()[2:21] {
			ink = append(ink, strings.TrimRight(string([]rune(l)[:12]), " "))
		}
		if other := seen[strings.Join(ink, "\n")]; other != 0 {
			t.Errorf("%d and %d look the same", n, other)
		}
		seen[strings.Join(ink, "\n")] = n
	}
	d.Env.Prefs.Plain = true
	d.Press("8").SeeNot("█").See("##")
}
