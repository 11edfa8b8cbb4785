package main

import (
	"context"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"waymark/model"
)

func (c *cli) assessFinishCmd() *cobra.Command {
	return &cobra.Command{
		Use: "finish", Short: "Close the self-evaluation once every area has an answer", Args: cobra.NoArgs,
		Example: "  waymark assess finish\n  waymark assess finish --dry-run",
		RunE: func(cmd *cobra.Command, _ []string) error {
			return c.whole(cmd.Context(), "Finished", "Next: waymark priorities suggest", (*model.Book).Finish)
		},
	}
}

func (c *cli) assessReopenCmd() *cobra.Command {
	return &cobra.Command{
		Use: "reopen", Short: "Open a finished self-evaluation again, to change levels", Args: cobra.NoArgs,
		Example: "  waymark assess reopen\n  waymark assess reopen --year 2025-26",
		RunE: func(cmd *cobra.Command, _ []string) error {
			return c.whole(cmd.Context(), "Open again", undoing, (*model.Book).Reopen)
		},
	}
}

// whole carries out a rule about the evaluation as a whole.
func (c *cli) whole(ctx context.Context, words, next string, rule func(*model.Book) ([]model.Change, error)) error {
	o, err := c.evaluation(ctx)
	if err != nil {
		return err
	}
	return o.act(ctx, func() ([]model.Change, error) { return rule(o.book) }, words, next)
}

func (c *cli) assessDeleteCmd() *cobra.Command {
	return &cobra.Command{
		Use: "delete", Short: "Put a self-evaluation among the deleted; it can be brought back", Args: cobra.NoArgs,
		Example: "  waymark assess delete --confirm \"Alder Lane Primary\"\n  waymark assess delete --year 2024-25 --confirm 2024-25",
		RunE:    func(cmd *cobra.Command, _ []string) error { return c.assessDelete(cmd.Context()) },
	}
}

func (c *cli) assessDelete(ctx context.Context) error {
	o, err := c.evaluation(ctx)
	if err != nil {
		return err
	}
	if !c.confirmed(o.school.Name, string(o.sum.Year), string(o.sum.ID)) && !c.flags.dryRun {
		judged := plural(o.sum.Row.Judged(), "area", "areas")
		err := c.sure(ctx, fmt.Sprintf("Delete “%s”?", clean(o.sum.Title)),
			fmt.Sprintf("This takes away %s judged. It can be brought back for 30 days.", judged), "Keep it", "Delete it",
			&failure{
				exit: exitQuestion, code: "confirm", message: fmt.Sprintf("This deletes %s, with %s judged. Nothing was changed.", named(o.school.Name, o.sum), judged),
				hint: fmt.Sprintf("To delete it, add --confirm \"%s\". It can be brought back with waymark assess restore.", clean(o.school.Name)),
			})
		if err != nil {
			return err
		}
	}
	return o.act(ctx, func() ([]model.Change, error) { return o.book.SetRemoved(true) },
		"Deleted "+named(o.school.Name, o.sum), "Bring it back: waymark assess restore --year "+string(o.sum.Year))
}

// confirmed reports whether --confirm names what is to be deleted.
func (c *cli) confirmed(names ...string) bool {
	typed := clean(c.flags.confirm)
	for _, n := range names {
		if typed != "" && strings.EqualFold(typed, clean(n)) {
			return true
		}
	}
	return false
}

func (c *cli) assessRestoreCmd() *cobra.Command {
	return &cobra.Command{
		Use: "restore", Short: "Bring a deleted self-evaluation back", Args: cobra.NoArgs,
		Example: "  waymark assess restore\n  waymark assess restore --year 2024-25",
		RunE: func(cmd *cobra.Command, _ []string) error {
			o, err := c.openEvaluation(cmd.Context(), true)
			if err != nil {
				return err
			}
			return o.act(cmd.Context(), func() ([]model.Change, error) { return o.book.SetRemoved(false) },
				"Brought back "+named(o.school.Name, o.sum), "Next: waymark assess status")
		},
	}
}
