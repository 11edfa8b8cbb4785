package jot

import (
	"fmt"

	"waymark/model"
	"waymark/model/priority"
	"waymark/model/visit"
	"waymark/ui/env"
)

// Propose is up to n areas for a visit to look at, made from the book at the
// desk: the school's own, or while a reviewer sits there only what they may
// see, because which areas are chosen tells of their levels too.
func Propose(e *env.Env, n int) ([]visit.Proposal, error) {
	b := e.Desk.Book
	a, err := priority.Suggest(priority.FromBook(b, e.Before()))
	if err != nil {
		return nil, fmt.Errorf("propose areas to look at: %w", err)
	}
	return visit.Propose(b, e.Before(), a.CheckFirst, n, e.Clock()), nil
}

// Unjudged lists the areas of a visit that somebody has not judged yet.
func Unjudged(b *model.Book, v model.Visit, voice model.Voice) []model.AreaID {
	var left []model.AreaID
	for _, a := range v.Areas() {
		if _, judged := b.Evaluation().Area(a).By(voice); !judged {
			left = append(left, a)
		}
	}
	return left
}
