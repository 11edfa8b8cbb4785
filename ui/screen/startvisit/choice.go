package startvisit

import (
	"slices"
	"strings"

	"waymark/model"
	"waymark/model/visit"
	"waymark/ui/keys"
	"waymark/ui/widget"
)

// choice is the areas that a visit could look at, those proposed first, each
// ticked or not.
type choice struct {
	areas   []model.AreaID
	why     map[model.AreaID]string // why it is proposed, in words that tell no level
	ticked  map[model.AreaID]bool
	touched bool // somebody has ticked for themselves
	list    widget.List
}

func newChoice(r model.Rubric, proposed []visit.Proposal) choice {
	c := choice{why: map[model.AreaID]string{}, ticked: map[model.AreaID]bool{}}
	for _, p := range proposed {
		c.areas = append(c.areas, p.Area)
		c.why[p.Area] = strings.Join(p.Quiet(), ", ")
		c.ticked[p.Area] = true
	}
	for _, a := range r.Areas {
		if !slices.Contains(c.areas, a.ID) {
			c.areas = append(c.areas, a.ID)
		}
	}
	c.list.Set(len(c.areas), 1)
	return c
}

// act moves and ticks, and reports whether p was either. A move over the ends
// is left to the page.
func (c *choice) act(p keys.Press) bool {
	switch {
	case p.Action == keys.Up && c.list.Cursor == 0, p.Action == keys.Down && c.list.Cursor == len(c.areas)-1:
		return false
	case p.Action == keys.Tick && len(c.areas) > 0:
		id := c.areas[c.list.Cursor]
		c.ticked[id], c.touched = !c.ticked[id], true
		return true
	}
	return c.list.Act(p)
}

// reason is why the chosen area is proposed, whole: a row may have to cut it.
// For an area that is not proposed it is otherwise.
func (c *choice) reason(otherwise string) string {
	if c.list.Cursor >= len(c.areas) {
		return otherwise
	}
	id := c.areas[c.list.Cursor]
	if c.why[id] == "" {
		return otherwise
	}
	return string(id) + ": " + c.why[id] + "."
}

func (c *choice) count() int {
	n := 0
	for _, on := range c.ticked {
		if on {
			n++
		}
	}
	return n
}

// focus lists what is ticked in the order of the rubric.
func (c *choice) focus(r model.Rubric) []model.AreaID {
	var all []model.AreaID
	for _, a := range r.Areas {
		if c.ticked[a.ID] {
			all = append(all, a.ID)
		}
	}
	return all
}
