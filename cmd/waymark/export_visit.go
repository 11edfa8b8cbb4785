package main

import (
	"context"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"waymark/model"
	"waymark/model/priority"
	"waymark/model/visit"
	"waymark/report"
	"waymark/ui/env"
)

func (c *cli) exportVisitCmd() *cobra.Command {
	var f exportFlags
	var which string
	cmd := &cobra.Command{
		Use: string(report.KindVisit), Short: "What a visit leaves behind: two pages at most, strengths first", Args: cobra.NoArgs,
		Long:    "Makes the note that the school receives before the reviewer leaves. While the\nvisit is open it is made as its reviewer may see it, and once it is closed for the\nschool, unless --role says who reads. Private notes are never in it; how many\nthere are is said. What two pages cannot hold is left out, evidence first, and\nthe note says how much.",
		Example: "  waymark export visit --output visit.html\n  waymark export visit --visit 2026-09-24 --format markdown --leave-out names",
		RunE: func(cmd *cobra.Command, _ []string) error {
			return c.exportVisit(cmd.Context(), which, f)
		},
	}
	f.add(cmd.Flags())
	cmd.Flags().StringSliceVar(&f.leaveOut, "leave-out", nil, "what it must not hold: names")
	cmd.Flags().StringVar(&which, "visit", "", "which visit, by its `ID`, a part of it or its date (else the one that is open)")
	return cmd
}

func (c *cli) exportVisit(ctx context.Context, which string, f exportFlags) error {
	format, err := c.chosen(f)
	if err != nil {
		return err
	}
	r := env.ExportRequest{Format: format.ID}
	if err := f.leave(&r); err != nil {
		return err
	}
	v, err := c.visitForAll(ctx, which)
	if err != nil {
		return err
	}
	r.Document = visitDocument(v.visit.ID)
	content, err := v.made(ctx, &r)
	if err != nil {
		return err
	}
	if n := privateIn(r); n > 0 {
		c.say("%s with the reviewers: not in this copy.", plural(n, "private note stays", "private notes stay"))
	}
	return v.deliver(f.output, "visit", visitDate(v.visit, v.ws.clock().Local()), format, content)
}

// visitDocument is how a request asks for the note of one visit.
func visitDocument(id model.VisitID) string { return string(report.KindVisit) + "/" + string(id) }

// isVisit reports whether a request asks for the note of a visit.
func isVisit(r env.ExportRequest) bool {
	kind, _, _ := strings.Cut(r.Document, "/")
	return kind == string(report.KindVisit)
}

// visitOf is the visit whose note a request asks for; one that names none asks
// for the open one of today or before, else the next one, else the last.
func visitOf(r env.ExportRequest) (model.Visit, error) {
	_, id, named := strings.Cut(r.Document, "/")
	if !isVisit(r) || named {
		return r.Book.Visit(model.VisitID(id))
	}
	all := r.Book.Evaluation().Visits
	if len(all) == 0 {
		return model.Visit{}, &model.FieldError{Field: "visit", Problem: "There is no visit yet"}
	}
	return all[visit.Current(all, r.Made.Local())], nil
}

// visitDate is the first day of a visit, or now where that cannot be read.
func visitDate(v model.Visit, now time.Time) time.Time {
	if date, ok := visit.Date(v, 1); ok {
		return date
	}
	return now
}

// compared is a visit with how far it agrees with the school, from the book as
// its reader may see it.
func compared(b *model.Book, v model.Visit) (*report.Visited, error) {
	agreed, err := visit.Agreement(b, v)
	if err != nil {
		return nil, err
	}
	return &report.Visited{Visit: v, Rows: visit.Compare(b, v), Agreement: agreed}, nil
}

// lastCompared is the newest visit that can be set beside the school's own
// judgements, or nil: a document can do without the line that tells of it.
func lastCompared(b *model.Book) *report.Visited {
	for _, v := range slices.Backward(b.Evaluation().Visits) {
		if seen, err := compared(b, v); err == nil && seen.Agreement.N > 0 {
			return seen
		}
	}
	return nil
}

// leaveBehind is what the note of a visit is made of. What the visit changes in
// the priorities is told once it is closed, and only where no level is kept
// from whoever reads: a suggestion tells of every level there is.
func leaveBehind(r env.ExportRequest) (*report.Visited, error) {
	v, err := visitOf(r)
	if err != nil {
		return nil, err
	}
	seen, err := compared(r.Book, v)
	if err != nil || !v.Closed || len(hiddenIn(r.Book)) > 0 {
		return seen, err
	}
	var before map[model.AreaID]model.Level
	if len(r.Earlier) > 0 {
		before = r.Earlier[0].Levels
	}
	in := priority.FromSchool(r.Book, before)
	in.Seed, in.Readings = r.Answer.Seed, r.Answer.Readings
	was, err := priority.Suggest(in)
	if err != nil {
		return nil, err
	}
	changes := visit.Changed(was, r.Answer, r.Book)
	seen.Changes, seen.Was, seen.Now = &changes, was.Suggested(), r.Answer.Suggested()
	return seen, nil
}
