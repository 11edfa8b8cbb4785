package store

import (
	"context"
	"embed"
	"errors"
	"fmt"
	"strconv"
	"strings"
)

//go:embed migrations/*.sql
var migrations embed.FS

// The table of the steps a database has taken. Its name, columns and row 0 are
// those of goose, which made the first databases and could go on with any.
const (
	makeStepTable = `CREATE TABLE goose_db_version (
		id INTEGER PRIMARY KEY AUTOINCREMENT,
		version_id INTEGER NOT NULL,
		is_applied INTEGER NOT NULL,
		tstamp TIMESTAMP DEFAULT (datetime('now'))
	)`
	insertStep  = "INSERT INTO goose_db_version (version_id, is_applied) VALUES ($1, 1)"
	selectSteps = `SELECT coalesce(max(version_id), 0), count(DISTINCT version_id) FROM goose_db_version
		WHERE version_id > 0 AND is_applied = 1`
	countStepTables = "SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND name = 'goose_db_version'"
)

// step makes the schema of one version out of the one before.
type step struct {
	version int64
	text    string
}

// steps are all migrations, in order and without a gap.
func steps() ([]step, error) {
	files, err := migrations.ReadDir("migrations") // sorted by name
	if err != nil {
		return nil, fmt.Errorf("find migrations: %w", err)
	}
	var all []step
	for i, f := range files {
		number, _, _ := strings.Cut(f.Name(), "_")
		version, err := strconv.ParseInt(number, 10, 64)
		if err != nil || version != int64(i)+1 {
			return nil, fmt.Errorf("read migrations: %s is not number %d", f.Name(), i+1)
		}
		text, err := migrations.ReadFile("migrations/" + f.Name())
		if err != nil {
			return nil, fmt.Errorf("read migrations: %w", err)
		}
		all = append(all, step{version, string(text)})
	}
	return all, nil
}

// newMigrations takes every step up to version that has not been taken, each
// in a transaction of its own together with the note that it was.
func newMigrations(ctx context.Context, q patient, version int64) error {
	all, err := steps()
	if err != nil {
		return err
	}
	if err := allOrNothing(ctx, q, stepTable); err != nil {
		return fmt.Errorf("migrate: %w", err)
	}
	for _, s := range all {
		if s.version > version {
			break
		}
		if err := allOrNothing(ctx, q, s.take); err != nil {
			return fmt.Errorf("migrate to version %d: %w", s.version, err)
		}
	}
	return nil
}

// stepTable makes the table of steps where there is none.
func stepTable(ctx context.Context, tx querier) error {
	var there int
	if err := tx.QueryRowContext(ctx, countStepTables).Scan(&there); err != nil || there > 0 {
		return err
	}
	if _, err := tx.ExecContext(ctx, makeStepTable); err != nil {
		return err
	}
	_, err := tx.ExecContext(ctx, insertStep, 0)
	return err
}

// take takes the step unless another program has. Nobody else can write until
// it ends, so it asks again inside.
func (s step) take(ctx context.Context, tx querier) error {
	var last, taken int64
	if err := tx.QueryRowContext(ctx, selectSteps).Scan(&last, &taken); err != nil {
		return err
	}
	switch {
	case last != taken:
		return fmt.Errorf("the last step noted is number %d, but only %d are", last, taken)
	case last >= s.version:
		return nil
	case last != s.version-1:
		return fmt.Errorf("the step before it is missing: the last is number %d", last)
	}
	if _, err := tx.ExecContext(ctx, s.text); err != nil {
		return err
	}
	_, err := tx.ExecContext(ctx, insertStep, s.version)
	return err
}

// allOrNothing runs do in a transaction, again while another program is in the
// way.
func allOrNothing(ctx context.Context, q patient, do func(context.Context, querier) error) error {
	return q.until(ctx, func() error {
		tx, err := q.db.BeginTx(ctx, nil)
		if err != nil {
			return err
		}
		if err = do(ctx, tx); err == nil {
			err = tx.Commit()
		}
		if err != nil {
			err = errors.Join(err, rollback(tx))
		}
		return err
	})
}
