package main

import (
	"context"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"waymark/cmd/waymark/internal/table"
	"waymark/model"
	"waymark/model/visit"
)

func (c *cli) visitListCmd() *cobra.Command {
	return &cobra.Command{
		Use: "list", Short: "List the visits of this self-evaluation", Args: cobra.NoArgs,
		Example: "  waymark visit list\n  waymark visit list --school \"Alder Lane\" --json",
		RunE:    func(cmd *cobra.Command, _ []string) error { return c.visitList(cmd.Context()) },
	}
}

func (c *cli) visitList(ctx context.Context) error {
	c.flags.role = "" // a list tells the same to everybody
	o, err := c.evaluation(ctx)
	if err != nil {
		return err
	}
	data := []visitRef{}
	t := table.Table{Columns: []string{"Date", "Lead reviewer", "Areas", "Judged", "Notes", "State", "Visit"}}
	for _, v := range o.book.Evaluation().Visits {
		d := o.visitRef(v)
		data = append(data, d)
		state := "open"
		switch {
		case v.Closed:
			state = "closed"
		case v.Sealed():
			state = "open, levels sealed"
		}
		t.Add(d.Date, d.Lead, fmt.Sprint(d.Focus), fmt.Sprint(d.Judged), fmt.Sprint(d.Notes), state, string(d.ID))
	}
	if len(data) == 0 {
		c.say("There is no visit yet. Plan one: waymark visit start --reviewer \"R. Okafor\"")
	}
	return c.print("visits", data, func() { c.table(t) })
}

func (c *cli) visitShowCmd(which *string) *cobra.Command {
	var private bool
	cmd := &cobra.Command{
		Use: "show", Short: "Show a visit: who, what it looks at, how far it is, what it found", Args: cobra.NoArgs,
		Long:    "Shows everything of a visit as its lead reviewer may see it: of areas not\njudged yet nothing that the school said. With --role self it is shown to the\nschool. Private notes are only counted unless their author asks with --private.",
		Example: "  waymark visit show\n  waymark visit show --visit 2026-09-24 --private --json",
		RunE: func(cmd *cobra.Command, _ []string) error {
			v, err := c.visited(cmd.Context(), *which, model.Reviewer, model.Self)
			if err != nil {
				return err
			}
			d := v.data(private)
			return c.print("visit", d, func() { v.text(d) })
		},
	}
	cmd.Flags().BoolVar(&private, "private", false, "with the notes you marked private")
	return cmd
}

// text is a visit as people read it.
func (v *visited) text(d visitJSON) {
	c := v.c
	t := table.Table{Columns: []string{"Visit", d.School.Name + ", " + d.Date}}
	t.Rows = append(t.Rows, t.Columns)
	for _, line := range [][2]string{
		{"Lead reviewer", d.Lead},
		{"Team", v.teamWords(d.Team)},
		{"From", d.From},
		{"Focus", ids(d.Areas)},
		{"The school asks", strings.TrimSpace(ids(d.Emphasis.Areas) + " " + d.Emphasis.Text)},
		{"Stops", fmt.Sprint(len(d.Stops))},
		{"Notes", v.countNotes(d)},
		{"Judgements", d.Counts},
		{"Looked early", v.lookWords(d.Looks)},
		{"First as head here", d.Closing.First},
		{"The school asked us", d.Closing.Asked},
		{"Comes back", d.Closing.FollowUp},
		{"State", closedWords(d)},
	} {
		if line[1] != "" {
			t.Add(line[0], line[1])
		}
	}
	if d.Seal != nil {
		t.Add("Seal", d.Seal.Words+". "+d.Seal.Says)
	}
	for _, s := range d.Signed {
		t.Add("Read by the "+string(s.Side), strings.TrimSuffix(s.Name+", "+s.Post, ", "))
	}
	c.rowsOnly(t)
	for _, q := range d.Questions {
		c.paragraph("  ? ", q)
	}
	v.claimsText(d.Claims)
	v.pointsText(d.Points)
	v.notesText(d.Notes)
	v.toDoText(d)
}

func closedWords(d visitJSON) string {
	if d.Closed == nil {
		return "open"
	}
	return strings.TrimSuffix("closed: "+d.Reason, ": ")
}

func (v *visited) teamWords(team []memberJSON) string {
	var all []string
	for _, m := range team {
		words := m.Name
		for _, part := range []string{m.Role, m.Position} {
			if part != "" {
				words += ", " + part
			}
		}
		all = append(all, words)
	}
	return strings.Join(all, "; ")
}

func (v *visited) countNotes(d visitJSON) string {
	return plural(d.visitRef.Notes, "note", "notes") + ", " + plural(d.Private, "private", "private")
}

func (v *visited) lookWords(looks []lookJSON) string {
	var all []string
	for _, l := range looks {
		all = append(all, string(l.Area)+" by "+l.Person)
	}
	return strings.Join(all, ", ")
}

func (v *visited) notesText(notes []visitNote) {
	if len(notes) == 0 {
		return
	}
	fmt.Fprintln(v.c.out)
	t := table.Table{Columns: []string{"Time", "", "Area", "Note", "Stop"}}
	for _, n := range notes {
		t.Add(v.noteTime(n), n.Mark.Sign(), string(n.Area), n.Text, string(n.Stop))
	}
	v.c.table(t)
}

// toDoText is the list before leaving, while the visit is open.
func (v *visited) toDoText(d visitJSON) {
	if d.Closed != nil {
		return
	}
	fmt.Fprintln(v.c.out)
	t := table.Table{Columns: []string{"Before leaving", "", ""}}
	for _, task := range d.ToDo {
		done := "To do"
		if task.Done {
			done = "Done"
		}
		t.Add(task.Task, done, strings.TrimSuffix(task.Counts+". "+task.Hint, ". "))
	}
	v.c.table(t)
	v.c.say("%s", visit.PrivateWords(d.Private))
}
