// Package lean tells a reviewer, and nobody else, how their own levels lie
// beside those of the others who judged the same areas. It is there to calibrate
// by: it passes no judgement, tells nothing of anybody else, and nothing of an
// area that the reviewer has still to judge.
//
// It imports the leaves of ui, waymark/model and model/visit; never another
// screen.
package lean

import (
	tea "charm.land/bubbletea/v2"

	"waymark/model/visit"
	"waymark/ui"
	"waymark/ui/env"
	"waymark/ui/keys"
	"waymark/ui/layout"
	"waymark/ui/nav"
	"waymark/ui/widget"
)

// Screen shows one person's lean.
type Screen struct {
	env    *env.Env
	own    visit.RaterLean
	on     bool // a visit is in progress
	failed bool // it could not be worked out
	scroll widget.List
	over   int // how many lines there is no room for, as last drawn
	size   layout.Size
}

// New works it out for whoever is at the desk.
func New(e *env.Env, _ nav.Lean) *Screen {
	s := &Screen{env: e}
	s.refresh()
	return s
}

func (s *Screen) refresh() {
	v, on := s.env.Visit()
	if s.on = on; !on {
		return
	}
	var err error
	s.own, err = visit.LeanOf(s.env.Desk.Book, v, s.env.Desk.Voice)
	s.failed = err != nil
}

// Init does nothing: everything is at hand.
func (s *Screen) Init() tea.Cmd { return nil }

// Update works it out again on return and after an undo.
func (s *Screen) Update(msg tea.Msg) tea.Cmd {
	switch msg.(type) {
	case nav.ReturnedMsg, nav.UndoneMsg:
		s.refresh()
	}
	return nil
}

// Resize takes the body's size.
func (s *Screen) Resize(size layout.Size) {
	s.size = size
	s.over = max(0, len(s.lines())-size.H)
}

// Live is what can be done now.
func (s *Screen) Live() []keys.Live {
	back := keys.Live{Action: keys.Back, Words: "back", Footer: true}
	if !s.on {
		return []keys.Live{{Action: keys.Enter, Words: "see the visits", Footer: true}, back}
	}
	live := []keys.Live{{Action: keys.Enter, Words: "try your eye", Long: "try your eye on this rubric: nothing is recorded", Footer: true}}
	if s.over > 0 {
		for _, l := range widget.Moving() {
			if l.Action == keys.Up {
				l.Words = "scroll"
			}
			live = append(live, l)
		}
	}
	return append(live, back)
}

// Act carries out one action.
func (s *Screen) Act(p keys.Press) tea.Cmd {
	switch {
	case p.Action == keys.Back:
		s.env.Nav.Pop()
	case p.Action == keys.Enter && !s.on:
		s.env.Nav.Push(nav.Visits{})
	case p.Action == keys.Enter:
		s.env.Nav.Push(nav.Calibrate{Rubric: s.env.Desk.Book.Evaluation().Rubric})
	default:
		s.scroll.Act(p)
	}
	return nil
}

// Head is where this belongs.
func (s *Screen) Head() ui.Head {
	return ui.Head{Crumbs: []string{"Visit", "How my levels lean"}, Place: "For you alone"}
}

// HelpTitle names the screen in the help.
func (s *Screen) HelpTitle() string { return "how your levels lean" }

// Status says whom it is for, and where Enter leads.
func (s *Screen) Status() string {
	switch {
	case !s.on:
		return "No visit is open here. Press Enter to see the visits."
	case s.failed:
		return "Nothing has changed. Esc goes back."
	}
	return "Enter lets you try your eye on this rubric. Nothing there is recorded."
}

// Click does nothing here: there is nothing to choose.
func (s *Screen) Click(_, _ int) tea.Cmd { return nil }

// Wheel scrolls.
func (s *Screen) Wheel(down bool) tea.Cmd {
	by := -1
	if down {
		by = 1
	}
	s.scroll.Move(by)
	return nil
}

var (
	_ ui.Screen   = (*Screen)(nil)
	_ ui.Clicking = (*Screen)(nil)
)
