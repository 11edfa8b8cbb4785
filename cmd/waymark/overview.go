package main

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"waymark/cmd/waymark/internal/table"
	"waymark/model"
	"waymark/ui/env"
)

func (c *cli) overviewCmd() *cobra.Command {
	var by string
	cmd := &cobra.Command{
		Use: "overview", Short: "See every level at a glance, group by group", Args: cobra.NoArgs,
		Example: "  waymark overview\n  waymark overview --by area --plain",
		RunE:    func(cmd *cobra.Command, _ []string) error { return c.overview(cmd.Context(), by) },
	}
	cmd.Flags().StringVar(&by, "by", "group", "a row for each `group` or area")
	return cmd
}

// groupJSON is one group of the overview. It has a middle level and a span,
// never an average.
type groupJSON struct {
	ID     model.GroupID `json:"id"`
	Title  string        `json:"title"`
	Middle string        `json:"middle"`
	Lowest model.Level   `json:"lowest"`
	Top    model.Level   `json:"highest"`
	Areas  []cellJSON    `json:"areas"`
}

type cellJSON struct {
	ID       model.AreaID `json:"id"`
	Title    string       `json:"title"`
	Level    model.Level  `json:"level"`
	Word     string       `json:"word"`
	State    string       `json:"state"`
	Before   *model.Level `json:"before"`
	Flagged  bool         `json:"flagged"`
	Unsure   bool         `json:"unsure"`
	Slipping bool         `json:"slipping"`
}

func (c *cli) overview(ctx context.Context, by string) error {
	if by != "group" && by != "area" {
		return usage("Use --by group or --by area.", "There is no overview by “%s”.", clean(by))
	}
	o, err := c.evaluation(ctx)
	if err != nil {
		return err
	}
	earlier, err := o.ws.earlier(ctx, o.book)
	if err != nil {
		return err
	}
	data := struct {
		head
		Before *model.Year `json:"before"`
		Apart  string      `json:"apart"` // why the year before cannot be set beside this one
		Groups []groupJSON `json:"groups"`
	}{head: o.head()}
	if len(earlier) > 0 && earlier[0].Levels != nil {
		data.Before = &earlier[0].Year
	} else if len(earlier) > 0 {
		data.Apart = clean(earlier[0].Year.Shown() + ": " + earlier[0].Why)
	}
	data.Groups = o.groups(earlier)
	return c.print("overview", data, func() {
		if by == "area" {
			c.overviewAreas(data.Groups)
		} else {
			c.overviewGroups(data.Groups)
		}
		if data.Apart != "" {
			c.say("No change is shown since %s.", data.Apart)
		}
	})
}

func (o *opened) groups(earlier []env.Earlier) []groupJSON {
	levels := map[model.AreaID]model.Level{}
	if len(earlier) > 0 && earlier[0].Levels != nil {
		levels = earlier[0].Levels
	}
	groups := []groupJSON{}
	r := o.book.Rubric()
	for _, g := range r.Groups {
		one := groupJSON{ID: g.ID, Title: clean(g.Title), Areas: []cellJSON{}}
		for _, a := range r.AreasIn(g.ID) {
			one.Areas = append(one.Areas, o.cell(a, levels))
		}
		one.Middle, one.Lowest, one.Top = middle(one.Areas)
		groups = append(groups, one)
	}
	return groups
}

func (o *opened) cell(a model.Area, before map[model.AreaID]model.Level) cellJSON {
	d := o.area(a)
	cell := cellJSON{ID: a.ID, Title: d.Title, Level: d.Level, Word: d.Word, State: d.State, Flagged: d.Flagged, Unsure: d.Confidence == string(model.Low), Slipping: d.Direction == string(model.Slipping)}
	if was, ok := before[a.ID]; ok && d.Level > 0 {
		cell.Before = &was
		cell.Slipping = cell.Slipping || d.Level < was
	}
	return cell
}

// middle is the middle level of the areas that have one, "2 to 3" when it lies
// between two, and their span.
func middle(cells []cellJSON) (words string, low, top model.Level) {
	var levels []model.Level
	for _, c := range cells {
		if c.Level > 0 {
			levels = append(levels, c.Level)
		}
	}
	if len(levels) == 0 {
		return "", 0, 0
	}
	slices.Sort(levels)
	n := len(levels)
	a, b := levels[(n-1)/2], levels[n/2]
	if a == b {
		return fmt.Sprint(a), levels[0], levels[n-1]
	}
	return fmt.Sprintf("%d to %d", a, b), levels[0], levels[n-1]
}

func (c *cli) overviewGroups(groups []groupJSON) {
	t := table.Table{Columns: []string{"", c.own("Group"), "Levels", "Middle", "Span"}}
	for _, g := range groups {
		var cells []string
		for _, a := range g.Areas {
			cells = append(cells, a.mark())
		}
		span := ""
		if g.Top > 0 {
			span = fmt.Sprintf("%d to %d", g.Lowest, g.Top)
		}
		t.Add(string(g.ID), g.Title, strings.Join(cells, " "), g.Middle, span)
	}
	c.table(t)
	c.say("Each digit is one area in order; · no level, * flagged, ? not sure, v slipping. Next: waymark priorities suggest")
}

// mark is an area in one cell: its level and signs that need no colour.
func (a cellJSON) mark() string {
	m := "·"
	if a.Level > 0 {
		m = fmt.Sprint(a.Level)
	}
	if a.Slipping {
		m += "v"
	}
	if a.Unsure {
		m += "?"
	}
	if a.Flagged {
		m += "*"
	}
	return m
}

func (c *cli) overviewAreas(groups []groupJSON) {
	t := table.Table{Columns: []string{"Area", "Name", "Level", "Before", "Signs"}}
	for _, g := range groups {
		for _, a := range g.Areas {
			before := ""
			if a.Before != nil {
				before = fmt.Sprint(*a.Before)
			}
			var signs []string
			for _, s := range []struct {
				on   bool
				word string
			}{{a.Slipping, "slipping"}, {a.Unsure, "not sure"}, {a.Flagged, "to talk about"}} {
				if s.on {
					signs = append(signs, s.word)
				}
			}
			t.Add(string(a.ID), a.Title, a.Word, before, strings.Join(signs, ", "))
		}
	}
	c.table(t)
}
