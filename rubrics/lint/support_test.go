package lint_test

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"go.yaml.in/yaml/v4"

	"waymark/model"
	"waymark/rubrics"
	"waymark/rubrics/lint"
)

// refused lists the rules whose faults the reader of rubric files refuses
// itself. They reach the linter in rubrics that come from elsewhere.
var refused = []string{"dangling-link", "research-address"}

func source(t testing.TB, path string) []byte {
	t.Helper()
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return text
}

func read(t testing.TB, path string) (model.Rubric, []byte) {
	t.Helper()
	text := source(t, path)
	r, err := rubrics.Read(path, bytes.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	return r, text
}

func files(t testing.TB, dir string) []string {
	t.Helper()
	all, err := filepath.Glob("testdata/" + dir + "/*.yaml")
	if err != nil {
		t.Fatal(err)
	}
	return all
}

// loose is a rubric file as its words stand, without asking whether it works.
type loose struct {
	Kind     string
	Language string
	Scale    struct {
		Expected int
		Levels   []model.LevelName
	}
	Groups []struct {
		ID, Title, Summary string
		Areas              []looseArea
	}
	Rulings []struct{ Topic, Area string }
}

type looseArea struct {
	ID, Title, Scope, Why, Question string
	Levels                          map[int]string
	Ask                             []string
	Needs                           []string
	SeeAlso                         []string                                       `yaml:"see_also"`
	NextSteps                       map[string][]struct{ Do, Effort, Area string } `yaml:"next_steps"`
	Research                        []struct{ Title, URL, Why string }
}

// readLoosely reads what the strict reader would refuse, and whatever else has
// the shape of a rubric.
func readLoosely(text []byte) (model.Rubric, error) {
	var f loose
	if err := yaml.Load(text, &f); err != nil {
		return model.Rubric{}, fmt.Errorf("read loosely: %w", err)
	}
	r := model.Rubric{ID: "loose", Kind: model.Kind(f.Kind), Language: f.Language}
	r.Scale = model.Scale{Levels: f.Scale.Levels, Expected: model.Level(f.Scale.Expected)}
	for _, g := range f.Groups {
		r.Groups = append(r.Groups, model.Group{ID: model.GroupID(g.ID), Title: g.Title, Summary: g.Summary})
		for _, a := range g.Areas {
			area := a.model()
			area.Group = model.GroupID(g.ID)
			r.Areas = append(r.Areas, area)
			for _, id := range a.Needs {
				r.Edges = append(r.Edges, model.Edge{Before: model.AreaID(id), After: area.ID})
			}
			for _, id := range a.SeeAlso {
				r.Related = append(r.Related, model.Pair{A: area.ID, B: model.AreaID(id)})
			}
		}
	}
	for _, g := range f.Rulings {
		r.Rulings = append(r.Rulings, model.Ruling{Topic: g.Topic, Area: model.AreaID(g.Area)})
	}
	return r, nil
}

func (a looseArea) model() model.Area {
	area := model.Area{ID: model.AreaID(a.ID), Title: a.Title, Scope: a.Scope, Why: a.Why, Question: a.Question, Ask: a.Ask}
	for i := 1; i <= model.MaxLevels && a.Levels[i] != ""; i++ {
		area.Levels = append(area.Levels, a.Levels[i])
	}
	for i := 1; i < model.MaxLevels; i++ {
		b := model.Boundary{From: model.Level(i), To: model.Level(i + 1)}
		for _, s := range a.NextSteps[fmt.Sprintf("%d-%d", i, i+1)] {
			b.Steps = append(b.Steps, model.NextStep{Do: s.Do, Effort: model.Effort(s.Effort), Area: model.AreaID(s.Area)})
		}
		if b.Steps != nil {
			area.NextSteps = append(area.NextSteps, b)
		}
	}
	for _, r := range a.Research {
		area.Research = append(area.Research, model.Research{Title: r.Title, URL: r.URL, Why: r.Why})
	}
	return area
}

// show is findings as a failing test prints them.
func show(all []lint.Finding) string {
	var b strings.Builder
	for _, f := range all {
		fmt.Fprintf(&b, "\n  line %d, area %s, level %d: %s: %s", f.Line, f.Area, f.Level, f.Rule, f.Message)
	}
	return b.String()
}

// ids is the rules of the findings.
func ids(all []lint.Finding) []string {
	var rules []string
	for _, f := range all {
		rules = append(rules, f.Rule)
	}
	slices.Sort(rules)
	return rules
}
