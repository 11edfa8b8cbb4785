package main

import (
	"context"
	"fmt"

	"github.com/spf13/cobra"

	"waymark/model"
	"waymark/model/meeting"
)

func (c *cli) meetingRevealCmd(which *string) *cobra.Command {
	var insist, hide bool
	cmd := &cobra.Command{
		Use: "reveal AREA", Short: "Show everybody's level of an area at once, and who to ask first",
		Long:    "Shows every level given for an area, and asks first while somebody is still to\ngive theirs; --all answers that question. What is shown stays shown: to change\na level, rate the area again.",
		Example: "  waymark meeting reveal 2.3\n  waymark meeting reveal 2.3 --all --hide-names",
		Args:    c.words(1, 1, "one area"),
		RunE: func(cmd *cobra.Command, args []string) error {
			return c.onTalk(cmd.Context(), *which, args[0], hide, "Shown together", func(m *met, a model.Area) ([]model.Change, error) {
				if !insist && !c.flags.yes {
					if err := m.allIn(cmd.Context(), a.ID); err != nil {
						return nil, err
					}
				}
				return m.book.Reveal(m.desk.Voice, m.meeting.ID, a.ID, true)
			})
		},
	}
	cmd.Flags().BoolVar(&insist, "all", false, "show what is there although somebody has not given a level")
	cmd.Flags().BoolVar(&hide, "hide-names", false, "call people by where they sit")
	return cmd
}

// allIn asks before levels are shown while somebody is still to give one.
func (m *met) allIn(ctx context.Context, area model.AreaID) error {
	t, _ := m.meeting.Area(area)
	v := meeting.Now(m.meeting, t, m.book.Rubric().Scale.Top())
	if t.Round.Shown || len(v.Waiting) == 0 || len(v.In) == 0 {
		return nil
	}
	question := fmt.Sprintf("%d of %d are still to give a level of %s. Show all levels now?", len(v.Waiting), len(v.In)+len(v.Waiting), area)
	return m.c.sure(ctx, question, "What is shown stays shown.", "Wait for them", "Show all", &failure{
		exit: exitQuestion, code: "not_all_in", message: "Not everybody has given a level of " + string(area) + ". Nothing was shown. Still to come:",
		hint: "To show what is there: waymark meeting reveal " + string(area) + " --all", matches: seatNames(v.Waiting, m.naming(false)),
	})
}

func (c *cli) meetingRecordCmd(which *string) *cobra.Command {
	var why string
	cmd := &cobra.Command{
		Use: "record AREA LEVEL", Short: "Record what the team settles on; every first level is kept",
		Example: "  waymark meeting record 2.3 2 --why \"Strong in English; not yet in maths\"\n  waymark meeting record 2.3 3 --dry-run",
		Args:    c.words(2, 2, "an area and a level"),
		RunE: func(cmd *cobra.Command, args []string) error {
			return c.onTalk(cmd.Context(), *which, args[0], false, "", func(m *met, a model.Area) ([]model.Change, error) {
				v, err := m.parseVote(args[1])
				if err != nil || v.Pass {
					return nil, usage(fmt.Sprintf("Use 1 to %d, or waymark meeting later %s.", m.book.Rubric().Scale.Top(), a.ID), "A level is needed to record one. Nothing was changed.")
				}
				if t, _ := m.meeting.Area(a.ID); !t.Round.Shown && len(t.Votes()) > 0 {
					return nil, usage("Show them first: waymark meeting reveal "+string(a.ID), "The levels given for %s are still covered. Nothing was changed.", a.ID)
				}
				return m.book.RecordLevel(m.desk.Voice, m.meeting.ID, a.ID, v.Level, why)
			})
		},
	}
	cmd.Flags().StringVar(&why, "why", "", "why this level, in one sentence")
	return cmd
}

func (c *cli) meetingAgainCmd(which *string) *cobra.Command {
	return &cobra.Command{
		Use: "again AREA", Short: "Rate an area again; the levels given first are kept",
		Example: "  waymark meeting again 2.3\n  waymark meeting again 2.3 --dry-run",
		Args:    c.words(1, 1, "one area"),
		RunE: func(cmd *cobra.Command, args []string) error {
			return c.onTalk(cmd.Context(), *which, args[0], false, "", func(m *met, a model.Area) ([]model.Change, error) {
				return m.book.RateAgain(m.desk.Voice, m.meeting.ID, a.ID)
			})
		},
	}
}

func (c *cli) meetingLaterCmd(which *string) *cobra.Command {
	var why string
	cmd := &cobra.Command{
		Use: "later AREA", Short: "Leave an area for another day",
		Example: "  waymark meeting later 2.3 --why \"The SENDCo is away\"\n  waymark meeting later 2.3",
		Args:    c.words(1, 1, "one area"),
		RunE: func(cmd *cobra.Command, args []string) error {
			return c.onTalk(cmd.Context(), *which, args[0], false, "", func(m *met, a model.Area) ([]model.Change, error) {
				return m.book.ComeBack(m.desk.Voice, m.meeting.ID, a.ID, why)
			})
		},
	}
	cmd.Flags().StringVar(&why, "why", "", "what to wait for, in one sentence")
	return cmd
}

// onTalk carries out one rule on one area of a meeting, and shows how the area
// stands. Votes are no part of what any of these rules says.
func (c *cli) onTalk(ctx context.Context, which, typed string, hide bool, words string, rule func(*met, model.Area) ([]model.Change, error)) error {
	m, err := c.met(ctx, which)
	if err != nil {
		return err
	}
	area, _, err := m.pickTalk(typed)
	if err != nil {
		return err
	}
	if err := m.work(ctx); err != nil {
		return err
	}
	changes, err := optional(rule(m, area))
	if err != nil {
		return err
	}
	if len(changes) > 0 {
		steps, err := m.apply(ctx, changes, nil)
		if err != nil {
			return err
		}
		m.done(first(words, sentence(clean(model.DescribeAll(steps)))), m.nextWords(area.ID))
	} else {
		m.c.say("Nothing to change: it is so already.")
	}
	if !c.flags.dryRun { // what would be shown stays covered
		m.meeting = m.now()
	}
	t, _ := m.meeting.Area(area.ID)
	d := talkDone{m.talk(t, m.naming(hide)), c.flags.dryRun, len(changes) > 0 && !c.flags.dryRun}
	return c.print("meeting-area", d, func() { m.talkText(d.talkJSON) })
}

// nextWords is what can be typed after something was done with an area.
func (m *met) nextWords(area model.AreaID) string {
	now := m.now()
	t, _ := now.Area(area)
	switch {
	case t.Outcome == nil && t.Round.Shown:
		return fmt.Sprintf("Next: waymark meeting record %s LEVEL, or again, or later", area)
	case t.Outcome == nil, !t.Round.Shown && t.Round.Number > 1 && !t.Outcome.Later:
		return fmt.Sprintf("Next: waymark meeting vote %s LEVEL --as NAME", area)
	}
	if next, more := now.Next(area); more {
		return fmt.Sprintf("Next: waymark meeting vote %s LEVEL --as NAME", next)
	}
	return "Every area has an outcome. See waymark meeting show"
}
