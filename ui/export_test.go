package ui

import (
	tea "charm.land/bubbletea/v2"

	"waymark/ui/env"
	"waymark/ui/task"
)

// SavedForTest is the message that arrives when a save has succeeded or failed.
func SavedForTest(from env.Saving, st task.State) tea.Msg {
	return savedMsg{Changed: task.Changed{State: st}, from: from, more: false}
}
