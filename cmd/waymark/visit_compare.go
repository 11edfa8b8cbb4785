package main

import (
	"context"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"waymark/cmd/waymark/internal/table"
	"waymark/model"
	"waymark/model/visit"
)

// rowJSON sets what the two sides say of an area side by side.
type rowJSON struct {
	Area     model.AreaID `json:"area"`
	Title    string       `json:"title"`
	State    visit.State  `json:"state"`
	School   *saidJSON    `json:"school"`
	Reviewer *saidJSON    `json:"reviewer"`
	Agreed   *saidJSON    `json:"agreed"`
	Gap      int          `json:"gap"`
	Says     string       `json:"says"`
	Apart    *model.Apart `json:"not_agreed"`
}

// saidJSON is one answer on an area.
type saidJSON struct {
	State      model.State      `json:"state"`
	Level      model.Level      `json:"level"`
	Word       string           `json:"word"`
	Confidence model.Confidence `json:"confidence"`
	Reason     string           `json:"reason"`
}

func (v *visited) said(j *model.Judgement) *saidJSON {
	if j == nil {
		return nil
	}
	return &saidJSON{j.State, j.Level, clean(v.book.Rubric().Scale.Name(j.Level)), j.Confidence, clean(j.Reason)}
}

func (v *visited) rowsData(rows []visit.Row) []rowJSON {
	all := []rowJSON{}
	r, reviewer := v.book.Rubric(), v.name(v.visit.Lead)
	for _, row := range rows {
		a, _ := r.Area(row.Area)
		d := rowJSON{Area: row.Area, Title: clean(a.Title), State: row.State, School: v.said(row.School), Reviewer: v.said(row.Reviewer), Agreed: v.said(row.Agreed), Gap: row.Gap, Says: clean(row.Words(r.Scale, reviewer))}
		if row.Apart != nil {
			d.Apart = &model.Apart{School: clean(row.Apart.School), Reviewer: clean(row.Apart.Reviewer)}
		}
		all = append(all, d)
	}
	return all
}

func (c *cli) visitCompareCmd(which *string) *cobra.Command {
	var only, lean bool
	cmd := &cobra.Command{
		Use: "compare", Short: "Set both sides' levels side by side, the widest gap first", Args: cobra.NoArgs,
		Long:    "Compares the areas that both sides have judged, with how far they agree in\nwords. Areas that the reviewer has still to judge are only counted. With --json\nit prints the figures; waymark visit show --json has the rows. --lean tells\nwhoever speaks, and nobody else, how their own levels lie beside those of\nothers, over the areas that they have judged.",
		Example: "  waymark visit compare\n  waymark visit compare --only-different --plain",
		RunE: func(cmd *cobra.Command, _ []string) error {
			if lean && only {
				return usage("Use --lean alone.", "--lean tells of no area by itself, so --only-different says nothing there.")
			}
			v, err := c.visited(cmd.Context(), *which, model.Reviewer, model.Self, model.Agreed)
			if err != nil {
				return err
			}
			if lean {
				return v.ownLean()
			}
			return v.compare(only)
		},
	}
	cmd.Flags().BoolVar(&only, "only-different", false, "only areas on which the two sides gave different levels")
	cmd.Flags().BoolVar(&lean, "lean", false, "only how the levels of whoever speaks lie beside those of others")
	return cmd
}

func (v *visited) compare(only bool) error {
	r, err := visit.Agreement(v.book, v.visit)
	if err != nil {
		return err
	}
	if v.c.flags.json {
		return writeJSON(v.c.out, envelope{visit.FiguresSchema, visit.FiguresOf(r), []string{}})
	}
	rows := visit.Compare(v.book, v.visit)
	t := table.Table{Columns: []string{"Area", "Name", "School", "Reviewer", "", "Settled"}}
	for _, row := range rows {
		if row.State == visit.Waiting || only && row.State != visit.Differ {
			continue
		}
		a, _ := v.book.Rubric().Area(row.Area)
		t.Add(string(row.Area), a.Title, v.answered(row.School), v.answered(row.Reviewer), strings.TrimSuffix(row.Words(v.book.Rubric().Scale, v.name(v.visit.Lead)), "."), v.settled(row))
	}
	v.c.table(t)
	if v.c.flags.plain {
		return nil
	}
	if len(t.Rows) > 0 {
		fmt.Fprintln(v.c.out)
	}
	v.c.paragraph("", visit.Tally(rows).Words())
	for _, words := range r.Words("the school", v.name(v.visit.Lead)) {
		v.c.paragraph("", words)
	}
	if len(visit.Matching(rows)) > 0 {
		v.c.say("Next: waymark visit agree --matching")
	}
	return nil
}

func (v *visited) answered(j *model.Judgement) string {
	if j == nil {
		return "not judged"
	}
	return opinionWords(v.book.Rubric().Scale, j.Opinion)
}

func (v *visited) settled(row visit.Row) string {
	switch {
	case row.Agreed != nil:
		return "agreed " + opinionWords(v.book.Rubric().Scale, row.Agreed.Opinion)
	case row.Apart != nil:
		return "not agreed"
	}
	return ""
}

func (c *cli) visitAgreeCmd(which *string) *cobra.Command {
	var reason string
	var matching bool
	cmd := &cobra.Command{
		Use: "agree [AREA=LEVEL…]", Short: "Agree a level with leaders; both first levels are kept",
		Example: "  waymark visit agree --matching\n  waymark visit agree 2.3=3 --reason \"Strong in English; maths feedback is next\"",
		RunE: func(cmd *cobra.Command, args []string) error {
			if matching == (len(args) > 0) {
				return usage("See waymark help visit agree.", "Type areas and levels, such as 2.3=3, or --matching.")
			}
			v, err := c.visited(cmd.Context(), *which, model.Reviewer, model.Agreed)
			if err != nil {
				return err
			}
			return v.agree(cmd.Context(), args, reason)
		},
	}
	cmd.Flags().StringVar(&reason, "reason", "", "why this level, in one sentence")
	cmd.Flags().BoolVar(&matching, "matching", false, "agree every area on which both gave the same level")
	return cmd
}

// agree agrees the areas named, or all that match when none is.
func (v *visited) agree(ctx context.Context, args []string, reason string) error {
	var all []rating
	for _, arg := range args {
		r, err := v.parseRating(arg, rateFlags{})
		if err != nil {
			return err
		}
		if r.off || r.State != model.Rated {
			return usage(fmt.Sprintf("Use 1 to %d.", v.book.Rubric().Scale.Top()), "%s can be agreed at a level only. Nothing was changed.", r.area.ID)
		}
		all = append(all, r)
	}
	rule := func() ([]model.Change, error) {
		if len(all) == 0 {
			return v.book.AgreeAll(v.voice, v.visit.ID, visit.Matching(visit.Compare(v.book, v.visit)))
		}
		var changes []model.Change
		for _, r := range all {
			one, err := optional(v.book.Agree(v.voice, v.visit.ID, r.area.ID, r.Level, reason))
			if err != nil {
				return nil, err
			}
			changes = append(changes, one...)
		}
		if len(changes) == 0 {
			return nil, model.ErrNothing
		}
		return changes, nil
	}
	return v.act(ctx, "", undoing+". Next: waymark visit compare", rule)
}

func (c *cli) visitDisagreeCmd(which *string) *cobra.Command {
	var d model.Apart
	cmd := &cobra.Command{
		Use: "disagree AREA", Short: "Write down that you do not agree, with a sentence of each",
		Long:    "Not to agree is a normal outcome. Both levels stay, with a sentence of the\nschool and one of the reviewer. Agreeing the area later settles it.",
		Example: "  waymark visit disagree 2.3 --school \"Subject leaders check it each half term\" --reviewer \"Two of six could say how\"\n  waymark visit disagree \"phase leadership\" --school \"…\" --reviewer \"…\" --dry-run",
		Args:    c.words(1, 1, "one area"),
		RunE: func(cmd *cobra.Command, args []string) error {
			v, err := c.visited(cmd.Context(), *which, model.Reviewer, model.Agreed)
			if err != nil {
				return err
			}
			area, err := pickArea(v.book.Rubric(), args[0])
			if err != nil {
				return err
			}
			return v.act(cmd.Context(), "Wrote down that you do not agree about "+string(area.ID), "It is a normal outcome",
				func() ([]model.Change, error) { return v.book.Disagree(v.voice, v.visit.ID, area.ID, d) })
		},
	}
	cmd.Flags().StringVar(&d.School, "school", "", "what the school says, in one sentence")
	cmd.Flags().StringVar(&d.Reviewer, "reviewer", "", "what the reviewer says, in one sentence")
	cmd.Flags().StringVar(&c.flags.school, "in", "", "which school, by `NAME`: --school is its sentence here")
	return cmd
}
