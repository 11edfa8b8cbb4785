package agenda_test

import (
	"errors"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"waymark/model"
	"waymark/ui"
	"waymark/ui/env"
	"waymark/ui/jot"
	"waymark/ui/nav"
	"waymark/ui/screen/agenda"
	"waymark/ui/task"
	"waymark/ui/uitest"
)

func stop(id model.SlotID, start, minutes int, kind model.SlotKind, title, place string, areas ...model.AreaID) model.Slot {
	return model.Slot{ID: id, Stop: model.Stop{Day: int(id[0] - '0'), Start: start, Minutes: minutes, Kind: kind, Title: title, Place: place, Areas: areas}}
}

// aDay is the day of the mock-up.
func aDay() []model.Slot {
	return []model.Slot{
		stop("1-1", 9*60, 30, model.SlotOpening, "", ""),
		stop("1-2", 9*60+30, 45, model.SlotWalk, "", "Years 3 and 4", "3.1", "3.2", "3.5"),
		stop("1-3", 10*60+15, 30, model.SlotWork, "Book look with subject leads", "", "2.1", "2.3", "4.1"),
		stop("1-4", 10*60+45, 30, model.SlotPupils, "", "Year 5 group", "7.1", "7.3", "6.5"),
		stop("1-5", 11*60+15, 30, model.SlotLeaders, "Inclusion lead", "", "5.1", "5.2", "5.3"),
		stop("1-6", 12*60, 60, model.SlotBreak, "", ""),
		stop("1-7", 13*60, 45, model.SlotWalk, "", "Years 1 and 2", "3.1", "6.1", "6.2"),
		stop("1-8", 14*60, 60, model.SlotAgree, "", ""),
		stop("1-9", 15*60, 30, model.SlotFeedback, "Feedback to governors", ""),
	}
}

func focus() []model.AreaID {
	return []model.AreaID{"2.1", "2.3", "3.1", "3.2", "3.5", "4.1", "5.1", "5.2", "5.3", "6.1", "6.2", "6.5", "7.1", "7.3"}
}

// begin is a visit with its day planned; every level of the school is 4.
func begin(t *testing.T, slots ...model.Slot) *uitest.Driver {
	t.Helper()
	return uitest.NewEnv(t).Begin().Judge(strings.Repeat("4", 41)).Visit(focus(), slots...)
}

func run(d *uitest.Driver) *uitest.Driver {
	open := func(r nav.Route) ui.Screen {
		if _, ok := r.(nav.Home); ok {
			return agenda.New(d.Env, nav.Agenda{})
		}
		return &uitest.Place{Route: r}
	}
	return d.Run(open, nav.Home{}, 80, 24)
}

func notes(d *uitest.Driver) []model.Note {
	return d.Env.Desk.Book.Evaluation().VisitNotes(uitest.VisitID)
}

func here(d *uitest.Driver) model.SlotID {
	v, _ := d.Env.Visit()
	at, _ := v.At(uitest.Reviewer)
	return at.Slot
}

// underWay is the day at a quarter past ten and twelve minutes.
func underWay(t *testing.T) *uitest.Driver {
	t.Helper()
	d := begin(t, aDay()...)
	b, voice := d.Env.Desk.Book, d.Env.Desk.Voice
	d.Wait(-90 * time.Minute)
	for i, n := range []struct {
		slot model.SlotID
		line string
	}{
		{"1-1", "Three claims, one worry"},
		{"1-1", "+ Calm start"},
		{"1-2", "+ @3.1 Reteach after whiteboards"},
		{"1-2", "> @3.5 One task for all in two of six rooms"},
		{"1-3", "+ @4.1 Green-pen replies show pupils acting on comments, Y5 English"},
	} {
		v, _ := d.Env.Visit()
		d.Do(b.WriteNote(voice, model.NoteID("n"+string(rune('0'+i))), jot.Note(b, v, n.slot, n.line)))
	}
	d.Wait(63 * time.Minute)
	d.Do(b.GoTo(voice, uitest.VisitID, "1-3"))
	d.Wait(12 * time.Minute)
	return d
}

func TestTheDayIsSeenAtAGlance(t *testing.T) {
	d := run(underWay(t))
	d.See("Visit to Alder Lane Primary › Day 1", "Offline is fine", "Thursday 24 September", "Lead reviewer R. Okafor",
		"Meet the headteacher", "done, 2 notes", "► 10:15  Book look with subject leads", "now: 12 of 30 minutes", "2.1 2.3 4.1",
		"Lunch and catch up on notes", "60 minutes", "3 of 14 focus areas have evidence", "On time", "have no notes yet. The next chance is",
		"Just type to take a note in this slot. 5 notes so far today.", "type a note   ↑↓ slot   Enter open   Esc commands   F1 help")
	d.Exact().Golden("80x24").AtEverySize()
	d.Resize(120, 30)
	d.Exact().Golden("120x30")
}

func TestNoFrameTellsTheSchoolsLevels(t *testing.T) {
	d := run(underWay(t))
	for _, k := range []string{"", "down", "esc", "r", "esc", "e", "esc", "m", "esc", "?"} {
		if k != "" {
			d.Press(k)
		}
		d.SeeNot("Sharing", "■■■■", "level 4")
	}
}

func TestANoteIsOneKeyAndWords(t *testing.T) {
	d := run(underWay(t))
	d.Type("> @2.3 Books jump from Romans to Tudors in 2 of 6 sets").See("Enter file note").Press("enter")
	if d.Keys != 1 {
		t.Errorf("a note took %d keys", d.Keys)
	}
	d.See("Filed at the 10:15 stop: next step, 2.3, 2 of 6. Ctrl+Z takes it back.")
	n := notes(d)[5]
	want := model.Seen{Visit: uitest.VisitID, Slot: "1-3", Mark: model.MarkNextStep, Fact: model.FactRead, N: 2, Of: 6}
	if n.Text != "Books jump from Romans to Tudors in 2 of 6 sets" || n.Area != "2.3" || n.Seen != want || n.Person != uitest.Reviewer || n.Role != model.Reviewer {
		t.Fatalf("filed as %+v", n)
	}
	d.Press("ctrl+z").See("Undid:")
	if len(notes(d)) != 5 {
		t.Fatal("Ctrl+Z on an empty line did not take the note back")
	}
}

func TestTheFirstNoteBeginsTheDay(t *testing.T) {
	d := run(begin(t, aDay()...))
	d.See("Just type: the first note begins this stop.", "Enter begin this stop").Type("Early").Press("enter")
	if here(d) != "1-1" || notes(d)[0].Slot != "1-1" {
		t.Fatalf("at %q, noted at %q", here(d), notes(d)[0].Slot)
	}
}

func TestDownAndEnterWalkToTheNextStop(t *testing.T) {
	d := run(underWay(t))
	d.Press("down").See("Enter walks to this stop. Notes go to 10:15", "Enter walk there").Press("enter").See("You are at 10:45 Pupils: Year 5 group now. Just type.", "now: 0 of 30 minutes")
	if here(d) != "1-4" || d.Keys != 2 {
		t.Fatalf("at %q after %d keys", here(d), d.Keys)
	}
	d.Press("enter").See(`nav.Capture{Slot:""}`)
}

func TestTypingIsNeverLost(t *testing.T) {
	d := underWay(t)
	d.Env.Drafts = task.NewJournal(func(task.Draft) error { return nil }, func(string) error { return nil })
	run(d)
	d.Type("half a sen")
	key := jot.Key(d.Env.Desk.Book, uitest.VisitID, jot.TheLine)
	if d.Env.Unfiled[key].Text != "half a sen" {
		t.Fatalf("kept %+v", d.Env.Unfiled)
	}
	d.Press("esc").See("half a sen").Press("q").See("including 1 unfinished note").Press("esc")
	d.Press("n").Type("tence").Press("enter")
	if got := notes(d)[5].Text; got != "half a sentence" {
		t.Fatalf("filed %q", got)
	}
	if len(d.Env.Unfiled) != 0 {
		t.Fatalf("still a draft: %v", d.Env.Unfiled)
	}
}

func TestAfterACrashTheWordsAreBackOnTheLine(t *testing.T) {
	d := underWay(t)
	key := jot.Key(d.Env.Desk.Book, uitest.VisitID, jot.TheLine)
	d.Env.Brought = &env.Brought{Drafts: []task.Draft{{Key: key, Text: "> books jum"}}}
	run(d).See("This is what you were typing.", "> books jum").Press("enter")
	if got := notes(d)[5]; got.Text != "books jum" || got.Mark != model.MarkNextStep {
		t.Fatalf("filed %+v", got)
	}
}

func TestRunningLateOffersWhatCanGiveWay(t *testing.T) {
	d := underWay(t)
	d.Do(d.Env.Desk.Book.SetSlot(d.Env.Desk.Voice, uitest.VisitID, "1-5", stop("1-5", 11*60+15, 45, model.SlotLeaders, "Inclusion lead", "", "5.1").Stop))
	d.Wait(26 * time.Minute)
	run(d).See("8 minutes over").Press("esc", "r").See("10 minutes more for 10:15 Book look", "1  ", "from lunch").Golden("late-80x24").AtEverySize()
	d.Press("1").See("The day is changed. u brings it back.")
	if v, _ := d.Env.Visit(); v.Slots[2].Minutes != 40 {
		t.Fatalf("the stop has %d minutes", v.Slots[2].Minutes)
	}
	d.Press("u")
	if v, _ := d.Env.Visit(); v.Slots[2].Minutes != 30 {
		t.Fatal("u did not bring the day back")
	}
}

func TestChangingAStop(t *testing.T) {
	d := run(underWay(t))
	d.Press("down", "esc", "e").See("Stop at 10:45: Pupils: Year 5 group", "What happens").Golden("stop-80x24").AtEverySize()
	d.Press("tab", "tab").Type("!").Press("tab", "end").Type(" and six").Press("tab", "end").Type(" 1.1").Press("enter").See("The stop is set for 10:45.", "!: Year 5 group and six")
	v, _ := d.Env.Visit()
	s, _ := v.Slot("1-4")
	if s.Place != "Year 5 group and six" || s.Title != "!" || len(s.Areas) != 4 || s.Areas[3] != "1.1" {
		t.Fatalf("the stop is %+v", s)
	}
	d.Press("e", "up", "left").Press("enter")
	v, _ = d.Env.Visit()
	if s, _ = v.Slot("1-4"); s.Kind != model.SlotWork {
		t.Fatalf("the stop is %v", s.Kind)
	}
}

func TestAProblemIsSaidAtItsFieldAndNothingIsLost(t *testing.T) {
	d := run(underWay(t))
	d.Press("esc", "e", "shift+tab", "shift+tab", "end").Type(" 9.9").Press("enter").See("Error: There is no area 9.9 here. Enter codes such as 1.1", "Nothing has been lost.")
	d.Press("esc").See("What you typed is there when you press e again.").Press("e").See("9.9").Type("x").Press("enter").See("Time must be like 09:30")
}

func TestAddingAndTakingOutAStop(t *testing.T) {
	d := run(underWay(t))
	d.Press("esc", "+").See("Stop at 10:45: Learning walk").Press("enter").See("The stop is set for 10:45.")
	v, _ := d.Env.Visit()
	if s, ok := v.Slot("1-10"); !ok || s.Start != 645 {
		t.Fatalf("slots are %+v", v.Slots)
	}
	d.Press("m").See("Take this stop out of the day").Press("down", "down", "down", "down", "down", "down", "down", "down", "down", "down", "enter").See("The stop is taken out. Its notes are kept.")
	if v, _ = d.Env.Visit(); len(v.Slots) != 9 {
		t.Fatalf("%d stops are left", len(v.Slots))
	}
}

func TestTheMenuLeadsEverywhereInAVisit(t *testing.T) {
	for key, want := range map[string]string{"1": "nav.Claims{}", "2": "nav.Rooms{}", "3": "nav.Tidy{}", "4": "nav.VisitJudge{", "5": "nav.Agree{", "6": "nav.Points{}", "7": "nav.SignOff{}", "8": "nav.Changed{}", "9": "nav.Visits{Leave:true}"} {
		d := run(underWay(t))
		d.Press("esc", "m", key).See(want)
	}
	d := run(underWay(t))
	d.Press("esc", "m").See("How my levels lean, for me alone").Press("down", "down", "down", "down", "down", "down", "down", "down", "down", "enter").See("nav.Lean{}")
	d = run(underWay(t))
	d.Press("esc", "x").See(`nav.Export{Document:"visit"}`)
	d = run(underWay(t))
	d.Press("esc", "v").See(`nav.Capture{Slot:"1-3"}`)
}

func TestSeveralDays(t *testing.T) {
	d := begin(t, append(aDay(), stop("2-1", 9*60, 60, model.SlotWalk, "Learning walk 2", "", "1.1"))...)
	run(d).See("Thursday 24 September, day 1 of 2").Press("esc", "]").See("Friday 25 September, day 2 of 2", "Learning walk 2", "› Day 2").SeeNot("Meet the headteacher")
	d.Press("]").See("There are no more days this way.").Press("[").See("Meet the headteacher", "day 1 of 2")
	d.Press("end", "up").See("day 1 of 2").Press("down").See("day 2 of 2")
}

func TestAVisitWithoutStopsIsPlannedHere(t *testing.T) {
	d := uitest.NewEnv(t).Begin().Judge(strings.Repeat("4", 41)).Visit(nil)
	run(d).See("This visit has a date and no stops yet: Thursday 24 September", "► 2  One day", "Enter plan the day").Golden("plan-80x24").AtEverySize()
	d.Press("n").Type("Before the day").Press("enter").See("Filed. Ctrl+Z takes it back.").Press("esc")
	d.Press("enter").See("The day is planned: 9 stops.", "Meet the headteacher")
	v, _ := d.Env.Visit()
	if len(v.Focus) != 15 || len(v.Slots) != 9 {
		t.Fatalf("%d areas, %d stops", len(v.Focus), len(v.Slots))
	}
}

func TestWithoutAVisitThereIsAWayToTheList(t *testing.T) {
	d := uitest.NewEnv(t).Begin()
	run(d).See("No visit is open here").AtEverySize()
	d.Press("enter").See("nav.Visits{")
}

func TestAClosedVisitCanBeReadOnly(t *testing.T) {
	d := underWay(t)
	d.Do(d.Env.Desk.Book.CloseVisit(d.Env.Desk.Voice, uitest.VisitID, "everybody had to leave"))
	run(d).See("This visit is closed. You can read it.", "closed").Press("n").SeeNot("type a note")
	d.Press("down", "enter").See(`nav.Capture{Slot:"1-4"}`)
}

func TestReadOnlyChangesNothing(t *testing.T) {
	d := underWay(t).ReadOnly()
	run(d).See("Read only", "This was opened to read only.").Press("down", "enter").See(`nav.Capture{Slot:"1-4"}`)
	if here(d) != "1-3" {
		t.Fatal("a read-only desk walked")
	}
}

func TestAFailingDiskLosesNoWords(t *testing.T) {
	d := underWay(t)
	d.Shelf.Fail = errors.New("disk is full")
	run(d).Type("kept all the same").Press("enter").See("Not saved since", "Filed at the 10:15 stop")
	if got := notes(d)[5].Text; got != "kept all the same" {
		t.Fatalf("noted %q", got)
	}
}

func TestLongNamesAndManyStopsStayInTheirColumns(t *testing.T) {
	var slots []model.Slot
	for i := range 20 {
		slots = append(slots, stop(model.SlotID("1-"+string(rune('a'+i))), 480+20*i, 20, model.SlotWalk, strings.Repeat("A very long name of a stop ", 4), "Somewhere", focus()...))
	}
	d := begin(t, slots...)
	run(d).See("+12").AtEverySize()
	for range 25 {
		d.Press("down").Exact()
	}
	d.See("► 14:20")
	d.Env.Prefs.Roomy = true
	d.AtEverySize()
}

func TestTheMouseChoosesAStop(t *testing.T) {
	d := run(underWay(t))
	d.Press("esc")
	for y, l := range d.Lines() {
		if strings.Contains(l, "11:15  ") {
			d.Click(10, y).See("► 11:15")
			d.Click(10, y).See("You are at 11:15 Inclusion lead now.")
		}
	}
	d.Send(uitest.Key("esc"))
}

func TestEscEndsHere(t *testing.T) {
	d := run(underWay(t))
	for range 6 {
		d.Press("esc")
	}
	d.See("Thursday 24 September").Press("q").See("Leave Waymark?")
}

func TestTheMinuteMovesByItselfAndNothingElse(t *testing.T) {
	d := underWay(t)
	var waiting []tea.Msg
	d.Env.Wait = func(_ time.Duration, msg tea.Msg) tea.Cmd { waiting = append(waiting, msg); return nil }
	run(d).See("now: 12 of 30 minutes")
	d.Wait(time.Minute)
	d.Send(waiting[0])
	d.See("now: 13 of 30 minutes")
	if len(waiting) != 2 {
		t.Fatalf("%d minutes are waited for", len(waiting))
	}
}

func TestALongNoteIsSeenWhole(t *testing.T) {
	d := run(begin(t, aDay()...))
	d.Type("+ @2.3 All six folders go back to Reception, and pupils can explain the order of the units")
	d.See("+ @2.3 All six folders", "the order of the units").AtEverySize()
	d.Press("ctrl+z").See("+ @2.3 All six folders").SeeNot("the units")
	d.Type("rooms").Press("enter")
	if all := notes(d); len(all) != 1 || !strings.HasPrefix(all[0].Text, "All six folders") || !strings.HasSuffix(all[0].Text, "rooms") {
		t.Fatalf("filed %+v", all)
	}
	d.See("Book look with subject leads").Exact()
}
