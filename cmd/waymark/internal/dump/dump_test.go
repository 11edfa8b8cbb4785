package dump_test

import (
	"bytes"
	"errors"
	"math/rand/v2"
	"testing"
	"time"

	"waymark/cmd/waymark/internal/dump"
	"waymark/demo"
	"waymark/model"
	"waymark/rubrics"
)

func example(t *testing.T) (model.Rubric, []model.Record) {
	t.Helper()
	r, err := rubrics.Load("whole-school")
	if err != nil {
		t.Fatal(err)
	}
	made, err := demo.Records(r, time.Date(2026, 11, 21, 0, 0, 0, 0, time.UTC))
	if err != nil {
		t.Fatal(err)
	}
	return r, made.Records
}

func text(t *testing.T, records []model.Record, rubric func(string) (model.Rubric, error), hide dump.Hide) []byte {
	t.Helper()
	state, err := dump.State(records, rubric, hide)
	if err != nil {
		t.Fatal(err)
	}
	out, err := dump.Canonical(state)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// The set of events decides, not the order in which they arrived or repeats.
func TestSameEventsSameBytes(t *testing.T) {
	r, records := example(t)
	known := func(string) (model.Rubric, error) { return r, nil }
	want := text(t, records, known, nil)
	mixed := append([]model.Record(nil), records...)
	mixed = append(mixed, records[:10]...)
	shuffle := rand.New(rand.NewPCG(1, 2))
	for range 5 {
		shuffle.Shuffle(len(mixed), func(i, j int) { mixed[i], mixed[j] = mixed[j], mixed[i] })
		if got := text(t, mixed, known, nil); !bytes.Equal(got, want) {
			t.Fatal("another order of arrival gives other bytes")
		}
	}
	if got := text(t, records[:len(records)-1], known, nil); bytes.Equal(got, want) {
		t.Error("one event fewer gives the same bytes")
	}
}

func TestEverythingIsThere(t *testing.T) {
	r, records := example(t)
	state, err := dump.State(records, func(string) (model.Rubric, error) { return r, nil }, nil)
	if err != nil || len(state) != 1 || len(state[0].Evaluations) != 3 || len(state[0].People) == 0 {
		t.Fatalf("state has %d schools: %v", len(state), err)
	}
	notes, visits, events := 0, 0, len(state[0].Events)
	written := map[model.Subject]bool{}
	for _, rec := range records {
		if rec.Kind == model.KindNote {
			written[rec.Subject] = true
		}
	}
	for _, e := range state[0].Evaluations {
		if len(e.Areas) != 41 {
			t.Errorf("%s has %d areas", e.Year, len(e.Areas))
		}
		notes += len(e.Notes)
		for _, a := range e.Areas {
			notes += len(a.Notes)
		}
		visits += len(e.Visits)
		events += len(e.Events)
	}
	if notes != len(written) || visits == 0 || events != len(records) {
		t.Errorf("%d notes, %d visits and %d events, want %d, some and %d", notes, visits, events, len(written), len(records))
	}
}

// Without its rubric an evaluation still shows what its judgements say.
func TestUnknownRubric(t *testing.T) {
	_, records := example(t)
	state, err := dump.State(records, func(string) (model.Rubric, error) { return model.Rubric{}, errors.New("gone") }, nil)
	if err != nil || len(state[0].Evaluations[0].Areas) != 41 {
		t.Fatalf("%d areas: %v", len(state[0].Evaluations[0].Areas), err)
	}
}

func TestHiddenRecordsAreAbsent(t *testing.T) {
	r, records := example(t)
	known := func(string) (model.Rubric, error) { return r, nil }
	hide := func(one model.Record) bool { return one.Kind == model.KindJudgement && dump.AreaOf(one) == "1.1" }
	state, err := dump.State(records, known, hide)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range state[0].Evaluations {
		if a := e.Areas["1.1"]; a != nil && len(a.Judgements) > 0 {
			t.Errorf("%s still tells 1.1", e.Year)
		}
		if a := e.Areas["1.2"]; a == nil || len(a.Judgements) == 0 {
			t.Errorf("%s lost 1.2", e.Year)
		}
	}
}
