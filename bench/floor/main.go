// Command floor is the least that a program on Bubble Tea can be: a list of 41
// rows that can be walked. What Waymark takes longer than it is Waymark's own.
package main

import (
	"fmt"
	"os"
	"strings"

	tea "charm.land/bubbletea/v2"
	"charm.land/lipgloss/v2"
)

const rows = 41

type list struct{ at, w, h int }

func (l list) Init() tea.Cmd { return nil }

func (l list) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	switch msg := msg.(type) {
	case tea.WindowSizeMsg:
		l.w, l.h = msg.Width, msg.Height
	case tea.KeyPressMsg:
		switch msg.String() {
		case "down":
			l.at = min(l.at+1, rows-1)
		case "up":
			l.at = max(l.at-1, 0)
		case "q":
			return l, tea.Quit
		}
	}
	return l, nil
}

func (l list) View() tea.View {
	chosen := lipgloss.NewStyle().Reverse(true)
	first := max(0, min(l.at-l.h/2, rows-l.h))
	var b strings.Builder
	for i := first; i < min(rows, first+l.h); i++ {
		row := fmt.Sprintf("%-*s", max(l.w, 1), fmt.Sprintf("  %2d  An area of the school", i+1))
		if i == l.at {
			row = chosen.Render(row)
		}
		if i > first {
			b.WriteByte('\n')
		}
		b.WriteString(row)
	}
	v := tea.NewView(b.String())
	v.AltScreen = true
	return v
}

func main() {
	if _, err := tea.NewProgram(list{}).Run(); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}
