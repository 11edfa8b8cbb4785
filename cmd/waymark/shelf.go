package main

import (
	"context"
	"slices"
	"sync"

	"waymark/demo"
	"waymark/model"
	"waymark/model/arrange"
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
			arrange.By(sums, func(x, y model.Summary) int { return compareAge(y.Year, y.StartedAt, x.Year, x.StartedAt) })
			all = append(all, env.SchoolEntry{School: row.School, ChangedAt: row.ChangedAt, Summaries: sums})
		}
	}
	return all, nil
}

// Rubrics lists what can be read and judged: what comes with Waymark, then what
// a person has installed. They are as they are read here; their hashes are those
// of the rubrics themselves.
func (s *shelf) Rubrics(ctx context.Context) ([]env.RubricEntry, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	shipped, err := rubrics.Shipped()
	if err != nil {
		return nil, err
	}
	here := s.own.paths.reading()
	var all []env.RubricEntry
	for _, r := range shipped {
		all = append(all, env.RubricEntry{Hash: r.Hash(), Rubric: here(r), Shipped: true})
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
		all = append(all, env.RubricEntry{Hash: row.Hash, Rubric: here(r)})
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
	book, err := w.openBook(ctx, school, id)
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
	if w.flags.role == "" {
		o.Visiting = w.visiting(book, d.Voice.Person)
	}
	w.rememberUse(school, id)
	return o, nil
}

// EarlierVisits lists the visits that the school's other evaluations hold.
func (s *shelf) EarlierVisits(ctx context.Context, school model.SchoolID, id model.EvaluationID) ([]model.Visit, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	w, err := s.holding(school)
	if err != nil {
		return nil, err
	}
	return w.visitsElsewhere(ctx, school, id)
}

// visiting is the visit that was in progress here, for whoever was at the desk.
// When --as names somebody, it is for them, if they are on the visit.
func (w *workspace) visiting(book *model.Book, person model.PersonID) env.Visiting {
	v := w.settings().Visits[book.EvaluationID()]
	if w.flags.as == "" {
		return v
	}
	if on, err := book.Visit(v.Visit); err != nil || !on.On(person) {
		return env.Visiting{}
	}
	v.Voice.Person = person
	return v
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
