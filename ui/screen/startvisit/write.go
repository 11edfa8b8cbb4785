package startvisit

import (
	"errors"
	"strings"
	"time"

	"waymark/model"
	"waymark/model/visit"
)

// write plans the visit step by step in the voice of whoever leads it: who they
// are, the visit, what it looks at, its stops, then what the school asks and
// seals. The command line takes the same steps.
func (s *Screen) write(checklist string) (model.VisitID, model.Voice, error) {
	b, t := s.book(), s.plan()
	id := model.VisitID(s.env.NewID())
	focus := s.choice.focus(b.Rubric())
	slots, err := visit.Plan(t.ID, focus, b.Rubric(), visit.Options{Say: s.env.Say})
	if err != nil {
		return id, model.Voice{}, err
	}
	day, _ := s.day()
	person, named := s.reviewer()
	voice := model.Voice{Person: person, Role: model.Reviewer}
	school := s.env.Desk.Voice
	steps := []func() ([]model.Change, error){
		func() ([]model.Change, error) { return named, nil },
		func() ([]model.Change, error) {
			return b.StartVisit(voice, id, model.Visiting{Date: day.Format(time.DateOnly), Lead: person, Template: t.ID, Checklist: checklist})
		},
		func() ([]model.Change, error) { return b.SetFocus(voice, id, focus) },
		func() ([]model.Change, error) { return b.SetSlots(voice, id, slots) },
	}
	if !s.asks.Empty() {
		steps = append(steps, func() ([]model.Change, error) {
			return b.SetVisitEmphasis(school, id, model.VisitEmphasis{Text: s.asks.Text()})
		})
	}
	if s.seal {
		steps = append(steps, func() ([]model.Change, error) { return b.SealLevels(school, id) })
	}
	d := s.env.Desk.As(voice)
	for _, step := range steps {
		changes, err := step()
		if err == nil && len(changes) == 0 {
			continue
		}
		if err := d.Do(changes, err); err != nil && !errors.Is(err, model.ErrNothing) {
			return id, voice, err
		}
	}
	return id, voice, nil
}

// reviewer is who leads the visit: somebody known here by that name, or
// somebody new with the change that names them.
func (s *Screen) reviewer() (model.PersonID, []model.Change) {
	name := model.CleanLine(s.lead.Value())
	if p, known := s.known(name); known {
		return p.ID, nil
	}
	p := model.Person{ID: model.PersonID(s.env.NewID()), Name: name, Post: model.CleanLine(s.post.Value())}
	return p.ID, []model.Change{model.NamePerson(p, nil)}
}

// known is the person who is called so here.
func (s *Screen) known(name string) (model.Person, bool) {
	for _, p := range s.book().People() {
		if name != "" && strings.EqualFold(p.Name, name) {
			return p, true
		}
	}
	return model.Person{}, false
}

// dateOf reads a date as people type it: 24/9, 24/9/2026, 24 Sep, 24 September
// 2026 or 2026-09-24. Without a year it is the next such day from a month ago on.
func dateOf(typed string, now time.Time) (time.Time, bool) {
	typed = strings.Join(strings.Fields(strings.NewReplacer(".", "/", ",", " ").Replace(typed)), " ")
	for _, form := range []string{time.DateOnly, "2/1/2006", "2/1/06", "2 January 2006", "2 Jan 2006", "Monday 2 January 2006"} {
		if day, err := time.Parse(form, typed); err == nil {
			return day, true
		}
	}
	for _, form := range []string{"2/1", "2 January", "2 Jan", "Monday 2 January"} {
		day, err := time.Parse(form+" 2006", typed+" "+now.Format("2006"))
		if err != nil {
			continue
		}
		if day.Before(now.AddDate(0, -1, 0)) {
			day = day.AddDate(1, 0, 0)
		}
		return day, true
	}
	return time.Time{}, false
}
