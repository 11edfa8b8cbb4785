package store

import (
	"context"
	"encoding/json"
	"fmt"

	"waymark/model"
)

// SchoolRow is one school in a list. Evaluations counts those not removed.
type SchoolRow struct {
	model.School
	ChangedAt   int64 // UTC milliseconds of the newest event
	Evaluations int
}

// Schools lists every school in the database by name.
func (s *Store) Schools(ctx context.Context) ([]SchoolRow, error) {
	all, err := listedSchools(ctx, s.q)
	if err != nil {
		return nil, fmt.Errorf("list schools: %w", err)
	}
	return all, nil
}

func listedSchools(ctx context.Context, q querier) ([]SchoolRow, error) {
	rows, err := q.QueryContext(ctx, `SELECT s.id, s.name, s.phase, s.pupils, s.example, s.changed_at,
		coalesce(max(e.changed_at), 0), coalesce(sum(1 - e.removed), 0)
		FROM school s LEFT JOIN evaluation e ON e.school = s.id
		GROUP BY s.id, s.name, s.phase, s.pupils, s.example, s.changed_at ORDER BY s.name, s.id`)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var all []SchoolRow
	for rows.Next() {
		var r SchoolRow
		var newest int64
		if err := rows.Scan(&r.ID, &r.Name, &r.Phase, &r.Pupils, &r.Example, &r.ChangedAt, &newest, &r.Evaluations); err != nil {
			return nil, err
		}
		r.ChangedAt = max(r.ChangedAt, newest)
		all = append(all, r)
	}
	return all, rows.Err()
}

// Evaluations lists the school's evaluations, the last started first, removed
// ones among them (Summary.Removed says so).
func (s *Store) Evaluations(ctx context.Context, school model.SchoolID) ([]model.Summary, error) {
	all, err := listedEvaluations(ctx, s.q, school)
	if err != nil {
		return nil, fmt.Errorf("list evaluations: %w", err)
	}
	return all, nil
}

func listedEvaluations(ctx context.Context, q querier, school model.SchoolID) ([]model.Summary, error) {
	rows, err := q.QueryContext(ctx, `SELECT id, school, title, year, rubric, areas, started_at, changed_at,
		finished, finished_at, removed, removed_at, levels
		FROM evaluation WHERE school = $1 ORDER BY started_at DESC, id`, school)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var all []model.Summary
	for rows.Next() {
		var m model.Summary
		var areas string
		var levels []byte
		if err := rows.Scan(&m.ID, &m.School, &m.Title, &m.Year, &m.Rubric, &areas, &m.StartedAt, &m.ChangedAt,
			&m.Finished, &m.FinishedAt, &m.Removed, &m.RemovedAt, &levels); err != nil {
			return nil, err
		}
		if err := json.Unmarshal([]byte(areas), &m.Areas); err != nil {
			return nil, fmt.Errorf("areas of %s: %w", m.ID, err)
		}
		m.Row = levels
		all = append(all, m)
	}
	return all, rows.Err()
}

// Changed reports whether another program has written to the database since
// the last call, or since it was opened. What was read before may be old then.
func (s *Store) Changed(ctx context.Context) (bool, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.changed(ctx)
}

func (s *Store) changed(ctx context.Context) (bool, error) {
	version, err := dataVersion(ctx, s.q)
	if err != nil {
		return false, fmt.Errorf("look for changes by others: %w", err)
	}
	conns := s.made.Load()
	was := version != s.version || conns != s.conns
	s.version, s.conns = version, conns
	return was, nil
}
