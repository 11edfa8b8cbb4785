package rubrics_test

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"

	"waymark/model"
	"waymark/rubrics"
)

// These tests hold the words of every rubric that comes with Waymark to the same
// rules, so that a later edit cannot quietly break one.

// judged is the shipped rubrics that are made of areas with levels.
func judged(t *testing.T) []model.Rubric {
	t.Helper()
	all, err := rubrics.Shipped()
	if err != nil {
		t.Fatal(err)
	}
	return slices.DeleteFunc(all, func(r model.Rubric) bool { return !r.Kind.Judged() })
}

// forbidden are words of inspection, of shame and of slogans. They are matched
// as whole words, whatever their case.
var forbidden = regexp.MustCompile(`(?i)\b(outstanding|requires improvement|inadequate|exceptional|strong standard|expected standard|needs attention|` +
	`secure|world-class|excellence|excellent|perfect|effective|effectively|robust|robustly|rigorous|relentless|deep dive|scores?|grades?|failing|fails?|` +
	`bottom|weak|poor|lacks?|drive[sn]?|ensure[sd]?|strives?|inspections?|ofsted|the school has|KPIs?)\b`)

// ladder are words that would make levels differ by amount and not in kind, and
// "good", which a descriptor may use only as if it were a grade.
var ladder = regexp.MustCompile(`(?i)\b(rarely|sometimes|often|usually|consistently|always|mostly|good|very)\b`)

// shouted finds capitals that could be an acronym.
var shouted = regexp.MustCompile(`\b[A-Z]{2,}\b`)

func TestDescriptors(t *testing.T) {
	for _, r := range judged(t) {
		t.Run(r.ID, func(t *testing.T) { checkDescriptors(t, r) })
	}
}

func checkDescriptors(t *testing.T, r model.Rubric) {
	for _, a := range r.Areas {
		for i, text := range a.Levels {
			where := fmt.Sprintf("%s level %d", a.ID, i+1)
			if n := len(strings.Fields(text)); n < 30 || n > 55 {
				t.Errorf("%s has %d words, not 30 to 55", where, n)
			}
			first, _, _ := strings.Cut(text, ". ")
			if n := len([]rune(first)); n >= 110 {
				t.Errorf("%s starts with a sentence of %d characters: %s", where, n, first)
			}
			if strings.HasPrefix(text, "There is") || strings.HasPrefix(text, "There are") {
				t.Errorf("%s starts with %q", where, first)
			}
			if i >= 2 && (r.Kind == model.KindSchool || r.Kind == model.KindTeacher) && !regexp.MustCompile(`(?i)\b(pupils?|children|year \d+s|students?)\b`).MatchString(text) {
				t.Errorf("%s says nothing about pupils", where)
			}
			if word := ladder.FindString(text); word != "" {
				t.Errorf("%s climbs by %q: %s", where, word, text)
			}
			if regexp.MustCompile(`\d|%|per cent`).MatchString(strings.ReplaceAll(strings.ReplaceAll(text, "Year 7", ""), "Year 6", "")) {
				t.Errorf("%s has a number in it", where)
			}
		}
		for i := 1; i < len(a.Levels); i++ {
			lower, upper := words(a.Levels[i-1]), words(a.Levels[i])
			if s := similarity(lower, upper); s >= 0.5 {
				t.Errorf("%s levels %d and %d are alike (%.2f)", a.ID, i, i+1, s)
			}
		}
	}
}

func TestNoForbiddenWords(t *testing.T) {
	for _, r := range judged(t) {
		t.Run(r.ID, func(t *testing.T) { checkWords(t, r) })
	}
}

func checkWords(t *testing.T, r model.Rubric) {
	for _, a := range r.Areas {
		texts := slices.Concat(a.Levels, a.Ask, []string{a.Why, a.Question})
		for _, p := range a.Evidence {
			texts = append(texts, p.Text)
		}
		for _, text := range texts {
			if word := forbidden.FindString(text); word != "" {
				t.Errorf("%s uses %q: %s", a.ID, word, text)
			}
			for _, word := range shouted.FindAllString(text, -1) {
				if word != "SEND" && word != "SENCO" {
					t.Errorf("%s uses the acronym %q: %s", a.ID, word, text)
				}
			}
		}
	}
}

func TestAreasAreWhole(t *testing.T) {
	for _, r := range judged(t) {
		t.Run(r.ID, func(t *testing.T) { checkWhole(t, r) })
	}
}

func checkWhole(t *testing.T, r model.Rubric) {
	seen := map[string]string{}
	for _, a := range r.Areas {
		if n := len([]rune(a.Question)); n >= 100 || !strings.HasSuffix(a.Question, "?") {
			t.Errorf("%s asks in %d characters: %s", a.ID, n, a.Question)
		}
		if len(a.Ask) < 2 || len(a.Ask) > 4 {
			t.Errorf("%s has %d guiding questions", a.ID, len(a.Ask))
		}
		for _, q := range a.Ask {
			if !strings.HasSuffix(q, "?") {
				t.Errorf("%s has a guiding question that asks nothing: %s", a.ID, q)
			}
		}
		if strings.Count(a.Why, ".") < 2 {
			t.Errorf("%s needs two sentences on why it matters: %s", a.ID, a.Why)
		}
		kinds := []model.EvidenceKind{}
		for _, p := range a.Evidence {
			kinds = append(kinds, p.Kind)
		}
		if !slices.Equal(kinds, []model.EvidenceKind{model.See, model.Hear, model.Read, model.Count}) {
			t.Errorf("%s has evidence %v", a.ID, kinds)
		}
		for _, text := range slices.Concat(a.Levels, a.Ask, []string{a.Why, a.Question}) {
			if other, doubled := seen[text]; doubled {
				t.Errorf("%s repeats %s: %s", a.ID, other, text)
			}
			seen[text] = string(a.ID)
		}
	}
}

func words(text string) map[string]bool {
	set := map[string]bool{}
	for _, w := range strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return r < 'a' || r > 'z' }) {
		set[w] = true
	}
	return set
}

// similarity is the share of the words of both that both have.
func similarity(a, b map[string]bool) float64 {
	both := 0
	for w := range a {
		if b[w] {
			both++
		}
	}
	return float64(both) / float64(len(a)+len(b)-both)
}
