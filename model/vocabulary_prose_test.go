package model_test

import (
	"testing"

	"waymark/model"
)

func TestProseRenamesWhatIsMeant(t *testing.T) {
	v := model.NewVocabulary([]model.Term{
		{From: "trust", To: "family"},
		{From: "trusts", To: "families"},
		{From: "group", To: "KPI"},
		{From: "groups", To: "KPIs"},
		{From: "year group", To: "cohort"},
		{From: "area", To: "theme"},
		{From: "pupils", To: "students"},
	})
	for text, want := range map[string]string{
		"":                                    "",
		"a group of pupils":                   "a group of students",
		"Groups of pupils re-form":            "Groups of students re-form",
		"the year group as a whole":           "the cohort as a whole",
		"one area of the playground":          "one area of the playground",
		"The trust's schools":                 "The family's schools",
		"Trust leaders hear, and trust staff": "Family leaders hear, and family staff",
		"Schools and trust share a view":      "Schools and family share a view",
		"School or trust":                     "School or family",
		"an adult they trust.":                "an adult they trust.",
		"Families trust the trust with them":  "Families trust the family with them",
		"how trust was won, on trust":         "how trust was won, on trust",
		"A wildlife trust replies":            "A wildlife trust replies",
		"to do and trusts them to":            "to do and trusts them to",
		"other trusts learn":                  "other families learn",
	} {
		if got := v.Prose(text); got != want {
			t.Errorf("%q became %q, want %q", text, got, want)
		}
	}
	if got := v.Words("Trust a group"); got != "Family a KPI" {
		t.Errorf("the program's own words became %q", got)
	}
}
