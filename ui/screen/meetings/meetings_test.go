package meetings_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"waymark/model"
	"waymark/ui"
	"waymark/ui/env"
	"waymark/ui/nav"
	"waymark/ui/screen/meetings"
	"waymark/ui/task"
	"waymark/ui/uitest"
)

func run(d *uitest.Driver) *uitest.Driver {
	d.Run(func(at nav.Route) ui.Screen {
		if at, ok := at.(nav.Meetings); ok {
			return meetings.New(d.Env, at)
		}
		return &uitest.Place{Route: at}
	}, nav.Home{}, 80, 24)
	return again(d)
}

func again(d *uitest.Driver) *uitest.Driver {
	d.Env.Nav.Push(nav.Meetings{})
	d.Send(nil)
	return d
}

func school(t *testing.T) *uitest.Driver { return uitest.NewEnv(t).Begin() }

// known makes people known, by name and post.
func known(d *uitest.Driver, names ...string) *uitest.Driver {
	for i, n := range names {
		name, post, _ := strings.Cut(n, ", ")
		d.Do([]model.Change{model.NamePerson(model.Person{ID: model.PersonID(fmt.Sprintf("p%d", i+1)), Name: name, Post: post}, nil)}, nil)
	}
	return d
}

func TestAMeetingFromNothing(t *testing.T) {
	d := run(school(t)).See("Start a new meeting", "No meetings yet. Press Enter to start one.")
	d.AtEverySize().Golden("empty-80x24")
	d.Press("enter").See("Who is in the meeting?", "Question 1 of 2").Type("A. Khan, headteacher\nB. Lee, SENDCo").AtEverySize().Golden("people-80x24")
	d.Type("\nC. Diaz").Press("enter").See("3 people", "Type the next name, or press Enter when everybody is there.", "Enter go on with 3 people")
	d.Press("enter").See("What will you talk about?", "Nothing is flagged or unsure.").Press("space", "down", "down", "space").See("2 areas, about 10 minutes of talk. Press Enter to start.")
	d.Press("enter").See("nav.Vote{")
	met := d.Env.Desk.Book.Evaluation().Meetings
	if len(met) != 1 || met[0].Date != "2026-09-24" || fmt.Sprint(met[0].Areas) != "[1.1 1.3]" || len(met[0].People) != 3 {
		t.Fatalf("%+v", met)
	}
	for i, want := range []model.Person{{Name: "A. Khan", Post: "headteacher"}, {Name: "B. Lee", Post: "SENDCo"}, {Name: "C. Diaz"}} {
		got := d.Env.Desk.Book.Who(met[0].People[i])
		if got.Name != want.Name || got.Post != want.Post || strings.HasPrefix(string(got.ID), "new") {
			t.Errorf("seat %d: %+v, want %+v", i+1, got, want)
		}
	}
	if len(d.Env.Unfiled) != 0 {
		t.Fatalf("left unfiled: %v", d.Env.Unfiled)
	}
}

func TestWhatIsFlaggedUnsureOrDifferentIsTicked(t *testing.T) {
	d := known(school(t), "A. Khan, head", "B. Lee").Judge("3123")
	b, v := d.Env.Desk.Book, d.Env.Desk.Voice
	d.Do(b.SetFlag(v, "2.1", true)).Do(b.SetConfidence(v, "1.2", model.Low)).Do(b.GiveLevel(model.Voice{Person: "p1", Role: model.Self}, "1.4", 1))
	run(d).Press("+", "space", "down", "space", "enter").See("► [x] 1.2", "[x] 1.4", "[x] 2.1", "low confidence", "two people differ", "flagged to talk about", "[ ] 1.1", "3 of 41")
	d.AtEverySize().Golden("areas-80x24")
	d.Resize(120, 30)
	d.Golden("areas-120x30")
	d.Resize(80, 24)
	// No level is shown to those who are about to give theirs.
	d.SeeNot("■", "Embedded", "Early")
	d.Press("3").See("► [ ] 3.1").Press("right").See("► [x] 3.1").Press("left", "9", "enter")
	if got := d.Env.Desk.Book.Evaluation().Meetings[0].Areas; fmt.Sprint(got) != "[1.2 1.4 2.1]" {
		t.Fatal(got)
	}
}

func TestPeopleKnownAreOfferedAndReviewersAreNot(t *testing.T) {
	d := known(school(t), "A. Khan, headteacher", "B. Lee, deputy head", "C. Diaz").PlanVisit("v", "2026-10-01", nil)
	run(d).Press("enter").See("[ ] A. Khan, headteacher", "Somebody else").SeeNot("Okafor")
	d.Press("enter").See("There is a problem", "Name at least two people").AtEverySize()
	d.Press("3", "3").SeeNot("There is a problem").Press("1", "1").See("[x] A. Khan, headteacher", "seat 2", "[x] C. Diaz", "seat 1")
	d.Press("down", "down", "down", "space").Type("b. lee").Press("enter").See("[x] B. Lee, deputy head", "seat 3").SeeNot("b. lee")
	d.Press("up", "up", "up", "space").See("[ ] A. Khan", "seat 2").Press("enter").See("What will you talk about?")
	d.Press("enter").See("Tick at least one area to talk about", "Nothing has been lost.").AtEverySize().Press("space", "enter")
	if got := d.Env.Desk.Book.Evaluation().Meetings[0].People; fmt.Sprint(got) != "[p3 p2]" {
		t.Fatal(got)
	}
	// The next meeting starts from those who met.
	d.Press("esc")
	run(d).Press("+").See("[x] B. Lee, deputy head", "seat 2", "[x] C. Diaz", "seat 1", "[ ] A. Khan")
}

func TestMeetingsAreListedWithWhatCameOfThem(t *testing.T) {
	d := school(t)
	b, v := d.Env.Desk.Book, d.Env.Desk.Voice
	start := model.MeetingStart{Date: "2026-09-10", Areas: []model.AreaID{"1.1", "1.2", "1.3"}, People: []model.PersonID{"a", "b"}}
	d.Do(b.StartMeeting(v, "old", start)).Do(b.RecordLevel(v, "old", "1.1", 3, "")).Do(b.ComeBack(v, "old", "1.2", "")).Do(b.RecordLevel(v, "old", "1.3", 2, ""))
	d.Wait(3_600_000_000_000)
	start.Date = "2026-09-24"
	d.Do(b.StartMeeting(v, "new", start)).Do(b.RecordLevel(v, "new", "1.1", 4, "")).Do(b.CastVote("a", "new", "1.2", model.Vote{Level: 4}))
	run(d).See("► 24 September 2026, 2 people", "1 of 3 areas settled", "2 of 3 areas settled, 1 for later", "Not finished. Press Enter to go on at 1.2.", "4 Sharing  ■■■■", "1 of 2 in", "not yet")
	d.AtEverySize().Golden("list-80x24")
	d.Resize(120, 30)
	d.Golden("list-120x30")
	d.Resize(80, 24)
	d.Env.Prefs.Roomy = true
	d.AtEverySize()
	d.Press("down").See("3 Embedded", "for another day", "Enter look at it").Press("enter").See(`nav.Vote{Meeting:"old"`).Press("esc")
	d.Press("2", "2").See(`nav.Vote{Meeting:"new"`).Press("esc").Press("1", "1").See("Who is in the meeting?")
	d.Press("esc", "esc", "esc").See("nav.Home{}")
}

func TestNamesSurviveLeavingAndAClosedLid(t *testing.T) {
	d := run(school(t)).Press("enter").Type("A. Khan, head\nB. Lee\nC. Di").Press("esc", "esc", "esc").See("nav.Home{}")
	if len(d.Env.Unfiled) != 2 {
		t.Fatalf("kept: %v", d.Env.Unfiled)
	}
	var drafts []task.Draft
	for _, x := range d.Env.Unfiled {
		drafts = append(drafts, x)
	}
	again(d).Press("enter").See("[x] A. Khan, head", "[x] B. Lee", "seat 2")
	d.Env.Unfiled, d.Env.Brought = nil, &env.Brought{Drafts: drafts}
	d.Press("esc")
	run(d).Press("enter").See("[x] A. Khan, head", "[x] B. Lee").Press("tab").See("C. Di", "This is what you were typing.")
	d.Type("az").Press("ctrl+z").SeeNot("C. Diaz").Press("esc", "esc", "esc")
}

func TestWhoeverHasTheLaptopIsThereAndTheOthersAreTyped(t *testing.T) {
	d := uitest.NewEnv(t)
	o, err := d.Shelf.Begin(t.Context(), env.Beginning{Name: "Alder Lane Primary", Rubric: d.Shelf.Rubric.Hash(), Year: "2026-27", Person: model.Person{ID: "me", Name: "R. Khan", Post: "headteacher"}})
	if err != nil {
		t.Fatal(err)
	}
	d.Env.Take(o)
	run(d).Press("enter").See("[x] R. Khan, headteacher", "seat 1", "Name and post with a comma between").AtEverySize()
	d.Press("enter").See("Name at least two people")
	d.Type("SENDCo: B. Lee").Press("enter").See("[x] B. Lee, SENDCo", "seat 2").Press("enter").See("What will you talk about?")
}

func TestAPastedListOfNames(t *testing.T) {
	run(school(t)).Press("enter").Paste("A. Khan, head; B. Lee, SENDCo; C. Diaz").Press("enter").See("seat 3", "B. Lee, SENDCo")
}

func TestTheReviewerIsSentBack(t *testing.T) {
	d := school(t)
	d.Do(d.Env.Desk.Book.StartMeeting(d.Env.Desk.Voice, "m", model.MeetingStart{Date: "2026-09-24", Areas: []model.AreaID{"1.1"}, People: []model.PersonID{"a", "b"}}))
	run(d.Visit([]model.AreaID{"1.1"})).See("nav.Home{}", "Team meetings are the school’s own. A reviewer does not see them.")
	d.Run(uitest.Single(func() ui.Screen { return meetings.New(d.Env, nav.Meetings{}) }), nav.Meetings{}, 80, 24)
	d.See("Team meetings are the school’s own.").SeeNot("September", "settled").AtEverySize()
}

func TestWhatStandsInTheWayIsSaid(t *testing.T) {
	run(school(t).ReadOnly()).Press("enter").See("This was opened to read only. Nothing has changed.", "Start a new meeting")
	d := run(known(school(t), "A", "B").Judge(strings.Repeat("3", 41)))
	d.Do(d.Env.Desk.Book.Finish())
	d.Press("enter").See("This self-evaluation is finished.", "Start a new meeting")
	d = run(known(school(t), "A", "B"))
	d.Shelf.Fail = errors.New("disk is full")
	d.Press("enter", "space", "down", "space", "enter", "space", "enter").See("nav.Vote{")
	if d.Env.Saver.State().Waiting == 0 {
		t.Fatal("the save did not fail")
	}
}

func TestTheMouse(t *testing.T) {
	d := run(known(school(t), "A. Khan", "B. Lee"))
	d.See("Start a new meeting").Click(10, 7).See("Who is in the meeting?").Click(10, 6).See("► [ ] B. Lee").Click(10, 6).See("► [x] B. Lee")
	d.Send(tea.MouseWheelMsg{Button: tea.MouseWheelUp})
	d.See("► [ ] A. Khan").Click(10, 5).Press("enter").See("► [ ] 1.1").Click(10, 7).Click(10, 7).See("► [x] 1.2")
}

func TestManyLongNames(t *testing.T) {
	var names []string
	for i := range 30 {
		names = append(names, fmt.Sprintf("%s %d, %s", strings.Repeat("Featherstonehaugh-", 4), i, strings.Repeat("leader of learning ", 5)))
	}
	d := run(known(school(t), names...)).Press("enter").AtEverySize().Press("end").AtEverySize().Press("enter").AtEverySize()
	d.Type(strings.Repeat("Featherstonehaugh ", 9)).AtEverySize()
}

func TestTheStatusLineIsNeverCutShort(t *testing.T) {
	d := run(known(school(t), "A", "B"))
	for _, k := range []string{"enter", "enter", "space", "down", "space", "end", "enter", "esc", "home", "enter", "enter", "space", "enter"} {
		d.Press(k)
		if line := d.Lines()[22]; strings.Contains(line, "…") {
			t.Errorf("after %s cut short: %s", k, line)
		}
	}
}
