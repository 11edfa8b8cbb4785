package main

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"os"
	"runtime/debug"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"
	"github.com/charmbracelet/x/term"

	"waymark/model"
	"waymark/store"
	"waymark/ui"
	"waymark/ui/env"
	"waymark/ui/layout"
	"waymark/ui/nav"
	"waymark/ui/task"
	"waymark/ui/theme"
)

// app is one run of the terminal app.
type app struct {
	ws      *workspace
	shelf   *shelf
	files   *files
	savings *savings
	env     *env.Env
	found   found
}

// runApp opens the terminal app on ws, at first or where work goes on when it
// is nil. It returns once everything is saved and the terminal is given back.
func runApp(ctx context.Context, ws *workspace, first nav.Route) error {
	debug.SetTraceback("none") // a stack may hold somebody's words
	for _, name := range []string{"TEA_DEBUG", "TEA_TRACE"} {
		if err := os.Unsetenv(name); err != nil { // both write what is typed into files
			return fmt.Errorf("start: %w", err)
		}
	}
	a := newApp(ctx, ws)
	shield := &shield{begin: func() (tea.Model, error) {
		tidyNotes(ws.paths.state, a.env.Clock())
		route, err := a.open(ctx, first)
		if err != nil {
			return nil, err
		}
		return breakable(ui.New(a.env, opener(a.env), route)), nil
	}}
	shield.first, shield.last.AltScreen = a.askGround, true
	program := tea.NewProgram(shield, a.options(ctx)...)
	a.files.send = program.Send
	stop := watch(program)
	shield.ask = stop.ask
	before := terminalState(ws)
	_, ran := program.Run()
	shield.end()
	stop.end()
	if ran != nil {
		giveBack(ws, before)
	}
	saved := a.lastSaved()
	orderly := stop.signal() == 0 && ran == nil && !shield.fallen()
	closed := a.close(ctx, orderly)
	if orderly && closed == nil {
		closed = ws.dailyCopy(ctx, saved)
	}
	if shield.failed != nil {
		return errors.Join(shield.failed, closed)
	}
	return outcome(shield.report(ws.paths.state, saved, a.env.Clock()), closed, stop.signal(), ran)
}

// askGround asks a terminal for its background before anything is drawn, while
// the database is opened: asked later, the answer would cost a second frame.
func (a *app) askGround() {
	out, ok := a.ws.out.(*os.File)
	if !ok || !isTerminal(out) {
		return
	}
	_, err := out.WriteString(ansi.RequestBackgroundColor)
	a.env.Asked = err == nil
}

// outcome is how the run ended, the most telling first.
func outcome(crash, closed error, signal int, ran error) error {
	switch {
	case crash != nil:
		return crash
	case closed != nil:
		return closed
	case signal > 0:
		return &silent{128 + signal}
	case ran != nil && !errors.Is(ran, tea.ErrProgramKilled):
		return fmt.Errorf("open the app: %w", ran)
	case ran != nil:
		return &silent{128 + hangup} // the terminal has gone
	}
	return nil
}

func newApp(ctx context.Context, ws *workspace) *app {
	ws.clock = moving(ws)
	a := &app{ws: ws, savings: &savings{clock: ws.clock, parked: map[model.EventID]bool{}}}
	a.shelf = &shelf{own: ws, savings: a.savings}
	a.files = &files{ctx: ctx, ws: ws, shelf: a.shelf, getenv: os.Getenv}
	a.env = &env.Env{
		Nav: &nav.Moves{}, Ctx: ctx, Clock: ws.clock, NewID: ws.newID, Shelf: a.shelf, Files: a.files,
		Started: ws.clock(), Prefs: ws.settings().Display, Keep: a.keep, Tips: tips(ws.settings().Tips),
		Vocabulary: ws.paths.vocabularyHere(),
	}
	a.env.KeepVisiting = a.keepVisiting
	a.env.Wait = wait
	if first(ws.flags.colour, os.Getenv("WAYMARK_COLOUR")) == "never" {
		a.env.Prefs.Colours = theme.None
	}
	if a.env.Prefs.Colours == "" {
		a.env.Prefs.Colours = theme.Match
	}
	return a
}

// wait makes a message come back after a while.
func wait(d time.Duration, msg tea.Msg) tea.Cmd {
	return tea.Tick(d, func(time.Time) tea.Msg { return msg })
}

// tips copies what was shown before, so that showing another changes no
// settings that somebody else holds.
func tips(shown map[string]bool) map[string]bool {
	own := map[string]bool{}
	maps.Copy(own, shown)
	return own
}

// moving is the clock of a run. One that --now has set goes on from there: the
// guards against pasting and holding a key need time to pass.
func moving(ws *workspace) func() time.Time {
	if ws.flags.now == "" {
		return ws.clock
	}
	began, start := time.Now(), ws.clock()
	return func() time.Time { return start.Add(time.Since(began)) }
}

// keepVisiting remembers the visit in progress in an evaluation, or that there
// is none.
func (a *app) keepVisiting(id model.EvaluationID, v env.Visiting) error {
	a.shelf.mu.Lock()
	defer a.shelf.mu.Unlock()
	return a.ws.remember(func(s *settings) {
		if s.Visits == nil {
			s.Visits = map[model.EvaluationID]env.Visiting{}
		}
		if delete(s.Visits, id); v.Visit != "" {
			s.Visits[id] = v
		}
	})
}

// keep remembers the choices of the display screen.
func (a *app) keep(p env.Prefs) error {
	a.shelf.mu.Lock()
	defer a.shelf.mu.Unlock()
	return a.ws.remember(func(s *settings) { s.Display = p })
}

// open opens what work goes on with and says where the app starts.
func (a *app) open(ctx context.Context, first nav.Route) (nav.Route, error) {
	if a.ws.store == nil {
		if err := a.ws.open(ctx, store.Options{Create: true}); err != nil {
			a.env.Trouble = a.ws.trouble(err)
			a.env.Drafts = a.ws.journal(found{})
			return nav.OpenProblem{}, nil
		}
	}
	school, id, err := a.ws.lastUsed(ctx)
	if err != nil {
		return nil, err
	}
	a.ws.prepare(ctx, school, id)
	if err := a.lookBack(ctx, &school, &id); err != nil {
		return nil, err
	}
	if id == "" {
		if a.ws.flags.school != "" || a.ws.flags.year != "" {
			return nil, notFound("evaluation_not_found", "See what there is with: waymark assess list", nil, "There is no such school or year here.")
		}
		return nav.Welcome{}, nil
	}
	o, err := a.shelf.Open(ctx, school, id)
	if err != nil {
		return nil, err
	}
	a.env.Take(o)
	switch {
	case first != nil:
		return first, nil
	case a.found.brought != nil && a.found.unclean:
		return nav.Recovered{}, nil
	}
	return nav.Home{}, nil
}

// lookBack finds what an earlier run left. Work goes on where its newest draft
// is.
func (a *app) lookBack(ctx context.Context, school *model.SchoolID, id *model.EvaluationID) error {
	entries, err := a.shelf.Schools(ctx)
	if err != nil {
		return err
	}
	homes := map[model.EvaluationID]model.SchoolID{}
	for _, e := range entries {
		for _, m := range e.Summaries {
			if !m.Removed {
				homes[m.ID] = e.ID
			}
		}
	}
	a.found = a.ws.lookBack(ctx, func(id model.EvaluationID) bool { return homes[id] != "" })
	a.env.Brought = a.found.brought
	a.env.Drafts = a.ws.journal(a.found)
	if b := a.found.brought; b != nil && len(b.Drafts) > 0 && a.found.unclean {
		*school, *id = homes[b.Drafts[0].Evaluation], b.Drafts[0].Evaluation
	}
	if a.ws.drafts != nil {
		_ = a.ws.drafts.Started(ctx, os.Getpid(), a.env.Clock()) // without it only screen 26 is missed
	}
	return nil
}

// options are how the program runs. Signals are ours, and sizes are brought
// within reason before the renderer sees them: it sets aside memory for every
// cell a terminal announces.
func (a *app) options(ctx context.Context) []tea.ProgramOption {
	options := []tea.ProgramOption{
		tea.WithContext(ctx), tea.WithoutSignalHandler(), tea.WithFilter(filter),
		tea.WithInput(a.ws.in),
	}
	out, ok := a.ws.out.(*os.File)
	if !ok {
		return append(options, tea.WithOutput(a.ws.out))
	}
	w, h, err := term.GetSize(out.Fd())
	cw, ch := layout.Clamp(w, h)
	if err != nil || w == cw && h == ch {
		return append(options, tea.WithOutput(out))
	}
	return append(options, tea.WithOutput(plainWriter{out}), tea.WithWindowSize(cw, ch),
		tea.WithColorProfile(colorprofile.Detect(out, os.Environ())))
}

// plainWriter hides that it is a terminal, whose announced size would be used.
type plainWriter struct{ out *os.File }

// Write writes.
func (w plainWriter) Write(p []byte) (int, error) { return w.out.Write(p) }

func filter(_ tea.Model, msg tea.Msg) tea.Msg {
	switch msg := msg.(type) {
	case tea.WindowSizeMsg:
		msg.Width, msg.Height = layout.Clamp(msg.Width, msg.Height)
		return msg
	case tea.SuspendMsg:
		return tea.ResumeMsg{}
	}
	return msg
}

// lastSaved is when a change was saved last.
func (a *app) lastSaved() time.Time {
	if a.env.Saver == nil {
		return time.Time{}
	}
	return a.env.Saver.State().Saved
}

// close saves what is left and ends everything that was started. After an
// orderly end nothing is told at the next start, unless text was left behind.
func (a *app) close(ctx context.Context, orderly bool) error {
	err := a.savings.drain()
	if a.env.Drafts != nil {
		a.env.Drafts.Close()
	}
	if a.ws.drafts != nil && (orderly || !a.ws.unfinished(ctx)) {
		_ = a.ws.drafts.Told(ctx) // the worst is that screen 26 comes again
		_ = a.ws.drafts.Ended(ctx)
	}
	if len(a.env.Tips) > 0 {
		_ = a.ws.remember(func(s *settings) { s.Tips = tips(a.env.Tips) }) // the worst is a tip shown twice
	}
	if errors.Is(err, task.ErrUnsaved) {
		err = &failure{
			exit: exitUnsaved, code: "not_saved", err: err,
			message: "Your last changes are not in the file yet. They are kept on this computer.",
			hint:    "Start Waymark again to save them: they are brought back by themselves.",
		}
	}
	return errors.Join(err, a.shelf.close())
}
