package agenda

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"waymark/model"
	"waymark/model/visit"
	"waymark/ui/jot"
	"waymark/ui/keys"
)

// How many minutes the remedies are for when the day is not late yet, and what
// they are rounded up to.
const (
	someMinutes = 10
	fewMinutes  = 5
)

// late offers what can be done when the present stop takes longer; before the
// first stop has begun, the chosen one.
func (s *Screen) late(v model.Visit) {
	at, ok := jot.Here(v, s.person())
	if !ok {
		at, _ = v.Slot(s.chosen)
	}
	s.over = someMinutes
	if p := visit.PaceOf(v, s.person(), s.env.Clock().Local()); p.Running == visit.Over {
		s.over = (p.By + fewMinutes - 1) / fewMinutes * fewMinutes
	}
	s.offers = visit.Remedies(v, at.ID, s.over)
	if len(s.offers) == 0 {
		s.status = "Nothing later today can give way. Change a stop with e."
		return
	}
	s.chosen = at.ID
	s.part = remedying
	s.ways.Set(len(s.offers), len(s.offers))
	s.ways.Cursor = 0
}

// choose acts on the remedies or the templates.
func (s *Screen) choose(p keys.Press) {
	switch {
	case s.ways.Act(p):
	case p.Action == keys.Back && s.part == planning:
		s.env.Nav.Pop()
	case p.Action == keys.Back:
		s.part = commands
	case p.Action == keys.Note:
		s.part = typing
	case p.Action == keys.Level && p.N > s.ways.N:
	case p.Action == keys.Level:
		s.ways.Cursor = p.N - 1
		s.take()
	case p.Action == keys.Enter:
		s.take()
	}
}

func (s *Screen) take() {
	v, _ := s.visit()
	if s.part == planning {
		s.plan(v)
		return
	}
	r := s.offers[s.ways.Cursor]
	if s.do(s.env.Desk.Book.SetSlots(s.env.Desk.Voice, v.ID, r.Slots)) {
		s.status = "The day is changed. u brings it back."
	}
	s.part = commands
}

// usual is the template that the visit was planned for, else one day.
func (s *Screen) usual(v model.Visit) int {
	for _, id := range []string{v.Template, "one-day"} {
		if i := slices.IndexFunc(visit.Templates(), func(t visit.Template) bool { return t.ID == id }); i >= 0 {
			return i
		}
	}
	return 0
}

// plan gives a visit that was only dated so far its focus and its stops.
func (s *Screen) plan(v model.Visit) {
	d, t := s.env.Desk, visit.Templates()[s.ways.Cursor]
	focus := v.Areas()
	if len(focus) == 0 {
		proposed, err := jot.Propose(s.env, t.Focus)
		for _, p := range proposed {
			focus = append(focus, p.Area)
		}
		if err != nil {
			s.status = "No areas could be proposed. Nothing has changed. Plan the visit again."
			return
		}
		if !s.do(d.Book.SetFocus(d.Voice, v.ID, focus)) {
			return
		}
	}
	slots, err := visit.Plan(t.ID, focus, d.Book.Rubric(), visit.Options{Say: s.env.Say})
	if err != nil {
		s.do(nil, err)
		return
	}
	if s.do(d.Book.SetSlots(d.Voice, v.ID, slots)) {
		s.part = typing
		s.refresh()
		s.status = fmt.Sprintf("The day is planned: %d stops. Esc, then e, changes one.", len(slots))
	}
}

// fresh is a new stop after the chosen one.
func (s *Screen) fresh(v model.Visit) model.Slot {
	day, start := s.day(v), 9*60
	if slot, ok := v.Slot(s.chosen); ok {
		start = min(slot.End(), model.LongestDay-someMinutes)
	}
	id := model.SlotID("")
	for n := 1; id == ""; n++ {
		next := model.SlotID(strconv.Itoa(day) + "-" + strconv.Itoa(n))
		if _, taken := v.Slot(next); !taken && !s.usedBefore(v, next) {
			id = next
		}
	}
	minutes := min(30, model.LongestDay-start)
	return model.Slot{ID: id, Stop: model.Stop{Day: day, Start: start, Minutes: minutes, Kind: model.SlotWalk}}
}

// usedBefore reports whether notes were taken at a stop of that id, which has
// been taken out since: they must not turn up at another.
func (s *Screen) usedBefore(v model.Visit, id model.SlotID) bool {
	return slices.ContainsFunc(s.env.Desk.Book.Evaluation().VisitNotes(v.ID), func(n model.Note) bool { return n.Slot == id })
}

// areasOf reads codes with spaces or commas between, and says which is unknown.
func areasOf(typed string, r model.Rubric) (areas []model.AreaID, unknown string) {
	for _, code := range strings.FieldsFunc(typed, func(c rune) bool { return c == ' ' || c == ',' || c == ';' || c == '@' }) {
		id := model.AreaID(strings.TrimRight(code, "."))
		if r.Index(id) < 0 {
			return nil, code
		}
		if !slices.Contains(areas, id) {
			areas = append(areas, id)
		}
	}
	return areas, ""
}
