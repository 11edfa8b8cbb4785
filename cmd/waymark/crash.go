package main

import (
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"time"

	tea "charm.land/bubbletea/v2"
)

// shield stands between the event loop and the app. A panic anywhere in the
// app ends it in an orderly way: the terminal is given back and everything
// that was typed is saved. Neither the panic's value nor any argument is ever
// shown or written: both can hold somebody's words.
type shield struct {
	begin  func() (tea.Model, error) // opens the app; runs beside the event loop
	app    tea.Model                 // nil until it has begun
	first  func()                    // done before anything is drawn
	early  []tea.Msg                 // what arrived before it had begun
	failed error                     // why it could not begin
	ask    func()                    // ends the program
	last   tea.View

	opening sync.Mutex // held while begin runs
	ended   bool       // the program has ended; begin must not start any more

	mu    sync.Mutex
	where []string // the functions the first panic was in; nil for none
}

// begun is the app, opened, or why it could not be.
type begun struct {
	app tea.Model
	err error
}

// Init lets the renderer start at once: its clock then runs while the app is
// being opened, and the first picture it draws is the app's.
func (s *shield) Init() tea.Cmd {
	if s.first != nil {
		s.first()
	}
	return s.guard(func() tea.Msg {
		s.opening.Lock()
		defer s.opening.Unlock()
		if s.ended {
			return nil
		}
		app, err := s.begin()
		return begun{app, err}
	})
}

// end waits for an opening that is under way, and allows no other.
func (s *shield) end() {
	s.opening.Lock()
	defer s.opening.Unlock()
	s.ended = true
}

// start takes the opened app and gives it what arrived meanwhile, in order.
func (s *shield) start(b begun) tea.Cmd {
	if b.err != nil {
		s.failed = b.err
		return tea.Quit
	}
	s.app = b.app
	cmds := []tea.Cmd{s.guard(s.app.Init())}
	for _, msg := range s.early {
		_, cmd := s.Update(msg)
		cmds = append(cmds, cmd)
	}
	s.early = nil
	return tea.Batch(cmds...)
}

// Update hands a message on.
func (s *shield) Update(msg tea.Msg) (_ tea.Model, cmd tea.Cmd) {
	defer s.catch()
	if b, ok := msg.(begun); ok {
		return s, s.start(b)
	}
	switch {
	case s.fallen():
		return s, nil
	case s.app == nil:
		s.early = append(s.early, msg)
		return s, nil
	}
	app, cmd := s.app.Update(msg)
	s.app = app
	return s, s.guard(cmd)
}

// View draws the app, or what was drawn last when that fails.
func (s *shield) View() tea.View {
	defer s.catch()
	if !s.fallen() && s.app != nil {
		s.draw()
	}
	return s.last
}

func (s *shield) draw() {
	defer s.catch()
	s.last = s.app.View()
}

// guard catches panics of a command and of the commands it leads to.
func (s *shield) guard(cmd tea.Cmd) tea.Cmd {
	if cmd == nil {
		return nil
	}
	return func() (msg tea.Msg) {
		defer s.catch()
		msg = cmd()
		if batch, ok := msg.(tea.BatchMsg); ok {
			for i, c := range batch {
				batch[i] = s.guard(c)
			}
		}
		return msg
	}
}

// catch is deferred: it notes where the panic was and asks for the end.
func (s *shield) catch() {
	if recover() == nil {
		return
	}
	s.mu.Lock()
	if s.where == nil {
		s.where = frames()
	}
	s.mu.Unlock()
	s.ask()
}

func (s *shield) fallen() bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.where != nil
}

// frames are the functions on the way to the panic, without their arguments.
func frames() []string {
	pcs := make([]uintptr, 64)
	all := []string{}
	next := runtime.CallersFrames(pcs[:runtime.Callers(3, pcs)])
	for {
		f, more := next.Next()
		if f.Function != "" {
			all = append(all, fmt.Sprintf("%s %s:%d", f.Function, filepath.Base(f.File), f.Line))
		}
		if !more {
			return all
		}
	}
}

// report keeps what happened for IT support and returns the sentence for the
// person. saved is when the last change was saved; zero for none.
func (s *shield) report(state string, saved, now time.Time) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.where == nil {
		return nil
	}
	words := "Something went wrong in Waymark. Your work is saved."
	if !saved.IsZero() {
		words = "Something went wrong in Waymark. Your work up to " + saved.Local().Format("15:04") + " is saved."
	}
	hint := "Start it again to carry on where you were."
	text := fmt.Sprintf("Waymark %s, %s/%s, %s, %s\n%s\n", version(), runtime.GOOS, runtime.GOARCH, runtime.Version(),
		now.UTC().Format(time.RFC3339), strings.Join(s.where, "\n"))
	path := filepath.Join(state, "problem-"+now.UTC().Format("20060102-150405")+".txt")
	if os.WriteFile(path, []byte(text), 0o600) == nil {
		hint += "\nTo tell somebody what happened, send them this file, which holds none of your words: " + path
	}
	return &failure{exit: exitFailed, code: "crashed", message: words, hint: hint}
}
