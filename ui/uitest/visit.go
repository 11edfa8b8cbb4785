package uitest

import (
	"waymark/model"
	"waymark/ui/env"
)

// The visit that Visit plans.
const (
	VisitID  = model.VisitID("visit")
	Reviewer = model.PersonID("okafor")
)

// Visit plans a visit for the day of the tests and puts its reviewer at the
// desk. The school is Alder Lane, the reviewer R. Okafor.
func (d *Driver) Visit(focus []model.AreaID, slots ...model.Slot) *Driver {
	d.t.Helper()
	d.PlanVisit(VisitID, Start().Format("2006-01-02"), focus, slots...)
	d.Env.Enter(env.Visiting{Visit: VisitID, Voice: model.Voice{Person: Reviewer, Role: model.Reviewer}})
	return d
}

// PlanVisit plans a visit and leaves the school at its desk.
func (d *Driver) PlanVisit(id model.VisitID, date string, focus []model.AreaID, slots ...model.Slot) *Driver {
	d.t.Helper()
	b, v := d.Env.Desk.Book, model.Voice{Person: Reviewer, Role: model.Reviewer}
	if b.Who(Reviewer).Name == "" {
		d.Do([]model.Change{model.NamePerson(model.Person{ID: Reviewer, Name: "R. Okafor", Post: "Trust adviser"}, nil)}, nil)
	}
	d.Do(b.StartVisit(v, id, model.Visiting{Date: date, Lead: Reviewer, Template: "one-day"}))
	if len(focus) > 0 {
		d.Do(b.SetFocus(v, id, focus))
	}
	if len(slots) > 0 {
		d.Do(b.SetSlots(v, id, slots))
	}
	return d
}

// Do carries out a rule at the desk.
func (d *Driver) Do(changes []model.Change, err error) *Driver {
	d.t.Helper()
	if err := d.Env.Desk.Do(changes, err); err != nil {
		d.t.Fatal(err)
	}
	return d
}
