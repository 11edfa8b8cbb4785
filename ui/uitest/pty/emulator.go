package pty

import (
	"strings"
	"unicode/utf8"
)

// Emulator draws what a program sends to a terminal, as far as full-screen
// programs use it. It is not safe for several goroutines.
type Emulator struct {
	main, alt *grid
	on        *grid        // the one that is shown
	modes     map[int]bool // DEC private modes that are set
	bell      int
	last      rune
	rest      []byte // the start of a sequence that has not ended yet
	reply     func(string)
}

// NewEmulator returns an empty screen. Answers to queries go to reply; nil
// answers none.
func NewEmulator(w, h int, reply func(string)) *Emulator {
	e := &Emulator{main: newGrid(w, h), alt: newGrid(w, h), modes: map[int]bool{7: true, 25: true}, reply: reply}
	e.on = e.main
	return e
}

// Resize changes the size of the screen.
func (e *Emulator) Resize(w, h int) {
	e.main.resize(w, h)
	e.alt.resize(w, h)
}

// Write draws.
func (e *Emulator) Write(p []byte) (int, error) {
	n := len(p)
	p = append(e.rest, p...)
	for len(p) > 0 {
		used := e.step(p)
		if used == 0 {
			break
		}
		p = p[used:]
	}
	e.rest = append([]byte(nil), p...)
	return n, nil
}

// step takes one character or sequence and returns its length, 0 when its end
// has not come yet.
func (e *Emulator) step(p []byte) int {
	switch c := p[0]; {
	case c == 0x1b:
		return e.escape(p)
	case c < ' ' || c == 0x7f:
		e.control(c)
		return 1
	case !utf8.FullRune(p):
		return 0
	}
	r, n := utf8.DecodeRune(p)
	e.on.put(r)
	e.last = r
	return n
}

func (e *Emulator) control(c byte) {
	g := e.on
	switch c {
	case '\a':
		e.bell++
	case '\b':
		g.move(g.x-1, g.y)
	case '\t':
		g.move((g.x/8+1)*8, g.y)
	case '\n', '\v', '\f':
		g.lineFeed()
	case '\r':
		g.move(0, g.y)
	}
}

func (e *Emulator) escape(p []byte) int {
	if len(p) < 2 {
		return 0
	}
	switch p[1] {
	case '[':
		return e.csi(p)
	case ']', 'P', '_', '^', 'X':
		return e.text(p)
	case '(', ')', '#', ' ', '%':
		if len(p) < 3 {
			return 0
		}
		return 3
	}
	g := e.on
	switch p[1] {
	case '7':
		g.savedX, g.savedY = g.x, g.y
	case '8':
		g.move(g.savedX, g.savedY)
	case 'D':
		g.lineFeed()
	case 'E':
		g.x = 0
		g.lineFeed()
	case 'M':
		g.reverseLineFeed()
	case 'c':
		*e = *NewEmulator(g.w, g.h, e.reply)
	}
	return 2
}

// text takes a string sequence: OSC, DCS and their kind. Only the questions
// about colours are answered.
func (e *Emulator) text(p []byte) int {
	end, n := -1, 0
	for i := 2; i < len(p); i++ {
		if p[i] == '\a' {
			end, n = i, i+1
			break
		}
		if p[i] == 0x1b && i+1 < len(p) && p[i+1] == '\\' {
			end, n = i, i+2
			break
		}
	}
	if end < 0 {
		return 0
	}
	if p[1] == ']' {
		e.osc(string(p[2:end]))
	}
	return n
}

func (e *Emulator) osc(body string) {
	switch number, rest, _ := strings.Cut(body, ";"); {
	case rest != "?":
	case number == "10":
		e.answer("\x1b]10;rgb:cccc/cccc/cccc\x1b\\")
	case number == "11":
		e.answer("\x1b]11;rgb:0c0c/0c0c/0c0c\x1b\\")
	}
}

func (e *Emulator) answer(s string) {
	if e.reply != nil {
		e.reply(s)
	}
}

// csi takes a control sequence.
func (e *Emulator) csi(p []byte) int {
	i := 2
	for i < len(p) && p[i] < 0x40 {
		i++
	}
	if i == len(p) {
		return 0
	}
	body := string(p[2:i])
	private := ""
	if body != "" && strings.ContainsRune("<=>?", rune(body[0])) {
		private, body = body[:1], body[1:]
	}
	cut := len(body)
	for cut > 0 && body[cut-1] < '0' {
		cut--
	}
	e.run(command{private, body[cut:], p[i], params(body[:cut]), body[:cut]})
	return i + 1
}

// Lines is the screen as text, one line a row.
func (e *Emulator) Lines() []string { return e.on.text() }
