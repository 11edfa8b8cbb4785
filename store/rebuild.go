package store

import (
	"context"
	"fmt"

	"waymark/model"
)

// listsVersion is the newest way of making the lists. A database whose lists
// were made in another way makes them again when it is opened to write.
const listsVersion = "1"

// metaLists says how the lists were made.
const metaLists = "lists"

// Rebuild makes every list again from the log alone.
func (s *Store) Rebuild(ctx context.Context) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if err := s.guard(); err != nil {
		return err
	}
	if err := s.rebuild(ctx); err != nil {
		return writeError(err)
	}
	return nil
}

func (s *Store) rebuild(ctx context.Context) error {
	s.lists.forget()
	err := s.inTransaction(ctx, func(tx querier) error {
		for _, clear := range []string{"DELETE FROM school", "DELETE FROM evaluation", "DELETE FROM note_search"} {
			if _, err := tx.ExecContext(ctx, clear); err != nil {
				return err
			}
		}
		keys, err := allEvaluations(ctx, tx)
		if err != nil {
			return err
		}
		for _, key := range keys {
			if err := s.rebuildOne(ctx, tx, key); err != nil {
				return err
			}
		}
		_, err = tx.ExecContext(ctx, `INSERT INTO meta (name, value) VALUES ($1, $2)
			ON CONFLICT (name) DO UPDATE SET value = excluded.value`, metaLists, listsVersion)
		return err
	})
	if err != nil {
		return fmt.Errorf("make the lists again: %w", err)
	}
	return nil
}

// allEvaluations lists what the log speaks of; "" stands for a school itself.
func allEvaluations(ctx context.Context, q querier) ([]evaluationKey, error) {
	rows, err := q.QueryContext(ctx, "SELECT DISTINCT school, evaluation FROM event ORDER BY school, evaluation")
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var all []evaluationKey
	for rows.Next() {
		var key evaluationKey
		if err := rows.Scan(&key.school, &key.evaluation); err != nil {
			return nil, err
		}
		all = append(all, key)
	}
	return all, rows.Err()
}

func (s *Store) rebuildOne(ctx context.Context, tx querier, key evaluationKey) error {
	if err := s.listSchool(ctx, tx, key.school, key.evaluation == ""); err != nil {
		return err
	}
	if key.evaluation == "" {
		return nil
	}
	k, err := s.foldOf(ctx, tx, key, nil, nil)
	if err != nil {
		return err
	}
	if err := s.listEvaluation(ctx, tx, key, k); err != nil {
		return err
	}
	for _, h := range k.notes.All(key.evaluation) {
		if h.Kind != model.KindNote || h.School != key.school {
			continue
		}
		if err := listNote(ctx, tx, k, h.Record); err != nil {
			return err
		}
	}
	return nil
}
