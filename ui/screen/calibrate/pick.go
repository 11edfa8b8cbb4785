package calibrate

import (
	"waymark/model"
	"waymark/ui/keys"
	"waymark/ui/widget"
)

// moving is what a list adds to what is live here, where PgUp and PgDn scroll.
func moving() []keys.Live {
	return []keys.Live{{Action: keys.Up, Shown: "↑↓", Words: "move", Footer: true}, {Action: keys.Down}, {Action: keys.Home}, {Action: keys.End}}
}

// pick asks for an area.
type pick struct {
	areas []model.Area
	list  widget.List
}

func newPick(r model.Rubric) *pick {
	p := &pick{areas: r.Areas}
	p.list.Set(len(p.areas), len(p.areas))
	return p
}

func (p *pick) row() int       { return p.list.Cursor }
func (p *pick) choose(i int)   { p.list.Cursor = i }
func (p *pick) status() string { return private }

func (p *pick) act(s *Screen, press keys.Press) {
	if p.list.Act(press) || press.Action != keys.Enter {
		return
	}
	a := p.areas[p.list.Cursor]
	if len(a.Exemplars) == 0 {
		s.open(newSorting(a, s.env.NewID()))
		return
	}
	w := &way{area: a}
	w.list.Set(2, 2)
	s.open(w)
}

func (p *pick) live() []keys.Live {
	return append([]keys.Live{{Action: keys.Enter, Words: "choose", Footer: true}}, moving()...)
}

func (p *pick) sheet(s *Screen, w int) sheet {
	var out sheet
	s.gap(&out)
	s.heading(&out, "Which area do you want to try your eye on?", w)
	s.gap(&out)
	for i, a := range p.areas {
		out.add(i, widget.Row(s.env.Theme, w, i == p.list.Cursor, a.Name(), ""))
	}
	return out
}

// way asks what to do with an area.
type way struct {
	area model.Area
	list widget.List
}

func (y *way) row() int       { return y.list.Cursor }
func (y *way) choose(i int)   { y.list.Cursor = i }
func (y *way) status() string { return private }

func (y *way) act(s *Screen, press keys.Press) {
	switch {
	case y.list.Act(press):
	case press.Action == keys.Level && press.N <= y.list.N && press.N-1 != y.list.Cursor:
		y.list.Cursor = press.N - 1
	case press.Action == keys.Level && press.N > y.list.N:
	case y.list.Cursor == 0:
		s.open(newSorting(y.area, s.env.NewID()))
	default:
		s.open(newStories(y.area, s.env.NewID()))
	}
}

func (y *way) live() []keys.Live {
	live := append([]keys.Live{{Action: keys.Enter, Words: "begin", Footer: true}}, moving()...)
	return append(live, keys.Live{Action: keys.Level, Shown: "1-2", Words: "go to that row"})
}

func (y *way) sheet(s *Screen, w int) sheet {
	var out sheet
	s.gap(&out)
	s.heading(&out, y.area.Name(), w)
	s.gap(&out)
	for i, text := range []string{"Put its levels in order", "Judge short stories"} {
		note := []string{widget.Count(len(y.area.Levels), "level", "levels"), widget.Count(len(y.area.Exemplars), "made-up story", "made-up stories")}[i]
		out.add(i, widget.Row(s.env.Theme, w, i == y.list.Cursor, text, note))
	}
	return out
}
