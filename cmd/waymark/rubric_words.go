package main

import (
	"slices"

	"waymark/model"
)

// renameIn is a rubric for reading in a trust's own words. Its ids, names of
// publications and what was added here stay as they are, and r is not changed.
// It is never judged or kept: its hash is another. What it says of itself is the
// product's; within its areas the words are those of schools.
func renameIn(r model.Rubric, v model.Vocabulary) model.Rubric {
	one := func(texts ...*string) {
		for _, t := range texts {
			*t = v.Prose(*t)
		}
	}
	r.Title, r.Summary, r.GroupWord = v.Words(r.Title), v.Words(r.Summary), v.Words(r.GroupWord)
	one(&r.Scale.Title)
	r.NotCovered = allRenamed(r.NotCovered, v) // answers stay: they are what is recorded
	r.Scale.Levels = eachChanged(r.Scale.Levels, func(l *model.LevelName) { one(&l.Name, &l.Meaning) })
	r.Rulings = eachChanged(r.Rulings, func(u *model.Ruling) { one(&u.Topic, &u.Note) })
	r.Roles = eachChanged(r.Roles, func(x *model.VisitRole) { one(&x.Title, &x.Does) })
	r.Positions = eachChanged(r.Positions, func(x *model.VisitPosition) { one(&x.Title, &x.Where) })
	r.Groups = eachChanged(r.Groups, func(g *model.Group) {
		one(&g.Title, &g.Summary)
		g.Items = eachChanged(g.Items, func(i *model.Item) { one(&i.Text) })
	})
	r.Areas = eachChanged(r.Areas, func(a *model.Area) {
		one(&a.Title, &a.Scope, &a.Why, &a.Question, &a.Vision)
		for _, texts := range []*[]string{&a.Levels, &a.Ask, &a.LookFors, &a.LookAgains, &a.Exemplars} {
			*texts = allRenamed(*texts, v)
		}
		a.Evidence = eachChanged(a.Evidence, func(p *model.Prompt) { one(&p.Text) })
		a.Phases = eachChanged(a.Phases, func(p *model.InPhase) { p.LookFors = allRenamed(p.LookFors, v) })
		a.Research = eachChanged(a.Research, func(x *model.Research) { one(&x.Why) })
		a.NextSteps = eachChanged(a.NextSteps, func(b *model.Boundary) {
			b.Steps = eachChanged(b.Steps, func(s *model.NextStep) { one(&s.Do) })
		})
	})
	return r
}

// eachChanged is a copy of all with change made to each.
func eachChanged[T any](all []T, change func(*T)) []T {
	all = slices.Clone(all)
	for i := range all {
		change(&all[i])
	}
	return all
}

func allRenamed(all []string, v model.Vocabulary) []string {
	return eachChanged(all, func(t *string) { *t = v.Prose(*t) })
}

// forReading is the rubric as people read it here, with what is added to it, in
// a format that no program reads back. The other formats hold the rubric itself.
func (c *cli) forReading(r model.Rubric, format exchangeFormat) (model.Rubric, error) {
	if format.read != nil || format.id == "yaml" {
		return r, nil
	}
	r, words, err := c.localTo(r)
	if err != nil {
		return r, err
	}
	r = renameIn(r, words)
	for _, g := range r.Groups {
		for i := range g.Items {
			g.Items[i].Asks = model.Asked(words.Words(string(g.Items[i].Asks)))
		}
	}
	return r, nil
}
