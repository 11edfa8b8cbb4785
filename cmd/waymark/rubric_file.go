package main

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"

	"github.com/spf13/cobra"

	"waymark/model"
	"waymark/rubrics"
)

func (c *cli) rubricCheckCmd() *cobra.Command {
	return &cobra.Command{
		Use: "check FILE", Short: "Check a rubric file and say what to change",
		Example: "  waymark rubric check our-rubric.yaml\n  waymark rubric check our-rubric.yaml --json",
		Args:    c.words(1, 1, "the name of a rubric file"),
		RunE: func(_ *cobra.Command, args []string) error {
			r, notes, err := c.readRubric(args[0], exitCheck)
			if err != nil {
				return err
			}
			c.say("%s %s can be used: %d areas, %d levels. Next: waymark rubric install %s", clean(r.Title), clean(r.Edition), len(r.Areas), len(r.Scale.Levels), clean(args[0]))
			return c.printChecked(r, notes)
		},
	}
}

func (c *cli) printChecked(r model.Rubric, notes []string) error {
	data := map[string]any{"id": clean(r.ID), "edition": clean(r.Edition), "title": clean(r.Title), "hash": r.Hash(), "areas": len(r.Areas), "levels": len(r.Scale.Levels)}
	if c.flags.json {
		return c.printJSON("rubric-file", data, notes)
	}
	for _, n := range notes {
		c.say("%s", n)
	}
	return nil
}

// readRubric reads a rubric file strictly. faulty is the exit code of a file
// that cannot be used.
func (c *cli) readRubric(path string, faulty int) (model.Rubric, []string, error) {
	f, err := c.openInput(path, mostRubric)
	if err != nil {
		return model.Rubric{}, nil, err
	}
	defer f.Close()
	r, notes, err := rubrics.ReadWithNotes(filepath.Base(path), f)
	var faults *rubrics.Faults
	if errors.As(err, &faults) {
		var lines []string
		for _, one := range faults.List {
			lines = append(lines, clean(one.String()))
		}
		return r, nil, &failure{
			exit: faulty, code: "rubric_faults", message: fmt.Sprintf("“%s” cannot be used as a rubric. Nothing was changed. %d to change:", clean(filepath.Base(path)), len(faults.List)+faults.More),
			matches: lines, hint: "Change these lines, or ask whoever sent it for a corrected copy.", err: err,
		}
	}
	if err != nil {
		return r, nil, fmt.Errorf("read rubric: %w", err)
	}
	var said []string
	for _, n := range notes {
		said = append(said, fmt.Sprintf("%s:%d: %s", clean(n.File), n.Line, clean(n.Text)))
	}
	return r, said, nil
}

// mostRubric bounds a rubric file.
const mostRubric = 1 << 20

func (c *cli) rubricInstallCmd() *cobra.Command {
	return &cobra.Command{
		Use: "install FILE", Short: "Keep a rubric here, to judge against",
		Example: "  waymark rubric install our-rubric.yaml\n  waymark rubric install our-rubric.yaml --dry-run",
		Args:    c.words(1, 1, "the name of a rubric file"),
		RunE: func(cmd *cobra.Command, args []string) error {
			r, notes, err := c.readRubric(args[0], exitFailed)
			if err != nil {
				return err
			}
			w, err := c.open(cmd.Context())
			if err != nil {
				return err
			}
			if c.flags.dryRun {
				c.say("Would install %s %s. Nothing was changed.", clean(r.Title), clean(r.Edition))
				return c.printChecked(r, notes)
			}
			if _, err := w.installRubric(cmd.Context(), r); err != nil {
				return err
			}
			c.say("Installed %s %s. Next: waymark assess start --rubric %s", clean(r.Title), clean(r.Edition), clean(r.ID))
			return c.printChecked(r, notes)
		},
	}
}

// installRubric keeps a rubric that a person chose, and returns its hash.
func (w *workspace) installRubric(ctx context.Context, r model.Rubric) (string, error) {
	text, err := r.Canonical()
	if err != nil {
		return "", err
	}
	if ro, why := w.store.ReadOnly(); ro {
		return "", readOnly(why)
	}
	return w.store.KeepRubric(ctx, text)
}
