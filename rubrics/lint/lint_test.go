package lint_test

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"waymark/model"
	"waymark/rubrics"
	"waymark/rubrics/lint"
)

func TestRulesSayEverything(t *testing.T) {
	seen := map[string]bool{}
	for _, r := range lint.Rules() {
		if r.ID == "" || r.Why == "" || r.Better == "" || r.Severity != lint.Problem && r.Severity != lint.Advice {
			t.Errorf("rule %q is incomplete", r.ID)
		}
		if seen[r.ID] || strings.ToLower(r.ID) != r.ID || strings.ContainsAny(r.ID, " _.") {
			t.Errorf("rule %q needs a plain id of its own", r.ID)
		}
		seen[r.ID] = true
	}
}

func TestFindingsAreCompleteAndSorted(t *testing.T) {
	_, text := read(t, "testdata/good/plain.yaml")
	text = bytes.ReplaceAll(text, []byte("Pupils"), []byte("The weak ones"))
	found := lint.Check(again(t, text), text)
	if len(found) < 8 {
		t.Fatalf("too few findings to tell:%s", show(found))
	}
	if !slices.IsSortedFunc(found, func(a, b lint.Finding) int { return a.Line - b.Line }) {
		t.Errorf("not in the order of the file:%s", show(found))
	}
	for _, f := range found {
		if f.Rule == "" || f.Severity == "" || f.Message == "" || f.Why == "" || f.Better == "" || f.Line == 0 {
			t.Errorf("incomplete: %+v", f)
		}
	}
}

func again(t *testing.T, text []byte) model.Rubric {
	t.Helper()
	r, err := rubrics.Read("again.yaml", bytes.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// The line is that of the word, also within a folded text of several lines.
func TestLineIsWhereTheWordStands(t *testing.T) {
	for _, c := range []struct{ file, word string }{
		{"shaming-words__1.1__1__weak-crlf.yaml", "weak"},
		{"counts__1.1__4__digits.yaml", "12"},
		{"inspection-words__2.1__0__title-world-class.yaml", "world-class"},
		{"inspection-words__1.1__0__ask-ofsted.yaml", "Ofsted"},
		{"dangling-link__1.2__0__needs.yaml", "9.9"},
		{"dangling-link__1.1__0__next-step.yaml", "8.8"},
		{"dangling-link__head__0__ruling.yaml", "5.5"},
		{"research-address__1.1__0__http.yaml", "http://"},
		{"empty-opening__2.1__2__there-are.yaml", "There are"},
		{"allow-rule__1.2__0__misspelt.yaml", "lenght"},
	} {
		path := "testdata/bad/" + c.file
		r, text := readBad(t, path, plantedIn(t, path).rule)
		line := lint.Check(r, text)[0].Line
		lines := strings.Split(string(text), "\n")
		if !strings.Contains(lines[line-1], c.word) {
			t.Errorf("%s: line %d is %q", c.file, line, lines[line-1])
		}
	}
}

// Without its file a rubric is checked all the same, in reading order.
func TestWithoutSource(t *testing.T) {
	for _, source := range [][]byte{nil, []byte("{"), []byte("- just\n- a list\n"), []byte("a: *b\n")} {
		for _, path := range files(t, "bad") {
			want := plantedIn(t, path)
			if strings.HasPrefix(want.rule, "allow-") {
				continue // an allowance is a part of the file
			}
			r, _ := readBad(t, path, want.rule)
			found := lint.Check(r, source)
			if len(found) != 1 || found[0].Rule != want.rule || found[0].Line != 0 {
				t.Errorf("%s:%s", path, show(found))
			}
		}
	}
}

// An allowance holds for one rule at one place, and only with a reason.
func TestAllowances(t *testing.T) {
	const level = "          3: >-\n            Librarians"
	_, plain := read(t, "testdata/good/plain.yaml")
	spoilt := strings.Replace(string(plain), "Pupils carry home", "All pupils carry home", 1)
	above := func(comment string) string {
		return strings.Replace(spoilt, level, "          "+comment+"\n"+level, 1)
	}
	const areaLine = `      - id: "1.1"`
	for name, c := range map[string]struct {
		text string
		want []string
	}{
		"none":             {spoilt, []string{"all-pupils"}},
		"above the level":  {above("# waymark: allow all-pupils It is true here."), nil},
		"another rule":     {above("# waymark: allow counts It is true here."), []string{"all-pupils"}},
		"no reason":        {above("# waymark: allow all-pupils"), []string{"all-pupils", "allow-reason"}},
		"unknown rule":     {above("# waymark: allow all-pupil It is true here."), []string{"all-pupils", "allow-rule"}},
		"a line too high":  {above("# waymark: allow all-pupils It is true here.\n"), []string{"all-pupils"}},
		"beside the level": {strings.Replace(spoilt, level, "          3: >- # waymark: allow all-pupils It is true.\n            Librarians", 1), nil},
		"above the area":   {strings.Replace(spoilt, areaLine, "      # waymark: allow all-pupils It is true.\n"+areaLine, 1), nil},
		"beside the area":  {strings.Replace(spoilt, areaLine, areaLine+" # waymark: allow all-pupils It is true.", 1), nil},
		"another area":     {strings.Replace(spoilt, `- id: "1.2"`, `- id: "1.2" # waymark: allow all-pupils It is true.`, 1), []string{"all-pupils"}},
		"an ordinary note": {above("# waymark reads this file"), []string{"all-pupils"}},
		"in a text":        {strings.Replace(spoilt, "Librarians", "# waymark: allow all-pupils It is true.\n            Librarians", 1), []string{"all-pupils"}},
		"an allowance of an allowance": {
			above("# waymark: allow allow-reason So.\n          # waymark: allow all-pupils"),
			[]string{"all-pupils", "allow-reason"},
		},
	} {
		t.Run(name, func(t *testing.T) {
			if got := ids(lint.Check(again(t, []byte(c.text)), []byte(c.text))); !slices.Equal(got, c.want) {
				t.Errorf("got %v, want %v", got, c.want)
			}
		})
	}
}

// A pulse and a visit have no levels; their entries are read all the same.
func TestEntriesOfAPulse(t *testing.T) {
	r := model.Rubric{Kind: model.KindPulse, Groups: []model.Group{{ID: "1", Title: "Voice", Items: []model.Item{
		{ID: "1.s1", Asks: model.AskStaff, Text: "We say what we think in meetings."},
		{ID: "1.s2", Asks: model.AskStaff, Text: "My leaders are weak."},
	}}}}
	found := lint.Check(r, nil)
	if len(found) != 1 || found[0].Rule != "shaming-words" || !strings.Contains(found[0].Message, "1.s2") {
		t.Errorf("got%s", show(found))
	}
}

func TestCrosswalkThatStartsNowhere(t *testing.T) {
	r, _ := read(t, "testdata/good/plain.yaml")
	r.Crosswalk = []model.Crossing{{Rubric: "other", From: "1", To: "2"}, {Rubric: "other", From: "1.2", To: "2"}, {Rubric: "other", From: "3", To: "2"}}
	found := lint.Check(r, nil)
	if len(found) != 1 || found[0].Rule != "dangling-link" || !strings.Contains(found[0].Message, "“3”") {
		t.Errorf("got%s", show(found))
	}
}

// Only schools and teachers are judged by what pupils say and do.
func TestPupilsAreMissedInSchoolsAndTeachingOnly(t *testing.T) {
	r, _ := readBad(t, "testdata/bad/missing-pupils__1.1__3__level-three.yaml", "missing-pupils")
	for kind, want := range map[model.Kind]int{model.KindSchool: 1, model.KindTeacher: 1, model.KindProcess: 0, model.KindTrust: 0} {
		r.Kind = kind
		if found := lint.Check(r, nil); len(found) != want {
			t.Errorf("%s:%s", kind, show(found))
		}
	}
}

// What a file says must not reach a terminal as a command.
func TestMessagesCarryNoControlCharacters(t *testing.T) {
	r, _ := read(t, "testdata/good/plain.yaml")
	r.Areas[0].ID, r.Areas[0].Title = "1\x1b[31m", "Attendance\x07 and marking"
	r.Areas[0].Levels[0] = "There is\x1b]0;x\x07 a weak shelf."
	r.Edges = append(r.Edges, model.Edge{Before: "9\x1b[2J", After: "1.2"})
	found := lint.Check(r, nil)
	if len(found) < 5 {
		t.Fatalf("too few findings to tell:%s", show(found))
	}
	for _, f := range found {
		if strings.ContainsFunc(f.Message, func(r rune) bool { return r < ' ' || r >= 0x7f && r < 0xa0 }) {
			t.Errorf("%q", f.Message)
		}
	}
}
