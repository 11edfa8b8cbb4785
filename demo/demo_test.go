package demo_test

import (
	"reflect"
	"strings"
	"sync"
	"testing"
	"time"

	"waymark/demo"
	"waymark/model"
	"waymark/model/priority"
	"waymark/rubrics"
)

func now() time.Time { return time.Date(2026, time.September, 24, 10, 42, 0, 0, time.UTC) }

func wholeSchool(t *testing.T) model.Rubric {
	t.Helper()
	r, err := rubrics.Load("whole-school")
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// madeOnce is the example of that day: it is the same for every test.
var madeOnce = sync.OnceValues(func() (demo.Example, error) {
	r, err := rubrics.Load("whole-school")
	if err != nil {
		return demo.Example{}, err
	}
	return demo.Records(r, now())
})

func example(t *testing.T) (demo.Example, []*model.Book) {
	t.Helper()
	r := wholeSchool(t)
	made, err := madeOnce()
	if err != nil {
		t.Fatal(err)
	}
	var books []*model.Book
	for _, id := range made.Evaluations {
		var own []model.Record
		for _, rec := range made.Records {
			if rec.Evaluation == "" || rec.Evaluation == id {
				own = append(own, rec)
			}
		}
		b, err := model.OpenBook(demo.School, id, r, own)
		if err != nil {
			t.Fatal(err)
		}
		books = append(books, b)
	}
	return made, books
}

func TestRecordsAreTheSameAllDay(t *testing.T) {
	r := wholeSchool(t)
	first, err := demo.Records(r, now())
	if err != nil {
		t.Fatal(err)
	}
	again, err := demo.Records(r, now().Add(9*time.Hour))
	if err != nil {
		t.Fatal(err)
	}
	if !reflect.DeepEqual(first, again) {
		t.Error("the same day gave other records")
	}
	next, err := demo.Records(r, now().Add(24*time.Hour))
	if err != nil {
		t.Fatal(err)
	}
	if reflect.DeepEqual(first, next) {
		t.Error("the next day gave the same records")
	}
}

func TestRecordsAreOneWholeChain(t *testing.T) {
	made, books := example(t)
	prev := model.EventID("")
	for i, r := range made.Records {
		if err := r.VerifyHash(); err != nil {
			t.Fatal(err)
		}
		if r.Seq != int64(i+1) || r.Prev != prev {
			t.Fatalf("record %d has number %d after %.8s", i, r.Seq, r.Prev)
		}
		if r.Wall > now().UnixMilli() {
			t.Errorf("record %d is of the future: %s", i, time.UnixMilli(r.Wall).UTC())
		}
		prev = r.ID
	}
	for i, b := range books {
		e := b.Evaluation()
		for _, a := range b.Rubric().Areas {
			if e.Area(a.ID).Contested() {
				t.Errorf("year %d: %s has two answers", i+1, a.ID)
			}
		}
	}
}

func TestEveryYearIsJudgedWhole(t *testing.T) {
	_, books := example(t)
	if len(books) != 3 {
		t.Fatalf("%d evaluations", len(books))
	}
	for i, b := range books {
		if judged, of := b.Progress(); judged != 41 || of != 41 {
			t.Errorf("year %d: %d of %d areas", i+1, judged, of)
		}
		want := []model.Year{"2024-25", "2025-26", "2026-27"}[i]
		if got := b.Evaluation().Year; got != want {
			t.Errorf("year %d is %s, want %s", i+1, got, want)
		}
		if got := b.Evaluation().Finished; got != (i < 2) {
			t.Errorf("year %d: finished is %v", i+1, got)
		}
	}
	if s := books[2].School(); !s.Example || s.Name != "Example school" {
		t.Errorf("the school is %+v", s)
	}
	if got := len(books[1].Evaluation().Priorities); got != 4 {
		t.Errorf("last year had %d priorities", got)
	}
}

func TestThereAreSixtyNotesBesideThoseTypedOnVisits(t *testing.T) {
	_, books := example(t)
	notes, typed, private := 0, 0, 0
	kinds, texts := map[model.NoteKind]bool{}, map[string]bool{}
	for _, b := range books {
		for _, n := range b.Evaluation().AllNotes() {
			texts[n.Text] = true
			if n.Private {
				private++
			}
			if n.Visit != "" && n.Kind == "" {
				typed++
				continue
			}
			notes++
			kinds[n.Kind] = true
		}
	}
	if notes != 60 || typed != 58 || len(texts) != notes+typed || private != 5 || len(kinds) != len(model.NoteKinds()) {
		t.Errorf("%d notes and %d typed on visits, %d texts, %d private, %d kinds", notes, typed, len(texts), private, len(kinds))
	}
}

func TestTheThirdYearHasSomethingForEveryScreen(t *testing.T) {
	_, books := example(t)
	b := books[2]
	e := b.Evaluation()
	var flagged, absent, unsure, reviewed, agreed int
	for _, a := range b.Rubric().Areas {
		s := e.Area(a.ID)
		if s.Flagged() {
			flagged++
		}
		if j, _ := s.SchoolSays(demo.Head); j.State == model.NotApplicable {
			absent++
		} else if j.Confidence == model.Low {
			unsure++
		}
		if a := s; a.Flagged() && len(a.Notes) == 0 {
			t.Errorf("%s is flagged and nobody says why", a.ID)
		}
		reviewed += len(s.InRole(model.Reviewer))
		agreed += len(s.InRole(model.Agreed))
	}
	if flagged != 3 || absent != 1 || unsure != 4 || reviewed != 17 || agreed != 4 {
		t.Errorf("%d flagged, %d absent, %d unsure, %d reviewed, %d agreed", flagged, absent, unsure, reviewed, agreed)
	}
	if p := b.Problems(); len(p) != 1 || p[0].Area != "4.2" {
		t.Errorf("before finishing: %v", p)
	}
}

func TestTheThirdYearSuggestsItsNeeds(t *testing.T) {
	_, books := example(t)
	before := map[model.AreaID]model.Level{}
	for _, a := range books[1].Rubric().Areas {
		if j, ok := books[1].Evaluation().Area(a.ID).Standing(); ok && j.State == model.Rated {
			before[a.ID] = j.Level
		}
	}
	answer, err := priority.Suggest(priority.FromBook(books[2], before))
	if err != nil {
		t.Fatal(err)
	}
	if answer.K < 3 || answer.K > 5 {
		t.Fatalf("%d priorities are suggested", answer.K)
	}
	for _, a := range answer.Order[:answer.K] {
		if a[0] == '6' || a[0] == '7' {
			t.Errorf("a strength is suggested: %s", a)
		}
	}
}

func TestNoNoteNamesAnybody(t *testing.T) {
	_, books := example(t)
	for _, p := range books[2].People() {
		words := strings.Fields(p.Name)
		if len(words) != 2 || p.Post == "" {
			t.Errorf("%q is %q", p.Name, p.Post)
			continue
		}
		for i, b := range books {
			e := b.Evaluation()
			notes := e.Notes
			for _, a := range b.Rubric().Areas {
				notes = append(notes, e.Area(a.ID).Notes...)
			}
			for _, n := range notes {
				if strings.Contains(n.Text+n.Source, words[1]) {
					t.Errorf("year %d: a note names %s: %s", i+1, p.Name, n.Text)
				}
			}
		}
	}
}

func TestAnotherRubricIsRefused(t *testing.T) {
	r := wholeSchool(t)
	if _, err := demo.Records(r.Only([]model.AreaID{"1.1", "1.2"}), now()); err == nil {
		t.Error("a rubric without the areas was taken")
	}
}
