package main

import (
	"context"
	"fmt"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"waymark/cmd/waymark/internal/table"
	"waymark/model"
)

// priorityJSON is a priority of the plan, as scripts read it.
type priorityJSON struct {
	Place int              `json:"place"`
	ID    model.PriorityID `json:"id"`
	Title string           `json:"title"`
	Areas []model.AreaID   `json:"areas"`
	Own   bool             `json:"own"`
	// Contested says that two computers worded it differently.
	Contested bool    `json:"contested"`
	At        *string `json:"at"`
	// Steps are what the school will do first.
	Steps []string `json:"steps"`
}

// plan lists the priorities in order. Two wordings of one are two rows of one
// place.
func (o *opened) plan() []priorityJSON {
	all := []priorityJSON{}
	place := 0
	var last model.PriorityID
	for _, p := range o.book.Evaluation().Priorities {
		if p.ID != last {
			place++
		}
		last = p.ID
		all = append(all, priorityJSON{place, p.ID, clean(p.Title), notNil(p.Areas), p.Own, p.Contested, stamp(p.At), cleaned(p.Steps)})
	}
	return all
}

// priority finds one by its place, its id or an area it is about first.
func (o *opened) priority(typed string) (priorityJSON, error) {
	all := o.plan()
	typed = clean(typed)
	for _, p := range all {
		if typed == strconv.Itoa(p.Place) || typed == string(p.ID) {
			return p, nil
		}
	}
	if a, err := pickArea(o.book.Rubric(), typed); err == nil {
		for _, p := range all {
			if len(p.Areas) > 0 && p.Areas[0] == a.ID {
				return p, nil
			}
		}
	}
	var names []string
	for _, p := range all {
		names = append(names, fmt.Sprintf("%d %s", p.Place, p.Title))
	}
	if len(all) == 0 {
		return priorityJSON{}, notFound("no_priorities", "See waymark priorities suggest.", nil, "There are no priorities yet.")
	}
	return priorityJSON{}, notFound("priority_not_found", "Name one by its place, such as 2.", names, "There is no priority “%s”. There are:", typed)
}

func (c *cli) prioritiesListCmd() *cobra.Command {
	return &cobra.Command{
		Use: "list", Short: "List the priorities in the plan, and what is not now", Args: cobra.NoArgs,
		Example: "  waymark priorities list\n  waymark priorities list --json",
		RunE: func(cmd *cobra.Command, _ []string) error {
			o, err := c.evaluation(cmd.Context())
			if err != nil {
				return err
			}
			return o.listPlan()
		},
	}
}

// asideJSON is an area on the "not now" list.
type asideJSON struct {
	Area    model.AreaID `json:"area"`
	Title   string       `json:"title"`
	Reason  string       `json:"reason"`
	Revisit string       `json:"revisit"`
}

func (o *opened) aside() []asideJSON {
	all := []asideJSON{}
	for _, a := range o.book.Rubric().Areas {
		if m := o.book.Evaluation().Area(a.ID).Emphasis; m.Excluded {
			all = append(all, asideJSON{a.ID, clean(a.Title), clean(m.Reason), clean(m.Revisit)})
		}
	}
	return all
}

func (o *opened) listPlan() error {
	data := struct {
		head
		Priorities []priorityJSON `json:"priorities"`
		NotNow     []asideJSON    `json:"not_now"`
		Fewer      string         `json:"why_fewer"`
	}{o.head(), o.plan(), o.aside(), clean(o.book.Evaluation().Fewer)}
	return o.c.print("plan", data, func() {
		t := table.Table{Columns: []string{"", "Priority", "Areas"}}
		for _, p := range data.Priorities {
			t.Add(strconv.Itoa(p.Place), p.Title, ids(p.Areas))
		}
		for _, a := range data.NotNow {
			t.Add("not now", strings.TrimSuffix(a.Title+": "+a.Reason, ": "), string(a.Area))
		}
		o.c.table(t)
		switch n := len(data.Priorities); {
		case n == 0:
			o.c.say("No priorities yet. Next: waymark priorities suggest")
		case n < model.FewPriorities && data.Fewer == "":
			o.c.say("One or two is fine if they are big. Say why: waymark priorities fewer \"…\"")
		default:
			o.c.say("Next: waymark export priorities")
		}
	})
}

func (c *cli) prioritiesShowCmd() *cobra.Command {
	return &cobra.Command{
		Use: "show PLACE", Short: "Show one priority of the plan with its areas",
		Example: "  waymark priorities show 1\n  waymark priorities show 2.3 --json",
		Args:    c.words(1, 1, "the place of a priority, such as 1"),
		RunE: func(cmd *cobra.Command, args []string) error {
			o, err := c.evaluation(cmd.Context())
			if err != nil {
				return err
			}
			p, err := o.priority(args[0])
			if err != nil {
				return err
			}
			return c.print("priority", p, func() { o.priorityText(p) })
		},
	}
}

func (o *opened) priorityText(p priorityJSON) {
	c := o.c
	fmt.Fprintln(c.out, c.bold(fmt.Sprintf("%d  %s", p.Place, p.Title)))
	t := table.Table{Columns: []string{"Area", "Name", "Level"}}
	for _, id := range p.Areas {
		a, _ := o.book.Rubric().Area(id)
		t.Add(string(id), a.Title, o.levelWords(id))
	}
	c.table(t)
	if len(p.Steps) > 0 {
		fmt.Fprintln(c.out, "First steps:")
	}
	for _, step := range p.Steps {
		c.paragraph("  - ", step)
	}
}

// onPlan carries out a rule about priorities.
func (c *cli) onPlan(ctx context.Context, rule func(o *opened) ([]model.Change, error)) error {
	o, err := c.evaluation(ctx)
	if err != nil {
		return err
	}
	if err := o.work(ctx); err != nil {
		return err
	}
	return o.act(ctx, func() ([]model.Change, error) { return rule(o) }, "", undoing+". Next: waymark priorities list")
}
