package rubrics

import (
	"errors"
	"fmt"
	"io"

	"waymark/model"
)

// maxBytes is the size of the largest rubric file that is read. The rubric that
// comes with Waymark is about half of it.
const maxBytes = 256 << 10

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
	raw, err := io.ReadAll(io.LimitReader(r, maxBytes+1))
	if err != nil {
		return model.Rubric{}, nil, fmt.Errorf("read rubric %s: %w", name, err)
	}
	f := finder{file: name}
	text, ok := f.text(raw)
	if !ok {
		return model.Rubric{}, nil, f.err()
	}
	root, ok := f.parse(text)
	if !ok {
		return model.Rubric{}, nil, f.err()
	}
	d := decoder{finder: &f}
	rubric := d.rubric(root)
	if len(f.found) == 0 {
		f.checkAgain(rubric)
	}
	if err := f.err(); err != nil {
		return model.Rubric{}, nil, err
	}
	return rubric, f.notes, nil
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
