package main

import (
	"fmt"
	"math"

	"github.com/spf13/cobra"

	"waymark/model"
	"waymark/model/priority"
)

func (c *cli) explainCmd() *cobra.Command {
	var f suggestFlags
	cmd := &cobra.Command{
		Use: "explain AREA", Short: "Say why an area is suggested, or why not",
		Example: "  waymark priorities explain 2.3\n  waymark priorities explain phonics --json",
		Args:    c.words(1, 1, "one area"),
		RunE: func(cmd *cobra.Command, args []string) error {
			o, a, err := c.suggestion(cmd.Context(), f)
			if err != nil {
				return err
			}
			area, err := pickArea(o.book.Rubric(), args[0])
			if err != nil {
				return err
			}
			return o.explainArea(area, a)
		},
	}
	f.add(cmd)
	return cmd
}

// explainedJSON is why one area is or is not suggested.
type explainedJSON struct {
	Area       model.AreaID     `json:"area"`
	Title      string           `json:"title"`
	Suggested  bool             `json:"suggested"`
	Word       string           `json:"word"`
	Theme      *float64         `json:"theme"`
	Reasons    []string         `json:"reasons"`
	Why        string           `json:"why_not"`
	Supporting []model.AreaID   `json:"supporting"`
	TakesItOff *priority.Change `json:"takes_it_off"`
	Share      float64          `json:"need_share"`
}

func (o *opened) explainArea(area model.Area, a priority.Answer) error {
	d := explainedJSON{
		Area: area.ID, Title: clean(area.Title), Reasons: notNil(a.Reasons[area.ID]), Supporting: notNil(a.Supporting[area.ID]),
		TakesItOff: a.TakesItOff[area.ID], Word: a.Words[area.ID],
	}
	for _, id := range a.Suggested() {
		d.Suggested = d.Suggested || id == area.ID
	}
	if theme, ok := a.Theme[area.ID]; ok {
		d.Theme = &theme
	}
	for _, n := range a.NotChosen {
		if n.Area == area.ID {
			d.Why = clean(n.Why)
		}
	}
	for _, n := range a.Needs {
		if n.Area == area.ID {
			d.Share = math.Round(n.Share*1e6) / 1e6
		}
	}
	if !d.Suggested && d.Why == "" {
		d.Why = o.noNeed(area.ID)
	}
	return o.c.print("explained", d, func() { o.explainText(area, d) })
}

// noNeed is why an area that carries no need is not suggested.
func (o *opened) noNeed(a model.AreaID) string {
	if given, hidden := o.hides(a); hidden && given {
		return "its level is " + hiddenWords
	}
	j, ok := o.standing(a)
	switch {
	case !ok:
		return "it is not judged yet"
	case j.State == model.NotApplicable:
		return "it does not apply"
	case j.State == model.NoEvidence:
		return "there is not enough evidence to say"
	}
	return fmt.Sprintf("it is at level %d, and %d is expected", j.Level, o.book.Rubric().Scale.Expected)
}

func (o *opened) explainText(area model.Area, d explainedJSON) {
	c := o.c
	fmt.Fprintln(c.out, c.bold(clean(area.Name())))
	if d.Suggested {
		for _, reason := range d.Reasons {
			c.paragraph("- ", reason)
		}
		c.say("Next: waymark priorities accept %s", area.ID)
		return
	}
	c.paragraph("Not suggested: ", d.Why)
}
