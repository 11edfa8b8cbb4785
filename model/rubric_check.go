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
	c := newChecker(r)
	c.head()
	c.groupsOf()
	c.areas()
	c.items()
	c.edges()
	c.crosswalk()
	if len(c.faults) > 0 {
		return c.faults
	}
	return nil
}

// idRule is what an id may be made of, as a sentence for people.
const idRule = "an id is made of letters, digits, full stops, hyphens and underscores"

// checker keeps what is looked up over and over, so that a rubric of hundreds
// of areas is checked in no time.
type checker struct {
	r      Rubric
	known  map[AreaID]bool
	groups map[GroupID]int // how many areas each has
	faults RubricFaults
}

func newChecker(r Rubric) *checker {
	c := &checker{r: r, known: map[AreaID]bool{}, groups: map[GroupID]int{}}
	for _, g := range r.Groups {
		c.groups[g.ID] = 0
	}
	for _, a := range r.Areas {
		c.known[a.ID] = true
		if _, ok := c.groups[a.Group]; ok {
			c.groups[a.Group]++
		}
	}
	return c
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
	if !c.r.Kind.Judged() && len(c.r.Areas) == 0 && c.r.Scale.isNone() {
		return // what is not judged needs no levels
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

func (c *checker) groupsOf() {
	seen := map[GroupID]bool{}
	for _, g := range c.r.Groups {
		if g.ID == "" || g.Title == "" {
			c.fault("group "+string(g.ID), "every group needs an id and a title")
		}
		if !plainID(string(g.ID)) {
			c.fault("group "+string(g.ID), "%s", idRule)
		}
		if seen[g.ID] {
			c.fault("group "+string(g.ID), "this id is used twice")
		}
		seen[g.ID] = true
		if c.groups[g.ID]+len(g.Items) == 0 {
			if c.r.Kind.Judged() {
				c.fault("group "+string(g.ID), "it has no areas")
			} else {
				c.fault("group "+string(g.ID), "it has no items")
			}
		}
	}
}

func (c *checker) areas() {
	if len(c.r.Areas) == 0 && c.r.Kind.Judged() {
		c.fault("rubric", "it has no areas")
	}
	seen := map[AreaID]bool{}
	for _, a := range c.r.Areas {
		where := "area " + string(a.ID)
		if a.ID == "" || a.Title == "" {
			c.fault(where, "every area needs an id and a title")
		}
		if !plainID(string(a.ID)) {
			c.fault(where, "%s", idRule)
		}
		if seen[a.ID] {
			c.fault(where, "this id is used twice")
		}
		seen[a.ID] = true
		if _, ok := c.groups[a.Group]; !ok {
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
		c.around(a)
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
	seen := make(map[Edge]bool, len(c.r.Edges))
	for _, e := range c.r.Edges {
		where := fmt.Sprintf("edge %s to %s", e.Before, e.After)
		for _, end := range []AreaID{e.Before, e.After} {
			if !c.known[end] {
				c.fault(where, "there is no area %q", end)
			}
		}
		if e.Before == e.After {
			c.fault(where, "an area cannot need itself first")
		}
		if seen[e] {
			c.fault(where, "it stands twice")
		}
		seen[e] = true
	}
	for _, p := range c.r.Related {
		if !c.known[p.A] || !c.known[p.B] {
			c.fault(fmt.Sprintf("related %s and %s", p.A, p.B), "both must be areas of the rubric")
		}
	}
	for _, ruling := range c.r.Rulings {
		if ruling.Area != "" && !c.known[ruling.Area] {
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
	needs := make(map[AreaID][]AreaID, len(r.Areas))
	for _, e := range r.Edges {
		needs[e.After] = append(needs[e.After], e.Before)
	}
	state := map[AreaID]int{}
	var path []AreaID
	var visit func(AreaID) []AreaID
	visit = func(id AreaID) []AreaID {
		state[id] = open
		path = append(path, id)
		for _, first := range needs[id] {
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
