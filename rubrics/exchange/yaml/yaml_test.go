package yaml_test

import (
	"bytes"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"waymark/model"
	"waymark/rubrics"
	"waymark/rubrics/exchange/internal/sample"
	"waymark/rubrics/exchange/yaml"
)

// thereAndBack writes a rubric and reads it again.
func thereAndBack(t interface{ Fatalf(string, ...any) }, r model.Rubric) model.Rubric {
	var b bytes.Buffer
	left, err := yaml.Write(&b, r)
	if err != nil || len(left) > 0 {
		t.Fatalf("left %v, %v\n%s", left, err, b.String())
	}
	back, err := rubrics.Read("x.yaml", &b)
	if err != nil {
		t.Fatalf("read back: %v", err)
	}
	return back
}

func TestWhatIsWrittenIsReadWordForWord(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		for _, r := range []model.Rubric{sample.Rubric(t), sample.Pulse(t)} {
			if back := thereAndBack(t, r); back.Hash() != r.Hash() {
				t.Fatalf("got\n%+v\nwant\n%+v", back, r)
			}
		}
	})
}

func TestShippedRubricsComeBack(t *testing.T) {
	all, err := rubrics.Shipped()
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range all {
		if back := thereAndBack(t, r); back.Hash() != r.Hash() {
			t.Errorf("%s came back otherwise", r.ID)
		}
	}
}

func TestWhatTheFileCannotHoldIsSaid(t *testing.T) {
	r, err := rubrics.Load("whole-school")
	if err != nil {
		t.Fatal(err)
	}
	r.Areas = append([]model.Area(nil), r.Areas...)
	r.Areas[0].Local = []model.Local{{Overlay: "ours", LookFors: []string{"More."}}}
	r.Areas[3].Evidence = []model.Prompt{{Kind: model.See, Text: "One."}, {Kind: model.See, Text: "Two."}}
	left, err := yaml.Write(&bytes.Buffer{}, r)
	if got := strings.Join(left, "; "); err != nil || got != "where to find evidence of 1 area; the local additions of 1 area" {
		t.Errorf("got %q, %v", got, err)
	}
	r.Areas[0].Title = ""
	if _, err := yaml.Write(&bytes.Buffer{}, r); err == nil {
		t.Errorf("a rubric that cannot be read was written")
	}
}

func TestLinesKnowWhatTheyAreAbout(t *testing.T) {
	r, err := rubrics.Load("whole-school")
	if err != nil {
		t.Fatal(err)
	}
	text, places := yaml.Lines(r)
	lines := strings.Split(strings.TrimSuffix(string(text), "\n"), "\n")
	if len(lines) != len(places) {
		t.Fatalf("%d lines and %d places", len(lines), len(places))
	}
	found := 0
	for i, p := range places {
		if strings.HasPrefix(lines[i], `        question: `) && p.In == yaml.InArea && p.Field == "question" {
			found++
		}
	}
	if found != len(r.Areas) {
		t.Errorf("%d questions know their area, want %d", found, len(r.Areas))
	}
}
