package model_test

import (
	"testing"

	"waymark/model"
)

// What a meeting did to the school's level is told as the one move that people see.
func TestWhatATeamRecordedIsToldAsOneMove(t *testing.T) {
	d := meet(t, "ann")
	d.do(d.book.GiveLevel(d.self(), "1.1", 3))
	d.votes("1.1", 2, 2, 2)
	d.do(d.book.Reveal(d.self(), theMeeting, "1.1", false))
	d.do(d.book.RecordLevel(d.self(), theMeeting, "1.1", 2, ""))
	told := func(want string, steps []model.Step) {
		t.Helper()
		if got := model.DescribeAll(steps); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
	last := func() []model.Step { return d.book.History()[0].Steps }
	told("1.1: the team recorded 2", last())
	told("1.1: the team recorded 2, taken back", d.undo().Steps)
	d.redo()
	d.do(d.book.GiveLevel(d.self(), "1.1", 4))
	told("1.1 from 2 to 4", last())
	told("1.1 from 4 to 2", d.undo().Steps)
	d.do(d.book.SetConfidence(d.self(), "1.1", model.High)) // of the level that is shown
	told("1.1 from medium to high confidence", last())
}

func TestALevelThatTwoSidesAgreedIsToldSo(t *testing.T) {
	s := model.Step{Kind: model.KindJudgement, Subject: "agreed/area/2.3/visit/v", Area: "2.3", Role: model.Agreed, Before: "null", After: `{"state":"rated","level":3}`}
	if got := s.Describe(); got != "2.3 agreed at 3" {
		t.Errorf("got %q", got)
	}
	s.Before, s.After = s.After, s.Before
	if got := s.Describe(); got != "2.3 agreed at 3, taken back" {
		t.Errorf("got %q", got)
	}
}
