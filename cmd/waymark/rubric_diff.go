package main

import (
	"context"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"waymark/cmd/waymark/internal/table"
	"waymark/model"
)

func (c *cli) rubricDiffCmd() *cobra.Command {
	return &cobra.Command{
		Use: "diff OLD NEW", Short: "Say how two editions of a rubric differ, area by area",
		Long:    "Says how two editions differ: which areas were reworded, moved, split, merged,\nretired or added. Each is a file, the id of a rubric that comes with Waymark or\nis installed, an id with an edition such as whole-school@2026, or the start of a\nhash. Areas are matched by their code, and by their words where the code does\nnot tell; what could be meant in two ways is listed as a question.",
		Example: "  waymark rubric diff whole-school our-rubric.yaml\n  waymark rubric diff our-2026.yaml our-2027.yaml --json",
		Args:    c.words(2, 2, "two rubrics: the older and the newer"),
		RunE:    func(cmd *cobra.Command, args []string) error { return c.rubricDiff(cmd.Context(), args[0], args[1]) },
	}
}

func (c *cli) rubricDiff(ctx context.Context, before, after string) error {
	was, err := c.rubricNamed(ctx, before)
	if err != nil {
		return err
	}
	is, err := c.rubricNamed(ctx, after)
	if err != nil {
		return err
	}
	d := model.Diff(was, is)
	return c.print("rubric-diff", d, func() { c.differenceText(d, was, is) })
}

// differenceText is a difference, for reading.
func (c *cli) differenceText(d model.Difference, was, is model.Rubric) {
	if !c.flags.plain {
		fmt.Fprintln(c.out, c.bold(editionWords(d.Old, d.New)))
		c.paragraph("", differenceCounts(d))
		for _, s := range d.Scale {
			c.paragraph("", "Scale: "+s+".")
		}
	}
	t := table.Table{Columns: []string{"Old", "New", "What became of it", "Name"}}
	for _, change := range d.Areas {
		if change.Became == model.BecameSame && len(change.Beside) == 0 {
			continue
		}
		t.Add(codes(change.Old), codes(change.New), changeWords(change, was, is), changeName(change, was, is))
	}
	for _, o := range d.Offers {
		a, _ := was.Area(o.Old)
		t.Add(string(o.Old), string(o.New), fmt.Sprintf("perhaps the same: %.0f%% of their words", 100*o.Likeness), a.Title)
	}
	if len(t.Rows) > 0 {
		c.table(t)
	}
	if d.Apart != "" && !c.flags.plain {
		c.paragraph("", "Levels are not compared across the two: the earlier ones were judged with "+d.Apart+".")
	}
}

func editionWords(was, is model.Edition) string {
	if was.ID == is.ID {
		return fmt.Sprintf("%s: edition %s and edition %s", clean(is.Title), clean(was.Edition), clean(is.Edition))
	}
	return fmt.Sprintf("%s %s and %s %s", clean(was.Title), clean(was.Edition), clean(is.Title), clean(is.Edition))
}

// differenceCounts says how much changed, in a sentence.
func differenceCounts(d model.Difference) string {
	var parts []string
	for _, b := range []model.Became{
		model.BecameSame, model.BecameReworded, model.BecameMoved, model.BecameSplit, model.BecameMerged, model.BecameRetired, model.BecameAdded,
	} {
		if n := d.Count(b); n > 0 {
			parts = append(parts, fmt.Sprintf("%d %s", n, b))
		}
	}
	if len(d.Offers) > 0 {
		parts = append(parts, plural(len(d.Offers), "pair to decide on", "pairs to decide on"))
	}
	return sentence(strings.Join(parts, ", ")) + "."
}

// changeWords says what became of an area: "reworded: level 2, level 3; now in
// Teaching".
func changeWords(c model.AreaChange, was, is model.Rubric) string {
	words := string(c.Became)
	switch c.Became {
	case model.BecameSame:
		return "unchanged, but for: " + strings.Join(c.Beside, ", ")
	case model.BecameReworded:
		words = "reworded: " + strings.Join(c.Reworded, ", ")
	case model.BecameSplit:
		return "split into " + codes(c.New)
	case model.BecameMerged:
		return "merged from " + codes(c.Old)
	case model.BecameMoved:
		if c.Group == nil {
			words = "only its code changed"
		}
	case model.BecameRetired, model.BecameAdded:
	}
	if c.Group != nil {
		from, _ := was.Group(c.Group.Old)
		to, _ := is.Group(c.Group.New)
		words += fmt.Sprintf("; from %s to %s", from.Title, to.Title)
	}
	return strings.Replace(words, "moved; from", "moved from", 1)
}

// changeName is the title of what is spoken of, as it is called now.
func changeName(c model.AreaChange, was, is model.Rubric) string {
	if len(c.New) > 0 {
		a, _ := is.Area(c.New[0])
		return a.Title
	}
	a, _ := was.Area(c.Old[0])
	return a.Title
}

// codes joins the codes of areas: "2.1 and 2.6".
func codes(all []model.AreaID) string {
	words := make([]string, len(all))
	for i, id := range all {
		words[i] = string(id)
	}
	if len(words) < 2 {
		return strings.Join(words, "")
	}
	return strings.Join(words[:len(words)-1], ", ") + " and " + words[len(words)-1]
}
