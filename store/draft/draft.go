package draft

import (
	"context"
	"fmt"
	"strings"
	"time"

	"waymark/model"
)

// Draft is text being typed. Key names the place it is typed in, by id and
// never by path; Process names the running program, so that two windows on one
// place keep one draft each and both are offered.
type Draft struct {
	Key        string
	Process    string
	Evaluation model.EvaluationID
	Area       model.AreaID
	Text       string
	At         time.Time
}

// Keep writes a draft over the one that the same program kept for the same
// place.
func (d *Drafts) Keep(ctx context.Context, it Draft) error {
	text := strings.ToValidUTF8(strings.ReplaceAll(it.Text, "\x00", ""), "\uFFFD")
	_, err := d.db.ExecContext(ctx, `INSERT INTO draft (key, process, evaluation, area, body, at)
		VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (key, process) DO UPDATE SET
		evaluation = excluded.evaluation, area = excluded.area, body = excluded.body, at = excluded.at`,
		it.Key, it.Process, it.Evaluation, it.Area, text, it.At.UnixMilli())
	if err != nil {
		return fmt.Errorf("keep draft: %w", err)
	}
	return nil
}

// Drop removes every draft of a place: it was saved, or thrown away on purpose.
func (d *Drafts) Drop(ctx context.Context, key string) error {
	if _, err := d.db.ExecContext(ctx, "DELETE FROM draft WHERE key = $1", key); err != nil {
		return fmt.Errorf("drop draft: %w", err)
	}
	return nil
}

// DropOwn removes one program's draft of a place and leaves those of others.
func (d *Drafts) DropOwn(ctx context.Context, key, process string) error {
	if _, err := d.db.ExecContext(ctx, "DELETE FROM draft WHERE key = $1 AND process = $2", key, process); err != nil {
		return fmt.Errorf("drop draft: %w", err)
	}
	return nil
}

// All lists the drafts, the newest first.
func (d *Drafts) All(ctx context.Context) ([]Draft, error) {
	rows, err := d.db.QueryContext(ctx, "SELECT key, process, evaluation, area, body, at FROM draft ORDER BY at DESC, key, process")
	if err != nil {
		return nil, fmt.Errorf("read drafts: %w", err)
	}
	defer rows.Close()
	var all []Draft
	for rows.Next() {
		var it Draft
		var at int64
		if err := rows.Scan(&it.Key, &it.Process, &it.Evaluation, &it.Area, &it.Text, &at); err != nil {
			return nil, fmt.Errorf("read drafts: %w", err)
		}
		it.At = time.UnixMilli(at).UTC()
		all = append(all, it)
	}
	if err := rows.Err(); err != nil {
		return nil, fmt.Errorf("read drafts: %w", err)
	}
	return all, nil
}
