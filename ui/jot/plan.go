package jot

import (
	"fmt"

	"waymark/model"
	"waymark/model/priority"
	"waymark/model/visit"
	"waymark/ui/env"
)

// Propose is up to n areas for a visit to look at, made from the school's own
// book. What a reviewer may be told of the reasons is Proposal.Quiet.
func Propose(e *env.Env, n int) ([]visit.Proposal, error) {
	b := e.SchoolBook()
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
