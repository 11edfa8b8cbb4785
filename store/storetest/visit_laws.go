package storetest

import (
	"encoding/json"
	"errors"
	"slices"
	"testing"

	"waymark/model"
)

const (
	outing = model.VisitID("outing")
	circle = model.MeetingID("circle")
)

// wholeDay is a visit's day and a team meeting, written by a head and a reviewer at
// two machines: every kind of event that a visit or a meeting has.
func wholeDay(tb testing.TB) []model.Record {
	tb.Helper()
	head, guest := NewAuthor(tb, "ann", alder, autumn), NewAuthor(tb, "bob", alder, autumn)
	all := slices.Concat(head.Open("Alder Lane"), head.Level(0, 3), head.Level(1, 4), head.meet())
	guest.Read(all)
	guest.voice.Role = model.Reviewer
	day := guest.day(head.voice)
	head.Read(day)
	return slices.Concat(all, day, head.Level(2, 1))
}

// each writes every rule's changes as an act of its own.
func (a *Author) each(rules ...func(b *model.Book) ([]model.Change, error)) []model.Record {
	a.tb.Helper()
	var all []model.Record
	for _, rule := range rules {
		all = append(all, a.Write(rule(a.book))...)
	}
	return all
}

// meet is a team meeting that rates one area twice and leaves another.
func (a *Author) meet() []model.Record {
	a.tb.Helper()
	one, two := a.area(0), a.area(1)
	type changes = []model.Change
	return a.each(
		func(b *model.Book) (changes, error) {
			return b.StartMeeting(a.voice, circle, model.MeetingStart{Date: "2026-09-10", Areas: []model.AreaID{one, two}, People: []model.PersonID{"ann", "cat"}})
		},
		func(b *model.Book) (changes, error) { return b.CastVote("ann", circle, one, model.Vote{Level: 2}) },
		func(b *model.Book) (changes, error) { return b.CastVote("cat", circle, one, model.Vote{Pass: true}) },
		func(b *model.Book) (changes, error) { return b.Reveal(a.voice, circle, one, false) },
		func(b *model.Book) (changes, error) { return b.RateAgain(a.voice, circle, one) },
		func(b *model.Book) (changes, error) { return b.RecordLevel(a.voice, circle, one, 2, "In some rooms") },
		func(b *model.Book) (changes, error) { return b.ComeBack(a.voice, circle, two, "Too late") },
	)
}

// day is a visit from its start to both signatures.
func (a *Author) day(head model.Voice) []model.Record {
	a.tb.Helper()
	v, one, two, three := a.voice, a.area(0), a.area(1), a.area(2)
	list := model.Rubric{Answers: []string{"seen", "not seen"}, Groups: []model.Group{{ID: "1", Items: []model.Item{{ID: "1.s1"}}}}}
	note := model.NoteText{Area: one, Text: "Calm corridors", Seen: model.Seen{Visit: outing, Slot: "1-1", Mark: model.MarkStrength, Fact: model.FactSeen, N: 2, Of: 6}}
	type changes = []model.Change
	return slices.Concat(a.each(
		func(b *model.Book) (changes, error) {
			return b.StartVisit(v, outing, model.Visiting{Date: "2026-09-24", Lead: v.Person, Questions: []string{"What is hardest?"}})
		},
		func(b *model.Book) (changes, error) { return b.SetTeam(v, outing, []model.Member{{Person: "dan"}}) },
		func(b *model.Book) (changes, error) { return b.SetFocus(v, outing, []model.AreaID{one, two}) },
		func(b *model.Book) (changes, error) {
			return b.SetVisitEmphasis(head, outing, model.VisitEmphasis{Areas: []model.AreaID{two}, Text: "Phonics"})
		},
		func(b *model.Book) (changes, error) {
			return b.SetSlot(v, outing, "1-1", model.Stop{Day: 1, Start: 540, Minutes: 40, Kind: model.SlotWalk})
		},
		func(b *model.Book) (changes, error) { return b.SealLevels(head, outing) },
		func(b *model.Book) (changes, error) { return b.GoTo(v, outing, "1-1") },
		func(b *model.Book) (changes, error) {
			return b.SetClaim(v, outing, "c", model.ClaimText{Kind: model.Claimed, Text: "We read daily"})
		},
		func(b *model.Book) (changes, error) { return b.WriteNote(v, "n1", note) },
		func(b *model.Book) (changes, error) {
			return b.SetRoom(v, outing, "r", model.RoomText{Subject: "Maths", Teacher: "T7"})
		},
		func(b *model.Book) (changes, error) { return b.Watch(v, outing, "r", model.Watching{Role: "lead"}) },
		func(b *model.Book) (changes, error) {
			return b.Observe(v, outing, "r", list, "1.s1", model.Observation{Answer: "seen"})
		},
	), a.each(
		func(b *model.Book) (changes, error) { return b.Glimpse(v, outing, three) },
		func(b *model.Book) (changes, error) { return b.GiveLevel(v, one, 2) },
		func(b *model.Book) (changes, error) { return b.GiveLevel(v, two, 2) },
		func(b *model.Book) (changes, error) { return b.Agree(v, outing, one, 2, "Seen by both") },
		func(b *model.Book) (changes, error) {
			return b.Disagree(v, outing, two, model.Apart{School: "Everywhere", Reviewer: "Not in maths"})
		},
		func(b *model.Book) (changes, error) {
			return b.SetPoint(v, outing, "p", model.PointText{Kind: model.Strength, Text: "Calm", Notes: []model.NoteID{"n1"}})
		},
		func(b *model.Book) (changes, error) {
			return b.SetClosing(v, outing, model.Closing{First: "See every room"})
		},
		func(b *model.Book) (changes, error) {
			return b.Sign(v, outing, model.SideSchool, model.Signature{Name: "A. Head"})
		},
		func(b *model.Book) (changes, error) {
			return b.Sign(v, outing, model.SideReviewer, model.Signature{Name: "R. Okafor"})
		},
	))
}

// visitsKept reads a visit's day back as it was written, whatever the order in
// which it came, and lists and finds what it holds.
func visitsKept(t *testing.T, e Engine) {
	all := wholeDay(t)
	want := visitsOf(t, all)
	other := NewMemory(0)
	keep(t, other, all)
	for _, r := range slices.Backward(all) {
		keep(t, e, []model.Record{r})
	}
	Same(t, e, other)
	if got := visitsOf(t, events(t, e, autumn)); got != want {
		t.Errorf("the day reads\n%s\nand was written\n%s", got, want)
	}
	found(t, e, "corridors", "n1")
	hits, err := e.Search(t.Context(), "corridors", alder)
	if err != nil || len(hits) != 1 || hits[0].Note.Visit != outing || hits[0].Note.Slot != "1-1" || hits[0].Note.Of != 6 {
		t.Errorf("the note is found without its visit: %+v, %v", hits, err)
	}
	for _, r := range all {
		if r.Kind == model.KindClaim || r.Kind == model.KindNote || r.Kind == model.KindClosing {
			r.Salt, r.Payload = nil, nil
			keep(t, e, []model.Record{r})
			keep(t, other, []model.Record{r})
		}
	}
	Same(t, e, other)
	found(t, e, "corridors")
	if visitsOf(t, events(t, e, autumn)) == want {
		t.Error("the erased words of a visit are still there")
	}
}

// visitsOf spells the visits and meetings that records make.
func visitsOf(t *testing.T, records []model.Record) string {
	t.Helper()
	b, err := model.OpenBook(alder, autumn, Rubric(), records)
	if err != nil {
		t.Fatal(err)
	}
	text, err := json.Marshal([]any{b.Evaluation().Visits, b.Evaluation().Meetings, b.Evaluation().AllNotes()})
	_, visit := b.Visit(outing)
	_, meeting := b.Meeting(circle)
	if err := errors.Join(err, visit, meeting); err != nil {
		t.Fatal(err)
	}
	return string(text)
}
