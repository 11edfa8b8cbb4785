package storetest

import (
	"errors"
	"reflect"
	"slices"
	"testing"

	"waymark/model"
	"waymark/store"
)

func emptyAnswers(t *testing.T, e Engine) {
	schools, evaluations := picture(t, e)
	tip, err := e.Tip(t.Context(), "nobody", alder)
	if len(schools)+len(evaluations)+len(everything(t, e))+len(events(t, e, autumn)) != 0 || err != nil || tip != (model.Tip{}) {
		t.Errorf("an empty engine has %v %v %v, %v", schools, evaluations, tip, err)
	}
	if _, err := e.Rubric(t.Context(), "none"); !errors.Is(err, model.ErrNotFound) {
		t.Errorf("an unknown rubric gives %v", err)
	}
	if err := e.Append(t.Context(), nil, nil); err != nil {
		t.Errorf("appending nothing: %v", err)
	}
}

func appendTwice(t *testing.T, e Engine) {
	a := NewAuthor(t, "ann", alder, autumn)
	all := slices.Concat(a.Open("Alder Lane"), a.Level(0, 2), a.Note("n1", 0, "Seen in Year 4"))
	keep(t, e, all)
	schools, evaluations := picture(t, e)
	keep(t, e, all)
	keep(t, e, all[1:3])
	again, evaluationsAgain := picture(t, e)
	if !reflect.DeepEqual(schools, again) || !reflect.DeepEqual(evaluations, evaluationsAgain) {
		t.Error("the lists changed when nothing new came")
	}
	if got := everything(t, e); !reflect.DeepEqual(got, all) {
		t.Errorf("%d events, or not as they were written; want %d", len(got), len(all))
	}
}

func wantKind(t *testing.T, err error, kind store.WriteKind) {
	t.Helper()
	var w *store.WriteError
	if !errors.As(err, &w) || w.Kind != kind {
		t.Errorf("error %v; want one of kind %s", err, kind)
	}
}

func allOrNone(t *testing.T, e Engine) {
	a := NewAuthor(t, "ann", alder, autumn)
	all := slices.Concat(a.Open("Alder Lane"), a.Level(0, 2), a.Level(1, 3))
	all[3].Payload = []byte(`{"act":"x","does":"do","value":null}`)
	wantKind(t, e.Append(t.Context(), nil, all), store.Invalid)
	schools, _ := picture(t, e)
	if got := everything(t, e); len(got)+len(schools) != 0 {
		t.Errorf("%d events were kept of a refused batch", len(got))
	}
}

func alteredRefused(t *testing.T, e Engine) {
	a := NewAuthor(t, "ann", alder, autumn)
	good := a.Open("Alder Lane")[0]
	for name, spoil := range map[string]func(*model.Record){
		"wall":    func(r *model.Record) { r.Wall++ },
		"id":      func(r *model.Record) { r.ID = "x" },
		"payload": func(r *model.Record) { r.Payload = []byte("{}") },
		"salt":    func(r *model.Record) { r.Salt = nil },
		"nul":     func(r *model.Record) { r.Subject += "\x00" },
		"utf8":    func(r *model.Record) { r.Person = "\xff" },
	} {
		r := good
		spoil(&r)
		t.Run(name, func(t *testing.T) { wantKind(t, e.Append(t.Context(), nil, []model.Record{r}), store.Invalid) })
	}
	if got := everything(t, e); len(got) != 0 {
		t.Errorf("%d altered events were kept", len(got))
	}
}

func placeTakenOnce(t *testing.T, e Engine) {
	a, twin := NewAuthor(t, "ann", alder, autumn), NewAuthor(t, "ann", alder, autumn)
	keep(t, e, slices.Concat(a.Open("Alder Lane"), a.Level(0, 2)))
	twin.Open("Alder Lane")
	wantKind(t, e.Append(t.Context(), nil, twin.Level(0, 3)), store.Conflict)
	if got := everything(t, e); len(got) != 4 {
		t.Errorf("%d events after a refused one; want 4", len(got))
	}
}

func eventsOfOne(t *testing.T, e Engine) {
	a, b := NewAuthor(t, "ann", alder, autumn), NewAuthor(t, "bob", alder, another)
	c := NewAuthor(t, "cat", "birch", autumn)
	first, second, third := a.Open("Alder Lane"), b.Open("Alder Lane"), c.Open("Birch Road")
	keep(t, e, first)
	keep(t, e, second)
	keep(t, e, third)
	level := a.Level(5, 1)
	keep(t, e, level)
	want := slices.Concat(first, second[:2], level) // bob's evaluation is not ours; his school events are
	if got := events(t, e, autumn); !reflect.DeepEqual(got, want) {
		t.Errorf("%d events; want %d in order of arrival", len(got), len(want))
	}
	if got := events(t, e, ""); len(got) != 4 {
		t.Errorf("the school itself has %d events; want 4", len(got))
	}
}

func tips(t *testing.T, e Engine) {
	a, b := NewAuthor(t, "ann", alder, autumn), NewAuthor(t, "ann", "birch", autumn)
	keep(t, e, slices.Concat(a.Open("Alder Lane"), a.Level(0, 2)))
	keep(t, e, b.Open("Birch Road"))
	last := a.Level(1, 3)[0]
	keep(t, e, []model.Record{last})
	if got, err := e.Tip(t.Context(), a.Device(), alder); err != nil || got != (model.Tip{Seq: 5, Last: last.ID}) {
		t.Errorf("tip %+v, %v", got, err)
	}
	if got, err := e.Tip(t.Context(), a.Device(), "birch"); err != nil || got.Seq != 3 {
		t.Errorf("tip of the other school %+v, %v", got, err)
	}
}

func listsFollow(t *testing.T, e Engine) {
	a := NewAuthor(t, "ann", alder, autumn)
	keep(t, e, a.Open("Alder Lane"))
	keep(t, e, a.Level(0, 2))
	keep(t, e, a.Level(0, 3))
	last := a.Level(40, 1)
	keep(t, e, last)
	schools, evaluations := picture(t, e)
	if len(schools) != 1 || schools[0].Name != "Alder Lane" || schools[0].Evaluations != 1 || schools[0].ChangedAt != last[0].Wall {
		t.Fatalf("schools %+v", schools)
	}
	row := evaluations[0]
	first, _ := row.Row.Level(0)
	end, _ := row.Row.Level(40)
	if first != 3 || end != 1 || row.Row.Judged() != 2 || row.Title != "Autumn review" || row.School != alder {
		t.Errorf("evaluation %+v", row)
	}
	keep(t, e, a.SetRemoved(true))
	schools, evaluations = picture(t, e)
	if schools[0].Evaluations != 0 || len(evaluations) != 1 || !evaluations[0].Removed {
		t.Errorf("after removing: %+v %+v", schools, evaluations)
	}
}
