package model_test

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"waymark/model"
	"waymark/model/priority"
)

// reads writes down everything that can be learned from a book without asking
// for a record by its id: the picture, the history, what undo would say, what is
// missing, and what is suggested from it.
func reads(b *model.Book, mine func(model.DeviceID) bool) string {
	var s strings.Builder
	s.WriteString(picture(b.Evaluation()))
	fmt.Fprintf(&s, "visits %s\n", asJSON(stripSeals(b.Evaluation().Visits)))
	fmt.Fprintf(&s, "meetings %s\n", asJSON(b.Evaluation().Meetings))
	for _, e := range b.History() {
		for _, step := range e.Steps {
			if step.Kind == model.KindSeal {
				step.Before, step.After = "", "" // hashes of secrets
			}
			fmt.Fprintf(&s, "%s %s: %s %s -> %s\n", e.Person, step.Subject, step.Describe(), step.Before, step.After)
		}
	}
	if t, err := b.Undo(mine); err == nil {
		fmt.Fprintf(&s, "undo %+v %s\n", t.Steps, model.DescribeAll(t.Steps))
	}
	for _, p := range b.Problems() {
		fmt.Fprintf(&s, "problem %+v\n", p)
	}
	judged, of := b.Progress()
	fmt.Fprintf(&s, "progress %d of %d\n", judged, of)
	in := priority.FromBook(b, nil)
	fmt.Fprintf(&s, "need %s\n", in.Version())
	return s.String()
}

func asJSON(v any) string {
	text, err := json.Marshal(v)
	if err != nil {
		return err.Error()
	}
	return string(text)
}

// stripSeals leaves out the hashes, which are of secrets and so always differ.
func stripSeals(all []model.Visit) []model.Visit {
	all = slices.Clone(all)
	for i := range all {
		if all[i].Seal != nil {
			all[i].Seal = &model.Seal{Lifted: all[i].Seal.Lifted}
		}
	}
	return all
}

// Two schools that differ in nothing but levels that the reviewer may not see
// read the same to the reviewer, whatever happens around them.
func TestAReviewerLearnsNothingOfALevelBeforeGivingOne(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		script := rapid.SliceOfN(ops(2), 1, 25).Draw(t, "before the visit")
		day := rapid.SliceOfN(rapid.IntRange(0, 5*len(rubric().Areas)-1), 0, 20).Draw(t, "the day")
		shift := rapid.IntRange(1, 3).Draw(t, "shift")
		one, other := schoolDay(t, script, day, 0), schoolDay(t, script, day, shift)
		if got, want := other, one; got != want {
			t.Fatalf("the reviewer can tell the two schools apart:\n%s\nand\n%s", want, got)
		}
	})
}

// schoolDay plays a script with the school's levels moved by shift on every area
// that the reviewer never judges or looks at, and returns what the reviewer reads.
func schoolDay(t *rapid.T, script []op, day []int, shift int) string {
	known := map[model.AreaID]bool{}
	for _, d := range day {
		if a := rubric().Areas[d%len(rubric().Areas)].ID; d/len(rubric().Areas) < 2 {
			known[a] = true
		}
	}
	all := desksOf(t, 2)
	for i, o := range script {
		a := rubric().Areas[o.Area].ID
		if o.Kind >= 1 && o.Kind <= 4 && !known[a] {
			o.Value = 1 + (max(o.Value, 1)-1+shift)%4
		}
		if o.Kind <= 5 || o.Kind == 8 { // levels, answers and notes, and hearing of the other's
			play(all, []op{o}, func(int, op) int64 { return int64(1_000_000 + i*1000) })
		}
	}
	head := all[0]
	head.hear(all[1])
	visitor := newDesk(t, "visitor")
	visitor.hear(head)
	visitor.do([]model.Change{model.NamePerson(model.Person{ID: "visitor", Name: "R. Okafor"}, nil)}, nil)
	voice := model.Voice{Person: "visitor", Role: model.Reviewer}
	visitor.do(visitor.book.StartVisit(voice, "v", model.Visiting{Date: "2026-09-24", Lead: "visitor"}))
	visitor.book = visitor.book.As(voice)
	for _, d := range day {
		a := rubric().Areas[d%len(rubric().Areas)].ID
		switch d / len(rubric().Areas) {
		case 0:
			visitor.try(visitor.book.GiveLevel(voice, a, 2))
		case 1:
			visitor.try(visitor.book.Glimpse(voice, "v", a))
		case 2:
			visitor.try(visitor.book.WriteNote(voice, model.NoteID("n-"+string(a)), model.NoteText{Area: a, Text: "Saw it", Seen: model.Seen{Visit: "v"}}))
		case 3:
			visitor.try(visitor.book.AgreeAll(voice, "v", []model.AreaID{a}))
		default:
			visitor.try(visitor.book.Disagree(voice, "v", a, model.Apart{School: "Yes", Reviewer: "No"}))
		}
	}
	return reads(visitor.book, visitor.mine)
}

func TestAReviewerSeesALevelOnceTheyHaveJudgedOrLooked(t *testing.T) {
	d := newDesk(t, "head")
	for _, a := range []model.AreaID{"1.1", "1.2", "1.3"} {
		d.do(d.book.GiveLevel(d.self(), a, 4))
	}
	voice := model.Voice{Person: "visitor", Role: model.Reviewer}
	d.do(d.book.StartVisit(voice, "v", model.Visiting{Date: "2026-09-24", Lead: "visitor"}))
	book := d.book.As(voice)
	for _, a := range []model.AreaID{"1.1", "1.2", "1.3"} {
		if given, hidden := book.Hidden(a); !given || !hidden || len(book.Evaluation().Area(a).Judgements) != 0 {
			t.Fatalf("%s: given %v hidden %v %+v", a, given, hidden, book.Evaluation().Area(a).Judgements)
		}
	}
	d.do(book.GiveLevel(voice, "1.1", 2))
	d.do(book.Glimpse(voice, "v", "1.2"))
	for a, want := range map[model.AreaID]int{"1.1": 2, "1.2": 1, "1.3": 0} {
		if got := len(book.Evaluation().Area(a).Judgements); got != want {
			t.Errorf("%s: %d judgements, want %d", a, got, want)
		}
	}
	if _, hidden := d.book.Hidden("1.3"); hidden {
		t.Error("the school is kept from its own level")
	}
	v, err := book.Visit("v")
	if err != nil || !v.Looked("1.2", "visitor") || v.Looked("1.1", "visitor") {
		t.Fatalf("%v %+v", err, v.Glances)
	}
	_, err = book.Glimpse(voice, "v", "1.1") // what was judged can be seen without a record
	wantErr(t, err, model.ErrNothing)
	other := d.book.As(model.Voice{Person: "another", Role: model.Reviewer})
	if got := other.Evaluation().Area("1.1").InRole(model.Self); len(got) != 0 {
		t.Errorf("one reviewer's judgement showed the school's level to another: %+v", got)
	}
}

func TestAReviewerIsNotToldWhatTheSchoolWorksOnBeforeJudgingIt(t *testing.T) {
	d := newDesk(t, "head")
	for _, p := range []struct {
		id    model.PriorityID
		title string
		areas []model.AreaID
	}{{"p1", "Sequence", []model.AreaID{"1.2"}}, {"p2", "Explaining", []model.AreaID{"2.1", "2.2"}}, {"p3", "The library", nil}} {
		d.do(d.book.AddPriority(p.id, model.PriorityText{Title: p.title, Areas: p.areas}))
	}
	voice := model.Voice{Person: "visitor", Role: model.Reviewer}
	d.do(d.book.StartVisit(voice, "v", model.Visiting{Date: "2026-09-24", Lead: "visitor"}))
	book := d.book.As(voice)
	d.do(book.GiveLevel(voice, "1.2", 2))
	d.do(book.GiveLevel(voice, "2.1", 2))
	var told []model.PriorityID
	for _, p := range book.Evaluation().Priorities {
		told = append(told, p.ID)
	}
	if !slices.Equal(told, []model.PriorityID{"p1", "p3"}) {
		t.Errorf("the reviewer is told of %v", told)
	}
	for _, e := range book.History() {
		for _, s := range e.Steps {
			if s.Kind == model.KindPriority {
				t.Errorf("the history tells %s", s.Describe())
			}
		}
	}
	if len(d.book.Evaluation().Priorities) != 3 {
		t.Error("the school is told less")
	}
}
