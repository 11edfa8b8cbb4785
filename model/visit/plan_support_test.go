package visit_test

import (
	"crypto/ed25519"
	"crypto/sha256"
	"encoding/binary"
	"errors"
	"fmt"
	"testing"
	"time"

	"waymark/model"
	"waymark/model/visit"
	"waymark/rubrics"
)

const (
	dayVisit model.VisitID  = "visit-1"
	okafor   model.PersonID = "okafor"
	adeyemi  model.PersonID = "adeyemi"
	dayHead  model.PersonID = "head"
)

// lead is the reviewer who leads the visit; its school answers as the head.
func leadVoice() model.Voice { return model.Voice{Person: okafor, Role: model.Reviewer} }
func headVoice() model.Voice { return model.Voice{Person: dayHead, Role: model.Self} }

// evaluated is an evaluation that tests write in: one pen, one clock.
type evaluated struct {
	t    testing.TB
	pen  *model.Pen
	book *model.Book
	now  time.Time
	acts int
}

// newEvaluated opens an evaluation of r at nine on the morning of the visit.
func newEvaluated(t testing.TB, r model.Rubric) *evaluated {
	t.Helper()
	seed := sha256.Sum256([]byte("key"))
	n := uint64(0)
	d := &evaluated{t: t, now: time.Date(2026, 9, 24, 9, 0, 0, 0, time.UTC)}
	d.pen = model.NewPen(ed25519.NewKeyFromSeed(seed[:]), "school-1", model.Tip{}, func() []byte {
		n++
		sum := sha256.Sum256(binary.BigEndian.AppendUint64(nil, n))
		return sum[:16]
	})
	c, err := model.StartEvaluation("eval-1", "Autumn", "2026-27", r, nil)
	if err != nil {
		t.Fatal(err)
	}
	records, err := d.pen.Write(model.Act{ID: "start", Person: dayHead, When: d.now}, []model.Change{c})
	if err != nil {
		t.Fatal(err)
	}
	if d.book, err = model.OpenBook("school-1", "eval-1", r, records); err != nil {
		t.Fatal(err)
	}
	return d
}

// do signs what a rule gave and takes it in.
func (d *evaluated) do(changes []model.Change, err error) {
	d.t.Helper()
	if err != nil {
		d.t.Fatalf("refused: %v", err)
	}
	d.acts++
	records, err := d.pen.Write(model.Act{ID: fmt.Sprint("act-", d.acts), Person: changes[0].Person, When: d.now}, changes)
	if err != nil {
		d.t.Fatal(err)
	}
	if err := d.book.Add(records...); err != nil {
		d.t.Fatal(err)
	}
}

// try is do, for changes that may have nothing to say.
func (d *evaluated) try(changes []model.Change, err error) {
	d.t.Helper()
	if !errors.Is(err, model.ErrNothing) {
		d.do(changes, err)
	}
}

func (d *evaluated) judge(a model.AreaID, o model.Opinion) {
	d.t.Helper()
	o.State = model.Rated
	d.do(d.book.Judge(headVoice(), a, o))
}

func (d *evaluated) note(v model.Voice, n model.NoteText) {
	d.t.Helper()
	d.do(d.book.WriteNote(v, model.NoteID(fmt.Sprint("note-", d.acts)), n))
}

// begin starts a visit led by okafor with adeyemi on it, from one day's template.
func (d *evaluated) begin(focus ...model.AreaID) {
	d.t.Helper()
	d.do(d.book.StartVisit(leadVoice(), dayVisit, model.Visiting{Date: "2026-09-24", Lead: okafor, Template: "one-day"}))
	d.do(d.book.SetTeam(leadVoice(), dayVisit, []model.Member{{Person: adeyemi}}))
	d.do(d.book.SetFocus(leadVoice(), dayVisit, focus))
	slots, err := visit.Plan("one-day", focus, d.book.Rubric(), visit.Options{})
	if err != nil {
		d.t.Fatal(err)
	}
	d.do(d.book.SetSlots(leadVoice(), dayVisit, slots))
}

func (d *evaluated) visit() model.Visit {
	d.t.Helper()
	v, err := d.book.Visit(dayVisit)
	if err != nil {
		d.t.Fatal(err)
	}
	return v
}

func wholeSchool(t testing.TB) model.Rubric {
	t.Helper()
	r, err := rubrics.Load("whole-school")
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// made is a rubric of n areas in groups of five without anything around its levels.
func madeUp(n int) model.Rubric {
	topics := []string{
		"Pupils talk about what they learn", "Books show care", "Teachers share plans", "Leaders know the figures",
		"Attendance records are read", "Classrooms are calm", "Families are heard", "Work gets harder",
	}
	r := model.Rubric{
		ID: "made", Edition: "1", Title: "Made", Kind: model.KindSchool, Language: "en-GB",
		Scale: model.Scale{ID: "four", Title: "Four", Expected: 3, Levels: []model.LevelName{
			{Name: "Early"}, {Name: "Developing"}, {Name: "Embedded"}, {Name: "Sharing"},
		}},
	}
	for i := range n {
		g := model.GroupID(fmt.Sprint(i/5 + 1))
		if i%5 == 0 {
			r.Groups = append(r.Groups, model.Group{ID: g, Title: "Group " + string(g)})
		}
		r.Areas = append(r.Areas, model.Area{
			ID: model.AreaID(fmt.Sprintf("%s.%d", g, i%5+1)), Group: g, Title: fmt.Sprint("Topic ", i), Scope: topics[i%len(topics)],
			Question: "How is it?", Levels: []string{"Not yet.", "In places.", "Everywhere.", "Others learn from it."},
		})
	}
	return r
}

func areaIDs(r model.Rubric) []model.AreaID {
	var all []model.AreaID
	for _, a := range r.Areas {
		all = append(all, a.ID)
	}
	return all
}
