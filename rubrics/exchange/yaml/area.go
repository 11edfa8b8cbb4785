package yaml

import (
	"fmt"
	"strconv"

	"waymark/model"
)

// deep is how far the entries of an area stand in.
const deep = 8

func (o *out) area(r model.Rubric, a model.Area) {
	o.entry(deep-2, "id", string(a.ID))
	o.text(deep, "title", a.Title)
	o.text(deep, "scope", a.Scope)
	o.maybe(deep, "why", a.Why)
	o.text(deep, "question", a.Question)
	o.ladder("levels", a.Levels)
	o.list(deep, "ask", a.Ask)
	o.evidence(a.Evidence)
	o.ids("needs", r.NeedsFirst(a.ID))
	o.ids("see_also", pairedWith(r, a.ID))
	o.list(deep, "lens", a.Lens)
	o.maybe(deep, "vision", a.Vision)
	o.list(deep, "look_fors", a.LookFors)
	o.list(deep, "look_agains", a.LookAgains)
	o.phases(a.Phases)
	o.nextSteps(a.NextSteps)
	o.research(a.Research)
	if len(a.Tags.Inspection)+len(a.Tags.CST) > 0 {
		o.key(deep, "tags")
		o.within("tags", func() {
			o.list(deep+2, "inspection", a.Tags.Inspection)
			o.list(deep+2, "cst", a.Tags.CST)
		})
	}
	if len(a.Exemplars) > 0 {
		o.ladder("exemplars", a.Exemplars)
	}
}

// ladder writes texts numbered like the levels.
func (o *out) ladder(name string, texts []string) {
	o.key(deep, name)
	o.within(name, func() {
		for i, text := range texts {
			o.text(deep+2, strconv.Itoa(i+1), text)
		}
	})
}

// evidence writes one prompt for each way of finding out; the file has no room
// for two of a kind, so they become paragraphs of one.
func (o *out) evidence(prompts []model.Prompt) {
	if len(prompts) == 0 {
		return
	}
	o.key(deep, "evidence")
	for _, kind := range []model.EvidenceKind{model.See, model.Hear, model.Read, model.Count} {
		text := ""
		for _, p := range prompts {
			if p.Kind == kind && text != "" {
				text += "\n\n"
			}
			if p.Kind == kind {
				text += p.Text
			}
		}
		o.within("evidence", func() { o.maybe(deep+2, string(kind), text) })
	}
}

// pairedWith is the areas that id names first in a pair, so that each pair is
// written once.
func pairedWith(r model.Rubric, id model.AreaID) []model.AreaID {
	var ids []model.AreaID
	for _, p := range r.Related {
		if p.A == id {
			ids = append(ids, p.B)
		}
	}
	return ids
}

func (o *out) ids(name string, ids []model.AreaID) {
	var texts []string
	for _, id := range ids {
		texts = append(texts, string(id))
	}
	o.list(deep, name, texts)
}

func (o *out) phases(all []model.InPhase) {
	if len(all) > 0 {
		o.key(deep, "phase")
	}
	for _, in := range all {
		o.within("phase", func() { o.list(deep+2, string(in.Phase), in.LookFors) })
	}
}

func (o *out) nextSteps(all []model.Boundary) {
	if len(all) > 0 {
		o.key(deep, "next_steps")
	}
	for _, b := range all {
		name := fmt.Sprintf(`"%d-%d"`, b.From, b.To)
		o.within("next_steps", func() { o.key(deep+2, name) })
		o.within("next_steps "+name[1:len(name)-1], func() { o.steps(b.Steps) })
	}
}

func (o *out) steps(all []model.NextStep) {
	for _, s := range all {
		o.entry(deep+4, "do", s.Do)
		o.text(deep+6, "effort", string(s.Effort))
		o.maybe(deep+6, "area", string(s.Area))
	}
}

func (o *out) research(all []model.Research) {
	if len(all) > 0 {
		o.key(deep, "research")
	}
	o.within("research", func() {
		for _, r := range all {
			o.entry(deep+2, "title", r.Title)
			o.text(deep+4, "url", r.URL)
			o.maybe(deep+4, "why", r.Why)
		}
	})
}
