package main

import (
	"context"
	"strings"

	"github.com/spf13/cobra"

	"waymark/model"
)

// each carries out one rule on several areas, as one act.
func (o *opened) each(ctx context.Context, typed []string, rule func(model.AreaID) ([]model.Change, error)) error {
	areas, err := pickAreas(o.book.Rubric(), typed)
	if err != nil {
		return err
	}
	if err := o.work(ctx); err != nil {
		return err
	}
	return o.act(ctx, func() ([]model.Change, error) {
		var all []model.Change
		for _, a := range areas {
			changes, err := optional(rule(a.ID))
			if err != nil {
				return nil, err
			}
			all = append(all, changes...)
		}
		if len(all) == 0 {
			return nil, model.ErrNothing
		}
		return all, nil
	}, "", undoing)
}

func (c *cli) assessFlagCmd() *cobra.Command {
	var off bool
	cmd := &cobra.Command{
		Use: "flag AREA…", Short: "Flag areas to talk about",
		Example: "  waymark assess flag 2.3 4.1\n  waymark assess flag 2.3 --off",
		Args:    c.words(1, -1, "one or more areas"),
		RunE: func(cmd *cobra.Command, args []string) error {
			o, err := c.evaluation(cmd.Context())
			if err != nil {
				return err
			}
			return o.each(cmd.Context(), args, func(a model.AreaID) ([]model.Change, error) {
				return o.book.SetFlag(o.desk.Voice, a, !off)
			})
		},
	}
	cmd.Flags().BoolVar(&off, "off", false, "take the flag off")
	return cmd
}

func (c *cli) assessConfidenceCmd() *cobra.Command {
	return &cobra.Command{
		Use: "confidence AREA… low|medium|high", Short: "Say how sure you are of a level",
		Example: "  waymark assess confidence 2.3 low\n  waymark assess confidence 1.1 1.2 1.3 high",
		Args:    c.words(2, -1, "one or more areas, and low, medium or high"),
		RunE: func(cmd *cobra.Command, args []string) error {
			o, err := c.evaluation(cmd.Context())
			if err != nil {
				return err
			}
			sure := model.Confidence(strings.ToLower(clean(args[len(args)-1])))
			return o.each(cmd.Context(), args[:len(args)-1], func(a model.AreaID) ([]model.Change, error) {
				return o.book.SetConfidence(o.desk.Voice, a, sure)
			})
		},
	}
}

func (c *cli) assessDirectionCmd() *cobra.Command {
	return &cobra.Command{
		Use: "direction AREA… improving|steady|slipping|none", Short: "Say where an area is heading",
		Example: "  waymark assess direction 2.3 slipping\n  waymark assess direction 1.1 1.2 improving",
		Args:    c.words(2, -1, "one or more areas, and improving, steady, slipping or none"),
		RunE: func(cmd *cobra.Command, args []string) error {
			o, err := c.evaluation(cmd.Context())
			if err != nil {
				return err
			}
			way := model.Direction(strings.ToLower(clean(args[len(args)-1])))
			if way == "none" {
				way = ""
			}
			return o.each(cmd.Context(), args[:len(args)-1], func(a model.AreaID) ([]model.Change, error) {
				return o.book.SetDirection(o.desk.Voice, a, way)
			})
		},
	}
}
