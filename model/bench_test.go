package model_test

import (
	"fmt"
	"testing"

	"waymark/model"
)

// tenYears is the log of ten years of one school's evaluations, 400 events
// each: judgements of six areas, given and given again, with notes.
func tenYears(b *testing.B) (ids []model.EvaluationID, records []model.Record) {
	b.Helper()
	d := newDesk(b, "amy")
	for year := range 10 {
		id := model.EvaluationID(fmt.Sprintf("eval-%d", year))
		ids = append(ids, id)
		book, err := model.OpenBook(school, id, rubric(), nil)
		if err != nil {
			b.Fatal(err)
		}
		d.book = book
		for i := range 400 {
			a := rubric().Areas[i%6].ID
			if i%4 == 3 {
				d.do(d.book.WriteNote(d.self(), model.NoteID(fmt.Sprintf("n%d", i)), model.NoteText{Area: a, Text: "Books in three rooms show the sequence being taught."}))
				continue
			}
			d.do(d.book.GiveLevel(d.self(), a, model.Level(1+(i/6+i)%4)))
		}
	}
	return ids, d.log
}

func BenchmarkFoldTenYears(b *testing.B) {
	ids, records := tenYears(b)
	b.ReportMetric(float64(len(records)), "events")
	for b.Loop() {
		f, err := model.NewFold(records...)
		if err != nil {
			b.Fatal(err)
		}
		for _, id := range ids {
			model.FoldEvaluation(f, id)
		}
	}
}

func BenchmarkFoldOneEvaluation(b *testing.B) {
	ids, records := tenYears(b)
	var own []model.Record
	for _, r := range records {
		if r.Evaluation == ids[0] {
			own = append(own, r)
		}
	}
	for b.Loop() {
		f, err := model.NewFold(own...)
		if err != nil {
			b.Fatal(err)
		}
		model.FoldEvaluation(f, ids[0])
	}
}

// BenchmarkJudge is what one key costs before anything is saved: the rule, the
// signature, taking it in and the picture after it.
func BenchmarkJudge(b *testing.B) {
	d := newDesk(b, "amy")
	for i := range 400 {
		d.do(d.book.WriteNote(d.self(), model.NoteID(fmt.Sprintf("n%d", i)), model.NoteText{Area: "1.1", Text: "Seen"}))
	}
	for i := 0; b.Loop(); i++ {
		d.do(d.book.GiveLevel(d.self(), rubric().Areas[i%6].ID, model.Level(1+i/6%4)))
		d.book.Evaluation()
	}
}

func BenchmarkPicture(b *testing.B) {
	_, records := tenYears(b)
	book, err := model.OpenBook(school, "eval-0", rubric(), records[:400])
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		if err := book.Add(records[0]); err != nil { // held already, yet the picture is drawn anew
			b.Fatal(err)
		}
		book.Evaluation()
	}
}
