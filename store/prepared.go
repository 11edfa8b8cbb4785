package store

import (
	"context"
	"database/sql"
	"errors"
)

// The statements that saving one judgement runs. They are prepared once: doing
// it each time takes as long as the disk does on a good laptop.
const (
	insertEvent = `INSERT INTO event
		(n, id, v, school, evaluation, device, seq, prev, person, role, kind, subject, seen, pledge, wall, signature, salt, body)
		VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)
		ON CONFLICT (school, device, seq) DO NOTHING`
	insertSchool = `INSERT INTO school (id, name, phase, pupils, example, changed_at)
		VALUES ($1, '', '', 0, 0, 0) ON CONFLICT (id) DO NOTHING`
	upsertEvaluation = `INSERT INTO evaluation (school, id, title, year, rubric, areas, started_at, changed_at,
		finished, finished_at, removed, removed_at, levels)
		VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13) ON CONFLICT (school, id) DO UPDATE SET
		title = excluded.title, year = excluded.year, rubric = excluded.rubric, areas = excluded.areas,
		started_at = excluded.started_at, changed_at = excluded.changed_at, finished = excluded.finished,
		finished_at = excluded.finished_at, removed = excluded.removed, removed_at = excluded.removed_at,
		levels = excluded.levels`
	updateEvaluation = "UPDATE evaluation SET changed_at = $1, levels = $2 WHERE school = $3 AND id = $4"
	selectRecord     = "SELECT " + recordColumns + fromRecords + "WHERE e.n = $1"
)

// prepare prepares the statements for the first save. It must not run inside
// a transaction, which holds the one connection.
func (s *Store) prepare(ctx context.Context) error {
	if s.hot != nil {
		return nil
	}
	hot := map[string]*sql.Stmt{}
	for _, query := range []string{insertEvent, insertSchool, upsertEvaluation, updateEvaluation, selectRecord, selectDataVersion} {
		err := s.q.until(ctx, func() error {
			stmt, err := s.q.db.PrepareContext(ctx, query)
			hot[query] = stmt
			return err
		})
		if err != nil {
			return err
		}
	}
	s.hot = hot
	return nil
}

func (s *Store) unprepare() error {
	var all []error
	for _, stmt := range s.hot {
		all = append(all, stmt.Close())
	}
	return errors.Join(all...)
}

// writing is a transaction in which prepared statements are used.
type writing struct {
	tx  *sql.Tx
	hot map[string]*sql.Stmt
}

// QueryContext is that of the transaction.
func (w writing) QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error) {
	return w.tx.QueryContext(ctx, query, args...)
}

// QueryRowContext is that of the transaction.
func (w writing) QueryRowContext(ctx context.Context, query string, args ...any) *sql.Row {
	if stmt, ok := w.hot[query]; ok {
		return w.tx.StmtContext(ctx, stmt).QueryRowContext(ctx, args...)
	}
	return w.tx.QueryRowContext(ctx, query, args...)
}

// ExecContext is that of the transaction.
func (w writing) ExecContext(ctx context.Context, query string, args ...any) (sql.Result, error) {
	if stmt, ok := w.hot[query]; ok {
		return w.tx.StmtContext(ctx, stmt).ExecContext(ctx, args...)
	}
	return w.tx.ExecContext(ctx, query, args...)
}
