package main

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"waymark/model"
)

// rateFlags are what assess rate says of every area it names.
type rateFlags struct {
	from, confidence, direction, note, kind, reason string
	private                                         bool
}

func (c *cli) assessRateCmd() *cobra.Command {
	var f rateFlags
	cmd := &cobra.Command{
		Use: "rate AREA=LEVEL…", Short: "Give areas a level",
		Long: "Gives areas a level. A level is a number or its word, not-applicable,\nno-evidence, or 0 to take the level off. With --from, rows are read from a\ntable with the columns area, level, confidence and note, in any order: all\ngood rows are kept in one step, and bad rows are listed (exit code 3).",
		Example: "  waymark assess rate 1.1=3 1.2=2 --confidence medium --note \"Book look, Y3 and Y5\"\n" +
			"  waymark assess rate --from levels.csv --dry-run",
		RunE: func(cmd *cobra.Command, args []string) error {
			if (f.from == "") == (len(args) == 0) {
				return usage("See waymark help assess rate.", "Type areas and levels, such as 1.1=3, or --from and a file.")
			}
			o, err := c.evaluation(cmd.Context())
			if err != nil {
				return err
			}
			if f.from != "" {
				return o.rateFrom(cmd.Context(), f.from)
			}
			return o.rate(cmd.Context(), args, f)
		},
	}
	cmd.Flags().StringVar(&f.from, "from", "", "read rows from a `FILE`, or - for stdin")
	cmd.Flags().StringVar(&f.confidence, "confidence", "", "how sure: low, medium or high")
	cmd.Flags().StringVar(&f.direction, "direction", "", "where it is heading: improving, steady or slipping")
	cmd.Flags().StringVar(&f.note, "note", "", "what you saw, heard or read; kept with each area named")
	cmd.Flags().StringVar(&f.kind, "kind", "", "kind of note: "+noteKinds())
	cmd.Flags().StringVar(&f.reason, "reason", "", "why this level was agreed (with --role agreed)")
	cmd.Flags().BoolVar(&f.private, "private", false, "keep the note out of what is shared")
	return cmd
}

// rating is what somebody says of one area.
type rating struct {
	area   model.Area
	off    bool // take the level off
	unsaid bool // no level: only a note
	model.Opinion
	note model.NoteText
}

// rate carries out AREA=LEVEL arguments, all of them or none.
func (o *opened) rate(ctx context.Context, args []string, f rateFlags) error {
	var all []rating
	for _, arg := range args {
		r, err := o.parseRating(arg, f)
		if err != nil {
			return err
		}
		if slices.ContainsFunc(all, func(had rating) bool { return had.area.ID == r.area.ID }) {
			return usage("Keep one of them.", "%s is there twice. Nothing was changed.", r.area.ID)
		}
		all = append(all, r)
	}
	if err := o.work(ctx); err != nil {
		return err
	}
	changes, err := o.changesOf(all)
	if err != nil {
		return o.nothing(err)
	}
	steps, err := o.apply(ctx, changes, nil)
	if err != nil {
		return err
	}
	o.done(o.recorded(steps), undoing)
	return o.printChanged(steps)
}

func (o *opened) parseRating(arg string, f rateFlags) (rating, error) {
	i := strings.LastIndexByte(arg, '=')
	if i < 1 {
		return rating{}, usage("Type it like 1.1=3.", "“%s” is not an area and a level. Nothing was changed.", clean(arg))
	}
	area, err := pickArea(o.book.Rubric(), arg[:i])
	if err != nil {
		return rating{}, err
	}
	r := rating{area: area, note: model.NoteText{Area: area.ID, Text: model.CleanBlock(f.note), Kind: model.NoteKind(clean(f.kind)), Private: f.private}}
	if err := r.setLevel(o.book.Rubric().Scale, arg[i+1:]); err != nil {
		return r, err
	}
	r.Confidence, r.Direction, r.Reason = model.Confidence(clean(f.confidence)), model.Direction(clean(f.direction)), f.reason
	return r, nil
}

// setLevel reads a level as people type it.
func (r *rating) setLevel(s model.Scale, typed string) error {
	typed = strings.ToLower(clean(typed))
	switch typed {
	case "0", "none":
		r.off = true
		return nil
	case string(model.NotApplicable), "n/a", "not applicable", "does not apply":
		r.State = model.NotApplicable
		return nil
	case string(model.NoEvidence), "no evidence", "not this time", "not enough evidence to say":
		r.State = model.NoEvidence
		return nil
	}
	r.State = model.Rated
	for i, name := range s.Levels {
		l := model.Level(i + 1)
		if typed == fmt.Sprint(l) || typed == strings.ToLower(name.Name) || typed == strings.ToLower(fmt.Sprintf("%d %s", l, name.Name)) {
			r.Level = l
			return nil
		}
	}
	return &failure{
		exit: exitUsage, code: "bad_level", message: fmt.Sprintf("“%s” is not a level. Nothing was changed.", typed),
		hint: fmt.Sprintf("Use 1 to %d, not-applicable, no-evidence, or 0 to take the level off.", s.Top()),
	}
}

// changesOf is what has to be signed for ratings of different areas, or
// model.ErrNothing when all of it is said already.
func (o *opened) changesOf(all []rating) ([]model.Change, error) {
	var changes []model.Change
	for _, r := range all {
		c, err := o.changesFor(r)
		if err != nil {
			return nil, err
		}
		changes = append(changes, c...)
	}
	if len(changes) == 0 {
		return nil, model.ErrNothing
	}
	return changes, nil
}

func (o *opened) changesFor(r rating) ([]model.Change, error) {
	changes, err := o.levelChange(r)
	if err != nil {
		return nil, err
	}
	if r.note.Text == "" || o.hasNote(r.note) {
		return changes, nil
	}
	r.note.Seen = o.at
	note, err := o.book.WriteNote(o.desk.Voice, model.NoteID(o.ws.newID()), r.note)
	if err != nil {
		return nil, err
	}
	return append(changes, note...), nil
}

// levelChange gives, changes or takes off the level, keeping what was said
// before of how sure it is unless something else is said now.
func (o *opened) levelChange(r rating) ([]model.Change, error) {
	if r.unsaid {
		return nil, nil
	}
	v := o.desk.Voice
	if r.off {
		return optional(o.book.TakeOff(v, r.area.ID))
	}
	op := r.Opinion
	if was, ok := o.book.Evaluation().Area(r.area.ID).By(v); ok && was.State == model.Rated && op.State == model.Rated {
		op.Confidence = model.Confidence(first(string(op.Confidence), string(was.Confidence)))
		op.Direction = model.Direction(first(string(op.Direction), string(was.Direction)))
		op.Reason = first(op.Reason, was.Reason)
	}
	return optional(o.book.Judge(v, r.area.ID, op))
}

// optional lets a change that changes nothing be no change.
func optional(changes []model.Change, err error) ([]model.Change, error) {
	if err == model.ErrNothing { //nolint:errorlint // the rules return it bare; a wrapped one is something else
		return nil, nil
	}
	return changes, err
}

// hasNote reports whether the same person has said the same of the area
// already: a file that is read twice must not leave two copies.
func (o *opened) hasNote(n model.NoteText) bool {
	for _, had := range o.book.Evaluation().Area(n.Area).Notes {
		if had.Role == o.desk.Voice.Role && had.Person == o.desk.Voice.Person && model.CleanBlock(had.Text) == model.CleanBlock(n.Text) {
			return true
		}
	}
	return false
}

// recorded says which levels changed: "Recorded 1.1 = 3 (was 2)".
func (o *opened) recorded(steps []model.Step) string {
	var levels []string
	notes := 0
	for _, s := range steps {
		switch s.Kind {
		case model.KindJudgement:
			levels = append(levels, o.recordedLevel(s))
		case model.KindNote:
			notes++
		default: // rating writes nothing else
		}
	}
	const most = 4
	more := ""
	if len(levels) > most {
		more = fmt.Sprintf(" and %d more", len(levels)-most)
		levels = levels[:most]
	}
	said := strings.Join(levels, ", ") + more
	if notes > 0 {
		said = strings.TrimPrefix(said+" with "+plural(notes, "note", "notes"), " with ")
	}
	return "Recorded " + said
}

func (o *opened) recordedLevel(s model.Step) string {
	was, is := valueWords(s.Before), valueWords(s.After)
	if was == is {
		return o.describe(s)
	}
	return fmt.Sprintf("%s = %s (was %s)", s.Area, is, was)
}

// plural is "1 note" or "3 notes".
func plural(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, many)
}
