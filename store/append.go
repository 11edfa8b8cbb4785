package store

import (
	"bytes"
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"reflect"
	"slices"

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
	var kept []saved
	err := s.inTransaction(ctx, func(tx querier) (err error) {
		kept, err = s.putAll(ctx, tx, rubricTexts, records)
		return err
	})
	if err == nil {
		err = s.confirm(ctx, records, kept)
	}
	if err != nil {
		s.lists.forget() // whether it was kept is not known: believe only the file
		return writeError(fmt.Errorf("append %d events: %w", len(records), err))
	}
	return nil
}

// saved is where one record of a batch is, and whether it is there since now.
type saved struct {
	n     int64
	fresh bool
}

// putAll puts everything into the transaction. Its statements are not told of
// the context, since watching it costs as much as running them: the context is
// asked between two records instead.
func (s *Store) putAll(ctx context.Context, tx querier, rubricTexts map[string][]byte, records []model.Record) ([]saved, error) {
	quiet := context.WithoutCancel(ctx)
	batch := newBatch()
	for hash, text := range rubricTexts {
		if err := s.putRubric(quiet, tx, hash, text, 0, batch); err != nil {
			return nil, err
		}
	}
	kept := make([]saved, len(records))
	for i, r := range records {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		var err error
		if kept[i], err = s.put(quiet, tx, r, batch); err != nil {
			return nil, err
		}
	}
	return kept, s.refresh(quiet, tx, batch)
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
	return s.q.until(ctx, func() (err error) {
		conn, err := s.q.db.Conn(ctx) // the wait for it may be long, what follows is not
		if err != nil {
			return err
		}
		defer func() { err = errors.Join(err, conn.Close()) }()
		quiet := context.WithoutCancel(ctx)
		tx, err := conn.BeginTx(quiet, nil)
		if err != nil {
			return err
		}
		w := writing{tx, s.hot}
		if err = s.believe(quiet, w); err == nil {
			err = do(w)
		}
		if err == nil {
			err = ctx.Err()
		}
		if err == nil {
			err = tx.Commit()
		}
		if err != nil {
			s.lists.forget() // what is remembered may never have been kept
			err = errors.Join(err, rollback(tx))
		}
		return err
	})
}

// rollback is silent about a transaction that has ended by itself.
func rollback(tx *sql.Tx) error {
	if err := tx.Rollback(); err != nil && !errors.Is(err, sql.ErrTxDone) && resultCode(err) == 0 {
		return err
	}
	return nil
}

// put inserts one record unless it is there already.
func (s *Store) put(ctx context.Context, tx querier, r model.Record, b *batch) (saved, error) {
	n := s.lists.last + 1
	var salt, body []byte // nil, and so NULL, when erased
	if !r.Erased() {
		salt, body = nonNil(r.Salt), r.Payload
	}
	done, err := tx.ExecContext(ctx, insertEvent, n, string(r.ID), r.V, string(r.School), string(r.Evaluation), string(r.Device),
		r.Seq, string(r.Prev), string(r.Person), string(r.Role), string(r.Kind), string(r.Subject), seenText(r.Seen),
		r.Commit, r.Wall, nonNil(r.Signature), salt, body)
	if err != nil {
		return saved{}, err
	}
	if rows, err := done.RowsAffected(); err != nil || rows == 0 {
		return s.putAgain(ctx, tx, r, b)
	}
	s.lists.last = n
	b.add(n, r)
	return saved{n, true}, nil
}

// putAgain is what remains to do when the record's place in its chain is
// taken: nothing by itself, something by its erased self, never by another.
func (s *Store) putAgain(ctx context.Context, tx querier, r model.Record, b *batch) (saved, error) {
	var n int64
	var there model.EventID
	if err := tx.QueryRowContext(ctx, "SELECT n, id FROM event WHERE school = $1 AND device = $2 AND seq = $3",
		r.School, r.Device, r.Seq).Scan(&n, &there); err != nil {
		return saved{}, err
	}
	if there != r.ID {
		return saved{}, &WriteError{Kind: Conflict, Err: fmt.Errorf("event %.8s: its device wrote %.8s in its place", r.ID, there)}
	}
	if !r.Erased() {
		return saved{n, false}, nil
	}
	gone, err := tx.ExecContext(ctx, "UPDATE event SET salt = NULL, body = NULL WHERE n = $1 AND body IS NOT NULL", n)
	if err != nil {
		return saved{}, err
	}
	if rows, err := gone.RowsAffected(); err != nil || rows == 0 {
		return saved{n, false}, err
	}
	b.add(n, r)
	return saved{n, false}, nil
}

func nonNil(b []byte) []byte {
	if b == nil {
		return []byte{}
	}
	return b
}

// confirm reads the records back from the connection that wrote them. What was
// committed is worth the moment that this takes, so it is not given up.
func (s *Store) confirm(ctx context.Context, records []model.Record, kept []saved) error {
	erased := map[model.EventID]bool{} // also when the words are in the same batch
	for _, r := range records {
		if r.Erased() {
			erased[r.ID] = true
		}
	}
	quiet := context.WithoutCancel(ctx)
	for i, want := range records {
		var got model.Record
		err := s.q.until(ctx, func() (err error) {
			_, got, err = scanRecord(s.hot[selectRecord].QueryRowContext(quiet, kept[i].n))
			return err
		})
		if errors.Is(err, sql.ErrNoRows) {
			return &WriteError{Kind: Broken, Err: fmt.Errorf("event %.8s is not in the file after saving", want.ID)}
		}
		if err != nil {
			return err
		}
		words := got.Erased() && (erased[want.ID] || !kept[i].fresh) ||
			bytes.Equal(got.Payload, want.Payload) && bytes.Equal(got.Salt, want.Salt)
		if !words || !sameEvent(got, want) || kept[i].fresh && !bytes.Equal(got.Signature, want.Signature) {
			return &WriteError{Kind: Broken, Err: fmt.Errorf("event %.8s reads differently after saving", want.ID)}
		}
	}
	return nil
}

// sameEvent compares everything that the id is the hash of.
func sameEvent(a, b model.Record) bool {
	if a.ID != b.ID || !slices.Equal(a.Seen, b.Seen) {
		return false
	}
	a.Seen, b.Seen = nil, nil
	return reflect.DeepEqual(a.Event, b.Event)
}
