package rubrics

import (
	"fmt"

	"go.yaml.in/yaml/v4"

	"waymark/model"
)

const maxGroups = 40

func (d *decoder) groups(top object, r *model.Rubric) {
	holds := "areas"
	if !r.Kind.Judged() {
		holds = "items"
	}
	if _, ok := d.need(top, "groups", "and under it - id:, title: and "+holds+": for each group"); !ok {
		return
	}
	nodes := d.sequence(top, "groups")
	n := top.values["groups"]
	if n.Kind == yaml.SequenceNode && len(nodes) == 0 || len(nodes) > maxGroups {
		d.at(n, fmt.Sprintf("The rubric has %d groups; it needs 1 to %d.", len(nodes), maxGroups), "Put its "+holds+" into a few groups.")
	}
	d.areas = map[model.AreaID]*yaml.Node{}
	d.items = map[string]*yaml.Node{}
	d.groupIDs = map[string]*yaml.Node{}
	for _, n := range nodes {
		if g, ok := d.group(n, r); ok {
			r.Groups = append(r.Groups, g)
		}
	}
	for what, many := range map[string]int{"areas": len(r.Areas), "items": len(d.items)} {
		if many > maxAreas {
			d.at(n, fmt.Sprintf("The rubric has %d %s; %d is the most.", many, what, maxAreas), "Join or drop some.")
		}
	}
	d.sharing()
}

// group reads one group and what it holds. Its areas go straight into r.
func (d *decoder) group(n *yaml.Node, r *model.Rubric) (model.Group, bool) {
	o, ok := d.object(n, called("Group", n), "id", "title", "summary", "areas", "items")
	if !ok {
		return model.Group{}, false
	}
	g := model.Group{ID: model.GroupID(d.id(o, "id", `"1"`)), Title: d.line(o, "title", "the name of the group"), Summary: d.maybeText(o, "summary")}
	d.once(d.groupIDs, "Group", string(g.ID), o.values["id"])
	if r.Kind.Judged() {
		if items, ok := o.values["items"]; ok {
			d.at(items, o.called+" has items, but only a pulse or a visit is made of items.", "Write areas: with levels, or change the kind of the rubric.")
		}
		if _, ok := d.need(o, "areas", "and under it - id:, title: and levels: for each area"); !ok {
			return g, true
		}
	} else if _, ok := o.values["areas"]; !ok {
		d.need(o, "items", "and under it - id: and text: for each item")
	}
	d.areasOf(o, g.ID, r)
	g.Items = d.itemsOf(o, r.Kind)
	return g, true
}

func (d *decoder) areasOf(group object, id model.GroupID, r *model.Rubric) {
	nodes := d.sequence(group, "areas")
	if n, ok := group.values["areas"]; ok && n.Kind == yaml.SequenceNode && len(nodes) == 0 {
		d.at(n, group.called+" has no areas.", "Add an area to it, or delete the group.")
	}
	for _, n := range nodes {
		if area, ok := d.area(n, id, len(r.Scale.Levels)); ok {
			r.Areas = append(r.Areas, area)
		}
	}
}
