package calibrate

import (
	"fmt"
	"slices"
	"strings"

	"waymark/model"
	"waymark/ui/keys"
	"waymark/ui/layout"
	"waymark/ui/widget"
)

// sorting is the game of putting a number on each shuffled descriptor.
type sorting struct {
	area  model.Area
	order []int   // which level each row really is, from 0
	given []int   // the number on each row, 0 for none
	past  [][]int // what was given before each change
	list  widget.List
	done  bool
}

func newSorting(a model.Area, seed string) *sorting {
	g := &sorting{area: a, order: shuffled(seed, len(a.Levels)), given: make([]int, len(a.Levels))}
	g.list.Set(len(g.order), len(g.order))
	return g
}

func (g *sorting) row() int {
	if g.done {
		return nowhere
	}
	return g.list.Cursor
}

func (g *sorting) choose(i int) { g.list.Cursor = i }

func (g *sorting) left() int {
	n := 0
	for _, l := range g.given {
		if l == 0 {
			n++
		}
	}
	return n
}

func (g *sorting) act(s *Screen, p keys.Press) {
	switch {
	case g.done && p.Action == keys.Enter:
		s.back()
	case g.done:
	case g.list.Act(p):
	case p.Action == keys.Level && p.N > len(g.order):
		s.status = fmt.Sprintf("Press a number from 1 to %d.", len(g.order))
	case p.Action == keys.Level:
		g.give(p.N)
	case p.Action == keys.LevelOff:
		g.give(0)
	case p.Action == keys.Right:
		g.turn(1)
	case p.Action == keys.Left:
		g.turn(-1)
	case p.Action == keys.Undo:
		g.given, g.past = g.past[len(g.past)-1], g.past[:len(g.past)-1]
	case p.Action == keys.Enter && g.left() == 0:
		g.done, s.first = true, 0
	case p.Action == keys.Enter:
		g.next()
	}
}

// give puts a number on the row under the cursor. A number that another row had
// goes to this one, and the other takes this one's.
func (g *sorting) give(n int) {
	g.past = append(g.past, slices.Clone(g.given))
	at := g.list.Cursor
	if other := slices.Index(g.given, n); n > 0 && other >= 0 && other != at {
		g.given[other] = g.given[at]
	}
	g.given[at] = n
}

// turn goes to the next number that no other row has, round to the first. When
// all are taken it changes places with whichever has it.
func (g *sorting) turn(by int) {
	n, all := g.given[g.list.Cursor], len(g.order)
	if n == 0 && by < 0 {
		n = 1
	}
	for range all {
		n = (n-1+by+all)%all + 1
		if g.left() == 0 || !slices.Contains(g.given, n) {
			g.give(n)
			return
		}
	}
}

// next goes to the next row without a number.
func (g *sorting) next() {
	for i := range g.given {
		if at := (g.list.Cursor + 1 + i) % len(g.given); g.given[at] == 0 {
			g.list.Cursor = at
			return
		}
	}
}

func (g *sorting) live() []keys.Live {
	if g.done {
		return []keys.Live{{Action: keys.Enter, Words: "done", Footer: true}}
	}
	enter := "next without a number"
	if g.left() == 0 {
		enter = "see how it went"
	}
	live := []keys.Live{
		{Action: keys.Level, Shown: levelRange(len(g.order)), Words: "number", Footer: true},
		{Action: keys.Enter, Words: enter, Footer: true},
	}
	live = append(live, moving()...)
	live = append(live, keys.Live{Action: keys.Left, Shown: "←→", Words: "another number"}, keys.Live{Action: keys.Right})
	if g.given[g.list.Cursor] > 0 {
		live = append(live, keys.Live{Action: keys.LevelOff, Words: "take the number off"})
	}
	if len(g.past) > 0 {
		live = append(live, keys.Live{Action: keys.Undo, Words: "take the last number back"})
	}
	return live
}

func (g *sorting) status() string {
	switch n := g.left(); {
	case g.done:
		return "Press Enter to try another."
	case n == 0:
		return "Every one has a number. Enter shows how it went."
	case n == len(g.given):
		return fmt.Sprintf("Put a number on each: 1 is the first step, %d the furthest.", len(g.order))
	default:
		return fmt.Sprintf("%d to go. A number can be moved to another one at any time.", n)
	}
}

func (g *sorting) sheet(s *Screen, w int) sheet {
	if g.done {
		return g.result(s, w)
	}
	all := g.rows(s, w, longest)
	for most := longest - 1; most > 0 && len(all.lines) > s.size.H; most-- {
		all = g.rows(s, w, most)
	}
	return all
}

// longest is how many lines a descriptor may have before it is shortened
// although there is room.
const longest = 40

// rows are the descriptors, the one under the cursor in full and the others in
// at most so many lines.
func (g *sorting) rows(s *Screen, w, most int) sheet {
	var out sheet
	s.gap(&out)
	s.heading(&out, g.area.Name()+": which level is which?", w)
	for i, level := range g.order {
		on := i == g.list.Cursor
		lines := flat(g.area.Levels[level], w-12)
		if room := min(layout.TextWidth, w-12); !on && len(lines) > most {
			lines = append(lines[:most-1:most-1], layout.Cut(strings.Join(lines[most-1:], " "), room))
		}
		number := "?"
		if g.given[i] > 0 {
			number = fmt.Sprint(g.given[i])
		}
		for y, l := range lines {
			before := "   "
			if y == 0 {
				before = layout.Pad(number, 3)
			}
			lines[y] = before + l
		}
		s.gap(&out)
		out.add(i, s.rowOf(on, lines, w)...)
	}
	return out
}

// exact counts the rows with the right number.
func (g *sorting) exact() int {
	n := 0
	for i, level := range g.order {
		if g.given[i] == level+1 {
			n++
		}
	}
	return n
}

// said is the number that was put on a level, from 1.
func (g *sorting) said(level int) int { return g.given[slices.Index(g.order, level-1)] }

// mixUps says which levels changed places.
func (g *sorting) mixUps() string {
	var all []string
	for l := 1; l <= len(g.order); l++ {
		switch said := g.said(l); {
		case said == l:
		case g.said(said) == l && said > l:
			all = append(all, fmt.Sprintf("%d and %d were swapped", l, said))
		case g.said(said) != l:
			all = append(all, fmt.Sprintf("%d was called %d", l, said))
		}
	}
	if len(all) == 0 {
		return "All in order."
	}
	return strings.Join(all, "; ") + "."
}

func (g *sorting) result(s *Screen, w int) sheet {
	var out sheet
	s.gap(&out)
	s.heading(&out, fmt.Sprintf("%d of %d exactly right", g.exact(), len(g.order)), w)
	out.prose(2, g.mixUps(), w)
	out.prose(2, private, w)
	for l := 1; l <= len(g.order); l++ {
		s.gap(&out)
		head := s.named(model.Level(l))
		if said := g.said(l); said != l {
			head += fmt.Sprintf("   you said %d", said)
		}
		out.add(-1, "  "+s.env.Theme.Bold.Render(layout.Cut(head, w-4)))
		out.prose(2, g.area.Levels[l-1], w)
	}
	return out
}
