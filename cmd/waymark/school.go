package main

import (
	"context"
	"fmt"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"waymark/cmd/waymark/internal/table"
	"waymark/model"
	"waymark/store"
)

func (c *cli) schoolCmd() *cobra.Command {
	return c.noun("school", "Add a school and see which are here",
		"  waymark school add \"Alder Lane Primary\" --phase primary --pupils 212\n  waymark school list",
		c.schoolAddCmd(), c.schoolListCmd(), c.schoolShowCmd())
}

func (c *cli) schoolAddCmd() *cobra.Command {
	var phase string
	var pupils int
	cmd := &cobra.Command{
		Use: "add NAME", Short: "Add a school",
		Example: "  waymark school add \"Alder Lane Primary\"\n  waymark school add \"Alder Lane Primary\" --phase primary --pupils 212",
		Args:    c.words(1, 1, "the name of the school"),
		RunE: func(cmd *cobra.Command, args []string) error {
			return c.schoolAdd(cmd.Context(), model.School{Name: args[0], Phase: phase, Pupils: pupils})
		},
	}
	cmd.Flags().StringVar(&phase, "phase", "", "such as primary, secondary or all-through")
	cmd.Flags().IntVar(&pupils, "pupils", 0, "how many pupils it has")
	return cmd
}

func (c *cli) schoolAdd(ctx context.Context, s model.School) error {
	w, err := c.open(ctx)
	if err != nil {
		return err
	}
	if s, err = model.CheckSchool(s); err != nil {
		return err
	}
	all, err := w.store.Schools(ctx)
	if err != nil {
		return err
	}
	for _, other := range all {
		if strings.EqualFold(other.Name, s.Name) && !c.flags.yes {
			return &failure{
				exit: exitQuestion, code: "school_exists", message: fmt.Sprintf("There is a school called %s already. Nothing was changed.", clean(other.Name)),
				hint: "If this is another school of the same name, add --yes.",
			}
		}
	}
	s.ID = model.SchoolID(w.newID())
	change, err := model.RegisterSchool(s, nil)
	if err != nil {
		return err
	}
	if err := w.write(ctx, s.ID, w.me(s.ID), nil, []model.Change{change}); err != nil {
		return err
	}
	if c.flags.dryRun {
		c.say("Would add %s. Nothing was changed.", s.Name)
	} else {
		_ = w.remember(func(kept *settings) { kept.Last[w.store.ID()] = lastUsed{School: s.ID} })
		c.say("Added %s. Next: waymark assess start", s.Name)
	}
	return c.print("school", schoolData(store.SchoolRow{School: s}), func() {})
}

// schoolJSON is a school as scripts read it.
type schoolJSON struct {
	ID          model.SchoolID `json:"id"`
	Name        string         `json:"name"`
	Phase       string         `json:"phase"`
	Pupils      int            `json:"pupils"`
	Example     bool           `json:"example"`
	Evaluations int            `json:"evaluations"`
	Changed     *string        `json:"changed"`
}

func schoolData(s store.SchoolRow) schoolJSON {
	return schoolJSON{s.ID, clean(s.Name), clean(s.Phase), s.Pupils, s.Example, s.Evaluations, stamp(s.ChangedAt)}
}

func (c *cli) schoolListCmd() *cobra.Command {
	return &cobra.Command{
		Use: "list", Short: "List the schools here", Args: cobra.NoArgs,
		Example: "  waymark school list\n  waymark school list --json",
		RunE: func(cmd *cobra.Command, _ []string) error {
			w, err := c.open(cmd.Context())
			if err != nil {
				return err
			}
			all, err := w.store.Schools(cmd.Context())
			if err != nil {
				return err
			}
			data := []schoolJSON{}
			t := table.Table{Columns: []string{"School", "Phase", c.own("Pupils"), "Self-evaluations", "Changed"}}
			for _, s := range all {
				data = append(data, schoolData(s))
				t.Add(s.Name, s.Phase, count(s.Pupils), strconv.Itoa(s.Evaluations), c.day(s.ChangedAt))
			}
			if len(all) == 0 {
				c.say("There is no school here yet. Add one: waymark school add \"Alder Lane Primary\"")
			}
			return c.print("schools", data, func() { c.table(t) })
		},
	}
}

func (c *cli) schoolShowCmd() *cobra.Command {
	return &cobra.Command{
		Use: "show [NAME]", Short: "Show a school and its self-evaluations",
		Example: "  waymark school show\n  waymark school show \"Alder Lane\" --json",
		Args:    c.words(0, 1, "the name of one school"),
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) == 1 {
				c.flags.school = args[0]
			}
			return c.schoolShow(cmd.Context())
		},
	}
}

func (c *cli) schoolShow(ctx context.Context) error {
	w, err := c.open(ctx)
	if err != nil {
		return err
	}
	s, err := c.pickSchool(ctx, w)
	if err != nil {
		return err
	}
	all, err := w.store.Evaluations(ctx, s.ID)
	if err != nil {
		return err
	}
	people, err := w.people(ctx, s.ID)
	if err != nil {
		return err
	}
	data := struct {
		schoolJSON
		People []model.Person   `json:"people"`
		Years  []evaluationJSON `json:"self_evaluations"`
	}{schoolData(s), cleanPeople(people), []evaluationJSON{}}
	for _, e := range all {
		data.Years = append(data.Years, summaryData(e))
	}
	return c.print("school", data, func() {
		t := table.Table{Columns: []string{"School", clean(s.Name)}}
		t.Add("Phase", first(s.Phase, "not said"))
		t.Add(c.own("Pupils"), first(count(s.Pupils), "not said"))
		for _, p := range people {
			t.Add("Who judges", strings.TrimSuffix(p.Name+", "+p.Post, ", "))
		}
		for _, e := range all {
			t.Add("Self-evaluation", e.Year.Shown()+", "+summaryState(e))
		}
		c.table(t)
	})
}

// count is a number, or nothing for 0.
func count(n int) string {
	if n == 0 {
		return ""
	}
	return strconv.Itoa(n)
}

func cleanPeople(all []model.Person) []model.Person {
	people := make([]model.Person, len(all))
	for i, p := range all {
		people[i] = model.Person{ID: p.ID, Name: clean(p.Name), Post: clean(p.Post)}
	}
	return people
}
