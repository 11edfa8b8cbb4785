package env_test

import (
	"testing"

	"waymark/model"
	"waymark/ui/env"
	"waymark/ui/uitest"
)

func TestAReviewerIsToldNoLevelOfLastYearBeforeJudging(t *testing.T) {
	d := uitest.NewEnv(t).Begin()
	e := d.Env
	d.Judge("44")
	e.Earlier = []env.Earlier{{Levels: map[model.AreaID]model.Level{"1.1": 3, "1.2": 2}}}
	if l, ok := e.LastYear("1.2"); !ok || l != 2 {
		t.Fatalf("the school is told %v %v", l, ok)
	}
	voice := model.Voice{Person: "visitor", Role: model.Reviewer}
	if err := e.Desk.Do(e.Desk.Book.StartVisit(voice, "v", model.Visiting{Date: "2026-09-24", Lead: "visitor"})); err != nil {
		t.Fatal(err)
	}
	e.Enter(env.Visiting{Visit: "v", Voice: voice})
	if err := e.Desk.Do(e.Desk.Book.GiveLevel(voice, "1.1", 2)); err != nil {
		t.Fatal(err)
	}
	if _, told := e.LastYear("1.2"); told {
		t.Error("last year's level of an area that is not judged yet is told")
	}
	if l, told := e.LastYear("1.1"); !told || l != 3 {
		t.Errorf("1.1 is judged: %v %v", l, told)
	}
	e.Return()
	if _, told := e.LastYear("1.2"); !told {
		t.Error("the school itself is told nothing")
	}
}
