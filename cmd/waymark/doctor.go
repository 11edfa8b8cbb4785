package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"runtime"
	"strings"

	"github.com/spf13/cobra"

	"waymark/cmd/waymark/internal/table"
	"waymark/store"
)

func (c *cli) doctorCmd() *cobra.Command {
	var rebuild bool
	var file string
	cmd := &cobra.Command{
		Use: "doctor", Short: "Check that everything is whole, and say what is not", Args: cobra.NoArgs,
		Example: "  waymark doctor\n  waymark doctor --report waymark-report.txt",
		RunE:    func(cmd *cobra.Command, _ []string) error { return c.doctor(cmd.Context(), rebuild, file) },
	}
	cmd.Flags().BoolVar(&rebuild, "rebuild", false, "make every list again from the log")
	cmd.Flags().StringVar(&file, "report", "", "write what IT support needs into a `FILE`; no school data is in it")
	return cmd
}

// finding is one line of the doctor's report. No line holds school data, a
// name or a path.
type finding struct {
	What string `json:"what"`
	Is   string `json:"is"`
}

// health is everything the doctor found.
type health struct {
	Findings []finding `json:"findings"`
	Problems []string  `json:"problems"`
	Where    []finding `json:"where"` // not in the report: paths hold people's names
}

func (h *health) add(what, format string, args ...any) {
	h.Findings = append(h.Findings, finding{what, clean(fmt.Sprintf(format, args...))})
}

func (h *health) problem(format string, args ...any) {
	h.Problems = append(h.Problems, clean(fmt.Sprintf(format, args...)))
}

func (c *cli) doctor(ctx context.Context, rebuild bool, file string) error {
	h := &health{Findings: []finding{}, Problems: []string{}, Where: []finding{}}
	c.examineProgram(h)
	opening := c.examineDatabase(ctx, h, rebuild)
	if file != "" {
		if err := c.place(file, []byte(h.report())); err != nil {
			return err
		}
		c.say("Wrote the report. It holds no school data.")
	}
	err := c.print("doctor", h, func() { c.healthText(h) })
	switch {
	case err != nil:
		return err
	case opening != nil:
		return opening
	case len(h.Problems) > 0:
		return &silent{exitCheck}
	}
	return nil
}

// examineProgram says what runs here.
func (c *cli) examineProgram(h *health) {
	h.add("Waymark", "%s", version())
	h.add("System", "%s/%s, %s", runtime.GOOS, runtime.GOARCH, runtime.Version())
	h.add("Terminal", "%s", first(os.Getenv("TERM"), "none"))
	h.add("Colour", "%s", map[bool]string{true: "yes", false: "no"}[c.coloured()])
}

// examineDatabase opens and reads the whole database. A database that cannot
// be opened is a finding too; the error is for the exit code.
func (c *cli) examineDatabase(ctx context.Context, h *health, rebuild bool) error {
	w, err := c.open(ctx)
	if err != nil {
		var e *store.OpenError
		if !errors.As(err, &e) {
			return err
		}
		words := openWords(err)
		h.add("Database", "not opened: %s", e.Kind)
		h.problem("%s %s", words.message, words.hint)
		return &silent{words.exit}
	}
	h.Where = append(h.Where, finding{"Database", clean(w.paths.database)}, finding{"State folder", clean(w.paths.state)}, finding{"Copies", clean(w.paths.backups())})
	if ro, why := w.store.ReadOnly(); ro {
		h.add("Database", "opened to read: %s", why)
	} else {
		h.add("Database", "opened")
	}
	if rebuild {
		if err := c.rebuild(ctx, h, w); err != nil {
			return err
		}
	}
	report, err := w.store.Check(ctx, nil)
	if err != nil {
		return err
	}
	h.add("Log", "%s by %s, of %s and %s; %d erased", plural(report.Events, "event", "events"), plural(report.Devices, "device", "devices"),
		plural(report.Schools, "school", "schools"), plural(report.Evaluations, "self-evaluation", "self-evaluations"), report.Erased)
	for _, p := range report.Problems {
		h.problem("%s", p.Text)
	}
	c.examineState(ctx, h, w)
	return nil
}

func (c *cli) rebuild(ctx context.Context, h *health, w *workspace) error {
	if ro, why := w.store.ReadOnly(); ro {
		return readOnly(why)
	}
	if c.flags.dryRun {
		h.add("Lists", "would be made again")
		return nil
	}
	if err := w.store.Rebuild(ctx); err != nil {
		return err
	}
	h.add("Lists", "made again from the log")
	return nil
}

// examineState looks at what lies beside the database.
func (c *cli) examineState(ctx context.Context, h *health, w *workspace) {
	if w.drafts == nil {
		h.problem("The state folder cannot be written: unfinished notes are not kept.")
	} else if all, err := w.drafts.All(ctx); err == nil {
		h.add("Unfinished notes", "%d", len(all))
	}
	if w.keyErr != nil {
		h.problem("This computer's signing key cannot be read: %v", errors.Unwrap(w.keyErr))
	}
	if len(w.brought) > 0 {
		h.add("Brought back", "%s saved now", plural(len(w.brought), "change", "changes"))
	}
	if len(w.waiting) > 0 {
		h.problem("%s not saved yet.", plural(len(w.waiting), "change is", "changes are"))
	}
	if n := len(w.store.SetAside()); n > 0 {
		h.add("Put aside", "%s of another program or after a crash", plural(n, "file", "files"))
	}
	copies, err := listBackups(w.paths.backups())
	if err == nil {
		h.add("Copies", "%d", len(copies))
	}
}

func (c *cli) healthText(h *health) {
	t := table.Table{}
	for _, f := range append(h.Findings, h.Where...) {
		t.Add(f.What, f.Is)
	}
	c.rowsOnly(t)
	for _, p := range h.Problems {
		fmt.Fprintln(c.out, "Problem: "+p)
	}
	if len(h.Problems) == 0 {
		c.say("Everything is whole.")
	}
}

// report is the text for IT support.
func (h *health) report() string {
	var b strings.Builder
	b.WriteString("Waymark doctor. This file holds no school data.\n\n")
	for _, f := range h.Findings {
		fmt.Fprintf(&b, "%s: %s\n", f.What, f.Is)
	}
	for _, p := range h.Problems {
		fmt.Fprintf(&b, "Problem: %s\n", p)
	}
	return b.String()
}
