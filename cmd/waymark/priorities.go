package main

import (
	"context"
	"errors"
	"fmt"
	"maps"

	"github.com/spf13/cobra"

	"waymark/model"
	"waymark/model/priority"
)

func (c *cli) prioritiesCmd() *cobra.Command {
	return c.noun("priorities", "Be offered three to five priorities, and decide",
		"  waymark priorities suggest\n  waymark priorities accept 2.3",
		c.suggestCmd(), c.prioritiesListCmd(), c.prioritiesShowCmd(), c.explainCmd(),
		c.acceptCmd(), c.addPriorityCmd(), c.adoptCmd(), c.setAsideCmd(), c.rewordCmd(), c.mergeCmd(), c.swapCmd(), c.dropCmd(), c.moveCmd(), c.fewerCmd())
}

// suggestFlags shape a suggestion.
type suggestFlags struct{ k, readings int }

func (f *suggestFlags) add(cmd *cobra.Command) {
	cmd.Flags().IntVar(&f.k, "k", 0, "ask outright for 3, 4 or 5 (else the needs decide)")
	cmd.Flags().IntVar(&f.readings, "readings", 0, fmt.Sprintf("how many readings to draw (else %d)", priority.DefaultReadings))
}

func (c *cli) suggestCmd() *cobra.Command {
	var f suggestFlags
	cmd := &cobra.Command{
		Use: "suggest", Short: "Suggest three to five priorities and say why", Args: cobra.NoArgs,
		Example: "  waymark priorities suggest\n  waymark priorities suggest --k 4 --json",
		RunE: func(cmd *cobra.Command, _ []string) error {
			o, a, err := c.suggestion(cmd.Context(), f)
			if err != nil {
				return err
			}
			if c.flags.json {
				return c.printJSON("priorities", a, o.warnings(a))
			}
			o.suggestText(a)
			return nil
		},
	}
	f.add(cmd)
	return cmd
}

// suggestion works out what is suggested from what the person may see.
func (c *cli) suggestion(ctx context.Context, f suggestFlags) (*opened, priority.Answer, error) {
	if f.k != 0 && (f.k < 3 || f.k > 5) {
		return nil, priority.Answer{}, usage("Use --k 3, --k 4 or --k 5, or leave it out.", "Between three and five priorities can be asked for, not %d.", f.k)
	}
	if f.readings < 0 || f.readings > priority.MaxReadings {
		return nil, priority.Answer{}, usage(fmt.Sprintf("Use a number from 1 to %d.", priority.MaxReadings), "So many readings cannot be drawn: %d.", f.readings)
	}
	o, err := c.evaluation(ctx)
	if err != nil {
		return nil, priority.Answer{}, err
	}
	a, err := o.answer(ctx, f)
	return o, a, err
}

func (o *opened) answer(ctx context.Context, f suggestFlags) (priority.Answer, error) {
	before, err := o.before(ctx)
	if err != nil {
		return priority.Answer{}, err
	}
	in := priority.FromBook(o.book, before)
	in.K, in.Readings, in.Seed = f.k, f.readings, o.c.flags.seed
	a, err := priority.Suggest(in)
	var pins *priority.TooManyPins
	if errors.As(err, &pins) {
		return a, &failure{
			exit: exitFailed, code: "too_many_pins", message: sentence(pins.Error()) + ".", err: err,
			hint: "Take one back: waymark assess emphasis " + string(pins.Pinned[0]) + " --pin=false",
		}
	}
	return a, err
}

// before is the newest earlier evaluation's levels, without those of areas that
// may not be seen yet; nil when nothing can be compared.
func (o *opened) before(ctx context.Context) (map[model.AreaID]model.Level, error) {
	levels, err := o.levelsBefore(ctx)
	shown := maps.Clone(levels)
	maps.DeleteFunc(shown, func(a model.AreaID, _ model.Level) bool {
		_, hidden := o.hides(a)
		return hidden
	})
	return shown, err
}

// levelsBefore is the newest earlier evaluation's levels with nothing kept from
// anyone; nil when nothing can be compared.
func (o *opened) levelsBefore(ctx context.Context) (map[model.AreaID]model.Level, error) {
	earlier, err := o.ws.earlier(ctx, o.book)
	if err != nil || len(earlier) == 0 {
		return nil, err
	}
	return earlier[0].Levels, nil
}

// warnings say what a reader of an answer must know.
func (o *opened) warnings(a priority.Answer) []string {
	var all []string
	if a.NotRated > 0 {
		all = append(all, fmt.Sprintf("Based on %d of %d areas; %d not judged.", a.Rated, a.Rated+a.NotApplicable+a.NotRated, a.NotRated))
	}
	if n := o.hiddenCount(); n > 0 {
		all = append(all, fmt.Sprintf("%s judged by the school and hidden until you judge.", plural(n, "area is", "areas are")))
	}
	return all
}

func (o *opened) hiddenCount() int {
	n := 0
	for _, given := range o.hidden {
		if given {
			n++
		}
	}
	return n
}

func (o *opened) suggestText(a priority.Answer) {
	c := o.c
	r := o.book.Rubric()
	if len(a.Suggested()) == 0 {
		c.say("Nothing to suggest yet: no area is below what is expected. Based on %d of %d areas.", a.Rated, len(r.Areas))
	}
	if c.flags.plain {
		for i, id := range a.Suggested() {
			area, _ := r.Area(id)
			fmt.Fprintf(c.out, "%d\t%s\t%s\t%s\t%.0f\n", i+1, id, clean(area.Title), a.Words[id], 100*a.Theme[id])
		}
		return
	}
	for i, id := range a.Suggested() {
		area, _ := r.Area(id)
		if i > 0 {
			fmt.Fprintln(c.out)
		}
		fmt.Fprintln(c.out, c.bold(fmt.Sprintf("%d  %s", i+1, clean(area.Name()))))
		for _, reason := range a.Reasons[id] {
			c.paragraph("   - ", reason)
		}
	}
	o.besides(a)
	for _, w := range o.warnings(a) {
		c.say("%s", w)
	}
	if len(a.Suggested()) > 0 {
		c.say("Next: waymark priorities accept %s, or set-aside, or explain %s", ids(a.Suggested()), a.Suggested()[0])
	}
}

// besides prints what goes with a suggestion: what to find out, what to check,
// what to grow.
func (o *opened) besides(a priority.Answer) {
	c := o.c
	var check []model.AreaID
	const most = 5
	for _, one := range a.CheckFirst {
		if len(check) < most {
			check = append(check, one.Area)
		}
	}
	for _, line := range []struct {
		label string
		ids   []model.AreaID
	}{{"Find out first", a.FindOutFirst}, {"Checking these would change the answer most", check}, {"Areas to grow", a.Grow}} {
		if len(line.ids) == 0 {
			continue
		}
		fmt.Fprintln(c.out)
		fmt.Fprintln(c.out, line.label+":")
		for _, id := range line.ids {
			area, _ := o.book.Rubric().Area(id)
			fmt.Fprintln(c.out, "  "+clean(area.Name()))
		}
	}
}
