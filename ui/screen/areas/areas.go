// Package areas lets a rubric be read before it is chosen: its groups, its
// areas with their levels, and what it does not cover.
//
// It imports the leaves of ui and waymark/model; never another screen.
package areas

import (
	"fmt"
	"slices"

	tea "charm.land/bubbletea/v2"

	"waymark/model"
	"waymark/ui"
	"waymark/ui/env"
	"waymark/ui/keys"
	"waymark/ui/layout"
	"waymark/ui/nav"
	"waymark/ui/widget"
)

// Screen is a list of everything in a rubric, and the text of one row of it.
type Screen struct {
	env     *env.Env
	hash    string
	rubric  model.Rubric
	rows    []row
	list    widget.List
	reading bool
	first   int // line of the text in view
	last    int // the first line may be at most this
	page    int // lines of text in view
	status  string
	size    layout.Size
	top     int // body line of the first row, as last drawn
}

// row is a group, an area, or the rubric as a whole when it is neither.
type row struct {
	group model.Group
	area  model.Area
}

// found is the rubrics on this computer.
type found struct {
	rubrics []env.RubricEntry
	err     error
}

// New opens a rubric by its hash.
func New(e *env.Env, r nav.Areas) *Screen { return &Screen{env: e, hash: r.Rubric} }

// Init reads the rubric.
func (s *Screen) Init() tea.Cmd {
	shelf, ctx := s.env.Shelf, s.env.Ctx
	return func() tea.Msg {
		all, err := shelf.Rubrics(ctx)
		return found{all, err}
	}
}

// Update takes the rubric.
func (s *Screen) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case nav.ReturnedMsg:
		s.status = ""
	case found:
		s.found(msg)
	}
	return nil
}

func (s *Screen) found(msg found) {
	if len(s.rows) > 0 {
		return
	}
	i := slices.IndexFunc(msg.rubrics, func(e env.RubricEntry) bool { return e.Hash == s.hash })
	switch {
	case i >= 0:
		s.show(msg.rubrics[i].Rubric)
	case s.env.Desk != nil && s.env.Desk.Book.Evaluation().Rubric == s.hash:
		s.show(s.env.Desk.Book.Rubric())
	default:
		s.status = env.Why(msg.err, "This rubric could not be read. Your work is safe. Press Esc to go back.")
	}
}

func (s *Screen) show(r model.Rubric) {
	s.rubric, s.rows = r, []row{{}}
	for _, g := range r.Groups {
		s.rows = append(s.rows, row{group: g})
		for _, a := range r.AreasIn(g.ID) {
			s.rows = append(s.rows, row{group: g, area: a})
		}
	}
	s.list.Set(len(s.rows), len(s.rows))
}

// Act carries out one action.
func (s *Screen) Act(p keys.Press) tea.Cmd {
	if s.reading {
		s.actReading(p)
		return nil
	}
	was := s.list.Cursor
	switch {
	case s.list.Act(p):
	case p.Action == keys.Back:
		s.env.Nav.Pop()
	case p.Action == keys.Enter:
		s.reading = true
	case p.Action == keys.Full:
		s.wholePage()
	case p.Action == keys.Level:
		s.toGroup(p.N)
	}
	if s.list.Cursor != was {
		s.first = 0
	}
	return nil
}

func (s *Screen) actReading(p keys.Press) {
	switch p.Action {
	case keys.Enter:
		if s.first < s.last {
			s.scroll(s.page - 1)
			return
		}
		s.step(1)
	case keys.Back:
		s.reading = false
	case keys.Up:
		s.scroll(-1)
	case keys.Down:
		s.scroll(1)
	case keys.PageUp:
		s.scroll(1 - s.page)
	case keys.PageDown:
		s.scroll(s.page - 1)
	case keys.Home:
		s.first = 0
	case keys.End:
		s.first = s.last
	case keys.Before:
		s.step(-1)
	case keys.After:
		s.step(1)
	case keys.Full:
		s.wholePage()
	case keys.Level:
		s.toGroup(p.N)
	}
}

// wholePage opens the page of the chosen area.
func (s *Screen) wholePage() {
	if a := s.rows[s.list.Cursor].area; a.ID != "" {
		s.env.Nav.Push(nav.AreaPage{Rubric: s.hash, Area: a.ID})
	}
}

func (s *Screen) scroll(by int) { s.first = min(max(0, s.first+by), s.last) }

// step goes to the row before or after; after the last one reading ends.
func (s *Screen) step(by int) {
	s.first = 0
	if !s.list.Move(by) && by > 0 {
		s.reading = false
	}
}

func (s *Screen) toGroup(n int) {
	if n < 1 || n > len(s.rubric.Groups) {
		return
	}
	id := s.rubric.Groups[n-1].ID
	s.list.Cursor = slices.IndexFunc(s.rows, func(r row) bool { return r.group.ID == id && r.area.ID == "" })
	s.first = 0
}

// Live is what can be done here.
func (s *Screen) Live() []keys.Live {
	back := keys.Live{Action: keys.Back, Words: "back", Footer: true}
	if len(s.rows) == 0 {
		return []keys.Live{back}
	}
	groups := keys.Live{Action: keys.Level, Shown: fmt.Sprintf("1-%d", min(9, len(s.rubric.Groups))), Words: s.env.Say("go to that group")}
	if !s.reading {
		live := []keys.Live{{Action: keys.Enter, Words: "read", Footer: true}}
		return s.paged(append(append(live, widget.Moving()...), back, groups))
	}
	enter := "next"
	switch {
	case s.first < s.last:
		enter = "read on"
	case s.list.Cursor == len(s.rows)-1:
		enter = "to the list"
	}
	back.Words = "to the list"
	return s.paged([]keys.Live{
		{Action: keys.Enter, Words: enter, Footer: true},
		{Action: keys.Up, Shown: "↑↓", Words: "scroll", Footer: true},
		{Action: keys.Down},
		{Action: keys.PageUp},
		{Action: keys.PageDown},
		{Action: keys.Home},
		{Action: keys.End},
		{Action: keys.After, Shown: "[ ]", Words: "areas", Footer: true},
		{Action: keys.Before, Words: "the area before"},
		back, groups,
	})
}

// paged adds the area's page where an area is chosen.
func (s *Screen) paged(live []keys.Live) []keys.Live {
	if s.rows[s.list.Cursor].area.ID == "" {
		return live
	}
	return append(live, keys.Live{Action: keys.Full, Words: "whole page", Footer: true})
}

// HelpTitle names the screen in the help.
func (s *Screen) HelpTitle() string { return "reading a rubric" }

// Head names the rubric, and which area of it is being read.
func (s *Screen) Head() ui.Head {
	h := ui.Head{Crumbs: []string{"Waymark", "Rubric"}}
	if len(s.rows) == 0 {
		return h
	}
	h.Crumbs[1] = s.rubric.Title
	r := s.rows[s.list.Cursor]
	if r.area.ID != "" {
		h.Place = fmt.Sprintf("%d of %d", s.rubric.Index(r.area.ID)+1, len(s.rubric.Areas))
	}
	return h
}

// Status says what the chosen row asks.
func (s *Screen) Status() string {
	switch {
	case s.status != "":
		return s.status
	case len(s.rows) == 0:
		return "Reading the rubric…"
	case s.reading && s.first < s.last:
		return "There is more below. Press Enter or ↓ to read on."
	case s.reading:
		return "That is all of it. Nothing here changes anything."
	}
	r := s.rows[s.list.Cursor]
	switch {
	case r.area.ID != "":
		return r.area.Question
	case r.group.ID != "":
		return r.group.Summary
	}
	return "What it judges, how its levels are meant, and what it does not cover."
}

// Resize takes the body's size.
func (s *Screen) Resize(size layout.Size) { s.size = size }

// Click chooses the row under the mouse; a second click reads it.
func (s *Screen) Click(x, y int) tea.Cmd {
	i := s.list.First() + y - s.top
	if y < s.top || i >= s.list.Last() || s.reading && !s.split() || s.split() && x >= listWidth {
		return nil
	}
	s.reading = i == s.list.Cursor && !s.reading
	if i != s.list.Cursor {
		s.first = 0
	}
	s.list.Cursor = i
	return nil
}

// Wheel moves the cursor, or the text.
func (s *Screen) Wheel(down bool) tea.Cmd {
	by := -1
	if down {
		by = 1
	}
	if s.reading {
		s.scroll(by)
		return nil
	}
	if s.list.Move(by) {
		s.first = 0
	}
	return nil
}

var _ ui.Screen = (*Screen)(nil)
