// Package overview is the whole picture at a glance: every group a row, every
// area a cell with its level, and the middle level of each group. Levels are
// steps, so nothing here is ever averaged.
//
// It imports the leaves of ui and waymark/model; never another screen.
package overview

import (
	"cmp"
	"errors"
	"slices"

	tea "charm.land/bubbletea/v2"

	"waymark/model"
	"waymark/model/arrange"
	"waymark/model/desk"
	"waymark/ui"
	"waymark/ui/env"
	"waymark/ui/keys"
	"waymark/ui/layout"
	"waymark/ui/nav"
)

// Screen is the heat map with a cursor on one area.
type Screen struct {
	env    *env.Env
	groups []group
	row    int
	col    int
	order  order
	size   layout.Size
	status string
	top    int // first group in view
	left   int // first column in view
	cells  []spot
}

// group is one row of the map.
type group struct {
	model.Group
	areas []model.Area
}

// spot is where an area can be clicked.
type spot struct{ x, y, row, col int }

// order is how the areas of a group are set beside each other.
type order int

const (
	inRubricOrder order = iota
	byLevel
	bySureness
	orders
)

// words says what the order is.
func (o order) words() string {
	switch o {
	case byLevel:
		return "lowest level first in each group"
	case bySureness:
		return "least sure first in each group"
	default:
		return "in rubric order"
	}
}

// New opens the map at the first area.
func New(e *env.Env, _ nav.Overview) *Screen {
	s := &Screen{env: e}
	s.refresh()
	return s
}

func (s *Screen) book() *model.Book    { return s.env.Desk.Book }
func (s *Screen) rubric() model.Rubric { return s.book().Rubric() }

// refresh sorts the rows again and keeps the cursor on its area.
func (s *Screen) refresh() {
	at := s.Area()
	s.groups = s.groups[:0]
	for _, g := range s.rubric().Groups {
		areas := s.rubric().AreasIn(g.ID)
		arrange.By(areas, func(a, b model.Area) int { return cmp.Compare(s.key(a.ID), s.key(b.ID)) })
		s.groups = append(s.groups, group{g, areas})
	}
	for i, g := range s.groups {
		for k, a := range g.areas {
			if a.ID == at {
				s.row, s.col = i, k
			}
		}
	}
}

// key is what the areas of a row are sorted by; areas without a level come last.
func (s *Screen) key(id model.AreaID) int {
	const last = 100
	j, ok := s.says(id)
	switch {
	case s.order == inRubricOrder:
		return 0
	case !ok || j.State != model.Rated:
		return last
	case s.order == byLevel:
		return int(j.Level)
	}
	return slices.Index([]model.Confidence{model.Low, model.Medium, model.High}, j.Confidence)
}

// says is what the school says of an area.
func (s *Screen) says(id model.AreaID) (model.Judgement, bool) {
	return s.book().Evaluation().Area(id).SchoolSays(s.env.Desk.Voice.Person)
}

// Area is the area under the cursor.
func (s *Screen) Area() model.AreaID {
	if s.row < len(s.groups) && s.col < len(s.groups[s.row].areas) {
		return s.groups[s.row].areas[s.col].ID
	}
	return ""
}

// Init needs nothing.
func (s *Screen) Init() tea.Cmd { return nil }

// Update reads the book again when the screen is on top again.
func (s *Screen) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case nav.ReturnedMsg:
		s.status = ""
		s.refresh()
	case copied:
		s.status = msg.words()
	}
	return nil
}

// Act carries out one action.
func (s *Screen) Act(p keys.Press) tea.Cmd {
	s.status = ""
	if s.move(p.Action) {
		return nil
	}
	switch p.Action {
	case keys.Enter:
		s.env.Nav.Push(nav.Judge{Area: s.Area(), Once: true})
	case keys.Order:
		s.order = (s.order + 1) % orders
		s.refresh()
		s.status = "Now " + s.env.Say(s.order.words()) + ". Press o for another order."
	case keys.Export:
		s.env.Nav.Push(nav.Export{})
	case keys.Note:
		s.env.Nav.Push(nav.Note{Area: s.Area()})
	case keys.Full:
		s.env.Nav.Push(nav.Read{Area: s.Area()})
	case keys.WholePage:
		s.env.Nav.Push(nav.AreaPage{Area: s.Area()})
	case keys.Emphasis:
		s.env.Nav.Push(nav.Emphasise{Area: s.Area()})
	case keys.Flag:
		s.flag()
	case keys.Copy:
		return s.copy()
	}
	return nil
}

// move moves the cursor. Left of the first area is the last of the row above,
// so that one key walks through them all.
func (s *Screen) move(a keys.Action) bool {
	switch a {
	case keys.Up:
		s.to(s.row-1, s.col)
	case keys.Down:
		s.to(s.row+1, s.col)
	case keys.Left:
		if s.col == 0 && s.row > 0 {
			s.to(s.row-1, len(s.groups[s.row-1].areas))
		} else {
			s.to(s.row, s.col-1)
		}
	case keys.Right:
		if s.col == len(s.groups[s.row].areas)-1 && s.row < len(s.groups)-1 {
			s.to(s.row+1, 0)
		} else {
			s.to(s.row, s.col+1)
		}
	case keys.Home:
		s.to(0, 0)
	case keys.End:
		s.to(len(s.groups), len(s.rubric().Areas))
	default:
		return false
	}
	return true
}

func (s *Screen) to(row, col int) {
	s.row = min(max(0, row), len(s.groups)-1)
	s.col = min(max(0, col), len(s.groups[s.row].areas)-1)
}

func (s *Screen) flag() {
	v := s.env.Desk.Voice
	on := !slices.Contains(s.book().Evaluation().Area(s.Area()).Flags, v.Person)
	err := s.env.Desk.Do(s.book().SetFlag(v, s.Area(), on))
	switch {
	case errors.Is(err, desk.ErrReadOnly):
		s.status = "This was opened to read only. Nothing has changed."
	case err != nil:
		s.status = "That could not be kept. Nothing has changed. Try again."
	case on:
		s.status = string(s.Area()) + " is flagged to talk about. u takes the flag off."
	default:
		s.status = string(s.Area()) + " is no longer flagged. u puts the flag back."
	}
}

// Live is what can be done with the area under the cursor.
func (s *Screen) Live() []keys.Live {
	flag := "flag to talk about"
	if slices.Contains(s.book().Evaluation().Area(s.Area()).Flags, s.env.Desk.Voice.Person) {
		flag = "take the flag off"
	}
	return []keys.Live{
		{Action: keys.Enter, Words: "open", Footer: true},
		{Action: keys.Up, Shown: "Arrows", Words: "move", Footer: true},
		{Action: keys.Down},
		{Action: keys.Left},
		{Action: keys.Right},
		{Action: keys.Home},
		{Action: keys.End},
		{Action: keys.Order, Words: "order", Footer: true},
		{Action: keys.Flag, Words: flag},
		{Action: keys.Note, Words: "note", Footer: true},
		{Action: keys.Export, Words: "export", Footer: true},
		{Action: keys.Full, Words: "read the area in full"},
		{Action: keys.Copy, Words: "copy this table"},
		{Action: keys.Emphasis},
		{Action: keys.WholePage},
	}
}

// HelpTitle names the screen in the help.
func (s *Screen) HelpTitle() string { return "the overview" }

// Head names the school and the place.
func (s *Screen) Head() ui.Head {
	return ui.Head{Crumbs: []string{s.book().School().Name, "Overview"}}
}

var (
	_ ui.Screen   = (*Screen)(nil)
	_ ui.Clicking = (*Screen)(nil)
)

// enter is what a second click does.
func enter() keys.Press { return keys.Press{Action: keys.Enter} }
