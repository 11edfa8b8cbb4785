package main

import (
	"errors"
	"fmt"
	"strings"

	"waymark/model"
	"waymark/rubrics"
)

// onScale puts the scale called id on a rubric that is about to be judged with;
// "" leaves it as it is.
func onScale(r model.Rubric, id string) (model.Rubric, error) {
	if id == "" {
		return r, nil
	}
	s, err := rubrics.LoadScale(id)
	if errors.Is(err, rubrics.ErrUnknown) {
		return r, notFound("scale_not_found", "See waymark rubric list --scales.", rubrics.ScaleIDs(), "There is no scale “%s”. Nothing was changed.", clean(id))
	}
	if err != nil {
		return r, err
	}
	if have, want := len(s.Levels), len(r.Scale.Levels); have != want {
		return r, usage("Choose a scale with as many levels: waymark rubric list --scales", "The scale %s has %s, and %s describes %d. Nothing was changed.",
			s.ID, plural(have, "level", "levels"), clean(r.Title), want)
	}
	scaled, err := rubrics.WithScale(r, s)
	if err != nil {
		return r, fmt.Errorf("start: %w", err)
	}
	return scaled, nil
}

// scaleNames are the levels of a scale from the lowest: "Early, Developing".
func scaleNames(s model.Scale) string {
	names := make([]string, len(s.Levels))
	for i, l := range s.Levels {
		names[i] = l.Name
	}
	return strings.Join(names, ", ")
}
