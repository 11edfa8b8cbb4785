package main

import (
	"context"

	"waymark/model"
	"waymark/model/desk"
)

// opened is the evaluation a command works on.
type opened struct {
	c      *cli
	ws     *workspace
	school model.School
	sum    model.Summary
	whole  *model.Book // with nothing kept from anyone: a visit is planned from it, nothing is shown from it
	book   *model.Book // the same log as the person may read it; the same book but for a reviewer
	hidden map[model.AreaID]bool
	desk   *desk.Desk
	at     model.Seen // what notes kept now carry: where on a visit they were taken
	batch  []model.Record
}

// evaluation opens what --school and --year name, else what was used last.
func (c *cli) evaluation(ctx context.Context) (*opened, error) { return c.openEvaluation(ctx, false) }

func (c *cli) openEvaluation(ctx context.Context, removed bool) (*opened, error) {
	if _, err := c.flags.voice(); err != nil {
		return nil, err
	}
	w, err := c.open(ctx)
	if err != nil {
		return nil, err
	}
	school, err := c.pickSchool(ctx, w)
	if err != nil {
		return nil, err
	}
	sum, err := c.pickEvaluation(ctx, w, school, removed)
	if err != nil {
		return nil, err
	}
	if c.flags.school == "" && c.flags.year == "" && !c.flags.json {
		c.say("%s", named(school.Name, sum))
	}
	o := &opened{c: c, ws: w, school: school.School, sum: sum}
	if o.whole, err = w.openBook(ctx, school.ID, sum.ID); err != nil {
		return nil, err
	}
	o.book = o.whole
	if err := o.blind(); err != nil {
		return nil, err
	}
	if !c.flags.dryRun && !removed {
		w.rememberUse(school.ID, sum.ID)
	}
	return o, nil
}

// work prepares the evaluation to be changed.
func (o *opened) work(ctx context.Context) error {
	if o.desk != nil {
		return nil
	}
	var err error
	o.desk, err = o.ws.desk(ctx, o.book, func(r []model.Record) { o.batch = append(o.batch, r...) })
	if err != nil {
		return err
	}
	if o.desk.ReadOnly() {
		_, why := o.ws.store.ReadOnly()
		return readOnly(why)
	}
	return nil
}

// apply carries out what a rule returned, saves it, and says step by step what
// changed. With --dry-run nothing is saved.
func (o *opened) apply(ctx context.Context, changes []model.Change, err error) ([]model.Step, error) {
	if err != nil {
		return nil, err
	}
	before := map[string]bool{}
	for _, e := range o.whole.History() { // an act that a reviewer may see from now on is not a new one
		before[e.Act] = true
	}
	if err := o.desk.Do(changes, nil); err != nil {
		return nil, err
	}
	var steps []model.Step
	for _, e := range o.whole.History() {
		if !before[e.Act] {
			steps = append(steps, e.Steps...)
		}
	}
	return steps, o.save(ctx)
}

// save keeps what the desk handed over, in one transaction.
func (o *opened) save(ctx context.Context) error {
	records := o.batch
	o.batch = nil
	if o.c.flags.dryRun || len(records) == 0 {
		return nil
	}
	return o.ws.keep(ctx, nil, records)
}
