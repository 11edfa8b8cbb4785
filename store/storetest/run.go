package storetest

import (
	"reflect"
	"slices"
	"testing"

	"waymark/model"
	"waymark/store"
)

const (
	alder   = model.SchoolID("alder")
	autumn  = model.EvaluationID("autumn")
	another = model.EvaluationID("another")
)

// Run holds an engine to what every engine promises. open returns a new, empty
// engine each time.
func Run(t *testing.T, open func(t *testing.T) Engine) {
	t.Helper()
	for _, c := range []struct {
		name string
		test func(*testing.T, Engine)
	}{
		{"an empty engine answers", emptyAnswers},
		{"appending twice is appending once", appendTwice},
		{"one bad record keeps all out", allOrNone},
		{"altered records are refused", alteredRefused},
		{"a place in a chain is taken once", placeTakenOnce},
		{"events are those of the school and the evaluation", eventsOfOne},
		{"tips are kept per device and school", tips},
		{"lists follow the log", listsFollow},
		{"the order of arrival does not matter", orderOfArrival},
		{"a rubric may come after its evaluation", rubricLater},
		{"rubrics are kept by their words", rubricsByWords},
		{"erased words stay erased", erasedStays},
		{"a visit and a team meeting are kept whole", visitsKept},
		{"search finds what stands now", searchNow},
		{"search takes anything typed", searchAnything},
	} {
		t.Run(c.name, func(t *testing.T) { c.test(t, open(t)) })
	}
}

// keep appends records with the rubric of the tests.
func keep(t *testing.T, e Engine, records []model.Record) {
	t.Helper()
	_, _, texts := RubricText(t)
	if err := e.Append(t.Context(), texts, records); err != nil {
		t.Fatal(err)
	}
}

// events reads what e holds of one evaluation of the school alder.
func events(t *testing.T, e Engine, evaluation model.EvaluationID) []model.Record {
	t.Helper()
	got, err := e.Events(t.Context(), alder, evaluation)
	if err != nil {
		t.Fatal(err)
	}
	return plain(got)
}

func everything(t *testing.T, e Engine) []model.Record {
	t.Helper()
	var all []model.Record
	for r, err := range e.AllEvents(t.Context()) {
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, r)
	}
	return plain(all)
}

// plain spells "has seen nothing" in one way.
func plain(records []model.Record) []model.Record {
	for i := range records {
		if len(records[i].Seen) == 0 {
			records[i].Seen = nil
		}
	}
	return records
}

// picture is everything an engine lists, for comparing two engines or two
// moments of one.
func picture(t *testing.T, e Engine) (schools []store.SchoolRow, evaluations []model.Summary) {
	t.Helper()
	schools, err := e.Schools(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range schools {
		of, err := e.Evaluations(t.Context(), s.ID)
		if err != nil {
			t.Fatal(err)
		}
		evaluations = append(evaluations, of...)
	}
	for i := range evaluations {
		if len(evaluations[i].Row) == 0 {
			evaluations[i].Row = nil
		}
		if len(evaluations[i].Areas) == 0 {
			evaluations[i].Areas = nil
		}
	}
	return schools, evaluations
}

// Same fails the test unless both engines hold the same set of records and
// list the same things.
func Same(t *testing.T, a, b Engine) {
	t.Helper()
	if !reflect.DeepEqual(byID(everything(t, a)), byID(everything(t, b))) {
		t.Error("the two logs differ")
	}
	sa, ea := picture(t, a)
	sb, eb := picture(t, b)
	if !reflect.DeepEqual(sa, sb) {
		t.Errorf("the schools differ:\n%+v\n%+v", sa, sb)
	}
	if !reflect.DeepEqual(ea, eb) {
		t.Errorf("the evaluations differ:\n%+v\n%+v", ea, eb)
	}
}

func byID(records []model.Record) map[model.EventID]model.Record {
	m := map[model.EventID]model.Record{}
	for _, r := range records {
		m[r.ID] = r
	}
	return m
}

func ids(records []model.Record) []model.EventID {
	var all []model.EventID
	for _, r := range records {
		all = append(all, r.ID)
	}
	slices.Sort(all)
	return all
}
