package quick_test

import (
	"strings"
	"testing"

	"waymark/model"
	"waymark/ui"
	"waymark/ui/env"
	"waymark/ui/jot"
	"waymark/ui/nav"
	"waymark/ui/screen/quick"
	"waymark/ui/task"
	"waymark/ui/uitest"
)

func begin(t *testing.T) *uitest.Driver {
	t.Helper()
	at := func(id model.SlotID, start int, kind model.SlotKind, place string, areas ...model.AreaID) model.Slot {
		return model.Slot{ID: id, Stop: model.Stop{Day: 1, Start: start, Minutes: 30, Kind: kind, Place: place, Areas: areas}}
	}
	d := uitest.NewEnv(t).Begin().Judge(strings.Repeat("4", 41)).Visit([]model.AreaID{"2.1", "7.1", "7.2"},
		at("1-1", 9*60, model.SlotOpening, ""), at("1-2", 10*60+45, model.SlotPupils, "Year 5 group", "7.1"), at("1-3", 11*60+15, model.SlotLeaders, "", "2.1"))
	return d.Do(d.Env.Desk.Book.GoTo(d.Env.Desk.Voice, uitest.VisitID, "1-2"))
}

// run opens the quick note over the overview.
func run(d *uitest.Driver) *uitest.Driver {
	open := func(r nav.Route) ui.Screen {
		if r, ok := r.(nav.Quick); ok {
			return quick.New(d.Env, r)
		}
		return &uitest.Place{Route: r}
	}
	d.Run(open, nav.Overview{}, 80, 24)
	return d.Press("a")
}

func notes(d *uitest.Driver) []model.Note {
	return d.Env.Desk.Book.Evaluation().VisitNotes(uitest.VisitID)
}

func TestANoteFromAnywhereIsTwoKeysAndWords(t *testing.T) {
	d := run(begin(t))
	d.Type("+ corridor display updated by pupils each week, seen in 3 of 4 rooms").See("Visit to Alder Lane Primary › Quick note", "Goes to 10:45 Pupils: Year 5 group", "Tab to change",
		"Link to no area yet", "Draft kept 10:42:", "You will go back to where you were.", "Enter file and return   Tab next field   Esc keep draft and return")
	d.Exact().Golden("80x24").AtEverySize()
	d.Resize(120, 30)
	d.Exact().Golden("120x30")
	d.Press("enter").See("nav.Overview{}", "Filed at the 10:45 stop: strength, 3 of 4. u takes it back.")
	if d.Keys != 2 {
		t.Errorf("%d keys", d.Keys)
	}
	want := model.Seen{Visit: uitest.VisitID, Slot: "1-2", Mark: model.MarkStrength, Fact: model.FactHeard, N: 3, Of: 4}
	if n := notes(d)[0]; n.Seen != want || len(d.Env.Unfiled) != 0 {
		t.Fatalf("filed %+v", n)
	}
	d.Press("u")
	if len(notes(d)) != 0 {
		t.Fatal("u did not take it back")
	}
}

func TestTheStopCanBeChanged(t *testing.T) {
	d := run(begin(t))
	d.Type("Said later").Press("tab").See("► Goes to", "Left and right go through the stops").Press("right").See("11:15 Leaders").Press("right").See("09:00").Press("left", "enter")
	n := notes(d)[0]
	v, _ := d.Env.Visit()
	if at, _ := v.At(uitest.Reviewer); n.Slot != "1-3" || at.Slot != "1-2" {
		t.Fatalf("noted at %s, reviewer at %s", n.Slot, at.Slot)
	}
}

func TestASuggestedAreaIsANumberAway(t *testing.T) {
	d := run(begin(t))
	d.Type("> pupils are curious and ask questions").See("1  3.3 ", "2  7.1 Interest and curiosity").Press("tab", "tab").See("► Link to", "A number links the note").Golden("link-80x24").AtEverySize()
	d.Press("2").See("Link to 7.1 Interest and curiosity").Press("0").See("no area yet").Press("2", "right", "left", "n").Type("!").Press("enter")
	if n := notes(d)[0]; n.Area != "7.1" || n.Mark != model.MarkNextStep || n.Text != "pupils are curious and ask questions!" {
		t.Fatalf("filed %+v", n)
	}
}

func TestEscKeepsADraft(t *testing.T) {
	d := run(begin(t))
	d.Type("half a thought").Press("esc").See("nav.Overview{}", "Your words are kept as a draft. Press a to go on with them.")
	d.Press("a").See("This is what you were typing.", "half a thought").Press("ctrl+z", "ctrl+y").Type("!").Press("enter")
	if notes(d)[0].Text != "half a thought!" {
		t.Fatalf("%+v", notes(d))
	}
	d.Press("a", "enter").See("Type what you saw, heard or read.").Press("esc").See("nav.Overview{}").SeeNot("draft")
}

func TestAfterACrashTheWordsAreBack(t *testing.T) {
	d := begin(t)
	d.Env.Brought = &env.Brought{Drafts: []task.Draft{{Key: jot.Key(d.Env.Desk.Book, uitest.VisitID, jot.Quick), Text: "kept thro"}}}
	run(d).See("kept thro")
}

func TestTheLevelsOfTheSchoolAreNowhere(t *testing.T) {
	run(begin(t)).Type("x").Press("tab", "tab").SeeNot("Sharing", "■■■■")
}

func TestBeforeTheDayHasBegunTheClockChooses(t *testing.T) {
	d := begin(t)
	d.Do(d.Env.Desk.Book.RemoveSlot(d.Env.Desk.Voice, uitest.VisitID, "1-2"))
	run(d).See("Goes to 09:00 Meet the headteacher")
	d = uitest.NewEnv(t).Begin().Visit([]model.AreaID{"2.1"})
	run(d).See("the visit as a whole").Type("x").Press("tab", "right", "enter")
	if notes(d)[0].Slot != "" {
		t.Fatal("noted at a stop that is not there")
	}
}

func TestClosedReadOnlyAndNoVisit(t *testing.T) {
	d := begin(t)
	run(d)
	d.Do(d.Env.Desk.Book.CloseVisit(d.Env.Desk.Voice, uitest.VisitID, "done"))
	d.Type("late").Press("enter").See("This visit is closed. Open it again under Visits (g v). Your text is kept.")
	d = begin(t).ReadOnly()
	run(d).See("opened to read only").Type("x").Press("enter").See("Your text is kept.")
	d = uitest.NewEnv(t).Begin()
	d.Run(func(r nav.Route) ui.Screen {
		if q, ok := r.(nav.Quick); ok {
			return quick.New(d.Env, q)
		}
		return &uitest.Place{Route: r}
	}, nav.Quick{}, 80, 24)
	d.See("No visit is open here.").AtEverySize().Press("enter").See("nav.Note{")
}
