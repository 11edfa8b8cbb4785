package model_test

import (
	"testing"

	"waymark/model"
)

// A trust reads its own words, and what is kept rests on the rubric's.
func TestReadInOtherWords(t *testing.T) {
	was := rubric()
	b := open(t, start(t))
	whole := b.Rubric()
	b.ReadIn(func(r model.Rubric) model.Rubric {
		r.Title = "Ours"
		return r
	})
	if err := b.Add(start(t)...); err != nil {
		t.Fatal(err)
	}
	if got := b.Rubric(); got.Title != "Ours" || len(got.Areas) != len(whole.Areas) {
		t.Errorf("it reads %q with %d areas", got.Title, len(got.Areas))
	}
	next := was
	next.Edition = "another"
	moving, err := b.MoveTo("next", next, nil)
	if err != nil {
		t.Fatal(err)
	}
	if moving.Difference.Old.Title != was.Title {
		t.Errorf("an edition is compared as %q", moving.Difference.Old.Title)
	}
}
