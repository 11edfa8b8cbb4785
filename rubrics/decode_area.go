package rubrics

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"

	"go.yaml.in/yaml/v4"

	"waymark/model"
)

// The most areas a rubric may hold, and the most others that one may need. They
// keep every later walk over a rubric cheap.
const (
	maxAreas = 200
	maxNeeds = 20
)

var lensShape = regexp.MustCompile(`^[a-z0-9][a-z0-9 -]{0,31}$`)

func (d *decoder) groups(top object, r *model.Rubric) {
	if _, ok := d.need(top, "groups", "and under it - id:, title: and areas: for each group"); !ok {
		return
	}
	nodes := d.sequence(top, "groups")
	if n := top.values["groups"]; n.Kind == yaml.SequenceNode && len(nodes) == 0 || len(nodes) > maxGroups {
		d.at(n, fmt.Sprintf("The rubric has %d groups; it needs 1 to %d.", len(nodes), maxGroups), "Put its areas into a few groups.")
	}
	d.areas = map[model.AreaID]*yaml.Node{}
	seen := map[string]*yaml.Node{}
	for _, n := range nodes {
		o, ok := d.object(n, called("Group", n), "id", "title", "summary", "areas")
		if !ok {
			continue
		}
		g := model.Group{ID: model.GroupID(d.id(o, "id", `"1"`)), Title: d.line(o, "title", "the name of the group"), Summary: d.maybeText(o, "summary")}
		d.once(seen, "Group", string(g.ID), o.values["id"])
		r.Groups = append(r.Groups, g)
		d.areasOf(o, g.ID, r)
	}
	if len(r.Areas) > maxAreas {
		d.at(top.values["groups"], fmt.Sprintf("The rubric has %d areas; %d is the most.", len(r.Areas), maxAreas), "Join or drop areas.")
	}
}

// once finds an id that was given before.
func (d *decoder) once(seen map[string]*yaml.Node, what, id string, n *yaml.Node) {
	if id == "" || n == nil {
		return
	}
	if first, doubled := seen[id]; doubled {
		d.at(n, fmt.Sprintf("%s %s stands twice; it was already given on line %d.", what, short(id, 40), first.Line), "Give one of them another id.")
		return
	}
	seen[id] = n
}

// called names a group or an area by its id, or by its line while it has none.
func called(what string, n *yaml.Node) string {
	if n.Kind == yaml.MappingNode {
		for i := 0; i+1 < len(n.Content); i += 2 {
			if id := n.Content[i+1]; n.Content[i].Value == "id" && id.Kind == yaml.ScalarNode && id.Value != "" {
				return what + " " + short(id.Value, 40)
			}
		}
	}
	return what + " on line " + strconv.Itoa(n.Line)
}

func (d *decoder) areasOf(group object, id model.GroupID, r *model.Rubric) {
	if _, ok := d.need(group, "areas", "and under it - id:, title: and levels: for each area"); !ok {
		return
	}
	nodes := d.sequence(group, "areas")
	if n := group.values["areas"]; n.Kind == yaml.SequenceNode && len(nodes) == 0 {
		d.at(n, group.called+" has no areas.", "Add an area to it, or delete the group.")
	}
	for _, n := range nodes {
		if area, ok := d.area(n, id, len(r.Scale.Levels)); ok {
			r.Areas = append(r.Areas, area)
		}
	}
}

func (d *decoder) area(n *yaml.Node, group model.GroupID, levels int) (model.Area, bool) {
	o, ok := d.object(n, called("Area", n), "id", "title", "scope", "why", "question", "levels", "ask", "evidence", "needs", "see_also", "lens")
	if !ok {
		return model.Area{}, false
	}
	a := model.Area{
		ID:       model.AreaID(d.id(o, "id", `"1.1"`)),
		Group:    group,
		Title:    d.line(o, "title", "the name of the area"),
		Scope:    d.line(o, "scope", "what belongs to it, in a sentence"),
		Why:      d.maybeText(o, "why"),
		Question: d.line(o, "question", "one question that a headteacher can answer"),
		Levels:   d.levels(o, levels),
		Ask:      d.texts(o, "ask", maxText),
		Evidence: d.evidence(o),
		Lens:     d.lens(o),
	}
	d.onceArea(a.ID, o.values["id"])
	d.needs = append(d.needs, d.links(o, "needs", a.ID)...)
	d.seeAlso = append(d.seeAlso, d.links(o, "see_also", a.ID)...)
	return a, true
}

func (d *decoder) onceArea(id model.AreaID, n *yaml.Node) {
	if id == "" || n == nil {
		return
	}
	if first, doubled := d.areas[id]; doubled {
		d.at(n, fmt.Sprintf("Area %s stands twice; it was already given on line %d.", short(string(id), 40), first.Line), "Give one of them another id.")
		return
	}
	d.areas[id] = n
}

// levels reads the descriptors, which must be numbered from 1 to the number of
// levels of the scale (most), without a gap and in that order.
func (d *decoder) levels(o object, most int) []string {
	n, ok := d.need(o, "levels", "and under it 1:, 2: and so on, each with its text")
	if !ok {
		return nil
	}
	if n.Kind != yaml.MappingNode {
		d.at(n, fmt.Sprintf("The levels of %s must be numbered.", lower(o.called)), "Write 1:, 2: and so on, each followed by its text.")
		return nil
	}
	texts := map[int]string{}
	last := 0
	for i := 0; i+1 < len(n.Content); i += 2 {
		key := n.Content[i]
		number, err := strconv.Atoi(key.Value)
		if err != nil || strconv.Itoa(number) != key.Value || number < 1 || number > model.MaxLevels {
			d.at(key, fmt.Sprintf("%s has a level called %s.", o.called, quote(key.Value)), fmt.Sprintf("Number the levels 1 to %d.", max(most, model.MinLevels)))
			continue
		}
		if number < last {
			d.at(key, fmt.Sprintf("%s describes level %d after level %d.", o.called, number, last), "Put the levels in order, lowest first.")
		}
		last = max(last, number)
		o.names["level "+key.Value] = key
		texts[number], _ = d.text(o, "level "+key.Value, n.Content[i+1], maxText)
	}
	d.complete(o, n, texts, most)
	descriptors := make([]string, 0, len(texts))
	for number := 1; number <= most; number++ {
		descriptors = append(descriptors, texts[number])
	}
	return descriptors
}

// complete compares the levels that an area describes with those of the scale.
func (d *decoder) complete(o object, n *yaml.Node, texts map[int]string, most int) {
	if most < model.MinLevels {
		return // the scale has a fault of its own
	}
	var missing, extra []int
	for number := 1; number <= model.MaxLevels; number++ {
		_, described := texts[number]
		if number <= most && !described {
			missing = append(missing, number)
		}
		if number > most && described {
			extra = append(extra, number)
		}
	}
	if len(missing) > 0 {
		d.at(n, fmt.Sprintf("%s describes %d %s; this rubric has %d.", o.called, len(texts)-len(extra), plural("level", len(texts)-len(extra)), most),
			fmt.Sprintf("Add %s %s.", plural("level", len(missing)), list(numbers(missing))))
	}
	if len(extra) > 0 {
		d.at(n, fmt.Sprintf("%s describes level %s, but the scale of this rubric ends at %d.", o.called, list(numbers(extra)), most),
			"Take it out, or add a level to the scale and to every area.")
	}
}

func (d *decoder) evidence(o object) []model.Prompt {
	n, ok := o.values["evidence"]
	if !ok {
		return nil
	}
	kinds := []model.EvidenceKind{model.See, model.Hear, model.Read, model.Count}
	e, ok := d.object(n, "The evidence of "+lower(o.called), "see", "hear", "read", "count")
	if !ok {
		return nil
	}
	var prompts []model.Prompt
	for _, kind := range kinds {
		if _, ok := e.values[string(kind)]; ok {
			prompts = append(prompts, model.Prompt{Kind: kind, Text: d.maybeText(e, string(kind))})
		}
	}
	return prompts
}

func (d *decoder) lens(o object) []string {
	tags := d.texts(o, "lens", maxLine)
	for i, tag := range tags {
		if !lensShape.MatchString(tag) {
			d.at(o.values["lens"], fmt.Sprintf("%s cannot be a lens.", quote(tag)), "Write it in lower-case letters, digits and hyphens, 32 at most.")
		}
		if slices.Index(tags, tag) < i {
			d.at(o.values["lens"], fmt.Sprintf("The lens %s stands twice.", quote(tag)), "Keep one of the two.")
		}
	}
	return tags
}

func plural(word string, n int) string {
	if n == 1 {
		return word
	}
	return word + "s"
}
