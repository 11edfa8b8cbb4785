package main

import (
	"context"
	"errors"
	"strconv"
	"time"

	"github.com/spf13/cobra"

	"waymark/cmd/waymark/internal/table"
	"waymark/model"
)

func (c *cli) historyCmd() *cobra.Command {
	var limit int
	cmd := &cobra.Command{
		Use: "history", Short: "List what was done, the newest first", Args: cobra.NoArgs,
		Example: "  waymark history\n  waymark history --limit 100 --json",
		RunE:    func(cmd *cobra.Command, _ []string) error { return c.history(cmd.Context(), limit) },
	}
	cmd.Flags().IntVar(&limit, "limit", 20, "how many to list; 0 for all")
	return cmd
}

// actJSON is one act of the history, as scripts read it.
type actJSON struct {
	Act    string         `json:"act"`
	At     *string        `json:"at"`
	Person string         `json:"person"`
	Device model.DeviceID `json:"device"`
	Does   model.Does     `json:"does"`
	Steps  []stepJSON     `json:"steps"`
}

func (c *cli) history(ctx context.Context, limit int) error {
	if limit < 0 {
		return usage("Use a number of 0 or more.", "--limit cannot be %d.", limit)
	}
	o, err := c.evaluation(ctx)
	if err != nil {
		return err
	}
	all := o.book.History()
	if limit > 0 && len(all) > limit {
		all = all[:limit]
	}
	data := []actJSON{}
	t := table.Table{Columns: []string{"When", "Who", "What"}}
	for _, e := range all {
		who := clean(o.book.Who(e.Person).Name)
		data = append(data, actJSON{e.Act, stamp(e.Wall), who, e.Device, e.Does, o.steps(e.Steps)})
		what := o.describeAll(e.Steps)
		if e.Does != model.Do {
			what = sentence(string(e.Does)) + ": " + what
		}
		t.Add(c.moment(e.Wall), who, what)
	}
	return c.print("history", data, func() { c.table(t) })
}

// moment is a time as people read it.
func (c *cli) moment(millis int64) string {
	if c.flags.plain {
		return *stamp(millis)
	}
	return time.UnixMilli(millis).Format("2 Jan 2006 15:04")
}

func (c *cli) undoCmd() *cobra.Command {
	return &cobra.Command{
		Use: "undo [N]", Short: "Take back the last thing done on this computer, or the last N",
		Example: "  waymark undo\n  waymark undo 3 --dry-run",
		Args:    c.words(0, 1, "a number"),
		RunE: func(cmd *cobra.Command, args []string) error {
			return c.takeBack(cmd.Context(), args, "Undid", "Do it again: waymark redo", func(o *opened) ([]model.Step, error) { return o.desk.Undo() })
		},
	}
}

func (c *cli) redoCmd() *cobra.Command {
	return &cobra.Command{
		Use: "redo [N]", Short: "Do again what was taken back last, or the last N",
		Example: "  waymark redo\n  waymark redo 3 --dry-run",
		Args:    c.words(0, 1, "a number"),
		RunE: func(cmd *cobra.Command, args []string) error {
			return c.takeBack(cmd.Context(), args, "Did again", undoing, func(o *opened) ([]model.Step, error) { return o.desk.Redo() })
		},
	}
}

// takeBack undoes or redoes up to N acts and saves them in one transaction.
func (c *cli) takeBack(ctx context.Context, args []string, verb, next string, one func(*opened) ([]model.Step, error)) error {
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
	var steps []model.Step
	var acts []string
	for range n {
		did, err := one(o)
		if errors.Is(err, model.ErrNothing) {
			break
		}
		if err != nil {
			return err
		}
		steps = append(steps, did...)
		acts = append(acts, o.describeAll(did))
	}
	if len(acts) == 0 {
		c.say("Nothing to %s: nothing was done here on this computer.", map[string]string{"Undid": "undo"}[verb]+map[string]string{"Did again": "do again"}[verb])
		return o.printChanged(nil)
	}
	if err := o.save(ctx); err != nil {
		return err
	}
	for _, a := range acts {
		if c.flags.dryRun {
			c.say("Would be done: %s: %s", verb, a)
		} else {
			c.say("%s: %s", verb, a)
		}
	}
	if !c.flags.dryRun {
		c.say("%s", next)
	}
	return o.printChanged(steps)
}
