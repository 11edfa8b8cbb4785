package judge_test

import (
	"testing"

	"waymark/model"
	"waymark/ui/uitest"
)

// recorded is a head who said 3 of area 1.1, where the team then recorded 2.
func recorded(t *testing.T) *uitest.Driver {
	t.Helper()
	d := uitest.NewEnv(t).Begin()
	b, v := d.Env.Desk.Book, d.Env.Desk.Voice
	d.Do(b.GiveLevel(v, "1.1", 3))
	d.Do([]model.Change{model.NamePerson(model.Person{ID: "p2", Name: "B. Lee"}, nil)}, nil)
	d.Do(b.StartMeeting(v, "m1", model.MeetingStart{Date: "2026-09-24", Areas: []model.AreaID{"1.1"}, People: []model.PersonID{v.Person, "p2"}}))
	return d.Do(b.RecordLevel(v, "m1", "1.1", 2, ""))
}

func TestWhatTheTeamRecordedIsWhatIsChosen(t *testing.T) {
	d := run(recorded(t), "1.1", true)
	d.See("►  2  Developing", "The team recorded 2 Developing. Press Enter to keep it and go back.")
	d.Press("enter")
	if got := d.Level("1.1"); got != 2 {
		t.Fatalf("looked at and left, the school says %d, want 2", got)
	}
}

func TestALaterAnswerMovesTheSchoolsLevelAndUndoBringsTheTeamsBack(t *testing.T) {
	d := run(recorded(t), "1.1", false)
	d.Press("4").See("►  4  Sharing", "Chosen: 4 Sharing.")
	if got := d.Level("1.1"); got != 4 {
		t.Fatalf("the school says %d, want 4", got)
	}
	d.Press("enter").See("1.2  Order and end points")
	d.Press("u").See("1.1  Breadth", "►  2  Developing", "Undid: 1.1 from 4 back to 2.")
	d.Press("c").See("►  2  Developing", "Confidence  high")
	d.Press("0").See("Press the number that fits best")
}
