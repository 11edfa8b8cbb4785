package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"iter"
	"strings"
	"unicode/utf8"

	"waymark/model"
)

// recordColumns is what scanRecord reads, in its order.
const recordColumns = `e.n, e.id, e.v, e.school, e.evaluation, e.device, e.seq, e.prev, e.person, e.role, e.kind, e.subject,
	e.seen, e.pledge, e.wall, e.signature, e.salt, e.body`

const fromRecords = ` FROM event e `

// The ways in which records are looked for by what they are about. None may
// walk further than one school.
const (
	selectEvents     = "SELECT " + recordColumns + fromRecords + "WHERE e.school = $1 AND e.evaluation IN ('', $2) ORDER BY e.n"
	selectEvaluation = "SELECT " + recordColumns + fromRecords + "WHERE e.school = $1 AND e.evaluation = $2 ORDER BY e.n"
)

type scanner interface{ Scan(into ...any) error }

// scanRecord reads one record and its place in the order of arrival.
func scanRecord(row scanner) (n int64, r model.Record, err error) {
	var seen string
	err = row.Scan(&n, &r.ID, &r.V, &r.School, &r.Evaluation, &r.Device, &r.Seq, &r.Prev, &r.Person, &r.Role, &r.Kind,
		&r.Subject, &seen, &r.Commit, &r.Wall, &r.Signature, &r.Salt, &r.Payload)
	if err != nil {
		return 0, r, err
	}
	for _, id := range strings.Fields(seen) {
		r.Seen = append(r.Seen, model.EventID(id))
	}
	return n, r, nil
}

func seenText(ids []model.EventID) string {
	all := make([]string, len(ids))
	for i, id := range ids {
		all[i] = string(id)
	}
	return strings.Join(all, " ")
}

// CheckRecord refuses, as every engine must, what could not be given back unchanged and what
// would make a fold fail for ever after.
func CheckRecord(r model.Record) error {
	texts := []string{
		string(r.ID), string(r.School), string(r.Evaluation), string(r.Device), string(r.Prev), string(r.Person),
		string(r.Role), string(r.Kind), string(r.Subject), string(r.Payload), seenText(r.Seen),
	}
	for _, t := range texts {
		if !utf8.ValidString(t) || strings.ContainsRune(t, 0) {
			return &WriteError{Kind: Invalid, Err: fmt.Errorf("event %.8s: its text is not text", r.ID)}
		}
	}
	if len(strings.Fields(texts[len(texts)-1])) != len(r.Seen) {
		return &WriteError{Kind: Invalid, Err: fmt.Errorf("event %.8s: what it has seen is not a list of ids", r.ID)}
	}
	if err := r.VerifyHash(); err != nil {
		return &WriteError{Kind: Invalid, Err: err}
	}
	if _, err := model.NewFold(r); err != nil {
		return &WriteError{Kind: Invalid, Err: err}
	}
	return nil
}

// collect reads every record of a query.
func collect(ctx context.Context, q querier, query string, args ...any) ([]model.Record, error) {
	all, _, err := collectPlaced(ctx, q, query, args...)
	return all, err
}

// collectPlaced reads every record of a query, and where each is in the order
// of arrival.
func collectPlaced(ctx context.Context, q querier, query string, args ...any) (all []model.Record, places []int64, err error) {
	rows, err := q.QueryContext(ctx, query, args...)
	if err != nil {
		return nil, nil, err
	}
	defer rows.Close()
	for rows.Next() {
		n, r, err := scanRecord(rows)
		if err != nil {
			return nil, nil, err
		}
		all, places = append(all, r), append(places, n)
	}
	return all, places, rows.Err()
}

// Events returns the school's own records and those of one evaluation, in the
// order in which they arrived here.
func (s *Store) Events(ctx context.Context, school model.SchoolID, evaluation model.EvaluationID) ([]model.Record, error) {
	all, err := collect(ctx, s.q, selectEvents, school, evaluation)
	if err != nil {
		return nil, fmt.Errorf("read events of school %s: %w", school, err)
	}
	return all, nil
}

// AllEvents yields every record in order of arrival. It ends at the first
// error. Other calls may be made while it goes on.
func (s *Store) AllEvents(ctx context.Context) iter.Seq2[model.Record, error] {
	return func(yield func(model.Record, error) bool) {
		err := s.eachRecord(ctx, s.q, func(r model.Record) bool { return yield(r, nil) })
		if err != nil {
			yield(model.Record{}, fmt.Errorf("read all events: %w", err))
		}
	}
}

// page is how many records are read at a time, so that a long walk never
// keeps the one connection from a person who is judging.
const page = 500

// eachRecord calls visit with every record until visit returns false.
func (s *Store) eachRecord(ctx context.Context, q querier, visit func(r model.Record) bool) error {
	var after int64
	for {
		part, places, err := collectPlaced(ctx, q, "SELECT "+recordColumns+fromRecords+
			"WHERE e.n > $1 ORDER BY e.n LIMIT $2", after, page)
		if err != nil || len(part) == 0 {
			return err
		}
		for _, r := range part {
			if !visit(r) {
				return nil
			}
		}
		after = places[len(places)-1]
	}
}

// Tip is the last event that device wrote about school, or the zero Tip.
func (s *Store) Tip(ctx context.Context, device model.DeviceID, school model.SchoolID) (model.Tip, error) {
	var t model.Tip
	err := s.q.QueryRowContext(ctx, `SELECT seq, id FROM event WHERE school = $1 AND device = $2
		ORDER BY seq DESC LIMIT 1`, school, device).Scan(&t.Seq, &t.Last)
	if err != nil && !errors.Is(err, sql.ErrNoRows) {
		return t, fmt.Errorf("read tip of device %s: %w", device, err)
	}
	return t, nil
}
