package strict

import (
	"fmt"
	"strings"

	"waymark/model"
	"waymark/rubrics/exchange"
	"waymark/rubrics/exchange/yaml"
)

// checker finds what a rubric file could not even say: two areas of one name, an
// area in no group.
type checker struct {
	where  Locate
	faults []exchange.Fault
}

func (c *checker) fault(at yaml.Place, fix, problem string, args ...any) {
	sheet, row, column := c.where(at)
	c.faults = append(c.faults, exchange.Fault{Sheet: sheet, Row: row, Column: column, Problem: fmt.Sprintf(problem, args...), Fix: fix})
}

func before(r model.Rubric, where Locate) []exchange.Fault {
	c := &checker{where: where}
	if strings.TrimSpace(r.Title) == "" {
		c.fault(yaml.Place{Field: "title"}, "Write the name that people will read.", "The rubric has no title.")
	}
	c.levels(r)
	groups := c.groups(r)
	c.areas(r, groups)
	c.items(r)
	return c.faults
}

func (c *checker) levels(r model.Rubric) {
	for i, l := range r.Scale.Levels {
		if strings.TrimSpace(l.Name) == "" {
			c.fault(yaml.Place{Field: fmt.Sprintf("scale level %d name", i+1)}, "Write the word for it.", "Level %d has no name.", i+1)
		}
	}
	n := len(r.Scale.Levels)
	if (len(r.Areas) > 0 || n > 0) && (n < model.MinLevels || n > model.MaxLevels) {
		c.fault(yaml.Place{Field: "scale levels"}, fmt.Sprintf("Use %d to %d levels.", model.MinLevels, model.MaxLevels), "The rubric has %d levels.", n)
	}
}

func (c *checker) groups(r model.Rubric) map[model.GroupID]bool {
	known, filled := map[model.GroupID]bool{}, map[model.GroupID]bool{}
	for _, a := range r.Areas {
		filled[a.Group] = true
	}
	for i, g := range r.Groups {
		at := yaml.Place{In: yaml.InGroup, ID: string(g.ID), Nth: i + 1, Field: "id"}
		c.named(at, "group", string(g.ID), known[g.ID])
		known[g.ID] = true
		if strings.TrimSpace(g.Title) == "" {
			at.Field = "title"
			c.fault(at, "Write its name.", "Group %s has no title.", exchange.Quote(string(g.ID)))
		}
		if !filled[g.ID] && len(g.Items) == 0 {
			c.fault(at, "Put something into it, or delete it.", "Group %s is empty.", exchange.Quote(string(g.ID)))
		}
	}
	return known
}

// named looks at the id of an area, group or item.
func (c *checker) named(at yaml.Place, what, id string, again bool) {
	switch {
	case id == "":
		c.fault(at, "Give it a short code such as 1.3.", "This %s has no code.", what)
	case again:
		c.fault(at, "Give one of the two another code. In a spreadsheet, format the column as text, or 1.10 becomes 1.1.", "The code %s stands twice.", exchange.Quote(id))
	case exchange.ID(id) != id:
		c.fault(at, "Use lower-case letters, digits, dots and hyphens, 64 at most.", "%s cannot be the code of this %s.", exchange.Quote(id), what)
	}
}

func (c *checker) areas(r model.Rubric, groups map[model.GroupID]bool) {
	seen := map[model.AreaID]bool{}
	for i, a := range r.Areas {
		at := func(field string) yaml.Place {
			return yaml.Place{In: yaml.InArea, ID: string(a.ID), Nth: i + 1, Field: field}
		}
		c.named(at("id"), "area", string(a.ID), seen[a.ID])
		seen[a.ID] = true
		called := "Area " + exchange.Quote(string(a.ID))
		if !groups[a.Group] {
			c.fault(at("group"), "Write the code of a group, or add the group.", "%s is in group %s, which is not there.", called, exchange.Quote(string(a.Group)))
		}
		if strings.TrimSpace(a.Title) == "" {
			c.fault(at("title"), "Write its name.", "%s has no title.", called)
		}
		for l, text := range a.Levels {
			if strings.TrimSpace(text) == "" {
				c.fault(at(fmt.Sprintf("levels %d", l+1)), "Write what can be seen at that level.", "%s does not describe level %d.", called, l+1)
			}
		}
		if got, want := len(a.Levels), len(r.Scale.Levels); got != want {
			c.fault(at("levels"), "Describe each level once.", "%s describes %d levels, and the rubric has %d.", called, got, want)
		}
	}
}

func (c *checker) items(r model.Rubric) {
	seen := map[model.ItemID]bool{}
	for i, item := range r.Items() {
		at := yaml.Place{In: yaml.InItem, ID: string(item.ID), Nth: i + 1, Field: "id"}
		c.named(at, "item", string(item.ID), seen[item.ID])
		seen[item.ID] = true
		if strings.TrimSpace(item.Text) == "" {
			at.Field = "text"
			c.fault(at, "Write its text.", "Item %s has no text.", exchange.Quote(string(item.ID)))
		}
	}
}
