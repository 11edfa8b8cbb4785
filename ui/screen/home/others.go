package home

import (
	"time"

	"waymark/model"
	"waymark/ui/nav"
)

// noneYet is the state of what has not been planned so far.
const noneYet = "none yet"

// others are the tasks that are done with other people.
func (s *Screen) others() []task {
	e := s.book().Evaluation()
	return []task{
		{heading: "4  Look again with others", key: "g v", title: s.env.Say("A reviewer’s visit"), note: visited(e), open: nav.Visits{}},
		{key: "g m", title: s.env.Say("A team meeting"), note: met(e), open: nav.Meetings{}},
	}
}

// visited is how far the visit is that matters now: the newest that is under
// way, else the next that is planned, else the newest that is closed.
func visited(e model.Evaluation) string {
	planned, closed := "", int64(0)
	for i := len(e.Visits) - 1; i >= 0; i-- {
		v := e.Visits[i]
		switch {
		case v.Closed:
			closed = max(closed, v.ClosedAt)
		case len(v.Here) > 0 || len(e.VisitNotes(v.ID)) > 0:
			return "under way"
		case planned == "" || v.Date < planned:
			planned = v.Date
		}
	}
	switch {
	case planned != "":
		return "planned for " + dayOf(planned)
	case closed > 0:
		return "closed on " + time.UnixMilli(closed).Local().Format("2 January")
	}
	return noneYet
}

// met is how far the newest meeting is.
func met(e model.Evaluation) string {
	if len(e.Meetings) == 0 {
		return noneYet
	}
	m := e.Meetings[len(e.Meetings)-1]
	if _, open := m.Next(""); open {
		return "under way since " + dayOf(m.Date)
	}
	return "held on " + dayOf(m.Date)
}

// dayOf is a date as people say it.
func dayOf(date string) string {
	day, err := time.Parse(time.DateOnly, date)
	if err != nil {
		return date
	}
	return day.Format("2 January")
}
