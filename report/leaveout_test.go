package report_test

import (
	"strings"
	"testing"

	"waymark/model"
	"waymark/report"
)

// school is one school in which only what may be left out differs.
type school struct {
	names   []string
	private string
	sure    model.Confidence
}

func (s school) source(t *testing.T) report.Source {
	d := newDesk(t, rubricOf(4, 3, 3, 3), "Self-evaluation")
	for i, l := range []model.Level{1, 2, 2, 3, 4, 2} {
		d.level(d.book.Rubric().Areas[i].ID, l, s.sure)
	}
	d.judge(reviewer, model.Reviewer, "1.1", model.Opinion{State: model.Rated, Level: 2, Confidence: s.sure})
	d.judge(deputy, model.Self, "1.2", model.Opinion{State: model.Rated, Level: 3, Confidence: s.sure})
	surname := s.names[1][strings.LastIndexByte(s.names[1], ' ')+1:]
	d.note(head, model.Self, "n1", model.NoteText{Area: "1.1", Text: "Seen with " + s.names[1] + ", then Mrs " + surname + " alone.", Source: s.names[2] + "’s folder"})
	if s.private != "" {
		d.note(head, model.Self, "n2", model.NoteText{Area: "1.2", Text: s.private, Private: true})
		d.note(head, model.Self, "n3", model.NoteText{Text: s.private, Private: true})
	}
	d.emphasise("2.3", model.Emphasis{Excluded: true, Reason: s.names[1] + " starts in May", Revisit: "ask " + s.names[2]})
	d.judge(head, model.Agreed, "2.1", model.Opinion{State: model.Rated, Level: 3, Confidence: s.sure, Reason: "Agreed with " + s.names[2]})
	d.priority("p", model.PriorityText{Title: "Give " + s.names[1] + " time to lead", Areas: []model.AreaID{"1.1"}, Steps: []string{"Ask " + s.names[2] + " to begin"}})
	src := d.source(model.School{Name: "Alder Lane"})
	src.People = people(s.names...)
	for id := range src.Answer.Reasons {
		src.Answer.Reasons[id] = append([]string{s.names[2] + " judged it 2.", "You said " + string(s.sure) + " confidence."}, src.Answer.Reasons[id]...)
	}
	return src
}

// TestWhatIsLeftOutIsAbsent compares two schools that differ only in what is
// left out: not one byte of any format may differ.
func TestWhatIsLeftOutIsAbsent(t *testing.T) {
	base := school{names: []string{"Tamsin Canary", "Wren Canaryson", "Rook Canarydale"}, private: "canary in a private note", sure: model.Low}
	for _, c := range []struct {
		name   string
		out    report.LeaveOut
		other  school
		canary string
	}{
		{"names", report.LeaveOut{Names: true}, school{[]string{"Ada Finch", "Bo Swift", "Cy Heron"}, base.private, base.sure}, "Canary"},
		{"private notes", report.LeaveOut{PrivateNotes: true}, school{base.names, "", base.sure}, "private note"},
		{"confidence", report.LeaveOut{Confidence: true}, school{base.names, base.private, model.High}, "confidence"},
	} {
		t.Run(c.name, func(t *testing.T) {
			mine, theirs := base.source(t), c.other.source(t)
			if c.out.Confidence { // a suggestion rests on confidence, so it is held still
				theirs.Answer = mine.Answer
			}
			leavesOut(t, report.Priorities(mine, c.out), report.Priorities(theirs, c.out), c.canary)
			leavesOut(t, report.Full(mine, c.out), report.Full(theirs, c.out), c.canary)
			if shown := render(t, "markdown", report.Full(mine, report.LeaveOut{})); !strings.Contains(shown, c.canary) {
				t.Errorf("nothing shows %q even when it is not left out, so this test proves nothing", c.canary)
			}
		})
	}
}

func leavesOut(t *testing.T, mine, theirs report.Document, canary string) {
	t.Helper()
	for _, f := range report.Formats() {
		a, b := render(t, f.ID, mine), render(t, f.ID, theirs)
		if a != b {
			t.Errorf("%s as %s tells what was left out:\n%s", mine.Kind, f.ID, difference(a, b))
		}
		if strings.Contains(a, canary) && canary != "private note" {
			t.Errorf("%s as %s holds %q", mine.Kind, f.ID, canary)
		}
	}
}

func difference(a, b string) string {
	x, y := strings.Split(a, "\n"), strings.Split(b, "\n")
	for i := range min(len(x), len(y)) {
		if x[i] != y[i] {
			return x[i] + "\n" + y[i]
		}
	}
	return "one is longer"
}

func TestNoIdentifierLeaves(t *testing.T) {
	for _, d := range documents(fixture(t)) {
		for _, f := range report.Formats() {
			out := render(t, f.ID, d)
			for _, id := range []string{string(head), string(reviewer), string(deputy)} {
				if strings.Contains(out, id) {
					t.Errorf("%s as %s holds the identifier %s", d.Kind, f.ID, id)
				}
			}
		}
	}
}

func TestFindOutFirstTellsConfidence(t *testing.T) {
	s := fixture(t)
	if len(s.Answer.FindOutFirst) == 0 {
		t.Fatal("the fixture has nothing to find out first")
	}
	for _, build := range []func(report.Source, report.LeaveOut) report.Document{report.Priorities, report.Full} {
		if shown := render(t, "markdown", build(s, report.LeaveOut{})); !strings.Contains(shown, "Find out first") {
			t.Error("what to find out first is missing")
		}
		if left := render(t, "markdown", build(s, report.LeaveOut{Confidence: true})); strings.Contains(left, "Find out first") {
			t.Error("what is judged with low confidence can still be told")
		}
	}
}
