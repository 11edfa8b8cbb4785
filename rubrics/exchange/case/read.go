package casejson

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"maps"
	"slices"
	"strconv"
	"strings"

	"waymark/model"
	"waymark/rubrics/exchange"
	"waymark/rubrics/exchange/strict"
	"waymark/rubrics/exchange/yaml"
)

// Package is a package that was read: its rubric, what to know about it, and the
// ids and addresses of its parts.
type Package struct {
	Rubric model.Rubric
	Notes  []string
	Names  Names
}

// Read reads a package whole, or refuses it with every fault.
func Read(r io.Reader) (model.Rubric, []exchange.Fault, error) {
	p, faults, err := ReadPackage(r)
	return p.Rubric, faults, err
}

// ReadPackage is Read with everything else that a package says.
func ReadPackage(r io.Reader) (Package, []exchange.Fault, error) {
	raw, err := io.ReadAll(io.LimitReader(r, mostBytes+1))
	if err != nil {
		return Package{}, nil, fmt.Errorf("read rubric: %w", err)
	}
	raw = bytes.TrimPrefix(raw, []byte("\ufeff"))
	root, faults := grow(raw)
	if len(faults) > 0 {
		return Package{}, faults, nil
	}
	in := &reader{grower: grower{raw: raw}, spots: map[string]int{}, unkept: map[string]int{}}
	rubric := in.pack(root)
	if len(in.faults) > 0 {
		return Package{}, exchange.Cut(in.faults), nil
	}
	settled, notes, faults := strict.Settle(rubric, in.where)
	if len(faults) > 0 {
		return Package{}, faults, nil
	}
	return Package{settled, append(in.said(), notes...), in.names}, nil, nil
}

// reader turns the tree of a package into a rubric.
type reader struct {
	grower
	more     *docMore // what Waymark wrote beside the document
	document string   // its id
	items    map[string]*node
	order    []*node // of items
	parent   map[string]string
	ties     []*node
	groups   map[string]model.GroupID // by the id of their item, or a category
	areas    map[string]model.AreaID  // by the id of their item
	spots    map[string]int           // where parts stand
	unkept   map[string]int           // what is said that a rubric does not hold
	notes    []string
	names    Names
}

// where is the place in the file of a place in a rubric.
func (in *reader) where(p yaml.Place) (sheet string, row int, column string) {
	thing := p.In
	if p.Nth > 0 {
		thing += "#" + strconv.Itoa(p.Nth)
	} else if p.ID != "" {
		thing += " " + p.ID
	}
	for field := p.Field; ; field = field[:max(strings.LastIndex(field, " "), 0)] {
		at, ok := in.spots[thing+"/"+field]
		if ok || field == "" {
			line, column := place(in.raw, at)
			return "", line, strconv.Itoa(column)
		}
	}
}

// spot remembers where a part stands: by its code and by its count.
func (in *reader) spot(n *node, thing, code string, nth int, field string) {
	if n != nil {
		in.spots[thing+" "+code+"/"+field] = n.at
		in.spots[thing+"#"+strconv.Itoa(nth)+"/"+field] = n.at
	}
}

// extra reads what Waymark wrote beside a part.
func extra[T any](in *reader, n *node) *T {
	more := n.get("extensions").get("waymark")
	if more == nil {
		return nil
	}
	var t T
	if err := json.Unmarshal(in.raw[more.at:more.end], &t); err != nil {
		in.fault(more.at, "What Waymark wrote here was changed and cannot be read.", "Ask for the package again, as Waymark made it.")
		return nil
	}
	return &t
}

// pack reads the whole package.
func (in *reader) pack(root *node) model.Rubric {
	doc := root.get("CFDocument")
	if doc == nil || doc.kind != json.Delim('{') {
		in.fault(0, "This is not a CASE package: it has no CFDocument.", "Ask for the whole package; it is what CASE servers call CFPackages.")
		return model.Rubric{}
	}
	in.more = extra[docMore](in, doc)
	in.document = doc.get("identifier").words()
	in.readItems(root)
	in.readTies(root)
	r := in.head(doc)
	rubrics := root.get("CFRubrics").list()
	switch {
	case len(rubrics) > 1:
		in.fault(rubrics[1].at, "A second rubric begins here.", "Ask for a package with one of them.")
	case len(rubrics) == 1:
		in.rubric(&r, rubrics[0])
	case in.more == nil || in.more.Kind.Judged():
		in.fault(doc.at, "This package has statements but no rubric: nothing says what the levels are.", "Ask for a package with CFRubrics.")
	default:
		in.gather(&r, nil)
	}
	in.placeItems(&r)
	in.tieUp(&r)
	return r
}

func (in *reader) head(doc *node) model.Rubric {
	in.known(doc, "creator", "title", "caseVersion", "description", "language", "version", "licenseURI", "notes", "CFPackageURI")
	r := model.Rubric{
		Title: line(doc.get("title")), Summary: text(doc.get("description")), Language: line(doc.get("language")), Edition: line(doc.get("version")),
		Licence: line(doc.get("licenseURI").get("title")), Source: sourceOf(line(doc.get("creator")), text(doc.get("notes"))),
	}
	for field, name := range map[string]string{"title": "title", "summary": "description", "language": "language", "edition": "version", "source": "notes", "licence": "licenseURI", "": "title"} {
		if n := doc.get(name); n != nil {
			in.spots["/"+field] = n.at
		}
	}
	in.names.creator = line(doc.get("creator"))
	in.name(doc, part("document"))
	in.name(doc.get("licenseURI"), part("licence"))
	if m := in.more; m != nil {
		r.ID, r.Kind, r.GroupWord, r.Comparable = m.ID, m.Kind, m.GroupWord, m.Comparable
		r.Rulings, r.NotCovered, r.Answers, r.Roles, r.Positions = m.Rulings, m.NotCovered, m.Answers, m.Roles, m.Positions
		if m.Scale != nil {
			r.Scale = *m.Scale
		}
	}
	return r
}

func line(n *node) string { return exchange.Line(n.words()) }
func text(n *node) string { return exchange.Paragraphs(n.words()) }

// name keeps the id and the address of a part.
func (in *reader) name(n *node, key string) {
	in.names.keep(key, n.get("identifier").words(), n.get("uri").words())
}

func (in *reader) readItems(root *node) {
	in.items = map[string]*node{}
	for _, n := range root.get("CFItems").list() {
		id := n.get("identifier").words()
		switch {
		case id == "":
			in.fault(n.at, "This statement has no identifier.", "Ask whoever sent it for a corrected copy.")
		case in.items[id] != nil:
			in.fault(n.get("identifier").at, "Two statements have this identifier.", "Ask whoever sent it for a corrected copy.")
		}
		in.items[id] = n
		in.order = append(in.order, n)
		in.known(n, "fullStatement", "CFItemType", "humanCodingScheme", "conceptKeywords", "notes", "abbreviatedStatement", "CFDocumentURI")
	}
}

func (in *reader) readTies(root *node) {
	in.parent = map[string]string{}
	for _, n := range root.get("CFAssociations").list() {
		from, to := ends(n)
		if n.get("associationType").words() != childOf {
			in.ties = append(in.ties, n)
			continue
		}
		if _, has := in.parent[from]; !has {
			in.parent[from] = to
		}
		in.name(n, tiePart(childOf, from, to))
	}
}

func ends(n *node) (from, to string) {
	return n.get("originNodeURI").get("identifier").words(), n.get("destinationNodeURI").get("identifier").words()
}

// known counts what a part says beyond these names.
func (in *reader) known(n *node, names ...string) {
	for i, name := range n.names {
		switch name {
		case "identifier", "uri", "lastChangeDateTime":
			continue
		case "extensions":
			if n.get("extensions").get("waymark") != nil {
				continue
			}
		}
		if n.kids[i].kind != nil && !slices.Contains(names, name) {
			in.unkept[name]++
		}
	}
}

// said is what to know about a package that was taken.
func (in *reader) said() []string {
	if len(in.unkept) == 0 {
		return in.notes
	}
	var all []string
	for _, name := range slices.Sorted(maps.Keys(in.unkept)) {
		all = append(all, fmt.Sprintf("%s (%d)", exchange.Quote(name), in.unkept[name]))
	}
	return append(in.notes, "A rubric has no place for this, and it was left out: "+strings.Join(all, ", ")+".")
}
