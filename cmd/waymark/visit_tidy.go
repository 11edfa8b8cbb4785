package main

import (
	"context"
	"strings"

	"github.com/spf13/cobra"

	"waymark/cmd/waymark/internal/table"
	"waymark/model"
	"waymark/model/visit"
)

// tidyFlags are what visit tidy can say of a note.
type tidyFlags struct {
	area, mark, fact string
	general, private bool
}

func (c *cli) visitTidyCmd(which *string) *cobra.Command {
	var f tidyFlags
	cmd := &cobra.Command{
		Use: "tidy [NOTE]", Short: "List notes that belong to no area yet, or say what a note is about",
		Long:    "Without NOTE it lists your notes that belong to no area yet, with the areas\nwhose words come nearest. NOTE is an id or a part of one. --general says that\na note belongs to no area; it is then no longer listed.",
		Example: "  waymark visit tidy\n  waymark visit tidy 0199a4c2 --area 2.3 --mark strength",
		Args:    c.words(0, 1, "the id of one note"),
		RunE: func(cmd *cobra.Command, args []string) error {
			v, err := c.visited(cmd.Context(), *which, model.Reviewer)
			if err != nil {
				return err
			}
			if len(args) == 0 {
				return v.untidy()
			}
			return v.tidy(cmd, args[0], f)
		},
	}
	cmd.Flags().StringVar(&f.area, "area", "", "which `AREA` it is about")
	cmd.Flags().BoolVar(&f.general, "general", false, "it was looked at again and belongs to no area")
	cmd.Flags().StringVar(&f.mark, "mark", "", "strength, next-step, follow-up or none")
	cmd.Flags().StringVar(&f.fact, "kind", "", "how you know: see, hear, read or count")
	cmd.Flags().BoolVar(&f.private, "private", false, "keep the note out of what is left behind")
	return cmd
}

// untidyJSON is a note that belongs to no area yet, as scripts read it.
type untidyJSON struct {
	visitNote
	Suggested []model.AreaID `json:"suggested"`
}

func (v *visited) untidy() error {
	all := visit.Untidy(v.book.Evaluation(), v.visit, v.voice.Person)
	finder := visit.NewFinder(v.book.Rubric())
	data := []untidyJSON{}
	t := table.Table{Columns: []string{"Note", "", "Words", "Nearest areas"}}
	const most = 3
	for i, n := range v.notesData(all) {
		near := finder.Suggest(all[i].Text, v.visit.Areas(), most)
		data = append(data, untidyJSON{n, notNil(near)})
		t.Add(string(n.ID), n.Mark.Sign(), short(n.Text), ids(near))
	}
	if len(data) == 0 {
		v.c.say("Every note belongs to an area or was left general.")
	} else {
		v.c.say("%s no area yet. Next: waymark visit tidy %s --area AREA, or --general", plural(len(data), "note has", "notes have"), data[0].ID)
	}
	return v.c.print("visit-notes", data, func() { v.c.table(t) })
}

func (v *visited) tidy(cmd *cobra.Command, typed string, f tidyFlags) error {
	n, err := v.pickNote(typed)
	if err != nil {
		return err
	}
	set := cmd.Flags().Changed
	text := n.NoteText
	switch {
	case !asksForSomething(cmd):
		return usage("See waymark help visit tidy.", "Say what to change, such as --area 2.3 or --general.")
	case f.general && f.area != "":
		return usage("Choose one of the two.", "A note cannot be about an area and about none.")
	case set("general"):
		text.General = f.general
		if f.general {
			text.Area = ""
		}
	case f.area != "":
		a, err := pickArea(v.book.Rubric(), f.area)
		if err != nil {
			return err
		}
		text.Area, text.General = a.ID, false
	}
	if set("mark") {
		text.Mark = model.Mark(strings.ReplaceAll(clean(f.mark), "none", ""))
	}
	if set("kind") {
		text.Fact = model.FactKind(strings.ToLower(clean(f.fact)))
	}
	if set("private") {
		text.Private = f.private
	}
	return v.rewrite(cmd.Context(), n, text)
}

func (v *visited) rewrite(ctx context.Context, n model.Note, text model.NoteText) error {
	if v.visit.Closed {
		return model.ErrVisitClosed
	}
	return v.act(ctx, "Changed the note", undoing, func() ([]model.Change, error) { return v.book.WriteNote(v.voice, n.ID, text) })
}

// pickNote finds a note of the visit by a part of its id.
func (v *visited) pickNote(typed string) (model.Note, error) {
	typed = clean(typed)
	var found []model.Note
	for _, n := range v.book.Evaluation().VisitNotes(v.visit.ID) {
		if n.Person == v.voice.Person && typed != "" && strings.Contains(string(n.ID), typed) {
			found = append(found, n)
		}
	}
	switch len(found) {
	case 1:
		return found[0], nil
	case 0:
		return model.Note{}, notFound("note_not_found", "waymark visit tidy and waymark visit show --json list the notes with their ids.", nil, "There is no note “%s” of yours on this visit. Nothing was changed.", typed)
	}
	var names []string
	for _, n := range found {
		names = append(names, string(n.ID)+"  "+short(n.Text))
	}
	return model.Note{}, notFound("ambiguous_note", "Type more of the id.", names, "“%s” could be any of these notes:", typed)
}
