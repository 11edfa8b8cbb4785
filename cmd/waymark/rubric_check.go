package main

import (
	"context"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/charmbracelet/x/ansi"
	"github.com/spf13/cobra"

	"waymark/cmd/waymark/internal/table"
	"waymark/model"
	"waymark/rubrics"
	"waymark/rubrics/lint"
)

func (c *cli) rubricCheckCmd() *cobra.Command {
	var only string
	cmd := &cobra.Command{
		Use: "check FILE", Short: "Check a rubric and say what to change, line by line",
		Long: "Checks first that a file can be used as a rubric, and then how it is worded:\n" +
			"where would two careful people read it in different ways? Each finding says\n" +
			"where, what, why it matters and what a better shape looks like. A problem ends\n" +
			"in exit code 6; advice does not. In place of a file, type the id of a rubric\n" +
			"that comes with Waymark or is installed.\n\n" +
			"To keep a wording on purpose, write above it in the file, with your reason:\n" +
			"  # waymark: allow RULE reason",
		Example: "  waymark rubric check our-rubric.yaml\n  waymark rubric check our-rubric.yaml --severity problem --json",
		Args:    c.words(1, 1, "the name of a rubric file or the id of a rubric"),
		RunE: func(cmd *cobra.Command, args []string) error {
			return c.rubricCheck(cmd.Context(), args[0], lint.Severity(clean(only)))
		},
	}
	cmd.Flags().StringVar(&only, "severity", "", "only findings of this `SEVERITY`: problem or advice")
	return cmd
}

// checkJSON is a rubric that can be used and what was found in its wording.
type checkJSON struct {
	rubricJSON
	Problems int            `json:"problems"`
	Advice   int            `json:"advice"`
	Findings []lint.Finding `json:"findings"` // those asked for
}

func (c *cli) rubricCheck(ctx context.Context, typed string, only lint.Severity) error {
	if only != "" && only != lint.Problem && only != lint.Advice {
		return usage("Use --severity problem or --severity advice.", "There is no severity “%s”.", clean(string(only)))
	}
	if form, _, ok, err := c.formIn(typed, exitCheck); ok || err != nil {
		if err != nil {
			return err
		}
		return c.formCheck(typed, form)
	}
	r, source, notes, err := c.rubricToCheck(ctx, typed)
	if err != nil {
		return err
	}
	all := lint.Check(r, source)
	data := checkJSON{rubricJSON: rubricData(r), Findings: []lint.Finding{}}
	data.Problems, data.Advice = countFindings(all)
	for _, f := range all {
		if only == "" || f.Severity == only {
			data.Findings = append(data.Findings, f)
		}
	}
	if c.flags.json {
		err = c.printJSON("rubric-check", data, notes)
	} else {
		c.findings(r, data.Findings)
		for _, n := range notes {
			c.say("%s", n)
		}
		c.say("%s", checkedWords(typed, r, data, source != nil))
	}
	if err == nil && data.Problems > 0 {
		return &silent{exitCheck}
	}
	return err
}

// rubricToCheck is a file, or a rubric by its id. A rubric that is no file has
// no lines.
func (c *cli) rubricToCheck(ctx context.Context, typed string) (model.Rubric, []byte, []string, error) {
	isID := slices.ContainsFunc(rubrics.List(), func(e rubrics.Entry) bool { return e.ID == typed })
	if !isID && (isRubricFile(typed) || exists(typed)) {
		return c.readSource(typed, exitCheck)
	}
	r, err := c.rubricNamed(ctx, typed)
	return r, nil, nil, err
}

func countFindings(all []lint.Finding) (problems, advice int) {
	for _, f := range all {
		if f.Severity == lint.Problem {
			problems++
		} else {
			advice++
		}
	}
	return problems, advice
}

// checkedWords says in short how it stands, and what to do next.
func checkedWords(typed string, r model.Rubric, d checkJSON, file bool) string {
	words := fmt.Sprintf("%s %s can be used: %s.", clean(r.Title), clean(r.Edition), holdsOf(r))
	found := plural(d.Problems, "problem", "problems") + " and " + plural(d.Advice, "piece of advice", "pieces of advice")
	hidden := d.Problems + d.Advice - len(d.Findings)
	switch {
	case d.Problems > 0 && d.Advice == 0:
		words += " Found " + plural(d.Problems, "problem", "problems") + " in its wording."
	case d.Problems > 0:
		words += " Found " + found + "."
	case d.Advice > 0:
		words += " No problem in its wording; " + plural(d.Advice, "piece of advice", "pieces of advice") + "."
	default:
		words += " Nothing found in its wording."
	}
	if hidden > 0 {
		words += fmt.Sprintf(" %d not shown.", hidden)
	}
	switch {
	case file && d.Problems > 0:
		words += " Change what is a problem and check again."
	case file:
		words += " Next: waymark rubric install " + clean(typed)
	}
	return words
}

// findings writes each finding so that a person can act on it.
func (c *cli) findings(r model.Rubric, all []lint.Finding) {
	if c.flags.plain {
		t := table.Table{Columns: []string{"Line", "Severity", "Rule", "Area", "Level", "What", "Why", "Better"}}
		for _, f := range all {
			t.Add(numberOr(f.Line), string(f.Severity), f.Rule, string(f.Area), numberOr(int(f.Level)), f.Message, f.Why, f.Better)
		}
		c.table(t)
		return
	}
	for _, f := range all {
		a, _ := r.Area(f.Area)
		fmt.Fprintln(c.out, c.bold(fmt.Sprintf("%s: %s", sentence(findingPlace(f, clean(a.Title))), f.Severity))+" ("+f.Rule+")")
		c.under(f.Message)
		c.under("Why: " + f.Why)
		c.under("Better: " + f.Better)
		fmt.Fprintln(c.out)
	}
}

// findingPlace says where a finding is: "line 22, 1.1 A shared plan, level 2".
func findingPlace(f lint.Finding, title string) string {
	var where []string
	if f.Line > 0 {
		where = append(where, "line "+strconv.Itoa(f.Line))
	}
	if f.Area != "" {
		where = append(where, strings.TrimSpace(clean(string(f.Area))+" "+title))
	}
	if f.Level > 0 {
		where = append(where, "level "+strconv.Itoa(int(f.Level)))
	}
	if len(where) == 0 {
		return "the whole rubric"
	}
	return strings.Join(where, ", ")
}

// numberOr is a number for a row, empty when there is none.
func numberOr(n int) string {
	if n == 0 {
		return ""
	}
	return strconv.Itoa(n)
}

// under prints running text set in below a line.
func (c *cli) under(text string) {
	const indent = "  "
	for line := range strings.SplitSeq(ansi.Wordwrap(clean(text), textWidth-len(indent), ""), "\n") {
		fmt.Fprintln(c.out, indent+line)
	}
}
