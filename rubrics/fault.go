package rubrics

import (
	"cmp"
	"fmt"
	"strings"

	"go.yaml.in/yaml/v4"

	"waymark/model/arrange"
)

// maxFaults is how many faults one refusal lists. More than a screenful is not
// read, and the first ones often cause the rest.
const maxFaults = 20

// mostFound is how many faults are counted before the search ends.
const mostFound = 1000

// Fault is one reason why a file cannot be used as a rubric. Problem says in a
// sentence what is wrong, Fix what to change. Line and Column count from 1.
type Fault struct {
	File    string
	Line    int
	Column  int
	Problem string
	Fix     string
}

// String is the fault on one line: "file:line:column: problem. fix".
func (f Fault) String() string {
	return fmt.Sprintf("%s:%d:%d: %s %s", f.File, f.Line, f.Column, f.Problem, f.Fix)
}

// Faults is every fault of one file in reading order, at most twenty. More
// counts those that were found beyond them; the search ends near a thousand.
type Faults struct {
	List []Fault
	More int
}

// Error lists the faults, a line each.
func (fs *Faults) Error() string {
	lines := make([]string, 0, len(fs.List)+1)
	for _, f := range fs.List {
		lines = append(lines, f.String())
	}
	if fs.More > 0 {
		lines = append(lines, fmt.Sprintf("and %d more", fs.More))
	}
	return strings.Join(lines, "\n")
}

// Note is something to know about a rubric that was accepted.
type Note struct {
	File   string
	Line   int
	Column int
	Text   string
}

// finder collects what is found in one file.
type finder struct {
	file  string
	noun  string // what the file should be, such as a rubric
	found []Fault
	notes []Note
}

func (f *finder) fault(line, column int, problem, fix string) {
	f.found = append(f.found, Fault{
		File: f.file, Line: max(line, 1), Column: max(column, 1), Problem: problem, Fix: fix,
	})
}

// full reports whether so much was found that looking on would only cost time.
func (f *finder) full() bool { return len(f.found) >= mostFound }

func (f *finder) at(n *yaml.Node, problem, fix string) {
	f.fault(n.Line, n.Column, problem, fix)
}

func (f *finder) note(n *yaml.Node, text string) {
	f.notes = append(f.notes, Note{File: f.file, Line: n.Line, Column: n.Column, Text: text})
}

// noted is the notes in reading order.
func (f *finder) noted() []Note {
	arrange.By(f.notes, func(a, b Note) int {
		return cmp.Or(cmp.Compare(a.Line, b.Line), cmp.Compare(a.Column, b.Column))
	})
	return f.notes
}

// err is the refusal, or nil when nothing was found.
func (f *finder) err() error {
	if len(f.found) == 0 {
		return nil
	}
	arrange.By(f.found, func(a, b Fault) int {
		return cmp.Or(cmp.Compare(a.Line, b.Line), cmp.Compare(a.Column, b.Column))
	})
	list := f.found[:min(len(f.found), maxFaults)]
	return &Faults{List: list, More: len(f.found) - len(list)}
}
