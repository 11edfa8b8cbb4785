// Package dump writes the whole state as one document that is the same on
// every machine for the same set of events: keys and lists sorted, times in
// UTC, nothing that depends on where or when it is made.
//
// It imports only the standard library and waymark/model.
package dump

import (
	"cmp"
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"time"

	"waymark/model"
	"waymark/model/arrange"
)

// School is everything known of one school.
type School struct {
	ID          model.SchoolID  `json:"id"`
	Name        string          `json:"name"`
	Phase       string          `json:"phase"`
	Pupils      int             `json:"pupils"`
	Example     bool            `json:"example"`
	People      []model.Person  `json:"people"`
	Evaluations []Evaluation    `json:"self_evaluations"`
	Events      []model.EventID `json:"events"`
}

// Evaluation is everything said in one evaluation.
type Evaluation struct {
	ID         model.EvaluationID     `json:"id"`
	Title      string                 `json:"title"`
	Year       model.Year             `json:"year"`
	Rubric     string                 `json:"rubric"`
	Only       []model.AreaID         `json:"only_areas"`
	Started    string                 `json:"started"`
	Finished   string                 `json:"finished"`
	Removed    string                 `json:"removed"`
	Areas      map[model.AreaID]*Area `json:"areas"`
	Notes      []Note                 `json:"notes"`
	Priorities []Priority             `json:"priorities"`
	Fewer      string                 `json:"why_fewer"`
	Visits     []Visit                `json:"visits"`
	Meetings   []Meeting              `json:"meetings"`
	Events     []model.EventID        `json:"events"`
}

// Area is everything said of one area.
type Area struct {
	Judgements []Judgement      `json:"judgements"`
	Notes      []Note           `json:"notes"`
	Flags      []model.PersonID `json:"flags"`
	Emphases   []model.Emphasis `json:"emphases"`
}

// Judgement is what one voice says.
type Judgement struct {
	model.Opinion
	Role      model.Role     `json:"role"`
	Person    model.PersonID `json:"person"`
	At        string         `json:"at"`
	Event     model.EventID  `json:"event"`
	Contested bool           `json:"contested"`
}

// Note is one piece of evidence.
type Note struct {
	model.NoteText
	ID        model.NoteID   `json:"id"`
	Role      model.Role     `json:"role"`
	Person    model.PersonID `json:"person"`
	At        string         `json:"at"`
	Event     model.EventID  `json:"event"`
	Contested bool           `json:"contested"`
}

// Priority is one priority of the plan.
type Priority struct {
	model.PriorityText
	ID        model.PriorityID `json:"id"`
	Person    model.PersonID   `json:"person"`
	At        string           `json:"at"`
	Event     model.EventID    `json:"event"`
	Contested bool             `json:"contested"`
}

// Hide reports whether a record is left out, so that a reviewer learns no
// level early. It may be nil.
type Hide func(model.Record) bool

// State folds records into schools. Rubrics finds the rubric of an evaluation;
// areas of a rubric it does not know are named by the records alone.
func State(records []model.Record, rubrics func(hash string) (model.Rubric, error), hide Hide) ([]School, error) {
	bySchool := map[model.SchoolID][]model.Record{}
	for _, r := range records {
		if hide == nil || !hide(r) {
			bySchool[r.School] = append(bySchool[r.School], r)
		}
	}
	all := []School{}
	for _, id := range slices.Sorted(maps.Keys(bySchool)) {
		s, err := school(id, bySchool[id], rubrics)
		if err != nil {
			return nil, fmt.Errorf("fold school %s: %w", id, err)
		}
		all = append(all, s)
	}
	return all, nil
}

func school(id model.SchoolID, records []model.Record, rubrics func(string) (model.Rubric, error)) (School, error) {
	of := map[model.EvaluationID][]model.Record{}
	for _, r := range records {
		of[r.Evaluation] = append(of[r.Evaluation], r)
	}
	book, err := model.OpenBook(id, "", model.Rubric{}, of[""])
	if err != nil {
		return School{}, err
	}
	info := book.School()
	s := School{ID: id, Name: info.Name, Phase: info.Phase, Pupils: info.Pupils, Example: info.Example, People: notNil(book.People()), Evaluations: []Evaluation{}, Events: events(of[""])}
	arrange.By(s.People, func(x, y model.Person) int { return cmp.Compare(x.ID, y.ID) })
	for _, id := range slices.Sorted(maps.Keys(of)) {
		if id == "" {
			continue
		}
		e, err := evaluation(id, of[id], rubrics)
		if err != nil {
			return School{}, err
		}
		s.Evaluations = append(s.Evaluations, e)
	}
	return s, nil
}

func evaluation(id model.EvaluationID, records []model.Record, rubrics func(string) (model.Rubric, error)) (Evaluation, error) {
	f, err := model.NewFold(records...)
	if err != nil {
		return Evaluation{}, err
	}
	p := model.FoldEvaluation(f, id)
	e := Evaluation{
		ID: id, Title: p.Title, Year: p.Year, Rubric: p.Rubric, Only: notNil(p.Areas),
		Started: moment(p.StartedAt), Finished: moment(p.FinishedAt), Removed: moment(p.RemovedAt),
		Areas: map[model.AreaID]*Area{}, Notes: notes(p.Notes), Priorities: []Priority{}, Fewer: p.Fewer,
		Visits: visits(p.Visits), Meetings: meetings(p.Meetings), Events: events(records),
	}
	for _, pr := range p.Priorities {
		e.Priorities = append(e.Priorities, Priority{pr.PriorityText, pr.ID, pr.Person, moment(pr.At), pr.Event, pr.Contested})
	}
	for _, a := range areas(p, records, rubrics) {
		if one := area(p.Area(a)); one != nil {
			e.Areas[a] = one
		}
	}
	return e, nil
}

// areas lists every area that anything may have been said of.
func areas(p model.Evaluation, records []model.Record, rubrics func(string) (model.Rubric, error)) []model.AreaID {
	var all []model.AreaID
	if r, err := rubrics(p.Rubric); err == nil {
		for _, a := range r.Areas {
			all = append(all, a.ID)
		}
	}
	for _, r := range records {
		if id := AreaOf(r); id != "" {
			all = append(all, id)
		}
	}
	slices.Sort(all)
	return slices.Compact(all)
}

func area(s model.AreaState) *Area {
	if len(s.Judgements)+len(s.Notes)+len(s.Flags)+len(s.Emphases) == 0 {
		return nil
	}
	a := &Area{Judgements: []Judgement{}, Notes: notes(s.Notes), Flags: notNil(s.Flags), Emphases: notNil(s.Emphases)}
	for _, j := range s.Judgements {
		a.Judgements = append(a.Judgements, Judgement{j.Opinion, j.Role, j.Person, moment(j.At), j.Event, j.Contested})
	}
	return a
}

func notes(all []model.Note) []Note {
	said := []Note{}
	for _, n := range all {
		said = append(said, Note{n.NoteText, n.ID, n.Role, n.Person, moment(n.At), n.Event, n.Contested})
	}
	arrange.By(said, func(x, y Note) int { return cmp.Or(cmp.Compare(x.ID, y.ID), cmp.Compare(x.Event, y.Event)) })
	return said
}

func events(records []model.Record) []model.EventID {
	all := []model.EventID{}
	for _, r := range records {
		all = append(all, r.ID)
	}
	slices.Sort(all)
	return slices.Compact(all)
}

func moment(millis int64) string {
	if millis == 0 {
		return ""
	}
	return time.UnixMilli(millis).UTC().Format("2006-01-02T15:04:05.000Z")
}

func notNil[T any](s []T) []T {
	if s == nil {
		return []T{}
	}
	return s
}

// Canonical spells v with every key sorted, whatever the order of its fields.
func Canonical(v any) (json.RawMessage, error) {
	text, err := json.Marshal(v)
	if err != nil {
		return nil, fmt.Errorf("write state: %w", err)
	}
	var plain any
	if err := json.Unmarshal(text, &plain); err != nil {
		return nil, fmt.Errorf("write state: %w", err)
	}
	return json.Marshal(plain)
}
