package main

import (
	"context"
	"errors"
	"io"
	"os"

	"github.com/charmbracelet/x/term"
	"github.com/spf13/cobra"

	"waymark/ui/nav"
)

// cli is one command line being carried out.
type cli struct {
	streams
	flags globals
	ws    *workspace
	end   io.Writer // what out writes to in the end: a terminal, a pipe, a file
}

// execute finds the command and runs it.
func execute(ctx context.Context, c *cli, args []string) error {
	root := c.rootCmd()
	root.SetArgs(args)
	root.SetIn(c.in)
	root.SetOut(c.out)
	root.SetErr(c.err)
	err := root.ExecuteContext(ctx)
	var known *failure
	var said *silent
	if err != nil && !errors.As(err, &known) && !errors.As(err, &said) {
		return c.explain(err)
	}
	return err
}

func (c *cli) rootCmd() *cobra.Command {
	root := &cobra.Command{
		Use:   "waymark",
		Short: "See where your school stands and choose what to work on next",
		Long: "Waymark helps a school judge itself against a rubric, with evidence, and\n" +
			"choose three to five priorities. Alone in a terminal it opens the app.",
		Example:           "  waymark\n  waymark assess rate 1.1=3 1.2=2 --note \"Book look, Y3 and Y5\"",
		Args:              c.noSuchCommand,
		SilenceErrors:     true,
		SilenceUsage:      true,
		PersistentPreRunE: func(*cobra.Command, []string) error { return c.flags.check() },
		RunE:              func(cmd *cobra.Command, _ []string) error { return c.alone(cmd) },
		CompletionOptions: cobra.CompletionOptions{DisableDefaultCmd: true},
	}
	c.flags.add(root.PersistentFlags())
	c.addCommands(root)
	c.dress(root)
	return root
}

// alone opens the app in a terminal; without one there is nobody to show it to.
func (c *cli) alone(cmd *cobra.Command) error {
	if !isTerminal(c.in) || !isTerminal(c.end) {
		c.conciseHelp(cmd)
		return &silent{exitUsage}
	}
	if c.flags.dryRun {
		return usage("Leave it out, or type a command after waymark.", "--dry-run is for commands. The app saves as you go.")
	}
	return c.openApp(cmd.Context(), nil)
}

// openApp opens the terminal app at first, or where work was left when nil. A
// database that cannot be opened is the app's to explain.
func (c *cli) openApp(ctx context.Context, first nav.Route) error {
	ws, err := newWorkspace(c.flags)
	if err != nil {
		return err
	}
	c.ws, ws.streams = ws, streams{c.in, c.end, c.err}
	return runApp(ctx, ws, first)
}

// open opens the workspace for a command.
func (c *cli) open(ctx context.Context) (*workspace, error) {
	if c.ws != nil {
		return c.ws, nil
	}
	ws, err := openWorkspace(ctx, c.flags)
	if err != nil {
		return nil, err
	}
	c.ws, ws.streams = ws, streams{c.in, c.end, c.err}
	return ws, nil
}

// isTerminal reports whether a person sits at the other end.
func isTerminal(end any) bool {
	f, ok := end.(*os.File)
	if !ok {
		return false
	}
	return term.IsTerminal(f.Fd())
}
