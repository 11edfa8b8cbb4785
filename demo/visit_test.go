package demo_test

import (
	"slices"
	"testing"
	"time"

	"waymark/demo"
	"waymark/model"
	"waymark/model/meeting"
	"waymark/model/visit"
	"waymark/rubrics"
)

func checklist(t *testing.T) model.Rubric {
	t.Helper()
	r, err := rubrics.Load("lesson-visit")
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func visitOf(t *testing.T, b *model.Book, id model.VisitID) model.Visit {
	t.Helper()
	v, err := b.Visit(id)
	if err != nil {
		t.Fatal(err)
	}
	return v
}

// The visit of last year is a whole one: everything that is done on a visit was
// done, and both sides have signed.
func TestLastYearsVisitIsFinished(t *testing.T) {
	_, books := example(t)
	b := books[1]
	v := visitOf(t, b, demo.LastVisit)
	if !v.Closed || len(v.Signed) != 2 || len(v.Slots) != 9 || len(v.Areas()) != 22 || len(v.Rooms) != 9 || len(v.Glances) != 1 || len(v.Team) != 1 {
		t.Errorf("closed %v, %d signed, %d stops, %d areas, %d rooms, %d early looks, %d in the team",
			v.Closed, len(v.Signed), len(v.Slots), len(v.Areas()), len(v.Rooms), len(v.Glances), len(v.Team))
	}
	c := visit.Tally(visit.Compare(b, v))
	if c.Areas != 22 || c.Agreed != 21 || c.Disagreed != 1 || c.Waiting != 0 || c.Open != 0 {
		t.Errorf("%+v", c)
	}
	for _, task := range visit.ToDo(b, v) {
		if !task.Done {
			t.Errorf("still to do: %s %s", task.Title, task.Words())
		}
	}
	for kind, want := range map[model.PointKind]int{model.Strength: 3, model.NextStepTo: 3, model.BrightSpot: 1} {
		points := v.Of(kind)
		if len(points) != want {
			t.Errorf("%d of %s", len(points), kind)
		}
		for _, p := range points {
			if len(p.Notes) == 0 {
				t.Errorf("nothing stands behind “%s”", p.Text)
			}
		}
	}
	if moved, err := b.CheckSeal(v.ID); err != nil || len(moved) > 0 {
		t.Errorf("the seal: %v moved, %v", moved, err)
	}
}

// What both sides gave is compared as a real visit would be: most match, some
// are one level apart, one is two apart.
func TestLastYearsVisitHasSomethingToTalkAbout(t *testing.T) {
	_, books := example(t)
	gaps := map[int]int{}
	for _, row := range visit.Compare(books[1], visitOf(t, books[1], demo.LastVisit)) {
		gaps[row.Gap]++
		if row.Gap > 0 && row.Agreed != nil && row.Agreed.Reason == "" {
			t.Errorf("%s was agreed and nobody says why", row.Area)
		}
	}
	if gaps[0] != 16 || gaps[1] != 5 || gaps[2] != 1 {
		t.Errorf("gaps: %v", gaps)
	}
}

func TestLastYearsRoomsCanBePutTogether(t *testing.T) {
	_, books := example(t)
	f := visit.Synthesis(visitOf(t, books[1], demo.LastVisit), checklist(t))
	together := 0
	for _, r := range f.Rooms {
		if !r.Observed {
			t.Errorf("nothing was answered in %s", r.Room.Name())
		}
		if r.Together.Observers == 2 {
			together++
			if r.Together.Same == 0 {
				t.Errorf("two observers of %s saw nothing alike", r.Room.Name())
			}
		}
	}
	if len(f.Rooms) != 9 || together != 3 || len(f.Examples) != 2 || slices.Contains(f.Words, visit.NoTrend+".") || f.Time.Untimed != 0 {
		t.Errorf("%d rooms, %d with two observers, %d examples, %v", len(f.Rooms), together, len(f.Examples), f.Words)
	}
}

// The visit of this year is halfway: there is something to tidy, to judge, to
// agree and to write, and nothing is signed.
func TestThisYearsVisitIsHalfway(t *testing.T) {
	_, books := example(t)
	b := books[2]
	v := visitOf(t, b, demo.ThisVisit)
	if v.Closed || len(v.Signed) != 0 || len(v.Rooms) != 4 || v.Slots[len(v.Slots)-1].Day != 2 {
		t.Errorf("closed %v, %d signed, %d rooms", v.Closed, len(v.Signed), len(v.Rooms))
	}
	c := visit.Tally(visit.Compare(b, v))
	if c.Areas != 22 || c.Waiting != 5 || c.NotSeen != 2 || c.Agreed != 4 || c.Open == 0 {
		t.Errorf("%+v", c)
	}
	if n := len(visit.Untidy(b.Evaluation(), v, demo.Reviewer)); n != 2 {
		t.Errorf("%d notes to tidy", n)
	}
	for _, task := range visit.ToDo(b, v) {
		if task.Done {
			t.Errorf("done already: %s", task.Title)
		}
	}
	if _, there := v.At(demo.Reviewer); !there {
		t.Error("the reviewer is nowhere")
	}
}

// A reviewer opens the example at areas that are still hidden from them.
func TestTheReviewerHasSomethingLeftToJudge(t *testing.T) {
	_, books := example(t)
	mine := books[2].As(model.Voice{Person: demo.Reviewer, Role: model.Reviewer})
	hidden := 0
	for _, a := range visitOf(t, books[2], demo.ThisVisit).Areas() {
		if given, kept := mine.Hidden(a); given && kept {
			hidden++
		}
	}
	if hidden != 5 {
		t.Errorf("%d areas are hidden", hidden)
	}
}

// Visits happen on weekdays, before today, whatever day it is.
func TestNobodyVisitsAtWeekends(t *testing.T) {
	r := wholeSchool(t)
	for i := range 7 {
		today := now().AddDate(0, 0, i)
		made, err := demo.Records(r, today)
		if err != nil {
			t.Fatal(err)
		}
		last := int64(0)
		for _, rec := range made.Records {
			if rec.Wall > today.UnixMilli() || rec.Wall < last {
				t.Fatalf("%s: a record of %s after %s", today.Weekday(), time.UnixMilli(rec.Wall).UTC(), time.UnixMilli(last).UTC())
			}
			last = rec.Wall
			if rec.Kind == model.KindVisiting {
				if day := time.UnixMilli(rec.Wall).UTC().Weekday(); day == time.Saturday || day == time.Sunday {
					t.Errorf("on %s: a visit on a %s", today.Weekday(), day)
				}
			}
		}
	}
}

// The meeting is past: every area has an outcome, one a level, and the first
// levels can be looked at.
func TestTheTeamHasMet(t *testing.T) {
	_, books := example(t)
	m, err := books[2].Meeting(demo.TeamMeeting)
	if err != nil {
		t.Fatal(err)
	}
	recorded, spread := 0, 0
	for _, talk := range m.Talks {
		if talk.Outcome == nil {
			t.Errorf("%s has no outcome", talk.Area)
			continue
		}
		if talk.Outcome.Level > 0 {
			recorded++
		}
		if v := meeting.Now(m, talk, 4); v.Shown && v.Low != v.High {
			spread++
		}
	}
	if len(m.People) != 6 || len(m.Talks) != 4 || recorded != 1 || spread != 3 {
		t.Errorf("%d people, %d areas, %d recorded, %d with a spread", len(m.People), len(m.Talks), recorded, spread)
	}
	if j, ok := books[2].Evaluation().Area("4.1").Team(); !ok || j.Level != 2 {
		t.Errorf("4.1: the team says %+v", j)
	}
}
