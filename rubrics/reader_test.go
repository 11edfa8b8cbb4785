package rubrics_test

import (
	"errors"
	"os"
	"reflect"
	"strings"
	"testing"

	"waymark/model"
	"waymark/rubrics"
)

func small(t testing.TB) string {
	t.Helper()
	text, err := os.ReadFile("testdata/small.yaml")
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

func read(t *testing.T, text string) model.Rubric {
	t.Helper()
	r, err := rubrics.Read("small.yaml", strings.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func TestReadTakesEverythingAsWritten(t *testing.T) {
	got := read(t, small(t))
	want := model.Rubric{
		ID: "small", Edition: "1", Title: "A small rubric", Summary: "For tests.", Kind: model.KindProcess,
		Language: "en-GB", Licence: "CC-BY-4.0", Source: "Own words.", GroupWord: "strand", Comparable: []string{"0.9"},
		Scale: model.Scale{ID: "steps", Title: "Steps", Expected: 2, Levels: []model.LevelName{
			{Name: "Not yet", Meaning: "Nobody has begun."}, {Name: "Begun"}, {Name: "Settled"},
		}},
		Groups: []model.Group{{ID: "1", Title: "Plans", Summary: "What is planned."}, {ID: "2", Title: "Deeds"}},
		Areas: []model.Area{
			{
				ID: "1.1", Group: "1", Title: "A shared plan", Scope: "People know what the plan is.",
				Why:      "A plan that is known can be followed.\n\nA secret one cannot.",
				Question: "Who could say what the plan is?",
				Levels: []string{
					"The plan is in one person's head.", "The plan is written down: people can find it.",
					"People can say what the plan is and why.",
				},
				Ask:      []string{"Who has not heard of it?", "What would we stop?"},
				Evidence: []model.Prompt{{Kind: model.See, Text: "A meeting."}, {Kind: model.Count, Text: "How many can say it."}},
				Lens:     []string{"reading"},
			},
			{
				ID: "1.10", Group: "1", Title: "A plan that changes", Scope: "The plan is looked at again.", Question: "What changed last?",
				Levels: []string{"Nobody looks again.", "One person looks again.", "A group looks again, and says what it changed."},
			},
			{
				ID: "2.1", Group: "2", Title: "Doing it", Scope: "What is planned is done.", Question: "What was done?",
				Levels: []string{"Little is done.", "Some of it is done.", "It is done, and it is known to be done."},
			},
		},
		Edges:      []model.Edge{{Before: "1.1", After: "1.10"}, {Before: "1.1", After: "2.1"}, {Before: "1.10", After: "2.1"}},
		Related:    []model.Pair{{A: "1.1", B: "1.10"}, {A: "1.10", B: "2.1"}},
		Rulings:    []model.Ruling{{Topic: "budgets", Area: "1.1"}, {Topic: "weather", Note: "Nobody can help it."}},
		NotCovered: []string{"Weather"},
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got  %+v\nwant %+v", got, want)
	}
}

func TestReadIsTheSameHoweverLinesEnd(t *testing.T) {
	want := read(t, small(t))
	for name, text := range map[string]string{
		"a mark of UTF-8 in front": "\ufeff" + small(t),
		"lines of Windows":         strings.ReplaceAll(small(t), "\n", "\r\n"),
		"a document mark":          "---\n" + small(t) + "...\n",
	} {
		if got := read(t, text); !reflect.DeepEqual(got, want) {
			t.Errorf("with %s the rubric reads differently", name)
		}
	}
}

func TestCanonicalAndBackIsTheSameRubric(t *testing.T) {
	thereAndBack(t, read(t, small(t)))
}

// thereAndBack checks that a rubric survives being stored, word for word.
func thereAndBack(t *testing.T, r model.Rubric) {
	t.Helper()
	text, err := r.Canonical()
	if err != nil {
		t.Fatal(err)
	}
	back, err := model.RubricFromCanonical(text)
	if err != nil {
		t.Fatal(err)
	}
	if !reflect.DeepEqual(back, r) {
		t.Errorf("it changed on its way through its stored form:\n got %+v\nwant %+v", back, r)
	}
	if back.Hash() != r.Hash() || r.Hash() == "" {
		t.Errorf("its hash was %q, then %q", r.Hash(), back.Hash())
	}
}

func TestNotesNameInspectionWords(t *testing.T) {
	text := strings.Replace(small(t), "name: Settled", "name: Very Good", 1)
	text = strings.Replace(text, "name: Begun", "name: Requires-Improvement", 1)
	r, notes, err := rubrics.ReadWithNotes("mine.yaml", strings.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	if r.Scale.Name(3) != "Very Good" {
		t.Errorf("level 3 is %q; a note must not change it", r.Scale.Name(3))
	}
	if len(notes) != 2 {
		t.Fatalf("%d notes, want 2: %v", len(notes), notes)
	}
	for i, want := range []struct {
		line int
		word string
	}{{20, "requires improvement"}, {21, "good"}} {
		if notes[i].Line != want.line || notes[i].File != "mine.yaml" || !strings.Contains(notes[i].Text, want.word) {
			t.Errorf("note %d is %+v, want line %d and %q", i+1, notes[i], want.line, want.word)
		}
	}
	if _, notes, _ := rubrics.ReadWithNotes("small.yaml", strings.NewReader(small(t))); len(notes) != 0 {
		t.Errorf("a calm rubric has notes: %v", notes)
	}
}

func TestEveryFaultAtOnce(t *testing.T) {
	text := strings.NewReplacer("kind: process", "kind: exam", "title: Plans", "titel: Plans", `see_also: ["1.1", "2.1"]`, `see_also: ["9.9"]`).Replace(small(t))
	_, err := rubrics.Read("mine.yaml", strings.NewReader(text))
	var faults *rubrics.Faults
	if !errors.As(err, &faults) {
		t.Fatalf("error is %T, not *Faults: %v", err, err)
	}
	var lines []int
	for _, f := range faults.List {
		lines = append(lines, f.Line)
	}
	if want := []int{7, 23, 24, 60}; !reflect.DeepEqual(lines, want) {
		t.Errorf("faults on lines %v, want %v:\n%v", lines, want, err)
	}
	if first, _, _ := strings.Cut(err.Error(), "\n"); first != "mine.yaml:7:7: “exam” is not a kind of rubric. Use one of these: school, teacher, process, trust, pulse, visit." {
		t.Errorf("the first line is %q", first)
	}
}

func TestAtMostTwentyFaultsAreListed(t *testing.T) {
	_, err := rubrics.Read("mine.yaml", strings.NewReader(small(t)+"x: 1\n"+manyKeys(30)))
	var faults *rubrics.Faults
	if !errors.As(err, &faults) {
		t.Fatal(err)
	}
	if len(faults.List) != 20 || faults.More != 11 {
		t.Errorf("%d faults and %d more, want 20 and 11", len(faults.List), faults.More)
	}
	if !strings.HasSuffix(err.Error(), "\nand 11 more") {
		t.Errorf("the end does not say how many more: %v", err)
	}
}

type brokenReader struct{}

func (brokenReader) Read([]byte) (int, error) { return 0, os.ErrPermission }

func TestAReaderThatFailsIsNotARubricWithFaults(t *testing.T) {
	_, err := rubrics.Read("mine.yaml", brokenReader{})
	var faults *rubrics.Faults
	if !errors.Is(err, os.ErrPermission) || errors.As(err, &faults) {
		t.Errorf("error is %v", err)
	}
}
