package recovered_test

import (
	"strings"
	"testing"
	"time"

	"waymark/model"
	"waymark/ui"
	"waymark/ui/env"
	"waymark/ui/nav"
	"waymark/ui/screen/note"
	"waymark/ui/screen/recovered"
	"waymark/ui/task"
	"waymark/ui/uitest"
)

// crashed has two levels, a note, a flag and a draft that were brought back.
func crashed(t *testing.T) *uitest.Driver {
	t.Helper()
	d := uitest.NewEnv(t).Begin()
	from := len(d.Shelf.Log)
	b, v := d.Env.Desk.Book, d.Env.Desk.Voice
	d.Judge("2")
	d.Judge("32")
	for _, act := range []func() ([]model.Change, error){
		func() ([]model.Change, error) {
			return b.WriteNote(v, "n1", model.NoteText{Area: "1.2", Text: strings.Repeat("word ", 27)})
		},
		func() ([]model.Change, error) { return b.SetFlag(v, "1.2", true) },
	} {
		if err := d.Env.Desk.Do(act()); err != nil {
			t.Fatal(err)
		}
	}
	d.Env.Brought = &env.Brought{
		StoppedAt: time.Date(2026, 9, 24, 10, 31, 0, 0, time.Local), Records: d.Shelf.Log[from:],
		Drafts: []task.Draft{draft(d, "5.3", "attendance officer says that since Easter the mor", 1)},
	}
	return d
}

func draft(d *uitest.Driver, area model.AreaID, text string, at int64) task.Draft {
	id := d.Env.Desk.Book.EvaluationID()
	return task.Draft{Key: string(id) + "/" + string(area) + "/", Evaluation: id, Area: area, Text: text, At: at}
}

func open(d *uitest.Driver) *uitest.Driver {
	return d.Run(func(r nav.Route) ui.Screen {
		switch r := r.(type) {
		case nav.Recovered:
			return recovered.New(d.Env, r)
		case nav.Note:
			return note.New(d.Env, r)
		}
		return &uitest.Place{Route: r}
	}, nav.Recovered{}, 80, 24)
}

func TestItSaysWhatWasBroughtBack(t *testing.T) {
	d := open(crashed(t))
	d.See("We kept your work", "Waymark stopped before it could close properly at 10:31, perhaps", "2 levels      1.1 level 3, 1.2 level 2",
		"1 note        1.2, 27 words", "1 other change", "1 draft       “attendance officer says that since Easter the mor”",
		"Carry on where I was: 1.2 Order and end points", "No report is sent unless you choose to.")
	d.Press("enter").See(`nav.Judge{Area:"1.2"`).Press("esc").See("nav.Home{}")
}

func TestTheNewestDraftIsWhereOneWas(t *testing.T) {
	d := crashed(t)
	d.Env.Brought.Drafts[0].At = uitest.Start().Add(time.Hour).UnixMilli()
	open(d).See("Carry on where I was: a note on 5.3").Press("enter").See("attendance officer", "This is what you were typing.")
	d.Press("esc").See(`nav.Judge{Area:"5.3"`).Press("esc").See("nav.Home{}")
	if got := d.Env.Desk.Book.Evaluation().Area("5.3").Notes; len(got) != 1 {
		t.Fatalf("the draft was not filed: %+v", got)
	}
}

func TestAQuickNoteIsCarriedOnToo(t *testing.T) {
	d := crashed(t)
	d.Env.Brought = &env.Brought{Drafts: []task.Draft{draft(d, "", "corridor displays", 5)}}
	open(d).See("Carry on where I was: a note", "We kept your work", "properly, perhaps").Press("enter").See("Quick note", "corridor displays")
	d.Press("esc").See("nav.Home{}")
}

func TestEachCanBeLookedAt(t *testing.T) {
	d := open(crashed(t)).Press("2").See("attendance officer", "This is what you were typing.").Press("esc")
	d.See("Look at the next one, 2 of 4").SeeNot("1 draft")
	d.See("These are already saved.")
	d.Press("enter").See(`nav.Judge{Area:"1.1", Once:true}`).Press("esc", "enter").See(`nav.Judge{Area:"1.2", Once:true}`)
	d.Press("esc", "enter").See("a note reworded", "27 words").Press("esc")
	d.See("That was the last of them. Everything is kept.", "Look at these one by one")
	d.Press("esc").See("nav.Home{}")
}

func TestTheHomePage(t *testing.T) {
	open(crashed(t)).Press("down", "down", "enter").See("nav.Home{}")
	open(crashed(t)).Press("3").See("nav.Home{}")
}

func TestWorkOfOtherEvaluationsIsOnlyCounted(t *testing.T) {
	d := crashed(t)
	for i := range d.Env.Brought.Records {
		d.Env.Brought.Records[i].Evaluation = "another"
	}
	d.Env.Brought.Drafts[0].Key = "another/1.1/"
	open(d).See("6 pieces of work in another self-evaluation, kept there").SeeNot("Carry on", "attendance officer").AtEverySize()
}

func TestNothingOpenOrNothingBroughtStillLeadsHome(t *testing.T) {
	d := crashed(t)
	d.Env.Desk = nil
	open(d).See("We kept your work", "Go to the home page").SeeNot("Carry on").AtEverySize().Press("enter").See("nav.Home{}")
	d = uitest.NewEnv(t).Begin()
	open(d).See("Everything was already saved.").AtEverySize().Press("enter").See("nav.Home{}")
}

func TestLevelsTakenOffAndOtherAnswersAreWorded(t *testing.T) {
	d := uitest.NewEnv(t).Begin().Judge("3")
	from := len(d.Shelf.Log)
	b, v := d.Env.Desk.Book, d.Env.Desk.Voice
	for _, act := range []func() ([]model.Change, error){
		func() ([]model.Change, error) { return b.TakeOff(v, "1.1") },
		func() ([]model.Change, error) { return b.Judge(v, "1.2", model.Opinion{State: model.NotApplicable}) },
		func() ([]model.Change, error) { return b.Judge(v, "1.3", model.Opinion{State: model.NoEvidence}) },
	} {
		if err := d.Env.Desk.Do(act()); err != nil {
			t.Fatal(err)
		}
	}
	d.Env.Brought = &env.Brought{StoppedAt: time.Date(2026, 9, 21, 16, 0, 0, 0, time.Local), Records: d.Shelf.Log[from:]}
	open(d).See("1.1 level taken off, 1.2 does not apply", "at 16:00 on Monday 21 September")
}

func TestFrames(t *testing.T) {
	d := open(crashed(t)).Golden("80x24").AtEverySize()
	d.Resize(120, 30)
	d.Golden("120x30")
	d.Resize(50, 14)
	d.Golden("50x14")

	d = crashed(t)
	d.Judge(strings.Repeat("4", 41))
	d.Env.Brought.Records = d.Shelf.Log
	for range 8 {
		d.Env.Brought.Drafts = append(d.Env.Brought.Drafts, draft(d, "1.1", strings.Repeat("long words ", 50), 2))
	}
	open(d).See("9 drafts").AtEverySize()
}

func TestASecondClickTakesTheWay(t *testing.T) {
	d := open(crashed(t))
	for y, l := range d.Lines() {
		if strings.Contains(l, "Go to the home page") {
			d.Click(8, y).See("► Go to the home page").Click(8, y).See("nav.Home{}")
			return
		}
	}
	t.Fatal("the way home is not there")
}

func TestWhatWasTypedOnAVisitLeadsBackThere(t *testing.T) {
	d := crashed(t)
	id := string(d.Env.Desk.Book.EvaluationID())
	d.Env.Visiting.Visit = "v1"
	for key, want := range map[string]struct{ words, place string }{
		"//line@v1":             {"the day of the visit", "nav.Agenda{}"},
		"//quick@v1":            {"a quick note of the visit", "nav.Quick{}"},
		"/1.3/seen@v1":          {"a note on 1.3", `nav.VisitJudge{Area:"1.3"`},
		"/1.3/reviewer-says@v1": {"agreeing 1.3", `nav.Agree{Area:"1.3"`},
		"//strength-new@v1":     {"strengths and next steps", "nav.Points{}"},
		"//closing-first@v1":    {"strengths and next steps", "nav.Points{}"},
		"//sign-school-name@v1": {"sign-off", "nav.SignOff{}"},
		"//note-n7@v1":          {"a note of the visit", "nav.Capture{"},
		"//line@v0":             {"a visit", "nav.Visits{"},
		"//meeting-name@":       {"a team meeting", "nav.Meetings{}"},
		"//triad-school-2@":     {"visits between three schools", "nav.Triads{}"},
		"//asks@new":            {"a new visit", "nav.StartVisit{}"},
	} {
		d.Env.Brought = &env.Brought{Drafts: []task.Draft{{Key: id + key, Evaluation: d.Env.Desk.Book.EvaluationID(), Text: "half a sent", At: 5}}}
		r := open(d)
		r.See("Carry on where I was: "+want.words, "“half a sent”").Press("enter").See(want.place)
	}
}
