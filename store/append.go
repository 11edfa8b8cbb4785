package store

import (
	"bytes"
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"

	"waymark/model"
)

// Append keeps records, with the canonical texts of rubrics that come with
// them by hash, and every list made from them, in one transaction. It returns
// nil only after the commit and after reading each record back. Records that
// are already here are left as they are, so the same call can be made again
// after any error. An erased record erases the words of one that is here, and
// words never come back once erased. A failure is a *WriteError, or that of
// the context.
func (s *Store) Append(ctx context.Context, rubricTexts map[string][]byte, records []model.Record) error {
	for _, r := range records {
		if err := CheckRecord(r); err != nil {
			return err
		}
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if err := s.guard(); err != nil {
		return err
	}
	var fresh []bool
	err := s.inTransaction(ctx, func(tx querier) error {
		batch := newBatch()
		fresh = make([]bool, len(records))
		for hash, text := range rubricTexts {
			if err := s.putRubric(ctx, tx, hash, text, 0, batch); err != nil {
				return err
			}
		}
		for i, r := range records {
			var err error
			if fresh[i], err = s.put(ctx, tx, r, batch); err != nil {
				return err
			}
		}
		return s.refresh(ctx, tx, batch)
	})
	if err == nil {
		err = s.confirm(ctx, records, fresh)
	}
	if err != nil {
		s.lists.forget() // whether it was kept is not known: believe only the file
		return writeError(fmt.Errorf("append %d events: %w", len(records), err))
	}
	return nil
}

// guard refuses to write where writing would be lost.
func (s *Store) guard() error {
	if s.readOnly != "" {
		return &WriteError{Kind: ReadOnly, Err: errors.New(s.readOnly)}
	}
	now, err := os.Stat(s.path)
	if err != nil {
		return &WriteError{Kind: Moved, Err: err}
	}
	if !os.SameFile(s.file, now) {
		return &WriteError{Kind: Moved, Err: errors.New("another file has taken its place")}
	}
	return nil
}

// inTransaction does everything or nothing, again and again while another
// program is in the way.
func (s *Store) inTransaction(ctx context.Context, do func(querier) error) error {
	if err := s.prepare(ctx); err != nil {
		return err
	}
	return s.q.until(ctx, func() error {
		tx, err := s.q.db.BeginTx(ctx, nil)
		if err != nil {
			return err
		}
		if err := do(writing{tx, s.hot}); err != nil {
			return errors.Join(err, rollback(tx))
		}
		return tx.Commit()
	})
}

// rollback is silent about a transaction that has ended by itself.
func rollback(tx *sql.Tx) error {
	if err := tx.Rollback(); err != nil && !errors.Is(err, sql.ErrTxDone) && resultCode(err) == 0 {
		return err
	}
	return nil
}

// put inserts one record and reports whether it was not there before.
func (s *Store) put(ctx context.Context, tx querier, r model.Record, b *batch) (bool, error) {
	var n int64
	err := tx.QueryRowContext(ctx, insertEvent, r.ID, r.V, r.School, r.Evaluation, r.Device, r.Seq, r.Prev, r.Person, r.Role, r.Kind, r.Subject,
		seenText(r.Seen), r.Commit, r.Wall, nonNil(r.Signature)).Scan(&n)
	if errors.Is(err, sql.ErrNoRows) {
		return false, s.putAgain(ctx, tx, r, b)
	}
	if err != nil {
		return false, err
	}
	if !r.Erased() {
		if _, err := tx.ExecContext(ctx, insertPayload, n, nonNil(r.Salt), r.Payload); err != nil {
			return false, err
		}
	}
	b.add(n, r)
	return true, nil
}

// putAgain is what remains to do for a record that is already here.
func (s *Store) putAgain(ctx context.Context, tx querier, r model.Record, b *batch) error {
	if !r.Erased() {
		return nil
	}
	var n int64
	if err := tx.QueryRowContext(ctx, "SELECT n FROM event WHERE id = $1", r.ID).Scan(&n); err != nil {
		return err
	}
	gone, err := tx.ExecContext(ctx, "DELETE FROM payload WHERE n = $1", n)
	if err != nil {
		return err
	}
	if rows, err := gone.RowsAffected(); err != nil || rows == 0 {
		return err
	}
	b.add(n, r)
	return nil
}

func nonNil(b []byte) []byte {
	if b == nil {
		return []byte{}
	}
	return b
}

// confirm reads the records back from the connection that wrote them.
func (s *Store) confirm(ctx context.Context, records []model.Record, fresh []bool) error {
	erased := map[model.EventID]bool{} // also when the words are in the same batch
	for _, r := range records {
		if r.Erased() {
			erased[r.ID] = true
		}
	}
	for i, want := range records {
		var got model.Record
		err := s.q.until(ctx, func() (err error) {
			got, err = scanRecord(s.hot[selectRecord].QueryRowContext(ctx, want.ID))
			return err
		})
		if errors.Is(err, sql.ErrNoRows) {
			return &WriteError{Kind: Broken, Err: fmt.Errorf("event %.8s is not in the file after saving", want.ID)}
		}
		if err != nil {
			return err
		}
		if err := got.VerifyHash(); err != nil {
			return &WriteError{Kind: Broken, Err: err}
		}
		words := erased[want.ID] && got.Erased() || bytes.Equal(got.Payload, want.Payload)
		if fresh[i] && !(words && bytes.Equal(got.Signature, want.Signature)) {
			return &WriteError{Kind: Broken, Err: fmt.Errorf("event %.8s reads differently after saving", want.ID)}
		}
	}
	return nil
}
