//go:build selftest

package main

import (
	"os"

	tea "charm.land/bubbletea/v2"
)

// breakable is the app that panics at Ctrl+L, where WAYMARK_PANIC says. It is
// in no released program.
func breakable(m tea.Model) tea.Model { return breaking{m, os.Getenv("WAYMARK_PANIC"), false} }

type breaking struct {
	tea.Model
	where string
	now   bool
}

// Update panics, or returns a command that does.
func (b breaking) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	if k, ok := msg.(tea.KeyPressMsg); ok && k.String() == "ctrl+l" {
		switch b.where {
		case "update":
			panic("the words of a note")
		case "command":
			return b, tea.Batch(func() tea.Msg { panic("the words of a note") })
		case "view":
			b.now = true
			return b, nil
		}
	}
	var cmd tea.Cmd
	b.Model, cmd = b.Model.Update(msg)
	return b, cmd
}

// View panics once it has been told to.
func (b breaking) View() tea.View {
	if b.now {
		panic("the words of a note")
	}
	return b.Model.View()
}
