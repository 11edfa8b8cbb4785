package rubrics

import (
	"fmt"
	"strconv"

	"go.yaml.in/yaml/v4"

	"waymark/model"
)

// ladder is a list of texts numbered like the levels, and the words that faults
// use for it.
type ladder struct {
	name string // of the entry
	one  string // of them
	verb string // what an area does with a level in it
}

func (d *decoder) levels(o object, most int) []string {
	n, ok := d.need(o, "levels", "and under it 1:, 2: and so on, each with its text")
	if !ok {
		return nil
	}
	return d.ladder(o, n, ladder{name: "levels", one: "level", verb: "describes"}, most)
}

func (d *decoder) exemplars(o object, most int) []string {
	n, ok := o.values["exemplars"]
	if !ok {
		return nil
	}
	return d.ladder(o, n, ladder{name: "exemplars", one: "exemplar", verb: "has exemplars for"}, most)
}

// ladder reads texts that must be numbered from 1 to the number of levels of
// the scale (most), without a gap and in that order.
func (d *decoder) ladder(o object, n *yaml.Node, l ladder, most int) []string {
	if n.Kind != yaml.MappingNode {
		d.at(n, fmt.Sprintf("The %s of %s must be numbered.", l.name, lower(o.called)), "Write 1:, 2: and so on, each followed by its text.")
		return nil
	}
	texts := map[int]string{}
	last := 0
	for i := 0; i+1 < len(n.Content); i += 2 {
		key := n.Content[i]
		number, err := strconv.Atoi(key.Value)
		if err != nil || strconv.Itoa(number) != key.Value || number < 1 || number > model.MaxLevels {
			d.at(key, fmt.Sprintf("%s has %s %s called %s.", o.called, article(l.one), l.one, quote(key.Value)),
				fmt.Sprintf("Number the %s 1 to %d.", l.name, max(most, model.MinLevels)))
			continue
		}
		if number < last {
			d.at(key, fmt.Sprintf("%s %s level %d after level %d.", o.called, l.verb, number, last), "Put the levels in order, lowest first.")
		}
		last = max(last, number)
		name := l.one + " " + key.Value
		o.names[name] = key
		texts[number], _ = d.text(o, name, n.Content[i+1], maxText)
	}
	d.complete(o, n, l, texts, most)
	ordered := make([]string, 0, len(texts))
	for number := 1; number <= most; number++ {
		ordered = append(ordered, texts[number])
	}
	return ordered
}

// complete compares the levels that an area has texts for with those of the
// scale.
func (d *decoder) complete(o object, n *yaml.Node, l ladder, texts map[int]string, most int) {
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
		d.at(n, fmt.Sprintf("%s %s %d %s; this rubric has %d.", o.called, l.verb, len(texts)-len(extra), plural("level", len(texts)-len(extra)), most),
			fmt.Sprintf("Add %s %s.", plural("level", len(missing)), list(numbers(missing))))
	}
	if len(extra) > 0 {
		d.at(n, fmt.Sprintf("%s %s level %s, but the scale of this rubric ends at %d.", o.called, l.verb, list(numbers(extra)), most),
			"Take it out, or add a level to the scale and to every area.")
	}
}
