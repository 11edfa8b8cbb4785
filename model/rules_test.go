package model_test

import (
	"errors"
	"strings"
	"testing"

	"waymark/model"
)

const nobody model.AreaID = "9.9"

func TestJudgeRefusals(t *testing.T) {
	d := newDesk(t, "amy")
	for _, c := range []struct {
		name    string
		opinion model.Opinion
		field   string
		problem string
	}{
		{"no level", level(0), "level", "Level must be from 1 to 4"},
		{"above the top", level(5), "level", "Level must be from 1 to 4"},
		{"below", level(-1), "level", "Level must be from 1 to 4"},
		{"no answer", model.Opinion{Level: 2}, "level", "Level must be from 1 to 4, not-applicable or no-evidence"},
		{"strange answer", model.Opinion{State: "maybe"}, "level", "Level must be from 1 to 4, not-applicable or no-evidence"},
		{"confidence", model.Opinion{State: model.Rated, Level: 2, Confidence: "very"}, "confidence", "Confidence must be low, medium or high"},
		{"direction", model.Opinion{State: model.Rated, Level: 2, Direction: "up"}, "direction", "Direction must be improving, steady or slipping"},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := d.book.Judge(d.self(), "1.1", c.opinion)
			wantField(t, err, c.field, c.problem)
		})
	}
}

// Every rule about an area refuses one that is not judged here, and a voice
// that does not exist; each has nothing to do when the answer is there already.
func TestRulesOfAnArea(t *testing.T) {
	amy := model.Voice{Person: "amy", Role: model.Self}
	for name, rule := range map[string]func(*model.Book, model.Voice, model.AreaID) ([]model.Change, error){
		"judge": func(b *model.Book, v model.Voice, a model.AreaID) ([]model.Change, error) {
			return b.Judge(v, a, level(2))
		},
		"level": func(b *model.Book, v model.Voice, a model.AreaID) ([]model.Change, error) {
			return b.GiveLevel(v, a, 2)
		},
		"take off": (*model.Book).TakeOff,
		"flag": func(b *model.Book, v model.Voice, a model.AreaID) ([]model.Change, error) {
			return b.SetFlag(v, a, true)
		},
		"confidence": func(b *model.Book, v model.Voice, a model.AreaID) ([]model.Change, error) {
			return b.SetConfidence(v, a, model.Low)
		},
		"direction": func(b *model.Book, v model.Voice, a model.AreaID) ([]model.Change, error) {
			return b.SetDirection(v, a, model.Steady)
		},
	} {
		t.Run(name, func(t *testing.T) {
			d := newDesk(t, "amy")
			_, err := rule(d.book, amy, nobody)
			wantErr(t, err, model.ErrNotFound)
			_, err = rule(d.book, model.Voice{Person: "amy", Role: "boss"}, "1.1")
			wantField(t, err, "role", "Role must be self, reviewer or agreed")
			if name != "judge" && name != "level" {
				d.do(d.book.GiveLevel(amy, "1.1", 2))
			}
			d.do(rule(d.book, amy, "1.1"))
			_, err = rule(d.book, amy, "1.1")
			wantErr(t, err, model.ErrNothing)
		})
	}
	d := newDesk(t, "amy")
	_, err := d.book.Emphasise(nobody, model.Emphasis{})
	wantErr(t, err, model.ErrNotFound)
}

func TestJudgementsTakeEffect(t *testing.T) {
	d := newDesk(t, "amy")
	by := func() model.Opinion {
		j, _ := d.book.Evaluation().Area("1.1").By(d.self())
		return j.Opinion
	}
	d.do(d.book.GiveLevel(d.self(), "1.1", 2))
	if got := by(); got != (model.Opinion{State: model.Rated, Level: 2, Confidence: model.Medium}) {
		t.Fatalf("got %+v, want level 2 with medium confidence", got)
	}
	d.do(d.book.SetConfidence(d.self(), "1.1", model.Low))
	d.do(d.book.SetDirection(d.self(), "1.1", model.Slipping))
	d.do(d.book.GiveLevel(d.self(), "1.1", 3))
	if got := by(); got != (model.Opinion{State: model.Rated, Level: 3, Confidence: model.Low, Direction: model.Slipping}) {
		t.Fatalf("got %+v, want the confidence and direction kept", got)
	}
	d.do(d.book.Judge(d.self(), "1.1", model.Opinion{State: model.NotApplicable, Level: 3, Confidence: model.High, Direction: model.Steady, Reason: " No\tsixth  form "}))
	if got := by(); got != (model.Opinion{State: model.NotApplicable, Reason: "No sixth form"}) {
		t.Fatalf("got %+v, want not applicable with nothing but its reason", got)
	}
	_, err := d.book.SetConfidence(d.self(), "1.1", model.Low)
	wantField(t, err, "level", "Choose a level first")
	_, err = d.book.SetDirection(d.self(), "1.2", model.Steady)
	wantField(t, err, "level", "Choose a level first")
	d.do(d.book.GiveLevel(d.self(), "1.1", 1))
	if got := by(); got != (model.Opinion{State: model.Rated, Level: 1, Confidence: model.Medium}) {
		t.Fatalf("got %+v, want nothing kept from not applicable", got)
	}
	d.do(d.book.TakeOff(d.self(), "1.1"))
	if _, ok := d.book.Evaluation().Area("1.1").By(d.self()); ok {
		t.Fatalf("the judgement still stands")
	}
}

func TestVoicesOfAnArea(t *testing.T) {
	d := newDesk(t, "amy")
	rev := model.Voice{Person: "rev", Role: model.Reviewer}
	standing := func() model.Level { j, _ := d.book.Evaluation().Area("1.1").Standing(); return j.Level }
	says := func(p model.PersonID) model.Level {
		j, _ := d.book.Evaluation().Area("1.1").SchoolSays(p)
		return j.Level
	}
	if _, ok := d.book.Evaluation().Area("1.1").Standing(); ok || says("amy") != 0 {
		t.Fatalf("an area nobody judged says something")
	}
	d.do(d.book.GiveLevel(d.self(), "1.1", 2))
	d.do(d.book.GiveLevel(model.Voice{Person: "zed", Role: model.Self}, "1.1", 3))
	if standing() != 2 || says("amy") != 2 || says("zed") != 3 || says("new") != 2 {
		t.Fatalf("standing %d, amy %d, zed %d, new %d", standing(), says("amy"), says("zed"), says("new"))
	}
	d.do(d.book.GiveLevel(rev, "1.1", 1))
	if standing() != 1 || says("amy") != 2 {
		t.Fatalf("standing %d, school %d; the reviewer is remembered but does not replace the school", standing(), says("amy"))
	}
	d.do(d.book.GiveLevel(model.Voice{Person: "rev", Role: model.Agreed}, "1.1", 4))
	if standing() != 4 || says("amy") != 4 {
		t.Fatalf("standing %d, school %d, want the agreed 4", standing(), says("amy"))
	}
	if _, ok := d.book.Evaluation().Area("1.1").By(d.agreed()); !ok {
		t.Fatalf("the agreed judgement does not belong to everybody")
	}
	if got := d.book.Evaluation().Area("1.1").InRole(model.Self); len(got) != 2 {
		t.Fatalf("got %+v, want both of the school’s", got)
	}
}

func TestFlags(t *testing.T) {
	d := newDesk(t, "amy")
	_, err := d.book.SetFlag(d.self(), "1.1", false)
	wantErr(t, err, model.ErrNothing)
	d.do(d.book.SetFlag(d.self(), "1.1", true))
	d.do(d.book.SetFlag(model.Voice{Person: "bob", Role: model.Self}, "1.1", true))
	if s := d.book.Evaluation().Area("1.1"); !s.Flagged() || len(s.Flags) != 2 {
		t.Fatalf("got %v, want both flags", s.Flags)
	}
	d.do(d.book.SetFlag(d.self(), "1.1", false))
	if s := d.book.Evaluation().Area("1.1"); !s.Flagged() || len(s.Flags) != 1 {
		t.Fatalf("got %v, want the flag of the other alone", s.Flags)
	}
}

func TestNoteRefusals(t *testing.T) {
	d := newDesk(t, "amy")
	for _, c := range []struct {
		note           model.NoteText
		field, problem string
	}{
		{model.NoteText{}, "note", "Enter what you saw, heard or read"},
		{model.NoteText{Text: " \n\t\u200b\x1b[31m "}, "note", "Enter what you saw, heard or read"},
		{model.NoteText{Text: strings.Repeat("é", model.LongestNote+1)}, "note", "A note must be 20,000 characters or fewer. Split it into several notes"},
		{model.NoteText{Text: "x", Area: nobody}, "area", "There is no area 9.9 in this rubric"},
		{model.NoteText{Text: "x", Kind: "hearsay"}, "kind", "Kind must be lesson-visit, pupils-work, pupil-voice, data, families or other"},
	} {
		_, err := d.book.WriteNote(d.self(), "n", c.note)
		wantField(t, err, c.field, c.problem)
	}
	_, err := d.book.WriteNote(model.Voice{Person: "amy"}, "n", model.NoteText{Text: "x"})
	wantField(t, err, "role", "Role must be self, reviewer or agreed")
	_, err = d.book.RemoveNote(model.Voice{Person: "amy"}, "n")
	wantField(t, err, "role", "Role must be self, reviewer or agreed")
	_, err = d.book.RemoveNote(d.self(), "never")
	wantErr(t, err, model.ErrNothing)
	d.do(d.book.WriteNote(d.self(), "n", model.NoteText{Text: strings.Repeat("é", model.LongestNote)}))
}

func TestNotesTakeEffect(t *testing.T) {
	d := newDesk(t, "amy")
	d.do(d.book.WriteNote(d.self(), "n2", model.NoteText{Area: "1.1", Text: "  Books\tshow\r\n  it\x1b[2J ", Kind: "Pupils' work", Source: " Book\nscrutiny ", Private: true}))
	d.do(d.book.WriteNote(d.self(), "n1", model.NoteText{Area: "1.1", Text: "Second"}))
	d.do(d.book.WriteNote(d.self(), "n3", model.NoteText{Text: "Of the whole school"}))
	e := d.book.Evaluation()
	got := e.Area("1.1").Notes
	want := model.NoteText{Area: "1.1", Text: "Books show\n  it", Kind: model.FromWork, Source: "Book scrutiny", Private: true}
	if len(got) != 2 || got[0].NoteText != want || got[0].ID != "n2" || got[1].ID != "n1" || got[0].Person != "amy" {
		t.Fatalf("got %+v", got)
	}
	if len(e.Notes) != 1 || e.Notes[0].ID != "n3" {
		t.Fatalf("got %+v, want the school’s note", e.Notes)
	}
	_, err := d.book.WriteNote(d.self(), "n1", model.NoteText{Area: "1.1", Text: " Second "})
	wantErr(t, err, model.ErrNothing)
	d.do(d.book.WriteNote(d.self(), "n1", model.NoteText{Area: "1.2", Text: "Moved"}))
	d.do(d.book.RemoveNote(d.self(), "n2"))
	e = d.book.Evaluation()
	if len(e.Area("1.1").Notes) != 0 || len(e.Area("1.2").Notes) != 1 {
		t.Fatalf("got %+v and %+v", e.Area("1.1").Notes, e.Area("1.2").Notes)
	}
}

func TestParseNoteKind(t *testing.T) {
	for _, k := range model.NoteKinds() {
		for _, typed := range []string{string(k), k.Words(), " " + strings.ToUpper(string(k)) + " ", strings.ReplaceAll(k.Words(), "’", "'")} {
			if got, err := model.ParseNoteKind(typed); err != nil || got != k {
				t.Errorf("%q: got %q, %v, want %q", typed, got, err, k)
			}
		}
	}
	if _, err := model.ParseNoteKind(""); err == nil {
		t.Errorf("an empty kind was read")
	}
}

func TestEmphasis(t *testing.T) {
	d := newDesk(t, "amy")
	for _, c := range []struct {
		m              model.Emphasis
		field, problem string
	}{
		{model.Emphasis{Importance: "huge"}, "importance", "Importance must be minor, normal or vital"},
		{model.Emphasis{Reach: "some"}, "reach", "Reach must be few, group, phase or everyone"},
		{model.Emphasis{Pinned: true, Excluded: true}, "pin", "An area can be pinned or set aside, not both"},
	} {
		_, err := d.book.Emphasise("1.1", c.m)
		wantField(t, err, c.field, c.problem)
	}
	_, err := d.book.Emphasise("1.1", model.Emphasis{})
	wantErr(t, err, model.ErrNothing)
	d.do(d.book.Emphasise("1.1", model.Emphasis{Excluded: true, Reason: " Next\nyear ", Revisit: "summer "}))
	if got, want := d.book.Evaluation().Area("1.1").Emphasis, (model.Emphasis{Excluded: true, Reason: "Next year", Revisit: "summer"}); got != want {
		t.Fatalf("got %+v, want %+v", got, want)
	}
	d.do(d.book.Emphasise("1.1", model.Emphasis{}))
	for _, a := range rubric().Areas[:5] {
		d.do(d.book.Emphasise(a.ID, model.Emphasis{Pinned: true}))
	}
	var full *model.FullError
	if _, err := d.book.Emphasise("2.3", model.Emphasis{Pinned: true}); !errors.As(err, &full) || full.Have != 5 {
		t.Fatalf("got %v, want no sixth pin", err)
	}
	d.do(d.book.Emphasise("1.1", model.Emphasis{Pinned: true, Importance: model.Vital, Reach: model.APhase}))
}

func TestFinishAndReopen(t *testing.T) {
	d := newDesk(t, "amy")
	_, err := d.book.Finish()
	var incomplete *model.IncompleteError
	if !errors.As(err, &incomplete) || len(incomplete.Problems) != 6 || err.Error() != "6 areas need you before you finish" {
		t.Fatalf("got %v", err)
	}
	if got := incomplete.Problems[0].Problem; got != "1.1 Shared intent: choose a level, or mark it ‘not this time’" {
		t.Fatalf("got %q", got)
	}
	_, err = d.book.Reopen()
	wantErr(t, err, model.ErrNothing)
	for _, a := range rubric().Areas[:5] {
		d.do(d.book.GiveLevel(d.self(), a.ID, 3))
	}
	if _, err = d.book.Finish(); err == nil || err.Error() != "1 area needs you before you finish" {
		t.Fatalf("got %v", err)
	}
	d.do(d.book.Judge(d.self(), "2.3", model.Opinion{State: model.NoEvidence}))
	if got := d.book.Problems(); len(got) != 0 {
		t.Fatalf("got %v, want none: not enough evidence is an answer", got)
	}
	d.do(d.book.Finish())
	if e := d.book.Evaluation(); !e.Finished || e.FinishedAt != d.now {
		t.Fatalf("finished %v at %d", e.Finished, e.FinishedAt)
	}
	_, err = d.book.Finish()
	wantErr(t, err, model.ErrNothing)
	_, err = d.book.GiveLevel(d.self(), "1.1", 2)
	wantErr(t, err, model.ErrFinished)
	_, err = d.book.TakeOff(d.self(), "1.1")
	wantErr(t, err, model.ErrFinished)
	_, err = d.book.SetConfidence(d.self(), "1.1", model.Low)
	wantErr(t, err, model.ErrFinished)
	d.do(d.book.GiveLevel(model.Voice{Person: "rev", Role: model.Reviewer}, "1.1", 2))
	d.do(d.book.Judge(d.agreed(), "1.1", level(2)))
	d.do(d.book.WriteNote(d.self(), "n", model.NoteText{Text: "Still true"}))
	d.do(d.book.TakeOff(model.Voice{Person: "rev", Role: model.Reviewer}, "1.1"))
	d.do(d.book.Reopen())
	if d.book.Evaluation().Finished {
		t.Fatalf("still finished")
	}
	d.do(d.book.GiveLevel(d.self(), "1.1", 2))
}

func TestADeletedEvaluationWaitsToBeBroughtBack(t *testing.T) {
	d := newDesk(t, "amy")
	_, err := d.book.SetRemoved(false)
	wantErr(t, err, model.ErrNothing)
	d.do(d.book.AddPriority("p", model.PriorityText{Title: "Plan"}))
	d.do(d.book.SetRemoved(true))
	if e := d.book.Evaluation(); !e.Removed || e.RemovedAt != d.now {
		t.Fatalf("removed %v at %d", e.Removed, e.RemovedAt)
	}
	_, err = d.book.SetRemoved(true)
	wantErr(t, err, model.ErrNothing)
	for name, rule := range map[string]func() ([]model.Change, error){
		"level":    func() ([]model.Change, error) { return d.book.GiveLevel(d.self(), "1.1", 2) },
		"agreed":   func() ([]model.Change, error) { return d.book.Judge(d.agreed(), "1.1", level(2)) },
		"flag":     func() ([]model.Change, error) { return d.book.SetFlag(d.self(), "1.1", true) },
		"note":     func() ([]model.Change, error) { return d.book.WriteNote(d.self(), "n", model.NoteText{Text: "x"}) },
		"emphasis": func() ([]model.Change, error) { return d.book.Emphasise("1.1", model.Emphasis{Pinned: true}) },
		"priority": func() ([]model.Change, error) { return d.book.AddPriority("q", model.PriorityText{Title: "More"}) },
		"drop":     func() ([]model.Change, error) { return d.book.Drop("p") },
		"fewer":    func() ([]model.Change, error) { return d.book.ExplainFewer("One is enough") },
	} {
		if _, err := rule(); !errors.Is(err, model.ErrRemoved) {
			t.Errorf("%s: got %v, want ErrRemoved", name, err)
		}
	}
	d.undo()
	if d.book.Evaluation().Removed {
		t.Fatalf("undo did not bring it back")
	}
	d.redo()
	d.do(d.book.SetRemoved(false))
	d.do(d.book.GiveLevel(d.self(), "1.1", 2))
}

func TestProgressAndNextUnjudged(t *testing.T) {
	d := newDesk(t, "amy")
	count := func(want int) {
		t.Helper()
		if judged, of := d.book.Progress(); judged != want || of != 6 {
			t.Fatalf("got %d of %d, want %d of 6", judged, of, want)
		}
	}
	next := func(from, want model.AreaID) {
		t.Helper()
		if got, ok := d.book.NextUnjudged(d.self(), from); got != want || ok != (want != "") {
			t.Fatalf("after %q: got %q, %v, want %q", from, got, ok, want)
		}
	}
	count(0)
	next("", "1.1")
	next("1.1", "1.2")
	next("2.3", "1.1")
	next("not here", "1.1")
	d.do(d.book.GiveLevel(d.self(), "1.2", 2))
	d.do(d.book.Judge(d.self(), "1.3", model.Opinion{State: model.NotApplicable}))
	d.do(d.book.GiveLevel(model.Voice{Person: "rev", Role: model.Reviewer}, "2.1", 2))
	count(2)
	next("1.1", "2.1")
	d.do(d.book.Judge(d.agreed(), "2.2", level(2)))
	count(3)
	for _, a := range []model.AreaID{"2.1", "2.2", "2.3"} {
		d.do(d.book.GiveLevel(d.self(), a, 3))
	}
	next("2.3", "1.1")
	next("1.1", "1.1")
	d.do(d.book.GiveLevel(d.self(), "1.1", 3))
	count(6)
	next("1.1", "")
	next("", "")
}

func TestStrangeValuesFromElsewhereSayNothing(t *testing.T) {
	d := newDesk(t, "amy")
	before := picture(d.book.Evaluation())
	say := func(k model.EventKind, s model.Subject, r model.Role, value any) {
		d.sign(model.Act{}, []model.Change{{Evaluation: evaluation, Kind: k, Subject: s, Role: r, Value: value}})
	}
	for i, o := range []model.Opinion{level(0), level(-3), level(5), level(10), level(32), level(48), level(256), {State: "bogus"}, {}} {
		say(model.KindJudgement, model.Subject("self/area/1.1/judgement/p"+string(rune('a'+i))), model.Self, o)
	}
	say(model.KindJudgement, "boss/area/1.1/judgement/amy", "boss", level(2))
	say(model.KindJudgement, "self/area/1.1/judgement/text", model.Self, "three")
	say(model.KindJudgement, "self", model.Self, level(2))
	say(model.KindEmphasis, "school/area/1.1/emphasis", model.Self, model.Emphasis{Importance: "huge"})
	say(model.KindFlag, "self/area/1.1/flag/amy", model.Self, model.Flag{})
	say(model.KindNote, "self/note/n", model.Self, 7)
	say("a kind of tomorrow", "school/area/1.1/tomorrow", model.Self, "x")
	if after := picture(d.book.Evaluation()); after != before {
		t.Fatalf("values that cannot be changed the picture:\n%s\n%s", before, after)
	}
	if got := picture(model.FoldEvaluation(folded(t, d.log), evaluation)); !strings.HasSuffix(got, "row [0 0 0 0 0 0]\n") {
		t.Fatalf("a level that the scale does not have is in the row:\n%s", got)
	}
	if got := len(d.book.History()); got != 17 {
		t.Fatalf("the history shows %d acts, want 17 with the strange ones", got)
	}
}
