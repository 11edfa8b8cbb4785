package main

import (
	"context"
	"errors"
	"fmt"
	"strconv"

	"github.com/spf13/cobra"

	"waymark/cmd/waymark/internal/table"
	"waymark/model"
	"waymark/rubrics"
)

func (c *cli) rubricCmd() *cobra.Command {
	return c.noun("rubric", "Read a rubric, check one of your own, install it",
		"  waymark rubric show 1.3\n  waymark rubric check our-rubric.yaml",
		c.rubricListCmd(), c.rubricShowCmd(), c.rubricCheckCmd(), c.rubricInstallCmd(),
		c.rubricDiffCmd())
}

// standard is the rubric meant when none is named.
const standard = "whole-school"

// shippedCalled is a rubric that comes with Waymark.
func shippedCalled(id string) (model.Rubric, error) {
	r, err := rubrics.Load(id)
	if errors.Is(err, rubrics.ErrUnknown) {
		var ids []string
		for _, e := range rubrics.List() {
			ids = append(ids, e.ID)
		}
		return r, notFound("rubric_not_found", "See waymark rubric list.", ids, "There is no rubric “%s”.", clean(id))
	}
	return r, err
}

func (c *cli) rubricListCmd() *cobra.Command {
	return &cobra.Command{
		Use: "list", Short: "List the rubrics that come with Waymark and those installed", Args: cobra.NoArgs,
		Example: "  waymark rubric list\n  waymark rubric list --json",
		RunE:    func(cmd *cobra.Command, _ []string) error { return c.rubricList(cmd.Context()) },
	}
}

func (c *cli) rubricList(ctx context.Context) error {
	type entry struct {
		ID      string `json:"id"`
		Edition string `json:"edition"`
		Title   string `json:"title"`
		Hash    string `json:"hash,omitempty"`
		Areas   int    `json:"areas,omitempty"`
		Groups  int    `json:"groups,omitempty"`
		Levels  int    `json:"levels,omitempty"`
		Shipped bool   `json:"shipped"`
	}
	data := []entry{}
	t := table.Table{Columns: []string{"Rubric", "Edition", "Title", "From"}}
	for _, e := range rubrics.List() {
		data = append(data, entry{ID: e.ID, Edition: e.Edition, Title: e.Title, Areas: e.Areas, Groups: e.Groups, Levels: e.Levels, Shipped: true})
		t.Add(e.ID, e.Edition, e.Title, "Waymark")
	}
	w, err := c.open(ctx)
	if err != nil {
		return err
	}
	rows, err := w.store.Rubrics(ctx)
	if err != nil {
		return err
	}
	for _, r := range rows {
		if r.InstalledAt > 0 {
			data = append(data, entry{ID: clean(r.ID), Edition: clean(r.Edition), Title: clean(r.Title), Hash: r.Hash})
			t.Add(r.ID, r.Edition, r.Title, "installed "+c.day(r.InstalledAt))
		}
	}
	return c.print("rubrics", data, func() { c.table(t) })
}

func (c *cli) rubricShowCmd() *cobra.Command {
	var id string
	cmd := &cobra.Command{
		Use: "show [AREA]", Short: "Show a rubric's areas, or one area in full",
		Example: "  waymark rubric show\n  waymark rubric show phonics",
		Args:    c.words(0, 1, "the code or a part of the name of one area"),
		RunE: func(cmd *cobra.Command, args []string) error {
			r, err := c.rubricToShow(cmd.Context(), id)
			if err != nil {
				return err
			}
			if len(args) == 0 {
				return c.printRubric(r)
			}
			a, err := pickArea(r, args[0])
			if err != nil {
				return err
			}
			return c.printArea(r, a)
		},
	}
	cmd.Flags().StringVar(&id, "rubric", standard, "which rubric, by its `ID`")
	return cmd
}

// rubricToShow needs no database for a rubric that comes with Waymark.
func (c *cli) rubricToShow(ctx context.Context, id string) (model.Rubric, error) {
	if id == standard {
		return shippedCalled(id)
	}
	w, err := c.open(ctx)
	if err != nil {
		return model.Rubric{}, err
	}
	return c.pickRubric(ctx, w, id)
}

func (c *cli) printRubric(r model.Rubric) error {
	return c.print("rubric", r, func() {
		t := table.Table{Columns: []string{"Area", "Name", first(r.GroupWord, "Group")}}
		for _, a := range r.Areas {
			g, _ := r.Group(a.Group)
			t.Add(string(a.ID), a.Title, g.Title)
		}
		c.table(t)
	})
}

func (c *cli) printArea(r model.Rubric, a model.Area) error {
	data := struct {
		model.Area
		Expected   model.Level       `json:"expected"`
		LevelNames []model.LevelName `json:"level_names"`
		NeedsFirst []model.AreaID    `json:"needs_first"`
		Unlocks    []model.AreaID    `json:"unlocks"`
		SeeAlso    []model.AreaID    `json:"see_also"`
	}{a, r.Scale.Expected, r.Scale.Levels, notNil(r.NeedsFirst(a.ID)), notNil(r.Unlocks(a.ID)), notNil(r.SeeAlso(a.ID))}
	return c.print("area", data, func() { c.areaText(r, a) })
}

func notNil[T any](s []T) []T {
	if s == nil {
		return []T{}
	}
	return s
}

// areaText is an area in full, for reading.
func (c *cli) areaText(r model.Rubric, a model.Area) {
	fmt.Fprintln(c.out, c.bold(clean(a.Name())))
	c.paragraph("", a.Scope)
	c.paragraph("", a.Why)
	c.paragraph("Ask: ", a.Question)
	for i, text := range a.Levels {
		l := model.Level(i + 1)
		mark := ""
		if l == r.Scale.Expected {
			mark = " (expected)"
		}
		fmt.Fprintln(c.out)
		fmt.Fprintln(c.out, c.bold(strconv.Itoa(i+1)+" "+clean(r.Scale.Name(l))+mark))
		c.paragraph("", text)
	}
	for _, q := range a.Ask {
		c.paragraph("- ", q)
	}
	for _, p := range a.Evidence {
		c.paragraph("- "+sentence(string(p.Kind))+": ", p.Text)
	}
	c.related("Usually in place first", r, r.NeedsFirst(a.ID))
	c.related("Makes possible", r, r.Unlocks(a.ID))
	c.related("See also", r, r.SeeAlso(a.ID))
}

func (c *cli) related(label string, r model.Rubric, ids []model.AreaID) {
	for i, id := range ids {
		if i == 0 {
			fmt.Fprintln(c.out)
			fmt.Fprintln(c.out, label+":")
		}
		a, _ := r.Area(id)
		fmt.Fprintln(c.out, "  "+clean(a.Name()))
	}
}
