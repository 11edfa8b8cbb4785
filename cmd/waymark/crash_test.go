package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
)

// brittle is an app that breaks where it is told to.
type brittle struct{ where string }

const pupils = "the words of a note"

func (b brittle) fall(where string) {
	if b.where == where {
		panic(pupils)
	}
}

func (b brittle) Init() tea.Cmd { b.fall("init"); return nil }

func (b brittle) Update(tea.Msg) (tea.Model, tea.Cmd) {
	b.fall("update")
	one := func() tea.Msg { b.fall("command"); return nil }
	return b, tea.Batch(one, func() tea.Msg { return tea.BatchMsg{one, one} })
}

func (b brittle) View() tea.View { b.fall("view"); return tea.NewView("drawn") }

// run carries out a command and all it leads to.
func runAll(cmd tea.Cmd) {
	if cmd == nil {
		return
	}
	if batch, ok := cmd().(tea.BatchMsg); ok {
		for _, c := range batch {
			runAll(c)
		}
	}
}

// begins runs a shield up to where its app has begun.
func begins(s *shield) {
	_, cmd := s.Update(s.Init()())
	runAll(cmd)
}

// early notes what it is told, in order.
type early struct{ told *[]string }

func (e early) Init() tea.Cmd  { return nil }
func (e early) View() tea.View { return tea.NewView("drawn") }
func (e early) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	*e.told = append(*e.told, fmt.Sprint(msg))
	return e, nil
}

func TestWhatArrivesWhileTheAppIsOpenedIsNotLost(t *testing.T) {
	var told []string
	s := &shield{begin: func() (tea.Model, error) { return early{&told}, nil }, ask: func() { t.Error("somebody asked for the end") }}
	opening := s.Init()
	s.Update("size")
	s.Update("3")
	if s.View().Content != "" {
		t.Error("something was drawn before the app had begun")
	}
	_, cmd := s.Update(opening())
	runAll(cmd)
	s.Update("enter")
	if got := strings.Join(told, " "); got != "size 3 enter" {
		t.Errorf("the app was told %q", got)
	}
}

func TestAnAppThatCannotBeginSaysWhy(t *testing.T) {
	why := errors.New("no such year")
	s := &shield{begin: func() (tea.Model, error) { return nil, why }, ask: func() {}}
	_, cmd := s.Update(s.Init()())
	if _, quit := cmd().(tea.QuitMsg); !quit || !errors.Is(s.failed, why) {
		t.Errorf("it goes on, saying %v", s.failed)
	}
	s.end()
	if msg := s.Init()(); msg != nil {
		t.Errorf("it began after the end: %v", msg)
	}
}

func TestAPanicEndsTheAppAndTellsNobodysWords(t *testing.T) {
	for _, where := range []string{"init", "update", "view", "command"} {
		t.Run(where, func(t *testing.T) {
			asked := 0
			s := &shield{begin: func() (tea.Model, error) { return brittle{where}, nil }, ask: func() { asked++ }}
			begins(s)
			_, cmd := s.Update(nil)
			runAll(cmd)
			s.View()
			_, again := s.Update(nil)
			runAll(again)
			if asked == 0 {
				t.Fatal("nobody asked for the end")
			}
			state := t.TempDir()
			saved := time.Date(2026, 9, 24, 10, 44, 0, 0, time.Local)
			err := s.report(state, saved, saved)
			var f *failure
			if !errors.As(err, &f) || f.exit != exitFailed || !strings.Contains(f.message, "10:44") {
				t.Fatalf("it says %v", err)
			}
			made, err := filepath.Glob(filepath.Join(state, "problem-*.txt"))
			if err != nil || len(made) != 1 {
				t.Fatalf("kept %v, %v", made, err)
			}
			text, err := os.ReadFile(made[0])
			if err != nil {
				t.Fatal(err)
			}
			if !strings.Contains(string(text), "brittle") || strings.Contains(string(text)+f.message+f.hint, pupils) {
				t.Errorf("kept:\n%s", text)
			}
		})
	}
}

func TestAnAppThatHoldsIsLeftAlone(t *testing.T) {
	s := &shield{begin: func() (tea.Model, error) { return brittle{}, nil }, ask: func() { t.Error("somebody asked for the end") }}
	begins(s)
	_, cmd := s.Update(nil)
	runAll(cmd)
	if v := s.View(); v.Content != "drawn" {
		t.Errorf("drew %q", v.Content)
	}
	if err := s.report(t.TempDir(), time.Time{}, time.Time{}); err != nil {
		t.Error(err)
	}
}
