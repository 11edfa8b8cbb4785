package rubrics

import (
	"bytes"
	"errors"
	"fmt"
	"io"

	"go.yaml.in/yaml/v4"
)

// The caps keep the cost of a refusal small. A rubric of 500 areas and nine
// levels with everything around them has about 150,000 entries and is 10 deep.
// Marks are the line ends and signs without which no entry can begin: the parser
// holds some 500 bytes for each, so they are counted before it is asked.
const (
	maxMarks = 300_000
	maxNodes = 200_000
	maxDepth = 20
)

// errTooDeep is what the parser is stopped with.
var errTooDeep = errors.New("nested too deeply")

// caps stops the parser itself, before anything is built from what it reads.
type caps struct{}

// CheckDepth refuses nesting that no rubric needs.
func (caps) CheckDepth(depth int, _ *yaml.DepthContext) error {
	if depth > maxDepth {
		return errTooDeep
	}
	return nil
}

// CheckAlias lets every alias pass: the tree is searched for them, so that each
// is named with its place.
func (caps) CheckAlias(int, int) error { return nil }

// parse reads the text as one YAML document whose top is a list of entries, and
// leaves only plain trees: no aliases, tags, merges or doubled keys.
func (f *finder) parse(text string) (*yaml.Node, bool) {
	if !f.countMarks(text) {
		return nil, false
	}
	loader, err := yaml.NewLoader(bytes.NewReader([]byte(text)), yaml.WithPlugin(caps{}))
	if err != nil {
		f.fault(1, 1, "This file could not be read: "+err.Error()+".", "Try again.")
		return nil, false
	}
	var doc, second yaml.Node
	if err := loader.Load(&doc); errors.Is(err, io.EOF) {
		f.fault(1, 1, "This file holds only comments.", f.named("Choose the file that holds the rubric."))
		return nil, false
	} else if err != nil {
		f.syntax(text, err)
		return nil, false
	}
	if err := loader.Load(&second); err == nil {
		f.at(&second, f.named("A second document starts here; a rubric file holds one."), "Delete the line ---, or put what follows in a file of its own.")
	} else if !errors.Is(err, io.EOF) {
		f.syntax(text, err)
	}
	root := doc.Content[0]
	if len(f.found) > 0 || !f.countNodes(root) {
		return nil, false
	}
	f.plain(root)
	return root, len(f.found) == 0
}

// countMarks reports whether the text has few enough marks to be parsed.
func (f *finder) countMarks(text string) bool {
	left := maxMarks
	p := place{line: 1, column: 1}
	for _, r := range text {
		switch r {
		case '\n', '\r', ',', ':', '#', '?', '[', '{':
			left--
		}
		if left < 0 {
			f.tooMany(p.line, p.column, maxMarks)
			return false
		}
		p.pass(r)
	}
	return true
}

func (f *finder) tooMany(line, column, most int) {
	f.fault(line, column, f.named(fmt.Sprintf("This file has more than %d entries or marks, which no rubric needs.", most)),
		"Check that it is the right file.")
}

// countNodes reports whether the tree is within the cap. It is asked before
// any work that grows with the tree.
func (f *finder) countNodes(root *yaml.Node) bool {
	left := maxNodes
	var count func(*yaml.Node) *yaml.Node
	count = func(n *yaml.Node) *yaml.Node {
		if left--; left < 0 {
			return n
		}
		for _, child := range n.Content {
			if last := count(child); last != nil {
				return last
			}
		}
		return nil
	}
	last := count(root)
	if last != nil {
		f.tooMany(last.Line, last.Column, maxNodes)
	}
	return last == nil
}

// plain finds everything in the tree that YAML allows and a rubric does not.
func (f *finder) plain(n *yaml.Node) {
	switch {
	case n.Kind == yaml.AliasNode:
		f.at(n, fmt.Sprintf("Text cannot start with * here; YAML reads %s as a reference to another entry.", quote("*"+n.Value)),
			"Put the text in double quotation marks.")
		return
	case n.Anchor != "":
		f.at(n, fmt.Sprintf("Text cannot start with & here; YAML reads %s as the name of an entry.", quote("&"+n.Anchor)),
			"Put the text in double quotation marks.")
	case n.Tag == "!!merge":
		f.at(n, "Entries cannot be merged into others with <<.", "Write the entries out.")
	case !coreTag(n.Tag):
		f.at(n, fmt.Sprintf("Text cannot start with ! here; YAML reads %s as the name of a type.", quote(n.Tag)),
			"Put the text in double quotation marks.")
	}
	if n.Kind == yaml.ScalarNode {
		f.escaped(n)
	}
	if n.Kind == yaml.MappingNode {
		f.keys(n)
	}
	for _, child := range n.Content {
		f.plain(child)
	}
}

func coreTag(tag string) bool {
	switch tag {
	case "", "!!str", "!!int", "!!float", "!!bool", "!!null", "!!map", "!!seq", "!!timestamp", "!!merge":
		return true
	}
	return false
}

// escaped finds characters that were written as an escape, such as "\e", and so
// were not in the text itself.
func (f *finder) escaped(n *yaml.Node) {
	for _, r := range n.Value {
		if name := hiddenName(r); name != "" {
			f.at(n, fmt.Sprintf("This text holds a %s (U+%04X), written with a backslash.", name, r), "Delete it.")
			return
		}
	}
}

// keys finds doubled keys with a map, because comparing every key with every
// other takes minutes for a hostile file.
func (f *finder) keys(n *yaml.Node) {
	seen := make(map[string]*yaml.Node, len(n.Content)/2)
	for i := 0; i+1 < len(n.Content); i += 2 {
		key := n.Content[i]
		if key.Kind != yaml.ScalarNode {
			f.at(key, "A list cannot be the name of an entry.", "Write a plain word before the colon.")
			continue
		}
		if first, doubled := seen[key.Value]; doubled {
			f.at(key, fmt.Sprintf("%s stands twice here; it was already given on line %d.", quote(key.Value), first.Line),
				"Keep one of the two.")
			continue
		}
		seen[key.Value] = key
	}
}
