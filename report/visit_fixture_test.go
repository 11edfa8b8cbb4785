package report_test

import (
	"fmt"
	"strings"
	"testing"

	"waymark/model"
	"waymark/model/priority"
	"waymark/model/visit"
	"waymark/report"
)

const theVisit = model.VisitID("v-1")

var guest = model.Voice{Person: reviewer, Role: model.Reviewer}

// must carries out a rule that may not fail.
func (d *desk) must(changes []model.Change, err error) {
	d.t.Helper()
	d.do(reviewer, changes, err)
}

// begin plans the visit.
func (d *desk) begin(focus ...model.AreaID) {
	d.t.Helper()
	d.must(d.book.StartVisit(guest, theVisit, model.Visiting{Date: "2026-09-24", Lead: reviewer, Template: "one-day"}))
	d.must(d.book.SetFocus(guest, theVisit, focus))
}

func (d *desk) seen(id model.NoteID, slot model.SlotID, fact model.FactKind, typed string) {
	d.t.Helper()
	n := model.ParseLine(typed, d.book.Rubric())
	n.Visit, n.Slot, n.Fact = theVisit, slot, fact
	d.note(reviewer, model.Reviewer, id, n)
}

func (d *desk) point(id model.PointID, p model.PointText) {
	d.t.Helper()
	d.must(d.book.SetPoint(guest, theVisit, id, p))
}

// visited is the source of a visit's note as its reviewer makes it, or, for the
// school, as anybody may read it.
func (d *desk) visited(school string, as model.Voice) report.Source {
	d.t.Helper()
	s, book := d.source(model.School{Name: school}), d.book
	if as.Role == model.Reviewer {
		book = d.book.As(as)
	}
	s.Evaluation, s.People = book.Evaluation(), book.Who
	v, err := book.Visit(theVisit)
	if err != nil {
		d.t.Fatal(err)
	}
	s.Visit = &report.Visited{Visit: v, Rows: visit.Compare(book, v)}
	if s.Visit.Agreement, err = visit.Agreement(book, v); err != nil {
		d.t.Fatal(err)
	}
	if !v.Closed || as.Role == model.Reviewer {
		return s
	}
	var both [2]priority.Answer
	for i, in := range []priority.Input{priority.FromSchool(book, nil), priority.FromBook(book, nil)} {
		in.Readings = 200
		if both[i], err = priority.Suggest(in); err != nil {
			d.t.Fatal(err)
		}
	}
	changes := visit.Changed(both[0], both[1], book)
	s.Visit.Changes, s.Visit.Was, s.Visit.Now = &changes, both[0].Suggested(), both[1].Suggested()
	return s
}

// aVisit is a day nearly over: 12 areas judged by both, 1.1 and 3.5 not judged
// on the visit, one disagreement, six private notes.
func aVisit(t *testing.T) *desk {
	d := newDesk(t, rubricOf(4, 3, 4, 5, 5), "Self-evaluation")
	d.must([]model.Change{
		model.NamePerson(model.Person{ID: reviewer, Name: "R. Okafor", Post: "trust adviser"}, nil),
		model.NamePerson(model.Person{ID: deputy, Name: "S. Patel", Post: "headteacher of Elm School"}, nil),
	}, nil)
	var areas []model.AreaID
	for i, a := range d.book.Rubric().Areas {
		d.level(a.ID, []model.Level{4, 3, 3, 2, 3, 1, 3}[i%7], model.Medium)
		areas = append(areas, a.ID)
	}
	d.begin(areas...)
	d.must(d.book.SetTeam(guest, theVisit, []model.Member{{Person: deputy, Role: "pupil work"}}))
	d.must(d.book.SetVisitEmphasis(guest, theVisit, model.VisitEmphasis{Areas: []model.AreaID{"2.1"}, Text: "How writing grows from Year 3 to Year 6"}))
	slots, err := visit.Plan("one-day", areas, d.book.Rubric(), visit.Options{})
	if err != nil {
		t.Fatal(err)
	}
	d.must(d.book.SetSlots(guest, theVisit, slots))
	d.must(d.book.SetClaim(guest, theVisit, "c1", model.ClaimText{Kind: model.Claimed, Text: "Pupils act on what teachers write", Areas: []model.AreaID{"1.4"}, Verdict: model.Contradicted}))
	d.must(d.book.SetClaim(guest, theVisit, "c2", model.ClaimText{Kind: model.Worry, Text: "New staff may not know whom to ask", Verdict: model.Unclear, Change: "three new teachers who say whom they asked"}))
	d.must(d.book.SetRoom(guest, theVisit, "r1", model.RoomText{Subject: "Maths", Phase: model.PhasePrimary, Teacher: "T7", Minutes: 10}))
	for i, line := range []string{
		"+ @1.2 Five questions from last week in each of 3 of 4 rooms", "> @1.4 Nobody had gone back in 4 of 6 books", "> @1.4 4 of 6 pupils had not been told why",
		"@2.1 Whiteboards looked at in 5 of 6 rooms", "@2.2 A pupil asked why rivers bend", "+ @1.2 Two questions from last year in Year 4",
	} {
		d.seen(model.NoteID(fmt.Sprint("n", i)), "1-2", []model.FactKind{model.FactSeen, model.FactRead, model.FactHeard}[i%3], line)
	}
	for i := range 6 {
		d.note(reviewer, model.Reviewer, model.NoteID(fmt.Sprint("p", i)), model.NoteText{Area: "1.2", Text: "SECRET", Private: true, Seen: model.Seen{Visit: theVisit, Mark: model.MarkStrength, N: 1, Of: 2}})
	}
	for i, a := range areas[1:13] {
		d.must(d.book.GiveLevel(guest, a, []model.Level{3, 3, 2, 2, 1, 3, 3, 3, 3, 2, 3, 1}[i]))
	}
	return d
}

// talked is aVisit once the two have talked and chosen what to leave.
func talked(t *testing.T) *desk {
	d := aVisit(t)
	v, err := d.book.Visit(theVisit)
	if err != nil {
		t.Fatal(err)
	}
	d.must(d.book.AgreeAll(guest, theVisit, visit.Matching(visit.Compare(d.book, v))))
	d.must(d.book.Agree(guest, theVisit, "2.1", 3, "Seen in five rooms of six"))
	d.must(d.book.Disagree(guest, theVisit, "2.4", model.Apart{School: "Every leader looks at books each half term", Reviewer: "Two of six leaders could say what they changed"}))
	d.point("a", model.PointText{Kind: model.Strength, Text: "Lessons begin with what was learned before", Area: "1.2"})
	d.point("b", model.PointText{Kind: model.Strength, Text: "Pupils are curious and ask questions of their own", Area: "2.2", Notes: []model.NoteID{"n4"}})
	d.point("c", model.PointText{Kind: model.NextStepTo, Text: "Give pupils ten minutes to act on what they are told", Area: "1.4", Lead: "deputy head"})
	d.point("d", model.PointText{Kind: model.BrightSpot, Text: "The rivers project of Year 5", Area: "2.2", Viewers: "Year 5 teachers", Consent: true})
	d.point("e", model.PointText{Kind: model.BrightSpot, Text: "NOT AGREED TO", Area: "2.2"})
	d.must(d.book.SetClosing(guest, theVisit, model.Closing{First: "Agree one way of replying to maths work", Asked: "The name of a school that has solved this", FollowUp: "2026-12-10"}))
	return d
}

// signed is talked with both names, which closes the visit.
func signed(t *testing.T) *desk {
	d := talked(t)
	d.must(d.book.Sign(guest, theVisit, model.SideReviewer, model.Signature{Name: "R. Okafor", Post: "trust adviser"}))
	d.must(d.book.Sign(guest, theVisit, model.SideSchool, model.Signature{Name: "T. Nguyen", Post: "headteacher"}))
	return d
}

// endlessVisit has far more of everything than two pages hold.
func endlessVisit(t *testing.T, word string) *desk {
	long := strings.TrimSpace(strings.Repeat(word+" ", min(120, 9000/len(word))))
	d := newDesk(t, rubricOf(4, 3, 6, 6, 6, 6, 6, 6, 5), "Self-evaluation")
	var areas []model.AreaID
	for i, a := range d.book.Rubric().Areas {
		d.level(a.ID, model.Level(1+i%4), model.Medium)
		areas = append(areas, a.ID)
	}
	d.begin(areas...)
	d.must(d.book.SetVisitEmphasis(guest, theVisit, model.VisitEmphasis{Areas: areas, Text: long}))
	for i := range 60 {
		d.seen(model.NoteID(fmt.Sprint("n", i)), "1-1", model.FactSeen, fmt.Sprintf("%s @%s %d of 60 %s", []string{"+", ">", ""}[i%3], areas[i%3], i, long))
	}
	for i := range 12 {
		d.must(d.book.SetClaim(guest, theVisit, model.ClaimID(fmt.Sprint("c", i)), model.ClaimText{Kind: model.Claimed, Text: long, Verdict: model.Unclear, Change: long}))
		d.point(model.PointID(fmt.Sprint("b", i)), model.PointText{Kind: model.BrightSpot, Text: long[:min(len(long), 390)], Viewers: long, Consent: true})
	}
	for i := range 3 {
		d.point(model.PointID(fmt.Sprint("s", i)), model.PointText{Kind: model.Strength, Text: long[:min(len(long), 390)], Area: areas[i]})
		d.point(model.PointID(fmt.Sprint("x", i)), model.PointText{Kind: model.NextStepTo, Text: long[:min(len(long), 390)], Area: areas[i], Lead: long})
	}
	for i, a := range areas {
		d.must(d.book.GiveLevel(guest, a, model.Level(1+(i+i%3)%4)))
		switch i % 3 {
		case 1:
			d.must(d.book.Agree(guest, theVisit, a, model.Level(1+i%4), long[:min(len(long), 300)]))
		case 2:
			d.must(d.book.Disagree(guest, theVisit, a, model.Apart{School: long, Reviewer: long}))
		}
	}
	d.must(d.book.SetClosing(guest, theVisit, model.Closing{First: long, Asked: long, FollowUp: long}))
	d.must(d.book.Sign(guest, theVisit, model.SideReviewer, model.Signature{Name: long[:70], Post: long[:70]}))
	d.must(d.book.Sign(guest, theVisit, model.SideSchool, model.Signature{Name: long[:70], Post: long[:70]}))
	return d
}
