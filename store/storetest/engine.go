package storetest

import (
	"context"
	"iter"

	"waymark/model"
	"waymark/store"
)

// Engine is what screens and commands ask of a store.
type Engine interface {
	Append(ctx context.Context, rubricTexts map[string][]byte, records []model.Record) error
	Events(ctx context.Context, school model.SchoolID, evaluation model.EvaluationID) ([]model.Record, error)
	AllEvents(ctx context.Context) iter.Seq2[model.Record, error]
	Tip(ctx context.Context, device model.DeviceID, school model.SchoolID) (model.Tip, error)
	Schools(ctx context.Context) ([]store.SchoolRow, error)
	Evaluations(ctx context.Context, school model.SchoolID) ([]model.Summary, error)
	Rubric(ctx context.Context, hash string) ([]byte, error)
	KeepRubric(ctx context.Context, text []byte) (hash string, err error)
	Rubrics(ctx context.Context) ([]store.RubricRow, error)
	Search(ctx context.Context, words string, school model.SchoolID) ([]store.Hit, error)
}
