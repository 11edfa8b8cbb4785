package main

import (
	"context"
	"fmt"
	"slices"

	"waymark/demo"
	"waymark/model"
	"waymark/rubrics"
	"waymark/ui/env"
)

// Example opens the newest evaluation of the example school, which is made on
// first use in a file of its own.
func (s *shelf) Example(ctx context.Context) (env.Opened, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	w, err := s.exampleWorkspace(ctx)
	if err != nil {
		return env.Opened{}, err
	}
	sums, err := w.store.Evaluations(ctx, demo.School)
	if err != nil {
		return env.Opened{}, err
	}
	i := slices.IndexFunc(sums, func(m model.Summary) bool { return !m.Removed })
	if i < 0 {
		return env.Opened{}, fmt.Errorf("open the example school: %w", model.ErrNotFound)
	}
	return s.open(ctx, w, demo.School, sums[i].ID)
}

func (s *shelf) exampleWorkspace(ctx context.Context) (*workspace, error) {
	if s.example != nil {
		return s.example, nil
	}
	w := s.own
	if w.store == nil || w.paths.database != w.paths.example() {
		flags := w.flags
		flags.db = w.paths.example()
		var err error
		if w, err = openWorkspace(ctx, flags); err != nil {
			return nil, err
		}
		w.clock, w.paths.state = s.own.clock, s.own.paths.state
	}
	if err := fillExample(ctx, w); err != nil {
		return nil, err
	}
	s.example = w
	return w, nil
}

// fillExample writes the example school into an empty database.
func fillExample(ctx context.Context, w *workspace) error {
	rows, err := w.store.Schools(ctx)
	if err != nil || len(rows) > 0 {
		return err
	}
	r, err := rubrics.Load("whole-school")
	if err != nil {
		return err
	}
	text, err := r.Canonical()
	if err != nil {
		return err
	}
	made, err := demo.Records(r, w.clock())
	if err != nil {
		return err
	}
	return w.store.Append(ctx, map[string][]byte{r.Hash(): text}, made.Records)
}
