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

// format is the first line of every rubric file that this reader reads.
const format = "rubric/1"

const maxGroups = 40

var (
	idShape       = regexp.MustCompile(`^[a-z0-9][a-z0-9._-]{0,63}$`)
	languageShape = regexp.MustCompile(`^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$`)
)

// rubric reads the whole file. What it returns is complete only when nothing
// was found.
func (d *decoder) rubric(root *yaml.Node) model.Rubric {
	if !d.isRubric(root) {
		return model.Rubric{}
	}
	o, _ := d.object(root, "The rubric", "waymark", "id", "edition", "title", "summary", "kind", "language", "licence",
		"source", "group_word", "comparable", "scale", "groups", "rulings", "not_covered")
	r := model.Rubric{
		ID:         d.id(o, "id", "my-rubric"),
		Edition:    d.line(o, "edition", `"2026"`),
		Title:      d.line(o, "title", "the name people will read"),
		Summary:    d.maybeText(o, "summary"),
		Kind:       d.kind(o),
		Language:   d.language(o),
		Licence:    d.maybeLine(o, "licence"),
		Source:     d.maybeText(o, "source"),
		GroupWord:  d.maybeLine(o, "group_word"),
		Comparable: d.texts(o, "comparable", maxLine),
		NotCovered: d.texts(o, "not_covered", maxLine),
	}
	r.Scale = d.scale(o)
	d.groups(o, &r)
	r.Rulings = d.readRulings(o)
	d.link(&r)
	return r
}

// isRubric reads the first line. A file that does not say it is a rubric gets
// one fault, not one for every word in it.
func (d *decoder) isRubric(root *yaml.Node) bool {
	fix := "Write waymark: " + format + " as its first line, if it is one."
	if root.Kind != yaml.MappingNode {
		d.at(root, "This file does not say that it is a rubric.", fix)
		return false
	}
	for i := 0; i+1 < len(root.Content); i += 2 {
		if root.Content[i].Value != "waymark" {
			continue
		}
		n := root.Content[i+1]
		if n.Value == format {
			return true
		}
		if strings.HasPrefix(n.Value, "rubric/") {
			d.at(n, fmt.Sprintf("This rubric is written for another Waymark: its form is %s, and this one reads %s.", quote(n.Value), format),
				"Install the newest Waymark, or ask for the file in the older form.")
			return false
		}
		d.at(n, fmt.Sprintf("This file says it is %s, not a rubric.", quote(n.Value)), "Choose a rubric file, or write waymark: "+format+".")
		return false
	}
	d.at(root, "This file does not say that it is a rubric.", fix)
	return false
}

// id is a name that other entries and other files refer to. Only these shapes
// are taken, so two ids that look alike are alike: accents, capitals and
// lookalike letters cannot stand in one.
func (d *decoder) id(o object, name, example string) string {
	n, ok := d.need(o, name, example)
	if !ok {
		return ""
	}
	return d.idNode(n, o.called, name, "Write "+name+": ")
}

func (d *decoder) idNode(n *yaml.Node, called, name, write string) string {
	if n.Kind != yaml.ScalarNode || n.Value == "" {
		d.at(n, fmt.Sprintf("%s of %s must be a short code.", quote(name), lower(called)), `Write one such as "1.3".`)
		return ""
	}
	value := n.Value
	if n.Tag != "!!str" {
		d.at(n, fmt.Sprintf("%s of %s stands without quotation marks, so some programs read %s as %s.", quote(name), lower(called), value, kindOf(n.Tag)),
			write+quotedYAML(value)+".")
		return value
	}
	if idShape.MatchString(value) {
		return value
	}
	fix := "Use lower-case letters, digits, dots and hyphens, 64 at most."
	mended := strings.ReplaceAll(strings.ToLower(strings.Trim(value, " “”‘’\"'")), " ", "-")
	if idShape.MatchString(mended) {
		fix = write + quotedYAML(mended) + "."
	}
	if strings.ContainsAny(value, "“”‘’") {
		d.at(n, fmt.Sprintf("The curly quotation marks around %s would be part of the code.", short(strings.Trim(value, "“”‘’"), 40)), fix)
	} else {
		d.at(n, fmt.Sprintf("%s cannot be the code of anything.", quote(value)), fix)
	}
	return mended // so that those who refer to it are not found at fault too
}

func (d *decoder) kind(o object) model.Kind {
	known := []string{
		string(model.KindSchool), string(model.KindTeacher), string(model.KindProcess),
		string(model.KindTrust), string(model.KindPulse), string(model.KindVisit),
	}
	kind := d.line(o, "kind", "school")
	if n := o.values["kind"]; kind != "" && !slices.Contains(known, kind) {
		d.at(n, fmt.Sprintf("%s is not a kind of rubric.", quote(kind)), "Use one of these: "+strings.Join(known, ", ")+".")
	}
	return model.Kind(kind)
}

func (d *decoder) language(o object) string {
	language := d.line(o, "language", "en-GB")
	if n := o.values["language"]; language != "" && !languageShape.MatchString(language) {
		d.at(n, fmt.Sprintf("%s is not the code of a language.", quote(language)), "Write language: en-GB, or cy for Welsh.")
	}
	return language
}

func (d *decoder) scale(top object) model.Scale {
	n, ok := d.need(top, "scale", "and under it id, title, expected and levels")
	if !ok {
		return model.Scale{}
	}
	o, ok := d.object(n, "The scale", "id", "title", "expected", "levels")
	if !ok {
		return model.Scale{}
	}
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
