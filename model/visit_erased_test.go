package model_test

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"waymark/model"
)

// Words erased from any event of a visit or a meeting are nowhere to be read,
// and everything else stays where it is.
func TestErasedWordsOfAVisitAreGone(t *testing.T) {
	d, v := visitDay(t)
	fillVisit(d, v)
	const secret = "Aurelia"
	d.do(d.book.WriteNote(v, "n", model.NoteText{Area: "1.1", Text: "Heard " + secret, Seen: model.Seen{Visit: theVisit}}))
	d.do(d.book.SetClaim(v, theVisit, "c", model.ClaimText{Kind: model.Worry, Text: secret + " leaves"}))
	d.do(d.book.SetPoint(v, theVisit, "p", model.PointText{Kind: model.BrightSpot, Text: "The class of " + secret}))
	d.do(d.book.SetClosing(v, theVisit, model.Closing{First: "See " + secret}))
	d.do(d.book.Observe(v, theVisit, "r9", checklist(), "1.s1", model.Observation{Answer: "seen", Note: secret + " asked"}))
	d.do(d.book.Disagree(v, theVisit, "1.2", model.Apart{School: "Yes", Reviewer: secret + " said not"}))
	d.do(d.book.Sign(v, theVisit, model.SideSchool, model.Signature{Name: secret}))
	d.do(d.book.StartMeeting(d.self(), theMeeting, model.MeetingStart{Date: "2026-09-10", Areas: []model.AreaID{"1.1"}, People: []model.PersonID{"ann", "ben"}}))
	d.do(d.book.ComeBack(d.self(), theMeeting, "1.1", secret+" is away"))
	d.do(d.book.SetPoint(v, theVisit, "p9", model.PointText{Kind: model.Strength, Text: "Calm corridors"}))
	var gone []model.Record
	for _, r := range d.log {
		if strings.Contains(string(r.Payload), secret) {
			gone = append(gone, erase(r))
		}
	}
	if len(gone) != 8 {
		t.Fatalf("%d events to erase", len(gone))
	}
	d.take(gone)
	read := reads(d.book, d.mine) + told(t, d.book.Evaluation())
	if strings.Contains(read, secret) {
		t.Fatalf("erased, and still read:\n%s", read)
	}
	if !strings.Contains(read, "Calm corridors") || !strings.Contains(read, "words erased") {
		t.Fatalf("what was not erased is gone, or nobody says that something was:\n%s", read)
	}
	if got := told(t, open(t, slices.Concat(gone, d.log)).Evaluation()); got != told(t, d.book.Evaluation()) {
		t.Fatal("an erased copy and one that still had the words fold apart")
	}
}

// A level that was sealed and then erased is said to have moved: it can no
// longer be shown.
func TestAnErasedLevelIsNoLongerSealed(t *testing.T) {
	d, _ := visitDay(t)
	d.do(d.book.SealLevels(d.self(), theVisit))
	for _, r := range d.log {
		if r.Subject == "self/area/1.1/judgement/head" {
			d.take([]model.Record{erase(r)})
		}
	}
	moved, err := d.book.CheckSeal(theVisit)
	if err != nil || !slices.Equal(moved, []model.AreaID{"1.1"}) {
		t.Fatalf("moved %v, %v", moved, err)
	}
}

// Erasing a vote takes it out of its round and shows no other.
func TestAnErasedVoteIsNoVote(t *testing.T) {
	d := meet(t, "amy")
	d.votes("1.1", 2, 3)
	for _, r := range d.log {
		if r.Person == "ann" && r.Kind == model.KindVote {
			d.take([]model.Record{erase(r)})
		}
	}
	if got := given(d.talk("1.1")); got != "ben 0 false" {
		t.Fatalf("got %q", got)
	}
}

// Nothing that anybody may write for a visit, a meeting or a note can break the
// picture: what cannot be read says nothing.
func TestOddEventsOfVisitsSayNothing(t *testing.T) {
	kinds := []model.EventKind{
		model.KindVisiting, model.KindVisitTeam, model.KindFocus, model.KindVisitEmphasis, model.KindSlot, model.KindWhereabouts,
		model.KindSeal, model.KindClaim, model.KindRoom, model.KindWatching, model.KindObservation, model.KindGlance, model.KindDisagreement,
		model.KindPoint, model.KindClosing, model.KindSignature, model.KindVisitStatus, model.KindMeeting, model.KindVote, model.KindRound, model.KindOutcome,
	}
	subjects := []model.Subject{
		"visit", "visit/", "visit//", "visit/v", "visit/v/", "visit/v/start", "visit/v/room/r", "visit/v/room/r/seen/p", "visit/v/room/r/seen/p/i",
		"visit/v/glance/1.1", "visit/v/signature/nobody", "visit/v/slot/1-1", "meeting", "meeting/", "meeting/m/start", "meeting/m/1.1", "meeting/m/1.1/round",
		"meeting/m/1.1/outcome", "meeting/m/1.1/vote/1/p", "meeting/m/1.1/vote/x/p", "meeting/m/1.1/vote/99/p", "meeting/m/1.1/vote/-1/p", "agreed/area/1.1/visit/v",
	}
	values := []any{nil, "x", 7, []int{1}, map[string]any{}, map[string]any{"level": 99}, map[string]any{"number": 99, "shown": true}, map[string]any{"level": 2, "pass": true}, model.Vote{Level: 2}, model.Round{Number: 1, Shown: true}, map[string]any{"date": "2026-09-24", "lead": "x", "areas": []string{"1.1", "9.9"}}}
	rapid.Check(t, func(t *rapid.T) {
		d := visitDesks(t, 1)[0]
		var changes []model.Change
		for range rapid.IntRange(1, 12).Draw(t, "events") {
			changes = append(changes, model.Change{
				Evaluation: evaluation, Person: "p", Role: model.Self, Kind: rapid.SampledFrom(kinds).Draw(t, "kind"),
				Subject: rapid.SampledFrom(subjects).Draw(t, "subject"), Value: values[rapid.IntRange(0, len(values)-1).Draw(t, "value")],
			})
		}
		d.sign(model.Act{}, changes)
		if e := d.book.Evaluation(); len(e.Visits) != 1 || len(e.Meetings) != 1 {
			t.Fatalf("%d visits, %d meetings", len(e.Visits), len(e.Meetings))
		}
		reads(d.book, d.mine)
		d.book.As(d.reviewer()).History()
		if _, err := d.book.Undo(d.mine); err == nil {
			d.undo()
		}
		if got := told(t, open(t, d.log).Evaluation()); got != told(t, d.book.Evaluation()) {
			t.Fatalf("the picture depends on how records came")
		}
	})
}
