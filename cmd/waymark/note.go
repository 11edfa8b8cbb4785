package main

import (
	"context"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"waymark/model"
)

func noteKinds() string {
	var all []string
	for _, k := range model.NoteKinds() {
		all = append(all, string(k))
	}
	return strings.Join(all, ", ")
}

// noteFlags are what assess note can say beside the words.
type noteFlags struct {
	kind, source, edit, remove string
	private, school            bool
}

func (c *cli) assessNoteCmd() *cobra.Command {
	var f noteFlags
	cmd := &cobra.Command{
		Use: "note AREA TEXT…", Short: "Write down what you saw, heard or read",
		Long: "Writes a note on an area, or on the whole school with --whole-school. TEXT\nmay be - for stdin. --edit ID changes a note, --remove ID takes one out;\nassess show AREA lists their ids.",
		Example: "  waymark assess note 2.3 \"Pupils in Y4 explain how they chose a method\" --kind pupil-voice\n" +
			"  waymark assess note --whole-school \"Attendance is 95.1 %\" --kind data --source \"Census, October\"",
		RunE: func(cmd *cobra.Command, args []string) error {
			o, err := c.evaluation(cmd.Context())
			if err != nil {
				return err
			}
			switch {
			case f.remove != "":
				return o.removeNote(cmd.Context(), f.remove)
			case f.edit != "":
				return o.editNote(cmd, f, args)
			}
			return o.addNote(cmd.Context(), f, args)
		},
	}
	cmd.Flags().StringVar(&f.kind, "kind", "", "where it comes from: "+noteKinds())
	cmd.Flags().StringVar(&f.source, "source", "", "the document it rests on and where that is kept")
	cmd.Flags().BoolVar(&f.private, "private", false, "keep the note out of what is shared")
	cmd.Flags().BoolVar(&f.school, "whole-school", false, "a note on the school, not on one area")
	cmd.Flags().StringVar(&f.edit, "edit", "", "change the note with this `ID`")
	cmd.Flags().StringVar(&f.remove, "remove", "", "take out the note with this `ID`")
	return cmd
}

func (o *opened) addNote(ctx context.Context, f noteFlags, args []string) error {
	n := model.NoteText{Kind: model.NoteKind(clean(f.kind)), Source: f.source, Private: f.private}
	where := "the school"
	if !f.school {
		if len(args) == 0 {
			return usage("See waymark help assess note.", "Type an area and what you saw, heard or read.")
		}
		a, err := pickArea(o.book.Rubric(), args[0])
		if err != nil {
			return err
		}
		n.Area, where, args = a.ID, string(a.ID), args[1:]
	}
	var err error
	if n.Text, err = o.c.text(strings.Join(args, " ")); err != nil {
		return err
	}
	n.Text = model.CleanBlock(n.Text)
	if err := o.work(ctx); err != nil {
		return err
	}
	id := model.NoteID(o.ws.newID())
	return o.act(ctx, func() ([]model.Change, error) { return o.book.WriteNote(o.desk.Voice, id, n) }, "Kept a note on "+where, undoing)
}

// note finds a note of the person who speaks by its id or the start of it.
func (o *opened) note(typed string) (model.Note, error) {
	e := o.book.Evaluation()
	all := e.Notes
	for _, a := range o.book.Rubric().Areas {
		all = append(all, e.Area(a.ID).Notes...)
	}
	var found []model.Note
	for _, n := range all {
		if strings.HasPrefix(string(n.ID), clean(typed)) && n.Role == o.desk.Voice.Role {
			found = append(found, n)
		}
	}
	switch len(found) {
	case 1:
		return found[0], nil
	case 0:
		return model.Note{}, notFound("note_not_found", "waymark assess show AREA lists the notes with their ids.", nil, "There is no note “%s” of yours. Nothing was changed.", clean(typed))
	}
	var ids []string
	for _, n := range found {
		ids = append(ids, fmt.Sprintf("%s on %s", n.ID, n.Area))
	}
	return model.Note{}, notFound("ambiguous_note", "Type more of the id.", ids, "“%s” could be any of these notes:", clean(typed))
}

func (o *opened) editNote(cmd *cobra.Command, f noteFlags, args []string) error {
	if err := o.work(cmd.Context()); err != nil {
		return err
	}
	was, err := o.note(f.edit)
	if err != nil {
		return err
	}
	n := was.NoteText
	if len(args) > 0 {
		if n.Text, err = o.c.text(strings.Join(args, " ")); err != nil {
			return err
		}
		n.Text = model.CleanBlock(n.Text)
	}
	if cmd.Flags().Changed("kind") {
		n.Kind = model.NoteKind(clean(f.kind))
	}
	if cmd.Flags().Changed("source") {
		n.Source = f.source
	}
	if cmd.Flags().Changed("private") {
		n.Private = f.private
	}
	return o.act(cmd.Context(), func() ([]model.Change, error) { return o.book.WriteNote(o.desk.Voice, was.ID, n) }, "Changed the note", undoing)
}

func (o *opened) removeNote(ctx context.Context, typed string) error {
	if err := o.work(ctx); err != nil {
		return err
	}
	n, err := o.note(typed)
	if err != nil {
		return err
	}
	return o.act(ctx, func() ([]model.Change, error) { return o.book.RemoveNote(o.desk.Voice, n.ID) }, "Took the note out", undoing)
}
