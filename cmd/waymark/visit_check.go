package main

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"waymark/cmd/waymark/internal/table"
	"waymark/model"
	"waymark/model/visit"
)

func (c *cli) visitCheckCmd(which *string) *cobra.Command {
	return c.noun("check", "What the school said at the start, and how it looks halfway through",
		"  waymark visit check add \"Every class starts with retrieval\" --areas 2.1\n  waymark visit check list",
		c.claimListCmd(which), c.claimAddCmd(which), c.claimVerdictCmd(which), c.claimDisproveCmd(which), c.claimRemoveCmd(which))
}

// claimJSON is what was said at the start, as scripts read it.
type claimJSON struct {
	ID       model.ClaimID   `json:"id"`
	Kind     model.ClaimKind `json:"kind"`
	Question string          `json:"question"`
	Text     string          `json:"text"`
	Areas    []model.AreaID  `json:"areas"`
	Verdict  model.Verdict   `json:"verdict"`
	Change   string          `json:"change"`
	For      int             `json:"notes_for"`
	Against  int             `json:"notes_against"`
}

func (v *visited) claims(now model.Visit) []claimJSON {
	all := []claimJSON{}
	lean := visit.Impressions(v.book.Evaluation(), now)
	for _, c := range now.Claims {
		d := claimJSON{ID: c.ID, Kind: c.Kind, Question: clean(c.Question), Text: clean(c.Text), Areas: notNil(c.Areas), Verdict: c.Verdict, Change: clean(c.Change)}
		for _, l := range lean {
			if l.Claim.ID == c.ID {
				d.For, d.Against = l.For, l.Against
			}
		}
		all = append(all, d)
	}
	return all
}

func (c *cli) claimListCmd(which *string) *cobra.Command {
	return &cobra.Command{
		Use: "list", Short: "List what was said, with the notes for and against", Args: cobra.NoArgs,
		Example: "  waymark visit check list\n  waymark visit check list --json",
		RunE: func(cmd *cobra.Command, _ []string) error {
			v, err := c.visited(cmd.Context(), *which, model.Reviewer, model.Self)
			if err != nil {
				return err
			}
			data := v.claims(v.visit)
			if len(data) == 0 {
				c.say("Nothing is written down yet. Next: waymark visit check add \"…\"")
			}
			return c.print("visit-claims", data, func() { v.claimsText(data) })
		},
	}
}

func (v *visited) claimsText(all []claimJSON) {
	if len(all) == 0 {
		return
	}
	fmt.Fprintln(v.c.out)
	t := table.Table{Columns: []string{"The school said", "Areas", "So far", "Notes", "Id"}}
	for _, c := range all {
		said := c.Text
		if c.Question != "" {
			said = c.Question + " " + said
		}
		t.Add(string(c.Kind)+": "+said, ids(c.Areas), first(string(c.Verdict), "not checked"), fmt.Sprintf("%d for, %d against", c.For, c.Against), string(c.ID))
	}
	v.c.table(t)
}

// pickClaim finds a claim by a part of its id or of its words.
func (v *visited) pickClaim(typed string) (model.Claim, error) {
	typed = clean(typed)
	var found []model.Claim
	var names []string
	for _, c := range v.visit.Claims {
		if string(c.ID) == typed {
			return c, nil
		}
		if typed != "" && (strings.Contains(string(c.ID), typed) || strings.Contains(strings.ToLower(c.Text), strings.ToLower(typed))) {
			found = append(found, c)
		}
		names = append(names, string(c.ID)+"  "+short(c.Text))
	}
	if len(found) == 1 {
		return found[0], nil
	}
	return model.Claim{}, notFound("claim_not_found", "Type an id of these.", names, "“%s” is not one thing that the school said. Nothing was changed.", typed)
}

func (c *cli) claimAddCmd(which *string) *cobra.Command {
	var kind, question, areas string
	cmd := &cobra.Command{
		Use: "add TEXT…", Short: "Write down a claim, a worry or an answer as it was said",
		Example: "  waymark visit check add \"Every class starts with retrieval\" --areas 2.1\n" +
			"  waymark visit check add \"Reading in Year 4\" --kind worry",
		Args: c.words(1, -1, "what was said"),
		RunE: func(cmd *cobra.Command, args []string) error {
			v, err := c.visited(cmd.Context(), *which, model.Reviewer)
			if err != nil {
				return err
			}
			only, err := parseAreas(v.book.Rubric(), areas)
			if err != nil {
				return err
			}
			kind = strings.ToLower(clean(kind))
			if question != "" && !cmd.Flags().Changed("kind") {
				kind = string(model.Answered)
			}
			text := model.ClaimText{Kind: model.ClaimKind(kind), Question: question, Text: strings.Join(args, " "), Areas: only}
			return v.act(cmd.Context(), "Wrote down what was said", "Next: waymark visit check disprove",
				func() ([]model.Change, error) {
					return v.book.SetClaim(v.voice, v.visit.ID, model.ClaimID(v.ws.newID()), text)
				})
		},
	}
	cmd.Flags().StringVar(&kind, "kind", string(model.Claimed), "claim, worry or answer")
	cmd.Flags().StringVar(&question, "question", "", "what was asked, for an answer")
	cmd.Flags().StringVar(&areas, "areas", "", "what it is about: a `LIST` of areas with commas between")
	return cmd
}

func (c *cli) claimVerdictCmd(which *string) *cobra.Command {
	var change string
	cmd := &cobra.Command{
		Use: "verdict CLAIM confirmed|unclear|contradicted", Short: "Say how something that was said looks now",
		Example: "  waymark visit check verdict retrieval confirmed\n  waymark visit check verdict 0199a4c2 unclear --change \"Three more lessons without it\"",
		Args:    c.words(2, 2, "a claim, and confirmed, unclear or contradicted"),
		RunE: func(cmd *cobra.Command, args []string) error {
			v, err := c.visited(cmd.Context(), *which, model.Reviewer)
			if err != nil {
				return err
			}
			was, err := v.pickClaim(args[0])
			if err != nil {
				return err
			}
			text := was.ClaimText
			text.Verdict = model.Verdict(strings.ToLower(clean(args[1])))
			if cmd.Flags().Changed("change") {
				text.Change = change
			}
			words := fmt.Sprintf("“%s” is %s so far", short(clean(text.Text)), text.Verdict)
			return v.act(cmd.Context(), words, undoing, func() ([]model.Change, error) { return v.book.SetClaim(v.voice, v.visit.ID, was.ID, text) })
		},
	}
	cmd.Flags().StringVar(&change, "change", "", "what would change your mind")
	return cmd
}

func (c *cli) claimDisproveCmd(which *string) *cobra.Command {
	return &cobra.Command{
		Use: "disprove [CLAIM]", Short: "Find the stop that would best disprove a claim",
		Example: "  waymark visit check disprove\n  waymark visit check disprove retrieval --json",
		Args:    c.words(0, 1, "one claim"),
		RunE: func(cmd *cobra.Command, args []string) error {
			v, err := c.visited(cmd.Context(), *which, model.Reviewer)
			if err != nil {
				return err
			}
			var claim model.Claim
			if len(args) == 1 {
				if claim, err = v.pickClaim(args[0]); err != nil {
					return err
				}
			} else if lead, ok := visit.Leading(v.book.Evaluation(), v.visit); ok {
				claim = lead.Claim
			}
			return v.disprove(claim)
		},
	}
}

func (v *visited) disprove(claim model.Claim) error {
	d := struct {
		Claim model.ClaimID `json:"claim"`
		Text  string        `json:"text"`
		Stop  model.SlotID  `json:"stop"`
		Name  string        `json:"name"`
		Why   string        `json:"why"`
	}{Claim: claim.ID, Text: clean(claim.Text)}
	if claim.ID == "" {
		v.c.say("No impression leads yet: too few notes speak for or against what was said.")
		return v.c.print("visit-disprove", d, func() {})
	}
	here, _ := v.visit.At(v.voice.Person)
	s, why, ok := visit.Disprove(v.book.Evaluation(), v.visit, claim.ID, here.Slot)
	if !ok {
		v.c.say("No stop that is left could disprove it.")
		return v.c.print("visit-disprove", d, func() {})
	}
	d.Stop, d.Name, d.Why = s.ID, clean(s.Name()), clean(why)
	return v.c.print("visit-disprove", d, func() {
		v.c.paragraph("", d.Text)
		v.c.paragraph("", model.Clock(s.Start)+" "+d.Name+". "+d.Why)
	})
}

func (c *cli) claimRemoveCmd(which *string) *cobra.Command {
	return &cobra.Command{
		Use: "remove CLAIM", Short: "Take out something that was written down",
		Example: "  waymark visit check remove retrieval\n  waymark visit check remove 0199a4c2 --dry-run",
		Args:    c.words(1, 1, "one claim"),
		RunE: func(cmd *cobra.Command, args []string) error {
			v, err := c.visited(cmd.Context(), *which, model.Reviewer)
			if err != nil {
				return err
			}
			claim, err := v.pickClaim(args[0])
			if err != nil {
				return err
			}
			return v.act(cmd.Context(), "Took it out", undoing, func() ([]model.Change, error) { return v.book.RemoveClaim(v.voice, v.visit.ID, claim.ID) })
		},
	}
}
