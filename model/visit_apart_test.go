package model_test

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"

	"waymark/model"
)

// visitApart lets two people who share a visit each do one thing, then hear each
// other, and gives the visit as both then see it.
func visitApart(t *testing.T, before, a, b func(*desk)) (*desk, *desk, model.Visit) {
	t.Helper()
	shared := func(d *desk) {
		d.do(d.book.StartVisit(d.reviewer(), theVisit, model.Visiting{Date: "2026-09-24", Lead: d.who}))
		if before != nil {
			before(d)
		}
	}
	amy, bob := apart(t, shared, a, b)
	v, err := amy.book.Visit(theVisit)
	if err != nil {
		t.Fatal(err)
	}
	w, err := bob.book.Visit(theVisit)
	if err != nil || !reflect.DeepEqual(v, w) {
		t.Fatalf("the two copies differ after hearing each other:\n%+v\n%+v", v, w)
	}
	return amy, bob, v
}

func focusOn(areas ...model.AreaID) func(*desk) {
	return func(d *desk) { d.do(d.book.SetFocus(d.reviewer(), theVisit, areas)) }
}

func TestCopiesThatChoseApartLookAtBoth(t *testing.T) {
	amy, _, v := visitApart(t, nil, focusOn("2.1", "1.2"), focusOn("1.2", "1.1"))
	slices.Sort(v.Focus)
	if !slices.Equal(v.Focus, []model.AreaID{"1.1", "1.2", "2.1"}) {
		t.Fatalf("focus %v", v.Focus)
	}
	amy.do(amy.book.SetFocus(amy.reviewer(), theVisit, []model.AreaID{"1.1", "2.1"}))
	if v, _ := amy.book.Visit(theVisit); !slices.Equal(v.Focus, []model.AreaID{"1.1", "2.1"}) {
		t.Fatalf("decided, and still %v", v.Focus)
	}
}

func TestEmphasisTeamAndClosingJoin(t *testing.T) {
	_, _, v := visitApart(t, nil, func(d *desk) {
		d.do(d.book.SetVisitEmphasis(d.self(), theVisit, model.VisitEmphasis{Areas: []model.AreaID{"1.1"}, Text: "Phonics"}))
		d.do(d.book.SetTeam(d.reviewer(), theVisit, []model.Member{{Person: "cat"}}))
		d.do(d.book.SetClosing(d.reviewer(), theVisit, model.Closing{First: "See every room", Asked: "Stay longer"}))
	}, func(d *desk) {
		d.do(d.book.SetVisitEmphasis(d.self(), theVisit, model.VisitEmphasis{Areas: []model.AreaID{"1.2"}, Text: "Handwriting"}))
		d.do(d.book.SetTeam(d.reviewer(), theVisit, []model.Member{{Person: "dan", Role: "observer"}}))
		d.do(d.book.SetClosing(d.reviewer(), theVisit, model.Closing{First: "Talk to pupils", Asked: "Stay longer", FollowUp: "June"}))
	})
	for _, want := range []string{"Phonics", "Handwriting"} {
		if !strings.Contains(v.Emphasis.Text, want) {
			t.Errorf("emphasis %q is without %s", v.Emphasis.Text, want)
		}
	}
	if len(v.Emphasis.Areas) != 2 || len(v.Areas()) != 2 || !v.On("cat") || !v.On("dan") || !v.On("amy") || v.On("eve") {
		t.Errorf("areas %v, team %+v", v.Emphasis.Areas, v.Team)
	}
	if c := v.Closing; c.Asked != "Stay longer" || c.FollowUp != "June" || !strings.Contains(c.First, "See every room") || !strings.Contains(c.First, "Talk to pupils") {
		t.Errorf("closing %+v", c)
	}
}

func TestWhatEachCopyAddedIsThere(t *testing.T) {
	walk := model.Stop{Day: 1, Start: 540, Minutes: 30, Kind: model.SlotWalk}
	_, _, v := visitApart(t, nil, func(d *desk) {
		d.do(d.book.SetSlot(d.reviewer(), theVisit, "1-2", walk))
		d.do(d.book.SetClaim(d.reviewer(), theVisit, "a", model.ClaimText{Kind: model.Claimed, Text: "Pupils read daily"}))
		d.do(d.book.SetPoint(d.reviewer(), theVisit, "a", model.PointText{Kind: model.Strength, Text: "Reading"}))
		d.do(d.book.SetRoom(d.reviewer(), theVisit, "a", model.RoomText{Subject: "English"}))
		d.do(d.book.Sign(d.self(), theVisit, model.SideSchool, model.Signature{Name: "A. Head"}))
	}, func(d *desk) {
		early := walk
		early.Start = 510
		d.do(d.book.SetSlot(d.reviewer(), theVisit, "1-1", early))
		d.do(d.book.SetClaim(d.reviewer(), theVisit, "b", model.ClaimText{Kind: model.Worry, Text: "Maths"}))
		d.do(d.book.SetPoint(d.reviewer(), theVisit, "b", model.PointText{Kind: model.Strength, Text: "Calm"}))
		d.do(d.book.SetRoom(d.reviewer(), theVisit, "b", model.RoomText{Subject: "Art"}))
		d.do(d.book.Sign(d.reviewer(), theVisit, model.SideReviewer, model.Signature{Name: "B. Visitor"}))
	})
	if len(v.Slots) != 2 || v.Slots[0].ID != "1-1" || len(v.Claims) != 2 || len(v.Of(model.Strength)) != 2 || len(v.Rooms) != 2 {
		t.Fatalf("%+v", v)
	}
	if len(v.Signed) != 2 || v.Signed[0].Side != model.SideSchool || v.Closed {
		t.Fatalf("signed %+v, closed %v", v.Signed, v.Closed)
	}
	if strings.Contains(spelled(t, v), `"Contested":true`) {
		t.Fatalf("what does not meet waits for a decision: %s", spelled(t, v))
	}
}

func TestSignedApartTheVisitClosesWithoutAReason(t *testing.T) {
	amy, _, v := visitApart(t, nil,
		func(d *desk) {
			d.do(d.book.Sign(d.self(), theVisit, model.SideSchool, model.Signature{Name: "A. Head"}))
		},
		func(d *desk) {
			d.do(d.book.Sign(d.self(), theVisit, model.SideReviewer, model.Signature{Name: "B. Visitor"}))
		})
	if v.Closed {
		t.Fatal("closed by nobody")
	}
	amy.do(amy.book.CloseVisit(amy.self(), theVisit, ""))
	if v, _ := amy.book.Visit(theVisit); !v.Closed || v.Reason != "" {
		t.Fatalf("closed %v %q", v.Closed, v.Reason)
	}
}

func TestOneThingChangedApartSaysSo(t *testing.T) {
	none, one := 0, 1
	_, _, v := visitApart(t, func(d *desk) {
		d.do(d.book.SetRoom(d.reviewer(), theVisit, "r", model.RoomText{Subject: "English"}))
		d.do(d.book.Sign(d.self(), theVisit, model.SideSchool, model.Signature{Name: "A. Haed"}))
	}, func(d *desk) {
		changeEverything(d, "One", 20, &none)
	}, func(d *desk) {
		changeEverything(d, "Two", 30, &one)
	})
	both := spelled(t, v)
	for _, want := range []string{"Claim One", "Claim Two", "Point One", "Point Two", "Yes One", "Yes Two"} {
		if !strings.Contains(both, want) {
			t.Errorf("%q is lost: %s", want, both)
		}
	}
	r := v.Rooms[0]
	if !v.Slots[0].Contested || !v.Claims[0].Contested || !v.Points[0].Contested || !r.Contested || !v.Signed[0].Contested {
		t.Errorf("an open choice is not said: %s", both)
	}
	if len(v.Slots) != 1 || len(v.Rooms) != 1 || len(v.Signed) != 1 || len(v.Apart) != 1 || len(r.Observed) != 1 || !r.Observed[0].Contested {
		t.Errorf("one thing is there twice: %s", both)
	}
	if len(v.Here) != 1 || len(r.Watchers) != 1 {
		t.Errorf("one person is in two places: %+v %+v", v.Here, r.Watchers)
	}
}

// changeEverything is done by the same person at two machines.
func changeEverything(d *desk, how string, minutes int, pupils *int) {
	v := model.Voice{Person: "cat", Role: model.Reviewer}
	d.do(d.book.SetSlot(v, theVisit, "1-1", model.Stop{Day: 1, Start: 540, Minutes: minutes, Kind: model.SlotWalk}))
	d.do(d.book.SetSlot(v, theVisit, model.SlotID("2-"+how), model.Stop{Day: 2, Start: 540, Minutes: minutes, Kind: model.SlotWalk}))
	d.do(d.book.GoTo(v, theVisit, model.SlotID("2-"+how)))
	d.do(d.book.RemoveSlot(v, theVisit, model.SlotID("2-"+how)))
	d.do(d.book.SetClaim(v, theVisit, "c", model.ClaimText{Kind: model.Claimed, Text: "Claim " + how}))
	d.do(d.book.SetPoint(v, theVisit, "p", model.PointText{Kind: model.Strength, Text: "Point " + how}))
	d.do(d.book.SetRoom(v, theVisit, "r", model.RoomText{Subject: "English", Minutes: minutes}))
	d.do(d.book.Watch(v, theVisit, "r", model.Watching{Role: how}))
	d.do(d.book.Observe(v, theVisit, "r", checklist(), "1.s1", model.Observation{Answer: "seen", Pupils: pupils}))
	d.do(d.book.Sign(v, theVisit, model.SideSchool, model.Signature{Name: "A. Head " + how, Reason: "Spelling"}))
	d.do(d.book.GiveLevel(v, "1.1", 2))
	if _, judged := d.book.Evaluation().Area("1.1").SchoolOwn(); !judged {
		d.do(d.book.GiveLevel(model.Voice{Person: "head", Role: model.Self}, "1.1", 3))
	}
	d.do(d.book.Disagree(v, theVisit, "1.1", model.Apart{School: "Yes " + how, Reviewer: "Not in maths"}))
}

func TestAgreedHereAndNotAgreedThereStandBoth(t *testing.T) {
	judged := func(d *desk) {
		d.do(d.book.GiveLevel(d.self(), "1.1", 3))
		d.do(d.book.GiveLevel(d.reviewer(), "1.1", 2))
	}
	amy, _, v := visitApart(t, judged,
		func(d *desk) { d.do(d.book.Agree(d.reviewer(), theVisit, "1.1", 3, "Seen in Year 4")) },
		func(d *desk) {
			d.do(d.book.Disagree(d.reviewer(), theVisit, "1.1", model.Apart{School: "Everywhere", Reviewer: "Not in maths"}))
		})
	j, agreed := amy.book.Evaluation().Area("1.1").By(amy.agreed())
	if _, apart := v.Disagreed("1.1"); !apart || !agreed || j.Level != 3 {
		t.Fatalf("apart %v, agreed %+v", v.Apart, j)
	}
	amy.do(amy.book.Agree(amy.reviewer(), theVisit, "1.1", 3, "Seen in Year 4"))
	if v, _ := amy.book.Visit(theVisit); len(v.Apart) != 0 {
		t.Fatalf("settled, and still apart: %+v", v.Apart)
	}
}

func TestAVisitIsClosedOnlyWhereEveryCopySaysSo(t *testing.T) {
	closing := func(reason string) func(*desk) {
		return func(d *desk) { d.do(d.book.CloseVisit(d.self(), theVisit, reason)) }
	}
	amy, _, v := visitApart(t, nil, closing("Snow"), closing("Illness"))
	if !v.Closed || !strings.Contains(v.Reason, "Snow") || !strings.Contains(v.Reason, "Illness") {
		t.Fatalf("closed on both: %v %q", v.Closed, v.Reason)
	}
	amy.do(amy.book.ReopenVisit(amy.self(), theVisit, "More to say"))
	if v, _ := amy.book.Visit(theVisit); v.Closed || v.ClosedAt != 0 || v.Reason != "" {
		t.Fatalf("opened again: %+v", v)
	}
	_, _, v = visitApart(t, closing("Snow"),
		func(d *desk) { d.do(d.book.ReopenVisit(d.self(), theVisit, "More to say")) },
		func(d *desk) {
			d.do(d.book.ReopenVisit(d.self(), theVisit, "Less to say"))
			closing("Illness")(d)
		})
	if v.Closed {
		t.Fatal("open on one copy, and closed")
	}
}

func TestInDoubtTheLevelsStaySealed(t *testing.T) {
	sealed := func(d *desk) {
		d.do(d.book.GiveLevel(d.self(), "1.1", 3))
		d.do(d.book.SealLevels(d.self(), theVisit))
	}
	lift := func(why string) func(*desk) {
		return func(d *desk) { d.do(d.book.LiftSeal(d.self(), theVisit, why)) }
	}
	_, _, v := visitApart(t, sealed, lift("A slip"), lift("A storm"))
	if v.Sealed() || !strings.Contains(v.Seal.Lifted, "A slip") || !strings.Contains(v.Seal.Lifted, "A storm") {
		t.Fatalf("lifted twice: %+v", v.Seal)
	}
}

// Of the seals that two copies made apart one stands: which it is hangs on what
// they lock, never on their hashes, which other levels and reasons change here.
func TestOfTwoSealsTheOneThatLocksMoreStands(t *testing.T) {
	more := func(areas ...model.AreaID) func(*desk) {
		return func(d *desk) {
			for _, a := range areas {
				d.do(d.book.GiveLevel(d.self(), a, 3))
			}
			d.do(d.book.SealLevels(d.self(), theVisit))
		}
	}
	for i := range 16 {
		first := func(d *desk) {
			d.do(d.book.WriteNote(d.self(), "n", model.NoteText{Text: fmt.Sprint("Seen ", i)}))
			d.do(d.book.GiveLevel(d.self(), "2.1", 2))
		}
		_, _, v := visitApart(t, first, more("1.1", "1.2"), more("1.3"))
		if len(v.Seal.Events) != 3 {
			t.Fatalf("of two seals the one of fewer levels stands: %+v", v.Seal)
		}
		_, _, v = visitApart(t, func(d *desk) {
			first(d)
			d.do(d.book.SealLevels(d.self(), theVisit))
		}, func(d *desk) {
			d.do(d.book.LiftSeal(d.self(), theVisit, "A slip"))
		}, func(d *desk) {
			d.do(d.book.LiftSeal(d.self(), theVisit, "A storm"))
			more()(d)
		})
		if !v.Sealed() || len(v.Seal.Events) != 1 {
			t.Fatalf("sealed again on one copy, and open: %+v", v.Seal)
		}
	}
}

func TestAVisitWhoseStartIsNotHereYetWaits(t *testing.T) {
	amy := newDesk(t, "amy")
	start := amy.do(amy.book.StartVisit(amy.reviewer(), theVisit, model.Visiting{Date: "2026-09-24", Lead: "amy"}))
	amy.do(amy.book.SetPoint(amy.reviewer(), theVisit, "p", model.PointText{Kind: model.Strength, Text: "Calm"}))
	late := slices.DeleteFunc(slices.Clone(amy.log), func(r model.Record) bool { return r.Kind == model.KindVisiting })
	b := open(t, late)
	if _, err := b.Visit(theVisit); len(b.Evaluation().Visits) != 0 {
		t.Fatalf("%+v", b.Evaluation().Visits)
	} else {
		wantErr(t, err, model.ErrNotFound)
	}
	if err := b.Add(start...); err != nil {
		t.Fatal(err)
	}
	if v, err := b.Visit(theVisit); err != nil || len(v.Points) != 1 {
		t.Fatalf("%+v %v", v, err)
	}
}
