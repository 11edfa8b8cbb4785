package main

import (
	"github.com/spf13/cobra"

	"waymark/model"
)

func (c *cli) adoptCmd() *cobra.Command {
	var remove bool
	cmd := &cobra.Command{
		Use: "adopt PLACE STEP", Short: "Say what a priority begins with: one first step, six at most",
		Example: "  waymark priorities adopt 1 \"Ask one class what they kept from the last unit\"\n  waymark priorities adopt 2.3 \"Ask one class what they kept from the last unit\" --remove",
		Args:    c.words(2, 2, "the place of a priority, and a step"),
		RunE: func(cmd *cobra.Command, args []string) error {
			return c.onPlan(cmd.Context(), func(o *opened) ([]model.Change, error) {
				p, err := o.priority(args[0])
				if err != nil {
					return nil, err
				}
				if remove {
					return o.book.DropStep(p.ID, args[1])
				}
				return o.book.AdoptStep(p.ID, args[1])
			})
		},
	}
	cmd.Flags().BoolVar(&remove, "remove", false, "take the step out again")
	return cmd
}

// cleaned is each of several texts, safe to print.
func cleaned(texts []string) []string {
	out := make([]string, len(texts))
	for i, text := range texts {
		out[i] = clean(text)
	}
	return out
}
