package main

import (
	"context"

	"github.com/spf13/cobra"

	"waymark/cmd/waymark/internal/dump"
	"waymark/model"
)

func (c *cli) dumpCmd() *cobra.Command {
	var canonical bool
	cmd := &cobra.Command{
		Use: "dump", Short: "Print the whole state as one stable document", Args: cobra.NoArgs,
		Example: "  waymark dump --canonical > state.json\n  waymark dump --canonical --db other.db | cmp state.json -",
		RunE: func(cmd *cobra.Command, _ []string) error {
			if !canonical {
				return usage("Add --canonical: the same events give the same bytes on every machine.", "Say how the state is to be spelled.")
			}
			return c.dump(cmd.Context())
		},
	}
	cmd.Flags().BoolVar(&canonical, "canonical", false, "sorted, in UTC, the same for the same events")
	return cmd
}

func (c *cli) dump(ctx context.Context) error {
	role, err := c.flags.voice()
	if err != nil {
		return err
	}
	w, err := c.open(ctx)
	if err != nil {
		return err
	}
	var all []model.Record
	for r, err := range w.store.AllEvents(ctx) {
		if err != nil {
			return err
		}
		all = append(all, r)
	}
	var hide dump.Hide
	if role == model.Reviewer {
		if hide, err = w.hiddenFrom(ctx); err != nil {
			return err
		}
	}
	schools, err := dump.State(all, func(hash string) (model.Rubric, error) { return w.rubric(ctx, hash) }, hide)
	if err != nil {
		return err
	}
	text, err := dump.Canonical(map[string]any{"schools": schools})
	if err != nil {
		return err
	}
	return c.printJSON("dump", text, nil)
}

// hiddenFrom reports what the reviewer of --as may not see: judgements of the
// school on areas that they have not judged, and its meetings.
func (w *workspace) hiddenFrom(ctx context.Context) (dump.Hide, error) {
	hidden := map[model.EvaluationID]map[model.AreaID]bool{}
	schools, err := w.store.Schools(ctx)
	if err != nil {
		return nil, err
	}
	for _, s := range schools {
		sums, err := w.store.Evaluations(ctx, s.ID)
		if err != nil {
			return nil, err
		}
		for _, sum := range sums {
			book, err := w.openBook(ctx, s.ID, sum.ID)
			if err != nil {
				return nil, err
			}
			person, _ := w.speaker(book, model.Reviewer)
			hidden[sum.ID] = hiddenIn(book.As(model.Voice{Person: person.ID, Role: model.Reviewer}))
		}
	}
	return func(r model.Record) bool {
		return ofMeeting(r.Kind) || isUntold(hidden[r.Evaluation], r.Kind, r.Role, r.Subject)
	}, nil
}
