package pty

import (
	"strings"
	"unicode"

	"github.com/charmbracelet/x/ansi"
)

// Cell is one place of the screen. The second half of a wide character has
// empty text. Style is the last rendition, as its parameters joined by ";".
type Cell struct {
	Text  string
	Style string
}

// grid is the cells of one screen and where writing goes on.
type grid struct {
	w, h        int
	rows        [][]Cell
	x, y        int
	wrap        bool // the last column was just filled: the next character wraps
	top, bottom int  // the scroll region, both included
	style       string
	savedX      int
	savedY      int
}

func newGrid(w, h int) *grid {
	g := &grid{w: w, h: h, bottom: h - 1}
	for range h {
		g.rows = append(g.rows, blank(w))
	}
	return g
}

func blank(w int) []Cell {
	row := make([]Cell, w)
	for i := range row {
		row[i].Text = " "
	}
	return row
}

// resize keeps what fits, as terminals do.
func (g *grid) resize(w, h int) {
	for len(g.rows) < h {
		g.rows = append(g.rows, blank(w))
	}
	g.rows = g.rows[:h]
	for i, row := range g.rows {
		if len(row) < w {
			row = append(row, blank(w-len(row))...)
		}
		g.rows[i] = row[:w]
	}
	g.w, g.h, g.top, g.bottom, g.wrap = w, h, 0, h-1, false
	g.move(g.x, g.y)
}

// move puts the cursor, kept within the screen.
func (g *grid) move(x, y int) {
	g.x, g.y = max(0, min(x, g.w-1)), max(0, min(y, g.h-1))
	g.wrap = false
}

// put writes one character, or joins a combining one to the last.
func (g *grid) put(r rune) {
	w := ansi.StringWidth(string(r))
	if w == 0 || unicode.Is(unicode.Mn, r) {
		if at := g.x - 1; at >= 0 {
			g.rows[g.y][at].Text += string(r)
		}
		return
	}
	if g.wrap || g.x+w > g.w {
		g.x = 0
		g.lineFeed()
	}
	g.wrap = false
	g.rows[g.y][g.x] = Cell{string(r), g.style}
	if w == 2 && g.x+1 < g.w {
		g.rows[g.y][g.x+1] = Cell{"", g.style}
	}
	if g.x += w; g.x >= g.w {
		g.x, g.wrap = g.w-1, true
	}
}

// lineFeed goes down, scrolling at the end of the region.
func (g *grid) lineFeed() {
	g.wrap = false
	if g.y == g.bottom {
		g.scroll(g.top, 1)
		return
	}
	g.y = min(g.y+1, g.h-1)
}

func (g *grid) reverseLineFeed() {
	g.wrap = false
	if g.y == g.top {
		g.scroll(g.top, -1)
		return
	}
	g.y = max(g.y-1, 0)
}

// scroll moves the rows from top to the region's end up by n, or down by -n.
func (g *grid) scroll(top, n int) {
	region := g.rows[top : g.bottom+1]
	for ; n > 0; n-- {
		copy(region, region[1:])
		region[len(region)-1] = blank(g.w)
	}
	for ; n < 0; n++ {
		copy(region[1:], region)
		region[0] = blank(g.w)
	}
}

// shift moves the rest of the line right by n blanks, or left by -n.
func (g *grid) shift(n int) {
	row := g.rows[g.y]
	rest := append([]Cell(nil), row[g.x:]...)
	switch {
	case n > 0:
		rest = append(blank(min(n, len(rest))), rest...)
	default:
		rest = append(rest[min(-n, len(rest)):], blank(min(-n, len(rest)))...)
	}
	copy(row[g.x:], rest)
	g.wrap = false
}

// erase clears the cells from (x, y) up to but without (toX, toY), row by row.
func (g *grid) erase(x, y, toX, toY int) {
	for ; y < toY || y == toY && x < toX; x++ {
		if x >= g.w {
			x, y = -1, y+1
			continue
		}
		if y < g.h {
			g.rows[y][x] = Cell{" ", g.style}
		}
	}
}

// text is the screen as lines.
func (g *grid) text() []string {
	lines := make([]string, g.h)
	for i, row := range g.rows {
		var b strings.Builder
		for _, c := range row {
			b.WriteString(c.Text)
		}
		lines[i] = b.String()
	}
	return lines
}
