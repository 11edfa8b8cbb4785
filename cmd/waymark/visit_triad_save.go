package main

import (
	"context"
	"slices"
	"strings"
	"time"

	"waymark/model"
	"waymark/model/visit"
	"waymark/store"
)

// saveTriad writes down the visits that schools in this database host, all of
// them in one transaction. Those of other schools are theirs to write.
func (c *cli) saveTriad(ctx context.Context, d *triadJSON, questions []string) error {
	w, err := c.open(ctx)
	if err != nil {
		return err
	}
	all, err := w.store.Schools(ctx)
	if err != nil {
		return err
	}
	list, err := shippedCalled("lesson-visit")
	if err != nil {
		return err
	}
	text, err := list.Canonical()
	if err != nil {
		return err
	}
	var batch []model.Record
	var missing []string
	here := false
	for _, host := range d.Schools {
		o, err := c.hostHere(ctx, w, all, host, d.Year)
		switch {
		case err != nil:
			return err
		case o == nil:
			continue
		case o.book == nil:
			missing = append(missing, clean(o.school.Name))
			continue
		}
		here = true
		if err := o.planHosted(ctx, d, host, list.Hash(), questions); err != nil {
			return err
		}
		batch = append(batch, o.batch...)
	}
	if !here {
		return c.nobodyHosts(d, missing, all)
	}
	for i := range d.Visits {
		if d.Visits[i].State == "plan" {
			d.Visits[i].State = "elsewhere"
		}
	}
	if len(batch) > 0 && !c.flags.dryRun {
		if err := w.keep(ctx, map[string][]byte{list.Hash(): text}, batch); err != nil {
			return err
		}
	}
	c.sayTriad(d, missing)
	return nil
}

// hostHere opens the self-evaluation in which a school keeps who visits it. It
// is nil for a school that is not in this database, and has no book where the
// school has no self-evaluation of the year.
func (c *cli) hostHere(ctx context.Context, w *workspace, all []store.SchoolRow, name string, year model.Year) (*opened, error) {
	i := slices.IndexFunc(all, func(s store.SchoolRow) bool { return strings.EqualFold(clean(s.Name), name) })
	if i < 0 {
		return nil, nil //nolint:nilnil // a school elsewhere is no failure and has nothing to open
	}
	sums, err := w.store.Evaluations(ctx, all[i].ID)
	if err != nil {
		return nil, err
	}
	o := &opened{c: c, ws: w, school: all[i].School}
	at := slices.IndexFunc(sums, func(s model.Summary) bool { return !s.Removed && s.Year == year })
	if at < 0 {
		return o, nil
	}
	o.sum = sums[at]
	if o.whole, err = w.openBook(ctx, o.school.ID, o.sum.ID); err != nil {
		return nil, err
	}
	o.book = o.whole
	return o, nil
}

// planHosted plans the visits that this school hosts. Who comes is not known yet, so
// the visiting school stands for its leader.
func (o *opened) planHosted(ctx context.Context, d *triadJSON, host, checklist string, questions []string) error {
	me, isNew := o.ws.speaker(o.whole, model.Self)
	var err error
	if o.desk, err = o.deskOf(ctx, o.whole, model.Voice{Person: me.ID, Role: model.Self}); err != nil {
		return err
	}
	if isNew {
		if err := o.desk.Do([]model.Change{model.NamePerson(me, nil)}, nil); err != nil {
			return err
		}
	}
	today := o.ws.clock().Local().Format(time.DateOnly)
	for i := range d.Visits {
		v := &d.Visits[i]
		if v.Host != host {
			continue
		}
		if id, there := o.hosts(v); there {
			v.State, v.Visit = "there", id
			continue
		}
		if v.Date < today && !v.moved {
			v.State = "past"
			continue
		}
		lead, named := o.personCalled(v.Visitor, "visiting leader")
		id := model.VisitID(o.ws.newID())
		start, err := o.whole.StartVisit(o.desk.Voice, id, model.Visiting{Date: v.Date, Lead: lead, From: v.Visitor, Checklist: checklist, Questions: questions})
		if err != nil {
			return err
		}
		if err := o.desk.Do(append(named, start...), nil); err != nil {
			return err
		}
		v.State, v.Visit = "written", id
		d.Saved++
	}
	return nil
}

// hosts reports whether a visit of the plan was written down before.
func (o *opened) hosts(v *directedJSON) (model.VisitID, bool) {
	planned, err := time.Parse(time.DateOnly, v.Date)
	if err != nil {
		return "", false
	}
	for _, had := range o.whole.Evaluation().Visits {
		if visit.SameVisit(had, v.Visitor, planned) {
			return had.ID, true
		}
	}
	return "", false
}

func (c *cli) nobodyHosts(d *triadJSON, missing []string, all []store.SchoolRow) error {
	if len(missing) > 0 {
		return notFound("no_evaluation", "Start one: waymark assess start --year "+string(d.Year), nil,
			"There is no self-evaluation of %s at %s to keep visits in. Nothing was changed.", d.Year.Shown(), strings.Join(missing, " and "))
	}
	return notFound("school_not_found", "Type a name as waymark school list has it, or leave --save out.", schoolNames(all), "None of the three schools is here. Nothing was changed. Here are:")
}

func (c *cli) sayTriad(d *triadJSON, missing []string) {
	words := "Wrote down " + plural(d.Saved, "visit", "visits")
	switch {
	case d.Saved == 0:
		c.say("Nothing to change: the visits that schools here host are there already, or their day is past.")
	case c.flags.dryRun:
		c.say("Would be done: %s. Nothing was changed.", words)
	default:
		c.say("%s. See them: waymark visit list", words)
	}
	for _, name := range missing {
		c.say("%s has no self-evaluation of %s, so its visits were not written down.", name, d.Year.Shown())
	}
}
