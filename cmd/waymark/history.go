package main

import (
	"context"
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
	all := o.past()
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
