package model_test

import (
	"errors"
	"testing"

	"waymark/model"
)

func TestOnlyRubricsWithLevelsCanBeJudged(t *testing.T) {
	for _, kind := range []model.Kind{model.KindPulse, model.KindVisit} {
		r := model.Rubric{ID: "lesson-visit", Title: "Lesson visit", Kind: kind}
		_, err := model.StartEvaluation("e", "A visit", "2026-27", r, nil)
		var field *model.FieldError
		if !errors.As(err, &field) || field.Problem != "Lesson visit is not judged area by area. Choose another rubric" {
			t.Errorf("%s: %v", kind, err)
		}
	}
}
