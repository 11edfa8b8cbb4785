package vote_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"waymark/model"
	"waymark/ui/nav"
	"waymark/ui/uitest"
)

// Six people rate one area, see each other's levels and record one: eight keys.
func TestSixPeopleRateRevealAndRecordInEightKeys(t *testing.T) {
	d := team(t)
	d.See("Team meeting › 3.3", "0 of 6 in", "Headteacher, it is your turn. Others look away.")
	d.Press("1", "2", "3", "2", "2", "3").See("All 6 are in. Press s to show every level together.", "Everybody is in.")
	d.Press("s").See("Spread: 1 to 3", "Headteacher, what have you seen that others may not have?",
		"SENDCo and English lead, what would need to be true for this to be a 3?", "► 2 Developing",
		"The middle view is 2. It is a starting point for talk, not the answer.")
	d.Press("enter").See("5.1", "3.3 recorded as 2 Developing. u takes it back.")
	if d.Keys != 8 {
		t.Fatalf("it took %d keys, want 8", d.Keys)
	}
	if got := d.Level("3.3"); got != 2 {
		t.Fatalf("the school says %d, want 2", got)
	}
	if votes := talk(t, d, "3.3").Rounds[0]; len(votes) != 6 || votes[0].Level != 1 || votes[2].Level != 3 {
		t.Fatalf("the first levels are not kept: %+v", votes)
	}
}

// frames plays keys and keeps every frame on the way.
func frames(d *uitest.Driver, keys ...string) []string {
	all := []string{d.Styled()}
	for _, k := range keys {
		d.Press(k)
		all = append(all, d.Styled())
	}
	return all
}

// What is drawn before levels are shown is the same whatever people gave, at
// every size and in every form: no frame can hold a level.
func TestNothingDrawnBeforeTheRevealDependsOnALevel(t *testing.T) {
	for _, size := range [][2]int{{80, 24}, {120, 30}, {60, 18}, {50, 14}} {
		play := func(a, b, c, d4 string) []string {
			d := team(t)
			d.Resize(size[0], size[1])
			all := frames(d, a, b, "up", "up", c, "u", "U", "e", "down", d4, "e", "t", "s")
			return append(all, frames(d, "esc", "n", "esc", "[", "]")...)
		}
		low, high := play("1", "1", "2", "1"), play("4", "2", "3", "5")
		for i := range low {
			if low[i] != high[i] {
				t.Fatalf("at %v, step %d tells levels apart:\n%s\n%s", size, i, low[i], high[i])
			}
		}
	}
}

func TestALevelByArrowsAndEnterIsCoveredTheSame(t *testing.T) {
	d := team(t)
	before := d.Press("1").Frame()
	other := team(t)
	other.Press("right").See("► 1 Early", "Press Enter to give it. It is covered at once.").AtEverySize()
	if got := other.Press("right", "right", "right", "left", "enter").Frame(); got != before {
		t.Fatalf("a level given with arrows looks different:\n%s\n%s", before, got)
	}
	other.Press("right").See("► 1 Early").Press("esc").SeeNot("► 1 Early")
	for range 5 {
		other.Press("right", "enter")
	}
	other.See("Enter show all").Press("enter").See("Spread: 1 to 3", "► 1 Early")
	other.Press("right", "right", "enter").See("3.3 recorded as 3 Embedded")
}

func TestTheChairShowsBeforeAllAreIn(t *testing.T) {
	d := team(t)
	d.SeeNot("s show all").Press("s").See("Levels stay hidden")
	d.Press("2", "2", "2", "2", "s").See("2 of 6 are still to give a level. Show all levels now?", "Enter show all", "Esc wait").Golden("asking-80x24")
	d.Press("esc").See("Maths lead, it is your turn.", "4 of 6 in")
	d.Press("s", "enter").See("All said 2", "All gave 2. Press Enter to record it and go on.").SeeNot("Talk about it")
	d.Press("enter").See("3.3 recorded as 2 Developing.")
}

func TestSomebodyElsesTurnAndASecondThought(t *testing.T) {
	d := team(t)
	d.Press("down", "down").See("SENDCo, it is your turn.").Press("4").See("Year 2 lead, it is your turn.")
	d.Press("up").See("SENDCo is in. Press a number to give another level instead.").Press("1").See("Year 2 lead, it is your turn.", "1 of 6 in")
	d.Press("1", "1", "1", "1", "1").See("Everybody is in.").Press("s").See("All said 1")
}

func TestUndoTakesTheLastLevelBackAndGivesTheTurnAgain(t *testing.T) {
	d := team(t)
	d.Press("1", "2", "u").See("Deputy head, it is your turn.", "1 of 6 in").SeeNot(" 2.", "to 2")
	d.Press("U").See("2 of 6 in", "SENDCo, it is your turn.")
}

func TestPassIsNoLevel(t *testing.T) {
	d := team(t)
	d.Press("5", "5", "5", "5", "5", "m").See("Pass: give no level this time").Press("1").See("6 of 6 in")
	d.Press("s").See("Nobody gave a level", "Passed: Headteacher, Deputy head", "► Come back later", "Enter leave it")
	d.AtEverySize().Press("s").See("Passed: 6 people").Press("enter").See("3.3 is left for another day.")
	if o := talk(t, d, "3.3").Outcome; o == nil || !o.Later || d.Level("3.3") != 0 {
		t.Fatalf("outcome %+v", o)
	}
	d.Press("9").See("Press a number from 1 to 4, or 5 to pass.")
}

func TestSlipsAreTypedDownAList(t *testing.T) {
	d := team(t)
	d.Press("e").See("From the slips", "►  1  Headteacher, A. Person").Press("3", "down", "2").See("The slip of Year 2 lead.", "▒▒ in", "2 of 6 in")
	d.Golden("slips-80x24").AtEverySize()
	d.Press("1", "1", "1", "4", "enter").See("Spread: 1 to 4")
	d = team(t)
	d.Press("e", "1", "enter").See("Think first.").Press("e", "esc").See("Think first.").Press("esc").See("nav.Meetings{}")
}

func TestRateAgainKeepsTheRoundBefore(t *testing.T) {
	d := team(t)
	d.Press("1", "2", "3", "4", "2", "2", "s", "r").See("Round 2. Think again", "0 of 6 in", "Rate it again. The levels given before are kept.")
	d.Press("2", "2", "2", "2", "2", "3", "s").See("Spread: 2 to 3", "This is round 2. In round 1: spread: 1 to 4.")
	if rounds := talk(t, d, "3.3").Rounds; len(rounds) != 2 || rounds[0][3].Level != 4 {
		t.Fatalf("rounds %+v", rounds)
	}
	d.Press("right", "right").See("► Rate again", "Enter rate again").Press("enter").See("Round 3.")
}

func TestAnyLevelCanBeRecordedByItsNumber(t *testing.T) {
	d := team(t)
	d.Press("2", "2", "2", "3", "3", "3", "s", "4").See("► 4 Sharing", "Enter record 4")
	if d.Level("3.3") != 0 {
		t.Fatal("a number alone recorded a level")
	}
	d.Press("9").See("Press a number from 1 to 4.").Press("enter", "[").See("Recorded: 4 Sharing. Enter keeps it and goes on.", "► 4 Sharing")
	d.Press("right", "right", "right", "right").See("► Come back later").Press("left", "left", "enter").See("3.3 recorded as 4 Sharing.")
}

func TestNamesCanBeHidden(t *testing.T) {
	d := team(t)
	d.Press("1", "2", "3", "2", "5", "3", "s", "s").SeeNot("SENDCo", "Headteacher", "Maths lead").See("2 people", "1 person", "Whoever gave 1, what have you seen", "Passed: 1 person", "s show names")
	d.Golden("hidden-80x24").AtEverySize()
	d.Press("s").See("SENDCo")
}

func TestLastAreaLeavesTheMeeting(t *testing.T) {
	d := run(meet(t, posts()[:2], "3.3", "5.1"), "")
	d.Press("2", "2", "s", "enter").See("5.1").Press("3", "4", "s", "-").See("nav.Meetings{}", "That was the last area. u takes it back.")
	if m, _ := d.Env.Desk.Book.Meeting("m1"); m.Talks[0].Outcome == nil || m.Talks[1].Outcome == nil {
		t.Fatalf("%+v", m.Talks)
	}
	d.Env.Nav.Push(nav.Vote{Meeting: "m1"})
	d.Send(nil)
	d.Press("]", "[").See("3.3", "Recorded: 2").Press("]").See("5.1", "This was left for another day.").Press("]").See("There are no more areas this way in this meeting.")
}

func TestUndoReturnsToTheAreaItChanged(t *testing.T) {
	d := team(t)
	d.Press("2", "2", "2", "2", "2", "2", "s", "enter").See("5.1").Press("u").See("Team meeting › 3.3", "► 2 Developing", "Undid:")
	if d.Level("3.3") != 0 || talk(t, d, "3.3").Outcome != nil {
		t.Fatal("the record was not taken back")
	}
}

func TestTheTimerOnlyInforms(t *testing.T) {
	d := team(t)
	var waits []time.Duration
	var last tea.Msg
	d.Env.Wait = func(by time.Duration, msg tea.Msg) tea.Cmd {
		waits, last = append(waits, by), msg
		return nil
	}
	d.Press("t").See("5 of 5 minutes left", "t no timer")
	d.Wait(time.Minute)
	d.Send(last)
	d.See("4 of 5 minutes left")
	stale := last
	d.Press("t").SeeNot("minutes left").Press("t").See("5 of 5 minutes left")
	n := len(waits)
	if d.Send(stale); len(waits) != n {
		t.Fatal("the minutes of a timer put away go on")
	}
	d.Wait(6 * time.Minute)
	if d.Send(last); len(waits) != n || waits[0] != time.Minute {
		t.Fatalf("waits %v", waits)
	}
	d.See("5 minutes have gone, no hurry", "Headteacher, it is your turn.").AtEverySize()
}

func TestNotesAndTheWall(t *testing.T) {
	d := team(t)
	d.Press("n").See(`nav.Note{Area:"3.3"`).Press("esc").Press("b").See(`nav.Wall{Meeting:"m1", Area:"3.3"}`).Press("esc").See("Think first.")
}

func TestTheReviewerDoesNotSeeMeetings(t *testing.T) {
	d := meet(t, posts(), "3.3").Visit([]model.AreaID{"3.3"})
	run(d, "3.3").See("nav.Meetings{}", "Team meetings are the school’s own. A reviewer does not see them.")
	d.Press("esc").SeeNot("Headteacher")
}

func TestAMeetingThatIsNotThere(t *testing.T) {
	run(uitest.NewEnv(t).Begin(), "3.3").See("nav.Meetings{}", "This meeting is not here any more. Your work is safe.")
}

func TestWhatStandsInTheWayIsSaid(t *testing.T) {
	d := meet(t, posts(), "3.3").ReadOnly()
	run(d, "").Press("3").See("This was opened to read only. Nothing has changed.", "0 of 6 in")
	d = meet(t, posts(), "3.3").Judge(strings.Repeat("3", 41))
	run(d, "").Press("3", "3", "3", "3", "3", "3", "s")
	d.Do(d.Env.Desk.Book.Finish())
	d.Press("enter").See("This self-evaluation is finished. Open it again to go on. Nothing has changed.")
	d = team(t)
	d.Shelf.Fail = errors.New("disk is full")
	d.Press("3").See("Not saved since", "1 of 6 in")
	d = meet(t, posts(), "3.3").Judge("333").PlanVisit("v", "2026-10-01", []model.AreaID{"3.3"})
	run(d, "").Press("3", "3", "3", "3", "3", "3", "s")
	d.Do(d.Env.Desk.Book.SealLevels(d.Env.Desk.Voice, "v"))
	d.Press("enter").See("The levels are sealed for a visit. g v lifts the seal. Nothing has changed.")
}

func TestManyPeopleWithLongPosts(t *testing.T) {
	var many []string
	for i := range 17 {
		many = append(many, fmt.Sprintf("Leader of learning, behaviour and everything else in year %d", i))
	}
	d := run(meet(t, many, "3.3"), "").AtEverySize()
	d.Press("e").AtEverySize().Press("e")
	for i := range 17 {
		d.Press(fmt.Sprint(i%4 + 1))
	}
	d.Press("s").AtEverySize().See("Spread: 1 to 4", "► 2 Developing")
	run(meet(t, []string{"", "Deputy head"}, "3.3"), "").See("A. Person", "Deputy head").AtEverySize()
}

func TestScalesOfTwoToNineLevels(t *testing.T) {
	for n := 2; n <= 9; n++ {
		d := uitest.NewEnv(t)
		scale := model.Scale{ID: "s", Title: "S", Expected: 2}
		for i := range n {
			scale.Levels = append(scale.Levels, model.LevelName{Name: fmt.Sprintf("Stage %d", i+1)})
		}
		d.Shelf.Rubric.Scale = scale
		for i := range d.Shelf.Rubric.Areas {
			a := &d.Shelf.Rubric.Areas[i]
			for len(a.Levels) < n {
				a.Levels = append(a.Levels, "Pupils can say what comes next. Staff agree.")
			}
			a.Levels = a.Levels[:n]
		}
		d.Begin()
		d.Do(d.Env.Desk.Book.StartMeeting(d.Env.Desk.Voice, "m1", model.MeetingStart{Date: "2026-09-24", Areas: []model.AreaID{"3.3"}, People: []model.PersonID{"a", "b"}}))
		run(d, "").AtEverySize().Press("1", fmt.Sprint(n)).AtEverySize().Press("s").AtEverySize().See(fmt.Sprintf("Spread: 1 to %d", n))
	}
}

func TestTheMouse(t *testing.T) {
	d := team(t)
	d.See("SENDCo").Click(34, 8).See("SENDCo, it is your turn.").Click(20, 14).See("► 2 Developing").Click(20, 14).See("1 of 6 in")
	d.Send(tea.MouseWheelMsg{Button: tea.MouseWheelDown})
	d.See("Maths lead, it is your turn.")
	d.Press("1", "1", "1", "1", "1", "3", "s").Click(38, 16)
	d.See("Enter record").AtEverySize()
}

func TestFrames(t *testing.T) {
	d := team(t)
	d.Press("1", "2", "3", "2").AtEverySize().Golden("covered-80x24")
	d.Resize(120, 30)
	d.Golden("covered-120x30")
	d.Resize(60, 18)
	d.Golden("covered-60x18")
	d.Resize(80, 24)
	d.Press("2", "3", "s").AtEverySize().Golden("shown-80x24")
	d.Resize(120, 30)
	d.Golden("shown-120x30")
	d.Resize(60, 18)
	d.Golden("shown-60x18")
	d.Env.Prefs.Roomy = true
	d.AtEverySize()
	d.Env.Prefs.Plain = true
	d.Press("r").AtEverySize().SeeNot("▒", "►")
}

func TestTheStatusLineIsNeverCutShort(t *testing.T) {
	d := team(t)
	for _, k := range []string{"right", "esc", "1", "9", "s", "esc", "e", "2", "2", "2", "2", "2", "s", "right", "9", "r", "1", "2", "s", "enter", "-", "[", "]", "enter", "[", "["} {
		d.Press(k)
		if line := d.Lines()[22]; strings.Contains(line, "…") {
			t.Errorf("after %s cut short: %s", k, line)
		}
	}
}
