package main

import (
	"fmt"

	"waymark/model"
)

// evaluationJSON is an evaluation in a list, as scripts read it.
type evaluationJSON struct {
	ID       model.EvaluationID `json:"id"`
	Title    string             `json:"title"`
	Year     model.Year         `json:"year"`
	Rubric   string             `json:"rubric"`
	Judged   int                `json:"judged"`
	Of       int                `json:"of"`
	Started  *string            `json:"started"`
	Changed  *string            `json:"changed"`
	Finished *string            `json:"finished"`
	Deleted  *string            `json:"deleted"`
}

func summaryData(s model.Summary) evaluationJSON {
	e := evaluationJSON{
		ID: s.ID, Title: clean(s.Title), Year: s.Year, Rubric: s.Rubric, Judged: s.Row.Judged(), Of: len(s.Row),
		Started: stamp(s.StartedAt), Changed: stamp(s.ChangedAt), Finished: stamp(s.FinishedAt), Deleted: stamp(s.RemovedAt),
	}
	return e
}

// summaryState says how far an evaluation is.
func summaryState(s model.Summary) string {
	switch {
	case s.Removed:
		return "deleted"
	case s.Finished:
		return "finished"
	}
	return fmt.Sprintf("%d of %d judged", s.Row.Judged(), len(s.Row))
}

// head is what every answer about one evaluation starts with.
type head struct {
	School     schoolRef     `json:"school"`
	Evaluation evaluationRef `json:"self_evaluation"`
}

type schoolRef struct {
	ID   model.SchoolID `json:"id"`
	Name string         `json:"name"`
}

type evaluationRef struct {
	ID       model.EvaluationID `json:"id"`
	Title    string             `json:"title"`
	Year     model.Year         `json:"year"`
	Finished bool               `json:"finished"`
	Rubric   rubricRef          `json:"rubric"`
}

type rubricRef struct {
	ID      string `json:"id"`
	Edition string `json:"edition"`
	Hash    string `json:"hash"`
}

func (o *opened) head() head {
	e, r := o.book.Evaluation(), o.book.Rubric()
	return head{
		School: schoolRef{o.school.ID, clean(o.school.Name)},
		Evaluation: evaluationRef{
			ID: e.ID, Title: clean(e.Title), Year: e.Year, Finished: e.Finished,
			Rubric: rubricRef{clean(r.ID), clean(r.Edition), e.Rubric},
		},
	}
}

// judgementJSON is what one voice says of an area. Hidden is set, and nothing
// else but the role, while a reviewer may not see it.
type judgementJSON struct {
	Role       model.Role       `json:"role"`
	Person     string           `json:"person"`
	State      model.State      `json:"state,omitempty"`
	Level      model.Level      `json:"level,omitempty"`
	Word       string           `json:"word,omitempty"`
	Confidence model.Confidence `json:"confidence,omitempty"`
	Direction  model.Direction  `json:"direction,omitempty"`
	Reason     string           `json:"reason,omitempty"`
	At         *string          `json:"at"`
	Hidden     bool             `json:"hidden,omitempty"`
}

// judgements lists what may be seen of an area.
func (o *opened) judgements(a model.AreaID) []judgementJSON {
	all := []judgementJSON{}
	for _, j := range o.book.Evaluation().Area(a).Judgements {
		all = append(all, judgementJSON{
			Role: j.Role, Person: clean(o.book.Who(j.Person).Name), State: j.State, Level: j.Level,
			Word: clean(o.book.Rubric().Scale.Name(j.Level)), Confidence: j.Confidence, Direction: j.Direction,
			Reason: clean(j.Reason), At: stamp(j.At),
		})
	}
	if given, hidden := o.hides(a); hidden && given {
		all = append(all, judgementJSON{Role: model.Self, Hidden: true})
	}
	return all
}

// standing is the judgement shown for an area: one's own, else the school's.
func (o *opened) standing(a model.AreaID) (model.Judgement, bool) {
	s := o.book.Evaluation().Area(a)
	if role, err := o.c.flags.voice(); err == nil && role == model.Reviewer {
		person, _ := o.ws.speaker(o.book, role)
		return s.By(model.Voice{Person: person.ID, Role: role})
	}
	person, _ := o.ws.speaker(o.book, model.Self)
	return s.SchoolSays(person.ID)
}

// levelWords says a judgement as people read it: "3 Embedded".
func (o *opened) levelWords(a model.AreaID) string {
	j, ok := o.standing(a)
	if !ok {
		if given, hidden := o.hides(a); hidden && given {
			return hiddenWords
		}
		return "not judged"
	}
	return opinionWords(o.book.Rubric().Scale, j.Opinion)
}

func opinionWords(s model.Scale, o model.Opinion) string {
	switch o.State {
	case model.NotApplicable:
		return "does not apply"
	case model.NoEvidence:
		return "not enough evidence to say"
	default: // model.Rated
		return fmt.Sprintf("%d %s", o.Level, clean(s.Name(o.Level)))
	}
}
