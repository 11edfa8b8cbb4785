package main

import (
	"context"
	"strings"

	"github.com/spf13/cobra"

	"waymark/model"
)

func (c *cli) visitSealCmd(which *string) *cobra.Command {
	return &cobra.Command{
		Use: "seal", Short: "Lock the school's levels until the visit is closed", Args: cobra.NoArgs,
		Long:    "Locks the school's levels and prints the seal to give to the reviewer: it tells\nno level, and waymark visit show checks it, so that neither side can say that\nthe other moved one.",
		Example: "  waymark visit seal\n  waymark visit seal --visit 2026-09-24 --json",
		RunE: func(cmd *cobra.Command, _ []string) error {
			v, err := c.visited(cmd.Context(), *which, model.Self)
			if err != nil {
				return err
			}
			err = v.act(cmd.Context(), "Sealed the school's levels", "Check it: waymark visit show",
				func() ([]model.Change, error) { return v.book.SealLevels(v.voice, v.visit.ID) })
			if seal := v.now().Seal; err == nil && seal != nil && !c.flags.json {
				c.say("Give the reviewer this seal: %s", model.SealWords(seal.Hash))
			}
			return err
		},
	}
}

func (c *cli) visitUnsealCmd(which *string) *cobra.Command {
	return &cobra.Command{
		Use: "unseal REASON…", Short: "Open the school's levels before the end; the reason is kept",
		Example: "  waymark visit unseal \"2.3 was typed for 3.2\"\n  waymark visit unseal \"The visit was put off\" --visit 2026-09-24",
		Args:    c.words(1, -1, "why"),
		RunE: func(cmd *cobra.Command, args []string) error {
			v, err := c.visited(cmd.Context(), *which, model.Self)
			if err != nil {
				return err
			}
			return v.act(cmd.Context(), "", "Seal them again: waymark visit seal",
				func() ([]model.Change, error) { return v.book.LiftSeal(v.voice, v.visit.ID, strings.Join(args, " ")) })
		},
	}
}

func (c *cli) visitSignCmd(which *string) *cobra.Command {
	var side string
	var s model.Signature
	cmd := &cobra.Command{
		Use: "sign", Short: "Write down who has read it; signing does not say that you agree", Args: cobra.NoArgs,
		Long:    "Writes down that somebody of one side has read what was written. When both\nsides have signed, the visit is closed. A name can be corrected with --reason.",
		Example: "  waymark visit sign --side reviewer --name \"R. Okafor\" --post \"lead reviewer\"\n  waymark visit sign --side school --name \"T. Nguyen\" --post headteacher",
		RunE: func(cmd *cobra.Command, _ []string) error {
			v, err := c.visited(cmd.Context(), *which, model.Reviewer, model.Self, model.Agreed)
			if err != nil {
				return err
			}
			next := "Nothing has to be agreed to be signed"
			err = v.act(cmd.Context(), "", next, func() ([]model.Change, error) {
				return v.book.Sign(v.voice, v.visit.ID, model.Side(strings.ToLower(clean(side))), s)
			})
			if err == nil && v.now().Closed && !v.visit.Closed {
				c.say("Both sides have signed: the visit is closed. Next: waymark visit changed")
			}
			return err
		},
	}
	cmd.Flags().StringVar(&side, "side", "", "who signs: school or reviewer")
	cmd.Flags().StringVar(&s.Name, "name", "", "the `NAME` for the record")
	cmd.Flags().StringVar(&s.Post, "post", "", "what they do")
	cmd.Flags().StringVar(&s.Reason, "reason", "", "why a name that is there already is corrected")
	return cmd
}

func (c *cli) visitCloseCmd(which *string) *cobra.Command {
	var reason string
	cmd := &cobra.Command{
		Use: "close", Short: "Close the visit when not both sides can sign", Args: cobra.NoArgs,
		Example: "  waymark visit close --reason \"The headteacher was called away\"\n  waymark visit close --visit 2026-09-24 --reason \"Put off to next term\" --dry-run",
		RunE: func(cmd *cobra.Command, _ []string) error {
			return c.endVisit(cmd.Context(), *which, "Closed the visit", "Next: waymark visit changed",
				func(v *visited) ([]model.Change, error) { return v.book.CloseVisit(v.voice, v.visit.ID, reason) })
		},
	}
	cmd.Flags().StringVar(&reason, "reason", "", "why it is closed without both names")
	return cmd
}

func (c *cli) visitReopenCmd(which *string) *cobra.Command {
	var reason string
	cmd := &cobra.Command{
		Use: "reopen", Short: "Open a closed visit again; the reason is kept", Args: cobra.NoArgs,
		Example: "  waymark visit reopen --reason \"A next step was left out\"\n  waymark visit reopen --visit 2026-09-24 --reason \"Signed too early\"",
		RunE: func(cmd *cobra.Command, _ []string) error {
			return c.endVisit(cmd.Context(), *which, "Open again", "Next: waymark visit show",
				func(v *visited) ([]model.Change, error) { return v.book.ReopenVisit(v.voice, v.visit.ID, reason) })
		},
	}
	cmd.Flags().StringVar(&reason, "reason", "", "why it is opened again")
	return cmd
}

// endVisit carries out a rule about the visit as a whole.
func (c *cli) endVisit(ctx context.Context, which, words, next string, rule func(*visited) ([]model.Change, error)) error {
	v, err := c.visited(ctx, which, model.Reviewer, model.Self, model.Agreed)
	if err != nil {
		return err
	}
	return v.act(ctx, words, next, func() ([]model.Change, error) { return rule(v) })
}
