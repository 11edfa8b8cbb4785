package visit_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"waymark/model"
	"waymark/model/visit"
)

func (o *office) note(id model.NoteID, n model.NoteText) {
	o.t.Helper()
	n.Visit = theVisit
	o.do(o.book.WriteNote(reviewer(guest), id, n))
}

func (o *office) point(id model.PointID, p model.PointText) {
	o.t.Helper()
	o.do(o.book.SetPoint(reviewer(guest), theVisit, id, p))
}

func (o *office) toDo() []visit.Task { return visit.ToDo(o.book, o.visiting()) }

// told is the list as it is read.
func told(tasks []visit.Task) []string {
	var lines []string
	for _, t := range tasks {
		done := "To do"
		if t.Done {
			done = "Done"
		}
		lines = append(lines, strings.TrimSpace(fmt.Sprintf("%s: %s %s", done, t.Title, t.Words())))
	}
	return lines
}

func TestToDoThroughADay(t *testing.T) {
	o := newOffice(t, comparedRubric(1, 4))
	o.says("1.1", 3)
	o.says("1.2", 3)
	o.says("1.3", 3)
	o.says("1.4", 3)
	o.begin("1.1", "1.2", "1.3", "1.4")
	o.note("n-1", model.NoteText{Area: "1.1", Text: "Books are full."})
	o.note("n-2", model.NoteText{Text: "The hall is warm.", Private: true})
	expect(t, o, "first",
		"To do: Tidy unfinished notes 1 of 2",
		"To do: Judge the areas you came to see 0 of 4",
		"To do: Agree judgements with leaders 0 of 4",
		"To do: Choose 3 strengths and 3 next steps 0 of 3, 0 of 3",
		"To do: Answer the closing question 0 of 1",
		"To do: Names and roles for the record 0 of 2")
	o.note("n-2", model.NoteText{Text: "The hall is warm.", Private: true, Seen: model.Seen{General: true}})
	o.sees("1.1", 3)
	o.sees("1.2", 2)
	o.sees("1.3", 3)
	o.judge(reviewer(guest), "1.4", model.Opinion{State: model.NoEvidence})
	expect(t, o, "judged",
		"Done: Tidy unfinished notes 2 of 2",
		"To do: Agree judgements with leaders 1 of 4",
		"To do: Choose 3 strengths and 3 next steps 0 of 3, 0 of 3",
		"To do: Answer the closing question 0 of 1",
		"To do: Names and roles for the record 0 of 2")
	o.do(o.book.AgreeAll(school(), theVisit, visit.Matching(o.compare())))
	expect(t, o, "agreed what matches",
		"Done: Tidy unfinished notes 2 of 2",
		"To do: Agree judgements with leaders 3 of 4",
		"To do: Record 1 disagreement: 1.2 Area 1.2 0 of 1",
		"To do: Choose 3 strengths and 3 next steps 0 of 3, 0 of 3",
		"To do: Answer the closing question 0 of 1",
		"To do: Names and roles for the record 0 of 2")
	o.disagree("1.2")
	for i := range 3 {
		o.point(model.PointID(fmt.Sprintf("s-%d", i)), model.PointText{Kind: model.Strength, Text: "Warm."})
		o.point(model.PointID(fmt.Sprintf("t-%d", i)), model.PointText{Kind: model.NextStepTo, Text: "Go on."})
	}
	points := o.toDo()[3]
	if points.Done || points.Hint != "Say of one next step or more who in the school could lead it" {
		t.Errorf("without anybody to lead a step: %+v", points)
	}
	o.point("t-0", model.PointText{Kind: model.NextStepTo, Text: "Go on.", Lead: "Maths lead"})
	o.do(o.book.SetClosing(reviewer(guest), theVisit, model.Closing{First: "Talk to pupils."}))
	o.do(o.book.Sign(reviewer(guest), theVisit, model.SideReviewer, model.Signature{Name: "R. Okafor"}))
	if visit.Ready(o.toDo()) {
		t.Error("ready with one name")
	}
	o.do(o.book.Sign(school(), theVisit, model.SideSchool, model.Signature{Name: "T. Nguyen"}))
	expect(t, o, "last",
		"Done: Tidy unfinished notes 2 of 2",
		"Done: Agree judgements with leaders 3 of 4",
		"Done: Record 1 disagreement: 1.2 Area 1.2 1 of 1",
		"Done: Choose 3 strengths and 3 next steps 3 of 3, 3 of 3",
		"Done: Answer the closing question 1 of 1",
		"Done: Names and roles for the record 2 of 2")
	if !visit.Ready(o.toDo()) {
		t.Error("not ready with everything done")
	}
	if n := visit.PrivateNotes(o.book.Evaluation(), o.visiting()); n != 1 {
		t.Errorf("%d private notes, want 1", n)
	}
}

func expect(t *testing.T, o *office, when string, want ...string) {
	t.Helper()
	if got := told(o.toDo()); !slices.Equal(got, want) {
		t.Errorf("%s:\n%s\nwant\n%s", when, strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

func TestManyDisagreementsAreCounted(t *testing.T) {
	o := newOffice(t, comparedRubric(1, 7))
	var all []model.AreaID
	for _, a := range o.book.Rubric().Areas {
		all = append(all, a.ID)
		o.says(a.ID, 3)
	}
	o.begin(all...)
	for _, a := range all {
		o.sees(a, 2)
	}
	record := func() visit.Task { return o.toDo()[2] }
	if got := record(); got.Title != "Record 7 disagreements: 1.1, 1.2, 1.3 and 4 more" || got.Place != visit.PlaceAgree {
		t.Errorf("%+v", got)
	}
	o.disagree("1.1")
	o.agree("1.2", 2)
	if got := record(); got.Title != "Record 5 disagreements: 1.3, 1.4, 1.5 and 2 more" || got.Words() != "1 of 6" {
		t.Errorf("%q, %q", got.Title, got.Words())
	}
	o.agree("1.3", 2)
	if got := record(); got.Title != "Record 4 disagreements: 1.4, 1.5, 1.6 and 1.7" {
		t.Errorf("%q", got.Title)
	}
}

func TestPrivateNotesInWords(t *testing.T) {
	for n, want := range map[int]string{
		0: "No note is marked private.",
		1: "Your private notes stay with you. 1 note is marked private.",
		6: "Your private notes stay with you. 6 notes are marked private.",
	} {
		if got := visit.PrivateWords(n); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

// Whatever was said, no task counts more than there is, and where areas are
// named they are areas of the visit.
func TestToDoLaws(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		o, r := anyDay(t)
		tally := visit.Tally(o.compare())
		open, waiting := tally.Open, tally.Waiting
		for _, task := range o.toDo() {
			for _, c := range task.Counts {
				if c.N < 0 || c.N > c.Of {
					t.Fatalf("%s: %s", task.Title, task.Words())
				}
			}
			for _, a := range task.Areas {
				if r.Index(a) < 0 {
					t.Fatalf("%s names %s", task.Title, a)
				}
			}
			if strings.HasPrefix(task.Title, "Agree ") && task.Done != (open == 0 && waiting == 0) {
				t.Fatalf("%s is done with %d open", task.Title, open)
			}
		}
	})
}
