package report_test

import (
	"strings"
	"testing"

	"waymark/model"
	"waymark/report"
)

// Where another school visits no trust has set anything.
func TestPeersDoNotVisitForATrust(t *testing.T) {
	d := newDesk(t, rubricOf(4, 3, 4, 5, 5), "Self-evaluation")
	d.must([]model.Change{model.NamePerson(model.Person{ID: reviewer, Name: "R. Okafor", Post: "head of Fern Bank"}, nil)}, nil)
	d.must(d.book.StartVisit(guest, theVisit, model.Visiting{Date: "2026-09-24", Lead: reviewer, From: "Fern Bank"}))
	d.must(d.book.SetFocus(guest, theVisit, []model.AreaID{"1.1", "1.2"}))
	text := note(t, d, model.Voice{}, report.LeaveOut{})
	if !strings.Contains(text, "**Focus:** 1.1, 1.2") || strings.Contains(text, "trust") {
		t.Errorf("the note of a visit by peers says\n%s", text)
	}
}
