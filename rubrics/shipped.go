package rubrics

import (
	"bytes"
	"errors"
	"fmt"

	"waymark/model"
)

// ErrUnknown says that no rubric with that id comes with Waymark.
var ErrUnknown = errors.New("no such rubric")

// Entry is what a list of rubrics shows about one of them.
type Entry struct {
	ID      string
	Edition string
	Title   string
	Summary string
	Kind    model.Kind
	Areas   int
	Items   int
	Groups  int
	Levels  int
}

// List is the rubrics that come with Waymark, best known first. It is kept
// beside the files so that the first screen need not parse them.
func List() []Entry {
	return listed()
}

// Shipped reads every rubric that comes with Waymark, in the order of List. It
// parses them anew on each call; keep what it returns.
func Shipped() ([]model.Rubric, error) {
	var all []model.Rubric
	for _, e := range List() {
		r, err := Load(e.ID)
		if err != nil {
			return nil, err
		}
		all = append(all, r)
	}
	return all, nil
}

// Load reads the one rubric called id of those that come with Waymark. The
// error wraps ErrUnknown when there is none.
func Load(id string) (model.Rubric, error) {
	for _, e := range List() {
		if e.ID != id {
			continue
		}
		name := "data/" + id + ".yaml"
		text, err := shippedFile(name)
		if err != nil {
			return model.Rubric{}, fmt.Errorf("read rubric %s: %w", id, err)
		}
		return Read(name, bytes.NewReader(text))
	}
	return model.Rubric{}, fmt.Errorf("read rubric %q: %w", id, ErrUnknown)
}
