package rubrics

import (
	"cmp"
	"fmt"
	"slices"

	"waymark/model"
	"waymark/model/arrange"
)

// links reads a list of ids of other areas.
func (d *decoder) links(o object, name string, from model.AreaID) []link {
	var links []link
	nodes := d.sequence(o, name)
	if len(nodes) > maxNeeds {
		d.at(o.values[name], fmt.Sprintf("%s of %s names %d areas; %d is the most.", quote(name), lower(o.called), len(nodes), maxNeeds), "Keep those that matter most.")
		return nil
	}
	for _, n := range nodes {
		id := model.AreaID(d.idNode(n, o.called, name, "Write "))
		if id == "" {
			continue
		}
		if slices.ContainsFunc(links, func(l link) bool { return l.to == id }) {
			d.at(n, fmt.Sprintf("%s names %s twice in %s.", o.called, short(string(id), 40), quote(name)), "Keep one of the two.")
			continue
		}
		links = append(links, link{from: from, to: id, node: n})
	}
	return links
}

func (d *decoder) readRulings(o object) []model.Ruling {
	var rulings []model.Ruling
	for i, n := range d.sequence(o, "rulings") {
		r, ok := d.object(n, fmt.Sprintf("Ruling %d", i+1), "topic", "area", "note")
		if !ok {
			continue
		}
		ruling := model.Ruling{Topic: d.line(r, "topic", "what is ruled on"), Note: d.maybeText(r, "note")}
		if area, ok := r.values["area"]; ok {
			ruling.Area = model.AreaID(d.idNode(area, r.called, "area", "Write area: "))
			d.rulings = append(d.rulings, link{to: ruling.Area, node: area})
		} else if ruling.Note == "" {
			d.at(n, r.called+" says neither in which area the topic is judged nor why in none.", `Add area: "1.3" or note: …`)
		}
		rulings = append(rulings, ruling)
	}
	return rulings
}

// link turns what areas say about each other into edges and pairs, sorted in
// rubric order, and finds the mentions that lead nowhere or in a circle.
func (d *decoder) link(r *model.Rubric) {
	order := make(map[model.AreaID]int, len(r.Areas))
	ids := make([]string, len(r.Areas))
	for i, a := range r.Areas {
		order[a.ID], ids[i] = i, string(a.ID)
	}
	for _, l := range d.needs {
		if d.leads(l, "needs", order, ids) {
			r.Edges = append(r.Edges, model.Edge{Before: l.to, After: l.from})
		}
	}
	for _, l := range d.seeAlso {
		if d.leads(l, "see_also", order, ids) {
			r.Related = append(r.Related, pair(l, order))
		}
	}
	for _, l := range d.rulings {
		if _, ok := order[l.to]; !ok && l.to != "" {
			d.dangling(l, "This ruling", ids)
		}
	}
	for _, l := range d.mentions {
		if _, ok := order[l.to]; !ok && l.to != "" {
			d.dangling(l, "This step", ids)
		}
	}
	d.cross(r, order)
	arrange.By(r.Edges, func(a, b model.Edge) int {
		return cmp.Or(cmp.Compare(order[a.Before], order[b.Before]), cmp.Compare(order[a.After], order[b.After]))
	})
	arrange.By(r.Related, func(a, b model.Pair) int {
		return cmp.Or(cmp.Compare(order[a.A], order[b.A]), cmp.Compare(order[a.B], order[b.B]))
	})
	r.Related = slices.Compact(r.Related)
	d.circle(*r)
}

// cross finds crossings that start from nothing.
func (d *decoder) cross(r *model.Rubric, order map[model.AreaID]int) {
	for _, l := range d.crossings {
		_, area := order[l.to]
		_, group := r.Group(model.GroupID(l.to))
		if !area && !group && l.to != "" {
			d.at(l.node, fmt.Sprintf("This crosswalk starts from %s, which is neither an area nor a group of this rubric.", short(string(l.to), 40)),
				"Write the id of one of them.")
		}
	}
}

// pair puts the area that comes first in the rubric first, so that it makes no
// difference on which side it was written.
func pair(l link, order map[model.AreaID]int) model.Pair {
	if order[l.to] < order[l.from] {
		return model.Pair{A: l.to, B: l.from}
	}
	return model.Pair{A: l.from, B: l.to}
}

func (d *decoder) leads(l link, name string, order map[model.AreaID]int, ids []string) bool {
	if _, ok := order[l.from]; !ok {
		return false // the area that says so has a fault of its own
	}
	who := "Area " + short(string(l.from), 40)
	if _, ok := order[l.to]; !ok {
		d.dangling(l, who, ids)
		return false
	}
	if l.from == l.to {
		d.at(l.node, fmt.Sprintf("%s names itself in %s.", who, quote(name)), "Take it out.")
		return false
	}
	return true
}

func (d *decoder) dangling(l link, who string, ids []string) {
	problem := fmt.Sprintf("%s names area %s, which is not in this rubric.", who, short(string(l.to), 40))
	if near := closest(string(l.to), ids); near != "" && len(l.to) > len("1.1") {
		d.at(l.node, problem, fmt.Sprintf("Did you mean %s?", near))
		return
	}
	d.at(l.node, problem, "Write the id of another area, or take it out.")
}

// circle names one circle of needs, at the entry where it closes.
func (d *decoder) circle(r model.Rubric) {
	loop := r.Loop()
	if loop == nil {
		return
	}
	words := string(loop[0])
	for _, id := range loop[1:] {
		words += " needs " + string(id)
	}
	for _, l := range d.needs {
		if l.from == loop[0] && l.to == loop[1] {
			d.at(l.node, "These areas need each other in a circle: "+short(words, 200)+".", "Take out the need that is least true.")
			return
		}
	}
}
