// Package ui is the terminal app. App is the only tea.Model: it routes keys
// and results to a stack of screens and draws the frame around the one on top.
// What a screen shows and does is in its own package below ui/screen.
//
// It imports waymark/model and the leaves of ui; never store, rubrics, report,
// os, net or database/sql. What it needs of them arrives through env.Env.
package ui

import (
	"time"

	tea "charm.land/bubbletea/v2"

	"waymark/ui/env"
	"waymark/ui/guard"
	"waymark/ui/layout"
	"waymark/ui/nav"
	"waymark/ui/overlay"
	"waymark/ui/task"
	"waymark/ui/theme"
)

// App routes and frames, nothing else.
type App struct {
	env   *env.Env
	open  Open
	stack []Screen
	guard *guard.Guard[tea.KeyPressMsg]

	over    overlay.Overlay // drawn above the screen; nil for none
	said    string          // a sentence for the status line until the next key
	snap    snapshot        // what the first key of a run may have changed
	waiting []tea.KeyPressMsg
	breaks  bool // Ctrl+C was pressed once
	trouble bool // the save problem has been shown for the present trouble
	sized   bool
	first   nav.Route
	theme   theme.Options
}

// New returns the app at its first place.
func New(e *env.Env, open Open, first nav.Route) *App {
	started := e.Started
	if started.IsZero() {
		started = e.Clock()
	}
	a := &App{env: e, open: open, first: first, guard: guard.New[tea.KeyPressMsg](started)}
	a.theme = theme.Options{Mode: e.Prefs.Colours, Plain: e.Prefs.Plain}
	if e.Theme != nil {
		a.theme = e.Theme.Options
	}
	a.restyle()
	return a
}

// Init asks the terminal for its background, once, and starts listening for
// saves. Nothing waits for an answer.
func (a *App) Init() tea.Cmd {
	a.guard.Queried(a.env.Clock())
	if a.env.Asked {
		return a.listen()
	}
	return tea.Batch(tea.RequestBackgroundColor, a.listen())
}

// listen waits for the next change of how saving stands.
func (a *App) listen() tea.Cmd {
	saver := a.env.Saver
	if saver == nil {
		return nil
	}
	return func() tea.Msg {
		changed, more := saver.Next()
		return savedMsg{changed, saver, more}
	}
}

// savedMsg carries the saver it came from: one that has been replaced is
// listened to no longer.
type savedMsg struct {
	task.Changed
	from env.Saving
	more bool
}

// settleMsg asks the guard whether a run of quick keys is over.
type settleMsg struct{ wait int }

// Update routes one message. Results of commands go to every screen of the
// stack; each screen's message types are its own, so each has one reader.
func (a *App) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	before := a.env.Saver
	cmd := a.route(msg)
	if moved := a.move(); moved != nil {
		cmd = tea.Batch(cmd, moved)
	}
	if p := a.env.Prefs; p.Colours != a.theme.Mode || p.Plain != a.theme.Plain {
		a.theme.Mode, a.theme.Plain = p.Colours, p.Plain
		a.restyle()
	}
	if a.env.Saver != before {
		a.trouble = false
		cmd = tea.Batch(cmd, a.listen())
	}
	return a, cmd
}

func (a *App) route(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case tea.WindowSizeMsg:
		return a.resize(msg)
	case tea.BackgroundColorMsg:
		a.theme.Known, a.theme.Dark = true, msg.IsDark()
		a.restyle()
		return nil
	case tea.ColorProfileMsg:
		a.theme.Depth = depth(msg)
		a.restyle()
		return nil
	case tea.KeyPressMsg:
		return a.key(msg)
	case settleMsg:
		return a.verdict(a.guard.Settle(msg.wait))
	case tea.PasteMsg:
		return a.paste(msg.Content)
	case tea.MouseClickMsg:
		return a.click(msg)
	case tea.MouseWheelMsg:
		return a.wheel(msg)
	case savedMsg:
		return a.saved(msg)
	}
	return a.results(msg)
}

// results hands a command's message to the screens, then lets keys through
// that waited for it.
func (a *App) results(msg tea.Msg) tea.Cmd {
	var cmds []tea.Cmd
	for _, s := range a.stack {
		cmds = append(cmds, s.Update(msg))
	}
	if moved := a.move(); moved != nil {
		cmds = append(cmds, moved)
	}
	return tea.Batch(append(cmds, a.catchUp())...)
}

// catchUp handles the keys that were held while the next place was decided.
func (a *App) catchUp() tea.Cmd {
	var cmds []tea.Cmd
	for len(a.waiting) > 0 && !a.env.Nav.Held() {
		k := a.waiting[0]
		a.waiting = a.waiting[1:]
		cmds = append(cmds, a.press(k), a.move())
	}
	return tea.Batch(cmds...)
}

func (a *App) resize(msg tea.WindowSizeMsg) tea.Cmd {
	w, h := layout.Clamp(msg.Width, msg.Height)
	a.env.Window = layout.Size{W: w, H: h}
	for _, s := range a.stack {
		s.Resize(a.body())
	}
	if a.over != nil {
		a.over.Resize(a.body())
	}
	if a.sized {
		return nil
	}
	a.sized = true
	return a.start()
}

// start opens the first place once there is a size to draw it in.
func (a *App) start() tea.Cmd {
	a.env.Nav.Home(nil)
	switch a.first.(type) {
	case nav.Home:
	default:
		a.env.Nav.Take()
		a.env.Nav.Push(a.first)
	}
	return a.move()
}

// saved notes how saving stands. The first failure of a run of failures opens
// the page that says so.
func (a *App) saved(msg savedMsg) tea.Cmd {
	if msg.from != a.env.Saver {
		return nil
	}
	switch {
	case msg.State.Err == nil:
		a.trouble = false
	case !a.trouble && a.env.Clock().Sub(msg.State.Since) >= 0:
		a.trouble = true
		a.env.Nav.Push(nav.SaveProblem{})
	}
	cmd := a.results(msg.Changed)
	if !msg.more {
		return cmd
	}
	return tea.Batch(cmd, a.listen())
}

func (a *App) top() Screen {
	if len(a.stack) == 0 {
		return nil
	}
	return a.stack[len(a.stack)-1]
}

func (a *App) takesText() bool {
	t, ok := a.top().(Texting)
	return ok && t.TakesText()
}

func (a *App) after(d time.Duration, msg tea.Msg) tea.Cmd {
	return tea.Tick(d, func(time.Time) tea.Msg { return msg })
}
