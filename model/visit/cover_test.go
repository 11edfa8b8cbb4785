package visit_test

import (
	"reflect"
	"slices"
	"testing"

	"waymark/model"
	"waymark/model/visit"
)

// looked is an evaluation with a visit on six areas, at three stops.
func looked(t *testing.T) *evaluated {
	t.Helper()
	d := newEvaluated(t, madeUp(10))
	d.begin(areaIDs(d.book.Rubric())[:6]...)
	areas := map[model.SlotID][]model.AreaID{"1-2": {"1.1", "1.2"}, "1-3": {"1.3"}, "1-4": {"1.4", "1.5"}, "1-5": nil, "1-7": {"1.1", "2.1"}}
	for _, s := range d.visit().Slots {
		s.Areas = areas[s.ID]
		if _, ok := areas[s.ID]; ok {
			d.try(d.book.SetSlot(leadVoice(), dayVisit, s.ID, s.Stop))
		}
	}
	return d
}

func (d *evaluated) see(v model.Voice, a model.AreaID) {
	d.t.Helper()
	d.note(v, model.NoteText{Area: a, Text: "Seen here.", Seen: model.Seen{Visit: dayVisit}})
}

func TestCover(t *testing.T) {
	d := looked(t)
	d.see(leadVoice(), "1.1")
	d.see(model.Voice{Person: adeyemi, Role: model.Reviewer}, "1.3")
	d.note(headVoice(), model.NoteText{Area: "1.2", Text: "Seen another day."})
	d.see(headVoice(), "1.4") // not on the visit
	d.see(leadVoice(), "2.2") // not in focus

	c := visit.Cover(d.book.Evaluation(), d.visit(), "1-3")
	if got, want := c.Words(), "2 of 6 focus areas have evidence"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	if !slices.Equal(c.Thin, []model.AreaID{"1.2", "1.4", "1.5", "2.1"}) {
		t.Errorf("thin: %v", c.Thin)
	}
	want := map[model.AreaID]model.SlotID{"1.2": "1-7", "1.4": "1-4", "1.5": "1-4", "2.1": "1-7"}
	if !reflect.DeepEqual(c.Next, want) {
		t.Errorf("next: %v, want %v", c.Next, want)
	}
	if got, want := c.ThinWords(), "1.4 1.5 have no notes yet. The next chance is 10:45."; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestThinWords(t *testing.T) {
	d := looked(t)
	for _, a := range []model.AreaID{"1.1", "1.2", "1.3"} {
		d.see(leadVoice(), a)
	}
	words := func(from model.SlotID) string { return visit.Cover(d.book.Evaluation(), d.visit(), from).ThinWords() }
	for from, want := range map[model.SlotID]string{
		"":    "1.4 1.5 have no notes yet. The next chance is 10:45.",
		"1-4": "1.4 1.5 have no notes yet. The next chance is now.",
		"1-5": "2.1 has no notes yet. The next chance is 13:00.",
		"1-8": "1.4 1.5 2.1 have no notes yet. No stop left looks there.",
	} {
		if got := words(from); got != want {
			t.Errorf("from %q: got %q, want %q", from, got, want)
		}
	}
	for _, a := range []model.AreaID{"1.4", "1.5", "2.1"} {
		d.see(leadVoice(), a)
	}
	if got := words("1-4"); got != "Every focus area has a note." {
		t.Errorf("got %q", got)
	}
}

func TestALaterDayIsNamed(t *testing.T) {
	d := newEvaluated(t, madeUp(5))
	v := model.Visit{ID: dayVisit, Focus: []model.AreaID{"1.1"}, Slots: []model.Slot{
		{ID: "1-1", Stop: model.Stop{Day: 1, Start: 540, Minutes: 30, Kind: model.SlotWalk}},
		{ID: "2-1", Stop: model.Stop{Day: 2, Start: 540, Minutes: 30, Kind: model.SlotPupils, Areas: []model.AreaID{"1.1"}}},
	}}
	if got, want := visit.Cover(d.book.Evaluation(), v, "1-1").ThinWords(), "1.1 has no notes yet. The next chance is 09:00 on day 2."; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	v.Slots[1].Dropped = true
	if c := visit.Cover(d.book.Evaluation(), v, "1-1"); len(c.Next) != 0 {
		t.Errorf("a stop that is left out is no chance: %v", c.Next)
	}
	v.Slots[1].Areas = nil // never planned anywhere
	if c := visit.Cover(d.book.Evaluation(), v, "1-1"); c.Next["1.1"] != "1-1" || c.Words() != "0 of 1 focus area has evidence" {
		t.Errorf("got %v, %q", c.Next, c.Words())
	}
}

func TestUntidy(t *testing.T) {
	d := looked(t)
	here := model.Seen{Visit: dayVisit}
	d.note(leadVoice(), model.NoteText{Text: "Half a sentence", Seen: here})
	d.note(leadVoice(), model.NoteText{Text: "Of an area", Area: "1.1", Seen: here})
	d.note(leadVoice(), model.NoteText{Text: "Of the school", Seen: model.Seen{Visit: dayVisit, General: true}})
	d.note(leadVoice(), model.NoteText{Text: "Not of the visit"})
	d.note(model.Voice{Person: adeyemi, Role: model.Reviewer}, model.NoteText{Text: "A colleague’s", Seen: here})
	got := visit.Untidy(d.book.Evaluation(), d.visit(), okafor)
	if len(got) != 1 || got[0].Text != "Half a sentence" {
		t.Errorf("got %+v", got)
	}
}
