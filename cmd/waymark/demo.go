package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"

	"github.com/spf13/cobra"

	"waymark/demo"
)

func (c *cli) demoCmd() *cobra.Command {
	var reset bool
	cmd := &cobra.Command{
		Use: "demo", Short: "Look around in an example school, apart from your own data", Args: cobra.NoArgs,
		Example: "  waymark demo\n  waymark demo --reset",
		RunE:    func(cmd *cobra.Command, _ []string) error { return c.demo(cmd.Context(), reset) },
	}
	cmd.Flags().BoolVar(&reset, "reset", false, "start again with the example as it came")
	return cmd
}

func (c *cli) demo(ctx context.Context, reset bool) error {
	p, err := pathsFrom(c.flags.db, os.Getenv)
	if err != nil {
		return err
	}
	c.flags.db = p.example()
	if reset && !c.flags.dryRun {
		if err := removeExample(c.flags.db); err != nil {
			return err
		}
	}
	w, err := c.open(ctx)
	if err != nil {
		return err
	}
	if err := fillExample(ctx, w); err != nil {
		return err
	}
	if err := w.useExample(ctx); err != nil {
		return err
	}
	if isTerminal(c.in) && isTerminal(c.end) && !c.flags.json && !c.flags.plain && !c.flags.noInput {
		return runApp(ctx, w, nil)
	}
	c.say("The example school is ready. Try: waymark --db \"%s\" overview", clean(c.flags.db))
	data := map[string]any{"database": clean(c.flags.db), "school": demo.School}
	return c.print("example", data, func() { fmt.Fprintln(c.out, clean(c.flags.db)) })
}

// useExample goes on with the newest year of the example, as its headteacher.
func (w *workspace) useExample(ctx context.Context) error {
	all, err := w.store.Evaluations(ctx, demo.School)
	if err != nil {
		return err
	}
	if len(all) == 0 {
		return nil
	}
	_ = w.remember(func(s *settings) { // the example can do without
		s.People[demo.School] = demo.Head
		if s.Last[w.store.ID()].Evaluation == "" {
			s.Last[w.store.ID()] = lastUsed{demo.School, all[0].ID}
		}
	})
	return nil
}

// removeExample removes the example's file, and only that: a database of
// another school is left alone.
func removeExample(path string) error {
	for _, name := range []string{path, path + "-journal"} {
		if err := os.Remove(name); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return fmt.Errorf("start the example again: %w", err)
		}
	}
	return nil
}
