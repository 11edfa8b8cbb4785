// Package display is the screen on which colours, spacing, lines and the mouse
// are chosen. What is chosen shows at once; Enter keeps it.
//
// It imports the leaves of ui; never another screen.
package display

import (
	"fmt"
	"slices"

	tea "charm.land/bubbletea/v2"

	"waymark/ui"
	"waymark/ui/env"
	"waymark/ui/keys"
	"waymark/ui/layout"
	"waymark/ui/nav"
	"waymark/ui/theme"
)

// Screen is a few rows of choices and a sample of what they do.
type Screen struct {
	env    *env.Env
	before env.Prefs // how it was
	rows   []row
	cursor int
	status string
	size   layout.Size
	zones  []zone
}

// row is one thing to choose.
type row struct {
	label   string
	hint    string
	options []string
	get     func(env.Prefs) int
	set     func(*env.Prefs, int)
}

// zone is where an option can be clicked.
type zone struct{ x, y, w, row, option int }

// modes are the colours in the order they are offered.
func modes() []theme.Mode {
	return []theme.Mode{theme.Match, theme.Light, theme.Dark, theme.High, theme.None}
}

// New opens the screen on how things are.
func New(e *env.Env, _ nav.Display) *Screen {
	return &Screen{env: e, before: e.Prefs, rows: []row{
		{
			"Colours", "",
			[]string{"Match my window", "Light", "Dark", "High contrast", "None"},
			func(p env.Prefs) int { return max(0, slices.Index(modes(), p.Colours)) },
			func(p *env.Prefs, i int) { p.Colours = modes()[i] },
		},
		onOff("Spacing", "more space between lines", "Normal", "Roomy", func(p *env.Prefs) *bool { return &p.Roomy }),
		onOff("Lines", "if boxes look broken", "Drawn", "Plain (- | +)", func(p *env.Prefs) *bool { return &p.Plain }),
		onOff("Mouse", "off lets you drag to select text", "On", "Off", func(p *env.Prefs) *bool { return &p.NoMouse }),
	}}
}

// onOff is a row of two options, of which the second sets a field.
func onOff(label, hint, no, yes string, field func(*env.Prefs) *bool) row {
	return row{
		label, hint,
		[]string{no, yes},
		func(p env.Prefs) int {
			if *field(&p) {
				return 1
			}
			return 0
		},
		func(p *env.Prefs, i int) { *field(p) = i == 1 },
	}
}

// Init needs nothing.
func (s *Screen) Init() tea.Cmd { return nil }

// kept is the answer to keeping the choices.
type kept struct{ err error }

// Update goes back once the choices are kept.
func (s *Screen) Update(msg tea.Msg) tea.Cmd {
	k, ok := msg.(kept)
	if !ok {
		return nil
	}
	s.env.Nav.Release()
	s.env.Nav.Leave(s)
	if k.err != nil {
		s.env.Nav.Say("It stays like this until you leave. It could not be kept for next time.")
		return nil
	}
	s.env.Nav.Say("Kept. Press d at any time to change it.")
	return nil
}

// Act carries out one action.
func (s *Screen) Act(p keys.Press) tea.Cmd {
	s.status = ""
	switch p.Action {
	case keys.Up:
		s.cursor = max(0, s.cursor-1)
	case keys.Down:
		s.cursor = min(len(s.rows)-1, s.cursor+1)
	case keys.Left:
		s.turn(-1)
	case keys.Right, keys.Tick:
		s.turn(1)
	case keys.Level:
		s.option(s.cursor, p.N-1)
	case keys.Enter:
		return s.keep()
	case keys.Back:
		s.env.Prefs = s.before
		s.env.Nav.Pop()
	}
	return nil
}

// turn goes to the next option of the row, round to the first.
func (s *Screen) turn(by int) {
	r := s.rows[s.cursor]
	n := len(r.options)
	s.option(s.cursor, (r.get(s.env.Prefs)+by+n)%n)
}

// option chooses one, and shows it at once.
func (s *Screen) option(row, i int) {
	r := s.rows[row]
	if i >= len(r.options) {
		s.status = fmt.Sprintf("Press a number from 1 to %d.", len(r.options))
		return
	}
	r.set(&s.env.Prefs, i)
}

// keep remembers the choices for next time.
func (s *Screen) keep() tea.Cmd {
	if s.env.Prefs.Same(s.before) || s.env.Keep == nil {
		s.env.Nav.Pop()
		return nil
	}
	s.env.Nav.Hold()
	remember, prefs := s.env.Keep, s.env.Prefs
	return func() tea.Msg { return kept{remember(prefs)} }
}

// Live is what can be done here.
func (s *Screen) Live() []keys.Live {
	return []keys.Live{
		{Action: keys.Enter, Words: "keep", Footer: true},
		{Action: keys.Left, Shown: "←→", Words: "change", Footer: true},
		{Action: keys.Right},
		{Action: keys.Up, Shown: "↑↓", Words: "move", Footer: true},
		{Action: keys.Down},
		{Action: keys.Back, Words: "go back to how it was", Footer: true},
		{Action: keys.Level, Shown: fmt.Sprintf("1-%d", len(s.rows[s.cursor].options)), Words: "choose in this row"},
		{Action: keys.Tick, Words: "change"},
	}
}

// HelpTitle names the screen in the help.
func (s *Screen) HelpTitle() string { return "text and colours" }

// Head names the screen.
func (s *Screen) Head() ui.Head { return ui.Head{Crumbs: []string{"Waymark", "Text and colours"}} }

// Status says what this screen cannot do but the terminal can.
func (s *Screen) Status() string {
	switch {
	case s.status != "":
		return s.status
	case s.cursor == 0 && s.env.Theme.Options.Depth >= theme.Colours16 && s.env.Prefs.Colours != theme.None:
		return "This window shows few colours or none. Bold and reverse stand in for them."
	}
	return "Bigger letters: Ctrl and + in Windows Terminal, Cmd and + on a Mac."
}

var (
	_ ui.Screen   = (*Screen)(nil)
	_ ui.Clicking = (*Screen)(nil)
)
