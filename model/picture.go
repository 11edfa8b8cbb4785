package model

import (
	"cmp"
	"encoding/json"
	"slices"
	"strings"

	"waymark/model/arrange"
)

// sketch is the picture of an evaluation while it is being drawn.
type sketch struct{ Evaluation }

// pictureOf interprets the heads of one evaluation, judged on levels up to top.
func pictureOf(f *Fold, id EvaluationID, top Level) Evaluation {
	e := sketch{Evaluation{ID: id, top: top, areas: map[AreaID]*AreaState{}}}
	if m := f.moves[id]; m.From != "" {
		e.Moved = &m
	}
	for _, s := range f.subjects(id) {
		for i, c := range f.choices(id, s) {
			e.take(c, i == 0)
		}
	}
	arrange.By(e.Notes, compareNotes)
	e.tidyVisits()
	e.tidyMeetings()
	for _, a := range e.areas {
		e.foremost(a)
		arrange.By(a.Judgements, func(x, y Judgement) int {
			return cmp.Or(cmp.Compare(x.Role, y.Role), cmp.Compare(x.Person, y.Person))
		})
		arrange.By(a.Notes, compareNotes)
		slices.Sort(a.Flags)
		a.Reread = a.rereads()
	}
	arrange.By(e.Priorities, func(x, y Priority) int {
		return cmp.Or(cmp.Compare(x.Place, y.Place), cmp.Compare(x.ID, y.ID))
	})
	return e.Evaluation
}

// foremost leaves one agreed answer in front: that of the last visit that has
// one, by its day and never by a clock, else what the school agreed among itself.
func (e *sketch) foremost(a *AreaState) {
	front, day := VisitID(""), ""
	for _, j := range a.Judgements {
		if j.Role != Agreed || j.Visit == "" {
			continue
		}
		if on := e.dayOf(j.Visit); front == "" || cmp.Or(cmp.Compare(on, day), cmp.Compare(j.Visit, front)) > 0 {
			front, day = j.Visit, on
		}
	}
	if front == "" {
		return
	}
	a.Judgements = slices.DeleteFunc(a.Judgements, func(j Judgement) bool {
		behind := j.Role == Agreed && j.Visit != front
		if behind && j.Visit == "" {
			a.Behind = append(a.Behind, j)
		}
		return behind
	})
}

func (e *sketch) dayOf(id VisitID) string {
	i := slices.IndexFunc(e.Visits, func(v Visit) bool { return v.ID == id })
	if i < 0 {
		return "" // its start is not here yet
	}
	return e.Visits[i].Date
}

func compareNotes(x, y Note) int {
	return cmp.Or(cmp.Compare(x.At, y.At), cmp.Compare(x.ID, y.ID))
}

func (e *sketch) area(id AreaID) *AreaState {
	if e.areas[id] == nil {
		e.areas[id] = &AreaState{ID: id}
	}
	return e.areas[id]
}

// take reads one choice into the picture; first says that no other choice of
// its subject was read before. A value that cannot be, or whose kind is
// unknown, says nothing: it stays in the log and in the history.
func (e *sketch) take(c choice, first bool) {
	switch c.Kind {
	case KindStart:
		var s Start
		if first && read(c, &s) {
			e.Start, e.School, e.StartedAt = s, c.School, c.since
		}
	case KindStatus:
		var s Status
		if read(c, &s) && s.Finished {
			e.Finished, e.FinishedAt = true, c.since
		}
	case KindRemoval:
		var r Removal
		if read(c, &r) && r.Removed && !c.contested { // in doubt it stays where people find it
			e.Removed, e.RemovedAt = true, c.since
		}
	case KindFewer:
		var f Fewer
		if read(c, &f) {
			e.Fewer = strings.TrimPrefix(e.Fewer+"; "+f.Reason, "; ")
		}
	case KindPriority:
		p := Priority{ID: PriorityID(c.Subject.last()), Person: c.Person, At: c.since, Event: c.ID, Contested: c.contested}
		if read(c, &p.PriorityText) {
			e.Priorities = append(e.Priorities, p)
		}
	case KindNote:
		e.takeNote(c)
	default:
		switch c.Subject.first() {
		case "visit":
			e.takeVisit(c, first)
			return
		case "meeting":
			e.takeMeeting(c)
			return
		}
		if a := c.Subject.area(); a != "" {
			e.takeArea(c, a)
		}
	}
}

func (e *sketch) takeNote(c choice) {
	n := Note{ID: NoteID(c.Subject.last()), Role: c.Role, Person: c.Person, At: c.since, Event: c.ID, Contested: c.contested}
	if !read(c, &n.NoteText) {
		return
	}
	if n.Area == "" {
		e.Notes = append(e.Notes, n)
		return
	}
	e.area(n.Area).Notes = append(e.area(n.Area).Notes, n)
}

func (e *sketch) takeArea(c choice, id AreaID) {
	switch c.Kind {
	case KindJudgement:
		j := Judgement{Area: id, Role: c.Role, Person: c.Person, At: c.since, Event: c.ID, Contested: c.contested, Reread: e.reread(c, id)}
		if read(c, &j.Opinion) && j.possible(e.top) && j.Role.Valid() {
			e.area(id).Judgements = append(e.area(id).Judgements, j)
		}
	case KindFlag:
		var f Flag
		if read(c, &f) && f.On && !slices.Contains(e.area(id).Flags, c.Person) {
			e.area(id).Flags = append(e.area(id).Flags, c.Person)
		}
	case KindEmphasis:
		var m Emphasis
		if !read(c, &m) {
			return
		}
		if _, err := m.check(); err != nil {
			return
		}
		a := e.area(id)
		a.Emphases = append(a.Emphases, m)
		a.Emphasis = a.Emphases[0]
	default: // no other kind speaks of one area
	}
}

func read(c choice, v any) bool { return json.Unmarshal(c.Value, v) == nil }

// reread reports whether what was carried here was said of other words.
func (e *sketch) reread(c choice, id AreaID) bool {
	return c.origin != "" && slices.Contains(e.Moved.Reread, id)
}

// rereads reports whether the school's answer still waits to be read again:
// until somebody there answers anew, or all agree.
func (a AreaState) rereads() bool {
	fresh := func(j Judgement) bool { return !j.Reread }
	in := a.InRole(Agreed)
	if len(in) == 0 {
		in = a.InRole(Self)
	}
	return len(in) > 0 && !slices.ContainsFunc(in, fresh)
}
