package main

import (
	"context"
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"waymark/model"
	"waymark/model/desk"
	"waymark/model/visit"
)

// visitCmd holds everything of a visit. Which visit is meant is one flag of
// them all.
func (c *cli) visitCmd() *cobra.Command {
	which := new(string)
	cmd := c.noun("visit", "Guide a reviewer through a visit: blind first, compared openly",
		"  waymark visit start --reviewer \"R. Okafor\" --template one-day\n  waymark visit note \"+ @2.3 Pupils can say how they chose a method\"",
		c.visitStartCmd(), c.visitListCmd(), c.visitShowCmd(which), c.visitAgendaCmd(which),
		c.visitGoCmd(which), c.visitOverrunCmd(which), c.visitStopCmd(which), c.visitFocusCmd(which), c.visitEmphasisCmd(which), c.visitTeamCmd(which),
		c.visitNoteCmd(which), c.visitTidyCmd(which), c.visitCheckCmd(which), c.visitRoomCmd(which),
		c.visitRateCmd(which), c.visitLookCmd(which), c.visitCompareCmd(which), c.visitAgreeCmd(which), c.visitDisagreeCmd(which),
		c.visitPointCmd(which), c.visitClosingCmd(which), c.visitSealCmd(which), c.visitUnsealCmd(which),
		c.visitSignCmd(which), c.visitCloseCmd(which), c.visitReopenCmd(which), c.visitChangedCmd(which), c.visitTriadCmd())
	cmd.PersistentFlags().StringVar(which, "visit", "", "which visit, by its `ID`, a part of it or its date (else the one that is open)")
	return cmd
}

// visited is a visit, and the evaluation it belongs to as somebody on it may
// read it.
type visited struct {
	*opened
	visit model.Visit
	voice model.Voice // who speaks
}

// visited opens the visit called which for somebody who speaks in one of roles,
// the first of them when --role does not say.
func (c *cli) visited(ctx context.Context, which string, roles ...model.Role) (*visited, error) {
	role := roles[0]
	if asked := model.Role(c.flags.role); asked != "" {
		if !slices.Contains(roles, asked) {
			return nil, usage("Leave --role out.", "This is not said in the role “%s”. Nothing was changed.", clean(c.flags.role))
		}
		role = asked
	}
	v, err := c.openVisit(ctx, which)
	if err != nil {
		return nil, err
	}
	return v, v.speakAs(role)
}

// openVisit opens the visit called which. Nobody speaks yet.
func (c *cli) openVisit(ctx context.Context, which string) (*visited, error) {
	c.flags.role = "" // the visit says who its reviewers are
	o, err := c.evaluation(ctx)
	if err != nil {
		return nil, err
	}
	v := &visited{opened: o}
	v.visit, err = o.pickVisit(which)
	return v, err
}

// speakAs says in which role things are said. A reviewer is the lead of the
// visit, or whoever of its team --as names, and reads what they may.
func (v *visited) speakAs(role model.Role) error {
	if role == model.Self {
		person, _ := v.ws.speaker(v.whole, role)
		v.voice = model.Voice{Person: person.ID, Role: role}
		return nil
	}
	person, err := v.member(v.visit, v.c.flags.as)
	if err != nil {
		return err
	}
	v.voice = model.Voice{Person: person, Role: model.Reviewer}
	v.readAs(v.voice)
	return nil
}

// pickVisit finds a visit by a part of its id or its date; without one it is
// the open one of today or before, else the next one, else the last.
func (o *opened) pickVisit(which string) (model.Visit, error) {
	all := o.whole.Evaluation().Visits
	if len(all) == 0 {
		return model.Visit{}, notFound("no_visit", "Plan one: waymark visit start --reviewer \"R. Okafor\"", nil, "There is no visit to %s yet.", clean(o.school.Name))
	}
	which = clean(which)
	var found []model.Visit
	for _, v := range all {
		if which != "" && (v.Date == which || strings.Contains(string(v.ID), which)) {
			found = append(found, v)
		}
	}
	switch {
	case which == "":
		return all[visit.Current(all, o.ws.clock().Local())], nil
	case len(found) == 1:
		return found[0], nil
	case len(found) == 0:
		return model.Visit{}, notFound("visit_not_found", "See waymark visit list.", o.visitNames(all), "There is no visit “%s”. There are:", which)
	}
	return model.Visit{}, notFound("ambiguous_visit", "Type more of the id.", o.visitNames(found), "“%s” could be any of these visits:", which)
}

func (o *opened) visitNames(all []model.Visit) []string {
	var names []string
	for _, v := range all {
		names = append(names, string(v.ID)+"  "+v.Date+"  "+o.name(v.Lead))
	}
	return names
}

// name is how a person is called.
func (o *opened) name(id model.PersonID) string { return clean(o.whole.Who(id).Name) }

// member is the person on a visit who is called so; the lead when nobody is named.
func (o *opened) member(v model.Visit, typed string) (model.PersonID, error) {
	typed = clean(typed)
	if typed == "" {
		return v.Lead, nil
	}
	people := []model.PersonID{v.Lead}
	for _, m := range v.Team {
		people = append(people, m.Person)
	}
	var names []string
	for _, p := range people {
		if strings.EqualFold(o.name(p), typed) || string(p) == typed {
			return p, nil
		}
		names = append(names, o.name(p))
	}
	return "", notFound("not_on_visit", "Add them: waymark visit team \""+typed+"\"", names, "“%s” is not on this visit. On it are:", typed)
}

// work prepares the visit to be written at in the voice that speaks.
func (v *visited) work(ctx context.Context) error {
	if v.voice.Role == model.Reviewer && v.desk == nil {
		d, err := v.deskOf(ctx, v.book, v.voice)
		v.desk = d
		return err
	}
	if err := v.opened.work(ctx); err != nil {
		return err
	}
	v.voice = v.desk.Voice // somebody new is known by now
	return nil
}

// deskOf is a desk for a voice on a book that reads this evaluation.
func (o *opened) deskOf(ctx context.Context, book *model.Book, voice model.Voice) (*desk.Desk, error) {
	pen, err := o.ws.pen(ctx, book.SchoolID())
	if err != nil {
		return nil, err
	}
	keep := func(r []model.Record) { o.batch = append(o.batch, r...) }
	return desk.New(book, voice, desk.Tools{Pen: pen, Clock: o.ws.clock, NewID: o.ws.newID, Mine: o.ws.mine, Save: keep}), nil
}

// act carries out one rule of the visit and says what it did.
func (v *visited) act(ctx context.Context, words, next string, rule func() ([]model.Change, error)) error {
	if err := v.work(ctx); err != nil {
		return err
	}
	return v.opened.act(ctx, rule, words, next)
}

// now is the visit as it stands after what was changed.
func (v *visited) now() model.Visit {
	visit, err := v.book.Visit(v.visit.ID)
	if err != nil {
		return v.visit
	}
	return visit
}

// seenAt is what a note taken at a stop carries, at the present one when slot
// is "".
func (v *visited) seenAt(slot model.SlotID) model.Seen {
	if here, ok := v.visit.At(v.voice.Person); ok && slot == "" {
		slot = here.Slot
	}
	seen := model.Seen{Visit: v.visit.ID}
	if s, ok := v.visit.Slot(slot); ok { // it may have been taken out since
		seen.Slot, seen.Fact = s.ID, s.Kind.Fact()
	}
	return seen
}

// asksForSomething reports whether any flag of the command's own was typed.
func asksForSomething(cmd *cobra.Command) bool {
	typed := false
	cmd.LocalNonPersistentFlags().VisitAll(func(f *pflag.Flag) { typed = typed || f.Changed })
	return typed
}
