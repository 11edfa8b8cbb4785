package visit

import (
	"strconv"
	"strings"

	"waymark/model"
)

// Options move and stretch what a template plans. Zero stands for what is usual.
type Options struct {
	Start   int // when each day begins, in minutes after midnight
	Minutes int // how long each day is
	// Say renames what the stops are called, where a school has words of its own.
	Say func(string) string
}

// Plan is the stops of a visit built from a template, with every focus area at
// one or more stops where evidence for it is usually found. A shorter day first
// leaves out what can be spared, then shortens every stop; a longer one gives
// the time to the stops where evidence is gathered. Places are left for the
// reviewer to fill in. It fails with a *model.FieldError for a template or an
// area that does not exist and for a day that cannot be.
func Plan(template string, focus []model.AreaID, r model.Rubric, o Options) ([]model.Slot, error) {
	plan, err := outlineOf(template)
	if err != nil {
		return nil, err
	}
	for _, a := range focus {
		if r.Index(a) < 0 {
			return nil, &model.FieldError{Field: "focus", Problem: "There is no area " + string(a) + " in this rubric"}
		}
	}
	if o.Start == 0 {
		o.Start = plan.Start
	}
	if o.Minutes == 0 {
		o.Minutes = plan.Minutes
	}
	if o.Start < 0 || o.Minutes < 0 || o.Start+o.Minutes > model.LongestDay {
		return nil, &model.FieldError{Field: "minutes", Problem: "A day must begin and end on the same day"}
	}
	var slots []model.Slot
	for i, day := range plan.days {
		stops, err := fitDay(day, o.Minutes)
		if err != nil {
			return nil, err
		}
		slots = append(slots, slotsOf(i+1, stops, o.Start)...)
	}
	placeAreas(slots, focus, r)
	if o.Say != nil {
		for i := range slots {
			slots[i].Title = o.Say(slots[i].Title)
		}
	}
	return slots, nil
}

func outlineOf(template string) (outline, error) {
	var ids []string
	for _, o := range outlines() {
		if o.ID == template {
			return o, nil
		}
		ids = append(ids, o.ID)
	}
	last := len(ids) - 1
	return outline{}, &model.FieldError{
		Field: "template", Problem: "Template must be " + strings.Join(ids[:last], ", ") + " or " + ids[last],
	}
}

// slotsOf lays the stops of a day one after another.
func slotsOf(day int, stops []usual, start int) []model.Slot {
	var slots []model.Slot
	for i, u := range stops {
		slots = append(slots, model.Slot{
			ID:   model.SlotID(strconv.Itoa(day) + "-" + strconv.Itoa(i+1)),
			Stop: model.Stop{Day: day, Start: start, Minutes: u.minutes, Kind: u.kind, Title: u.title},
		})
		start += u.minutes
	}
	return slots
}
