package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"

	"waymark/model"
	"waymark/model/arrange"
	"waymark/rubrics"
	"waymark/ui/env"
	"waymark/ui/task"
)

// rubric is the rubric with that hash, kept with an evaluation, installed, or
// shipped.
func (w *workspace) rubric(ctx context.Context, hash string) (model.Rubric, error) {
	if r, ok := w.rubrics[hash]; ok {
		return r, nil
	}
	if wait, ok := w.coming[hash]; ok {
		delete(w.coming, hash)
		if r, err := wait(); err == nil {
			w.rubrics[hash] = r
			return r, nil
		}
	}
	text, err := w.store.Rubric(ctx, hash)
	if errors.Is(err, model.ErrNotFound) {
		return w.shipped(hash)
	}
	if err != nil {
		return model.Rubric{}, fmt.Errorf("read rubric: %w", err)
	}
	r, err := model.RubricFromCanonical(text)
	if err != nil {
		return model.Rubric{}, err
	}
	w.rubrics[hash] = r
	return r, nil
}

// prepare has the rubric of an evaluation read beside what else opening it
// takes: it is the largest text by far. What goes wrong here goes wrong again,
// and is said, when the rubric is asked for.
func (w *workspace) prepare(ctx context.Context, school model.SchoolID, id model.EvaluationID) {
	all, err := w.store.Evaluations(ctx, school)
	i := slices.IndexFunc(all, func(s model.Summary) bool { return s.ID == id })
	if err != nil || i < 0 || w.rubrics[all[i].Rubric].ID != "" {
		return
	}
	text, err := w.store.Rubric(ctx, all[i].Rubric)
	if err != nil {
		return
	}
	w.coming = map[string]func() (model.Rubric, error){
		all[i].Rubric: task.Beside(func() (model.Rubric, error) { return model.RubricFromCanonical(text) }),
	}
}

func (w *workspace) shipped(hash string) (model.Rubric, error) {
	all, err := rubrics.Shipped()
	if err != nil {
		return model.Rubric{}, err
	}
	for _, r := range all {
		w.rubrics[r.Hash()] = r
	}
	if r, ok := w.rubrics[hash]; ok {
		return r, nil
	}
	return model.Rubric{}, fmt.Errorf("rubric %.8s: %w", hash, model.ErrNotFound)
}

// openBook opens one evaluation with the whole rubric it was started with.
func (w *workspace) openBook(ctx context.Context, school model.SchoolID, evaluation model.EvaluationID) (*model.Book, error) {
	records, err := w.store.Events(ctx, school, evaluation)
	if err != nil {
		return nil, fmt.Errorf("open evaluation: %w", err)
	}
	for _, r := range w.waiting {
		if r.School == school && (r.Evaluation == evaluation || r.Evaluation == "") {
			records = append(records, r)
		}
	}
	// Only what says how it started is folded here: the book folds everything.
	started := slices.DeleteFunc(slices.Clone(records), func(r model.Record) bool { return r.Kind != model.KindStart })
	fold, err := model.NewFold(started...)
	if err != nil {
		return nil, fmt.Errorf("open evaluation: %w", err)
	}
	start := model.FoldEvaluation(fold, evaluation)
	if start.Rubric == "" {
		return nil, fmt.Errorf("open evaluation: %w", model.ErrNotFound)
	}
	rubric, err := w.rubric(ctx, start.Rubric)
	if err != nil {
		return nil, err
	}
	book, err := model.OpenBook(school, evaluation, rubric, records)
	if err != nil {
		return nil, fmt.Errorf("open evaluation: %w", err)
	}
	w.paths.show(book)
	return book, nil
}

// earlier lists the evaluations of the book's school that came before it,
// newest first, with their levels where they can be set beside the book's.
func (w *workspace) earlier(ctx context.Context, book *model.Book) ([]env.Earlier, error) {
	all, err := w.store.Evaluations(ctx, book.SchoolID())
	if err != nil {
		return nil, fmt.Errorf("list earlier evaluations: %w", err)
	}
	now := book.Evaluation()
	whole, err := w.rubric(ctx, now.Rubric)
	if err != nil {
		return nil, err
	}
	var before []env.Earlier
	for _, s := range all {
		if s.Removed || s.ID == book.EvaluationID() || slices.Contains(now.Predecessors(), s.ID) || compareAge(s.Year, s.StartedAt, now.Year, now.StartedAt) >= 0 {
			continue
		}
		e, err := w.beside(ctx, s, whole)
		if err != nil {
			return nil, err
		}
		before = append(before, e)
	}
	arrange.By(before, func(x, y env.Earlier) int {
		return compareAge(y.Year, y.StartedAt, x.Year, x.StartedAt)
	})
	return before, nil
}

// visitsElsewhere are the visits that the school's other evaluations hold. One
// whose rubric is not on this computer cannot be read, and is left out.
func (w *workspace) visitsElsewhere(ctx context.Context, school model.SchoolID, evaluation model.EvaluationID) ([]model.Visit, error) {
	sums, err := w.store.Evaluations(ctx, school)
	if err != nil {
		return nil, fmt.Errorf("list other evaluations: %w", err)
	}
	var all []model.Visit
	for _, s := range sums {
		if s.Removed || s.ID == evaluation {
			continue
		}
		b, err := w.openBook(ctx, school, s.ID)
		if errors.Is(err, model.ErrNotFound) {
			continue
		}
		if err != nil {
			return nil, err
		}
		all = append(all, b.Evaluation().Visits...)
	}
	return all, nil
}

func compareAge(year model.Year, at int64, other model.Year, otherAt int64) int {
	return cmp.Or(cmp.Compare(year, other), cmp.Compare(at, otherAt))
}

// beside is s with its levels by area, or with why they cannot be compared.
func (w *workspace) beside(ctx context.Context, s model.Summary, now model.Rubric) (env.Earlier, error) {
	e := env.Earlier{Summary: s}
	was, err := w.rubric(ctx, s.Rubric)
	if errors.Is(err, model.ErrNotFound) {
		e.Why = "its rubric is not on this computer"
		return e, nil
	}
	if err != nil {
		return e, err
	}
	if apart := now.Apart(was); apart != "" {
		e.Why = "it was judged with " + apart
		return e, nil
	}
	e.Levels = map[model.AreaID]model.Level{}
	for i, a := range was.Only(s.Areas).Areas {
		if l, ok := s.Row.Level(i); ok && now.Index(a.ID) >= 0 {
			e.Levels[a.ID] = l
		}
	}
	return e, nil
}
