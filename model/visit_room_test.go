package model_test

import (
	"slices"
	"testing"

	"waymark/model"
)

func inRoom(t *testing.T) (d *desk, v model.Voice) {
	t.Helper()
	d, v = visitDay(t)
	d.do(d.book.SetRoom(v, theVisit, "r", model.RoomText{Subject: " Year 4  maths ", Phase: "primary", Place: "Room 9"}))
	return d, v
}

func (d *desk) room() model.Room {
	d.t.Helper()
	v, err := d.book.Visit(theVisit)
	if err != nil || len(v.Rooms) != 1 {
		d.t.Fatalf("%v %+v", err, v.Rooms)
	}
	return v.Rooms[0]
}

func TestATeacherIsACodeAndNeverAName(t *testing.T) {
	d, v := inRoom(t)
	for typed, want := range map[string]string{"": "", "T7": "T7", " t7 ": "T7", "abc-1234": "ABC-1234", "T-7": "T-7"} {
		d.try(d.book.SetRoom(v, theVisit, "r", model.RoomText{Subject: "Art", Teacher: typed}))
		if got := d.room().Teacher; got != want {
			t.Errorf("%q became %q", typed, got)
		}
	}
	for _, typed := range []string{"Mr Smith", "Smith", "A. Khan", "7", "T", "T12345", "Jane1", "T7 Smith", "T7\nSmith", "Ö7", "7T"} {
		_, err := d.book.SetRoom(v, theVisit, "r", model.RoomText{Teacher: typed})
		wantField(t, err, "teacher", "Use a code such as T7 for the teacher. Leave names out")
	}
}

func TestARoomIsRefused(t *testing.T) {
	d, v := inRoom(t)
	_, err := d.book.SetRoom(v, theVisit, "r", model.RoomText{Minutes: -1})
	wantField(t, err, "minutes", "Minutes must be from 0 to 180")
	_, err = d.book.SetRoom(v, theVisit, "r", model.RoomText{Minutes: 181})
	wantField(t, err, "minutes", "Minutes must be from 0 to 180")
	_, err = d.book.SetRoom(v, theVisit, "r", model.RoomText{Phase: "juniors"})
	wantField(t, err, "phase", "Phase must be early, primary, secondary, post-16 or special")
	for name, rule := range map[string]func() ([]model.Change, error){
		"watch": func() ([]model.Change, error) { return d.book.Watch(v, theVisit, "q", model.Watching{Role: "x"}) },
		"observe": func() ([]model.Change, error) {
			return d.book.Observe(v, theVisit, "q", checklist(), "1.s1", model.Observation{Answer: "seen"})
		},
		"item": func() ([]model.Change, error) {
			return d.book.Observe(v, theVisit, "r", checklist(), "9.s9", model.Observation{Answer: "seen"})
		},
		"remove": func() ([]model.Change, error) { return d.book.RemoveRoom(v, theVisit, "q") },
	} {
		if _, err := rule(); err == nil {
			t.Errorf("%s was done", name)
		}
	}
}

func TestARoomIsKnownByWhatIsTaughtThere(t *testing.T) {
	d, v := inRoom(t)
	if got := d.room().Name(); got != "Year 4 maths, primary, Room 9" {
		t.Errorf("%q", got)
	}
	for want, text := range map[string]model.RoomText{"Room": {}, "Hall": {Place: "Hall"}, "Art": {Subject: "Art"}} {
		if got := text.Name(); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
	d.do(d.book.RemoveRoom(v, theVisit, "r"))
	if visit, _ := d.book.Visit(theVisit); len(visit.Rooms) != 0 {
		t.Fatalf("%+v", visit.Rooms)
	}
	d.undo()
	if got := d.room().Subject; got != "Year 4 maths" {
		t.Errorf("%q", got)
	}
}

func TestTwoObserversAnswerForThemselves(t *testing.T) {
	d, v := inRoom(t)
	other := model.Voice{Person: "another", Role: model.Reviewer}
	three := 3
	see := func(w model.Voice, item model.ItemID, o model.Observation) {
		d.do(d.book.Observe(w, theVisit, "r", checklist(), item, o))
	}
	see(v, "1.s1", model.Observation{Answer: "seen", Pupils: &three, Note: " Every  book "})
	see(other, "1.s1", model.Observation{Answer: "not seen"})
	see(other, "1.s2", model.Observation{Answer: "partly"})
	d.do(d.book.Watch(v, theVisit, "r", model.Watching{Role: "lead", Position: "back"}))
	d.do(d.book.Watch(other, theVisit, "r", model.Watching{Role: "pupils"}))
	r := d.room()
	if o, ok := r.By("visitor", "1.s1"); !ok || o.Answer != "seen" || *o.Pupils != 3 || o.Note != "Every book" {
		t.Errorf("%+v", o)
	}
	if o, ok := r.By("another", "1.s1"); !ok || o.Answer != "not seen" || o.Pupils != nil {
		t.Errorf("%+v", o)
	}
	if got := r.Observers(); !slices.Equal(got, []model.PersonID{"another", "visitor"}) || len(r.Watchers) != 2 || r.Watchers[0].Person != "another" {
		t.Errorf("%v %+v", got, r.Watchers)
	}
	see(other, "1.s1", model.Observation{})
	if _, ok := d.room().By("another", "1.s1"); ok {
		t.Error("taken back, and still there")
	}
	four, less := 4, -1
	for _, o := range []model.Observation{{Answer: "seen", Pupils: &four}, {Answer: "seen", Pupils: &less}} {
		_, err := d.book.Observe(v, theVisit, "r", checklist(), "1.s1", o)
		wantField(t, err, "pupils", "Pupils must be from 0 to 3")
	}
	_, err := d.book.Observe(v, theVisit, "r", checklist(), "1.s1", model.Observation{Answer: "great"})
	wantField(t, err, "answer", "Answer must be one of those on the checklist")
	_, err = d.book.Observe(v, theVisit, "r", checklist(), "1.s1", model.Observation{Answer: "seen", Pupils: &three, Note: "Every book"})
	wantErr(t, err, model.ErrNothing)
}

// A machine whose clock was never set enters rooms too.
func TestARoomEnteredAtNoTimeIsThere(t *testing.T) {
	d, v := visitDay(t)
	d.now = -1000
	d.do(d.book.SetRoom(v, theVisit, "r", model.RoomText{Subject: "Art"}))
	if r := d.room(); r.Subject != "Art" || r.At != 0 {
		t.Fatalf("%+v", r)
	}
}
