package rubrics

import (
	"bytes"
	"fmt"
	"io"
	"slices"
	"strconv"

	"go.yaml.in/yaml/v4"
)

const templateFormat = "template/1"

// Form is a page to fill in: what to write under each heading, with an invented
// example. Pages is how many sides of A4 it must fit on, or 0 for no limit.
type Form struct {
	ID       string
	Title    string
	Language string
	Licence  string
	Source   string
	Intro    string
	Pages    int
	Sections []Section
}

// Section is one heading of a form. Limit is the most characters that may be
// written under it, or 0 for no limit.
type Section struct {
	ID      string
	Title   string
	Prompt  string
	Example string
	Limit   int
}

// TemplateIDs names the templates that come with Waymark.
func TemplateIDs() []string { return []string{"set-play", "quality-sheet"} }

// Template reads the one template called id of those that come with Waymark. The
// error wraps ErrUnknown when there is none.
func Template(id string) (Form, error) {
	if !slices.Contains(TemplateIDs(), id) {
		return Form{}, fmt.Errorf("read template %q: %w", id, ErrUnknown)
	}
	name := "data/templates/" + id + ".yaml"
	text, err := shippedFile(name)
	if err != nil {
		return Form{}, fmt.Errorf("read template %s: %w", id, err)
	}
	return ReadTemplate(name, bytes.NewReader(text))
}

// The bounds of a template: one of more sections or sides than these is not
// filled in by anybody.
const (
	maxSections = 40
	maxPages    = 20
)

// ReadTemplate reads a template file, as strictly as Read reads a rubric. An
// example must keep to the limit of its own section.
func ReadTemplate(name string, r io.Reader) (Form, error) {
	d, root, err := open(name, r, templateFormat)
	if err != nil {
		return Form{}, err
	}
	o, _ := d.object(root, "The template", "waymark", "id", "title", "language", "licence", "source", "intro", "pages", "sections")
	form := Form{
		ID: d.id(o, "id", "set-play"), Title: d.line(o, "title", "the name people will read"), Language: d.language(o),
		Licence: d.maybeLine(o, "licence"), Source: d.maybeText(o, "source"), Intro: d.maybeText(o, "intro"),
		Pages: d.whole(o, "pages", maxPages), Sections: d.sections(o),
	}
	if err := d.err(); err != nil {
		return Form{}, err
	}
	return form, nil
}

func (d *decoder) sections(top object) []Section {
	n, ok := d.need(top, "sections", "and under it - id:, title: and prompt: for each heading")
	if !ok {
		return nil
	}
	nodes := d.sequence(top, "sections")
	if n.Kind == yaml.SequenceNode && (len(nodes) == 0 || len(nodes) > maxSections) {
		d.at(n, fmt.Sprintf("The template has %d sections; it needs 1 to %d.", len(nodes), maxSections), "Add or join sections.")
	}
	seen := map[string]*yaml.Node{}
	var all []Section
	for _, n := range nodes {
		o, ok := d.object(n, called("Section", n), "id", "title", "prompt", "example", "limit")
		if !ok {
			continue
		}
		s := Section{ID: d.id(o, "id", "why"), Title: d.line(o, "title", "the heading"), Example: d.maybeText(o, "example"), Limit: d.whole(o, "limit", maxText)}
		if prompt, ok := d.need(o, "prompt", "what to write here"); ok {
			s.Prompt, _ = d.text(o, "prompt", prompt, maxText)
		}
		d.once(seen, "Section", s.ID, o.values["id"])
		if long := len([]rune(s.Example)); s.Limit > 0 && long > s.Limit {
			d.at(o.values["example"], fmt.Sprintf("The example of %s has %d characters, and its limit is %d.", lower(o.called), long, s.Limit), "Shorten it, or raise the limit.")
		}
		all = append(all, s)
	}
	return all
}

// whole is a number from 1 to most that may be missing.
func (d *decoder) whole(o object, name string, most int) int {
	n, ok := o.values[name]
	if !ok {
		return 0
	}
	number, err := strconv.Atoi(n.Value)
	if n.Kind != yaml.ScalarNode || n.Tag != "!!int" || err != nil || strconv.Itoa(number) != n.Value || number < 1 || number > most {
		d.at(n, fmt.Sprintf("%s of %s must be a whole number from 1 to %d.", quote(name), lower(o.called), most), "Write "+name+": "+strconv.Itoa(min(most, 2))+", without quotation marks.")
		return 0
	}
	return number
}
