package lint

import (
	"bytes"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v4"

	"waymark/model"
)

// The largest source and the deepest nesting that places are sought in. Beyond
// them a rubric is still checked, without lines.
const (
	maxSource = 4 << 20
	maxDepth  = 20
)

// place is where one entry of the file stands. Lines count from 1.
type place struct {
	key   int // the line that names it
	first int // the first line of its text
}

// places knows where the entries of one file stand. Paths are made of keys and
// of numbers from 0 in lists: "groups/0/areas/1/levels/2".
type places struct {
	lines  []string
	at     map[string]place
	values map[string]string       // what single entries hold
	starts []int                   // every line on which an entry begins, sorted
	areas  map[model.AreaID]string // the path of each area
	within map[int]bool            // lines of texts that mention an allowance and so hold none
}

// tooDeep is what the parser is stopped with.
type tooDeep struct{}

func (tooDeep) CheckDepth(depth int, _ *yaml.DepthContext) error {
	if depth > maxDepth {
		return errors.New("nested too deeply")
	}
	return nil
}

func (tooDeep) CheckAlias(int, int) error { return nil }

// readPlaces reads where things stand in source. It knows nothing about a source
// that is not YAML, and less about one that is not a rubric.
func readPlaces(source []byte) *places {
	p := &places{at: map[string]place{}, values: map[string]string{}, areas: map[model.AreaID]string{}, within: map[int]bool{}}
	if len(source) == 0 || len(source) > maxSource {
		return p
	}
	loader, err := yaml.NewLoader(bytes.NewReader(source), yaml.WithPlugin(tooDeep{}))
	if err != nil {
		return p
	}
	var doc yaml.Node
	if err := loader.Load(&doc); err != nil || len(doc.Content) == 0 {
		return p
	}
	p.lines = splitLines(string(source))
	p.walk("", doc.Content[0])
	slices.Sort(p.starts)
	p.starts = slices.Compact(p.starts)
	p.findAreas(doc.Content[0])
	p.findTexts(doc.Content[0])
	return p
}

// splitLines cuts a text into its lines, however they end.
func splitLines(text string) []string {
	text = strings.ReplaceAll(text, "\r\n", "\n")
	return strings.Split(strings.ReplaceAll(text, "\r", "\n"), "\n")
}

// walk notes the place of every entry below n.
func (p *places) walk(path string, n *yaml.Node) {
	switch n.Kind {
	case yaml.MappingNode:
		for i := 0; i+1 < len(n.Content); i += 2 {
			key, value := n.Content[i], n.Content[i+1]
			p.note(path+key.Value, key.Line, value)
		}
	case yaml.SequenceNode:
		for i, value := range n.Content {
			p.note(path+strconv.Itoa(i), value.Line, value)
		}
	default: // there are no entries below a plain value
	}
}

func (p *places) note(path string, line int, value *yaml.Node) {
	if _, doubled := p.at[path]; !doubled {
		first := value.Line
		if isBlock(value) {
			first++
		}
		p.at[path] = place{key: line, first: first}
		p.starts = append(p.starts, line)
		if value.Kind == yaml.ScalarNode {
			p.values[path] = value.Value
		}
	}
	p.walk(path+"/", value)
}

func isBlock(n *yaml.Node) bool {
	return n.Kind == yaml.ScalarNode && n.Style&(yaml.LiteralStyle|yaml.FoldedStyle) != 0
}

// findAreas learns which path each area has.
func (p *places) findAreas(root *yaml.Node) {
	for i, group := range child(root, "groups") {
		for j, area := range child(group, "areas") {
			id := model.AreaID(scalar(area, "id"))
			if _, doubled := p.areas[id]; id != "" && !doubled {
				p.areas[id] = fmt.Sprintf("groups/%d/areas/%d", i, j)
			}
		}
	}
}

// child is what the list called key holds.
func child(n *yaml.Node, key string) []*yaml.Node {
	if n.Kind != yaml.MappingNode {
		return nil
	}
	for i := 0; i+1 < len(n.Content); i += 2 {
		if n.Content[i].Value == key && n.Content[i+1].Kind == yaml.SequenceNode {
			return n.Content[i+1].Content
		}
	}
	return nil
}

func scalar(n *yaml.Node, key string) string {
	if n.Kind != yaml.MappingNode {
		return ""
	}
	for i := 0; i+1 < len(n.Content); i += 2 {
		if n.Content[i].Value == key && n.Content[i+1].Kind == yaml.ScalarNode {
			return n.Content[i+1].Value
		}
	}
	return ""
}

// findTexts notes the lines of every text in which the words of an allowance
// stand, so that they are not taken for a comment.
func (p *places) findTexts(n *yaml.Node) {
	for _, c := range n.Content {
		p.findTexts(c)
	}
	if n.Kind != yaml.ScalarNode || !strings.Contains(n.Value, allowMark) {
		return
	}
	first := n.Line
	if isBlock(n) {
		first++
	}
	for line := first; line <= max(p.end(first), first); line++ {
		p.within[line] = true
	}
}

// end is the last line of what begins on line.
func (p *places) end(line int) int {
	i, _ := slices.BinarySearch(p.starts, line+1)
	if i < len(p.starts) {
		return p.starts[i] - 1
	}
	return len(p.lines)
}

// prefix is what the paths in area id begin with.
func (p *places) prefix(id model.AreaID) string {
	if path, ok := p.areas[id]; ok {
		return path + "/"
	}
	return "area/" + string(id) + "/"
}

// key is the line that names the entry at path, or 0.
func (p *places) key(path string) int { return p.at[path].key }

// area is the line on which area id begins, or 0.
func (p *places) area(id model.AreaID) int { return p.at[p.areas[id]].key }

// areaAt is the area that line belongs to, or "".
func (p *places) areaAt(line int) model.AreaID {
	var found model.AreaID
	nearest := 0
	for id := range p.areas {
		if start := p.area(id); start <= line && start > nearest {
			found, nearest = id, start
		}
	}
	return found
}

// line is where phrase stands in the text at path, else where the text begins.
func (p *places) line(path, phrase string) int {
	at, ok := p.at[path]
	if !ok {
		return 0
	}
	last := min(p.end(at.first), len(p.lines))
	word, _, _ := strings.Cut(phrase, " ")
	for _, sought := range []string{phrase, word} {
		if sought == "" {
			continue
		}
		for n := at.first; n >= 1 && n <= last; n++ {
			if hasWords(p.lines[n-1], sought) {
				return n
			}
		}
	}
	return at.first
}

// hasWords reports whether the words of phrase stand in line one after another.
func hasWords(line, phrase string) bool {
	return strings.Contains(" "+strings.Join(wordsOf(line), " ")+" ", " "+strings.Join(wordsOf(phrase), " ")+" ")
}
