package store

import (
	"context"
	"encoding/json"

	"waymark/model"
)

// evaluationKey names an evaluation: ids made elsewhere may be equal in two
// schools, by malice if not by chance.
type evaluationKey struct {
	school     model.SchoolID
	evaluation model.EvaluationID
}

// batch is what one transaction touched.
type batch struct {
	places      []int64
	records     []model.Record
	schools     map[model.SchoolID]bool // true when the school itself was spoken of
	evaluations map[evaluationKey][]int // indexes into records; none when only its rubric came
}

func newBatch() *batch {
	return &batch{schools: map[model.SchoolID]bool{}, evaluations: map[evaluationKey][]int{}}
}

func (b *batch) add(n int64, r model.Record) {
	b.places, b.records = append(b.places, n), append(b.records, r)
	b.schools[r.School] = b.schools[r.School] || r.Evaluation == ""
	if r.Evaluation != "" {
		key := evaluationKey{r.School, r.Evaluation}
		b.evaluations[key] = append(b.evaluations[key], len(b.records)-1)
	}
}

// lists keeps the folds of the evaluations in hand, so that saving one
// judgement does not read the evaluation again. They are true only as long as
// no other connection has written.
type lists struct {
	folds   map[evaluationKey]*kept
	schools map[model.SchoolID]bool // those known to be listed
	last    int64                   // place of the newest event
	version int64
	conns   int64
}

// mostFolds bounds what is remembered during a large import.
const mostFolds = 32

func newLists() *lists {
	return &lists{folds: map[evaluationKey]*kept{}, schools: map[model.SchoolID]bool{}, last: unknown}
}

// unknown is the place of the newest event when it has to be looked for.
const unknown = -1

func (l *lists) forget() {
	clear(l.folds)
	clear(l.schools)
	l.last = unknown
}

// believe forgets what is remembered if another program has written since.
func (s *Store) believe(ctx context.Context, tx querier) error {
	version, err := dataVersion(ctx, tx)
	if err != nil {
		return err
	}
	if conns := s.made.Load(); version != s.lists.version || conns != s.lists.conns {
		s.lists.forget()
		s.lists.version, s.lists.conns = version, conns
	}
	if s.lists.last != unknown {
		return nil
	}
	return tx.QueryRowContext(ctx, "SELECT coalesce(max(n), 0) FROM event").Scan(&s.lists.last)
}

// refresh brings every list up to what the batch put into the log.
func (s *Store) refresh(ctx context.Context, tx querier, b *batch) error {
	for school, itself := range b.schools {
		if err := s.listSchool(ctx, tx, school, itself); err != nil {
			return err
		}
	}
	for key, indexes := range b.evaluations {
		k, err := s.foldOf(ctx, tx, key, b, indexes)
		if err != nil {
			return err
		}
		if err := s.listEvaluation(ctx, tx, key, k); err != nil {
			return err
		}
		for _, i := range indexes {
			if b.records[i].Kind == model.KindNote {
				if err := listNote(ctx, tx, k, b.records[i]); err != nil {
					return err
				}
			}
		}
	}
	return nil
}

// foldOf is the evaluation's fold with the batch in it: remembered, or read.
func (s *Store) foldOf(ctx context.Context, tx querier, key evaluationKey, b *batch, indexes []int) (*kept, error) {
	if k, ok := s.lists.folds[key]; ok {
		for _, i := range indexes {
			if err := k.add(b.places[i], b.records[i]); err != nil {
				return nil, err
			}
		}
		return k, nil
	}
	records, places, err := recordsOf(ctx, tx, key)
	if err != nil {
		return nil, err
	}
	k, err := newKept(records, places)
	if err != nil {
		return nil, err
	}
	if len(s.lists.folds) >= mostFolds {
		s.lists.forget()
	}
	s.lists.folds[key] = k
	return k, nil
}

func (s *Store) listSchool(ctx context.Context, tx querier, id model.SchoolID, itself bool) error {
	if !itself {
		if s.lists.schools[id] {
			return nil
		}
		_, err := tx.ExecContext(ctx, insertSchool, id)
		s.lists.schools[id] = err == nil
		return err
	}
	p, changed, err := schoolFromLog(ctx, tx, id)
	if err != nil {
		return err
	}
	_, err = tx.ExecContext(ctx, `INSERT INTO school (id, name, phase, pupils, example, changed_at)
		VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (id) DO UPDATE SET
		name = excluded.name, phase = excluded.phase, pupils = excluded.pupils, example = excluded.example,
		changed_at = excluded.changed_at`, id, p.Name, p.Phase, p.Pupils, asInt(p.Example), changed)
	return err
}

// schoolFromLog is the school's profile, and when it was last spoken of.
func schoolFromLog(ctx context.Context, q querier, id model.SchoolID) (p model.School, changed int64, err error) {
	records, err := collect(ctx, q, selectEvaluation, id, "")
	if err != nil {
		return p, 0, err
	}
	book, err := model.OpenBook(id, "", model.Rubric{}, records)
	if err != nil {
		return p, 0, err
	}
	return book.School(), newest(records), nil
}

func (s *Store) listEvaluation(ctx context.Context, tx querier, key evaluationKey, k *kept) error {
	sum, onlyLevels, err := s.quickSummary(ctx, tx, key, k)
	if err != nil {
		return err
	}
	if onlyLevels {
		_, err = tx.ExecContext(ctx, updateEvaluation, sum.ChangedAt, nonNil(sum.Row), string(key.school), string(key.evaluation))
		return err
	}
	areas, err := json.Marshal(sum.Areas)
	if err != nil {
		return err
	}
	_, err = tx.ExecContext(ctx, upsertEvaluation,
		key.school, key.evaluation, sum.Title, sum.Year, sum.Rubric, string(areas), sum.StartedAt, sum.ChangedAt,
		asInt(sum.Finished), sum.FinishedAt, asInt(sum.Removed), sum.RemovedAt, nonNil(sum.Row))
	return err
}

func asInt(b bool) int64 {
	if b {
		return 1
	}
	return 0
}
