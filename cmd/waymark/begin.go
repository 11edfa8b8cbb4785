package main

import (
	"context"
	"fmt"
	"strings"

	"waymark/model"
	"waymark/ui/env"
)

// begin starts an evaluation: it registers a new school, keeps the whole
// rubric and names whoever judges, all in one transaction. Both fronts start
// evaluations here.
func (w *workspace) begin(ctx context.Context, b env.Beginning) (model.SchoolID, model.EvaluationID, error) {
	rubric, err := w.rubric(ctx, b.Rubric)
	if err != nil {
		return "", "", err
	}
	text, err := rubric.Canonical()
	if err != nil {
		return "", "", err
	}
	var changes []model.Change
	school := b.School
	if school == "" {
		school = model.SchoolID(w.newID())
		c, err := model.RegisterSchool(model.School{ID: school, Name: b.Name}, nil)
		if err != nil {
			return "", "", err
		}
		changes = append(changes, c)
	}
	person, named, err := w.starter(ctx, school, b)
	if err != nil {
		return "", "", err
	}
	changes = append(changes, named...)
	id := model.EvaluationID(w.newID())
	start, err := model.StartEvaluation(id, "Self-evaluation "+b.Year.Shown(), b.Year, rubric, b.Areas)
	if err != nil {
		return "", "", err
	}
	err = w.write(ctx, school, person, map[string][]byte{b.Rubric: text}, append(changes, start))
	if err != nil {
		return "", "", err
	}
	w.rememberStart(school, id, person)
	return school, id, nil
}

// rememberStart notes where work goes on and who judges there.
func (w *workspace) rememberStart(school model.SchoolID, id model.EvaluationID, person model.PersonID) {
	_ = w.remember(func(s *settings) { // a lost choice is no reason to fail
		s.Last[w.store.ID()] = lastUsed{school, id}
		s.People[school] = person
	})
}

// starter is who judges, with the change that names them when they are new.
func (w *workspace) starter(ctx context.Context, school model.SchoolID, b env.Beginning) (model.PersonID, []model.Change, error) {
	p := b.Person
	p.Name = model.CleanLine(p.Name)
	if p.Name == "" && p.ID == "" {
		return w.me(school), nil, nil
	}
	known, err := w.people(ctx, school)
	if err != nil {
		return "", nil, err
	}
	for _, k := range known {
		if k.ID == p.ID || p.ID == "" && strings.EqualFold(k.Name, p.Name) {
			return k.ID, nil, nil
		}
	}
	if p.ID == "" {
		p.ID = model.PersonID(w.newID())
	}
	if p.Name == "" {
		return p.ID, nil, nil
	}
	return p.ID, []model.Change{model.NamePerson(p, nil)}, nil
}

// people lists everybody who has been named at a school.
func (w *workspace) people(ctx context.Context, school model.SchoolID) ([]model.Person, error) {
	book, err := w.schoolBook(ctx, school)
	if err != nil {
		return nil, err
	}
	return book.People(), nil
}

// schoolBook is the log of the school itself, opened at no evaluation.
func (w *workspace) schoolBook(ctx context.Context, school model.SchoolID) (*model.Book, error) {
	records, err := w.store.Events(ctx, school, "")
	if err != nil {
		return nil, fmt.Errorf("read school: %w", err)
	}
	return model.OpenBook(school, "", model.Rubric{}, records)
}

// me is who judges on this computer at school when nobody is named.
func (w *workspace) me(school model.SchoolID) model.PersonID {
	s := w.settings()
	if id := first(string(s.People[school]), string(s.Me)); id != "" {
		return model.PersonID(id)
	}
	s.Me = model.PersonID(w.newID())
	_ = w.remember(func(kept *settings) { kept.Me = s.Me })
	return s.Me
}

// write signs changes as one act and keeps them in one transaction.
func (w *workspace) write(ctx context.Context, school model.SchoolID, person model.PersonID, texts map[string][]byte, changes []model.Change) error {
	pen, err := w.pen(ctx, school)
	if err != nil {
		return err
	}
	records, err := pen.Write(model.Act{ID: w.newID(), Person: person, When: w.clock()}, changes)
	if err != nil {
		return err
	}
	if w.flags.dryRun {
		return nil
	}
	return w.keep(ctx, texts, records)
}

// pen signs for school with this computer's key.
func (w *workspace) pen(ctx context.Context, school model.SchoolID) (*model.Pen, error) {
	if ro, why := w.store.ReadOnly(); ro {
		return nil, readOnly(why)
	}
	if w.key == nil {
		return nil, fmt.Errorf("sign change: %w", w.keyErr)
	}
	tip, err := w.store.Tip(ctx, w.key.Device(), school)
	if err != nil {
		return nil, err
	}
	for _, r := range w.waiting {
		if r.Device == w.key.Device() && r.School == school && r.Seq > tip.Seq {
			tip = model.Tip{Seq: r.Seq, Last: r.ID}
		}
	}
	return model.NewPen(w.key.Private(), school, tip, salt), nil
}
