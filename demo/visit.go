package demo

import (
	"slices"
	"strings"
	"time"

	"waymark/model"
)

// Visits and their people. Nobody is real.
const (
	LastVisit model.VisitID  = "example-visit-1" // of last year: finished
	ThisVisit model.VisitID  = "example-visit-2" // of this year: the first of two days is over
	Observer  model.PersonID = "example-observer"
)

// line is a note as somebody types it on a visit, with its marks in front.
type line struct {
	slot    model.SlotID
	at      string
	typed   string
	private bool
	general bool // looked at again: it belongs to no area
}

// said is one area as a visit ended: what the reviewer gave, and what both
// agreed and why, 0 where they did not agree or have not talked yet.
type said struct {
	area   model.AreaID
	level  model.Level // 0 for not enough evidence to say
	agreed model.Level
	why    string
}

// dayOf is the weekday on or before day: nobody visits a school on a Sunday.
func dayOf(day time.Time) time.Time {
	for day.Weekday() == time.Saturday || day.Weekday() == time.Sunday {
		day = day.AddDate(0, 0, -1)
	}
	return day
}

// at goes on at a time of the present day, so that the next act is then, or
// at once when it is later already.
func (w *writer) at(clock string) {
	minutes, err := model.ParseClock(clock)
	if err != nil && w.fail == nil {
		w.fail = err
	}
	when := w.now.Truncate(24 * time.Hour).Add(time.Duration(minutes)*time.Minute - w.takes)
	if when.After(w.now) {
		w.now = when
	}
}

// plan begins a visit on day: who comes, what it looks at and its stops.
func (w *writer) plan(id model.VisitID, day time.Time, template string, focus []model.AreaID, slots []model.Slot) {
	lead := voice(Reviewer, model.Reviewer)
	w.do(lead, func(b *model.Book, v model.Voice) ([]model.Change, error) {
		return b.StartVisit(v, id, model.Visiting{Date: day.Format(time.DateOnly), Lead: Reviewer, Template: template, Checklist: w.list.Hash()})
	})
	w.do(lead, func(b *model.Book, v model.Voice) ([]model.Change, error) { return b.SetFocus(v, id, focus) })
	w.do(lead, func(b *model.Book, v model.Voice) ([]model.Change, error) { return b.SetSlots(v, id, slots) })
	w.do(lead, func(b *model.Book, v model.Voice) ([]model.Change, error) {
		return b.SetTeam(v, id, []model.Member{{Person: Observer, Role: "pupil-watcher", Position: "front-corner"}})
	})
}

// emphasise is what the school asks the visit to look at.
func (w *writer) emphasise(id model.VisitID, text string, areas ...model.AreaID) {
	w.do(voice(Head, model.Self), func(b *model.Book, v model.Voice) ([]model.Change, error) {
		return b.SetVisitEmphasis(v, id, model.VisitEmphasis{Areas: areas, Text: text})
	})
}

// walk goes from stop to stop, and takes notes and looks into rooms on the way.
func (w *writer) walk(id model.VisitID, slots []model.Slot, lines []line, rooms []seen) {
	for _, s := range slots {
		w.at(model.Clock(s.Start + 1))
		w.do(voice(Reviewer, model.Reviewer), func(b *model.Book, v model.Voice) ([]model.Change, error) { return b.GoTo(v, id, s.ID) })
		for _, r := range rooms {
			if r.Slot == s.ID {
				lines = w.takeUntil(id, s, lines, r.at)
				w.look(id, r)
			}
		}
		lines = w.takeUntil(id, s, lines, model.Clock(s.End()))
	}
}

// takeUntil files the lines of a stop up to a time, and gives back the others.
func (w *writer) takeUntil(id model.VisitID, s model.Slot, lines []line, until string) []line {
	return slices.DeleteFunc(lines, func(n line) bool {
		if n.slot != s.ID || n.at > until {
			return false
		}
		w.at(n.at)
		w.take(id, s, n)
		return true
	})
}

// noted is a note that was filed, by what was typed.
type noted struct {
	typed string
	id    model.NoteID
}

// take files one line at a stop, as the capture line does.
func (w *writer) take(id model.VisitID, s model.Slot, n line) {
	note := model.ParseLine(n.typed, w.rubric)
	note.Private = n.private
	note.Visit, note.Slot, note.Fact, note.General = id, s.ID, s.Kind.Fact(), n.general
	key := model.NoteID(w.newID())
	w.noted = append(w.noted, noted{n.typed, key})
	w.do(voice(Reviewer, model.Reviewer), func(b *model.Book, v model.Voice) ([]model.Change, error) { return b.WriteNote(v, key, note) })
}

// claim writes down what the school said at the start, and how it looked later.
func (w *writer) claim(id model.VisitID, key model.ClaimID, c model.ClaimText) {
	w.do(voice(Reviewer, model.Reviewer), func(b *model.Book, v model.Voice) ([]model.Change, error) { return b.SetClaim(v, id, key, c) })
}

// give is the reviewer's own judgement of areas, before the school's is seen.
func (w *writer) give(all []said) {
	for _, s := range all {
		o := model.Opinion{State: model.Rated, Level: s.level}
		if s.level == 0 {
			o = model.Opinion{State: model.NoEvidence}
		}
		w.do(voice(Reviewer, model.Reviewer), func(b *model.Book, v model.Voice) ([]model.Change, error) { return b.Judge(v, s.area, o) })
	}
}

// settle agrees the areas that both sides have talked about: at once where they
// gave the same, one by one with the reason where they did not.
func (w *writer) settle(id model.VisitID, all []said) {
	lead := voice(Reviewer, model.Reviewer)
	var same []model.AreaID
	for _, s := range all {
		if s.agreed > 0 && s.why == "" {
			same = append(same, s.area)
		}
	}
	if len(same) > 0 {
		w.do(lead, func(b *model.Book, v model.Voice) ([]model.Change, error) { return b.AgreeAll(v, id, same) })
	}
	for _, s := range all {
		if s.agreed > 0 && s.why != "" {
			w.do(lead, func(b *model.Book, v model.Voice) ([]model.Change, error) {
				return b.Agree(v, id, s.area, s.agreed, s.why)
			})
		}
	}
}

// leave is one point of what a visit leaves behind, with the notes it rests on.
type leave struct {
	kind    model.PointKind
	area    model.AreaID
	text    string
	lead    string
	viewers string
	from    []string // as they were typed
}

func (w *writer) points(id model.VisitID, all []leave) {
	for _, p := range all {
		text := model.PointText{Kind: p.kind, Text: p.text, Area: p.area, Lead: p.lead, Viewers: p.viewers, Consent: p.viewers != ""}
		for _, n := range w.noted {
			if slices.ContainsFunc(p.from, func(part string) bool { return strings.Contains(n.typed, part) }) {
				text.Notes = append(text.Notes, n.id)
			}
		}
		key := model.PointID(w.newID())
		w.do(voice(Reviewer, model.Reviewer), func(b *model.Book, v model.Voice) ([]model.Change, error) { return b.SetPoint(v, id, key, text) })
	}
}
