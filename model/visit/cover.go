package visit

import (
	"fmt"
	"slices"
	"strings"

	"waymark/model"
)

// Coverage says which focus areas have evidence from the visit so far. The
// lists are in the order of the focus.
type Coverage struct {
	Focus []model.AreaID
	With  []model.AreaID // at least one note taken on this visit by somebody on it
	Thin  []model.AreaID // none yet
	// Next is the next stop at which each of Thin could get some; an area that
	// no stop left suits is not in it.
	Next map[model.AreaID]model.SlotID

	from  model.Slot   // where the stops still to come begin
	stops []model.Slot // those that Next names, in the order of the day
}

// Cover looks at what the team has noted so far and at the stops from one on;
// "" stands for the whole visit.
func Cover(e model.Evaluation, v model.Visit, from model.SlotID) Coverage {
	noted := map[model.AreaID]bool{}
	for _, n := range e.VisitNotes(v.ID) {
		if n.Area != "" && v.On(n.Person) {
			noted[n.Area] = true
		}
	}
	c := Coverage{Focus: v.Areas(), Next: map[model.AreaID]model.SlotID{}}
	c.from, _ = v.Slot(from)
	left := gatheringFrom(v, from)
	for _, a := range c.Focus {
		if noted[a] {
			c.With = append(c.With, a)
			continue
		}
		c.Thin = append(c.Thin, a)
		if s, ok := nextFor(v, a, left); ok {
			c.Next[a] = s.ID
		}
	}
	for _, s := range left {
		for _, next := range c.Next {
			if next == s.ID {
				c.stops = append(c.stops, s)
				break
			}
		}
	}
	return c
}

// gatheringFrom lists the stops for gathering evidence from one on.
func gatheringFrom(v model.Visit, from model.SlotID) []model.Slot {
	start, known := v.Slot(from)
	var left []model.Slot
	for _, s := range v.Slots {
		if s.Kind.Gathers() && !s.Dropped && (!known || compareSlots(s, start) >= 0) {
			left = append(left, s)
		}
	}
	return left
}

// nextFor is the first stop left that looks at an area, else the first of a
// kind at which the plan had put it, else, for what was never planned, the one
// with the least to do.
func nextFor(v model.Visit, a model.AreaID, left []model.Slot) (model.Slot, bool) {
	has := func(s model.Slot) bool { return slices.Contains(s.Areas, a) }
	if i := slices.IndexFunc(left, has); i >= 0 {
		return left[i], true
	}
	var kinds []model.SlotKind
	for _, s := range v.Slots {
		if has(s) {
			kinds = append(kinds, s.Kind)
		}
	}
	if len(kinds) > 0 {
		i := slices.IndexFunc(left, func(s model.Slot) bool { return slices.Contains(kinds, s.Kind) })
		if i < 0 {
			return model.Slot{}, false
		}
		return left[i], true
	}
	return leastBusy(left)
}

// leastBusy is the first of the stops that look at the fewest areas.
func leastBusy(stops []model.Slot) (model.Slot, bool) {
	if len(stops) == 0 {
		return model.Slot{}, false
	}
	return slices.MinFunc(stops, func(a, b model.Slot) int { return len(a.Areas) - len(b.Areas) }), true
}

// Words is how many focus areas have evidence.
func (c Coverage) Words() string {
	noun, verb := "areas", "have"
	if len(c.Focus) == 1 {
		noun, verb = "area", "has"
	}
	return fmt.Sprintf("%d of %d focus %s %s evidence", len(c.With), len(c.Focus), noun, verb)
}

// ThinWords names what has no notes yet and when there is a next chance: the
// areas of the first stop that could help, so that it can be acted on.
func (c Coverage) ThinWords() string {
	if len(c.Thin) == 0 {
		if len(c.Focus) == 0 {
			return "No focus areas are chosen yet."
		}
		return "Every focus area has a note."
	}
	if len(c.stops) == 0 {
		return codes(c.Thin) + hasNone(c.Thin) + " No stop left looks there."
	}
	next := c.stops[0]
	var there []model.AreaID
	for _, a := range c.Thin {
		if c.Next[a] == next.ID {
			there = append(there, a)
		}
	}
	when := model.Clock(next.Start)
	switch {
	case c.from.ID == next.ID:
		when = "now"
	case next.Day > max(1, c.from.Day):
		when += fmt.Sprintf(" on day %d", next.Day)
	}
	return codes(there) + hasNone(there) + " The next chance is " + when + "."
}

func hasNone(areas []model.AreaID) string {
	if len(areas) == 1 {
		return " has no notes yet."
	}
	return " have no notes yet."
}

// mostCodes is how many areas one line names.
const mostCodes = 6

// codes names areas by their codes: "1.1 1.2", with a count of what one line
// has no room for.
func codes(areas []model.AreaID) string {
	var all []string
	for _, a := range areas {
		all = append(all, string(a))
	}
	if more := len(all) - mostCodes; more > 0 {
		return strings.Join(all[:mostCodes], " ") + fmt.Sprintf(" and %d more", more)
	}
	return strings.Join(all, " ")
}
