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

func load(t *testing.T, id string) model.Rubric {
	t.Helper()
	r, err := rubrics.Load(id)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// In a pulse, what is promised to staff is promised to pupils, and families are
// asked to think and not to mark.
func TestPulseItemsComeInPairs(t *testing.T) {
	r := load(t, "wellbeing-pulse")
	for _, g := range r.Groups {
		asked := map[model.Asked][]string{}
		questions := 0
		for _, item := range g.Items {
			if !strings.HasPrefix(string(item.ID), string(g.ID)+".") {
				t.Errorf("item %s stands in pillar %s", item.ID, g.ID)
			}
			switch item.Asks {
			case model.AskFamilies:
				questions++
				if item.Shares != "" || !strings.HasSuffix(item.Text, "?") {
					t.Errorf("%s is no question to think about: %+v", item.ID, item)
				}
			default:
				asked[item.Asks] = append(asked[item.Asks], item.Shares)
				if !strings.HasSuffix(item.Text, ".") || len(strings.Fields(item.Text)) > 14 {
					t.Errorf("%s is no short statement: %s", item.ID, item.Text)
				}
			}
		}
		staff, pupils := asked[model.AskStaff], asked[model.AskPupils]
		slices.Sort(staff)
		slices.Sort(pupils)
		if len(staff) < 3 || !slices.Equal(staff, pupils) || len(slices.Compact(staff)) != len(pupils) || slices.Contains(staff, "") {
			t.Errorf("pillar %s: staff share %v and pupils %v", g.ID, staff, pupils)
		}
		if questions == 0 {
			t.Errorf("pillar %s asks families nothing", g.ID)
		}
	}
	if r.Scale.Expected != 4 {
		t.Errorf("the expected level is %d", r.Scale.Expected)
	}
}

func TestVisitSaysWhoStandsWhereAndAnswersHow(t *testing.T) {
	r := load(t, "lesson-visit")
	compare(t, r.Answers, []string{"seen", "partly", "not seen", "not applicable"})
	if len(r.Roles) != 5 || len(r.Positions) != 5 {
		t.Errorf("%d roles and %d positions", len(r.Roles), len(r.Positions))
	}
	for _, role := range r.Roles {
		if role.Does == "" {
			t.Errorf("role %s does nothing", role.ID)
		}
	}
	for _, p := range r.Positions {
		if p.Where == "" {
			t.Errorf("position %s is nowhere", p.ID)
		}
	}
	for _, g := range r.Groups {
		between(t, "technique "+string(g.ID), "items", len(g.Items), 3, 6)
	}
	for _, want := range []string{"not appraisal", "no names", "Under eight rooms"} {
		if !strings.Contains(r.Summary, want) {
			t.Errorf("the summary does not say %q", want)
		}
	}
}

func TestWordsOfItems(t *testing.T) {
	for _, id := range []string{"wellbeing-pulse", "lesson-visit"} {
		seen := map[string]model.ItemID{}
		for _, item := range load(t, id).Items() {
			if word := forbidden.FindString(item.Text) + ladder.FindString(item.Text); word != "" {
				t.Errorf("%s %s uses %q: %s", id, item.ID, word, item.Text)
			}
			if other, doubled := seen[item.Text]; doubled {
				t.Errorf("%s %s repeats %s", id, item.ID, other)
			}
			seen[item.Text] = item.ID
			if regexp.MustCompile(`(?i)\b(and|or) (I|my|we)\b`).MatchString(item.Text) {
				t.Errorf("%s %s says two things: %s", id, item.ID, item.Text)
			}
		}
	}
}

// The seven domains stand beside the five pillars, save the last, which has no
// twin there.
func TestCrosswalkOfTrusts(t *testing.T) {
	from, to := load(t, "strong-trusts"), load(t, "trust-quality")
	pillars := map[model.GroupID]model.GroupID{"1": "5", "2": "5", "3": "1", "4": "2", "5": "3", "6": "4"}
	left, reached := map[model.AreaID]bool{}, map[model.AreaID]bool{}
	for _, x := range from.Crosswalk {
		a, ok := from.Area(model.AreaID(x.From))
		b, okay := to.Area(model.AreaID(x.To))
		if x.Rubric != "trust-quality" || !ok || !okay || pillars[a.Group] != b.Group {
			t.Errorf("crossing %+v", x)
		}
		left[a.ID], reached[b.ID] = true, true
	}
	for _, a := range from.Areas {
		if want := a.Group != "7"; left[a.ID] != want {
			t.Errorf("area %s of strong-trusts: %v, want %v", a.ID, left[a.ID], want)
		}
	}
	if len(reached) != len(to.Areas) {
		t.Errorf("%d of %d areas are reached", len(reached), len(to.Areas))
	}
}

func TestLevelNamesAreTheAgreedOnes(t *testing.T) {
	for id, want := range map[string]string{
		"teaching":            "Attempting Foundational Proficient Exemplary",
		"improvement-process": "Not thought about Discussed Decided Tested",
		"trust-quality":       "Intervention Action-attention Assured Highly assured",
		"strong-trusts":       "Intervention Action-attention Assured Highly assured",
		"wellbeing-pulse":     "Strongly disagree Disagree Neither Agree Strongly agree",
	} {
		var names []string
		for _, l := range load(t, id).Scale.Levels {
			names = append(names, l.Name)
		}
		if got := strings.Join(names, " "); got != want {
			t.Errorf("%s has the levels %s", id, got)
		}
	}
}

func TestGroupsOfOtherRubrics(t *testing.T) {
	for id, want := range map[string][]string{
		"teaching":            {"Climate for learning 5", "Planning and preparation 5", "Teaching and learning 6", "Assessing and responding 5", "Professionalism 5"},
		"improvement-process": {"Curate clear goals 4", "Build capability and capacity 4", "Implement improvement initiatives 4"},
		"trust-quality":       {"High-quality and inclusive education 3", "School improvement 3", "Workforce 3", "Finance and operations 3", "Governance and leadership 3"},
	} {
		r := load(t, id)
		var got []string
		for _, g := range r.Groups {
			got = append(got, fmt.Sprintf("%s %d", g.Title, len(r.AreasIn(g.ID))))
		}
		compare(t, got, want)
	}
	r := load(t, "strong-trusts")
	for _, g := range r.Groups {
		if n := len(r.AreasIn(g.ID)); n != 3 {
			t.Errorf("domain %s has %d areas", g.ID, n)
		}
	}
}
