package rubrics

import (
	"errors"
	"fmt"
	"io"
	"strings"

	"go.yaml.in/yaml/v4"

	"waymark/model"
)

// maxBytes is the size of the largest file that is read: room for 500 areas of
// nine levels with all that can stand around them.
const maxBytes = 4 << 20

// Read reads one rubric file strictly. name is what the faults call the file.
// The error is a *Faults when the file can be read but not used, and otherwise
// the wrapped error of r.
func Read(name string, r io.Reader) (model.Rubric, error) {
	rubric, _, err := ReadWithNotes(name, r)
	return rubric, err
}

// ReadWithNotes is Read with what the person who installs the rubric should
// know about it although it is accepted.
func ReadWithNotes(name string, r io.Reader) (model.Rubric, []Note, error) {
	d, root, err := open(name, r, format)
	if err != nil {
		return model.Rubric{}, nil, err
	}
	rubric := d.rubric(root)
	if len(d.found) == 0 {
		d.checkAgain(rubric)
	}
	if err := d.err(); err != nil {
		return model.Rubric{}, nil, err
	}
	return rubric, d.noted(), nil
}

// open reads a file that says it has the form want, such as "rubric/1", up to
// the plain tree of its entries.
func open(name string, r io.Reader, want string) (*decoder, *yaml.Node, error) {
	noun, _, _ := strings.Cut(want, "/")
	raw, err := io.ReadAll(io.LimitReader(r, maxBytes+1))
	if err != nil {
		return nil, nil, fmt.Errorf("read %s %s: %w", noun, name, err)
	}
	d := &decoder{finder: &finder{file: name, noun: noun}}
	text, ok := d.safe(raw)
	if !ok {
		return nil, nil, d.err()
	}
	root, ok := d.parse(text)
	if !ok || !d.isFormat(root, want) {
		return nil, nil, d.err()
	}
	return d, root, nil
}

// checkAgain asks the model itself, so that a rule which only the model knows
// still refuses the file, if without a line of its own.
func (f *finder) checkAgain(r model.Rubric) {
	err := r.Check()
	if err == nil {
		return
	}
	var faults model.RubricFaults
	if !errors.As(err, &faults) {
		f.fault(1, 1, "This rubric cannot be used: "+err.Error()+".", "Change what it names.")
		return
	}
	for _, fault := range faults {
		f.fault(1, 1, "This rubric cannot be used: "+fault.Error()+".", "Change what it names.")
	}
}
