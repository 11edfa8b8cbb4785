package rubrics

import (
	"fmt"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v4"

	"waymark/model"
)

// scale reads the scale that a rubric brings, or takes the shipped one that it
// names. Either way the rubric holds the whole of it afterwards. Only a rubric
// of items alone can do without.
func (d *decoder) scale(top object, kind model.Kind) model.Scale {
	if _, ok := top.values["scale"]; !ok && !kind.Judged() && !hasAreas(top) {
		return model.Scale{}
	}
	n, ok := d.need(top, "scale", "and under it id, title, expected and levels, or the id of a scale that comes with Waymark")
	if !ok {
		return model.Scale{}
	}
	if n.Kind == yaml.ScalarNode && n.Tag == "!!str" {
		return d.shippedScale(n)
	}
	return d.scaleNode(n)
}

// hasAreas reports whether any group holds areas.
func hasAreas(top object) bool {
	groups, ok := top.values["groups"]
	if !ok {
		return false
	}
	for _, g := range groups.Content {
		for i := 0; i+1 < len(g.Content); i += 2 {
			if g.Kind == yaml.MappingNode && g.Content[i].Value == "areas" {
				return true
			}
		}
	}
	return false
}

func (d *decoder) shippedScale(n *yaml.Node) model.Scale {
	s, err := LoadScale(n.Value)
	if err != nil {
		ids := ScaleIDs()
		fix := "Use one of these, or write the scale out: " + strings.Join(ids, ", ") + "."
		if near := closest(n.Value, ids); near != "" {
			fix = fmt.Sprintf("Did you mean %s?", quote(near))
		}
		d.at(n, fmt.Sprintf("No scale called %s comes with Waymark.", quote(n.Value)), fix)
	}
	return s
}

func (d *decoder) scaleNode(n *yaml.Node) model.Scale {
	o, ok := d.object(n, "The scale", "id", "title", "expected", "levels")
	if !ok {
		return model.Scale{}
	}
	return d.scaleOf(o)
}

func (d *decoder) scaleOf(o object) model.Scale {
	s := model.Scale{ID: d.id(o, "id", "early-to-sharing"), Title: d.line(o, "title", "the name of the scale")}
	for i, n := range d.sequence(o, "levels") {
		s.Levels = append(s.Levels, d.levelName(n, i+1))
	}
	if levels := o.values["levels"]; levels == nil {
		d.need(o, "levels", "and under it - name: … for each level, lowest first")
	} else if c := len(s.Levels); levels.Kind == yaml.SequenceNode && (c < model.MinLevels || c > model.MaxLevels) {
		d.at(levels, fmt.Sprintf("The scale has %d levels; it needs %d to %d.", c, model.MinLevels, model.MaxLevels), "Add or join levels.")
	}
	s.Expected = d.expected(o, len(s.Levels))
	return s
}

func (d *decoder) levelName(n *yaml.Node, number int) model.LevelName {
	o, ok := d.object(n, fmt.Sprintf("Level %d of the scale", number), "name", "meaning")
	if !ok {
		return model.LevelName{}
	}
	level := model.LevelName{Name: d.line(o, "name", "the word for this level"), Meaning: d.maybeText(o, "meaning")}
	if grade := gradeIn(level.Name); grade != "" {
		d.note(o.values["name"], fmt.Sprintf("Level %d is called %s, which is the word of an inspection (%s). "+
			"Waymark never turns levels into grades; a name of your own makes for a calmer conversation.", number, quote(level.Name), grade))
	}
	return level
}

func (d *decoder) expected(o object, levels int) model.Level {
	n, ok := d.need(o, "expected", "3, the number of the level a competent school is expected to reach")
	if !ok {
		return 0
	}
	expected, err := strconv.Atoi(n.Value)
	if n.Kind != yaml.ScalarNode || n.Tag != "!!int" || err != nil || strconv.Itoa(expected) != n.Value {
		d.at(n, "The expected level must be a whole number.", "Write expected: 3, without quotation marks.")
		return 0
	}
	if levels >= model.MinLevels && (expected < 2 || expected > levels) {
		d.at(n, fmt.Sprintf("The expected level is %d, but the scale has %d levels.", expected, levels),
			fmt.Sprintf("Choose a number from 2 to %d.", levels))
	}
	return model.Level(expected)
}
