package main

import (
	"context"
	"fmt"

	"github.com/spf13/cobra"

	"waymark/cmd/waymark/internal/table"
	"waymark/model"
)

func (c *cli) assessStatusCmd() *cobra.Command {
	var fail bool
	cmd := &cobra.Command{
		Use: "status", Short: "Say how far you are and what is missing", Args: cobra.NoArgs,
		Example: "  waymark assess status\n  waymark assess status --json --fail-unfinished",
		RunE:    func(cmd *cobra.Command, _ []string) error { return c.assessStatus(cmd.Context(), fail) },
	}
	cmd.Flags().BoolVar(&fail, "fail-unfinished", false, "exit with 6 while anything is missing")
	return cmd
}

// statusJSON is how far an evaluation is, as scripts read it.
type statusJSON struct {
	head
	Judged        int            `json:"judged"`
	Of            int            `json:"of"`
	NotJudged     []model.AreaID `json:"not_judged"`
	NotApplicable []model.AreaID `json:"not_applicable"`
	NoEvidence    []model.AreaID `json:"no_evidence"`
	Flagged       []model.AreaID `json:"flagged"`
	LowConfidence []model.AreaID `json:"low_confidence"`
	Hidden        []model.AreaID `json:"hidden"`
	Notes         int            `json:"notes"`
	Problems      []string       `json:"problems"`
}

func (c *cli) assessStatus(ctx context.Context, fail bool) error {
	o, err := c.evaluation(ctx)
	if err != nil {
		return err
	}
	d := o.status()
	if err := c.print("status", d, func() { o.statusText(d) }); err != nil {
		return err
	}
	if fail && (len(d.Problems) > 0 || !d.Evaluation.Finished) {
		return &silent{exitCheck}
	}
	return nil
}

func (o *opened) status() statusJSON {
	d := statusJSON{
		head: o.head(), NotJudged: []model.AreaID{}, NotApplicable: []model.AreaID{}, NoEvidence: []model.AreaID{},
		Flagged: []model.AreaID{}, LowConfidence: []model.AreaID{}, Hidden: []model.AreaID{}, Problems: []string{},
	}
	e := o.book.Evaluation()
	d.Notes = len(e.Notes)
	for _, a := range o.book.Rubric().Areas {
		d.Of++
		s := e.Area(a.ID)
		d.Notes += len(s.Notes)
		if s.Flagged() {
			d.Flagged = append(d.Flagged, a.ID)
		}
		if given, hidden := o.hides(a.ID); hidden && given {
			d.Hidden = append(d.Hidden, a.ID)
		}
		j, ok := o.standing(a.ID)
		if !ok {
			d.NotJudged = append(d.NotJudged, a.ID)
			continue
		}
		d.Judged++
		switch {
		case j.State == model.NotApplicable:
			d.NotApplicable = append(d.NotApplicable, a.ID)
		case j.State == model.NoEvidence:
			d.NoEvidence = append(d.NoEvidence, a.ID)
		case j.Confidence == model.Low:
			d.LowConfidence = append(d.LowConfidence, a.ID)
		}
	}
	if len(o.hidden) == 0 {
		for _, p := range o.book.Problems() {
			d.Problems = append(d.Problems, clean(p.Problem))
		}
	}
	return d
}

func (o *opened) statusText(d statusJSON) {
	t := table.Table{Columns: []string{"Self-evaluation", d.School.Name + ", " + d.Evaluation.Year.Shown()}}
	t.Rows = append(t.Rows, t.Columns)
	t.Add("Judged", fmt.Sprintf("%d of %d", d.Judged, d.Of))
	if d.Evaluation.Finished {
		t.Add("State", "finished")
	}
	for _, line := range []struct {
		label string
		ids   []model.AreaID
	}{{"Not judged", d.NotJudged}, {"Does not apply", d.NotApplicable}, {"Not enough evidence", d.NoEvidence}, {"To talk about", d.Flagged}, {"Not sure", d.LowConfidence}, {"Given, hidden", d.Hidden}} {
		if len(line.ids) > 0 {
			t.Add(line.label, ids(line.ids))
		}
	}
	t.Add("Notes", fmt.Sprint(d.Notes))
	o.c.rowsOnly(t)
	switch {
	case d.Evaluation.Finished:
		o.c.say("Next: waymark priorities suggest")
	case len(d.NotJudged) > 0:
		o.c.say("Next: waymark assess rate %s=3", d.NotJudged[0])
	case len(d.Problems) > 0:
		o.c.say("Before you finish: %s", d.Problems[0])
	default:
		o.c.say("Next: waymark assess finish")
	}
}

// ids lists areas by their codes.
func ids(all []model.AreaID) string {
	said := ""
	for i, id := range all {
		if i > 0 {
			said += " "
		}
		said += string(id)
	}
	return said
}
