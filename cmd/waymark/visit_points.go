package main

import (
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"waymark/cmd/waymark/internal/table"
	"waymark/model"
)

// pointFlags are what visit point can say beside the words.
type pointFlags struct {
	area, notes, lead, viewers, edit, remove string
	consent                                  bool
}

func (c *cli) visitPointCmd(which *string) *cobra.Command {
	var f pointFlags
	cmd := &cobra.Command{
		Use: "point [strength|next-step|bright-spot TEXT…]", Short: "Choose what is left behind: strengths, next steps, bright spots",
		Long:    "Puts a strength, a next step or a bright spot on what the visit leaves behind,\nstrengths first. With no words it lists them.",
		Example: "  waymark visit point strength \"Pupils act on what teachers write\" --area 2.3\n  waymark visit point next-step \"Agree what good replies look like in maths\" --lead \"maths lead\"",
		RunE: func(cmd *cobra.Command, args []string) error {
			roles := []model.Role{model.Reviewer, model.Self}
			v, err := c.visited(cmd.Context(), *which, roles...)
			if err != nil {
				return err
			}
			switch {
			case f.remove != "":
				return v.removePoint(cmd, f.remove)
			case f.edit == "" && len(args) == 0:
				return v.listPoints()
			}
			return v.setPoint(cmd, args, f)
		},
	}
	cmd.Flags().StringVar(&f.area, "area", "", "which `AREA` it is about")
	cmd.Flags().StringVar(&f.notes, "notes", "", "the evidence for it: a `LIST` of note ids with commas between")
	cmd.Flags().StringVar(&f.lead, "lead", "", "who in the school could lead a next step, by post")
	cmd.Flags().StringVar(&f.viewers, "viewers", "", "who could come and see a bright spot")
	cmd.Flags().BoolVar(&f.consent, "consent", false, "those concerned agree that a bright spot is shared")
	cmd.Flags().StringVar(&f.edit, "edit", "", "change the one with this `ID`")
	cmd.Flags().StringVar(&f.remove, "remove", "", "take out the one with this `ID`")
	return cmd
}

func (v *visited) listPoints() error {
	all := v.points(v.visit)
	if len(all) == 0 {
		v.c.say("Nothing is chosen yet. Next: waymark visit point strength \"…\"")
	}
	return v.c.print("visit-points", all, func() { v.pointsText(all) })
}

func (v *visited) pointsText(all []pointJSON) {
	if len(all) == 0 {
		return
	}
	fmt.Fprintln(v.c.out)
	t := table.Table{Columns: []string{"What we leave", "Words", "Area", "Who", "Id"}}
	for _, p := range all {
		t.Add(strings.ReplaceAll(string(p.Kind), "-", " "), p.Text, string(p.Area), first(p.Lead, p.Viewers), string(p.ID))
	}
	v.c.table(t)
}

func (v *visited) pickPoint(typed string) (model.Point, error) {
	typed = clean(typed)
	var found []model.Point
	var names []string
	for _, p := range v.visit.Points {
		if typed != "" && (strings.Contains(string(p.ID), typed) || strings.Contains(strings.ToLower(p.Text), strings.ToLower(typed))) {
			found = append(found, p)
		}
		names = append(names, string(p.ID)+"  "+short(p.Text))
	}
	if len(found) == 1 {
		return found[0], nil
	}
	return model.Point{}, notFound("point_not_found", "Type an id of these.", names, "“%s” is not one thing that this visit leaves behind. Nothing was changed.", typed)
}

func (v *visited) removePoint(cmd *cobra.Command, typed string) error {
	p, err := v.pickPoint(typed)
	if err != nil {
		return err
	}
	return v.act(cmd.Context(), "Took it out", undoing, func() ([]model.Change, error) { return v.book.RemovePoint(v.voice, v.visit.ID, p.ID) })
}

func (v *visited) setPoint(cmd *cobra.Command, args []string, f pointFlags) error {
	id, p := model.PointID(v.ws.newID()), model.PointText{}
	if f.edit != "" {
		was, err := v.pickPoint(f.edit)
		if err != nil {
			return err
		}
		id, p = was.ID, was.PointText
	} else {
		p.Kind, args = model.PointKind(strings.ToLower(clean(args[0]))), args[1:]
	}
	if len(args) > 0 {
		p.Text = strings.Join(args, " ")
	}
	set := cmd.Flags().Changed
	if set("area") {
		a, err := pickArea(v.book.Rubric(), f.area)
		if err != nil {
			return err
		}
		p.Area = a.ID
	}
	if set("notes") {
		var err error
		if p.Notes, err = v.evidence(f.notes); err != nil {
			return err
		}
	}
	if set("lead") {
		p.Lead = f.lead
	}
	if set("viewers") {
		p.Viewers = f.viewers
	}
	if set("consent") {
		p.Consent = f.consent
	}
	words := fmt.Sprintf("%s: “%s”", sentence(strings.ReplaceAll(string(p.Kind), "-", " ")), short(clean(p.Text)))
	return v.act(cmd.Context(), words, undoing+". Next: waymark visit point", func() ([]model.Change, error) { return v.book.SetPoint(v.voice, v.visit.ID, id, p) })
}

// evidence finds the notes of the visit that a list names.
func (v *visited) evidence(list string) ([]model.NoteID, error) {
	var all []model.NoteID
	for one := range strings.SplitSeq(list, ",") {
		if strings.TrimSpace(one) == "" {
			continue
		}
		n, err := v.pickNote(one)
		if err != nil {
			return nil, err
		}
		if !slices.Contains(all, n.ID) {
			all = append(all, n.ID)
		}
	}
	return all, nil
}

func (c *cli) visitClosingCmd(which *string) *cobra.Command {
	var m model.Closing
	cmd := &cobra.Command{
		Use: "closing", Short: "Answer the closing question, and say what comes after", Args: cobra.NoArgs,
		Example: "  waymark visit closing --first \"Agree what good replies look like\" --follow-up 2026-12-10\n  waymark visit closing --asked \"Names of schools that have solved this\"",
		RunE: func(cmd *cobra.Command, _ []string) error {
			v, err := c.visited(cmd.Context(), *which, model.Reviewer, model.Self)
			if err != nil {
				return err
			}
			if !asksForSomething(cmd) {
				return usage("See waymark help visit closing.", "Say what to write down, such as --first.")
			}
			now, set := v.visit.Closing, cmd.Flags().Changed
			if set("first") {
				now.First = m.First
			}
			if set("asked") {
				now.Asked = m.Asked
			}
			if set("follow-up") {
				now.FollowUp = m.FollowUp
			}
			return v.act(cmd.Context(), "Wrote down how the visit ends", undoing+". Next: waymark visit sign", func() ([]model.Change, error) { return v.book.SetClosing(v.voice, v.visit.ID, now) })
		},
	}
	cmd.Flags().StringVar(&m.First, "first", "", "what you would do first as head here")
	cmd.Flags().StringVar(&m.Asked, "asked", "", "what the school asked of you")
	cmd.Flags().StringVar(&m.FollowUp, "follow-up", "", "when somebody comes back: a date, or when in words")
	return cmd
}
