package main

import (
	"context"
	"fmt"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"waymark/model"
)

// visitNoteFlags are what visit note can say beside the words.
type visitNoteFlags struct {
	at, slot, fact, area string
	private              bool
}

func (c *cli) visitNoteCmd(which *string) *cobra.Command {
	var f visitNoteFlags
	cmd := &cobra.Command{
		Use: "note TEXT…", Short: "Take a note on the visit: what you saw, heard, read or counted",
		Long: "Takes a note at the stop you are at. In front of the words may stand + for a\nstrength, > for a next step or * for a follow-up, and @2.3 anywhere for an\narea: put the whole note in quotation marks, because a shell reads > and *\nitself. Nothing else is needed. With - or with no words, every line that is\nsent is one note.\n\n" +
			"Leave out names of pupils and teachers. A safeguarding concern is not for this\ntool: take it at once to the school's designated safeguarding lead.",
		Example: "  waymark visit note \"+ @2.3 Replies in green pen, 4 of 6 books\" --at 10:16\n" +
			"  waymark visit note - --slot 10:15 < notes.txt",
		RunE: func(cmd *cobra.Command, args []string) error {
			v, err := c.visited(cmd.Context(), *which, model.Reviewer)
			if err != nil {
				return err
			}
			return v.takeNotes(cmd.Context(), args, f)
		},
	}
	cmd.Flags().StringVar(&f.at, "at", "", "when it was seen, such as 10:16, when that is not now")
	cmd.Flags().StringVar(&f.slot, "slot", "", "at which `STOP`: its id, its time or a part of its name")
	cmd.Flags().StringVar(&f.fact, "kind", "", "how you know: see, hear, read or count (else what is usual at the stop)")
	cmd.Flags().StringVar(&f.area, "area", "", "which `AREA` it is about, when the words do not say")
	cmd.Flags().BoolVar(&f.private, "private", false, "keep the note out of what is left behind")
	return cmd
}

// takeNotes takes one note, or one for each line that is sent. All good lines
// are kept in one step; bad ones are listed.
func (v *visited) takeNotes(ctx context.Context, args []string, f visitNoteFlags) error {
	like, err := v.noteLike(f)
	if err != nil {
		return err
	}
	lines, err := v.noteLines(args)
	if err != nil {
		return err
	}
	if err := v.work(ctx); err != nil {
		return err
	}
	var changes []model.Change
	var problems []problem
	for i, line := range lines {
		if clean(line) == "" && len(lines) > 1 {
			continue
		}
		took, err := v.book.WriteNote(v.voice, model.NoteID(v.ws.newID()), like(line))
		switch {
		case isClosed(err) || err != nil && len(lines) == 1:
			return err
		case err != nil:
			problems = append(problems, problem{Row: i + 1, Problem: rowProblem(err)})
		}
		changes = append(changes, took...)
	}
	return v.keepNotes(ctx, changes, problems)
}

// noteLines is what was typed as one line, or every line that is sent.
func (v *visited) noteLines(args []string) ([]string, error) {
	typed := strings.Join(args, " ")
	if typed != "" && typed != "-" {
		return []string{typed}, nil
	}
	if len(args) == 0 && isTerminal(v.c.in) {
		return nil, usage("See waymark help visit note.", "Type what you saw, heard, read or counted.")
	}
	text, err := v.c.text("-")
	return strings.Split(strings.TrimRight(text, "\r\n"), "\n"), err
}

// noteLike makes a note of a line, with what the flags say of all of them.
func (v *visited) noteLike(f visitNoteFlags) (func(line string) model.NoteText, error) {
	if v.visit.Closed {
		return nil, model.ErrVisitClosed
	}
	var slot model.SlotID
	if f.slot != "" {
		s, err := v.pickStop(f.slot)
		if err != nil {
			return nil, err
		}
		slot = s.ID
	}
	seen := v.seenAt(slot)
	if f.fact != "" {
		seen.Fact = model.FactKind(strings.ToLower(clean(f.fact)))
	}
	if f.at != "" {
		minutes, err := model.ParseClock(f.at)
		if err != nil {
			return nil, err
		}
		seen.Time = model.Clock(minutes)
	}
	var about model.AreaID
	if f.area != "" {
		a, err := pickArea(v.book.Rubric(), f.area)
		if err != nil {
			return nil, err
		}
		about = a.ID
	}
	return func(line string) model.NoteText {
		n := model.ParseLine(line, v.book.Rubric())
		said := seen
		said.Mark, said.N, said.Of = n.Mark, n.N, n.Of
		n.Seen, n.Private = said, f.private
		n.Area = model.AreaID(first(string(n.Area), string(about)))
		return n
	}, nil
}

func (v *visited) keepNotes(ctx context.Context, changes []model.Change, problems []problem) error {
	var steps []model.Step
	var err error
	if len(changes) > 0 {
		if steps, err = v.apply(ctx, changes, nil); err != nil {
			return err
		}
	}
	v.done("Took "+plural(len(steps), "note", "notes")+v.whereWords(changes), undoing)
	for _, p := range problems {
		v.c.say("  line %d: %s", p.Row, sentence(p.Problem))
	}
	if err := v.printRows(steps, len(steps), problems, nil); err != nil {
		return err
	}
	if len(problems) > 0 {
		return &silent{exitPartly}
	}
	return nil
}

// whereWords names the stop that notes went to.
func (v *visited) whereWords(changes []model.Change) string {
	if len(changes) == 0 {
		return ""
	}
	n, _ := changes[0].Value.(model.NoteText)
	s, ok := v.visit.Slot(n.Slot)
	if !ok {
		return ", at no stop"
	}
	return fmt.Sprintf(" at %s %s", model.Clock(s.Start), clean(s.Name()))
}

// noteTime is when a note was seen, else when it was taken.
func (v *visited) noteTime(n visitNote) string {
	if n.Time != "" || n.At == nil {
		return n.Time
	}
	t, err := time.Parse(time.RFC3339, *n.At)
	if err != nil {
		return ""
	}
	return t.Local().Format("15:04")
}
