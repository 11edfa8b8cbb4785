package rubrics

import (
	"bytes"
	"fmt"
	"io"
	"slices"

	"waymark/model"
)

const scaleFormat = "scale/1"

// ScaleIDs names the scales that come with Waymark.
func ScaleIDs() []string {
	return []string{"early-to-sharing", "attempting-to-exemplary", "intervention-to-assured", "thought-to-tested"}
}

// LoadScale reads the one scale called id of those that come with Waymark. The
// error wraps ErrUnknown when there is none.
func LoadScale(id string) (model.Scale, error) {
	if !slices.Contains(ScaleIDs(), id) {
		return model.Scale{}, fmt.Errorf("read scale %q: %w", id, ErrUnknown)
	}
	name := "data/scales/" + id + ".yaml"
	text, err := shippedFile(name)
	if err != nil {
		return model.Scale{}, fmt.Errorf("read scale %s: %w", id, err)
	}
	s, _, err := ReadScale(name, bytes.NewReader(text))
	return s, err
}

// ReadScale reads a file that holds one scale, as strictly as Read reads a
// rubric. The notes say what to know about a scale that is accepted.
func ReadScale(name string, r io.Reader) (model.Scale, []Note, error) {
	d, root, err := open(name, r, scaleFormat)
	if err != nil {
		return model.Scale{}, nil, err
	}
	o, _ := d.object(root, "The scale", "waymark", "id", "title", "expected", "levels")
	s := d.scaleOf(o)
	if err := d.err(); err != nil {
		return model.Scale{}, nil, err
	}
	return s, d.noted(), nil
}

// WithScale puts another scale on a rubric: a trust's own words for the same
// number of levels. What the levels describe stays as it is.
func WithScale(r model.Rubric, s model.Scale) (model.Rubric, error) {
	if have, want := len(s.Levels), len(r.Scale.Levels); have != want {
		return model.Rubric{}, fmt.Errorf("put scale %s on rubric %s: the scale has %d levels and the rubric %d", s.ID, r.ID, have, want)
	}
	r.Scale = s
	if err := r.Check(); err != nil {
		return model.Rubric{}, fmt.Errorf("put scale %s on rubric %s: %w", s.ID, r.ID, err)
	}
	return r, nil
}
