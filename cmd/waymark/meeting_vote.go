package main

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"waymark/cmd/waymark/internal/rows"
	"waymark/model"
	"waymark/model/meeting"
)

const slipsHint = "The first row must be: person,level; with a column area for several areas."

func (c *cli) meetingVoteCmd(which *string) *cobra.Command {
	var from string
	cmd := &cobra.Command{
		Use: "vote AREA LEVEL|pass", Short: "Give one person's level; it stays covered until all are shown",
		Long: "Keeps the level of the person that --as names, and prints only that they are\nin. It can be changed until the levels are shown. With --from, slips are read\nfrom a table with the columns person and level, and area when they are of\nseveral; a person is a name or a post, a level a number, its word or pass.",
		Example: "  waymark meeting vote 2.3 2 --as \"B. Lee\"\n" +
			"  waymark meeting vote 2.3 --from slips.csv",
		Args: c.words(0, 2, "an area, and a level or pass"),
		RunE: func(cmd *cobra.Command, args []string) error {
			if from == "" && len(args) != 2 || from != "" && len(args) == 2 {
				return usage("See waymark help meeting vote.", "Type an area and a level, such as 2.3 2, or --from and a file. Nothing was changed.")
			}
			as := c.flags.as
			c.flags.as = "" // it names whose level it is, not who types it
			m, err := c.met(cmd.Context(), *which)
			if err != nil {
				return err
			}
			if from != "" {
				return m.slips(cmd.Context(), from, args)
			}
			return m.vote(cmd.Context(), args[0], args[1], as)
		},
	}
	cmd.Flags().StringVar(&from, "from", "", "read slips from a `FILE`, or - for stdin")
	return cmd
}

// voteJSON says that somebody is in, and nothing of their level.
type voteJSON struct {
	Meeting model.MeetingID `json:"meeting"`
	Votes   []inJSON        `json:"votes"`
	DryRun  bool            `json:"dry_run"`
	Saved   bool            `json:"saved"`
	Bad     []problem       `json:"problems"`
}

type inJSON struct {
	Area   model.AreaID `json:"area"`
	Person string       `json:"person"`
	Round  int          `json:"round"`
	In     int          `json:"in"`
	Of     int          `json:"of"`
}

// vote keeps one level. Neither what is printed nor an error repeats it.
func (m *met) vote(ctx context.Context, typed, level, as string) error {
	area, _, err := m.pickTalk(typed)
	if err != nil {
		return err
	}
	who, err := m.voter(ctx, as)
	if err != nil {
		return err
	}
	v, err := m.parseVote(level)
	if err != nil {
		return err
	}
	return m.cast(ctx, []ballot{{area.ID, who, v}}, nil)
}

// voter is the person of the meeting who is called so, else whoever judges on
// this computer.
func (m *met) voter(ctx context.Context, as string) (model.PersonID, error) {
	if clean(as) != "" {
		return m.seated(as)
	}
	me, _ := m.ws.speaker(m.book, model.Self)
	if slices.Contains(m.meeting.People, me.ID) {
		return me.ID, nil
	}
	return m.anybody(ctx)
}

// ballot is one person's level of one area.
type ballot struct {
	area   model.AreaID
	person model.PersonID
	vote   model.Vote
}

func (m *met) parseVote(typed string) (model.Vote, error) {
	if strings.EqualFold(clean(typed), "pass") {
		return model.Vote{Pass: true}, nil
	}
	var r rating
	scale := m.book.Rubric().Scale
	if err := r.setLevel(scale, typed); err != nil || r.off || r.State != model.Rated {
		return model.Vote{}, &failure{
			exit: exitUsage, code: "bad_level", message: "That is not a level. Nothing was changed.", hint: fmt.Sprintf("Use 1 to %d, or pass.", scale.Top()),
		}
	}
	return model.Vote{Level: r.Level}, nil
}

// cast keeps ballots as one act and says who is in.
func (m *met) cast(ctx context.Context, all []ballot, problems []problem) error {
	if err := m.work(ctx); err != nil {
		return err
	}
	var changes []model.Change
	for _, b := range all {
		one, err := optional(m.book.CastVote(b.person, m.meeting.ID, b.area, b.vote))
		if err != nil {
			return err
		}
		changes = append(changes, one...)
	}
	if len(changes) > 0 {
		if _, err := m.apply(ctx, changes, nil); err != nil {
			return err
		}
	}
	return m.sayIn(all, len(changes) > 0, problems)
}

func (m *met) sayIn(all []ballot, changed bool, problems []problem) error {
	now := m.now()
	labels := meeting.Labels(meeting.Seated(m.book, now), meeting.ByPost)
	d := voteJSON{Meeting: now.ID, Votes: []inJSON{}, DryRun: m.c.flags.dryRun, Saved: changed && !m.c.flags.dryRun, Bad: notNil(problems)}
	for _, b := range all {
		t, _ := now.Area(b.area)
		v := meeting.Now(now, t, m.book.Rubric().Scale.Top())
		d.Votes = append(d.Votes, inJSON{b.area, clean(labels[b.person]), t.Round.Number, len(v.In), len(v.In) + len(v.Waiting)})
	}
	if n := len(d.Votes); n > 0 {
		last := d.Votes[n-1]
		next := fmt.Sprintf("Next: waymark meeting vote %s LEVEL --as NAME", last.Area)
		switch {
		case m.c.flags.dryRun:
			next = "Nothing was changed."
		case last.In == last.Of:
			next = "Show all together: waymark meeting reveal " + string(last.Area)
		}
		m.c.say("%s%s: %d of %d in. %s", map[bool]string{true: "Would be done: "}[m.c.flags.dryRun], last.Area, last.In, last.Of, next)
	}
	for _, p := range problems {
		m.c.say("  row %d: %s", p.Row, sentence(p.Problem))
	}
	err := m.c.print("vote", d, func() {
		if m.c.flags.dryRun {
			return // nobody is in by this
		}
		for range d.Votes {
			fmt.Fprintln(m.c.out, "in")
		}
	})
	if err == nil && len(problems) > 0 {
		return &silent{exitPartly}
	}
	return err
}

// slips takes levels from a table: all good rows in one act, the bad ones listed.
func (m *met) slips(ctx context.Context, path string, args []string) error {
	t, err := m.c.readTable(path, slipsHint, "person", "level")
	if err != nil {
		return err
	}
	typed := ""
	if len(args) > 0 {
		typed = args[0]
	}
	if typed == "" && !t.Has("area") {
		return &failure{exit: exitUsage, code: "which_area", message: "Which area? Nothing was changed.", hint: "Type it after vote, or add a column area.", matches: m.areaNames()}
	}
	var all []ballot
	var problems []problem
	had := map[ballot]int{}
	for _, row := range t.Rows {
		b, err := m.slip(row, typed)
		key := ballot{area: b.area, person: b.person}
		if err == nil && had[key] > 0 {
			err = fmt.Errorf("this person was in row %d already. Keep one of the two", had[key])
		}
		if err != nil {
			problems = append(problems, problem{row.Number, clean(first(row.Get("area"), typed)), rowProblem(err)})
			continue
		}
		had[key] = row.Number
		all = append(all, b)
	}
	return m.cast(ctx, all, problems)
}

func (m *met) slip(row rows.Row, typed string) (b ballot, err error) {
	area, t, err := m.pickTalk(first(row.Get("area"), typed))
	if err != nil {
		return b, err
	}
	if t.Round.Shown {
		return b, fmt.Errorf("the levels of %s are shown already. Rate again to change them", area.ID)
	}
	b.area = area.ID
	if b.person, err = m.seated(row.Get("person")); err != nil {
		return b, err
	}
	b.vote, err = m.parseVote(row.Get("level"))
	return b, err
}
