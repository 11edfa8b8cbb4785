package storetest

import (
	"bytes"
	"cmp"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"iter"
	"slices"
	"sync"

	"waymark/model"
	"waymark/model/arrange"
	"waymark/store"
)

// Memory is an engine that keeps everything in memory and computes every list
// when it is asked for one. It is for tests: what it forgets is gone.
type Memory struct {
	mu      sync.Mutex
	records []model.Record
	rubrics map[string][]byte
	kept    map[string]bool // rubrics that were installed
	now     int64
}

// NewMemory returns an empty engine. now is the moment at which rubrics are
// installed, in UTC milliseconds.
func NewMemory(now int64) *Memory {
	return &Memory{rubrics: map[string][]byte{}, kept: map[string]bool{}, now: now}
}

// Append keeps records, all or none.
func (m *Memory) Append(ctx context.Context, rubricTexts map[string][]byte, records []model.Record) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	next := slices.Clone(m.records)
	for hash, text := range rubricTexts {
		if hashOf(text) != hash {
			return &store.WriteError{Kind: store.Invalid, Err: errors.New("a rubric's text does not match its hash")}
		}
	}
	for _, r := range records {
		if err := store.CheckRecord(r); err != nil {
			return err
		}
		var err error
		if next, err = with(next, r); err != nil {
			return err
		}
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	for hash, text := range rubricTexts {
		m.rubrics[hash] = bytes.Clone(text)
	}
	m.records = next
	return nil
}

// with is the union of all and r.
func with(all []model.Record, r model.Record) ([]model.Record, error) {
	if i := slices.IndexFunc(all, func(o model.Record) bool { return o.ID == r.ID }); i >= 0 {
		if r.Erased() {
			all[i].Salt, all[i].Payload = nil, nil
		}
		return all, nil
	}
	for _, o := range all {
		if o.School == r.School && o.Device == r.Device && o.Seq == r.Seq {
			return all, &store.WriteError{Kind: store.Conflict, Err: fmt.Errorf("device %.8s wrote something else as its change %d", r.Device, r.Seq)}
		}
	}
	if r.Erased() {
		r.Salt = nil
	}
	return append(all, r), nil
}

func (m *Memory) where(keep func(model.Record) bool) []model.Record {
	m.mu.Lock()
	defer m.mu.Unlock()
	var out []model.Record
	for _, r := range m.records {
		if keep(r) {
			out = append(out, r)
		}
	}
	return out
}

// Events lists the school's own records and those of one evaluation.
func (m *Memory) Events(_ context.Context, school model.SchoolID, evaluation model.EvaluationID) ([]model.Record, error) {
	return m.where(func(r model.Record) bool {
		return r.School == school && (r.Evaluation == "" || r.Evaluation == evaluation)
	}), nil
}

// AllEvents yields every record in order of arrival.
func (m *Memory) AllEvents(context.Context) iter.Seq2[model.Record, error] {
	all := m.where(func(model.Record) bool { return true })
	return func(yield func(model.Record, error) bool) {
		for _, r := range all {
			if !yield(r, nil) {
				return
			}
		}
	}
}

// Tip is the last event of a device about a school.
func (m *Memory) Tip(_ context.Context, device model.DeviceID, school model.SchoolID) (model.Tip, error) {
	var t model.Tip
	for _, r := range m.where(func(r model.Record) bool { return r.School == school && r.Device == device }) {
		if r.Seq > t.Seq {
			t = model.Tip{Seq: r.Seq, Last: r.ID}
		}
	}
	return t, nil
}

// Rubric is the canonical text with that hash.
func (m *Memory) Rubric(_ context.Context, hash string) ([]byte, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if text, ok := m.rubrics[hash]; ok {
		return bytes.Clone(text), nil
	}
	return nil, fmt.Errorf("read rubric %.8s: %w", hash, model.ErrNotFound)
}

// KeepRubric installs a rubric.
func (m *Memory) KeepRubric(_ context.Context, text []byte) (string, error) {
	r, err := model.RubricFromCanonical(text)
	if err != nil {
		return "", &store.WriteError{Kind: store.Invalid, Err: err}
	}
	if again, err := r.Canonical(); err != nil || !bytes.Equal(again, text) {
		return "", &store.WriteError{Kind: store.Invalid, Err: errors.New("the rubric is not in canonical form")}
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	hash := hashOf(text)
	m.rubrics[hash], m.kept[hash] = bytes.Clone(text), true
	return hash, nil
}

// Rubrics lists the rubrics by title.
func (m *Memory) Rubrics(context.Context) ([]store.RubricRow, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	var all []store.RubricRow
	for hash, text := range m.rubrics {
		r, err := model.RubricFromCanonical(text)
		if err != nil {
			r = model.Rubric{}
		}
		row := store.RubricRow{Hash: hash, ID: r.ID, Edition: r.Edition, Title: r.Title}
		if m.kept[hash] {
			row.InstalledAt = m.now
		}
		all = append(all, row)
	}
	arrange.By(all, func(a, b store.RubricRow) int {
		return cmp.Or(cmp.Compare(a.Title, b.Title), cmp.Compare(a.Edition, b.Edition), cmp.Compare(a.Hash, b.Hash))
	})
	return all, nil
}

func hashOf(text []byte) string {
	sum := sha256.Sum256(text)
	return hex.EncodeToString(sum[:])
}
