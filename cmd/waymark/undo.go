package main

import (
	"context"
	"errors"
	"strconv"

	"github.com/spf13/cobra"

	"waymark/model"
)

// turn is one way through the history: back or forward again.
type turn struct {
	verb, none, next string
	one              func(*opened) ([]model.Step, error)
}

func (c *cli) undoCmd() *cobra.Command {
	back := turn{"Undid", "Nothing to undo", "Do it again: waymark redo", func(o *opened) ([]model.Step, error) { return o.desk.Undo() }}
	return &cobra.Command{
		Use: "undo [N]", Short: "Take back the last thing done on this computer, or the last N",
		Example: "  waymark undo\n  waymark undo 3 --dry-run",
		Args:    c.words(0, 1, "a number"),
		RunE:    func(cmd *cobra.Command, args []string) error { return c.take(cmd.Context(), args, back) },
	}
}

func (c *cli) redoCmd() *cobra.Command {
	again := turn{"Did again", "Nothing to do again", undoing, func(o *opened) ([]model.Step, error) { return o.desk.Redo() }}
	return &cobra.Command{
		Use: "redo [N]", Short: "Do again what was taken back last, or the last N",
		Example: "  waymark redo\n  waymark redo 3 --dry-run",
		Args:    c.words(0, 1, "a number"),
		RunE:    func(cmd *cobra.Command, args []string) error { return c.take(cmd.Context(), args, again) },
	}
}

// take goes up to N acts back or forward and saves them in one transaction.
func (c *cli) take(ctx context.Context, args []string, t turn) error {
	n := 1
	if len(args) == 1 {
		var err error
		if n, err = strconv.Atoi(args[0]); err != nil || n < 1 {
			return usage("Type a number of 1 or more.", "“%s” is not how many. Nothing was changed.", clean(args[0]))
		}
	}
	o, err := c.evaluation(ctx)
	if err != nil {
		return err
	}
	if err := o.work(ctx); err != nil {
		return err
	}
	var acts [][]model.Step
	for range n {
		did, err := t.one(o)
		if errors.Is(err, model.ErrNothing) {
			break
		}
		if err != nil {
			return err
		}
		acts = append(acts, did)
	}
	if err := o.save(ctx); err != nil {
		return err
	}
	return o.sayTaken(t, acts)
}

// sayTaken says act by act what was taken back or done again.
func (o *opened) sayTaken(t turn, acts [][]model.Step) error {
	var steps []model.Step
	for _, act := range acts {
		steps = append(steps, act...)
		said := t.verb + ": " + o.describeAll(act)
		if o.c.flags.dryRun {
			said = "Would be done: " + said
		}
		o.c.say("%s", said)
	}
	switch {
	case len(acts) == 0:
		o.c.say("%s: nothing more was done here on this computer.", t.none)
	case o.c.flags.dryRun:
		o.c.say("Nothing was changed.")
	case o.book.Evaluation().Removed && o.book.Evaluation().Moved != nil:
		o.ws.rememberUse(o.school.ID, o.book.Evaluation().Moved.From)
		o.c.say("The self-evaluation that it came from goes on as it was. Move to the other edition again: waymark assess restore")
	default:
		o.c.say("%s", t.next)
	}
	return o.printChanged(steps)
}
