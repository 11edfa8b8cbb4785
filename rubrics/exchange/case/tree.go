package casejson

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"strconv"

	"waymark/rubrics/exchange"
)

// The limits on what is read.
const (
	mostBytes = 16 << 20
	mostNodes = 600_000
	mostDepth = 40
)

// node is a value of JSON with its place.
type node struct {
	at    int // where it begins
	end   int // where it ends
	kind  json.Token
	text  string // of a string or a number
	names []string
	kids  []*node
}

// kinds of nodes beside the delimiters { and [.
const (
	isText   = "text"
	isNumber = "number"
	isOther  = "other"
)

// get is the value of a name, or nothing when there is none or it is null.
func (n *node) get(name string) *node {
	if n == nil || n.kind != json.Delim('{') {
		return nil
	}
	for i, k := range n.names {
		if k == name && n.kids[i].kind != nil {
			return n.kids[i]
		}
	}
	return nil
}

// list is the values of a list, or of nothing.
func (n *node) list() []*node {
	if n == nil || n.kind != json.Delim('[') {
		return nil
	}
	return n.kids
}

// words is the text of a string or a number, or "".
func (n *node) words() string {
	if n == nil {
		return ""
	}
	return n.text
}

// number is the value of a number.
func (n *node) number() (float64, bool) {
	if n == nil || n.kind != isNumber {
		return 0, false
	}
	f, err := strconv.ParseFloat(n.text, 64)
	return f, err == nil
}

// grower builds a tree within the limits.
type grower struct {
	raw    []byte
	dec    *json.Decoder
	left   int
	faults []exchange.Fault
}

var errTooLarge = errors.New("more values, or deeper ones, than any rubric has")

// grow reads a file as a tree, or says why it is none.
func grow(raw []byte) (*node, []exchange.Fault) {
	g := &grower{raw: raw, left: mostNodes}
	if problem, fix := g.notJSON(); problem != "" {
		return nil, append(g.faults, exchange.Fault{Problem: problem, Fix: fix})
	}
	if len(g.faults) > 0 {
		return nil, g.faults
	}
	g.dec = json.NewDecoder(bytes.NewReader(raw))
	g.dec.UseNumber()
	root, err := g.value(0)
	if err != nil {
		return nil, []exchange.Fault{{Problem: "This file has " + err.Error() + ".", Fix: "Check that it is the right file."}}
	}
	return root, exchange.Cut(g.faults)
}

// notJSON looks at the bytes alone.
func (g *grower) notJSON() (problem, fix string) {
	if len(g.raw) > mostBytes {
		return "This file is larger than 16 MB, which no rubric needs.", "Check that it is the right file."
	}
	if problem, fix := exchange.WrongFile(g.raw, "a CASE package (.json)"); problem != "" {
		return problem, fix
	}
	const again = "Download it again; do not edit it by hand."
	if line, column, bad := exchange.NotUTF8(g.raw); bad {
		g.faults = []exchange.Fault{{Row: line, Column: strconv.Itoa(column), Problem: "A byte here is not UTF-8 text.", Fix: again}}
		return "", ""
	}
	var whole json.RawMessage
	var syntax *json.SyntaxError
	switch err := json.Unmarshal(g.raw, &whole); {
	case err == nil:
	case errors.As(err, &syntax) && syntax.Offset < int64(len(g.raw)):
		g.fault(max(int(syntax.Offset)-1, 0), "This is not JSON, the form that CASE packages are in.", again)
	default:
		g.fault(len(g.raw), "The file ends in the middle: it did not arrive whole.", again)
	}
	return "", ""
}

func (g *grower) fault(at int, problem, fix string) {
	if len(g.faults) <= exchange.MostFaults {
		line, column := place(g.raw, at)
		g.faults = append(g.faults, exchange.Fault{Row: line, Column: strconv.Itoa(column), Problem: problem, Fix: fix})
	}
}

// place is a position as a line and a character of it, counted from 1.
func place(raw []byte, at int) (line, column int) {
	before := raw[:min(at, len(raw))]
	line = bytes.Count(before, []byte("\n")) + 1
	return line, len([]rune(string(before[bytes.LastIndexByte(before, '\n')+1:]))) + 1
}

// start is where the next value begins.
func (g *grower) start() int {
	at := int(g.dec.InputOffset())
	for at < len(g.raw) && bytes.IndexByte([]byte(" \t\r\n,:"), g.raw[at]) >= 0 {
		at++
	}
	return at
}

func (g *grower) value(depth int) (*node, error) {
	n := &node{at: g.start()}
	if g.left--; g.left < 0 || depth > mostDepth {
		return nil, errTooLarge
	}
	token, err := g.dec.Token()
	if err != nil {
		return nil, fmt.Errorf("a value that cannot be read: %w", err)
	}
	n.kind = token
	switch t := token.(type) {
	case string:
		n.kind, n.text = isText, t
		if name, r := exchange.Hidden(t); name != "" {
			g.fault(n.at, fmt.Sprintf("This text holds a %s (U+%04X), which cannot be seen.", name, r), "Ask whoever sent it to take it out.")
		}
	case json.Number:
		n.kind, n.text = isNumber, t.String()
	case bool:
		n.kind = isOther
	case json.Delim:
		if err := g.inside(n, t, depth); err != nil {
			return nil, err
		}
	}
	n.end = int(g.dec.InputOffset())
	return n, nil
}

// inside reads what a list or an object holds.
func (g *grower) inside(n *node, open json.Delim, depth int) error {
	seen := map[string]bool{}
	for g.dec.More() {
		if open == '{' {
			at := g.start()
			name, err := g.dec.Token()
			if err != nil {
				return fmt.Errorf("a name that cannot be read: %w", err)
			}
			key, _ := name.(string)
			if seen[key] {
				g.fault(at, fmt.Sprintf("%s stands twice here, so what it says is not certain.", exchange.Quote(key)), "Ask whoever sent it for a corrected copy.")
			}
			seen[key] = true
			n.names = append(n.names, key)
		}
		kid, err := g.value(depth + 1)
		if err != nil {
			return err
		}
		n.kids = append(n.kids, kid)
	}
	if _, err := g.dec.Token(); err != nil {
		return fmt.Errorf("a list that does not end: %w", err)
	}
	return nil
}
