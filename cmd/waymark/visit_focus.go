package main

import (
	"strings"

	"github.com/spf13/cobra"

	"waymark/cmd/waymark/internal/table"
	"waymark/model"
)

func (c *cli) visitFocusCmd(which *string) *cobra.Command {
	var n int
	cmd := &cobra.Command{
		Use: "focus [AREA…]", Short: "Say which areas the visit judges; with none, propose some",
		Long:    "Sets the areas that the visit looks at, in place of those before. With no area\nit only proposes some, with reasons that tell no level. The day is not built\nagain: put areas to stops with waymark visit stop.",
		Example: "  waymark visit focus 1.1 2.3 4.1\n  waymark visit focus --propose 22",
		RunE: func(cmd *cobra.Command, args []string) error {
			v, err := c.visited(cmd.Context(), *which, model.Reviewer, model.Self)
			if err != nil {
				return err
			}
			areas, err := parseAreas(v.book.Rubric(), strings.Join(args, ","))
			if err != nil {
				return err
			}
			if len(args) > 0 {
				return v.act(cmd.Context(), "The visit looks at "+plural(len(areas), "area", "areas"), "Next: waymark visit agenda", func() ([]model.Change, error) { return v.book.SetFocus(v.voice, v.visit.ID, areas) })
			}
			proposed, err := v.propose(cmd.Context(), v.visit.Template, n)
			if err != nil {
				return err
			}
			type proposalJSON struct {
				Area model.AreaID `json:"area"`
				Why  []string     `json:"why"`
			}
			data := []proposalJSON{}
			for _, p := range proposed {
				data = append(data, proposalJSON{p.Area, p.Quiet()})
			}
			return c.print("visit-focus", map[string]any{"focus": notNil(v.visit.Focus), "proposed": data}, func() { c.table(proposalTable(v.book.Rubric(), proposed)) })
		},
	}
	cmd.Flags().IntVar(&n, "propose", 0, "how many to propose (else as many as the template has room for)")
	return cmd
}

func (c *cli) visitEmphasisCmd(which *string) *cobra.Command {
	var text string
	cmd := &cobra.Command{
		Use: "emphasis [AREA…]", Short: "Say what the school asks the visit to look at",
		Example: "  waymark visit emphasis 2.3 4.1 --text \"How new staff settle in\"\n  waymark visit emphasis --text \"Writing in Years 3 and 4\"",
		RunE: func(cmd *cobra.Command, args []string) error {
			v, err := c.visited(cmd.Context(), *which, model.Self)
			if err != nil {
				return err
			}
			if len(args) == 0 && !cmd.Flags().Changed("text") {
				return usage("See waymark help visit emphasis.", "Type areas, or --text and what the school asks. Nothing was changed.")
			}
			m := v.visit.Emphasis
			if len(args) > 0 {
				if m.Areas, err = parseAreas(v.book.Rubric(), strings.Join(args, ",")); err != nil {
					return err
				}
			}
			if cmd.Flags().Changed("text") {
				m.Text = text
			}
			return v.act(cmd.Context(), "Wrote down what the school asks", undoing, func() ([]model.Change, error) { return v.book.SetVisitEmphasis(v.voice, v.visit.ID, m) })
		},
	}
	cmd.Flags().StringVar(&text, "text", "", "what the school asks, in its words")
	return cmd
}

func (c *cli) visitTeamCmd(which *string) *cobra.Command {
	return &cobra.Command{
		Use: "team [PERSON…]", Short: "Say who visits beside the lead; with nobody, list them",
		Example: "  waymark visit team \"A. Shah:pupil-watcher:front-corner\" \"B. Lee\"\n  waymark visit team",
		RunE: func(cmd *cobra.Command, args []string) error {
			as := c.flags.as
			c.flags.as = "" // the lead says who comes
			v, err := c.visited(cmd.Context(), *which, model.Reviewer)
			c.flags.as = as
			if err != nil {
				return err
			}
			if len(args) == 0 {
				return v.listTeam()
			}
			members, named, err := v.membersOf(strings.Join(args, ","))
			if err != nil {
				return err
			}
			words := plural(len(members), "person visits", "people visit") + " beside the lead"
			return v.act(cmd.Context(), words, undoing, func() ([]model.Change, error) {
				set, err := v.book.SetTeam(v.voice, v.visit.ID, members)
				return append(named, set...), err
			})
		},
	}
}

func (v *visited) listTeam() error {
	d := v.data(false).Team
	t := table.Table{Columns: []string{"Name", "Role", "Position"}}
	t.Add(v.name(v.visit.Lead), "lead reviewer", "")
	for _, m := range d {
		t.Add(m.Name, m.Role, m.Position)
	}
	return v.c.print("visit-team", map[string]any{"lead": v.name(v.visit.Lead), "team": d}, func() { v.c.table(t) })
}
