package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"waymark/model"
	"waymark/rubrics"
	"waymark/ui/env"
)

// Install keeps a rubric from a file.
func (s *shelf) Install(ctx context.Context, path string) (env.RubricEntry, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	w, err := s.holding("")
	if err != nil {
		return env.RubricEntry{}, err
	}
	r, err := readRubric(path)
	if err != nil {
		return env.RubricEntry{}, err
	}
	hash, err := w.installRubric(ctx, r)
	if field := (*model.FieldError)(nil); errors.As(err, &field) {
		return env.RubricEntry{}, field
	}
	if err != nil {
		return env.RubricEntry{}, &model.FieldError{Field: "file", Problem: inWords(w.paths.database, err).Error()}
	}
	return env.RubricEntry{Hash: hash, Rubric: w.paths.reading()(r)}, nil
}

// readRubric reads a rubric file that a person named.
func readRubric(path string) (model.Rubric, error) {
	info, err := os.Stat(path)
	switch {
	case errors.Is(err, os.ErrNotExist):
		return model.Rubric{}, &model.FieldError{Field: "file", Problem: "There is no file of that name. Check where it is kept"}
	case err != nil:
		return model.Rubric{}, &model.FieldError{Field: "file", Problem: "This file cannot be read. Copy it to a folder of your own"}
	case !info.Mode().IsRegular():
		return model.Rubric{}, &model.FieldError{Field: "file", Problem: "This is not a file. Name the rubric file itself"}
	}
	f, err := os.Open(path)
	if err != nil {
		return model.Rubric{}, &model.FieldError{Field: "file", Problem: "This file cannot be read. Copy it to a folder of your own"}
	}
	defer f.Close()
	r, err := rubrics.Read(filepath.Base(path), f)
	var faults *rubrics.Faults
	if errors.As(err, &faults) && len(faults.List) > 0 {
		return r, &model.FieldError{Field: "file", Problem: faulty(faults)}
	}
	return r, err
}

// faulty says what to change first, and how to see the rest.
func faulty(f *rubrics.Faults) string {
	words := "This file cannot be used as a rubric. " + clean(f.List[0].String())
	if more := len(f.List) + f.More - 1; more > 0 {
		words += fmt.Sprintf(" (and %d more: waymark rubric check lists them)", more)
	}
	return words
}
