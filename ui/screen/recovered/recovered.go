// Package recovered is the screen that says what was brought back after
// Waymark stopped before it could close: levels, notes, and words that were
// being typed.
//
// It imports the leaves of ui and waymark/model; never another screen.
package recovered

import (
	"fmt"

	tea "charm.land/bubbletea/v2"

	"waymark/model"
	"waymark/ui"
	"waymark/ui/env"
	"waymark/ui/keys"
	"waymark/ui/layout"
	"waymark/ui/nav"
	"waymark/ui/widget"
)

// Screen lists what was brought back and offers three ways on.
type Screen struct {
	env    *env.Env
	list   widget.List
	ways   []way
	found  found
	looked int // how many of found.places have been looked at
	status string
	size   layout.Size
	at     int // the body line of the first way, as last drawn
}

// way is one choice.
type way struct {
	words string
	take  func()
}

// New opens the screen on what env brought back.
func New(e *env.Env, _ nav.Recovered) *Screen {
	s := &Screen{env: e, found: find(e)}
	s.refresh()
	return s
}

// refresh offers the ways that lead somewhere now.
func (s *Screen) refresh() {
	s.ways = nil
	if where, words := s.where(); words != "" {
		s.ways = append(s.ways, way{"Carry on where I was: " + words, where})
	}
	if n := len(s.found.places); n > 0 {
		words := "Look at these one by one"
		if s.looked > 0 {
			words = fmt.Sprintf("Look at the next one, %d of %d", s.looked+1, n)
		}
		s.ways = append(s.ways, way{words, s.look})
	}
	s.ways = append(s.ways, way{"Go to the home page", func() { s.env.Nav.Home(nil) }})
	s.list.Set(len(s.ways), len(s.ways))
}

// where goes on at the newest of what was brought back, and says where that is.
func (s *Screen) where() (goes func(), words string) {
	d := s.env.Desk
	if d == nil {
		return nil, ""
	}
	newest := s.found.newest
	a, known := d.Book.Rubric().Area(newest.area)
	switch {
	case newest.draft && newest.words != "":
		return func() {
			s.env.Nav.Home(nil)
			s.env.Nav.Push(newest.route)
		}, newest.words
	case newest.draft && known:
		return func() {
			s.env.Nav.Home(nav.Judge{Area: a.ID})
			s.env.Nav.Push(newest.route)
		}, "a note on " + a.Name()
	case newest.draft:
		return func() {
			s.env.Nav.Home(nil)
			s.env.Nav.Push(newest.route)
		}, "a note"
	case known:
		return func() { s.env.Nav.Home(nav.Judge{Area: a.ID}) }, a.Name()
	}
	return nil, ""
}

// look opens the next of what was brought back; Esc there leads back here.
func (s *Screen) look() {
	s.env.Nav.Push(s.found.places[s.looked])
	s.looked++
}

// Init needs nothing.
func (s *Screen) Init() tea.Cmd { return nil }

// Update counts what has been looked at.
func (s *Screen) Update(msg tea.Msg) tea.Cmd {
	if _, back := msg.(nav.ReturnedMsg); !back {
		return nil
	}
	s.status = ""
	if s.looked >= len(s.found.places) && s.looked > 0 {
		s.looked = 0
		s.status = "That was the last of them. Everything is kept."
	}
	s.refresh()
	return nil
}

// Act carries out one action.
func (s *Screen) Act(p keys.Press) tea.Cmd {
	switch p.Action {
	case keys.Enter:
		s.take(s.list.Cursor)
	case keys.Level:
		s.take(p.N - 1)
	case keys.Back:
		s.env.Nav.Home(nil)
	default:
		s.list.Act(p)
	}
	return nil
}

func (s *Screen) take(i int) {
	if i >= 0 && i < len(s.ways) {
		s.list.Cursor = i
		s.ways[i].take()
	}
}

// Live is what can be done here.
func (s *Screen) Live() []keys.Live {
	live := append([]keys.Live{{Action: keys.Enter, Words: "choose", Footer: true}}, widget.Moving()...)
	return append(live,
		keys.Live{Action: keys.Level, Shown: fmt.Sprintf("1-%d", len(s.ways)), Words: "choose"},
		keys.Live{Action: keys.Back, Words: "home page", Footer: true})
}

// HelpTitle names the screen in the help.
func (s *Screen) HelpTitle() string { return "work that was kept" }

// Head names the school.
func (s *Screen) Head() ui.Head {
	if s.env.Desk == nil {
		return ui.Head{Crumbs: []string{"Waymark"}}
	}
	return ui.Head{Crumbs: []string{s.env.Desk.Book.School().Name}}
}

// Status says that nobody is told.
func (s *Screen) Status() string {
	if s.status != "" {
		return s.status
	}
	return "This happened on this computer only. No report is sent unless you choose to."
}

// Area is where work was going on, for what is pasted here.
func (s *Screen) Area() model.AreaID { return s.found.newest.area }

// Click chooses the way under the mouse; a second click takes it.
func (s *Screen) Click(_, y int) tea.Cmd {
	i := y - s.at
	if i < 0 || i >= len(s.ways) {
		return nil
	}
	if i == s.list.Cursor {
		s.take(i)
	}
	s.list.Cursor = i
	return nil
}

// Wheel moves over the ways.
func (s *Screen) Wheel(down bool) tea.Cmd {
	by := -1
	if down {
		by = 1
	}
	s.list.Move(by)
	return nil
}

var (
	_ ui.Screen   = (*Screen)(nil)
	_ ui.Clicking = (*Screen)(nil)
)
