// Package strict holds what is read in any exchange format to the rules of
// Waymark's own files.
//
// It promises that a rubric it lets through is one that package rubrics would
// read from a file, word for word, and that every fault is named at the place in
// the file it came from. It imports only the standard library, waymark/model,
// waymark/rubrics and the exchange packages that write.
package strict

import (
	"bytes"
	"errors"
	"fmt"

	"waymark/model"
	"waymark/rubrics"
	"waymark/rubrics/exchange"
	"waymark/rubrics/exchange/yaml"
)

// Locate turns a place in a rubric into the place in the file where it was read.
type Locate func(yaml.Place) (sheet string, row int, column string)

// Settle completes a rubric and reads it as its own reader would. The notes say
// what was added.
func Settle(r model.Rubric, where Locate) (model.Rubric, []string, []exchange.Fault) {
	if faults := before(r, where); len(faults) > 0 {
		return model.Rubric{}, nil, exchange.Cut(faults)
	}
	r, notes := exchange.Complete(r)
	text, places := yaml.Lines(r)
	settled, err := rubrics.Read("rubric.yaml", bytes.NewReader(text))
	if err == nil {
		return settled, notes, nil
	}
	var found *rubrics.Faults
	if !errors.As(err, &found) {
		return model.Rubric{}, nil, []exchange.Fault{{Problem: "This file could not be checked.", Fix: "Try again."}}
	}
	var faults []exchange.Fault
	for _, f := range found.List {
		sheet, row, column := where(place(places, f.Line))
		faults = append(faults, exchange.Fault{Sheet: sheet, Row: row, Column: column, Problem: f.Problem, Fix: f.Fix})
	}
	if found.More > 0 {
		faults = append(faults, exchange.Fault{Problem: fmt.Sprintf("There are %d more.", found.More), Fix: "Mend these first; they often cause the rest."})
	}
	return model.Rubric{}, nil, faults
}

func place(places []yaml.Place, line int) yaml.Place {
	if line < 1 || line > len(places) {
		return yaml.Place{}
	}
	return places[line-1]
}
