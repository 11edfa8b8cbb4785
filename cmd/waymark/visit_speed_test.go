//go:build !windows

package main

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"waymark/model"
	"waymark/model/visit"
	"waymark/rubrics"
	"waymark/ui/env"
	"waymark/ui/nav"
	"waymark/ui/uitest"
)

// fullVisit is the app at the end of a full day: 60 notes, 22 areas judged, and
// 12 rooms in which two observers answered 20 lines each.
func fullVisit(t testing.TB, at nav.Route) *uitest.Driver {
	t.Helper()
	d := uitest.NewEnv(t).Begin()
	day, b, me := visitDay(), d.Env.Desk.Book, d.Env.Desk.Voice
	for _, a := range b.Rubric().Areas {
		d.Do(b.GiveLevel(me, a.ID, day.Own[a.ID]))
	}
	list, err := rubrics.Load("lesson-visit")
	if err != nil {
		t.Fatal(err)
	}
	d.Env.Checklists = map[string]model.Rubric{list.Hash(): list}
	slots, err := visit.Plan("one-day", day.Focus, b.Rubric(), visit.Options{})
	if err != nil {
		t.Fatal(err)
	}
	id, lead := uitest.VisitID, blindReviewer()
	d.Do([]model.Change{model.NamePerson(model.Person{ID: lead.Person, Name: "R. Okafor"}, nil), model.NamePerson(model.Person{ID: "shah", Name: "A. Shah"}, nil)}, nil)
	d.Do(b.StartVisit(lead, id, model.Visiting{Date: day.Date, Lead: lead.Person, Template: "one-day", Checklist: list.Hash(), Questions: []string{"What would you show us first?"}}))
	d.Do(b.SetFocus(lead, id, day.Focus))
	d.Do(b.SetSlots(lead, id, slots))
	d.Do(b.SetTeam(lead, id, []model.Member{{Person: "shah"}}))
	d.Do(b.GoTo(lead, id, "1-2"))
	fullNotes(d, day)
	fullRooms(d, list)
	for _, l := range day.Judged {
		d.Do(b.GiveLevel(lead, l.Area, l.Level))
	}
	d.Env.Enter(env.Visiting{Visit: id, Voice: lead})
	return d.Run(opener(d.Env), at, 120, 40)
}

func fullNotes(d *uitest.Driver, day aDay) {
	b := d.Env.Desk.Book
	for _, stop := range day.Stops {
		for i, line := range stop.Lines {
			n := model.ParseLine(line, b.Rubric())
			n.Visit, n.Slot = uitest.VisitID, stop.ID
			d.Do(b.WriteNote(blindReviewer(), model.NoteID(fmt.Sprint("note-", stop.ID, "-", i)), n))
		}
	}
}

func fullRooms(d *uitest.Driver, list model.Rubric) {
	b, id := d.Env.Desk.Book, uitest.VisitID
	phases := model.Phases()
	for i := range 12 {
		room := model.RoomID(fmt.Sprint("room-", i))
		d.Do(b.SetRoom(blindReviewer(), id, room, model.RoomText{Slot: "1-2", Phase: phases[i%len(phases)], Subject: "maths", Minutes: 10}))
		for _, person := range []model.PersonID{uitest.Reviewer, "shah"} {
			v := model.Voice{Person: person, Role: model.Reviewer}
			for j, item := range list.Items() {
				o := model.Observation{Answer: []string{"seen", "partly", "not seen"}[(i+j)%3]}
				d.Do(b.Observe(v, id, room, list, item.ID, o))
			}
		}
	}
}

// fullPlaces are what people do on a full day: where, what must be there, and
// the keys that are pressed over and over.
func fullPlaces() map[string]struct {
	at   nav.Route
	says string
	keys []string
} {
	type place = struct {
		at   nav.Route
		says string
		keys []string
	}
	return map[string]place{
		"agenda":    {nav.Agenda{}, "Learning walk", []string{"a", "b", "down", "backspace", "backspace", "up"}},
		"filing":    {nav.Capture{Slot: "1-2"}, "09:30", []string{"o", "k", "enter"}},
		"judging":   {nav.VisitJudge{Area: "1.1"}, "1.1", []string{"3", "]", "2", "["}},
		"agreeing":  {nav.Agree{}, "to agree", []string{"]", "1", "2", "["}},
		"points":    {nav.Points{}, "Strengths", []string{"down", "up"}},
		"sign-off":  {nav.SignOff{}, "Sign off", []string{"down", "up"}},
		"rooms":     {nav.Rooms{}, "12 rooms", []string{"down", "up"}},
		"sheet":     {nav.Sheet{Room: "room-3"}, "20 of 20", []string{"1", "2", "up", "up"}},
		"synthesis": {nav.Synthesis{}, "rooms", []string{"down", "tab", "up"}},
		"changed":   {nav.Changed{}, "closed", []string{"down", "up"}},
		"lean":      {nav.Lean{}, "levels", []string{"down", "up"}},
	}
}

// TestAFullVisitIsDrawn holds the benchmarks to places that are there.
func TestAFullVisitIsDrawn(t *testing.T) {
	for name, place := range fullPlaces() {
		t.Run(name, func(t *testing.T) {
			d := fullVisit(t, place.at)
			d.Exact().See(place.says)
			d.Press(place.keys...)
			d.Exact()
			if v, ok := d.Env.Visit(); !ok || len(v.Rooms) != 12 || len(d.Env.Desk.Book.Evaluation().VisitNotes(v.ID)) < 60 {
				t.Errorf("%d rooms", len(v.Rooms))
			}
		})
	}
}

// BenchmarkVisit is what one key costs on a full day, with the frame that
// answers it and the record that it writes.
func BenchmarkVisit(b *testing.B) {
	for name, place := range fullPlaces() {
		b.Run(name, func(b *testing.B) {
			d := fullVisit(b, place.at)
			_ = d.App.View()
			i, all := 0, []time.Duration(nil)
			for b.Loop() {
				began := time.Now()
				d.Press(place.keys[i%len(place.keys)])
				_ = d.App.View()
				all = append(all, time.Since(began))
				i++
				if i%300 == 0 { // nobody files a hundred notes more on one day
					b.StopTimer()
					d = fullVisit(b, place.at)
					_ = d.App.View()
					b.StartTimer()
				}
			}
			b.ReportMetric(dearest(all, len(place.keys)), "ms/key")
		})
	}
}

// dearest is what the dearest of the keys costs, the median of its presses.
func dearest(all []time.Duration, keys int) float64 {
	worst := time.Duration(0)
	for k := range min(keys, len(all)) {
		var one []time.Duration
		for i := k; i < len(all); i += keys {
			one = append(one, all[i])
		}
		slices.Sort(one)
		worst = max(worst, one[len(one)/2])
	}
	return float64(worst) / float64(time.Millisecond)
}

// BenchmarkVisitPlace is what opening a place costs, with its first frame.
func BenchmarkVisitPlace(b *testing.B) {
	for name, place := range fullPlaces() {
		b.Run(name, func(b *testing.B) {
			d := fullVisit(b, nav.Agenda{})
			for i := 0; b.Loop(); i++ { // after a level has changed, as when somebody has been at work
				b.StopTimer()
				d.Do(d.Env.Desk.Book.GiveLevel(blindReviewer(), "1.1", model.Level(1+i%4)))
				b.StartTimer()
				d.Env.Nav.Push(place.at)
				d.Send(struct{}{})
				_ = d.App.View()
			}
		})
	}
}
