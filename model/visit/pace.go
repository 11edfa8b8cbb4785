package visit

import (
	"cmp"
	"strconv"
	"time"

	"waymark/model"
)

// Running says how a day stands against its plan.
type Running string

// The ways a day can stand.
const (
	NotToday  Running = "not-today" // now is no day of the visit
	Upcoming  Running = "upcoming"  // today, and nobody is at a stop yet
	OnTime    Running = "on-time"
	Over      Running = "over"
	Ahead     Running = "ahead"
	DayClosed Running = "closed"
)

// near is how many minutes from the plan still count as on time.
const near = 2

// Pace is where one person is in the day, in minutes.
type Pace struct {
	Running Running
	Slot    model.Slot // the present stop, or the first one of today
	Spent   int        // at the present stop so far
	Planned int        // there
	By      int        // how far over or ahead; 0 when on time
}

// PaceOf compares where person is with the plan. The visit's day and now are
// those of the same place: now says its time of day and its date.
func PaceOf(v model.Visit, person model.PersonID, now time.Time) Pace {
	if v.Closed {
		return Pace{Running: DayClosed}
	}
	today := dayNow(v, now)
	if today == 0 {
		return Pace{Running: NotToday}
	}
	clock := now.Hour()*60 + now.Minute()
	here, gone := v.At(person)
	slot, known := v.Slot(here.Slot)
	if !gone || !known || slot.Day != today {
		first := firstOn(v, today)
		return Pace{Running: Upcoming, Slot: first, Planned: first.Minutes, By: max(0, clock-first.Start)}
	}
	p := Pace{Running: OnTime, Slot: slot, Planned: slot.Minutes, Spent: max(0, int(now.Sub(time.UnixMilli(here.Since)).Minutes()))}
	switch {
	case clock > slot.End()+near:
		p.Running, p.By = Over, clock-slot.End()
	case clock < slot.Start-near:
		p.Running, p.By = Ahead, slot.Start-clock
	}
	return p
}

// Words is the pace in a few words.
func (p Pace) Words() string {
	switch p.Running {
	case Over:
		return timeIn(p.By) + " over"
	case Ahead:
		return timeIn(p.By) + " ahead"
	case OnTime:
		return "On time"
	case Upcoming:
		switch {
		case p.Slot.ID == "":
			return "No stops today"
		case p.By > near:
			return "Was to start at " + model.Clock(p.Slot.Start)
		}
		return "Starts at " + model.Clock(p.Slot.Start)
	case DayClosed:
		return "This visit is closed"
	default:
		return "Not today"
	}
}

// Date is the date of a day of the visit: the second day is the next weekday
// after the first. It is false when the visit's own date cannot be read.
func Date(v model.Visit, day int) (time.Time, bool) {
	date, err := time.Parse(time.DateOnly, v.Date)
	if err != nil || day < 1 {
		return time.Time{}, false
	}
	for range day - 1 {
		date = date.AddDate(0, 0, 1)
		for date.Weekday() == time.Saturday || date.Weekday() == time.Sunday {
			date = date.AddDate(0, 0, 1)
		}
	}
	return date, true
}

// dayNow is which day of the visit now is on, or 0.
func dayNow(v model.Visit, now time.Time) int {
	last := 1
	for _, s := range v.Slots {
		last = max(last, s.Day)
	}
	for day := 1; day <= last; day++ {
		if date, ok := Date(v, day); ok && date.Format(time.DateOnly) == now.Format(time.DateOnly) {
			return day
		}
	}
	return 0
}

func firstOn(v model.Visit, day int) model.Slot {
	for _, s := range v.Slots {
		if s.Day == day && !s.Dropped {
			return s
		}
	}
	return model.Slot{}
}

// compareSlots orders stops as the day goes.
func compareSlots(a, b model.Slot) int {
	return cmp.Or(cmp.Compare(a.Day, b.Day), cmp.Compare(a.Start, b.Start), cmp.Compare(a.ID, b.ID))
}

// hoursFrom is how many minutes are still told in minutes.
const hoursFrom = 90

// timeIn is a length of time; a long one in whole hours.
func timeIn(n int) string {
	if n <= hoursFrom {
		return minutesIn(n)
	}
	return "about " + strconv.Itoa((n+30)/60) + " hours"
}

func minutesIn(n int) string {
	if n == 1 {
		return "1 minute"
	}
	return strconv.Itoa(n) + " minutes"
}
