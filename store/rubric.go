package store

import (
	"bytes"
	"context"
	"crypto/sha256"
	"database/sql"
	"encoding/hex"
	"errors"
	"fmt"

	"waymark/model"
)

// RubricRow is one rubric that the database holds. InstalledAt is 0 for one
// that only came with an evaluation; a person did not choose to keep it.
type RubricRow struct {
	Hash        string
	ID          string
	Edition     string
	Title       string
	InstalledAt int64 // UTC milliseconds
}

// Rubric is the canonical text with that hash, or model.ErrNotFound.
func (s *Store) Rubric(ctx context.Context, hash string) ([]byte, error) {
	text, err := rubricText(ctx, s.q, hash)
	if err != nil {
		return nil, fmt.Errorf("read rubric %.8s: %w", hash, err)
	}
	return text, nil
}

func rubricText(ctx context.Context, q querier, hash string) ([]byte, error) {
	var text []byte
	err := q.QueryRowContext(ctx, "SELECT body FROM rubric WHERE hash = $1", hash).Scan(&text)
	if errors.Is(err, sql.ErrNoRows) {
		return nil, model.ErrNotFound
	}
	if err != nil {
		return nil, err
	}
	if hashOf(text) != hash {
		return nil, fmt.Errorf("its words were changed: %w", model.ErrAltered)
	}
	return text, nil
}

func hashOf(text []byte) string {
	sum := sha256.Sum256(text)
	return hex.EncodeToString(sum[:])
}

// KeepRubric keeps a rubric that a person installs. text must be canonical
// (model.Rubric.Canonical), since its hash names it for ever.
func (s *Store) KeepRubric(ctx context.Context, text []byte) (hash string, err error) {
	r, err := model.RubricFromCanonical(text)
	if err != nil {
		return "", &WriteError{Kind: Invalid, Err: err}
	}
	if again, err := r.Canonical(); err != nil || !bytes.Equal(again, text) {
		return "", &WriteError{Kind: Invalid, Err: errors.New("the rubric is not in canonical form")}
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if err := s.guard(); err != nil {
		return "", err
	}
	hash = hashOf(text)
	err = s.inTransaction(ctx, func(tx querier) error {
		batch := newBatch()
		if err := s.putRubric(ctx, tx, hash, text, s.opt.Clock().UnixMilli(), batch); err != nil {
			return err
		}
		return s.refresh(ctx, tx, batch)
	})
	if err == nil {
		_, err = rubricText(ctx, s.q, hash)
	}
	if err != nil {
		s.lists.forget()
		return "", writeError(fmt.Errorf("keep rubric: %w", err))
	}
	return hash, nil
}

// putRubric keeps a text by its hash. One that this program cannot read is
// kept all the same: a newer program wrote it, and can.
func (s *Store) putRubric(ctx context.Context, tx querier, hash string, text []byte, installed int64, b *batch) error {
	if hashOf(text) != hash {
		return &WriteError{Kind: Invalid, Err: fmt.Errorf("rubric %.8s: its text does not match its hash", hash)}
	}
	r, err := model.RubricFromCanonical(text)
	if err != nil {
		r = model.Rubric{}
	}
	var was int64
	err = tx.QueryRowContext(ctx, "SELECT installed FROM rubric WHERE hash = $1", hash).Scan(&was)
	if err == nil {
		if was == 0 && installed > 0 {
			_, err = tx.ExecContext(ctx, "UPDATE rubric SET installed = $1 WHERE hash = $2", installed, hash)
		}
		return err
	}
	if !errors.Is(err, sql.ErrNoRows) {
		return err
	}
	if _, err := tx.ExecContext(ctx, "INSERT INTO rubric (hash, id, edition, title, installed, body) VALUES ($1, $2, $3, $4, $5, $6)",
		hash, r.ID, r.Edition, r.Title, installed, text); err != nil {
		return err
	}
	return waiting(ctx, tx, hash, b)
}

// waiting adds to the batch the evaluations that came before their rubric.
func waiting(ctx context.Context, tx querier, hash string, b *batch) error {
	rows, err := tx.QueryContext(ctx, "SELECT school, id FROM evaluation WHERE rubric = $1", hash)
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		var key evaluationKey
		if err := rows.Scan(&key.school, &key.evaluation); err != nil {
			return err
		}
		if _, ok := b.evaluations[key]; !ok {
			b.evaluations[key] = nil
		}
	}
	return rows.Err()
}

// rubricOf is the rubric with that hash, read and parsed once; the zero Rubric
// when it has not come yet or this program cannot read it.
func (s *Store) rubricOf(ctx context.Context, q querier, hash string) (model.Rubric, error) {
	if r, ok := s.rubrics[hash]; ok {
		return r, nil
	}
	text, err := rubricText(ctx, q, hash)
	if errors.Is(err, model.ErrNotFound) {
		return model.Rubric{}, nil
	}
	if err != nil {
		return model.Rubric{}, err
	}
	r, err := model.RubricFromCanonical(text)
	if err != nil {
		r = model.Rubric{}
	}
	s.rubrics[hash] = r
	return r, nil
}

// Rubrics lists every rubric that the database holds.
func (s *Store) Rubrics(ctx context.Context) ([]RubricRow, error) {
	rows, err := s.q.QueryContext(ctx, "SELECT hash, id, edition, title, installed FROM rubric ORDER BY title, edition, hash")
	if err != nil {
		return nil, fmt.Errorf("list rubrics: %w", err)
	}
	defer rows.Close()
	var all []RubricRow
	for rows.Next() {
		var r RubricRow
		if err := rows.Scan(&r.Hash, &r.ID, &r.Edition, &r.Title, &r.InstalledAt); err != nil {
			return nil, fmt.Errorf("list rubrics: %w", err)
		}
		all = append(all, r)
	}
	if err := rows.Err(); err != nil {
		return nil, fmt.Errorf("list rubrics: %w", err)
	}
	return all, nil
}
