package main

import (
	"context"
	"fmt"

	"github.com/spf13/cobra"

	"waymark/cmd/waymark/internal/table"
	"waymark/model"
	"waymark/ui/env"
)

func (c *cli) assessCmd() *cobra.Command {
	return c.noun("assess", "Judge your school against a rubric, with evidence",
		"  waymark assess rate 1.1=3 1.2=2 --note \"Book look, Y3 and Y5\"\n  waymark assess status",
		c.assessStartCmd(), c.assessListCmd(), c.assessShowCmd(), c.assessStatusCmd(),
		c.assessRateCmd(), c.assessNoteCmd(), c.assessFlagCmd(), c.assessConfidenceCmd(), c.assessDirectionCmd(), c.assessEmphasisCmd(),
		c.assessMigrateCmd(), c.assessFinishCmd(), c.assessReopenCmd(), c.assessDeleteCmd(), c.assessRestoreCmd())
}

func (c *cli) assessStartCmd() *cobra.Command {
	var rubric, scale, areas, post string
	cmd := &cobra.Command{
		Use: "start", Short: "Start a self-evaluation", Args: cobra.NoArgs,
		Example: "  waymark assess start\n  waymark assess start --school \"Alder Lane\" --year 2026-27 --as \"R. Okafor\"",
		RunE: func(cmd *cobra.Command, _ []string) error {
			return c.assessStart(cmd.Context(), rubric, scale, areas, post)
		},
	}
	cmd.Flags().StringVar(&rubric, "rubric", standard, "which rubric, by its `ID`")
	cmd.Flags().StringVar(&scale, "scale", "", "other words for its levels: the `ID` of a scale of rubric list --scales")
	cmd.Flags().StringVar(&areas, "areas", "", "only these areas: a `LIST` of codes with commas between")
	cmd.Flags().StringVar(&post, "post", "", "what the person of --as does, such as headteacher")
	return cmd
}

func (c *cli) assessStart(ctx context.Context, rubric, scale, areas, post string) error {
	w, err := c.open(ctx)
	if err != nil {
		return err
	}
	year := model.YearOf(w.clock())
	if c.flags.year != "" {
		if year, err = model.ParseYear(c.flags.year); err != nil {
			return err
		}
	}
	school, err := c.pickSchool(ctx, w)
	if err != nil {
		return err
	}
	r, err := c.pickRubric(ctx, w, rubric)
	if err != nil {
		return err
	}
	if r, err = onScale(r, scale); err != nil {
		return err
	}
	only, err := parseAreas(r, areas)
	if err != nil {
		return err
	}
	if err := c.startedAlready(ctx, w, school.ID, year); err != nil {
		return err
	}
	w.rubrics[r.Hash()] = r
	b := env.Beginning{School: school.ID, Rubric: r.Hash(), Year: year, Areas: only, Person: model.Person{Name: c.flags.as, Post: post}}
	_, id, err := w.begin(ctx, b)
	if err != nil {
		return err
	}
	judged := r.Only(only)
	if c.flags.dryRun {
		c.say("Would start %s for %s: %d areas. Nothing was changed.", year.Shown(), clean(school.Name), len(judged.Areas))
	} else {
		c.say("Started %s for %s: %d areas. Next: waymark assess rate %s=3", year.Shown(), clean(school.Name), len(judged.Areas), judged.Areas[0].ID)
	}
	return c.print("started", map[string]any{"id": id, "school": school.ID, "year": year, "areas": len(judged.Areas)}, func() {})
}

// startedAlready asks before a second evaluation of one year is started.
func (c *cli) startedAlready(ctx context.Context, w *workspace, school model.SchoolID, year model.Year) error {
	all, err := w.store.Evaluations(ctx, school)
	if err != nil || c.flags.yes {
		return err
	}
	for _, s := range all {
		if s.Year == year && !s.Removed {
			return &failure{
				exit: exitQuestion, code: "year_exists", message: fmt.Sprintf("There is a self-evaluation of %s already. Nothing was changed.", year.Shown()),
				hint: "Go on with it: waymark assess status --year " + string(year) + ". To start a second one, add --yes.",
			}
		}
	}
	return nil
}

func (c *cli) assessListCmd() *cobra.Command {
	return &cobra.Command{
		Use: "list", Short: "List the school's self-evaluations, deleted ones too", Args: cobra.NoArgs,
		Example: "  waymark assess list\n  waymark assess list --school \"Alder Lane\" --json",
		RunE:    func(cmd *cobra.Command, _ []string) error { return c.assessList(cmd.Context()) },
	}
}

func (c *cli) assessList(ctx context.Context) error {
	w, err := c.open(ctx)
	if err != nil {
		return err
	}
	school, err := c.pickSchool(ctx, w)
	if err != nil {
		return err
	}
	all, err := w.store.Evaluations(ctx, school.ID)
	if err != nil {
		return err
	}
	data := []evaluationJSON{}
	t := table.Table{Columns: []string{"Year", "Title", "State", "Changed"}}
	for _, s := range all {
		data = append(data, summaryData(s))
		t.Add(string(s.Year), s.Title, summaryState(s), c.day(s.ChangedAt))
	}
	if len(all) == 0 {
		c.say("%s has no self-evaluation yet. Start one: waymark assess start", clean(school.Name))
	}
	return c.print("self-evaluations", data, func() { c.table(t) })
}
