package report_test

import (
	"encoding/json"
	"fmt"
	"regexp"
	"strings"
	"testing"
	"unicode/utf8"

	"waymark/model"
	"waymark/report"
)

// leveled is a school where every area is at the level that pick gives it; 0 is none.
func leveled(t *testing.T, r model.Rubric, pick func(int) model.Level) report.Source {
	d := newDesk(t, r, "Self-evaluation")
	for i, a := range r.Areas {
		if l := pick(i); l > 0 {
			d.level(a.ID, l, model.Medium)
		}
	}
	return d.source(model.School{Name: "Alder Lane"})
}

// unusual are the schools that are easily forgotten.
func unusual(t *testing.T) map[string]report.Source {
	return map[string]report.Source{
		"nothing judged": leveled(t, rubricOf(4, 3, 3, 2), func(int) model.Level { return 0 }),
		"all strong":     leveled(t, rubricOf(4, 3, 3, 2), func(int) model.Level { return 4 }),
		"all expected":   leveled(t, rubricOf(4, 3, 3, 2), func(int) model.Level { return 3 }),
		"one below":      leveled(t, rubricOf(4, 3, 3, 2), func(i int) model.Level { return model.Level(3 - 1/(i+1)) }),
		"all at 1":       leveled(t, rubricOf(4, 3, 9, 9), func(int) model.Level { return 1 }),
		"two levels":     leveled(t, rubricOf(2, 2, 4), func(i int) model.Level { return model.Level(1 + i%2) }),
		"nine levels":    leveled(t, rubricOf(9, 6, 9), func(i int) model.Level { return model.Level(1 + i) }),
		"no areas":       leveled(t, rubricOf(4, 3), func(int) model.Level { return 0 }),
		"an empty value": {Made: made},
	}
}

func TestUnusualSchools(t *testing.T) {
	for name, s := range unusual(t) {
		for _, d := range documents(s) {
			for _, f := range report.Formats() {
				out := render(t, f.ID, d)
				for _, broken := range []string{"%!", "NaN", "<no value>", "ZgotmplZ", "<nil>"} {
					if strings.Contains(out, broken) {
						t.Errorf("%s: %s as %s has %q", name, d.Kind, f.ID, broken)
					}
				}
			}
			htmlIsInert(t, render(t, "html", d))
		}
	}
}

func TestUnusualSchoolsSayWhatIsSo(t *testing.T) {
	schools := unusual(t)
	for name, want := range map[string][]string{
		"nothing judged": {"Based on 0 of 5 areas; 0 not applicable, 5 not rated.", "No area has a level yet, so there is nothing to suggest."},
		"all strong":     {"No area is judged below the expected level (3 Embedded), so no priority is suggested.", "Strengths to protect", "Bright spots to share"},
		"all expected":   {"so no priority is suggested.", "Areas you could grow"},
		"one below":      {"Only 1 priority is suggested.", "Areas you could grow"},
		"all at 1":       {"Suggested priorities, not yet decided"},
		"nine levels":    {"9 Ninth"},
	} {
		text := flat(render(t, "markdown", report.Priorities(schools[name], report.LeaveOut{})))
		for _, w := range want {
			if !strings.Contains(text, w) {
				t.Errorf("%s: nothing says %q in:\n%s", name, w, text)
			}
		}
	}
	full := render(t, "markdown", report.Full(schools["nine levels"], report.LeaveOut{}))
	if !strings.Contains(full, "`■■■■■■■□□` **7 Seventh**") {
		t.Error("a scale of nine levels is not drawn with nine marks")
	}
}

func TestManySetAside(t *testing.T) {
	d := newDesk(t, rubricOf(4, 3, 8), "Self-evaluation")
	for _, a := range d.book.Rubric().Areas {
		d.level(a.ID, 2, model.Medium)
		d.emphasise(a.ID, model.Emphasis{Excluded: true, Reason: "one thing at a time"})
	}
	s := d.source(model.School{Name: "Alder Lane"})
	short := render(t, "markdown", report.Priorities(s, report.LeaveOut{}))
	if strings.Count(short, "One thing at a time") != 5 || !strings.Contains(short, "**3 more set aside:** 1.6, 1.7, 1.8") {
		t.Errorf("the page does not name five and count the rest:\n%s", short)
	}
	if full := render(t, "markdown", report.Full(s, report.LeaveOut{})); strings.Contains(full, "more set aside") {
		t.Error("the full document leaves areas uncounted")
	}
}

// flat undoes the wrapping.
func flat(text string) string { return strings.Join(strings.Fields(text), " ") }

func TestWordsThatAreNeverUsed(t *testing.T) {
	never := regexp.MustCompile(`(?i)\b(scores?|scored|grades?|graded|kpis?|items? of|failing|weak|weakness|robust|rigorous|relentless|outstanding|inadequate|requires improvement|compliance|deep dive|bottom|league|rank\w*|average|overall|mean of|inspection-ready)\b`)
	sources := unusual(t)
	sources["fixture"], sources["decided"] = fixture(t), decided(t)
	for name, s := range sources {
		for _, d := range documents(s) {
			if word := never.FindString(render(t, "markdown", d)); word != "" {
				t.Errorf("%s: the %s document says %q", name, d.Kind, word)
			}
		}
	}
}

func TestStrengthsComeBeforeNextSteps(t *testing.T) {
	text := render(t, "markdown", report.Full(fixture(t), report.LeaveOut{}))
	if s, p := strings.Index(text, "## Strengths"), strings.Index(text, "riorities, not yet"); s < 0 || p < s {
		t.Error("strengths do not come first")
	}
}

func TestPlainTextKeepsToThePage(t *testing.T) {
	for _, d := range documents(fixture(t)) {
		for line := range strings.Lines(render(t, "markdown", d)) {
			line = strings.TrimSuffix(line, "\n")
			if utf8.RuneCountInString(line) > 96 && !strings.HasPrefix(line, "|") && !strings.HasPrefix(line, "#") {
				t.Errorf("%s: %d columns: %s", d.Kind, utf8.RuneCountInString(line), line)
			}
		}
	}
}

func TestDataHasAName(t *testing.T) {
	var got struct {
		Schema string `json:"schema"`
		Data   struct {
			Kind     string `json:"kind"`
			Made     string `json:"made"`
			Sections []struct {
				ID     string                       `json:"id"`
				Blocks []map[string]json.RawMessage `json:"blocks"`
			} `json:"sections"`
		} `json:"data"`
	}
	if err := json.Unmarshal([]byte(render(t, "json", report.Full(decided(t), report.LeaveOut{}))), &got); err != nil {
		t.Fatal(err)
	}
	if got.Schema != "waymark.report/1" || got.Data.Kind != "full" || got.Data.Made != "2026-09-24" {
		t.Errorf("the data starts with %+v", got)
	}
	seen := map[string]bool{}
	for _, s := range got.Data.Sections {
		if seen[s.ID] {
			t.Errorf("two sections are called %q", s.ID)
		}
		seen[s.ID] = true
		for i, b := range s.Blocks {
			if len(b) != 1 {
				t.Errorf("block %d of %s is %d things at once", i, s.ID, len(b))
			}
		}
	}
}

func TestNoFormatIsUnknown(t *testing.T) {
	if err := report.Write(&strings.Builder{}, "docx", report.Document{}); err == nil {
		t.Error("a format that does not exist was written")
	}
	for _, f := range report.Formats() {
		if f.Words == "" || !strings.HasPrefix(f.Extension, ".") {
			t.Errorf("format %+v is not ready to be offered", f)
		}
	}
}

// full disk: every renderer hands the error back.
type full struct{}

func (full) Write([]byte) (int, error) { return 0, fmt.Errorf("no room") }

func TestNoRoom(t *testing.T) {
	d := report.Full(fixture(t), report.LeaveOut{})
	for _, f := range report.Formats() {
		if err := report.Write(full{}, f.ID, d); err == nil {
			t.Errorf("%s did not say that nothing was written", f.ID)
		}
	}
}
