//go:build !windows

package main

import (
	"slices"
	"testing"

	"waymark/demo"
	"waymark/model"
)

// visitsBeside are the ids of the visits that the shelf sets beside those of an
// evaluation of the example school.
func (b *bench) visitsBeside(id model.EvaluationID) []model.VisitID {
	b.t.Helper()
	all, err := b.shelf.EarlierVisits(b.t.Context(), demo.School, id)
	if err != nil {
		b.t.Fatal(err)
	}
	var ids []model.VisitID
	for _, v := range all {
		if len(v.Rooms) == 0 {
			b.t.Errorf("the rooms of %s are missing", v.ID)
		}
		ids = append(ids, v.ID)
	}
	return ids
}

func TestTheShelfFindsTheVisitsOfOtherYears(t *testing.T) {
	b := newBench(t)
	now, err := b.shelf.Example(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if got := b.visitsBeside(now.Desk.Book.EvaluationID()); !slices.Equal(got, []model.VisitID{demo.LastVisit}) {
		t.Errorf("beside this year stand %v", got)
	}
	last := now.Earlier[0].ID
	if got := b.visitsBeside(last); !slices.Equal(got, []model.VisitID{demo.ThisVisit}) {
		t.Errorf("beside last year stand %v", got)
	}
	b.delete(last)
	if got := b.visitsBeside(now.Desk.Book.EvaluationID()); len(got) > 0 {
		t.Errorf("last year is deleted, and its visits are still found: %v", got)
	}
}

// delete deletes an evaluation of the example school.
func (b *bench) delete(id model.EvaluationID) {
	b.t.Helper()
	o, err := b.shelf.Open(b.t.Context(), demo.School, id)
	if err == nil {
		err = o.Desk.Do(o.Desk.Book.SetRemoved(true))
	}
	if err == nil {
		err = b.shelf.savings.settled(b.t.Context())
	}
	if err != nil {
		b.t.Fatal(err)
	}
}
