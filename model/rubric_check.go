package model

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
)

// RubricFault is one reason why a rubric cannot be used. Where names the area,
// group or edge; Problem says in a sentence what to change.
type RubricFault struct {
	Where   string
	Problem string
}

func (f RubricFault) Error() string {
	if f.Where == "" {
		return f.Problem
	}
	return f.Where + ": " + f.Problem
}

// RubricFaults is every fault found, in reading order.
type RubricFaults []RubricFault

func (fs RubricFaults) Error() string {
	lines := make([]string, len(fs))
	for i, f := range fs {
		lines[i] = f.Error()
	}
	return strings.Join(lines, "\n")
}

// Check reports every reason why the rubric could not be judged against, as a
// RubricFaults, or nil. A rubric that passes works everywhere.
func (r Rubric) Check() error {
	c := checker{r: r}
	c.head()
	c.groups()
	c.areas()
	c.edges()
	if len(c.faults) > 0 {
		return c.faults
	}
	return nil
}

type checker struct {
	r      Rubric
	faults RubricFaults
}

func (c *checker) fault(where, problem string, args ...any) {
	c.faults = append(c.faults, RubricFault{Where: where, Problem: fmt.Sprintf(problem, args...)})
}

func (c *checker) head() {
	if c.r.ID == "" {
		c.fault("rubric", "give it an id")
	}
	if c.r.Title == "" {
		c.fault("rubric", "give it a title")
	}
	if c.r.Edition == "" {
		c.fault("rubric", "give it an edition, for example \"2026\"")
	}
	n := len(c.r.Scale.Levels)
	if n < MinLevels || n > MaxLevels {
		c.fault("scale", "it has %d levels; a scale needs %d to %d", n, MinLevels, MaxLevels)
	}
	if e := c.r.Scale.Expected; n >= MinLevels && (e <= 1 || !c.r.Scale.Has(e)) {
		c.fault("scale", "the expected level is %d; it must be from 2 to %d", e, n)
	}
	for i, l := range c.r.Scale.Levels {
		if strings.TrimSpace(l.Name) == "" {
			c.fault("scale", "level %d has no name", i+1)
		}
	}
}

func (c *checker) groups() {
	seen := map[GroupID]bool{}
	for _, g := range c.r.Groups {
		if g.ID == "" || g.Title == "" {
			c.fault("group "+string(g.ID), "every group needs an id and a title")
		}
		if !plainID(string(g.ID)) {
			c.fault("group "+string(g.ID), "an id is made of letters, digits, full stops, hyphens and underscores")
		}
		if seen[g.ID] {
			c.fault("group "+string(g.ID), "this id is used twice")
		}
		seen[g.ID] = true
		if len(c.r.AreasIn(g.ID)) == 0 {
			c.fault("group "+string(g.ID), "it has no areas")
		}
	}
}

func (c *checker) areas() {
	if len(c.r.Areas) == 0 {
		c.fault("rubric", "it has no areas")
	}
	seen := map[AreaID]bool{}
	for _, a := range c.r.Areas {
		where := "area " + string(a.ID)
		if a.ID == "" || a.Title == "" {
			c.fault(where, "every area needs an id and a title")
		}
		if !plainID(string(a.ID)) {
			c.fault(where, "an id is made of letters, digits, full stops, hyphens and underscores")
		}
		if seen[a.ID] {
			c.fault(where, "this id is used twice")
		}
		seen[a.ID] = true
		if _, ok := c.r.Group(a.Group); !ok {
			c.fault(where, "its group %q is not in the rubric", a.Group)
		}
		if got, want := len(a.Levels), len(c.r.Scale.Levels); got != want {
			c.fault(where, "this rubric has %d levels but the area describes %d", want, got)
		}
		for i, text := range a.Levels {
			if strings.TrimSpace(text) == "" {
				c.fault(where, "level %d is empty", i+1)
			}
		}
	}
}

// plainID reports whether an id can be part of a subject, a file name and what
// people type. An empty one is another fault.
func plainID(id string) bool {
	return !strings.ContainsFunc(id, func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !strings.ContainsRune(".-_", r)
	})
}

func (c *checker) edges() {
	for i, e := range c.r.Edges {
		where := fmt.Sprintf("edge %s to %s", e.Before, e.After)
		for _, end := range []AreaID{e.Before, e.After} {
			if c.r.Index(end) < 0 {
				c.fault(where, "there is no area %q", end)
			}
		}
		if e.Before == e.After {
			c.fault(where, "an area cannot need itself first")
		}
		if slices.Index(c.r.Edges, e) < i {
			c.fault(where, "it stands twice")
		}
	}
	for _, p := range c.r.Related {
		if c.r.Index(p.A) < 0 || c.r.Index(p.B) < 0 {
			c.fault(fmt.Sprintf("related %s and %s", p.A, p.B), "both must be areas of the rubric")
		}
	}
	for _, ruling := range c.r.Rulings {
		if ruling.Area != "" && c.r.Index(ruling.Area) < 0 {
			c.fault("ruling on "+ruling.Topic, "there is no area %q", ruling.Area)
		}
	}
	if loop := c.r.Loop(); loop != nil {
		c.fault("edges", "these areas need each other in a circle: %s", join(loop, " needs "))
	}
}

// Loop returns a circle of areas that need each other first, first and last
// the same, or nil when the edges have none.
func (r Rubric) Loop() []AreaID {
	const (
		unseen = iota
		open
		done
	)
	state := map[AreaID]int{}
	var path []AreaID
	var visit func(AreaID) []AreaID
	visit = func(id AreaID) []AreaID {
		state[id] = open
		path = append(path, id)
		for _, first := range r.NeedsFirst(id) {
			if state[first] == open {
				return append(slices.Clone(path[slices.Index(path, first):]), first)
			}
			if state[first] == unseen {
				if loop := visit(first); loop != nil {
					return loop
				}
			}
		}
		path = path[:len(path)-1]
		state[id] = done
		return nil
	}
	for _, a := range r.Areas {
		if state[a.ID] == unseen {
			if loop := visit(a.ID); loop != nil {
				return loop
			}
		}
	}
	return nil
}

func join(ids []AreaID, sep string) string {
	words := make([]string, len(ids))
	for i, id := range ids {
		words[i] = string(id)
	}
	return strings.Join(words, sep)
}
