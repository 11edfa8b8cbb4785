// Package welcome is the first screen a new person sees: what Waymark is for,
// and where to start.
//
// It imports the leaves of ui and waymark/model; never another screen.
package welcome

import (
	tea "charm.land/bubbletea/v2"

	"waymark/ui"
	"waymark/ui/env"
	"waymark/ui/keys"
	"waymark/ui/layout"
	"waymark/ui/nav"
	"waymark/ui/widget"
)

// The choices, in the order they are listed.
const (
	start = iota
	example
	reading
	choices
)

// Screen offers the ways to start.
type Screen struct {
	env     *env.Env
	list    widget.List
	size    layout.Size
	page    *widget.Page
	status  string
	opening bool
}

// opened is the answer to opening the example school.
type opened struct {
	env.Opened
	err error
}

// New opens the page with a self-evaluation of one's own school chosen.
func New(e *env.Env, _ nav.Welcome) *Screen {
	s := &Screen{env: e}
	s.list.Set(choices, choices)
	return s
}

// Init needs nothing.
func (s *Screen) Init() tea.Cmd { return nil }

// Update takes the example school.
func (s *Screen) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case nav.ReturnedMsg:
		s.status = ""
	case opened:
		s.opening = false
		s.env.Nav.Release()
		if msg.err != nil {
			s.status = env.Why(msg.err, "The example school could not be opened. Press Enter to try again.")
			return nil
		}
		s.env.Arrive(msg.Opened, nil)
	}
	return nil
}

// Act carries out one action.
func (s *Screen) Act(p keys.Press) tea.Cmd {
	s.status = ""
	if s.list.Act(p) {
		return nil
	}
	switch p.Action {
	case keys.Enter:
		return s.choose()
	case keys.Level:
		if p.N > choices {
			return nil
		}
		if s.list.Cursor == p.N-1 {
			return s.choose()
		}
		s.list.Cursor = p.N - 1
	}
	return nil
}

func (s *Screen) choose() tea.Cmd {
	switch s.list.Cursor {
	case start:
		s.env.Nav.Push(nav.SchoolName{})
		return nil
	case reading:
		s.env.Nav.Push(nav.Library{})
		return nil
	}
	if s.opening {
		return nil
	}
	s.opening = true
	s.env.Nav.Hold()
	shelf, ctx := s.env.Shelf, s.env.Ctx
	return func() tea.Msg {
		o, err := shelf.Example(ctx)
		return opened{o, err}
	}
}

// Live is what can be done here.
func (s *Screen) Live() []keys.Live {
	enter := [choices]string{start: "start", example: "explore", reading: "read"}[s.list.Cursor]
	live := []keys.Live{{Action: keys.Enter, Words: enter, Footer: true}}
	live = append(live, widget.Moving()...)
	return append(live,
		keys.Live{Action: keys.Display, Words: "display", Footer: true},
		keys.Live{Action: keys.Leave, Words: "leave", Footer: true},
		keys.Live{Action: keys.Level, Shown: "1-3", Words: "choose that row"},
	)
}

// HelpTitle names the screen in the help.
func (s *Screen) HelpTitle() string { return "the first page" }

// Head names the app: there is no school yet.
func (s *Screen) Head() ui.Head { return ui.Head{} }

// Status says how to go on.
func (s *Screen) Status() string {
	if s.status != "" {
		return s.status
	}
	switch s.list.Cursor {
	case reading:
		return "Nothing is judged while you read, and nothing has to be set up first."
	case example:
		return "The example is made up and kept apart. Nothing you do there is lost or sent."
	}
	return "Use the arrow keys to move, then press Enter."
}

// Resize takes the body's size.
func (s *Screen) Resize(size layout.Size) { s.size = size }

// View draws what Waymark is for, and the choices.
func (s *Screen) View() []string {
	p := widget.NewPage(s.env.Theme, s.size.W, s.env.Prefs.Roomy)
	p.Gap()
	p.Heading("Welcome")
	p.Gap()
	p.Prose("Waymark helps you judge how well your school is doing, area by area, and then choose a few priorities to work on next.")
	p.Gap()
	p.Hint("Your work stays on this computer. Every answer is saved as you give it, so you can stop at any time and come back.")
	p.Gap()
	p.Heading("What do you want to do?")
	p.Gap()
	for i, c := range [choices][2]string{
		start:   {"Start a self-evaluation of my school", ""},
		example: {"Explore with an example school", "about 2 minutes"},
		reading: {"Read a rubric first", "what good looks like"},
	} {
		p.Row(i, i == s.list.Cursor, c[0], c[1])
	}
	p.Gap()
	p.Hint("Hard to read? Press d to change colours and spacing. Press ? for help.")
	s.page = p
	return p.Fit(s.size.H)
}

// Click chooses the row under the mouse; a second click opens it.
func (s *Screen) Click(_, y int) tea.Cmd {
	if s.page == nil {
		return nil
	}
	i, ok := s.page.At(y)
	if !ok {
		return nil
	}
	s.status = ""
	if i == s.list.Cursor {
		return s.choose()
	}
	s.list.Cursor = i
	return nil
}

// Wheel moves the cursor.
func (s *Screen) Wheel(down bool) tea.Cmd {
	if down {
		s.list.Move(1)
	} else {
		s.list.Move(-1)
	}
	return nil
}

var _ ui.Screen = (*Screen)(nil)
