package rubrics

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"go.yaml.in/yaml/v4"

	"waymark/model"
)

// format is the form of every rubric file that this reader reads.
const format = "rubric/1"

var (
	idShape       = regexp.MustCompile(`^[a-z0-9][a-z0-9._-]{0,63}$`)
	languageShape = regexp.MustCompile(`^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$`)
)

// rubric reads the whole file. What it returns is complete only when nothing
// was found.
func (d *decoder) rubric(root *yaml.Node) model.Rubric {
	o, _ := d.object(root, "The rubric", "waymark", "id", "edition", "title", "summary", "kind", "language", "licence",
		"source", "group_word", "comparable", "scale", "groups", "rulings", "not_covered",
		"crosswalk", "answers", "roles", "positions")
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
	d.visit(o, &r)
	r.Scale = d.scale(o, r.Kind)
	d.groups(o, &r)
	r.Rulings = d.readRulings(o)
	r.Crosswalk = d.crosswalk(o, r.ID)
	d.link(&r)
	return r
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
