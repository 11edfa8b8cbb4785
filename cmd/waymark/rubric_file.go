package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"waymark/model"
	"waymark/rubrics"
	"waymark/rubrics/lint"
)

// mostRubric bounds a rubric file, and whatever else rubrics reads, as rubrics
// does itself.
const mostRubric = 4 << 20

// readRubric reads a rubric file strictly. faulty is the exit code of a file
// that cannot be used.
func (c *cli) readRubric(path string, faulty int) (model.Rubric, []string, error) {
	r, _, notes, err := c.readSource(path, faulty)
	return r, notes, err
}

// readSource is readRubric with the very bytes that were read.
func (c *cli) readSource(path string, faulty int) (r model.Rubric, source []byte, said []string, err error) {
	if source, err = c.bytesOf(path); err != nil {
		return r, nil, nil, err
	}
	r, notes, err := rubrics.ReadWithNotes(filepath.Base(path), bytes.NewReader(source))
	if err != nil {
		return r, nil, nil, faultsIn(path, "a rubric", faulty, err)
	}
	return r, source, noteWords(notes), nil
}

// bytesOf is what a file that somebody named holds, and little more than the
// most that is read of any.
func (c *cli) bytesOf(path string) ([]byte, error) {
	f, err := c.openInput(path, mostRubric)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	source, err := io.ReadAll(io.LimitReader(f, mostRubric+1))
	if err != nil {
		return nil, fmt.Errorf("read %s: %w", clean(filepath.Base(path)), err)
	}
	return source, nil
}

// faultsIn says why a file cannot be used as what it should be, every line of
// it; other errors stay as they are.
func faultsIn(path, what string, exit int, err error) error {
	var faults *rubrics.Faults
	if !errors.As(err, &faults) {
		return fmt.Errorf("read %s: %w", clean(filepath.Base(path)), err)
	}
	var lines []string
	for _, one := range faults.List {
		lines = append(lines, clean(one.String()))
	}
	noun := what[strings.LastIndexByte(what, ' ')+1:]
	return &failure{
		exit: exit, code: noun + "_faults", message: fmt.Sprintf("“%s” cannot be used as %s. Nothing was changed. %d to change:", clean(filepath.Base(path)), what, len(faults.List)+faults.More),
		matches: lines, hint: "Change these lines, or ask whoever sent it for a corrected copy.", err: err,
	}
}

// noteWords says what to know about a file although it is accepted.
func noteWords(notes []rubrics.Note) []string {
	var said []string
	for _, n := range notes {
		said = append(said, fmt.Sprintf("%s:%d: %s", clean(n.File), n.Line, clean(n.Text)))
	}
	return said
}

// rubricJSON is an accepted rubric as scripts read it.
type rubricJSON struct {
	ID      string     `json:"id"`
	Edition string     `json:"edition"`
	Title   string     `json:"title"`
	Kind    model.Kind `json:"kind"`
	Hash    string     `json:"hash"`
	Groups  int        `json:"groups"`
	Areas   int        `json:"areas"`
	Items   int        `json:"items"`
	Levels  int        `json:"levels"`
}

func rubricData(r model.Rubric) rubricJSON {
	return rubricJSON{
		ID: clean(r.ID), Edition: clean(r.Edition), Title: clean(r.Title), Kind: r.Kind, Hash: r.Hash(),
		Groups: len(r.Groups), Areas: len(r.Areas), Items: len(r.Items()), Levels: len(r.Scale.Levels),
	}
}

// holds counts what a rubric holds: "41 areas, 4 levels", "20 items".
func holds(areas, items, levels int) string {
	words := plural(areas, "area", "areas")
	if items > 0 {
		words = plural(items, "item", "items")
	}
	if levels > 0 {
		words += ", " + plural(levels, "level", "levels")
	}
	return words
}

func holdsOf(r model.Rubric) string {
	return holds(len(r.Areas), len(r.Items()), len(r.Scale.Levels))
}

func (c *cli) rubricInstallCmd() *cobra.Command {
	return &cobra.Command{
		Use: "install FILE", Short: "Keep a rubric here, to judge against",
		Example: "  waymark rubric install our-rubric.yaml\n  waymark rubric install our-rubric.yaml --dry-run",
		Args:    c.words(1, 1, "the name of a rubric file"),
		RunE:    func(cmd *cobra.Command, args []string) error { return c.rubricInstall(cmd.Context(), args[0]) },
	}
}

// rubricInstall keeps any rubric that can be used: how it is worded is for its
// authors to decide, once they know.
func (c *cli) rubricInstall(ctx context.Context, path string) error {
	r, source, notes, err := c.readSource(path, exitFailed)
	if err != nil {
		return err
	}
	w, err := c.open(ctx)
	if err != nil {
		return err
	}
	warnings := append(notes, wordingWarnings(path, lint.Check(r, source))...)
	done := fmt.Sprintf("Would install %s %s: %s. Nothing was changed.", clean(r.Title), clean(r.Edition), holdsOf(r))
	if !c.flags.dryRun {
		if _, err := w.installRubric(ctx, r); err != nil {
			return err
		}
		next := "waymark assess start --rubric " + clean(r.ID)
		if !r.Kind.Judged() {
			next = "waymark rubric show --rubric " + clean(r.ID)
		}
		done = fmt.Sprintf("Installed %s %s: %s. Next: %s", clean(r.Title), clean(r.Edition), holdsOf(r), next)
	}
	c.say("%s", done)
	if c.flags.json {
		return c.printJSON("rubric-file", rubricData(r), warnings)
	}
	for _, n := range warnings {
		c.say("%s", n)
	}
	return nil
}

// mostWarnings is how many problems of wording are named when a rubric is
// installed. The command that lists them all is named with them.
const mostWarnings = 5

// wordingWarnings says where a rubric that is being installed would be read in
// different ways.
func wordingWarnings(path string, all []lint.Finding) []string {
	var said []string
	problems, _ := countFindings(all)
	for _, f := range all {
		if f.Severity == lint.Problem && len(said) < mostWarnings {
			said = append(said, fmt.Sprintf("Warning: line %d: %s", f.Line, clean(f.Message)))
		}
	}
	if problems > 0 {
		more := plural(problems, "problem", "problems") + " in its wording"
		said = append(said, fmt.Sprintf("Warning: %s. See why, and better shapes: waymark rubric check %s", more, clean(path)))
	}
	return said
}

// installRubric keeps a rubric that a person chose, and returns its hash.
func (w *workspace) installRubric(ctx context.Context, r model.Rubric) (string, error) {
	text, err := r.Canonical()
	if err != nil {
		return "", err
	}
	if len(text) > mostRubric { // a file under the limit can be larger once every mark is spelled out
		return "", &model.FieldError{Field: "rubric", Problem: "This rubric is too long to keep. Shorten its texts, or make two of it"}
	}
	if ro, why := w.store.ReadOnly(); ro {
		return "", readOnly(why)
	}
	return w.store.KeepRubric(ctx, text)
}
