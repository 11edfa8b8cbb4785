package rubrics

import (
	"fmt"
	"slices"
	"strings"

	"go.yaml.in/yaml/v4"

	"waymark/model"
)

// itemsOf reads what a group of a pulse or a visit holds.
func (d *decoder) itemsOf(group object, kind model.Kind) []model.Item {
	nodes := d.sequence(group, "items")
	if n, ok := group.values["items"]; ok && n.Kind == yaml.SequenceNode && len(nodes) == 0 {
		d.at(n, group.called+" has no items.", "Add an item to it, or delete the group.")
	}
	var items []model.Item
	for _, n := range nodes {
		o, ok := d.object(n, called("Item", n), "id", "asks", "text", "shares")
		if !ok {
			continue
		}
		item := model.Item{ID: model.ItemID(d.id(o, "id", `"1.1"`)), Asks: d.asks(o, kind)}
		if text, ok := d.need(o, "text", "what people answer, or what a visitor looks for"); ok {
			item.Text, _ = d.text(o, "text", text, maxText)
		}
		if shares, ok := o.values["shares"]; ok {
			item.Shares = d.idNode(shares, o.called, "shares", "Write shares: ")
			d.shares = append(d.shares, link{to: model.AreaID(item.Shares), node: shares})
		}
		d.once(d.items, "Item", string(item.ID), o.values["id"])
		items = append(items, item)
	}
	return items
}

// asks is whom an item is put to: somebody in a pulse, nobody in a visit.
func (d *decoder) asks(o object, kind model.Kind) model.Asked {
	known := []string{string(model.AskStaff), string(model.AskPupils), string(model.AskFamilies)}
	n, ok := o.values["asks"]
	switch {
	case !ok && kind == model.KindPulse:
		d.at(o.node, o.called+" does not say whom it asks.", "Add asks: staff, asks: pupils or asks: families.")
	case ok && kind == model.KindVisit:
		d.at(n, o.called+" asks somebody, but a visitor asks nobody: the items of a visit are looked for.", "Take out asks.")
	case ok:
		asked := d.oneLine(o, "asks", n)
		if asked != "" && !slices.Contains(known, asked) {
			d.at(n, fmt.Sprintf("%s cannot be asked.", quote(asked)), "Use one of these: "+strings.Join(known, ", ")+".")
		}
		return model.Asked(asked)
	}
	return model.AskNobody
}

// sharing notes commitments that join nothing, which is often a slip of the
// keyboard.
func (d *decoder) sharing() {
	times := map[model.AreaID]int{}
	for _, l := range d.shares {
		times[l.to]++
	}
	for _, l := range d.shares {
		if times[l.to] == 1 {
			d.note(l.node, fmt.Sprintf("Only one item shares %s. A commitment joins what staff and pupils say, so name it at two items or more.", quote(string(l.to))))
		}
	}
}

// visit reads the answers, roles and positions, which only a visit has.
func (d *decoder) visit(top object, r *model.Rubric) {
	if r.Kind != model.KindVisit {
		for _, name := range []string{"answers", "roles", "positions"} {
			if _, ok := top.values[name]; ok {
				d.at(top.names[name], fmt.Sprintf("Only a visit has %s.", name), "Take it out, or write kind: visit.")
			}
		}
		return
	}
	r.Answers = d.answers(top)
	ids := map[string]*yaml.Node{}
	for _, n := range d.sequence(top, "roles") {
		if o, ok := d.object(n, called("Role", n), "id", "title", "does"); ok {
			role := model.VisitRole{ID: d.id(o, "id", "lead"), Title: d.line(o, "title", "the name of the role"), Does: d.maybeText(o, "does")}
			d.once(ids, "Role", role.ID, o.values["id"])
			r.Roles = append(r.Roles, role)
		}
	}
	clear(ids)
	for _, n := range d.sequence(top, "positions") {
		if o, ok := d.object(n, called("Position", n), "id", "title", "where"); ok {
			p := model.VisitPosition{ID: d.id(o, "id", "back"), Title: d.line(o, "title", "the name of the position"), Where: d.maybeText(o, "where")}
			d.once(ids, "Position", p.ID, o.values["id"])
			r.Positions = append(r.Positions, p)
		}
	}
}

func (d *decoder) answers(top object) []string {
	n, ok := d.need(top, "answers", "[seen, not seen]")
	if !ok {
		return nil
	}
	answers := d.texts(top, "answers", maxLine)
	if n.Kind == yaml.SequenceNode && (len(n.Content) < model.MinLevels || len(n.Content) > model.MaxLevels) {
		d.at(n, fmt.Sprintf("A visit has %d to %d answers to choose from.", model.MinLevels, model.MaxLevels), "Write them as a list: [seen, not seen].")
	}
	for i, a := range answers {
		if slices.Index(answers, a) < i {
			d.at(n, fmt.Sprintf("The answer %s stands twice.", quote(a)), "Keep one of the two.")
		}
	}
	return answers
}
