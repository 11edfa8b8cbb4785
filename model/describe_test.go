package model_test

import (
	"reflect"
	"slices"
	"testing"

	"waymark/model"
)

func TestDescribe(t *testing.T) {
	const (
		two   = `{"state":"level","level":2,"confidence":"medium"}`
		three = `{"state":"level","level":3,"confidence":"medium"}`
		low   = `{"state":"level","level":3,"confidence":"low"}`
		slips = `{"state":"level","level":3,"confidence":"low","direction":"slipping"}`
		why   = `{"state":"level","level":3,"confidence":"low","direction":"slipping","reason":"Seen twice"}`
		na    = `{"state":"not-applicable"}`
		noEv  = `{"state":"no-evidence"}`
		note  = `{"area":"2.1","text":"x"}`
		whole = `{"text":"x"}`
	)
	for _, c := range []struct {
		kind                model.EventKind
		before, after, want string
	}{
		{model.KindJudgement, three, two, "1.3 from 3 to 2"},
		{model.KindJudgement, "null", two, "1.3 from not judged to 2"},
		{model.KindJudgement, two, "null", "1.3 from 2 to not judged"},
		{model.KindJudgement, two, na, "1.3 from 2 to not applicable"},
		{model.KindJudgement, na, noEv, "1.3 from not applicable to not enough evidence"},
		{model.KindJudgement, three, low, "1.3 from medium to low confidence"},
		{model.KindJudgement, low, slips, "1.3 direction slipping"},
		{model.KindJudgement, slips, low, "1.3 direction not said"},
		{model.KindJudgement, slips, why, "1.3 reason reworded"},
		{model.KindFlag, "null", `{"on":true}`, "1.3 flagged"},
		{model.KindFlag, `{"on":true}`, "null", "1.3 no longer flagged"},
		{model.KindNote, "null", note, "note on 2.1"},
		{model.KindNote, note, `{"area":"2.1","text":"y"}`, "note on 2.1 reworded"},
		{model.KindNote, note, "null", "note on 2.1 taken out"},
		{model.KindNote, "null", whole, "note"},
		{model.KindEmphasis, "null", `{"excluded":true}`, "1.3 set aside"},
		{model.KindEmphasis, "null", `{"pinned":true}`, "1.3 pinned"},
		{model.KindEmphasis, `{"pinned":true}`, "null", "1.3 emphasis taken back"},
		{model.KindEmphasis, "null", `{"importance":"vital"}`, "1.3 importance vital, reach everyone"},
		{model.KindEmphasis, "null", `{"reach":"few"}`, "1.3 importance normal, reach few"},
		{model.KindPriority, "null", `{"title":"Teach it"}`, "priority “Teach it”"},
		{model.KindPriority, `{"title":"Teach it"}`, "null", "priority “Teach it” taken out"},
		{model.KindPriority, `{"title":"Teach it"}`, `{"title":"Show it"}`, "priority changed to “Show it”"},
		{model.KindPriority, `{"title":"Teach it"}`, `{"title":"Teach it","steps":["Ask"]}`, "first step in “Teach it”"},
		{model.KindPriority, `{"title":"Teach it","steps":["Ask"]}`, `{"title":"Teach it"}`, "first step out of “Teach it”"},
		{model.KindStatus, "null", `{"finished":true}`, "finished"},
		{model.KindStatus, `{"finished":true}`, `{"finished":false}`, "open again"},
		{model.KindStatus, `{"finished":true}`, "null", "open again"},
		{model.KindRemoval, "null", `{"removed":true}`, "evaluation deleted"},
		{model.KindRemoval, `{"removed":true}`, "null", "evaluation brought back"},
		{model.KindFewer, "null", `{"reason":"x"}`, "reason for fewer priorities"},
		{model.KindStart, "null", `{}`, "evaluation started"},
		{"tomorrow", "null", "1", "tomorrow"},
	} {
		s := model.Step{Kind: c.kind, Area: "1.3", Before: c.before, After: c.after}
		if got := s.Describe(); got != c.want {
			t.Errorf("%s %s to %s: got %q, want %q", c.kind, c.before, c.after, got, c.want)
		}
	}
	if got := (model.Step{Kind: model.KindNote, Before: "null", After: "null", Erased: true}).Describe(); got != "note, words erased" {
		t.Errorf("got %q", got)
	}
	if got := (model.Step{Kind: model.KindJudgement, Area: "1.3", After: "null", Erased: true}).Describe(); got != "judgement 1.3, words erased" {
		t.Errorf("got %q", got)
	}
}

func TestDescribeAll(t *testing.T) {
	s := model.Step{Kind: model.KindFlag, Area: "1.3", Before: "null", After: `{"on":true}`}
	for n, want := range []string{"nothing", "1.3 flagged", "1.3 flagged and 1 more change", "1.3 flagged and 2 more changes"} {
		if got := model.DescribeAll([]model.Step{s, s, s}[:n]); got != want {
			t.Errorf("%d steps: got %q, want %q", n, got, want)
		}
	}
}

func TestHistory(t *testing.T) {
	d := newDesk(t, "amy")
	hold := d.now
	at := func(changes []model.Change, err error) []model.Record {
		t.Helper()
		d.now = hold // a clock that stands still must not turn the order round
		return d.do(changes, err)
	}
	at(d.book.GiveLevel(d.self(), "1.1", 2))
	wrote := at(d.book.WriteNote(d.self(), "n", model.NoteText{Area: "1.1", Text: "A pupil’s name"}))
	at(d.book.GiveLevel(d.self(), "1.1", 3))
	d.now = hold
	d.undo()
	texts := func() []string {
		var all []string
		for _, e := range d.book.History() {
			all = append(all, model.DescribeAll(e.Steps))
		}
		return all
	}
	want := []string{"1.1 from 3 to 2", "1.1 from 2 to 3", "note on 1.1", "1.1 from not judged to 2", "evaluation started"}
	got := texts()
	if len(got) != len(want) {
		t.Fatalf("got %q, want %q", got, want)
	}
	for i := range want {
		if got[i] != want[i] {
			t.Fatalf("got %q, want %q", got, want)
		}
	}
	h := d.book.History()
	if h[0].Does != model.Undo || h[0].Person != "amy" || h[0].Device != d.pen.Device() || h[0].Wall != d.now || h[1].Does != model.Do {
		t.Fatalf("got %+v", h[0])
	}
	turned := slices.Clone(d.log)
	slices.Reverse(turned)
	if again := open(t, turned).History(); !reflect.DeepEqual(again, h) {
		t.Fatalf("read in another order the history is\n%+v\nwant\n%+v", again, h)
	}
	d.take([]model.Record{erase(wrote[0]), erase(d.log[3])})
	got = texts()
	if len(got) != 5 || got[2] != "note, words erased" || got[3] != "judgement 1.1, words erased" {
		t.Fatalf("got %q, want erased acts each in their place", got)
	}
}
