package rubric

import (
	"fmt"
	"strings"

	"waymark/model"
	"waymark/ui/keys"
	"waymark/ui/nav"
	"waymark/ui/widget"
)

// ticks is the areas of a rubric of which some are wanted.
type ticks struct {
	rubric  model.Rubric
	rows    []tickRow
	wanted  map[model.AreaID]bool
	list    widget.List
	problem string
}

// tickRow is a group, or an area in it.
type tickRow struct {
	group model.Group
	area  model.Area // with no id on a group's own row
}

func (t *ticks) of(r model.Rubric) {
	t.rubric, t.rows = r, nil
	if t.wanted == nil {
		t.wanted = map[model.AreaID]bool{}
	}
	for _, g := range r.Groups {
		t.rows = append(t.rows, tickRow{group: g})
		for _, a := range r.AreasIn(g.ID) {
			t.rows = append(t.rows, tickRow{group: g, area: a})
		}
	}
}

// toggle ticks the row with the cursor; a group ticks all its areas, or none
// when all are ticked.
func (t *ticks) toggle() {
	row := t.rows[t.list.Cursor]
	if row.area.ID != "" {
		t.set(!t.wanted[row.area.ID])
		return
	}
	have, of := t.count(row.group.ID)
	t.set(have < of)
}

// set ticks the row with the cursor, or takes its ticks off.
func (t *ticks) set(on bool) {
	t.problem = ""
	row := t.rows[t.list.Cursor]
	if row.area.ID != "" {
		t.wanted[row.area.ID] = on
		return
	}
	for _, a := range t.rubric.AreasIn(row.group.ID) {
		t.wanted[a.ID] = on
	}
}

func (t *ticks) count(g model.GroupID) (have, of int) {
	for _, a := range t.rubric.AreasIn(g) {
		of++
		if t.wanted[a.ID] {
			have++
		}
	}
	return have, of
}

// ids is the wanted areas as a route carries them, "" for all of them.
func (t *ticks) ids() (ids string, n int) {
	var all []string
	for _, a := range t.rubric.Areas {
		if t.wanted[a.ID] {
			all = append(all, string(a.ID))
		}
	}
	if len(all) == len(t.rubric.Areas) {
		return "", len(all)
	}
	return strings.Join(all, " "), len(all)
}

func (s *Screen) actTicking(p keys.Press) {
	t := &s.tick
	if t.list.Act(p) {
		return
	}
	switch p.Action {
	case keys.Tick:
		t.toggle()
	case keys.Right, keys.Left:
		t.set(p.Action == keys.Right)
	case keys.Level:
		s.toGroup(p.N)
	case keys.Full:
		s.env.Nav.Push(nav.Areas{Rubric: s.base().Hash})
	case keys.Enter:
		ids, n := t.ids()
		if n == 0 {
			t.problem = "Tick at least one area"
			return
		}
		s.goOn(s.base().Hash, ids)
	}
}

// toGroup moves to the n-th group; the number again ticks it.
func (s *Screen) toGroup(n int) {
	t := &s.tick
	for i, row := range t.rows {
		if row.area.ID != "" {
			continue
		}
		if n--; n > 0 {
			continue
		}
		if t.list.Cursor == i {
			t.toggle()
		}
		t.list.Cursor = i
		return
	}
}

func (s *Screen) viewTicking() *widget.Page {
	t := &s.tick
	p := widget.NewPage(s.env.Theme, s.size.W, false)
	p.Question(2, 3)
	if t.problem != "" {
		p.Problem(t.problem)
	}
	p.Heading("Which areas do you want to judge?")
	p.Gap()
	t.list.Set(len(t.rows), max(3, s.size.H-p.Len()))
	for i := t.list.First(); i < t.list.Last(); i++ {
		text, note := t.words(t.rows[i])
		p.Row(i, i == t.list.Cursor, text, note)
	}
	return p
}

func (t *ticks) words(row tickRow) (text, note string) {
	if row.area.ID != "" {
		return "    " + box(t.wanted[row.area.ID]) + " " + row.area.Name(), ""
	}
	have, of := t.count(row.group.ID)
	mark := box(have == of)
	if have > 0 && have < of {
		mark = "[-]"
	}
	return fmt.Sprintf("%s %s %s", mark, row.group.ID, row.group.Title), fmt.Sprintf("%d of %d", have, of)
}

func box(on bool) string {
	if on {
		return "[x]"
	}
	return "[ ]"
}

func (s *Screen) liveTicking() []keys.Live {
	enter := "continue"
	if _, n := s.tick.ids(); n > 0 {
		enter = "go on with " + widget.Count(n, "area", "areas")
	}
	tick := "tick"
	if s.tick.rows[s.tick.list.Cursor].area.ID == "" {
		tick = s.env.Say("tick group")
	}
	live := []keys.Live{{Action: keys.Enter, Words: enter, Footer: true}, {Action: keys.Tick, Words: tick, Footer: true}}
	live = append(live, widget.Moving()...)
	return append(live,
		keys.Live{Action: keys.Back, Words: "back", Footer: true},
		keys.Live{Action: keys.Right, Words: "tick"},
		keys.Live{Action: keys.Left, Words: "take the tick off"},
		keys.Live{Action: keys.Full, Words: "see the areas first"},
		keys.Live{Action: keys.Level, Words: s.env.Say("go to that group; again ticks it")},
	)
}

func (s *Screen) statusTicking() string {
	_, n := s.tick.ids()
	switch {
	case s.tick.problem != "":
		return "Nothing has been lost. Press Space to tick the row you are on."
	case n == 0:
		return s.env.Say("Nothing is ticked yet. Space ticks an area, or a whole group.")
	}
	return fmt.Sprintf("%d of %d areas are ticked. Press Enter when these are the ones.", n, len(s.tick.rubric.Areas))
}
