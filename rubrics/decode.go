package rubrics

import (
	"fmt"
	"slices"
	"strings"

	"go.yaml.in/yaml/v4"

	"waymark/model"
)

// The longest texts that are taken: a line for a title or a question, and a
// text for everything that is read as a paragraph.
const (
	maxLine = 300
	maxText = 4000
)

// decoder builds a rubric from a plain tree. It never stops at a fault, so that
// an author sees all of them at once.
type decoder struct {
	*finder

	groupIDs  map[string]*yaml.Node
	areas     map[model.AreaID]*yaml.Node
	items     map[string]*yaml.Node
	needs     []link
	seeAlso   []link
	rulings   []link
	mentions  []link // of areas in next steps
	crossings []link // from areas or groups
	shares    []link // of items in commitments
}

// link is one area's mention of another.
type link struct {
	from model.AreaID
	to   model.AreaID
	node *yaml.Node
}

// object is a list of named entries, with the words that faults call it by.
type object struct {
	node   *yaml.Node
	called string
	values map[string]*yaml.Node
	names  map[string]*yaml.Node
}

// object reads n as named entries and finds the names that are not known.
func (d *decoder) object(n *yaml.Node, called string, known ...string) (object, bool) {
	o := object{node: n, called: called, values: map[string]*yaml.Node{}, names: map[string]*yaml.Node{}}
	if d.full() {
		return o, false
	}
	if n.Kind != yaml.MappingNode {
		d.at(n, called+" must be a list of named entries.", "Write name: text on lines of their own, such as "+known[0]+": …")
		return o, false
	}
	for i := 0; i+1 < len(n.Content); i += 2 {
		if d.full() {
			return o, false
		}
		key, value := n.Content[i], n.Content[i+1]
		if !slices.Contains(known, key.Value) {
			d.unknown(key, called, known)
			continue
		}
		o.values[key.Value], o.names[key.Value] = value, key
	}
	return o, true
}

func (d *decoder) unknown(key *yaml.Node, called string, known []string) {
	problem := fmt.Sprintf("%s cannot have an entry called %s.", called, quote(key.Value))
	if near := closest(key.Value, known); near != "" {
		d.at(key, problem, fmt.Sprintf("Did you mean %s?", quote(near)))
		return
	}
	d.at(key, problem, "Use one of these or delete it: "+strings.Join(known, ", ")+".")
}

// need is the value of an entry that must be there.
func (d *decoder) need(o object, name, example string) (*yaml.Node, bool) {
	n, ok := o.values[name]
	if !ok {
		d.at(o.node, fmt.Sprintf("%s has no %s.", o.called, quote(name)), "Add "+name+": "+example+".")
	}
	return n, ok
}

// line is a text of one line that must be there.
func (d *decoder) line(o object, name, example string) string {
	n, ok := d.need(o, name, example)
	if !ok {
		return ""
	}
	return d.oneLine(o, name, n)
}

// maybeLine is a text of one line that may be missing.
func (d *decoder) maybeLine(o object, name string) string {
	if n, ok := o.values[name]; ok {
		return d.oneLine(o, name, n)
	}
	return ""
}

func (d *decoder) oneLine(o object, name string, n *yaml.Node) string {
	text, ok := d.text(o, name, n, maxLine)
	if ok && strings.Contains(text, "\n") {
		d.at(n, fmt.Sprintf("%s of %s must be one line.", quote(name), lower(o.called)), "Join its lines, or move the rest elsewhere.")
	}
	return text
}

// maybeText is a text of any number of paragraphs that may be missing.
func (d *decoder) maybeText(o object, name string) string {
	n, ok := o.values[name]
	if !ok {
		return ""
	}
	text, _ := d.text(o, name, n, maxText)
	return text
}

// text reads a value as words. Lines are joined, because they were broken to
// fit an editor and not a screen; an empty line starts a new paragraph.
func (d *decoder) text(o object, name string, n *yaml.Node, most int) (string, bool) {
	before := len(d.found)
	value := n.Value
	switch {
	case n.Kind != yaml.ScalarNode:
		d.notWords(o, name, n)
	case n.Tag == "!!null" || strings.TrimSpace(value) == "":
		d.emptyWords(o, name, n)
	case n.Tag != "!!str":
		d.at(n, fmt.Sprintf("%s of %s is not text: some programs read %s as %s.", quote(name), lower(o.called), value, kindOf(n.Tag)),
			"Write "+shortLine(name+": "+quotedYAML(value))+".")
	case n.Style == 0 && n.LineComment != "":
		d.at(n, fmt.Sprintf("The text of %s stops at %s: YAML reads the rest of the line as a comment.", quote(name), quote(n.LineComment)),
			"Put the whole text in double quotation marks, or move the comment to a line of its own.")
	case len([]rune(value)) > most:
		d.at(n, fmt.Sprintf("%s of %s has %d characters; %d is the most.", quote(name), lower(o.called), len([]rune(value)), most), "Shorten it.")
	}
	return paragraphs(n), len(d.found) == before
}

func (d *decoder) notWords(o object, name string, n *yaml.Node) {
	fix := "Write one text in its place."
	if n.Kind == yaml.MappingNode && len(n.Content) > 1 && n.Content[0].Line == n.Line && n.Content[1].Kind == yaml.ScalarNode {
		fix = "If its text has a colon in it, put it in double quotation marks: " +
			shortLine(quotedYAML(n.Content[0].Value+": "+n.Content[1].Value)) + "."
	}
	d.at(n, fmt.Sprintf("%s of %s must be text, not a list.", quote(name), lower(o.called)), fix)
}

func (d *decoder) emptyWords(o object, name string, n *yaml.Node) {
	problem := fmt.Sprintf("%s of %s is empty.", quote(name), lower(o.called))
	if key := o.names[name]; n.LineComment != "" || key != nil && key.LineComment != "" {
		d.at(n, problem+" YAML reads everything after # as a comment.", "Put the text in double quotation marks.")
		return
	}
	d.at(n, problem, "Write its text, or check that the text under it starts further in than its name.")
}

// kindOf says what a program that is careless with types makes of a value.
func kindOf(tag string) string {
	switch tag {
	case "!!int", "!!float":
		return "a number"
	case "!!bool":
		return "yes or no"
	case "!!timestamp":
		return "a date"
	}
	return "nothing"
}

func paragraphs(n *yaml.Node) string {
	if !strings.ContainsAny(n.Value, "\n\r\t\v\f\u0085\u00a0") && !strings.Contains(n.Value, "  ") {
		return strings.Trim(n.Value, " ") // most texts are folded already
	}
	text := strings.ReplaceAll(n.Value, "\r\n", "\n")
	gap := "\n"
	if n.Style&yaml.LiteralStyle != 0 {
		gap = "\n\n"
	}
	var kept []string
	for part := range strings.SplitSeq(text, gap) {
		if words := strings.Fields(part); len(words) > 0 {
			kept = append(kept, strings.Join(words, " "))
		}
	}
	return strings.Join(kept, "\n\n")
}

// texts is a list of texts that may be missing.
func (d *decoder) texts(o object, name string, most int) []string {
	var texts []string
	for i, n := range d.sequence(o, name) {
		if text, ok := d.text(o, fmt.Sprintf("%s %d", name, i+1), n, most); ok {
			texts = append(texts, text)
		}
	}
	return texts
}

// sequence is the nodes of a list that may be missing.
func (d *decoder) sequence(o object, name string) []*yaml.Node {
	n, ok := o.values[name]
	switch {
	case !ok:
		return nil
	case n.Kind == yaml.SequenceNode:
		return n.Content
	case n.Kind == yaml.ScalarNode && n.Tag != "!!null":
		d.at(n, fmt.Sprintf("%s of %s must be a list.", quote(name), lower(o.called)), "Write "+shortLine(name+": ["+quotedYAML(n.Value)+"]")+".")
	default:
		d.at(n, fmt.Sprintf("%s of %s must be a list.", quote(name), lower(o.called)), "Write each part on its own line after a -, or delete "+name+".")
	}
	return nil
}

// lower makes what an object is called fit the middle of a sentence.
func lower(called string) string { return strings.ToLower(called[:1]) + called[1:] }
