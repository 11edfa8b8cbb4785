package main

import (
	"context"
	"fmt"

	"github.com/spf13/cobra"

	"waymark/model"
	"waymark/model/priority"
	"waymark/model/visit"
)

// movedPriority is a priority that stays, comes in or goes, as scripts read it.
type movedPriority struct {
	Area  model.AreaID `json:"area"`
	Title string       `json:"title"`
	Was   int          `json:"was"` // its place before, 0 when it was not there
	Now   int          `json:"now"`
	Why   string       `json:"why"`
}

// visitChangedJSON is what a visit changes in the priorities.
type visitChangedJSON struct {
	Visit  model.VisitID   `json:"visit"`
	Closed bool            `json:"closed"`
	Before []model.AreaID  `json:"before"`
	After  []model.AreaID  `json:"after"`
	Stay   []movedPriority `json:"stay"`
	In     []movedPriority `json:"come_in"`
	Out    []movedPriority `json:"go"`
	Says   string          `json:"says"`
}

func (c *cli) visitChangedCmd(which *string) *cobra.Command {
	return &cobra.Command{
		Use: "changed", Short: "Set the priorities after the visit beside those before it", Args: cobra.NoArgs,
		Long:    "Suggests the priorities from the school's levels alone and again with what the\nvisit judged and agreed. While the visit is open it is shown as its reviewer\nmay see it: made from the areas that they have judged.",
		Example: "  waymark visit changed\n  waymark visit changed --visit 2026-09-24 --json",
		RunE: func(cmd *cobra.Command, _ []string) error {
			v, err := c.visitForAll(cmd.Context(), *which)
			if err != nil {
				return err
			}
			return v.changed(cmd.Context())
		},
	}
}

// visitForAll opens a visit as its reviewer may read it while it is open, and
// for the school once it is closed, unless --role says who reads.
func (c *cli) visitForAll(ctx context.Context, which string) (*visited, error) {
	role := model.Role(c.flags.role)
	v, err := c.openVisit(ctx, which)
	if err != nil {
		return nil, err
	}
	if role == model.Self || role == "" && v.visit.Closed {
		return v, v.speakAs(model.Self)
	}
	return v, v.speakAs(model.Reviewer)
}

func (v *visited) changed(ctx context.Context) error {
	before, err := v.before(ctx)
	if err != nil {
		return err
	}
	suggest := func(in priority.Input) (priority.Answer, error) {
		in.Seed = v.c.flags.seed
		return priority.Suggest(in)
	}
	was, err := suggest(priority.FromSchool(v.book, before))
	if err != nil {
		return err
	}
	now, err := suggest(priority.FromBook(v.book, before))
	if err != nil {
		return err
	}
	moved := visit.Changed(was, now, v.book)
	d := visitChangedJSON{
		Visit: v.visit.ID, Closed: v.visit.Closed, Before: notNil(was.Suggested()), After: notNil(now.Suggested()),
		Stay: v.moved(moved.Stay), In: v.moved(moved.In), Out: v.moved(moved.Out), Says: clean(moved.Words()),
	}
	if n := v.hiddenCount(); n > 0 {
		v.c.say("%s hidden until you judge, so this is made from the others alone.", plural(n, "area is", "areas are"))
	}
	return v.c.print("visit-changed", d, func() { v.changedText(d) })
}

func (v *visited) moved(all []visit.Moved) []movedPriority {
	said := []movedPriority{}
	for _, m := range all {
		a, _ := v.book.Rubric().Area(m.Area)
		said = append(said, movedPriority{m.Area, clean(a.Title), m.Was, m.Now, clean(m.Why)})
	}
	return said
}

func (v *visited) changedText(d visitChangedJSON) {
	c := v.c
	c.paragraph("", d.Says)
	for _, part := range []struct {
		heading string
		all     []movedPriority
	}{{"Comes in", d.In}, {"Goes", d.Out}, {"Stays", d.Stay}} {
		if len(part.all) == 0 {
			continue
		}
		fmt.Fprintln(c.out)
		fmt.Fprintln(c.out, c.bold(part.heading))
		for _, m := range part.all {
			c.paragraph("- ", string(m.Area)+" "+m.Title+". "+m.Why)
		}
	}
	if d.Closed {
		c.say("Next: waymark priorities suggest")
	}
}
