package model

import (
	"slices"
	"strings"
)

// around finds what is wrong with what stands beside an area's descriptors.
func (c *checker) around(a Area) {
	where := "area " + string(a.ID)
	if got, want := len(a.Exemplars), len(c.r.Scale.Levels); got != 0 && got != want {
		c.fault(where, "this rubric has %d levels but the area has %d exemplars; write one for each level or none", want, got)
	}
	c.filled(where, "exemplar", a.Exemplars)
	c.filled(where, "look-for", a.LookFors)
	c.filled(where, "look-again", a.LookAgains)
	c.phases(where, a.Phases)
	last := Level(0)
	for _, b := range a.NextSteps {
		c.boundary(where, b, last)
		last = b.From
	}
	for i, r := range a.Research {
		if r.Title == "" || !strings.HasPrefix(r.URL, "https://") {
			c.fault(where, "research %d needs a title and an address that starts with https://", i+1)
		}
	}
}

func (c *checker) filled(where, what string, texts []string) {
	for i, text := range texts {
		if strings.TrimSpace(text) == "" {
			c.fault(where, "%s %d is empty", what, i+1)
		}
	}
}

func (c *checker) phases(where string, all []InPhase) {
	last := -1
	for _, in := range all {
		at := slices.Index(Phases(), in.Phase)
		switch {
		case at < 0:
			c.fault(where, "there is no phase %q", in.Phase)
		case at <= last:
			c.fault(where, "phase %s stands twice or out of order", in.Phase)
		case len(in.LookFors) == 0:
			c.fault(where, "phase %s has no look-fors", in.Phase)
		}
		c.filled(where, string(in.Phase)+" look-for", in.LookFors)
		last = max(last, at)
	}
}

func (c *checker) boundary(where string, b Boundary, last Level) {
	if b.To != b.From+1 || b.From < 1 || int(b.To) > len(c.r.Scale.Levels) {
		c.fault(where, "next steps lead from level %d to %d; they lead from one level of the scale to the next", b.From, b.To)
	} else if b.From <= last {
		c.fault(where, "next steps from level %d stand twice or out of order", b.From)
	}
	if len(b.Steps) == 0 {
		c.fault(where, "there are no next steps from level %d", b.From)
	}
	for i, s := range b.Steps {
		if strings.TrimSpace(s.Do) == "" {
			c.fault(where, "next step %d from level %d is empty", i+1, b.From)
		}
		if s.Effort != EffortSmall && s.Effort != EffortMedium && s.Effort != EffortLarge {
			c.fault(where, "next step %d from level %d has the effort %q; it is S, M or L", i+1, b.From, s.Effort)
		}
		if s.Area != "" && !c.known[s.Area] {
			c.fault(where, "next step %d from level %d names area %q, which is not there", i+1, b.From, s.Area)
		}
	}
}

func (c *checker) crosswalk() {
	for _, x := range c.r.Crosswalk {
		where := "crosswalk from " + x.From
		switch {
		case x.Rubric == "" || x.To == "":
			c.fault(where, "name the other rubric and the place in it")
		case x.Rubric == c.r.ID:
			c.fault(where, "it leads to this same rubric")
		case !c.r.crosses(x.From):
			c.fault(where, "there is no such area or group")
		}
	}
}
