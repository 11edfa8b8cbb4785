// Package check lists every judgement before an evaluation is finished, with
// what still needs somebody at the top. Changing one brings you back here.
//
// It imports the leaves of ui and waymark/model; never another screen.
package check

import (
	"cmp"
	"errors"
	"fmt"
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
	"waymark/ui/widget"
)

// Screen is the list and, after it, the one button.
type Screen struct {
	env      *env.Env
	areas    []model.Area
	problems []model.Problem
	list     widget.List
	finish   bool // the button has the focus
	order    int
	size     layout.Size
	status   string
	top      int // body line of the first row, as last drawn
}

// orders are the ways the list can be sorted, in words.
func orders() []string {
	return []string{"in rubric order", "what needs you first", "least sure first", "fewest notes first"}
}

// New opens the list at the first problem.
func New(e *env.Env, _ nav.Check) *Screen {
	s := &Screen{env: e}
	s.refresh()
	if len(s.problems) > 0 {
		s.list.Cursor = s.index(s.problems[0].Area)
	}
	return s
}

func (s *Screen) book() *model.Book { return s.env.Desk.Book }

// refresh reads the book again and keeps the cursor on its area.
func (s *Screen) refresh() {
	at := s.Area()
	s.problems = s.book().Problems()
	s.areas = slices.Clone(s.book().Rubric().Areas)
	switch s.order {
	case 1:
		s.sort(func(a model.Area) int { return -b2i(s.problem(a.ID)) })
	case 2:
		s.sort(func(a model.Area) int { return s.sureness(a.ID) })
	case 3:
		s.sort(func(a model.Area) int { return len(s.book().Evaluation().Area(a.ID).Notes) })
	}
	s.list.Set(len(s.areas), s.list.Height)
	if at != "" {
		s.list.Cursor = s.index(at)
	}
}

func (s *Screen) sort(key func(model.Area) int) {
	arrange.By(s.areas, func(a, b model.Area) int { return cmp.Compare(key(a), key(b)) })
}

func (s *Screen) index(id model.AreaID) int {
	return max(0, slices.IndexFunc(s.areas, func(a model.Area) bool { return a.ID == id }))
}

func (s *Screen) problem(id model.AreaID) bool {
	return slices.ContainsFunc(s.problems, func(p model.Problem) bool { return p.Area == id })
}

// sureness orders low confidence before medium before high, and what has no
// level at all before everything.
func (s *Screen) sureness(id model.AreaID) int {
	j, ok := s.book().Evaluation().Area(id).SchoolSays(s.env.Desk.Voice.Person)
	if !ok {
		return 0
	}
	return map[model.Confidence]int{model.Low: 1, model.Medium: 2, model.High: 3, "": 4}[j.Confidence]
}

// Area is the area under the cursor.
func (s *Screen) Area() model.AreaID {
	if s.list.Cursor < len(s.areas) {
		return s.areas[s.list.Cursor].ID
	}
	return ""
}

// Init needs nothing.
func (s *Screen) Init() tea.Cmd { return nil }

// Update reads the book again when the screen is on top again.
func (s *Screen) Update(msg tea.Msg) tea.Cmd {
	if _, back := msg.(nav.ReturnedMsg); back {
		s.status = ""
		s.refresh()
	}
	return nil
}

// Act carries out one action.
func (s *Screen) Act(p keys.Press) tea.Cmd {
	switch {
	case p.Action == keys.NextPart || p.Action == keys.PartBefore:
		s.finish = !s.finish
		return nil
	case s.finish && p.Action == keys.Up:
		s.finish = false
		return nil
	case p.Action == keys.Down && s.list.Cursor == len(s.areas)-1:
		s.finish = true
		return nil
	case s.list.Act(p):
		s.finish = false
		return nil
	}
	s.status = ""
	switch p.Action {
	case keys.Enter:
		s.enter()
	case keys.Before:
		s.jump(-1)
	case keys.After:
		s.jump(1)
	case keys.Order:
		s.order = (s.order + 1) % len(orders())
		s.refresh()
		s.status = "Sorted " + orders()[s.order] + "."
	case keys.Note:
		s.env.Nav.Push(nav.Note{Area: s.Area()})
	case keys.Finish:
		s.end()
	}
	return nil
}

func (s *Screen) enter() {
	if s.finish {
		s.end()
		return
	}
	s.env.Nav.Push(nav.Judge{Area: s.Area(), Once: true})
}

// end finishes, or says what is missing and goes there.
func (s *Screen) end() {
	err := s.env.Desk.Do(s.book().Finish())
	var missing *model.IncompleteError
	switch {
	case err == nil, errors.Is(err, model.ErrNothing):
		s.env.Nav.Home(nav.Done{})
	case errors.As(err, &missing):
		s.finish = false
		s.list.Cursor = s.index(missing.Problems[0].Area)
		s.status = things(len(missing.Problems)) + " you before you finish. Nothing has been lost."
	case errors.Is(err, desk.ErrReadOnly):
		s.status = "This was opened to read only. Nothing has changed."
	default:
		s.status = "It could not be finished. Your work is safe. Try again."
	}
}

// jump goes to the problem before or after, round the list.
func (s *Screen) jump(by int) {
	n := len(s.areas)
	for i := 1; i <= n; i++ {
		at := ((s.list.Cursor+by*i)%n + n) % n
		if s.problem(s.areas[at].ID) {
			s.list.Cursor, s.finish = at, false
			return
		}
	}
	s.status = "There are no problems. Press Tab, then Enter, to finish."
}

// Live is what can be done here.
func (s *Screen) Live() []keys.Live {
	enter := "change"
	if s.finish {
		enter = "finish"
	}
	live := []keys.Live{{Action: keys.Enter, Words: enter, Footer: true}}
	if len(s.problems) > 0 {
		live = append(live, keys.Live{Action: keys.Before, Shown: "[ ]", Words: "problems", Footer: true}, keys.Live{Action: keys.After, Words: "the problem after"})
	}
	live = append(live,
		keys.Live{Action: keys.NextPart, Words: tabWords(s.finish), Footer: true},
		keys.Live{Action: keys.PartBefore, Words: tabWords(s.finish)},
		keys.Live{Action: keys.Order, Words: "order", Footer: true},
		keys.Live{Action: keys.Note, Words: "add a note to this area"},
		keys.Live{Action: keys.Finish, Words: "Finish this self-evaluation"},
	)
	return append(live, widget.Moving()...)
}

func tabWords(finish bool) string {
	if finish {
		return "list"
	}
	return "finish"
}

// HelpTitle names the screen in the help.
func (s *Screen) HelpTitle() string { return "checking your judgements" }

// Head names the school and the evaluation.
func (s *Screen) Head() ui.Head {
	return ui.Head{Crumbs: []string{s.book().School().Name, s.book().Evaluation().Title, "Check"}}
}

// Status says which part of the list is showing.
func (s *Screen) Status() string {
	switch {
	case s.status != "":
		return s.status
	case s.finish:
		return "Press Enter to finish. You can still change any judgement afterwards."
	case len(s.areas) == 0:
		return ""
	}
	first, last := s.list.First(), max(s.list.First(), s.list.Last()-1)
	return fmt.Sprintf("Showing %s to %s, %s. Enter changes a row and brings you back.", s.areas[first].ID, s.areas[last].ID, orders()[s.order])
}

func things(n int) string {
	if n == 1 {
		return "1 thing needs"
	}
	return fmt.Sprintf("%d things need", n)
}

func b2i(b bool) int {
	if b {
		return 1
	}
	return 0
}

var _ ui.Screen = (*Screen)(nil)
