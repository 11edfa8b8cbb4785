package main

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"waymark/cmd/waymark/internal/table"
	"waymark/model"
)

// showFlags say what of a rubric to show.
type showFlags struct {
	rubric, template, phase string
	exemplars               bool
}

func (c *cli) rubricShowCmd() *cobra.Command {
	var f showFlags
	cmd := &cobra.Command{
		Use: "show [AREA]", Short: "Show a rubric's areas, or one area in full",
		Long: "Shows what a rubric holds, or all that it says of one area. A pulse and a visit\n" +
			"have no areas: what they ask and look for is shown, or one group of it, such as\n" +
			"waymark rubric show time --rubric wellbeing-pulse. What you have added with rubric\n" +
			"overlay is shown with the area it is about. A page to fill in is shown with\n" +
			"waymark rubric show --template set-play.",
		Example: "  waymark rubric show phonics\n  waymark rubric show 1.3 --phase early --exemplars",
		Args:    c.words(0, 1, "the code or a part of the name of one area"),
		RunE:    func(cmd *cobra.Command, args []string) error { return c.rubricShow(cmd.Context(), args, f) },
	}
	cmd.Flags().StringVar(&f.rubric, "rubric", standard, "which rubric, by its `ID`")
	cmd.Flags().StringVar(&f.template, "template", "", "a page to fill in instead, by its `ID`")
	cmd.Flags().StringVar(&f.phase, "phase", "", "what to look for in one `PHASE` as well: "+strings.Join(phaseNames(), ", "))
	cmd.Flags().BoolVar(&f.exemplars, "exemplars", false, "a short invented story for each level as well")
	return cmd
}

func phaseNames() []string {
	var all []string
	for _, p := range model.Phases() {
		all = append(all, string(p))
	}
	return all
}

func (c *cli) rubricShow(ctx context.Context, args []string, f showFlags) error {
	phase := model.Phase(strings.ReplaceAll(strings.ToLower(clean(f.phase)), "-", ""))
	switch {
	case f.template != "" && (len(args) > 0 || f.phase != "" || f.exemplars || f.rubric != standard):
		return usage("Leave the others out.", "--template shows a page to fill in and nothing of a rubric.")
	case f.template != "":
		return c.templateShow(f.template)
	case f.phase != "" && !slices.Contains(model.Phases(), phase):
		return usage("Use one of: "+strings.Join(phaseNames(), ", ")+".", "There is no phase “%s”.", clean(f.phase))
	case len(args) == 0 && (f.phase != "" || f.exemplars):
		return usage("Type its code or a part of its name after “waymark rubric show”.", "--phase and --exemplars are for one area.")
	}
	r, err := c.rubricToShow(ctx, f.rubric)
	if err != nil {
		return err
	}
	r, words, err := c.localTo(r)
	if err != nil {
		return err
	}
	shown := renameIn(r, words)
	switch {
	case !r.Kind.Judged():
		return c.showItems(r, shown, args)
	case len(args) == 0:
		return c.printRubric(r, shown)
	}
	a, err := pickArea(shown, args[0])
	if err != nil {
		if known, unknown := pickArea(r, args[0]); unknown == nil { // by what it is called elsewhere
			a, err = known, nil
		}
	}
	if err != nil {
		return err
	}
	return c.printArea(r, shown, a.ID, phase, f.exemplars)
}

// rubricToShow needs no database for a rubric that comes with Waymark.
func (c *cli) rubricToShow(ctx context.Context, id string) (model.Rubric, error) {
	if id == standard {
		return shippedCalled(id)
	}
	w, err := c.open(ctx)
	if err != nil {
		return model.Rubric{}, err
	}
	return c.pickRubric(ctx, w, id)
}

// printRubric lists the areas. Scripts get the rubric in its own words.
func (c *cli) printRubric(r, shown model.Rubric) error {
	return c.print("rubric", r, func() {
		t := table.Table{Columns: []string{"Area", "Name", sentence(first(clean(shown.GroupWord), c.own("group")))}}
		for _, a := range shown.Areas {
			g, _ := shown.Group(a.Group)
			t.Add(string(a.ID), a.Title, g.Title)
		}
		c.table(t)
	})
}

// showItems shows a rubric that is asked or looked for: all of it, or one group.
func (c *cli) showItems(r, shown model.Rubric, args []string) error {
	groups := shown.Groups
	if len(args) > 0 {
		g, err := pickGroup(shown, c.own("group"), args[0])
		if err != nil {
			return err
		}
		groups = []model.Group{g}
		own, _ := r.Group(g.ID)
		return c.print("group", own, func() { c.itemsText(shown, groups) })
	}
	return c.print("rubric", r, func() {
		c.itemsText(shown, groups)
		if !c.flags.plain {
			c.visitText(shown)
		}
	})
}

// pickGroup finds one group by its code or a part of its name.
func pickGroup(r model.Rubric, word, typed string) (model.Group, error) {
	typed = strings.ToLower(clean(typed))
	var found []model.Group
	var names, all []string
	for _, g := range r.Groups {
		name := clean(string(g.ID) + " " + g.Title)
		all = append(all, name)
		if strings.ToLower(string(g.ID)) == typed {
			return g, nil
		}
		if typed != "" && strings.Contains(strings.ToLower(g.Title), typed) {
			found, names = append(found, g), append(names, name)
		}
	}
	word = first(clean(r.GroupWord), word)
	switch len(found) {
	case 1:
		return found[0], nil
	case 0:
		return model.Group{}, notFound("group_not_found", "Type the code or a part of the name.", all, "%s has no areas, and no %s “%s”. There are:", clean(r.Title), word, typed)
	}
	return model.Group{}, notFound("ambiguous_group", "Type the code or more of the name.", names, "“%s” could be any of these:", typed)
}

// itemsText is what people are asked or visitors look for, group by group.
func (c *cli) itemsText(r model.Rubric, groups []model.Group) {
	if c.flags.plain {
		t := table.Table{Columns: []string{"Code", "Asks", "Text", c.own("Group")}}
		for _, g := range groups {
			for _, item := range g.Items {
				t.Add(string(item.ID), string(item.Asks), item.Text, g.Title)
			}
		}
		c.table(t)
		return
	}
	for i, g := range groups {
		if i > 0 {
			fmt.Fprintln(c.out)
		}
		fmt.Fprintln(c.out, c.bold(clean(string(g.ID)+" "+g.Title)))
		c.paragraph("", g.Summary)
		var asks model.Asked
		for j, item := range g.Items {
			if j == 0 || item.Asks != asks {
				asks = item.Asks
				fmt.Fprintln(c.out)
				if asks != model.AskNobody {
					fmt.Fprintln(c.out, c.own(sentence(string(asks)))+":")
				}
			}
			c.paragraph("- ", string(item.ID)+" "+item.Text)
		}
	}
	if names := levelNames(r.Scale); len(names) > 0 {
		c.part("Answers, from the lowest", names)
	}
}

// visitText is how a visit is answered and who does what where.
func (c *cli) visitText(r model.Rubric) {
	c.part("Answers", r.Answers)
	var roles, places []string
	for _, one := range r.Roles {
		roles = append(roles, one.Title+": "+one.Does)
	}
	for _, one := range r.Positions {
		places = append(places, one.Title+": "+one.Where)
	}
	c.part("Who does what", roles)
	c.part("Where they are", places)
}

func levelNames(s model.Scale) []string {
	var names []string
	for i, l := range s.Levels {
		name := fmt.Sprintf("%d %s", i+1, l.Name)
		if l.Meaning != "" {
			name += ": " + l.Meaning
		}
		names = append(names, name)
	}
	return names
}

// part is a heading and the texts under it; nothing when there are none.
func (c *cli) part(heading string, texts []string) {
	if len(texts) > 0 {
		c.heading(heading)
	}
	for _, text := range texts {
		c.paragraph("- ", text)
	}
}

// heading begins another part.
func (c *cli) heading(text string) {
	fmt.Fprintln(c.out)
	fmt.Fprintln(c.out, c.bold(clean(text)))
}
