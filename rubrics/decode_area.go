package rubrics

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v4"

	"waymark/model"
)

// The most areas a rubric may hold, and the most others that one may need. They
// keep every later walk over a rubric cheap.
const (
	maxAreas = 500
	maxNeeds = 20
)

var tagShape = regexp.MustCompile(`^[a-z0-9][a-z0-9 -]{0,31}$`)

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

func (d *decoder) area(n *yaml.Node, group model.GroupID, levels int) (model.Area, bool) {
	o, ok := d.object(n, called("Area", n), "id", "title", "scope", "why", "question", "levels", "ask", "evidence", "needs", "see_also", "lens",
		"vision", "look_fors", "look_agains", "phase", "next_steps", "research", "tags", "exemplars")
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
		Lens:     d.tags(o, "lens"),
	}
	d.around(o, &a, levels)
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

// tags is a list of words to find an area by.
func (d *decoder) tags(o object, name string) []string {
	tags := d.texts(o, name, maxLine)
	for i, tag := range tags {
		if !tagShape.MatchString(tag) {
			d.at(o.values[name], fmt.Sprintf("%s cannot stand in %s.", quote(tag), quote(name)), "Write it in lower-case letters, digits and hyphens, 32 at most.")
		}
		if slices.Index(tags, tag) < i {
			d.at(o.values[name], fmt.Sprintf("%s stands twice in %s.", quote(tag), quote(name)), "Keep one of the two.")
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

// article goes before a word.
func article(word string) string {
	if strings.ContainsAny(word[:1], "aeiou") {
		return "an"
	}
	return "a"
}
