package rubrics_test

import (
	"fmt"
	"net/url"
	"regexp"
	"slices"
	"strings"
	"testing"

	"waymark/model"
)

// These tests hold what stands around the descriptors of the whole-school rubric
// to what its authors agreed on.

// aroundTexts is every text around the descriptors of an area, by where it stands.
func aroundTexts(a model.Area) map[string]string {
	texts := map[string]string{"vision": a.Vision}
	add := func(where string, all []string) {
		for i, text := range all {
			texts[fmt.Sprintf("%s %d", where, i+1)] = text
		}
	}
	add("look-for", a.LookFors)
	add("look-again", a.LookAgains)
	add("exemplar", a.Exemplars)
	for _, in := range a.Phases {
		add(string(in.Phase)+" look-for", in.LookFors)
	}
	for _, b := range a.NextSteps {
		for i, s := range b.Steps {
			texts[fmt.Sprintf("step %d from %d", i+1, b.From)] = s.Do
		}
	}
	for i, r := range a.Research {
		texts[fmt.Sprintf("research %d", i+1)] = r.Why
	}
	return texts
}

func between(t *testing.T, where, what string, n, least, most int) {
	t.Helper()
	if n < least || n > most {
		t.Errorf("%s has %d %s, not %d to %d", where, n, what, least, most)
	}
}

func TestEveryAreaHasWhatStandsAround(t *testing.T) {
	for _, a := range wholeSchool(t).Areas {
		id := string(a.ID)
		between(t, id, "sentences of vision", len(regexp.MustCompile(`[.?!](\s|$)`).FindAllString(a.Vision, -1)), 1, 2)
		between(t, id, "look-fors", len(a.LookFors), 3, 5)
		between(t, id, "look-agains", len(a.LookAgains), 1, 2)
		between(t, id, "research links", len(a.Research), 1, 3)
		var phases []model.Phase
		for _, in := range a.Phases {
			phases = append(phases, in.Phase)
			between(t, id+" "+string(in.Phase), "look-fors", len(in.LookFors), 1, 2)
		}
		if !slices.Equal(phases, model.Phases()) {
			t.Errorf("%s has the phases %v", id, phases)
		}
		for i, text := range a.Exemplars {
			between(t, fmt.Sprintf("%s exemplar %d", id, i+1), "words", len(strings.Fields(text)), 40, 70)
		}
		if len(a.Exemplars) != 4 {
			t.Errorf("%s has %d exemplars", id, len(a.Exemplars))
		}
	}
}

func TestNextStepsBeginSmall(t *testing.T) {
	r := wholeSchool(t)
	for _, a := range r.Areas {
		if len(a.NextSteps) != 3 {
			t.Errorf("%s has steps for %d boundaries, not 3", a.ID, len(a.NextSteps))
		}
		for _, b := range a.NextSteps {
			where := fmt.Sprintf("%s from %d", a.ID, b.From)
			between(t, where, "steps", len(b.Steps), 2, 3)
			if b.Steps[0].Effort != model.EffortSmall {
				t.Errorf("%s: the first step takes %s, not a half-term", where, b.Steps[0].Effort)
			}
			for _, s := range b.Steps {
				if s.Area == a.ID {
					t.Errorf("%s: a step names its own area as the obstacle", where)
				}
			}
		}
	}
}

// hosts are the public places that research links may lead to.
var hosts = []string{
	"educationendowmentfoundation.org.uk", "www.gov.uk", "www.bell-foundation.org.uk", "www.unicef.org.uk",
}

// evaluationAreas are the names of inspection areas that stand as tags.
var evaluationAreas = []string{
	"inclusion", "curriculum-and-teaching", "achievement", "attendance-and-behaviour", "personal-development", "leadership-and-governance",
}

func TestResearchAndTags(t *testing.T) {
	r := wholeSchool(t)
	for _, a := range r.Areas {
		seen := map[string]bool{}
		for _, link := range a.Research {
			u, err := url.Parse(link.URL)
			if err != nil || u.Scheme != "https" || !slices.Contains(hosts, u.Host) || u.RawQuery != "" || u.Fragment != "" {
				t.Errorf("%s leads to %s", a.ID, link.URL)
			}
			if seen[link.URL+link.Title] || link.Why == "" {
				t.Errorf("%s: %s is named twice or says nothing", a.ID, link.URL)
			}
			seen[link.URL+link.Title] = true
		}
		if len(a.Tags.Inspection) == 0 {
			t.Errorf("%s has no inspection tag", a.ID)
		}
		for _, tag := range a.Tags.Inspection {
			if !slices.Contains(evaluationAreas, tag) {
				t.Errorf("%s has the tag %s", a.ID, tag)
			}
		}
	}
}

func TestInspectionTagsAreTheAgreedOnes(t *testing.T) {
	short := map[string]string{
		"inclusion": "Inc", "curriculum-and-teaching": "CT", "achievement": "Ach", "attendance-and-behaviour": "AB",
		"personal-development": "PD", "leadership-and-governance": "LG",
	}
	var got, want []string
	for _, a := range wholeSchool(t).Areas {
		var tags []string
		for _, tag := range a.Tags.Inspection {
			tags = append(tags, short[tag])
		}
		got = append(got, string(a.ID)+" "+strings.Join(tags, ","))
	}
	for _, row := range table(t, "inspection.tsv") {
		want = append(want, row[0]+" "+row[1])
	}
	compare(t, got, want)
}

func TestWordsAroundTheDescriptors(t *testing.T) {
	seen := map[string]string{}
	for _, a := range wholeSchool(t).Areas {
		for where, text := range aroundTexts(a) {
			where = string(a.ID) + " " + where
			if word := forbidden.FindString(text); word != "" {
				t.Errorf("%s uses %q: %s", where, word, text)
			}
			for _, word := range shouted.FindAllString(text, -1) {
				if word != "SEND" && word != "SENCO" {
					t.Errorf("%s uses the acronym %q: %s", where, word, text)
				}
			}
			if other, doubled := seen[text]; doubled && !strings.Contains(where, "research") {
				t.Errorf("%s repeats %s: %s", where, other, text)
			}
			seen[text] = where
			if !regexp.MustCompile(`[.?!]["”']?$`).MatchString(text) {
				t.Errorf("%s does not end like a sentence: %s", where, text)
			}
			if regexp.MustCompile(`\d+ ?%|per cent`).MatchString(text) {
				t.Errorf("%s has a statistic: %s", where, text)
			}
		}
	}
}
