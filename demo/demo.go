package demo

import (
	"crypto/ed25519"
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"time"

	"waymark/model"
	"waymark/model/desk"
	"waymark/rubrics"
)

// School is the example school's id, the same in every copy.
const School model.SchoolID = "example-school"

// The people of the example school. Their names are made up, and no word of
// any note: leaving names out of a document must not touch its sentences.
const (
	Head     model.PersonID = "example-head"
	Deputy   model.PersonID = "example-deputy"
	Reviewer model.PersonID = "example-reviewer"
)

// Example is the example school: its log, and its evaluations, oldest first.
type Example struct {
	Records     []model.Record
	Evaluations []model.EvaluationID
}

// Records writes the log of the example school on rubric as it stands on the
// day of now. It fails when the rubric lacks an area the example judges.
func Records(rubric model.Rubric, now time.Time) (Example, error) {
	w, err := begin(rubric, now)
	if err != nil {
		return Example{}, fmt.Errorf("write example school: %w", err)
	}
	for i := range years {
		if err := w.year(i); err != nil {
			return Example{}, fmt.Errorf("write example school: year %d: %w", i+1, err)
		}
	}
	return w.made, nil
}

// years is how many evaluations there are; the last is the one of today.
const years = 3

// writer writes one year after the other with one pen.
type writer struct {
	rubric model.Rubric
	list   model.Rubric // what is answered in rooms
	today  time.Time
	pen    *model.Pen
	made   Example
	ids    int

	desk  *desk.Desk // the year being written
	now   time.Time
	takes time.Duration // what an act takes
	fail  error         // the first failure of a step

	noted []noted // the notes of visits
}

func begin(rubric model.Rubric, now time.Time) (*writer, error) {
	seed := sha256.Sum256([]byte("waymark example school"))
	list, err := rubrics.Load("lesson-visit")
	if err != nil {
		return nil, err
	}
	w := &writer{rubric: rubric, list: list, today: now.UTC().Truncate(24 * time.Hour)}
	salts := 0
	w.pen = model.NewPen(ed25519.NewKeyFromSeed(seed[:]), School, model.Tip{}, func() []byte {
		salts++
		salt := sha256.Sum256(binary.BigEndian.AppendUint64(seed[:], uint64(salts)))
		return salt[:16]
	})
	w.now = w.today.AddDate(-years, 0, 0)
	profile, err := model.RegisterSchool(model.School{ID: School, Name: "Example school", Phase: "primary", Pupils: 104, Example: true}, nil)
	if err != nil {
		return nil, err
	}
	people := append([]model.Person{
		{ID: Head, Name: "T. Maple", Post: "headteacher"},
		{ID: Deputy, Name: "J. Rowan", Post: "deputy head"},
		{ID: Reviewer, Name: "R. Okafor", Post: "reviewer"},
		{ID: Observer, Name: "A. Juniper", Post: "visiting head"},
	}, team()...)
	changes := []model.Change{profile}
	for _, p := range people {
		changes = append(changes, model.NamePerson(p, nil))
	}
	return w, w.sign(changes)
}

func (w *writer) newID() string {
	w.ids++
	return fmt.Sprintf("example-%04d", w.ids)
}

// sign writes what no rule of an open evaluation says.
func (w *writer) sign(changes []model.Change) error {
	records, err := w.pen.Write(model.Act{ID: w.newID(), Person: Head, When: w.now}, changes)
	w.keep(records)
	return err
}

func (w *writer) keep(records []model.Record) { w.made.Records = append(w.made.Records, records...) }

// open starts the evaluation of the i-th year and puts it on the desk.
func (w *writer) open(i int) error {
	w.now = w.today.AddDate(i-years+1, 0, -daysAgo).Add(8 * time.Hour)
	w.takes = actTakes
	id := model.EvaluationID(fmt.Sprintf("example-evaluation-%d", i+1))
	year := model.YearOf(w.today.AddDate(i-years+1, 0, 0))
	start, err := model.StartEvaluation(id, "Self-evaluation "+year.Shown(), year, w.rubric, nil)
	if err != nil {
		return err
	}
	if err := w.sign([]model.Change{start}); err != nil {
		return err
	}
	w.made.Evaluations = append(w.made.Evaluations, id)
	var own []model.Record
	for _, r := range w.made.Records {
		if r.Evaluation == "" || r.Evaluation == id {
			own = append(own, r)
		}
	}
	book, err := model.OpenBook(School, id, w.rubric, own)
	if err != nil {
		return err
	}
	w.desk = desk.New(book, model.Voice{Person: Head, Role: model.Self}, desk.Tools{
		Pen: w.pen, Clock: func() time.Time { return w.now }, NewID: w.newID, Save: w.keep,
		Mine: func(model.DeviceID) bool { return true },
	})
	return nil
}
