package main

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"waymark/model"
)

// moveFlags say where an evaluation moves to, and what became of which area.
type moveFlags struct {
	to                  string
	split, merge, match []string
}

func (c *cli) assessMigrateCmd() *cobra.Command {
	var f moveFlags
	cmd := &cobra.Command{
		Use: "migrate", Short: "Go on with this self-evaluation on another edition of its rubric", Args: cobra.NoArgs,
		Long: "Starts a self-evaluation of the same year on another edition and carries to it\nwhat can be carried: answers on areas that did not change stand, those on\nreworded areas are marked to be re-read, and splits and merges are asked for.\nThe present self-evaluation stays as it is, with every level. A copy of\neverything is made first, and waymark undo takes the whole move back.",
		Example: "  waymark assess migrate --to our-2027.yaml --dry-run\n" +
			"  waymark assess migrate --to whole-school@2027 --split 2.1=2.1,2.6 --merge 3.1,3.2=3.1",
		RunE: func(cmd *cobra.Command, _ []string) error { return c.migrate(cmd.Context(), f) },
	}
	cmd.Flags().StringVar(&f.to, "to", "", "the `RUBRIC` to go on with: a file, an id, an id@edition or a hash")
	cmd.Flags().StringArrayVar(&f.split, "split", nil, "one area became several: `OLD=NEW,NEW`; may be repeated")
	cmd.Flags().StringArrayVar(&f.merge, "merge", nil, "several areas became one: `OLD,OLD=NEW`; may be repeated")
	cmd.Flags().StringArrayVar(&f.match, "match", nil, "an area is now called otherwise: `OLD=NEW`; may be repeated")
	return cmd
}

// movedJSON is what moving did or would do, as scripts read it.
type movedJSON struct {
	head
	Moved      *model.EvaluationID `json:"moved_to"` // the new self-evaluation, null with --dry-run
	Difference model.Difference    `json:"difference"`
	Links      []model.Link        `json:"links"`
	Stand      []model.AreaID      `json:"stand"`
	Reread     []model.AreaID      `json:"reread"`
	Afresh     []model.AreaID      `json:"afresh"`
	Empty      []model.AreaID      `json:"not_judged"`
	Retired    []model.AreaID      `json:"retired"`
	Backup     string              `json:"backup"`
	DryRun     bool                `json:"dry_run"`
}

func (c *cli) migrate(ctx context.Context, f moveFlags) error {
	if f.to == "" {
		return usage("See waymark help assess migrate.", "Type --to and the rubric to go on with.")
	}
	said, err := f.links()
	if err != nil {
		return err
	}
	o, err := c.evaluation(ctx)
	if err != nil {
		return err
	}
	to, err := c.rubricNamed(ctx, f.to)
	if err != nil {
		return err
	}
	id := model.EvaluationID(o.ws.newID())
	moving, err := o.book.MoveTo(id, to, said)
	if errors.Is(err, model.ErrSameEdition) {
		return &failure{exit: exitFailed, code: "same_edition", message: fmt.Sprintf("This self-evaluation is on %s %s already. Nothing was changed.", clean(to.Title), clean(to.Edition)), hint: "See how others differ: waymark rubric diff OLD NEW", err: err}
	}
	var unclear *model.UnclearError
	if err != nil && !errors.As(err, &unclear) {
		return err
	}
	was, err := o.ws.rubric(ctx, o.book.Evaluation().Rubric)
	if err != nil {
		return err
	}
	if !c.flags.json {
		c.differenceText(moving.Difference, was, to)
	}
	if unclear != nil {
		return unclearWords(f, unclear)
	}
	return o.move(ctx, id, to, moving)
}

// links reads the mapping as it is typed.
func (f moveFlags) links() ([]model.Link, error) {
	var all []model.Link
	for _, typed := range slices.Concat(f.split, f.merge, f.match) {
		before, after, ok := strings.Cut(clean(typed), "=")
		if !ok {
			return nil, usage("Type it like 2.1=2.1,2.6: old areas, =, new areas.", "“%s” does not say what became of what. Nothing was changed.", clean(typed))
		}
		all = append(all, model.Link{Old: areaList(before), New: areaList(after)})
	}
	return all, nil
}

func areaList(typed string) []model.AreaID {
	var all []model.AreaID
	for part := range strings.SplitSeq(typed, ",") {
		if part = strings.TrimSpace(part); part != "" {
			all = append(all, model.AreaID(part))
		}
	}
	return all
}

// unclearWords asks for what the texts alone cannot tell, with what to type.
func unclearWords(f moveFlags, unclear *model.UnclearError) error {
	ask := &failure{exit: exitQuestion, code: "which_became_which", err: unclear}
	line := "waymark assess migrate --to " + clean(f.to)
	for _, had := range []struct {
		flag  string
		typed []string
	}{{" --split ", f.split}, {" --merge ", f.merge}, {" --match ", f.match}} {
		for _, typed := range had.typed {
			line += had.flag + clean(typed)
		}
	}
	for _, l := range unclear.Links {
		flag := " --split "
		words := fmt.Sprintf("%s looks split into %s", codes(l.Old), codes(l.New))
		if len(l.Old) > 1 {
			flag = " --merge "
			words = fmt.Sprintf("%s look merged into %s", codes(l.Old), codes(l.New))
		}
		ask.matches = append(ask.matches, clean(words))
		line += flag + clean(l.String())
	}
	ask.message = fmt.Sprintf("%s. Nothing was changed:", sentence(unclear.Error()))
	ask.hint = "If that is right, type " + line + ". If it is not, say what is, such as --match " + clean(string(unclear.Links[0].Old[0])) + "=" + clean(string(unclear.Links[0].New[0])) + "."
	return ask
}

// move makes a copy of everything, then writes the move in one transaction.
func (o *opened) move(ctx context.Context, id model.EvaluationID, to model.Rubric, m model.Moving) error {
	c, w := o.c, o.ws
	d := movedJSON{
		head: o.head(), Difference: m.Difference, Links: notNil(m.Move.Links), Stand: notNil(m.Kept), Reread: notNil(m.Move.Reread),
		Afresh: notNil(m.Afresh), Empty: notNil(m.Empty), Retired: notNil(m.Move.Retired), DryRun: c.flags.dryRun,
	}
	if ro, why := w.store.ReadOnly(); ro {
		return readOnly(why)
	}
	if c.flags.dryRun {
		c.say("Would move to %s %s: %s. Nothing was changed.", clean(to.Title), clean(to.Edition), movedWords(m))
		return c.print("moved", d, func() {})
	}
	copied, err := w.store.Backup(ctx, w.paths.backups())
	if err != nil && copied == "" {
		return err
	}
	c.say("Made a copy first: %s", clean(filepath.Base(copied)))
	text, err := to.Canonical()
	if err != nil {
		return err
	}
	person, isNew := w.speaker(o.book, model.Self)
	changes := m.Changes
	if isNew {
		changes = append([]model.Change{model.NamePerson(person, nil)}, changes...)
	}
	if err := w.write(ctx, o.school.ID, person.ID, map[string][]byte{to.Hash(): text}, changes); err != nil {
		return err
	}
	w.rememberUse(o.school.ID, id)
	d.Moved, d.Backup = &id, clean(copied)
	c.say("Moved to %s %s: %s. The self-evaluation on edition %s stays as it was.", clean(to.Title), clean(to.Edition), movedWords(m), clean(m.Difference.Old.Edition))
	c.say("%s %s", nextAfterMove(m), undoing)
	return c.print("moved", d, func() {})
}

// movedWords says what became of the answers.
func movedWords(m model.Moving) string {
	var parts []string
	for _, one := range []struct {
		ids   []model.AreaID
		words string
	}{
		{m.Kept, "%s as before"},
		{m.Move.Reread, "%s to re-read"},
		{m.Afresh, "%s to judge afresh"},
		{m.Empty, "%s not judged yet"},
		{m.Move.Retired, "%s retired"},
	} {
		if n := len(one.ids); n > 0 {
			parts = append(parts, fmt.Sprintf(one.words, plural(n, "area", "areas")))
		}
	}
	return strings.Join(parts, ", ")
}

// nextAfterMove is the most pressing thing to do.
func nextAfterMove(m model.Moving) string {
	switch open := slices.Concat(m.Afresh, m.Empty); {
	case len(m.Move.Reread) > 0:
		a := m.Move.Reread[0]
		return fmt.Sprintf("Please re-read %s: waymark rubric show %s --rubric %.12s, then give each its level again, even if it stays: waymark assess rate %s=3.",
			codes(m.Move.Reread), a, m.Move.Rubric, a)
	case len(open) > 0:
		return fmt.Sprintf("Next: waymark assess rate %s=3.", open[0])
	}
	return "See it: waymark assess show."
}
