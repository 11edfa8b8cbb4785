package pty

import (
	"fmt"
	"strconv"
	"strings"
)

// command is one control sequence, taken apart.
type command struct {
	private string // "?", ">" and their kind
	between string // "$", " " and their kind
	final   byte
	args    []int
	body    string
}

func params(body string) []int {
	var all []int
	for part := range strings.SplitSeq(body, ";") {
		n, err := strconv.Atoi(part)
		if err != nil {
			n = 0
		}
		all = append(all, n)
	}
	return all
}

// arg is the i-th parameter; 0 and missing ones count as otherwise.
func (c command) arg(i, otherwise int) int {
	if i < len(c.args) && c.args[i] != 0 {
		return c.args[i]
	}
	return otherwise
}

func (e *Emulator) run(c command) {
	switch {
	case c.private == "?" && c.between == "$" && c.final == 'p':
		e.report(c.arg(0, 0))
	case c.private == "?" && (c.final == 'h' || c.final == 'l'):
		for _, mode := range c.args {
			e.set(mode, c.final == 'h')
		}
	case c.private == "?" && c.final == 'u':
		e.answer("\x1b[?0u")
	case c.private == ">" && c.final == 'q':
		e.answer("\x1bP>|waymark-test(1)\x1b\\")
	case c.private != "" || c.between != "":
	case c.final == 'm':
		e.rendition(c)
	case c.final == 'c':
		e.answer("\x1b[?62;22c")
	case c.final == 'n' && c.arg(0, 0) == 6:
		e.answer(fmt.Sprintf("\x1b[%d;%dR", e.on.y+1, e.on.x+1))
	default:
		if !e.move(c) {
			e.edit(c)
		}
	}
}

// report answers whether a mode is set; those about pictures of text in one
// piece are not known here.
func (e *Emulator) report(mode int) {
	state := 2
	switch {
	case mode == 2026 || mode == 2027:
		state = 0
	case e.modes[mode]:
		state = 1
	}
	e.answer(fmt.Sprintf("\x1b[?%d;%d$y", mode, state))
}

func (e *Emulator) set(mode int, on bool) {
	e.modes[mode] = on
	if mode != 1049 && mode != 1047 && mode != 47 {
		return
	}
	if !on {
		e.on = e.main
		return
	}
	e.alt = newGrid(e.main.w, e.main.h)
	e.alt.move(e.main.x, e.main.y)
	e.on = e.alt
}

// rendition keeps the parameters since the last reset: enough to tell one
// style from another.
func (e *Emulator) rendition(c command) {
	switch {
	case c.body == "" || c.body == "0":
		e.on.style = ""
	case strings.HasPrefix(c.body, "0;"):
		e.on.style = c.body[2:]
	case e.on.style == "":
		e.on.style = c.body
	default:
		e.on.style += ";" + c.body
	}
}

// move carries out the sequences that move the cursor.
func (e *Emulator) move(c command) bool {
	g, n := e.on, c.arg(0, 1)
	switch c.final {
	case 'A':
		g.move(g.x, g.y-n)
	case 'B', 'e':
		g.move(g.x, g.y+n)
	case 'C', 'a':
		g.move(g.x+n, g.y)
	case 'D':
		g.move(g.x-n, g.y)
	case 'E':
		g.move(0, g.y+n)
	case 'F':
		g.move(0, g.y-n)
	case 'G', '`':
		g.move(n-1, g.y)
	case 'd':
		g.move(g.x, n-1)
	case 'H', 'f':
		g.move(c.arg(1, 1)-1, n-1)
	case 'I':
		g.move((g.x/8+n)*8, g.y)
	case 'Z':
		g.move(((g.x+7)/8-n)*8, g.y)
	case 's':
		g.savedX, g.savedY = g.x, g.y
	case 'u':
		g.move(g.savedX, g.savedY)
	default:
		return false
	}
	return true
}

// edit carries out the sequences that change cells.
func (e *Emulator) edit(c command) {
	g, n := e.on, c.arg(0, 1)
	switch c.final {
	case 'J':
		e.eraseScreen(c.arg(0, 0))
	case 'K':
		e.eraseLine(c.arg(0, 0))
	case 'X':
		g.erase(g.x, g.y, min(g.w, g.x+n), g.y)
	case 'P':
		g.shift(-n)
	case '@':
		g.shift(n)
	case 'L':
		g.scroll(g.y, -n)
	case 'M':
		g.scroll(g.y, n)
	case 'S':
		g.scroll(g.top, n)
	case 'T':
		g.scroll(g.top, -n)
	case 'b':
		for range n {
			g.put(e.last)
		}
	case 'r':
		g.top, g.bottom = n-1, min(c.arg(1, g.h), g.h)-1
		g.move(0, 0)
	}
}

func (e *Emulator) eraseLine(what int) {
	g := e.on
	switch what {
	case 0:
		g.erase(g.x, g.y, g.w, g.y)
	case 1:
		g.erase(0, g.y, g.x+1, g.y)
	case 2:
		g.erase(0, g.y, g.w, g.y)
	}
}

func (e *Emulator) eraseScreen(what int) {
	g := e.on
	switch what {
	case 0:
		g.erase(g.x, g.y, g.w, g.h-1)
	case 1:
		g.erase(0, 0, g.x+1, g.y)
	case 2, 3:
		g.erase(0, 0, g.w, g.h-1)
	}
}
