package rubrics_test

import (
	"fmt"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"waymark/model"
	"waymark/rubrics"
)

// These tests hold the words of the whole-school rubric to the rules that its
// authors agreed on, so that a later edit cannot quietly break one.

func wholeSchool(t testing.TB) model.Rubric {
	t.Helper()
	r, err := rubrics.Load("whole-school")
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// table reads a committed list, one row of tab-separated fields a line.
func table(t *testing.T, name string) [][]string {
	t.Helper()
	text, err := os.ReadFile("testdata/" + name)
	if err != nil {
		t.Fatal(err)
	}
	var rows [][]string
	for line := range strings.Lines(string(text)) {
		rows = append(rows, strings.Split(strings.TrimRight(line, "\r\n"), "\t"))
	}
	return rows
}

func TestWholeSchoolHasTheAgreedAreas(t *testing.T) {
	r := wholeSchool(t)
	var got, want []string
	for _, a := range r.Areas {
		got = append(got, fmt.Sprintf("%s\t%s\t%s", a.ID, a.Title, a.Scope))
	}
	for _, row := range table(t, "areas.tsv") {
		want = append(want, strings.Join(row, "\t"))
	}
	if len(want) != 41 {
		t.Fatalf("the list has %d areas, not 41", len(want))
	}
	compare(t, got, want)
	groups := []string{}
	for _, g := range r.Groups {
		groups = append(groups, fmt.Sprintf("%s %s %d", g.ID, g.Title, len(r.AreasIn(g.ID))))
	}
	compare(t, groups, []string{
		"1 Curriculum depth and breadth 7", "2 Subject knowledge 5", "3 Pedagogy 7", "4 Marking and assessment 6",
		"5 Inclusion 6", "6 Attitude to learning and behaviour 5", "7 Engagement and joy 5",
	})
}

func TestWholeSchoolHasTheAgreedEdges(t *testing.T) {
	r := wholeSchool(t)
	var got, want []string
	for _, e := range r.Edges {
		got = append(got, fmt.Sprintf("%s needs %s", e.After, e.Before))
	}
	for _, row := range table(t, "edges.tsv") {
		want = append(want, fmt.Sprintf("%s needs %s", row[1], row[0]))
	}
	if len(want) != 62 {
		t.Fatalf("the list has %d edges, not 62", len(want))
	}
	slices.Sort(got)
	slices.Sort(want)
	compare(t, got, want)
}

func TestWholeSchoolHasTheAgreedRelatedPairs(t *testing.T) {
	r := wholeSchool(t)
	var got, want []string
	for _, p := range r.Related {
		got = append(got, fmt.Sprintf("%s and %s", p.A, p.B))
	}
	for _, row := range table(t, "related.tsv") {
		want = append(want, fmt.Sprintf("%s and %s", row[0], row[1]))
	}
	slices.Sort(got)
	slices.Sort(want)
	compare(t, got, want)
}

func TestWholeSchoolScaleAndRulings(t *testing.T) {
	r := wholeSchool(t)
	var names []string
	for _, l := range r.Scale.Levels {
		names = append(names, l.Name)
		if l.Meaning == "" || strings.Contains(l.Meaning, "\n") {
			t.Errorf("level %s needs a meaning of one line", l.Name)
		}
	}
	compare(t, names, []string{"Early", "Developing", "Embedded", "Sharing"})
	if r.Scale.Expected != 3 {
		t.Errorf("expected level is %d, not 3", r.Scale.Expected)
	}
	ruled := map[string]model.AreaID{}
	for _, ruling := range r.Rulings {
		ruled[ruling.Topic] = ruling.Area
	}
	for topic, area := range map[string]model.AreaID{
		"Vocabulary": "1.3", "Reading": "1.5", "Homework": "3.7", "Questioning to make pupils think": "3.3",
		"Checking understanding during lessons": "4.2", "Marking load": "4.3", "Moderation": "4.5", "Use of data": "4.6",
		"Finding out which pupils have SEND": "5.1", "Teaching pupils with SEND in class": "5.2",
		"Extra help for pupils with SEND": "5.3", "Bullying": "6.2", "Discrimination": "5.6", "Suspension": "6.5",
		"Pupils' mental health": "7.4", "Parents and carers": "7.5", "Staff wellbeing": "",
	} {
		if got, ok := ruled[topic]; !ok || got != area {
			t.Errorf("%s is ruled to be in %q, not %q", topic, got, area)
		}
	}
	for _, topic := range []string{"Safeguarding", "Governance", "Finance", "Early-years provision", "Post-16 provision"} {
		if !slices.ContainsFunc(r.NotCovered, func(s string) bool { return strings.HasPrefix(s, topic) }) {
			t.Errorf("the rubric does not say that it leaves out %s", topic)
		}
	}
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
	for _, a := range wholeSchool(t).Areas {
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
			if i >= 2 && !regexp.MustCompile(`(?i)\b(pupils?|children|year \d+s|students?)\b`).MatchString(text) {
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
	for _, a := range wholeSchool(t).Areas {
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
	seen := map[string]string{}
	for _, a := range wholeSchool(t).Areas {
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

func compare(t *testing.T, got, want []string) {
	t.Helper()
	for i := range max(len(got), len(want)) {
		g, w := "nothing", "nothing"
		if i < len(got) {
			g = got[i]
		}
		if i < len(want) {
			w = want[i]
		}
		if g != w {
			t.Fatalf("row %d:\n got %s\nwant %s", i+1, g, w)
		}
	}
}
