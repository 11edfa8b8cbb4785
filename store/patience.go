package store

import (
	"context"
	"database/sql"
	"time"
)

// slice is how long SQLite itself waits for a lock. It cannot be interrupted
// while it waits, so the whole wait is made of such slices, and a cancelled
// context is noticed after one of them.
const slice = 100 * time.Millisecond

// patience is how long to wait for another program, over all.
type patience time.Duration

// wait is how long SQLite waits at a time.
func (p patience) wait() time.Duration { return min(time.Duration(p), slice) }

// until tries again while another program is in the way.
func (p patience) until(ctx context.Context, do func() error) error {
	end := time.Now().Add(time.Duration(p))
	for {
		err := do()
		if code := resultCode(err) & 0xff; code != codeBusy && code != codeLocked {
			return err
		}
		if ctx.Err() != nil {
			return ctx.Err()
		}
		if time.Now().After(end) {
			return err
		}
	}
}

// patient asks the database again while another program is in the way.
type patient struct {
	db *sql.DB
	patience
}

// QueryContext is that of the database.
func (p patient) QueryContext(ctx context.Context, query string, args ...any) (rows *sql.Rows, err error) {
	err = p.until(ctx, func() error {
		rows, err = p.db.QueryContext(ctx, query, args...)
		return err
	})
	return rows, err
}

// QueryRowContext is that of the database.
func (p patient) QueryRowContext(ctx context.Context, query string, args ...any) (row *sql.Row) {
	_ = p.until(ctx, func() error { // the row has the error too
		row = p.db.QueryRowContext(ctx, query, args...)
		return row.Err()
	})
	return row
}

// ExecContext is that of the database.
func (p patient) ExecContext(ctx context.Context, query string, args ...any) (res sql.Result, err error) {
	err = p.until(ctx, func() error {
		res, err = p.db.ExecContext(ctx, query, args...)
		return err
	})
	return res, err
}
