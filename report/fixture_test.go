package report_test

import (
	"crypto/ed25519"
	"fmt"
	"strings"
	"testing"
	"time"

	"waymark/model"
	"waymark/model/priority"
	"waymark/report"
)

// desk is a school's log being written, with a clock that stands still until told.
type desk struct {
	t    *testing.T
	book *model.Book
	pen  *model.Pen
	now  time.Time
	acts int
}

const (
	head     = model.PersonID("p-head")
	deputy   = model.PersonID("p-deputy")
	reviewer = model.PersonID("p-reviewer")
)

var made = time.Date(2026, time.September, 24, 10, 42, 0, 0, time.UTC)

// newDesk opens a new evaluation on r.
func newDesk(t *testing.T, r model.Rubric, title string) *desk {
	t.Helper()
	key := ed25519.NewKeyFromSeed([]byte(strings.Repeat("w", ed25519.SeedSize)))
	book, err := model.OpenBook("school", "evaluation", r, nil)
	if err != nil {
		t.Fatal(err)
	}
	d := &desk{
		t: t, book: book, now: made.AddDate(0, 0, -14),
		pen: model.NewPen(key, "school", model.Tip{}, func() []byte { return make([]byte, 16) }),
	}
	d.do(head, []model.Change{{
		Evaluation: "evaluation", Kind: model.KindStart, Subject: "evaluation/start",
		Value: model.Start{Title: title, Year: "2026-27", Rubric: r.Hash()},
	}}, nil)
	return d
}

// do signs changes and takes them in.
func (d *desk) do(who model.PersonID, changes []model.Change, err error) {
	d.t.Helper()
	if err != nil {
		d.t.Fatal(err)
	}
	d.acts++
	d.now = d.now.Add(time.Minute)
	records, err := d.pen.Write(model.Act{ID: fmt.Sprint("act", d.acts), Person: who, When: d.now}, changes)
	if err != nil {
		d.t.Fatal(err)
	}
	if err := d.book.Add(records...); err != nil {
		d.t.Fatal(err)
	}
}

func (d *desk) judge(who model.PersonID, role model.Role, area model.AreaID, o model.Opinion) {
	d.t.Helper()
	changes, err := d.book.Judge(model.Voice{Person: who, Role: role}, area, o)
	d.do(who, changes, err)
}

func (d *desk) level(area model.AreaID, l model.Level, c model.Confidence) {
	d.t.Helper()
	d.judge(head, model.Self, area, model.Opinion{State: model.Rated, Level: l, Confidence: c})
}

func (d *desk) note(who model.PersonID, role model.Role, id model.NoteID, n model.NoteText) {
	d.t.Helper()
	changes, err := d.book.WriteNote(model.Voice{Person: who, Role: role}, id, n)
	d.do(who, changes, err)
}

func (d *desk) priority(id model.PriorityID, p model.PriorityText) {
	d.t.Helper()
	changes, err := d.book.AddPriority(id, p)
	d.do(head, changes, err)
}

func (d *desk) emphasise(area model.AreaID, m model.Emphasis) {
	d.t.Helper()
	changes, err := d.book.Emphasise(area, m)
	d.do(head, changes, err)
}

// source is the finished fixture with the suggestion that the program would make.
func (d *desk) source(school model.School) report.Source {
	d.t.Helper()
	e, r := d.book.Evaluation(), d.book.Rubric()
	in := priority.Input{Scale: r.Scale, Edges: r.Edges, Readings: 500}
	for _, a := range r.Areas {
		in.Areas = append(in.Areas, suggestible(e.Area(a.ID), a))
	}
	answer, err := priority.Suggest(in)
	if err != nil {
		d.t.Fatal(err)
	}
	return report.Source{
		School: school, Evaluation: e, Rubric: r, Answer: answer, Made: made, Person: head, People: people("T. Nguyen", "S. Patel", "R. Okafor"),
	}
}

func suggestible(s model.AreaState, a model.Area) priority.Area {
	out := priority.Area{ID: a.ID, Title: a.Title, Pinned: s.Emphasis.Pinned, Excluded: s.Emphasis.Excluded}
	for _, j := range s.Judgements {
		switch j.State {
		case model.NotApplicable:
			out.NotApplicable = true
		case model.Rated:
			p := priority.Judgement{Rater: "you", Level: j.Level, Confidence: sure(j.Confidence)}
			if j.Role == model.Reviewer {
				p.Rater = "the reviewer"
			}
			if j.Role == model.Agreed {
				p.Rater = "you and your reviewer agreed"
				out.Agreed = &p
				continue
			}
			out.Judgements = append(out.Judgements, p)
			out.Slipping = out.Slipping || j.Direction == model.Slipping
		case model.NoEvidence:
		}
	}
	return out
}

func sure(c model.Confidence) priority.Confidence {
	return map[model.Confidence]priority.Confidence{model.Low: priority.Low, model.High: priority.High}[c]
}

func people(names ...string) func(model.PersonID) model.Person {
	return func(id model.PersonID) model.Person {
		for i, known := range []model.PersonID{head, deputy, reviewer} {
			if id == known && i < len(names) {
				return model.Person{ID: id, Name: names[i], Post: []string{"headteacher", "deputy head", ""}[i]}
			}
		}
		return model.Person{ID: id}
	}
}
