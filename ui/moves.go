package ui

import (
	"reflect"
	"slices"

	tea "charm.land/bubbletea/v2"

	"waymark/ui/nav"
)

// move carries out the moves screens asked for, including those that opening
// a screen asks for in turn.
func (a *App) move() tea.Cmd {
	var cmds []tea.Cmd
	for moves := a.env.Nav.Take(); len(moves) > 0; moves = a.env.Nav.Take() {
		for _, m := range moves {
			cmds = append(cmds, a.carryOut(m))
		}
	}
	return tea.Batch(slices.DeleteFunc(cmds, func(c tea.Cmd) bool { return c == nil })...)
}

func (a *App) carryOut(m nav.Move) tea.Cmd {
	switch m.Kind {
	case nav.PushMove:
		return a.push(m.Route)
	case nav.PopMove:
		return a.pop()
	case nav.ReplaceMove:
		a.stack = a.stack[:max(0, len(a.stack)-1)]
		return a.push(m.Route)
	case nav.HomeMove:
		a.stack = nil
		cmd := a.push(nav.Home{})
		if m.Route == nil {
			return cmd
		}
		return tea.Batch(cmd, a.push(m.Route))
	case nav.SayMove:
		a.said = m.Text
	case nav.QuitMove:
		return tea.Quit
	case nav.LeaveMove:
		if any(a.top()) == m.From {
			return a.pop()
		}
	}
	return nil
}

// push opens a place, unless it is already on top.
func (a *App) push(r nav.Route) tea.Cmd {
	s := a.open(r)
	if s == nil {
		return nil
	}
	if top := a.top(); top != nil && alone(r) && reflect.TypeOf(top) == reflect.TypeOf(s) {
		return nil
	}
	a.stack = append(a.shallow(), s)
	s.Resize(a.body())
	return s.Init()
}

// deepest is how many places there are at most, so that a few times Esc always
// reaches the home page however somebody wandered.
const deepest = 5

// shallow makes room for one more place: the oldest above the home page goes,
// unless text is kept in it.
func (a *App) shallow() []Screen {
	for i := 1; len(a.stack) >= deepest && i < len(a.stack); i++ {
		if u, ok := a.stack[i].(Unfinished); ok && u.Drafts() > 0 {
			continue
		}
		return slices.Delete(slices.Clone(a.stack), i, i+1)
	}
	return a.stack
}

// alone reports whether a place makes no sense on top of itself.
func alone(r nav.Route) bool {
	switch r.(type) {
	case nav.Find, nav.Display, nav.SaveProblem, nav.Overview, nav.Priorities, nav.Export:
		return true
	}
	return false
}

// pop goes back one step; from the last place there is nowhere to go back to.
func (a *App) pop() tea.Cmd {
	if len(a.stack) <= 1 {
		return nil
	}
	a.stack = a.stack[:len(a.stack)-1]
	a.top().Resize(a.body())
	return a.top().Update(nav.ReturnedMsg{})
}

// snapshot is where the app was before a key that may turn out to be pasted.
type snapshot struct {
	stack []Screen
	taken int // how many records the book had
}

func (a *App) remember() {
	a.snap = snapshot{stack: slices.Clone(a.stack), taken: a.records()}
}

func (a *App) records() int {
	if a.env.Desk == nil {
		return 0
	}
	return a.env.Desk.Book.Len()
}

// takeBack undoes what the first key of a paste did.
func (a *App) takeBack() {
	a.over = nil
	a.stack = a.snap.stack
	if a.env.Desk != nil && a.records() > a.snap.taken {
		_, _ = a.env.Desk.Undo() // nothing to undo means nothing was done
	}
	if top := a.top(); top != nil {
		top.Resize(a.body())
		_ = top.Update(nav.ReturnedMsg{})
	}
}
