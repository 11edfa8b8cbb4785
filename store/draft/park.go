package draft

import (
	"context"
	"encoding/json"
	"fmt"

	"waymark/model"
)

// Park keeps signed records that the database could not take, with the texts
// of rubrics they need. Parking the same record twice keeps it once.
func (d *Drafts) Park(ctx context.Context, rubricTexts map[string][]byte, records []model.Record) error {
	tx, err := d.db.BeginTx(ctx, nil)
	if err != nil {
		return fmt.Errorf("park changes: %w", err)
	}
	defer func() { _ = tx.Rollback() }() // after a commit there is nothing to roll back
	for hash, text := range rubricTexts {
		if _, err := tx.ExecContext(ctx, "INSERT INTO parked_rubric (hash, body) VALUES ($1, $2) ON CONFLICT (hash) DO NOTHING", hash, text); err != nil {
			return fmt.Errorf("park changes: %w", err)
		}
	}
	for _, r := range records {
		body, err := json.Marshal(r)
		if err != nil {
			return fmt.Errorf("park changes: %w", err)
		}
		if _, err := tx.ExecContext(ctx, "INSERT INTO parked (id, body) VALUES ($1, $2) ON CONFLICT (id) DO NOTHING", r.ID, body); err != nil {
			return fmt.Errorf("park changes: %w", err)
		}
	}
	if err := tx.Commit(); err != nil {
		return fmt.Errorf("park changes: %w", err)
	}
	return nil
}

// Parked returns what is parked, in the order in which it was made: give it to
// the store's Append as it is.
func (d *Drafts) Parked(ctx context.Context) (rubricTexts map[string][]byte, records []model.Record, err error) {
	rubricTexts = map[string][]byte{}
	err = d.each(ctx, "SELECT hash, body FROM parked_rubric", func(hash string, body []byte) error {
		rubricTexts[hash] = body
		return nil
	})
	if err != nil {
		return nil, nil, fmt.Errorf("read parked changes: %w", err)
	}
	err = d.each(ctx, "SELECT id, body FROM parked ORDER BY n", func(_ string, body []byte) error {
		var r model.Record
		if err := json.Unmarshal(body, &r); err != nil {
			return err
		}
		records = append(records, r)
		return nil
	})
	if err != nil {
		return nil, nil, fmt.Errorf("read parked changes: %w", err)
	}
	return rubricTexts, records, nil
}

func (d *Drafts) each(ctx context.Context, query string, take func(name string, body []byte) error) error {
	rows, err := d.db.QueryContext(ctx, query)
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		var name string
		var body []byte
		if err := rows.Scan(&name, &body); err != nil {
			return err
		}
		if err := take(name, body); err != nil {
			return err
		}
	}
	return rows.Err()
}

// Unpark forgets records that the database has now. Once none is left the
// rubrics that waited with them go too.
func (d *Drafts) Unpark(ctx context.Context, ids []model.EventID) error {
	tx, err := d.db.BeginTx(ctx, nil)
	if err != nil {
		return fmt.Errorf("unpark changes: %w", err)
	}
	defer func() { _ = tx.Rollback() }() // after a commit there is nothing to roll back
	for _, id := range ids {
		if _, err := tx.ExecContext(ctx, "DELETE FROM parked WHERE id = $1", id); err != nil {
			return fmt.Errorf("unpark changes: %w", err)
		}
	}
	if _, err := tx.ExecContext(ctx, "DELETE FROM parked_rubric WHERE NOT EXISTS (SELECT 1 FROM parked)"); err != nil {
		return fmt.Errorf("unpark changes: %w", err)
	}
	if err := tx.Commit(); err != nil {
		return fmt.Errorf("unpark changes: %w", err)
	}
	return nil
}
