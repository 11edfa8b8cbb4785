package rubrics_test

import (
	"fmt"
	"os"
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
