package ui

import (
	tea "charm.land/bubbletea/v2"

	"waymark/ui/keys"
	"waymark/ui/layout"
	"waymark/ui/nav"
)

// Head is what the title line says of a screen: where it is, and how far along.
type Head struct {
	Crumbs []string // from the school inwards; the last one stays when there is little room
	Place  string   // "18 of 41", or ""
}

// Screen is one place of the app. Its methods run on the event loop and return
// at once; commands it returns capture values, never the screen.
type Screen interface {
	// Init is called once, after the first Resize.
	Init() tea.Cmd
	// Update takes results of the screen's own commands, nav.ReturnedMsg, and
	// keys and pastes while the screen takes text.
	Update(msg tea.Msg) tea.Cmd
	// Act carries out one of the actions of Live.
	Act(p keys.Press) tea.Cmd
	// Live is what can be done now; dispatch, footer, help and menu use it.
	Live() []keys.Live
	// Resize gives the size of the body.
	Resize(s layout.Size)
	// View is the body: at most as many lines as the last Resize has rows,
	// none wider than its columns.
	View() []string
	Head() Head
	// Status is the sentence above the footer.
	Status() string
}

// Texting is a screen with a field: while TakesText is true, letters are letters.
type Texting interface{ TakesText() bool }

// Pointing is a screen that shows a cursor, in cells of the body.
type Pointing interface{ Point() (x, y int, ok bool) }

// Clicking is a screen that answers the mouse, in cells of the body.
type Clicking interface {
	Click(x, y int) tea.Cmd
	Wheel(down bool) tea.Cmd
}

// Searching is a screen with a search of its own: while Searches is true, Find
// is the screen's act and not the app's.
type Searching interface{ Searches() bool }

// Helping names what the screen is for, in the help's heading.
type Helping interface{ HelpTitle() string }

// Unfinished is a screen with text that is kept but not filed yet.
type Unfinished interface{ Drafts() int }

// Open builds the screen for a route.
type Open func(nav.Route) Screen
