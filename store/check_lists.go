package store

import (
	"bytes"
	"context"
	"database/sql"
	"errors"
	"reflect"

	"waymark/model"
)

// checkLists computes every list again and compares. A list that differs is
// no loss: Rebuild makes it again.
func (s *Store) checkLists(ctx context.Context, report *Report) error {
	var made string
	err := s.q.QueryRowContext(ctx, "SELECT value FROM meta WHERE name = $1", metaLists).Scan(&made)
	if errors.Is(err, sql.ErrNoRows) || err == nil && made != listsVersion {
		return nil // made by another version: to be made again, not to be compared
	}
	if err != nil {
		return err
	}
	keys, err := allEvaluations(ctx, s.q)
	if err != nil {
		return err
	}
	for _, key := range keys {
		if err := s.checkList(ctx, report, key); err != nil {
			return err
		}
	}
	return nil
}

// checkList compares within one read transaction, so that a change saved
// meanwhile is on both sides or on neither.
func (s *Store) checkList(ctx context.Context, report *Report, key evaluationKey) (err error) {
	s.mu.Lock() // before the connection, as in Append
	defer s.mu.Unlock()
	tx, err := s.q.db.BeginTx(ctx, &sql.TxOptions{ReadOnly: true})
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, rollback(tx)) }()
	if key.evaluation == "" {
		return checkSchool(ctx, tx, report, key.school)
	}
	fold, want, err := s.wholeSummary(ctx, tx, key)
	if err != nil {
		report.fault(FaultAltered, "", "school %s: evaluation %s cannot be read: %v", key.school, key.evaluation, err)
		return nil
	}
	listed, err := listedEvaluations(ctx, tx, key.school)
	if err != nil {
		return err
	}
	found := false
	for _, got := range listed {
		found = found || got.ID == key.evaluation && sameSummary(got, want)
	}
	if !found {
		report.fault(FaultList, "", "school %s: the list of evaluations differs from the log", key.school)
	}
	return checkNotes(ctx, tx, report, key, fold)
}

// wholeSummary folds the whole evaluation at once, in another way than saving
// does, so that each is a test of the other.
func (s *Store) wholeSummary(ctx context.Context, q querier, key evaluationKey) (*model.Fold, model.Summary, error) {
	records, _, err := recordsOf(ctx, q, key)
	if err != nil {
		return nil, model.Summary{}, err
	}
	fold, err := model.NewFold(records...)
	if err != nil {
		return nil, model.Summary{}, err
	}
	e := model.FoldEvaluation(fold, key.evaluation)
	rubric, err := s.rubricOf(ctx, q, e.Rubric)
	if err != nil {
		return nil, model.Summary{}, err
	}
	sum := model.Summarise(e, rubric, newest(records))
	sum.School = key.school
	return fold, sum, nil
}

func sameSummary(a, b model.Summary) bool {
	if !bytes.Equal(a.Row, b.Row) || len(a.Areas) != len(b.Areas) {
		return false
	}
	a.Row, b.Row = nil, nil
	if len(a.Areas) == 0 {
		a.Areas, b.Areas = nil, nil
	}
	return reflect.DeepEqual(a, b)
}

func checkSchool(ctx context.Context, tx querier, report *Report, id model.SchoolID) error {
	want, changed, err := schoolFromLog(ctx, tx, id)
	if err != nil {
		report.fault(FaultAltered, "", "school %s cannot be read: %v", id, err)
		return nil
	}
	got := model.School{ID: id}
	var at int64
	err = tx.QueryRowContext(ctx, "SELECT name, phase, pupils, example, changed_at FROM school WHERE id = $1", id).
		Scan(&got.Name, &got.Phase, &got.Pupils, &got.Example, &at)
	if err != nil && !errors.Is(err, sql.ErrNoRows) {
		return err
	}
	if err != nil || got != want || at != changed {
		report.fault(FaultList, "", "school %s: the list of schools differs from the log", id)
	}
	return nil
}

func checkNotes(ctx context.Context, tx querier, report *Report, key evaluationKey, fold *model.Fold) error {
	for _, h := range fold.All(key.evaluation) {
		note, ok := noteOf(h.Record)
		if h.Kind != model.KindNote || !ok {
			continue
		}
		var body string
		err := tx.QueryRowContext(ctx, `SELECT s.body FROM event e JOIN note_search s ON s.rowid = e.n
			WHERE e.school = $1 AND e.device = $2 AND e.seq = $3 AND s.school = $1`, key.school, h.Device, h.Seq).Scan(&body)
		if err != nil && !errors.Is(err, sql.ErrNoRows) {
			return err
		}
		if body != searchable(note) {
			report.fault(FaultList, h.ID, "school %s: a note cannot be found by its words", key.school)
		}
	}
	return nil
}
