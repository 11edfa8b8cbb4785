package main

import (
	"context"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"waymark/cmd/waymark/internal/table"
	"waymark/model"
	"waymark/model/priority"
	"waymark/model/visit"
)

// startFlags are what visit start can say.
type startFlags struct {
	reviewer, post, date, template, begin, focus, emphasis, team, from string
	questions                                                          []string
	minutes, propose                                                   int
	seal, hide                                                         bool
}

func (c *cli) visitStartCmd() *cobra.Command {
	var f startFlags
	cmd := &cobra.Command{
		Use: "start", Short: "Plan a visit: who comes, when, what to look at, and the day", Args: cobra.NoArgs,
		Long: "Plans a visit and builds its day from a template. The areas to look at are\nthose of --focus; without them they are proposed from what would change the\npriorities most, what has thin or old evidence and what moved. Nothing that is\nprinted tells a reviewer a level: everything on a visit hides the school's\nlevels until the reviewer has given their own.",
		Example: "  waymark visit start --reviewer \"R. Okafor\" --template one-day --propose 15\n" +
			"  waymark visit start --reviewer \"R. Okafor\" --date 2026-09-24 --begin 09:00 --focus 1.1,2.3 --seal",
		RunE: func(cmd *cobra.Command, _ []string) error { return c.visitStart(cmd.Context(), f) },
	}
	flags := cmd.Flags()
	flags.StringVar(&f.reviewer, "reviewer", "", "who leads the visit, by `NAME`")
	flags.StringVar(&f.post, "post", "", "what the reviewer does")
	flags.StringVar(&f.date, "date", "", "the first `DAY`, such as 2026-09-24 (else today)")
	flags.StringVar(&f.template, "template", "one-day", "what the day is built from: "+templateIDs())
	flags.StringVar(&f.begin, "begin", "", "when each day begins, such as 09:00")
	flags.IntVar(&f.minutes, "minutes", 0, "how many minutes each day has")
	flags.StringVar(&f.focus, "focus", "", "the areas to look at: a `LIST` of codes with commas between")
	flags.IntVar(&f.propose, "propose", 0, "have so many areas proposed (else as many as the template has room for)")
	flags.StringVar(&f.emphasis, "emphasis", "", "what the school asks the visit to look at, in its words")
	flags.StringVar(&f.team, "team", "", "who comes too: a `LIST` such as \"A. Shah:pupil-watcher:front-corner, B. Lee\"")
	flags.StringVar(&f.from, "from", "", "the `SCHOOL` that visits, when peers come")
	flags.StringArrayVar(&f.questions, "question", nil, "a question agreed in advance; may be repeated")
	flags.BoolVar(&f.seal, "seal", false, "lock the school's levels until the visit is closed")
	flags.BoolVar(&f.hide, "hide-levels", true, "keep the school's levels from the reviewer until they judge; always so")
	return cmd
}

func templateIDs() string {
	var ids []string
	for _, t := range visit.Templates() {
		ids = append(ids, t.ID)
	}
	return strings.Join(ids, ", ")
}

func (c *cli) visitStart(ctx context.Context, f startFlags) error {
	if !f.hide {
		return usage("Leave --hide-levels out. To look early at one area: waymark visit look AREA", "On a visit the school's levels are always hidden until the reviewer has judged. Nothing was changed.")
	}
	reviewer := clean(first(f.reviewer, c.flags.as))
	if reviewer == "" {
		return usage("Add --reviewer and a name.", "Say who leads the visit. Nothing was changed.")
	}
	c.flags.role = "" // whoever plans speaks for nobody but the reviewer
	o, err := c.evaluation(ctx)
	if err != nil {
		return err
	}
	p, err := o.planOf(ctx, f)
	if err != nil {
		return err
	}
	if err := p.carryOut(ctx, reviewer); err != nil {
		return err
	}
	return p.say()
}

// plan is a visit about to be started.
type plan struct {
	*opened
	f        startFlags
	id       model.VisitID
	starts   model.Visiting
	text     []byte // of the checklist
	focus    []model.AreaID
	proposed []visit.Proposal
	slots    []model.Slot
}

func (o *opened) planOf(ctx context.Context, f startFlags) (*plan, error) {
	p := &plan{opened: o, f: f, id: model.VisitID(o.ws.newID())}
	checklist, err := shippedCalled("lesson-visit")
	if err != nil {
		return nil, err
	}
	if p.text, err = checklist.Canonical(); err != nil {
		return nil, err
	}
	p.starts = model.Visiting{
		Date: first(clean(f.date), o.ws.clock().Local().Format(time.DateOnly)), Template: clean(f.template),
		From: f.from, Checklist: checklist.Hash(), Questions: f.questions,
	}
	if p.focus, err = parseAreas(o.book.Rubric(), f.focus); err != nil {
		return nil, err
	}
	if len(p.focus) == 0 {
		if p.proposed, err = o.propose(ctx, first(clean(f.template), "one-day"), f.propose); err != nil {
			return nil, err
		}
		for _, one := range p.proposed {
			p.focus = append(p.focus, one.Area)
		}
	}
	opt := visit.Options{Minutes: f.minutes, Say: o.c.own}
	if f.begin != "" {
		if opt.Start, err = model.ParseClock(f.begin); err != nil {
			return nil, err
		}
	}
	p.slots, err = visit.Plan(p.starts.Template, p.focus, o.book.Rubric(), opt)
	return p, err
}

// propose offers n areas to look at, or as many as a template has room for. It
// is made from the school's whole book and shown in words that tell no level.
func (o *opened) propose(ctx context.Context, template string, n int) ([]visit.Proposal, error) {
	if n < 0 {
		return nil, usage("Use a number of 1 or more.", "So many areas cannot be proposed: %d.", n)
	}
	if n == 0 {
		n = 15
		for _, t := range visit.Templates() {
			if t.ID == template {
				n = t.Focus
			}
		}
	}
	before, err := o.levelsBefore(ctx)
	if err != nil {
		return nil, err
	}
	in := priority.FromBook(o.whole, before)
	in.Seed = o.c.flags.seed
	a, err := priority.Suggest(in)
	if err != nil {
		return nil, err
	}
	return visit.Propose(o.whole, before, a.CheckFirst, n, o.ws.clock()), nil
}

// carryOut writes the visit down step by step, and keeps all of it or nothing.
func (p *plan) carryOut(ctx context.Context, reviewer string) error {
	lead, named := p.personCalled(reviewer, p.f.post)
	voice := model.Voice{Person: lead, Role: model.Reviewer}
	var err error
	if p.desk, err = p.deskOf(ctx, p.whole, voice); err != nil {
		return err
	}
	p.starts.Lead = lead
	members, others, err := p.membersOf(p.f.team)
	if err != nil {
		return err
	}
	if slices.ContainsFunc(others, sameName(named)) || slices.ContainsFunc(members, func(m model.Member) bool { return m.Person == lead }) {
		return usage("Leave the lead out of --team.", "“%s” leads the visit already. Nothing was changed.", reviewer)
	}
	school, host := p.host()
	steps := []func() ([]model.Change, error){
		func() ([]model.Change, error) { return slices.Concat(named, others, host), nil },
		func() ([]model.Change, error) { return p.whole.StartVisit(voice, p.id, p.starts) },
		func() ([]model.Change, error) { return p.whole.SetFocus(voice, p.id, p.focus) },
		func() ([]model.Change, error) { return p.whole.SetSlots(voice, p.id, p.slots) },
	}
	if len(members) > 0 {
		steps = append(steps, func() ([]model.Change, error) { return p.whole.SetTeam(voice, p.id, members) })
	}
	if clean(p.f.emphasis) != "" {
		steps = append(steps, func() ([]model.Change, error) {
			return p.whole.SetVisitEmphasis(school, p.id, model.VisitEmphasis{Text: p.f.emphasis})
		})
	}
	if p.f.seal {
		steps = append(steps, func() ([]model.Change, error) { return p.whole.SealLevels(school, p.id) })
	}
	for _, step := range steps {
		changes, err := step()
		if err != nil {
			return err
		}
		if len(changes) == 0 {
			continue
		}
		if err := p.desk.Do(changes, nil); err != nil {
			return err
		}
	}
	if p.c.flags.dryRun {
		return nil
	}
	return p.ws.keep(ctx, map[string][]byte{p.starts.Checklist: p.text}, p.batch)
}

// host is who speaks for the school, with the change that names them when they
// are new. A reviewer named with --as does not.
func (p *plan) host() (model.Voice, []model.Change) {
	if p.f.reviewer == "" {
		p.ws.flags.as = ""
	}
	person, isNew := p.ws.speaker(p.whole, model.Self)
	var named []model.Change
	if isNew {
		named = append(named, model.NamePerson(person, nil))
	}
	return model.Voice{Person: person.ID, Role: model.Self}, named
}

// personCalled is who is called so here, with the change that names them when
// they are new.
func (o *opened) personCalled(name, post string) (model.PersonID, []model.Change) {
	for _, p := range o.whole.People() {
		if strings.EqualFold(p.Name, name) {
			return p.ID, nil
		}
	}
	p := model.Person{ID: model.PersonID(o.ws.newID()), Name: name, Post: post}
	return p.ID, []model.Change{model.NamePerson(p, nil)}
}

// membersOf reads a team as it is typed: names with commas between, each with
// the role and position of the checklist after colons where they are agreed.
func (o *opened) membersOf(typed string) (members []model.Member, named []model.Change, err error) {
	for one := range strings.SplitSeq(typed, ",") {
		if strings.TrimSpace(one) == "" {
			continue
		}
		parts := append(strings.Split(one, ":"), "", "")
		if len(parts) > 5 || clean(parts[0]) == "" {
			return nil, nil, usage("Type it like \"A. Shah:pupil-watcher:front-corner\".", "“%s” is not a name, a role and a position. Nothing was changed.", clean(one))
		}
		id, isNew := o.personCalled(clean(parts[0]), "")
		if slices.ContainsFunc(members, func(m model.Member) bool { return m.Person == id }) || slices.ContainsFunc(named, sameName(isNew)) {
			return nil, nil, usage("Name everybody once.", "“%s” is there twice. Nothing was changed.", clean(parts[0]))
		}
		members = append(members, model.Member{Person: id, Role: clean(parts[1]), Position: clean(parts[2])})
		named = append(named, isNew...)
	}
	return members, named, nil
}

// sameName reports whether a change names somebody whom isNew names too.
func sameName(isNew []model.Change) func(model.Change) bool {
	return func(c model.Change) bool {
		x, _ := c.Value.(model.Person)
		return slices.ContainsFunc(isNew, func(other model.Change) bool {
			y, _ := other.Value.(model.Person)
			return strings.EqualFold(x.Name, y.Name)
		})
	}
}

// say tells what was planned, and why in words that tell no level.
func (p *plan) say() error {
	v := &visited{opened: p.opened, voice: p.desk.Voice}
	v.readAs(v.voice)
	var err error
	if v.visit, err = v.book.Visit(p.id); err != nil {
		return err
	}
	done := "Planned"
	if p.c.flags.dryRun {
		done = "Would plan"
	}
	p.c.say("%s a visit on %s by %s: %s, %s.", done, p.starts.Date, v.name(v.visit.Lead),
		plural(len(v.visit.Areas()), "area to look at", "areas to look at"), plural(len(v.visit.Slots), "stop", "stops"))
	if v.visit.Seal != nil {
		p.c.say("The school's levels are sealed: %s", model.SealWords(v.visit.Seal.Hash))
	}
	if p.c.flags.dryRun {
		p.c.say("Nothing was changed.")
	} else {
		p.c.say("Next: waymark visit agenda")
	}
	return p.c.print("visit", v.data(false), func() { p.c.table(p.proposals()) })
}

func (p *plan) proposals() table.Table { return proposalTable(p.whole.Rubric(), p.proposed) }

func proposalTable(r model.Rubric, all []visit.Proposal) table.Table {
	t := table.Table{Columns: []string{"Area", "Name", "Why"}}
	for _, one := range all {
		a, _ := r.Area(one.Area)
		t.Add(string(a.ID), a.Title, strings.Join(one.Quiet(), ", "))
	}
	return t
}
