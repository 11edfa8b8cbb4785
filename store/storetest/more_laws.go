package storetest

import (
	"reflect"
	"slices"
	"testing"

	"waymark/model"
)

func orderOfArrival(t *testing.T, e Engine) {
	a := NewAuthor(t, "ann", alder, autumn)
	all := slices.Concat(a.Open("Alder Lane"), a.Level(0, 2), a.Note("n1", 0, "first words"), a.Note("n1", 0, "second words"),
		a.Level(0, 4), a.Note("n2", 1, "to be dropped"), a.DropNote("n2"))
	other := NewMemory(0)
	keep(t, other, all)
	slices.Reverse(all)
	for _, r := range all {
		keep(t, e, []model.Record{r})
	}
	Same(t, e, other)
	found(t, e, "words", "n1")
	found(t, e, "first")
	found(t, e, "dropped")
}

func rubricLater(t *testing.T, e Engine) {
	a := NewAuthor(t, "ann", alder, autumn)
	all := slices.Concat(a.Open("Alder Lane"), a.Level(0, 2))
	if err := e.Append(t.Context(), nil, all); err != nil {
		t.Fatal(err)
	}
	if _, evaluations := picture(t, e); len(evaluations) != 1 || len(evaluations[0].Row) != 0 {
		t.Errorf("without its rubric: %+v", evaluations)
	}
	keep(t, e, nil)
	if _, evaluations := picture(t, e); len(evaluations) != 1 || evaluations[0].Row.Judged() != 1 {
		t.Errorf("with its rubric: %+v", evaluations)
	}
}

func rubricsByWords(t *testing.T, e Engine) {
	hash, text, texts := RubricText(t)
	if err := e.Append(t.Context(), texts, nil); err != nil {
		t.Fatal(err)
	}
	rows, err := e.Rubrics(t.Context())
	if err != nil || len(rows) != 1 || rows[0].Hash != hash || rows[0].InstalledAt != 0 || rows[0].Title != Rubric().Title {
		t.Errorf("rubrics %+v, %v", rows, err)
	}
	if kept, err := e.KeepRubric(t.Context(), text); err != nil || kept != hash {
		t.Errorf("installed as %s, %v", kept, err)
	}
	if rows, err = e.Rubrics(t.Context()); err != nil || len(rows) != 1 || rows[0].InstalledAt == 0 {
		t.Errorf("after installing %+v, %v", rows, err)
	}
	if got, err := e.Rubric(t.Context(), hash); err != nil || string(got) != string(text) {
		t.Errorf("read back %d bytes, %v", len(got), err)
	}
	wantKind(t, e.Append(t.Context(), map[string][]byte{hash: []byte("{}")}, nil), "invalid")
	_, err = e.KeepRubric(t.Context(), append([]byte(" "), text...))
	wantKind(t, err, "invalid")
}

func erasedStays(t *testing.T, e Engine) {
	a := NewAuthor(t, "ann", alder, autumn)
	keep(t, e, a.Open("Alder Lane"))
	note := a.Note("n1", 0, "a pupil's name")
	keep(t, e, note)
	found(t, e, "pupil", "n1")
	erased := note[0]
	erased.Payload, erased.Salt = nil, nil
	keep(t, e, []model.Record{erased})
	keep(t, e, note)
	found(t, e, "pupil")
	got := everything(t, e)
	if len(got) != 4 || !got[3].Erased() || got[3].Salt != nil {
		t.Error("the words, or the salt they could be guessed with, came back")
	}
	if err := got[3].Verify(a.Public()); err != nil {
		t.Errorf("what is left no longer verifies: %v", err)
	}
}

// found fails the test unless searching finds exactly those notes.
func found(t *testing.T, e Engine, words string, want ...model.NoteID) {
	t.Helper()
	hits, err := e.Search(t.Context(), words, "")
	if err != nil {
		t.Errorf("search %q: %v", words, err)
	}
	var got []model.NoteID
	for _, h := range hits {
		got = append(got, h.Note.ID)
	}
	slices.Sort(got)
	if !slices.Equal(got, want) {
		t.Errorf("search %q finds %v; want %v", words, got, want)
	}
}

func searchNow(t *testing.T, e Engine) {
	a, b := NewAuthor(t, "ann", alder, autumn), NewAuthor(t, "bob", "birch", autumn)
	keep(t, e, slices.Concat(a.Open("Alder Lane"), a.Note("n1", 0, "Phonics in Reception is strong"), a.Note("n2", 1, "Phonics after Christmas")))
	keep(t, e, slices.Concat(b.Open("Birch Road"), b.Note("n3", 2, "phonics, too")))
	found(t, e, "phon", "n1", "n2", "n3")
	found(t, e, "phonics recep", "n1")
	found(t, e, "phon reception") // only the last word may be unfinished
	hits, err := e.Search(t.Context(), "phonics", "birch")
	if err != nil || len(hits) != 1 || hits[0].School != "birch" || hits[0].Note.Text != "phonics, too" || hits[0].Evaluation != autumn {
		t.Errorf("in one school: %+v, %v", hits, err)
	}
	keep(t, e, a.Note("n1", 0, "Reading in Reception"))
	keep(t, e, a.DropNote("n2"))
	found(t, e, "phonics", "n3")
	found(t, e, "reading", "n1")
}

func searchAnything(t *testing.T, e Engine) {
	a := NewAuthor(t, "ann", alder, autumn)
	keep(t, e, slices.Concat(a.Open("Alder Lane"), a.Note("n1", 0, "Mrs O’Brien and Miss O'Brien"), a.Note("n2", 0, "100% of Year 6"),
		a.Note("n3", 0, "a walk on the Llŷn"), a.Note("n4", 0, "Lly\u0302n again"), a.Note("n5", 0, "maths and more maths")))
	found(t, e, "O'Brien", "n1")
	found(t, e, "100%", "n2")
	for _, llyn := range []string{"llyn", "LLYN", "Llŷn", "Lly\u0302n"} {
		found(t, e, llyn, "n3", "n4")
	}
	found(t, e, "maths AND", "n5")
	found(t, e, "-maths", "n5")
	for _, odd := range []string{
		"", " ", "%", "*", `"`, `""`, "'", "(", ")", "()", "^maths", "maths OR", "NOT", "NEAR(", "t:maths", "body:maths", "a\x00b",
		"\xff\xfe", "{", "maths + more", "--", ";DROP TABLE event", "ı İ ß", "\u202e", "🙂", "﷽",
	} {
		if _, err := e.Search(t.Context(), odd, ""); err != nil {
			t.Errorf("search %q: %v", odd, err)
		}
	}
	if all := everything(t, e); !reflect.DeepEqual(ids(all), ids(events(t, e, autumn))) {
		t.Error("searching changed the log")
	}
}
