package overlay

import (
	"fmt"
	"slices"

	tea "charm.land/bubbletea/v2"

	"waymark/ui/keys"
	"waymark/ui/layout"
	"waymark/ui/theme"
)

// Menu lists everything that can be done here in words, with its key, so that
// using it teaches the keys.
type Menu struct {
	theme *theme.Theme
	acts  []keys.Live
	list  list
	size  layout.Size
}

// NewMenu lists live. Acts that only move are left out: they are not acts.
func NewMenu(t *theme.Theme, live []keys.Live) *Menu {
	m := &Menu{theme: t}
	// What has no key comes first: the menu is the only way to it.
	for _, keyless := range []bool{true, false} {
		for _, l := range live {
			if (len(keys.Of(l.Action).Keys) == 0) == keyless && offered(l.Action) {
				m.acts = append(m.acts, l)
			}
		}
	}
	return m
}

func offered(a keys.Action) bool {
	return !slices.Contains([]keys.Action{
		keys.Up, keys.Down, keys.Left, keys.Right, keys.PageUp, keys.PageDown, keys.Home, keys.End,
		keys.Level, keys.Menu, keys.Interrupt, keys.Redraw,
	}, a)
}

// Resize lays the list out again.
func (m *Menu) Resize(s layout.Size) {
	m.size = s
	w := boxWidth(s) - 6
	m.list.rows = m.list.rows[:0]
	for i, l := range m.acts {
		number := "   "
		if i < 9 {
			number = fmt.Sprintf("%d  ", i+1)
		}
		m.list.rows = append(m.list.rows, number+layout.Ends(l.Explains(), l.Key(), w-5))
	}
	m.list.height = max(1, s.H-3)
	m.list.move(0)
}

// Key moves, chooses by number, or closes.
func (m *Menu) Key(k tea.KeyPressMsg) Decision {
	switch name := keys.Name(k); name {
	case "up", "k":
		m.list.move(-1)
	case "down", "j":
		m.list.move(1)
	case "pgup", "home":
		m.list.move(-len(m.acts))
	case "pgdown", "end":
		m.list.move(len(m.acts))
	case "enter":
		return m.choose(m.list.cursor)
	case "esc", "m", ":", "q":
		return Decision{}
	default:
		if len(name) == 1 && name[0] >= '1' && name[0] <= '9' {
			return m.choose(int(name[0] - '1'))
		}
	}
	return Decision{Stay: true}
}

func (m *Menu) choose(i int) Decision {
	if i < 0 || i >= len(m.acts) {
		return Decision{Stay: true}
	}
	return Decision{Press: keys.Press{Action: m.acts[i].Action}}
}

// Click chooses the row under the mouse.
func (m *Menu) Click(_, y int) Decision {
	if i := y - 1 + m.list.first; y >= 1 && y <= m.list.height {
		return m.choose(i)
	}
	return Decision{}
}

// Over draws the menu.
func (m *Menu) Over(body []string) []string {
	w := boxWidth(m.size)
	lines := box(m.theme, "What you can do here", "", m.list.view(m.theme, w-6), w)
	return onto(body, lines, (m.size.W-w)/2, 0)
}

// Status says how to use the menu.
func (m *Menu) Status() string {
	return "Everything you can do here. The key on the right does it without this menu."
}

// Footer lists the menu's own keys.
func (m *Menu) Footer() []keys.Live {
	return []keys.Live{{Action: keys.Enter, Words: "do it"}, {Action: keys.Up, Shown: "↑↓", Words: "move"}, {Action: keys.Level, Shown: "1-9", Words: "choose"}, {Action: keys.Back, Words: "close"}}
}
