package visit

import (
	"fmt"
	"strconv"
	"strings"

	"waymark/model"
)

// Place is where a task is done.
type Place string

// The places that a task leads to.
const (
	PlaceTidy    Place = "tidy"
	PlaceJudge   Place = "judge"
	PlaceAgree   Place = "agree"
	PlacePoints  Place = "points"
	PlaceClosing Place = "closing"
	PlaceNames   Place = "names"
)

// Share is how many of how many.
type Share struct{ N, Of int }

// Words is the share as it is read: "2 of 3".
func (s Share) Words() string { return fmt.Sprintf("%d of %d", s.N, s.Of) }

// Task is one thing to do before the team leaves the school.
type Task struct {
	Title  string
	Done   bool
	Counts []Share
	Areas  []model.AreaID // which areas are meant, where that is not all of them
	Hint   string         // what else is missing, "" when nothing is
	Place  Place
}

// Words is what stands beside a task: "2 of 3, 3 of 3".
func (t Task) Words() string {
	parts := make([]string, len(t.Counts))
	for i, c := range t.Counts {
		parts[i] = c.Words()
	}
	return strings.Join(parts, ", ")
}

// ToDo lists what is to be done before the team leaves, in the order in which
// it is done. Areas that nobody has judged yet, and areas on which the two
// sides differ, have a task only while there are any.
func ToDo(b *model.Book, v model.Visit) []Task {
	rows := Compare(b, v)
	t := Tally(rows)
	tasks := []Task{tidyTask(b.Evaluation().VisitNotes(v.ID))}
	if t.Waiting > 0 {
		tasks = append(tasks, Task{
			Title: "Judge the areas you came to see", Counts: []Share{{t.Areas - t.Waiting, t.Areas}},
			Areas: areasWhere(rows, func(r Row) bool { return r.State == Waiting }), Place: PlaceJudge,
		})
	}
	tasks = append(tasks, agreeTask(rows, t))
	if task, any := apartTask(b.Rubric(), rows, t); any {
		tasks = append(tasks, task)
	}
	return append(tasks, pointsTask(v), closingTask(v), namesTask(v))
}

// Ready reports whether everything on the list is done.
func Ready(tasks []Task) bool {
	for _, t := range tasks {
		if !t.Done {
			return false
		}
	}
	return true
}

// tidyTask counts the notes that belong to an area or were left general.
func tidyTask(notes []model.Note) Task {
	t := Task{Title: "Tidy unfinished notes", Counts: []Share{{Of: len(notes)}}, Place: PlaceTidy}
	for _, n := range notes {
		if n.Area != "" || n.General {
			t.Counts[0].N++
		}
	}
	t.Done = t.Counts[0].N == len(notes)
	return t
}

// agreeTask counts an area as done when it is agreed or there is nothing to
// agree about it. One on which they do not agree is never counted, and is not
// waited for once that is recorded.
func agreeTask(rows []Row, t Counts) Task {
	open := areasWhere(rows, Row.Open)
	left := t.Open + t.Waiting + t.Disagreed
	return Task{
		Title: "Agree judgements with leaders", Done: t.Open+t.Waiting == 0,
		Counts: []Share{{t.Areas - left, t.Areas}}, Areas: open, Place: PlaceAgree,
	}
}

// apartTask asks to record that they do not agree once nothing else is left to
// agree. Before that a difference is something to talk about.
func apartTask(r model.Rubric, rows []Row, t Counts) (task Task, any bool) {
	open := areasWhere(rows, func(r Row) bool { return r.Open() && r.State != Match })
	last := len(open) > 0 && t.Open == len(open) && t.Waiting == 0
	n := t.Disagreed
	if last {
		n += len(open)
	} else {
		open = nil
	}
	if n == 0 {
		return Task{}, false
	}
	which := open
	if len(which) == 0 {
		which = areasWhere(rows, func(r Row) bool { return r.Agreed == nil && r.Apart != nil })
	}
	return Task{
		Title: "Record " + countWords(max(1, len(which)), "disagreement", "disagreements") + ": " + areaNames(r, which),
		Done:  len(open) == 0, Counts: []Share{{t.Disagreed, n}}, Areas: which, Place: PlaceAgree,
	}, true
}

// mostNames is how many areas a title names before it only counts them.
const mostNames = 3

// areaNames names one area with its title and a few by their codes.
func areaNames(r model.Rubric, ids []model.AreaID) string {
	if len(ids) == 1 {
		if a, ok := r.Area(ids[0]); ok {
			return a.Name()
		}
	}
	var names []string
	for i, id := range ids {
		if i == mostNames && len(ids) > mostNames+1 {
			names = append(names, strconv.Itoa(len(ids)-i)+" more")
			break
		}
		names = append(names, string(id))
	}
	return inSentence(names)
}

// pointsTask is done when there are three of each and somebody in the school
// could take up one of the next steps.
func pointsTask(v model.Visit) Task {
	t := Task{Title: fmt.Sprintf("Choose %d strengths and %d next steps", model.MostPoints, model.MostPoints), Place: PlacePoints}
	steps, led := v.Of(model.NextStepTo), false
	for _, s := range steps {
		led = led || s.Lead != ""
	}
	strengths := len(v.Of(model.Strength))
	t.Counts = []Share{{strengths, model.MostPoints}, {len(steps), model.MostPoints}}
	if !led {
		t.Hint = "Say of one next step or more who in the school could lead it"
	}
	t.Done = led && strengths >= model.MostPoints && len(steps) >= model.MostPoints
	return t
}

func closingTask(v model.Visit) Task {
	done := v.Closing.First != ""
	return Task{Title: "Answer the closing question", Done: done, Counts: []Share{{asInt(done), 1}}, Place: PlaceClosing}
}

func namesTask(v model.Visit) Task {
	return Task{Title: "Names and roles for the record", Done: len(v.Signed) == 2, Counts: []Share{{len(v.Signed), 2}}, Place: PlaceNames}
}

func areasWhere(rows []Row, is func(Row) bool) []model.AreaID {
	var areas []model.AreaID
	for _, r := range rows {
		if is(r) {
			areas = append(areas, r.Area)
		}
	}
	return areas
}

// PrivateNotes is how many notes of the visit are private and stay behind.
func PrivateNotes(e model.Evaluation, v model.Visit) int {
	n := 0
	for _, note := range e.VisitNotes(v.ID) {
		n += asInt(note.Private)
	}
	return n
}

// PrivateWords says how many notes stay with those who took them.
func PrivateWords(n int) string {
	switch n {
	case 0:
		return "No note is marked private."
	case 1:
		return "Your private notes stay with you. 1 note is marked private."
	}
	return fmt.Sprintf("Your private notes stay with you. %d notes are marked private.", n)
}
