package model_test

import (
	"errors"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"waymark/model"
)

func TestCheckSchool(t *testing.T) {
	for _, c := range []struct {
		s              model.School
		field, problem string
	}{
		{model.School{}, "name", "Enter the name of your school"},
		{model.School{Name: " \u200b\t\x1b[1m"}, "name", "Enter the name of your school"},
		{model.School{Name: strings.Repeat("é", 81)}, "name", "School name must be 80 characters or fewer"},
		{model.School{Name: "Alder Lane", Pupils: -1}, "pupils", "Number of pupils must be 0 or more"},
	} {
		_, err := model.CheckSchool(c.s)
		wantField(t, err, c.field, c.problem)
		if err.Error() != c.problem {
			t.Errorf("got %q, want the problem alone", err.Error())
		}
		if _, err := model.RegisterSchool(c.s, nil); err == nil {
			t.Errorf("%+v was registered", c.s)
		}
	}
	got, err := model.CheckSchool(model.School{ID: "s", Name: "  Ysgol\u00a0\tTŷ\u202eBach \n", Phase: " primary ", Pupils: 0})
	if err != nil || got != (model.School{ID: "s", Name: "Ysgol TŷBach", Phase: "primary"}) {
		t.Errorf("got %+v, %v", got, err)
	}
	if _, err := model.CheckSchool(model.School{Name: strings.Repeat("é", 80)}); err != nil {
		t.Errorf("80 characters: %v", err)
	}
}

func TestProfileReplacesProfile(t *testing.T) {
	d := newDesk(t, "amy")
	if got := d.book.School(); got != (model.School{ID: school}) {
		t.Fatalf("got %+v before anybody said more", got)
	}
	c, err := model.RegisterSchool(model.School{ID: school, Name: "Alder Lane", Phase: "primary", Pupils: 210}, nil)
	wrote := d.do([]model.Change{c}, err)
	c, err = model.RegisterSchool(model.School{ID: "another", Name: "Alder Lane"}, []model.EventID{wrote[1].ID})
	d.do([]model.Change{c, model.NamePerson(model.Person{ID: "b", Name: " Bob\n", Post: " head "}, nil), model.NamePerson(model.Person{ID: "a", Name: "Amy"}, nil)}, err)
	if got := d.book.School(); got != (model.School{ID: school, Name: "Alder Lane"}) {
		t.Fatalf("got %+v, want nothing left of the old profile and the school’s own id", got)
	}
	if got := d.book.People(); len(got) != 2 || got[0].Name != "Amy" || got[1] != (model.Person{ID: "b", Name: "Bob", Post: "head"}) {
		t.Fatalf("got %+v", got)
	}
	if got := d.book.Who("b").Post; got != "head" {
		t.Fatalf("got %q", got)
	}
}

func TestYears(t *testing.T) {
	for typed, want := range map[string]model.Year{
		"2026-27": "2026-27", "2026/27": "2026-27", " 2026–27 ": "2026-27", "2026-2027": "2026-27", "2026 - 27": "2026-27",
		"1999-00": "1999-00", "1999-2000": "1999-00", "2099/2100": "2099-00",
	} {
		if got, err := model.ParseYear(typed); err != nil || got != want {
			t.Errorf("%q: got %q, %v, want %q", typed, got, err, want)
		}
	}
	const look, follow = "School year must look like 2026-27", "School year must be two years that follow each other, like 2026-27"
	for typed, problem := range map[string]string{
		"": look, "2026": look, "next year": look, "26-27": look, "-001-00": look, "0026-27": look, "9999-00": look,
		"2026-28": follow, "2026-26": follow, "2026-2028": follow, "2026-27x": follow, "2026-7": follow, "2026-027": follow,
	} {
		_, err := model.ParseYear(typed)
		wantField(t, err, "year", problem)
	}
	for day, want := range map[string]model.Year{
		"2026-08-31": "2025-26", "2026-09-01": "2026-27", "2027-01-01": "2026-27", "1999-12-31": "1999-00",
	} {
		at, err := time.Parse(time.DateOnly, day)
		if err != nil {
			t.Fatal(err)
		}
		got := model.YearOf(at)
		if got != want {
			t.Errorf("%s: got %s, want %s", day, got, want)
		}
		if back, err := model.ParseYear(got.Shown()); err != nil || back != got || !strings.Contains(got.Shown(), "–") {
			t.Errorf("%s shown as %s reads as %s, %v", got, got.Shown(), back, err)
		}
	}
}

func TestParseYearIsStrict(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		typed := rapid.StringMatching(`[-+ 0-9/–]{0,11}`).Draw(t, "typed")
		y, err := model.ParseYear(typed)
		var f *model.FieldError
		if err != nil {
			if !errors.As(err, &f) || y != "" {
				t.Fatalf("%q: got %q, %v", typed, y, err)
			}
			return
		}
		if again, err := model.ParseYear(string(y)); err != nil || again != y || len(y) != 7 {
			t.Fatalf("%q was read as %q, which reads as %q, %v", typed, y, again, err)
		}
	})
}

func TestStartEvaluation(t *testing.T) {
	if _, err := model.StartEvaluation("e", "T", "2026-27", rubric(), []model.AreaID{"1.1", nobody}); !errors.Is(err, model.ErrNotFound) {
		t.Fatalf("got %v, want not found", err)
	}
	c, err := model.StartEvaluation(evaluation, " Half\nterm ", "2026-27", rubric(), []model.AreaID{"2.1", "1.2"})
	if err != nil {
		t.Fatal(err)
	}
	b, err := model.OpenBook(school, evaluation, rubric(), nil)
	if err != nil {
		t.Fatal(err)
	}
	wrote, err := penOf("amy", model.Tip{}).Write(model.Act{ID: "a", When: time.UnixMilli(77)}, []model.Change{c})
	if err != nil {
		t.Fatal(err)
	}
	if err := b.Add(wrote...); err != nil {
		t.Fatal(err)
	}
	e := b.Evaluation()
	if e.Title != "Half term" || e.Year != "2026-27" || e.Rubric != rubric().Hash() || e.School != school || e.StartedAt != 77 {
		t.Fatalf("got %+v", e)
	}
	if got := b.Rubric(); len(got.Areas) != 2 || got.Areas[0].ID != "1.2" {
		t.Fatalf("got %d areas, want those it was started with", len(got.Areas))
	}
	if _, err := b.GiveLevel(model.Voice{Person: "a", Role: model.Self}, "1.1", 2); !errors.Is(err, model.ErrNotFound) {
		t.Fatalf("got %v for an area left out", err)
	}
	if b.EvaluationID() != evaluation || b.SchoolID() != school {
		t.Fatalf("got %s of %s", b.EvaluationID(), b.SchoolID())
	}
}

func TestSummaryAndRow(t *testing.T) {
	d := newDesk(t, "amy")
	d.do(d.book.GiveLevel(d.self(), "1.1", 4))
	d.do(d.book.Judge(d.self(), "1.2", model.Opinion{State: model.NotApplicable}))
	d.do(d.book.Judge(d.self(), "1.3", model.Opinion{State: model.NoEvidence}))
	s := model.Summarise(d.book.Evaluation(), rubric(), 99)
	if s.ID != evaluation || s.School != school || s.Title != "Autumn" || s.ChangedAt != 99 || s.StartedAt != 1 || s.Finished || s.Removed {
		t.Fatalf("got %+v", s)
	}
	if got := s.Row; len(got) != 6 || got.Judged() != 3 {
		t.Fatalf("got %v", got)
	}
	for i := -1; i <= 6; i++ {
		l, ok := s.Row.Level(i)
		if ok != (i == 0) || (ok && l != 4) {
			t.Errorf("area %d: got %d, %v", i, l, ok)
		}
	}
}
