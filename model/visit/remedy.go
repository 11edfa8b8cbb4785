package visit

import (
	"slices"
	"strconv"

	"waymark/model"
)

// Remedy is one way to make up for minutes lost.
type Remedy struct {
	ID    string // free, borrow, shorten or drop
	Words string
	Slots []model.Slot // the stops that change, as they would be
}

// Remedies offers what can be done when the stop called here takes over minutes
// longer than planned: use free time, borrow from the next break or catch-up,
// shorten the next stop that can be shorter, or leave one out. Each lets the
// present stop run on, moves what lies between, and leaves the end of the day
// where it was agreed. Only what is possible is offered.
func Remedies(v model.Visit, here model.SlotID, over int) []Remedy {
	slot, ok := v.Slot(here)
	if !ok || over <= 0 {
		return nil
	}
	ahead := stopsAfter(v, slot)
	if len(ahead) == 0 {
		return nil
	}
	late := lateness{visit: v, here: slot, over: over, ahead: ahead}
	var all []Remedy
	for _, offer := range []func() (Remedy, bool){late.free, late.borrow, late.shorten, late.drop} {
		if r, ok := offer(); ok {
			all = append(all, r)
		}
	}
	return all
}

// stopsAfter lists what is still to come on the day of a stop.
func stopsAfter(v model.Visit, here model.Slot) []model.Slot {
	var ahead []model.Slot
	for _, s := range v.Slots {
		if s.Day == here.Day && !s.Dropped && compareSlots(s, here) > 0 {
			ahead = append(ahead, s)
		}
	}
	return ahead
}

// lateness is a stop that takes longer, and what comes after it.
type lateness struct {
	visit model.Visit
	here  model.Slot
	over  int
	ahead []model.Slot
}

// pushed is the stops before ahead[to] as they are when everything moves as far
// as it has to, the present one first, and how many minutes of ahead[to] that takes.
func (l lateness) pushed(to int) (moved []model.Slot, short int) {
	first := l.here
	first.Minutes += l.over
	moved, end := []model.Slot{first}, first.End()
	for _, s := range l.ahead[:to] {
		s.Start = max(s.Start, end)
		end = max(end, s.End())
		moved = append(moved, s)
	}
	return moved, max(0, end-l.ahead[to].Start)
}

// changed leaves out the stops that stay as they are.
func (l lateness) changed(slots []model.Slot) []model.Slot {
	return slices.DeleteFunc(slots, func(s model.Slot) bool {
		was, _ := l.visit.Slot(s.ID)
		return was.Start == s.Start && was.Minutes == s.Minutes && was.Dropped == s.Dropped && slices.Equal(was.Areas, s.Areas)
	})
}

// free is possible when nothing has to give way.
func (l lateness) free() (Remedy, bool) {
	for i, s := range l.ahead {
		moved, short := l.pushed(i)
		if short == 0 {
			return Remedy{ID: "free", Words: "Use the free time before " + model.Clock(s.Start), Slots: l.changed(moved)}, true
		}
	}
	return Remedy{}, false
}

// borrow takes the minutes from the next break or catch-up that can give them.
func (l lateness) borrow() (Remedy, bool) {
	for i, s := range l.ahead {
		if s.Kind != model.SlotBreak && s.Kind != model.SlotCatchUp {
			continue
		}
		if moved, ok := l.cut(i); ok {
			from := "lunch"
			if s.Kind == model.SlotCatchUp {
				from = "the catch-up at " + model.Clock(s.Start)
			}
			return Remedy{ID: "borrow", Words: "Take " + minutesIn(s.Minutes-moved[len(moved)-1].Minutes) + " from " + from, Slots: moved}, true
		}
	}
	return Remedy{}, false
}

// shorten takes them from the next stop for evidence that can give them.
func (l lateness) shorten() (Remedy, bool) {
	for i, s := range l.ahead {
		if !s.Kind.Gathers() {
			continue
		}
		if moved, ok := l.cut(i); ok {
			left := moved[len(moved)-1].Minutes
			return Remedy{ID: "shorten", Words: "Shorten " + s.Name() + " at " + model.Clock(s.Start) + " to " + minutesIn(left), Slots: moved}, true
		}
	}
	return Remedy{}, false
}

// cut makes ahead[i] start later and end as planned, unless it has nothing to
// give way to or would be too short to be worth having.
func (l lateness) cut(i int) ([]model.Slot, bool) {
	moved, short := l.pushed(i)
	s := l.ahead[i]
	if short == 0 || s.Minutes-short < leastMinutes(s.Kind) {
		return nil, false
	}
	s.Start, s.Minutes = s.Start+short, s.Minutes-short
	return l.changed(append(moved, s)), true
}

// drop leaves out the stop that would be missed least: the one with the fewest
// areas that no other stop looks at, then the shortest that is long enough.
// What only it looked at goes to the next stop for evidence.
func (l lateness) drop() (Remedy, bool) {
	best, lost := -1, []model.AreaID(nil)
	for i, s := range l.ahead {
		if _, short := l.pushed(i); !s.Kind.Gathers() || short == 0 || s.Minutes < short {
			continue
		}
		only := l.onlyAt(s)
		fewer := len(only) < len(lost)
		if best < 0 || fewer || (len(only) == len(lost) && s.Minutes < l.ahead[best].Minutes) {
			best, lost = i, only
		}
	}
	if best < 0 {
		return Remedy{}, false
	}
	moved, _ := l.pushed(best)
	s := l.ahead[best]
	s.Dropped = true
	moved = append(moved, s)
	words := "Leave out " + s.Name() + " at " + model.Clock(s.Start)
	if len(lost) > 0 {
		heir, ok := l.heir(s)
		if ok {
			moved = handOver(moved, heir, lost)
			words += " and look at " + codes(lost) + " at " + model.Clock(startOf(moved, heir))
			if heir.Day != s.Day {
				words += " on day " + strconv.Itoa(heir.Day)
			}
		} else {
			words += ". No other stop looks at " + codes(lost)
		}
	}
	return Remedy{ID: "drop", Words: words, Slots: l.changed(moved)}, true
}

// onlyAt is the focus areas that no other stop of the visit looks at.
func (l lateness) onlyAt(s model.Slot) []model.AreaID {
	var only []model.AreaID
	for _, a := range s.Areas {
		elsewhere := slices.ContainsFunc(l.visit.Slots, func(o model.Slot) bool {
			return o.ID != s.ID && !o.Dropped && slices.Contains(o.Areas, a)
		})
		if !elsewhere {
			only = append(only, a)
		}
	}
	return only
}

// heir is the stop still to come that takes over: one of the same kind, else
// the one with the least to do.
func (l lateness) heir(dropped model.Slot) (model.Slot, bool) {
	var left []model.Slot
	for _, s := range l.visit.Slots {
		if s.Kind.Gathers() && !s.Dropped && s.ID != dropped.ID && compareSlots(s, l.here) > 0 {
			left = append(left, s)
		}
	}
	if i := slices.IndexFunc(left, func(s model.Slot) bool { return s.Kind == dropped.Kind }); i >= 0 {
		return left[i], true
	}
	return leastBusy(left)
}

// handOver adds areas to a stop, as it is among those moved or was.
func handOver(moved []model.Slot, heir model.Slot, areas []model.AreaID) []model.Slot {
	i := slices.IndexFunc(moved, func(s model.Slot) bool { return s.ID == heir.ID })
	if i < 0 {
		i, moved = len(moved), append(moved, heir)
	}
	moved[i].Areas = slices.Concat(moved[i].Areas, areas)
	return moved
}

func startOf(slots []model.Slot, s model.Slot) int {
	if i := slices.IndexFunc(slots, func(x model.Slot) bool { return x.ID == s.ID }); i >= 0 {
		return slots[i].Start
	}
	return s.Start
}
