package main

import (
	"context"
	"fmt"

	"waymark/cmd/waymark/internal/dump"
	"waymark/model"
)

// hiddenWords stands where a reviewer may not see a level yet.
const hiddenWords = "given, hidden until you judge"

// blind keeps the school's levels from a reviewer who has not judged the area:
// seen is then a book without those judgements, so that nothing made from it
// can tell.
func (o *opened) blind(ctx context.Context) error {
	o.seen = o.book
	role, err := o.c.flags.voice()
	if err != nil || role != model.Reviewer {
		return err
	}
	person, _ := o.ws.speaker(o.book, role)
	o.seen, o.hidden, err = o.ws.blinded(ctx, o.book, person.ID)
	return err
}

// blinded is a copy of book without the school's judgements of areas that the
// reviewer has not judged, and which areas those are.
func (w *workspace) blinded(ctx context.Context, book *model.Book, reviewer model.PersonID) (*model.Book, map[model.AreaID]bool, error) {
	voice := model.Voice{Person: reviewer, Role: model.Reviewer}
	hidden := map[model.AreaID]bool{}
	for _, a := range book.Rubric().Areas {
		s := book.Evaluation().Area(a.ID)
		if _, judged := s.By(voice); judged {
			continue
		}
		hidden[a.ID] = len(s.InRole(model.Self))+len(s.InRole(model.Agreed)) > 0
	}
	records, err := w.store.Events(ctx, book.SchoolID(), book.EvaluationID())
	if err != nil {
		return nil, nil, err
	}
	var shown []model.Record
	for _, r := range append(records, w.waiting...) {
		if r.School != book.SchoolID() || r.Evaluation != "" && r.Evaluation != book.EvaluationID() {
			continue
		}
		_, unseen := hidden[dump.AreaOf(r)]
		if r.Kind == model.KindJudgement && r.Role != model.Reviewer && unseen {
			continue
		}
		shown = append(shown, r)
	}
	rubric, err := w.rubric(ctx, book.Evaluation().Rubric)
	if err != nil {
		return nil, nil, err
	}
	copied, err := model.OpenBook(book.SchoolID(), book.EvaluationID(), rubric, shown)
	if err != nil {
		return nil, nil, fmt.Errorf("open evaluation: %w", err)
	}
	w.paths.show(copied)
	return copied, hidden, nil
}

// hides reports whether the school's level of area is kept from this person,
// and whether there is one.
func (o *opened) hides(area model.AreaID) (given, hidden bool) {
	given, hidden = o.hidden[area]
	return given, hidden
}

// describe says what a step did, without a level that may not be seen.
func (o *opened) describe(s model.Step) string {
	if _, hidden := o.hides(s.Area); hidden && s.Kind == model.KindJudgement && s.Role != model.Reviewer {
		return string(s.Area) + ": " + hiddenWords
	}
	return clean(s.Describe())
}
