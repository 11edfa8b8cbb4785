package model_test

import (
	"errors"
	"testing"

	"waymark/model"
)

// visitDay is a school with levels of its own and a visit whose lead has judged:
// 1.1 alike, 1.2 apart, 1.3 by the school alone, 2.1 by the reviewer alone, 2.2
// with an answer that is no level on either side.
func visitDay(t *testing.T) (d *desk, v model.Voice) {
	t.Helper()
	d = newDesk(t, "head")
	v = model.Voice{Person: "visitor", Role: model.Reviewer}
	none := model.Opinion{State: model.NoEvidence}
	d.do(d.book.GiveLevel(d.self(), "1.1", 3))
	d.do(d.book.GiveLevel(d.self(), "1.2", 4))
	d.do(d.book.GiveLevel(d.self(), "1.3", 2))
	d.do(d.book.Judge(d.self(), "2.2", none))
	d.do(d.book.StartVisit(v, theVisit, model.Visiting{Date: "2026-09-24", Lead: "visitor"}))
	d.do(d.book.GiveLevel(v, "1.1", 3))
	d.do(d.book.GiveLevel(v, "1.2", 2))
	d.do(d.book.GiveLevel(v, "2.1", 2))
	d.do(d.book.Judge(v, "2.2", none))
	return d, v
}

func (d *desk) inVisit(a model.AreaID) (model.Judgement, bool) {
	j, ok := d.book.Evaluation().Area(a).By(model.Voice{Role: model.Agreed})
	return j, ok && j.Visit == theVisit
}

func TestSameLevelIsOfTwoLevels(t *testing.T) {
	d, v := visitDay(t)
	for a, want := range map[model.AreaID]bool{"1.1": true, "1.2": false, "1.3": false, "2.1": false, "2.2": false, "2.3": false} {
		if l, same := d.book.SameLevel(theVisit, a); same != want || same && l != 3 {
			t.Errorf("%s: %d %v", a, l, same)
		}
	}
	if _, same := d.book.SameLevel("w", "1.1"); same {
		t.Error("a visit that is not there agrees")
	}
	d.do(d.book.GiveLevel(model.Voice{Person: "another", Role: model.Reviewer}, "1.2", 4))
	if _, same := d.book.SameLevel(theVisit, "1.2"); same {
		t.Error("another reviewer speaks before the lead")
	}
	d.do(d.book.Agree(v, theVisit, "1.1", 2, "After all"))
	if l, same := d.book.SameLevel(theVisit, "1.1"); !same || l != 3 {
		t.Errorf("what was agreed hides the first levels: %d %v", l, same)
	}
}

func TestAgreeAllAgreesWhatMatchesAndIsNotSettled(t *testing.T) {
	all := []model.AreaID{"1.1", "1.2", "1.3", "2.1", "2.2", "2.3"}
	d, v := visitDay(t)
	d.do(d.book.GiveLevel(d.self(), "2.1", 2))
	wrote := d.do(d.book.AgreeAll(v, theVisit, all))
	if len(wrote) != 2 || len(d.book.History()[0].Steps) != 2 {
		t.Fatalf("%d records, want one act for 1.1 and 2.1", len(wrote))
	}
	for a, want := range map[model.AreaID]model.Level{"1.1": 3, "1.2": 0, "1.3": 0, "2.1": 2, "2.2": 0, "2.3": 0} {
		if j, _ := d.inVisit(a); j.Level != want {
			t.Errorf("%s agreed at %d, want %d", a, j.Level, want)
		}
	}
	_, err := d.book.AgreeAll(v, theVisit, all)
	wantErr(t, err, model.ErrNothing)
	d.undo()
	if _, ok := d.inVisit("1.1"); ok {
		t.Fatal("undo left half of the act")
	}
	d.do(d.book.Agree(v, theVisit, "1.1", 2, "Not in the lower years"))
	d.do(d.book.Disagree(v, theVisit, "2.1", model.Apart{School: "Yes", Reviewer: "In one room"}))
	_, err = d.book.AgreeAll(v, theVisit, all) // what was settled by hand stays
	wantErr(t, err, model.ErrNothing)
	if j, _ := d.inVisit("1.1"); j.Level != 2 || j.Reason != "Not in the lower years" {
		t.Fatalf("%+v", j)
	}
}

func TestAgreeNeedsBothSides(t *testing.T) {
	d, v := visitDay(t)
	_, err := d.book.Agree(v, theVisit, "1.3", 2, "")
	wantField(t, err, "area", "1.3 has no reviewer’s judgement yet. Give it first")
	_, err = d.book.Agree(v, theVisit, "2.1", 2, "")
	wantField(t, err, "area", "The school has not judged 2.1 yet. Ask it to, or agree it another day")
	_, err = d.book.Disagree(v, theVisit, "1.3", model.Apart{School: "Yes", Reviewer: "No"})
	wantField(t, err, "area", "1.3 has no reviewer’s judgement yet. Give it first")
	_, err = d.book.Disagree(v, theVisit, "1.2", model.Apart{School: "Yes", Reviewer: " "})
	wantField(t, err, "sentences", "Enter one sentence for the school and one for the reviewer")
	_, err = d.book.Agree(v, theVisit, "9.9", 2, "")
	wantErr(t, err, model.ErrNotFound)
	_, err = d.book.Agree(v, theVisit, "1.2", 5, "")
	wantField(t, err, "level", "Level must be from 1 to 4")
	_, err = d.book.Agree(v, "w", "1.2", 3, "")
	wantErr(t, err, model.ErrNotFound)
	d.do(d.book.Agree(v, theVisit, "2.2", 2, "Enough was seen together")) // neither side had a level
	if j, _ := d.inVisit("2.2"); j.Level != 2 {
		t.Fatalf("%+v", j)
	}
}

func TestAgreeAndDisagreeReplaceEachOther(t *testing.T) {
	d, v := visitDay(t)
	first := d.book.Evaluation().Area("1.2")
	apart := model.Apart{School: "In every room", Reviewer: "Not in maths"}
	for range 2 {
		d.do(d.book.Agree(v, theVisit, "1.2", 3, " In  most rooms "))
		if j, _ := d.inVisit("1.2"); j.Level != 3 || j.Reason != "In most rooms" || j.Person != "visitor" {
			t.Fatalf("%+v", j)
		}
		if _, err := d.book.Agree(v, theVisit, "1.2", 3, "In most rooms"); !errors.Is(err, model.ErrNothing) {
			t.Fatalf("agreeing again: %v", err)
		}
		d.do(d.book.Disagree(v, theVisit, "1.2", apart))
		if _, err := d.book.Disagree(v, theVisit, "1.2", apart); !errors.Is(err, model.ErrNothing) {
			t.Fatalf("not agreeing again: %v", err)
		}
		visit, _ := d.book.Visit(theVisit)
		if got, ok := visit.Disagreed("1.2"); !ok || got.Apart != apart || got.Area != "1.2" {
			t.Fatalf("%+v", visit.Apart)
		}
		if _, agreed := d.inVisit("1.2"); agreed {
			t.Fatal("agreed and not agreed")
		}
	}
	after := d.book.Evaluation().Area("1.2")
	if spelled(t, first.Judgements) != spelled(t, after.Judgements) {
		t.Fatalf("the first levels moved: %+v", after.Judgements)
	}
	d.undo()
	if _, agreed := d.inVisit("1.2"); !agreed {
		t.Fatal("undo of a disagreement left the agreed level away")
	}
}

// visitRules does one thing with every rule of a visit and says which were refused.
func visitRules(d *desk, v model.Voice) map[string]error {
	b, walk := d.book, model.Stop{Day: 1, Start: 540, Minutes: 30, Kind: model.SlotWalk}
	rules := map[string]func() ([]model.Change, error){
		"team":      func() ([]model.Change, error) { return b.SetTeam(v, theVisit, []model.Member{{Person: "x"}}) },
		"focus":     func() ([]model.Change, error) { return b.SetFocus(v, theVisit, []model.AreaID{"1.1"}) },
		"emphasis":  func() ([]model.Change, error) { return b.SetVisitEmphasis(v, theVisit, model.VisitEmphasis{Text: "x"}) },
		"slot":      func() ([]model.Change, error) { return b.SetSlot(v, theVisit, "1-1", walk) },
		"slots":     func() ([]model.Change, error) { return b.SetSlots(v, theVisit, []model.Slot{{ID: "1-2", Stop: walk}}) },
		"drop slot": func() ([]model.Change, error) { return b.RemoveSlot(v, theVisit, "1-9") },
		"go to":     func() ([]model.Change, error) { return b.GoTo(v, theVisit, "1-9") },
		"claim": func() ([]model.Change, error) {
			return b.SetClaim(v, theVisit, "c", model.ClaimText{Kind: model.Worry, Text: "x"})
		},
		"unclaim":    func() ([]model.Change, error) { return b.RemoveClaim(v, theVisit, "c9") },
		"room":       func() ([]model.Change, error) { return b.SetRoom(v, theVisit, "r", model.RoomText{Subject: "Art"}) },
		"leave room": func() ([]model.Change, error) { return b.RemoveRoom(v, theVisit, "r9") },
		"watch":      func() ([]model.Change, error) { return b.Watch(v, theVisit, "r9", model.Watching{Role: "x"}) },
		"observe": func() ([]model.Change, error) {
			return b.Observe(v, theVisit, "r9", checklist(), "1.s2", model.Observation{Answer: "seen"})
		},
		"glimpse": func() ([]model.Change, error) { return b.Glimpse(v, theVisit, "2.3") },
		"agree":   func() ([]model.Change, error) { return b.Agree(v, theVisit, "1.1", 3, "") },
		"disagree": func() ([]model.Change, error) {
			return b.Disagree(v, theVisit, "1.2", model.Apart{School: "x", Reviewer: "y"})
		},
		"seal": func() ([]model.Change, error) { return b.SealLevels(v, theVisit) },
		"point": func() ([]model.Change, error) {
			return b.SetPoint(v, theVisit, "p", model.PointText{Kind: model.Strength, Text: "x"})
		},
		"remove point": func() ([]model.Change, error) { return b.RemovePoint(v, theVisit, "p9") },
		"closing":      func() ([]model.Change, error) { return b.SetClosing(v, theVisit, model.Closing{First: "x"}) },
		"judge":        func() ([]model.Change, error) { return b.GiveLevel(v, "2.3", 1) },
		"take off":     func() ([]model.Change, error) { return b.TakeOff(v, "1.2") },
	}
	refused := map[string]error{}
	for name, rule := range rules {
		_, refused[name] = rule()
	}
	return refused
}

// fillVisit makes what the rules of visitRules change or take out.
func fillVisit(d *desk, v model.Voice) {
	d.do(d.book.SetSlot(v, theVisit, "1-9", model.Stop{Day: 1, Start: 840, Minutes: 30, Kind: model.SlotWalk}))
	d.do(d.book.SetClaim(v, theVisit, "c9", model.ClaimText{Kind: model.Claimed, Text: "Said"}))
	d.do(d.book.SetRoom(v, theVisit, "r9", model.RoomText{Subject: "Music"}))
	d.do(d.book.SetPoint(v, theVisit, "p9", model.PointText{Kind: model.Strength, Text: "Calm"}))
}

func TestAClosedVisitStaysUntilItIsOpenedAgain(t *testing.T) {
	d, v := visitDay(t)
	fillVisit(d, v)
	for name, err := range visitRules(d, v) {
		if err != nil {
			t.Errorf("%s on an open visit: %v", name, err)
		}
	}
	_, err := d.book.CloseVisit(v, theVisit, "")
	wantField(t, err, "reason", "Both sides have not signed. Sign first, or say why it is closed without")
	_, err = d.book.ReopenVisit(v, theVisit, "Why")
	wantErr(t, err, model.ErrNothing)
	d.do(d.book.Sign(d.self(), theVisit, model.SideSchool, model.Signature{Name: "A. Haed", Post: "Headteacher"}))
	if visit, _ := d.book.Visit(theVisit); visit.Closed {
		t.Fatal("closed with one name")
	}
	d.do(d.book.Sign(v, theVisit, model.SideReviewer, model.Signature{Name: "R. Okafor"}))
	visit, _ := d.book.Visit(theVisit)
	if !visit.Closed || visit.Reason != "" || visit.ClosedAt == 0 {
		t.Fatalf("two names, and %+v", visit)
	}
	before := spelled(t, visit)
	for name, err := range visitRules(d, v) {
		if !errors.Is(err, model.ErrVisitClosed) {
			t.Errorf("%s on a closed visit: %v", name, err)
		}
	}
	_, err = d.book.CloseVisit(v, theVisit, "Again")
	wantErr(t, err, model.ErrNothing)
	_, err = d.book.Undo(d.mine)
	wantErr(t, err, model.ErrVisitClosed)
	if now, _ := d.book.Visit(theVisit); spelled(t, now) != before {
		t.Fatal("a closed visit moved")
	}
	_, err = d.book.ReopenVisit(v, theVisit, "")
	wantField(t, err, "reason", "Say why the visit is opened again")
	d.do(d.book.ReopenVisit(v, theVisit, "One area is missing"))
	for name, err := range visitRules(d, v) {
		if err != nil {
			t.Errorf("%s on a visit opened again: %v", name, err)
		}
	}
	d.do(d.book.CloseVisit(v, theVisit, "")) // both names are there
}

func TestANameIsCorrectedWithAReason(t *testing.T) {
	d, v := visitDay(t)
	_, err := d.book.Sign(v, theVisit, "neither", model.Signature{Name: "A"})
	wantField(t, err, "side", "Say whether the school or the reviewer signs")
	_, err = d.book.Sign(v, theVisit, model.SideSchool, model.Signature{Name: " "})
	wantField(t, err, "name", "Enter the name for the record")
	d.do(d.book.Sign(v, theVisit, model.SideSchool, model.Signature{Name: "A. Haed"}))
	_, err = d.book.Sign(v, theVisit, model.SideSchool, model.Signature{Name: " A.  Haed"})
	wantErr(t, err, model.ErrNothing)
	_, err = d.book.Sign(v, theVisit, model.SideSchool, model.Signature{Name: "A. Head"})
	wantField(t, err, "reason", "Say why the name is corrected")
	d.do(d.book.CloseVisit(v, theVisit, "Snow"))
	_, err = d.book.Sign(v, theVisit, model.SideReviewer, model.Signature{Name: "R. Okafor"})
	wantErr(t, err, model.ErrVisitClosed)
	d.do(d.book.Sign(v, theVisit, model.SideSchool, model.Signature{Name: "A. Head", Reason: "Spelling"}))
	visit, _ := d.book.Visit(theVisit)
	if s, _ := visit.Signature(model.SideSchool); s.Name != "A. Head" || s.Reason != "Spelling" || !visit.Closed {
		t.Fatalf("%+v", s)
	}
	_, err = d.book.Undo(d.mine)
	wantErr(t, err, model.ErrVisitClosed) // a name is no slip of a finger: the act before it is what undo meets
}

func TestWhatAVisitAgreedIsNotUndoneOnceItIsClosed(t *testing.T) {
	d, v := visitDay(t)
	d.do(d.book.Agree(v, theVisit, "1.1", 3, ""))
	d.do(d.book.CloseVisit(v, theVisit, "Snow"))
	_, err := d.book.Undo(d.mine)
	wantErr(t, err, model.ErrVisitClosed)
	d.do(d.book.ReopenVisit(v, theVisit, "One more"))
	d.undo()
	d.do(d.book.CloseVisit(v, theVisit, "Snow again"))
	_, err = d.book.Redo(d.mine)
	wantErr(t, err, model.ErrVisitClosed)
}

func TestAReviewerIsDoneWhenEveryVisitIsClosed(t *testing.T) {
	d, v := visitDay(t)
	d.do(d.book.StartVisit(v, "w", model.Visiting{Date: "2026-11-24", Lead: "visitor"}))
	d.do(d.book.CloseVisit(v, theVisit, "Snow"))
	d.do(d.book.GiveLevel(v, "2.3", 1)) // the other visit is to come
	d.do(d.book.CloseVisit(v, "w", "Snow"))
	_, err := d.book.GiveLevel(v, "2.3", 2)
	wantErr(t, err, model.ErrVisitClosed)
	d.do(d.book.GiveLevel(model.Voice{Person: "another", Role: model.Reviewer}, "2.3", 2))
}

func TestADeletedEvaluationHasNoVisits(t *testing.T) {
	d, v := visitDay(t)
	fillVisit(d, v)
	d.do(d.book.SetRemoved(true))
	for name, err := range visitRules(d, v) {
		if !errors.Is(err, model.ErrRemoved) && name != "judge" && name != "take off" {
			t.Errorf("%s: %v", name, err)
		}
	}
	_, err := d.book.GiveLevel(v, "2.3", 1)
	wantErr(t, err, model.ErrRemoved)
}

// Of two visits the one of the later day is in front, and of one day always the
// same one: neither when they were written down nor what clocks show decides.
func TestTheVisitOfTheLaterDayIsInFront(t *testing.T) {
	for _, c := range []struct{ a, z, front string }{
		{"2026-11-01", "2026-03-01", "a"}, {"2026-03-01", "2026-11-01", "z"}, {"2026-03-01", "2026-03-01", "z"},
	} {
		for _, first := range []model.VisitID{"a", "z"} {
			d, v := visitDay(t)
			start := func(id model.VisitID) {
				date := map[model.VisitID]string{"a": c.a, "z": c.z}[id]
				d.do(d.book.StartVisit(v, id, model.Visiting{Date: date, Lead: "visitor"}))
			}
			start(first)
			start(map[model.VisitID]model.VisitID{"a": "z", "z": "a"}[first])
			d.do(d.book.Agree(v, "a", "1.1", 1, ""))
			d.do(d.book.Agree(v, "z", "1.1", 2, ""))
			s := d.book.Evaluation().Area("1.1")
			if in := s.InRole(model.Agreed); len(in) != 1 || in[0].Visit != model.VisitID(c.front) {
				t.Errorf("a on %s, z on %s, %s started first: %+v", c.a, c.z, first, in)
			}
		}
	}
}

// Where one decision ends several open choices, what it is said to have changed
// hangs on what they say, not on the ids of events.
func TestADecisionIsToldTheSameWhateverTheClock(t *testing.T) {
	for wall := range int64(8) {
		amy, bob := newDesk(t, "amy"), newDesk(t, "bob")
		amy.now += wall
		amy.do(amy.book.Judge(amy.agreed(), "1.1", level(4)))
		bob.do(bob.book.Judge(bob.agreed(), "1.1", level(2)))
		amy.hear(bob)
		amy.do(amy.book.Judge(amy.agreed(), "1.1", level(3)))
		if got := amy.book.History()[0].Steps[0].Describe(); got != "1.1 from 2 to 3" {
			t.Errorf("told as %q", got)
		}
	}
}
