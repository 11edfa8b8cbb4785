package lint_test

import (
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"waymark/model"
	"waymark/rubrics"
	"waymark/rubrics/lint"
)

// planted is what the name of a bad rubric says: RULE__AREA__LEVEL__words.yaml.
// The area is "head" when the fault stands in none, and the level 0.
type planted struct {
	rule  string
	area  model.AreaID
	level model.Level
}

func plantedIn(t *testing.T, path string) planted {
	t.Helper()
	parts := strings.Split(filepath.Base(path), "__")
	if len(parts) != 4 {
		t.Fatalf("%s does not say what is planted in it", path)
	}
	level, err := strconv.Atoi(parts[2])
	if err != nil {
		t.Fatal(err)
	}
	p := planted{rule: parts[0], area: model.AreaID(parts[1]), level: model.Level(level)}
	if p.area == "head" {
		p.area = ""
	}
	return p
}

func TestEveryPlantedFaultIsFoundAndNothingElse(t *testing.T) {
	all := files(t, "bad")
	if len(all) < 60 {
		t.Fatalf("there are %d bad rubrics, fewer than 60", len(all))
	}
	for _, path := range all {
		t.Run(filepath.Base(path), func(t *testing.T) {
			want := plantedIn(t, path)
			r, text := readBad(t, path, want.rule)
			found := lint.Check(r, text)
			if len(found) != 1 || found[0].Rule != want.rule || found[0].Area != want.area || found[0].Level != want.level {
				t.Fatalf("want one finding of %s in area %s, level %d; got%s", want.rule, want.area, want.level, show(found))
			}
			area, level := around(string(text), found[0].Line)
			if area != string(want.area) || want.level > 0 && level != int(want.level) {
				t.Errorf("line %d stands in area %q, level %d", found[0].Line, area, level)
			}
		})
	}
}

// readBad reads strictly wherever the reader lets the fault pass.
func readBad(t *testing.T, path, rule string) (model.Rubric, []byte) {
	t.Helper()
	if !slices.Contains(refused, rule) {
		return read(t, path)
	}
	text := source(t, path)
	r, err := readLoosely(text)
	if err != nil {
		t.Fatal(err)
	}
	return r, text
}

var (
	areaLine  = regexp.MustCompile(`^      - id: "(.*?)"`)
	levelLine = regexp.MustCompile(`^          ([1-9]): `)
	topLine   = regexp.MustCompile(`^[a-z]`)
)

// around is the area and level whose lines hold line n, found without a parser.
// A comment belongs to what follows it.
func around(text string, n int) (area string, level int) {
	lines := strings.Split(text, "\n")
	for n < len(lines) && strings.HasPrefix(strings.TrimSpace(lines[n-1]), "#") {
		n++
	}
	for _, line := range lines[:min(n, len(lines))] {
		if m := areaLine.FindStringSubmatch(line); m != nil {
			area, level = m[1], 0
		} else if m := levelLine.FindStringSubmatch(line); m != nil {
			level, _ = strconv.Atoi(m[1])
		} else if topLine.MatchString(line) {
			area, level = "", 0
		}
	}
	return area, level
}

func TestEveryRuleHasABadRubric(t *testing.T) {
	have := map[string]int{}
	for _, path := range files(t, "bad") {
		have[plantedIn(t, path).rule]++
	}
	for _, rule := range lint.Rules() {
		if have[rule.ID] < 2 {
			t.Errorf("%d bad rubrics break %s", have[rule.ID], rule.ID)
		}
	}
}

func TestGoodRubricsHaveNoFindings(t *testing.T) {
	all := files(t, "good")
	if len(all) < 6 {
		t.Fatalf("there are %d good rubrics, fewer than 6", len(all))
	}
	for _, path := range all {
		r, text := read(t, path)
		if found := lint.Check(r, text); len(found) > 0 {
			t.Errorf("%s:%s", path, show(found))
		}
	}
}

// What comes with Waymark is the proof that the rules can be kept, so it may
// not use an allowance either.
func TestShippedRubricsHaveNoFindingsAndNoAllowances(t *testing.T) {
	for _, e := range rubrics.List() {
		r, err := rubrics.Load(e.ID)
		if err != nil {
			t.Fatal(err)
		}
		text := source(t, "../data/"+e.ID+".yaml")
		if found := lint.Check(r, text); len(found) > 0 {
			t.Errorf("%s:%s", e.ID, show(found))
		}
		if strings.Contains(string(text), "waymark: allow") {
			t.Errorf("%s allows itself something", e.ID)
		}
	}
}
