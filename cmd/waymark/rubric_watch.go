package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/spf13/cobra"

	"waymark/model"
	"waymark/ui"
	"waymark/ui/env"
	"waymark/ui/nav"
	"waymark/ui/screen/display"
	"waymark/ui/screen/editions"
	"waymark/ui/screen/judge"
)

// lookEvery is how often a watched file is looked at.
const lookEvery = 300 * time.Millisecond

func (c *cli) rubricWatchCmd() *cobra.Command {
	return &cobra.Command{
		Use: "watch FILE", Short: "Show a rubric file as it will be judged, each time you save it",
		Long:    "Shows one area of the file in the shape in which it is judged, beside your own\neditor: the area you changed last, and what to change in the file. The file is\nlooked at again each time it is saved. Nothing is kept.",
		Example: "  waymark rubric watch our-rubric.yaml\n  waymark rubric watch our-rubric.yaml --colour never",
		Args:    c.words(1, 1, "the name of a rubric file"),
		RunE:    func(cmd *cobra.Command, args []string) error { return c.rubricWatch(cmd.Context(), args[0]) },
	}
}

func (c *cli) rubricWatch(ctx context.Context, path string) error {
	if !isTerminal(c.in) || !isTerminal(c.end) {
		return usage("Check the file once: waymark rubric check "+clean(path), "Watching a file needs a terminal, and there is none here.")
	}
	f, err := c.openInput(path, mostRubric)
	if err != nil {
		return err
	}
	if err := f.Close(); err != nil {
		return fmt.Errorf("watch: %w", err)
	}
	ws, err := newWorkspace(c.flags)
	if err != nil {
		return err
	}
	ws.streams = streams{c.in, c.end, c.err}
	ctx, stop := context.WithCancel(ctx)
	defer stop() // ends the waiting, which is not on the event loop
	look := time.NewTicker(lookEvery)
	defer look.Stop()
	w := &watched{c: c, path: path, done: ctx.Done(), tick: look.C, clock: time.Now, state: func() fileState { return stateOf(path) }}
	return runWatch(ctx, newApp(ctx, ws), filepath.Base(path), w.next)
}

// runWatch runs the one screen of watching, as runApp runs the app: whatever
// happens, the terminal is given back.
func runWatch(ctx context.Context, a *app, file string, source editions.Source) error {
	build := func(e *env.Env, area model.AreaID) ui.Screen { return judge.New(e, nav.Judge{Area: area}) }
	open := func(r nav.Route) ui.Screen {
		switch r := r.(type) {
		case nav.Home:
			return editions.New(a.env, clean(file), source, build)
		case nav.Display:
			return display.New(a.env, r)
		}
		return nil
	}
	shield := &shield{begin: func() (tea.Model, error) { return ui.New(a.env, open, nav.Home{}), nil }}
	program := tea.NewProgram(shield, a.options(ctx)...)
	stop := watch(program)
	shield.ask = stop.ask
	before := terminalState(a.ws)
	_, ran := program.Run()
	stop.end()
	if ran != nil {
		giveBack(a.ws, before)
	}
	return outcome(shield.report(a.ws.paths.state, time.Time{}, a.env.Clock()), nil, stop.signal(), ran)
}

// watched is a rubric file that somebody writes in. Its next is called by one
// goroutine at a time.
type watched struct {
	c     *cli
	path  string
	done  <-chan struct{}
	tick  <-chan time.Time
	clock func() time.Time
	state func() fileState // of the file, as it is now

	looked bool
	seen   fileState
	good   model.Rubric // as it was last when it could be used
}

// fileState tells one saved version of a file from another.
type fileState struct {
	size    int64
	changed time.Time
	gone    bool
}

func stateOf(path string) fileState {
	info, err := os.Stat(path)
	if err != nil {
		return fileState{gone: true}
	}
	return fileState{size: info.Size(), changed: info.ModTime()}
}

// next waits until the file has changed, and says what it holds then. An editor
// that puts a new file in the place of the old one leaves none for a moment, so
// a file counts as gone when it is gone twice.
func (w *watched) next() (editions.Look, bool) {
	missed := false
	for {
		now := w.state()
		if !w.looked || now != w.seen && (!now.gone || missed) {
			w.looked, w.seen = true, now
			return w.look(), true
		}
		missed = now.gone
		select {
		case <-w.done:
			return editions.Look{}, false
		case <-w.tick:
		}
	}
}

// look reads the file as it is now.
func (w *watched) look() editions.Look {
	look := editions.Look{Rubric: w.good, At: w.clock().Format("15:04:05")}
	f, err := w.c.checkFile(w.path)
	switch {
	case err != nil:
		look.Faults = []string{w.unread(err)}
	case f.line > 0:
		for _, fault := range f.faults {
			look.Faults = append(look.Faults, clean(fmt.Sprintf("Line %d: %s %s", fault.Line, fault.Problem, fault.Fix)))
		}
	default:
		look.Usable, look.Rubric, look.Changed = true, f.rubric, changedArea(w.good, f.rubric)
		for _, a := range f.advice {
			look.Remarks = append(look.Remarks, clean(fmt.Sprintf("Line %d: %s Better: %s", a.Line, a.Message, a.Better)))
		}
		w.good = f.rubric
	}
	return look
}

// unread says why the file could not be read.
func (w *watched) unread(err error) string {
	var known *failure
	switch {
	case w.seen.gone, errors.Is(err, fs.ErrNotExist):
		return "The file is not there any more. Save it again under the same name."
	case errors.As(err, &known):
		return known.message
	}
	return "The file cannot be read. Check that you may open it."
}

// changedArea is the first area of the file that is not as it was, "" when none
// is or there was nothing before.
func changedArea(was, is model.Rubric) model.AreaID {
	if len(was.Areas) == 0 {
		return ""
	}
	for _, c := range model.Diff(was, is).Areas {
		if len(c.New) > 0 && (c.Became != model.BecameSame || len(c.Beside) > 0) {
			return c.New[0]
		}
	}
	return ""
}
