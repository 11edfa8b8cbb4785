package main

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"waymark/model"
)

func (c *cli) visitRateCmd(which *string) *cobra.Command {
	var f rateFlags
	var show bool
	cmd := &cobra.Command{
		Use: "rate AREA=LEVEL…", Short: "Give areas a level as the reviewer, before seeing the school's",
		Long: "Gives areas a level from what you saw. no-evidence stands for “not enough\nevidence to say”. Nothing of the school's level is printed; once yours is\nkept, --show prints it. With --from, rows are read from a table with the\ncolumns area, level, confidence and note.",
		Example: "  waymark visit rate 1.1=3 2.3=no-evidence --confidence medium\n" +
			"  waymark visit rate --from levels.csv --show",
		RunE: func(cmd *cobra.Command, args []string) error {
			if (f.from == "") == (len(args) == 0) {
				return usage("See waymark help visit rate.", "Type areas and levels, such as 1.1=3, or --from and a file.")
			}
			v, err := c.visited(cmd.Context(), *which, model.Reviewer)
			if err != nil {
				return err
			}
			return v.rateBlind(cmd.Context(), args, f, show)
		},
	}
	cmd.Flags().StringVar(&f.from, "from", "", "read rows from a `FILE`, or - for stdin")
	cmd.Flags().StringVar(&f.confidence, "confidence", "", "how sure: low, medium or high")
	cmd.Flags().StringVar(&f.direction, "direction", "", "where it is heading: improving, steady or slipping")
	cmd.Flags().StringVar(&f.note, "note", "", "what you saw, heard or read; kept with each area named")
	cmd.Flags().BoolVar(&f.private, "private", false, "keep the note out of what is left behind")
	cmd.Flags().BoolVar(&show, "show", false, "print the school's level of these areas once yours is kept")
	return cmd
}

// rateBlind keeps the reviewer's levels and only then, if they ask, tells the
// school's. A dry run keeps nothing, so it tells nothing.
func (v *visited) rateBlind(ctx context.Context, args []string, f rateFlags, show bool) error {
	switch {
	case show && v.c.flags.dryRun:
		return usage("Leave one of the two out.", "--show tells the school's level only once yours is kept, and --dry-run keeps nothing.")
	case show && v.c.flags.json:
		return usage("See both sides with waymark visit show --json.", "--show is for people, and --json for scripts.")
	}
	if err := v.work(ctx); err != nil {
		return err
	}
	v.at = v.seenAt("")
	var err error
	if f.from != "" {
		err = v.rateFrom(ctx, f.from)
	} else {
		err = v.rate(ctx, args, f)
	}
	if err != nil || !show {
		return err
	}
	v.showRated(args)
	return nil
}

// showRated prints what the school says of the areas that were named, and of
// those that are not kept from the reviewer any more.
func (v *visited) showRated(args []string) {
	before := v.hidden
	v.hidden = hiddenIn(v.book)
	for _, a := range v.book.Rubric().Areas {
		_, was := before[a.ID]
		_, is := v.hidden[a.ID]
		named := slices.ContainsFunc(args, func(arg string) bool {
			found, err := pickArea(v.book.Rubric(), arg[:strings.LastIndexByte(arg, '=')])
			return err == nil && found.ID == a.ID
		})
		if named || was && !is {
			v.showSchool(a.ID)
		}
	}
}

// showSchool prints what the school says of an area, unless it is still kept
// from whoever reads.
func (v *visited) showSchool(area model.AreaID) {
	j, ok := v.book.Evaluation().Area(area).SchoolOwn()
	_, hidden := v.book.Hidden(area)
	switch {
	case hidden:
		fmt.Fprintf(v.c.out, "%s: %s\n", area, hiddenWords)
	case !ok:
		fmt.Fprintf(v.c.out, "%s: the school has not judged it\n", area)
	default:
		words := opinionWords(v.book.Rubric().Scale, j.Opinion)
		if j.Confidence != "" {
			words += ", " + string(j.Confidence) + " confidence"
		}
		if reason := clean(j.Reason); reason != "" {
			words += ": " + reason
		}
		fmt.Fprintf(v.c.out, "%s: the school said %s\n", area, words)
	}
}

func (c *cli) visitLookCmd(which *string) *cobra.Command {
	return &cobra.Command{
		Use: "look AREA", Short: "See the school's level before giving yours; this is recorded",
		Long:    "Shows what the school said of an area that you have not judged yet. It asks\nfirst, and writes down that you looked: a level given after looking is no\nlonger an independent one.",
		Example: "  waymark visit look 2.3 --yes\n  waymark visit look \"phase leadership\"",
		Args:    c.words(1, 1, "one area"),
		RunE: func(cmd *cobra.Command, args []string) error {
			v, err := c.visited(cmd.Context(), *which, model.Reviewer)
			if err != nil {
				return err
			}
			area, err := pickArea(v.book.Rubric(), args[0])
			if err != nil {
				return err
			}
			return v.look(cmd.Context(), area)
		},
	}
}

func (v *visited) look(ctx context.Context, area model.Area) error {
	_, hidden := v.book.Hidden(area.ID)
	if hidden && v.c.flags.dryRun {
		v.c.say("Would write down that you looked at %s early. Nothing was changed.", area.ID)
		return v.printChanged(nil)
	}
	if hidden && !v.c.flags.yes {
		err := v.c.sure(ctx, fmt.Sprintf("See the school's level of %s before giving yours?", area.ID),
			"It is written down that you looked.", "Give mine first", "See it", &failure{
				exit: exitQuestion, code: "confirm", message: fmt.Sprintf("You have not judged %s yet. Nothing was shown.", area.ID),
				hint: "Give your level first: waymark visit rate " + string(area.ID) + "=3. To look all the same, and have it written down, add --yes.",
			})
		if err != nil {
			return err
		}
	}
	if err := v.glimpse(ctx, area.ID, hidden); err != nil {
		return err
	}
	return v.c.print("visit-look", v.lookData(area.ID, hidden), func() { v.showSchool(area.ID) })
}

// glimpse writes down an early look.
func (v *visited) glimpse(ctx context.Context, area model.AreaID, early bool) error {
	if !early {
		return nil
	}
	if err := v.work(ctx); err != nil {
		return err
	}
	changes, err := v.book.Glimpse(v.voice, v.visit.ID, area)
	if _, err := v.apply(ctx, changes, err); err != nil {
		return err
	}
	v.done("Wrote down that you looked at "+string(area)+" early", "Next: waymark visit rate "+string(area)+"=3")
	return nil
}

// lookData is what look prints for scripts. Nothing is in it that the reader may
// not see.
func (v *visited) lookData(area model.AreaID, early bool) any {
	d := struct {
		Area   model.AreaID `json:"area"`
		Early  bool         `json:"early"`
		School *saidJSON    `json:"school"`
	}{Area: area, Early: early}
	if _, hidden := v.book.Hidden(area); hidden {
		return d
	}
	if j, ok := v.book.Evaluation().Area(area).SchoolOwn(); ok {
		d.School = v.said(&j)
	}
	return d
}
