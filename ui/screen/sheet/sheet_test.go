package sheet_test

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"waymark/model"
	"waymark/rubrics"
	"waymark/ui"
	"waymark/ui/env"
	"waymark/ui/nav"
	"waymark/ui/screen/sheet"
	"waymark/ui/uitest"
)

// shelf has the lesson visit beside the whole-school rubric.
type shelf struct {
	*uitest.Shelf
	list model.Rubric
	err  error
}

func (s shelf) Rubrics(context.Context) ([]env.RubricEntry, error) {
	return []env.RubricEntry{{Hash: s.list.Hash(), Rubric: s.list, Shipped: true}}, s.err
}

func lessons(t *testing.T) model.Rubric {
	t.Helper()
	r, err := rubrics.Load("lesson-visit")
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func aDay() []model.Slot {
	return []model.Slot{{ID: "1-2", Stop: model.Stop{Day: 1, Start: 630, Minutes: 60, Kind: model.SlotWalk}}}
}

// begin is a reviewer on a learning walk; every level of the school is 4.
func begin(t *testing.T) *uitest.Driver {
	t.Helper()
	d := uitest.NewEnv(t).Begin().Judge(strings.Repeat("4", 41)).Visit([]model.AreaID{"3.1"}, aDay()...)
	d.Env.Shelf = shelf{Shelf: d.Shelf, list: lessons(t)}
	return d.Do(d.Env.Desk.Book.GoTo(d.Env.Desk.Voice, uitest.VisitID, "1-2"))
}

func run(d *uitest.Driver, id model.RoomID) *uitest.Driver {
	open := func(r nav.Route) ui.Screen {
		if r, ok := r.(nav.Sheet); ok {
			return sheet.New(d.Env, r)
		}
		return &uitest.Place{Route: r}
	}
	d.Run(open, nav.Home{}, 80, 24)
	d.Keys = 0
	d.Env.Nav.Push(nav.Sheet{Room: id})
	d.Send(struct{}{})
	return d
}

func visitNow(d *uitest.Driver) model.Visit { v, _ := d.Env.Visit(); return v }

// there is a room that was entered before.
func there(t *testing.T) *uitest.Driver {
	t.Helper()
	d := begin(t)
	b, v := d.Env.Desk.Book, d.Env.Desk.Voice
	d.Do(b.SetRoom(v, uitest.VisitID, "r1", model.RoomText{Slot: "1-2", Phase: "primary", Subject: "Maths", Place: "Room 4", Teacher: "T7", Chosen: true}))
	return d.Do(b.Watch(v, uitest.VisitID, "r1", model.Watching{Role: "pupil-watcher", Position: "front-corner"}))
}

func only(t *testing.T, d *uitest.Driver) model.Room {
	t.Helper()
	rooms := visitNow(d).Rooms
	if len(rooms) != 1 {
		t.Fatalf("%d rooms", len(rooms))
	}
	return rooms[0]
}

// A room of twenty lines takes at most thirty keys beside the words: enough to
// be done in ninety seconds.
func TestARoomInThirtyKeys(t *testing.T) {
	d := run(begin(t), "")
	d.See("Which room is it?", "What is taught?", "20 lines, one number each").Exact().Golden("head-80x24")
	d.Type("Maths").Press("enter").Type("Room 4").Press("enter").Type("t7").Press("enter").See("Line 1 of 20.")
	for i := range 20 {
		if i == 2 {
			d.Exact().Golden("80x24")
		}
		d.Press(fmt.Sprint(1 + i%3))
	}
	d.See("20 of 20", "All 20 lines are answered. Enter goes back to the rooms.")
	if d.Press("enter").See("nav.Home{}", "Kept: 20 of 20 lines answered, 1 minute."); d.Keys > 30 {
		t.Fatalf("%d keys", d.Keys)
	}
	r := only(t, d)
	if r.Subject != "Maths" || r.Place != "Room 4" || r.Teacher != "T7" || r.Slot != "1-2" || r.Minutes != 1 || len(r.Observed) != 20 {
		t.Fatalf("%+v", r)
	}
}

func TestAnswersAreThoseOfTheCommands(t *testing.T) {
	d := run(there(t), "r1").See("Maths, primary, Room 4", "T7", "You: Pupil-watcher, Front corner. The school’s possible example.")
	d.Press("1", "2", "4").See("How many of the three pupils?", "0   1   2   3 of the three pupils   - not applicable", "3 counts as seen, 1 or 2 as partly, 0 as not seen.")
	d.Press("2").See("2 of 3, partly", "– not applicable", "1 seen", "4 of 20")
	d.Press("3", "3", "3", "0").See("0 of 3, not seen", "Everyone answers")
	d.Press("-", "-", "-", "-", "1", "1", "1", "3")
	want := map[model.ItemID]string{
		"1.1": "seen", "1.2": "partly", "1.3": "not applicable", "1.4": "partly 2", "2.1": "not seen", "2.4": "not seen 0",
		"3.1": "not applicable", "3.4": "not applicable", "4.4": "seen 3",
	}
	r := only(t, d)
	for id, said := range want {
		o, _ := r.By(uitest.Reviewer, id)
		got := o.Answer
		if o.Pupils != nil {
			got += fmt.Sprintf(" %d", *o.Pupils)
		}
		if got != said {
			t.Errorf("%s is %q, want %q", id, got, said)
		}
	}
}

func TestMovingTakingOffAndUndo(t *testing.T) {
	d := run(there(t), "r1").Press("1", "1", "[", "[").See("► 1.1", "► 1 seen").Press("0").See("The answer is taken off. u brings it back.")
	if len(only(t, d).Observed) != 1 {
		t.Fatal("not taken off")
	}
	d.Press("down", "down").Press("u").See("Undid", "► 1.1")
	d.Press("0", "0").See("There is no answer to take off here.").Press("]", "]", "]", "3").Press("up", "r").See("taken off")
	d.Press("9").See("Press 0 to 3 for how many of the three pupils").Press("up", "9").See("Press a number from 1 to 4.")
	d.Press("end").See("► 5.4").Press("1").See("2 of 20 are answered. This is the first one left.", "► 1.1")
	d.Press("pgdown", "pgup", "home", "enter").See("► 1.3")
	d.Press("esc").See("nav.Home{}")
	if r := only(t, d); r.Minutes != 0 {
		t.Fatalf("time was counted in a room entered before: %d", r.Minutes)
	}
}

func TestANoteGoesWithItsLine(t *testing.T) {
	d := run(there(t), "r1").Press("n").See("Note on 1.1").Type("Board was blank").Exact().Golden("note-80x24")
	d.AtEverySize().Press("enter").See("Your words are kept. Answer the line, and they are filed with it.", "Note: Board was blank")
	d.Press("3").See("3 not seen*")
	if o, _ := only(t, d).By(uitest.Reviewer, "1.1"); o.Note != "Board was blank" || len(d.Env.Unfiled) != 0 {
		t.Fatalf("%+v %v", o, d.Env.Unfiled)
	}
	d.Press("up", "n").Type(" at first").Press("enter").See("The note is kept with the line.")
	d.Press("2")
	if o, _ := only(t, d).By(uitest.Reviewer, "1.1"); o.Note != "Board was blank at first" || o.Answer != "partly" {
		t.Fatalf("%+v", o)
	}
	d.Press("up", "n").Type("!").Press("ctrl+z").Press("esc").Press("n").Type(" half").Press("esc").See("What you typed is kept. Press n to go on with it.")
	if len(d.Env.Unfiled) != 1 {
		t.Fatalf("%v", d.Env.Unfiled)
	}
	d.Press("0").See("The answer and its note are taken off.")
}

func TestTheNextRoomStartsLikeTheOneBefore(t *testing.T) {
	d := run(there(t), "").See("primary", "Pupil-watcher", "Front corner")
	d.Press("tab", "tab", "tab").Type("7").Press("tab", "right").See("Work-scanner", "Aisle").Press("left", "tab", "right").See("Aisle")
	d.Press("tab", "space").See("yes, the school chose it").Press("tab", "right").See("secondary").Press("enter").See("Line 1 of 20")
	v := visitNow(d)
	var r model.Room
	for _, other := range v.Rooms {
		if other.ID != "r1" {
			r = other
		}
	}
	if r.Phase != "secondary" || r.Minutes != 7 || !r.Chosen || len(r.Watchers) != 1 || r.Watchers[0].Watching != (model.Watching{Role: "pupil-watcher", Position: "aisle"}) {
		t.Fatalf("%+v", r)
	}
	d.Press("1", "esc").See("Kept: 1 of 20 lines answered, 7 minutes.")
}

func TestTheTeamsAgreementIsSuggested(t *testing.T) {
	d := begin(t)
	d.Do(d.Env.Desk.Book.SetTeam(d.Env.Desk.Voice, uitest.VisitID, []model.Member{{Person: uitest.Reviewer, Role: "talk-tracker"}}))
	d = run(d, "").See("Talk-tracker", "Opposite side").Type("Art").Press("esc").See("nav.Home{}", "The room is entered.")
	if r := only(t, d); len(r.Watchers) != 1 || r.Watchers[0].Position != "opposite-side" || r.Subject != "Art" {
		t.Fatalf("%+v", r)
	}
}

func TestANameIsNoCode(t *testing.T) {
	d := run(begin(t), "").Type("Maths").Press("tab", "tab").Type("Mrs Jones").Press("enter").See("Use a code such as T7 for the teacher. Leave names out", "Nothing has been lost.").AtEverySize()
	if len(visitNow(d).Rooms) != 0 {
		t.Fatal("entered")
	}
	d.Press("esc").See("Use a code").Press("esc").See("nav.Home{}")
	if len(visitNow(d).Rooms) != 0 || len(d.Env.Unfiled) != 2 {
		t.Fatalf("%v", d.Env.Unfiled)
	}
	d = run(d, "").See("Maths", "Mrs Jones") // it is there again
	d.Press("tab", "tab")
	for range 9 {
		d.Press("backspace")
	}
	d.Press("tab").Type("soon").Press("enter").See("Enter the minutes as a number, such as 7")
	for range 4 {
		d.Press("backspace")
	}
	if d.Type("900").Press("enter").See("Minutes must be from 0 to 180").Press("ctrl+z"); len(visitNow(d).Rooms) != 0 {
		t.Fatal("entered")
	}
}

func TestNothingSaidEntersNothing(t *testing.T) {
	d := run(begin(t), "").Press("esc").See("nav.Home{}")
	if len(visitNow(d).Rooms) != 0 {
		t.Fatal("a room was entered")
	}
}

func TestMoreIsSaidOfARoom(t *testing.T) {
	d := run(there(t), "r1").Press("e").See("More of this room").Type(" set 2").Press("esc").See("Maths set 2, primary, Room 4")
	d.Press("e", "down", "down", "down").Type("25").Press("enter").See("25 min")
	if r := only(t, d); r.Minutes != 25 || r.Subject != "Maths set 2" || r.Slot != "1-2" {
		t.Fatalf("%+v", r)
	}
}

func TestWhatOthersAnsweredIsNotShown(t *testing.T) {
	d := there(t)
	shah := model.Voice{Person: "shah", Role: model.Reviewer}
	d.Do(d.Env.Desk.Book.Observe(shah, uitest.VisitID, "r1", lessons(t), "1.1", model.Observation{Answer: "partly", Note: "Theirs"}))
	run(d, "r1").See("0 of 20").SeeNot("Theirs", "2 partly*")
}

func TestATooLongStayIsNotCounted(t *testing.T) {
	d := run(begin(t), "").Type("Art").Press("tab", "tab", "enter", "1")
	d.Wait(4 * time.Hour)
	d.Press("esc").See("Kept: 1 of 20 lines answered.")
	if r := only(t, d); r.Minutes != 0 {
		t.Fatalf("%d minutes", r.Minutes)
	}
}

func TestTheMouseAnswers(t *testing.T) {
	d := run(there(t), "r1")
	find := func(text string) (x, y int) {
		for y, l := range d.Lines() {
			if i := strings.Index(l, text); i >= 0 {
				return len([]rune(l[:i])), y
			}
		}
		t.Fatalf("no %q:\n%s", text, d.Frame())
		return 0, 0
	}
	x, y := find("2 partly")
	d.Click(x, y).See("► 1.2").Click(find("1.4  The")).See("► 1.4").Click(find("3 of the three")).See("3 of 3, seen")
	if o, _ := only(t, d).By(uitest.Reviewer, "1.1"); o.Answer != "partly" {
		t.Fatalf("%+v", o)
	}
	d.Send(struct{}{})
	d.Resize(60, 18)
	d.Press("home")
	x, y = find("1 seen")
	d.Click(x, y).See("► 1.2")
}

func TestFramesFitEverywhere(t *testing.T) {
	d := run(there(t), "r1").Press("1", "2", "4", "2", "3").AtEverySize()
	d.Resize(120, 30)
	d.Exact().Golden("120x30")
	d.Resize(60, 18)
	d.Exact().Golden("60x18")
	d.Env.Prefs.Roomy = true
	d.AtEverySize().Press("e").AtEverySize()
}

func TestNothingOfTheSchoolsLevelsShows(t *testing.T) {
	d := run(there(t), "r1")
	for _, k := range []string{"1", "m", "esc", "?", "esc", "n", "esc", "e", "tab"} {
		d.Press(k).SeeNot("Sharing", "■■■■", "level 4")
	}
}

func TestRefusals(t *testing.T) {
	d := there(t)
	d.Do(d.Env.Desk.Book.CloseVisit(d.Env.Desk.Voice, uitest.VisitID, "Snow"))
	run(d, "r1").See("This visit is closed. You can read it.").Press("1", "n", "e").See("1.1").AtEverySize()
	if len(only(t, d).Observed) != 0 {
		t.Fatal("answered")
	}
	run(there(t).ReadOnly(), "r1").See("This was opened to read only.").Press("1").SeeNot("1 seen").Press("esc").See("nav.Home{}")
	run(there(t), "gone").See("This room is not on the visit any more").AtEverySize()
	d = there(t)
	d.Env.Shelf = shelf{Shelf: d.Shelf, err: errors.New("disk")}
	run(d, "r1").See("There is a problem", "The checklist could not be read.").Press("1").AtEverySize()
	run(uitest.NewEnv(t).Begin(), "").See("No visit is open here").AtEverySize().Press("enter").See("nav.Visits{")
}

func TestARoomTakenBackByUndoIsGone(t *testing.T) {
	d := run(begin(t), "").Type("Art").Press("tab", "tab", "enter").See("Line 1 of 20").Press("u").See("This room is not on the visit any more")
	d.Press("U").See("Did again", "► 1.1")
}

func TestEndlessNamesFit(t *testing.T) {
	d := begin(t)
	long := strings.Repeat("Wordwithoutend 界 ", 20)
	d.Do(d.Env.Desk.Book.SetRoom(d.Env.Desk.Voice, uitest.VisitID, "r1", model.RoomText{Subject: long, Place: long, Teacher: "ABC-1234", Minutes: 180}))
	d.Do(d.Env.Desk.Book.Watch(d.Env.Desk.Voice, uitest.VisitID, "r1", model.Watching{Role: long, Position: long}))
	d.Do(d.Env.Desk.Book.Observe(d.Env.Desk.Voice, uitest.VisitID, "r1", lessons(t), "1.1", model.Observation{Answer: "seen", Note: long + long}))
	run(d, "r1").Press("home").AtEverySize().Press("n").AtEverySize().Press("esc", "e").AtEverySize().Press("tab").AtEverySize()
}
