package model_test

import (
	"testing"

	"waymark/model"
)

// dayOf is a school with one area judged and agreed among itself, and a
// reviewer who judged it too.
func dayOf(t *testing.T) (d *desk, voice model.Voice) {
	d = newDesk(t, "head")
	voice = model.Voice{Person: "visitor", Role: model.Reviewer}
	d.do(d.book.GiveLevel(d.self(), "1.1", 2))
	d.do(d.book.Judge(d.agreed(), "1.1", level(4)))
	d.do(d.book.StartVisit(voice, "v", model.Visiting{Date: "2026-09-24", Lead: "visitor"}))
	d.do(d.book.GiveLevel(voice, "1.1", 3))
	return d, voice
}

func agreedLevel(d *desk) (front, own model.Level) {
	s := d.book.Evaluation().Area("1.1")
	j, _ := s.By(model.Voice{Role: model.Agreed})
	o, _ := s.SchoolOwn()
	return j.Level, o.Level
}

func TestAVisitAgreesInFrontOfWhatTheSchoolAgreed(t *testing.T) {
	d, voice := dayOf(t)
	d.do(d.book.Agree(voice, "v", "1.1", 3, "Strong in English."))
	if front, own := agreedLevel(d); front != 3 || own != 4 {
		t.Fatalf("agreed %d, the school's own %d", front, own)
	}
	d.do(d.book.Disagree(voice, "v", "1.1", model.Apart{School: "Everywhere", Reviewer: "Not in maths"}))
	if front, own := agreedLevel(d); front != 4 || own != 4 {
		t.Fatalf("not agreed after all: agreed %d, the school's own %d", front, own)
	}
	d.do(d.book.Agree(voice, "v", "1.1", 3, ""))
	if v, err := d.book.Visit("v"); err != nil || len(v.Apart) != 0 {
		t.Fatalf("agreed, and still recorded as not agreed: %+v %v", v.Apart, err)
	}
	d.do(d.book.Judge(d.agreed(), "1.1", level(1))) // decided anew, outside the visit
	if front, own := agreedLevel(d); front != 1 || own != 1 {
		t.Fatalf("decided anew: agreed %d, the school's own %d", front, own)
	}
}

func TestTakingAnAgreedLevelOffTakesTheVisitsFirst(t *testing.T) {
	d, voice := dayOf(t)
	d.do(d.book.Agree(voice, "v", "1.1", 3, ""))
	d.do(d.book.TakeOff(d.agreed(), "1.1"))
	if front, _ := agreedLevel(d); front != 4 {
		t.Fatalf("agreed %d", front)
	}
	d.do(d.book.TakeOff(d.agreed(), "1.1"))
	if front, own := agreedLevel(d); front != 0 || own != 2 {
		t.Fatalf("agreed %d, the school's own %d", front, own)
	}
}

func TestTheLaterVisitsLevelIsInFront(t *testing.T) {
	d, voice := dayOf(t)
	d.do(d.book.StartVisit(voice, "u", model.Visiting{Date: "2026-03-01", Lead: "visitor"})) // earlier, though written later
	d.do(d.book.Agree(voice, "v", "1.1", 3, ""))
	d.do(d.book.Agree(voice, "u", "1.1", 1, ""))
	if front, own := agreedLevel(d); front != 3 || own != 4 {
		t.Fatalf("agreed %d, the school's own %d", front, own)
	}
}

func TestANoteOfAVisitKeepsItsTimeWhenItIsTidied(t *testing.T) {
	d, voice := dayOf(t)
	n := model.NoteText{Text: "Corridor displays", Seen: model.Seen{Visit: "v", Slot: "1-2"}}
	d.do(d.book.WriteNote(voice, "n", n))
	at := d.book.Evaluation().VisitNotes("v")[0].At
	d.now += 2 * 60 * 60 * 1000
	n.Area, n.Text = "1.2", "Corridor displays, made by pupils"
	d.do(d.book.WriteNote(voice, "n", n))
	if got := d.book.Evaluation().VisitNotes("v"); len(got) != 1 || got[0].At != at || got[0].Area != "1.2" {
		t.Fatalf("first at %d: %+v", at, got)
	}
}

func TestAPersonsLaterAnswerMovesWhatTheTeamRecorded(t *testing.T) {
	d := newDesk(t, "head")
	d.do(d.book.GiveLevel(d.self(), "1.1", 2))
	d.do(d.book.StartMeeting(d.self(), "m", model.MeetingStart{Date: "2026-09-24", Areas: []model.AreaID{"1.1"}, People: []model.PersonID{"head", "deputy"}}))
	d.do(d.book.CastVote("head", "m", "1.1", model.Vote{Level: 2}))
	d.do(d.book.CastVote("deputy", "m", "1.1", model.Vote{Level: 4}))
	d.do(d.book.Reveal(d.self(), "m", "1.1", false))
	d.do(d.book.RecordLevel(d.self(), "m", "1.1", 3, ""))
	says := func() model.Level {
		j, _ := d.book.Evaluation().Area("1.1").SchoolSays("head")
		return j.Level
	}
	if says() != 3 {
		t.Fatalf("the team recorded 3, the school says %d", says())
	}
	d.do(d.book.GiveLevel(d.self(), "1.1", 2)) // what the head had said before is an answer now
	if says() != 2 {
		t.Fatalf("the head answered 2 since, the school says %d", says())
	}
	d.undo()
	if says() != 3 {
		t.Fatalf("taken back, the school says %d", says())
	}
	d.do(d.book.SetConfidence(d.self(), "1.1", model.High)) // of the level that is shown
	if j, _ := d.book.Evaluation().Area("1.1").SchoolSays("head"); j.Level != 3 || j.Confidence != model.High {
		t.Fatalf("the head is sure of it: %+v", j)
	}
	d.undo()
	d.do(d.book.TakeOff(d.self(), "1.1"))
	if j, ok := d.book.Evaluation().Area("1.1").SchoolSays("head"); ok {
		t.Fatalf("taken off, the school says %+v", j)
	}
}
