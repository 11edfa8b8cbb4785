package rubrics

import (
	"fmt"
	"net/url"
	"slices"
	"strings"

	"go.yaml.in/yaml/v4"

	"waymark/model"
)

// around reads what may stand beside an area's descriptors.
func (d *decoder) around(o object, a *model.Area, levels int) {
	a.Vision = d.maybeText(o, "vision")
	a.LookFors = d.texts(o, "look_fors", maxText)
	a.LookAgains = d.texts(o, "look_agains", maxText)
	a.Phases = d.phases(o)
	a.NextSteps = d.nextSteps(o, levels)
	a.Research = d.research(o)
	a.Tags = d.crossTags(o)
	a.Exemplars = d.exemplars(o, levels)
}

func (d *decoder) phases(o object) []model.InPhase {
	n, ok := o.values["phase"]
	if !ok {
		return nil
	}
	var known []string
	for _, p := range model.Phases() {
		known = append(known, string(p))
	}
	in, ok := d.object(n, "The phases of "+lower(o.called), known...)
	if !ok {
		return nil
	}
	var phases []model.InPhase
	for _, p := range model.Phases() {
		if _, ok := in.values[string(p)]; ok {
			phases = append(phases, model.InPhase{Phase: p, LookFors: d.texts(in, string(p), maxText)})
			d.filled(in, string(p))
		}
	}
	return phases
}

// filled finds a list that is there and holds nothing.
func (d *decoder) filled(o object, name string) {
	if n := o.values[name]; n.Kind == yaml.SequenceNode && len(n.Content) == 0 {
		d.at(n, fmt.Sprintf("%s of %s is empty.", quote(name), lower(o.called)), "Write at least one, or delete "+name+".")
	}
}

// nextSteps reads the steps between neighbouring levels, of which the scale has
// levels.
func (d *decoder) nextSteps(o object, levels int) []model.Boundary {
	n, ok := o.values["next_steps"]
	if !ok || levels < model.MinLevels {
		return nil // without levels the scale has a fault of its own
	}
	known := make([]string, 0, levels-1)
	for from := 1; from < levels; from++ {
		known = append(known, fmt.Sprintf("%d-%d", from, from+1))
	}
	steps, ok := d.object(n, "The next steps of "+lower(o.called), known...)
	if !ok {
		return nil
	}
	var all []model.Boundary
	for i, name := range known {
		if _, ok := steps.values[name]; !ok {
			continue
		}
		b := model.Boundary{From: model.Level(i + 1), To: model.Level(i + 2)}
		d.filled(steps, name)
		for j, n := range d.sequence(steps, name) {
			b.Steps = append(b.Steps, d.nextStep(n, fmt.Sprintf("Step %d of %s from %s", j+1, lower(o.called), name)))
		}
		all = append(all, b)
	}
	return all
}

func (d *decoder) nextStep(n *yaml.Node, called string) model.NextStep {
	o, ok := d.object(n, called, "do", "effort", "area")
	if !ok {
		return model.NextStep{}
	}
	s := model.NextStep{}
	if do, ok := d.need(o, "do", "what to do, starting with a verb"); ok {
		s.Do, _ = d.text(o, "do", do, maxText)
	}
	s.Effort = model.Effort(d.line(o, "effort", "S, M or L"))
	sizes := []model.Effort{model.EffortSmall, model.EffortMedium, model.EffortLarge}
	if s.Effort != "" && !slices.Contains(sizes, s.Effort) {
		d.at(o.values["effort"], fmt.Sprintf("%s is not a size of effort.", quote(string(s.Effort))),
			"Write S for a half-term and few people, M for a term or two, L for a year.")
	}
	if area, ok := o.values["area"]; ok {
		s.Area = model.AreaID(d.idNode(area, called, "area", "Write area: "))
		d.mentions = append(d.mentions, link{to: s.Area, node: area})
	}
	return s
}

func (d *decoder) research(o object) []model.Research {
	var all []model.Research
	for i, n := range d.sequence(o, "research") {
		r, ok := d.object(n, fmt.Sprintf("Research %d of %s", i+1, lower(o.called)), "title", "url", "why")
		if !ok {
			continue
		}
		all = append(all, model.Research{
			Title: d.line(r, "title", "its name"), URL: d.address(r, "url"), Why: d.maybeText(r, "why"),
		})
	}
	return all
}

// address is where something stands on the web.
func (d *decoder) address(o object, name string) string {
	address := d.line(o, name, "https://…")
	if address == "" {
		return ""
	}
	u, err := url.Parse(address)
	if err != nil || u.Scheme != "https" || u.Hostname() == "" || u.User != nil || !strings.HasPrefix(address, "https://") || strings.ContainsAny(address, " <>\"") {
		d.at(o.values[name], fmt.Sprintf("%s is not an address that a reader can open safely.", quote(address)), "Write the whole address, starting with https://.")
	}
	return address
}

func (d *decoder) crossTags(o object) model.Tags {
	n, ok := o.values["tags"]
	if !ok {
		return model.Tags{}
	}
	t, ok := d.object(n, "The tags of "+lower(o.called), "inspection", "cst")
	if !ok {
		return model.Tags{}
	}
	return model.Tags{Inspection: d.tags(t, "inspection"), CST: d.tags(t, "cst")}
}

func (d *decoder) crosswalk(top object, own string) []model.Crossing {
	var all []model.Crossing
	for i, n := range d.sequence(top, "crosswalk") {
		o, ok := d.object(n, fmt.Sprintf("Crosswalk %d", i+1), "rubric", "from", "to")
		if !ok {
			continue
		}
		x := model.Crossing{Rubric: d.id(o, "rubric", "the id of the other rubric"), From: d.id(o, "from", `"1.1"`), To: d.id(o, "to", `"2.1"`)}
		if x.Rubric != "" && x.Rubric == own {
			d.at(o.values["rubric"], o.called+" leads to this same rubric.", "Name another one.")
		}
		d.crossings = append(d.crossings, link{to: model.AreaID(x.From), node: o.values["from"]})
		all = append(all, x)
	}
	return all
}
