//go:build selftest

package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"os"

	"github.com/spf13/cobra"

	"waymark/model"
)

// extraCmds are for crash tests. They are in no released program.
func (c *cli) extraCmds() []*cobra.Command {
	cmd := c.noun("selftest", "Crash tests", "  waymark selftest storm\n  waymark selftest has --ids acknowledged.txt",
		c.stormCmd(), c.hasCmd(), c.panicCmd())
	cmd.Hidden = true
	return []*cobra.Command{cmd}
}

// stormCmd judges for ever. "A <event id>" on stdout acknowledges an event:
// it was committed and read back.
func (c *cli) stormCmd() *cobra.Command {
	return &cobra.Command{
		Use: "storm", Short: "Judge for ever", Args: cobra.NoArgs,
		Example: "  waymark selftest storm\n  waymark selftest storm --db storm.db > acknowledged.txt",
		RunE: func(cmd *cobra.Command, _ []string) error {
			o, err := c.evaluation(cmd.Context())
			if err != nil {
				return err
			}
			if err := o.work(cmd.Context()); err != nil {
				return err
			}
			for n := 0; ; n++ {
				if err := o.stormOnce(cmd.Context(), n); err != nil {
					return err
				}
			}
		},
	}
}

// stormOnce judges one area, sometimes with a note in the same act, and
// acknowledges what was saved.
func (o *opened) stormOnce(ctx context.Context, n int) error {
	areas := o.book.Rubric().Areas
	r := rating{area: areas[n%len(areas)]}
	r.State, r.Level = model.Rated, model.Level(1+(n+n/len(areas))%int(o.book.Rubric().Scale.Top()))
	if n%5 == 0 {
		r.note = model.NoteText{Area: r.area.ID, Text: fmt.Sprintf("Seen on round %d", n)}
	}
	changes, err := o.changesFor(r)
	if err != nil || len(changes) == 0 {
		return err
	}
	if err := o.desk.Do(changes, nil); err != nil {
		return err
	}
	saved := o.batch
	if err := o.save(ctx); err != nil {
		return err
	}
	for _, record := range saved {
		fmt.Fprintf(o.c.out, "A %s\n", record.ID)
	}
	return nil
}

// hasCmd counts the events of a list that are in the database.
func (c *cli) hasCmd() *cobra.Command {
	var file string
	cmd := &cobra.Command{
		Use: "has --ids FILE", Short: "Count events that are present", Args: cobra.NoArgs,
		Example: "  waymark selftest has --ids acknowledged.txt\n  waymark selftest has --ids -",
		RunE: func(cmd *cobra.Command, _ []string) error {
			w, err := c.open(cmd.Context())
			if err != nil {
				return err
			}
			have := map[model.EventID]bool{}
			for r, err := range w.store.AllEvents(cmd.Context()) {
				if err != nil {
					return err
				}
				have[r.ID] = true
			}
			return c.countIDs(file, have)
		},
	}
	cmd.Flags().StringVar(&file, "ids", "-", "a `FILE` with an id, or \"A\" and an id, on each line")
	return cmd
}

func (c *cli) countIDs(file string, have map[model.EventID]bool) error {
	in, err := c.openInput(file, 1<<30)
	if err != nil {
		return err
	}
	defer in.Close()
	present, missing := 0, 0
	lines := bufio.NewScanner(in)
	for lines.Scan() {
		var id string
		if n, err := fmt.Sscanf(lines.Text(), "A %64s", &id); n != 1 || err != nil {
			id = lines.Text()
		}
		switch {
		case len(id) != 64: // the line that was being written when it was killed
		case have[model.EventID(id)]:
			present++
		default:
			missing++
			fmt.Fprintf(c.err, "missing %s\n", id)
		}
	}
	fmt.Fprintf(c.out, "%d present, %d missing\n", present, missing)
	if missing > 0 {
		return &silent{exitFailed}
	}
	return lines.Err()
}

// panicCmd panics where it is told, so that tests see what is left behind.
func (c *cli) panicCmd() *cobra.Command {
	return &cobra.Command{
		Use: "panic start|open|unsaved|saved", Short: "Panic at a place",
		Example: "  waymark selftest panic start\n  waymark selftest panic unsaved",
		Args:    c.words(1, 1, "a place"),
		RunE: func(cmd *cobra.Command, args []string) error {
			if args[0] == "start" {
				panic("told to, at the start")
			}
			o, err := c.evaluation(cmd.Context())
			if err != nil {
				return err
			}
			if args[0] == "open" {
				panic("told to, with the database open")
			}
			if err := o.work(cmd.Context()); err != nil {
				return err
			}
			changes, err := o.changesFor(rating{area: o.book.Rubric().Areas[0], Opinion: model.Opinion{State: model.Rated, Level: 1}})
			if err := o.desk.Do(changes, err); err != nil {
				return err
			}
			if args[0] == "unsaved" {
				panic("told to, before saving")
			}
			if err := o.save(cmd.Context()); err != nil {
				return err
			}
			if args[0] == "saved" {
				panic("told to, after saving")
			}
			return errors.Join(usage("Use start, open, unsaved or saved.", "There is no place “%s”.", clean(args[0])), os.ErrInvalid)
		},
	}
}
