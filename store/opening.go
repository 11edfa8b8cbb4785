package store

import (
	"context"
	"database/sql"
	"errors"
	"os"
)

// measure compares the file's length with its pages while no one else can
// write, which the look before opening could not be sure of. It asks SQLite
// and not the file: on many systems closing a file gives up every lock that
// the process has on it.
func (s *Store) measure(ctx context.Context) error {
	return s.q.until(ctx, func() (err error) {
		tx, err := s.q.db.BeginTx(ctx, &sql.TxOptions{ReadOnly: true})
		if err != nil {
			return err
		}
		defer func() { err = errors.Join(err, rollback(tx)) }()
		pages, pageSize, err := extent(ctx, tx)
		if err != nil {
			return err
		}
		info, err := os.Stat(s.path)
		if err != nil {
			return err
		}
		if h := (header{size: info.Size(), pages: pages, pageSize: pageSize}); !h.whole() {
			return &OpenError{Kind: Damaged, Path: s.path, Detail: lengths(h)}
		}
		return nil
	})
}

// quickly is how large a file SQLite can check in less than a tenth of a
// second. A larger one is left to Check, which can show how far it is.
const quickly = 64 << 20

// quickCheck refuses a file with a broken page before anything is written.
func (s *Store) quickCheck(ctx context.Context) error {
	if s.file.Size() > quickly {
		return nil
	}
	complaint, err := checkQuickly(ctx, s.q)
	if err != nil {
		return err
	}
	if complaint != "ok" {
		return &OpenError{Kind: Damaged, Path: s.path, Detail: complaint}
	}
	return nil
}

// freshLists makes the lists again when another version of the program made
// them. Where that cannot be written the lists stay as they are.
func (s *Store) freshLists(ctx context.Context) error {
	var made string
	err := s.q.QueryRowContext(ctx, "SELECT value FROM meta WHERE name = $1", metaLists).Scan(&made)
	if err != nil && !errors.Is(err, sql.ErrNoRows) || made == listsVersion || s.readOnly != "" {
		return err
	}
	return s.rebuild(ctx)
}
