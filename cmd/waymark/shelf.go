package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"sync"

	"waymark/demo"
	"waymark/model"
	"waymark/rubrics"
	"waymark/ui/env"
)

// shelf is where the app finds schools and their evaluations: the database of
// this computer and, once somebody has asked for it, that of the example
// school. Screens call it from commands, one at a time.
type shelf struct {
	mu      sync.Mutex
	own     *workspace
	example *workspace // nil until it is opened
	savings *savings
}

// workspaces lists what is open.
func (s *shelf) workspaces() []*workspace {
	var all []*workspace
	for _, w := range []*workspace{s.own, s.example} {
		if w != nil && w.store != nil {
			all = append(all, w)
		}
	}
	return all
}

// holding is the workspace that school is in.
func (s *shelf) holding(school model.SchoolID) (*workspace, error) {
	if school == demo.School && s.example != nil {
		return s.example, nil
	}
	if s.own.store == nil {
		return nil, &model.FieldError{Problem: "The file is not open yet. Choose what to do about it first"}
	}
	return s.own, nil
}

// Schools lists every school with its evaluations.
func (s *shelf) Schools(ctx context.Context) ([]env.SchoolEntry, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	var all []env.SchoolEntry
	for _, w := range s.workspaces() {
		rows, err := w.store.Schools(ctx)
		if err != nil {
			return nil, err
		}
		for _, row := range rows {
			sums, err := w.store.Evaluations(ctx, row.ID)
			if err != nil {
				return nil, err
			}
			slices.SortStableFunc(sums, func(x, y model.Summary) int { return compareAge(y.Year, y.StartedAt, x.Year, x.StartedAt) })
			all = append(all, env.SchoolEntry{School: row.School, ChangedAt: row.ChangedAt, Summaries: sums})
		}
	}
	return all, nil
}

// Rubrics lists what can be judged: what comes with Waymark, then what a
// person has installed.
func (s *shelf) Rubrics(ctx context.Context) ([]env.RubricEntry, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	shipped, err := rubrics.Shipped()
	if err != nil {
		return nil, err
	}
	var all []env.RubricEntry
	for _, r := range shipped {
		all = append(all, env.RubricEntry{Hash: r.Hash(), Rubric: r, Shipped: true})
	}
	if s.own.store == nil {
		return all, nil
	}
	rows, err := s.own.store.Rubrics(ctx)
	if err != nil {
		return nil, err
	}
	for _, row := range rows {
		if row.InstalledAt == 0 || slices.ContainsFunc(all, func(e env.RubricEntry) bool { return e.Hash == row.Hash }) {
			continue
		}
		r, err := s.own.rubric(ctx, row.Hash)
		if err != nil {
			continue // a newer program wrote it; it is no choice here
		}
		all = append(all, env.RubricEntry{Hash: row.Hash, Rubric: r})
	}
	return all, nil
}

// Begin starts an evaluation and opens it.
func (s *shelf) Begin(ctx context.Context, b env.Beginning) (env.Opened, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	w, err := s.holding(b.School)
	if err != nil {
		return env.Opened{}, err
	}
	if err := s.savings.settled(ctx); err != nil {
		return env.Opened{}, err
	}
	school, id, err := w.begin(ctx, b)
	if err != nil {
		return env.Opened{}, err
	}
	return s.open(ctx, w, school, id)
}

// Open opens an evaluation for work.
func (s *shelf) Open(ctx context.Context, school model.SchoolID, id model.EvaluationID) (env.Opened, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	w, err := s.holding(school)
	if err != nil {
		return env.Opened{}, err
	}
	return s.open(ctx, w, school, id)
}

func (s *shelf) open(ctx context.Context, w *workspace, school model.SchoolID, id model.EvaluationID) (env.Opened, error) {
	if err := s.savings.settled(ctx); err != nil {
		return env.Opened{}, err
	}
	book, _, err := w.openBook(ctx, school, id)
	if err != nil {
		return env.Opened{}, err
	}
	earlier, err := w.earlier(ctx, book)
	if err != nil {
		return env.Opened{}, err
	}
	saver := s.savings.on(w)
	d, err := w.desk(ctx, book, saver.Put)
	if err != nil {
		return env.Opened{}, err
	}
	if len(w.waiting) > 0 && !d.ReadOnly() { // kept elsewhere by an earlier run, and still not in the file
		s.savings.isParked(w.waiting)
		saver.Put(w.waiting)
		w.waiting = nil
	}
	o := env.Opened{Desk: d, Saver: saver, Earlier: earlier, Example: book.School().Example}
	if o.Example && w.flags.as == "" && d.Voice.Role == model.Self {
		d.Voice.Person = demo.Head
	}
	if ro, why := w.store.ReadOnly(); ro {
		o.ReadOnly = why
	}
	w.rememberUse(school, id)
	return o, nil
}

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

// close closes what the shelf opened itself.
func (s *shelf) close() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.example == nil || s.example == s.own {
		return nil
	}
	return s.example.close()
}

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
	text, err := r.Canonical()
	if err != nil {
		return env.RubricEntry{}, err
	}
	hash, err := w.store.KeepRubric(ctx, text)
	if err != nil {
		return env.RubricEntry{}, inWords(w.paths.database, err)
	}
	return env.RubricEntry{Hash: hash, Rubric: r}, nil
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
	return rubrics.Read(filepath.Base(path), f)
}
