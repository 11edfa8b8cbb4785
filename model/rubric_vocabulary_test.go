package model_test

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"waymark/model"
)

func TestVocabularyRenamesWholeWords(t *testing.T) {
	v := model.NewVocabulary([]model.Term{
		{From: "trust", To: "family"},
		{From: "trusts", To: "families"},
		{From: "group", To: "KPI"},
		{From: "pupil", To: "student"},
		{From: "an area", To: "a theme"},
		{From: "area", To: "theme"},
		{From: "Évaluation", To: "review"},
		{From: "school", To: "academy"},
		{From: "academy", To: "school"},
		{From: " ", To: "nothing"},
		{From: "trust", To: "second"},
	})
	for text, want := range map[string]string{
		"":                               "",
		"The trust":                      "The family",
		"Trust, TRUST and trusts.":       "Family, FAMILY and families.",
		"entrusted trustees distrust":    "entrusted trustees distrust",
		"the trust's own trust-wide aim": "the family's own family-wide aim",
		"A group of groups, GROUP":       "A KPI of groups, KPI",
		"pupil_id 2pupil pupil2":         "pupil_id 2pupil pupil2",
		"an area; An Area; an  area":     "a theme; A theme; an  theme",
		"ÉVALUATION évaluation":          "REVIEW review",
		"a school, an Academy":           "a academy, an School",
		"an":                             "an",
		"trust\n\ttrust\x1b":             "family\n\tfamily\x1b",
		"\xfftrust\xff":                  "\xfffamily\xff",
	} {
		if got := v.Words(text); got != want {
			t.Errorf("%q became %q, want %q", text, got, want)
		}
	}
	one := model.NewVocabulary([]model.Term{{From: "a", To: "one"}, {From: "x", To: ""}})
	if got := one.Words("A cat, a dog, X"); got != "One cat, one dog, " {
		t.Errorf("got %q", got)
	}
}

func TestVocabularyLaws(t *testing.T) {
	word := rapid.StringMatching(`[a-z]{1,6}`)
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.OneOf(rapid.String(), rapid.StringMatching(`([A-Za-z]{1,6}[ ,.'-]{0,2}){0,20}`)).Draw(t, "text")
		var none model.Vocabulary
		if got := none.Words(none.Words(text)); got != text {
			t.Fatalf("no vocabulary at all made %q of %q", got, text)
		}
		if got := model.NewVocabulary(nil).Words(text); got != text {
			t.Fatalf("no terms made %q of %q", got, text)
		}
		from := word.Draw(t, "from")
		there := model.NewVocabulary([]model.Term{{From: from, To: "qq1"}})
		back := model.NewVocabulary([]model.Term{{From: "qq1", To: from}})
		once := there.Words(text)
		if there.Words(once) != once {
			t.Fatalf("renaming %s in %q twice is not renaming it once", from, text)
		}
		if len(from) > 1 && !strings.Contains(strings.ToLower(text), "qq1") && strings.EqualFold(text, strings.ToLower(text)) {
			if got := back.Words(once); !strings.EqualFold(got, text) {
				t.Fatalf("there and back, %q became %q", text, got)
			}
		}
	})
}
