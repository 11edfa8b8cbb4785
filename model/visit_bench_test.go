package model_test

import (
	"fmt"
	"testing"

	"waymark/model"
)

// fullRubric is 41 areas in seven groups.
func fullRubric() model.Rubric {
	r := rubric()
	r.Areas, r.Groups, r.Edges, r.Related, r.Rulings = nil, nil, nil, nil, nil
	for g := 1; g <= 7; g++ {
		group := model.GroupID(fmt.Sprint(g))
		r.Groups = append(r.Groups, model.Group{ID: group, Title: "Group " + string(group)})
		for i := 1; i <= 6 && len(r.Areas) < 41; i++ {
			a := rubric().Areas[0]
			a.ID, a.Group = model.AreaID(fmt.Sprintf("%d.%d", g, i)), group
			r.Areas = append(r.Areas, a)
		}
	}
	return r
}

// longList is a checklist of twenty items.
func longList() model.Rubric {
	r := checklist()
	r.Groups[0].Items = nil
	for i := range 20 {
		r.Groups[0].Items = append(r.Groups[0].Items, model.Item{ID: model.ItemID(fmt.Sprintf("1.s%d", i+1)), Text: "Seen"})
	}
	return r
}

// visitors are the two who visit.
func visitors() [2]model.Voice {
	return [2]model.Voice{{Person: "lead", Role: model.Reviewer}, {Person: "second", Role: model.Reviewer}}
}

// dayBefore is a school of 41 judged areas with a visit of nine stops planned.
func dayBefore(t failer) *desk {
	t.Helper()
	d := newDesk(t, "head")
	var err error
	if d.book, err = model.OpenBook(school, evaluation, fullRubric(), d.log); err != nil {
		t.Fatalf("%v", err)
	}
	for i, a := range fullRubric().Areas {
		d.do(d.book.GiveLevel(d.self(), a.ID, model.Level(1+i%4)))
	}
	v := visitors()[0]
	d.do(d.book.StartVisit(v, theVisit, model.Visiting{Date: "2026-09-24", Lead: "lead"}))
	d.do(d.book.SetTeam(v, theVisit, []model.Member{{Person: "second"}}))
	for i := range 9 {
		d.do(d.book.SetSlot(v, theVisit, model.SlotID(fmt.Sprintf("1-%d", i+1)), model.Stop{Day: 1, Start: 540 + 40*i, Minutes: 40, Kind: model.SlotWalk}))
	}
	d.do(d.book.SealLevels(d.self(), theVisit))
	return d
}

// walk is the visit's day: sixty notes, nine rooms of twenty items with two
// observers, and twenty-two judgements, drawn anew after each as a screen does.
func (d *desk) walk() {
	d.t.Helper()
	list, items := longList(), longList().Items()
	for stop := range 9 {
		slot := model.SlotID(fmt.Sprintf("1-%d", stop+1))
		room := model.RoomID(fmt.Sprintf("r%d", stop+1))
		d.do(d.book.GoTo(visitors()[0], theVisit, slot))
		d.do(d.book.SetRoom(visitors()[0], theVisit, room, model.RoomText{Slot: slot, Subject: "Maths"}))
		for _, v := range visitors() {
			for _, i := range items {
				d.do(d.book.Observe(v, theVisit, room, list, i.ID, model.Observation{Answer: "seen"}))
				d.book.Evaluation()
			}
		}
	}
	for i := range 60 {
		n := model.NoteText{Text: "Every pupil in the row could say what the task was for.", Seen: model.Seen{Visit: theVisit, Slot: "1-1"}}
		d.do(d.book.WriteNote(visitors()[0], model.NoteID(fmt.Sprintf("n%d", i)), n))
		d.book.Evaluation()
	}
	for _, a := range fullRubric().Areas[:22] {
		d.do(d.book.GiveLevel(visitors()[0], a.ID, 2))
		d.book.Evaluation()
	}
}

// BenchmarkVisitDay is a whole day of a visit, one act after another.
func BenchmarkVisitDay(b *testing.B) {
	for b.Loop() {
		dayBefore(b).walk()
	}
}

func BenchmarkFoldVisitDay(b *testing.B) {
	d := dayBefore(b)
	d.walk()
	b.ReportMetric(float64(len(d.log)), "events")
	for b.Loop() {
		f, err := model.NewFold(d.log...)
		if err != nil {
			b.Fatal(err)
		}
		model.FoldEvaluation(f, evaluation)
	}
}

// BenchmarkObserveAfterVisitDay is what one key costs in the last room of a day.
func BenchmarkObserveAfterVisitDay(b *testing.B) {
	d := dayBefore(b)
	d.walk()
	list := longList()
	for i := 0; b.Loop(); i++ {
		d.do(d.book.Observe(visitors()[0], theVisit, "r9", list, list.Items()[i%20].ID, model.Observation{Answer: list.Answers[1+i/20%2]}))
		d.book.Evaluation()
	}
}

// BenchmarkBlindKeyAfterVisitDay is the same in the book that a reviewer reads.
func BenchmarkBlindKeyAfterVisitDay(b *testing.B) {
	d := dayBefore(b)
	d.walk()
	v := visitors()[0]
	d.book = d.book.As(v)
	for i := 0; b.Loop(); i++ {
		d.do(d.book.GiveLevel(v, fullRubric().Areas[0].ID, model.Level(1+i%4)))
		d.book.Evaluation()
		d.book.Hidden("7.5")
	}
}
