package triads

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"waymark/model"
	"waymark/model/desk"
	"waymark/model/visit"
	"waymark/ui/env"
	"waymark/ui/keys"
)

// hosted is one visit to this school, with the date that it would be written
// down for.
type hosted struct {
	visit.Directed
	date   time.Time
	wanted bool
	there  bool // it is planned already
}

// toDates asks for the dates of the visits that this school hosts.
func (s *Screen) toDates() {
	switch {
	case s.book().Blind():
		s.status = "A school writes down its own visits. Press y to copy the plan."
		return
	case s.env.Desk.ReadOnly():
		s.status = "This was opened to read only. Press y to copy the plan."
		return
	}
	today := s.env.Clock().Local().Format(time.DateOnly)
	s.hosted = s.hosted[:0]
	for _, d := range s.plan {
		if d.Host != s.names()[0] {
			continue
		}
		h := hosted{Directed: d, date: d.Day()}
		h.there = s.planned(h)
		h.wanted = !h.there && h.date.Format(time.DateOnly) >= today
		s.hosted = append(s.hosted, h)
	}
	s.stage = onDates
	s.list.Set(len(s.hosted), len(s.hosted))
	s.list.Cursor = max(0, slices.IndexFunc(s.hosted, func(h hosted) bool { return h.wanted }))
}

// names are the three schools of the plan, this one first.
func (s *Screen) names() [3]string {
	names, _, _ := s.schools() // the plan was made of them
	return names
}

// planned reports whether that school comes around that day already.
func (s *Screen) planned(h hosted) bool {
	return slices.ContainsFunc(s.book().Evaluation().Visits, func(v model.Visit) bool {
		return visit.SameVisit(v, h.Visitor, h.date)
	})
}

func (s *Screen) actDates(p keys.Press) {
	s.problem = ""
	h := &s.hosted[s.list.Cursor]
	switch p.Action {
	case keys.Enter:
		s.write()
	case keys.Tick:
		h.wanted = !h.wanted && !h.there
	case keys.Left, keys.Before:
		s.moveDate(h, -7)
	case keys.Right, keys.After:
		s.moveDate(h, 7)
	case keys.Add:
		s.moveDate(h, 1)
	case keys.Aside:
		s.moveDate(h, -1)
	default:
		s.list.Act(p)
	}
}

func (s *Screen) moveDate(h *hosted, days int) {
	h.date = h.date.AddDate(0, 0, days)
	h.there = s.planned(*h)
	h.wanted = !h.there
}

// wanted counts the visits that Enter writes down.
func (s *Screen) wanted() int {
	n := 0
	for _, h := range s.hosted {
		if h.wanted {
			n++
		}
	}
	return n
}

// write plans the ticked visits in one act. Who comes is not known yet, so the
// visiting school stands for its leader.
func (s *Screen) write() {
	n := s.wanted()
	if n == 0 {
		s.problem = "Tick at least one visit"
		return
	}
	d := s.env.Desk
	leads := map[string]model.PersonID{}
	var changes []model.Change
	for _, h := range s.hosted {
		if !h.wanted {
			continue
		}
		lead, ok := leads[h.Visitor]
		if !ok {
			var named []model.Change
			lead, named = s.leader(h.Visitor)
			leads[h.Visitor] = lead
			changes = append(changes, named...)
		}
		started, err := s.book().StartVisit(d.Voice, model.VisitID(d.NewID()), model.Visiting{
			Date: h.date.Format(time.DateOnly), Lead: lead, From: h.Visitor, Checklist: s.checklist, Questions: h.Questions,
		})
		if err != nil {
			s.status = why(err)
			return
		}
		changes = append(changes, started...)
	}
	if err := d.Do(changes, nil); err != nil {
		s.status = why(err)
		return
	}
	for _, f := range s.fields {
		f.Filed()
	}
	s.env.Nav.Pop()
	words := fmt.Sprintf("%d visits are planned. Each keeps its questions.", n)
	if n == 1 {
		words = "1 visit is planned. It keeps its questions."
	}
	s.env.Nav.Say(words)
}

// leader is who leads a visit from a school, known here already or new.
func (s *Screen) leader(school string) (model.PersonID, []model.Change) {
	for _, p := range s.book().People() {
		if strings.EqualFold(p.Name, school) {
			return p.ID, nil
		}
	}
	p := model.Person{ID: model.PersonID(s.env.Desk.NewID()), Name: school, Post: "visiting leader"}
	return p.ID, []model.Change{model.NamePerson(p, nil)}
}

func why(err error) string {
	if errors.Is(err, desk.ErrReadOnly) {
		return "This was opened to read only. Nothing has changed."
	}
	return env.Why(err, "The visits could not be written down. Nothing has changed. Press Enter again.")
}
