package model_test

import (
	"slices"
	"testing"

	"waymark/model"
)

func TestMovesThatAreRefused(t *testing.T) {
	d := newWordedDesk(t, "head")
	for typed, links := range map[string][]model.Link{
		"2.1= names no area on one side. Type it like 2.1=2.1,2.6":                {{Old: []model.AreaID{"2.1"}}},
		"1.1,1.2=1.1,1.2 makes several areas of several. Say it of one at a time": {same("1.1,1.2", "1.1,1.2")},
		"1.2=3.1 names an area that was named before":                             {same("1.3", "3.1"), same("1.2", "3.1")},
		"There is no area 9.9 in Test 2026":                                       {same("9.9", "1.1")},
		"There is no area 2.3 in Test 2027":                                       {same("2.3", "2.3")},
		"1.1,1.1=1.1 names an area twice":                                         {same("1.1,1.1", "1.1")},
	} {
		_, err := d.book.MoveTo(second, next(), links)
		wantField(t, err, "mapping", typed)
	}
	_, err := d.book.MoveTo(second, worded(), nil)
	wantErr(t, err, model.ErrSameEdition)
	other := next()
	other.Kind = model.KindTeacher
	_, err = d.book.MoveTo(second, other, nil)
	wantField(t, err, "rubric", "Test judges something else, so nothing can be carried to it")
	d.do(d.book.SetRemoved(true))
	_, err = d.book.MoveTo(second, next(), nil)
	wantErr(t, err, model.ErrRemoved)
}

// A level of four is not a level of three; what is no level is the same on both.
func TestOtherLevelsAreNotCarried(t *testing.T) {
	d := newWordedDesk(t, "head")
	d.do(d.book.GiveLevel(d.self(), "1.1", 2))
	d.do(d.book.Judge(d.self(), "1.2", model.Opinion{State: model.NotApplicable}))
	to := edition(worded(), func(r *model.Rubric) {
		r.Scale.Levels = r.Scale.Levels[:3]
		for i := range r.Areas {
			r.Areas[i].Levels = r.Areas[i].Levels[:3]
		}
	})
	at, m := d.moveTo(to)
	if j, ok := at.book.Evaluation().Area("1.2").By(at.self()); !ok || j.State != model.NotApplicable || !j.Reread {
		t.Errorf("not applicable became %+v", j)
	}
	if _, ok := at.book.Evaluation().Area("1.1").By(at.self()); ok || !slices.Equal(m.Afresh, []model.AreaID{"1.1"}) {
		t.Errorf("a level was carried to another scale; afresh %v", m.Afresh)
	}
}

func TestMovingPartOfARubricAndTwice(t *testing.T) {
	d := newDesk(t, "head")
	c, err := model.StartEvaluation(evaluation, "Autumn", "2026-27", worded(), []model.AreaID{"1.3", "2.3"})
	if err != nil {
		t.Fatal(err)
	}
	d.log = nil
	d.sign(model.Act{}, []model.Change{c})
	d.book, err = model.OpenBook(school, evaluation, worded(), d.log)
	if err != nil {
		t.Fatal(err)
	}
	at, _ := d.moveTo(next())
	if e := at.book.Evaluation(); !slices.Equal(e.Areas, []model.AreaID{"3.1"}) {
		t.Errorf("judged on %v", e.Areas)
	}
	later := edition(next(), func(r *model.Rubric) { r.Edition = "2028" })
	m, err := at.book.MoveTo("eval-3", later, nil)
	if err != nil || m.Title != "Autumn, edition 2028" || m.Move.From != second || !slices.Equal(m.Move.Before, []model.EvaluationID{evaluation}) {
		t.Errorf("moved again: %+v, %v", m.Move, err)
	}
	none := edition(worded(), func(r *model.Rubric) { r.Areas = r.Areas[:2] })
	_, err = d.book.MoveTo(second, none, nil)
	wantField(t, err, "rubric", "None of the areas judged here is in Test 2027")
}
