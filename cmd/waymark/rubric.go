package main

import (
	"context"
	"errors"
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
		c.rubricOverlayCmd(), c.rubricVocabularyCmd(), c.rubricSchemaCmd(),
		c.rubricExportCmd(), c.rubricImportCmd(),
		c.rubricDiffCmd(), c.rubricNewCmd(), c.rubricEditCmd(), c.rubricWatchCmd())
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
	var scales, templates bool
	cmd := &cobra.Command{
		Use: "list", Short: "List the rubrics that come with Waymark and those installed", Args: cobra.NoArgs,
		Example: "  waymark rubric list\n  waymark rubric list --templates",
		RunE: func(cmd *cobra.Command, _ []string) error {
			switch {
			case scales && templates:
				return usage("Choose one of the two.", "--scales and --templates cannot be used together.")
			case scales:
				return c.scaleList()
			case templates:
				return c.templateList()
			}
			return c.rubricList(cmd.Context())
		},
	}
	cmd.Flags().BoolVar(&scales, "scales", false, "list the scales instead, for assess start --scale")
	cmd.Flags().BoolVar(&templates, "templates", false, "list the pages to fill in instead, for rubric show --template")
	return cmd
}

// listedRubric is one line of the list, as scripts read it.
type listedRubric struct {
	ID      string     `json:"id"`
	Edition string     `json:"edition"`
	Title   string     `json:"title"`
	Kind    model.Kind `json:"kind"`
	Hash    string     `json:"hash,omitempty"`
	Areas   int        `json:"areas,omitempty"`
	Items   int        `json:"items,omitempty"`
	Groups  int        `json:"groups,omitempty"`
	Levels  int        `json:"levels,omitempty"`
	Shipped bool       `json:"shipped"`
}

func (c *cli) rubricList(ctx context.Context) error {
	data := []listedRubric{}
	t := table.Table{Columns: []string{"Rubric", "Edition", "Title", "From", "Kind", "Holds"}}
	for _, e := range rubrics.List() {
		data = append(data, listedRubric{
			ID: e.ID, Edition: e.Edition, Title: e.Title, Kind: e.Kind, Areas: e.Areas, Items: e.Items, Groups: e.Groups, Levels: e.Levels, Shipped: true,
		})
		t.Add(e.ID, e.Edition, c.shown(e.Title), "Waymark", c.shown(string(e.Kind)), holds(e.Areas, e.Items, e.Levels))
	}
	w, err := c.open(ctx)
	if err != nil {
		return err
	}
	rows, err := w.store.Rubrics(ctx)
	if err != nil {
		return err
	}
	for _, row := range rows {
		if row.InstalledAt == 0 {
			continue
		}
		e := listedRubric{ID: clean(row.ID), Edition: clean(row.Edition), Title: clean(row.Title), Hash: row.Hash}
		counts := "made for a newer Waymark"
		if r, err := w.rubric(ctx, row.Hash); err == nil {
			e.Kind, e.Areas, e.Items, e.Groups, e.Levels = r.Kind, len(r.Areas), len(r.Items()), len(r.Groups), len(r.Scale.Levels)
			counts = holdsOf(r)
		}
		data = append(data, e)
		t.Add(row.ID, row.Edition, c.shown(row.Title), "installed "+c.day(row.InstalledAt), c.shown(string(e.Kind)), counts)
	}
	return c.print("rubrics", data, func() { c.table(t) })
}

// scaleList lists the scales, for those who want other words for their levels.
func (c *cli) scaleList() error {
	data := []model.Scale{}
	t := table.Table{Columns: []string{"Scale", "Levels", "From the lowest", "Expected"}}
	for _, id := range rubrics.ScaleIDs() {
		s, err := rubrics.LoadScale(id)
		if err != nil {
			return err
		}
		data = append(data, s)
		t.Add(s.ID, strconv.Itoa(len(s.Levels)), scaleNames(s), s.Name(s.Expected))
	}
	return c.print("scales", data, func() { c.table(t) })
}
