package widget

import (
	"waymark/ui/keys"
	"waymark/ui/layout"
)

// List is a cursor in a column of rows, some of which may be taller than one
// line, and the window that keeps it in view.
type List struct {
	N      int // how many rows
	Cursor int
	Height int // how many rows fit
	first  int
}

// Set gives the number of rows and how many fit, keeping the cursor on its row.
func (l *List) Set(n, height int) {
	l.N, l.Height = n, max(1, height)
	l.Cursor = min(max(0, l.Cursor), max(0, n-1))
	l.first = layout.Window(l.first, l.Cursor, n, l.Height)
}

// First is the first row in view.
func (l *List) First() int {
	l.first = layout.Window(l.first, l.Cursor, l.N, l.Height)
	return l.first
}

// Last is one past the last row in view.
func (l *List) Last() int { return min(l.N, l.First()+l.Height) }

// Move moves the cursor and reports whether it could.
func (l *List) Move(by int) bool {
	was := l.Cursor
	l.Cursor = min(max(0, l.Cursor+by), max(0, l.N-1))
	return l.Cursor != was
}

// Act moves for the actions that move in a list, and reports whether p was one.
func (l *List) Act(p keys.Press) bool {
	switch p.Action {
	case keys.Up:
		l.Move(-1)
	case keys.Down:
		l.Move(1)
	case keys.PageUp:
		l.Move(-l.Height)
	case keys.PageDown:
		l.Move(l.Height)
	case keys.Home:
		l.Move(-l.N)
	case keys.End:
		l.Move(l.N)
	default:
		return false
	}
	return true
}

// Moving is what a list adds to what is live.
func Moving() []keys.Live {
	return []keys.Live{
		{Action: keys.Up, Shown: "↑↓", Words: "move", Footer: true},
		{Action: keys.Down},
		{Action: keys.PageUp},
		{Action: keys.PageDown},
		{Action: keys.Home},
		{Action: keys.End},
	}
}
