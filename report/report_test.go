// Package report_test checks documents from outside. Run it with -update to write
// the goldens anew after looking at what changed.
package report_test

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"waymark/model"
	"waymark/report"
)

var update = flag.Bool("update", false, "write the goldens anew")

func fixture(t *testing.T) report.Source {
	d := newDesk(t, rubricOf(4, 3, 4, 4, 5), "Self-evaluation 2026–27")
	alderLane(d)
	return d.source(model.School{Name: "Alder Lane Primary"})
}

// decided is the fixture once the school has chosen.
func decided(t *testing.T) report.Source {
	d := newDesk(t, rubricOf(4, 3, 4, 4, 5), "Self-evaluation 2026–27")
	alderLane(d)
	d.priority("a", model.PriorityText{Title: "Units build on each other in every subject", Areas: []model.AreaID{"1.1", "1.2"}, Steps: []string{"Set two units side by side", "Ask pupils what came before."}})
	d.priority("b", model.PriorityText{Title: "Pupils feel known by one adult", Areas: []model.AreaID{"2.4"}, Steps: []string{"Ask pupils whom they would go to."}})
	changes, err := d.book.ExplainFewer("A small school with a new building to open")
	d.do(head, changes, err)
	s := d.source(model.School{Name: "Alder Lane Primary"})
	s.Previous = &report.Earlier{Year: "2025-26", Row: model.Row{3, 2, 2, 3, 1, 2, 3, 2, 2, 4, 1, 3, 0}}
	return s
}

func render(t *testing.T, format string, d report.Document) string {
	t.Helper()
	var b bytes.Buffer
	if err := report.Write(&b, format, d); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestGoldens(t *testing.T) {
	docs := map[string]report.Document{
		"suggested":    report.Priorities(fixture(t), report.LeaveOut{}),
		"decided":      report.Priorities(decided(t), report.LeaveOut{}),
		"full":         report.Full(decided(t), report.LeaveOut{}),
		"full-shorter": report.Full(fixture(t), report.LeaveOut{PrivateNotes: true, Names: true, Confidence: true}),
	}
	for name, doc := range docs {
		for _, f := range report.Formats() {
			t.Run(name+f.Extension, func(t *testing.T) {
				golden(t, name+f.Extension, render(t, f.ID, doc))
			})
		}
	}
}

func TestEarlierYear(t *testing.T) {
	s := decided(t)
	text := flat(render(t, "markdown", report.Full(s, report.LeaveOut{})))
	for _, want := range []string{
		"**2025–26:** 3 Embedded, now ▼ down 1 level",
		"**2025–26:** 2 Developing, now ▲ up 1 level",
		"**2025–26:** 2 Developing, now ● the same",
		"4 Sharing, ▲ up 1 level from 3 Embedded in 2025–26",
	} {
		if !strings.Contains(text, want) {
			t.Errorf("nothing says %q", want)
		}
	}
	s.Previous.Row = s.Previous.Row[1:]
	if strings.Contains(render(t, "markdown", report.Full(s, report.LeaveOut{})), "2025") {
		t.Error("a row of other areas was used")
	}
}

func golden(t *testing.T, name, got string) {
	t.Helper()
	path := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("%s is not as it was; look at the difference, then run with -update:\n%s", name, difference(string(want), got))
	}
}
