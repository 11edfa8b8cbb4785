package ui

import (
	"slices"
	"time"

	"waymark/ui/keys"
	"waymark/ui/layout"
)

// mostFooter is how many items a footer has at most at 80 columns; more would
// be read by nobody.
const mostFooter = 6

// live is everything that can be done now: the screen's own acts, then the
// app's where the screen does not take them over.
func (a *App) live() []keys.Live {
	live := slices.Clone(a.top().Live())
	for _, g := range a.globals() {
		if !slices.ContainsFunc(live, func(l keys.Live) bool { return l.Action == g.Action }) {
			live = append(live, g)
		}
	}
	return live
}

// globals are the acts of every screen.
func (a *App) globals() []keys.Live {
	var live []keys.Live
	if len(a.stack) > 1 {
		live = append(live, keys.Live{Action: keys.Back, Words: "go back, never loses work"})
	}
	if a.env.Desk != nil {
		live = append(live, keys.Live{Action: keys.Undo}, keys.Live{Action: keys.Redo}, keys.Live{Action: keys.Find},
			keys.Live{Action: keys.QuickNote}, keys.Live{Action: keys.Go}, keys.Live{Action: keys.SavedAlready})
	}
	return append(live, keys.Live{Action: keys.Menu}, keys.Live{Action: keys.Display}, keys.Live{Action: keys.Help},
		keys.Live{Action: keys.Leave}, keys.Live{Action: keys.Interrupt}, keys.Live{Action: keys.Redraw})
}

// footer is what the bottom line shows: the screen's footer acts, and always
// the help. It drops items from the right, never Enter, Esc or the help.
func (a *App) footer(s layout.Size) []keys.Live {
	var items []keys.Live
	for _, l := range a.top().Live() {
		if l.Footer && l.Action != keys.Help {
			items = append(items, l)
		}
	}
	if !slices.ContainsFunc(items, fixed) && len(a.stack) > 1 {
		items = append(items, keys.Live{Action: keys.Back})
	}
	help := keys.Live{Action: keys.Help, Shown: "?", Words: "help"}
	if a.takesText() {
		help.Shown = "F1"
	}
	items = append(items, help)
	most := mostFooter
	if s.W >= 108 {
		most = 2 * mostFooter
	}
	for len(items) > most || a.footerWidth(items) > s.W {
		i := lastLoose(items)
		if i < 0 {
			break
		}
		items = slices.Delete(items, i, i+1)
	}
	return items
}

func fixed(l keys.Live) bool {
	return l.Action == keys.Enter || l.Action == keys.Back || l.Action == keys.Help
}

func lastLoose(items []keys.Live) int {
	for i := len(items) - 1; i >= 0; i-- {
		if !fixed(items[i]) {
			return i
		}
	}
	return -1
}

func (a *App) footerWidth(items []keys.Live) int {
	w := 0
	for i, l := range items {
		if i > 0 {
			w += layout.Width(footerGap)
		}
		w += layout.Width(shownKey(a.env.Theme, l) + " " + l.Says())
	}
	return w
}

func (a *App) helpTitle() string {
	if h, ok := a.top().(Helping); ok {
		return "Help: " + h.HelpTitle()
	}
	return "Help"
}

// clock is a time of day as the title line shows it.
func clock(t time.Time) string { return t.Local().Format("15:04") }
